"""Take away what is shown: which form, and under which file name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from store.errors import DatelineError
from store.export.choices import EXPORTS, Export
from store.export.selection import Selection, Stored
from tui.paint.line import Piece, padded, shorten
from tui.paint.safe import safe_text
from tui.screens.overlay import Overlay
from tui.widgets.key_line import KeyLine
from tui.widgets.line_list import LineList, Row

_NAME_WIDTH = 18


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be written where."""

    export: Export
    path: Path
    replace: bool = False
    """True where a person agreed to lose the file of that name."""


class ExportScreen(Overlay[None]):
    """The forms below, the file name above; a name that is taken is said before it is overwritten.

    Stays until the file is written: where that fails, the name is there to be corrected.
    """

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next form", show=False, priority=True, id="export.down"),
        Binding("up", "move(-1)", "Previous form", show=False, priority=True, id="export.up"),
        Binding("enter", "write", "Write the file", priority=True, id="export.write"),
    ]

    def __init__(self, folder: Path, shown: str, write: Callable[[Taken], None]) -> None:
        """``write`` has the file written, then calls ``written`` or ``refused``."""
        super().__init__()
        self._write = write
        self._writing = False
        self.folder = folder
        self.shown = shown
        self.suggested = free_name(folder, EXPORTS[0].file_name)
        self._taken: Path | None = None

    def compose(self) -> ComposeResult:
        """The name, the forms, the keys."""
        with Vertical(id="name"):
            yield Label(Content(" File name, or a path: type another"))
            yield Input(self.suggested, placeholder=self.suggested, id="file", compact=True)
        yield LineList(self._title(), self._rows, id="export")
        yield KeyLine(
            (
                ("write", ("export.write",)),
                ("form", ("export.up", "export.down")),
                ("back", ("overlay.leave",)),
                ("help", ("help",)),
            )
        )

    def on_mount(self) -> None:
        """The list is steered from the line above it."""
        self.query_one(LineList).can_focus = False

    def _title(self) -> str:
        return f"Export {self.shown} to {self.folder}"

    def _rows(self, width: int) -> list[Row]:
        room = width - _NAME_WIDTH - 1
        return [
            Row(
                [Piece(padded(export.title, room)), Piece(" "), Piece(shorten(export.file_name, _NAME_WIDTH), "dim")], n
            )
            for n, export in enumerate(EXPORTS)
        ]

    @property
    def export(self) -> Export:
        """The form under the cursor."""
        key = self.query_one(LineList).key
        return EXPORTS[key if isinstance(key, int) else 0]

    def action_move(self, by: int) -> None:
        """Pick another form; a name that nobody changed follows."""
        self.query_one(LineList).action_move(by)

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """Suggest a name for the form."""
        message.stop()
        line = self.query_one(Input)
        suggested, self.suggested = self.suggested, free_name(self.folder, self.export.file_name)
        line.placeholder = self.suggested  # what an empty line stands for
        if line.value == suggested:
            line.value = self.suggested
            line.cursor_position = len(line.value)

    def on_line_list_opened(self, message: LineList.Opened) -> None:
        """Write what was clicked twice."""
        message.stop()
        self.action_write()

    def on_click(self) -> None:
        """Keep the focus in the line to type into."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _other_name(self, event: Input.Changed) -> None:
        event.stop()
        if self._taken is not None:
            self._taken = None
            self.query_one(LineList).show(title=self._title())

    def action_write(self) -> None:
        """Have the file written; where it exists, say so and wait for another enter."""
        if self._writing:
            return
        name = self.query_one(Input).value.strip() or self.suggested
        try:
            path = self.folder / Path(name).expanduser()
            exists = path.exists()
        except (OSError, ValueError, RuntimeError):  # a name too long, a NUL in it, a user without a home
            self.query_one(LineList).show(title="No file can have this name")
            return
        if exists and self._taken != path:
            self._taken = path
            self.query_one(LineList).show(title=f"{path.name} exists: enter again overwrites it")
            return
        self._writing = True
        self._write(Taken(self.export, path, replace=exists))

    def written(self) -> None:
        """Go away: the file is there."""
        self.dismiss(None)

    def refused(self) -> None:
        """Wait for another name."""
        self._writing, self._taken = False, None
        self.query_one(LineList).show(title=self._title())


def free_name(folder: Path, name: str) -> str:
    """``name``, or "name-2", "name-3"... with the same ending where ``folder`` holds a file of that name."""
    path, number = Path(name), 1
    free = name
    while (folder / free).exists():
        number += 1
        free = f"{path.stem}-{number}{path.suffix}"
    return free


def write_export(stored: Stored, selection: Selection, taken: Taken) -> str:
    """Write the file; a sentence that says where it is, and what could not be put into it.

    Raises DatelineError where it cannot be written.
    """
    text, left_out = taken.export.write(stored, selection, safe_text)
    try:
        # iCalendar has its own line ends; a file that appeared meanwhile is not overwritten.
        with taken.path.open("w" if taken.replace else "x", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
    except OSError as error:
        raise DatelineError(f"{taken.path} cannot be written: {error.strerror or error}.") from error
    return "\n".join([f"Wrote {taken.path}", *left_out])
