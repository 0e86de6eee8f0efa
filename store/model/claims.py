"""What stands across articles: talks, their claims with evidence, and the conflicts between claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from store.model.mentions import Party, Place
from store.model.spans import Span

Attribute = Literal["start", "end", "place", "parties", "status"]
ConflictKind = Literal["date", "place", "parties", "status", "figure", "denial", "wording"]

UNATTRIBUTED = "unattributed"
"""The origin of what a report says in its own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One passage of one article that supports a claim."""

    article_id: int
    article: str
    """The article's stem."""
    span: Span
    quote: str
    fact: str
    """Key of the fact that it belongs to."""
    speaker: str = ""
    outlet: str = ""
    origin: str = ""
    """Which of the claim's origins this passage speaks for: what was known at an earlier time is told by it."""
    through: str = ""
    """How the words came from the origin: "through Ada Lind, quoted by the Gull"; "" where it spoke for itself."""
    also: tuple[Span, ...] = ()
    """Further stretches of the same passage (a split quotation, a date that stands elsewhere)."""
    published: str = ""
    """Of a talk's evidence: ISO 8601 day of its article where that is known exactly, else "". A later report changes
    a plan; a report that may be of any day does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One attribute and value of a talk or event, or one speaker, act and content, with all that supports it."""

    id: str
    kind: str
    """"meeting", "event", or a statement's act."""
    who: str
    what: str
    when: str
    """ISO 8601 or TIMEX3, "" where unknown."""
    where: str
    articles: tuple[str, ...]
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    assumed: bool = False
    why: str = ""
    """Where the value comes from, readable; of an event also which figures agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkClaim:
    """One attribute and value of a talk with what supports it."""

    attribute: Attribute
    value: str
    origins: tuple[str, ...]
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    assumed: bool = False
    why: str = ""
    superseded: bool = False
    """True where a later report changes it: shown as history, not as a dispute."""
    implied: bool = False
    """True where another claim says the same more exactly: "next week" beside a day in it, a country beside its city.
    It supports that one and disputes nothing."""
    place: Place | None = None
    """Of a place: what the gazetteer knows of it."""
    parties: tuple[Party, ...] = ()
    """Of the parties: each with the state or organisation that it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A meeting recognised across articles; date, place, parties and status are what most origins say."""

    id: str
    title: str
    city: str
    """Gazetteer's English spelling, "" where no city is known."""
    country: str
    """ISO 3166-1 alpha-2, or ""."""
    zone: str
    """IANA zone of the venue, or ""."""
    parties: tuple[str, ...]
    start: str
    """ISO 8601 day or "YYYY-MM-DDTHH:MM" at the venue, TIMEX3 where coarser, "" where none is given."""
    end: str
    status: str
    disputed: tuple[Attribute, ...]
    """Attributes on which claims that are not superseded disagree."""
    claims: tuple[TalkClaim, ...]

    def values(self, attribute: Attribute) -> tuple[str, ...]:
        """Values claimed for ``attribute``, neither superseded nor implied by another, the preferred one first."""
        return tuple(c.value for c in self.claims if c.attribute == attribute and not c.superseded and not c.implied)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a conflict: a value or wording, whose it is, and where it stands."""

    value: str
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    marks: tuple[Span, ...] = ()
    """Stretches of the first evidence's quote (offsets within the quote) whose words differ from the other side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two claims that cannot both hold, a claim and its denial, or one utterance in differing words."""

    id: str
    kind: ConflictKind
    subject: str
    cause: str
    """"range or sessions", "later report", "time zone", "denial", "wording", "strength", "unclear"."""
    sides: tuple[Side, ...]
    talk: str = ""
    """Id of the talk concerned, or ""."""
