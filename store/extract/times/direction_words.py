"""Words that tell whether a time lies ahead or behind, read once from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from store.extract.tables import table_of
from store.extract.verb_forms import verb_forms


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionWords:
    """Lower-case words by what they do; ``lexicon/direction.toml`` says what each list is for."""

    planned: frozenset[str]
    planned_attribute: frozenset[str]
    moved: frozenset[str]
    happened: frozenset[str]
    scheduled: frozenset[str]
    scheduled_plural: frozenset[str]
    never_nouns: frozenset[str]
    implicative: frozenset[str]
    ahead: frozenset[str]
    behind: frozenset[str]
    ahead_phrases: frozenset[str]
    starting: frozenset[str]
    adverbs: frozenset[str]
    attributive: frozenset[str]
    no_verbs: frozenset[str]
    prepositions: frozenset[str]
    beside: frozenset[str]
    openers: frozenset[str]
    clause_starts: frozenset[str]
    relatives: frozenset[str]
    reporting: frozenset[str]
    nobody: frozenset[str]
    subjects: frozenset[str]
    results: frozenset[str]
    noun_thirds: frozenset[str]
    unchanged: frozenset[str]
    lasting: frozenset[str]
    plan_nouns: frozenset[str]
    awaiting: frozenset[str]
    aftermath: frozenset[str]
    preparing: frozenset[str]
    arranging: frozenset[str]
    dropped: frozenset[str]
    gatherings: frozenset[str]


@cache
def direction_words() -> DirectionWords:
    """All lists; the file is read at the first call."""
    return DirectionWords(**{name: frozenset(words) for name, words in table_of("direction").items()})


@cache
def occasions() -> frozenset[str]:
    """Nouns of what takes place on a day: "a weekend meeting", "a weekend attack"."""
    return direction_words().gatherings | direction_words().happened


def is_base(word: str) -> bool:
    """Whether ``word`` can be an infinitive."""
    form = verb_forms().get(word)
    return (form is not None and form.form == "base") or word in direction_words().unchanged


def is_participle(word: str) -> bool:
    """Whether ``word`` can be a past participle; any regular -ed form counts."""
    form = verb_forms().get(word)
    if form:
        return form.form in ("participle", "past or participle")
    return word == "been" or is_regular_past(word)


def is_regular_past(word: str) -> bool:
    """Whether a word that the verb list does not know looks like a verb in -ed."""
    return word.endswith("ed") and len(word) > 4 and word not in direction_words().no_verbs and not word.endswith("eed")
