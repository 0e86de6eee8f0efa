"""Names that the words beside them make known: "the Fianna Fail party", "the gas company Rovex", "(MLF)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.names.lexicon import Entry, given_names, role_words

if TYPE_CHECKING:
    from store.extract.names.board import Board

_OUTLETS = frozenset({"newspaper", "daily", "weekly", "magazine", "radio", "television", "news"})
_COMMON_HEADS = frozenset(
    "party movement coalition union airline newspaper daily weekly magazine radio television news".split()
)
_OF_A_FIRM = frozenset(
    "company firm airline giant conglomerate federation confederation union distributor operator builder maker "
    "producer carrier group utility monopoly retailer supplier subsidiary".split()
)
"""Before an unknown name: "the Russian company Atomstroyexport"."""


def enter_introduced(board: Board) -> None:
    """Make parties, outlets and firms known phrases of this article, and the acronyms that it introduces."""
    _enter_by_common_noun(board)
    _enter_firms(board)
    _enter_acronyms(board)


def _enter_by_common_noun(board: Board) -> None:
    """Unknown names before "party", "newspaper", "news agency": "the Fianna Fail party"."""
    tokens = board.tokens
    for i in tokens.find(_COMMON_HEADS):
        noun = tokens.words[i]
        if i == 0 or not noun.islower() or not board.caps[i - 1] or board.titled[tokens.sentence_of[i]]:
            continue
        if noun == "news" and board.lower(i + 1) not in ("agency", "website", "portal", "service", "site"):
            continue
        first, floor = i, board.sentence(i).first
        while first > floor and board.caps[first - 1] and first - 1 not in board.hit_of:
            first -= 1
        while first < i and (board.nameless(first) or board.lower(first) in role_words().kinds):
            first += 1
        if 0 < i - first <= 4:
            note = "outlet" if noun in _OUTLETS else "body" if noun in ("union", "airline") else "party"
            board.know(first, i, Entry("organisation", board.written(first, i), "", note))


def _enter_firms(board: Board) -> None:
    """Unknown names behind what they are: "employers' federation Confindustria", "gas distributor Distrigaz Nord"."""
    tokens = board.tokens
    for i in tokens.find(_OF_A_FIRM):
        limit = board.sentence(i).end
        if tokens.words[i][:1].isupper() or board.titled[tokens.sentence_of[i]]:
            continue
        end = i + 1
        while (
            end < limit and board.caps[end] and end not in board.hit_of and board.lower(end) not in role_words().kinds
        ):
            end += 1
        named = tokens.words[i + 1 : end]
        person = len(named) > 1 and named[0].lower() in given_names()
        if 0 < len(named) <= 3 and not person and len(named[0]) > 1:
            board.know(i + 1, end, Entry("organisation", board.written(i + 1, end), "", "body"))


def _enter_acronyms(board: Board) -> None:
    """Enter "Moro Liberation Front (MLF)": MLF and the full name are one from there on."""
    tokens = board.tokens
    introduced: dict[str, Entry] = {}
    last = len(tokens.words) - 1
    for i in [i + 1 for i in tokens.find({"("})]:
        if not 1 < i < last or tokens.words[i + 1] != ")" or not _acronym(tokens.words[i]):
            continue
        hit = board.hit_of.get(i - 2)
        entry = hit.entry("organisation", "office") if hit is not None and hit.end == i - 1 else None
        first = hit.first if hit is not None and entry is not None else _spelt_out(board, i)
        if i in board.hit_of or first < 0 or (len(tokens.words[i]) < 3 and _spelt_out(board, i) < 0):
            continue
        if entry is None or entry.name == board.written(first, i - 1):
            entry = Entry("organisation", tokens.words[i], entry.country if entry else "", "body")
            board.know(first, i - 1, entry)
        introduced[tokens.words[i]] = entry
    if introduced:
        for i, word in enumerate(tokens.words):
            if word in introduced and i not in board.hit_of:
                board.know(i, i + 1, introduced[word])


def _spelt_out(board: Board, acronym: int) -> int:
    """First of the capitalised words before the bracket whose initials spell the acronym, or -1."""
    tokens = board.tokens
    letters = tokens.words[acronym].replace(".", "")
    floor = board.sentence(acronym).first
    i, left = acronym - 2, len(letters)
    while i >= floor and left:
        word = tokens.words[i]
        if board.caps[i] and word[0] == letters[left - 1]:
            left -= 1
        elif board.caps[i] or tokens.lower[i] not in ("of", "for", "and", "the", "in", "on", "de", "-"):
            return -1
        i -= 1
    return i + 1 if not left else -1


def _acronym(word: str) -> bool:
    return 1 < len(word) < 9 and word[0].isupper() and sum(c.isupper() for c in word) >= len(word) - 2
