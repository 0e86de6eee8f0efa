"""When something was said: the time expression that belongs to the attribution, not to what it reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.grammar import (
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
    WH,
    is_adverb,
    is_finite,
)
from store.model.mentions import When

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from store.extract.statements.scan import Draft, Range, Scan
    from store.model.mentions import Time

SPEAKING = frozenset(
    "speaking talking writing addressing testifying appearing asked interviewed questioned pressed answering".split()
)
"""Participles whose time is that of the utterance: "Speaking on Monday, she said"."""
PUBLISHED = frozenset(
    """
    released published issued aired broadcast posted printed taped recorded conducted made given delivered held dated
    carried sent televised
    """.split()
)
"""Participles beside a statement, an interview or a speech that say when it was made."""
MADE = SPEAKING | PUBLISHED
OPENING = SPEAKING | frozenset("on in at late early earlier later during but and meanwhile also".split())
"""Words with which a sentence may open whose first phrase says when its subject spoke."""
AWAY = frozenset(
    """
    of for since until till by from between to after before than about over into against following ahead under within
    through per with than towards toward
    """.split()
)
"""Before a time, these make it the time of something else, or an end of a stretch."""
ELSEWHERE = SUBORDINATORS | WH | frozenset("that after before since until following ahead amid despite wake".split())
"""Between cue and time, these open a clause or phrase whose time it then is."""
OCCASIONS = frozenset("interview statement speech letter tweet post conference briefing testimony remarks".split())
"""Beside a cue, these say where the words come from: not from the interview told of before."""
GONE_BY = frozenset({"has", "have", "had", "repeatedly", "often", "always", "once", "long", "regularly"})
"""In a cue, these speak of other occasions than the one just told."""
OTHER_TIMES = frozenset({"earlier", "previously", "later", "before", "afterwards", "separately", "elsewhere"})
"""In front of a cue, these do."""
STARTS = PREPOSITIONS | SUBORDINATORS | COORDINATORS | DETERMINERS | PERSONAL | WH | {"that", "not"}
"""Behind a time, these start something new: before a noun it would belong to that."""


def times_said(scan: Scan, draft: Draft, times: Iterable[Time], reported: Container[int]) -> list[Time]:
    """Those of the ``times`` of the cue's sentence that say when ``draft`` was uttered, in text order.

    ``reported``: tokens that are the content of any statement.
    """
    dated = (t for t in times if t.type in ("DATE", "TIME"))
    return [t for t in dated if _says_when(scan, draft, *scan.tokens.at(t.span), reported)]


def settled(times: Iterable[Time]) -> When | None:
    """The first of ``times`` with a value on the calendar: not of "earlier", "now"."""
    time = next((t for t in times if not t.value.endswith("_REF")), None)
    if time is None:
        return None
    return When(
        value=time.value,
        spans=(time.span,),
        first=time.first,
        last=time.last,
        zone=time.zone,
        assumed=time.assumed,
        why=time.why,
    )


def goes_on(scan: Scan, before: Draft, draft: Draft, reported: Container[int]) -> bool:
    """True where ``draft`` may belong to the occasion of ``before``: next to it, and not told of as of another time."""
    last = max(before.cue.end, *(p.end for p in before.content)) - 1
    sentences = scan.tokens.sentence_of
    if not 0 <= sentences[draft.place] - sentences[last] <= 1:
        return False
    first, end = scan.sentence(draft.cue.first).first, draft.cue.end
    other = any(scan.low[k] in OTHER_TIMES and k not in reported for k in range(first, end))
    return not other and GONE_BY.isdisjoint(scan.low[draft.cue.first : end])


def names_occasion(scan: Scan, draft: Draft) -> bool:
    """True where the attribution itself says where the words come from ("said in a statement that")."""
    sentence = scan.sentence(draft.cue.first)
    beside = (k for k in range(sentence.first, sentence.end) if scan.low[k] in OCCASIONS)
    return any(not any(p.first <= k < p.end for p in draft.content) for k in beside)


def _says_when(scan: Scan, draft: Draft, first: int, end: int, reported: Container[int]) -> bool:
    if end <= first or first in reported or scan.quote_at[first] != scan.quote_at[draft.cue.first]:
        return False
    if not _is_adverbial(scan, draft, first, end):
        return False
    source, cue = draft.source, draft.cue
    if source and source.first <= first < source.end:
        return _in_apposition(scan, source, first)
    left = min(source.first, cue.first) if source else cue.first
    right = max(source.end, cue.end) if source else cue.end
    if end <= left:
        return _opens_sentence(scan, first, end, left)
    if first >= right:
        return not any(right <= p.first < first for p in draft.content) and _is_near(scan, right, first)
    return not _tells(scan, end, cue.first if first < cue.first else right)


def _is_adverbial(scan: Scan, draft: Draft, first: int, end: int) -> bool:
    """True for "on Monday" and "Monday" beside a verb; not for "Monday's talks", "the 1998 treaty", "since May"."""
    before, after = scan.word(first - 1), scan.word(end)
    if before in AWAY or before in DETERMINERS or before in ("'s", "-", "(") or after in ("'s", "-"):
        return False
    if not after or not after[0].isalnum() or any(p.first == end for p in draft.content):
        return True
    if draft.source and draft.source.first == end:
        return True
    return after in STARTS or is_adverb(after) or after.endswith("ing") or end == draft.cue.first


def _in_apposition(scan: Scan, source: Range, first: int) -> bool:
    """True inside a source for "Ann Lee, speaking on Monday" and "a statement released on Monday"."""
    return not MADE.isdisjoint(scan.low[source.first : first])


def _opens_sentence(scan: Scan, first: int, end: int, left: int) -> bool:
    """True for a time before the source, in an adverbial that opens the sentence: "On Monday, in Oslo, Lee said"."""
    floor = scan.floor(left)
    if floor > first or (first > floor and scan.low[floor] not in OPENING):
        return False
    return _is_near(scan, floor, first) and not _tells(scan, end, left)


def _is_near(scan: Scan, first: int, time: int) -> bool:
    """True where no other clause begins between ``first`` and the ``time``."""
    between = scan.low[first:time]
    return ELSEWHERE.isdisjoint(between) and ";" not in between and not _tells(scan, first, time, but=MADE)


def _tells(scan: Scan, first: int, end: int, *, but: frozenset[str] = frozenset()) -> bool:
    """True where a verb of its own, and none of ``but``, stands between ``first`` and ``end``."""
    return any(
        is_finite(scan.low[k], scan.word(k + 1)) and scan.low[k] not in but and not scan.is_capital(k)
        for k in range(first, end)
    )
