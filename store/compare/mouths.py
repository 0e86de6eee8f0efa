"""Through whom the words of an origin came: an aide or spokesperson by name or role, and who relayed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.compare.casts import BARE
from store.compare.offices import LEADS_TO, parts_of, spokes_roles
from store.compare.person_names import is_person
from store.model.claims import UNATTRIBUTED

if TYPE_CHECKING:
    from store.compare.speakers import Speaker
    from store.model.facts import Statement

AFTER_ROLE = LEADS_TO | {"in", "on", "who", "close", "familiar", "speaking"}
LONGEST_ROLE = 60
"""Characters of a noun phrase that tells a role: "a spokesman for the Fenland ministry of fisheries"."""


def mouth_of(told: Statement, teller: Speaker, origin: str, text: str) -> str:
    """How the words came from ``origin``: "through Ada Lind, quoted by the Gull"; "" where it spoke for itself."""
    if origin == UNATTRIBUTED:
        return ""
    spoke = _name(teller, origin) or (_role(told, text) if origin == teller.office else "")
    known = {origin.lower(), teller.name.lower()}
    relayed = [name for name in told.via if name.lower() not in known and _is_name(name)]
    parts = (
        f"through {spoke}" if spoke and spoke != origin else "",
        f"quoted by {' and '.join(relayed)}" if relayed else "",
    )
    return ", ".join(part for part in parts if part)


def _is_name(relayer: str) -> bool:
    """True for "TASS" and "local Evening Post", not for "a newspaper" or "statement"."""
    return not relayer.lower().startswith(("a ", "an ")) and any(sign.isupper() for sign in relayer)


def _name(teller: Speaker, origin: str) -> str:
    return teller.name if teller.name != origin and is_person(teller.name) else ""


def _role(told: Statement, text: str) -> str:
    """The noun phrase that names no one and a role: "an aide to the president", "a Fenland official"."""
    phrase = " ".join(" ".join(piece.of(text) for piece in told.source).split()).split(",")[0]
    if len(phrase) > LONGEST_ROLE or not _has_role([part.lower() for part in parts_of(phrase)]):
        return ""
    leads = phrase.lower().startswith((*BARE, "his ", "her ", "its ", "their "))
    return phrase[0].lower() + phrase[1:] if leads else phrase


def _has_role(words: list[str]) -> bool:
    """True where a role heads the phrase: not in "official statistics"."""
    for place in range(len(words)):
        for end in (place + 1, place + 2):
            role = "_".join(words[place:end])
            if role in spokes_roles() and (end >= len(words) or words[end] in AFTER_ROLE):
                return True
    return False
