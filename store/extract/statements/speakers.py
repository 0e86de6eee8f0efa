"""Who speaks: sources resolved to the names, offices and roles that the article itself gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.grammar import PREPOSITIONS
from store.extract.statements.holders import LEDE, Holders
from store.extract.statements.named import NamedParties
from store.extract.statements.people import (
    FAMILIES,
    GROUPS,
    PEOPLE_NOUNS,
    PERSONS,
    RELATIVES,
    SELVES,
    SPOKESPEOPLE,
    THINGS,
    gender_of,
)
from store.extract.statements.phrases import phrase_before
from store.extract.statements.relayers import phrase_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.extract.statements.scan import Range, Scan
    from store.model.mentions import Party


OPENING = 4
"""Tokens at the head of a sentence within which a name is its subject."""
NEAR = 3
"""Paragraphs within which "he" or "the official" still means the last speaker."""


class Speakers:
    """Names sources in text order; remembers who spoke last. Not for use across articles."""

    def __init__(self, scan: Scan, parties: tuple[Party, ...]) -> None:
        self._scan = scan
        self._parties = NamedParties(scan.tokens, parties)
        self._kinds = {p.name: p.kind for p in parties}
        self._last: dict[str, tuple[str, int]] = {}
        # "m", "f", "person", "body" -> (name, paragraph) of the last such speaker
        self._by_office = Holders(scan, self._parties)
        self._genders: dict[str, str] = {}
        self._last_place = -1
        # token at which the last person was named as speaker
        self._introduced: dict[str, tuple[str, int]] = {}
        # head noun -> (name, paragraph) of who was last brought in as "a" such

    def note_roles(self, sources: Iterable[Range]) -> None:
        """Look through ``sources`` for names beside roles before any is resolved."""
        self._by_office.note(sources)

    def name(self, source: Range | None, *, by: str | None = None) -> str:
        """The speaker of ``source``; ``by`` is the outer speaker for what a statement itself attributes.

        Only outer speakers are remembered: "she" after "Lee said that Holm had left" is Lee.
        """
        if source is None:
            return ""
        word = self._scan.low[source.first]
        if source.end - source.first == 1:
            found = self._pronoun(word, source, by or "")
            if found is not None:
                self._learn(found, PERSONS.get(word, ""), source, outer=by is None)
                return found
        found = self._described(source) or phrase_text(self._scan, source)
        if by is None:
            self._remember(found, source)
        return found

    def _learn(self, name: str, gender: str, source: Range, *, outer: bool) -> None:
        """Keep what "she" tells of a name whose given name does not, and that the same person speaks on."""
        if gender and name in self._kinds:
            self._genders.setdefault(name, gender)
            if outer:
                self._remember(name, source)

    def _gender(self, name: str) -> str:
        return gender_of(name) or self._genders.get(name, "")

    def _described(self, source: Range) -> str:
        head = self._scan.low[_head(self._scan, source)]
        found = self._by_office.only(head, source) or self._introduced_as(source) or self._party(source)
        return found or self._role(source) or self._named_within(source)

    def last_named(self, paragraph: int) -> str:
        """The last speaker with a name, if within ``paragraph``."""
        name, at = max(self._last.values(), key=lambda entry: entry[1], default=("", -1))
        return name if at == paragraph else ""

    def _pronoun(self, word: str, source: Range, by: str) -> str | None:
        if word in PERSONS:
            spoken = self._person(PERSONS[word], source)
            resolved = self._resolved(source)
            if resolved and (not spoken or self._took_over(resolved, source)):
                return resolved
            return spoken or self._scan.words[source.first]
        if word in SELVES:
            return by
        if word in RELATIVES:
            before = phrase_before(
                self._scan, _before_comma(self._scan, source.first), self._scan.sentence(source.first).first
            )
            return self._party(before) or phrase_text(self._scan, before) if before else ""
        if word in THINGS or word in GROUPS:
            known = self._recent("body", source)
            return self._resolved(source) or known or self._scan.words[source.first]
        return None

    def _resolved(self, source: Range) -> str:
        """What the names step says the pronoun means."""
        party = self._parties.at(source.first)
        return party.name if party else ""

    def _took_over(self, name: str, source: Range) -> bool:
        """True where ``name`` opened a sentence after the last person spoke: the next "he" is that one."""
        spoke = self._last_place
        for party in self._parties.before(source.first):
            first, _ = self._scan.tokens.at(party.span)
            if first <= spoke:
                return False
            if party.name == name and party.form != "pronoun":
                return first - self._scan.sentence(first).first <= OPENING
        return False

    def _person(self, gender: str, source: Range) -> str:
        recent = self._recent(gender, source) or self._recent("person", source)
        if recent and self._gender(recent) in ("", gender):
            return recent
        for party in self._parties.before(source.first):
            if party.kind == "person" and self._gender(party.name) in ("", gender):
                return party.name
        return ""

    def _recent(self, key: str, source: Range) -> str:
        name, paragraph = self._last.get(key, ("", -NEAR))
        return name if name and self._scan.paragraph(source.first) - paragraph <= NEAR else ""

    def _party(self, source: Range) -> str:
        party = self._parties.at(_head(self._scan, source))
        if party is None or party.form == "pronoun":
            return ""
        if party.form != "role":
            return party.name
        named = self._named_within(source)
        return named or (party.name if party.rule == "role resolved" else self._by_role(party, source))

    def _named_within(self, source: Range) -> str:
        """The name in apposition to a role: "the port's director, Ann Lee"."""
        comma = next((k for k in range(source.first, source.end) if self._scan.low[k] == ","), -1)
        party = self._parties.at(comma + 1) if 0 < comma < source.end - 1 else None
        return party.name if party and party.kind == "person" and party.head is not None else ""

    def _introduced_as(self, source: Range) -> str:
        """Whom "the official" means after "a White House official"."""
        scan = self._scan
        if scan.low[source.first] != "the" or source.end - source.first != 2:
            return ""
        name, paragraph = self._introduced.get(scan.low[source.first + 1], ("", -NEAR))
        return name if name and scan.paragraph(source.first) - paragraph < NEAR else ""

    def _by_role(self, party: Party, source: Range) -> str:
        """Whom a role without a name means: "Otieno's aide" is the one aide or adviser that the article names."""
        text = party.span.of(self._scan.tokens.text)
        family = next((f for f in FAMILIES if party.role.rsplit(" ", 1)[-1] in f), None)
        indefinite = text.lower().startswith(("a ", "an ", "another "))
        if family and (not indefinite or self._scan.paragraph(source.first) < LEDE):
            known = self._holders(family, party.of)
            if len(known) == 1:
                return known[0]
        definite = text.lower().startswith("the ") and party.role.rsplit(" ", 1)[-1] in PEOPLE_NOUNS
        recent = self._recent("person", source) if definite else ""
        if recent and self._belongs(recent) in ("", party.of):
            return recent
        if party.of and party.role.rsplit(" ", 1)[-1] in SPOKESPEOPLE:
            return party.of
        return party.name

    def _belongs(self, name: str) -> str:
        """The state or office that the article gives for ``name``."""
        return next((p.of for p in self._parties if p.name == name and p.of), "")

    def _holders(self, family: frozenset[str], of: str) -> list[str]:
        """Named people with a role of ``family`` that belongs to ``of``."""
        named = (p for p in self._parties if p.kind == "person" and p.head is not None and p.of == of)
        return list(dict.fromkeys(p.name for p in named if p.role.rsplit(" ", 1)[-1] in family))

    def _role(self, source: Range) -> str:
        """An office for its nameless voices; "the official" is who spoke before."""
        scan = self._scan
        head = scan.low[_head(scan, source)]
        if head not in SPOKESPEOPLE:
            return ""
        definite = scan.low[source.first] in ("the", "this")
        if definite and head in PEOPLE_NOUNS:
            recent = self._recent("person", source)
            if recent:
                return recent
        for token in range(source.first, source.end):
            party = self._parties.at(token)
            if party and party.kind != "person":
                return party.name
        vague = (definite and head == "service") or scan.low[source.first] in ("its", "their")
        return self._recent("body", source) if vague else ""

    def _remember(self, name: str, source: Range) -> None:
        paragraph = self._scan.paragraph(source.first)
        if self._scan.low[source.first] in ("a", "an"):
            self._introduced[self._scan.low[_head(self._scan, source)]] = (name, paragraph)
        kind = self._kinds.get(name, "")
        gender = self._gender(name)
        if kind == "person" or (not kind and gender):
            self._last["person"] = (name, paragraph)
            self._last_place = source.first
            if gender:
                self._last[gender] = (name, paragraph)
        else:
            self._last["body"] = (name, paragraph)


def _before_comma(scan: Scan, k: int) -> int:
    return k - 1 if scan.word(k - 1) == "," else k


def _head(scan: Scan, source: Range) -> int:
    """The head noun: the last word before an apposition, relative clause or preposition."""
    end = source.first + 1
    while (
        end < source.end
        and scan.low[end] not in (",", "(", "who", "which", "that")
        and scan.low[end] not in PREPOSITIONS
    ):
        end += 1
    while end - 1 > source.first and not scan.low[end - 1][0].isalnum():
        end -= 1
    return end - 1
