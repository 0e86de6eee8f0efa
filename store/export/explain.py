"""Every finding of one article with its words, value and rule, and why: so that a wrong one is traced."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from store.export.columns import Table
from store.model.spans import Span, hull

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from store.model.article import Anchor, Article, Segment
    from store.model.facts import Event, Findings, Meeting, Statement
    from store.model.mentions import Party, Place, Time, When
    from store.model.spans import Spans

COLUMNS = ("kind", "span", "words", "value", "rule", "why")
INNER = "inner statement"
LONGEST_OPENING = 48
"""Code points of a paragraph that are shown: the findings in it quote the rest."""


class Explained(NamedTuple):
    """One finding; ``span`` in code points, empty for an anchor that the text does not give."""

    kind: str
    span: Span | None
    words: str
    value: str
    rule: str
    why: str


def explained(article: Article, found: Findings) -> tuple[Explained, ...]:
    """The anchor, then every segment with what was found in it, in text order."""
    text = article.text
    findings = [
        *(_segment(text, s) for s in found.segments),
        *(_meeting(text, m) for m in found.meetings),
        *(_event(text, e) for e in found.events),
        *(row for s in found.statements for row in _statements(text, s)),
        *(_time(text, t, found.times) for t in found.times),
        *(_party(text, p) for p in found.parties),
        *(_place(text, p) for p in found.places),
    ]
    return _anchor(text, found.anchor), *sorted(findings, key=lambda row: row.span.start if row.span else -1)


def explained_table(rows: Iterable[Explained]) -> Table:
    """A row a finding."""
    return Table(COLUMNS, tuple((row.kind, _at(row.span), *row[2:]) for row in rows))


def _at(span: Span | None) -> str:
    return f"{span.start}-{span.end}" if span else ""


def _anchor(text: str, anchor: Anchor) -> Explained:
    day = anchor.moment.isoformat(timespec="minutes") if anchor.moment else anchor.day.isoformat() if anchor.day else ""
    words = anchor.span.of(text) if anchor.span else ""
    return Explained("anchor", anchor.span, words, _joined(day, anchor.bound), anchor.basis, anchor.why)


def _segment(text: str, segment: Segment) -> Explained:
    words = segment.span.of(text)
    opening = words if len(words) <= LONGEST_OPENING else words[: LONGEST_OPENING - 1] + "…"
    rule = segment.role or segment.kind
    return Explained("segment", segment.span, opening, segment.kind, rule, _told("segment", rule))


def _time(text: str, time: Time, times: tuple[Time, ...]) -> Explained:
    until = f"until {times[time.range_end].value}" if 0 <= time.range_end < len(times) else ""
    value = _joined(time.type, time.value, time.mod, time.zone, until, _assumed(assumed=time.assumed))
    direction = f"looks to the {time.direction}" if time.direction in ("past", "future") else ""
    return Explained("time", time.span, time.span.of(text), value, time.rule, _joined(time.why, direction, by="; "))


def _place(text: str, place: Place) -> Explained:
    value = _joined(place.kind, place.name, place.country, place.zone)
    return Explained("place", place.span, place.span.of(text), value, place.rule, _told("place", place.rule))


def _party(text: str, party: Party) -> Explained:
    office = _joined(party.role, f"of {party.of}" if party.of else "")
    value = _joined(_joined(party.kind, party.name), office, f"({party.form})" if party.form else "", by=", ")
    return Explained("party", party.span, party.span.of(text), value, party.rule, _told("party", party.rule))


def _meeting(text: str, meeting: Meeting) -> Explained:
    place = f"{meeting.place.name} [{meeting.place.rule}]" if meeting.place else "no place"
    who = " / ".join(party.name for party in meeting.parties) or "no parties"
    value = _joined(meeting.status, _period(meeting.begin, meeting.end), place, who, meeting.series, by=", ")
    why = _joined(_told("meeting", meeting.rule), _whys(meeting.begin, meeting.end), by="; ")
    return Explained("meeting", meeting.evidence[0], _pieces(text, meeting.evidence), value, meeting.rule, why)


def _event(text: str, event: Event) -> Explained:
    begins, ends = (" = ".join(when.value for when in whens) for whens in (event.begins, event.ends))
    lasted = event.duration.value if event.duration else ""
    who = " / ".join(party.name for party in event.who)
    period = _joined(f"from {begins}" if begins else "", f"until {ends}" if ends else "", lasted)
    value = _joined(event.what, who, period, event.where.name if event.where else "", by=", ")
    why = _joined(_told("event", event.rule), _whys(*event.begins, *event.ends), *event.checks, by="; ")
    return Explained("event", event.evidence[0], _pieces(text, event.evidence), value, event.rule, why)


def _statements(text: str, statement: Statement, kind: str = "statement") -> Iterator[Explained]:
    said = statement.act if statement.polarity == "positive" else f"{statement.act} (negative)"
    via = f"via {', '.join(statement.via)}" if statement.via else ""
    value = _joined(said, _joined(statement.speaker or "nobody named", via), _period(statement.when, None), by=", ")
    parts = (("source", statement.source), ("cue", statement.cue), ("content", statement.content))
    words = " | ".join(f"{name}: {_pieces(text, spans)}" for name, spans in parts if spans)
    # A source may be shared with an earlier statement; its own words place it.
    span = hull(statement.cue + statement.content)
    yield Explained(kind, span, words, value, statement.rule, _of_statement(statement.rule))
    for inner in statement.inner:
        yield from _statements(text, inner, INNER)


def _of_statement(rule: str) -> str:
    """What the words of a statement's rule say, one by one, the longest first."""
    told, shape = [], rule.partition(":")[0]
    for name, meaning in sorted(_rules()["statement"].items(), key=lambda entry: -len(entry[0])):
        if f" {name} " in f" {shape} ":
            told.append((rule.index(name), meaning))
            shape = f" {shape} ".replace(f" {name} ", " ").strip()
    return "; ".join(meaning for _, meaning in sorted(told))


def _period(begin: When | None, end: When | None) -> str:
    if begin is None and end is None:
        return ""
    first = begin.value if begin else "?"
    assumed = _assumed(assumed=bool((begin and begin.assumed) or (end and end.assumed)))
    return _joined(f"{first} to {end.value}" if end else first, begin.zone if begin else "", assumed)


def _whys(*whens: When | None) -> str:
    return "; ".join(dict.fromkeys(when.why for when in whens if when and when.why))


def _assumed(*, assumed: bool) -> str:
    return "(assumed)" if assumed else ""


def _pieces(text: str, spans: Spans) -> str:
    return " … ".join(span.of(text) for span in spans)


def _joined(*words: str, by: str = " ") -> str:
    return by.join(word for word in words if word)


def _told(kind: str, rule: str) -> str:
    return _rules()[kind].get(rule, "")


@cache
def _rules() -> dict[str, dict[str, str]]:
    """``rules.toml``, read once."""
    return tomllib.loads((files("store.export") / "rules.toml").read_text(encoding="utf-8"))
