"""Where the subject of a verb stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.scene import Scene


def subject_start(scene: Scene, group: VerbGroup) -> int:
    """First token of the stretch before ``group`` in which its subject stands."""
    start = scene.sentence.first
    for other in scene.groups:
        if other.end <= group.first and other.finite:
            start = max(start, other.end)
    for i in range(group.first - 1, start - 1, -1):
        word = scene.lower[i]
        if word in ('"', "“", "”", "''", "``", ":", ";", "--", "—") or (
            word
            in (
                "that",
                "as",
                "when",
                "while",
                "if",
                "before",
                "after",
                "where",
                "because",
                "until",
                "whether",
                "but",
                "since",
            )
            and not scene.part_of_time(i)
        ):
            return i + 1
    return start


def doubted(scene: Scene, group: VerbGroup) -> bool:
    """As in "Unclear whether X will meet Y"."""
    start = subject_start(scene, group)
    return scene.lower[max(scene.sentence.first, start - 1) : start] in (["whether"], ["if"])
