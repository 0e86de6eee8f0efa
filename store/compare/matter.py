"""What is held against each other when articles are compared, by sort, with the hints under which it finds others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.compare import occasions, relations, same_events, same_said
from store.compare.copies import first_copies, sketch_of
from store.compare.meeting_claims import announced_in
from store.compare.occasions import occasions_of
from store.compare.same_events import happenings_in
from store.compare.ties import Hint, Place
from store.compare.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from store.compare.meeting_claims import Announced
    from store.compare.occasions import Occasion
    from store.compare.said import Said
    from store.compare.same_events import Happening
    from store.model.reports import Report

SAME = "same\x1f"
"""How the hint begins under which a fact finds itself in copies of its article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Facts to be compared: all of a folder, or some sets of them that nothing ties to the others."""

    occasions: Sequence[Occasion]
    """In their order."""
    announced: Announced
    """Meetings whose talks and claims are wanted, those that were over included."""
    happenings: Sequence[Happening]
    """In the order of their keys."""
    saids: Sequence[Said]
    once: Sequence[Said]
    """Of whole articles, without headlines and copies, in the order of their keys: what conflicts are sought among."""
    voices: Voices


def later_copies(reports: Iterable[Report]) -> set[int]:
    """Those of ``reports`` that are a copy of one before, in the order of their names."""
    first = first_copies(sorted(reports, key=lambda r: (r.name, r.article_id)))
    return {article for article, other in first.items() if article != other}


def matter_of(reports: Sequence[Report], saids: Sequence[Said], copies: Container[int]) -> Matter:
    """All that ``reports`` say; ``saids`` are their statements, ``copies`` those of the articles that only repeat."""
    return Matter(
        occasions=occasions_of(reports),
        announced=announced_in(reports),
        happenings=happenings_in(reports),
        saids=saids,
        once=once_among(saids, copies),
        voices=Voices(saids),
    )


def once_among(saids: Iterable[Said], copies: Container[int]) -> list[Said]:
    """Statements that do not merely repeat: no headlines, and none of the articles ``copies``."""
    kept = (s for s in saids if not s.headline and s.report.article_id not in copies)
    return sorted(kept, key=lambda s: s.key)


def hints_of(matter: Matter) -> Iterator[Hint]:
    """Under what each fact of ``matter`` is found."""
    for occasion in matter.occasions:
        yield from (Hint("talk", key, occasion.at) for key in occasions.hints_of(occasion))
    yield from (Hint("talk", f"{SAME}{place[1]}", place) for place in matter.announced)
    for happening in matter.happenings:
        yield from (Hint("event", key, happening.place) for key in same_events.hints_of(happening))
    for said in matter.saids:
        yield from (Hint("claim", word, said.place) for word in same_said.words_of(said))
        yield Hint("claim", f"{SAME}{said.fact.key}", said.place)
    for said in matter.once:
        yield from (Hint("conflict", hint, said.place) for hint in relations.hints_of(said))


def sketch_hints(report: Report) -> Iterator[Hint]:
    """Under what an article is found by its copies."""
    place: Place = report.article_id, ""
    return (Hint("copy", str(number), place) for number in sketch_of(report.text))
