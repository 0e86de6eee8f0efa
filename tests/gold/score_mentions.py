"""What counts as right in a time, a party and a place."""

from __future__ import annotations

from collections.abc import Sequence

from store.model.mentions import Party, Place, Time
from tests.gold import passages
from tests.gold.expected import ExpectedName, ExpectedTime
from tests.gold.score import Tally, pairs, shared

PARTIES = ("person", "state", "organisation")


def times() -> Tally:
    """value: the words overlap, and value, type, zone and range are right; extent: the words are the same."""
    tally = Tally()
    for passage in passages.times():

        def likeness(gold: ExpectedTime, time: Time) -> float:
            return shared([gold.span], [time.span]) + 1000 * (gold.span == time.span)

        both, missed, extra = pairs(passage.expected, passage.found.times, likeness)
        both = [(gold, time) for gold, time in both if not gold.optional]
        missed = [gold for gold in missed if not gold.optional]
        wrong = [(g, t) for g, t in both if not _settled(g, t, passage.found.times)]
        size = len(both) + len(extra), len(both) + len(missed)
        tally.count("value", len(both) - len(wrong), *size)
        tally.count("extent", sum(g.span == t.span for g, t in both), *size)
        for gold, time in wrong:
            tally.miss(passage.id, f"{gold.span.of(passage.text)!r} wants {gold.value} got {time.value} [{time.rule}]")
        for gold in missed:
            tally.miss(passage.id, f"{gold.span.of(passage.text)!r} {gold.value} not found")
        for time in extra:
            tally.miss(passage.id, f"{time.span.of(passage.text)!r} {time.value} is none [{time.rule}]")
    return tally


def _settled(gold: ExpectedTime, time: Time, times: Sequence[Time]) -> bool:
    end = times[time.range_end].span if time.range_end >= 0 else None
    ranged = (end is not None and end.overlaps(gold.until)) if gold.until else end is None
    return time.value in gold.value and time.type in gold.type and gold.zone in ("", time.zone) and ranged


def names() -> Tally:
    """parties, places: kind, name, country and zone of every mention; roles: office and what it belongs to."""
    tally = Tally()
    for passage in passages.names():
        mentions: list[Party | Place] = [*passage.found.parties, *passage.found.places]

        def likeness(gold: ExpectedName, mention: Party | Place) -> float:
            return shared([gold.span], [mention.span]) + 1000 * _is(gold, mention)

        both, missed, extra = pairs(passage.expected, mentions, likeness)
        for gold, mention in both:
            if not gold.optional:
                _judge_name(tally, passage, gold, mention)
        for gold in missed:
            if not gold.optional:
                _judge_name(tally, passage, gold, None)
        for mention in extra:
            if not (isinstance(mention, Party) and mention.form == "pronoun"):
                tally.count(_figure(mention), 0, 1, 0)
                tally.miss(passage.id, f"{mention.span.of(passage.text)!r} is no {_named(mention)} [{mention.rule}]")
    return tally


def _judge_name(
    tally: Tally, passage: passages.Passage[ExpectedName], gold: ExpectedName, mention: Party | Place | None
) -> None:
    right = mention is not None and _is(gold, mention)
    tally.count("parties" if gold.kind in PARTIES else "places", int(right), 0, 1)
    if mention is not None:
        tally.count(_figure(mention), 0, 1, 0)
    if not right:
        got = f"got {_named(mention)} [{mention.rule}]" if mention else "not found"
        wanted = f"{gold.kind} {gold.name[0]} {gold.country}".rstrip()
        tally.miss(passage.id, f"{gold.span.of(passage.text)!r} wants {wanted} {got}")
    if gold.role or gold.of:
        party = mention if isinstance(mention, Party) else None
        office = (party.role, party.of) if party else ("", "")
        fits = (gold.role or office[0], gold.of or office[1]) == office
        tally.judge("roles", right=fits)
        if right and not fits:
            tally.miss(passage.id, f"{gold.name[0]} is {gold.role} of {gold.of}, got {office[0]} of {office[1]}")


def _figure(mention: Party | Place) -> str:
    return "parties" if isinstance(mention, Party) else "places"


def _is(gold: ExpectedName, mention: Party | Place) -> bool:
    if mention.kind != gold.kind or mention.name not in gold.name:
        return False
    return isinstance(mention, Party) or (gold.country in ("", mention.country) and gold.zone in ("", mention.zone))


def _named(mention: Party | Place) -> str:
    return f"{mention.kind} {mention.name} {'' if isinstance(mention, Party) else mention.country}".rstrip()
