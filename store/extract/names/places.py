"""Cities, told from words and people by their context, and settled among towns of the same name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.extract.gazetteer import folded, gazetteer
from store.extract.names.context import context_words, is_goal
from store.extract.names.lexicon import given_names, role_words
from store.extract.names.settling import settle
from store.extract.names.towns import TOWNS, ends_there, named_after, unlisted
from store.model.mentions import Place

if TYPE_CHECKING:
    from store.extract.gazetteer import City
    from store.extract.names.board import Board
    from store.extract.names.settling import CountryContext

LONGEST_CITY = 4
LARGE = 400_000
"""A single capitalised word is a city without further evidence from this population on."""
_LINKS = frozenset({"de", "del", "la", "le", "do", "da", "el", "al", "upon", "sur", "am", "an", "der", "di"})
_HYPHENATED = _LINKS | {"a", "en", "sous", "les"}
"""Small words between hyphens: "Mar-a-Lago", "Aix-en-Provence"."""
_LOOSE_ENDS = _HYPHENATED | {"-", "."}
_EVIDENCE = frozenset(
    {
        "in",
        "at",
        "from",
        "near",
        "outside",
        "around",
        "through",
        "into",
        "via",
        "visit",
        "visited",
        "visiting",
        "leave",
        "left",
        "leaving",
        "toward",
        "towards",
        "capital",
        "city",
        "town",
        "port",
    }
)
OCCASIONS = frozenset("summit conference meeting meetings talks round negotiations session accord agreement".split())
"""After "the Oslo ...": what is named for the city that it is held in."""
_STREETS = frozenset(
    "street st avenue ave road boulevard square county island river lake mount protocol convention "
    "treaty accord accords pact declaration agreement".split()
)


def find_cities(board: Board, context: CountryContext, people: set[str]) -> list[Place]:
    """Cities among the capitalised words that no other step has claimed. ``people`` are lower-case name words."""
    found: list[Place] = []
    filed_from: dict[str, Place] = {}  # a report names its own city without further evidence
    floor = 0
    _enter_cities_on_regions(board)
    for i in board.capitals:
        if i < floor or board.claimed[i] or i in board.hit_of or board.nameless(i):
            continue
        end = _run_end(board, i)
        place, after = _city_in(board, i, end, context, people)
        name = " ".join(board.tokens.lower[i:end])
        if place is None and name in filed_from:
            place, after = replace(filed_from[name], span=board.tokens.span(i, end)), end
        if place is not None and board.sentence(i).kind == "dateline":
            filed_from[name] = place
        if place is not None:
            board.claim(i, after)
            found.append(place)
        floor = after
    return found


def _enter_cities_on_regions(board: Board) -> None:
    """Undo the known phrase in "Oklahoma City", "Banda Aceh": the gazetteer knows the longer name."""
    cities = gazetteer().cities
    for hit in list(board.hits.values()):
        before = hit.first - 1
        opens = before >= 0 and board.caps[before] and before not in board.hit_of and hit.entry("region", "state")
        if opens and folded(" ".join(board.tokens.words[before : hit.end])) in cities:
            board.forget(hit)
            continue
        if hit.end >= len(board.caps) or not board.caps[hit.end] or not hit.entry("region", "state"):
            continue
        name = folded(" ".join(board.tokens.words[hit.first : hit.end + 1]))
        if hit.end not in board.hit_of and name in cities:
            board.forget(hit)


def _run_end(board: Board, i: int) -> int:
    """End of the capitalised words that begin at token ``i``."""
    limit = board.sentence(i).end
    j = i + 1
    while j < limit and not board.claimed[j]:
        low = board.lower(j)
        if board.caps[j] and j not in board.hit_of:
            j += 1
        elif low in ("-", ".") and j + 1 < limit and (low == "-" or board.lower(j - 1) in ("st", "ft", "mt")):
            if not board.caps[j + 1] and board.lower(j + 1) not in _HYPHENATED:
                break
            j += 1
        elif (
            (low in _LINKS or (low in _HYPHENATED and board.lower(j - 1) == board.lower(j + 1) == "-"))
            and j + 1 < limit
            and (board.caps[j + 1] or board.lower(j + 1) in _LINKS or board.lower(j + 1) == "-")
        ):
            j += 1
        else:
            break
    while j - 1 > i and board.tokens.lower[j - 1] in _LOOSE_ENDS:
        j -= 1
    return j


def _city_in(board: Board, i: int, end: int, context: CountryContext, people: set[str]) -> tuple[Place | None, int]:
    """(city, end of its tokens) that the run from ``i`` to ``end`` begins with; the run's end where there is none."""
    cities = gazetteer().cities
    variants = gazetteer().variants
    if board.lower(i - 1) == "the" and (named := cities.get(folded(f"the {board.tokens.words[i]}"))):
        return _place(board, i, i + 1, settle(named, context)), i + 1  # "in the Hague"
    for stop in range(min(end, i + 2 * LONGEST_CITY), i, -1):
        if board.lower(stop - 1) in ("-", "."):
            continue
        key = folded(" ".join(board.tokens.words[i:stop]))
        candidates = cities.get(key)
        variant = variants.get(key)
        if candidates is not None and variant is not None and variant.population > 5 * candidates[0].population:
            candidates = (variant, *candidates)
        country, region = named_after(board, stop)
        if country and not any(c.country == country for c in candidates or (variant,) if c is not None):
            return unlisted(board, i, end, people), end
        if candidates is None and variant is None:
            continue
        whole = stop == end
        foreign = variant if variant is not None and folded(variant.name) != key else None
        city = settle(candidates or (variant,), context, country, region, foreign)  # type: ignore[arg-type]
        if _is_city(board, i, stop, city, people, context, whole=whole, own=candidates is not None, told=bool(country)):
            return _place(board, i, stop, city), stop
    return unlisted(board, i, end, people), end


