"""What holds for any set of reports."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from store.model.claims import Talk
from store.model.election import settled, talk_as_of
from store.model.facts import Meeting
from store.model.reports import Report
from tests.store.compare.announcements import meeting, published, report, talks

NAMES = ("Norway", "Chile", "Peru", "@ASEAN", "Ann Berg (president, Norway)", "Luis Rojas (president, Chile)")
DAYS = ("", "2024-03-11", "2024-03-12", "2024-03-14", "2024-W11", "XXXX-03-12", "2024-04-02")
ANCHORS = st.sampled_from(["2024-03-01", "2024-03-03", "2024-03-08"]).map(published)


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    return meeting(
        *draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)),
        on=draw(st.sampled_from(DAYS)),
        at=draw(st.sampled_from(["", "Oslo", "Lima", "Peru"])),
        status=draw(st.sampled_from(["scheduled", "proposed", "postponed", "cancelled"])),
        series=draw(st.sampled_from(["talks", "summit", "visit"])),
    )


@st.composite
def folders(draw: st.DrawFn) -> list[Report]:
    number = draw(st.integers(1, 6))
    return [
        report(n, *draw(st.lists(meetings(), min_size=1, max_size=2)), anchor=draw(ANCHORS))
        for n in range(1, number + 1)
    ]


@settings(max_examples=60, deadline=None)
@given(folders(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_talks_and_ids(reports: list[Report], random: object) -> None:
    first = talks(*reports)
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert talks(*shuffled) == first
    assert talks(*shuffled, before=first) == first


@settings(max_examples=60, deadline=None)
@given(folders())
def test_a_report_of_other_parties_elsewhere_changes_nothing_else(reports: list[Report]) -> None:
    stranger = report(99, meeting("Kenya", "Nepal", on="2024-03-12", at="Quito"), anchor=published("2024-03-01"))
    before = talks(*reports)
    assert [t for t in talks(*reports, stranger, before=before) if "Kenya" not in t.parties] == list(before)


@settings(max_examples=60, deadline=None)
@given(folders())
def test_every_meeting_stands_in_one_talk_and_every_passage_quotes_its_article(reports: list[Report]) -> None:
    found = talks(*reports)
    texts = {r.article_id: r.text for r in reports}
    facts = [{e.fact for c in t.claims for e in c.evidence} for t in found]
    assert all(not a & b for i, a in enumerate(facts) for b in facts[:i])
    assert all(e.span.of(texts[e.article_id]) == e.quote for t in found for c in t.claims for e in c.evidence)
    assert len({t.id for t in found}) == len(found)


@settings(max_examples=60, deadline=None)
@given(folders(), st.sets(st.integers(1, 6)))
def test_what_was_known_earlier_rests_on_what_was_out(reports: list[Report], out: set[int]) -> None:
    for talk in talks(*reports):
        assert settled(talk) == talk
        then = talk_as_of(talk, out)
        if then is not None:
            assert _articles(then) <= out
            assert then.start in {"", *then.values("start")}


def _articles(talk: Talk) -> set[int]:
    return {e.article_id for c in talk.claims for e in c.evidence}
