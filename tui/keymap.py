"""Keys that a person gave: checked against all bindings before any is used, so that no key means two things."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _character_to_key, key_to_character

import tui.screens
import tui.widgets
from tui.spelling import cut, meant

_MODIFIERS = ("ctrl+", "shift+", "alt+", "super+", "hyper+", "meta+")
_NAMED = frozenset(key.value for key in Keys if key.value[:1] != "<") | frozenset(KEY_NAME_REPLACEMENTS.values())
Owned = dict[str, tuple[str, ...]]
"""Keys by the id of their binding."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A binding as it stands in the code."""

    id: str
    keys: tuple[str, ...]
    does: str


@dataclass(frozen=True, slots=True)
class Keymap:
    """What can be used of the keys that were asked for, and a sentence for each that cannot."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """For ``App.set_keymap``: keys with commas between them, by id."""
    complaints: tuple[str, ...] = ()


def keymap_of(asked: Mapping[str, tuple[str, ...]], app: type[DOMNode]) -> Keymap:
    """The keys of ``asked`` that exist and do not clash; the others keep the keys they have."""
    rooms = list(_rooms(app))
    known = {bound.id: bound.keys for room in rooms for bound in room}
    usable: Owned = {}
    complaints: list[str] = []
    for binding_id, keys in asked.items():
        if binding_id not in known:
            complaints.append(
                f"settings.toml: keys.{cut(binding_id)} is nothing that a key does; {meant(binding_id, known)}"
            )
        elif strange := [key for key in keys if not _is_key(key)]:
            said = f'keys.{binding_id}: "{cut(strange[0])}" is no key'
            complaints.append(f"settings.toml: {said}; write a sign, or a name as f5, ctrl+k, pageup.")
        else:
            usable[binding_id] = tuple(_plain(key) for key in keys)
    while clash := _clash(rooms, usable):
        binding_id, other, key = clash
        kept = " and ".join(known[binding_id])
        complaints.append(
            f"settings.toml: keys.{binding_id} cannot be {key}, which is the key of {other}; it stays {kept}."
        )
        del usable[binding_id]
    return Keymap({name: ",".join(keys) for name, keys in usable.items()}, tuple(complaints))


def all_bindings(app: type[DOMNode]) -> list[Bound]:
    """Every binding once, the dashboard's before those of the smaller screens."""
    return list({bound.id: bound for room in _rooms(app) for bound in room}.values())


def _clash(rooms: list[list[Bound]], asked: Owned) -> tuple[str, str, str] | None:
    """The first key that would mean two things in a room where it did not before: the asker, the other, the key."""
    for room in rooms:
        before = {bound.id: bound.keys for bound in room}
        after = {bound.id: asked.get(bound.id, bound.keys) for bound in room}
        for binding_id in after:
            for other, keys in after.items():
                shared = [key for key in after[binding_id] if key in keys]
                news = [key for key in shared if key not in before[binding_id] or key not in before[other]]
                if other != binding_id and binding_id in asked and news:
                    return binding_id, other, news[0]
    return None


def _rooms(app: type[DOMNode]) -> Iterator[list[Bound]]:
    """The bindings that are active together: those of the app, of a screen, and of one widget on it."""
    classes = list(_classes())
    screens = [member for member in classes if member.__name__ == "Dashboard" or _is_overlay(member)]
    panes = [member for member in classes if member.__module__.startswith("tui.widgets.")]
    for screen in sorted(screens, key=_is_overlay):
        # A list of the smaller screens has the keys of any pane; the panes proper stand on the dashboard only.
        widgets = [pane for pane in panes if (pane.__name__ == "LineList") == _is_overlay(screen)]
        for widget in widgets:
            yield list({bound.id: bound for owner in (app, screen, widget) for bound in _own_bindings(owner)}.values())


def _is_overlay(member: type[DOMNode]) -> bool:
    return any(base.__name__ == "Overlay" for base in member.__mro__[1:])


def _classes() -> Iterator[type[DOMNode]]:
    for package in (tui.screens, tui.widgets):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for member in vars(import_module(module.name)).values():
                if isinstance(member, type) and issubclass(member, DOMNode) and member.__module__ == module.name:
                    yield member


def _own_bindings(owner: type[DOMNode]) -> Iterator[Bound]:
    """Bindings of a class of this project and of those that it extends."""
    for base in owner.__mro__:
        for binding in vars(base).get("BINDINGS", ()) if base.__module__.startswith("tui.") else ():
            if isinstance(binding, Binding) and binding.id:
                yield Bound(binding.id, tuple(key.strip() for key in binding.key.split(",")), binding.description)


def _plain(key: str) -> str:
    """The key as Textual writes it: signs by their names, "?" as "question_mark"."""
    modifiers, rest = _parted(key)
    return modifiers + (_character_to_key(rest) if len(rest) == 1 else rest)


def _parted(key: str) -> tuple[str, str]:
    rest = key
    while rest.startswith(_MODIFIERS):
        rest = rest.split("+", 1)[1]
    return key.removesuffix(rest) if rest else key, rest


def _is_key(key: str) -> bool:
    rest = _parted(key)[1]
    if len(rest) == 1:
        return rest.isprintable() and not rest.isspace()
    return rest in _NAMED or (key_to_character(rest) is not None and "+" not in rest)
