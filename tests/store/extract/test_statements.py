"""Who says what: attributions found in sentences written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.extract.segment import open_article
from store.model.article import Article, Document, Segment
from store.model.facts import Statement
from store.model.spans import Span
from tests.store.extract.statement_readings import statements_in, statements_of, the_only, words

FOUND = [
    pytest.param(
        "The mayor said that the old bridge would reopen.",
        "The mayor",
        "that the old bridge would reopen",
        id="indirect with that",
    ),
    pytest.param("Anna Berg said the ferry was late.", "Anna Berg", "the ferry was late", id="indirect without that"),
    pytest.param("“We are ready,” Anna Berg said.", "Anna Berg", "“We are ready,”", id="direct, curly"),
    pytest.param('"We are ready," said Anna Berg.', "Anna Berg", '"We are ready,"', id="inverted"),
    pytest.param(
        '"We are ready," said Anna Berg, the mayor of Lund.',
        "Anna Berg, the mayor of Lund",
        '"We are ready,"',
        id="inverted with apposition",
    ),
    pytest.param(
        "“We are ready, ”Berg said.",
        "Berg",
        "“We are ready, ”",
        id="closing mark glued to the next word",
    ),
    pytest.param(
        '"We," she said, "are ready for this."',
        "she",
        '"We," | "are ready for this."',
        id="quotation split in a sentence",
    ),
    pytest.param(
        '"We are ready," Anna Berg said. "Nothing will stop us now."',
        "Anna Berg",
        '"We are ready," | "Nothing will stop us now."',
        id="quotation goes on in the next sentence",
    ),
    pytest.param(
        '"The toll," Anna Berg said, "will rise."',
        "Anna Berg",
        '"The toll," | "will rise."',
        id="a short quotation resumed",
    ),
    pytest.param(
        '"This could lead," she went on, "to the end" of the ferry if the toll was "too high".',
        "she",
        '"This could lead," | "to the end" of the ferry if the toll was "too high"',
        id="resumed and going on without marks",
    ),
    pytest.param(
        "If the town “closes its doors,” that “will be” the end of the ferry and, for the coast, “a loss, ”Berg said.",
        "Berg",
        "If the town “closes its doors,” that “will be” the end of the ferry and, for the coast, “a loss, ”",
        id="quoted and unquoted words in turn",
    ),
    pytest.param("The toll, said Berg, is too high.", "Berg", "The toll | is too high", id="inverted in the middle"),
    pytest.param("The toll is, Berg said on Monday, too high.", "Berg", "The toll is | too high", id="split at is"),
    pytest.param(
        "The Norwegian envoy is reported to have stressed that the toll was fair.",
        "The Norwegian envoy",
        "that the toll was fair",
        id="is reported to have stressed",
    ),
    pytest.param("Holm was asked how the toll would rise.", "", "how the toll would rise", id="was asked how"),
    pytest.param(
        "The toll, Berg is quoted as saying, is high.", "Berg", "The toll | is high", id="is quoted as saying"
    ),
    pytest.param("The toll is high, Reuters quoted Berg as saying.", "Berg", "The toll is high", id="quoted her, last"),
    pytest.param("Berg had, in reply, warned that it would stop.", "Berg", "that it would stop", id="had, in reply,"),
    pytest.param("Berg cautioned Norway on its toll.", "Berg", "its toll", id="cautioned on"),
    pytest.param(
        "Berg warned on state television that the toll would rise.",
        "Berg",
        "that the toll would rise",
        id="warned on television that",
    ),
    pytest.param("The idea for the toll came from Anna Berg.", "Anna Berg", "The idea for the toll", id="came from"),
    pytest.param(
        "It showed that the toll was fair, but only when the ferry was late.",
        "It",
        "that the toll was fair, but only when the ferry was late",
        id="but only",
    ),
    pytest.param(
        "His decision to raise the toll angered the union.", "His", "to raise the toll", id="noun with an infinitive"
    ),
    pytest.param(
        "Asked about Berg's claim that the toll was fair, the union laughed.",
        "Berg",
        "that the toll was fair",
        id="noun of a possessor",
    ),
    pytest.param(
        "Bemoaning the “broken promise,” Berg left the hall.", "Berg", "the “broken promise,”", id="opening participle"
    ),
    pytest.param(
        "The union sent a letter to the council urging a lower toll.", "The union", "a lower toll", id="in a letter"
    ),
    pytest.param("Berg is sure the ferry will sail.", "Berg", "the ferry will sail", id="adjective without that"),
    pytest.param("Polls show a close race.", "Polls", "a close race", id="polls show"),
    pytest.param("Berg called the toll a disgrace.", "Berg", "the toll a disgrace", id="called it something"),
    pytest.param(
        "The pier, which, Berg said, was closed, will open.", "Berg", "which | was closed", id="relative clause"
    ),
    pytest.param(
        "Berg accused Holm, who was born in Lund, of greed.",
        "Berg",
        "Holm, who was born in Lund, of greed",
        id="accused, who, of",
    ),
    pytest.param("“We go,” Berg said, and the ferry left.", "Berg", "“We go,”", id="and the reporter goes on"),
    pytest.param(
        "Though the toll was fair, she said, paying it would be hard.",
        "she",
        "Though the toll was fair | paying it would be hard",
        id="condition, then a gerund as subject",
    ),
    pytest.param("“We go,” said Berg, on her first day in Lund.", "Berg", "“We go,”", id="on the reporter's terms"),
    pytest.param("The toll was fair, she pointed out.", "she", "The toll was fair", id="phrasal verb, content first"),
    pytest.param("Berg has ruled out a higher toll.", "Berg", "a higher toll", id="phrasal verb and object"),
    pytest.param(
        "The ferry, as Anna Berg pointed out, has never been late.",
        "Anna Berg",
        "The ferry | has never been late",
        id="as she pointed out, in the middle",
    ),
    pytest.param(
        "Berg spoke out on Tuesday against the toll.", "Berg", "the toll", id="a day between verb and preposition"
    ),
    pytest.param(
        "In her talk with Holm, Berg threatened to close a port “in case of need,” Lund said.",
        "Lund",
        "In her talk with Holm, Berg threatened to close a port “in case of need,”",
        id="a long clause that ends in a quotation",
    ),
    pytest.param(
        "Anna Berg, who runs the port of Lund, said the ferry was late.",
        "Anna Berg, who runs the port of Lund,",
        "the ferry was late",
        id="relative clause in the source",
    ),
    pytest.param(
        "According to the coast guard, two boats sank.", "the coast guard", "two boats sank", id="according to, first"
    ),
    pytest.param(
        "Two boats sank, according to the coast guard.", "the coast guard", "Two boats sank", id="according to, last"
    ),
    pytest.param("Two boats sank, the coast guard said.", "the coast guard", "Two boats sank", id="content first"),
    pytest.param(
        "Two boats, she said, sank near the pier.",
        "she",
        "Two boats | sank near the pier",
        id="clause split around its source",
    ),
    pytest.param(
        "As the minister told reporters, the aim was to keep the ferry.",
        "the minister",
        "the aim was to keep the ferry",
        id="as he told",
    ),
    pytest.param(
        "The minister told reporters on Monday that the ferry would stay.",
        "The minister",
        "that the ferry would stay",
        id="addressee and time",
    ),
    pytest.param(
        "The minister has, however, warned Norway against raising the toll.",
        "The minister",
        "raising the toll",
        id="adverb between auxiliary and verb",
    ),
    pytest.param(
        "The minister promised not to raise the toll.", "The minister", "not to raise the toll", id="negated infinitive"
    ),
    pytest.param("The union called for a longer pause.", "The union", "a longer pause", id="particle"),
    pytest.param(
        "The minister made it clear that the toll would stay.",
        "The minister",
        "that the toll would stay",
        id="made it clear",
    ),
    pytest.param(
        "The government made a pledge to Norway not to raise the toll.",
        "The government",
        "not to raise the toll",
        id="support verb and addressee",
    ),
    pytest.param("His claim that the toll was legal went unheard.", "His", "that the toll was legal", id="noun"),
    pytest.param(
        "The minister is confident that the toll is legal.", "The minister", "that the toll is legal", id="adjective"
    ),
    pytest.param(
        "It was reported that the ferry had sunk.", "", "that the ferry had sunk", id="passive without a source"
    ),
    pytest.param(
        "She went on to argue that the toll was fair.", "She", "that the toll was fair", id="went on to argue"
    ),
    pytest.param(
        "Although she said the toll was fair, drivers stayed away.", "she", "the toll was fair", id="fronted clause"
    ),
    pytest.param(
        "If the toll went on rising, Berg warned Holm, the ferry would stop.",
        "Berg",
        "If the toll went on rising | the ferry would stop",
        id="condition before, consequence behind",
    ),
    pytest.param(
        "The plan has two parts, Berg said: a ferry to Lund, and a bridge.",
        "Berg",
        "The plan has two parts | a ferry to Lund, and a bridge",
        id="a list behind the attribution",
    ),
    pytest.param("Berg did not name the drivers.", "Berg", "the drivers", id="what is withheld"),
    pytest.param(
        "Those close to him say the toll will rise.", "Those close to him", "the toll will rise", id="plural base form"
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), FOUND)
def test_a_statement_has_its_source_and_content(text: str, source: str, content: str) -> None:
    statement = the_only(text)
    assert words(text, statement.source) == source
    assert words(text, statement.content) == content


ENDS = [
    pytest.param(
        "She said the toll was fair, adding that nobody would pay twice.",
        ["the toll was fair", "that nobody would pay twice"],
        id="participle of the tail",
    ),
    pytest.param(
        "The minister said the toll was fair, but drivers stayed away.",
        ["the toll was fair"],
        id="but and the reporter",
    ),
    pytest.param(
        "The minister said the toll was fair and called for patience.",
        ["the toll was fair", "patience"],
        id="and a second cue",
    ),
    pytest.param(
        "The king urged calm, with the queen noting that the toll was fair.",
        ["calm", "that the toll was fair"],
        id="with X noting",
    ),
    pytest.param(
        "The minister dismissed the report as baseless, insisting that the toll was fair.",
        ["the report as baseless", "that the toll was fair"],
        id="insisting",
    ),
]


@pytest.mark.parametrize(("text", "contents"), ENDS)
def test_content_ends_where_the_reporter_goes_on(text: str, contents: list[str]) -> None:
    assert [words(text, s.content) for s in statements_in(text)] == contents


ACTS = [
    ("The minister warned that the toll would rise.", "warn", "positive"),
    ("The minister denied that the toll would rise.", "deny", "negative"),
    ("The minister did not deny that the toll would rise.", "deny", "positive"),
    ("The minister vowed to lower the toll.", "pledge", "positive"),
    ("The minister called on drivers to pay the toll.", "demand", "positive"),
    ("The minister has not said whether the toll would rise.", "say", "negative"),
    ("The minister proposed a lower toll.", "propose", "positive"),
    ("The minister accused the union of lying.", "accuse", "positive"),
    ("The minister acknowledged that the toll was high.", "confirm", "positive"),
    ("The minister doubts that the toll is legal.", "doubt", "positive"),
    ("The minister believes that the toll is legal.", "believe", "positive"),
    ("The minister asked whether the toll was legal.", "ask", "positive"),
]


def test_what_is_promised_ends_before_another_subject() -> None:
    text = "Berg vowed to lower the toll, and Holm is promising to keep the ferry."
    assert [words(text, s.content) for s in statements_in(text)] == ["to lower the toll", "to keep the ferry"]


@pytest.mark.parametrize(("text", "act", "polarity"), ACTS)
def test_the_cue_gives_act_and_polarity(text: str, act: str, polarity: str) -> None:
    statement = the_only(text)
    assert (statement.act, statement.polarity) == (act, polarity)


def test_what_the_content_attributes_stands_under_inner() -> None:
    text = "The ministry said that the mayor had promised to lower the toll."
    outer = the_only(text)
    assert words(text, outer.source) == "The ministry"
    (inner,) = outer.inner
    assert (words(text, inner.source), inner.act) == ("the mayor", "pledge")


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = '"We are ready for this," Anna Berg said. "Nothing will stop us.\n\n"We will be there in June."'
    statement = the_only(text)
    assert words(text, statement.content).endswith('"We will be there in June."')
    assert len(statement.content) == 3


def test_a_colon_leads_to_the_quotation_of_the_next_paragraph() -> None:
    text = 'The Harbour Gazette reports:\n\n"The toll will rise. Nobody knows when."\n\nThat was in May.'
    statement = the_only(text)
    assert words(text, statement.source) == "The Harbour Gazette"
    assert words(text, statement.content) == '"The toll will rise. Nobody knows when."'


def test_a_nested_mark_of_the_same_kind_does_not_end_the_quotation() -> None:
    text = '"I do not know what "fair tolls" are, but we pay them," Anna Berg said.'
    assert words(text, the_only(text).content) == '"I do not know what "fair tolls" are, but we pay them,"'


def test_pronouns_and_surnames_take_the_full_name() -> None:
    text = "Anna Berg said the ferry was late.\n\nShe added that nobody was hurt.\n\nBerg warned that it might sink."
    assert [s.speaker for s in statements_in(text)] == ["Anna Berg", "Anna Berg", "Anna Berg"]


def test_a_nameless_official_speaks_for_the_office() -> None:
    assert the_only("A White House official said the talks had ended.").speaker == "White House"


def test_the_official_is_the_one_just_brought_in() -> None:
    text = "A White House official said the talks had ended.\n\nThe toll would stay, the official added."
    assert [s.speaker for s in statements_in(text)] == ["White House", "White House"]


def test_an_aide_of_the_lede_is_the_one_named_below() -> None:
    text = (
        "An aide to Peter Holm has said that the toll is fair.\n\n"
        "Holm’s policy adviser, Anna Berg, told reporters that it would rise."
    )
    assert [s.speaker for s in statements_in(text)] == ["Anna Berg", "Anna Berg"]


def test_another_persons_aide_stays_nameless() -> None:
    text = (
        "Holm’s policy adviser, Anna Berg, told reporters that the toll would rise.\n\n"
        "An aide to Peter Lund denied that it would."
    )
    assert statements_in(text)[1].speaker != "Anna Berg"


def test_details_that_come_from_somebody_are_theirs() -> None:
    text = "Some details of the plan came from Anna Berg, an engineer. The toll will rise in June, Reuters reports."
    assert [(s.speaker, s.via) for s in statements_in(text)] == [("Anna Berg", ()), ("Anna Berg", ("Reuters",))]


def test_a_participle_after_she_said_is_hers() -> None:
    text = "The toll was fair, Anna Berg said on Monday, noting that nobody had paid it."
    assert [s.speaker for s in statements_in(text)] == ["Anna Berg", "Anna Berg"]


def test_what_somebody_reports_of_another_does_not_make_him_the_last_speaker() -> None:
    text = "Anna Berg said that Peter Holm had promised help.\n\nShe added that nothing had come of it."
    assert [s.speaker for s in statements_in(text)] == ["Anna Berg", "Anna Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "“The toll is high,” Anna Berg was quoted as saying by Reuters.",
        "“The toll is high,” Anna Berg was quoted by Reuters as saying.",
        "Anna Berg was reported by Reuters to have said that the toll was high.",
    ],
)
def test_who_quotes_relays(text: str) -> None:
    statement = the_only(text)
    assert (statement.speaker, statement.via) == ("Anna Berg", ("Reuters",))
    assert "toll" in words(text, statement.content)


BODY = (
    "\n\nPrime Minister Anna Berg spoke to President Peter Holm on Monday. Norway and Sweden share a bridge, and both"
    " towns have paid for it since it was built. The ferry runs beside it."
)
HEADLINES = [
    ("Berg Tells Holm Norway Ready to Close Bridge", "Anna Berg", "Norway Ready to Close Bridge"),
    ("Norway ready to close bridge, Berg tells Holm", "Anna Berg", "Norway ready to close bridge"),
    ("Norway to close bridge, says Berg", "Anna Berg", "Norway to close bridge"),
    ("Norway Pleased, Cautions Sweden on Bridge", "Norway", "Bridge"),
    ("Norway warned of flood, envoy says", "envoy", "Norway warned of flood"),
]


@pytest.mark.parametrize(("headline", "speaker", "content"), HEADLINES)
def test_a_headline_leaves_out_what_a_sentence_needs(headline: str, speaker: str, content: str) -> None:
    article = open_article("test", Document(path="test.txt", text=headline + BODY))
    found = [s for s in statements_of(article) if s.whole.end <= len(headline)]
    assert [(s.speaker, words(article.text, s.content)) for s in found] == [(speaker, content)]


def test_what_a_headline_says_after_a_comma_is_another_statement() -> None:
    article = open_article("test", Document(path="test.txt", text="Berg Rejects Toll, Warns Sweden of Delay" + BODY))
    assert [words(article.text, s.content) for s in statements_of(article)][:2] == ["Toll", "Delay"]


def test_an_interview_names_its_relayer() -> None:
    statement = the_only("In an interview with CBS, Anna Berg said that the toll would rise.")
    assert (statement.speaker, statement.via) == ("Anna Berg", ("CBS",))


def test_an_outlet_that_was_told_is_a_relayer() -> None:
    statement = the_only("The minister told Reuters that the toll would rise.")
    assert statement.via == ("Reuters",)


def test_what_an_outlet_reports_of_a_speaker_stays_the_speakers() -> None:
    text = "Anna Berg revealed some details of the plan. The toll will rise in June, Reuters reports."
    last = statements_in(text)[-1]
    assert (last.speaker, last.via) == ("Anna Berg", ("Reuters",))


def test_an_outlet_that_quotes_somebody_relays_them() -> None:
    text = "Reuters quoted Anna Berg as saying that the toll would rise."
    statement = the_only(text)
    assert (statement.speaker, statement.via) == ("Anna Berg", ("Reuters",))
    assert words(text, statement.content) == "that the toll would rise"


def test_a_passive_with_its_relayer_names_both() -> None:
    statement = the_only("Anna Berg was quoted by Reuters as saying that the toll would rise.")
    assert (statement.speaker, statement.via) == ("Anna Berg", ("Reuters",))


def test_a_transcript_gives_each_block_to_its_speaker() -> None:
    text = "BERG: The toll is fair.\n\nHOLM: Nobody wants it.\n\nIt will be gone by June.\n\nBERG: We shall see."
    found = statements_in(text)
    assert [words(text, s.source) for s in found] == ["BERG", "HOLM", "BERG"]
    assert len(found[1].content) == 2


def test_a_signed_quotation_belongs_to_its_signature() -> None:
    text = "“The toll is a disgrace for the whole coast.” — Anna Berg"
    assert words(text, the_only(text).source) == "Anna Berg"


def test_a_headline_names_its_speaker_before_a_colon() -> None:
    text = (
        "Berg: Toll will rise in June\n\n"
        + "The town council met for the third time this year about the old bridge. " * 8
    )
    article = open_article("test", Document(path="test.txt", text=text))
    assert next(words(text, s.source) for s in statements_of(article)) == "Berg"


def test_nouns_that_look_like_cues_are_left_alone() -> None:
    assert statements_in("Berg called the police. Holm called an emergency meeting.") == ()
    assert statements_in("A highly anticipated report fell short. Many were surprised when it rained.") == ()
    assert statements_in("Everything he says is a lie.") == ()
    assert statements_in("The show went on, and the boats went out to sea. She set out for Lund.") == ()
    assert statements_in("The United States was on the agenda, as were the tax rules and the wage demands.") == ()


def test_furniture_says_nothing() -> None:
    text = "She said that the toll was fair."
    article = Article(name="test", text=text, segments=(Segment(kind="furniture", span=Span(0, len(text))),))
    assert statements_of(article) == ()


PIECES = st.sampled_from(
    "said told \" “ ” ' ‘ ’ « » , . : ; ( ) — -- according to by that he she who was has claim made a pledge not and "
    "but as Reuters Anna Berg, don't they'd adding quoted saying \n\n ! ? the of 5".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_spans_that_quote_it(text: str) -> None:
    def check(statement: Statement) -> None:
        for span in statement.source + statement.cue + statement.content:
            assert 0 <= span.start < span.end <= len(text)
        assert statement.content
        for inner in statement.inner:
            check(inner)

    for statement in statements_in(text):
        check(statement)
