"""From sentences to events: held occasions joined over sentences, and deeds with a day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from store.extract.events.deeds import deeds
from store.extract.events.figures import settled
from store.extract.events.occasions import Occasion, occasions
from store.extract.events.whereabouts import may_tell, whereabouts
from store.extract.meetings.parts.schedule import day_value
from store.extract.meetings.parts.titles import title_of
from store.extract.meetings.parts.words import meeting_words
from store.model.facts import Event
from store.model.mentions import When

if TYPE_CHECKING:
    from store.extract.meetings.parts.scenes import Scenes
    from store.extract.reading import Reading
    from store.model.facts import Meeting
    from store.model.mentions import Party, Place, Time
    from store.model.spans import Span

_SPOKEN = frozenset(
    {
        "talks",
        "conversation",
        "phone call",
        "meeting",
        "discussions",
        "dialogue",
        "negotiations",
        "consultations",
        "video conference",
    }
)
_TWO_SIDED = frozenset({"phone call", "conversation", "talks", "meeting"})


@dataclass(slots=True, kw_only=True)
class _Held:
    """One held occasion while its mentions are collected."""

    series: str
    parties: dict[str, Party] = field(default_factory=dict)
    begins: list[When] = field(default_factory=list)
    ends: list[When] = field(default_factory=list)
    duration: When | None = None
    day: When | None = None
    place: Place | None = None
    evidence: list[Span] = field(default_factory=list)
    named: str = ""


def find_events(page: Reading, scenes: Scenes, meetings: tuple[Meeting, ...]) -> tuple[Event, ...]:
    """Events with a time or a duration in text order; nothing that ``meetings`` already announces."""
    announced = {span for m in meetings if m.begin for span in m.begin.spans}
    held: list[_Held] = []
    done: list[Event] = []
    last: Occasion | None = None
    tokens = page.tokens
    triggered = tokens.sentences_with(_triggers())
    for index, sentence in enumerate(tokens.sentences):
        placed = sentence.kind == "body" and page.places_in.get(index)
        if placed and may_tell(tokens.lower[sentence.first : sentence.end]):
            done += whereabouts(scenes.of(index))
        if sentence.kind in ("dateline", "headline") or not (page.times_in.get(index) or index in triggered):
            continue
        scene = scenes.of(index)
        taken: set[int] = set()
        for occasion in occasions(scene, last):
            occasion.times = [t for t in occasion.times if t[1].span not in announced and not _ahead(t[1], page)]
            taken.update(page.tokens.at(time.span)[0] for _, time, _ in occasion.times)
            _collect(held, occasion, page)
            last = occasion
        taken.update(page.tokens.at(t.span)[0] for t in page.times_in.get(index, ()) if t.span in announced)
        done += deeds(scene, taken)
    events = [e for h in held if (e := _event(h, page))] + done
    return tuple(sorted(events, key=lambda e: e.evidence[0]))


@cache
def _triggers() -> frozenset[str]:
    words = meeting_words()
    return frozenset(words.strong) | frozenset(words.held) | frozenset({"talked", "spoke", "met", "lasted"})


def _ahead(time: Time, page: Reading) -> bool:
    anchor = page.article.anchor.day
    return time.direction == "future" or bool(anchor and time.first and time.first > anchor)


def _collect(held: list[_Held], o: Occasion, page: Reading) -> None:
    """Add a mention to the occasion that it speaks of, or open a new one."""
    days = [_when(t, zone) for role, t, zone in o.times if role == "day" and not _clock_only(t)]
    if o.pair and len(o.parties) < 2 and held:
        o.parties = list(held[-1].parties.values())  # "they talked for two hours"
    target = _same(held, o, days[0] if days else None)
    if target is None:
        if not o.times and not o.parties:
            return
        target = _Held(series=o.series)
        held.append(target)
    for party in o.parties:
        target.parties.setdefault(party.name, party)
    if o.series == "phone call":
        target.series = o.series
    target.place = target.place or o.place
    for role, time, zone in o.times:
        _take(target, role, _when(time, zone), page)
    if o.times:
        span = o.scene.sentence.span
        if span not in target.evidence:
            target.evidence.append(span)


def _take(h: _Held, role: str, when: When, page: Reading) -> None:
    if role == "duration":
        h.duration = h.duration or when
    elif when.value.endswith("_REF"):
        return  # "now", "recently"
    elif "T" not in when.value:
        if role == "end" and h.day is not None:
            h.ends.append(when)
        elif when.value[:1].isdigit() or when.value.startswith("XX"):
            h.day = h.day or when
    else:
        into = h.ends if role == "end" else h.begins
        if not _says_day(when, page):
            # a clock time alone was settled on the day of the report; the event may have another
            when = replace(when, value="XXXX-XX-XXT" + when.value.partition("T")[2], first=None, last=None)
        if all((w.value[-5:], w.zone) != (when.value[-5:], when.zone) for w in into):
            into.append(when)


def _says_day(when: When, page: Reading) -> bool:
    return not _DAY_WORDS.isdisjoint(w[:3] for w in page.tokens.between(when.spans[0]) if w.isalpha())


_DAY_WORDS = frozenset("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec tod yes".split())


def _clock_only(time: Time) -> bool:
    return bool(time.clock)


def _when(time: Time, zone: str) -> When:
    value = time.value if time.type == "DURATION" else day_value(time)
    return When(
        value=value, spans=(time.span,), first=time.first, last=time.last, zone=zone, assumed=time.assumed, why=time.why
    )


def _same(held: list[_Held], o: Occasion, day: When | None) -> _Held | None:
    theirs = {p.name for p in o.parties if not _unresolved(p)}
    for h in reversed(held):
        if not (h.series == o.series or (h.series in _SPOKEN and o.series in _SPOKEN)):
            continue
        if day is not None and h.day is not None and day.value != h.day.value:
            continue
        if day is not None and h.day is None and not o.definite:
            continue
        ours = {name for name, p in h.parties.items() if not _unresolved(p)}
        if o.definite and len(ours) == len(theirs) == 1 and h.series in _TWO_SIDED:
            return h  # "the call with A" after "his call with B"
        if theirs and ours and not (theirs <= ours or ours <= theirs):
            continue
        if o.definite or (theirs and theirs == ours):
            return h
    return None


def _day_of_report(page: Reading) -> When | None:
    """The day that a bare clock time is taken to be on, where the article says when it was published."""
    anchor = page.article.anchor
    if anchor.day is None or anchor.bound != "exact":
        return None
    why = "no day given: the day of the report"
    return When(value=anchor.day.isoformat(), spans=(), first=anchor.day, last=anchor.day, assumed=True, why=why)


def _unresolved(party: Party) -> bool:
    """True for an office whose holder the article does not name: "the Latvian president"."""
    return party.form == "role" and party.head is None and party.name.lower().endswith(party.role or " ")


def _event(h: _Held, page: Reading) -> Event | None:
    if not h.evidence or not h.parties or not (h.begins or h.ends or h.duration or h.day):
        return None
    ends = [w for w in h.ends if "T" in w.value] or h.ends
    figures = settled(h.begins, ends, h.duration, h.day or _day_of_report(page))
    begins = figures.begins or ((h.day,) if h.day else ())
    parties = tuple(sorted(h.parties.values(), key=lambda p: p.span))
    return Event(
        who=parties,
        what=title_of(h.series, parties, h.place, ""),
        begins=begins,
        ends=figures.ends,
        duration=h.duration,
        where=h.place,
        evidence=tuple(sorted(h.evidence)),
        checks=figures.checks,
        series=h.series,
        rule="held occasion",
    )
