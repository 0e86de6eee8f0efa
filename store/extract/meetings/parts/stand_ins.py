"""Whom a subject stands for that names nobody: "his team", "the cartel", "it"."""

from __future__ import annotations

from store.extract.meetings.parts.mention import Mention
from store.extract.meetings.parts.scene import Scene


def of_a_pronoun(scene: Scene, start: int, end: int) -> list[Mention]:
    """Whose "his team", "her delegation" meets: the person named last before."""
    for i in range(start, end - 1):
        if scene.lower[i] in ("its", "their") and scene.lower[i + 1] in _STAFF:
            return [m for m in scene.parties if m.end <= i and m.party not in ("", "person")][-1:]
        if scene.lower[i] in ("his", "her") and scene.lower[i + 1] in _STAFF:
            before = [m for m in scene.parties if m.end <= i and m.party == "person"]
            return before[-1:]
    return []


def of_a_body(scene: Scene, start: int, end: int) -> list[Mention]:
    """Who "the cartel", "the bloc" is: the organisation named last before."""
    subject = scene.lower[start:end]
    if subject != ["it"] and not (len(subject) == len(_THE) + 1 and subject[0] in _THE and subject[1] in _BODIES):
        return []
    before = [m for m in scene.parties if m.end <= start and m.party == "organisation"]
    if before or subject == ["it"]:
        return before[-1:]
    at = scene.tokens.starts[start]
    told = [p for p in scene.page.parties if p.span.end <= at and p.kind == "organisation" and p.role != "outlet"]
    return [Mention(start, end, told[-1])] if told else []


_THE = ("the",)
_BODIES = frozenset(
    "cartel bloc alliance organisation organization grouping agency federation body union league council group plenary "
    "committee commission".split()
)


_STAFF = frozenset({"team", "delegation", "government", "office", "cabinet", "negotiators", "envoys"})
