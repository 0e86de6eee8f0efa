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
    if i >= len(after) or not after[i].isalpha() or _told_when(after[i:]):
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
        "sometime",
    ):
        return i if after[i] == "this" and not _TIMES_AFTER_THIS.intersection(after[i + 1 : i + 2]) else None
    if after[i] in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"):
        j = after.index("with") if "with" in after else -1
        return j + 1 if j > 0 else None
    if after[i] in ("each", "one"):
        return None
    return i


def _told_when(after: list[str]) -> bool:
    """As in "will meet once again", "three times", "every day", "a week later", "right after Easter"."""
    word, then, third = (*after[:3], "", "")[:3]
    if word in ("once", "twice") or then == "times":
        return not (_EVERY & set(after[1:3]) and _SPANS & set(after[2:4]))  # "will meet once a year"
    if word in _JUST:
        return then in PREPOSITIONS or then in DAYS or then in ("before", "next", "this")
    if then in _SPANS:
        return word in ("every", "all", "each") or third in ("later", "earlier", "before", "after")
    return after[:3] == ["no", "later", "than"]


_EVERY = frozenset({"a", "an", "per", "every", "each"})
_SPANS = frozenset("hour hours day days night week weeks weekend month months year years".split())
_JUST = frozenset({"right", "just", "either", "both", "halfway", "only", "even"})
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
    "morning",
    "afternoon",
    "evening",
    "quarter",
}
