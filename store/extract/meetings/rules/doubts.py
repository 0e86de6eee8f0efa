"""What keeps a mention from announcing: a condition, a habit, a denial, or the sports pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.words import meeting_words
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.reading import Reading


def conditional(c: Candidate) -> bool:
    """As in "will resume talks if it wins the election", "If the truce holds, they will meet"."""
    lower, sentence = c.scene.lower, c.scene.sentence
    opens = lower[sentence.first] in _CONDITIONS
    return opens or any(
        lower[i] in _CONDITIONS and lower[i - 1] not in _NO_CONDITION for i in range(c.at, sentence.end)
    )


_CONDITIONS = frozenset({"if", "unless", "provided"})
_NO_CONDITION = frozenset(
    {"as", "even", "ask", "asked", "whether", "know", "see", "what", "wonder", "decide", "was", "be"}
)


def at_no_day(c: Candidate) -> bool:
    """As in "agreed to hold talks at an early date", "as soon as possible": no plan yet, unless a day is told."""
    lower, sentence = c.scene.lower, c.scene.sentence
    words = lower[c.at : min(sentence.end, c.at + _SOME_DAY)]
    return any(words[i : i + 2] in _SOMETIME for i in range(len(words)))


_SOMETIME = (["early", "date"], ["earliest", "possible"], ["soon", "as"], ["due", "course"])
_SOME_DAY = 16
"""Tokens after a meeting within which it is told that its day is open."""


def denied(c: Candidate) -> bool:
    """As in "dismissed reports that Ruiz would meet Berg", "denied that talks will be held"."""
    scene = c.scene
    that = next((i for i in range(c.at, scene.sentence.first, -1) if scene.lower[i] == "that"), None)
    if that is None or c.group != next((g for g in scene.groups if g.first > that and g.finite), None):
        return False  # "denied that it would sign a pact during the meeting due on Monday"
    if not _LITTLE.isdisjoint(scene.lower[max(scene.sentence.first, that - _NEAR) : that]):
        return True  # "saw little chance that they would sit down"
    over = scene.left_group(that)
    return over is not None and over.verb in _DENYING and over.finite and not over.negated


_LITTLE = frozenset(
    {"chance", "chances", "prospect", "likelihood", "hope", "hopes", "hopeful", "wish", "doubt", "doubtful", "doubted"}
)
_NEAR = 2
"""Tokens before "that" in which such a word stands."""
_DENYING = frozenset({"deny", "dismiss", "refute", "reject", "scotch"})


def habitual(c: Candidate) -> bool:
    """As in "The summit takes place once a year, while ministers meet in the autumn"."""
    times = [m for m in c.scene.times if isinstance(m.what, Time)]
    lower = c.scene.lower
    if any(len(t.value) >= len("2006-12-14") and t.value[:1].isdigit() for t in c.times):
        return False  # "which sits once a year, meets again on May 3"
    return any(not _EACH.isdisjoint(lower[max(c.scene.sentence.first, m.first - 1) : m.end]) for m in times)


_EACH = frozenset({"every", "each", "once", "twice"})


def about_sports(page: Reading) -> bool:
    """True where the article reports sport: its teams "meet" and its "rounds" are no talks; its councils do meet."""
    lower = page.tokens.lower
    hits = [lower[i] for i in page.tokens.find(meeting_words().sports)]
    return len(hits) >= 5 and len(set(hits)) >= 3 and len(hits) * 60 >= len(lower)


def sports_around(page: Reading, index: int) -> bool:
    """False for an item of a roundup that has its sport elsewhere."""
    sentences = page.tokens.sentences
    around = sentences[max(0, index - _AROUND) : index + _AROUND + 1]
    words = page.tokens.words[around[0].first : around[-1].end]  # with a capital: the Arab League plays no football
    return not meeting_words().sports.isdisjoint(words)


_AROUND = 3
"""Sentences to either side that tell what a sentence is about."""
