"""Values with who stands behind them."""

from __future__ import annotations

from datetime import date

from store.model.claims import Evidence, Side
from store.model.spans import Span
from store.model.views import ClaimRow
from tui.paint.facts import claim_sentence
from tui.paint.quotes import side_lines, value_lines

BY_AIDE = Evidence(
    article_id=1,
    article="gull",
    span=Span(0, 4),
    quote="said",
    fact="f",
    speaker="Ada Lind",
    origin="Harbour Office",
    through="through Ada Lind, quoted by the Gull",
)


def words(lines: list[object]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]  # type: ignore[attr-defined]


def test_a_value_and_its_backing_share_a_line_where_they_fit_and_are_wrapped_where_not() -> None:
    backing = "1 (2) Harbour Office, through Ada Lind"
    assert words([*value_lines("Oslo", backing, 80)]) == [f"Oslo  {backing}"]
    assert words([*value_lines("Oslo", backing, 30)]) == ["Oslo", "    1 (2) Harbour Office,", "    through Ada Lind"]


def test_a_side_of_a_conflict_says_through_whom() -> None:
    side = Side(value="yes", origins=("Harbour Office",), evidence=(BY_AIDE,))
    assert "1 (1) Harbour Office, through Ada Lind, quoted by the Gull" in words([*side_lines(side, 80)])


def test_the_wording_of_a_fact_says_through_whom() -> None:
    row = ClaimRow(
        id="c",
        kind="say",
        who="Ada Lind",
        what="the quota stays",
        when="",
        where="",
        assumed=False,
        articles=("gull",),
        origins=1,
        behind="Harbour Office, through Ada Lind",
    )
    sentence = "say · Ada Lind: the quota stays — 1 origin (Harbour Office, through Ada Lind) in gull"
    assert claim_sentence(row, date(2031, 5, 3)) == sentence
