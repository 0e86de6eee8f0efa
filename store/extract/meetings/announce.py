"""From sentences to meetings: candidates, their slots, and one entry a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.candidates import Candidate, announcements
from store.extract.meetings.formats import split
from store.extract.meetings.merge import Entry, add, finished, opened, same_meeting
from store.extract.meetings.scene import Scene
from store.extract.meetings.schedule import Schedule, schedule_of
from store.extract.meetings.slots import fill
from store.extract.meetings.words import meeting_words
from store.extract.verb_forms import verb_forms
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.reading import Reading
    from store.model.facts import Meeting
    from store.model.mentions import Party, Place


def find_meetings(page: Reading) -> tuple[Meeting, ...]:
    """Meetings still to come at the moment of writing, one entry a meeting, in text order."""
    entries: list[Entry] = []
    candidates = _candidates(page)
    for at, c in enumerate(candidates):
        when = schedule_of(c, page)
        if c.pair and len(c.parties) < 2:
            resolve_pair(c, candidates[:at])
        if when.begin is not None and c.rule in _LOOSE and not _clearly_ahead(when, c, page):
            when = Schedule(None, None, past=True)
        if when.begin is None and _of_old_report(c, page):
            continue
        if not c.licensed or (when.past and c.rule not in ("postponed", "cancelled")):
            continue
        entry = _entry_of(entries, c, when)
        if entry is not None:
            add(entry, c, when)
        elif not c.needs_time or when.begin is not None:
            entries.append(opened(c, when))
    _inherit(entries)
    return tuple(finished(e, page) for e in entries if _tells(e, entries, page))


_LOOSE = frozenset({"mention", "holds on", "opens on", "meets on", "link", "travelled for", "upcoming", "at"})
"""Rules that say nothing of the future by themselves: the date must."""


def _clearly_ahead(when: Schedule, c: Candidate, page: Reading) -> bool:
    anchor = page.article.anchor.day
    begin = when.begin
    if anchor is None or begin is None or begin.first is None or begin.first > anchor:
        return True
    if begin.first != begin.last or begin.first != anchor:
        return False
    return c.rule in ("opens on", "meets on", "holds on", "link", "upcoming") or any(t.direction == "future" for t in c.times)


def _of_old_report(c: Candidate, page: Reading) -> bool:
    """ "On Oct. 29 he said that X would visit soon", read a month later: no announcement of today."""
    anchor = page.article.anchor.day
    if anchor is None or c.group is None or c.group.tense != "reported":
        return False
    return any(
        isinstance(t, Time) and t.type == "DATE" and t.last and (anchor - t.last).days > _STALE
        for m in c.scene.times
        if m.first < c.at and (t := m.what)
    )


_STALE = 3
"""Days after which a reported "would" no longer looks ahead of the article."""


def resolve_pair(c: Candidate, before: list[Candidate]) -> None:
    """ "The two sides", "they": the parties of the nearest mention of a meeting before, or the two named last."""
    for other in reversed(before):
        if c.scene.index - other.scene.index > 6:
            break
        if len(other.parties) >= 2:
            c.parties = list(other.parties)
            return
    page = c.scene.page
    start = page.tokens.starts[c.at]
    for kind in ("state", "person", "organisation"):
        near: dict[str, Party] = {}
        for party in reversed(page.parties):
            if party.span.end < start and party.kind == kind:
                near.setdefault(party.name, party)
                if len(near) == 2:
                    c.parties = sorted(near.values(), key=lambda p: p.span)
                    return


def _candidates(page: Reading) -> list[Candidate]:
    triggers = _trigger_forms()
    tokens = page.tokens
    sports = _about_sports(page)
    found: list[Candidate] = []
    for index, sentence in enumerate(tokens.sentences):
        if sentence.kind == "dateline" or triggers.isdisjoint(tokens.lower[sentence.first : sentence.end]):
            continue
        if sports:
            continue
        of_sentence = announcements(Scene(page, index))
        fill(of_sentence)
        for c in of_sentence:
            if c.here and (c.place is None or c.place.kind in ("country", "region")):
                c.place = dateline_place(page) or c.place
        for c in of_sentence:
            found += split(c)
    return found


def _trigger_forms() -> frozenset[str]:
    global _TRIGGERS
    if _TRIGGERS is None:
        words = meeting_words()
        verbs = words.verbs["meet"] | {"visit"}
        forms = {w for w, form in verb_forms().items() if form.base in verbs}
        _TRIGGERS = frozenset(words.strong) | frozenset(words.weak) | forms
    return _TRIGGERS


_TRIGGERS: frozenset[str] | None = None


def _about_sports(page: Reading) -> bool:
    """True where the article reports sport: its teams "meet" and its "rounds" are no talks."""
    lower = page.tokens.lower
    hits = [w for w in lower if w in meeting_words().sports]
    return len(hits) >= 5 and len(set(hits)) >= 3 and len(hits) * 60 >= len(lower)


def dateline_place(page: Reading) -> Place | None:
    """The city that the article was filed from."""
    for index, sentence in enumerate(page.tokens.sentences):
        if sentence.kind == "dateline":
            return next((p for p in page.places_in.get(index, ()) if p.kind == "city"), None)
    return None


def _entry_of(entries: list[Entry], c: Candidate, when: Schedule) -> Entry | None:
    best, best_score = None, 0
    for entry in reversed(entries):
        if (
            entry.candidates[-1].scene is c.scene
            and not c.definite
            and entry.names != c.names
            and not _same_trigger(entry, c)
        ):
            continue
        score = same_meeting(entry, c, when)
        if score > best_score:
            best, best_score = entry, score
    return best


def _same_trigger(entry: Entry, c: Candidate) -> bool:
    return any(c.group is not None and other.group == c.group for other in entry.candidates)


def _inherit(entries: list[Entry]) -> None:
    """A meeting "on the sidelines of" or "during" another takes that one's time and place where it has none."""
    of_candidate = {id(c): e for e in entries for c in e.candidates}
    for entry in entries:
        for c in entry.candidates:
            for other in entries:
                for h in other.candidates:
                    if other is not entry and h.scene is c.scene and h.noun and _hosts(h):
                        entry.begin = entry.begin or other.begin
                        entry.place = entry.place or other.place
    del of_candidate


def _hosts(h: Candidate) -> bool:
    scene, first = h.scene, h.noun.first if h.noun else 0
    before = scene.lower[max(scene.sentence.first, first - 4) : first]
    return before[-1:] == ["during"] or (
        before[-1:] == ["of"] and any(w in ("sidelines", "sideline", "margins", "fringes", "framework") for w in before)
    )


def _tells(entry: Entry, entries: list[Entry], page: Reading) -> bool:
    """False for what is too thin to be an announcement: no date, and nobody and nothing named."""
    if entry.begin is not None:
        return (
            bool(entry.parties or entry.place or entry.names) or len(entry.sentences) > 1 or entry.series != "meeting"
        )
    sentences = page.tokens.sentences
    if all(sentences[i].kind == "headline" for i in entry.sentences):
        return False
    if entry.status == "proposed":
        return False
    return bool(entry.parties or entry.names)
