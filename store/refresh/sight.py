"""The articles that an increment looks at, each read from the store once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.compare.families import Families
from store.compare.said import said_in
from store.compare.speakers import Speakers
from store.refresh.kept import READ_SPEAKERS, bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from store.compare.families import Known
    from store.compare.said import Said
    from store.compare.speakers import Speaker
    from store.compare.ties import Place
    from store.db.stored_ties import StoredTies
    from store.model.reports import Report


class Sight:
    """Reports and their statements by article."""

    def __init__(self, stored: StoredTies) -> None:
        self.stored = stored
        self._reports: dict[int, Report] = {}
        self._saids: dict[int, list[Said]] = {}
        self._known: dict[int, Mapping[str, Speaker]] = {}
        self._speakers = Speakers(self._known, bare)

    def reports(self, articles: Iterable[int]) -> list[Report]:
        """The reports of ``articles`` by id; those that are gone are left out."""
        wanted = set(articles)
        missing = wanted - self._reports.keys()
        if missing:
            self._reports.update({r.article_id: r for r in self.stored.reports(missing)})
        return [self._reports[article] for article in sorted(wanted & self._reports.keys())]

    def let_speak(self, families: Families, known: Mapping[int, Known]) -> None:
        """Say who speaks in the articles that changed, and whom people speak for."""
        self._speakers = Speakers(self._known, families.principal)
        self._known.update({article: k.speakers for article, k in known.items()})

    def asked_in(self, article: int) -> set[str]:
        """People whose office decided for whom sources of the article speak, once its statements were read."""
        return self._speakers.asked.get(article, set())

    def saids(self, articles: Iterable[int]) -> list[Said]:
        """The statements of ``articles``, by id and in text order."""
        reports = self.reports(articles)
        unknown = {r.article_id for r in reports} - self._known.keys()
        for article, _, speakers in self.stored.casts(unknown):
            self._known[article] = READ_SPEAKERS.decode(speakers)
        for report in reports:
            if report.article_id not in self._saids:
                self._saids[report.article_id] = list(said_in(report, self._speakers))
        return [said for report in reports for said in self._saids[report.article_id]]


def articles_of(places: Iterable[Place]) -> set[int]:
    """The articles in which ``places`` stand."""
    return {article for article, _ in places}
