"""Several mentions of one meeting become one entry: by name, parties, date, and definite reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.extract.meetings.participants import clause_end
from store.extract.meetings.schedule import Schedule, compatible, finer
from store.extract.meetings.titles import title_of
from store.extract.meetings.words import meeting_words
from store.model.facts import Meeting
from store.model.spans import Span, hull

if TYPE_CHECKING:
    from store.extract.meetings.candidate import Candidate
    from store.extract.reading import Reading
    from store.model.facts import Status
    from store.model.mentions import Party, Place, When

_TALKS = frozenset(
    {
        "talks",
        "negotiations",
        "discussions",
        "dialogue",
        "consultations",
        "round of talks",
        "meeting",
        "conversation",
        "session",
        "hearing",
    }
)
_GATHERINGS = frozenset(
    {
        "summit",
        "conference",
        "forum",
        "meeting",
        "ministerial",
        "session",
        "retreat",
        "roundtable",
        "talks",
        "round of talks",
    }
)
_OPEN = frozenset({"summit", "conference", "forum", "ministerial", "roundtable", "council"})
"""Kinds that many attend: later mentions name other participants."""
_NEAR = 2
"""Sentences over which "the talks" takes up the meeting just named."""
_RANK = {"scheduled": 1, "proposed": 0, "postponed": 3, "cancelled": 2}


@dataclass(slots=True, kw_only=True)
class Entry:
    """One meeting of one article while its mentions are collected."""

    series: str
    names: frozenset[str]
    status: Status
    rule: str
    begin: When | None = None
    end: When | None = None
    begins: list[When] = field(default_factory=list)
    place: Place | None = None
    parties: dict[str, Party] = field(default_factory=dict)
    own_name: str = ""
    """What the article calls the occasion: "Summit of the Americas"."""
    passages: dict[int, Span] = field(default_factory=dict)
    """Sentence index -> the sentence or clause that carries it."""
    candidates: list[Candidate] = field(default_factory=list)
    topic: str = ""
    last_at: int = 0

    def circle(self) -> set[str]:
        """Names of the parties and of what they stand for: "Taro Aso" and "Japan"."""
        return {p.name for p in self.parties.values()} | {p.of for p in self.parties.values() if p.of}


def same_meeting(entry: Entry, c: Candidate, when: Schedule) -> int:
    """How surely the candidate speaks of ``entry``'s meeting: 0 for not at all."""
    if not compatible(entry.begin, when.begin) and not _within(entry, when):
        return 0
    kin = _kin(entry.series, c.series)
    if not kin:
        return 0
    kinds = c.names & meeting_words().modifiers["own_kind"]
    if kinds and not c.definite and not kinds <= entry.names:
        return 0  # "are also to have a dinner meeting"
    if entry.names and c.names and not (entry.names <= c.names or c.names <= entry.names):
        return 0
    if _elsewhere(entry, c):
        return 0
    if (entry.status == "cancelled") != (c.status == "cancelled") and when.begin and not _same_day(entry, when):
        return 0
    return _closeness(entry, c, when, kin)


def _within(entry: Entry, when: Schedule) -> bool:
    begin, end = entry.begin, entry.end
    return bool(
        begin
        and end
        and when.begin
        and begin.first
        and end.last
        and when.begin.first
        and begin.first <= when.begin.first <= end.last
        and when.end
    )


def _kin(a: str, b: str) -> int:
    if a == b:
        return 2
    if (a in _TALKS and b in _TALKS) or (a in _GATHERINGS and b in _GATHERINGS):
        return 1
    return 1 if "visit" in (a, b) and (a in _TALKS or b in _TALKS) else 0


def _elsewhere(entry: Entry, c: Candidate) -> bool:
    a, b = entry.place, c.place
    return bool(a and b and a.kind == b.kind == "city" and a.name != b.name)


def _closeness(entry: Entry, c: Candidate, when: Schedule, kin: int) -> int:
    ours, theirs = set(entry.parties), {p.name for p in c.parties}
    wide, their_wide = entry.circle(), theirs | {p.of for p in c.parties if p.of}
    shared = wide & their_wide
    if "visit" in (entry.series, c.series) and entry.series != c.series:
        return _programme(entry, when, shared)
    if (
        entry.series == c.series == "visit"
        and shared
        and not (entry.place and c.place and entry.place.name != c.place.name)
    ):
        return 3
    named = bool(entry.names and c.names)
    again = (c.definite and c.noun is not None) or _antecedent(entry, c)
    both = c.pair and any(o.pair for o in entry.candidates) and kin == 2
    near = c.scene.index - entry.candidates[-1].scene.index <= _NEAR and not c.names
    body = near and bool(ours) and all(p.kind == "organisation" for p in entry.parties.values())
    joined = again and not c.told_by_name and ((kin == 2 and (entry.series in _OPEN or bool(shared))) or body)
    if c.rule == "travelled for" and len(ours) >= 2 and not theirs <= wide:
        return 0  # "arrived for talks with X and Y": several meetings
    known = _same_day(entry, when) or _knows(entry, c)
    if not named and _other_people(entry, c):
        return 0
    one_circle = _covered(list(entry.parties.values()), their_wide) or _covered(c.parties, wide)
    if c.told_by_name and ours and not named and not (one_circle and known):
        return 0
    if not named and not joined and len(ours) >= 2 and len(theirs) >= 2 and not one_circle:
        return 0
    if ours and theirs and not shared and not named and not joined:
        return 0
    same_day = _same_day(entry, when)
    same_place = bool(entry.place and c.place and entry.place.name == c.place.name)
    common = len(shared) + same_place
    if not (named or again or both or same_day or common >= 2 or (c.pair and entry.parties)):
        return 0
    score = 4 * named + 2 * both + 2 * same_day + min(common, 3) + (1 if c.pair and entry.parties else 0)
    if again:
        score += kin + (entry.begin is not None and when.begin is not None and not same_day)
        score += near and (body or not theirs)
    if c.sides and c.sides == sum(p.kind == "state" or p.kind == "organisation" for p in entry.parties.values()):
        score += 1
    return score if score >= 2 else 0


