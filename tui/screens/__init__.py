"""The screens: each owns what it shows, reads it through a library and hands it down to its widgets."""
