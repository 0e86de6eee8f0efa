"""One sentence with its verb groups, its meeting nouns, and which of these each time and place belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.clauses import VerbGroup, governing
from store.extract.meetings.nouns import Noun, meeting_nouns
from store.extract.verb_groups import verb_groups
from store.extract.word_classes import BREAKS, PREPOSITIONS, SUBORDINATORS
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import Mood, Tense
    from store.extract.reading import Reading
    from store.extract.tokens import Sentence, Tokens
    from store.model.mentions import Party, Place


_LENGTHS = frozenset({"day", "days", "hours", "week", "weeks", "months", "series", "round", "rounds"})
_QUANTITIES = frozenset(
    {"series", "round", "rounds", "number", "rest", "most", "day", "session", "phase", "part", "couple", "all"}
)


_INVOLVING = [["involving"], ["including"], ["between"], ["among"], ["with"], ["grouping"], ["comprising"]]
_IN_LISTS = frozenset({",", "and", "the", "both", "as", "well", "together", "plus", "host", "hosts", "of", "from"})


def _schedules(group: VerbGroup) -> bool:
    return group.tense == "participle" and (group.mood in ("fixed", "expected") or group.verb in ("schedule", "plan"))


class Mention(NamedTuple):
    """A time, place or party with its token range."""

    first: int
    end: int
    what: Time | Place | Party | None


class Scene:
    """What the steps ask of one sentence; built only for sentences that hold a trigger."""

    __slots__ = (
        "_owners",
        "groups",
        "index",
        "lower",
        "nouns",
        "page",
        "parties",
        "places",
        "sentence",
        "times",
        "tokens",
    )

    def __init__(self, page: Reading, index: int) -> None:
        tokens: Tokens = page.tokens
        self.page, self.tokens, self.lower, self.index = page, tokens, tokens.lower, index
        self.sentence: Sentence = tokens.sentences[index]
        self.groups = verb_groups(tokens.lower, tokens.words, self.sentence.first, self.sentence.end)
        self.times = [Mention(*tokens.at(t.span), t) for t in page.times_in.get(index, ())]
        self.places = [Mention(*tokens.at(p.span), p) for p in page.places_in.get(index, ())]
        self.parties = [Mention(*tokens.at(p.span), p) for p in page.parties_in.get(index, ())]
        self.nouns = meeting_nouns(self)
        self._owners: dict[int, Noun | VerbGroup | None] = {}

    def tense(self, group: VerbGroup) -> tuple[Tense, Mood]:
        """Tense and mood of ``group``, what governs it taken into account."""
        return governing(self.groups, self.groups.index(group), self.lower)

    def preposition(self, noun: Noun) -> str:
        """The preposition that the noun phrase hangs on, "" for a subject or object."""
        before = self.lower[noun.first - 1] if noun.first > self.sentence.first else ""
        if before == "of" and self.lower[noun.first - 2] in _LENGTHS:
            return ""  # "two days of talks"
        return before if before in PREPOSITIONS else ""

    def left_group(self, at: int) -> VerbGroup | None:
        """The nearest verb group that ends at or before token ``at``."""
        return next((g for g in reversed(self.groups) if g.end <= at), None)

    def parent(self, group: VerbGroup) -> Noun | VerbGroup | None:
        """What an infinitive, gerund or participle hangs on: the noun or verb group before it."""
        if group.finite:
            return None
        best = self.nearest_head(group.first)
        return best if best is not None and not self.broken(best.end, group.first) else None

    def right_group(self, at: int) -> VerbGroup | None:
        """The nearest verb group that starts at or after token ``at``."""
        return next((g for g in self.groups if g.first >= at), None)

    def broken(self, first: int, end: int) -> bool:
        """True where a clause boundary stands in tokens ``first`` to ``end``."""
        lower = self.lower
        for i in range(first, end):
            word = lower[i]
            if word in BREAKS or (word in SUBORDINATORS and not self.part_of_time(i) and not self._before_time(i)):
                return True
        return False

    def _before_time(self, i: int) -> bool:
        """True for a preposition of time: "until Friday", "until further notice", "before the end of May"."""
        if self.lower[i] not in ("until", "before", "after", "since"):
            return False
        return self.lower[i + 1 : i + 2] == ["further"] or any(i < m.first <= i + 2 for m in self.times)

    def part_of_time(self, i: int) -> bool:
        """True for a token inside a time expression ("in that week")."""
        return any(m.first <= i < m.end for m in self.times)

    def owner(self, mention: Mention) -> Noun | VerbGroup | None:
        """The meeting noun or verb group that a time or place belongs to.

        The nearest head to its left within the clause; fronted, the first verb group to its right.
        """
        if mention.first not in self._owners:
            self._owners[mention.first] = self._find_owner(mention)
        return self._owners[mention.first]

    def _find_owner(self, mention: Mention) -> Noun | VerbGroup | None:
        first = mention.first
        for noun in self.nouns:
            if noun.first <= first < noun.head:
                return noun
        if self.lower[mention.end : mention.end + 1] in (["'s"], ["’s"]):
            return None  # "this year's festival will hold"
        conjoined = self._conjoined(mention)
        if conjoined is not None:
            return conjoined
        left = self.nearest_head(first)
        if "according" in self.lower[left.end if left else self.sentence.first : first]:
            return None
        until = first - (self.lower[first - 1] in ("until", "before", "after", "since"))
        if left is not None and not self.broken(left.end, until) and not self._in_opening(left):
            return left
        fronted = left is None or self._opens_clause(left.end, first) or self._in_opening(left)
        if fronted:
            return self._fronted_owner(mention)
        return left

    def _conjoined(self, mention: Mention) -> VerbGroup | None:
        """As in "... and on Saturday was due to meet": a time between "and" and a finite verb belongs to that verb."""
        i = mention.first - 1
        if i > self.sentence.first and self.lower[i] in ("on", "in", "at", "later"):
            i -= 1
        if i < self.sentence.first or self.lower[i] not in ("and", "but", "then"):
            return None
        group = self.right_group(mention.end)
        return group if group is not None and group.finite and group.first - mention.end <= 2 else None

    def nearest_head(self, at: int) -> Noun | VerbGroup | None:
        """The verb group or meeting noun that ends last at or before token ``at``."""
        left: Noun | VerbGroup | None = None
        for group in self.groups:
            if group.end <= at:
                left = group
        for noun in self.nouns:
            if noun.end <= at and (left is None or noun.end > left.end):
                left = noun
        return left

    def _fronted_owner(self, mention: Mention) -> VerbGroup | None:
        """The first finite verb to the right; one that looks ahead for a time that lies ahead."""
        right = [g for g in self.groups if g.first >= mention.end and g.finite]
        if isinstance(mention.what, Time) and mention.what.direction == "future":
            ahead = [g for g in right if g.tense in ("future", "reported", "present", "modal")]
            return next(iter(ahead or right), None)
        return right[0] if right else self.right_group(mention.end)

    def _in_opening(self, left: Noun | VerbGroup) -> bool:
        """True inside an opening adjunct: "During a stay in Oslo, the president will"."""
        opening = self.lower[self.sentence.first]
        if left.first > self.sentence.first + 3 or not (opening in PREPOSITIONS or opening == "while"):
            return False
        return isinstance(left, VerbGroup) and not left.finite

    def _opens_clause(self, first: int, end: int) -> bool:
        """True where between the last head and the time a subordinator opens a clause that the time fronts."""
        return any(self.lower[i] in SUBORDINATORS for i in range(max(first, end - 4), end))

    def subject_groups(self, noun: Noun) -> list[VerbGroup]:
        """Verb groups whose subject the noun is, a relative clause's first ("the talks, which open Friday, will")."""
        found: list[VerbGroup] = []
        at = self._past_members(noun.end)
        complement = self._is_complement(noun)
        for group in self.groups:
            if group.first < at:
                continue
            if not self._reaches(noun, at, group):
                break
            if complement and group.finite and not self.relative(at, group):
                break
            found.append(group)
            if group.finite and not self.relative(at, group):
                found += self._coordinated(group)
                break
            at = group.end
        return found

    def _coordinated(self, group: VerbGroup) -> list[VerbGroup]:
        """The verb that shares the subject: "have adjourned for a day and will resume on Friday"."""
        after = next((g for g in self.groups if g.first >= group.end and g.finite), None)
        joined = after is not None and self.lower[after.first - 1] in ("and", "but", "then")
        return [after] if after is not None and joined and after.first - group.end <= 12 else []

    def _in_list(self, comma: int) -> bool:
        """True for a comma between two names: "a meeting between Rwanda, Burundi and Uganda is planned"."""
        return any(m.end == comma for m in self.parties) and any(m.first == comma + 1 for m in self.parties)

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

    def relative(self, at: int, group: VerbGroup) -> bool:
        """True where a relative pronoun stands between token ``at`` and the verb group."""
        return any(self.lower[i] in ("which", "that", "who", "whose") for i in range(at, group.first))

    def _reaches(self, noun: Noun, at: int, group: VerbGroup) -> bool:
        between = self.lower[at : group.first]
        if len(between) > 22:
            return False
        if between and between[-1] in ("and", "or", "but"):
            return at == noun.end and self.left_group(noun.first) is None and group.finite
        hard = [
            w for w in between if w in BREAKS or w == "since" or (w in SUBORDINATORS and w not in ("which", "that"))
        ]
        if hard and not (hard[0] == "(" and hard[-1] == ")"):
            return False
        if not group.finite:
            # "the talks, set for May, will"
            apart = between[:-1] if between[-1:] == [","] and _schedules(group) else between
            return len(apart) <= 12 and "," not in apart[1:]
        for word in ("which", "that"):
            if word in between:
                i = between.index(word)
                return i <= 18 and len(between) - i <= 3
        listed = "and" in between
        commas = sum(word == "," and not (listed and self._in_list(at + i)) for i, word in enumerate(between))
        return commas % 2 == 0 or (at != noun.end and commas == 1)
