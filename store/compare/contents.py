"""What a passage says, as word classes that can be laid beside another passage's."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from store.compare.numbers import number_of
from store.compare.stems import stem
from store.compare.wordlists import function_words, light_words, phrase_starts, related_words, same_words, strengths
from store.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.compare.states import StateNames

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*|['’]s\b|[^\w\s]", re.UNICODE
)
NEGATORS = frozenset({"not", "no", "never", "n't", "neither", "nor", "cannot", "none", "nothing", "nobody"})
CLAUSE_END = frozenset(".;:?!")
NAME_WEIGHT = 0.25
LIGHT_WEIGHT = 0.3
LONGEST_PHRASE = 3
NUMBER = "#"
"""First character of a number's class."""
BESIDE = 3
"""Content words after a number among which stands what it counts ("12 Peruvian fishermen were killed")."""
REACH = 3
"""Words within which a modal or determiner finds what it bears on ("could also lead")."""


class Word(NamedTuple):
    """One content word or phrase of a passage."""

    span: Span
    """In the article's text."""
    same: str
    """Stem under which spellings of one word fall together."""
    group: str
    """Class under which words that render one thing fall together."""
    weight: float
    clause: int


class Degree(NamedTuple):
    """A word that commits the speaker more or less to the word after it: "could" lead, "any" pretext."""

    span: Span
    scale: str
    level: int
    target: str
    """Class of the content word that follows; of a modal, its stem: "will be caused" is not "could lead"."""
    clause: int


@dataclass(frozen=True, slots=True)
class Content:
    """A passage as classes of content words."""

    words: tuple[Word, ...]
    weights: dict[str, float]
    """Class -> weight."""
    negated: frozenset[int]
    """Clauses with an odd number of negations."""
    numbers: tuple[tuple[str, float], ...]
    """Counted thing (class) and number: "12 people" gives ("people", 12.0)."""
    degrees: tuple[Degree, ...] = ()

    @property
    def weight(self) -> float:
        """How much there is to share."""
        return sum(self.weights.values())


def content_of(text: str, spans: Iterable[Span], states: StateNames) -> Content:
    """The content of the ``spans`` of ``text``."""
    found = [m for s in spans for m in WORD.finditer(text, s.start, s.end)]
    forms = [m[0].lower().replace("’", "'") for m in found]
    words: list[Word] = []
    negations: Counter[int] = Counter()
    clause = at = 0
    while at < len(found):
        used = 1
        if forms[at] in CLAUSE_END:
            clause += 1
        elif _negates(forms, at):
            negations[clause] += 1
        elif (number := number_of(forms, at)) is not None:
            value, used = number
            span = Span(found[at].start(), found[at + used - 1].end())
            words.append(Word(span, f"{NUMBER}{value:g}", f"{NUMBER}{value:g}", 1.0, clause))
        else:
            used, word = _word_at(found, forms, at, clause, states)
            if word is not None:
                words.append(word)
        at += used
    weights: dict[str, float] = {}
    for each in words:
        weights.setdefault(each.group, each.weight)
    odd = frozenset(c for c, n in negations.items() if n % 2)
    return Content(tuple(words), weights, odd, _counted(words), _degrees(found, forms, words))


def _counted(words: list[Word]) -> tuple[tuple[str, float], ...]:
    """Numbers with what they count: the next word that names no state, and those killed or wounded beside it."""
    counted: list[tuple[str, float]] = []
    for at, word in enumerate(words):
        if word.group[0] != NUMBER:
            continue
        number = float(word.group[1:])
        after = [w for w in words[at + 1 : at + 1 + BESIDE] if w.clause == word.clause and w.group[0] != NUMBER]
        before = [w for w in words[max(0, at - 1) : at] if w.clause == word.clause]
        things = [w.group for w in after if w.weight != NAME_WEIGHT][:1]
        casualties = [w.group for w in (*before, *after) if w.group in _casualties()][:1]
        counted += [(thing, number) for thing in dict.fromkeys((*things, *casualties))]
    return tuple(counted)


def _casualties() -> tuple[str, ...]:
    return tuple(related_words().get(stem(word), stem(word)) for word in ("killed", "injured"))


