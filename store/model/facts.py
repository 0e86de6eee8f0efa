"""What one article says: meetings still to come, events that happened, statements with their sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from store.model.article import Anchor, Segment
from store.model.mentions import Party, Place, Time, When
from store.model.spans import Span, Spans, hull

Status = Literal["scheduled", "proposed", "postponed", "cancelled"]
Act = Literal["say", "ask", "warn", "deny", "pledge", "demand", "propose", "accuse", "confirm", "doubt", "believe"]
Polarity = Literal["positive", "negative"]
ContentForm = Literal["clause", "infinitive", "phrase", "topic"]
"""A clause or quotation; "to lower the toll"; a phrase that the cue makes one ("warned of floods", "dismissed it as
baseless"); a phrase that names no more than what was spoken of ("praised the plan")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One article's announcement of talks still to come."""

    title: str
    begin: When | None
    end: When | None
    """Last day where the article gives one; None for a single day or unknown."""
    place: Place | None
    parties: tuple[Party, ...]
    """One each by ``name``, in the order of first mention."""
    status: Status
    evidence: Spans
    """Sentences or clauses that carry it, in text order."""
    begins: tuple[When, ...] = ()
    """Every start that the article itself gives, ``begin`` first; more than one where it contradicts itself or
    credits two sources."""
    series: str = ""
    """Which kind of meeting, normalised: "summit", "council", "round of talks", "visit", "phone call"."""
    topic: str = ""
    """What it is about where the text says ("security guarantees")."""
    headline: bool = False
    """True where every piece of evidence stands in the headline."""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something an article says happened, with a time or a duration."""

    who: tuple[Party, ...]
    what: str
    begins: tuple[When, ...]
    """Every wording of the start, one a zone where several are given."""
    ends: tuple[When, ...]
    duration: When | None
    where: Place | None
    evidence: Spans
    checks: tuple[str, ...] = ()
    """Figures of this article that confirm or contradict each other: "start + duration = end", "two zones agree"."""
    series: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An outermost attribution (after PARC 3.0: source, cue, content)."""

    speaker: str
    """Resolved within the article: a party's ``name``, an office ("White House"), or the noun phrase itself;
    "" if unnamed."""
    act: Act
    polarity: Polarity
    source: Spans
    """Empty where the text names none (passives)."""
    cue: Spans
    content: Spans
    """One or more pieces; a split quotation is one statement."""
    via: tuple[str, ...] = ()
    """Relayers, outermost last: "TASS"."""
    inner: tuple[Statement, ...] = ()
    direct: bool = False
    """True where at least half of the content's words stand in quotation marks."""
    when: When | None = None
    """When it was said, where the attribution tells ("said on Thursday"); never a time of the content."""
    form: ContentForm = "clause"
    rule: str = ""

    @property
    def whole(self) -> Span:
        """The stretch from the first to the last of its pieces."""
        return hull(self.source + self.cue + self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything found in one article, in text order within each kind."""

    segments: tuple[Segment, ...]
    anchor: Anchor
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    parties: tuple[Party, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
