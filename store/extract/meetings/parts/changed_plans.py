"""Verbs of a plan that has changed since: "originally planned for Tuesday", "was to open on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.meetings.parts.reach import ONCE
from store.extract.meetings.parts.subject_verbs import MOVED, SubjectVerbs
from store.model.mentions import Time

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.mention import Mention
    from store.extract.meetings.parts.nouns import Noun

_FIXED = frozenset({"schedule", "plan", "set", "fix", "arrange", "expect"})
_AT_FIRST = ONCE - {"first", "earlier"}


class ChangedPlans(SubjectVerbs):
    """The part of a scene that knows which verbs tell of a plan since given up."""

    __slots__ = ()

    def owner(self, mention: Mention) -> Noun | VerbGroup | None:
        """The meeting noun or verb group that a time or place belongs to."""
        raise NotImplementedError

    def was_once(self, group: VerbGroup) -> bool:
        """True for a plan that has changed since: "originally planned for Tuesday", "which was to open on Monday, has
        been rescheduled".
        """
        if group.tense == "participle":
            return self.lower[group.first - 1] in ONCE
        told = group.tense == "reported" and self.lower[group.first] in ("was", "were", "had")
        opener = self.lower[group.first - 1]
        if told and opener == "what":
            return True  # "what was to be a summit in May has become one in June"
        if told and not _AT_FIRST.isdisjoint(self.lower[group.first : group.end]):
            return True
        had = group.tense == "perfect" and self.lower[group.first] == "had"
        if had and (group.verb in _FIXED or group.mood in ("fixed", "expected")):
            aside = opener in ("which", "that", "who", "they")
            return aside and any(g.first >= group.end and g.finite and g.tense == "future" for g in self.groups)
        if not told or opener not in ("which", "that", "who"):
            return False
        return not MOVED.isdisjoint(self.lower[group.end : self.sentence.end]) or self._set_anew(group)

    def _set_anew(self, group: VerbGroup) -> bool:
        """As in "the talks, which were to open on Monday, will open on Friday": the main clause tells another day."""
        main = next((g for g in self.groups if g.first >= group.end and g.finite), None)
        if main is None or main.tense != "future" or not any(self.owner(m) == group for m in self.times):
            return False
        days = [m.what for m in self.times if m.first >= main.end and self.owner(m) == main]
        return any(isinstance(t, Time) and t.type in ("DATE", "TIME") and t.value[:1].isdigit() for t in days)
