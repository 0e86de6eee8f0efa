"""The order in which the steps read an article, and the one check that every span holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.events import find_events
from store.extract.meetings import Scenes, find_meetings
from store.extract.names import find_names
from store.extract.reading import reading
from store.extract.statements import find_statements
from store.extract.times import find_times
from store.extract.tokens import tokenize
from store.model.facts import Findings

if TYPE_CHECKING:
    from store.model.article import Article


def read_article(article: Article) -> Findings:
    """Everything that can be found in ``article``, settled against its anchor.

    Pure and deterministic. Read again with another anchor, the same text gives the same spans and other values.
    """
    tokens = tokenize(article.text, article.segments)
    times = find_times(tokens, article.anchor)
    names = find_names(tokens, times)
    page = reading(article, tokens, times=times, places=names.places, parties=names.parties)
    scenes = Scenes(page)
    meetings = find_meetings(page, scenes)
    return Findings(
        segments=article.segments,
        anchor=article.anchor,
        times=times,
        places=names.places,
        parties=names.parties,
        meetings=meetings,
        events=find_events(page, scenes, meetings),
        statements=find_statements(page),
    )
