"""What two reports have in common that tells they were written about the same days: meetings, events, words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from store.compare.company import company_of
from store.compare.copies import CONTAINED, FEWEST, shingles
from store.compare.kinds import families_differ, levels_differ, sort_of
from store.compare.parties import fold, keys, member
from store.compare.places import same_place, within
from store.model.facts import Event, Meeting, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from store.compare.kinds import Sort
    from store.compare.parties import Member
    from store.model.mentions import Party, Place, When
    from store.model.reports import Report

MONTH_DAY = re.compile(r"(?:\d{4}|XXXX)-(\d\d)-(\d\d)")
CLOCK = re.compile(r"T(\d\d:\d\d)")
MOST_APART = 3
"""Days by which two reports of one meeting may differ."""
FEWEST_LETTERS = 4
ALIKE = 0.3
"""Share of the telling words that two renderings of one utterance have in common."""
LONG_QUOTE = 40


class Shared(NamedTuple):
    """One thing that two reports have in common."""

    points: float
    what: str
    """Readable: "the phone call of Ann Berg and Olaf Lund (50 minutes)"."""


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """A meeting or an event as its report tells it, whatever the year."""

    members: tuple[Member, ...]
    names: tuple[str, ...]
    place: Place | None
    days: frozenset[str]
    """Month and day, "01-10"."""
    figures: frozenset[str]
    """Durations and clock times."""
    sort: Sort | None
    series: str


@dataclass(frozen=True, eq=False)
class Dossier:
    """What of one report is held against others."""

    report: Report
    happenings: tuple[Happening, ...] = field(default=())

    @cached_property
    def keys(self) -> frozenset[str]:
        """What two reports share wherever they could share enough: a pair of parties, or a long quote."""
        pairs = {
            "+".join(sorted((x, y)))
            for h in self.happenings
            for a, b in combinations(h.members[:6], 2)
            for x in keys(a)
            for y in keys(b)
        }
        return frozenset(pairs | {f.quote for f in self.report.facts if len(f.quote) >= LONG_QUOTE})

    @cached_property
    def utterances(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Speaker's last name and telling words of each statement."""
        return tuple(_utterances(self.report))


def dossier_of(report: Report) -> Dossier:
    """What of ``report`` is held against others."""
    return Dossier(report, tuple(_happening(f.found) for f in report.facts if isinstance(f.found, Meeting | Event)))


def _happening(found: Meeting | Event) -> Happening:
    if isinstance(found, Meeting):
        times: Iterable[When | None] = (found.begin, found.end, *found.begins)
        parties, place, sort = found.parties, found.place, sort_of(found)
    else:
        times = (*found.begins, *found.ends, found.duration)
        parties, place, sort = found.who, found.where, None
    values = [t.value for t in times if t]
    return Happening(
        members=tuple(dict.fromkeys(member(p) for p in parties)),
        names=_names(parties),
        place=place,
        days=frozenset(f"{m[1]}-{m[2]}" for v in values if (m := MONTH_DAY.match(v))),
        figures=frozenset({m[1] for v in values if (m := CLOCK.search(v))} | {v for v in values if v.startswith("P")}),
        sort=sort,
        series=found.series or ("meeting" if sort else ""),
    )


def _names(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.name for p in parties))


def _utterances(report: Report) -> Iterator[tuple[str, frozenset[str]]]:
    for fact in report.facts:
        if isinstance(fact.found, Statement) and fact.found.speaker[:1].isupper():
            words = " ".join(piece.of(report.text) for piece in fact.found.content)
            telling = frozenset(w for w in fold(words).split() if len(w) >= FEWEST_LETTERS)
            yield fold(fact.found.speaker).split()[-1:][0], telling


