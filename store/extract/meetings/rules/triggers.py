"""Which sentences are worth a look: those with a word that can announce a meeting."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from store.extract.meetings.parts.words import dated_verbs, meeting_words
from store.extract.meetings.rules.destinations import JOURNEYS
from store.extract.meetings.rules.encounters import CALLS
from store.extract.meetings.rules.kept_days import KEPT
from store.extract.meetings.rules.taken_to import TAKES
from store.extract.meetings.rules.verb_rules import RECEIVES
from store.extract.verb_forms import verb_forms

if TYPE_CHECKING:
    from collections.abc import Set

    from store.extract.reading import Reading

ANAPHORS = frozenset({"they", "it", "that", "this"})
"""At the head of a sentence these take up what the one before told."""
_TAKING_UP = ANAPHORS | {"proceedings"}


def may_announce(page: Reading) -> list[int]:
    """The sentences that may announce a meeting, in text order; a dateline never does.

    What is dealt with is met over only on a day to come; a journey leads to a place, "here" or to a day.
    """
    tokens = page.tokens
    told, dealing, travelling, beside = map(tokens.sentences_with, _triggers())
    told |= {i for i in dealing if _looks_ahead(page, i)}
    told |= {i for i in travelling if i in beside or page.places_in.get(i) or page.times_in.get(i)}
    return [
        index
        for index, sentence in enumerate(tokens.sentences)
        if sentence.kind != "dateline" and (index in told or tokens.lower[sentence.first] in _TAKING_UP)
    ]


def _looks_ahead(page: Reading, index: int) -> bool:
    """True for a sentence with a day that is not over when the article is written."""
    day = page.article.anchor.day
    return day is not None and any(t.last is not None and t.last >= day for t in page.times_in.get(index, ()))


_MEETING_VERBS = frozenset(
    "visit tour speak discuss exchange take attend participate raise bring face expect await".split()
)
_NO_VERBS = frozenset({"due", "together", "appointment"})


class _Triggers(NamedTuple):
    told: frozenset[str]
    """Words that announce by themselves."""
    dealing: frozenset[str]
    """Words that announce on a day to come; no past form does."""
    travelling: frozenset[str]
    beside: frozenset[str]
    """What makes a sentence of travel worth a look where it names no place and no time."""


@cache
def _triggers() -> _Triggers:
    words = meeting_words()
    told = _forms_of(words.verbs["meet"] | RECEIVES | _MEETING_VERBS) | words.kinds.keys() | _NO_VERBS
    dealing = frozenset(
        word for word in _forms_of(dated_verbs() | KEPT.keys() | TAKES) if verb_forms()[word].form != "past"
    )
    beside = CALLS.keys() | {"here"}
    dealing |= {"are"}  # "the ministers are in Oslo from Monday"
    return _Triggers(frozenset(told), dealing, _forms_of(JOURNEYS), frozenset(beside))


def _forms_of(verbs: Set[str]) -> frozenset[str]:
    return frozenset(word for word, form in verb_forms().items() if form.base in verbs)
