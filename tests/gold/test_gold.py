"""The regression gate: what is read rightly today in the passages beside this file stays so."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.gold.kinds import KINDS
from tests.gold.passages import how_many
from tests.gold.score import Tally

FLOORS: dict[str, dict[str, float]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
PASSAGES = FLOORS.pop("passages")
HEADROOM = 0.03
"""A floor further below its figure than this would let a gain be lost unseen."""
EACH = [pytest.param(kind, name, id=f"{kind}-{name}") for kind, figures in FLOORS.items() for name in figures]


@cache
def tally(kind: str) -> Tally:
    return KINDS[kind]()


@pytest.mark.parametrize(("kind", "name"), EACH)
def test_no_figure_falls_below_its_floor(kind: str, name: str) -> None:
    figure, floor = tally(kind).figures[name], FLOORS[kind][name]
    told = "\n  ".join(tally(kind).misses)
    assert figure.f1 >= floor, f"{kind} {name} fell from {floor} to {figure.f1:.4f}; what is missed now:\n  {told}"


@pytest.mark.parametrize(("kind", "name"), EACH)
def test_a_floor_follows_its_figure_up(kind: str, name: str) -> None:
    figure, floor = tally(kind).figures[name], FLOORS[kind][name]
    rounded_down = int(figure.f1 * 1000) / 1000
    assert figure.f1 <= floor + HEADROOM, f"{kind} {name} is better now: write {name} = {rounded_down} in floors.toml"


def test_every_figure_has_a_floor() -> None:
    assert {kind: set(figures) for kind, figures in FLOORS.items()} == {
        kind: set(tally(kind).figures) for kind in KINDS
    }


@pytest.mark.parametrize("kind", PASSAGES)
def test_no_passage_is_dropped(kind: str) -> None:
    assert how_many(kind) == PASSAGES[kind], f"floors.toml counts {PASSAGES[kind]} passages of {kind}"
