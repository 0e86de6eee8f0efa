"""Meetings recognised across articles as talks, with what every report claims about them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from store.compare.copies import first_copies
from store.compare.grouping import groups_among
from store.compare.ids import unused
from store.compare.occasions import occasions_of
from store.compare.sidelines import placed_beside
from store.compare.spellings import Spellings
from store.compare.talk_claims import Sources, claims_of
from store.compare.talk_ids import inherited_ids
from store.model.claims import Talk
from store.model.election import settled
from store.model.order import talk_rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.compare.ids import InUse
    from store.compare.occasions import Occasion
    from store.compare.voices import Voices
    from store.model.reports import Report


def talks_among(reports: Sequence[Report], voices: Voices, before: Sequence[Talk] = ()) -> tuple[Talk, ...]:
    """Talks that ``reports`` announce: earliest start first, undated last; ids inherited from ``before``.

    The order of ``reports`` does not matter.
    """
    groups = groups_among(occasions_of(reports))
    return named(placed_beside([talk_of(group, voices) for group in groups]), before)


def named(talks: Sequence[Talk], before: Sequence[Talk], in_use: InUse = unused) -> tuple[Talk, ...]:
    """``talks``, which come in the order of their groups, with ids inherited from ``before``, as they are listed."""
    found = [replace(t, id=i) for t, i in zip(talks, inherited_ids(talks, before, in_use), strict=True)]
    return tuple(sorted(found, key=lambda t: (talk_rank(t), t.id)))


def talk_of(group: Sequence[Occasion], voices: Voices) -> Talk:
    """What all of ``group`` announce, without an id."""
    sources = Sources(voices=voices, copies=_copies(group), spellings=Spellings(group))
    bare = Talk(
        id="",
        title=_title(group),
        city="",
        country="",
        zone="",
        parties=(),
        start="",
        end="",
        status="scheduled",
        disputed=(),
        claims=claims_of(group, sources),
    )
    return settled(bare)


def _copies(group: Sequence[Occasion]) -> dict[int, int]:
    reports = list({o.report.article_id: o.report for o in group}.values())
    return first_copies(reports) if len(reports) > 1 else {r.article_id: r.article_id for r in reports}


def _title(group: Sequence[Occasion]) -> str:
    """The title that most reports give, then one with the parties that most give, then the fullest, the shortest."""
    told = [o for o in group if not o.headline] or list(group)
    titles = Counter(o.meeting.title for o in told)
    companies = Counter(frozenset(o.members) for o in told)

    def rank(occasion: Occasion) -> tuple[int, int, int, int, str]:
        title = occasion.meeting.title
        return -titles[title], -companies[frozenset(occasion.members)], -len(occasion.members), len(title), title

    return min(told, key=rank).meeting.title
