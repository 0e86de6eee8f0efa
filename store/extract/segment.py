"""Cuts a document into headline, dateline, paragraphs of body and furniture, and finds its own anchor."""

from __future__ import annotations

import re
from itertools import takewhile
from statistics import median
from typing import TYPE_CHECKING

from store.extract.anchor import CITY_ALONE, CITY_FIRST, DATELINE, DAY_FIRST, own_anchor
from store.extract.explicit_dates import dates_in
from store.extract.furniture import COMMENT_HEADER, DATED_FOOTER, DISCLOSURE, FORM, is_byline, is_navigation
from store.extract.gazetteer import folded, gazetteer
from store.model.article import Article, Document, Metadata, Segment
from store.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = re.compile(r"[^\s\ufeff](?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")
LINE = re.compile(r"[^\s\ufeff][^\n]*")
HARD_WRAP = 100
"""Characters; lines longer than this on the median are paragraphs, shorter ones were wrapped by a typesetter."""
LONGEST_HEADLINE = 250
LONGEST_TITLE = 90
"""Characters up to which "Quito: minister to resign" is a headline."""
TRAILING = 4
"""Paragraphs at the end of the body that may be disclosures: the minister's report "was published" further up."""
HEAD = 5
"""Paragraphs at the head of an article that may be headlines, bylines and the dateline."""
FEWEST_WORDS = 40
"""A shorter text does not tell its language."""
LAST_LATIN = "\u024f"
FUNCTION_WORDS = frozenset(
    """
    the of and to in a that is was for on with as it by at from he said be has his have are this but not an
    were had will would which who their they she her its been or after more about than
    """.split()
)
MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+")


def open_article(name: str, document: Document) -> Article:
    """The article in ``document``: segments in text order, anchor by metadata, dateline or comment, title, notes."""
    text, metadata = document.text, document.metadata
    segments = tuple(_segments(document))
    notes = document.notes + tuple(s.span.of(text) for s in segments if s.role == "disclosure")
    if not _reads_as_english(text, segments):
        segments = tuple(Segment(kind="furniture", span=s.span, role=s.role or "not English") for s in segments)
        notes = (*notes, f"{document.path or name}: does not read as English; it is shown but not searched for facts.")
    return Article(
        name=name,
        text=text,
        segments=segments,
        anchor=own_anchor(text, segments, metadata),
        title=metadata.title or _title(text, segments, name),
        outlet=metadata.outlet,
        author=metadata.author,
        url=metadata.url,
        path=document.path,
        notes=notes,
    )


def _segments(document: Document) -> Iterator[Segment]:
    text = document.text
    if document.body_start:
        yield Segment(kind="furniture", span=Span(0, document.body_start), role="front matter")
    paragraphs = [_tight(text, p) for p in _paragraphs(document)]
    body_end = _comments_begin(text, paragraphs)
    last = next((i for i in reversed(range(body_end)) if not is_navigation(paragraphs[i].of(text))), -1)
    opening = _opening(text, paragraphs[:body_end], document.metadata)
    for index, span in enumerate(paragraphs):
        if index >= body_end:
            yield _tail_segment(text, span)
        elif index < len(opening):
            yield from opening[index]
        elif index < HEAD and is_byline(span.of(text)):
            yield Segment(kind="furniture", span=span, role="byline")
        elif is_navigation(span.of(text)) or (index > last - TRAILING and DATED_FOOTER.match(span.of(text))):
            yield Segment(kind="furniture", span=span, role="navigation")
        elif index > last - TRAILING and DISCLOSURE.search(span.of(text)):
            yield Segment(kind="furniture", span=span, role="disclosure")
        else:
            yield _body_segment(text, span)


def _body_segment(text: str, span: Span) -> Segment:
    """A paragraph, or a heading between two: it repeats what follows and is no evidence of its own."""
    if _is_subheading(text, span):
        return Segment(kind="headline", span=span, role="subheading")
    return Segment(kind="body", span=span)


def _paragraphs(document: Document) -> Iterator[Span]:
    text, start = document.text, document.body_start
    lengths = [len(line) for line in text[start:].split("\n") if line.strip()]
    wrapped = not document.lines_are_paragraphs and "\n\n" in text.replace("\r", "") and median(lengths) <= HARD_WRAP
    for index, block in enumerate(BLOCK.finditer(text.replace("\r", " "), start)):
        if wrapped or "\n" not in block[0]:
            yield from _wrapped(text, Span(*block.span()), first=not index)
        else:
            yield from (Span(*line.span()) for line in LINE.finditer(text, block.start(), block.end()))


def _wrapped(text: str, block: Span, *, first: bool) -> Iterator[Span]:
    """One paragraph, but for a heading or a list whose lines stand under each other without a blank line.

    The ``first`` block may hold headline, author and day without a blank line.
    """
    start = block.start
    for line in LINE.finditer(text, block.start, block.end):
        starts_anew = MARKDOWN_HEADING.match(text, line.start()) or text[line.start()] in "•*-"
        ends_before = MARKDOWN_HEADING.match(text, start) or (first and is_byline(text[start : line.start()]))
        if line.start() > start and (starts_anew or ends_before or (first and is_byline(line[0]))):
            yield Span(start, line.start())
            start = line.start()
    yield Span(start, block.end)


