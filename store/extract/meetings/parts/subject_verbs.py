"""Which verbs a meeting noun is the subject of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.word_classes import BREAKS, PREPOSITIONS, SUBORDINATORS

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.tokens import Sentence


_LENGTHS = frozenset(
    {"part", "day", "days", "hours", "week", "weeks", "months", "series", "round", "rounds", "phase", "stage", "cycle"}
)
_COUNTING = frozenset({"one", "two", "three", "four", "five", "six", "seven", "several", "second", "third", "further"})
_QUANTITIES = frozenset(
    {"series", "round", "rounds", "number", "rest", "most", "day", "session", "phase", "part", "couple", "all"}
)
_INVOLVING = [["involving"], ["including"], ["between"], ["among"], ["with"], ["grouping"], ["comprising"]]
_IN_LISTS = frozenset({",", "and", "the", "both", "as", "well", "together", "plus", "host", "hosts", "of", "from"})
ONCE = frozenset({"originally", "initially", "previously", "earlier", "first", "formerly"})
"""Before a participle: a plan that has changed since ("originally planned for Tuesday")."""


_CALLED = frozenset({"calls", "called", "call", "describes", "terms", "termed", "described"})
_PRESIDING = frozenset({"preside", "presides", "presided", "presiding"})
OPENINGS = frozenset({"opening", "start", "beginning", "resumption", "launch", "commencement", "restart", "reopening"})
MOVED = frozenset({"rescheduled", "postponed", "moved", "shifted"})


_QUOTES = frozenset({'"', "``", "“", "‘"})
_DUE = frozenset({"due", "set", "scheduled", "slated", "expected"})
_SINCE = (["now"], ["since"], ["later"], ["already"], ["twice"])
_WHO = frozenset({"they", "he", "she", "we", "it"})
_IN_WHICH = 9
"""Tokens of "at which" and the subject of its clause."""
_BESIDE_NAMES = frozenset(
    {"the", "'s", "and", ",", "a", "town", "city", "capital", "resort", "of", "both", "port", "(", ")"}
)
_RELATIVE = frozenset({"which", "that", "who", "whose", "now", "and"})
_ASKING = frozenset({"over", "about", "on", "question", "decide", "know", "say", "unclear"})
"""Before "who" and "which" these ask."""
_MARKS = {",": ",", "--": "--", "–": "–", "—": "—", "(": ")"}
"""What opens an aside -> what closes it."""
_BEFORE_ASIDE = 10
"""Tokens of "of Peru and Chile" between a meeting and an aside."""
_ASIDE = 16
"""Tokens of an aside between a meeting and its verb."""
_REDUCED = 12
"""Tokens between a noun and the participle that belongs to it."""
_SUBJECT = 22
"""Tokens of a subject behind its noun: "between the government of Peru and the largest of the parties"."""
_LONG_SUBJECT = 45
_ADVERBIAL = 3
"""Tokens between what interrupts a clause and its verb."""


class SubjectVerbs:
    """The half of a scene that knows subjects and their verbs."""

    __slots__ = ("groups", "lower", "parties", "places", "rows", "sentence", "times")

    lower: list[str]
    sentence: Sentence
    groups: list[VerbGroup]
    parties: list[Mention]
    places: list[Mention]
    times: list[Mention]
    rows: frozenset[int]
    """Dashes and brackets around a row of parties."""

    def preposition(self, noun: Noun) -> str:
        """The preposition that the noun phrase hangs on, "" for a subject or object."""
        before = self.lower[noun.first - 1] if noun.first > self.sentence.first else ""
        if before in _CALLED and self.lower[noun.first - 3] == "what":
            before = self.lower[noun.first - 4]  # "has invited them to what it calls a summit"
            return before if before in PREPOSITIONS or before == "to" else ""
        if before in _QUOTES and noun.first - 2 > self.sentence.first:
            before = self.lower[noun.first - 2]  # "invited them to Oslo for `working talks`"
        if before == "over" and self.lower[noun.first - 2] in _PRESIDING:
            return ""  # "will preside over a meeting"
        if before == "of" and self.lower[noun.first - 2] in _LENGTHS:
            return self._before_length(noun.first - 3)  # "for two days of talks"
        if before == "of" and self.lower[noun.first - 2] in OPENINGS:
            at = noun.first - 3 - (self.lower[noun.first - 3] == "the")
            before = self.lower[at] if at > self.sentence.first else ""  # "for the opening of a conference"
        return before if before in PREPOSITIONS else ""

    def _before_length(self, at: int) -> str:
        """The preposition before "two days of", "a new round of"; "" where there is none."""
        while at > self.sentence.first and at > 0 and self.lower[at] in _COUNTING | {"a", "the", "another", "new"}:
            at -= 1
        return self.lower[at] if at >= self.sentence.first and self.lower[at] == "for" else ""

    def left_group(self, at: int) -> VerbGroup | None:
        """The nearest verb group that ends at or before token ``at``."""
        return next((g for g in reversed(self.groups) if g.end <= at), None)

    def subject_groups(self, noun: Noun) -> list[VerbGroup]:
        """Verb groups whose subject the noun is, a relative clause's first ("the talks, which open Friday, will")."""
        found: list[VerbGroup] = []
        at = self._past_members(noun.end)
        complement = self._is_complement(noun)
        for group in self.groups:
            if group.first < at:
                continue
            if past := self._past_aside(at, group):
                at = past
                continue
            if self._relays(at, group):
                continue
            if found and self._in_relative_row(found[-1], group):
                found.append(group)
                at = group.end
                continue
            if not self._reaches(noun, at, group):
                if not group.finite and self.lower[group.first - 1] in PREPOSITIONS:
                    continue  # "talks on ending the war have been put off"
                break
            if self._contact(noun, at, group):
                at = group.end
                continue
            if complement and group.finite and not self.relative(at, group) and not self._clause(noun, group):
                break
            found.append(group)
            if group.finite and not self.relative(at, group):
                found += self._coordinated(group)
                break
            at = group.end
        return found

    def _past_aside(self, at: int, group: VerbGroup) -> int:
        """As in "the talks, officials said, will", "the meeting -- the third since the truce was signed -- opens".

        Past the aside between the noun and its own verb whose verb ``group`` is; 0 where it is none.
        """
        near = range(at, min(group.first - 1, at + _BEFORE_ASIDE))
        listed = "and" in self.lower[at : group.first]
        opening = next((i for i in near if self.lower[i] in _MARKS and not (listed and self._in_list(i))), None)
        if opening is None or not group.finite:
            return 0
        mark, ahead = self.lower[opening], self.lower[opening + 1 : group.first]
        if "," in ahead or ahead[0] in _RELATIVE:
            return 0
        closing = next((i for i in range(group.end, self.sentence.end) if self.lower[i] == _MARKS[mark]), None)
        if closing is None or closing - opening > _ASIDE:
            return 0
        after = next((g for g in self.groups if g.first > closing), None)
        own = after is not None and after.finite and after.first - closing <= _ADVERBIAL
        return (closing if mark == "," else closing + 1) if own else 0

    def _in_relative_row(self, before: VerbGroup, group: VerbGroup) -> bool:
        """True for the second verb of "the talks, which opened in May and were put off in June, will"."""
        joined = self.lower[group.first - 1] == "and" and "," not in self.lower[before.end : group.first]
        return joined and group.finite and self.lower[before.first - 1] in ("which", "that")

    def _relays(self, at: int, group: VerbGroup) -> bool:
        """As in "the meeting, which he said was urgent, will": who says it stands inside the relative clause."""
        words = self.lower[at : group.first]
        told = group.verb in ("say", "describe", "call", "hope", "believe") and group.finite
        return told and words[:2] == [",", "which"] and len(words) in (3, 4, 5)

    def _contact(self, noun: Noun, at: int, group: VerbGroup) -> bool:
        """As in "the talks they had set for May will be held in June": a clause of its own, right after the noun."""
        if not (group.finite and group.first - at == 1 and self.lower[at] in _WHO):
            return False
        main = next((g for g in self.groups if g.first >= group.end and g.finite), None)
        return main is not None and self._reaches(noun, group.end, main)

    def _coordinated(self, group: VerbGroup) -> list[VerbGroup]:
        """The verb that shares the subject: "have adjourned for a day and will resume on Friday"."""
        after = next((g for g in self.groups if g.first >= group.end and g.finite), None)
        at = after.first - 1 if after is not None else 0
        at -= self.lower[at] in ("now", "still", "instead")  # "has slipped by a week and now begins"
        joined = after is not None and self.lower[at] in ("and", "but", "then")
        return [after] if after is not None and joined and after.first - group.end <= 12 else []

    def _in_list(self, comma: int) -> bool:
        """True for a comma between two names: "a meeting between Rwanda, Burundi and Uganda is planned"."""
        named = (*self.parties, *self.places)
        return any(m.end == comma for m in named) and any(m.first == comma + 1 for m in named)

    def _past_members(self, at: int) -> int:
        """Past who takes part, told between commas: "the talks, involving Peru, Chile and Brazil, are to start"."""
        if self.lower[at : at + 1] != [","] or self.lower[at + 1 : at + 2][:1] not in _INVOLVING:
            return at
        i = at + 2
        while i < self.sentence.end:
            member = next((m for m in self.parties if m.first <= i < m.end), None)
            if member is None and self.lower[i] not in _IN_LISTS:
                return at
            i = member.end if member is not None else i + 1
            if self.lower[i : i + 1] == [","] and any(g.first == i + 1 and g.finite for g in self.groups):
                return i + 1
        return at

    def _is_complement(self, noun: Noun) -> bool:
        """True in "the purpose of the talks was", not in "a series of meetings will be held"."""
        if not self.preposition(noun):
            return False
        before = self.lower[max(self.sentence.first, noun.first - 3) : noun.first - 1]
        return not _QUANTITIES & set(before)

    def _who(self, first: int, end: int) -> int:
        """Tokens from "which" to its verb where a party stands between ("which Premier Ruiz is to pay"), else 0."""
        named = [m for m in (*self.parties, *self.places) if first <= m.first and m.end <= end]
        told = {i for m in named for i in range(m.first, m.end)}
        plain = [i for i in range(first, end) if i not in told and self.lower[i] not in _BESIDE_NAMES]
        return end - first + 1 if told and len(plain) <= 1 else 0

    def _clause(self, noun: Noun, group: VerbGroup) -> bool:
        """As in "before the conference opens on Friday": a clause, not the phrase "before the conference"."""
        return self.preposition(noun) in ("before", "until") and group.first - noun.end <= 1

    def relative(self, at: int, group: VerbGroup) -> bool:
        """True where a relative pronoun stands between token ``at`` and the verb group."""
        return any(self.lower[i] in ("which", "that", "who", "whose") for i in range(at, group.first))

    def _past_asides(self, between: list[str], at: int, group: VerbGroup) -> list[str]:
        """Without what stands between commas: "the meeting, the third since May, opens"."""
        if between[:1] == [","] and "," in between[2:]:
            closing = len(between) - 1 - between[::-1].index(",")
            if len(between) - 1 - closing <= _ADVERBIAL and "that" not in between and "which" not in between:
                between = between[closing + 1 :]
        if between[-1:] == [","] and "," in between[:-1]:
            aside = len(between) - 2 - between[-2::-1].index(",")
            if not any(at + aside <= g.first < group.first for g in self.groups):
                return between[:aside]  # "the talks on fuel, in recess since December, are to restart"
        return between

    def _longest(self, noun: Noun, at: int, group: VerbGroup) -> int:
        """Tokens that may part the noun from its verb: many where it opens the sentence, no other verb before."""
        opens = noun.first == self.sentence.first and at == noun.end
        if opens and group.finite and not any(g.finite and g.first < group.first for g in self.groups):
            return _LONG_SUBJECT
        return _SUBJECT if self.rows.isdisjoint(range(at, group.first)) else _LONG_SUBJECT

    def _reaches(self, noun: Noun, at: int, group: VerbGroup) -> bool:
        between = self.lower[at : group.first]
        if len(between) > self._longest(noun, at, group):
            return False
        if between and between[-1] == "and" and at != noun.end and group.passive and not group.finite:
            return True  # "the conference, called by Peru and attended by many, will"
        if between and between[-1] in ("and", "or", "but"):
            return at == noun.end and self.left_group(noun.first) is None and group.finite
        between = self._past_asides(between, at, group)
        dated = {i for m in self.times for i in (m.first - 1, m.first)}  # "the first talks since 1999 will be held"
        hard = [
            w
            for i, w in enumerate(between, at)
            if i not in dated
            and i not in self.rows
            and (w in BREAKS or w == "since" or (w in SUBORDINATORS and w not in ("which", "that", "who")))
        ]
        if noun.series == "hearing" and hard == ["before"] and group.finite:
            hard = []  # "a hearing before the commission is due": no clause
        if hard and not (hard[0] == "(" and hard[-1] == ")"):
            return False
        if group.tense == "past" and between[:1] == [","] and between[1:] in _SINCE:
            return True  # "the meeting, now moved to Tuesday"
        if not group.finite:
            # "the talks, set for May, will"
            told = between[:-1] if between[-1:] and between[-1] in ONCE | _DUE else between
            later = (
                between[-1:] != told[-1:]
                or group.tense == "participle"
                or (group.tense == "infinitive" and group.passive)
            )
            apart = told[:-1] if told[-1:] == [","] and later else told
            opens = noun.first == self.sentence.first and group.tense == "participle"
            return len(apart) <= (_LONG_SUBJECT if opens else _REDUCED) and "," not in apart[1:]
        for word in ("which", "that", "who"):
            if word in between:
                i = between.index(word)
                if i and between[i - 1] in _ASKING:
                    return False  # "a conference on Monday, despite a dispute over who should take part"
                far = _IN_WHICH if i and between[i - 1] in ("at", "in", "during") else _ADVERBIAL
                far = max(far, self._who(at + i + 1, group.first))
                return i <= 18 and len(between) - i <= far
        listed = "and" in between
        commas = sum(word == "," and not (listed and self._in_list(at + i)) for i, word in enumerate(between))
        return commas % 2 == 0 or (at != noun.end and commas == 1)
