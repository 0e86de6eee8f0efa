"""Statements of all articles laid out alike: whose words or act, in which words, and who stands behind them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from store.compare.casts import cast_of
from store.compare.contents import NEGATORS, content_of
from store.compare.families import families_among
from store.compare.mouths import mouth_of
from store.compare.speakers import Speakers
from store.compare.states import relayers, state_names
from store.compare.voices import Voice
from store.model.claims import UNATTRIBUTED, Evidence
from store.model.facts import Statement
from store.model.reported import reported_words
from store.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from store.compare.contents import Content
    from store.compare.speakers import Speaker
    from store.model.reports import Fact, Report
    from store.model.spans import Spans

MOST = 0.6
"""Share of a statement's content that an inner attribution must cover to be what is claimed."""
PRIVATE = frozenset({"ask", "believe", "doubt"})
"""Acts that the outer speaker only ascribes: what is claimed is then the ascription."""
MODALS = frozenset({"will", "would", "could", "can", "may", "might", "should", "must"})
GAP = 60
"""Characters between cue and content in which a negation may stand ("made a pledge to the council not to ...")."""
LONGEST_HEADING = 100
"""Characters of a subheading."""
SENTENCE_ENDS = frozenset(".?!…:;,\"”’')")
QUOTE_MARKS = frozenset('"“”«»„‟')


@dataclass(frozen=True, eq=False)
class Said:
    """One statement, read as a claim: the innermost act that makes up most of it."""

    report: Report
    fact: Fact
    speaker: Speaker
    """Whose words or act it is."""
    teller: Speaker
    """The outermost speaker: the same unless the content itself attributes."""
    act: str
    origin: str
    """First named source, or UNATTRIBUTED where the report speaks for itself."""
    told: Statement
    denies: bool
    negative: bool
    """True where the attribution turns the content round: "did not promise to", "no plan to"."""
    direct: bool
    quoted: bool
    """True where some of the words stand in quotation marks."""
    order: int
    """Index among the statements of its article."""
    headline: bool

    @property
    def place(self) -> tuple[int, str]:
        """Article id and fact key."""
        return self.report.article_id, self.fact.key

    @property
    def cue(self) -> Spans:
        """The words that attribute it."""
        return self.told.cue

    @property
    def pieces(self) -> Spans:
        """What is said."""
        return self.told.content

    @cached_property
    def what(self) -> str:
        """The words of the content as a reader wants them."""
        return reported_words(self.report.text, self.told)

    @cached_property
    def content(self) -> Content:
        """What is said, as classes of words."""
        return content_of(self.report.text, self.pieces, state_names())

    @property
    def key(self) -> tuple[str, str, int]:
        """A place in an order that does not depend on the order of the articles."""
        return self.fact.key, self.report.name, self.report.article_id

    @property
    def words(self) -> str:
        """The words of the content on one line, none left out or put before them."""
        return " … ".join(" ".join(p.of(self.report.text).split()) for p in self.pieces)

    @property
    def evidence(self) -> Evidence:
        """The passage as evidence."""
        return evidence_of(self.report, self.fact, self.voice)

    @cached_property
    def voice(self) -> Voice:
        """Whose words the passage gives."""
        outer = self.fact.found
        assert isinstance(outer, Statement)
        return Voice(self.teller.name, self.origin, mouth_of(outer, self.teller, self.origin, self.report.text))


def evidence_of(report: Report, fact: Fact, voice: Voice) -> Evidence:
    """The whole stretch of ``fact`` as evidence; its pieces stand in ``also`` where they leave gaps."""
    return Evidence(
        article_id=report.article_id,
        article=report.name,
        span=fact.span,
        quote=fact.quote,
        fact=fact.key,
        speaker=voice.speaker,
        outlet=report.outlet or report.name,
        origin=voice.origin,
        through=voice.through,
        also=fact.pieces if len(fact.pieces) > 1 else (),
    )


def said_among(reports: Iterable[Report]) -> list[Said]:
    """Every statement of ``reports``, by article in the order given and in text order."""
    reports = list(reports)
    casts = [cast_of(report) for report in reports]
    families = families_among(casts)
    speakers = Speakers({c.article_id: families.known(c).speakers for c in casts}, families.principal)
    return [said for report in reports for said in said_in(report, speakers)]


def said_in(report: Report, speakers: Speakers) -> Iterator[Said]:
    """The statements of one report, in text order."""
    statements = [f for f in report.facts if isinstance(f.found, Statement)]
    title = _title(report)
    for order, fact in enumerate(statements):
        outer = fact.found
        assert isinstance(outer, Statement)
        told = _innermost(outer, report, speakers)
        teller = _speaker(outer, report, speakers)
        speaker = teller if told is outer else _speaker(told, report, speakers)
        yield Said(
            report=report,
            fact=fact,
            speaker=speaker,
            teller=teller,
            act=told.act,
            origin=_origin(outer, teller, own_voice=told is outer),
            told=told,
            denies=told.act == "deny",
            negative=_negative(told, report.text),
            direct=outer.direct,
            quoted=any(not QUOTE_MARKS.isdisjoint(p.of(report.text)) for p in (*told.content, fact.span)),
            order=order,
            headline=title.holds(fact.span) or _is_heading(report.text, fact.span),
        )


def _speaker(statement: Statement, report: Report, speakers: Speakers) -> Speaker:
    source = " ".join(s.of(report.text) for s in statement.source)
    return speakers.of(report, statement.speaker, source)


def _innermost(outer: Statement, report: Report, speakers: Speakers) -> Statement:
    """The attribution inside ``outer`` that makes up most of it and names who did it; else ``outer``."""
    size = sum(p.end - p.start for p in outer.content)
    for inner in outer.inner:
        span = inner.whole
        covered = sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in outer.content)
        speaker = speakers.of(report, inner.speaker)
        if covered >= MOST * size and speaker.known and _is_act(inner, report.text):
            return inner
    return outer


def _is_act(inner: Statement, text: str) -> bool:
    """True for something said or done; "Harborland would explain the need" and "hopes to" only say what may be."""
    if inner.act in PRIVATE or not inner.source or not inner.content or not inner.cue:
        return False
    return MODALS.isdisjoint(w.lower() for c in inner.cue for w in c.of(text).split())


def _negative(told: Statement, text: str) -> bool:
    """True where the cue is negated, or a negation stands between cue and content."""
    if told.act == "deny" or not told.content:
        return False
    cue = max((c.end for c in told.cue), default=told.content[0].start)
    gap = text[cue : told.content[0].start].lower() if cue <= told.content[0].start <= cue + GAP else ""
    return (told.polarity == "negative") != any(w.strip(",;:") in NEGATORS for w in gap.split())


def _origin(outer: Statement, teller: Speaker, *, own_voice: bool) -> str:
    """The first named source: the office spoken for, else the teller; none where the report itself tells of an act."""
    if not teller.name or teller.name.lower() in relayers():
        return UNATTRIBUTED
    if own_voice and outer.act == "pledge" and not outer.direct:
        return UNATTRIBUTED
    return teller.voice


def _title(report: Report) -> Span:
    at = report.text.find(report.title) if report.title else -1
    return Span(at, at + len(report.title)) if at >= 0 else Span(0, 0)


def _is_heading(text: str, span: Span) -> bool:
    """True where ``span`` is all of a short paragraph that does not end as a sentence does."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    return len(line) <= LONGEST_HEADING and not text[start : span.start].strip() and line[-1:] not in SENTENCE_ENDS
