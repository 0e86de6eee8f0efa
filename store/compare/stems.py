"""One form for the forms of an English word: suffixes stripped lightly, irregular forms looked up."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

SHORTEST = 5
"""Letters that must remain when a noun or verb ending is taken off: "nation" stays, "termination" does not."""
ENDINGS = ("ations", "ation", "ating", "ates", "ated", "ate", "itions", "ition", "ions", "ion", "ments", "ment", "ly")
WHOLE = frozenset({"statement", "department", "apartment", "parliament", "document", "moment", "private", "climate",
                   "senate", "estate", "debate", "element", "argument", "generation", "operation", "corporation",
                   "reply", "supply", "apply", "family", "assembly", "italy", "monopoly", "ally", "rally"})  # fmt: skip
VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of ``word`` (lower case) share: "deployed", "deploying" and "deployment" give "deploy"."""
    if not word.isalpha() and not word.replace("-", "").isalpha():
        return word
    base = _without_inflection(_irregular().get(word, word))
    if base not in WHOLE:
        for ending in ENDINGS:
            if base.endswith(ending) and len(base) - len(ending) >= SHORTEST:
                base = base[: -len(ending)]
                break
    if base.endswith("e") and len(base) > 3:
        base = base[:-1]
    return base[:-1] + "y" if base.endswith("i") and len(base) > 3 else base


def _without_inflection(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else _without_plural(word)
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and not VOWELS.isdisjoint(rest):
            return _undoubled(rest)
    return word


def _without_plural(word: str) -> str:
    return word[:-2] if word.endswith(("shes", "ches", "xes", "sses", "zes")) else word[:-1]


def _undoubled(rest: str) -> str:
    if rest[-1] == rest[-2] and rest[-1] not in "lsz":
        return rest[:-1]
    return rest


@cache
def _irregular() -> dict[str, str]:
    """Irregular verb form -> base, from the verb list that extraction uses too."""
    table: dict[str, str] = {}
    text = (files("store.extract") / "lexicon" / "verbs.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        words = line.split()
        if len(words) == 3 and not line.startswith("#"):
            for form in words[1:]:
                if form != words[0]:
                    table.setdefault(form, words[0])
    return {k: v for k, v in table.items() if v not in ("be", "have", "do")}
