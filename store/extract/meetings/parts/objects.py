"""What stands behind a verb: where its object begins, and how far a noun phrase goes."""

from __future__ import annotations

from store.extract.word_classes import DAYS, PREPOSITIONS


def first_noun_phrase(words: list[str]) -> list[str]:
    """The words up to the first that can belong to no noun phrase."""
    for i, w in enumerate(words):
        if i and (
            w in PREPOSITIONS
            or not (w[0].isalnum() or w in ("'s", "-", "."))
            or w in ("to", "who", "which", "that", "and", "when", "as")
        ):
            return words[:i]
    return words


def object_head(after: list[str]) -> int | None:
    """Index where an object or "with" complement begins; None where the verb stands alone."""
    i = 0
    while i < len(after) and (
        after[i]
        in (
            "again",
            "separately",
            "jointly",
            "together",
            "up",
            "here",
            "there",
            "first",
            "beforehand",
            "afterwards",
            "later",
            "also",
            "briefly",
            "privately",
            "soon",
            "directly",
            "face",
            "-",
        )
        or after[max(0, i - 1) : i + 1] in (["face", "to"], ["-", "to"])
        or after[i].endswith("ly")
    ):
        i += 1
    if i >= len(after) or not after[i].isalpha():
        return None
    if after[i] == "with":
        return i + 1
    if after[i] in PREPOSITIONS or after[i] in (
        "to",
        "and",
        "or",
        "but",
        "when",
        "as",
        "if",
        "who",
        "next",
        "this",
        "later",
        "today",
        "tomorrow",
        "tonight",
        "early",
        "late",
        "before",
        "starting",
        "beginning",
    ):
        return i if after[i] == "this" and not _TIMES_AFTER_THIS.intersection(after[i + 1 : i + 2]) else None
    if after[i] in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"):
        j = after.index("with") if "with" in after else -1
        return j + 1 if j > 0 else None
    if after[i] in ("each", "one"):
        return None
    return i


_TIMES_AFTER_THIS = DAYS | {
    "week",
    "month",
    "year",
    "weekend",
    "coming",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
}
