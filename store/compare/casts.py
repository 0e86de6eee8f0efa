"""What one article tells of its speakers, before anything is known from the others: names, roles, offices held."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.compare.offices import beside, has_body, headship, institution, parts_of, spoken_for
from store.compare.person_names import is_person, longest_name
from store.compare.wordlists import function_words
from store.model.facts import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from store.model.reports import Report

BARE = ("the ", "a ", "an ")


class Mention(NamedTuple):
    """One name of a speaker."""

    name: str
    person: bool
    whole: str
    """Of a person: with the given name that the article puts before the surname somewhere."""
    phrases: tuple[tuple[str, bool], ...]
    """Noun phrases that may tell the role; True where the role must end the phrase."""


class Headed(NamedTuple):
    """An office that the article gives a person."""

    name: str
    office: str
    iso: str


class Cast(NamedTuple):
    """The speakers of one article."""

    article_id: int
    mentions: tuple[Mention, ...]
    chiefs: tuple[str, ...]
    """The people for whom others speak, by the fullest name that the article gives them."""
    heads: tuple[Headed, ...]

    @property
    def people(self) -> frozenset[str]:
        """Every form of a person's name."""
        named = (n for m in self.mentions if m.person for n in (m.name, m.whole))
        return frozenset((*named, *self.chiefs))


def surname(name: str) -> str:
    """The word under which the forms of a person's name are found; "" for ""."""
    return name.split()[-1] if name.split() else ""


def cast_of(report: Report) -> Cast:
    """The speakers of ``report``."""
    mentions = tuple(_mention(report, name) for name in dict.fromkeys(_speakers_of(report)) if name)
    chiefs = tuple(dict.fromkeys(_chiefs(report, mentions)))
    people = (*(m.whole for m in mentions if m.person), *chiefs)
    return Cast(report.article_id, mentions, chiefs, tuple(_heads(report, people)))


def _speakers_of(report: Report) -> Iterator[str]:
    for fact in report.facts:
        if isinstance(fact.found, Statement):
            yield without_article(fact.found.speaker)
            yield from (without_article(inner.speaker) for inner in fact.found.inner)


def _mention(report: Report, name: str) -> Mention:
    if not is_person(name):
        return Mention(name, person=False, whole=name, phrases=((name, False),))
    phrases = []
    for wording in dict.fromkeys((name, name.split()[-1])):
        before, after = beside(report.text, wording)
        phrases += [(p, True) for p in before] + [(p, False) for p in after]
    return Mention(name, person=True, whole=longest_name(report.text, name), phrases=tuple(phrases))


def _chiefs(report: Report, mentions: Iterable[Mention]) -> Iterator[str]:
    for mention in mentions:
        name = mention.name
        body = [institution(parts_of(name), lambda _: "").split(" ")[0]] if has_body(name) else []
        for person in (*body, *(spoken_for(phrase, lambda _: "", ends=ends) for phrase, ends in mention.phrases)):
            if person and is_person(person):
                yield longest_name(report.text, person)


def _heads(report: Report, people: Iterable[str]) -> Iterator[Headed]:
    for name in people:
        found = headship(report.text, name)
        if found and found.state:
            yield Headed(name, found.office, found.state.iso)


def without_article(name: str) -> str:
    """``name`` without a leading article; "" where nothing but a pronoun or determiner is left."""
    bare = name.strip()
    for article in BARE:
        if bare.lower().startswith(article):
            bare = bare[len(article) :]
            break
    return "" if bare.lower() in function_words() else bare
