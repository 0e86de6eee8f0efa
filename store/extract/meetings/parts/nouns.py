"""Noun phrases of a sentence whose head names a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.meetings.parts.noun_senses import ORDER, ruled_out
from store.extract.meetings.parts.words import meeting_words
from store.extract.word_classes import ADVERBS, BREAKS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS

if TYPE_CHECKING:
    from store.extract.meetings.parts.scene import Scene

_AFTER_HEAD = (
    PREPOSITIONS
    | SUBORDINATORS
    | ADVERBS
    | DETERMINERS
    | PRONOUNS
    | frozenset(
        "and or nor but here there due later today tomorrow tonight yesterday next last early late set "
        "scheduled slated planned "
        "earlier yet again ahead amid back between once abroad 's away ever is are was were will would may "
        "might expected involving sometime".split()
    )
)


class Noun(NamedTuple):
    """A noun phrase whose head names a meeting; token indices."""

    first: int
    head: int
    end: int
    series: str
    strong: bool


def meeting_nouns(scene: Scene) -> list[Noun]:
    """Meeting nouns in text order; one where two name one occasion ("round of talks")."""
    words = meeting_words()
    if words.kinds.keys().isdisjoint(scene.lower[scene.sentence.first : scene.sentence.end]):
        return []
    busy = {i for g in scene.groups for i in range(g.first, g.end)}
    found: list[Noun] = []
    for i in range(scene.sentence.first, scene.sentence.end):
        word = scene.lower[i]
        series = words.series(word)
        medium = series == "video conference" and scene.lower[i - 1] in ("by", "via", "over", "through")
        if series and not medium and i not in busy and _heads_its_phrase(scene, i):
            first = _phrase_start(scene, i, busy)
            noun = Noun(first, i, i + 1, series, word in words.strong)
            if found and _is_of(scene, found[-1], noun):
                found[-1] = found[-1]._replace(end=noun.end, strong=noun.strong)
            elif not (ruled_out(scene, noun) or (found and _held_by_itself(scene, noun, found[-1]))):
                found.append(noun)
        elif found and word in ORDER and _counted(scene, i):
            found.append(Noun(i - 1, i, i + 1, found[-1].series, strong=True))
        elif found and word == "another" and scene.lower[i + 1 : i + 2] in _AFTER_ANOTHER:
            found.append(Noun(i, i, i + 1, found[-1].series, strong=True))
    return found


_AFTER_ANOTHER = (["on"], ["in"], ["at"], ["is"], ["will"], ["next"])


def _counted(scene: Scene, i: int) -> bool:
    """True for "a fourth" in "a third round opens in Oslo, and a fourth is to follow in Riga"."""
    if scene.lower[i - 1] not in ("a", "the") or i - 1 <= scene.sentence.first:
        return False
    if any(g.first == i + 1 and g.finite for g in scene.groups):
        return True
    listed = scene.lower[i - 2] in ("and", ",", "by", "with") and "first" in scene.lower[scene.sentence.first : i]
    return listed and scene.lower[i + 1 : i + 2] in (["in"], ["on"], ["at"])


def _is_of(scene: Scene, outer: Noun, inner: Noun) -> bool:
    """True for "round of talks", "session of the conference": one occasion."""
    if inner.first - outer.end != 1 or scene.lower[outer.end] != "of":
        return False
    return outer.series in ("round of talks", "session") or inner.series in ("forum", "council", "conference")


def _held_by_itself(scene: Scene, noun: Noun, before: Noun) -> bool:
    """As in "the summit, which holds its first gathering on Friday": nothing beside the summit."""
    held = scene.left_group(noun.first)
    if held is None or held.verb != "hold" or held.passive or held.end != noun.first:
        return False
    return scene.lower[noun.first] == "its" and scene.lower[before.end : held.first] in ([], [",", "which"])


def _heads_its_phrase(scene: Scene, i: int) -> bool:
    """False for "summit declaration", "talks process", "meeting room"."""
    after = i + 1
    if after >= scene.sentence.end:
        return True
    word, written = scene.lower[after], scene.tokens.words[after]
    if meeting_words().series(word) and not any(g.first == after for g in scene.groups):
        return False  # "summit meeting"
    if word == ")" and scene.tokens.words[i][0].isupper():
        return False  # "(Exhibition and Convention) Center"
    if word in ("-", "/") and after + 1 < scene.sentence.end and scene.lower[after + 1].isalpha():
        # "summit-level": part of a compound; "talks - in Riga": a dash
        return scene.tokens.starts[after] != scene.tokens.ends[i]
    if not word.isalpha() or word in _AFTER_HEAD or word.endswith(("ed", "ing", "ly")):
        return True
    if any(g.first == after for g in scene.groups) or any(m.first == after for m in scene.times):
        return True
    if written[0].isupper():
        return not scene.tokens.words[i][0].isupper()
    return False


def _phrase_start(scene: Scene, i: int, busy: set[int]) -> int:
    j = i
    while j > scene.sentence.first:
        word = scene.lower[j - 1]
        if _hyphened(scene, j - 1):
            j -= 1
            continue
        if word in _QUOTES and j - 2 >= scene.sentence.first and scene.lower[j - 2] in DETERMINERS:
            return j - 2  # 'a "working meeting"'
        if word != ")" and (j - 1 in busy or word in _OUTSIDE) and scene.tokens.words[j - 1] != "US":
            break
        if word in DETERMINERS:
            return j - 1
        if word == ")":
            j = _before_brackets(scene, j - 1)
            continue
        if word == "," and _counted_twice(scene, j - 1):
            j -= 1
            continue
        if word in (",", "and", "or", "but", "here", "there", "also"):
            break
        j -= 1
    return _without_loose_time(scene, _whole_name(scene, j, i), i)


def _counted_twice(scene: Scene, comma: int) -> bool:
    """True for the commas of "the next, 17th, round"."""
    before = scene.lower[comma - 1] if comma > scene.sentence.first else ""
    return before in ORDER or (before[:1].isdigit() and before[-2:] in ("st", "nd", "rd", "th"))


def _whole_name(scene: Scene, j: int, head: int) -> int:
    """In "the Council of Europe's annual conference" the phrase opens with the whole name."""
    bodies = (m for m in scene.parties if m.party == "organisation")
    name = next((m for m in bodies if m.first < j < m.end <= head), None)
    if name is None:
        return j
    return name.first - 1 if name.first > scene.sentence.first and scene.lower[name.first - 1] == "the" else name.first


_QUOTES = frozenset({'"', "``", "“", "‘"})
_OUTSIDE = PREPOSITIONS | SUBORDINATORS | BREAKS | PRONOUNS


def _hyphened(scene: Scene, i: int) -> bool:
    """True for a word inside a compound: "one-on-one", "face-to-face"."""
    starts, ends, lower = scene.tokens.starts, scene.tokens.ends, scene.lower
    return (lower[i - 1] == "-" and ends[i - 1] == starts[i]) and i > scene.sentence.first


def _before_brackets(scene: Scene, i: int) -> int:
    """The token index of the "(" that the ")" at ``i`` closes; ``i`` where there is none near."""
    return next((k for k in range(i, max(scene.sentence.first, i - 8), -1) if scene.lower[k] == "("), i)


def _without_loose_time(scene: Scene, j: int, i: int) -> int:
    """In "on Friday talks began" the time is no part of the phrase."""
    for m in scene.times:
        if m.first <= j < m.end <= i and scene.lower[m.end : m.end + 1] not in (["'s"], ["’s"]):
            before = scene.lower[m.first - 1] if m.first > scene.sentence.first else ""
            if before in ("on", "in", "at", "") or before not in PREPOSITIONS | DETERMINERS:
                return m.end
    return j
