"""Who takes part: parties in subject position, inside the noun phrase, and after "with", "between", "of"."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from store.extract.meetings.parts.heads import clause_end, compounded, heads_of, possessor
from store.extract.meetings.parts.mention import Mention
from store.extract.meetings.parts.resolve import pair_after, pair_words
from store.extract.meetings.parts.roster import named_once
from store.extract.meetings.parts.stand_ins import of_a_body, of_a_pronoun
from store.extract.meetings.parts.subjects import shares, subject_stretch
from store.extract.meetings.parts.words import meeting_words
from store.extract.meetings.slots.complements import (
    asked_for,
    attended_by,
    brought_together,
    complements,
    governing_preposition,
    speaks,
)
from store.extract.meetings.slots.office_holders import in_person
from store.extract.meetings.slots.unheard_of import unheard_of
from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.clauses import VerbGroup
    from store.extract.meetings.parts.candidate import Candidate
    from store.extract.meetings.parts.nouns import Noun
    from store.extract.meetings.parts.scene import Scene


def parties_of(c: Candidate) -> list[Party]:
    """Parties in subject position, inside the noun phrase, and after "with", "between", "of"."""
    scene = c.scene
    found: list[Mention] = []
    if c.noun:
        inside = [m for m in scene.parties if c.noun.first <= m.first < c.noun.end]
        found += [m for m in inside if not compounded(scene, m)]
        c.told_by_name = len(found) > 1 or (bool(found) and "-" in scene.lower[c.noun.first : c.noun.head])
        found += _possessive(scene, c.noun)
        found += complements(scene, c.noun.end)
        c.pair = c.pair or pair_words(scene, c.noun.first, c.noun.head) or pair_after(scene, c.noun.end)
    if c.group is not None and not (
        c.noun and c.rule in ("will be held", "to be held", "opens on", "postponed") and c.group.first >= c.noun.end
    ):
        found += _subject(scene, c.group, c)
        if c.noun is None:
            found += _objects(scene, c.group) or _met_again(scene, c.group)
    if c.noun and c.group is not None and c.group.first >= c.noun.end:
        found += brought_together(scene, c.group)
    if c.noun:
        found += attended_by(scene, c.noun)
    if c.series == "visit" and c.noun and c.group is not None and c.group.verb in ("take", "bring"):
        # "a tour will take Ruiz to Peru"
        found += [m for m in scene.parties if m.party == "person" and m.first == c.group.end]
    if c.noun and c.group is not None and c.group.verb in _WITH_GUESTS and not c.group.passive:
        found += [m for m in _objects(scene, c.group) if m.end <= c.noun.first]
    if c.noun and c.group is not None and c.rule == "invited":
        found += [m for m in scene.parties if c.group.end <= m.first < c.noun.first and not possessor(scene, m)]
    if c.attended and c.host is not None and not c.host.passive:
        found += heads_of(scene, *subject_stretch(scene, c.host))
        found += [m for m in scene.parties if c.host.end < m.first < c.at and scene.lower[m.first - 1] == "with"]
    if c.rule == "link" and c.noun is not None and c.noun.first - scene.sentence.first <= 5:
        found += _said_ahead(scene, c.noun)
    named = named_once(in_person(scene, found))
    if len(named) == 1 and c.licensed and c.series not in ("visit", "summit", "conference"):
        named = named_once(in_person(scene, [*found, *unheard_of(c)]))
    return named


def _said_ahead(scene: Scene, noun: Noun) -> list[Mention]:
    """As in "Ahead of talks in Oslo on Monday, Peru and Chile traded charges": the two of the main clause."""
    group = next((g for g in scene.groups if g.first >= noun.end and g.finite), None)
    if group is None:
        return []
    first = next((i + 1 for i in range(noun.end, group.first) if scene.lower[i] == ","), group.first)
    heads = [m for m in heads_of(scene, first, group.first) if isinstance(m.what, Party)]
    states_named = [m for m in heads if m.party == "state"]
    return states_named if len(states_named) > 1 else []


def _subject(scene: Scene, group: VerbGroup, c: Candidate) -> list[Mention]:
    """Parties of the subject; those of the verb before it where the subject is shared or the verb is infinitive."""
    start, end = subject_stretch(scene, group)
    found = heads_of(scene, start, end)
    at = scene.groups.index(group)
    if at and scene.lower[group.first - 1] in ("and", "but", "then") and group.finite:
        over = shares(scene, at)
        if over.finite:
            return _subject(scene, over, c)  # "left Lima on Monday for Quito and will visit"
    if pair_words(scene, start, end):
        c.pair = True
    relative = scene.lower[group.first - 1] in ("who", "which")
    if not found and relative:
        return [m for m in scene.parties if group.first - 4 <= m.end < group.first]
    if not found:
        found = of_a_pronoun(scene, start, end) or of_a_body(scene, start, end)
    if not found and not group.finite and scene.lower[group.first - 1] == ",":
        found = heads_of(scene, scene.sentence.first, group.first - 1)  # "Ruiz and Berg, meeting in Oslo on Friday,"
    if not found and at and not c.pair:
        before = scene.groups[at - 1]
        inherits = not group.finite or _no_subject(scene, start, group)
        if inherits and (before.finite or not before.passive or before.verb in ("invite", "expect", "ask")):
            return _subject(scene, before, c)
    return found


def _no_subject(scene: Scene, start: int, group: VerbGroup) -> bool:
    words = scene.lower[start : group.first]
    timed = [m for m in scene.times if start <= m.first < group.first]
    if timed and any(w in ("and", "but") for w in words) and group.first - timed[-1].end <= 1:
        return True
    return all(w in ("and", "but", "then", "also", ",", "who", "which") or not w.isalpha() for w in words[-2:])


_WITH_GUESTS = frozenset({"host", "receive", "welcome", "meet", "see", "gather", "join"})
"""Verbs whose object takes part in what they are for: "will host his counterparts for a summit"."""


def _possessive(scene: Scene, noun: Noun) -> list[Mention]:
    """Whose meeting "his planned summit" is: the first person named before in the sentence."""
    if noun.head == noun.first or scene.lower[noun.first] not in ("his", "her"):
        return []
    before = [m for m in scene.parties if m.end <= noun.first and m.party == "person"]
    group = next((g for g in reversed(scene.groups) if g.end <= noun.first and g.finite), None)
    subject = [m for m in heads_of(scene, *subject_stretch(scene, group)) if m in before] if group else []
    return (subject or before)[-1:]


def _met_again(scene: Scene, group: VerbGroup) -> list[Mention]:
    """Who "him" is in "met Ruiz on Monday. The premier is to meet him on Tuesday": the person named last, none here."""
    after = scene.lower[group.end : group.end + 2]
    if not _HIM & set(after[:1] if after[:1] != ["with"] else after[1:]):
        return []
    here = {m.what.name for m in scene.parties if isinstance(m.what, Party)}
    start = scene.tokens.starts[scene.sentence.first]
    at = bisect(scene.page.parties, start, key=lambda p: p.span.start)
    near = scene.page.parties[max(0, at - _REACH) : at]
    before = [p for p in near if p.kind == "person" and p.name not in here]
    return [Mention(group.end, group.end + 1, before[-1])] if before else []


_REACH = 30
"""Parties before, among which the person meant is sought."""
_HIM = frozenset({"him", "her"})


_UPON = {"call": "on", "play": "to"}
_ABOUT = frozenset({"discuss", "debate", "review", "examine", "consider", "tackle", "weigh", "mull", "draft"})
"""What follows these is what is talked about."""


def _sent_from(scene: Scene, m: Mention) -> bool:
    """As in "will meet his counterparts from Peru and Chile"."""
    i = m.first - 1
    while scene.lower[i] != "from" and i > scene.sentence.first:
        i -= 1
    return scene.lower[i - 1] in meeting_words().people


def _objects(scene: Scene, group: VerbGroup) -> list[Mention]:
    """Who is met: parties after the verb, directly or after "with"; of a visit the state visited."""
    stop = clause_end(scene, group.end)
    found = []
    for m in scene.parties:
        if group.end <= m.first < stop and not possessor(scene, m) and not speaks(scene, m):
            link = governing_preposition(scene, m, group.end)
            if asked_for(scene, m, link):
                continue
            matter = link in ("", "of") and group.verb in _ABOUT  # "to discuss a UN resolution"
            reached = link in ("", "with", "of", _UPON.get(group.verb)) or (link == "by" and group.passive)
            sender = link == "from" and _sent_from(scene, m)
            if (reached and not matter) or sender:
                found.append(m)
    return found
