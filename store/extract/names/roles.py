"""Roles: "former US defence secretary", "the Russian leader", "his Japanese counterpart", "head of the IAEA"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.extract.names.context import context_words
from store.extract.names.lexicon import role_words
from store.extract.names.portfolios import of_phrase
from store.extract.verb_forms import BE, DO, HAVE, MODALS, verb_forms

if TYPE_CHECKING:
    from store.extract.names.board import Board
    from store.extract.names.lexicon import Entry

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "another", "one"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_DETERMINERS = _ARTICLES | _POSSESSIVES
_SERVING = frozenset({"aide", "adviser", "advisor", "assistant"})
_AUXILIARIES = MODALS | HAVE | BE | DO
ACTORS = ("state", "adjective", "organisation", "office", "capital", "people", "region")


class Role(NamedTuple):
    """A role at tokens ``first`` to ``end``, its own determiner, state and possessor included."""

    first: int
    end: int
    core: int
    """First token of the role words proper."""
    text: str
    """"foreign minister", "president": lower case, singular, without the state."""
    kind: str
    plural: bool
    of: Entry | None
    """State, organisation or office that it belongs to."""
    of_first: int
    """First token of that state's name, -1 where none."""
    possessor: int
    """Token of the person before 's whom the role serves ("Otieno's aide"), or -1."""
    determiner: str
    """"the", "a", "his", "" and so on."""
    capital: bool
    """True where the head has a capital, as before a name or in a title."""


def find_roles(board: Board) -> list[Role]:
    """Roles in text order. Nothing is claimed: whoever uses a role claims it."""
    table = role_words()
    lower = board.tokens.lower
    found: list[Role] = []
    floor = 0
    for i in board.tokens.find(table.longest.keys()):
        size = _head_size(board, i, table.longest[lower[i]]) if i >= floor and not board.claimed[i] else 0
        if not size or _goes_on(board, i, i + size):
            continue
        role = _around(board, i, i + size, found[-1].end if found else 0)
        if role is not None:
            found.append(role)
            floor = max(role.end, i + size)
    return found


def _head_size(board: Board, i: int, reach: int) -> int:
    lower, kinds = board.tokens.lower, role_words().kinds
    end = board.sentence(i).end
    hit = board.hit_of.get(i)
    if hit is not None and hit.end - hit.first > 1:
        return 0
    for size in range(min(reach, end - i), 0, -1):
        kind = kinds.get(" ".join(lower[i : i + size]))
        if kind is not None and kind != "none":
            return size
    return 0


def _goes_on(board: Board, head: int, i: int) -> bool:
    """True for "deputy" in "deputy prime minister", "justice" in "justice minister": the head comes later."""
    table = role_words()
    if board.lower(head) in table.before and table.kinds.get(board.lower(i), "none") not in ("title", "none"):
        return i < board.sentence(head).end
    end = min(i + 4, board.sentence(i - 1).end)
    while i < end and (board.lower(i) in table.before or (board.lower(i) == "-" and board.glued(i))):
        if board.lower(i) in ("and", "for", "of") or i in board.hit_of:
            return False
        i += 1
        if board.lower(i) in table.kinds and table.kinds[board.lower(i)] not in ("title", "none") and i < end:
            return True
    return False


def _around(board: Board, head: int, end: int, floor: int) -> Role | None:
    table = role_words()
    tokens = board.tokens
    sentence = board.sentence(head)
    floor = max(floor, sentence.first)
    word = " ".join(tokens.lower[head:end])
    kind = table.kinds[word]
    if kind == "title":
        return _title(board, head, end, word)
    # a modifier that is itself a head goes on: "vice president", "general secretary", "chief of staff"
    core = head
    while core > floor and _modifies(board, core - 1):
        core -= 1
    while core < head and tokens.lower[core] in ("-", "and", "for", "of", ","):
        core += 1
    first, of, of_first, possessor, determiner = _owner(board, core, floor)
    singular = table.singular.get(word, word)
    plural = word in table.singular
    text = " ".join([*tokens.lower[core:head], singular]).replace(" - ", "-").replace(" , ", " ")
    after = of_phrase(board, end, sentence.end)
    if after is not None:
        end, more, owner, owner_first = after
        text += more
        if of is None:
            of, of_first = owner, owner_first
    if determiner == "that" and (plural or of is not None or board.caps[core] or _name_follows(board, end)):
        first, determiner = first + 1, ""  # "said that Premier Ruiz will", no "that premier"
    if possessor < 0 and word in _SERVING and board.lower(end) == "to":
        possessor = _served(board, end + 1, sentence.end)
    return Role(first, end, core, text, kind, plural, of, of_first, possessor, determiner, board.caps[head])


