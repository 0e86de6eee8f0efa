"""Statements that say the same: one speaker, one act, one content, over all articles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from store.compare.contents import likeness
from store.compare.pairs import pairs_sharing, telling

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from store.compare.contents import Content, Likeness
    from store.compare.said import Said

ASKING = frozenset({"ask", "demand", "propose"})
ENOUGH = 1.5
"""Weight of what two contents must share at least: one and a half full words."""


class Alike(NamedTuple):
    """Two statements that are one claim, as far as the two go."""

    distance: float
    """0 for the same words."""
    one: Said
    two: Said


def said_alike(saids: Sequence[Said], links: Sequence[Alike] | None = None) -> list[list[Said]]:
    """Groups of statements that are one claim; every statement stands in exactly one.

    ``links`` are those among ``saids`` where they are known already.
    """
    saids = sorted(saids, key=lambda s: s.key)
    return _grouped(saids, alike_among(saids) if links is None else links)


def alike_among(saids: Sequence[Said], common: Container[str] | None = None) -> list[Alike]:
    """All pairs that are one claim; ``common`` are the hints that tell nothing, where not all statements are here."""
    blocks: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for said in sorted(saids, key=lambda s: s.key):
        blocks[block_of(said)].append(said)
    return [link for block in sorted(blocks) for link in _alike_within(block, blocks[block], common)]


def one_claim(one: Said, two: Said) -> bool:
    """True where two statements of one block are one claim, as far as the two go."""
    first, second = sorted((one, two), key=lambda s: s.key)
    return one.fact.key == two.fact.key or (_one_voice(first, second) and same_claim(first, second) is not None)


def block_of(said: Said) -> tuple[str, str]:
    """What two statements share that can be one claim."""
    state = committed_state(said)
    return (state, "") if state else voice_key(said)


def words_of(said: Said) -> Iterator[str]:
    """Hints of a statement that many may share: a word in a mouth."""
    block = "\x1f".join(block_of(said))
    return (f"{block}\x1f{word}" for word in telling(said.content))


class _CommonInBlock:
    def __init__(self, block: tuple[str, str], common: Container[str]) -> None:
        self._block, self._common = "\x1f".join(block), common

    def __contains__(self, word: object) -> bool:
        return f"{self._block}\x1f{word}" in self._common


def voice_key(said: Said) -> tuple[str, str]:
    """Who is heard, and for those without a name in which text: "officials" of two articles are not the same."""
    name = said.speaker.voice
    return (name, "") if said.speaker.named and name else (name.lower(), said.report.text_hash)


def committed_state(said: Said) -> str:
    """ISO code of the state that the speaker can commit: its head, a seat of government, the state itself."""
    speaker = said.speaker
    return speaker.state if speaker.heads or speaker.name in (speaker.office, speaker.state_name) else ""


def _one_voice(one: Said, two: Said) -> bool:
    """True for one speaker; a state's pledges are one whether its head, an office or the state makes them."""
    if voice_key(one) == voice_key(two):
        return True
    return "pledge" in (one.act, two.act) and committed_state(one) == committed_state(two) != ""


def _alike_within(block: tuple[str, str], saids: list[Said], common: Container[str] | None) -> Iterator[Alike]:
    yield from (Alike(0.0, saids[i], saids[j]) for i, j in _copies(saids))
    passed = None if common is None else _CommonInBlock(block, common)
    for i, j in pairs_sharing([s.content for s in saids], 1, passed):
        if _one_voice(saids[i], saids[j]) and (how := same_claim(saids[i], saids[j])) is not None:
            yield Alike(-how.dice, saids[i], saids[j])


def _grouped(saids: Sequence[Said], links: Sequence[Alike]) -> list[list[Said]]:
    """Single linkage, surest pairs first, held together by a look at the first statement of each side."""
    place = {id(said): i for i, said in enumerate(saids)}
    group_of = {i: [i] for i in range(len(saids))}

    def join(i: int, j: int) -> None:
        one, two = group_of[i], group_of[j]
        if one is not two:
            one.extend(two)
            for member in two:
                group_of[member] = one

    found = sorted((link.distance, place[id(link.one)], place[id(link.two)]) for link in links)
    for distance, i, j in sorted(found, key=lambda pair: pair[0] != 0.0):
        if distance == 0.0 or fits(saids[min(group_of[i])], saids[min(group_of[j])]):
            join(i, j)
    groups = {id(g): g for g in group_of.values()}
    return [[saids[i] for i in sorted(g)] for g in groups.values()]


def _copies(saids: list[Said]) -> list[tuple[int, int]]:
    """Neighbours in key order that are one fact in two copies of a text."""
    return [(i, i + 1) for i in range(len(saids) - 1) if saids[i].fact.key == saids[i + 1].fact.key]


def same_claim(one: Said, two: Said) -> Likeness | None:
    """How alike the contents of ``one`` and ``two`` are, None where they do not say the same."""
    if one.denies != two.denies or (one.act in ASKING) != (two.act in ASKING):
        return None
    how = likeness(one.content, two.content)
    if opposed(one, two, how) or figures_differ(one.content, two.content):
        return None
    alike = how.dice >= 0.62 and how.common >= ENOUGH
    inside = how.within >= 0.75 and how.common >= 3.0 and how.dice >= 0.42
    return how if alike or inside else None


def fits(one: Said, two: Said) -> bool:
    """True where two statements may stand in one group without saying the same outright."""
    how = likeness(one.content, two.content)
    return how.dice >= 0.3 and not opposed(one, two, how)


def opposed(one: Said, two: Said, how: Likeness) -> bool:
    """True where one affirms what the other negates, in the content or around it."""
    return how.opposed != (one.negative != two.negative)


def figures_differ(one: Content, two: Content) -> bool:
    """True where the two count one thing and come to different numbers."""
    counts = dict(one.numbers)
    return any(thing in counts and counts[thing] != number for thing, number in two.numbers)
