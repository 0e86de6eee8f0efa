"""Where persons are named: after titles and roles, by given name, beside speech verbs and in apposition."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.names.lexicon import body_words, family_names_first, given_names, role_words
from store.extract.names.lone_words import BEFORE_THINGS, lone_words, names_a_thing, verbal
from store.extract.names.name_words import name_at

if TYPE_CHECKING:
    from store.extract.names.board import Board
    from store.extract.names.roles import Role

_INNER_CAPITALS = ("Mc", "Mac", "O'", "O’", "D'", "D’", "De", "Di", "La", "Le", "Van", "Fitz", "Du")
_TOWNS = frozenset({"city", "town", "village", "port", "resort", "suburb", "island", "province", "capital"})
_LOCATIVE = frozenset({"in", "at", "near", "of", "from", "to", "outside", "through", "around", "across"})
_LAND = frozenset("falls springs beach heights creek hills lake valley bay island islands harbour harbor".split())
"""Last words of the names of towns: "at Victoria Falls"."""


class Name(NamedTuple):
    """A person named at tokens ``first`` to ``end``; the noun phrase with role begins at ``start``."""

    start: int
    first: int
    end: int
    words: tuple[str, ...]
    """The name word by word, hyphens kept inside a word, initials with their full stop."""
    role: Role | None
    rule: str


def find_people(board: Board, roles: list[Role]) -> list[Name]:
    """Persons named with more than chance evidence, in text order; their tokens are claimed."""
    found: list[Name] = []
    for role in roles:
        if not board.titled[board.tokens.sentence_of[role.core]]:
            found += _after_role(board, role)
    surnames = {name.words[-1] for name in found}
    found += _in_the_open(board, surnames, roles)
    return sorted(found)


def _after_role(board: Board, role: Role) -> list[Name]:
    if not board.free(role.core, role.end):
        return []
    limit = board.sentence(role.core).end
    i = role.end
    if (seat := _past_seat(board, i)) and role.kind != "title":
        i = seat  # "the governor of Samarkand, Ana Ruiz,"
    comma = board.lower(i) == "," and role.kind != "title" and _told(role)
    if comma:
        i += 1
    end, words = name_at(board, i, limit, after_role=True)
    if len(words) > _GIVEN_AND_SURNAME and words[0].lower() in _UNITS:
        i += 1  # "Chief of the General Staff Ruiz Vega", "commander of the Pacific Fleet Ann Lee"
        end, words = name_at(board, i, limit, after_role=True)
    if not words or (comma and (len(words) < 2 or board.lower(end) not in (",", ".") or role.plural)):
        return []
    if len(words) == 1 and words[0].lower() in body_words().lower_heads:
        return []  # "the organizer Alliance to Save Schools", "Import and Export General Corporation"
    if not role.capital and len(words) == 1 and role.kind in ("staff", "trade", "kin", "member") and role.plural:
        return []
    start = role.core if role.plural else role.first
    board.claim(start, end)
    found = [Name(start, i, end, words, role, "role")]
    while role.plural and board.lower(end) in (",", "and"):
        i = end + 1 + (board.lower(end) == "," and board.lower(end + 1) == "and")
        end, words = name_at(board, i, limit, after_role=True)
        if not words:
            break
        board.claim(i, end)
        found.append(Name(i, i, end, words, role, "role"))
    return found


def _past_seat(board: Board, i: int) -> int:
    """The comma behind "of Samarkand", a city known or not; 0 where nothing like it follows an office."""
    hit = board.hit_of.get(i + 1)
    if board.lower(i) != "of" or i + 2 >= len(board.caps) or not board.caps[i + 1]:
        return 0
    end = hit.end if hit is not None else i + 2
    return end if board.lower(end) == "," and board.free(i, end) else 0


_GIVEN_AND_SURNAME = 2
_UNITS = frozenset(
    "staff staffs fleet army navy force forces corps command brigade division guard guards fund council committee "
    "commission union party bank ministry department agency board commodity commodities".split()
)
"""Last words of what somebody heads, taken for the first of the name."""


def _told(role: Role) -> bool:
    """True for a role that somebody in particular holds, so that a name may follow after a comma."""
    return role.of is not None or role.possessor >= 0 or role.determiner == "the"


def _in_the_open(board: Board, surnames: set[str], roles: list[Role]) -> list[Name]:
    """Names of two or more words that no title announces."""
    found: list[Name] = []
    alone = lone_words(board)
    role_starts = {role.first for role in roles} | {role.core for role in roles}
    floor = 0
    for i in board.capitals:
        if i < floor or not _may_begin(board, i):
            continue
        end, words = name_at(board, i, board.sentence(i).end, after_role=False)
        if not words:
            rule = ""
        elif len(words) == 1:
            rule = "speech" if _lone_speaker(board, i, end) else ""
        else:
            rule = _evidence(board, i, end, words, surnames, role_starts)
        if not rule and len(words) > 1 and _comes_back(board, i, end, words, alone):
            rule = "comes back"
        if rule:
            board.claim(i, end)
            found.append(Name(i, i, end, words, None, rule))
        floor = end
    return found


def _may_begin(board: Board, i: int) -> bool:
    """False for a word with a capital whose place or meaning keeps it from beginning a name."""
    return (
        not board.claimed[i]
        and not (board.lower(i - 1) == "of" and board.lower(i - 2) in _TOWNS)  # "the city of Chiang Mai"
        and not board.titled[board.tokens.sentence_of[i]]
        and board.tokens.lower[i] not in role_words().never_names
    )


def _lone_speaker(board: Board, i: int, end: int) -> bool:
    """True for an unknown single name beside a speech verb: "Rosati noted"."""
    word, low = board.tokens.words[i], board.tokens.lower[i]
    if any(c.isupper() for c in word[1:]) and not word.startswith(_INNER_CAPITALS):
        return False
    if end - i > 3 or len(word) < 3 or word.isupper() or low in board.common or board.occurs_small(low):
        return False
    if (
        i in board.hit_of
        or low in body_words().lower_heads
        or low in role_words().kinds
        or board.lower(i - 1) in ("the", "-")
    ):
        return False
    if i > board.sentence(i).first and board.caps[i - 1]:
        return False
    after, before = board.lower(end), board.lower(i - 1)
    speech = role_words().speech
    return after in speech or (before in speech and before not in ("told", "asked", "believed") and after in (",", "."))


def _comes_back(board: Board, i: int, end: int, words: tuple[str, ...], alone: set[str]) -> bool:
    """True for an unknown name of two or three words one of which the article uses by itself later."""
    if not (2 <= len(words) <= 3) or board.lower(i - 1) in BEFORE_THINGS or board.lower(end) == "-":
        return False
    if names_a_thing(board, end):
        return False
    if board.nameless(i) or any(w.isupper() or w.lower() in board.common for w in words):
        return False
    return words[-1] in alone or words[0] in alone


def _in_apposition(board: Board, i: int, end: int, role_starts: set[int]) -> bool:
    """True for "Ann Lo, the mayor," for "Ann Lo, 45," and for "the mayor, Ann Lo,"."""
    before, after = board.lower(i - 1), board.lower(end)
    if after == "," and (end + 1 in role_starts or board.lower(end + 1).isdigit()):
        return True
    return before == "," and board.lower(i - 2) in role_words().kinds and after in (",", ".")


def _evidence(board: Board, i: int, end: int, words: tuple[str, ...], surnames: set[str], role_starts: set[int]) -> str:
    before, after = board.lower(i - 1), board.lower(end)
    table = role_words()
    if board.opening[i] and words[0].lower() in board.common and words[0].lower() not in board.seen_inside:
        return ""
    if len(words) > 1 and any(w.isupper() and len(w) > 3 and "." not in w for w in words[:1]):
        return ""
    if before in _LOCATIVE and words[-1].lower() in _LAND:
        return ""
    first = words[0].lower()
    if board.sentence(i).kind == "headline" and before == "by" and end >= board.sentence(i).end:
        return "byline"
    if first in given_names() and not (before in _LOCATIVE and i in board.hit_of):
        return "given name"
    if words[0].partition("-")[0] in surnames and "-" in words[0]:
        return ""  # "the Ruiz-Vaz meeting" in the middle of other capitals
    if after in table.speech or (before in table.speech and before not in ("told", "asked") and not verbal(after)):
        return "speech"
    if words[-1] in surnames:
        return "surname"
    if _in_apposition(board, i, end, role_starts):
        return "apposition"
    if after == "who" or (after == "," and board.lower(end + 1) == "who"):
        return "who"
    if any(len(w) == 2 and w[1] == "." for w in words[:-1]) and len(words[-1]) > 2:
        return "initial"
    known = i in board.hit_of and first in family_names_first()  # "the Chiang Mai talks"
    return "" if known or names_a_thing(board, end) else _shape(words, before)


def _shape(words: tuple[str, ...], before: str) -> str:
    """Evidence in the name itself: an initial, a particle, a family name that comes first."""
    first = words[0].lower()
    if first in family_names_first() and len(words) <= 3 and before not in _LOCATIVE:
        return "family name first"
    if any(w.split()[0].split("-")[0] in ("al", "bin", "ibn", "van", "von") for w in words[1:]):
        return "particle"
    return ""
