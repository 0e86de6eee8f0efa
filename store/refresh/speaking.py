"""Who speaks in the articles that changed, and in those where that changed for their sake."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.compare.casts import cast_of, surname
from store.compare.families import Families
from store.db.ties import hint_number
from store.refresh.kept import READ_CAST, READ_SPEAKERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from store.compare.casts import Cast
    from store.compare.families import Known
    from store.compare.speakers import Speaker
    from store.db.stored_ties import StoredTies
    from store.model.reports import Report


class Speaking(NamedTuple):
    """The speakers of what is compared anew."""

    families: Families
    casts: dict[int, Cast]
    """Of articles that changed, or whose speakers did."""
    known: dict[int, Known]


class _Casts:
    """Casts by surname, as they were stored or with those of the articles that changed."""

    def __init__(self, stored: StoredTies) -> None:
        self._stored = stored
        self._naming: dict[str, list[Cast]] = {}
        self._read: dict[int, tuple[Cast, Mapping[str, Speaker]]] = {}

    def of(self, articles: Iterable[int]) -> list[tuple[Cast, Mapping[str, Speaker]]]:
        wanted = sorted(set(articles))
        for article, members, speakers in self._stored.casts([a for a in wanted if a not in self._read]):
            self._read[article] = READ_CAST.decode(members), READ_SPEAKERS.decode(speakers)
        return [self._read[article] for article in wanted if article in self._read]

    def naming(self, key: str) -> list[Cast]:
        if key not in self._naming:
            held = self._stored.holders([hint_number("held", key)])
            self._naming[key] = [cast for cast, _ in self.of(article for _, article, _ in held)]
        return self._naming[key]


def speaking_anew(stored: StoredTies, changed: AbstractSet[int], reports: Sequence[Report]) -> Speaking:
    """Speakers of ``reports``, which are what is left of the articles ``changed``, and of those that hang on them."""
    casts = _Casts(stored)
    fresh = {report.article_id: cast_of(report) for report in reports}

    def naming_now(key: str) -> list[Cast]:
        stay = [cast for cast in casts.naming(key) if cast.article_id not in changed]
        return stay + [c for c in fresh.values() if any(surname(name) == key for name in c.people)]

    before, now = Families(casts.naming), Families(naming_now)
    gone = [cast for cast, _ in casts.of(changed)]
    named = {surname(name) for cast in (*gone, *fresh.values()) for name in cast.people}
    asking = _asking(stored, named, before, now) - changed
    asking_casts = casts.of(asking)
    named |= {surname(m.name) for cast, _ in asking_casts for m in cast.mentions if m.person}
    holding = {cast.article_id for key in named for cast in naming_now(key)} - changed - asking
    moved = {c.article_id: c for c, speakers in casts.of(holding) if _differ(c, speakers, named, now)}
    fresh |= {cast.article_id: cast for cast, _ in asking_casts} | moved
    return Speaking(now, fresh, {article: now.known(cast) for article, cast in fresh.items()})


def _asking(stored: StoredTies, named: Iterable[str], before: Families, now: Families) -> set[int]:
    """Articles that hang on the office of somebody of these surnames who has another one now."""
    found: set[int] = set()
    moved: dict[str, bool] = {}
    for _, article, name in stored.holders(hint_number("asks", key) for key in named):
        if name not in moved:
            moved[name] = before.principal(name) != now.principal(name)
        if moved[name]:
            found.add(article)
    return found


def _differ(cast: Cast, speakers: Mapping[str, Speaker], named: AbstractSet[str], now: Families) -> bool:
    """True where somebody of these surnames in ``cast`` is another speaker now."""
    return any(
        m.person and surname(m.name) in named and now.person(m.name) != speakers.get(m.name) for m in cast.mentions
    )
