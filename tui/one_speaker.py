"""All that one speaker says, for the time: which filter that is, and which one comes back after it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from store.model.views import ClaimFilter
from tui.library import NO_FILTER
from tui.paint.filters import FIELDS, chosen


@dataclass(frozen=True, slots=True)
class SetAside:
    """What the facts were narrowed to ``before`` one speaker was asked for, and what they are ``meanwhile``."""

    before: ClaimFilter
    meanwhile: ClaimFilter

    def holds(self, narrowed: ClaimFilter) -> bool:
        """True until a person ticks something else; what is reviewed may be hidden and shown at any time."""
        return all(chosen(narrowed, field) == chosen(self.meanwhile, field) for field in FIELDS)

    def kept(self, narrowed: ClaimFilter) -> ClaimFilter:
        """What ``narrowed`` is without the one speaker: what was set aside, unless a person ticked something else."""
        return with_fields_of(self.before, narrowed) if self.holds(narrowed) else narrowed


def only(narrowed: ClaimFilter, *speakers: str) -> ClaimFilter:
    """Whatever these speakers say: kinds, outlets and places narrow nothing, else it would not be all."""
    return with_fields_of(replace(NO_FILTER, speakers=speakers), narrowed)


def with_fields_of(source: ClaimFilter, narrowed: ClaimFilter) -> ClaimFilter:
    """``narrowed`` with the kinds, speakers, outlets and places of ``source``."""
    return replace(
        narrowed,
        kinds=source.kinds,
        speakers=source.speakers,
        outlets=source.outlets,
        places=source.places,
    )
