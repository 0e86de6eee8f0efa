"""What may stand between an auxiliary and its verb: adverbs, "not", a day ("will on Thursday meet")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import control
from store.extract.explicit_dates import MONTHS
from store.extract.main_verbs import MainVerbs
from store.extract.verb_forms import NEGATIONS, verb_forms
from store.extract.word_classes import ADVERBS, DAYS, DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

_TIME = 6
"""Tokens of a time inside a verb group: "will later in the day", "will on Friday next week"."""
_TIME_OPENS = DAYS | {"on", "in", "next", "later", "early", "late", "this", "at", "from"}
_TIME_WORDS = (
    DAYS
    | MONTHS.keys()
    | frozenset(
        "on in at the next later early late this coming week month year weekend day morning afternoon evening "
        "night".split()
    )
)


_PHRASE = 6
"""Tokens of a phrase inside a verb group: "will for the first time meet"."""
_PHRASE_OPENS = frozenset("after in for of by from with at under during as this on".split())
_DATED = DAYS | MONTHS.keys() | {"week", "month", "year", "weekend"}
_NO_VERB_AFTER = DETERMINERS | PREPOSITIONS | {"and", "or", "first", "own", "-", "last", "next", "'s", "more", "new"}


def past_phrase(lower: Sequence[str], i: int, end: int) -> int:
    """Past the phrase between a modal and its verb: "would after all meet", "will in turn be received".

    ``i`` itself where no bare verb follows within a few tokens.
    """
    if i >= end or lower[i] not in _PHRASE_OPENS:
        return i
    for k in range(i + 1, min(i + _PHRASE, end - 1)):
        word = lower[k]
        if word in _DATED or not (word.isalpha() or word in ("-", "'s")):
            return i
        if k == i + 1:
            continue  # "in turn": no phrase is its preposition alone
        form = verb_forms().get(word)
        bare = word in ("be", "have") or (form is not None and form.base == word)
        if bare and (lower[k - 1] not in _NO_VERB_AFTER or lower[i:k] == ["after", "all"]):
            return k
    return i


class InsideVerbs(MainVerbs):
    """Steps over what a verb group holds beside its verbs."""

    __slots__ = ()

    def _skip_adverbs(self, i: int) -> tuple[int, bool]:
        negated = False
        start = i
        while i < self.end and i - start < 4:
            word = self.lower[i]
            if word in NEGATIONS:
                negated = True
            elif (
                word not in ADVERBS
                and word not in ("each", "both", "jointly")
                and not (word.endswith("ly") and len(word) > 4 and word not in ("likely", "unlikely"))
            ) or word == "likely":
                break
            i += 1
        if self._word(i) == "next" and (self._word(i + 1) == "be" or self._form(i + 1)):
            i += 1  # "will next be held in Ottawa"
        if self._word(i) == "last" and self._word(i + 1) in ("scheduled", "held", "set", "planned", "due"):
            i += 1  # "was last scheduled for July"
        if self._word(i) == "at" and self._word(i + 1) in ("last", "least"):
            i += 2  # "will at last meet"
        if self._word(i) == "co" and self._word(i + 1) == "-":
            i += 2  # "will co-chair"
        return i, negated

    def _past_time(self, i: int) -> int:
        """Past the time inside a verb group: "will on Thursday meet", "is next week to visit"."""
        if self._word(i) not in _TIME_OPENS:
            return i
        k = i
        while k < self.end and k - i < _TIME and self._of_time(k):
            k += 1
        if self.lower[k - 1] in PREPOSITIONS or self.lower[k - 1] == "the":
            return i  # "will in turn be received", "would in the end meet"
        follows = self._form(k)
        verbal = follows is not None or self._word(k) in ("be", "have") or self._word(k) in control().after_be
        verbal = verbal or (self._word(k) == "to" and self._form(k + 1) is not None)
        return k if verbal else i

    def _of_time(self, k: int) -> bool:
        """True for a word of "on Friday next week", and for the stop of "Sept. 16"."""
        word = self.lower[k]
        return word in _TIME_WORDS or word.isdigit() or (word == "." and self.lower[k - 1] in MONTHS)
