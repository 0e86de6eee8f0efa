"""Forms of English verbs: from an inflected word to its base and what the form can be."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

Form = Literal["base", "third", "past", "participle", "past or participle", "gerund"]


class VerbForm(NamedTuple):
    """What one inflected word can be."""

    base: str
    form: Form


BE = frozenset(
    {"is", "are", "was", "were", "am", "be", "been", "being", "'re", "'m", "isn't", "aren't", "wasn't", "weren't"}
)
HAVE = frozenset({"has", "have", "had", "having", "hasn't", "haven't", "hadn't", "'ve"})
DO = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})
WILL = frozenset({"will", "shall", "'ll", "won't", "shan't"})
MODALS = frozenset(
    {"may", "might", "could", "can", "should", "must", "cannot", "can't", "couldn't", "shouldn't", "ought"}
)
WOULD = frozenset({"would", "'d", "wouldn't"})
NEGATIONS = frozenset({"not", "never", "no", "n't", "hardly", "neither"})

_VOWELS = frozenset("aeiou")
_DOUBLING = frozenset(
    "abet admit ban bar beg begin blur confer cram cut deter distil embed emit enrol excel extol forget fret get grab "
    "grin hit impel incur infer instil kidnap let nab occur outstrip outwit overlap overstep pat plan plod prod "
    "put quit rebut recur remit repel rob run scan scrap scrub set ship shred shrug shun shut sidestep sit skid "
    "skip slap slip slot snub sob span split spread spur step stop strip stun swap swat swim throb transmit trap "
    "trek trim trot tug vet whip win worship wrap zigzag".split()
)


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Inflected lower-case word -> base and form; "be", "have" and "do" have their own sets above."""
    table: dict[str, VerbForm] = {}
    for base, past, participle in _rows():
        stem = _stem(base)
        table[_third(base)] = VerbForm(base, "third")
        table[stem + "ing"] = VerbForm(base, "gerund")
        table[participle] = VerbForm(base, "participle")
        table[past] = VerbForm(base, "past or participle" if past == participle else "past")
        if base.endswith("el"):  # "travelled" beside "traveled"
            table[base + "led"] = VerbForm(base, "past or participle")
            table[base + "ling"] = VerbForm(base, "gerund")
        table.setdefault(base, VerbForm(base, "base"))
    return table


def _rows() -> list[tuple[str, str, str]]:
    rows = []
    text = (files("store.extract") / "lexicon" / "verbs.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        match line.split():
            case [base, past, participle] if not line.startswith("#"):
                rows.append((base, past, participle))
            case [base]:
                rows.append((base, _past(base), _past(base)))
    return rows


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _stem(base: str) -> str:
    """What -ing is put to: "hold", "mak", "begin" + "n"."""
    if base in _DOUBLING:
        return base + base[-1]
    if base in ("lie", "die", "tie"):
        return base[:-2] + "y"
    if base.endswith("e") and not base.endswith(("ee", "oe")) and base != "be":
        return base[:-1]
    return base
