"""Names and words that are known before any article is read, ready for look-up by token."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from store.extract.gazetteer import State, listed, rows_of, states, us_states
from store.extract.tables import table_of
from store.extract.tokens import TOKEN

EntryKind = Literal["state", "adjective", "people", "capital", "office", "organisation", "region", "venue", "none"]


class Entry(NamedTuple):
    """What a known phrase stands for."""

    kind: EntryKind
    name: str
    """Canonical name: of states and capitals that of the state."""
    country: str
    """ISO 3166-1 alpha-2 of the state it belongs to, or ""."""
    note: str = ""
    """Of an organisation "body", "group", "party", "outlet" or "company"; of an office "seat", "office" or "venue";
    of a capital the city as written; of a US state its postal code."""


class Phrase(NamedTuple):
    """A known phrase as it is written, with all that it can stand for, the likeliest first."""

    written: tuple[str, ...]
    entry: Entry


@dataclass(frozen=True, slots=True)
class Known:
    """Phrases by their lower-case tokens, and how long the longest is that begins with a token."""

    phrases: dict[str, list[Phrase]]
    longest: dict[str, int]


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Vocabulary of offices and titles; every word lower-case."""

    kinds: dict[str, str]
    """Head of a role, singular or plural -> "office", "staff", "member", "rank", "title", "trade", "kin",
    "counterpart" or "none"."""
    singular: dict[str, str]
    """Plural head -> singular."""
    longest: dict[str, int]
    """First token of a head -> number of tokens of the longest head beginning so."""
    before: frozenset[str]
    """Words that may stand before a head: modifiers and departments."""
    departments: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    speech: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    leaders: frozenset[str]
    never_names: frozenset[str]


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Vocabulary of the names of bodies and venues, as capitalised in names."""

    heads: frozenset[str]
    openers: frozenset[str]
    outlets: frozenset[str]
    bodies: frozenset[str]
    venues: frozenset[str]
    premises: frozenset[str]
    """Heads of bodies that are a venue after "at"."""
    grounds: frozenset[str]
    """Common nouns, in lower case, that make a venue of the name before them."""
    lower_heads: frozenset[str]
    """``heads`` in lower case."""


@cache
def known() -> Known:
    """States, their adjectives, peoples, capitals and offices, organisations and regions."""
    phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
    longest: defaultdict[str, int] = defaultdict(int)
    for written, entry in _entries():
        tokens = tuple(TOKEN.findall(written))
        lower = [t.lower() for t in tokens]
        phrases[" ".join(lower)].append(Phrase(tokens, entry))
        longest[lower[0]] = max(longest[lower[0]], len(tokens))
    return Known(dict(phrases), dict(longest))


def _entries() -> list[tuple[str, Entry]]:
    found: list[tuple[str, Entry]] = []
    for state in states().values():
        found += _of_state(state)
    for row in rows_of("organisations"):
        entry = Entry("organisation", row["name"], "", row["kind"])
        found += [(written, entry) for written in (row["name"], *listed(row["variants"]))]
    for row in rows_of("offices"):
        entry = Entry("office", row["name"], row["iso"], row["kind"])
        found += [(written, entry) for written in (row["name"], *listed(row["variants"]))]
    for row in rows_of("regions"):
        entry = Entry("region", row["name"], row["country"])
        found += [(written, entry) for written in (row["name"], *listed(row["variants"]))]
    found += [(line, Entry("none", line, "")) for line in _lines("other_peoples")]
    for row in filter(lambda r: r["iso"], rows_of("combining_forms")):
        found.append((row["form"], Entry("adjective", states()[row["iso"]].name, row["iso"], "prefix")))
    for region in us_states().values():
        found.append((region.name, Entry("region", region.name, "US", region.code)))
    return found


def _of_state(state: State) -> list[tuple[str, Entry]]:
    entry = Entry("state", state.name, state.code)
    found = [(written, entry) for written in (state.name, *state.variants)]
    found += [(w, Entry("adjective", state.name, state.code)) for w in state.adjectives]
    found += [(w, Entry("people", state.name, state.code)) for w in state.people]
    found += [(w, Entry("capital", _actor(w, state), state.code, w)) for w in state.capitals]
    return found


def _actor(capital: str, state: State) -> str:
    # Some capitals are another's word in news than the state's own.
    return _spoken_for().get(capital, state.name)


@cache
def _spoken_for() -> dict[str, str]:
    """City -> the body that it stands for where it speaks or wants."""
    return {row["city"]: row["body"] for row in rows_of("seats") if row["speaks"]}


@cache
def role_words() -> RoleWords:
    """Offices, titles and what may stand before them."""
    kinds: dict[str, str] = {}
    singular: dict[str, str] = {}
    longest: defaultdict[str, int] = defaultdict(int)
    for row in rows_of("roles"):
        for word in filter(None, (row["word"], row["plural"])):
            kinds.setdefault(word, row["kind"])
            tokens = TOKEN.findall(word)
            longest[tokens[0]] = max(longest[tokens[0]], len(tokens))
        if row["plural"]:
            singular[row["plural"]] = row["word"]
    table = table_of("role_words")
    departments = frozenset(table["departments"].split())
    before = frozenset(table["modifiers"].split()) | departments
    spaced = {" ".join(TOKEN.findall(word)): kind for word, kind in kinds.items()}
    spaced_singular = {" ".join(TOKEN.findall(p)): s for p, s in singular.items()}
    lists = [
        frozenset(table[key].split())
        for key in ("female", "male", "speech", "particles", "suffixes", "leaders", "never_names")
    ]
    return RoleWords(spaced, spaced_singular, dict(longest), before, departments, *lists)


@cache
def body_words() -> BodyWords:
    """Heads of the names of bodies and venues."""
    table = table_of("organisation_words")
    heads, openers, outlets, bodies, venues, premises, grounds = (
        frozenset(table[key].split())
        for key in ("heads", "openers", "outlets", "bodies", "venues", "premises", "grounds")
    )
    return BodyWords(
        heads, openers, outlets, bodies, venues, premises, grounds, frozenset(word.lower() for word in heads)
    )


@cache
def given_names() -> dict[str, str]:
    """Lower-case given name -> "m", "f" or "" where both bear it."""
    found: dict[str, str] = {}
    for row in rows_of("given_names"):
        for name in row["names"].lower().split():
            found[name] = row["gender"] if found.get(name, row["gender"]) == row["gender"] else ""
    return found


@cache
def family_names_first() -> frozenset[str]:
    """Lower-case family names that stand before the given name ("Kim", "Nguyen")."""
    return _words("surnames_first")


@cache
def common_words() -> frozenset[str]:
    """Lower-case words whose capital at the head of a sentence says nothing."""
    return _words("common_words")


def _words(name: str) -> frozenset[str]:
    return frozenset(" ".join(_lines(name)).lower().split())


def _lines(name: str) -> list[str]:
    text = (files("store.extract") / "lexicon" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def stands_for(entry: Entry | None) -> str:
    """Name of the state or body that somebody in office speaks for, "" for none."""
    if entry is None:
        return ""
    state = entry.kind in _SPOKEN_FOR or entry.name.endswith(" Government")
    return states()[entry.country].name if state and entry.country in states() else entry.name


_SPOKEN_FOR = frozenset({"state", "adjective", "people", "capital"})
