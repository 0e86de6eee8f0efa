"""Whether a word that can name a meeting does so: no "second round of voting", no "appointment of a minister"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from store.extract.meetings.parts.words import meeting_words

if TYPE_CHECKING:
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene

_TOPIC = frozenset({"on", "about", "over", "regarding", "concerning", "towards", "toward", "into"})


def _of_talks(scene: Scene, noun: Noun) -> bool:
    """True for "a round of talks", "rounds between", and for "the next round" soon after talks were spoken of."""
    lower, talk_words = scene.lower, meeting_words().modifiers["talk_words"]
    rest = lower[noun.head + 1 : noun.head + 6]
    if rest[:1] == ["of"] or rest[:1] == ["between"]:
        return rest[0] == "between" or not talk_words.isdisjoint(rest)  # no "second round of voting"
    inside = lower[noun.first : noun.head]
    if not (talk_words | _OF_ROUNDS).isdisjoint(inside):
        return True
    if inside[:1] == ["their"] and not ORDER.isdisjoint(inside):
        return True  # "met here last month", then "their second round"
    sentences = scene.tokens.sentences
    start = sentences[max(0, scene.index - 2)].first
    near = (*lower[start : noun.first], *lower[noun.end : scene.sentence.end])
    counted = not ORDER.isdisjoint(inside) or any(_ORDINAL.fullmatch(word) for word in inside)
    return counted and not (talk_words | _NEGOTIATORS).isdisjoint(near)


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_OF_ROUNDS = frozenset({"preparatory", "exploratory", "bargaining", "negotiating", "mediation"})
_NEGOTIATORS = frozenset(
    {"negotiator", "negotiators", "negotiating", "mediator", "mediators", "delegation", "delegations", "sides"}
)


_OF_A_COMPANY = frozenset("shareholder shareholders stockholders shareholders' stockholders' investors'".split())
_UNPOLITICAL = frozenset("pastoral private holiday inspection study sightseeing home spiritual".split())
ORDER = frozenset(
    "next new final last further another second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth following".split()
)


COUNTED = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())


_TIMED = frozenset({"day", "week", "tripartite", "annual", "extraordinary", "emergency", "national", "joint"})
_PLANNED = frozenset({"planned", "slated", "scheduled", "upcoming", "forthcoming", "impending", "proposed"})
_MEALS = frozenset({"lunch", "dinner", "breakfast"})
_HOUSES = frozenset(
    {"presidential", "country", "mountain", "seaside", "lakeside", "beach", "holiday", "royal", "private"}
)
"""Before "retreat" these make a house of it."""


def _party_congress(scene: Scene, noun: Noun) -> bool:
    """True for "the FIFA Congress in May", "at its party congress": what a body of members holds, no parliament.

    So is the gathering of a named council: "at the Fisheries Council in Luxembourg".
    """
    attended = scene.left_group(noun.first)
    if attended is not None and attended.verb == "attend" and attended.end == noun.first:
        return True  # "is attending the Nordic Council of Ministers in Oslo on Wednesday"
    if scene.lower[noun.head] == "council":
        named = scene.tokens.words[noun.head][0].isupper() and scene.lower[noun.first - 1] in ("at", "before")
        return named and scene.lower[noun.end : noun.end + 1] in (["in"], ["on"], ["next"], ["this"])
    if scene.lower[noun.head] == "assembly":
        return scene.lower[noun.head - 1] == "annual"  # "the annual assembly of the Fund opens on Friday"
    if scene.lower[noun.head] != "congress":
        return False
    inside = [m for m in scene.parties if noun.first <= m.first < noun.head and m.end <= noun.end]
    held = noun.head + 1 < scene.sentence.end and scene.lower[noun.end] in (
        "in",
        "on",
        "at",
        "from",
        "next",
        "this",
        "to",
    )
    of_members = any(m.party == "organisation" for m in inside) or scene.lower[noun.head - 1] == "party"
    of_members = of_members or scene.lower[noun.first] in ("its", "their")  # "the party opens its congress"
    return of_members and (held or scene.lower[noun.first - 1] in ("at", "during", "before"))


def ruled_out(scene: Scene, noun: Noun) -> bool:
    """True where the noun names no meeting, or one that is only talked about."""
    words = meeting_words()
    lower = scene.lower
    before_head = lower[noun.head - 1] if noun.head > noun.first else ""
    if before_head in words.modifiers["not_a_meeting"]:
        return not (before_head in ("parliamentary", "youth") and noun.series in ("forum", "conference", "summit"))
    if not _OF_A_COMPANY.isdisjoint(lower[noun.first : noun.head]):
        return True
    if noun.series == "visit" and not _UNPOLITICAL.isdisjoint(lower[noun.first : noun.head]):
        return True
    if lower[noun.head] in ("round", "rounds"):
        named = scene.tokens.words[noun.head][0].isupper() and scene.sentence.kind != "headline"
        return named or not _of_talks(scene, noun)  # the "Doha Round" is years of talks
    if (other := _other_sense(scene, noun)) is not None:
        return other
    if _a_body(scene, noun):
        return True
    if lower[noun.head] == "table":
        back = lower[noun.first - 2 : noun.first] in (["back", "at"], ["back", "to"], ["return", "to"])
        return before_head not in ("negotiating", "bargaining", "conference") and not (
            back or _round_table(scene, noun)
        )
    if lower[noun.head] in ("council", "commission", "committee", "assembly", "congress"):
        if lower[noun.first] in ("a", "an") and lower[noun.end : noun.end + 1] == ["of"]:
            return _TIMED.isdisjoint(lower[noun.first : noun.head])  # "a four-day congress of the union"
        return not _party_congress(scene, noun)  # bodies: only what they do makes a meeting, see the verbs
    before = lower[noun.first - 1] if noun.first > scene.sentence.first else ""
    if not _PLANNED.isdisjoint(lower[noun.first : noun.head]):
        return False  # "talked about the planned visit of"
    if before == "on" and noun.series == "visit":
        return False  # "on his mission to Oslo"
    held_over = before in ("over", "on") and lower[noun.first - 2] in _HELD_OVER
    opener = scene.lower[noun.first - 2] if noun.first - 2 >= scene.sentence.first else ""
    entered = before == "into" and opener in _ENTERED  # "would enter into negotiations"
    return before in _TOPIC and not (held_over or entered) and not _told_ahead(scene, noun)


_ENTERED = frozenset("enter enters entered entering go goes going went get gets move moves come comes head".split())


def _round_table(scene: Scene, noun: Noun) -> bool:
    """As in "a round-table of fruit traders", "a round table on trade"; people sit at a round table too."""
    before = scene.lower[max(scene.sentence.first, noun.head - 2) : noun.head]
    named = before[-1:] == ["round"] or before == ["round", "-"]
    return named and scene.lower[noun.first - 1] not in ("at", "around")


def _other_sense(scene: Scene, noun: Noun) -> bool | None:
    """Whether a word that can mean a meeting means something else here; None for all other words."""
    inside, head = scene.lower[noun.first : noun.head], scene.lower[noun.head]
    if head in _MEALS:
        return (
            "working" not in inside or scene.lower[noun.first - 1] == "over"
        )  # "discuss the plan over a working lunch"
    if head in ("appointment", "appointments"):
        end = next((m.end for m in scene.times if 0 <= m.first - noun.end <= 2), noun.end)
        return scene.lower[end : end + 1] != ["with"]  # "has an appointment later on Friday with Ruiz"
    if head in ("exchange", "contacts", "contact", "interaction"):
        held = scene.left_group(noun.first)
        return held is None or held.verb != "hold" or scene.broken(held.end, noun.first)
    if head in ("mediation", "arbitration"):
        between = scene.lower[noun.end : noun.end + 1] in (["with"], ["between"], ["by"])
        held = scene.left_group(noun.first)
        led = held is not None and held.end == noun.first and held.verb in meeting_words().verbs["hold"] | {"advance"}
        return not (between or led or scene.lower[noun.first - 1] in ("to", "into"))
    if head == "segment":
        return {"level", "ministerial"}.isdisjoint(inside)
    if head == "retreat" and not _HOUSES.isdisjoint(inside):
        return True
    return "plea" in inside if head == "bargaining" else None


def _told_ahead(scene: Scene, noun: Noun) -> bool:
    """As in "to report on the summit, which opens on Friday", "depends on the talks in Oslo next week"."""
    verb = next((g for g in scene.groups if g.first >= noun.end), None)
    stop = verb.first if verb is not None else scene.sentence.end
    if any(noun.end <= m.first < stop and _comes(m.what) for m in scene.times):
        return True
    if verb is not None and verb.tense == "gerund" and verb.verb in _GOES_AHEAD and verb.first - noun.end <= _OF_IT:
        return True  # "discussed her visit to Peru taking place in May"
    which = [i for i in range(noun.end, stop) if scene.lower[i] in ("which", "that")]
    return bool(which) and verb is not None and verb.first - which[-1] <= _WHICH and verb.tense in ("present", "future")


def _comes(what: object) -> bool:
    return getattr(what, "direction", "") == "future"


def _a_body(scene: Scene, noun: Noun) -> bool:
    """True in "leaders of the Pacific Islands Forum": whose they are, and not where they meet."""
    before = scene.lower[max(scene.sentence.first, noun.first - 2) : noun.first]
    named = any(m.party == "organisation" and m.end == noun.end and m.first >= noun.first for m in scene.parties)
    return named and before[-1:] == ["of"] and before[0] in meeting_words().people


_GOES_AHEAD = frozenset({"take", "open", "begin", "start", "resume"})
_OF_IT = 4
"""Tokens of "to Peru" between a meeting and what is said of it."""
_WHICH = 3
"""Tokens from "which" to its verb: "which, if all goes well, opens" is too far."""
_HELD_OVER = frozenset(
    "hold holds held holding carry carried stand stood roll rolled preside presides presided embark embarks "
    "embarked".split()
)
"""Verbs that "over" belongs to: "to hold over their meeting", "to preside over a meeting"."""
