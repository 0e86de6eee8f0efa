"""Pronouns and nouns for people who speak, and what a given name tells."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

PERSONS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
SELVES = frozenset({"i", "we", "my", "our", "me", "us"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
THINGS = frozenset({"it", "its"})
GROUPS = frozenset({"they", "their", "them"})
SPOKESPEOPLE = frozenset(
    """
    spokesman spokeswoman spokesperson spokespeople official officials administration government source sources service
    statement office ministry embassy representative representatives aide aides adviser advisor envoy diplomat diplomats
    authorities communique side delegation
    """.split()
)
"""Nouns that speak for a state or organisation named beside them."""
PEOPLE_NOUNS = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "official", "representative", "aide", "diplomat", "adviser", "advisor",
     "envoy", "source"}
)  # fmt: skip
"""With "the" they mean whoever spoke last; a leader or president is told by the state instead."""
FAMILIES = (
    frozenset({"aide", "adviser", "advisor", "assistant"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson", "secretary"}),
    frozenset({"envoy", "negotiator", "representative"}),
)
"""Roles that reports use for one another."""


@cache
def _genders() -> dict[str, str]:
    table: dict[str, str] = {}
    text = (files("store.extract") / "lexicon" / "given_names.csv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        gender, _, names = line.partition(",")
        for name in names.split():
            table[name] = "" if name in table and table[name] != gender else gender
    return table


def gender_of(name: str) -> str:
    """The gender that the given name tells: "m", "f" or "" where it tells none."""
    return _genders().get(name.split(" ", 1)[0], "") if name else ""
