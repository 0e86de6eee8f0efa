"""Tense and mood of the verb groups of a sentence: what is planned, wished, refused, past."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from store.extract.tables import table_of
from store.extract.verb_forms import WOULD

if TYPE_CHECKING:
    from collections.abc import Sequence


Tense = Literal["future", "reported", "present", "past", "perfect", "modal", "infinitive", "gerund", "participle"]

Mood = Literal["fixed", "expected", "proposed", "wish", "refused", "journey", "plain"]


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries; indices are token indices of the article."""

    first: int
    head: int
    end: int
    verb: str
    """Base form of the main verb ("hold"); an unknown verb as written."""
    tense: Tense
    mood: Mood = "plain"
    passive: bool = False
    negated: bool = False
    progressive: bool = False

    @property
    def finite(self) -> bool:
        """True where the group can have a subject of its own."""
        return self.tense not in ("infinitive", "gerund", "participle")


class _Control(NamedTuple):
    after_be: dict[str, Mood]
    verbs: dict[str, Mood]
    nouns: dict[str, Mood]


@cache
def control() -> _Control:
    """Which words make a plan, an expectation or a wish of the verb they govern."""
    table = table_of("futurate")
    return _Control(
        *({w: mood for mood, ws in table[part].items() for w in ws} for part in ("after_be", "verbs", "nouns"))
    )


_GIVING_UP = frozenset(
    {
        "scrap",
        "cancel",
        "drop",
        "abandon",
        "shelve",
        "shelved",
        "dropped",
        "deny",
        "reject",
        "oppose",
        "postpone",
        "suspend",
    }
)

_BEFORE_GERUNDS = frozenset({"propose", "suggest", "consider", "recommend", "avoid", "plan", "envisage"})


def governing(groups: Sequence[VerbGroup], at: int, lower: Sequence[str]) -> tuple[Tense, Mood]:
    """Tense and mood of ``groups[at]``, an infinitive or gerund taking what governs it into account.

    "agreed to meet": future, fixed. "wants to meet": future, wish. "met to discuss": past.
    """
    group = groups[at]
    if group.finite:
        return ("reported", "fixed") if _shifted_back(groups, at, lower) else (group.tense, group.mood)
    if group.tense == "participle":
        return "participle", group.mood
    before = lower[group.first - 1] if group.first else ""
    if before == "ought":
        return "modal", "wish"
    if group.tense == "infinitive" and before in control().nouns:
        return "future", "refused" if _given_up(groups, at, lower) else control().nouns[before]
    if group.tense == "infinitive" and before in ("ever", "first", "second", "third", "last", "only"):
        now = before in ("first", "second", "third") and at and groups[at - 1].verb == "be"
        # "are the first to be received", but "the biggest delegation ever to visit Cuba"
        return (groups[at - 1].tense if now else "past"), "plain"
    if group.tense == "infinitive" and _first_to(groups, at, lower):
        return "past", "plain"
    alone = not at or groups[at - 1].end != group.first
    if group.tense == "infinitive" and alone and (bare := control().after_be.get(before)):
        return "future", bare  # headlines leave "is" out: "Ruiz ready to meet Berg"
    if group.tense == "gerund" and before in ("after", "since", "following", "by", "without"):
        return "past", "plain"
    if at == 0:
        return ("future", "fixed") if group.tense == "infinitive" else ("gerund", "plain")
    over = groups[at - 1]
    tense, mood = governing(groups, at - 1, lower)
    if group.first - over.end > 25:
        return group.tense, "plain"
    return _under(over, tense, mood, group, lower)


def _first_to(groups: Sequence[VerbGroup], at: int, lower: Sequence[str]) -> bool:
    """As in "Ruiz, the first Peruvian leader to visit Oslo, met": told of what has come about, no verb before it."""
    floor = max(groups[at - 1].end if at else 0, groups[at].first - _FIRST)
    words = lower[floor : groups[at].first]
    ranked = next((i for i in range(len(words) - 1) if words[i] in ("the", "only") and words[i + 1] in _RANKED), None)
    return ranked is not None and "," not in words[ranked:] and words[max(0, ranked - 1) : ranked] == [","]


_RANKED = frozenset({"first", "last", "latest", "only", "second", "third", "highest"})
_FIRST = 10
"""Tokens of "the first senior official of the union" before "to"."""


def _shifted_back(groups: Sequence[VerbGroup], at: int, lower: Sequence[str]) -> bool:
    """As in "said it would be settled when they met on Monday": what was ahead when it was said."""
    group, over = groups[at], groups[at - 1] if at else None
    if group.tense != "past" or group.passive or over is None or over.verb in _ASKED:
        return False
    return under_would(lower, over.first, over.end, group.first)


_ASKED = frozenset("say tell know ask forget remember recall explain reveal disclose confirm comment".split())
"""Behind these "when" asks for a day: "would not say when they met"."""


def under_would(lower: Sequence[str], first: int, end: int, verb: int) -> bool:
    """True where "when" opens the clause of the past form at ``verb`` right behind a plain "would" + verb.

    ``first``, ``end``: the tokens of the verb group before.
    """
    over = lower[first:end]
    if lower[first] not in WOULD or "have" in over or "not" in over or "never" in over or lower[first] == "wouldn't":
        return False
    opener = next((i for i in range(verb - 1, max(end, verb - _CLAUSE) - 1, -1) if lower[i] in _WHEN), None)
    return opener is not None and not {",", ";", "--"} & set(lower[opener:verb])


_CLAUSE = 9
"""Tokens from "when" to the verb of its clause."""
_WHEN = frozenset({"when", "once", "until", "before"})


def _given_up(groups: Sequence[VerbGroup], at: int, lower: Sequence[str]) -> bool:
    """As in "Scrapped plans to visit", "has no plans to meet"."""
    first = groups[at].first
    if "no" in lower[max(0, first - 3) : first]:
        return True
    over = groups[at - 1] if at else None
    return over is not None and first - over.end <= 4 and (over.negated or over.verb in _GIVING_UP)


def _under(over: VerbGroup, tense: Tense, mood: Mood, group: VerbGroup, lower: Sequence[str]) -> tuple[Tense, Mood]:
    wanted = control().verbs.get(over.verb, "plain")
    if group.tense == "gerund" and over.verb not in _BEFORE_GERUNDS:
        return tense, mood
    had = over.tense == "perfect" and lower[over.first] == "had"
    if had and wanted in ("fixed", "journey") and over.verb != "agree":
        return "past", "plain"  # "had planned to meet"
    if over.verb == "head" and lower[over.end : over.end + 1] not in (["to"], ["for"], ["back"], ["home"], ["into"]):
        wanted = "plain"  # "headed a delegation to pay a visit"
    if over.verb == "accept" and "invitation" in lower[over.end : group.first] and not over.negated:
        return "future", "fixed"  # "accepted an invitation from Peru to hold the summit"
    if wanted == "journey" and group.tense == "infinitive" and tense in ("past", "perfect", "present"):
        return "future", "journey"
    if wanted in ("fixed", "expected", "proposed", "wish", "refused"):
        if over.negated:
            return "future", "refused"
        if tense == "future" and wanted == "fixed":
            return "future", mood
        return "future", wanted
    if over.tense == "infinitive" and tense == "infinitive":
        return "infinitive", "plain"
    return tense, mood
