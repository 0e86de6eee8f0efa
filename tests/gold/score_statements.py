"""What counts as right in a statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.model.facts import Statement
from tests.gold import passages
from tests.gold.expected import ExpectedStatement
from tests.gold.score import Tally, pairs, shared, words_of

SAME_STATEMENT, SAME_ENDS = 0.5, 0.9
"""Jaccard overlap of content words from which statements are one, and from which their ends are right."""


def statements() -> Tally:
    """attributed: contents overlap by half and sources touch; ends: and the content is the same to a tenth.

    speaker, act: of all expected statements that say so; inner: attributed, one level further in.
    """
    tally = Tally()
    for passage in passages.statements():
        _statements(tally, "attributed", passage.id, passage.text, passage.expected, passage.found.statements)
    return tally


def _statements(
    tally: Tally,
    figure: str,
    passage: str,
    text: str,
    golds: Sequence[ExpectedStatement],
    found: Sequence[Statement],
) -> None:
    def overlap(gold: ExpectedStatement, statement: Statement) -> float:
        mine, its = words_of(text, gold.content), words_of(text, statement.content)
        return len(mine & its) / len(mine | its) if mine | its else 0.0

    def likeness(gold: ExpectedStatement, statement: Statement) -> float:
        source = shared(gold.sources, statement.source) > 0 if gold.sources else not statement.source
        share = overlap(gold, statement)
        return share if source and share >= SAME_STATEMENT else 0

    both, missed, extra = pairs(golds, found, likeness)
    both = [(g, s) for g, s in both if not g.optional]
    missed = [g for g in missed if not g.optional]
    size = len(both) + len(extra), len(both) + len(missed)
    tally.count(figure, len(both), *size)
    for gold, statement in both:
        _judge_statement(tally, passage, text, gold, statement, ends=overlap(gold, statement) >= SAME_ENDS)
    for gold in missed:
        _judge_statement(tally, passage, text, gold, None, ends=False)
        tally.miss(passage, f"{figure}: {_pieces(text, gold.content)} not found")
    for statement in extra:
        source, content = _pieces(text, statement.source), _pieces(text, statement.content)
        tally.miss(passage, f"{figure}: {source} {_pieces(text, statement.cue)} {content} is none [{statement.rule}]")


def _judge_statement(
    tally: Tally, passage: str, text: str, gold: ExpectedStatement, found: Statement | None, *, ends: bool
) -> None:
    speaker = found is not None and gold.speaker in (None, found.speaker) and gold.via in (None, found.via)
    act = found is not None and all(
        wanted in (None, got)
        for wanted, got in (
            (gold.act, found.act),
            (gold.polarity, found.polarity),
            (gold.direct, found.direct),
        )
    )
    judged = {"ends": (True, ends), "speaker": (gold.speaker is not None or gold.via is not None, speaker)}
    judged["act"] = (gold.act is not None, act)
    for name, (asked, right) in judged.items():
        if asked:
            tally.judge(name, right=right)
            if not right and found is not None:
                got = f"{found.speaker!r} via {found.via} {found.act} {found.polarity} {_pieces(text, found.content)}"
                tally.miss(passage, f"{name} wrong: {got} [{found.rule}]")
    if gold.inner is not None:
        _statements(tally, "inner", passage, text, gold.inner, found.inner if found else ())


def _pieces(text: str, spans: Iterable[tuple[int, int]]) -> str:
    return repr(" … ".join(text[start:end] for start, end in spans))
