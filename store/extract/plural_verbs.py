"""Bare forms that are verbs of a plural subject: "Peru and Chile hold talks", "ministers from six states open"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.verb_forms import VerbForm, verb_forms
from store.extract.word_classes import DAYS, DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

NEVER_NOUNS = frozenset(
    "begin meet agree attend discuss convene reconvene seek become remain insist believe decide gather join continue "
    "include expect consider consult negotiate participate confer resume restart reopen assemble arrive depart sit "
    "descend converge reassemble regroup deliberate fly".split()
)
OPENING = frozenset("open start close end kick get wind wrap run".split())
_AFTER_OPENING = frozenset("in at on here with today tomorrow tonight under off up until next later".split())
_GATHER = frozenset({"come", "gather", "sit", "assemble", "confer", "travel", "arrive", "fly", "hold", "return"})
_GOING = frozenset({"come", "go", "travel", "lunch", "dine"})
_BEHIND_GATHER = frozenset({"down", "together", "to", "in", "at", "here", "again", "back", "face"})
_ASIDE_LEADS_TO = NEVER_NOUNS | OPENING | _GATHER
DONE_BY_MANY = _ASIDE_LEADS_TO | {"host", "visit"}
_PLURAL = 4
"""Letters that a plural has more than: not "was", "has", "this"."""
_NAMES = 9
"""Tokens back from the verb within which "and" joins those who act."""
_TALKS = frozenset({"talks", "negotiations", "consultations", "discussions", "meetings"})
_KEPT = frozenset("be keep leave remain stay hold throw break lie stand swing burst".split())
PEOPLE = frozenset(
    "ministers leaders officials delegates envoys negotiators diplomats representatives heads presidents delegations "
    "premiers chiefs experts ambassadors governors members mediators commanders governments sides "
    "bankers commissioners secretaries chancellors kings executives mayors generals emissaries inspectors lawmakers "
    "parliamentarians".split()
)
"""Holders of offices in the plural, as the subject of what they do together."""


class PluralVerbs:
    """Words of one sentence with their verb forms, and whether a bare form among them is done by several."""

    __slots__ = ("end", "first", "forms", "lower", "words")

    def __init__(self, lower: Sequence[str], words: Sequence[str], first: int, end: int) -> None:
        self.lower, self.words, self.first, self.end = lower, words, first, end
        self.forms = verb_forms()

    def _word(self, i: int) -> str:
        return self.lower[i] if i < self.end else ""

    def _form(self, i: int) -> VerbForm | None:
        return self.forms.get(self.lower[i]) if i < self.end else None

    def _that_many(self, i: int) -> bool:
        """True for "start" in "the talks that start on Monday"."""
        plural = i - 2 >= self.first and self.lower[i - 2].endswith("s") and self.lower[i - 2].isalpha()
        return plural and self.lower[i] in DONE_BY_MANY and (self._word(i + 1) in PREPOSITIONS or self._opens(i))

    def _done_together(self, i: int) -> bool:
        """True for "start" in "officers from both armies start talks", "open" in "the leaders, who arrive on Friday,
        open their summit".
        """
        before, after = self._word(i - 1), self._word(i + 1)
        if self.lower[i] != self.forms[self.lower[i]].base or i <= self.first:
            return False
        if before == ",":
            relative = range(self.first + 1, i - 1)
            told = any(self.lower[k] in ("who", "which", "whose") and self.lower[k - 1] == "," for k in relative)
            return told and (after in _TALKS or after in DETERMINERS) and self._word(i - 2) != ","
        return before.endswith("s") and before.isalpha() and len(before) > _PLURAL and after in _TALKS

    def _plural_subject(self, i: int) -> bool:
        """True for "open" in "Ministers from the six nations of the Council open a two-day meeting"."""
        if self.lower[i] not in DONE_BY_MANY:
            return False
        after = self._word(i + 1)
        held = self.lower[i] == "hold" and after in _TALKS
        gone = self.lower[i] in _GATHER and after in _BEHIND_GATHER
        if not (held or gone or after in DETERMINERS or self._aside_closed(i)) or self._word(i - 1) in ("and", "or"):
            return False
        if self._word(i - 1) == "," and not self._aside_closed(i):
            return False
        ahead = self.lower[self.first : i]
        plural = next((k for k, word in enumerate(ahead) if word in PEOPLE), None)
        if plural is None or ahead[plural + 1 : plural + 2] not in (["from"], ["of"]):
            return False
        return not any(w in self.forms and self.forms[w].form in ("past", "third") for w in ahead[plural + 1 :])

    def _lists_members(self, i: int) -> bool:
        """True for "group" in "The six-party talks, in their third year, group Peru, Chile and Brazil"."""
        names = sum(word[:1].isupper() for word in self.words[i + 1 : min(self.end, i + _NAMES)])
        told = not _TALKS.isdisjoint(self.lower[self.first : i])
        return told and self._word(i - 1) in _TALKS | {","} and names > 1

    def _aside_closed(self, i: int) -> bool:
        """True for "meet" in "Leaders of the bloc known as X, the Council of Y, meet in Oslo"."""
        opening = "," in self.lower[self.first : i - 1]
        return self._word(i - 1) == "," and opening and self.lower[i] in _ASIDE_LEADS_TO

    def _coordinated_names(self, i: int) -> bool:
        """True for "hold" in "Peru and Chile hold talks", "Peru and Chile, two neighbours, hold a round of talks"."""
        at = i - 1
        if self._word(at) == ",":
            at = next((k for k in range(i - 2, self.first, -1) if self.lower[k] == ","), self.first)
            at -= 1
        near = range(max(self.first, at - _NAMES), at)
        joined = next((k for k in near if self.lower[k] == "and"), None)
        after = self._word(i + 1)
        if joined is None or not self.words[at][:1].isupper() or not (after.isalpha() or after[:1].isdigit()):
            return False
        if self.lower[i] in _GOING:
            fitting = after in _BEHIND_GATHER or after in ("over", "through", "into", "before")
        else:
            fitting = after == "to" if self.lower[i] == "return" else after not in PREPOSITIONS
        return fitting and not any(self._word(k) in ("to", "will", "would") for k in (i - 1, i - 2))

    def _two_sides(self, i: int) -> bool:
        """True for "return" in "The union and management return to the table on Friday"."""
        ahead = self.lower[self.first : i]
        if len(ahead) > _NAMES or "and" not in ahead[1:-1] or self._word(i - 1) == ",":
            return False
        verbs = any(w in self.forms and self.forms[w].form in ("past", "third") for w in ahead[1:])
        after = self._word(i + 1)
        led = after in ("to", "for") if self.lower[i] == "return" else after in _TALKS or after in DETERMINERS
        return led and not verbs and not any(w in PREPOSITIONS for w in ahead)

    def _opens(self, i: int) -> bool:
        """True for "the talks open in Oslo on Monday", not for "remains open on Mondays", "the US Open in May"."""
        after, before = self._word(i + 1), self.words[i - 1] if i > self.first else ""
        if self.words[i][0].isupper() or not (after in _AFTER_OPENING or after in DAYS):
            return False
        aside = before == "," and "," in self.lower[self.first : i - 1]  # "talks, put off in May, open in Oslo"
        relative = before in ("which", "that")
        if not (aside or relative or before[:1].isupper() or (before.endswith("s") and before.isalpha())):
            return False
        near = (self.forms.get(w) for w in self.lower[max(self.first, i - 4) : i])
        return not any(form is not None and form.base in _KEPT for form in near)
