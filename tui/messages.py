"""What reading threads bring back to the screen: one message each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.message import Message

from store.model.claims import Claim, Conflict, Talk
from store.model.reviews import Review
from store.model.views import ArticleRow, ClaimFilter, Counts, News
from tui.back import CardPlace, ConflictPlace, LogPlace, Place
from tui.library import ClaimView, OpenArticle, Shelf, Window
from tui.paint.timeline import Story
from tui.session import Passage, Trail


@dataclass
class Looked(Message):
    """Everything that the panes show, read in one go."""

    counts: Counts
    newest: datetime | None
    talks: tuple[Talk, ...]
    story: Story
    shelf: Shelf
    window: Window
    row: int | None
    """Where the claim that the cursor belongs on stands now."""
    picked: str
    """The id of the claim that the cursor was on when the look began."""
    article: OpenArticle | None
    """For the desk: the article asked for, read anew; the newest where it is gone or not out; None where none is."""
    opened: int | None = None
    """The article that was on the desk when the look began."""
    gone: bool = False
    """True where that one is no longer in the store."""


@dataclass
class WindowRead(Message):
    """Other rows of the Facts pane; ``row`` is where its cursor belongs, None where it stays."""

    view: ClaimView
    window: Window
    row: int | None = None


@dataclass
class ShelfRead(Message):
    """Other lines of the Articles pane."""

    shelf: Shelf


@dataclass
class PassageFound(Message):
    """A passage to light, with its article where that is not the open one."""

    passage: Passage
    article: OpenArticle | None


@dataclass
class ArticleCompleted(Message):
    """All the facts of an article that was opened with some of them."""

    article: OpenArticle


@dataclass
class NotOut(Message):
    """An article that is asked for was not out by the time on the clock."""

    article: str


@dataclass
class TrailFound(Message):
    """A trail to follow, from a smaller screen where ``place`` is set."""

    trail: Trail
    place: Place | None = None


@dataclass
class ConflictsRead(Message):
    """All conflicts; ``at`` is where the reader comes back to."""

    conflicts: tuple[Conflict, ...]
    at: ConflictPlace | None = None


@dataclass
class ChoicesRead(Message):
    """What the filter may narrow to."""

    choices: Mapping[str, Sequence[tuple[str, int]]]


@dataclass
class NewsRead(Message):
    """What came since the last look, once the folder was read; ``moment`` is up to when reports counted for it."""

    news: News
    moment: datetime | None


@dataclass
class NewsSought(Message):
    """What came since the last look, to be shown alone; ``passing`` is how much passes the filter for it."""

    news: News
    narrowed: ClaimFilter
    passing: int


@dataclass
class ProblemsRead(Message):
    """Files that could not be read: path and sentence."""

    problems: tuple[tuple[str, str], ...]


@dataclass
class ReadingFailed(Message):
    """The store could not be read; ``sentence`` says why."""

    sentence: str


@dataclass
class ClaimRead(Message):
    """One claim with all its evidence."""

    claim: Claim


@dataclass
class Written(Message):
    """A file was written, or could not be; ``sentence`` says where or why."""

    sentence: str
    failed: bool = False


@dataclass
class NoLongerTrue(Message):
    """What was said is not so any more, and is to be taken away before its time."""

    sentence: str


@dataclass
class FolderChanged(Message):
    """Something in the folder is not as it was read; ``trouble`` says why no more changes will be told."""

    trouble: str = ""


@dataclass
class LogRead(Message):
    """The log of verdicts, the newest first; ``at`` is where the reader comes back to."""

    reviews: tuple[Review, ...]
    at: LogPlace | None = None


@dataclass
class CardRead(Message):
    """A talk, the later reports in which it was not found, and the events that reports tell of as its being held.

    ``at`` is where the reader comes back to.
    """

    talk: Talk
    silent: tuple[ArticleRow, ...]
    held: tuple[Claim, ...] = ()
    at: CardPlace | None = None