def _is_city(
    board: Board,
    i: int,
    end: int,
    city: City,
    people: set[str],
    context: CountryContext,
    *,
    whole: bool,
    own: bool,
    told: bool,
) -> bool:
    low = board.lower(i)
    before = board.lower(i - 1) if not board.opening[i] else ""
    if board.lower(end) in _STREETS or (board.lower(end) == "-" and not _pair(board, end)):
        return False
    if told or board.sentence(i).kind == "dateline":
        return True
    several = end - i > 1
    occasion = board.lower(end) in OCCASIONS and board.lower(i - 1) in ("the", "a", "an")
    located = occasion or before in _EVIDENCE or (before == "the" and board.lower(i - 2) == "of") or _listed(board, i)
    located = located or (before in ("to", "of") and city.population > 50_000)
    located = located or (before in ("of", ",") and board.lower(i - 2) in TOWNS) or is_goal(board, end, before, i - 1)
    if not several and (low in people or (board.titled[board.tokens.sentence_of[i]] and not located)):
        return False
    if low in board.common or low in context_words().never_places or low in role_words().kinds:
        return (several and (located or city.population > LARGE)) or (
            located
            and whole
            and city.population > 100_000
            and (city.country in context.countries or (before == "in" and ends_there(board, end)))
            and not board.occurs_small(low)
        )
    if not whole and not several:
        return False
    if several:
        return located or own or city.population > LARGE
    if low in given_names() or board.occurs_small(low):
        return located and (city.population > LARGE or city.country in context.countries)
    if not own:
        return located
    return located or city.population >= LARGE or (city.country in context.countries and city.population > 50_000)


def _pair(board: Board, end: int) -> bool:
    return end + 1 < len(board.caps) and board.caps[end + 1]


def _listed(board: Board, i: int) -> bool:
    """True after "in Lyon and", "from Jena,": the list's first member had the preposition."""
    if board.lower(i - 1) not in ("and", ",", "or") or i < 3:
        return False
    j = i - 2
    while j > i - 5 and j >= 0 and board.caps[j]:
        j -= 1
    return board.lower(j) in _EVIDENCE


def _place(board: Board, first: int, end: int, city: City) -> Place:
    return Place(
        span=board.tokens.span(first, end),
        name=city.name,
        kind="city",
        country=city.country,
        zone=city.zone,
        rule="city",
    )
