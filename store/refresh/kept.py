"""Puts what ties articles together into the form in which it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from store.compare.casts import Cast, surname
from store.compare.neighbours import Lending
from store.compare.sidelines import is_beside, may_host
from store.compare.speakers import Speaker
from store.compare.ties import Hint
from store.db.ties import Hinted, hint_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from store.compare.compare import Bonds
    from store.compare.families import Known
    from store.compare.ties import Place
    from store.model.claims import Talk

READ_CAST = msgspec.json.Decoder(Cast)
READ_SPEAKERS = msgspec.json.Decoder(dict[str, Speaker])
READ_LENDING = msgspec.json.Decoder(Lending)


def hinted(hints: Iterable[Hint]) -> list[Hinted]:
    """``hints``, each once."""
    return list({Hinted(hint_number(h.sort, h.words), *h.place, h.sort): None for h in hints})


def cast_hints(cast: Cast, known: Known, asked: Iterable[str]) -> Iterator[Hint]:
    """Under what a cast is found: by the surnames in it, and by the people whose office decided who speaks."""
    for name in {surname(name) for name in cast.people}:
        yield Hint("held", name, (cast.article_id, ""))
    for name in {bare(name) for name in (*known.asked, *asked)} - {""}:
        yield Hint("asks", surname(name), (cast.article_id, name))


def bare(name: str) -> str:
    """The name of a person who is asked after."""
    return name.removesuffix("'s").strip()


def cast_row(cast: Cast, known: Known) -> tuple[int, str, str]:
    """A cast with who its speakers are."""
    return cast.article_id, msgspec.json.encode(cast).decode(), msgspec.json.encode(known.speakers).decode()


def lending_row(lending: Lending) -> tuple[int, int, str]:
    """What an undated article shares with another."""
    return lending.undated, lending.other, msgspec.json.encode(lending).decode()


def bond_rows(bonds: Bonds, among: Mapping[str, Iterable[Place]] | None = None) -> list[tuple[str, int, str, str]]:
    """Every bond, or those of the places ``among`` each sort."""
    kept = {sort: set(places) for sort, places in among.items()} if among is not None else None
    return [
        (sort, *place, f"{bond[0]}:{bond[1]}")
        for sort, of in bonds.items()
        for place, bond in of.items()
        if kept is None or place in kept[sort]
    ]


def sides_of(talks: Iterable[Talk]) -> dict[str, str]:
    """Which of ``talks`` lend a city, and which may take one."""
    return {t.id: "host" if may_host(t) else "beside" for t in talks if may_host(t) or is_beside(t)}
