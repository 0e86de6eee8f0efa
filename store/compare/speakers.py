"""Who speaks, across articles: one name for one person, and the office that they speak for or head."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from store.compare.offices import beside, has_body, headship, institution, institution_in, parts_of, spoken_for
from store.compare.person_names import full_names, is_person, longest_name
from store.compare.states import name_of_state, office_names, offices, organisations, relayers, state_names
from store.compare.wordlists import function_words
from store.model.facts import Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from store.model.reports import Report

BARE = ("the ", "a ", "an ")


class Speaker(NamedTuple):
    """One who speaks, as claims and origins name them."""

    name: str
    office: str = ""
    """Office that they speak for: an aide's or spokesperson's."""
    heads: str = ""
    """Office that they hold in their own right."""
    state: str = ""
    """ISO code of the state whose side they are on."""
    named: bool = True
    """False for "officials", "critics" and pronouns: two articles never mean the same ones for sure."""

    @property
    def known(self) -> bool:
        """True for a state, office or organisation, and a person named in full somewhere."""
        return self.named and (bool(self.office or self.heads or self.state) or " " in self.name)

    @property
    def state_name(self) -> str:
        """English short name of ``state``, or ""."""
        return name_of_state(self.state)

    @property
    def voice(self) -> str:
        """What makes two speakers one: the office spoken for, else the name."""
        return self.office or self.name

    @property
    def seat(self) -> str:
        """The office whose words these are: spoken for, headed, or the name itself."""
        return self.office or self.heads or self.name


@dataclass(frozen=True, slots=True)
class Speakers:
    """The speakers of all articles."""

    _known: dict[tuple[int, str], Speaker]
    _principal: Callable[[str], str]

    def of(self, report: Report, speaker: str, source: str = "") -> Speaker:
        """Who ``speaker`` of ``report`` is; of a state, ``source`` may name the office that speaks for it."""
        bare = without_article(speaker)
        known = self._known.get((report.article_id, bare)) or Speaker(bare, named=False)
        if known.name == known.state_name and (office := spoken_for(source, self._principal)):
            return Speaker(office, office, state=known.state, named=is_one(office))
        return known


class _Mention(NamedTuple):
    report: Report
    name: str
    phrases: tuple[tuple[str, bool], ...]
    """Noun phrases that may tell the role; True where the role must end the phrase."""


def speakers_among(reports: Iterable[Report]) -> Speakers:
    """Who speaks in ``reports``; what one article says of a person's office holds in the others."""
    mentions = [_mention(r, name) for r in reports for name in dict.fromkeys(_speakers_of(r)) if name]
    chiefs = _chiefs(mentions)
    people = [(m.report, longest_name(m.report.text, m.name)) for m in mentions if is_person(m.name)]
    full = full_names(
        name for _, name in (*people, *chiefs, *((m.report, m.name) for m in mentions if is_person(m.name)))
    )
    heads = _heads((*people, *chiefs), full)

    def principal(name: str) -> str:
        bare = name.removesuffix("'s").strip()
        return heads.get(full.get(bare, bare), ("", ""))[0] or _by_surname(heads, bare)

    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        if is_person(mention.name):
            found = (spoken_for(phrase, principal, ends=ends) for phrase, ends in mention.phrases)
            spoken[full.get(mention.name, mention.name)].update(office for office in found if is_one(office))
    known: dict[tuple[int, str], Speaker] = {}
    for report, name, _ in mentions:
        if is_person(name):
            whole = full.get(name, name)
            head, state = heads.get(whole, ("", ""))
            office = "" if head else _most(spoken[whole])
            known[report.article_id, name] = Speaker(whole, office, head, state or _state_of(office))
        else:
            known[report.article_id, name] = _impersonal(name, principal)
    return Speakers(known, principal)


def _speakers_of(report: Report) -> Iterator[str]:
    for fact in report.facts:
        if isinstance(fact.found, Statement):
            yield without_article(fact.found.speaker)
            yield from (without_article(inner.speaker) for inner in fact.found.inner)


def _mention(report: Report, name: str) -> _Mention:
    if not is_person(name):
        return _Mention(report, name, ((name, False),))
    phrases = []
    for wording in dict.fromkeys((name, name.split()[-1])):
        before, after = beside(report.text, wording)
        phrases += [(p, True) for p in before] + [(p, False) for p in after]
    return _Mention(report, name, tuple(phrases))


def _chiefs(mentions: list[_Mention]) -> list[tuple[Report, str]]:
    """The people for whom others speak, by the fullest name that the article gives them."""
    found: dict[tuple[int, str], tuple[Report, str]] = {}
    for report, name, phrases in mentions:
        body = [institution(parts_of(name), lambda _: "").split(" ")[0]] if has_body(name) else []
        for person in (*body, *(spoken_for(phrase, lambda _: "", ends=ends) for phrase, ends in phrases)):
            if person and is_person(person):
                whole = longest_name(report.text, person)
                found[report.article_id, whole] = (report, whole)
    return list(found.values())


def _heads(people: Iterable[tuple[Report, str]], full: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Full name -> (office headed, ISO code of its state), as most articles have it."""
    votes: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for report, name in people:
        found = headship(report.text, name)
        if found and found.state:
            votes[full.get(name, name)][found.office, found.state.iso] += 1
    return {name: min(c, key=lambda k: (-c[k], k)) for name, c in votes.items()}


def _by_surname(heads: dict[str, tuple[str, str]], name: str) -> str:
    if not name:
        return ""
    found = {office for whole, (office, _) in heads.items() if whole.split()[-1] == name.split()[-1] and office}
    return found.pop() if len(found) == 1 else ""


def _most(offices_found: Counter[str]) -> str:
    return min(offices_found, key=lambda o: (-offices_found[o], o), default="")


def _state_of(office: str) -> str:
    if office in offices():
        return offices()[office].iso
    words = office.split()
    for length in range(min(3, len(words)), 0, -1):
        state = state_names().of(" ".join(words[:length]).lower())
        if state:
            return state.iso
    return ""


def _impersonal(bare: str, principal: Callable[[str], str]) -> Speaker:
    """A state, office, organisation, or a noun phrase such as "Fenland official"."""
    lower = bare.lower()
    if lower in relayers():
        return Speaker(bare, named=False)
    if state := state_names().of(lower):
        return Speaker(state.name, state=state.iso)
    if lower in office_names():
        office = office_names()[lower]
        return Speaker(office, office=office, state=_state_of(office))
    if lower in organisations():
        return Speaker(organisations()[lower])
    if office := spoken_for(bare, principal) or institution_in(lower.split()):
        return Speaker(bare, office=office, state=_state_of(office), named=is_one(office))
    if has_body(bare) and (whole := institution(parts_of(bare), principal)):
        return Speaker(whole, office=whole, state=_state_of(whole), named=is_one(whole))
    return Speaker(bare, named=False)


def is_one(office: str) -> bool:
    """True where ``office`` is one and the same in every article: "Interior Ministry" is not, without its state."""
    body = {"ministry", "department", "government", "parliament", "army", "military", "police", "cabinet"}
    return bool(office) and (body.isdisjoint(office.lower().split()) or bool(_state_of(office)))


def without_article(name: str) -> str:
    """``name`` without a leading article; "" where nothing but a pronoun or determiner is left."""
    bare = name.strip()
    for article in BARE:
        if bare.lower().startswith(article):
            bare = bare[len(article) :]
            break
    return "" if bare.lower() in function_words() else bare
