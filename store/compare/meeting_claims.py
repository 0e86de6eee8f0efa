"""Claims over announced meetings: a claim for each start that reports give for a talk."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from store.compare.said import evidence_of
from store.compare.statement_claims import origins_of
from store.compare.voices import Voice
from store.model.claims import Claim
from store.model.facts import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from store.compare.voices import Voices
    from store.model.claims import Evidence, Talk, TalkClaim
    from store.model.reports import Fact, Report

Place = tuple[int, str]
"""Article id and fact key."""


Announced = dict[Place, tuple["Report", "Fact"]]


def announced_in(reports: Iterable[Report]) -> Announced:
    """Every meeting of ``reports`` by its place."""
    return {(r.article_id, f.key): (r, f) for r in reports for f in r.facts if isinstance(f.found, Meeting)}


def meeting_claims(facts: Announced, talks: Sequence[Talk], voices: Voices) -> Iterator[Claim]:
    """Claims without ids; every one of ``facts`` supports at least one."""
    left = dict(facts)
    for talk in talks:
        places = dict.fromkeys((e.article_id, e.fact) for c in talk.claims for e in c.evidence)
        for start, members in _by_start(talk, [p for p in places if p in facts]):
            yield _claim(talk, start, [facts[p] for p in members], voices)
        for place in places:
            left.pop(place, None)
    for report, fact in left.values():
        yield _claim(None, None, [(report, fact)], voices)


def _by_start(talk: Talk, places: Sequence[Place]) -> Iterator[tuple[TalkClaim | None, list[Place]]]:
    """The facts behind each start of ``talk``; those that give none go with the preferred start."""
    starts = [c for c in talk.claims if c.attribute == "start"]
    held: dict[int, list[Place]] = defaultdict(list)
    for number, claim in enumerate(starts):
        held[number] = list(dict.fromkeys((e.article_id, e.fact) for e in claim.evidence))
    dated = {p for members in held.values() for p in members}
    preferred = next((n for n, c in enumerate(starts) if c.value == talk.start), 0)
    held[preferred].extend(p for p in places if p not in dated)
    for number, members in sorted(held.items()):
        if kept := [p for p in members if p in set(places)]:
            yield (starts[number] if starts else None), kept


def _claim(talk: Talk | None, start: TalkClaim | None, members: Sequence[tuple[Report, Fact]], voices: Voices) -> Claim:
    members = sorted(members, key=lambda m: (str(m[0].anchor.day or "9999"), m[0].name, m[0].article_id, m[1].span))
    evidence = tuple(_evidence(r, f, voices, start) for r, f in members)
    first = members[0][1]
    dated = start or next((f for _, f in members if f.when), None)
    return Claim(
        id="",
        kind="meeting",
        who=", ".join(talk.parties) if talk else first.who,
        what=talk.title if talk else first.what,
        when=start.value if start else first.when,
        where=(talk.city or first.where) if talk else first.where,
        articles=tuple(dict.fromkeys(r.name for r, _ in members)),
        origins=origins_of((e.origin, False) for e in evidence),
        evidence=evidence,
        assumed=bool(dated and dated.assumed),
        why=dated.why if dated else "",
    )


def _evidence(report: Report, fact: Fact, voices: Voices, start: TalkClaim | None) -> Evidence:
    """The fact, in the voice that gives the day; another sentence of it may credit somebody with the rest."""
    given = (e for e in start.evidence if (e.article_id, e.fact) == (report.article_id, fact.key)) if start else ()
    dated = next(iter(given), None)
    if dated is not None:
        return evidence_of(report, fact, Voice(dated.speaker, dated.origin, dated.through))
    return evidence_of(report, fact, voices.at(report.article_id, fact.pieces[0]))
