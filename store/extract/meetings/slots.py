"""When, where and who: what of a sentence belongs to one candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.clauses import BREAKS, PREPOSITIONS, VerbGroup
from store.extract.meetings.candidates import Candidate, subject_start
from store.extract.meetings.scene import Mention, Noun, Scene
from store.extract.meetings.words import meeting_words
from store.model.mentions import Party, Place, Time

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOCATIVE = frozenset({"in", "at", "to", "for", "near", "outside", "from"})
_WITH = frozenset(
    {
        "with",
        "between",
        "among",
        "of",
        "by",
        "involving",
        "including",
        "from",
        "and",
        "gather",
        "group",
        "grouping",
        "bringing",
        "attended",
    }
)
_TOPIC = frozenset(
    {
        "on",
        "about",
        "over",
        "regarding",
        "concerning",
        "against",
        "in",
        "at",
        "toward",
        "towards",
        "under",
        "as",
        "since",
        "after",
        "following",
        "during",
        "despite",
        "near",
        "into",
        "through",
        "within",
    }
)
_TOWNS = frozenset(
    "city capital town resort port village state province island suburb district region emirate republic".split()
)
_KIND = {"city": 0, "venue": 1, "region": 2, "country": 3}


def fill(candidates: list[Candidate]) -> None:
    """Times, places and parties for the candidates of one sentence, each mention to the one it belongs to."""
    if not candidates:
        return
    scene = candidates[0].scene
    for mention in scene.times:
        for c in _owners_of(scene, mention, candidates):
            if isinstance(mention.what, Time) and mention.what.type in ("DATE", "TIME", "DURATION"):
                c.times.append(mention.what)
    for mention in scene.places:
        if isinstance(mention.what, Place) and locative(scene, mention):
            for c in _owners_of(scene, mention, candidates):
                c.place = _better(c.place, mention.what)
    for c in candidates:
        if not c.times and c.licensed:
            _from_journey(c, candidates)
        _here(c)
        c.parties = parties_of(c)
        c.names = _names(c)
        c.topic = _topic(c)


def _better(old: Place | None, new: Place) -> Place:
    return new if old is None or _KIND[new.kind] < _KIND[old.kind] else old


def _owners_of(scene: Scene, mention: Mention, candidates: list[Candidate]) -> list[Candidate]:
    """The candidate whose noun or verb owns the mention, or the nearest one up the chain of its verbs."""
    owner = scene.owner(mention)
    while owner is not None:
        if isinstance(owner, Noun):
            own = [c for c in candidates if c.noun == owner]
            if isinstance(mention.what, Place) and _in_topic(scene, owner.end, mention):
                # "talks on arms in Riga" puts the talks in Riga, "talks on the war in Latvia" does not
                return [c for c in own if mention.what.kind == "city" and c.place is None and c.rule != "mention"]
            if own and (own[0].rule not in ("mention", "not to be") or _is_future(scene, mention)):
                return own
            owner = _over(scene, owner)
            continue
        own = [c for c in candidates if c.group == owner] or [
            c for c in candidates if c.noun and owner.first >= c.noun.end and owner in scene.subject_groups(c.noun)
        ]
        if own:
            return own[:1] if mention.first < owner.first or mention.first >= owner.end and len(own) == 1 else own[-1:]
        owner = _parent(scene, owner)
    return []


def _from_journey(c: Candidate, candidates: list[Candidate]) -> None:
    """ "Will fly to Oslo on Friday to resume talks": the day and city of the journey are those of the talks."""
    scene, group = c.scene, c.group
    for _ in range(3):
        over = _parent(scene, group) if group is not None else None
        if not isinstance(over, VerbGroup) or any(other.group == over for other in candidates):
            return
        if over.tense not in ("past", "perfect"):
            c.times += [m.what for m in scene.times if isinstance(m.what, Time) and scene.owner(m) == over]
            for m in scene.places:
                if isinstance(m.what, Place) and scene.owner(m) == over and locative(scene, m):
                    c.place = _better(c.place, m.what)
        group = over


def _in_topic(scene: Scene, at: int, mention: Mention) -> bool:
    """True for a place inside what the talks are about: "talks on the war in X"."""
    for i in range(at, mention.first):
        if scene.lower[i] in ("on", "about", "over", "regarding", "concerning", "aimed"):
            if any(m.first in (i, i + 1) for m in scene.times) or scene.lower[i + 2 : i + 3] in (
                ["sidelines"],
                ["margins"],
                ["fringes"],
            ):
                continue
            return True
    return False


def _is_future(scene: Scene, mention: Mention) -> bool:
    day = scene.page.article.anchor.day
    time = mention.what
    return not (isinstance(time, Time) and day and time.last and time.last < day)


def _over(scene: Scene, noun: Noun) -> VerbGroup | None:
    group = scene.left_group(noun.first)
    if group is None or scene.broken(group.end, noun.first):
        return None
    return group


def _parent(scene: Scene, group: VerbGroup) -> Noun | VerbGroup | None:
    """What an infinitive, gerund or participle hangs on: the noun or verb group before it."""
    if group.finite:
        return None
    best = scene.nearest_head(group.first)
    return best if best is not None and not scene.broken(best.end, group.first) else None


def locative(scene: Scene, mention: Mention) -> bool:
    """True for "in Riga", "to Latvia", "the Riga talks", "visit Latvia"; false for "of Latvia", "with Latvia"."""
    lower = scene.lower
    i = mention.first - 1
    steps = 0
    while i >= scene.sentence.first and steps < 7:
        word = lower[i]
        if word == "of" and lower[i - 1] in _TOWNS:
            i -= 1
            continue
        if word in _LOCATIVE:
            return word != "from"
        if word in PREPOSITIONS or word in (".", ":", ";"):
            return False
        if any(g.first <= i < g.end for g in scene.groups):
            group = next(g for g in scene.groups if g.first <= i < g.end)
            return group.verb in ("visit", "tour", "leave", "reach")
        if any(n.first <= i <= n.head for n in scene.nouns):
            return any(n.first <= mention.first < n.head for n in scene.nouns)
        i -= 1
        steps += 1
    if any(n.first <= mention.first < n.head for n in scene.nouns):
        return True
    right = scene.right_group(mention.end)
    return right is not None and right.verb in ("host", "co-host") and right.first - mention.end <= 2


def _here(c: Candidate) -> None:
    """ "Here" in the candidate's clause puts it in the dateline's city."""
    scene = c.scene
    for i in range(scene.sentence.first, scene.sentence.end):
        if scene.lower[i] == "here":
            owner = scene.owner(Mention(i, i + 1, None))
            if owner is not None and (owner == c.noun or owner == c.group or _leads_to(scene, owner, c)):
                c.here = True


def _leads_to(scene: Scene, owner: Noun | VerbGroup | None, c: Candidate) -> bool:
    while isinstance(owner, VerbGroup):
        if owner == c.group:
            return True
        owner = _parent(scene, owner)
    return owner is not None and owner == c.noun


def parties_of(c: Candidate) -> list[Party]:
    """Parties in subject position, inside the noun phrase, and after "with", "between", "of"."""
    scene = c.scene
    found: list[Mention] = []
    if c.noun:
        found += [m for m in scene.parties if c.noun.first <= m.first < c.noun.end]
        found += _possessive(scene, c.noun)
        found += _complements(scene, c.noun.end)
        c.pair = c.pair or _pair_words(scene, c.noun.first, c.noun.head) or _pair_after(scene, c.noun.end)
    if c.group is not None and not (
        c.noun and c.rule in ("will be held", "to be held", "opens on", "postponed") and c.group.first >= c.noun.end
    ):
        found += _subject(scene, c.group, c)
        if c.noun is None:
            found += _objects(scene, c.group)
    by_name: dict[str, Party] = {}
    for m in sorted(found, key=lambda m: m.first):
        if isinstance(m.what, Party):
            by_name.setdefault(m.what.name, m.what)
    return list(by_name.values())


def _subject(scene: Scene, group: VerbGroup, c: Candidate) -> list[Mention]:
    """Parties of the subject; those of the verb before it where the subject is shared or the verb is infinitive."""
    start = subject_start(scene, group)
    found = heads_of(scene, start, group.first)
    at = scene.groups.index(group)
    if _pair_words(scene, start, group.first):
        c.pair = True
    if not found and at and not c.pair:
        before = scene.groups[at - 1]
        shared = (
            not group.finite
            or _no_subject(scene, start, group)
            or scene.lower[group.first - 1] in ("and", "but", ",", "then", "also")
            or start >= group.first
        )
        if shared:
            if before.passive and before.verb in ("invite", "expect", "ask") or not before.passive or before.finite:
                return _subject(scene, before, c) if not group.finite or _no_subject(scene, start, group) else []
    return found


def _no_subject(scene: Scene, start: int, group: VerbGroup) -> bool:
    words = scene.lower[start : group.first]
    timed = [m for m in scene.times if start <= m.first < group.first]
    if timed and any(w in ("and", "but") for w in words) and group.first - timed[-1].end <= 1:
        return True
    return all(w in ("and", "but", "then", "also", ",", "who", "which") or not w.isalpha() for w in words[-2:])


def heads_of(scene: Scene, start: int, end: int) -> list[Mention]:
    """Parties in tokens ``start`` to ``end`` that are no complement of a topic or place preposition."""
    return [
        m
        for m in scene.parties
        if start <= m.first < end
        and _link(scene, m, start) not in _TOPIC | {"to", "for", "from", "with"}
        and not _possessor(scene, m)
    ]


def _possessor(scene: Scene, m: Mention) -> bool:
    return scene.lower[m.end : m.end + 1] in (["'s"], ["’s"]) and not any(
        n.first <= m.first < n.end for n in scene.nouns
    )


def _link(scene: Scene, m: Mention, start: int) -> str:
    """The preposition that governs a mention, looking left over coordinated names."""
    i = m.first - 1
    while i >= start:
        word = scene.lower[i]
        if word in PREPOSITIONS or word == "to":
            opening = i <= start + 1 and "," in scene.lower[i : m.first]
            return "" if opening else word
        if not (
            word
            in (
                ",",
                "and",
                "or",
                "the",
                "a",
                "an",
                "his",
                "its",
                "her",
                "their",
                "both",
                "us",
                "visiting",
                "senior",
                "top",
                "new",
                "fellow",
                "other",
            )
            or any(p.first <= i < p.end for p in scene.parties)
        ):
            return ""
        i -= 1
    return ""


def _complements(scene: Scene, at: int) -> list[Mention]:
    """Parties after a meeting noun: "between A and B", "with C", "of D"."""
    stop = _clause_end(scene, at)
    found = []
    for m in scene.parties:
        if at <= m.first < stop and not _possessor(scene, m) and not _speaks(scene, m):
            link = _governing_preposition(scene, m, at)
            if link == "of" and any(p.end == i for p in scene.places for i in range(m.first - 3, m.first)):
                continue  # "in Arusha of northern Tanzania"
            if link in _WITH:
                found.append(m)
    return found


def _speaks(scene: Scene, m: Mention) -> bool:
    """True for the source of a trailing attribution: "..., an official said"."""
    return any(m.end <= g.first <= m.end + 1 and g.verb in meeting_words().verbs["say"] for g in scene.groups)


def _possessive(scene: Scene, noun: Noun) -> list[Mention]:
    """Whose meeting "his planned summit" is: the first person named before in the sentence."""
    if noun.head == noun.first or scene.lower[noun.first] not in ("his", "her"):
        return []
    before = [m for m in scene.parties if m.end <= noun.first and isinstance(m.what, Party) and m.what.kind == "person"]
    group = next((g for g in reversed(scene.groups) if g.end <= noun.first and g.finite), None)
    subject = [m for m in heads_of(scene, subject_start(scene, group), group.first) if m in before] if group else []
    return (subject or before)[-1:]


def _governing_preposition(scene: Scene, m: Mention, at: int) -> str:
    for i in range(m.first - 1, at - 1, -1):
        word = scene.lower[i]
        if (word in PREPOSITIONS or word == "to") and not any(p.first <= i < p.end for p in scene.parties):
            return word
    return ""


def _clause_end(scene: Scene, at: int) -> int:
    for i in range(at, scene.sentence.end):
        if scene.lower[i] in BREAKS - {"(", ")"} or scene.lower[i] in (
            "which",
            "who",
            "that",
            "when",
            "while",
            "after",
            "before",
            "as",
            "where",
        ):
            return i
        if any(g.first == i and g.finite for g in scene.groups) or any(n.first == i and i > at for n in scene.nouns):
            return i
    return scene.sentence.end


def _objects(scene: Scene, group: VerbGroup) -> list[Mention]:
    """Who is met: parties after the verb, directly or after "with"; of a visit the state visited."""
    stop = _clause_end(scene, group.end)
    found = []
    for m in scene.parties:
        if group.end <= m.first < stop and not _possessor(scene, m) and not _speaks(scene, m):
            link = _governing_preposition(scene, m, group.end)
            if link in ("", "with") or link == "of":
                found.append(m)
    if _pair_words(scene, group.end, min(group.end + 4, scene.sentence.end)) and not found:
        pass
    return found


def _pair_words(scene: Scene, first: int, end: int) -> bool:
    """ "The two countries", "both leaders", "they", "the sides"."""
    words = meeting_words()
    lower = scene.lower[first:end]
    for i, word in enumerate(lower):
        if word in ("they", "their") and i <= 2:
            return True
        if word in words.pairs and any(w in ("two", "both", "the", "three") for w in lower[max(0, i - 4) : i]):
            return not any(
                isinstance(m.what, Party) and first + max(0, i - 4) <= m.first <= first + i for m in scene.parties
            )
    return False


def _pair_after(scene: Scene, at: int) -> bool:
    return scene.lower[at : at + 1] in (["between"], ["of"]) and _pair_words(
        scene, at + 1, min(at + 7, scene.sentence.end)
    )


def _names(c: Candidate) -> frozenset[str]:
    """Words inside the noun phrase that tell this occasion from others."""
    if c.noun is None:
        return frozenset()
    scene, words = c.scene, meeting_words()
    timed = {i for m in scene.times for i in range(m.first, m.end)}
    out = [
        m.what.name.lower()
        for m in scene.parties
        if isinstance(m.what, Party) and m.what.kind == "organisation" and m.first < c.noun.end and m.end > c.noun.first
    ]
    timed |= {i for m in (*scene.parties, *scene.places) for i in range(m.first, m.end)}
    for i in range(c.noun.first, c.noun.end):
        word = scene.lower[i]
        if (
            i in timed
            or not word[0].isalnum()
            or word in _NO_NAMES
            or word in words.modifiers["upcoming"]
            or words.series(word)
        ):
            continue
        if (
            scene.tokens.words[i][0].isupper()
            or word in words.modifiers["own_kind"]
            or word.endswith(("-party", "-nation", "-way", "th"))
        ):
            out.append(word)
    return frozenset(out)


_NO_NAMES = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "s", "next", "new"})


def _topic(c: Candidate) -> str:
    """What it is about: the noun phrase after "on", "about", "over"."""
    scene = c.scene
    at = c.noun.end if c.noun else c.group.end if c.group else c.at + 1
    stop = min(_clause_end(scene, at), at + 16)
    busy: Iterable[Mention] = (*scene.times, *scene.places)
    for i in range(at, stop):
        if scene.lower[i] in ("on", "about", "over", "regarding", "concerning") and i + 1 < stop:
            if (
                any(m.first in (i, i + 1) for m in busy)
                or scene.lower[i + 1] in ("sidelines", "the")
                and scene.lower[i + 2 : i + 3] in (["sidelines"], ["margins"], ["fringes"])
            ):
                continue
            end = i + 1
            while end < stop and end - i < 9 and not any(m.first <= end < m.end for m in scene.times):
                word = scene.lower[end]
                if (
                    (word in PREPOSITIONS and word not in ("of", "for"))
                    or word in (",", ".", ";", "(", "and")
                    or any(g.first == end for g in scene.groups)
                ):
                    break
                end += 1
            if end > i + 1:
                return scene.tokens.span(i + 1, end).of(scene.tokens.text)
    return ""
