"""What a step finds in one article: time expressions, places and parties, each with its span."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from store.model.spans import Span, Spans

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceKind = Literal["city", "country", "region", "venue"]
PartyKind = Literal["person", "state", "organisation"]
Direction = Literal["past", "future", "same", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A TIMEX3 time expression (ISO-TimeML), settled as far as the article's anchor allows.

    ``value`` is the TIMEX3 value: ``2022-01-10``, ``2021-12-30T16:25``, ``2022-W02``, ``2022-01``, ``XXXX-01-10``,
    ``PT50M``, ``PRESENT_REF``; of universal time ``2021-12-30T15:00Z``; of a part of day ``2021-12-30TMO``; of a clock
    time whose day nobody gives ``XXXX-XX-XXT16:25``. ``first`` and ``last`` are the calendar days that a DATE or TIME
    covers (equal for a day), None where the year is unknown.
    """

    span: Span
    type: TimexType
    value: str
    mod: str = ""
    """TIMEX3 mod: "START", "MID", "END", "APPROX", "BEFORE", "AFTER", or ""."""
    first: date | None = None
    last: date | None = None
    clock: str = ""
    """Local wall time "HH:MM" where the expression gives one; "24:00" for the midnight that ends its day."""
    zone: str = ""
    """IANA zone of ``clock`` where the text names it ("Washington time", "GMT")."""
    range_end: int = -1
    """Set on the first end of a range ("January 9-10", "from 3 to 5 May"): index of the other end in
    ``Findings.times``."""
    direction: Direction = "none"
    assumed: bool = False
    """True where the value rests on an anchor that is only a bound, or on a default direction."""
    why: str = ""
    """How it was settled, readable: "30 Dec: 'Thursday', article no later than 31 Dec"."""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place named in the text."""

    span: Span
    name: str
    """The gazetteer's English spelling; of a venue, as written."""
    kind: PlaceKind
    country: str = ""
    """ISO 3166-1 alpha-2."""
    zone: str = ""
    """IANA time zone of a city; of a country only where it has just one."""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person, state or organisation named in the text. Later short mentions carry the same ``name``."""

    span: Span
    """The whole noun phrase with role ("Kenyan President Ruth Otieno"), the possessive 's left out."""
    name: str
    """A person's fullest name in this article; a state's English short name; an organisation's acronym, else
    its full name."""
    kind: PartyKind
    role: str = ""
    """"president", "foreign minister", "spokesman": lower case, without the state."""
    of: str = ""
    """State or organisation that the role belongs to ("United States"), in the spelling of ``name``."""
    head: Span | None = None
    """The name proper inside ``span`` ("Ruth Otieno")."""
    form: str = ""
    """How it is named here: "name", "surname", "role", "pronoun", "demonym", "capital", "acronym", "country"."""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The time of a meeting or event: a TIMEX3 value with what it rests on."""

    value: str
    """ISO 8601 day or "YYYY-MM-DDTHH:MM" (local at the venue), or TIMEX3 where coarser or unknown; "P50M" for
    a duration."""
    spans: Spans
    first: date | None = None
    last: date | None = None
    zone: str = ""
    """IANA zone that the clock time in ``value`` is given in; "" where the text does not say."""
    assumed: bool = False
    why: str = ""
