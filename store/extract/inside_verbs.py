"""What may stand between an auxiliary and its verb: adverbs, "not", a day ("will on Thursday meet")."""

from __future__ import annotations

from store.extract.clauses import control
from store.extract.explicit_dates import MONTHS
from store.extract.main_verbs import MainVerbs
from store.extract.verb_forms import NEGATIONS
from store.extract.word_classes import ADVERBS, DAYS

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
        follows = self._form(k)
        verbal = follows is not None or self._word(k) in ("be", "have") or self._word(k) in control().after_be
        verbal = verbal or (self._word(k) == "to" and self._form(k + 1) is not None)
        return k if verbal else i

    def _of_time(self, k: int) -> bool:
        """True for a word of "on Friday next week", and for the stop of "Sept. 16"."""
        word = self.lower[k]
        return word in _TIME_WORDS or word.isdigit() or (word == "." and self.lower[k - 1] in MONTHS)
