"""What sort of meeting a report means: its family, the level at which parties meet, and its telling words."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from store.compare.parties import fold
from store.compare.wordlists import function_words

if TYPE_CHECKING:
    from store.model.facts import Meeting

OCCASIONS = frozenset("meeting meetings talks conference council session summit forum".split())
TALKS = "talks"
"""The family of whatever has no narrower one."""


class Sort(NamedTuple):
    """The sort of a meeting as it is compared."""

    family: str
    """One of "talks", "summit", "gathering", "visit", "call", "meal", "hearing"."""
    levels: frozenset[str]
    """Of "leaders", "ministers", "ministers of finance": empty where nothing tells."""
    name: frozenset[str]
    """Words that tell the occasion from others of its family: of its name or its topic."""


class Lexicon(NamedTuple):
    """Words that tell sorts of meetings apart."""

    families: dict[str, str]
    apart: frozenset[frozenset[str]]
    levels: dict[str, str]
    ministries: dict[str, str]
    untelling: frozenset[str]


@cache
def _lexicon() -> Lexicon:
    text = (files("store.compare") / "lexicon" / "meeting_sorts.toml").read_text(encoding="utf8")
    data: dict[str, Any] = tomllib.loads(text)
    return Lexicon(
        families=_by_word(data["families"]),
        apart=frozenset(frozenset((one, other)) for one, others in data["apart"].items() for other in others),
        levels=_by_word(data["levels"]),
        ministries=data["ministries"],
        untelling=frozenset(data["untelling"]["words"]),
    )


def _by_word(lists: dict[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in lists.items() for word in words}


def sort_of(meeting: Meeting, clause: str = "") -> Sort:
    """Family, level and telling words of ``meeting``; ``clause`` announces it."""
    roles = " ".join(sorted({p.role for p in meeting.parties if p.role}))
    named = " ".join([*sorted(p.name for p in meeting.parties), meeting.place.name if meeting.place else ""])
    return _sort(meeting.series, meeting.title, meeting.topic, roles, named, fold(clause))


@lru_cache(maxsize=16384)
def _sort(series: str, title: str, topic: str, roles: str, named: str, clause: str) -> Sort:
    told = fold(f"{series} {title}").split()
    known = {*fold(named).split(), *_lexicon().untelling, *function_words()}
    around = clause.split()
    words = _telling([*told, *fold(topic).split()], known) or _telling(_before_occasions(around), known)
    level = _levels(told) or _levels(_of_level(around))
    family = _family(fold(series).split(), told)
    if family == TALKS and "leaders" in level:
        family = "summit"
    return Sort(family, level or _levels(fold(roles).split()), words)


def _telling(words: list[str], known: set[str]) -> frozenset[str]:
    return frozenset(_stem(w) for w in words if w not in known and len(w) > 2)


def _before_occasions(words: list[str]) -> list[str]:
    """What sort of talks a clause tells of: "six-party talks", "the border conference"."""
    ends = [i for i, word in enumerate(words) if word in OCCASIONS]
    return [word for i in ends for word in words[max(0, i - 2) : i]]


def _of_level(words: list[str]) -> list[str]:
    """Words that tell the level of a meeting named after it: "ministerial meeting", "talks of foreign ministers"."""
    levels, found = _lexicon().levels, []
    for i, word in enumerate(words):
        if word in levels and (OCCASIONS & set(words[i + 1 : i + 3]) or _occasion_of(words[max(0, i - 5) : i])):
            found += words[max(0, i - 1) : i + 1]
    return found


def _occasion_of(before: list[str]) -> bool:
    return any(a in OCCASIONS and b in {"of", "between"} for a, b in pairwise(before))


def _family(series: list[str], title: list[str]) -> str:
    families = _lexicon().families
    for words in (series, title[-3:]):
        found = [families[w] for w in words if w in families]
        if found:
            # "video conference", "summit meeting", "dinner meeting".
            return next((f for f in found if f in {"call", "meal"}), found[-1])
    return TALKS


def _levels(words: list[str]) -> frozenset[str]:
    lexicon = _lexicon()
    found = {lexicon.levels[w] for w in words if w in lexicon.levels}
    if found & {"business", "parliaments", "officials"}:
        # "CEO summit", "deputy foreign ministers".
        return frozenset(found - {"ministers", "leaders"})
    if "prime" in words:
        found = (found - {"ministers"}) | {"leaders"}
    if "general" in words:
        # A secretary-general is the head of no ministry.
        found -= {"ministers"}
    if "ministers" not in found or "leaders" in found:
        return frozenset(found)
    return frozenset({f"ministers of {lexicon.ministries[w]}" for w in words if w in lexicon.ministries} or found)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def levels_differ(a: Sort, b: Sort) -> bool:
    """True where both tell at which level the parties meet, and nothing in it agrees."""
    if not a.levels or not b.levels or a.levels & b.levels:
        return False
    plain = {level.split(" of ")[0] for level in a.levels} & {level.split(" of ")[0] for level in b.levels}
    return not (plain and "ministers" in a.levels | b.levels)


def families_differ(a: Sort, b: Sort) -> bool:
    """True where one cannot be the other: a call is no visit, a dinner not the talks before it."""
    return frozenset((a.family, b.family)) in _lexicon().apart
