"""Meetings recognised across articles as talks, with what every report claims about them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from store.compare.copies import first_copies
from store.compare.grouping import groups_among
from store.compare.occasions import occasions_of
from store.compare.sidelines import placed_beside
from store.compare.spellings import Spellings
from store.compare.talk_claims import Sources, claims_of
from store.compare.talk_ids import inherited_ids
from store.model.claims import Talk
from store.model.election import settled
from store.model.order import when_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.compare.occasions import Occasion
    from store.compare.voices import Voices
    from store.model.reports import Report


def talks_among(reports: Sequence[Report], voices: Voices, before: Sequence[Talk] = ()) -> tuple[Talk, ...]:
    """Talks that ``reports`` announce: earliest start first, undated last; ids inherited from ``before``.

    The order of ``reports`` does not matter.
    """
    talks = placed_beside([_talk(group, voices) for group in groups_among(occasions_of(reports))])
    named = [replace(t, id=i) for t, i in zip(talks, inherited_ids(talks, before), strict=True)]
    return tuple(sorted(named, key=lambda t: (t.start == "", when_key(t.start), t.city, t.title, t.id)))


def _talk(group: Sequence[Occasion], voices: Voices) -> Talk:
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
