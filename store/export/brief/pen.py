"""How every part of a brief writes: text of articles made plain, passages cited, backing counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.export.as_markdown import plain
from store.export.citation import Source, quote_with_citation
from store.model.claims import UNATTRIBUTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from store.model.claims import Evidence

UNKNOWN = Source()
REVIEWED = {"accept": "accepted", "reject": "rejected", "unsure": "unsure", "correct": "corrected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Writes passages; ``cited`` gathers the ids of the articles that they stand in."""

    sources: Mapping[int, Source]
    """Article id -> what is known of it."""
    verdicts: Mapping[str, str]
    """Fact key -> a person's verdict."""
    legible: Callable[[str], str]
    """Replaces what could drive or confuse a screen."""
    cited: dict[int, None] = field(default_factory=dict)

    def text(self, words: str) -> str:
        """``words`` on one line, read by Markdown as text."""
        return plain(self.legible(words))

    def passage(self, evidence: Evidence, *, under: str = "") -> str:
        """A quote with its citation; before it who says so, unless it stands ``under`` that name; any verdict."""
        self.cited[evidence.article_id] = None
        source = self.sources.get(evidence.article_id, UNKNOWN)
        said = f"{self.text(evidence.speaker)}: " if evidence.speaker not in {"", under} else ""
        verdict = REVIEWED.get(self.verdicts.get(evidence.fact, ""), "")
        reviewed = f" (review: {verdict})" if verdict else ""
        return said + self.text(quote_with_citation(evidence.quote, source)) + reviewed

    def bullets(self, passages: Iterable[Evidence], *, under: str = "") -> list[str]:
        """A line a passage, each once."""
        return [f"- {line}" for line in dict.fromkeys(self.passage(p, under=under) for p in passages)]

    def backing(self, origins: Sequence[str], articles: Sequence[str]) -> str:
        """How many independent origins stand behind something, in how many reports: "2 origins in 3 reports: A, B"."""
        reports = counted(len(articles), "report")
        named = [origin for origin in origins if origin != UNATTRIBUTED]
        if not named:
            return f"no source named, {reports}"
        return f"{counted(len(named), 'origin')} in {reports}: {self.text(', '.join(named))}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 report", "2 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def articles_of(passages: Iterable[Evidence]) -> tuple[str, ...]:
    """The articles that passages stand in, each once."""
    return tuple(dict.fromkeys(passage.article for passage in passages))
