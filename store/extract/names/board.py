"""What the naming steps know of each token: its capital, what it could stand for, and who has claimed it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from store.extract.names.lexicon import common_words, known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from store.extract.names.lexicon import Entry, Phrase
    from store.extract.tokens import Sentence, Tokens
    from store.model.mentions import Time

TITLE_CASE = 0.75
"""Share of longer words with a capital from which a sentence is taken for a title, where capitals tell nothing."""

_OPENERS = frozenset({'"', "“", "``", "‘", "'", "(", "[", ":", "-", "–", "—", "•", "*", "...", "…"})
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february july september october november "
    "december feb apr aug sept oct nov dec mon tues wed thurs fri".split()
)


class Hit(NamedTuple):
    """A known phrase at tokens ``first`` to ``end``, with what it can stand for, the likeliest first."""

    first: int
    end: int
    entries: tuple[Entry, ...]

    def entry(self, *kinds: str) -> Entry | None:
        """The first meaning of one of ``kinds``."""
        for entry in self.entries:
            if entry.kind in kinds:
                return entry
        return None


@dataclass(slots=True)
class Board:
    """The tokens of an article with marks that the naming steps read and set."""

    tokens: Tokens
    caps: list[bool]
    """True where a word begins with a capital and is no calendar word."""
    capitals: list[int]
    """The tokens for which ``caps`` is true: what may be a name begins at one of them."""
    opening: list[bool]
    """True for the first word of a sentence or quotation: its capital is no evidence."""
    titled: list[bool]
    """By sentence: True where most words have capitals (headlines, datelines)."""
    claimed: list[bool]
    hits: dict[int, Hit]
    """First token -> the known phrase there. Phrases do not overlap."""
    hit_of: dict[int, Hit]
    """Any token of a known phrase -> the phrase."""
    seen_inside: set[str]
    """Lower-cased words that have a capital inside a sentence."""
    common: frozenset[str] = field(default_factory=common_words)

    def know(self, first: int, end: int, entry: Entry) -> None:
        """Enter a phrase that this article's own wording makes known, in place of shorter ones inside it."""
        hit = Hit(first, end, (entry,))
        for i in range(first, end):
            old = self.hit_of.get(i)
            if old is not None:
                self.forget(old)
        self.hits[first] = hit
        for i in range(first, end):
            self.hit_of[i] = hit

    def forget(self, hit: Hit) -> None:
        """Take a known phrase off the board."""
        self.hits.pop(hit.first, None)
        for i in range(hit.first, hit.end):
            self.hit_of.pop(i, None)

    def written(self, first: int, end: int) -> str:
        """The words of tokens ``first`` to ``end`` as they stand, white space apart."""
        tokens = self.tokens
        return " ".join(tokens.text[tokens.starts[first] : tokens.ends[end - 1]].split())

    def claim(self, first: int, end: int) -> None:
        """Take tokens so that no later step reads them as another name."""
        self.claimed[first:end] = [True] * (end - first)

    def free(self, first: int, end: int) -> bool:
        """True where no step has taken any of the tokens."""
        return not any(self.claimed[first:end])

    def lower(self, i: int) -> str:
        """Lower-cased token, "" outside the text."""
        return self.tokens.lower[i] if 0 <= i < len(self.tokens.lower) else ""

    def sentence(self, i: int) -> Sentence:
        """The sentence that token ``i`` stands in."""
        return self.tokens.sentences[self.tokens.sentence_of[i]]

    def glued(self, i: int) -> bool:
        """True where no white space separates token ``i`` from the one before."""
        return i > 0 and self.tokens.starts[i] == self.tokens.ends[i - 1]

    def nameless(self, i: int) -> bool:
        """True where the capital of token ``i`` may be owed to its position alone."""
        word = self.tokens.lower[i]
        return self.opening[i] and word not in self.seen_inside and (word in self.common or self.occurs_small(word))

    def occurs_small(self, word: str) -> bool:
        """True where the lower-cased ``word`` is also written so."""
        return word[0].islower() and any(self.tokens.words[i] == word for i in self.tokens.where.get(word, ()))


