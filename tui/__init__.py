"""Dateline's face: the terminal dashboard and the commands."""