def _degrees(found: list[re.Match[str]], forms: list[str], words: list[Word]) -> tuple[Degree, ...]:
    """Words of strength with the content word that each bears on: at most two words on."""
    degrees: list[Degree] = []
    after = 0
    for i, form in enumerate(forms):
        while after < len(words) and words[after].span.start <= found[i].start():
            after += 1
        if form not in strengths() or after == len(words):
            continue
        target = words[after]
        near = found[min(i + REACH, len(found) - 1)].end()
        if target.span.start < near:
            scale, level = strengths()[form]
            bears_on = target.same if scale == "modal" else target.group
            degrees.append(Degree(Span(found[i].start(), found[i].end()), scale, level, bears_on, target.clause))
    return tuple(degrees)


def _negates(forms: list[str], at: int) -> bool:
    form = forms[at]
    negates = form in NEGATORS or form.endswith("n't")
    return negates and (at + 1 >= len(forms) or forms[at + 1] not in ("only", "just", "later", "doubt"))


def _word_at(
    found: list[re.Match[str]], forms: list[str], at: int, clause: int, states: StateNames
) -> tuple[int, Word | None]:
    """How many words are used up, and the content word that they make."""
    form, capital = forms[at], found[at][0][0].isupper()
    longest = states.longest(form) if capital else 0
    for length in range(min(longest, len(forms) - at), 0, -1):
        state = states.of(" ".join(forms[at : at + length]))
        if state:
            span = Span(found[at].start(), found[at + length - 1].end())
            return length, Word(span, state.name, state.name, NAME_WEIGHT, clause)
    if stem(form) in phrase_starts():
        for length in range(min(LONGEST_PHRASE, len(forms) - at), 1, -1):
            phrase = "_".join(stem(f) for f in forms[at : at + length])
            if phrase in related_words() or phrase in same_words():
                span = Span(found[at].start(), found[at + length - 1].end())
                same = same_words().get(phrase, phrase)
                return length, Word(span, same, related_words().get(same, same), 1.0, clause)
    return 1, _single(found[at], form, clause, first=at == 0 or forms[at - 1] in CLAUSE_END)


def _single(match: re.Match[str], form: str, clause: int, *, first: bool) -> Word | None:
    if form in function_words() or not form[0].isalpha():
        return None
    base = stem(form)
    same = same_words().get(base, base)
    group = related_words().get(same, same)
    named = match[0][0].isupper() and not first
    weight = LIGHT_WEIGHT if same in light_words() else NAME_WEIGHT if named else 1.0
    return Word(Span(match.start(), match.end()), same, group, weight, clause)


class Likeness(NamedTuple):
    """How much two contents share."""

    common: float
    """Weight of the shared classes."""
    dice: float
    """Of both contents' weight, 0 to 1."""
    within: float
    """Of the lighter content's weight, 0 to 1."""
    opposed: bool
    """True where one negates what the other affirms."""


def likeness(one: Content, two: Content) -> Likeness:
    """What ``one`` and ``two`` share (weighted Dice and overlap coefficients), and whether they agree on it."""
    few, many = sorted((one.weights, two.weights), key=len)
    shared = {g: w for g, w in few.items() if g in many}
    common = sum(min(w, many[g]) for g, w in shared.items())
    if not common:
        return Likeness(0.0, 0.0, 0.0, opposed=False)
    a, b = one.weight, two.weight
    # Both looks must agree: "This is, he said, not so" may be cut into clauses in one report and not in the other.
    turned = len(one.negated) % 2 != len(two.negated) % 2
    opposed = turned and _negates_shared(one, shared) != _negates_shared(two, shared)
    return Likeness(common, 2 * common / (a + b), common / min(a, b), opposed)


def _negates_shared(content: Content, shared: dict[str, float]) -> bool:
    """True where the clause that holds most of what is shared is negated."""
    if not content.negated:
        return False
    held: dict[int, float] = {}
    for word in content.words:
        if word.group in shared:
            held[word.clause] = held.get(word.clause, 0.0) + word.weight
    best = max(sorted(held), key=held.__getitem__)
    return best in content.negated
