"""Every key can be remapped, and no key is bound twice in one place."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import tui.screens
import tui.widgets
from tests.tui.rooms import WIDE, a_room, press
from tui.app import DatelineApp


def _bound_classes() -> list[type[DOMNode]]:
    classes: list[type[DOMNode]] = [DatelineApp]
    for package in (tui.screens, tui.widgets):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            members = vars(import_module(module.name)).values()
            classes += [
                member
                for member in members
                if isinstance(member, type) and issubclass(member, DOMNode) and member.__module__ == module.name
            ]
    return [member for member in classes if "BINDINGS" in vars(member)]


@pytest.mark.parametrize("owner", _bound_classes(), ids=lambda owner: owner.__name__)
def test_every_binding_has_an_id_of_its_own_and_says_what_it_does(owner: type[DOMNode]) -> None:
    bindings = [binding for binding in vars(owner)["BINDINGS"] if isinstance(binding, Binding)]
    assert len(bindings) == len(vars(owner)["BINDINGS"])
    assert all(binding.id and binding.description for binding in bindings)
    assert len({binding.id for binding in bindings}) == len(bindings)
    keys = [key for binding in bindings for key in binding.key.split(",")]
    assert len(set(keys)) == len(keys)


async def test_no_key_of_the_dashboard_lacks_an_id() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        for key in "1234":
            await press(pilot, key)
            for active in pilot.app.screen.active_bindings.values():
                assert active.binding.id, active.binding


async def test_ctrl_z_is_the_suspend_of_the_terminal() -> None:
    async with a_room().run_test(size=WIDE) as pilot:
        await press(pilot)
        assert pilot.app.screen.active_bindings["ctrl+z"].binding.action == "suspend_process"
        assert "▶ 2" in await press(pilot, "ctrl+z")  # where the driver cannot suspend, the program goes on
