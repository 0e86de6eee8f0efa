"""Claims and their denials: a denial of the same content, of any commitment at all, or of what was said just before."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from store.compare.contents import likeness
from store.compare.same_said import ASKING, opposed
from store.compare.statement_claims import TELLING
from store.compare.stems import stem
from store.compare.wordlists import denial_cues, involvement_nouns, related_words, speech_nouns
from store.model.claims import UNATTRIBUTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from store.compare.contents import Word
    from store.compare.said import Said

BACK = 3
"""Statements back in which "the speculation" finds what it takes up."""
DAYS = 30
"""Days between two reports beyond which one no longer answers the other."""
SETTING = 3.0
"""Content of "made a commitment to Fenland at the talks": more would say what the commitment was."""
WHOLE = 3.0
"""Content of a denial that says what is denied: "rejected single mothers" says too little."""
STATING = frozenset({"say", "confirm", "believe", "warn"})
UNIVERSAL = re.compile(r"\b(any|no|ever|never|anything|nothing|whatsoever)\b", re.IGNORECASE)
TAKES_UP = re.compile(
    r"\W*(?:(?:all|both|any)\s+)?(?:the|such|these|those|this|that|it|them|any|his|her|their|its)\b", re.IGNORECASE
)


class Denial(NamedTuple):
    """What is said, and who says that it is not so."""

    claimed: Said
    denial: Said


def denials_among(
    saids: Sequence[Said], candidates: Iterable[tuple[int, int]], articles: Sequence[Said]
) -> list[Denial]:
    """Every claim among ``saids`` with its denial, each pair once; ``candidates`` are positions with like content.

    ``articles`` are all the statements of their articles: a denial may take up what was said just before.
    """
    found: dict[tuple[int, int], Denial] = {}
    for i, j in candidates:
        for claimed, denial in ((saids[i], saids[j]), (saids[j], saids[i])):
            if _near(claimed, denial) and denies_content(claimed, denial):
                found.setdefault((id(claimed), id(denial)), Denial(claimed, denial))
    for claimed, denial in (*_of_any_commitment(saids), *_of_what_was_said_before(articles)):
        found.setdefault((id(claimed), id(denial)), Denial(claimed, denial))
    return list(found.values())


def denies_content(claimed: Said, denial: Said) -> bool:
    """True where ``denial`` says that the content of ``claimed`` is untrue."""
    if not _two_sides(claimed, denial) or claimed.denies or claimed.act in ASKING:
        return False
    how = likeness(claimed.content, denial.content)
    if is_denial(denial):
        alike = how.common >= 2.5 and how.within >= 0.6 and how.dice >= 0.4 and denial.content.weight >= WHOLE
        return alike and not opposed(claimed, denial, how)
    if {claimed.act, denial.act} <= STATING and claimed.speaker.named and denial.speaker.named and negates(denial):
        return opposed(claimed, denial, how) and how.common >= 3.0 and how.dice >= 0.62
    return False


def negates(said: Said) -> bool:
    """True where ``said`` states that something is not so."""
    return (len(said.content.negated) % 2 == 1) != said.negative


def is_denial(said: Said) -> bool:
    """True where the cue calls something untrue; a refusal to do or answer something is none."""
    text = said.report.text
    words = (w for c in said.cue for w in re.findall(r"\w+", c.of(text).lower()))
    return said.denies and any(w in denial_cues() for w in words)


def _of_any_commitment(saids: Sequence[Said]) -> Iterator[Denial]:
    """A pledge told of one side, and that side's denial that it committed itself to anything."""
    pledges: dict[str, list[Said]] = defaultdict(list)
    for said in saids:
        if _is_pledge(said):
            pledges[said.speaker.state].append(said)
    for denial in saids:
        state = denial.speaker.state
        if state not in pledges or not _denies_commitment(denial):
            continue
        for claimed in pledges[state]:
            own_word = claimed.origin != UNATTRIBUTED and claimed.teller.state == state
            if not own_word and _near(claimed, denial):
                yield Denial(claimed, denial)


def _is_pledge(said: Said) -> bool:
    return said.act == "pledge" and said.speaker.named and bool(said.speaker.state) and not said.headline


def _denies_commitment(said: Said) -> bool:
    if not is_denial(said) or related_words()[stem("pledge")] not in said.content.weights:
        return False
    return bool(UNIVERSAL.search(said.words)) or said.content.weight <= SETTING


def commitment_hints(said: Said) -> Iterator[tuple[str, str]]:
    """Under what a state's pledge is found, and what it finds: the state's denials of any commitment; and back."""
    pledge, denial = f"pledge\x1f{said.speaker.state}", f"no pledge\x1f{said.speaker.state}"
    if _is_pledge(said):
        yield pledge, denial
    if said.speaker.state and _denies_commitment(said):
        yield denial, pledge


def _of_what_was_said_before(saids: Sequence[Said]) -> Iterator[Denial]:
    """What another side said just before "Harborland dismissed the speculation as baseless"."""
    by_article: dict[int, list[Said]] = defaultdict(list)
    for said in saids:
        by_article[said.report.article_id].append(said)
    for article in by_article.values():
        article.sort(key=lambda s: s.fact.span)
        for at, denial in enumerate(article):
            if is_denial(denial) and _takes_up(denial):
                before = [s for s in article[max(0, at - BACK) : at] if _about(s, denial)]
                if before:
                    yield Denial(_most_telling(before), denial)


def _takes_up(denial: Said) -> bool:
    """True for a content of a determiner, a noun of speech or involvement, a verdict, and little else."""
    words, rest = denial.content.words, _beside_nouns(denial)
    little = sum(w.weight for w in rest) <= 1.0 and (len(rest) < len(words) or not words)
    return little and TAKES_UP.match(denial.words) is not None


def _beside_nouns(denial: Said) -> list[Word]:
    """The words of the content that say more than "the charges" or "any role"."""
    nouns = speech_nouns() | involvement_nouns()
    return [w for w in denial.content.words if w.span.of(denial.report.text).lower() not in nouns]


def _about(said: Said, denial: Said) -> bool:
    """True where ``said`` is another side's word about the side that denies."""
    if said.denies or said.headline or said.act in ASKING or not _two_sides(said, denial):
        return False
    if not _answers(said, denial):
        return False
    states = {denial.speaker.state_name, denial.speaker.name} - {""}
    surname = denial.speaker.name.split()[-1:]
    return not states.isdisjoint(said.content.weights) or any(stem(n.lower()) in said.content.weights for n in surname)


def _answers(said: Said, denial: Said) -> bool:
    """False for "any role in the coup" where nothing was said of a coup, and "any role" where nobody was accused."""
    if involvement_nouns().isdisjoint(denial.words.lower().split()):
        return True
    rest = _beside_nouns(denial)
    return all(w.group in said.content.weights for w in rest) and (bool(rest) or said.act == "accuse")


def _most_telling(before: Sequence[Said]) -> Said:
    """Of what one speaker said last before the denial, the most telling act."""
    last = before[-1].speaker
    return min((s for s in before if s.speaker == last), key=lambda s: (TELLING.index(s.act), s.order))


def _two_sides(one: Said, two: Said) -> bool:
    """True where the two have different owners; a side does not deny itself."""
    if not (one.speaker.name and two.speaker.name) or one.speaker.seat == two.speaker.seat:
        return False
    states = {one.speaker.state, two.speaker.state}
    return "" in states or len(states) == 2


def _near(one: Said, two: Said) -> bool:
    days = (one.report.anchor.day, two.report.anchor.day)
    return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= DAYS
