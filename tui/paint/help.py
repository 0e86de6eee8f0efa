"""The help as lines: keys by what one wants to do, then the signs; in two columns where these are wide enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.paint.line import Line, Look, Piece, width_of
from tui.paint.quotes import in_columns
from tui.paint.wrap import wrap_text

HERE, TYPING = "On this screen", "Where words are typed"
GROUPS: dict[str, tuple[str, ...]] = {
    "Move": ("pane.up", "pane.page_up", "pane.first", "article.previous_word", "pane.articles", "pane.*", "article.*"),
    "Read": ("pane.open", "next", "previous", "back", "zoom", "article.fold", "size.*"),
    "Talks and time": ("conflicts", "clock", "clock.*"),
    "Find": ("search", "filter", "speaker", "new", "sort", "sort.*"),
    "Review": ("review.*",),
    "Take away": ("copy", "copy.*", "overlay.copy", "export"),
    "Program": ("help", "palette", "reload", "problems", "suspend", "quit", "quit.*"),
}
"""Titles, and the ids of the bindings below them in this order; a "*" stands for anything."""
TOGETHER: dict[tuple[str, ...], str] = {
    ("pane.up", "pane.down"): "Up, down",
    ("pane.page_up", "pane.page_down"): "A page up, down",
    ("pane.first", "pane.last"): "To the top, to the end",
    ("article.previous_word", "article.next_word"): "A word back, on",
    ("pane.articles", "pane.article", "pane.talks", "pane.facts"): "Go to articles, article, talks, facts",
    ("pane.next", "pane.previous"): "Next pane, previous",
    ("next", "previous"): "Next, previous of what was opened: evidence, hits",
    ("size.more", "size.less", "size.reset"): "More room for the pane, less, as at first",
    ("article.fold",): "Fold comments and navigation, or unfold them",
    ("new",): "Only what is new, then all again",
    ("clock.day_back", "clock.day_on"): "Clock a day back, on",
    ("clock.week_back", "clock.week_on"): "Clock a week back, on",
    ("sort", "sort.backwards"): "Sort by the next column, the other way round",
    ("review.accept", "review.reject", "review.unsure"): "Accept the fact, reject it, mark it as unsure",
    ("review.undo", "review.redo"): "Undo the last verdict, redo it",
    ("conflicts.previous", "conflicts.next"): "Previous conflict, next",
    ("conflicts.side_left", "conflicts.side_right"): "Previous side, next",
}
"""What keys do that are told in one line, so that the help fits a screen, where all of them are bound."""
_TWO_COLUMNS = 96
"""Cells from which there are two columns: those of a list on a screen of 100."""
_BETWEEN = 3
_SIGNS = 18
"""The most cells that keys and signs take beside their words; longer ones stand above them."""


class BoundKey(NamedTuple):
    """Keys, what they do, and the id by which they can be remapped, "" for what Textual binds."""

    id: str
    keys: str
    words: str


class Entry(NamedTuple):
    """A key or a sign, and what it means."""

    sign: str
    words: str
    look: Look = "key"


class Block(NamedTuple):
    """Entries under a title; a block is never torn apart."""

    title: str
    entries: Sequence[Entry]


def key_blocks(keys: Iterable[BoundKey]) -> list[Block]:
    """The keys by what one wants to do; those of a smaller screen before all others."""
    titles = (HERE, *GROUPS, TYPING)
    placed = [(titles.index(title), at, key) for key in _joined(keys) for title, at in [_place_of(key)]]
    blocks = []
    for number, title in enumerate(titles):
        here = [(at, key) for group, at, key in placed if group == number]
        if here:
            here.sort(key=lambda item: item[0])
            blocks.append(Block(title, [Entry(key.keys, key.words) for _, key in here]))
    return blocks


def _joined(keys: Iterable[BoundKey]) -> list[BoundKey]:
    """The keys, those that are told together in the place of the first of them."""
    told = {key.id or key.words: key for key in keys}
    for names, words in TOGETHER.items():
        if all(name in told for name in names):
            signs = " ".join(told[name].keys for name in names)
            told[names[0]] = BoundKey(names[0], signs, words)
            for name in names[1:]:
                del told[name]
    return list(told.values())


def _place_of(key: BoundKey) -> tuple[str, int]:
    """The title that a key stands under, and where below it: an id in full goes before one with a "*"."""
    if not key.id:
        return TYPING, 0
    places = [
        ("*" in pattern, title, at)
        for title, ids in GROUPS.items()
        for at, pattern in enumerate(ids)
        if _fits(key.id, pattern)
    ]
    if not places:
        return HERE, 0
    _, title, at = min(places, key=lambda place: place[0])
    return title, at


def _fits(name: str, pattern: str) -> bool:
    head, star, tail = pattern.partition("*")
    return name == pattern if not star else name.startswith(head) and name.endswith(tail)


def help_lines(blocks: Sequence[Block], width: int) -> list[Line]:
    """The blocks at ``width`` cells: beside each other where two columns fit, as even as can be."""
    if width < _TWO_COLUMNS:
        return _below(blocks, width)
    room = (width - _BETWEEN) // 2
    heights = [len(_block_lines(block, room)) + 1 for block in blocks]
    count = min(range(len(blocks) + 1), key=lambda n: max(sum(heights[:n]), sum(heights[n:])))
    return in_columns([_below(blocks[:count], room), _below(blocks[count:], room)], room)


def _below(blocks: Sequence[Block], width: int) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        lines += [(), *_block_lines(block, width)] if lines else _block_lines(block, width)
    return lines


def _block_lines(block: Block, width: int) -> list[Line]:
    lines: list[Line] = [[Piece(block.title, "heading")]]
    signs = min(_SIGNS, max(width_of([Piece(entry.sign)]) for entry in block.entries))
    for sign, words, look in block.entries:
        spans = wrap_text(words, max(10, width - signs - 2))
        room = signs - width_of([Piece(sign)])
        rows: list[Line] = [[Piece(" " * (signs + 2)), Piece(span.of(words))] for span in spans]
        if room >= 0:
            rows[0] = [Piece(sign, look), Piece(" " * (room + 2)), Piece(spans[0].of(words))]
        else:
            rows.insert(0, [Piece(sign, look)])
        lines += rows
    return lines
