"""One meeting of one article while its mentions are collected, and the fact that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.extract.meetings.parts.heads import clause_end
from store.extract.meetings.parts.lengths import after_duration, lengths
from store.extract.meetings.parts.roster import listed
from store.extract.meetings.parts.schedule import Schedule, compatible, finer
from store.extract.meetings.parts.titles import title_of
from store.extract.meetings.parts.words import meeting_words
from store.extract.names import is_capital
from store.model.facts import Meeting
from store.model.spans import Span, hull

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.reading import Reading
    from store.model.facts import Status
    from store.model.mentions import Party, Place, When


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


def add(entry: Entry, c: Candidate, when: Schedule) -> None:
    """Let the candidate's mention complete the entry."""
    _set_time(entry, c, when)
    told = entry.place is not None and entry.place.kind == "venue" and c.place is not None and c.place.kind == "city"
    untold = entry.place is None and not _item_elsewhere(entry, c)
    if c.place and (untold or told or (_finer_place(entry, c) and not _further_stop(entry, c))):
        entry.place = c.place
    for party in c.parties:
        entry.parties.setdefault(party.name, party)
    if entry.candidates and all(o.beside for o in entry.candidates) and not c.beside:
        entry.series = c.series
    told = c.noun is not None and not c.finishing and c.rule not in ("mention", "at", "link")
    if entry.series == "meeting" and told and c.series != "visit":
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


def _item_elsewhere(entry: Entry, c: Candidate) -> bool:
    """As in "is to meet the premier", then "will also visit a camp at Tavuni": not where the premier is met."""
    group = c.group
    also = group is not None and "also" in c.scene.lower[group.first : group.end]
    return c.series == "visit" and entry.series != "visit" and bool(entry.candidates) and also


def _further_stop(entry: Entry, c: Candidate) -> bool:
    """As in "will also visit Tromso" of a visit to a state: one of several stops, unless it is the capital.

    "His visit to Tromso" takes up the visit told before.
    """
    told_before = c.noun is not None and c.definite
    return c.series == "visit" and bool(entry.candidates) and not told_before and not (c.place and is_capital(c.place))


def _finer_place(entry: Entry, c: Candidate) -> bool:
    old, new = entry.place, c.place
    if old is None or new is None:
        return False
    inside = not (old.country and new.country) or old.country == new.country
    land = old.kind == "region" and not old.country and new.kind == "country"  # "a European tour", then "to Norway"
    visit = "visit" in (c.series, entry.series)
    finer = ("city",) if visit else ("city", "venue")  # a state visit is more than its dinner
    return land or (inside and old.kind in ("country", "region") and new.kind in finer)


def _set_time(entry: Entry, c: Candidate, when: Schedule) -> None:
    """Take the finer day; a meeting put off without a new day has none."""
    again = when.begin is None and any(o.rule == "postponed" for o in entry.candidates)  # told twice, the day once
    # a plan given up with no new day in its sentence: the day told before is the new one
    new = c.given_up and c.definite and not c.times and entry.status != "postponed"
    if c.rule == "postponed" and entry.candidates and not (again or new):
        entry.begin = entry.end = None
    if c.finishing and entry.candidates and entry.begin is None:
        return  # "the talks are due to end in August": no day to begin on
    put_off = entry.status == "postponed" and c.rule != "postponed" and not (c.group and c.group.tense == "future")
    if when.begin is not None and not put_off:
        if entry.begin is None:
            entry.begin, entry.end = when.begin, when.end
        elif not compatible(entry.begin, when.begin):
            entry.begins.append(when.begin)
        else:
            better = finer(entry.begin, when.begin)
            if better is when.begin and better is not entry.begin:
                entry.begin, entry.end = better, when.end or entry.end
            entry.end = entry.end or when.end
    if entry.begin and entry.end is None and when.begin is None and (c.definite or c.anaphor):
        entry.end = after_duration(entry.begin, lengths(c))  # "will meet on Monday", then "the two-day meeting"
    if entry.end and entry.begin and entry.end.first and entry.begin.first and entry.end.first <= entry.begin.first:
        entry.end = None


def _passage(c: Candidate) -> Span:
    """The sentence; only the phrase where another meeting is announced "ahead of" or "beside" this one."""
    sentence = c.scene.sentence
    if c.noun is None or not (c.rule == "link" or c.beside):
        return sentence.span
    return c.scene.tokens.span(c.noun.first, max(clause_end(c.scene, c.noun.end), c.noun.end))


def absorb(entry: Entry, piece: Entry) -> None:
    """Let ``piece``, another telling of the same meeting, complete the entry."""
    if entry.begin is None:
        entry.begin, entry.end = piece.begin, piece.end
    entry.place = entry.place or piece.place
    entry.topic = entry.topic or piece.topic
    for party in piece.parties.values():
        entry.parties.setdefault(party.name, party)
    entry.passages |= piece.passages
    entry.candidates = sorted([*entry.candidates, *piece.candidates], key=lambda c: c.at)
    entry.last_at = max(entry.last_at, piece.last_at)


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
    parties = listed(entry.parties.values(), entry.series, entry.place)
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
