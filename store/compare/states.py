"""States as comparing needs them: which state a name, adjective, people or capital stands for, and who heads it."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from store.compare.wordlists import rows_of


class State(NamedTuple):
    """A state by ISO 3166-1 code and English short name."""

    iso: str
    name: str
    adjective: str = ""


class StateNames:
    """Every lower-case wording of a state -> the state. Tables are those that extraction reads."""

    def __init__(self) -> None:
        self._states: dict[str, State] = {}
        self._longest: dict[str, int] = {}
        for row in _extract_rows("states.csv"):
            state = State(row["iso"], row["name"], row["adjectives"].split("|")[0] or row["name"])
            for column in ("name", "variants", "adjectives", "people", "capital"):
                for wording in row[column].split("|"):
                    if wording:
                        self._states.setdefault(wording.lower(), state)
        for wording in self._states:
            words = wording.split()
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def of(self, wording: str) -> State | None:
        """The state that ``wording`` (lower case, no article) stands for."""
        return self._states.get(wording) or self._states.get(wording.removeprefix("the "))

    def longest(self, first: str) -> int:
        """Words of the longest wording that begins with the word ``first``, 0 where none does."""
        return self._longest.get(first, 0)


def _extract_rows(name: str) -> list[dict[str, str]]:
    text = (files("store.extract") / "lexicon" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def state_names() -> StateNames:
    """The one table of states."""
    return StateNames()


def name_of_state(iso: str) -> str:
    """English short name of the state, or ""."""
    return _names_by_code().get(iso, "")


@cache
def _names_by_code() -> dict[str, str]:
    return {row["iso"]: row["name"] for row in _extract_rows("states.csv")}


@cache
def offices() -> dict[str, State]:
    """Canonical name of a seat of government or office -> its state."""
    return {row["name"]: State(row["iso"], "") for row in _extract_rows("offices.csv") if row["kind"] != "venue"}


@cache
def office_names() -> dict[str, str]:
    """Lower-case wording of a seat of government or office -> its canonical name."""
    table: dict[str, str] = {}
    for row in _extract_rows("offices.csv"):
        if row["kind"] != "venue":
            for wording in (row["name"], *row["variants"].split("|")):
                if wording:
                    table.setdefault(wording.lower().removeprefix("the "), row["name"])
    return table


@cache
def organisations() -> dict[str, str]:
    """Lower-case wording of an organisation -> its canonical name."""
    table: dict[str, str] = {}
    for row in _extract_rows("organisations.csv"):
        for wording in (row["name"], *row["variants"].split("|")):
            if wording:
                table.setdefault(wording.lower().removeprefix("the "), row["name"])
    return table


@cache
def relayers() -> frozenset[str]:
    """Lower-case wordings of news agencies and outlets: they pass on what others say."""
    return frozenset(
        wording.lower()
        for row in _extract_rows("organisations.csv")
        if row["kind"] == "outlet"
        for wording in (row["name"], *row["variants"].split("|"))
        if wording
    )


@cache
def seats() -> dict[tuple[str, str], str]:
    """(ISO code, role or body) -> the office that its holder heads: ("FR", "president") -> "Elysee Palace"."""
    return {(row["iso"], row["role"]): row["office"] for row in rows_of("principals.csv")}
