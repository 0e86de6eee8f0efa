"""The articles that are compared anew: those that changed, and those that read otherwise for their sake."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.compare.copies import copies_among
from store.compare.matter import hints_of, later_copies, matter_of, sketch_hints
from store.compare.neighbours import lending_hints
from store.compare.ties import bonds_among
from store.db.ties import hint_number
from store.refresh.kept import READ_CAST, cast_hints, cast_row, hinted
from store.refresh.lent import alone
from store.refresh.reach import copies_near
from store.refresh.speaking import speaking_anew

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from store.compare.matter import Matter
    from store.compare.ties import Place
    from store.db.ties import Hinted
    from store.refresh.sight import Sight


class Copies(NamedTuple):
    """Which articles repeat another one."""

    near: set[int]
    """Articles for which that is found out anew."""
    later: set[int]
    bonds: dict[Place, Place]


class Anew(NamedTuple):
    """What is compared anew."""

    articles: frozenset[int]
    """With those that are gone."""
    matter: Matter
    hints: list[Hinted]
    casts: list[tuple[int, str, str]]
    copies: Copies


def compared_anew(sight: Sight, changed: AbstractSet[int]) -> Anew:
    """What ``changed`` articles say now, and others whose speakers are known otherwise, or that repeat another now."""
    stored = sight.stored
    speaking = speaking_anew(stored, changed, sight.reports(changed))
    copies = _copies(sight, changed)
    turned = (copies.later ^ stored.copies(copies.near)) - changed - speaking.casts.keys()
    casts = {**speaking.casts, **{article: READ_CAST.decode(cast) for article, cast, _ in stored.casts(turned)}}
    known = {**speaking.known, **{article: speaking.families.known(casts[article]) for article in turned}}
    sight.let_speak(speaking.families, known)
    articles = frozenset({*changed, *casts})
    reports, saids = sight.reports(articles), sight.saids(articles)
    matter = matter_of(reports, saids, (stored.copies(articles) - copies.near) | copies.later)
    by_themselves = alone(reports, stored.unsettled(articles))
    hints = (
        *hints_of(matter),
        *(hint for report in reports for hint in sketch_hints(report)),
        *(hint for report in by_themselves for hint in lending_hints(report)),
        *(hint for a, cast in casts.items() for hint in cast_hints(cast, known[a], sight.asked_in(a))),
    )
    rows = [cast_row(cast, known[article]) for article, cast in casts.items()]
    return Anew(articles, matter, hinted(hints), rows, copies)


def _copies(sight: Sight, changed: AbstractSet[int]) -> Copies:
    stored = sight.stored
    looks = {hint_number(h.sort, h.words) for report in sight.reports(changed) for h in sketch_hints(report)}
    held = {article for _, article, _ in stored.holders(looks)}
    near = copies_near(sight, changed, copies_among(stored.texts(held | changed), changed))
    texts = sorted(stored.texts(near | changed), key=lambda r: (r.name, r.article_id))
    return Copies(
        near={r.article_id for r in texts},
        later=later_copies(texts),
        bonds=bonds_among(((one, ""), (two, "")) for one, two in copies_among(texts)),
    )
