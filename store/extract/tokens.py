"""The words, sentences and quotation marks of an article, found once and shared by every step."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from store.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from store.model.article import Segment, SegmentKind

TOKEN = re.compile(
    r"\s*+("
    r"[A-Za-z]{2,}+(?![\w'’])"  # a plain word: first, as four tokens in five are
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|\d{1,2}(?:[:.]\d\d)?(?=[ap]\.m\.)"  # the 2 of 2p.m.
    r"|\d+(?:[.,:]\d+)*[^\W\d_]*"  # 16:25, 1,000, 10th, 7pm
    r"|[^\W\d_]+(?:['’](?!(?:s|ll|re|ve|d|m)\b)[^\W\d_]+)*"  # words; don't and O'Brien in one, 's and 'll apart
    r"|['’](?:s|ll|re|ve|d|m)\b"
    r"|''|``|--+"
    r"|[^\w\s]"
    r"|\w"
    r")"
)
"""Group 1 is the token; the space before it is taken along, where looking for a token would fail form by form."""

INNER_STOP = re.compile(r"[.!?…](?=.)", re.DOTALL)
"""What may end a sentence before the paragraph ends."""
MISSED_END = re.compile(r"\.(?<=[a-z]{4}\.)[\"”’']?\s+(?=[“\"]?[A-Z][a-z ])")
"""A full stop after a lower-case word of four letters or more: in news no abbreviation looks like that."""
ABBREVIATIONS = frozenset("Assoc Calif Comdr Govt Messrs".split())
"""Those that end in four letters of lower case and have a name behind them."""
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Messrs|Gen|Lt|Col|Capt|Maj|Adm|Sgt|Cmdr|Sen|Rep|Gov|Rev|Prof|St)\.\s*\Z")
"""Forms of address, behind which a sentence never ends."""
SHORT = re.compile(r"(?:\b[A-Z][A-Za-z.]{0,6}\.|…)\s*\Z")
"""What may be an abbreviation and is one where no capital follows: "(D-N.Y.), who"."""
LONGEST_SHORT = 12
"""Characters at the end of a sentence that hold its last abbreviation."""


class Sentence(NamedTuple):
    """A sentence as a half-open range of token indices."""

    first: int
    end: int
    span: Span
    paragraph: int
    """Index into ``Tokens.segments``: every mined segment is one paragraph, headline or dateline."""
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the mined part of a text, in text order; furniture has no tokens."""

    text: str
    segments: tuple[Segment, ...]
    words: list[str]
    lower: list[str]
    """Lower-cased words as lexicons are asked for them: apostrophes straight, a hyphen between spaces a dash."""
    starts: list[int]
    ends: list[int]
    sentences: list[Sentence]
    sentence_of: list[int]
    """Index into ``sentences`` for every token."""
    where: dict[str, list[int]]
    """Lower-cased word -> the tokens that it stands at, in text order."""

    def __len__(self) -> int:
        return len(self.words)

    def find(self, words: Set[str]) -> list[int]:
        """The tokens whose lower-cased word is one of ``words``, in text order."""
        return sorted([i for word in self.where.keys() & words for i in self.where[word]])

    def sentences_with(self, words: Set[str]) -> set[int]:
        """The sentences in which one of the lower-cased ``words`` stands."""
        return {self.sentence_of[i] for word in self.where.keys() & words for i in self.where[word]}

    def span(self, first: int, end: int) -> Span:
        """Characters from token ``first`` to the token before ``end`` (at least one token)."""
        return Span(self.starts[first], self.ends[end - 1])

    def at(self, span: Span) -> tuple[int, int]:
        """Half-open range of the tokens that share a character with ``span``; empty where none does."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def between(self, span: Span) -> Sequence[str]:
        """The lower-cased words inside ``span``."""
        first, end = self.at(span)
        return self.lower[first:end]


def tokenize(text: str, segments: Iterable[Segment]) -> Tokens:
    """Tokens and sentences of the ``segments`` that are not furniture."""
    mined = tuple(s for s in segments if s.kind != "furniture")
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[Sentence] = []
    sentence_of: list[int] = []
    for paragraph, segment in enumerate(mined):
        for span in _sentence_spans(text, segment):
            first = len(words)
            found = [match.span(1) for match in TOKEN.finditer(text, span.start, span.end)]
            words += [text[start:end] for start, end in found]
            starts += [start for start, _ in found]
            ends += [end for _, end in found]
            if len(words) > first:
                sentence_of.extend([len(sentences)] * (len(words) - first))
                tight = Span(starts[first], ends[-1])
                sentences.append(Sentence(first, len(words), tight, paragraph, segment.kind))
    lower = [w.lower() for w in words]
    if "’" in text:
        lower = [w.replace("’", "'") for w in lower]
    for i in _spaced_hyphens(text, words, starts):
        lower[i] = "–"
    where: dict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(lower):
        where[word].append(i)
    return Tokens(text, mined, words, lower, starts, ends, sentences, sentence_of, dict(where))


COMPOUND = re.compile(r"[A-Za-z]-(?:U\.S|U\.N|U\.K|E\.U)\.\s*\Z")
"""Short forms behind a hyphen belong to what follows: "the China-U.S. Joint Commission"."""


def _spaced_hyphens(text: str, words: Sequence[str], starts: Sequence[int]) -> list[int]:
    """Tokens of the hyphens that stand for a dash: "the envoy - a former minister - will"; not "9 - 10 May"."""
    found = []
    for i in range(1, len(words) - 1):
        if words[i] != "-" or not text[starts[i] - 1].isspace() or starts[i + 1] == starts[i] + 1:
            continue
        if not (words[i - 1].isdigit() and words[i + 1].isdigit()):
            found.append(i)
    return found


def _sentence_spans(text: str, segment: Segment) -> list[Span]:
    """Sentences of one paragraph (nupunkt: Kiss & Strunk 2006, trained on news); a headline is one."""
    start, end = segment.span
    if segment.kind != "body":
        return [segment.span]
    if not INNER_STOP.search(text, start, end):
        return [segment.span]
    from nupunkt import sent_spans

    whole = _joined(text, [Span(start + s, start + e) for s, e in sent_spans(text[start:end])])
    return [piece for span in whole for piece in _parted(text, span)] or [segment.span]


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """``spans`` put together where the sentence model cut behind a title or an abbreviation."""
    joined: list[Span] = []
    for span in spans:
        if joined and _runs_on(text, joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _runs_on(text: str, before: Span, span: Span) -> bool:
    last = max(before.start, before.end - LONGEST_SHORT)
    if TITLE.search(text, last, before.end) or COMPOUND.search(text, last, before.end):
        return True
    first = text[span.start : span.end].lstrip()[:1]
    return (first.islower() or first in (")", ",", ";")) and SHORT.search(text, last, before.end) is not None


def _parted(text: str, span: Span) -> list[Span]:
    """``span`` cut where the sentence model took a plain word for an abbreviation: "over the past month. On May 7"."""
    cuts = [m.end() for m in MISSED_END.finditer(text, *span) if not _abbreviated(text, m.start(), span.start)]
    if not cuts:
        return [span]
    return [Span(*ends) for ends in zip([span.start, *cuts], [*cuts, span.end], strict=True)]


def _abbreviated(text: str, stop: int, floor: int) -> bool:
    """True where the full stop at ``stop`` belongs to the abbreviation before it."""
    return text[max(floor, stop - 10) : stop].rsplit(None, 1)[-1].lstrip("(“\"'-") in ABBREVIATIONS
