"""One article as the statement rules walk over it: words, quotations by token, and where clauses may begin and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from store.extract.statements.cues import Cue, CueForm, cue_forms
from store.extract.statements.grammar import DASHES
from store.extract.statements.quotes import Quote, find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from store.extract.tokens import Tokens
    from store.model.facts import Act, Polarity
    from store.model.mentions import Party


WINDOW = 300
"""Tokens that a rule looks to either side: text without full stops must not take quadratic time."""
ACRONYMS = {"US": "u.s.", "WHO": "w.h.o.", "IT": "i.t."}
"""Capitals that are pronouns in lower case: "the US and its allies said"."""
PRONOUNS_TOO = frozenset(acronym.lower() for acronym in ACRONYMS)


class Range(NamedTuple):
    """Half-open range of token indices."""

    first: int
    end: int


class Draft(NamedTuple):
    """An attribution in token ranges, before pieces are joined and speakers named."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    act: Act
    polarity: Polarity
    rule: str
    lemma: str = ""
    via: tuple[str, ...] = ()
    """Outlets that relay it, where the rule itself tells ("TASS quoted her as saying")."""
    word: Cue | None = None
    """The lexicon's entry, where the cue is a word of it."""

    @property
    def place(self) -> int:
        """The first token of cue and content; sources may be shared and do not count."""
        return min(self.cue.first, self.content[0].first)


@dataclass(frozen=True, slots=True)
class Scan:
    """What every rule asks for; lists run parallel to the tokens."""

    tokens: Tokens
    sentences: list[Range]
    """Tokens of each of ``tokens.sentences``."""
    low: list[str]
    words: list[str]
    quotes: list[Quote]
    quote_at: list[int]
    """Index of the quotation that a token (or mark) belongs to, -1 outside."""
    cues: dict[str, tuple[CueForm, ...]]
    party_ends: dict[int, int]
    """First token of a name in a headline -> the token behind it: there capitals do not part one name from the next."""

    def word(self, i: int) -> str:
        """Lower-cased word ``i``, "" outside the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def sentence(self, i: int) -> Range:
        """Tokens of the sentence that holds token ``i``, no farther from it than ``WINDOW``."""
        whole = self.sentences[self.tokens.sentence_of[i]]
        if whole.end - whole.first <= WINDOW:
            return whole
        return Range(max(whole.first, i - WINDOW), min(whole.end, i + WINDOW))

    def same_sentence(self, i: int, j: int) -> bool:
        """True where tokens ``i`` and ``j`` stand in one sentence."""
        return self.tokens.sentence_of[i] == self.tokens.sentence_of[j]

    def floor(self, i: int) -> int:
        """Where the words that may belong to the clause of ``i`` begin: its sentence, or after a quotation."""
        first = self.sentence(i).first
        at = self.quote_at[first]
        if at >= 0 and self.quote_at[i] != at and self.quotes[at].end <= i:
            return self.quotes[at].end
        return first

    def is_headline(self, i: int) -> bool:
        """True where token ``i`` stands in the headline."""
        return self.tokens.sentences[self.tokens.sentence_of[i]].kind == "headline"

    def paragraph(self, i: int) -> int:
        """Index of the paragraph that token ``i`` stands in."""
        return self.tokens.sentences[self.tokens.sentence_of[i]].paragraph

    def quote_opening(self, i: int) -> Quote | None:
        """The quotation whose opening mark is token ``i``."""
        if 0 <= i < len(self.quote_at):
            at = self.quote_at[i]
            if at >= 0 and self.quotes[at].start == i:
                return self.quotes[at]
        return None

    def quote_closing(self, i: int) -> Quote | None:
        """The quotation whose last token is ``i``."""
        if 0 <= i < len(self.quote_at):
            at = self.quote_at[i]
            if at >= 0 and self.quotes[at].end == i + 1:
                return self.quotes[at]
        return None

    def is_dash(self, i: int) -> bool:
        """True where token ``i`` is a dash, also a hyphen with room on both sides ("left - he said")."""
        word = self.word(i)
        if word != "-":
            return word in DASHES
        tokens = self.tokens
        inside = 0 < i < len(tokens.starts) - 1
        return inside and tokens.starts[i] > tokens.ends[i - 1] and tokens.starts[i + 1] > tokens.ends[i]

    def is_capital(self, i: int) -> bool:
        """True where word ``i`` begins with a capital."""
        return 0 <= i < len(self.words) and self.words[i][:1].isupper()

    def verb_cue(self, i: int) -> CueForm | None:
        """The verbal reading of word ``i``, if it has one."""
        for entry in self.cues.get(self.word(i), ()):
            particle = entry.cue.particle
            if entry.cue.kind == "verb" and (not particle or particle == self.word(i + 1)):
                return entry
        return None

    def is_homograph(self, i: int) -> bool:
        """True where cue word ``i`` is of more than one word class, as "plans" is."""
        return len({entry.cue.kind for entry in self.cues.get(self.word(i), ())}) > 1


def scan_of(tokens: Tokens, parties: Iterable[Party] = ()) -> Scan:
    """Pair the quotation marks and lay the cue lexicon beside the words; ``parties`` are those of the same text."""
    quotes = find_quotes(tokens)
    quote_at = [-1] * len(tokens)
    for index, quote in enumerate(quotes):
        quote_at[quote.start : quote.end] = [index] * (quote.end - quote.start)
    low = list(tokens.lower)
    for i in tokens.find(PRONOUNS_TOO):
        low[i] = ACRONYMS.get(tokens.words[i], low[i])
    sentences = [Range(s.first, s.end) for s in tokens.sentences]
    return Scan(
        tokens, sentences, low, tokens.words, quotes, quote_at, cue_forms(), dict(_in_headlines(tokens, parties))
    )


def _in_headlines(tokens: Tokens, parties: Iterable[Party]) -> Iterator[tuple[int, int]]:
    last = max((segment.span.end for segment in tokens.segments if segment.kind == "headline"), default=0)
    for party in parties:
        if party.span.start >= last:
            continue
        first, end = tokens.at(party.span)
        if first < end and tokens.sentences[tokens.sentence_of[first]].kind == "headline":
            yield first, end
