"""Gatherings and talks under way: their further sessions are where they are, or where the report was filed from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.kinship import kin
from store.extract.meetings.parts.words import meeting_words
from store.extract.names import dateline_place
from store.extract.times.calendar_days import days_in
from store.extract.times.words import calendar_words
from store.model.mentions import Place

if TYPE_CHECKING:
    from datetime import date

    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.entry import Entry
    from store.extract.meetings.parts.scene import Scene
    from store.extract.reading import Reading

_SOON = 3
"""Days ahead for which a gathering under way is taken to be still sitting."""
_LASTING = frozenset({"last", "run"})
_NTH = frozenset({"last", "final", "closing", "opening", "concluding"})
_SITS = frozenset(
    {"summit", "conference", "forum", "talks", "negotiations", "round of talks", "discussions", "meeting"}
)


def sits_here(entry: Entry, candidates: list[Candidate], page: Reading) -> bool:
    """As in a report from Oslo on "the third day of the conference" that "ministers will meet in plenary on Friday"."""
    day = page.article.anchor.day
    begin = entry.begin.first if entry.begin else None
    if day is None or begin is None or not 0 <= (begin - day).days <= _SOON or entry.series == "visit":
        return False
    if any(_of_the_council(c, page) for c in entry.candidates) and (begin - day).days < _SOON:
        return True
    if any(_counts_days(c.scene) for c in entry.candidates):
        return True  # "will meet for a fourth day on Wednesday", "on Sunday, the last day of the conference"
    if not all(c.pair or not c.parties for c in entry.candidates if c.licensed):
        return False
    return any(_under_way(c, page) for c in candidates if c not in entry.candidates and c.place is None)


def gathers_there(entry: Entry, candidates: list[Candidate], page: Reading, city: Place) -> bool:
    """As in a report from Oslo on a summit of these days that speaks of Oslo, or of "here", and of no other city.

    Not for persons, who may meet anywhere.
    """
    if entry.series not in _GATHERINGS | _SESSIONS or any(p.kind == "person" for p in entry.parties.values()):
        return False
    elsewhere = (c.place for c in candidates if c.place is not None and c.place.kind == "city")
    return all(place.name == city.name for place in elsewhere) and _spoken_of(city, page)


def _spoken_of(city: Place, page: Reading) -> bool:
    """True where the body names ``city`` again, or tells of something "here"."""
    tokens = page.tokens
    told = set(tokens.sentences_with(_HERE_SAID))
    told |= {
        tokens.sentence_of[tokens.at(p.span)[0]] for p in page.places if p.name == city.name and p.span != city.span
    }
    return any(tokens.sentences[index].kind == "body" for index in told)


_HERE_SAID = frozenset({"here"})


_SESSIONS = frozenset({"session", "meeting", "talks", "negotiations"})


def _of_the_council(c: Candidate, page: Reading) -> bool:
    """As in a report from United Nations headquarters that somebody "would bring together all 15 members"."""
    filed = dateline_place(page)
    words = c.scene.lower[c.scene.sentence.first : c.scene.sentence.end]
    return filed is not None and filed.kind == "venue" and not _MEMBERS.isdisjoint(words)


_MEMBERS = frozenset({"members", "council"})


def _under_way(c: Candidate, page: Reading) -> bool:
    """True for a gathering that is told to last, or to be on its second day, and nothing of where."""
    if c.noun is None or c.series not in _SITS:
        return False
    scene, day = c.scene, page.article.anchor.day
    if any(t.first and day and (t.first - day).days > _SOON for t in c.times):
        return False
    lasting = c.group is not None and c.group.verb in _LASTING and c.group.tense == "present"
    here = "here" in scene.lower[c.noun.end : c.noun.end + _HERE] and c.group is None
    return lasting or here or _counts_days(scene)


_HERE = 6
"""Tokens after a gathering's name within which "here" tells where it is: "the summit was to have closed here"."""


def _counts_days(scene: Scene) -> bool:
    """As in "the last day of the conference", "a sixth day of discussions", "for a fourth day"."""
    ordinals, lower = calendar_words().ordinals, scene.lower
    for i in range(scene.sentence.first + 1, scene.sentence.end):
        if lower[i] != "day" or not (lower[i - 1] in ordinals or lower[i - 1] in _NTH):
            continue
        of = lower[i + 1 : i + 2] == ["of"] and any(n.first <= i + 4 <= n.end + 2 for n in scene.nouns if n.first > i)
        if of or lower[i - 3 : i - 1] == ["for", "a"]:
            return True
    return False


