"""A person's settings: one TOML file under the user's config directory; what is wrong in it is told and passed over.

``dateline settings`` prints where the file lies and a commented template. What the dashboard remembers by itself lies
in a state file (``tui.remembered``), never here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from platformdirs import user_config_dir

from tui.sizes import MOST, SIZED
from tui.spelling import LONGEST_NAME, cut, meant

ClockChoice = Literal["auto", "story", "now"]
CLOCKS: tuple[ClockChoice, ...] = ("auto", "story", "now")
TEMPLATE = Path(__file__).with_name("settings_template.toml")
_NO_SETTING = "is no setting that Dateline knows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the file says, or the defaults; ``complaints`` are sentences about what was passed over."""

    theme: str = ""
    """Empty: dark, or the terminal's own colours where it has but 16 of them."""
    clock: ClockChoice = "auto"
    zone: str = ""
    """The reader's IANA zone; empty: UTC."""
    reader: str = ""
    """The name that reviews are signed with; empty: the login name."""
    panes: Mapping[str, int] = field(default_factory=dict)
    """Columns of the panes articles and talks, lines of facts."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by the id of what they do."""
    complaints: tuple[str, ...] = ()


def settings_path() -> Path:
    """Where the file lies, whether there is one or not."""
    return Path(user_config_dir("dateline", appauthor=False)) / "settings.toml"


def read_settings(path: Path) -> Settings:
    """The settings in ``path``; the defaults, with a complaint each, for what cannot be read or understood."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        return _unused(path, (error.strerror or "it cannot be read").lower(), "Make it a file that you may read")
    import tomllib  # most people have no such file, and wait for the first screen all the same

    try:
        told = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _unused(path, f"line {line} is not UTF-8", "Save it as UTF-8")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _unused(path, f"it is not TOML ({error})", "Mend it, or begin anew with what dateline settings prints")
    return _checked(told)


def _unused(path: Path, why: str, way_out: str) -> Settings:
    return Settings(complaints=(f"The settings in {path} are not used: {why}. {way_out}.",))


def template(bindings: Iterable[tuple[str, Sequence[str], str]]) -> str:
    """A file in which every setting stands as a comment with its default, ``bindings`` as (id, keys, what it does)."""
    lines = [f"#{_toml(name)} = [{', '.join(map(_toml, keys))}]  # {does}" for name, keys, does in bindings]
    return TEMPLATE.read_text(encoding="utf-8") + "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)


class _Wrong(ValueError):
    """A value that will not do; the message ends the sentence that begins with its name."""


def _checked(told: Mapping[str, object]) -> Settings:
    kept: dict[str, object] = {}
    complaints: list[str] = []
    for name, value in told.items():
        if name in TABLES:
            kept[name] = _entries(name, value, complaints)
        elif name in VALUES:
            try:
                kept[name] = VALUES[name](value)
            except _Wrong as wrong:
                complaints.append(f"settings.toml: {name} {wrong}.")
        else:
            complaints.append(f"settings.toml: {_shown(name)} {_NO_SETTING}; {meant(name, [*VALUES, *TABLES])}")
    return replace(Settings(), **kept, complaints=tuple(complaints))  # type: ignore[arg-type]


def _entries(table: str, value: object, complaints: list[str]) -> dict[str, object]:
    if not isinstance(value, dict):
        complaints.append(f"settings.toml: {table} must be a table, written [{table}].")
        return {}
    entries: dict[str, object] = {}
    for name, entry in _flat(value):
        try:
            entries[name] = TABLES[table](name, entry)
        except _Wrong as wrong:
            complaints.append(f"settings.toml: {table}.{cut(name)} {wrong}.")
    return entries


def _flat(table: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    """The entries by dotted name: in TOML, ``clock.day_back`` without quotes is a table in a table."""
    for name, entry in table.items():
        if isinstance(entry, dict):
            yield from _flat(entry, f"{above}{name}.")
        else:
            yield above + name, entry


def _theme(value: object) -> str:
    from tui.themes import theme_names

    if value not in theme_names():
        raise _Wrong(f"is {_shown(value)}; it must be dark, light, contrast, terminal, or a theme of the palette")
    return str(value)


def _clock(value: object) -> ClockChoice:
    for choice in CLOCKS:
        if value == choice:
            return choice
    raise _Wrong(f"is {_shown(value)}; it must be auto, story or now")


def _zone(value: object) -> str:
    try:
        return ZoneInfo(str(value)).key if isinstance(value, str) and value else _no_zone(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _no_zone(value)


def _no_zone(value: object) -> str:
    raise _Wrong(f"is {_shown(value)}; it must be a time zone as Europe/Berlin or UTC")


def _reader(value: object) -> str:
    name = " ".join(value.split()) if isinstance(value, str) else ""
    if not name or len(name) > LONGEST_NAME:
        raise _Wrong(f"is {_shown(value)}; it must be a name of 1 to {LONGEST_NAME} characters")
    return name


def _size(pane: str, value: object) -> int:
    if pane not in SIZED:
        raise _Wrong(f"{_NO_SETTING}; the panes with a size are {', '.join(SIZED)}")
    least = SIZED[pane].least
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= MOST:
        raise _Wrong(f"is {_shown(value)}; it must be a whole number from {least} to {MOST}")
    return value


def _keys(_binding_id: str, value: object) -> tuple[str, ...]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not keys or not all(isinstance(key, str) and key for key in keys):
        raise _Wrong(f'is {_shown(value)}; it must be a key or a list of keys, as ["ctrl+k", "D"]')
    return tuple(keys)


def _shown(value: object) -> str:
    return cut(f'"{value}"' if isinstance(value, str) else str(value))


VALUES: dict[str, Callable[[object], object]] = {"theme": _theme, "clock": _clock, "zone": _zone, "reader": _reader}
TABLES: dict[str, Callable[[str, object], object]] = {"panes": _size, "keys": _keys}
