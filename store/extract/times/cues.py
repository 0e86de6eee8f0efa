"""Words that tell whether a time lies ahead or behind, beside it or in the verb that governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.times.direction_words import direction_words
from store.extract.times.governing import NEAR, Around
from store.extract.verb_forms import WILL, verb_forms

if TYPE_CHECKING:
    from store.extract.times.verb_places import VerbGroup
    from store.model.mentions import Direction


class Cue(NamedTuple):
    """What a clause says about a time, and the words that say it."""

    direction: Direction
    words: str
    nearest: bool = False
    """True where either side fits and the nearer day is meant."""
    firm: bool = False
    """True where a past verb stands close before the time, or "last" in its phrase."""


NO_CUE = Cue("none", "")


def beside(a: Around, governing: VerbGroup | None) -> Cue | None:
    """Cues that touch the time itself and outweigh the tense of the clause."""
    lists = direction_words()
    if cue := _awaited(a) or _of_aftermath(a, governing) or (_noun_after(a) if a.possessive else None):
        return cue
    for length in (2, 3):
        if (phrase := " ".join(a.low[max(a.start, a.first - length) : a.first])) in lists.ahead_phrases:
            return Cue("future", phrase)
    if a.possessive and a.word(a.first - 1) in ("following", "after") and governing and governing.direction == "future":
        return Cue("future", a.low[a.first - 1], nearest=True)
    at = a.first - 1
    while at > a.start and a.low[at] in lists.beside:
        at -= 1
    word = a.word(at)
    if word in lists.planned and not (word == "due" and a.word(at + 1) == "to"):
        return Cue("future", word)
    if word in lists.starting:
        lasted = a.left and a.left.finite and a.left.direction == "past" and a.left.base in lists.lasting
        return None if lasted else Cue("future", word)
    held = not lists.gatherings.isdisjoint(a.low[a.end : min(a.end + 4, a.stop)])  # "for Friday's special session"
    if word == "for" and at == a.first - 1 and (held or not a.possessive):
        return Cue("future", word)
    if word == "to" and a.left and a.left.base in lists.moved:
        return Cue("future", f"{a.low[a.left.end - 1]} to")
    if word in lists.behind:
        return Cue("past", word)
    return _until(a, at, governing) if word in lists.ahead else None


_STAYING_AWAY = frozenset({"pull", "drop", "back", "opt", "stay"})
"""Before "out of" and a day with its gathering: who stays away from it says so before."""


def _awaited(a: Around) -> Cue | None:
    """As in "looks forward to Friday", "awaited Friday's report", "ahead of talks on Friday"."""
    left = a.left
    if left and a.low[left.end : left.end + 2] == ["forward", "to"]:
        return Cue("future", f"{a.low[left.end - 1]} forward to")
    if a.possessive and left and left.base in direction_words().awaiting and a.first - left.end < NEAR:
        return Cue("future", a.low[left.end - 1])
    if a.possessive and left and left.base in _STAYING_AWAY and a.low[a.first - 2 : a.first] == ["out", "of"]:
        return Cue("future", f"{a.low[left.end - 1]} out of")  # "has pulled out of Saturday's summit"
    if left and left.base == "prepare" and not direction_words().gatherings.isdisjoint(a.low[left.end : a.first]):
        return Cue("future", a.low[left.end - 1])
    return _awaited_gathering(a)


def _awaited_gathering(a: Around) -> Cue | None:
    """As in "ahead of talks in Oslo on Monday", "prepared for a summit on Monday": what is awaited lies ahead."""
    lists = direction_words()
    before = a.word(a.first - 1)
    # "ahead of the election Thursday", "preparations for the June elections"
    attached = before in lists.gatherings or a.word(a.end) in lists.gatherings
    if before != "on" and not attached:
        return None
    for at in range(a.first - 2, max(a.start, a.first - _AWAITED) - 1, -1):
        if a.low[at] in (",", ";", "which", "that", "and") or (a.right and a.right.first <= at):
            return None
        two = " ".join(a.low[at : at + 2])
        ahead = two in lists.ahead_phrases or (a.low[at] in lists.preparing and a.low[at + 1] == "for")
        if ahead and (attached or not lists.gatherings.isdisjoint(a.low[at + 2 : a.first])):
            return Cue("future", two)
    return None


_AWAITED = 10
"""Tokens between "ahead of" and the day of what is awaited."""


def _until(a: Around, at: int, governing: VerbGroup | None) -> Cue | None:
    """As in "postponed until Friday", "must leave by Friday" look ahead; "lasted until Friday" and "By Friday, they had
    left" do not.
    """
    opening = at == a.start or a.low[at - 1] in (",", "but", "and", "not", "``", "“", '"')
    verb = a.right if opening and a.right else governing
    past = verb is not None and verb.direction == "past" and (opening or _is_over(a, at, verb))
    return None if past else Cue("future", a.low[at])


def _is_over(a: Around, at: int, verb: VerbGroup) -> bool:
    """As in "the talks lasted until Friday", "the river had calmed down by Friday"."""
    if verb.base in direction_words().lasting:
        return True
    perfect = a.low[verb.first] == "had" and verb.end - verb.first > 1
    return perfect and a.low[at] == "by" and verb.base not in direction_words().arranging


def _of_aftermath(a: Around, governing: VerbGroup | None) -> Cue | None:
    """As in "the impact of Friday's vote", "in the wake of her Sunday defeat", "bounced back from Friday's loss"; "the
    winner of Friday's vote will take over" looks ahead.
    """
    if governing and a.low[governing.first] in WILL:
        return None
    for at in range(a.first - 1, max(a.start, a.first - 3) - 1, -1):
        if a.low[at] in ("of", "from"):
            before = a.word(at - 1)
            return Cue("past", before) if a.noun_follows and before in direction_words().aftermath else None
    return None


def _noun_after(a: Around) -> Cue | None:
    """As in "Monday's planned visit" lies ahead, "Friday's attack" behind."""
    for word in a.low[a.end + 1 : min(a.end + 5, a.stop)]:
        if word in direction_words().planned_attribute:
            return Cue("future", word)
        if word in direction_words().happened:
            return Cue("past", word)
        if not word.isalpha():
            break
    return None


def is_firm(a: Around, governing: VerbGroup) -> bool:
    """As in "they met in May", "the last summit in May was"; "said of talks in May" and "crude for delivery in May
    fell" are not.
    """
    if governing.direction != "past":
        return False
    if "last" in a.low[max(a.start, a.first - 3) : a.first - 1]:
        return True
    lists = direction_words()
    opening = governing is a.right and a.first - a.start <= 1
    placed = a.word(a.first - 1) in ("in", "on", "during") or a.first == governing.end
    near = placed and governing.finite and (opening or (governing is a.left and a.first - governing.end <= NEAR))
    # "spoke of a summit in May" tells when the summit is; "held a summit in May" when it was.
    spoken_of = (
        not lists.gatherings.isdisjoint(a.low[governing.end : a.first]) and governing.base not in lists.scheduled
    )
    return near and not spoken_of and governing.base not in lists.reporting and governing.base not in lists.arranging


def arranged(a: Around, left: VerbGroup) -> Cue | None:
    """As in "announced a summit on Friday", said of a day on either side; "has called a strike on Friday" looks ahead,
    since the perfect goes with no day behind (Quirk et al. 1985, 4.23).
    """
    lists = direction_words()
    if left.direction != "past" or left.base not in lists.arranging | lists.dropped:
        return None
    if lists.gatherings.isdisjoint(a.low[left.end : a.first]) or a.first - left.end > _REACH:
        return None
    perfect = a.low[left.first] in ("has", "have") and left.base in lists.arranging
    return Cue("future" if perfect else left.direction, "", nearest=not perfect)


_REACH = 14
"""Tokens between a verb of arranging and the day of what it arranges: "invited both to talks in Oslo in May"."""


def present_verb(a: Around) -> Cue:
    """As in "On Friday the court hears the appeal": a full sentence without any other verb that opens with its day, or
    ends its verb with it.
    """
    opening = a.first - a.start <= 1 or (a.left is None and a.word(a.end) == ",")
    start, stop = (a.end, min(a.end + NEAR, a.stop)) if opening else (max(a.first - NEAR, a.start + 1), a.first)
    if a.word(a.stop - 1) != ".":
        return NO_CUE
    lists = direction_words()
    for at in range(start, stop):
        form = verb_forms().get(a.low[at])
        if form is None or not _follows_subject(a.word(at - 1)):
            continue
        if form.base in lists.reporting and (opening or form.base not in lists.arranging):
            continue
        # "speaks in Leipzig on Wednesday"; far from its day a noun looks the same: "visits to Leipzig on Wednesday"
        close = opening or at >= a.first - 2
        verb = a.low[at] not in lists.gatherings
        sure = verb and form.base not in lists.noun_thirds
        plural = form.form == "base" and form.base in lists.scheduled and a.low[at - 1][-1] == "s"
        if (form.form == "third" and (close or sure)) or (plural and verb):
            return Cue("future", a.low[at])
    return NO_CUE


def _follows_subject(word: str) -> bool:
    return word.isalpha() and word not in direction_words().attributive


def happened_before(low: list[str], governing: VerbGroup, stop: int) -> str:
    """The noun of "will retire after the defeat by Leeds on Saturday", the verb of "is under fire after losing on
    Saturday"; "" without one.
    """
    opened, planned = False, low[governing.first] in WILL
    for at in range(governing.end, stop):
        word = low[at]
        if word in ("after", "following", "since", "despite"):
            opened = True
            form = verb_forms().get(low[at + 1])
            if form and form.form == "gerund" and word != "despite" and not planned:
                return low[at + 1]
        if opened and word in direction_words().happened:
            return word
    return ""
