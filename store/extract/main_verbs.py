"""Full verbs: whether an inflected word is a finite verb, a participle or no verb at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import VerbGroup, control
from store.extract.plural_verbs import DONE_BY_MANY, NEVER_NOUNS, OPENING, PEOPLE, PluralVerbs
from store.extract.word_classes import ADVERBS, DAYS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS

if TYPE_CHECKING:
    from store.extract.verb_forms import VerbForm


FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | SUBORDINATORS | PRONOUNS | {"and", "or", "nor", "than", "there", "here"}

# "talks", "visits" and their like are nouns first: verbs only before what a verb's object or complement begins with.
_NOUN_FIRST = frozenset(
    "talks plans reports offers hopes calls moves claims comments needs visits starts attacks demands "
    "ends hosts heads tours "
    "promises plan hope offer visit host talk start open demand need move call report attack end head "
    "tour promise claim comment "
    "work works turn act urge show view trips rounds sides meet-up present returns return "
    "heads' results result set state states presents orders order raise rise rises focus change changes cause causes "
    "share shares stress issue issues sign signs support target targets voice vote votes warning contact "
    "contacts address "
    "visit's follow-up review reviews debate debates launch stage stages press question objects object "
    "points point launches "
    "lead leads cover covers experts protest protests welcome attempt attempts land lands mark marks "
    "group groups place "
    "like last live cut cuts hit hits put let read reads cost costs quit spread split shut broadcast "
    "forecast burst hurt close rebel rebels partner partners "
    "supply supplies export exports import imports deal deals fund funds trade trades delay delays benefit benefits "
    "increase increases fuel fuels balance market markets charge charges hand hands".split()
)

# "The talks open in Oslo", "negotiations get under way": plain verbs only before what says when, where or how.
_HELD_TOGETHER = frozenset(
    "hold open start host sign conduct launch return come take tackle shake join lunch dine go travel receive".split()
)
_HOLDING = frozenset("hold holds holding held have conduct conducting resume begin start attend".split())
NOUNS_OF_WILL = frozenset("good ill political free own popular".split())
"""Before "will" as a noun: "good will", "the political will"."""
_PLURALS = frozenset(
    "they we you i who that which people men women both all and or police data media but not to".split()
)

# Verbs that take an object: followed by none, their past form is a passive participle ("talks held in Riga").
_WANT_OBJECT = frozenset(
    "hold schedule slate set plan fix pencil expect host organise organize attend chair sponsor call propose arrange "
    "release issue publish "
    "sign base aim invite lead brief report quote appoint launch make take send bring give build create describe "
    "name see mark hit seize capture cancel postpone delay".split()
)


_PAIRED = 8
"""Words between "between" and the second of two who meet."""


_MOSTLY_NOUNS = frozenset({"meeting", "gathering", "bargaining", "sitting"})
"""Gerunds that news uses as nouns, unless they stand by those who act."""
_WORKING = frozenset("meeting meetings visit visits lunch dinner breakfast session sessions group level".split())
_UNITS = frozenset({"day", "week", "hour", "month", "year", "nation", "party", "member", "country"})
_COMPOUNDED = frozenset({"level", "class", "group", "age", "party", "term", "day", "house"})
"""After a gerund and a hyphen: "working-level contacts"."""
AS_PLANNED = frozenset({"planned", "scheduled", "expected", "announced", "agreed", "usual"})
"""After "as" no verbs of what takes place: "will be held as planned on Monday"."""


class MainVerbs(PluralVerbs):
    """Reads the full verbs of one sentence; holds what its methods would else hand round."""

    __slots__ = ()

    def full_verb(self, i: int) -> VerbGroup | None:
        """A verb group without auxiliary at token ``i``: finite, participle or gerund."""
        word = self.lower[i]
        form = self.forms.get(word)
        if form is None:
            if word.endswith("ed") and len(word) > 4 and self.words[i][0].islower() and not self._prenominal(i):
                if self._word(i + 1) == "by" and not self._number_or_gerund(i + 2):
                    return VerbGroup(i, i, i + 1, word, "participle", passive=True)
                return VerbGroup(i, i, i + 1, word, "past")
            return None
        if self.words[i][0].isupper() and i > self.first and not self.words[i].islower():
            return None
        if form.base == word and self._word(i + 1) == "-" and self._word(i + 2).endswith("ing"):
            return None  # "cost-sharing"
        if word == "working" and self._word(i + 1) in _WORKING:
            return None  # 'a "working meeting"'
        if word in _MOSTLY_NOUNS and not self._meeting_somebody(i):
            return None
        if form.form == "gerund":
            noun = self._prenominal(i) or self._word(i - 1) in DETERMINERS or self._word(i + 1) == "of"
            noun = noun or (self._word(i + 1) == "-" and self._word(i + 2) in _COMPOUNDED) or self._after_compound(i)
            return None if noun else VerbGroup(i, i, i + 1, form.base, "gerund")
        if form.form == "participle" and word == form.base:
            form = form._replace(form="base")  # "ministers come together": without "have" no participle
        if form.form in ("past", "past or participle", "participle"):
            return self._past_form(i, form)
        return self._present_form(i, form)

    def _after_compound(self, i: int) -> bool:
        """True for the adjective in "a three-day working visit"."""
        return i - 3 >= self.first and self._word(i - 2) == "-" and self._word(i - 1) in _UNITS

    def _meeting_somebody(self, i: int) -> bool:
        """True for the gerund in "before meeting the king", "Ruiz and Berg, meeting in Oslo, are to"."""
        before, after = self._word(i - 1), self._word(i + 1)
        apart = before == "," and i - 2 >= self.first and after in ("in", "on", "at", "with", "here", "for", "today")
        many = self.lower[i] == "gathering" and (before in PEOPLE or before in _PLURALS)
        return apart or many or before in ("before", "after", "while", "when", "by", "than")

    def _prenominal(self, i: int) -> bool:
        """True for "the scheduled talks", "of planned visits": an adjective, not a verb."""
        before, after = self._word(i - 1) if i > self.first else "", self._word(i + 1)
        if after == "-" and before in DETERMINERS:
            return True  # "a closed-door session"
        if not after.isalpha() or after in FUNCTION_WORDS or after in ADVERBS or after in ("out", "up", "off"):
            return False  # "start hammering out a deal"
        if before == "and" and "between" in self.lower[max(self.first, i - _PAIRED) : i]:
            return True  # "a meeting between Ruiz and exiled leader Berg"
        if before.endswith("ly"):
            return not self.words[i + 1][0].isupper()  # "warmly welcomed Ruiz"
        held = before in _HOLDING and self.forms.get(self._word(i + 1)) is None  # "to hold closed consultations"
        return held or before == "behind" or before in DETERMINERS or before in PREPOSITIONS or before in ("'s", "’s")

    def _past_form(self, i: int, form: VerbForm) -> VerbGroup | None:
        if self._prenominal(i) or (self._word(i - 1) == "as" and self.lower[i] in AS_PLANNED):
            return None
        after = self._word(i + 1)
        bare = (
            after in PREPOSITIONS
            or not after.isalpha()
            or after in ("here", "to", "earlier", "later", "by", "last", "next")
            or after in DAYS
        )
        told = form.base == "report" and (after in DAYS or after in ("on", "here", "earlier", "late"))
        if told and form.form != "participle":
            return VerbGroup(i, i, i + 1, form.base, "past")  # "the daily reported Tuesday"
        by = i + 1 + (after in ("up", "out", "off", "down"))  # "a group set up by the accord"
        agent = self._word(by) == "by" and form.form != "past" and not self._number_or_gerund(by + 1)
        if form.form == "participle" or (form.base in _WANT_OBJECT and bare and form.form != "past") or agent:
            cue = control().after_be.get(self.lower[i], "plain")
            return VerbGroup(i, i, i + 1, form.base, "participle", cue, passive=True)
        return VerbGroup(i, i, i + 1, form.base, "past")

    def _number_or_gerund(self, i: int) -> bool:
        """True in "rose by 3 percent", "ended by saying": no agent, so no passive."""
        word = self._word(i)
        return not word or word[0].isdigit() or word.endswith("ing")

    def _present_form(self, i: int, form: VerbForm) -> VerbGroup | None:
        word, before = self.lower[i], self._word(i - 1) if i > self.first else ""
        if before == "next" and i - 2 >= self.first and self._word(i - 2).endswith("s"):
            before = self._word(i - 2)  # "the negotiators next come together on Monday"
        if before in PREPOSITIONS and i - 2 >= self.first and self._word(i - 2) == "-":
            before = ""  # "Kim Tae-in welcomes"
        if (
            (before in DETERMINERS and not (before == "that" and (form.form == "third" or self._that_many(i))))
            or before in PREPOSITIONS
            or before in ("'s", "’s")
            or (i == self.first and form.form == "base")
        ):
            return None
        if form.form == "base" and ((form.base in OPENING and self._opens(i)) or self._plural_subject(i)):
            return VerbGroup(i, i, i + 1, form.base, "present")
        if form.form == "base" and form.base in _HELD_TOGETHER and (self._coordinated_names(i) or self._two_sides(i)):
            return VerbGroup(i, i, i + 1, form.base, "present")
        if form.base in DONE_BY_MANY and self._done_together(i):
            return VerbGroup(i, i, i + 1, form.base, "present")
        if (word, self._word(i + 1)) in (("take", "place"), ("get", "together")):
            return VerbGroup(i, i, i + 1, word, "present")  # "talks with his counterpart take place on Friday"
        if word == "head" and before.endswith("s") and self._word(i + 1) in ("to", "for"):
            return VerbGroup(i, i, i + 1, "head", "present")
        if word == "group" and self._lists_members(i):
            return VerbGroup(i, i, i + 1, "group", "present")  # "the talks, which began in May, group Peru and Chile"
        verb_before = self.forms.get(before)
        if word in _NOUN_FIRST and (
            not self._object_follows(i, form) or (verb_before and verb_before.form.startswith(("past", "gerund")))
        ):
            return None  # "scrapped plans to visit"
        if form.form == "base" and not (
            before.endswith("s") or before in _PLURALS or before in ADVERBS or word in NEVER_NOUNS
        ):
            return None
        return VerbGroup(i, i, i + 1, form.base, "present")

    def _object_follows(self, i: int, form: VerbForm) -> bool:
        after = self._word(i + 1)
        if form.base == "hand":
            return after in ("over", "out", "in", "back")
        if form.base in ("plan", "hope", "offer", "need", "promise", "call", "move"):
            return (after == "to" and self._form(i + 2) is not None) or (form.base == "call" and after in ("for", "on"))
        if form.base in ("visit", "host", "head", "tour", "attack", "lead", "sign", "welcome"):
            goes = after in ("to", "for", "into", "back") or (after == "on" and self._word(i + 3) in ("to", "for"))
            if form.base == "head" and goes:
                return form.form == "third"  # "heads to Oslo on Friday"
            held = form.base == "host" and after in ("talks", "negotiations", "consultations", "peace", "crisis")
            named = after in DETERMINERS or self.words[min(i + 1, self.end - 1)][:1].isupper()
            several = self._word(i - 1).endswith("s") and (
                self.words[i - 1][0].isupper() or self.lower[i - 1] in PEOPLE
            )
            if form.form == "base" and form.base in ("host", "visit", "tour") and i > self.first + 1 and several:
                return after in DETERMINERS  # "the Cook Islands host the forum"
            relative = i - 2 >= self.first and self.lower[i - 2] in ("which", "that")  # "which Algeria hosts in May"
            return form.form == "third" and (held or named or (form.base == "host" and relative))
        if form.base in OPENING and form.form == "base" and self._word(i - 1) in PEOPLE:
            return after in DETERMINERS  # "leaders open their annual summit"
        if form.base in ("start", "open", "end", "launch", "return", "close", "land", "lead"):
            return form.form == "third" and (
                after in ("on", "in", "at", "here", "to", "with")
                or after in DETERMINERS
                or self.words[min(i + 1, self.end - 1)][:1].isupper()
            )
        return False
