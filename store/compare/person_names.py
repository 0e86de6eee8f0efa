"""Names of people: what reads as one, and which shorter and fuller names are one person's."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from store.compare.offices import institution_in
from store.compare.states import organisations, state_names
from store.compare.wordlists import function_words

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTICLES = frozenset("al bin ibn de del van von der da di el la".split())


def is_person(name: str) -> bool:
    """True for what reads as a personal name: capitalised words, and no state, office or organisation."""
    words = name.split()
    lower = name.lower()
    return (
        bool(words)
        and len(words) <= 5
        and all(w.split("-")[-1][:1].isupper() or w in PARTICLES for w in words)
        and lower not in organisations()
        and not institution_in(lower.split())
        and state_names().of(lower) is None
        and not any(state_names().of(w.lower()) for w in words)
    )


def full_names(names: Iterable[str]) -> dict[str, str]:
    """Each name -> the fullest form of it: a surname alone takes the one full name that ends in it."""
    counts = Counter(names)
    families: dict[str, set[str]] = defaultdict(set)
    for name in counts:
        families[name.split()[-1]].add(name)
    table: dict[str, str] = {}
    for family in families.values():
        wholes = _one_each(sorted((n for n in family if " " in n), key=lambda n: (-len(n), n)))
        for name in family:
            matching = sorted({whole for part, whole in wholes.items() if name in (part, part.split()[-1])})
            table[name] = matching[0] if len(matching) == 1 else name
    return table


def _one_each(names: list[str]) -> dict[str, str]:
    """Names of one family, longest first -> the longest with the same first name."""
    table: dict[str, str] = {}
    firsts: dict[str, str] = {}
    for name in names:
        table[name] = firsts.setdefault(name.split()[0], name)
    return table


def longest_name(text: str, surname: str) -> str:
    """A surname with the given name that ``text`` puts before it somewhere; other names as they are."""
    if " " in surname:
        return surname
    at = text.find(" " + surname)
    while at >= 0:
        words = text[max(0, at - 30) : at].split()
        if words and words[-1].isalpha() and words[-1].lower() not in function_words() and is_person(words[-1]):
            return f"{words[-1]} {surname}"
        at = text.find(" " + surname, at + 1)
    return surname
