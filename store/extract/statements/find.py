"""All attributions of an article, in order: cues first, then joined, nested and named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.assemble import join_quotations, outermost
from store.extract.statements.colons import by_colon, by_dash
from store.extract.statements.forms import form_of
from store.extract.statements.nominal import according_to, adjectival, nominal
from store.extract.statements.relayers import RELAYING, outlet_of, relayers
from store.extract.statements.scan import Draft, Range, Scan, scan_of
from store.extract.statements.speakers import Speakers
from store.extract.statements.verbs import verbal
from store.extract.statements.when_said import goes_on, names_occasion, settled, times_said
from store.model.facts import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.extract.reading import Reading
    from store.model.mentions import Time, When
    from store.model.spans import Span


def find_statements(page: Reading) -> tuple[Statement, ...]:
    """Outermost attributions in text order, each with what its content itself attributes under ``inner``."""
    if not len(page.tokens):
        return ()
    scan = scan_of(page.tokens, page.parties)
    found = sorted([*_by_cue(scan), *by_colon(scan), *by_dash(scan)], key=lambda d: d.cue.first)
    speakers = Speakers(scan, page.parties)
    speakers.note_roles(d.source for d in found if d.source)
    told = _told(scan, outermost(scan, join_quotations(scan, found)), speakers, page.times_in)
    # A source may be shared ("The Courier quoted him as saying ..., adding ..."), so that it places nothing.
    return tuple(sorted(told, key=lambda s: (min(s.cue[0].start, s.content[0].start), s.whole)))


def _told(
    scan: Scan, drafts: list[tuple[Draft, list[Draft]]], speakers: Speakers, times_in: dict[int, list[Time]]
) -> Iterator[Statement]:
    """Statements one after the other; what the same speaker says next is said on the same occasion."""
    told: Draft | None = None
    last: Statement | None = None
    reported = {k for draft, _ in drafts for p in draft.content for k in range(p.first, p.end)}
    for draft, inner in drafts:
        beside = times_in.get(scan.tokens.sentence_of[draft.cue.first], ())
        times = times_said(scan, draft, beside, reported) if beside else []
        when = settled(times)
        speaker, via = _speaker(scan, draft, speakers, None)
        if told and last and last.speaker == speaker != "" and goes_on(scan, told, draft, reported):
            when = when if times else last.when
            via = via or (() if times or names_occasion(scan, draft) else last.via)
        within = tuple(_statement(scan, d, *_speaker(scan, d, speakers, speaker)) for d in inner)
        told, last = draft, _statement(scan, draft, speaker, via, within, when)
        yield last


def _by_cue(scan: Scan) -> list[Draft]:
    found: list[Draft] = []
    sentence, opening = -1, 0
    cues = scan.cues
    for i in sorted([*scan.tokens.find(cues.keys()), *scan.tokens.find({"according"})]):
        word = scan.low[i]
        if word not in cues:
            draft = according_to(scan, i) if scan.word(i + 1) == "to" else None
            if draft:
                found.append(draft)
            continue
        if scan.tokens.sentence_of[i] != sentence:
            sentence, opening = scan.tokens.sentence_of[i], len(found)
        earlier = found[opening:]
        for entry in cues[word]:
            if entry.cue.kind == "verb":
                draft = verbal(scan, i, entry, earlier)
            elif entry.cue.kind == "noun":
                draft = nominal(scan, i, entry.cue)
            else:
                draft = adjectival(scan, i, entry.cue)
            if draft:
                found.append(draft)
                break
    return found


def _statement(
    scan: Scan,
    draft: Draft,
    speaker: str,
    via: tuple[str, ...],
    inner: tuple[Statement, ...] = (),
    when: When | None = None,
) -> Statement:
    unquoted = sum(scan.quote_at[p.first : p.end].count(-1) for p in draft.content)
    size = sum(p.end - p.first for p in draft.content)
    return Statement(
        speaker=speaker,
        act=draft.act,
        polarity=draft.polarity,
        source=(_span(scan, draft.source),) if draft.source else (),
        cue=(_span(scan, draft.cue),),
        content=tuple(_span(scan, p) for p in draft.content),
        via=via,
        inner=inner,
        direct=2 * unquoted <= size,
        when=when,
        form=form_of(scan, draft),
        rule=f"{draft.rule}: {draft.lemma}",
    )


def _speaker(scan: Scan, draft: Draft, speakers: Speakers, by: str | None) -> tuple[str, tuple[str, ...]]:
    """(speaker, relayers): "he told TASS"; an outlet that reports more of what somebody said relays it."""
    via = tuple(dict.fromkeys((*draft.via, *relayers(scan, draft))))
    outlet = outlet_of(scan, draft.source) if draft.source else ""
    if outlet and draft.source and draft.lemma in RELAYING and draft.rule.endswith("before"):
        known = speakers.last_named(scan.paragraph(draft.source.first))
        if known:
            return known, (*via, outlet)
    if outlet:
        return outlet, via
    return speakers.name(draft.source, by=by), via


def _span(scan: Scan, piece: Range) -> Span:
    return scan.tokens.span(piece.first, piece.end)
