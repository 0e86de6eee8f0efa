"""What the dashboard is measured against: four bordered static panes and a footer, with its libraries in use."""

import pendulum
import sqlite_utils
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Footer, Static


class Bare(App[None]):
    CSS = "Static { border: round grey; height: 1fr; width: 1fr; }"
    BINDINGS = [("q", "quit", "Quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        rows = sqlite_utils.Database(memory=True).execute("select 1").fetchall()
        with Horizontal():
            yield Static("first pane")
            yield Static(f"second pane {rows}")
            yield Static(f"third pane {pendulum.now('Europe/Zurich').to_date_string()}")
        yield Static("fourth pane")
        yield Footer()


if __name__ == "__main__":
    Bare().run()
