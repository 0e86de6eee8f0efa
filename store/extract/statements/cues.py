"""The cue lexicon: which words attribute, with what act, and what they take."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

if TYPE_CHECKING:
    from store.model.facts import Act, Polarity

Kind = Literal["verb", "noun", "adjective"]
Form = Literal["base", "third", "past", "participle", "past or participle", "gerund", "noun", "adjective"]


class Cue(NamedTuple):
    """A word that attributes."""

    lemma: str
    kind: Kind
    act: Act
    polarity: Polarity
    takes: frozenset[str]
    """Of "clause" (bare or with that), "that", "wh", "quote", "object", "infinitive", "addressee" (a person before
    the content), "gerund", "naming" (calls X Y), "telling" (even a bare noun phrase tells something: "condemned the
    raid")."""
    prepositions: frozenset[str]
    """Prepositions that lead to the content ("calls for", "warned of")."""
    particle: str
    """The second word of a phrasal verb, without which it attributes nothing ("out" of "point out"), or ""."""


class CueForm(NamedTuple):
    """One inflected word that may be a cue; a word such as "plans" has more than one."""

    cue: Cue
    form: Form


def polarity_of(cue: Cue, *, negated: bool) -> Polarity:
    """The polarity of ``cue`` in use: "denied" is negative, "did not deny" is not."""
    return "negative" if negated != (cue.polarity == "negative") else "positive"


@cache
def cue_forms() -> dict[str, tuple[CueForm, ...]]:
    """Lower-case inflected word -> its readings: adjective, verb, noun."""
    table: dict[str, tuple[CueForm, ...]] = {}
    with (files("store.extract") / "lexicon" / "cues.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            cue = _cue(row)
            for word, form in _inflected(cue, row["forms"].split()).items():
                table[word] = tuple(sorted((*table.get(word, ()), CueForm(cue, form)), key=_adjectives_first))
    return table


def _adjectives_first(entry: CueForm) -> int:
    # "are convinced that" is no passive
    return ("adjective", "verb", "noun").index(entry.cue.kind)


def _cue(row: dict[str, str]) -> Cue:
    return Cue(
        row["lemma"],
        cast("Kind", row["kind"]),
        cast("Act", row["act"]),
        cast("Polarity", row["polarity"]),
        frozenset(row["takes"].split()),
        frozenset(row["prepositions"].split()),
        row["lemma"].partition(" ")[2],
    )


def _inflected(cue: Cue, forms: list[str]) -> dict[str, Form]:
    if cue.kind != "verb":
        return dict.fromkeys(forms, cue.kind)
    base, third, past, participle, gerund = forms
    table: dict[str, Form] = {gerund: "gerund", third: "third", participle: "participle", past: "past", base: "base"}
    if past == participle:
        table[past] = "past or participle"
    return table
