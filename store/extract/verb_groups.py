"""Verb groups of a sentence with tense, mood and voice."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from store.extract.clauses import Mood, Tense, VerbGroup, control
from store.extract.inside_verbs import InsideVerbs, past_phrase
from store.extract.main_verbs import FUNCTION_WORDS, NOUNS_OF_WILL
from store.extract.verb_chains import completed, coordinated, in_chain, is_plural, reduced
from store.extract.verb_forms import BE, DO, HAVE, MODALS, WILL, WOULD, VerbForm, verb_forms

if TYPE_CHECKING:
    from collections.abc import Sequence


def verb_groups(lower: Sequence[str], words: Sequence[str], first: int, end: int) -> list[VerbGroup]:
    """Verb groups of the sentence in tokens ``first`` to ``end``, in text order, not overlapping."""
    reader = _GroupReader(lower, words, first, end)
    found: list[VerbGroup] = []
    starts, floor = _starts(), first
    for i in [i for i, word in enumerate(lower[first:end], first) if word in starts or word.endswith("ed")]:
        group = reader.at(i) if i >= floor else None
        if group is None and found and i >= floor:
            group = in_chain(_main(found, lower), lower, words, i, end)
        elif group is not None and not group.verb:
            group = completed(group, lower, end) or group
        if group and not is_plural(group, lower, end):
            if found and lower[group.first - 1] in _NEXT and lower[group.first - 2] in ("and", "but", "then"):
                group = group._replace(first=group.first - 1)  # "will visit Peru and later travel to Chile"
            if found and group.tense == "present" and lower[group.first - 1] in ("and", "or", "then"):
                group = coordinated(_main(found, lower), group, lower)
            found.append(group)
            floor = group.end
    return reduced(found, lower, first)


def _main(found: Sequence[VerbGroup], lower: Sequence[str]) -> VerbGroup:
    """The last verb outside a relative clause: "is to talk to guards who survived and meet the premier"."""
    outside = (
        g for g in reversed(found[-_BACK:]) if lower[g.first - 1] not in ("who", "which") and not _told_of(g, lower)
    )
    return next(outside, found[-1])


def _told_of(group: VerbGroup, lower: Sequence[str]) -> bool:
    """As in "will attend the forum held in Lima, and visit Chile": "held" belongs to the forum."""
    return group.tense == "participle" and lower[group.end : group.end + 1] in (["in"], ["at"], ["on"], ["by"])


_DATES = frozenset({"next", "today", "tomorrow", "tonight"})
"""After "will": a day before its verb, "will next week travel"."""
_NEXT = frozenset({"later", "afterwards", "afterward", "subsequently", "finally", "also", "thereafter"})
_PUT_ON_A_DAY = frozenset(
    "due scheduled set slated planned expected awaited rescheduled timed arranged booked pencilled penciled "
    "slotted".split()
)
"""After "be" these put something on a day or in a place: "is set for Friday", "is pencilled in for May"."""
_SET_GOING = (("in", "motion"), ("in", "train"), ("in", "stone"))
_AIMS = frozenset("aim goal purpose objective condition conditions demand demands task idea priority".split())
"""Before "is to" these tell what is sought, not what is planned: "one of their conditions was to open talks"."""
_AIM = 8
_LOOKED_FOR = frozenset({"expected", "awaited"})
_BEFORE_DATES = frozenset("for in on at here back by from between within next this there until . ,".split())
_BEFORE_SHORT_IS = frozenset({"he", "she", "it", "there", "that", "who", "what", "here"})
_BACK = 3
"""Verbs back from one after "and" among which it shares an auxiliary."""


@cache
def _starts() -> frozenset[str]:
    """Words that a verb group can start with, regular past forms aside: three words in four are none."""
    return frozenset(verb_forms()) | WILL | WOULD | MODALS | BE | HAVE | DO | {"to", "'s"}


class _GroupReader(InsideVerbs):
    """Reads one verb group at a time, auxiliaries first."""

    __slots__ = ()

    def at(self, i: int) -> VerbGroup | None:
        """The verb group that starts at token ``i``, if one does."""
        word = self.lower[i]
        if i > self.first and self.lower[i - 1] == "-" and self.lower[i - 2] != "co":
            return None  # "rebel-held", not "co-chairs"
        if word in WILL:
            noun = i > self.first and self.lower[i - 1] in NOUNS_OF_WILL
            return None if noun else self._after_modal(i, "future")
        if word in WOULD:
            return self._after_modal(i, "reported") if word != "'d" or self._form(i + 1) else None
        if word in MODALS:
            # "May 5" is a month
            return (
                None if word == "may" and self.words[i] == "May" and i > self.first else self._after_modal(i, "modal")
            )
        if word == "am" and (i == self.first or self.lower[i - 1] != "i"):
            return None  # "at 10 am"
        if word == "being":
            group = self._after_be(i, i, "gerund")
            return group._replace(tense="gerund") if group.passive else None
        if word in BE or (word == "'s" and self._short_is(i)):
            return self._after_be(i, i, "past" if word in ("was", "were", "wasn't", "weren't") else "present")
        if word in HAVE:
            return self._after_have(i)
        if word in DO:
            return self._after_do(i)
        if word == "to":
            return self._infinitive(i)
        return self.full_verb(i)

    def _short_is(self, i: int) -> bool:
        """True for the "'s" of "he's meeting", "it's due", not for that of "Peru's meeting"."""
        return i > self.first and self.lower[i - 1] in _BEFORE_SHORT_IS

    def _after_modal(self, i: int, tense: Tense) -> VerbGroup | None:
        j, negated = self._skip_adverbs(i + 1)
        j = past_phrase(self.lower, self._past_time(j), self.end)
        negated = negated or self.lower[i] in (
            "won't",
            "shan't",
            "cannot",
            "can't",
            "couldn't",
            "shouldn't",
            "wouldn't",
        )
        word = self._word(j)
        mood: Mood = "fixed" if tense in ("future", "reported") else "proposed"
        if word == "be":
            group = self._after_be(i, j, tense)
            return group._replace(negated=group.negated or negated, mood=mood if group.mood == "plain" else group.mood)
        if word == "have":
            form = VerbForm("be", "participle") if self._word(j + 1) == "been" else self._form(j + 1)
            if form and form.form in ("participle", "past or participle"):
                return VerbGroup(i, j + 1, j + 2, form.base, "perfect", mood, negated=negated)
            return VerbGroup(i, j, j + 1, "have", tense, mood, negated=negated)
        if not word.isalpha() or (word in FUNCTION_WORDS and word not in ("do",)) or word in _DATES:
            return VerbGroup(i, i, i + 1, "", tense, mood, negated=negated) if tense != "modal" else None
        form = self.forms.get(word)
        verb = form.base if form else word
        if verb in ("like", "love", "prefer") and self._word(j + 1) == "to":
            return VerbGroup(i, j, j + 1, verb, tense, "wish", negated=negated)
        return VerbGroup(i, j, j + 1, verb, tense, mood, negated=negated)

    def _after_be(self, start: int, i: int, tense: Tense) -> VerbGroup:
        """What follows a form of "be" at ``i``: a plan, a progressive, a passive, or nothing verbal."""
        j, negated = self._skip_adverbs(i + 1)
        j = self._past_time(j)
        negated = negated or self.lower[i] in ("isn't", "aren't", "wasn't", "weren't")
        word = self._word(j)
        ahead: Tense = "reported" if tense == "past" else "future"
        if (word == "to" and self._form(j + 1)) or (word == "to" and self._word(j + 1) in ("be", "have", "also")):
            inner = self._infinitive(j)
            if inner:
                aimed = not _AIMS.isdisjoint(self.lower[max(self.first, start - _AIM) : start])
                mood: Mood = "refused" if inner.mood == "refused" else "wish" if aimed else "fixed"
                return inner._replace(first=start, tense=ahead, mood=mood, negated=negated)
        cue = control().after_be.get(word)
        if cue:
            group = self._after_cue(start, j, cue, ahead)
            if group:
                return group._replace(negated=negated)
        if word == "being":
            inner = self._after_be(start, j, tense)
            return inner._replace(progressive=True)
        form = self._form(j)
        if form is None and word.endswith("ed") and len(word) > 4:
            form = VerbForm(word, "past or participle")
        if form and form.form == "gerund":
            return VerbGroup(start, j, j + 1, form.base, tense, progressive=True, negated=negated)
        if form and form.form in ("participle", "past or participle"):
            return VerbGroup(start, j, j + 1, form.base, tense, passive=True, negated=negated)
        return VerbGroup(start, i, i + 1, "be", tense, negated=negated)

    def _after_cue(self, start: int, j: int, cue: Mood, ahead: Tense) -> VerbGroup | None:
        k, _ = self._skip_adverbs(j + 1)
        if self._word(k) == "to":
            inner = self._infinitive(k)
            if inner:
                return inner._replace(first=start, tense=ahead, mood=cue)
        word, after = self.lower[j], self._word(k)
        dated = after in _BEFORE_DATES or after[:1].isdigit() or self.words[min(k, self.end - 1)][:1].isupper()
        if word in _PUT_ON_A_DAY and dated and (after, self._word(k + 1)) not in _SET_GOING:
            return VerbGroup(start, j, j + 1, "expect" if word in _LOOKED_FOR else "schedule", ahead, cue, passive=True)
        return None

    def _after_have(self, i: int) -> VerbGroup | None:
        word = self.lower[i]
        j, negated = self._skip_adverbs(i + 1)
        negated = negated or word in ("hasn't", "haven't", "hadn't")
        tense: Tense = "gerund" if word == "having" else "perfect"
        if self._word(j) == "been":
            group = self._after_be(i, j, "present")
            planned = group.tense == "future" and self.lower[group.head - 1] == "to" and word in ("has", "have")
            # "have been asked to attend" looks ahead, "have been invited" back
            return group._replace(tense="future" if planned else "perfect", mood=group.mood, negated=negated)
        form = self._form(j)
        if form and form.form in ("participle", "past or participle"):
            return VerbGroup(i, j, j + 1, form.base, tense, negated=negated)
        if self._word(j).endswith("ed"):
            return VerbGroup(i, j, j + 1, self.lower[j], tense, negated=negated)
        if self._word(j) == "to" and self._form(j + 1):
            return VerbGroup(i, j + 1, j + 2, self.forms[self.lower[j + 1]].base, "modal", "wish", negated=negated)
        simple: Tense = "past" if word in ("had", "hadn't") else "gerund" if word == "having" else "present"
        return VerbGroup(i, i, i + 1, "have", simple, negated=negated)

    def _after_do(self, i: int) -> VerbGroup | None:
        word = self.lower[i]
        j, negated = self._skip_adverbs(i + 1)
        form = self._form(j)
        tense: Tense = "past" if word.startswith("did") else "present"
        if form and form.form == "base":
            return VerbGroup(i, j, j + 1, form.base, tense, negated=negated or word.endswith("n't"))
        return VerbGroup(i, i, i + 1, "do", tense)

    def _infinitive(self, i: int) -> VerbGroup | None:
        """As in "to meet", "to be held", "to also attend"; None for "to Nairobi", "to talks"."""
        j, _ = self._skip_adverbs(i + 1)
        word = self._word(j)
        if word == "be":
            group = self._after_be(i, j, "infinitive")
            return group if group.tense == "infinitive" else group._replace(tense="infinitive", mood=group.mood)
        if word == "have":
            if self._word(j + 1) == "been":
                group = self._after_be(i, j + 1, "infinitive")
                if group.passive:  # "was to have been held"
                    return group._replace(tense="infinitive", mood="refused")
            done = self._form(j + 1)
            if done and done.form in ("participle", "past or participle"):
                return VerbGroup(i, j + 1, j + 2, done.base, "infinitive", "refused")  # "was to have met"
            return VerbGroup(i, j, j + 1, "have", "infinitive")
        form = self.forms.get(word) if j < self.end and self.words[j][:1].islower() else None
        if form and (form.form == "base" or form.base == word):
            return VerbGroup(i, j, j + 1, form.base, "infinitive")
        return None
