"""The lexicon of meetings: which words name an occasion, schedule it, or rule it out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from store.extract.tables import table_of

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingWords:
    """Sections of ``lexicon/meetings.toml``, ready for look-up."""

    strong: dict[str, str]
    weak: dict[str, str]
    held: dict[str, str]
    kinds: dict[str, str]
    """All three in one."""
    calls: Words
    modifiers: dict[str, Words]
    verbs: dict[str, Words]
    not_met: Words
    people: Words
    assemblies: Words
    pairs: Words
    sports: Words
    governing: Words
    """Words of those who run a sport: in reports of sport only their meetings are any."""
    company: dict[str, Words]
    """Words that tell several sides in one place or conversation, by what they tell."""
    deliberate: dict[str, Words]
    phrases: dict[str, tuple[str, ...]]
    """Base form of a verb -> what follows it where it means to deal with a matter."""
    fixtures: Words
    """Words of one fixture: a side that "meets" another beside one of them plays it."""

    def series(self, word: str) -> str:
        """The series that a meeting noun stands for, "" for any other word."""
        return self.kinds.get(word, "")


@cache
def dated_verbs() -> Words:
    """Base forms of verbs that announce a meeting only beside a day to come."""
    words = meeting_words()
    company = frozenset().union(*(words.company[name] for name in ("talk", "move", "spot", "share", "start")))
    return (
        company
        | words.deliberate["matters"]
        | words.phrases.keys()
        | {"raise", "join", "brief", "call", "play", "summon", "convoke", "invite", "ask", "bid", "bring"}
    )


@cache
def meeting_words() -> MeetingWords:
    """The lexicon, read once."""
    table = table_of("meetings")
    objects = table["objects"]
    return MeetingWords(
        strong=table["nouns"]["strong"],
        weak=table["nouns"]["weak"],
        held=table["nouns"]["held"],
        kinds=table["nouns"]["held"] | table["nouns"]["weak"] | table["nouns"]["strong"],
        calls=frozenset(table["modifiers"]["calls"]),
        modifiers={name: frozenset(words) for name, words in table["modifiers"].items()},
        verbs={name: frozenset(words) for name, words in table["verbs"].items()},
        not_met=frozenset(objects["not_met"]),
        people=frozenset(objects["people"]),
        assemblies=frozenset(objects["assemblies"]),
        pairs=frozenset(objects["pairs"]),
        sports=frozenset(table["sports"]["words"]),
        governing=frozenset(table["sports"]["governing"]),
        company={name: frozenset(words) for name, words in table["company"].items()},
        deliberate={name: frozenset(table["deliberate"][name]) for name in ("matters", "raised")},
        phrases={verb: tuple(words) for verb, words in table["deliberate"]["phrases"].items()},
        fixtures=frozenset(table["sports"]["fixtures"]),
    )
