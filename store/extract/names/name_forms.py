"""Forms of a person's name: which of its words stand alone, which come first, and what sex a title tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.gazetteer import folded
from store.extract.names.lexicon import family_names_first, given_names, role_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.extract.names.people import Name


_BOUND_WORDS = frozenset({"jr", "sr", "ii", "iii", "de", "van", "bin", "al"})


def same_given(one: str, other: str) -> bool:
    """True for "J" and "John", "Joe" and "Joe"."""
    return one == other or (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))


def surname_first(word: str) -> bool:
    """True for a folded first word that may be the family name: "kim", and whatever is no given name we know."""
    return word in family_names_first() or word not in given_names()


def gender_of(role: str) -> str:
    """Gender "f" or "m" where a role or title tells, else ""."""
    table = role_words()
    words = set(role.split())
    if words & table.female:
        return "f"
    return "m" if words & table.male else ""


def keys(words: tuple[str, ...]) -> dict[str, None]:
    """Folded forms under which words of a name are looked up: "al-Jaber" also as "jaber"."""
    found: dict[str, None] = {}
    for word in (*words, *" ".join(words).split()):
        found[folded(word)] = None
        head, hyphen, rest = word.partition("-")
        if hyphen and rest and head.lower() in role_words().particles:
            found[folded(rest)] = None
    return found


def standing_words(names: Iterable[Name]) -> dict[str, bool]:
    """Folded words of ``names`` -> True for those that may stand alone for the person."""
    found: dict[str, bool] = {}
    for words in dict.fromkeys(name.words for name in names):
        last, first = keys(words[-1:]), folded(words[0])
        for key in keys(words):
            if len(key) > 1 and key not in _BOUND_WORDS:
                alone = key in last or (key == first and surname_first(key)) or len(key) > 3
                found[key] = found.get(key, False) or alone
    return found


def surnames_of(names: Iterable[Name]) -> set[str]:
    """Folded words that are a person's surname in this article: no city's name here."""
    found: set[str] = set()
    for words in dict.fromkeys(name.words for name in names):
        found.update(keys(words[-1:]))
        if surname_first(folded(words[0])) or len(words) == 1:
            found.add(folded(words[0]))
    return found