def under_one_roof(entry: Entry, candidates: list[Candidate], page: Reading) -> Place | None:
    """As in "the summit opened here on Sunday", then "ministers meet on Tuesday": where a gathering is under way.

    Not for two persons, who may meet anywhere.
    """
    if entry.begin is None or any(p.kind == "person" for p in entry.parties.values()):
        return None
    for c in candidates:
        opened = c.rule == "was held" and c.group is not None and c.group.verb in _OPENED
        same = c.series == entry.series and c not in entry.candidates and entry.names <= c.names
        if (
            (opened or same)
            and c.series in _GATHERINGS
            and c.place is not None
            and c.place.kind == "city"
            and not far(c, entry, page)
        ):
            return c.place
    return None


def where_they_sit(entry: Entry, candidates: list[Candidate], page: Reading) -> Place | None:
    """As in "envoys met here on Monday", then "they would hold a plenary session on Wednesday": where they are."""
    day = page.article.anchor.day
    begin = entry.begin.first if entry.begin else None
    if day is None or begin is None or entry.series == "visit":
        return None
    for c in entry.candidates:
        met = _met_in(c) if (begin - day).days <= _SITTING else None
        if met is not None:
            return met
    for c in candidates:
        if not 0 <= (begin - day).days <= _sitting(c, day):
            continue
        if (
            c in entry.candidates
            or c.place is None
            or c.place.kind != "city"
            or c.series == "visit"
            or c.rule == "link"
        ):
            continue
        if c.noun is None and c.group is not None and c.group.tense == "future" and not c.times:
            continue  # "will travel to Oslo on Tuesday, where he will meet Ruiz": nobody sits there yet
        theirs = {p.name for p in c.parties}
        strangers = bool(entry.parties) and bool(theirs) and not (entry.parties.keys() & theirs)
        elsewhen = far(c, entry, page) and not (c.here and _lately(c, day))
        within = c.here and day <= begin and _spans(c, begin)
        if within and c.series in _SITS and any(o.scene is not c.scene for o in entry.candidates):
            return c.place
        if not strangers and kin(entry.series, c.series) and not ahead(c, page) and not elsewhen:
            return c.place
    return None


def _met_in(c: Candidate) -> Place | None:
    """As in "envoys met in Kisumu on Tuesday and will continue their talks on Thursday": the city of the first verb."""
    scene, group = c.scene, c.group
    if group is None or group.verb not in _GOES_ON or scene.lower[group.first - 1] != "and":
        return None
    for met in scene.groups:
        if met.end <= group.first and met.tense in ("past", "perfect") and met.verb in meeting_words().verbs["meet"]:
            spots = [m.what for m in scene.places if scene.owner(m) == met]
            return next((p for p in spots if isinstance(p, Place) and p.kind == "city"), None)
    return None


_GOES_ON = frozenset({"resume", "continue", "reconvene", "meet"})


def _spans(c: Candidate, begin: date) -> bool:
    """As in "began a two-day conference here on Monday", of Tuesday."""
    lengths = _lengths(c)
    days = [t.first for t in c.times if t.first and t.type == "DATE"]
    return bool(lengths and days) and 0 <= (begin - min(days)).days < max(lengths)


def _lengths(c: Candidate) -> list[int]:
    """How many days the words give it: [2] for "a two-day conference"."""
    return [days for t in c.times if (days := days_in(t.value)) is not None]


def _sitting(c: Candidate, day: date) -> int:
    """Days ahead for which talks under way are taken to stay where they are: as long as told of those here."""
    lengths = _lengths(c)
    return max(lengths) - 1 if c.here and lengths and _lately(c, day) else _SITTING


def _lately(c: Candidate, day: date) -> bool:
    """True for what began some days ago: "the talks here, which got under way on Monday last week"."""
    return any(t.first and 0 <= (day - t.first).days <= _LONG for t in c.times)


def ahead(c: Candidate, page: Reading) -> bool:
    """True for what is itself still to come: nothing goes on there yet."""
    day = page.article.anchor.day
    return day is not None and any(t.first and t.first > day for t in c.times)


def far(c: Candidate, entry: Entry, page: Reading) -> bool:
    """True for what is told of days far from the entry's: it may have been in another city."""
    day = entry.begin.first if entry.begin else page.article.anchor.day
    days = [t.first for t in c.times if t.first]
    return bool(day and days and all(abs((d - day).days) > NEAR for d in days))


_LONG = 14
"""Days for which talks may go on in one place."""
_SITTING = 3
_OPENED = frozenset({"open", "begin", "start", "kick", "convene"})
_GATHERINGS = frozenset({"summit", "conference", "forum", "ministerial", "retreat", "round of talks"})
NEAR = 5
"""Days within which gatherings of one body are taken to be in one city."""
