"""Reports of invented meetings made by hand: what extraction would hand to the comparison, without extraction."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from store.compare.compare import compare
from store.extract.facts import facts_of
from store.model.article import NO_ANCHOR, Anchor
from store.model.claims import Talk
from store.model.facts import Event, Findings, Meeting, Statement, Status
from store.model.mentions import Party, PartyKind, Place, When
from store.model.reports import Comparison, Report, text_hash
from store.model.spans import Span, hull

Found = Meeting | Event | Statement
ZONES = {"Oslo": ("NO", "Europe/Oslo"), "Lima": ("PE", "America/Lima"), "Quito": ("EC", "America/Guayaquil"),
         "Cusco": ("PE", "America/Lima"), "Bergen": ("NO", "Europe/Oslo")}  # fmt: skip
COUNTRIES = {"Norway": "NO", "Peru": "PE"}
NOWHERE = Span(0, 0)


def published(day: str) -> Anchor:
    return Anchor(bound="exact", basis="metadata", day=date.fromisoformat(day), why="published")


def no_later_than(day: str) -> Anchor:
    return Anchor(bound="no later than", basis="comment", day=date.fromisoformat(day), why="reader comment")


def party(words: str) -> Party:
    """ "Chile" is a state, "@OECD" an organisation, "Ann Berg (president, Norway)" a person."""
    if words.startswith("@"):
        return Party(span=NOWHERE, name=words[1:], kind="organisation")
    person = re.fullmatch(r"(.+) \((.*), (.*)\)", words)
    if person:
        return Party(span=NOWHERE, name=person[1], kind="person", role=person[2], of=person[3])
    kind: PartyKind = "state"
    return Party(span=NOWHERE, name=words, kind=kind)


def place(name: str) -> Place:
    if name in COUNTRIES:
        return Place(span=NOWHERE, name=name, kind="country", country=COUNTRIES[name])
    country, zone = ZONES[name]
    return Place(span=NOWHERE, name=name, kind="city", country=country, zone=zone)


def when(value: str, *, zone: str = "", assumed: bool = False) -> When:
    first = last = None
    if re.match(r"\d{4}-\d\d-\d\d", value):
        first = last = date.fromisoformat(value[:10])
    elif week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        first = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        last = first + timedelta(6)
    return When(value=value, spans=(), first=first, last=last, zone=zone, assumed=assumed)


def meeting(
    *parties: str,
    on: str = "",
    until: str = "",
    at: str = "",
    status: Status = "scheduled",
    series: str = "talks",
    topic: str = "",
    title: str = "",
    headline: bool = False,
    zone: str = "",
    also_on: str = "",
) -> Meeting:
    starts = tuple(when(v, zone=zone) for v in (on, also_on) if v)
    return Meeting(
        title=title or f"{' - '.join(party(p).name for p in parties)} {series}",
        begin=starts[0] if starts else None,
        begins=starts,
        end=when(until) if until else None,
        place=place(at) if at else None,
        parties=tuple(party(p) for p in parties),
        status=status,
        evidence=(),
        series=series,
        topic=topic,
        headline=headline,
    )


def call(*who: str, lasting: str = "", on: str = "") -> Event:
    return Event(
        who=tuple(party(w) for w in who),
        what="phone call",
        begins=(when(on),) if on else (),
        ends=(),
        duration=when(lasting) if lasting else None,
        where=None,
        evidence=(),
        series="phone call",
    )


def report(
    article_id: int,
    *found: Meeting | Event,
    anchor: Anchor = NO_ANCHOR,
    said_by: str = "",
    name: str = "",
    text: str = "",
    label: str = "",
    ending: str = "",
) -> Report:
    """A report that tells each of ``found`` in a sentence of its own, all of it credited to ``said_by`` if given.

    Reports with one ``label`` use the same words; ``ending`` closes each sentence, ``text`` the report.
    """
    words, placed = "", []
    for number, one in enumerate(found):
        sentence = f"Paragraph {number} of report {label or article_id} tells of {_told(one)}{ending}"
        span = Span(len(words), len(words) + len(sentence))
        words += sentence + ".\n\n"
        placed.append(replace(one, evidence=(span,)))
    statements = (_statement(said_by, Span(0, len(words))),) if said_by and words else ()
    findings = Findings(
        segments=(),
        anchor=anchor,
        meetings=tuple(m for m in placed if isinstance(m, Meeting)),
        events=tuple(e for e in placed if isinstance(e, Event)),
        statements=statements,
    )
    words += text
    return Report(
        article_id=article_id,
        name=name or f"report-{article_id}",
        title=f"Title of {article_id}",
        outlet="",
        anchor=anchor,
        text=words,
        text_hash=text_hash(words),
        facts=facts_of(words, findings),
    )


def _told(found: Meeting | Event) -> str:
    parties = found.parties if isinstance(found, Meeting) else found.who
    day = found.begin.value if isinstance(found, Meeting) and found.begin else "some day"
    return f"{found.series} {' and '.join(p.name for p in parties)} on {day}"


def _statement(speaker: str, span: Span) -> Statement:
    return Statement(
        speaker=speaker, act="say", polarity="positive", source=(hull((span,)),), cue=(), content=(span,), direct=False
    )


def talks(*reports: Report, before: tuple[Talk, ...] = ()) -> tuple[Talk, ...]:
    return compare(reports, Comparison(talks=before)).talks


def the_talk(*reports: Report) -> Talk:
    found = talks(*reports)
    assert len(found) == 1, [(t.title, t.start) for t in found]
    return found[0]


def starts(talk: Talk) -> tuple[str, ...]:
    return talk.values("start")
