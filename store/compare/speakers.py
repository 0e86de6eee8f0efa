"""Who speaks, across articles: one name for one person, and the office that they speak for or head."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from store.compare.casts import without_article
from store.compare.offices import spoken_for
from store.compare.states import name_of_state, offices, state_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from store.model.reports import Report


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


class Speakers:
    """The speakers of all articles."""

    def __init__(self, known: Mapping[int, Mapping[str, Speaker]], principal: Callable[[str], str]) -> None:
        self._known = known
        self._principal = principal
        self.asked: dict[int, set[str]] = defaultdict(set)
        """Article id -> people whose office decided for whom a state's source speaks."""

    def of(self, report: Report, speaker: str, source: str = "") -> Speaker:
        """Who ``speaker`` of ``report`` is; of a state, ``source`` may name the office that speaks for it."""
        bare = without_article(speaker)
        known = self._known.get(report.article_id, {}).get(bare) or Speaker(bare, named=False)

        def principal(name: str) -> str:
            self.asked[report.article_id].add(name)
            return self._principal(name)

        if known.name == known.state_name and (office := spoken_for(source, principal)):
            return Speaker(office, office, state=known.state, named=is_one(office))
        return known


def state_of_office(office: str) -> str:
    """ISO code of the state whose office this is, or ""."""
    if office in offices():
        return offices()[office].iso
    words = office.split()
    for length in range(min(3, len(words)), 0, -1):
        state = state_names().of(" ".join(words[:length]).lower())
        if state:
            return state.iso
    return ""


def is_one(office: str) -> bool:
    """True where ``office`` is one and the same in every article: "Interior Ministry" is not, without its state."""
    body = {"ministry", "department", "government", "parliament", "army", "military", "police", "cabinet"}
    return bool(office) and (body.isdisjoint(office.lower().split()) or bool(state_of_office(office)))