def set_up(tokens: Tokens, times: Sequence[Time]) -> Board:
    """Marks for every token; words inside time expressions are out of play ("May", "August")."""
    words, lower = tokens.words, tokens.lower
    caps = [False] * len(tokens)
    for i in [i for i, word in enumerate(words) if word[0].isupper()]:
        caps[i] = lower[i] not in _CALENDAR
    for time in times:
        first, end = tokens.at(time.span)
        caps[first:end] = [False] * (end - first)
    capitals = [i for i, cap in enumerate(caps) if cap]
    opening = _openings(tokens)
    titled = [_is_title(tokens, caps, sentence) for sentence in tokens.sentences]
    seen_inside = {lower[i] for i in capitals if not opening[i] and not titled[tokens.sentence_of[i]]}
    board = Board(tokens, caps, capitals, opening, titled, [False] * len(tokens), {}, {}, seen_inside)
    for hit in _known_phrases(board):
        board.hits[hit.first] = hit
        for i in range(hit.first, hit.end):
            board.hit_of[i] = hit
    return board


def _is_title(tokens: Tokens, caps: list[bool], sentence: Sentence) -> bool:
    # "French President Ana Roux met Indian Prime Minister Ravi Nair in Paris." is a sentence: it has a full stop.
    if sentence.kind == "body" and "." in tokens.words[max(sentence.first, sentence.end - 2) : sentence.end]:
        return False
    long = [i for i in range(sentence.first, sentence.end) if len(tokens.words[i]) > 3 and tokens.words[i].isalpha()]
    capped = sum(caps[i] for i in long)
    if sentence.kind == "body":
        return len(long) > 5 and capped == len(long)
    return len(long) > 3 and capped >= TITLE_CASE * len(long)


def _openings(tokens: Tokens) -> list[bool]:
    """True for the first word of each sentence, and for the first behind each opener."""
    words = tokens.words
    found = [False] * len(words)
    behind = [i + 1 for i in tokens.find(_OPENERS) if words[i] in _OPENERS and not _inside_word(tokens, i)]
    for start in (*(s.first for s in tokens.sentences), *behind):
        i = start
        end = tokens.sentences[tokens.sentence_of[i]].end if i < len(words) else i
        while i < end and not words[i][0].isalnum():
            i += 1
        if i < end:
            found[i] = True
    return found


def _inside_word(tokens: Tokens, i: int) -> bool:
    """True for the hyphen of "Ki-moon": glued on both sides."""
    return 0 < i < len(tokens) - 1 and tokens.starts[i] == tokens.ends[i - 1] and tokens.ends[i] == tokens.starts[i + 1]


def _known_phrases(board: Board) -> Iterable[Hit]:
    table = known()
    longest, lower = table.longest, board.tokens.lower
    floor, count = 0, len(lower)
    for i in board.tokens.find(longest.keys()):
        hit = _longest_at(board, i, min(longest[lower[i]], count - i), table.phrases) if i >= floor else None
        if hit is None:
            continue
        if lower[i] == "the" and i + 1 < count:
            # "the United Nations" must not hide "United Nations Security Council"
            longer = _longest_at(board, i + 1, min(longest.get(lower[i + 1], 1), count - i - 1), table.phrases)
            hit = longer if longer is not None and longer.end > hit.end else hit
        yield hit
        floor = hit.end


def _longest_at(board: Board, i: int, reach: int, phrases: dict[str, list[Phrase]]) -> Hit | None:
    tokens = board.tokens
    if True not in board.caps[i : i + reach]:
        return None
    for size in range(reach, 0, -1):
        found = phrases.get(" ".join(tokens.lower[i : i + size]))
        if not found:
            continue
        words = tokens.words[i : i + size]
        fitting = [p for p in found if _written_alike(p.written, words)]
        if not fitting or tokens.sentence_of[i] != tokens.sentence_of[i + size - 1]:
            continue
        if size == 1 and (not board.caps[i] or (board.nameless(i) and not _acronym(words[0]))):
            continue
        if not any(board.caps[i : i + size]):
            continue
        article = fitting[0].written[0] in ("the", "a")
        return Hit(i + article, i + size, tuple(p.entry for p in fitting))
    return None


def _written_alike(written: Sequence[str], words: Sequence[str]) -> bool:
    """Capitals agree: "US" is not "us", "the Greens" not "greens"; a title's capitals do no harm."""
    for known_as, word in zip(written, words, strict=True):
        if _acronym(known_as):
            if known_as != word:
                return False
        elif known_as[0].isupper() and not word[0].isupper():
            return False
    return True


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
