"""The claims of a talk: each attribute and value with every passage that gives it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from store.compare.passages import own_stretch
from store.compare.voices import OWN_VOICE
from store.model.claims import UNATTRIBUTED, Evidence, TalkClaim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from store.compare.occasions import Occasion
    from store.compare.spellings import Spellings
    from store.compare.voices import Voices
    from store.model.claims import Attribute
    from store.model.mentions import Party, Place, When
    from store.model.spans import Span, Spans

HOUR = len("2022-01-10T")


@dataclass(slots=True, kw_only=True)
class _Draft:
    evidence: list[Evidence] = field(default_factory=list)
    assumed: bool = True
    why: str = ""
    place: Place | None = None
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What claims need to know beside the occasions."""

    voices: Voices
    copies: Mapping[int, int]
    """Article id -> first report of the same text."""
    spellings: Spellings


def claims_of(group: Sequence[Occasion], sources: Sources) -> tuple[TalkClaim, ...]:
    """Claims of the occasions that are one talk, in the order of the occasions; origins by passage."""
    drafts: dict[tuple[Attribute, str], _Draft] = defaultdict(_Draft)
    zone = _venue_zone(group)
    for occasion in group:
        for told in _values(occasion, zone, sources.spellings):
            draft = drafts[told.attribute, told.value]
            draft.evidence.extend(_passages(occasion, told, sources))
            _describe(draft, told)
    return tuple(_claim(*key, draft, sources.copies) for key, draft in drafts.items())


class _Value(NamedTuple):
    """One value that a report gives, with where it stands."""

    attribute: Attribute
    value: str
    spans: Spans = ()
    when: When | None = None
    place: Place | None = None
    parties: tuple[Party, ...] = ()


def _values(occasion: Occasion, zone: str, spellings: Spellings) -> Iterator[_Value]:
    meeting = occasion.meeting
    for when in meeting.begins or ((meeting.begin,) if meeting.begin else ()):
        if when.value:
            yield _Value("start", local_value(when, zone), when.spans, when)
    if meeting.end and meeting.end.value:
        yield _Value("end", local_value(meeting.end, zone), meeting.end.spans, meeting.end)
    if place := meeting.place:
        yield _Value("place", place.name, (place.span,), place=place)
    if parties := spellings.of(occasion):
        # One claim for one company, in whatever order the reports name it.
        names = ", ".join(sorted(p.name for p in parties))
        yield _Value("parties", names, tuple(p.span for p in parties), parties=parties)
    yield _Value("status", meeting.status)


def local_value(when: When, zone: str) -> str:
    """``when`` at the venue: an hour given in another zone is turned into the venue's."""
    if len(when.value) <= HOUR or not when.zone or not zone or when.zone == zone:
        return when.value
    import pendulum

    try:
        moment = pendulum.instance(datetime.fromisoformat(when.value), tz=when.zone)
        return moment.in_timezone(zone).strftime("%Y-%m-%dT%H:%M")
    except (ValueError, KeyError):
        return when.value


def _venue_zone(group: Sequence[Occasion]) -> str:
    zones = [o.place.zone for o in group if o.place and o.place.kind == "city" and o.place.zone]
    return max(zones, key=lambda z: (zones.count(z), z), default="")


def _describe(draft: _Draft, told: _Value) -> None:
    if told.when:
        if draft.why == "" or (draft.assumed and not told.when.assumed):
            draft.why = told.when.why
        draft.assumed = draft.assumed and told.when.assumed
    if told.place and (draft.place is None or (told.place.country and not draft.place.country)):
        draft.place = told.place
    draft.parties = draft.parties or told.parties


def _claim(attribute: Attribute, value: str, draft: _Draft, copies: Mapping[int, int]) -> TalkClaim:
    shown = ", ".join(p.name for p in draft.parties) if attribute == "parties" else value
    return TalkClaim(
        attribute=attribute,
        value=shown,
        origins=(),
        articles=(),
        evidence=_copies_as_one(draft.evidence, copies),
        assumed=draft.assumed and attribute in {"start", "end"},
        why=draft.why,
        place=draft.place,
        parties=draft.parties,
    )


def _passages(occasion: Occasion, value: _Value, sources: Sources) -> Iterator[Evidence]:
    """The passage that gives ``value``; of the status, every passage that announces the meeting."""
    pieces, spans = occasion.fact.pieces, value.spans
    if value.attribute == "status":
        chosen = list(pieces)
    else:
        holding = [p for p in pieces if any(p.holds(s) for s in spans)]
        chosen = [next((p for p in holding if not occasion.in_headline(p)), (holding or list(pieces))[0])]
    for whole in chosen:
        piece = own_stretch(occasion.report, occasion.fact, whole)
        told = next((s for s in spans if piece.holds(s)), piece)
        yield _evidence(occasion, piece, told, tuple(s for s in spans if not piece.holds(s)), sources)


def _evidence(occasion: Occasion, piece: Span, told: Span, also: Spans, sources: Sources) -> Evidence:
    report = occasion.report
    voice = OWN_VOICE if occasion.in_headline(piece) else sources.voices.at(report.article_id, told)
    day = occasion.exact_day
    return Evidence(
        article_id=report.article_id,
        article=report.name,
        span=piece,
        quote=piece.of(report.text),
        fact=occasion.fact.key,
        speaker=voice.speaker,
        outlet=report.outlet or report.name,
        origin=voice.origin,
        through=voice.through,
        also=also,
        published=day.isoformat() if day else "",
    )


def _copies_as_one(evidence: Sequence[Evidence], copies: Mapping[int, int]) -> tuple[Evidence, ...]:
    """Copies of one text speak for the source that the first of them names, even one that was cut short of it."""
    named: dict[int, Evidence] = {}
    for passage in evidence:
        if passage.origin != UNATTRIBUTED:
            named.setdefault(copies[passage.article_id], passage)
    sources = ((passage, named.get(copies[passage.article_id], passage)) for passage in evidence)
    return tuple(replace(passage, origin=source.origin, through=source.through) for passage, source in sources)
