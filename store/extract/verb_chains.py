"""What the verb groups of a sentence make of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.plural_verbs import NEVER_NOUNS
from store.extract.verb_forms import BE, HAVE, MODALS, WILL, WOULD, verb_forms
from store.extract.word_classes import DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.extract.clauses import VerbGroup


def reduced(groups: list[VerbGroup], lower: Sequence[str], first: int) -> list[VerbGroup]:
    """As in "the talks, suspended a week ago, are to resume": between commas a past form is a participle, where the
    clause's own verb follows.
    """
    for at in range(len(groups) - 1):
        group, after = groups[at], groups[at + 1]
        if _of_its_subject(groups, at, lower):
            groups[at] = group._replace(tense="participle", passive=True)
            continue
        if group.tense != "past" or group.end - group.first > 1 or group.progressive or lower[group.first - 1] != ",":
            continue
        opens = group.first - 1 == first or any(g.finite for g in groups[:at])
        closed = after.finite and lower[after.first - 1] == "," and after.first - group.end <= _INTERPOSED
        form = verb_forms().get(lower[group.head])
        if not opens and closed and (form is None or form.form == "past or participle"):
            groups[at] = group._replace(tense="participle", passive=True)
    return groups


def _of_its_subject(groups: Sequence[VerbGroup], at: int, lower: Sequence[str]) -> bool:
    """As in "teams charged with drafting the text are to meet": no clause ends before the next finite verb."""
    group = groups[at]
    if group.tense != "past" or group.end - group.first > 1 or lower[group.end] not in PREPOSITIONS:
        return False
    form = verb_forms().get(lower[group.head])
    main = next((g for g in groups[at + 1 :] if g.finite), None)
    fits = form is None or form.form == "past or participle"
    if not fits or main is None or main.end - main.first < _AUXILIARY or main.first - group.end > _REDUCED:
        return False
    return _JOINTS.isdisjoint(lower[group.end : main.first])


_AUXILIARY = 2
_REDUCED = 10
"""Tokens of a participle's phrase between its noun and the clause's verb."""
_JOINTS = SUBORDINATORS | PRONOUNS | frozenset(", and but or nor ; : if said says".split())
_INTERPOSED = 14
"""Tokens of a participle's clause between a subject and its verb."""


def is_plural(group: VerbGroup, lower: Sequence[str], end: int) -> bool:
    """As in "the two rebels are", "former rebels scheduled": what an auxiliary or participle follows is no verb, unless
    it reports.
    """
    word = lower[group.head]
    alone = group.tense == "present" and group.end - group.first == 1 and word.endswith("s")
    if not alone or group.end >= end or word in _REPORTING:
        return False
    after = lower[group.end]
    return after in _AUXILIARIES or after in NEVER_NOUNS or after in _PLANNED


_PLANNED = frozenset({"scheduled", "slated", "planned", "due", "set", "expected"})


_AUXILIARIES = (BE | HAVE | WILL | WOULD | MODALS) - {"be", "been", "being", "having", "'s", "'d", "'re", "'ve", "'ll"}
_REPORTING = frozenset("says thinks believes hopes claims insists argues maintains knows feels fears suggests".split())


def coordinated(before: VerbGroup, group: VerbGroup, lower: Sequence[str]) -> VerbGroup:
    """As in "Will exchange views and hold talks": a bare form after "and" shares the auxiliary before it."""
    if lower[group.head] != group.verb or before.tense not in ("future", "reported", "modal", "infinitive"):
        return group
    return group._replace(tense=before.tense, mood=before.mood)


def in_chain(before: VerbGroup, lower: Sequence[str], words: Sequence[str], i: int, end: int) -> VerbGroup | None:
    """The bare form at ``i`` of a row: "is to meet the king, travel to Oslo and visit a mine"; it could be a noun."""
    form = verb_forms().get(lower[i])
    if form is None or form.base != lower[i] or i + 1 >= end or words[i] != lower[i] or before.end > i:
        return None
    if before.tense not in ("future", "reported", "modal", "infinitive"):
        return None
    after = lower[i + 1]
    ends = form.base in ("end", "close", "open", "start") and after in ("on", "in", "at") and lower[i - 1] == "and"
    returns = form.base in ("return", "leave") and lower[i - 1] in ("and", "then") and after in ("home", "on")
    starts = form.base in _STARTED and lower[i - 1] in ("and", "then") and after.endswith("s")  # "and start talks"
    has_object = ends or starts or returns
    has_object = has_object or after in DETERMINERS or after in ("to", "with") or words[i + 1][:1].isupper()
    if not has_object or not (lower[i - 1] in ("and", "then") or (lower[i - 1] == "," and _row_goes_on(lower, i, end))):
        return None
    return before._replace(first=i, head=i, end=i + 1, verb=form.base, passive=False, negated=False, progressive=False)


def _row_goes_on(lower: Sequence[str], i: int, end: int) -> bool:
    """True where an "and" with another bare form follows."""
    for k in range(i + 1, min(end - 1, i + _ROW)):
        if lower[k] == "and":
            form = verb_forms().get(lower[k + 1])
            return form is not None and form.base == lower[k + 1]
    return False


_STARTED = frozenset({"start", "host", "open", "launch", "lead"})
_ROW = 20
"""Tokens to the last verb of a row."""


def completed(group: VerbGroup, lower: Sequence[str], end: int) -> VerbGroup | None:
    """The whole of "will, according to aides, travel": an aside between the auxiliary and its verb."""
    if group.end >= end or lower[group.end] != ",":
        return None
    closing = next((k for k in range(group.end + 1, min(end - 1, group.end + _ASIDE)) if lower[k] == ","), None)
    form = verb_forms().get(lower[closing + 1]) if closing is not None else None
    if closing is None or form is None or form.base != lower[closing + 1]:
        return None
    return group._replace(head=closing + 1, end=closing + 2, verb=form.base)


_ASIDE = 12
"""Tokens of an aside inside a verb group."""
