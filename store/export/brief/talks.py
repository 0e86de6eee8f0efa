"""What the reports say about each talk: dates with their origins, place, parties, status, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.export.day_words import when_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from store.export.brief.pen import Pen
    from store.model.claims import Attribute, Evidence, Talk, TalkClaim

TITLES: dict[Attribute, str] = {
    "start": "Starts", "end": "Ends", "place": "Place", "parties": "Parties", "status": "Status"
}  # fmt: skip


def talks_section(talks: Sequence[Talk], pen: Pen) -> list[str]:
    """The lines under "Talks"."""
    lines = ["## Talks", ""]
    if not talks:
        return [*lines, "No report announces talks.", ""]
    for talk in talks:
        lines += _talk(talk, pen)
    return lines


def _talk(talk: Talk, pen: Pen) -> list[str]:
    quotes = _Quotes(pen)
    lines = [f"### {pen.text(talk_name(talk))}", ""]
    for attribute in TITLES:
        lines += _attribute(talk, attribute, pen, quotes)
    lines += [f"- **Time zone:** {pen.text(talk.zone)}"] if talk.zone else []
    lines += _changes(talk, pen, quotes)
    return [*lines, "", *quotes.lines(), ""]


def talk_name(talk: Talk) -> str:
    """What a talk is called: its title, and its city where the title does not name it."""
    title = talk.title or " - ".join(talk.parties) or "Talks"
    return f"{title}, {talk.city}" if talk.city and talk.city not in title else title


class _Quotes:
    """The passages of one talk, each quoted once under a number."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.numbers: dict[str, int] = {}

    def refer(self, passages: Iterable[Evidence]) -> str:
        """The numbers under which ``passages`` are quoted: "quotes 1, 3"."""
        numbers = sorted({self._number(passage) for passage in passages})
        noun = "quote" if len(numbers) == 1 else "quotes"
        return f"{noun} {', '.join(map(str, numbers))}"

    def _number(self, passage: Evidence) -> int:
        return self.numbers.setdefault(self.pen.passage(passage), len(self.numbers) + 1)

    def lines(self) -> list[str]:
        """The numbered list."""
        return [f"{number}. {line}" for line, number in self.numbers.items()]


def _attribute(talk: Talk, attribute: Attribute, pen: Pen, quotes: _Quotes) -> list[str]:
    """The preferred value on a line, what else is said below it; of a disputed one all values below it."""
    claims = [claim for claim in talk.claims if claim.attribute == attribute and not claim.superseded]
    title = f"- **{TITLES[attribute]}:**"
    if not claims:
        return [f"{title} no date given"] if attribute == "start" else []
    told = [_less_exactly(claim) + _claim(claim, pen, quotes) for claim in claims]
    if attribute in talk.disputed:
        return [f"{title} disputed", *(f"  - {line}" for line in told)]
    return [f"{title} {told[0]}", *(f"  - {line}" for line in told[1:])]


def _less_exactly(claim: TalkClaim) -> str:
    return "less exactly: " if claim.implied else ""


def _claim(claim: TalkClaim, pen: Pen, quotes: _Quotes) -> str:
    backing = f"{pen.backing(claim.origins, claim.articles)} ({quotes.refer(claim.evidence)})"
    return f"{_value(claim, pen)}{_assumed(claim, pen)} — {backing}"


def _assumed(claim: TalkClaim, pen: Pen) -> str:
    if not claim.assumed:
        return ""
    return f", assumed ({pen.text(claim.why)})" if claim.why else ", assumed"


def _value(claim: TalkClaim, pen: Pen) -> str:
    return pen.text(when_words(claim.value) if claim.attribute in {"start", "end"} else claim.value)


def _changes(talk: Talk, pen: Pen, quotes: _Quotes) -> list[str]:
    gone = [claim for claim in talk.claims if claim.superseded]
    lines = ["- **Changed by a later report:**"] if gone else []
    return lines + [f"  - {TITLES[claim.attribute].lower()}: {_claim(claim, pen, quotes)}" for claim in gone]
