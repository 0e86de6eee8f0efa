"""One sentence with its verb groups, its meeting nouns, and which of these each time and place belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import VerbGroup, governing
from store.extract.meetings.parts.asides import aftermath, aside_before, cleft, dates_a_name, of_an_event, set_out_from
from store.extract.meetings.parts.clause_breaks import ClauseBreaks
from store.extract.meetings.parts.corrections import corrections
from store.extract.meetings.parts.mention import Mention
from store.extract.meetings.parts.nouns import Noun, meeting_nouns
from store.extract.meetings.parts.rows_aside import both_koreas, rows_aside
from store.extract.names import host_of
from store.extract.verb_groups import verb_groups
from store.extract.word_classes import PREPOSITIONS, SUBORDINATORS
from store.model.mentions import Party, Place, Time

if TYPE_CHECKING:
    from store.extract.clauses import Mood, Tense
    from store.extract.reading import Reading
    from store.extract.tokens import Sentence, Tokens


def _in_state(city: Time | Place | Party | None, state: Time | Place | Party | None) -> bool:
    host = host_of(city) if isinstance(city, Place) and city.kind == "city" else None
    return host is not None and isinstance(state, Party) and host.name == state.name


def _is_day(m: Mention) -> bool:
    return isinstance(m.what, Time) and m.what.type == "DATE"


class Scene(ClauseBreaks):
    """What the steps ask of one sentence; built only for sentences that hold a trigger."""

    __slots__ = (
        "_owners",
        "denied",
        "index",
        "nouns",
        "page",
        "tokens",
    )

    def __init__(self, page: Reading, index: int) -> None:
        tokens: Tokens = page.tokens
        self.page, self.tokens, self.lower, self.index = page, tokens, tokens.lower, index
        self.sentence: Sentence = tokens.sentences[index]
        self.groups = verb_groups(tokens.lower, tokens.words, self.sentence.first, self.sentence.end)
        self.times = [Mention(*tokens.at(t.span), t) for t in page.times_in.get(index, ())]
        self.places = [Mention(*tokens.at(p.span), p) for p in page.places_in.get(index, ())]
        told = (*self.times, *self.places)
        self.groups, self.denied, self._owners = corrections(tokens.lower, self.groups, told, self.sentence.end)
        if self.denied:
            self.times = [m for m in self.times if m.first not in self.denied]
            self.places = [m for m in self.places if m.first not in self.denied]
        parties = [Mention(*tokens.at(p.span), p) for p in page.parties_in.get(index, ())]
        self.parties = [m for m in parties if not (self._completes_place(m) or self._left_out(m))]
        if koreas := [Mention(i, i + 1, state) for i, state in both_koreas(tokens, self.sentence)]:
            self.parties = sorted([*self.parties, *koreas], key=lambda m: m.first)
        self.rows = rows_aside(self.lower, self.sentence, self.parties)
        self.nouns = meeting_nouns(self)

    def _completes_place(self, m: Mention) -> bool:
        """True for the state in "in Aqaba, Jordan": it tells which town is meant, and meets nobody."""
        state = m.party == "state" and self.lower[m.first - 1] == ","
        return state and any(p.end == m.first - 1 and _in_state(p.what, m.what) for p in self.places)

    def _left_out(self, m: Mention) -> bool:
        """True in "ethnic Albanian leaders": a people, not the state of that name; and in "all states except Chile"."""
        before = self.lower[m.first - 1]
        return (m.party == "state" and before == "ethnic") or before in ("except", "excluding", "barring")

    def tense(self, group: VerbGroup) -> tuple[Tense, Mood]:
        """Tense and mood of ``group``, what governs it taken into account."""
        return governing(self.groups, self.groups.index(group), self.lower)

    def parent(self, group: VerbGroup) -> Noun | VerbGroup | None:
        """What an infinitive, gerund or participle hangs on: the noun or verb group before it."""
        if group.finite:
            return None
        best = self.nearest_head(group.first)
        return best if best is not None and not self.broken(best.end, group.first) else None

    def right_group(self, at: int) -> VerbGroup | None:
        """The nearest verb group that starts at or after token ``at``."""
        return next((g for g in self.groups if g.first >= at), None)

    def owner(self, mention: Mention) -> Noun | VerbGroup | None:
        """The meeting noun or verb group that a time or place belongs to.

        The nearest head to its left within the clause; fronted, the first verb group to its right.
        """
        if mention.first not in self._owners:
            self._owners[mention.first] = self._find_owner(mention)
        return self._owners[mention.first]

    def _find_owner(self, mention: Mention) -> Noun | VerbGroup | None:
        first = mention.first
        inside = next((g for g in self.groups if g.first < first < g.head), None)
        if inside is not None:
            return inside  # "will on Monday meet"
        for noun in self.nouns:
            if noun.first <= first < noun.head:
                return noun
        owned = self.lower[mention.end : mention.end + 1] in (["'s"], ["’s"])
        hall = not _HALLS.isdisjoint(self.lower[mention.end + 1 : mention.end + 4])  # "at Lima's convention centre"
        at_venue = hall and isinstance(mention.what, Place) and self.lower[first - 1] in ("at", "in")
        if (owned and not at_venue) or dates_a_name(self, mention):
            return None  # "this year's festival will hold", "to bid for the 2016 Olympic Games"
        joined = self._before_past(mention) or self._conjoined(mention)
        conjoined = joined or self._quoted_before(first) or cleft(self, first)
        if conjoined is not None:
            return conjoined
        left = self.nearest_head(first)
        opening = aside_before(self, mention, left.first) if left is not None else 0
        left = (self.nearest_head(opening) if opening else None) or left
        if isinstance(left, Noun) and set_out_from(self, left, first):
            left = self.left_group(left.first)
        if left is not None and isinstance(mention.what, Time) and of_an_event(self, left.end, first):
            return None  # "are to resume in Oslo after elections in Peru on May 3"
        return self._on_the_left(left, mention, opening)

    def _on_the_left(self, left: Noun | VerbGroup | None, mention: Mention, opening: int) -> Noun | VerbGroup | None:
        """``left`` where it owns the mention; fronted, the mention belongs to what stands on the right."""
        first = mention.first
        if "according" in self.lower[left.end if left else self.sentence.first : first]:
            return None
        if left and not opening and isinstance(mention.what, Place) and aftermath(self, left.end, first):
            return None
        until = first - (self.lower[first - 1] in ("until", "before", "after", "since"))
        if left is not None and (opening or not self.broken(left.end, until)) and not self._in_opening(left):
            return left
        fronted = left is None or self._opens_clause(left.end, first) or self._in_opening(left)
        if fronted:
            return self._fronted_owner(mention)
        return left

    def _before_past(self, mention: Mention) -> VerbGroup | None:
        """As in "Before the talks, Ruiz on Tuesday attended a concert": the day between subject and verb."""
        if not _is_day(mention) or self.lower[mention.first - 1] not in ("on", "last", "earlier"):
            return None
        who = any(m.end == mention.first - 1 for m in self.parties)
        after = self.right_group(mention.end) if who else None
        past = after is not None and after.first == mention.end and after.finite and after.tense in ("past", "perfect")
        return after if past else None

    def _quoted_before(self, first: int) -> VerbGroup | None:
        """As in `"We will meet," he said in Oslo, "on Friday"`: the verb of the quotation that goes on."""
        opening = first - 1 - (self.lower[first - 1] in PREPOSITIONS)
        if self.lower[opening] not in _QUOTES or self.lower[opening - 1] != ",":
            return None
        closing = next((i for i in range(opening - 1, self.sentence.first, -1) if self.lower[i] in _QUOTES), 0)
        return self.left_group(closing) if self.lower[closing - 1] == "," else None

    def _conjoined(self, mention: Mention) -> VerbGroup | None:
        """As in "... and on Saturday was due to meet": a time between "and" and a finite verb belongs to that verb."""
        first = mention.first
        i = first - 1
        told = self.lower[first : first + 2] in (["the", "next"], ["the", "following"], ["the", "day"])
        if self.lower[i] == "and" and not told and any(m.end == i and _is_day(m) for m in self.times):
            return None  # "leaders meeting on May 4 and 5 are to", "on Friday and Saturday, it was announced"
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


_QUOTES = frozenset({'"', "``", "''", "“", "”"})
_HALLS = frozenset("center centre hall hotel palace airport port university headquarters stadium museum castle".split())
