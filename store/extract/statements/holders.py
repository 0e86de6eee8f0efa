"""Who holds a role that the article names only once: "Otieno's aide" and, further down, the adviser by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.grammar import DETERMINERS
from store.extract.statements.people import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.extract.statements.named import NamedParties
    from store.extract.statements.scan import Range, Scan

LEDE = 4
"""Paragraphs at the top where reports bring in nameless the aide whom they name further down."""


class Holders:
    """Names seen beside a role, by family of roles."""

    def __init__(self, scan: Scan, parties: NamedParties) -> None:
        self._scan = scan
        self._parties = parties
        self._noted: dict[frozenset[str], dict[str, set[str]]] = {}
        # family -> name -> words that stood beside it

    def note(self, sources: Iterable[Range]) -> None:
        """Remember who is named beside a role ("the king's aide, Ann Lee")."""
        for source in sources:
            words = self._scan.low[source.first : source.end]
            family = next((f for f in FAMILIES if not f.isdisjoint(words)), None)
            person = self._bearer(source) if family and len(words) > 2 else ""
            if family and person:
                self._noted.setdefault(family, {}).setdefault(person, set()).update(words)

    def _bearer(self, source: Range) -> str:
        """The person named in ``source`` who is not the one served ("the king's aide", "aide to the king")."""
        for k in range(source.first, source.end):
            party = self._parties.at(k) if self._scan.is_capital(k) else None
            if party is None or party.kind != "person" or party.head is None:
                continue
            first, end = self._scan.tokens.at(party.head)
            if self._scan.word(end) not in ("'s", "'") and self._scan.word(first - 1) not in ("to", "of", "for"):
                return party.name
        return ""

    def only(self, head: str, source: Range) -> str:
        """Whom ``source`` with the role ``head`` and no name means: the one person named beside such a role."""
        family = next((f for f in FAMILIES if head in f), None)
        known = list(self._noted.get(family, {}).items()) if family else []
        if len(known) != 1:
            return ""
        (name, words), low = known[0], self._scan.low
        served = {low[k] for k in range(source.first, source.end) if self._scan.is_capital(k)} - DETERMINERS
        definite = low[source.first] not in ("a", "an", "another") or self._scan.paragraph(source.first) < LEDE
        return name if definite and (not served or served & words) else ""
