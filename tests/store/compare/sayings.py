"""Reports of invented statements made by hand: [source], {cue} and <content> marked in each sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.compare.compare import compare
from store.extract.facts import facts_of
from store.model.article import NO_ANCHOR
from store.model.facts import Findings, Statement
from store.model.reports import Comparison, Report, text_hash
from store.model.spans import Span

if TYPE_CHECKING:
    from store.model.article import Anchor
    from store.model.claims import Claim, Conflict
    from store.model.facts import Act, Polarity

MARK = re.compile(r"[\[\]{}<>]")
PAIRS = {"[": "]", "{": "}", "<": ">"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence with one statement in it."""

    speaker: str
    sentence: str
    act: Act = "say"
    polarity: Polarity = "positive"
    via: tuple[str, ...] = ()
    inner: Told | None = None


def told(
    speaker: str,
    sentence: str,
    *,
    act: Act = "say",
    polarity: Polarity = "positive",
    via: tuple[str, ...] = (),
    inner: Told | None = None,
) -> Told:
    """``inner`` marks the same sentence again, for the attribution inside."""
    return Told(speaker=speaker, sentence=sentence, act=act, polarity=polarity, via=via, inner=inner)


def report(article_id: int, *parts: Told | str, anchor: Anchor = NO_ANCHOR, name: str = "", title: str = "") -> Report:
    """A report of ``parts``, a paragraph each; plain strings hold no statement."""
    text = f"{title}\n\n" if title and not _plain(parts[0]).startswith(title) else ""
    statements = []
    for part in parts:
        start = len(text)
        text += _plain(part) + "\n\n"
        if isinstance(part, Told):
            statements.append(_statement(part, start))
    findings = Findings(segments=(), anchor=anchor, statements=tuple(statements))
    return Report(
        article_id=article_id,
        name=name or f"report-{article_id}",
        title=title,
        outlet="",
        anchor=anchor,
        text=text,
        text_hash=text_hash(text),
        facts=facts_of(text, findings),
    )


def _plain(part: Told | str) -> str:
    return MARK.sub("", part.sentence) if isinstance(part, Told) else part


def _statement(part: Told, start: int) -> Statement:
    spans = _spans(part.sentence, start)
    content = tuple(spans["<"])
    plain = _plain(part)
    quoted = sum(len(q) for q in re.findall(r'"[^"]*"|“[^”]*”', plain))
    return Statement(
        speaker=part.speaker,
        act=part.act,
        polarity=part.polarity,
        source=tuple(spans["["]),
        cue=tuple(spans["{"]),
        content=content,
        via=part.via,
        inner=(_statement(part.inner, start),) if part.inner else (),
        direct=2 * quoted >= sum(s.end - s.start for s in content),
    )


def _spans(sentence: str, start: int) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {"[": [], "{": [], "<": []}
    at = start
    opened = ("", 0)
    for character in sentence:
        if character in PAIRS:
            opened = (character, at)
        elif character in PAIRS.values():
            found[opened[0]].append(Span(opened[1], at))
        else:
            at += 1
    return found


def claims(*reports: Report) -> tuple[Claim, ...]:
    return compare(reports, Comparison()).claims


def the_claim(*reports: Report) -> Claim:
    found = claims(*reports)
    assert len(found) == 1, [(c.kind, c.who, c.what) for c in found]
    return found[0]


def conflicts(*reports: Report) -> tuple[Conflict, ...]:
    return compare(reports, Comparison()).conflicts


def the_conflict(*reports: Report) -> Conflict:
    found = conflicts(*reports)
    assert len(found) == 1, [(c.kind, c.cause, c.subject) for c in found]
    return found[0]


def marked(conflict: Conflict) -> list[list[str]]:
    """The differing words of each side."""
    return [[m.of(s.evidence[0].quote) for m in s.marks] for s in conflict.sides]
