"""Claims over events across articles, and the figures on which their reports differ."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from store.compare.event_hours import hours_in_words, hours_of
from store.compare.said import evidence_of
from store.compare.same_events import clock_of, ordered
from store.compare.statement_claims import origins_of
from store.compare.voices import OWN_VOICE
from store.model.claims import UNATTRIBUTED, Claim, Conflict, Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from store.compare.same_events import Happening
    from store.compare.voices import Voices
    from store.model.claims import Evidence

DURATION = re.compile(r"P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?")
UNITS = (("day", 1440), ("hour", 60), ("minute", 1))
ROUNDED = 0.15
"""Share of the longer duration within which two may be one, rounded."""


def event_claim(group: Sequence[Happening], voices: Voices) -> Claim:
    """The claim, without an id, that all of ``group`` support."""
    group = ordered(group)
    when = min((h.fact for h in group if h.fact.when), key=_precision, default=None)
    evidence = tuple(_evidence(h, voices) for h in group)
    hours = hours_of(group, _day_of(group))
    why = (when.why if when else "", *hours_in_words(hours), *agreements(group))
    return Claim(
        id="",
        kind="event",
        who=max((h.fact.who for h in group), key=lambda w: (w.count(","), -len(w), w)),
        what=group[0].event.what,
        when=hours[0].moment.isoformat(timespec="minutes") if hours else when.when if when else "",
        where=next((h.fact.where for h in group if h.fact.where), ""),
        articles=tuple(dict.fromkeys(h.report.name for h in group)),
        origins=origins_of((e.origin, False) for e in evidence),
        evidence=evidence,
        assumed=bool(when and when.assumed),
        why="; ".join(dict.fromkeys(w for w in why if w)),
    )


def _day_of(group: Sequence[Happening]) -> date | None:
    """The day on which the event began, by the report that gives it most surely."""
    days = [w for h in group for w in h.event.begins if w.first and w.first == w.last]
    return min(days, key=lambda w: w.assumed).first if days else None


def _precision(fact: object) -> tuple[int, int]:
    value: str = fact.when  # type: ignore[attr-defined]
    return value.count("X"), -len(value)


def _evidence(happening: Happening, voices: Voices) -> Evidence:
    """The passage of a happening; its origin is who gives its figures."""
    event = happening.event
    times = (*event.begins, *event.ends, *((event.duration,) if event.duration else ()))
    found = [voices.at(happening.report.article_id, span) for when in times for span in when.spans]
    voice = next((v for v in found if v.origin != UNATTRIBUTED), OWN_VOICE)
    return evidence_of(happening.report, happening.fact, voice)


def agreements(group: Sequence[Happening]) -> list[str]:
    """Which figures agree, readable: within one report, and from report to report."""
    found = [check for h in group for check in h.event.checks]
    for value, reports in _by_figure(group, "lasting").items():
        if len(reports) > 1:
            found.append(f"{in_words(value)} in {_counted(len({h.report.article_id for h in reports}))} reports")
    for side in ("begin", "end"):
        for value, reports in _by_figure(group, side).items():
            if len({h.report.article_id for h in reports}) > 1:
                found.append(f"{side} at {value} in {_counted(len({h.report.article_id for h in reports}))} reports")
    return found


def _counted(number: int) -> str:
    return {2: "both"}.get(number, str(number))


def _by_figure(group: Sequence[Happening], figure: str) -> dict[str, list[Happening]]:
    """Value -> happenings that give it: durations, or clock times with their zone."""
    found: dict[str, list[Happening]] = defaultdict(list)
    for happening in group:
        event = happening.event
        if figure == "lasting":
            if event.duration and _minutes(event.duration.value):
                found[event.duration.value].append(happening)
            continue
        for when in event.begins if figure == "begin" else event.ends:
            if clock_of(when):
                found[f"{clock_of(when)} {when.zone}".strip()].append(happening)
    return found


def event_conflicts(groups: Sequence[Sequence[Happening]], voices: Voices) -> Iterator[Conflict]:
    """Durations and hours on which the reports of one event differ, without ids."""
    for group in groups:
        if len(group) < 2:
            continue
        durations = _by_figure(group, "lasting")
        if _lengths_differ(durations):
            yield _conflict("how long it lasted", {in_words(v): h for v, h in durations.items()}, voices)
        for side in ("begin", "end"):
            for hours in _by_zone(_by_figure(group, side)):
                yield _conflict(f"the hour of its {side}", hours, voices)


def _lengths_differ(durations: dict[str, list[Happening]]) -> bool:
    lengths = [_minutes(v) for v in durations]
    return len(lengths) > 1 and max(lengths) - min(lengths) > ROUNDED * max(lengths)


def _by_zone(hours: dict[str, list[Happening]]) -> Iterator[dict[str, list[Happening]]]:
    """Hours given for one zone by different articles and not the same."""
    zones: dict[str, dict[str, list[Happening]]] = defaultdict(dict)
    for value, happenings in hours.items():
        clock, _, zone = value.partition(" ")
        if zone:
            zones[zone][clock] = happenings
    for found in zones.values():
        if len(found) > 1 and len({h.report.article_id for hs in found.values() for h in hs}) > 1:
            yield found


def _conflict(figure: str, values: dict[str, list[Happening]], voices: Voices) -> Conflict:
    first = ordered([h for hs in values.values() for h in hs])[0]
    sides = []
    for value, happenings in sorted(values.items(), key=lambda v: ordered(v[1])[0].key):
        evidence = tuple(_evidence(h, voices) for h in ordered(happenings))
        sides.append(Side(value=value, origins=origins_of((e.origin, False) for e in evidence), evidence=evidence))
    return Conflict(id="", kind="figure", subject=f"{first.event.what}: {figure}", cause="unclear", sides=tuple(sides))


def _minutes(value: str) -> int:
    match = DURATION.fullmatch(value)
    return sum(int(n or 0) * unit for n, (_, unit) in zip(match.groups(), UNITS, strict=True)) if match else 0


def in_words(value: str) -> str:
    """An ISO 8601 duration as "50 minutes"; other values as they are."""
    match = DURATION.fullmatch(value)
    if match is None:
        return value
    parts = [(int(n), name) for n, (name, _) in zip(match.groups(), UNITS, strict=True) if n]
    return " ".join(f"{n} {name}{'s' * (n != 1)}" for n, name in parts) or value