def _other_people(entry: Entry, c: Candidate) -> bool:
    """True where different persons stand for the same states: two presidents, then two foreign ministers."""
    ours = {p.name: p.of for p in entry.parties.values() if p.kind == "person"}
    theirs = {p.name: p.of for p in c.parties if p.kind == "person"}
    if not ours or not theirs or ours.keys() & theirs.keys():
        return False
    return len(ours) > 1 and len(theirs) > 1


def _covered(parties: list[Party], circle: set[str]) -> bool:
    """True where each party, or the state that it stands for, is in the circle."""
    return all(p.name in circle or (p.of and p.of in circle) for p in parties)


def _knows(entry: Entry, c: Candidate) -> bool:
    """False where the phrase names somebody whom the entry does not know: "the X-Y meeting" beside X's with Z."""
    known = {word for name in entry.circle() for word in name.lower().split()}
    return all(name in known or name in entry.names for name in c.names)


def _antecedent(entry: Entry, c: Candidate) -> bool:
    """True where ``c`` introduces what the entry took up: "ahead of a meeting", then "the meeting on Monday"."""
    first = entry.candidates[0]
    return c.noun is not None and first.noun is not None and first.definite and not first.names and c.at < first.at


def _same_day(entry: Entry, when: Schedule) -> bool:
    a, b = entry.begin, when.begin
    return bool(a and b and a.first and a.first == b.first and a.last == b.last)


def _programme(entry: Entry, when: Schedule, shared: set[str]) -> int:
    """A visit and its undated talks are one; a dated or separately attended item stands alone."""
    if not shared:
        return 0
    if entry.begin is not None and when.begin is not None:
        same = entry.begin.first == when.begin.first
        return 2 if same else 0
    return 2


def add(entry: Entry, c: Candidate, when: Schedule) -> None:
    """Let the candidate's mention complete the entry."""
    if c.rule == "postponed" and entry.candidates:
        entry.begin = entry.end = None
    put_off = entry.status == "postponed" and c.rule != "postponed" and not (c.group and c.group.tense == "future")
    if when.begin is not None and not put_off:
        if entry.begin is None:
            entry.begin, entry.end = when.begin, when.end
        else:
            better = finer(entry.begin, when.begin)
            if better is when.begin and better is not entry.begin:
                entry.begin, entry.end = better, when.end or entry.end
            entry.end = entry.end or when.end
    if entry.end and entry.begin and entry.end.first and entry.begin.first and entry.end.first <= entry.begin.first:
        entry.end = None
    if c.place and (
        entry.place is None or (entry.place.kind in ("country", "region") and c.place.kind in ("city", "venue"))
    ):
        entry.place = c.place
    for party in c.parties:
        entry.parties.setdefault(party.name, party)
    if entry.series == "meeting" and c.noun and c.rule not in ("mention", "at", "link") and c.series != "visit":
        entry.series = c.series
    if len(c.names) > len(entry.names):
        entry.names = c.names
    sure = when.begin is not None or not c.needs_time
    if c.licensed and sure and _RANK[c.status] > _RANK[entry.status]:
        entry.status = c.status
    entry.topic = entry.topic or c.topic
    if len(c.own_name) > len(entry.own_name):
        entry.own_name = c.own_name
    passage = _passage(c)
    entry.passages[c.scene.index] = hull((passage, entry.passages.get(c.scene.index, passage)))
    entry.candidates.append(c)
    entry.last_at = c.at


def _passage(c: Candidate) -> Span:
    """The sentence; only the phrase where another meeting is announced "ahead of" or "beside" this one."""
    sentence = c.scene.sentence
    if c.noun is None or not (c.rule == "link" or c.beside):
        return sentence.span
    return c.scene.tokens.span(c.noun.first, max(clause_end(c.scene, c.noun.end), c.noun.end))


def opened(c: Candidate, when: Schedule) -> Entry:
    """A new entry that starts from one candidate."""
    entry = Entry(series=c.series, names=c.names, status=c.status, rule=c.rule)
    add(entry, c, when)
    return entry


def finished(entry: Entry, page: Reading) -> Meeting:
    """The entry as the fact that it has become."""
    tokens = page.tokens
    kinds = sorted(entry.names & meeting_words().modifiers["own_kind"])
    series = " ".join([*kinds, entry.series])
    evidence = tuple(sorted(entry.passages.values()))
    parties = tuple(sorted(entry.parties.values(), key=lambda p: p.span))
    return Meeting(
        title=title_of(series, parties, entry.place, entry.topic, entry.own_name),
        begin=entry.begin,
        end=entry.end,
        place=entry.place,
        parties=parties,
        status=entry.status,
        evidence=evidence,
        begins=(entry.begin, *entry.begins) if entry.begin else (),
        series=series,
        topic=entry.topic,
        headline=all(tokens.sentences[i].kind == "headline" for i in entry.passages),
        rule=entry.rule,
    )
