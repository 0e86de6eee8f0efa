"""Statements of several articles as one claim."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.compare.compare import compare
from store.model.claims import UNATTRIBUTED
from store.model.facts import Act, Event
from store.model.reports import Comparison, Report
from tests.store.compare import announcements
from tests.store.compare.announcements import call, meeting, published
from tests.store.compare.sayings import claims, conflicts, report, the_claim, told

OWN_VOICE = told("Ana Ruiz", "[Ana Ruiz] {promised} <not to send heavy arms to Colombia>.", act="pledge")
CREDITED = told(
    "Spanish foreign ministry",
    "[The Spanish foreign ministry] {said} <that Ana Ruiz made a pledge not to send heavy weapons to Colombia>.",
    inner=told(
        "Ana Ruiz",
        "The Spanish foreign ministry said that [Ana Ruiz] {made a pledge} <not to send heavy weapons to Colombia>.",
        act="pledge",
    ),
)


def test_a_pledge_in_the_reports_own_voice_adds_no_origin() -> None:
    claim = the_claim(report(1, OWN_VOICE), report(2, CREDITED))
    assert (claim.kind, claim.who) == ("pledge", "Ana Ruiz")
    assert claim.origins == ("Spanish foreign ministry",)
    assert claim.articles == ("report-1", "report-2")
    assert claim.why == "in its own voice: report-1"
    assert [e.origin for e in claim.evidence] == [UNATTRIBUTED, "Spanish foreign ministry"]


def test_a_pledge_that_nobody_is_credited_with_telling_is_unattributed() -> None:
    assert the_claim(report(1, OWN_VOICE)).origins == (UNATTRIBUTED,)


def test_a_negation_outside_the_content_counts() -> None:
    outside = told(
        "Ana Ruiz", "[Ana Ruiz] {made a pledge} to voters not <to send heavy arms to Colombia>.", act="pledge"
    )
    assert the_claim(report(1, OWN_VOICE), report(2, outside)).articles == ("report-1", "report-2")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        pytest.param("the dam needs urgent repair", "that urgent repairs are needed at the dam", True, id="word order"),
        pytest.param("the talks in Lima collapsed over fishing quotas",
                     "negotiations in Lima broke down over the fishing quotas", True, id="other words"),
        pytest.param("the army will leave the eastern valley", "the army will not leave the eastern valley", False,
                     id="negated"),
        pytest.param("40 fishermen drowned off the coast of Peru", "60 fishermen drowned off the coast of Peru", False,
                     id="another figure"),
        pytest.param("the dam needs urgent repair", "the harvest will be poor this year", False, id="another thing"),
    ],
)  # fmt: skip
def test_contents_say_the_same(one: str, two: str, same: bool) -> None:
    found = claims(
        report(1, told("Ada Berg", f"[Ada Berg] {{said}} <{one}>.")),
        report(2, told("Ada Berg", f"[Ada Berg] {{said}} <{two}>.")),
    )
    assert (len(found) == 1) is same


def test_a_denial_is_no_claim_of_what_is_denied() -> None:
    said = told("Ada Berg", "[Ada Berg] {said} <the dam needs urgent repair>.")
    denied = told("Ada Berg", "[Ada Berg] {denied} <that the dam needs urgent repair>.", act="deny")
    assert len(claims(report(1, said), report(2, denied))) == 2


def test_a_statement_in_headline_and_body_is_one_claim() -> None:
    story = report(
        1,
        told("Ada Berg", "<Dam needs urgent repair>, [Ada Berg] {says}"),
        told("Ada Berg", "[Ada Berg] {said} <the dam needs urgent repair>."),
        title="Dam needs urgent repair, Ada Berg says",
    )
    claim = the_claim(story)
    assert claim.what == "the dam needs urgent repair"


def test_every_fact_supports_a_claim() -> None:
    stories = a_story()
    supported = {(e.article_id, e.fact) for c in claims(*stories) for e in c.evidence}
    assert supported == {(r.article_id, f.key) for r in stories for f in r.facts}


def test_a_meeting_has_a_claim_for_each_start() -> None:
    one = announcements.report(1, meeting("Norway", "Peru", on="2023-05-10", at="Oslo"), anchor=published("2023-05-01"))
    two = announcements.report(2, meeting("Norway", "Peru", on="2023-05-11", at="Oslo"), anchor=published("2023-05-01"))
    three = announcements.report(
        3, meeting("Norway", "Peru", on="2023-05-11", at="Oslo"), anchor=published("2023-05-01")
    )
    reports = [one, two, three]
    found = claims(*reports)
    assert [(c.kind, c.when, c.articles) for c in found] == [
        ("meeting", "2023-05-10", ("report-1",)),
        ("meeting", "2023-05-11", ("report-2", "report-3")),
    ]


def test_a_call_told_twice_is_one_event_that_says_which_figures_agree() -> None:
    one = announcements.report(1, call("Norway", "Peru", lasting="PT50M", on="2023-05-10"))
    two = announcements.report(2, call("Peru", "Norway", lasting="PT50M"))
    claim = the_claim(one, two)
    assert (claim.kind, claim.when, claim.articles) == ("event", "2023-05-10", ("report-1", "report-2"))
    assert "50 minutes in both reports" in claim.why


def test_calls_on_two_days_are_two_events() -> None:
    one = announcements.report(1, call("Norway", "Peru", lasting="PT50M", on="2023-05-10"))
    two = announcements.report(2, call("Norway", "Peru", lasting="PT50M", on="2023-04-10"))
    assert len(claims(one, two)) == 2


def test_ids_stay_when_an_article_comes_and_another_goes() -> None:
    first = claims(report(2, CREDITED))
    both = compare([report(1, OWN_VOICE), report(2, CREDITED)], Comparison(claims=first)).claims
    left = compare([report(1, OWN_VOICE)], Comparison(claims=both)).claims
    assert {c.id for c in first} == {c.id for c in both} == {c.id for c in left}


def test_ids_differ() -> None:
    found = claims(*a_story())
    assert len({c.id for c in found}) == len(found)


def a_story() -> list[Report]:
    said = [
        ("Ada Berg", "the dam needs urgent repair", "say"),
        ("Ada Berg", "urgent repairs of the dam are needed", "warn"),
        ("Ada Berg", "the dam does not need urgent repair", "say"),
        ("Jon Vale", "engineers could drain the upper lake by the summer", "say"),
        ("Vale", "engineers will drain the upper lake by the summer", "say"),
        ("officials", "that 40 fishermen drowned off the coast of Peru", "say"),
        ("police", "that 60 fishermen drowned off the coast of Peru", "say"),
        ("Peru", "the allegations", "deny"),
    ]
    stories = []
    for number in range(6):
        parts = [
            told(who, f'[{who}] {{{act}}} <"{what}">.', act=act)  # type: ignore[arg-type]
            for who, what, act in said[number % 4 :: 2]
        ]
        stories.append(report(number, f"Report {number}.", *parts, anchor=published(f"2023-05-0{number % 3 + 1}")))
    events = [call("Norway", "Peru", lasting=f"PT{m}M", on="2023-05-10") for m in (50, 50, 120)]
    stories += [announcements.report(10 + n, e) for n, e in enumerate(events) if isinstance(e, Event)]
    return stories


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(dice: random.Random) -> None:
    stories = a_story()
    shuffled = stories[:]
    dice.shuffle(shuffled)
    assert compare(shuffled, Comparison()) == compare(stories, Comparison())


WORDS = st.lists(st.sampled_from("dam lake repair will not could any drain 40 people Peru the of".split()), max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["Ada Berg", "Peru", "the", ""]), WORDS), min_size=1, max_size=8))
def test_any_words_give_each_fact_one_claim(said: list[tuple[str, list[str]]]) -> None:
    stories = [
        report(n, told(who, f"[{who}] {{said}} <{' '.join(words) or 'so'}>.")) for n, (who, words) in enumerate(said)
    ]
    found = claims(*stories)
    held = [(e.article_id, e.fact) for c in found for e in c.evidence]
    assert sorted(held) == sorted((r.article_id, f.key) for r in stories for f in r.facts)


def test_a_state_and_its_head_make_one_pledge() -> None:
    one = told("Ruth Otieno", "[Otieno] {promised} <not to close the port of Mombasa to ships>.", act="pledge")
    two = told("Kenya", "[Kenya] {said} <that the port of Mombasa would not be closed to ships>.")
    three = told(
        "Kenyan foreign ministry", "[The Kenyan foreign ministry] {said} <that the port would grow next year>."
    )
    stories = [report(1, "Kenyan President Ruth Otieno spoke.", one), report(2, two), report(3, three)]
    assert [(c.kind, c.who, len(c.articles)) for c in claims(*stories)] == [
        ("say", "Kenyan foreign ministry", 1),
        ("pledge", "Ruth Otieno", 2),
    ]


def test_a_subheading_does_not_word_the_claim() -> None:
    story = report(
        1,
        told("Ana Ruiz", "[Ruiz] {promises} <not to send arms to Colombia>", act="pledge"),
        told("Ana Ruiz", "[Ana Ruiz] {promised} <not to send any heavy arms to Colombia>.", act="pledge"),
    )
    assert the_claim(story).what == "not to send any heavy arms to Colombia"


PLAIN = st.text(st.characters(exclude_characters="[]{}<>", exclude_categories=["Cs"]), max_size=60)
NAMES = st.one_of(
    PLAIN, st.sampled_from(["Otieno's aide", "The U.S. official", "Kenya's President Otieno", "aide to the"])
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES, PLAIN, st.sampled_from(["say", "deny", "pledge"])), min_size=1, max_size=5))
def test_any_text_goes_through(said: list[tuple[str, str, str, Act]]) -> None:
    stories = [
        report(n, told(who, f"[{source}] {{denied}} <{what}.>", act=act), title=source)
        for n, (who, source, what, act) in enumerate(said)
    ]
    for conflict in conflicts(*stories):
        for side in conflict.sides:
            assert all(mark.of(side.evidence[0].quote).strip() for mark in side.marks)