def _name_follows(board: Board, i: int) -> bool:
    return i < len(board.caps) and board.caps[i] and i not in board.hit_of


def _served(board: Board, i: int, limit: int) -> int:
    """Last token of the name after "an aide to", or -1 where no name follows."""
    if i >= limit or not board.caps[i] or i in board.hit_of:
        return -1
    while i + 1 < limit and board.caps[i + 1] and i + 1 not in board.hit_of:
        i += 1
    return i


def _title(board: Board, head: int, end: int, word: str) -> Role | None:
    if not board.caps[head]:
        return None
    if board.lower(end) == ".":
        end += 1
    if not (end < board.sentence(head).end and (board.caps[end] or board.lower(end) in ("al", "el", "de", "van"))):
        return None
    return Role(head, end, head, word, "title", word in ("reps", "sens"), None, -1, -1, "", capital=True)


def _modifies(board: Board, i: int) -> bool:
    table = role_words()
    low = board.tokens.lower[i]
    hit = board.hit_of.get(i)
    if board.claimed[i] or (hit is not None and (hit.end - hit.first > 1 or low not in table.departments)):
        return False
    if low == "-":
        return board.glued(i) and board.glued(i + 1)
    if low == "then" and board.lower(i - 1) in (",", "and"):
        return False
    if low in ("and", "for", "of"):
        # "trade and industry minister"; "China and foreign minister" is no one role
        return i > 0 and board.lower(i - 1) in table.departments and board.lower(i + 1) in table.departments
    return low in table.before or (low in table.kinds and table.kinds[low] not in ("title", "none", "trade"))


def _owner(board: Board, core: int, floor: int) -> tuple[int, Entry | None, int, int, str]:
    """(first token, owner, its token, possessor's token, determiner) of what stands before the role words."""
    tokens = board.tokens
    lower = tokens.lower
    first, of, of_first, possessor = core, None, -1, -1
    i = core - 1
    if i >= floor and lower[i] in ("'s", "'", "’"):
        i -= 1
        if i < floor:
            return core, None, -1, -1, ""
        hit = board.hit_of.get(i)
        if hit is None or hit.entry(*ACTORS) is None:
            if board.caps[i] and not board.claimed[i]:
                return i, None, -1, i, "'s"
            return core, None, -1, -1, "'s"
    if i - 2 >= floor and lower[i] == ")" and lower[i - 2] == "(" and i - 1 in board.hit_of:
        i -= 3  # "World Trade Organisation (WTO) chief"
    hit = board.hit_of.get(i) if i >= floor else None
    entry = hit.entry(*ACTORS) if hit is not None and hit.first >= floor and board.free(hit.first, hit.end) else None
    if hit is not None and entry is not None:
        of, of_first, first = entry, hit.first, hit.first
        i = first - 1
        while i >= floor and _qualifies(board, i):
            first = i
            i -= 1
    determiner = ""
    if i >= floor and lower[i] in _DETERMINERS:
        determiner = lower[i]
        first = i
    return first, of, of_first, possessor, determiner


def _qualifies(board: Board, i: int) -> bool:
    """True for "former" in "the former US president", "senior" in "a senior Chinese official"."""
    table = role_words()
    low = board.tokens.lower[i]
    if low == "then" and board.lower(i - 1) in (",", "and"):
        return False  # "will meet the king, then Premier Ruiz"
    return low in table.before and low not in ("and", "for", "of") and i not in board.hit_of


def stands_alone(board: Board, role: Role) -> bool:
    """False for "general" in "the general election": a noun follows, and the role is no person."""
    low = board.lower(role.end)
    sentence = board.tokens.sentence_of[role.core]
    if role.end >= board.tokens.sentences[sentence].end or not low.isalpha():
        return low != "-" or not board.glued(role.end)
    if board.caps[role.end]:
        return board.titled[sentence] or board.claimed[role.end]
    small = low in context_words().function or low in role_words().never_names
    return small or low in verb_forms() or low in _AUXILIARIES or low.endswith("ly")
