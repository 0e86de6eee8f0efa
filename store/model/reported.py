"""What a statement says, in the words that a reader of a list wants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from store.model.spans import Span, hull

if TYPE_CHECKING:
    from store.model.facts import Statement

OPENING = frozenset("“«„‟")
CLOSING = frozenset("”»")
NEUTRAL = frozenset('"＂')
MARKS = OPENING | CLOSING | NEUTRAL
NEAR = 80
"""Characters between cue and content that may be shown with them: "warned the council against"."""
OWN_WILL = frozenset({"pledge", "demand", "propose", "ask", "say"})
"""Acts to which an infinitive is content as it stands: "pledge | to lower the toll"."""
FULL_STOP = re.compile(r"(?<=[^\W\dA-Z])\.\Z")
AUXILIARY = re.compile(r"^(?:(?:has|have|had|also|however|now|then|meanwhile|repeatedly|again|once)\b[\s,]*)+")
"""What stands before a verb and may be left out in a list."""


def reported_words(text: str, statement: Statement) -> str:
    """The content on one line, its pieces apart by "…".

    Without the "that" that opens it, the marks of a quotation that is all of it, and a comma at its end. What would be
    misread without its verb keeps it: "did not say when", "warned against a raid", "dismissed the charge as baseless".
    """
    pieces = statement.content
    if _needs_cue(statement) and _is_near(text, statement):
        whole = Span(hull(statement.cue).start, pieces[0].end).of(text)
        verb = whole if _is_negated(statement) else AUXILIARY.sub("", whole)
        words = [_on_line(verb), *(_on_line(p.of(text)) for p in pieces[1:])]
    elif all(_is_quotation(p.of(text)) for p in pieces):
        words = [_on_line(_without_marks(p.of(text))) for p in pieces]
        words[-1] = FULL_STOP.sub("", words[-1])
    else:
        words = [_on_line(p.of(text)) for p in pieces]
        if _follows_cue(statement) and words[0].startswith("that "):
            words[0] = words[0].removeprefix("that ")
    return " … ".join(bare for w in words if (bare := _without_comma(w)))


def _on_line(words: str) -> str:
    return " ".join(words.split())


def _follows_cue(statement: Statement) -> bool:
    return bool(statement.cue) and hull(statement.cue).end <= statement.content[0].start


def _is_near(text: str, statement: Statement) -> bool:
    """True where the cue leads straight to the content."""
    if not _follows_cue(statement):
        return False
    between = Span(hull(statement.cue).end, statement.content[0].start).of(text)
    return len(between) <= NEAR and "\n\n" not in between


def _is_negated(statement: Statement) -> bool:
    """True for "did not say" and "did not deny"."""
    return (statement.act == "deny") == (statement.polarity == "positive")


def _needs_cue(statement: Statement) -> bool:
    """True where the content alone would be misread."""
    if _is_negated(statement):
        return True
    if statement.form == "infinitive":
        return statement.act not in OWN_WILL
    return statement.form != "clause"


def _is_quotation(words: str) -> bool:
    """True for words in one pair of marks, or in an opening mark whose quotation goes on in the next paragraph."""
    words = words.strip()
    if len(words) < 2 or words[0] not in MARKS or words[0] in CLOSING:
        return False
    depth = 0
    for at, mark in enumerate(words):
        if mark not in MARKS:
            continue
        opens = mark in OPENING or (mark in NEUTRAL and _opens(words, at))
        depth += 1 if opens else -1
        if depth == 0:
            return at == len(words) - 1
    return True


def _opens(words: str, at: int) -> bool:
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    return (not before or (not before.isalnum() and before not in ".,?!…")) and bool(after.strip())


def _without_marks(words: str) -> str:
    words = words.strip()
    return words[1 : -1 if words[-1] in MARKS else None].strip()


def _without_comma(words: str) -> str:
    if words.endswith(","):
        return words[:-1].rstrip()
    if len(words) > 2 and words[-1] in MARKS and words[:-1].rstrip().endswith(","):
        return words[:-1].rstrip()[:-1].rstrip() + words[-1]
    return words
