"""The persons of one article: full names, later surnames, and which of them a role or pronoun means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from store.extract.gazetteer import folded
from store.extract.names.lexicon import given_names, role_words
from store.extract.names.name_forms import gender_of, keys, same_given, surname_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.extract.names.lexicon import Entry
    from store.extract.names.people import Name
    from store.extract.names.roles import Role


MEMORY = 200
"""Persons that a role is looked up among: keeps a book-long text linear."""


@dataclass(slots=True, eq=False)
class Person:
    """One person as an article presents them."""

    words: tuple[str, ...]
    roles: list[str] = field(default_factory=list)
    of: Entry | None = None
    gender: str = ""
    has_staff: bool = False
    """True for whom an aide or spokesperson serves: such a person holds an office."""
    last: int = -1
    """Token of the latest mention so far, -1 before the first."""
    surnames: frozenset[str] = field(init=False)
    """Folded forms of the last word of the name, and of the first where that may be the family name."""

    def __post_init__(self) -> None:
        first = folded(self.words[0])
        self.surnames = frozenset(keys(self.words[-1:])) | ({first} if surname_first(first) else set())

    @property
    def name(self) -> str:
        """The fullest name in this article."""
        return " ".join(self.words)

    @property
    def role(self) -> str:
        """The first role given, or ""."""
        return self.roles[0] if self.roles else ""

    def learn(self, role: str, of: Entry | None, gender: str) -> None:
        """Keep what a mention adds."""
        if role and role not in self.roles:
            self.roles.append(role)
        if of is not None and self.of is None:
            self.of = of
        if gender and not self.gender:
            self.gender = gender


class Registry:
    """Persons by the words of their names. Full names are entered first, mentions are resolved in text order."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_word: defaultdict[str, list[Person]] = defaultdict(list)
        self._entered: dict[tuple[str, ...], Person] = {}
        self._recent: dict[Person, None] = {}
        for name in sorted(names, key=lambda n: -len(n.words)):
            self._enter(name)

    def _enter(self, name: Name) -> None:
        if name.words in self._entered:
            person = self._entered[name.words]
        else:
            person = self._same_person(name) or self._new(name)
            self._entered[name.words] = person
        role = name.role
        if role is not None:
            text = "" if role.kind in ("title", "counterpart") else role.text
            person.learn(text, role.of, gender_of(role.text))

    def _new(self, name: Name) -> Person:
        person = Person(name.words)
        person.gender = given_names().get(name.words[0].lower(), "")
        for word in keys(name.words):
            if len(word) > 1:
                self._by_word[word].append(person)
        return person

    def _same_person(self, name: Name) -> Person | None:
        words = [folded(w) for w in " ".join(name.words).split()]
        last = words[-1]
        if len(words) == 1:
            return self.called(last, name.role, -1)
        for person in self._by_word.get(last, ()):
            theirs = [folded(w) for w in person.name.split()]
            if set(words) <= set(theirs) or (theirs[-1] == last and same_given(words[0], theirs[0])):
                return person
        return None

    def called(self, word: str, role: Role | None, at: int) -> Person | None:
        """Whom a single folded name word means at token ``at``: by title, else whoever was named last before it."""
        found = self._by_word.get(word, [])
        by_surname = [p for p in found if word in p.surnames]
        found = by_surname or found
        if role is not None and len(found) > 1:
            gender = gender_of(role.text)
            fitting = [p for p in found if gender and p.gender == gender] or [p for p in found if role.text in p.roles]
            found = fitting or found
        named = [p for p in found if 0 <= p.last < at]
        return max(named, key=lambda p: p.last) if named else (found[0] if found else None)

    def person(self, name: Name) -> Person:
        """The person whom a mention from the first pass was entered as."""
        if len(name.words) == 1:
            again = self.called(folded(name.words[0]), name.role, name.first)
            if again is not None:
                return again
        return self._entered[name.words]

    def holder(self, role: Role, of: Entry | None, at: int, *, anywhere: bool = False) -> Person | None:
        """Whoever was last mentioned before token ``at`` with a role that ``role`` can mean; with ``anywhere`` (a
        headline, which names before the text does) else whoever bears it later.
        """
        people = self._everyone() if anywhere else self.recent()
        bearers = [p for p in people if (anywhere or p.last < at) and self._fits(p, role.text)]
        if of is None:
            spoken = role.text.rsplit(" ", 1)[-1]
            exact = (
                p for p in bearers if spoken not in _WIDE or any(r.endswith(spoken) or _is_staff(r) for r in p.roles)
            )
            return next(exact, None)
        known = next((p for p in bearers if p.of is not None and _same_owner(p.of, of)), None)
        # "President Ana Ruiz ... the Peruvian president": the only president of an unknown state is hers
        unknown = [p for p in bearers if p.of is None] or self._heads_of_office(role)
        return known or (unknown[0] if len(unknown) == 1 else None)

    def _heads_of_office(self, role: Role) -> list[Person]:
        """For a ruler's role: those with aides whose own role and state the article never tells."""
        if role.text not in _RULERS | {"leader", "prime minister"}:
            return []
        return [p for p in self.recent() if p.has_staff and p.of is None and not p.roles]

    def colleague(self, role: str, of: Entry) -> Person | None:
        """Whoever was mentioned last with ``role`` in the state of ``of``."""
        fitting = (p for p in self.recent() if p.of is not None and p.of.name == of.name and role in p.roles)
        return next(fitting, None)

    def mentioned(self, person: Person) -> None:
        """Move ``person`` to the front of those mentioned last."""
        self._recent.pop(person, None)
        self._recent[person] = None

    def recent(self) -> Iterable[Person]:
        """Persons already mentioned, the latest first, no further back than news refers."""
        return islice(reversed(self._recent), MEMORY)

    def _everyone(self) -> Iterable[Person]:
        return dict.fromkeys(self._entered.values())

    @staticmethod
    def _fits(person: Person, role: str) -> bool:
        head = role.rsplit(" ", 1)[-1]
        if head == "leader":
            return any(r.rsplit(" ", 1)[-1] in role_words().leaders or r.endswith("leader") for r in person.roles)
        if head in _WIDE:
            return "unnamed" not in role and _in_the_wide_sense(person, head)
        if head == "fm":
            return "foreign minister" in person.roles
        if head in ("predecessor", "successor", "counterpart"):
            return False
        role = role.replace("-", " ")
        if role in ("premier", "pm", "prime minister"):
            return any(r in ("prime minister", "premier", "pm") for r in person.roles)
        heads = [r.partition(" for ")[0].partition(" of ")[0] for r in person.roles]  # "minister for trade"
        return any(f" {r}".replace("-", " ").endswith(f" {role}") for r in (*person.roles, *heads))


