"""How far a change reaches: the sets of facts that it ties together, parts, or adds to."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeVar

from store.compare import occasions, relations, same_events, same_said
from store.compare.grouping import LIKELY
from store.compare.likeness import Likenesses
from store.compare.matter import SAME
from store.compare.occasions import occasions_of
from store.compare.pairs import COMMON
from store.compare.same_events import happenings_in, same_event
from store.compare.same_said import one_claim
from store.db.ties import hint_number
from store.refresh.sight import articles_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from store.compare.matter import Matter
    from store.compare.ties import Place, Sort
    from store.db.ties import Hinted
    from store.refresh.sight import Sight

T = TypeVar("T")


class Reach:
    """What the articles ``changed`` touch, now that ``new`` is what they say."""

    def __init__(self, sight: Sight, changed: AbstractSet[int], new: Matter, hints: Sequence[Hinted]) -> None:
        self._sight, self._stored = sight, sight.stored
        self._changed, self._new = changed, new
        self._now = {*new.announced, *(h.place for h in new.happenings), *(s.place for s in new.saids)}
        self._old_hints = self._stored.hints_of(changed)
        self._new_holders: dict[int, list[Hinted]] = defaultdict(list)
        for hint in hints:
            self._new_holders[hint.hint].append(hint)
        self._shift: Counter[int] = Counter(h.hint for h in hints)
        self._shift.subtract(h.hint for h in self._old_hints)
        self._counts: dict[int, int] = {}
        self._turned = self._turned_common(hints)

    def common(self, sort: Sort, words: Iterable[str]) -> set[str]:
        """Those of ``words`` that too many facts share now to tell anything."""
        numbers = {word: hint_number(sort, word) for word in words}
        self._count(numbers.values())
        return {word for word, number in numbers.items() if self._counts[number] + self._shift[number] > COMMON}

    def talks(self) -> set[Place]:
        """Announcements that may come to be other talks, without those on which only a shared programme counts."""
        own = {o.at: set(occasions.looks_of(o)) for o in self._new.occasions}
        found = self._candidates("talk", own, 1)
        others = {o.at: o for o in occasions_of(self._sight.reports(articles_of(self._all(found))))}

        others |= {o.at: o for o in self._new.occasions}

        def likely(place: Place, other: Place) -> bool:
            pair = sorted((others[place], others[other]), key=lambda o: o.order)
            return Likenesses(pair).of(0, 1) >= LIKELY

        near = {o for place, near in found.items() for o in near if o in others and likely(place, o)}
        same = self._candidates("talk", {place: {f"{SAME}{place[1]}"} for place in self._new.announced}, 1)
        return self._whole("talk", {*self._new.announced, *near, *self._all(same)})

    def programme_of(self, places: AbstractSet[Place]) -> set[Place]:
        """``places`` with the sets of announcements that have two reports in common with them."""
        tied: dict[str, set[int]] = defaultdict(set)
        for bond, article, _ in self._stored.bonds_in("talk", articles_of(places)):
            tied[bond].add(article)
        return self._whole("talk", places, {bond for bond, articles in tied.items() if len(articles) > 1})

    def events(self) -> set[Place]:
        """Events that may come to be grouped otherwise."""
        own = {h.place: set(same_events.hints_of(h)) for h in self._new.happenings}
        found = self._candidates("event", own, 1)
        others = {h.place: h for h in happenings_in(self._sight.reports(articles_of(self._all(found))))}
        here = {h.place: h for h in self._new.happenings}

        def same(place: Place, other: Place) -> bool:
            return same_event(*sorted((here[place], others[other]), key=lambda h: h.key))

        near = {o for place, near in found.items() for o in near if o in others and same(place, o)}
        return self._whole("event", {*here, *near})

    def claims(self) -> set[Place]:
        """Statements that may come to support another claim."""
        words = {s.place: set(same_said.words_of(s)) for s in self._new.saids}
        passed = self.common("claim", self._all(words))
        looks = {place: (own - passed) | {f"{SAME}{place[1]}"} for place, own in words.items()}
        found = self._candidates("claim", looks, 1)
        others = {s.place: s for s in self._sight.saids(articles_of(self._all(found)))}
        here = {s.place: s for s in self._new.saids}
        near = {o for place, near in found.items() for o in near if o in others and one_claim(here[place], others[o])}
        return self._whole("claim", {*here, *near, *self._holding_turned("claim")})

    def conflicts(self) -> set[Place]:
        """Statements that may come to bear on others, as far as they can be told without a look at claims."""
        words = {s.place: set(relations.words_of(s)) for s in self._new.once}
        passed = self.common("conflict", self._all(words))
        found = self._candidates("conflict", {place: own - passed for place, own in words.items()}, relations.SHARED)
        pledges = {s.place: set(relations.looks_of(s)) for s in self._new.once}
        near = {*self._all(found), *self._all(self._candidates("conflict", pledges, 1))}
        return self._whole("conflict", {*words, *near, *self._holding_turned("conflict")})

    def denials_by(self, deniers: Iterable[str]) -> set[Place]:
        """Statements of ``deniers`` that are in a conflict."""
        held = self._holders({hint_number("conflict", denier) for denier in deniers})
        return self.bound("conflict", {(article, fact) for _, article, fact in held})

    def bound(self, sort: Sort, places: Iterable[Place]) -> set[Place]:
        """All that is tied to those of ``places`` that have a bond."""
        bonds = set(self._stored.bonds_at(sort, places).values())
        return self._still(self._stored.together(sort, bonds))

    def _whole(self, sort: Sort, places: Iterable[Place], bonds: Iterable[str] = ()) -> set[Place]:
        """``places`` with all that is, or was, tied to them or to what the changed articles said."""
        places = set(places)
        lost = {bond for of, bond in self._stored.bonds_of(self._changed) if of == sort}
        touched = {*lost, *bonds, *self._stored.bonds_at(sort, places).values()}
        return places | self._still(self._stored.together(sort, touched))

    def _still(self, places: Iterable[Place]) -> set[Place]:
        """Those of ``places`` that there are now: what changed articles said before is gone."""
        return {place for place in places if place[0] not in self._changed or place in self._now}

    def _candidates(self, sort: Sort, looks: dict[Place, set[str]], least: int) -> dict[Place, set[Place]]:
        """For each place the facts elsewhere that share ``least`` of its hints."""
        numbers = {place: {hint_number(sort, word) for word in words} for place, words in looks.items()}
        under: dict[int, list[Place]] = defaultdict(list)
        for number, article, fact in self._holders(self._all(numbers)):
            under[number].append((article, fact))
        found: dict[Place, set[Place]] = {}
        for place, wanted in numbers.items():
            shared = Counter(other for number in wanted for other in under.get(number, ()) if other != place)
            found[place] = {other for other, n in shared.items() if n >= least}
        return found

    def _holders(self, numbers: Iterable[int]) -> list[tuple[int, int, str]]:
        """Hint, article id and fact key of what stands under ``numbers`` now."""
        wanted = set(numbers)
        stay = [held for held in self._stored.holders(wanted) if held[1] not in self._changed]
        return stay + [h[:3] for number in wanted for h in self._new_holders.get(number, ())]

    def _holding_turned(self, sort: str) -> set[Place]:
        """Facts under hints that tell something now and did not before, or the other way round."""
        return {(article, fact) for _, article, fact in self._holders(self._turned[sort])}

    def _turned_common(self, hints: Iterable[Hinted]) -> dict[str, set[int]]:
        turned: dict[str, set[int]] = {"claim": set(), "conflict": set()}
        touched = {h.hint: h.sort for h in (*self._old_hints, *hints) if h.sort in turned}
        self._count(touched)
        for number, sort in touched.items():
            before = self._counts[number]
            if (before > COMMON) != (before + self._shift[number] > COMMON):
                turned[sort].add(number)
        return turned

    def _count(self, numbers: Iterable[int]) -> None:
        missing = [number for number in set(numbers) if number not in self._counts]
        counts = self._stored.counts(missing)
        self._counts.update({number: counts.get(number, 0) for number in missing})

    @staticmethod
    def _all(found: dict[Place, set[T]]) -> set[T]:
        return set().union(*found.values())


def copies_near(sight: Sight, changed: AbstractSet[int], linked: Iterable[tuple[int, int]]) -> set[int]:
    """Articles that may come to be copies of others, or cease to be; ``linked`` are copies found now."""
    near = {article for pair in linked for article in pair}
    bonds = {bond for sort, bond in sight.stored.bonds_of(changed) if sort == "copy"}
    bonds |= set(sight.stored.bonds_at("copy", ((article, "") for article in near)).values())
    return {*near, *articles_of(sight.stored.together("copy", bonds))}
