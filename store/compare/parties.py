"""Whether two reports name the same party: persons by fuller and shorter names, states through their people."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from store.model.mentions import Party, PartyKind

WORD = re.compile(r"[^\W_]+")
ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xxiii".split())
PARTICLES = frozenset("al el as ul ben bin ibn de del della der den di da dos van von la le".split())
UNNAMED = frozenset("of for and the in on to".split())
HEAD_LETTERS = 3
"""How much of a name two spellings share: "Asao" and "Aso" do not, "Maliki" and "Malik" do."""


class Member(NamedTuple):
    """A party as it is compared."""

    name: str
    """Folded: no case, accents or punctuation."""
    kind: PartyKind
    of: str
    """Of a person or office, folded: the state or organisation acted for, "" where the article does not say."""
    words: tuple[str, ...]
    acronym: str
    """Of an organisation: its own, or the one its words would make."""


def fold(name: str) -> str:
    """``name`` without case, accents and punctuation, single-spaced."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("'s", ""))
    return " ".join(WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).casefold()))


@lru_cache(maxsize=65536)
def _member(name: str, kind: PartyKind, of: str) -> Member:
    folded = fold(name).removeprefix("the ")
    words = tuple(folded.split())
    if kind == "person":
        kept = tuple(w for w in words if w not in PARTICLES and w not in ROMAN) or words
        return Member(folded, kind, fold(of).removeprefix("the "), kept, "")
    return Member(folded, kind, fold(of), words, _acronym(name) if kind == "organisation" else "")


def member(party: Party) -> Member:
    """``party`` as it is compared."""
    return _member(party.name, party.kind, party.of)


def _acronym(name: str) -> str:
    words = name.replace("-", " - ").split()
    if len([w for w in words if w != "-"]) == 1:
        return name.casefold() if name.isupper() else ""
    letters = []
    for before, word in zip(["", *words], words, strict=False):
        # "Asia-Pacific" gives two letters, "Co-operation" one.
        if word[0].isalnum() and word.casefold() not in UNNAMED and (before != "-" or word[0].isupper()):
            letters.append(word[0])
    return "".join(letters).casefold() if len(letters) > 1 else ""


def same_member(a: Member, b: Member) -> bool:
    """True where both names can only mean one party."""
    if a.kind == b.kind == "person":
        return _same_person(a, b)
    if "person" in (a.kind, b.kind):
        return False
    if a.name == b.name or (a.acronym != "" and a.acronym == b.acronym):
        return True
    return a.kind == b.kind == "organisation" and _tail(a.words, b.words)


def stands_for(a: Member, b: Member) -> bool:
    """True where one is a person who acts for the other."""
    person, body = (a, b) if a.kind == "person" else (b, a)
    return person.kind == "person" != body.kind and person.of != "" and _same_body(person.of, body)


def essential(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """``members`` without those for whom another of them acts: the state beside its president, the office too."""
    return tuple(m for m in members if not any(n is not m and _spares(n, m) for n in members))


def _spares(acting: Member, other: Member) -> bool:
    if other.kind == "state":
        return stands_for(acting, other)
    return other.kind == "organisation" != acting.kind and other.of != "" and other.of in (acting.of, acting.name)


def _same_body(of: str, body: Member) -> bool:
    return of == body.name or (body.acronym != "" and of == body.acronym)


def rivals(a: Member, b: Member) -> bool:
    """True where two different persons act for one state: its president and its minister are not one party."""
    return a.kind == b.kind == "person" and a.of != "" and a.of == b.of and not _same_person(a, b)


def may_be(a: Member, b: Member) -> bool:
    """True where one is a person of whom no state is known, so that it could stand for the other."""
    person, body = (a, b) if a.kind == "person" else (b, a)
    return person.kind == "person" != body.kind and person.of == ""


def _tail(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True where one is the end of the other: "Security Council", "UN Security Council"."""
    short, long = sorted((a, b), key=len)
    return len(short) > 1 and long[-len(short) :] == short


@lru_cache(maxsize=65536)
def _same_person(a: Member, b: Member) -> bool:
    if a.name == b.name:
        return True
    if a.of and b.of and a.of != b.of:
        return False
    short, long = sorted((a.words, b.words), key=len)
    if len(short) == 1:
        return _spelled_alike(short[0], long[-1]) or short[0] == long[0]
    if set(short) <= set(long):
        return True
    if short[0] == long[0]:
        return _spelled_alike(short[-1], long[-1], given=True)
    return short[-1] == long[-1] and short[0][0] == long[0][0] and (len(short[0]) == 1 or short[0][:2] == long[0][:2])


def _spelled_alike(a: str, b: str, *, given: bool = False) -> bool:
    """Equal, or one letter apart where the name is long or the given name agrees."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    return shorter >= (3 if given else 5) and _one_letter_apart(a, b)


def _one_letter_apart(a: str, b: str) -> bool:
    if a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


def keys(party: Member) -> tuple[str, ...]:
    """What two namings of one party have in common: at least one of these."""
    if party.kind != "person":
        return tuple(sorted({party.name, party.acronym, " ".join(party.words[-2:])} - {""}))
    ends = {f"~{w[:HEAD_LETTERS]}" for w in (party.words[:1] + party.words[-1:])}
    return (*sorted(ends), party.of) if party.of else tuple(sorted(ends))