def _is_staff(role: str) -> bool:
    return role_words().kinds.get(role.rsplit(" ", 1)[-1]) == "staff"


def _in_the_wide_sense(person: Person, head: str) -> bool:
    """Whether "the Russian official" can be an adviser or minister, hardly the president is."""
    heads = {r.rsplit(" ", 1)[-1] for r in person.roles}
    if head in heads:
        return True
    if head in ("envoy", "negotiator"):
        return bool(heads & {"ambassador", "representative", "mediator", "envoy", "negotiator"})
    kinds = {role_words().kinds.get(h, "") for h in heads}
    if head == "politician":
        return bool(kinds & {"office", "member"})
    return (
        bool(kinds & {"office", "staff", "rank"})
        and not heads & _RULERS
        and (head == "official" or bool(heads & _DIPLOMATS))
    )


_WIDE = frozenset({"official", "diplomat", "politician", "envoy", "negotiator"})
_RULERS = frozenset("president king queen emperor emir sultan pope premier chancellor prince dictator".split())
_DIPLOMATS = frozenset(
    "ambassador envoy representative negotiator consul minister secretary spokesman spokeswoman".split()
)


def _same_owner(one: Entry, other: Entry) -> bool:
    return one.name == other.name or (bool(one.country) and one.country == other.country)
