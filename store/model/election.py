"""Which of the claims about a talk its line in the calendar shows, which are disputed, which a later report changed.

One pure function settles a talk from its claims. It serves twice: over all evidence when talks are fused, and over the
evidence of the articles that were out at an earlier time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.model.order import when_key
from store.model.rivals import named_origins, ranked, same_place, same_time, superseded_among

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from store.model.claims import Attribute, Evidence, Talk, TalkClaim
    from store.model.mentions import Party

ATTRIBUTES: tuple[Attribute, ...] = ("start", "end", "place", "parties", "status")
CHANGES = frozenset({"postponed", "cancelled"})
STRENGTH = {"cancelled": 0, "postponed": 1, "scheduled": 2, "proposed": 3}


def talk_as_of(talk: Talk, visible: Collection[int]) -> Talk | None:
    """``talk`` as the articles with an id in ``visible`` announce it; None where none of them does."""
    return talk_shown_by(talk, lambda passage: passage.article_id in visible)


def talk_shown_by(talk: Talk, shows: Callable[[Evidence], bool]) -> Talk | None:
    """``talk`` as the passages for which ``shows`` holds announce it; None where there are none.

    A value that a later report changed stands again where that report is not among them.
    """
    claims = []
    for claim in talk.claims:
        evidence = tuple(e for e in claim.evidence if shows(e))
        if evidence:
            claims.append(claim if len(evidence) == len(claim.evidence) else replace(claim, evidence=evidence))
    if not claims:
        return None
    return talk if claims == list(talk.claims) else settled(replace(talk, claims=tuple(claims)))


def settled(talk: Talk) -> Talk:
    """``talk`` with everything that follows from its claims' evidence: origins, order, dates, place, parties, status.

    ``start`` is what most origins say, then what the later exactly dated report says, then the earlier day.
    """
    claims = [
        replace(c, origins=named_origins(c.evidence), articles=_articles(c.evidence), superseded=False, implied=False)
        for c in talk.claims
    ]
    statuses = _statuses(_of(claims, "status"))
    moved = {e.article_id for c in statuses if c.value in CHANGES for e in c.evidence}
    starts = ranked(superseded_among(_of(claims, "start"), same_time, moved), same_time)
    ends = _ends(_of(claims, "end"), starts)
    places = ranked(superseded_among(_of(claims, "place"), same_place, moved), same_place)
    parties = _by_size(_of(claims, "parties"))
    place = next((c.place for c in places if not c.superseded and c.place), None)
    live = {"start": starts, "end": ends, "place": places, "parties": parties, "status": statuses}
    return replace(
        talk,
        claims=tuple(c for attribute in ATTRIBUTES for c in live[attribute]),
        start=starts[0].value if starts else "",
        end=next((c.value for c in ends if not c.superseded), ""),
        city=place.name if place and place.kind == "city" else "",
        country=place.country if place else "",
        zone=place.zone if place else "",
        parties=_names(parties),
        status=statuses[0].value if statuses else talk.status,
        disputed=tuple(
            a for a in ATTRIBUTES if _disputed(a, [c for c in live[a] if not c.superseded and not c.implied])
        ),
    )


def _of(claims: Iterable[TalkClaim], attribute: Attribute) -> list[TalkClaim]:
    return [c for c in claims if c.attribute == attribute]


def _articles(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.article for e in evidence))


def _ends(ends: list[TalkClaim], starts: list[TalkClaim]) -> list[TalkClaim]:
    """Ends that belong to the preferred start first; one told only with a changed start goes with it."""
    if not starts:
        return ranked(ends, same_time)
    gone = {e.article_id for c in starts if c.superseded for e in c.evidence} - {
        e.article_id for c in starts if not c.superseded for e in c.evidence
    }
    first = {e.article_id for e in starts[0].evidence}
    marked = [
        replace(
            c,
            superseded=all(e.article_id in gone for e in c.evidence)
            or when_key(c.value) < when_key(starts[0].value)[:10],
        )
        for c in ends
    ]
    in_order = ranked(marked, same_time)
    return sorted(in_order, key=lambda c: (c.superseded, not any(e.article_id in first for e in c.evidence)))


def _statuses(claims: list[TalkClaim]) -> list[TalkClaim]:
    """The latest word on whether it takes place first: a change beats a plan told on the same day."""

    def overtaken(claim: TalkClaim) -> bool:
        if not all(e.published for e in claim.evidence):
            return False
        last = max(e.published for e in claim.evidence)
        return any(_overtakes(other, claim, last) for other in claims if other is not claim)

    planned = any(c.value == "scheduled" for c in claims if not overtaken(c))
    marked = [
        replace(c, superseded=overtaken(c), implied=planned and c.value == "proposed" and not overtaken(c))
        for c in claims
    ]
    return sorted(marked, key=lambda c: (c.superseded, STRENGTH.get(c.value, 9)))


def _overtakes(other: TalkClaim, claim: TalkClaim, last: str) -> bool:
    if other.value == "proposed":
        return False
    latest = max(e.published for e in other.evidence)
    return latest > last or (latest == last and STRENGTH.get(other.value, 9) < STRENGTH.get(claim.value, 9))


def _by_size(claims: list[TalkClaim]) -> list[TalkClaim]:
    """The longest list of parties first; a list of nobody but parties of another one is implied by it."""

    def rank(claim: TalkClaim) -> tuple[int, int, str, str]:
        earliest = min(e.published or "~" for e in claim.evidence)
        return -len(claim.parties), -len(claim.evidence), earliest, claim.value

    longest_first = sorted(claims, key=rank)
    return [
        replace(c, implied=any(not _missing(c.parties, longer.parties) for longer in longest_first[:i]))
        for i, c in enumerate(longest_first)
    ]


def _missing(parties: tuple[Party, ...], among: tuple[Party, ...]) -> bool:
    """True where ``among`` lacks one of ``parties``, be it a person or a state without anybody who acts for it."""
    names = {p.name for p in among}
    return any(p.name not in names for p in parties if p.kind == "person") or bool(_others(parties, among))


def _names(claims: Sequence[TalkClaim]) -> tuple[str, ...]:
    """All parties, once each: a person in the place of the state acted for."""
    everyone = list({p.name: p for c in claims for p in c.parties}.values())
    names: dict[str, None] = {}
    for party in everyone:
        people = [p for p in everyone if _acts_for(p, party)]
        names.update(dict.fromkeys(p.name for p in people) if people else {party.name: None})
    return tuple(names)


def _acts_for(person: Party, body: Party) -> bool:
    return person.kind == "person" and body.kind == "state" and person.of == body.name


def _disputed(attribute: Attribute, live: list[TalkClaim]) -> bool:
    pairs = [(a, b) for i, a in enumerate(live) for b in live[:i]]
    match attribute:
        case "start" | "end":
            return any(not same_time(a, b) for a, b in pairs)
        case "place":
            return any(not same_place(a, b) for a, b in pairs)
        case "parties":
            return any(_exclude_each_other(a.parties, b.parties) for a, b in pairs)
        case "status":
            return any("cancelled" in (a.value, b.value) for a, b in pairs)


def _exclude_each_other(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    """True where each lists as many and has one that the other lacks; a shorter list is only incomplete."""
    return len(a) == len(b) and bool(_others(a, b) and _others(b, a))


def _others(parties: tuple[Party, ...], among: tuple[Party, ...]) -> list[Party]:
    """States and organisations of ``parties`` that ``among`` has neither by name nor through a person."""
    named = {p.name for p in among} | {p.of for p in among if p.of}
    return [p for p in parties if p.kind != "person" and p.name not in named]
