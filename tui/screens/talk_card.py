"""The card of a talk: every claim about it, by attribute, with origins, articles and quotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from store.model.backing import backing_of
from store.model.claims import Claim, Evidence, Talk, TalkClaim
from store.model.views import ArticleRow
from tui.back import CardPlace, Leap, RowName
from tui.paint.history import tellings
from tui.paint.line import Piece
from tui.paint.quotes import evidence_lines, marked_lines, value_lines
from tui.paint.talk_days import is_past, put_off
from tui.paint.talks import mark_of, name_of, parties_of
from tui.paint.when import countdown, day_of, here, in_zone, relative_day, start_of, value_label, zones_told
from tui.screens.copying import COPY
from tui.screens.overlay import Overlay
from tui.session import Step, Trail
from tui.widgets.key_line import KeyLine
from tui.widgets.line_list import LineList, Row

_MOST_SILENT = 20
"""Reports without the talk that are listed."""
TITLES = {"start": "Starts", "end": "Ends", "place": "Place", "parties": "Parties", "status": "Status"}
HINTS = (
    ("open evidence", ("pane.open",)),
    ("back", ("overlay.leave",)),
    ("copy", ("copy",)),
    ("help", ("help",)),
)


class TalkCard(Overlay[Leap]):
    """Claims of one talk; gives back the evidence of the one that was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [COPY]

    def __init__(
        self,
        talk: Talk,
        now: datetime,
        copy: Callable[[Sequence[Evidence]], object],
        silent: Sequence[ArticleRow] = (),
        *,
        held: Sequence[Claim] = (),
        zone: str = "UTC",
        row: RowName = (),
    ) -> None:
        super().__init__()
        self.copy_evidence = copy
        self.row = row
        """The one that the cursor begins on."""
        self.silent = silent
        self.held = held
        self.zone = zone
        self._width = 0
        self.talk = talk
        self.now = now

    def compose(self) -> ComposeResult:
        """The claims, and the keys."""
        title = f"{name_of(self.talk).title()} — {parties_of(self.talk)}"
        begin = (lambda key: self._row_name(key) == self.row) if self.row else None
        yield LineList(title, self._rows, id="card", begin=begin)
        yield KeyLine(HINTS)

    def _rows(self, width: int) -> list[Row]:
        self._width = width
        rows = [Row(line) for line in marked_lines(self._summary(), (), width, "strong")]
        rows += [*self._holding(), *self._history()]
        for attribute, title in TITLES.items():
            claims = [claim for claim in self.talk.claims if claim.attribute == attribute]
            if not claims:
                continue
            disputed = "  disputed" if attribute in self.talk.disputed else ""
            rows += [Row(()), Row([Piece(title, "heading"), Piece(disputed, "disputed")])]
            for claim in claims:
                rows += self._claim_rows(claim, width)
        return [*rows, *self._silence()]

    def _history(self) -> list[Row]:
        told = tellings(self.talk)
        rows = [Row(()), Row([Piece("What was told when", "heading")])] if told else []
        for telling in told:
            changed = "  superseded" if telling.superseded else ""
            value = self._label(telling.value) if telling.attribute in {"start", "end"} else telling.value
            words = f"{TITLES[telling.attribute].lower()}: {value}"
            day = f"{self._label(telling.day) or 'day unknown':>11}  "
            rows.append(
                Row([Piece(day, "dim"), Piece(words), Piece(changed, "past"), Piece(f"  {telling.article}", "mark")])
            )
        return rows

    def _silence(self) -> list[Row]:
        """Later reports that say nothing of the talk, as far as could be found."""
        if not self.silent:
            return []
        rows = [Row(()), Row([Piece("Not found in later reports", "heading")])]
        days = ((f"{self._label(article.day):>11}  ", article) for article in self.silent[:_MOST_SILENT])
        rows += [Row([Piece(day, "dim"), Piece(article.name, "mark")], article) for day, article in days]
        more = len(self.silent) - _MOST_SILENT
        return [*rows, Row([Piece(f"             and {more} more", "dim")])] if more > 0 else rows

    def _label(self, value: str) -> str:
        return value_label(value, here(self.now, self.talk.zone).date())

    def _summary(self) -> str:
        gone = "held" if self.held else "past" if is_past(self.talk, self.now) else ""
        status = "" if gone and self.talk.status == "scheduled" else self.talk.status
        zones = zones_told(self.now, self.talk.zone, self.zone)
        return " · ".join(part for part in (self.talk.title, status, gone, zones) if part)

    def _holding(self) -> list[Row]:
        """Reports that tell of the talk as held; that its day went by tells nothing."""
        rows = [Row(()), Row([Piece("Held, as reported", "heading")])] if self.held else []
        for claim in self.held:
            backing = f"{len(claim.origins)} ({len(claim.articles)}) {backing_of(claim.origins, claim.evidence)}"
            told = f"{self._label(claim.when)}: {claim.what}"
            first, *more = value_lines(told, backing, self._width)
            rows += [Row(first, claim), *(Row(line) for line in more)]
            for evidence in claim.evidence:
                rows += [Row([Piece("    "), *line]) for line in evidence_lines(evidence, self._width - 4)]
        return rows

    def _claim_rows(self, claim: TalkClaim, width: int) -> list[Row]:
        index = self.talk.claims.index(claim)
        backing = f"{len(claim.origins)} ({len(claim.articles)}) {backing_of(claim.origins, claim.evidence)}"
        first, *more = value_lines(self._value(claim), backing, width)
        rows = [Row(first, index), *(Row(line) for line in more)]
        if claim.why:
            rows += [Row([Piece("    "), *line]) for line in marked_lines(claim.why, (), width - 4, "dim")]
        for evidence in claim.evidence:
            rows += [Row([Piece("    "), *line]) for line in evidence_lines(evidence, width - 4)]
        return rows

    def _value(self, claim: TalkClaim) -> str:
        if claim.attribute not in {"start", "end"}:
            return f"{claim.value} · superseded" if claim.superseded else claim.value
        local = here(self.now, self.talk.zone)
        label = value_label(claim.value, local.date())
        day = day_of(claim.value)
        moment = start_of(claim.value, self.talk.zone)
        ticking = countdown(self.now, moment) if moment and claim.attribute == "start" else ""
        words = relative_day(day, local.date()) if day else ""
        off = "put off" if claim.attribute == "start" and put_off(self.talk, claim) else ""
        state = "superseded" if claim.superseded else off or ("assumed" if claim.assumed else "")
        ticking = "" if state in {"superseded", "put off"} else ticking
        elsewhere = in_zone(claim.value, self.talk.zone, self.zone)
        label += f" = {elsewhere}" if elsewhere else ""
        mark = mark_of(self.talk, claim) + " " if claim.attribute == "start" else ""
        return mark + " · ".join(part for part in (label, words, ticking, state) if part)

    def on_line_list_opened(self, message: LineList.Opened) -> None:
        """Walk the evidence of a claim, or read a report that is silent."""
        message.stop()
        if isinstance(message.key, ArticleRow):
            silent = message.key
            self._go(f"{silent.name}: not found", Step(article_id=silent.id, spans=()))
        elif isinstance(message.key, Claim):
            self._go(f"held: {message.key.what}", *map(Step.of, message.key.evidence))
        elif isinstance(message.key, int):
            claim = self.talk.claims[message.key]
            self._go(f"{TITLES[claim.attribute].lower()}: {claim.value}", *map(Step.of, claim.evidence))

    def action_copy_quote(self) -> None:
        """Copy the quotes of the claim under the cursor, with their citations."""
        key = self.query_one(LineList).key
        claim = self.talk.claims[key] if isinstance(key, int) else key
        if isinstance(claim, Claim | TalkClaim):
            self.copy_evidence(claim.evidence)
        else:
            self.notify("There is no quote under the cursor.", markup=False)

    def _go(self, title: str, *steps: Step) -> None:
        if steps:
            place = CardPlace(self.talk.id, self._row_name(self.query_one(LineList).key))
            self.dismiss(Leap(Trail(title=title, steps=steps), place))

    def _row_name(self, key: object) -> RowName:
        if isinstance(key, ArticleRow):
            return "silent", key.name
        if isinstance(key, Claim):
            return "held", key.id
        claim = self.talk.claims[key] if isinstance(key, int) else None
        return (claim.attribute, claim.value) if claim else ()
