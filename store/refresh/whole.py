"""Compares everything: the first time, after many changes, and when another version compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.compare.casts import cast_of
from store.compare.compare import compared
from store.compare.copies import copies_among
from store.compare.families import families_among
from store.compare.matter import hints_of, later_copies, matter_of, sketch_hints
from store.compare.neighbours import anchors_lent, lending_hints, lendings_among
from store.compare.said import said_in
from store.compare.speakers import Speakers
from store.compare.ties import bonds_among
from store.db.comparisons import Tied
from store.db.ties import Ties
from store.refresh.kept import bond_rows, cast_hints, cast_row, hinted, lending_row, sides_of
from store.refresh.lent import alone, settle
from store.refresh.version import comparer

if TYPE_CHECKING:
    from store.writer import Writer


def compare_whole(writer: Writer, *, keep_ties: bool = True) -> None:
    """Date, settle and compare all articles; without ``keep_ties`` the next comparison is one of all articles too."""
    reports, unsettled = writer.reports(), writer.unsettled()
    by_themselves = alone(reports, unsettled)
    lendings = lendings_among(by_themselves)
    if settle(writer, reports, unsettled, anchors_lent(lendings, by_themselves)):
        reports = writer.reports()
    casts = [cast_of(report) for report in reports]
    families = families_among(casts)
    known = {cast.article_id: families.known(cast) for cast in casts}
    speakers = Speakers({article: k.speakers for article, k in known.items()}, families.principal)
    saids = [said for report in reports for said in said_in(report, speakers)]
    copies = later_copies(reports)
    matter = matter_of(reports, saids, copies)
    outcome = compared(matter, writer.comparison())
    if not keep_ties:
        writer.save_comparison(outcome.comparison, comparer())
        return
    hints = hinted(
        (
            *hints_of(matter),
            *(hint for report in reports for hint in sketch_hints(report)),
            *(hint for report in by_themselves for hint in lending_hints(report)),
            *(h for c in casts for h in cast_hints(c, known[c.article_id], speakers.asked.get(c.article_id, ()))),
        )
    )
    texts = copies_among(sorted(reports, key=lambda r: (r.name, r.article_id)))
    outcome.bonds["copy"] = bonds_among(((one, ""), (two, "")) for one, two in texts)
    ties = Ties(
        articles=None,
        hints=hints,
        bonds=bond_rows(outcome.bonds),
        unbound=[],
        casts=[cast_row(cast, known[cast.article_id]) for cast in casts],
        copies=sorted(copies),
        singles=[],
        relent=frozenset(),
        lendings=[lending_row(lending) for lending in lendings],
    )
    tied = Tied(ties=ties, sides=sides_of(outcome.comparison.talks), before=None)
    writer.save_comparison(outcome.comparison, comparer(), tied)
