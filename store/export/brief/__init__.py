"""A brief in Markdown: talks, conflicts and statements, each with the quotes it rests on and their sources."""

from store.export.brief.write import Reports, brief, claims_brief, conflicts_brief

__all__ = ["Reports", "brief", "claims_brief", "conflicts_brief"]
