"""Which office a person or noun phrase speaks for: "Fenland's aide" for the seat of the president that Fenland is.

Read from the noun phrase before a name or beside it in apposition; nothing else in the text is looked at.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from store.compare.states import office_names, organisations, seats, state_names
from store.compare.wordlists import function_words, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.compare.states import State

PART = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*|['’]s\b|['’](?=\s)|[^\w\s]")
BODIES = ("ministry", "department", "administration", "government", "cabinet", "embassy", "parliament", "army",
          "military", "police", "presidency", "presidential", "president", "prime minister", "premier", "chancellor",
          "foreign minister", "secretary of state", "defence minister", "defense secretary", "king",
          "queen")  # fmt: skip
HEADS = ("prime minister", "vice president", "foreign minister", "foreign secretary", "secretary of state",
         "defence minister", "defense minister", "defense secretary", "president", "premier", "chancellor", "king",
         "queen", "leader", "counterpart")  # fmt: skip
SPELLINGS = {"premier": "prime minister", "presidency": "president", "presidential": "president",
             "defense minister": "defence minister", "defense ministry": "defence ministry",
             "foreign affairs ministry": "foreign ministry"}  # fmt: skip
NOT_IN_OFFICE = frozenset({"former", "ex", "ex-president", "deputy", "designate", "late", "then", "elect", "candidate"})
LEADS_TO = frozenset({"of", "for", "to", "at", "with", "from"})
LONGEST_NAME = 6
REACH = 90
"""Characters beside a name in which its role may stand."""
FINITE = frozenset("has have had is are was were will would said says told warned added who and".split())
"""Words that no apposition holds: "..., Fenland's aide has said" is a new clause."""
BREAK = re.compile(r"[.!?;:\n\"“”()]")


class Headship(NamedTuple):
    """An office that a person holds in their own right."""

    state: State | None
    role: str

    @property
    def office(self) -> str:
        """The seat, or the role in words where the seat has no name of its own."""
        if self.state is None or self.role in ("", "leader"):
            return ""
        return seats().get((self.state.iso, self.role)) or f"{self.role} of {self.state.name}"


@cache
def spokes_roles() -> frozenset[str]:
    """Lower-case role nouns of people who speak for others; two-word roles joined by an underscore."""
    return frozenset(w for words in lines_of("spokes_roles.txt") for w in words)


def parts_of(phrase: str) -> list[str]:
    """Words and marks of a noun phrase as written."""
    return [p.replace("’", "'") for p in PART.findall(phrase)]


def beside(text: str, name: str) -> tuple[list[str], list[str]]:
    """Noun phrases right before ``name`` and in apposition after it, at the first places where it stands."""
    before: list[str] = []
    after: list[str] = []
    at = text.find(name)
    while at >= 0 and len(before) < 6:
        end = at + len(name)
        left = BREAK.split(text[max(0, at - REACH) : at])[-1]
        before.append(left)
        right = BREAK.split(text[end : end + REACH])[0]
        apposition = right[1:].split(",")[0] if right.startswith(",") else ""
        if FINITE.isdisjoint(apposition.split()):
            after.append(apposition)
        at = text.find(name, end)
    return before, after


def spoken_for(phrase: str, principal: Callable[[str], str], *, ends: bool = False) -> str:
    """The office that the holder of the role in ``phrase`` speaks for, or "".

    With ``ends``, the role must be the last word, as right before a name; otherwise among the first words.
    ``principal`` gives the office that a person named in the phrase heads, or "".
    """
    parts = parts_of(phrase)
    while ends and parts and parts[-1] in (",", "-"):
        parts.pop()
    lower = [p.lower() for p in parts]
    place = _role_place(lower, ends=ends)
    if place is None or "former" in lower[: place[0]] or "ex" in lower[: place[0]]:
        return ""
    first, end = place
    if not ends and end + 1 < len(parts) and lower[end] in LEADS_TO:
        office = institution(_forward(parts, end + 1), principal)
        if office:
            return office
    modifiers = _backward(parts, first)
    if len(modifiers) == first == 1 and modifiers[0].istitle():
        # "Diplomatic sources", "Fenland officials": at the head of a sentence a capital letter tells nothing.
        return principal(modifiers[0]) or (institution(modifiers, principal) if _known_name(modifiers) else "")
    return institution(modifiers, principal)


def _known_name(parts: list[str]) -> bool:
    lower = [p.lower() for p in parts]
    return bool(_state_in(parts) or _known(lower, organisations()) or institution_in(lower))


def _role_place(lower: list[str], *, ends: bool) -> tuple[int, int] | None:
    """Half-open range of the role noun."""
    starts = range(len(lower) - 1, -1, -1) if ends else range(min(len(lower), 9))
    for i in starts:
        for length in (2, 1):
            if "_".join(lower[i : i + length]) in spokes_roles() and i + length <= len(lower):
                if ends and i + length != len(lower):
                    continue
                return i, i + length
        if ends and i < len(lower) - 2:
            return None
    return None


def _backward(parts: list[str], end: int) -> list[str]:
    """The words of the noun phrase that ends before ``end``."""
    first = end
    while first > 0 and end - first < LONGEST_NAME and _in_phrase(parts[first - 1]):
        first -= 1
    return parts[first:end]


def _forward(parts: list[str], first: int) -> list[str]:
    """The words of the noun phrase that begins at ``first``."""
    if first < len(parts) and parts[first].lower() in ("the", "a", "an", "his", "her", "their"):
        first += 1
    end = first
    while end < len(parts) and end - first < LONGEST_NAME and (_in_phrase(parts[end]) or parts[end] == "of"):
        end += 1
    return parts[first:end]


def _in_phrase(part: str) -> bool:
    return part in ("'s", "'") or (part[0].isalpha() and part.lower() not in function_words())


def institution(parts: list[str], principal: Callable[[str], str]) -> str:
    """The office, organisation or head whom ``parts`` name, in one spelling for all wordings; "" where none."""
    lower = [p.lower() for p in parts]
    known = _known(lower, office_names())
    if known:
        return known
    state = _state_in(parts)
    body = _body_in(lower)
    if state and (body or len(parts) <= 3):
        return _body_of(state, body)
    if (known := _known(lower, organisations())) and not body:
        return known
    names = [p for p in parts if p[0].isupper()]
    person = " ".join(names)
    if person and (office := principal(person)):
        return office
    return " ".join(p for p in parts if p != "'s") if names and body else person


def has_body(phrase: str) -> bool:
    """True where ``phrase`` names a body with a capital letter beside it: "Fenland foreign ministry"."""
    parts = parts_of(phrase)
    body = _body_in([p.lower() for p in parts])
    return body not in ("", "president", "prime minister", "chancellor", "king", "queen") and any(
        p[0].isupper() for p in parts
    )


def institution_in(lower: list[str]) -> str:
    """The seat of government or office whose name stands among the words ``lower``, or ""."""
    return _known(lower, office_names())


def _known(lower: list[str], table: dict[str, str]) -> str:
    for length in range(min(5, len(lower)), 0, -1):
        for i in range(len(lower) - length + 1):
            found = table.get(" ".join(lower[i : i + length]))
            if found:
                return found
    return ""


def _state_in(parts: list[str]) -> State | None:
    for length in (3, 2, 1):
        for i in range(len(parts) - length + 1):
            if parts[i][0].isupper():
                state = state_names().of(" ".join(parts[i : i + length]).lower())
                if state:
                    return state
    return None


def _body_in(lower: list[str]) -> str:
    """What kind of body or head is named: "foreign ministry", "president", "" where none is."""
    for i, word in enumerate(lower):
        if word in ("ministry", "department"):
            kind = [w for w in lower[max(0, i - 2) : i] if w.isalpha() and state_names().of(w) is None]
            if not kind and lower[i + 1 : i + 2] == ["of"]:
                kind = lower[i + 2 : i + 4]
            name = " ".join((*kind, word))
            return SPELLINGS.get(name, name)
    joined = f" {' '.join(lower)} "
    found = max((b for b in BODIES if f" {b} " in joined), key=len, default="")
    return SPELLINGS.get(found, found)


def _body_of(state: State, body: str) -> str:
    return seats().get((state.iso, body)) or f"{state.adjective} {body or 'government'}"


def headship(text: str, name: str) -> Headship | None:
    """The office that ``text`` says ``name`` heads, from the words before the name or in apposition to it."""
    before, after = beside(text, name)
    for phrase in before:
        parts = parts_of(phrase)
        while parts and parts[-1] in (",", "-"):
            parts.pop()
        if found := _headed(_backward(parts, len(parts)), text, last=True):
            return found
    for phrase in after:
        if found := _headed(parts_of(phrase)[:LONGEST_NAME], text, last=False):
            return found
    return None


def _headed(parts: list[str], text: str, *, last: bool) -> Headship | None:
    lower = " ".join(parts).lower()
    role = next((h for h in HEADS if (lower.endswith(h) if last else re.search(rf"\b{h}\b", lower))), "")
    state = _state_in(parts)
    if state is None:
        return None
    between = any(p[0].isupper() and p.lower() not in role and not _state_in([p]) for p in parts[1:])
    below = not NOT_IN_OFFICE.isdisjoint(lower.split()) or ("vice" in lower.split() and not role.startswith("vice"))
    if not role or below or (last and between):
        # "Fenland's deputy premier", "German Bundesbank president": a side, and no office of the state.
        return Headship(state, "") if last and len(parts) > 1 else None
    if role == "counterpart":
        other = re.search(r"\b(president|prime minister|chancellor|premier|foreign minister)\b", text, re.IGNORECASE)
        role = other[1].lower() if other else ""
    return Headship(state, SPELLINGS.get(role, role))
