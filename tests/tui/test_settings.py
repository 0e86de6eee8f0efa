"""The settings file: what it sets, and a sentence for everything in it that is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.rooms import SMALL, WIDE, a_room, dashboard_of, press, text_of
from tui.app import DatelineApp
from tui.cli import cli
from tui.keymap import all_bindings, keymap_of
from tui.settings import Settings, read_settings, settings_path, template

NO_SETTING = "is no setting that Dateline knows"


def _written(folder: Path, text: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_a_full_file_is_understood(tmp_path: Path) -> None:
    settings = _written(
        tmp_path,
        'theme = "light"\nclock = "now"\nzone = "Asia/Tokyo"\nreader = "Ada"\n'
        '[panes]\narticles = 30\n[keys]\nconflicts = "D"\nclock.day_back = ["b", "ctrl+b"]\n',
    )
    assert settings == Settings(
        theme="light",
        clock="now",
        zone="Asia/Tokyo",
        reader="Ada",
        panes={"articles": 30},
        keys={"conflicts": ("D",), "clock.day_back": ("b", "ctrl+b")},
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('colour = "x"', f'settings.toml: "colour" {NO_SETTING}; dateline settings lists them all.'),
        ('them = "dark"', f'settings.toml: "them" {NO_SETTING}; did you mean theme?'),
        (
            'theme = "drak"',
            'settings.toml: theme is "drak"; it must be dark, light, contrast, terminal, or a theme of the palette.',
        ),
        ("clock = 3", "settings.toml: clock is 3; it must be auto, story or now."),
        ('zone = "Mars/Base"', 'settings.toml: zone is "Mars/Base"; it must be a time zone as Europe/Berlin or UTC.'),
        ('reader = ""', 'settings.toml: reader is ""; it must be a name of 1 to 80 characters.'),
        ("panes = 3", "settings.toml: panes must be a table, written [panes]."),
        ("[panes]\ntalks = true", "settings.toml: panes.talks is True; it must be a whole number from 31 to 400."),
        ("[panes]\nx = 9", f"settings.toml: panes.x {NO_SETTING}; the panes with a size are articles, talks, facts."),
        ("[keys]\nz = []", 'settings.toml: keys.z is []; it must be a key or a list of keys, as ["ctrl+k", "D"].'),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_holds(text: str, sentence: str, tmp_path: Path) -> None:
    settings = _written(tmp_path, f"{text}\n" if text.startswith("[") else f'{text}\n[keys]\nconflicts = "D"\n')
    assert settings.complaints == (sentence,)
    if not text.startswith("["):
        assert settings.keys == {"conflicts": ("D",)}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"theme = ", "it is not TOML (Invalid value (at end of document))"),
        (b'clock = "now"\ntheme = \n', "it is not TOML (Invalid value (at line 2, column 9))"),
        (b'a = 1\na = "2"\n', "it is not TOML (Cannot overwrite a value (at line 2, "),
        (b"a = " + b"[" * 9_999, "it is not TOML"),
        (b"\xff\xfe\x00", "line 1 is not UTF-8. Save it as UTF-8."),
        (b'clock = "now"\n# Z\xfcrich\n', "line 2 is not UTF-8. Save it as UTF-8."),
    ],
)
def test_a_file_that_is_no_toml_is_one_sentence(content: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    (complaint,) = read_settings(path).complaints
    assert complaint.startswith(f"The settings in {path} are not used: ")
    assert why in complaint


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (complaint,) = read_settings(tmp_path).complaints  # a folder in its place
    assert complaint == f"The settings in {tmp_path} are not used: is a directory. Make it a file that you may read."

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (complaint,) = read_settings(tmp_path / "settings.toml").complaints
    assert "are not used: permission denied. Make it" in complaint


@given(st.recursive(st.text() | st.integers() | st.booleans(), lambda inner: st.dictionaries(st.text(), inner)))
def test_any_value_is_taken_or_told(value: object) -> None:
    from tui.settings import _checked

    settings = _checked({"theme": value, "zone": value, "panes": value, "keys": value})
    assert settings.theme == value or any("theme" in complaint for complaint in settings.complaints)


def test_the_template_is_a_file_of_comments_that_says_what_holds_anyway(tmp_path: Path) -> None:
    text = template((bound.id, bound.keys, bound.does) for bound in all_bindings(DatelineApp))
    assert tomllib.loads(text) == {}
    lines = [line[1:] if line.startswith("#") and not line.startswith("# ") else line for line in text.splitlines()]
    settings = _written(tmp_path, "\n".join(lines))
    assert settings.complaints == ()
    keymap = keymap_of(settings.keys, DatelineApp)
    assert keymap.complaints == ()
    assert "review.accept" in keymap.keys


def test_keys_that_clash_or_do_not_exist_stay_as_they_were() -> None:
    asked = {"conflicts": ("f",), "zoom": ("hyperspace",), "dance": ("d",), "help": ("f1", ",")}
    keymap = keymap_of(asked, DatelineApp)
    assert keymap.keys == {"help": "f1,comma"}
    assert set(keymap.complaints) == {
        'settings.toml: keys.zoom: "hyperspace" is no key; write a sign, or a name as f5, ctrl+k, pageup.',
        "settings.toml: keys.dance is nothing that a key does; dateline settings lists them all.",
        "settings.toml: keys.conflicts cannot be f, which is the key of filter; it stays c.",
    }


def test_two_keys_can_be_swapped() -> None:
    keymap = keymap_of({"review.accept": ("x",), "review.reject": ("a",)}, DatelineApp)
    assert keymap.complaints == ()
    assert keymap.keys == {"review.accept": "x", "review.reject": "a"}


def test_a_key_of_a_smaller_screen_may_be_one_of_the_dashboard() -> None:
    assert keymap_of({"conflicts.next": ("f",)}, DatelineApp).complaints == ()
    assert keymap_of({"conflicts.next": ("k",)}, DatelineApp).complaints


async def test_keys_and_complaints_reach_the_dashboard() -> None:
    settings = Settings(keys={"conflicts": ("D",), "filter": ("z",)}, complaints=("settings.toml: clock is \x1b[2J.",))
    async with a_room(settings=settings).run_test(size=WIDE, notifications=True) as pilot:
        screen = await press(pilot)
        assert "D conflicts" in screen.splitlines()[-1]
        assert "clock is ␛[2J." in screen
        assert "keys.filter cannot be z" in screen
        assert "Conflict 1 of 2" in await press(pilot, "D")
        await press(pilot, "escape", "c")
        assert pilot.app.screen is dashboard_of(pilot)


async def test_sizes_of_the_settings_hold_from_the_start() -> None:
    async with a_room(settings=Settings(panes={"articles": 40, "facts": 9})).run_test(size=WIDE) as pilot:
        await press(pilot)
        assert dashboard_of(pilot).query_one("#articles").size.width + 2 == 40
        assert dashboard_of(pilot).query_one("#facts").size.height + 2 == 9
        await pilot.resize_terminal(*SMALL)
        assert "▶ 2 " in await press(pilot)


def test_the_command_prints_a_template_and_names_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    path = settings_path()
    result = CliRunner().invoke(cli, ["settings"])
    assert result.exit_code == 0
    assert f"{path}, which does not exist yet" in result.stderr
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(result.stdout + 'colour = "x"\n[more]\n', encoding="utf-8")
    result = CliRunner().invoke(cli, ["settings"])
    assert result.exit_code == 1
    assert '"more" is no setting' in result.stderr


async def test_a_theme_of_the_settings_is_used() -> None:
    async with a_room(settings=Settings(theme="contrast")).run_test(size=WIDE) as pilot:
        await press(pilot)
        assert pilot.app.theme == "contrast"
        assert "3 Talks" in text_of(pilot.app)