def _tight(text: str, span: Span) -> Span:
    words = span.of(text)
    heading = MARKDOWN_HEADING.match(words)
    start = span.start + (heading.end() if heading else 0)
    return Span(start, max(start, span.start + len(words.rstrip())))


def _comments_begin(text: str, paragraphs: list[Span]) -> int:
    for index, span in enumerate(paragraphs):
        words = span.of(text)
        if index and len(words) < LONGEST_HEADLINE and (COMMENT_HEADER.match(words) or FORM.match(words)):
            return index
    return len(paragraphs)


def _tail_segment(text: str, span: Span) -> Segment:
    words = span.of(text)
    if FORM.search(words) and len(words) < LONGEST_HEADLINE:
        return Segment(kind="furniture", span=span, role="form")
    return Segment(kind="furniture", span=span, role="disclosure" if DISCLOSURE.search(words) else "comment")


def _opening(text: str, paragraphs: list[Span], metadata: Metadata) -> list[list[Segment]]:
    """Segments of the first paragraphs up to and with the dateline, or of a headline alone."""
    head = [p.of(text) for p in paragraphs[:HEAD]]
    dated = next((i for form in _DATELINES for i, words in enumerate(head) if form(words)), None)
    if dated is not None and all(_could_be_headline(p) for p in paragraphs[:dated]):
        before = [[_above_dateline(text, p)] for p in paragraphs[:dated]]
        return [*before, _dateline_and_rest(text, paragraphs[dated])]
    above = [[_above_dateline(text, p)] for p in takewhile(lambda p: _is_dated_byline(text, p), paragraphs[:HEAD])]
    rest = paragraphs[len(above) :]
    if len(rest) > 1 and _is_headline(text, rest[0], metadata):
        return [*above, [Segment(kind="headline", span=rest[0])]]
    return above


def _is_dated_byline(text: str, span: Span) -> bool:
    # Without a day, "By Royal Decree" may as well be the headline.
    return is_byline(span.of(text)) and bool(dates_in(text, *span))


def _above_dateline(text: str, span: Span) -> Segment:
    if is_byline(span.of(text)):
        return Segment(kind="furniture", span=span, role="byline")
    if is_navigation(span.of(text)):
        return Segment(kind="furniture", span=span, role="navigation")
    return Segment(kind="headline", span=span)


def _dateline_and_rest(text: str, paragraph: Span) -> list[Segment]:
    words = paragraph.of(text)
    match = next((found for form in _DATELINES if (found := form(words))), None)
    cut = paragraph.start + (match.end() if match else 0)
    line = Segment(kind="dateline", span=_tight(text, Span(paragraph.start, cut)))
    rest = text[cut : paragraph.end]
    if not rest.strip():
        return [line]
    return [line, Segment(kind="body", span=Span(cut + len(rest) - len(rest.lstrip()), paragraph.end))]


def _city_first(words: str) -> re.Match[str] | None:
    """As in "Quito: Peru's minister met"; not "Minister: we will meet"."""
    match = CITY_FIRST.match(words)
    known = match is not None and bool(gazetteer().cities.get(folded(match[1])) or match[1] == "UNITED NATIONS")
    return match if known and len(words) > LONGEST_TITLE else None


_DATELINES = (DATELINE.match, DAY_FIRST.match, CITY_ALONE.match, _city_first)
"""The surest first."""


def _could_be_headline(span: Span) -> bool:
    return span.end - span.start <= LONGEST_HEADLINE


def _is_headline(text: str, span: Span, metadata: Metadata) -> bool:
    words = span.of(text)
    if not _could_be_headline(span):
        return False
    if metadata.title and words.casefold().startswith(metadata.title.casefold()[:40]):
        return True
    long = [w for w in re.findall(r"[^\W\d_]+", words) if len(w) > 3]
    titled = sum(w[0].isupper() for w in long)
    return not re.search(r"[.:,;][\"”’']*\Z", words) or 5 * titled >= 4 * len(long) > 8


def _is_subheading(text: str, span: Span) -> bool:
    words = span.of(text)
    return len(words) <= 80 and not re.search(r"[.!?:;,\"”’'…)_]\Z", words) and "\n" not in words


def _reads_as_english(text: str, segments: tuple[Segment, ...]) -> bool:
    # Scripts without spaces between words have few of them: their letters are counted.
    letters = [c for s in segments if s.kind != "furniture" for c in s.span.of(text)[:4000] if c.isalpha()]
    if len(letters) >= FEWEST_WORDS and 2 * sum(c > LAST_LATIN for c in letters) > len(letters):
        return False
    bodies = (s.span.of(text)[:4000] for s in segments if s.kind == "body")
    # Only words in lower case: a table of scorers is English however few its verbs.
    words = [w for body in bodies for w in re.findall(r"[^\W\d_]+", body) if w[0].islower() or not w.isascii()]
    return len(words) < FEWEST_WORDS or 8 * sum(w in FUNCTION_WORDS for w in words) >= len(words)


def _title(text: str, segments: tuple[Segment, ...], name: str) -> str:
    best = next((s for s in segments if s.kind == "headline"), None) or next(
        (s for s in segments if s.kind == "body"), None
    )
    words = " ".join(best.span.of(text).split()) if best else name
    return words if len(words) <= LONGEST_HEADLINE else words[: LONGEST_HEADLINE - 1].rsplit(" ", 1)[0] + "…"