def shared_by(one: Dossier, other: Dossier) -> list[Shared]:
    """All that both reports tell, what tells most first; each happening and utterance counts once."""
    copy = _same_text(one.report, other.report)
    if copy:
        return [copy]
    pairs = [
        (shared, i, j)
        for i, a in enumerate(one.happenings)
        for j, b in enumerate(other.happenings)
        if (shared := _same_happening(a, b))
    ]
    found = _one_each(pairs)
    words = _same_words(one, other)
    return [*found, words] if words else found


def _one_each(pairs: list[tuple[Shared, int, int]]) -> list[Shared]:
    taken: set[tuple[str, int]] = set()
    chosen = []
    for shared, i, j in sorted(pairs, key=lambda p: (-p[0].points, p[1], p[2])):
        if ("one", i) not in taken and ("other", j) not in taken:
            taken |= {("one", i), ("other", j)}
            chosen.append(shared)
    return chosen


def _same_happening(a: Happening, b: Happening) -> Shared | None:
    """A happening that both tell: the same parties, nothing against it, and a figure, day or place for it."""
    company = company_of(a.members, b.members)
    whole = company.matched > 1 and not (company.only_a and company.only_b) and not company.clash
    if not whole or (a.sort is None) != (b.sort is None):
        return None
    if a.sort and b.sort and (families_differ(a.sort, b.sort) or levels_differ(a.sort, b.sort)):
        return None
    if a.sort is None and a.series != b.series:
        return None
    days = _days(a.days, b.days)
    place = _place(a.place, b.place)
    if days is None or place is None:
        return None
    figures = a.figures & b.figures
    points = (1.0 if a.sort else 0.5) + days + place + 1.5 * bool(figures)
    return Shared(points, _told(a, b, figures))


def _days(a: frozenset[str], b: frozenset[str]) -> float | None:
    if not a or not b:
        return 0.0
    if a & b:
        return 1.5
    apart = min(abs(_of_year(x) - _of_year(y)) for x in a for y in b)
    return 0.5 if min(apart, 366 - apart) <= MOST_APART else None


def _of_year(month_day: str) -> int:
    return int(month_day[:2]) * 30 + int(month_day[3:])


def _place(a: Place | None, b: Place | None) -> float | None:
    if a is None or b is None:
        return 0.0
    if same_place(a, b):
        return 1.0
    return 0.0 if within(a, b) or not (a.country and b.country) else None


def _told(a: Happening, b: Happening, figures: frozenset[str]) -> str:
    names = max((a.names, b.names), key=lambda n: (-len(n), n))
    place = next((f" in {h.place.name}" for h in (a, b) if h.place and h.place.kind == "city"), "")
    series = a.series if a.series not in ("", "meeting") else b.series or "meeting"
    minutes = sorted(f"{f[2:-1]} minutes" for f in figures if re.fullmatch(r"PT\d+M", f))
    return f"the {series} of {' and '.join(names)}{place}" + (f" ({minutes[0]})" if minutes else "")


def _same_words(one: Dossier, other: Dossier) -> Shared | None:
    """Utterances of one speaker in much the same words."""
    points, speakers = 0.0, []
    for speaker, words in one.utterances:
        if any(speaker == s and _alike(words, w) for s, w in other.utterances):
            points += 0.5
            speakers.append(speaker)
    if not speakers:
        return None
    names = " and ".join(dict.fromkeys(s.title() for s in speakers))
    return Shared(min(points, 1.5), f"the words of {names}")


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    smaller = min(len(a), len(b))
    return smaller >= FEWEST_LETTERS and len(a & b) >= ALIKE * len(a | b)


def _same_text(a: Report, b: Report) -> Shared | None:
    if a.text_hash == b.text_hash:
        return Shared(10.0, "the whole text")
    if not {f.quote for f in a.facts} & {f.quote for f in b.facts}:
        return None
    one, other = shingles(a.text), shingles(b.text)
    shorter = min(len(one), len(other))
    if shorter < FEWEST or len(one & other) < CONTAINED * shorter:
        return None
    return Shared(10.0, "most of the text")
