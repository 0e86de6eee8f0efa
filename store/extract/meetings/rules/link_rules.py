"""Licences of a meeting noun by the phrase that it hangs on: "ahead of the summit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.subject_verbs import OPENINGS

if TYPE_CHECKING:
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene

_UPCOMING_LINKS = (
    "ahead of",
    "in advance of",
    "prior to",
    "before",
    "on the eve of",
    "run-up to",
    "run up to",
    "preparations for",
    "prepare for",
    "preparing for",
    "in preparation for",
    "preparation for",
    "looking forward to",
    "look forward to",
    "followed by",
    "preceded by",
    "agenda for",
    "agenda of",
    "invitation to",
    "way for",
    "groundwork for",
    "date for",
    "date of",
    "venue for",
    "venue of",
    "until",
    "readies itself for",
    "ready for",
    "braces for",
    "bracing for",
    "gears up for",
    "gearing up for",
    "geared up for",
)


def by_link(scene: Scene, noun: Noun, c: Candidate) -> Candidate | None:
    """As in "Ahead of talks on", "in preparation for the summit"."""
    at = _past_opening(scene, noun)
    before = " ".join(scene.lower[max(scene.sentence.first, at - 4) : at])
    if not before.endswith(_UPCOMING_LINKS):
        return None
    group = scene.left_group(noun.first)
    c.rule = "link"
    c.needs_time = not before.endswith(("ahead of", "on the eve of", "run-up to", "forward to", "followed by")) or not (
        c.definite or any(scene.tokens.words[i][0].isupper() for i in range(noun.first, noun.head))
    )
    if group is not None and before.endswith("before") and scene.tense(group)[0] == "past":
        c.needs_time = True
    return c


def _past_opening(scene: Scene, noun: Noun) -> int:
    """The token where "the opening of" begins before the noun phrase; the phrase's own first token without one."""
    at = noun.first
    if scene.lower[max(scene.sentence.first, at - 1) : at] == ["of"] and scene.lower[at - 2] in OPENINGS:
        at -= 2
        return at - 1 if scene.lower[at - 1] in ("the", "a") else at
    return at
