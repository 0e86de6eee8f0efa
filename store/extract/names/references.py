"""Every mention of a person in text order: names, later surnames, roles and pronouns, resolved within the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.gazetteer import folded
from store.extract.names.lexicon import role_words, stands_for
from store.extract.names.name_forms import gender_of, surnames_of
from store.extract.names.registry import Person, Registry
from store.extract.names.roles import stands_alone
from store.extract.names.salience import Salience
from store.extract.names.short_names import ShortNames
from store.model.mentions import Party

if TYPE_CHECKING:
    from store.extract.names.board import Board
    from store.extract.names.lexicon import Entry
    from store.extract.names.people import Name
    from store.extract.names.roles import Role

_PRONOUNS = {"he": "m", "she": "f"}
_UNTOLD = frozenset({"our", "my", "your"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_SPEAKING = frozenset({"office", "staff", "counterpart", "rank"})
_CLOSERS = frozenset(
    {",", ".", ")", ";", ":", "who", "and", "of", "in", "at", "to", "for", "-", "–", "—", "from", "on"}
)

_ROW = 7
"""Tokens from one name to the next of "Ana Ruiz of the Dominican Republic, and Luis Paz"."""


class References:
    """One pass over the article that keeps in mind who was mentioned last."""

    def __init__(self, board: Board, names: list[Name], roles: list[Role]) -> None:
        self.board = board
        self.registry = Registry(names)
        self.parties: list[Party] = []
        self._names = {name.first: name for name in names}
        used = {id(name.role) for name in names if name.role is not None}
        spare = [role for role in roles if id(role) not in used and role.kind != "title"]
        self._roles = {role.core: role for role in spare} | {role.first: role for role in spare}
        self.surnames = surnames_of(names)
        """Folded words that are a person's surname in this article: no city's name here."""
        self._short = ShortNames(board, self.registry, names, self._roles.keys())
        self.salience = Salience(board)
        self._latest_unnamed: tuple[Party | None, int] = (None, -1)
        self._offices = {name.role.first: name for name in names if name.role is not None}
        self._covered = 0
        """End of the tokens that mentions cover so far."""
        self._pending: tuple[Role | None, Entry | None, int] = (None, None, -1)
        """The latest definite role that nobody known bears, its state and its sentence."""

    def collect(self) -> None:
        """Walk the tokens that may mention somebody once."""
        board, floor = self.board, 0
        pronouns = board.tokens.find(_PRONOUNS.keys())
        for i in sorted({*self._names, *self._roles, *pronouns, *board.capitals}):
            if i < floor:
                continue
            if i in self._names:
                floor = self._full_name(self._names[i])
            elif i in self._roles:
                floor = self._role(self._roles[i], i)
            elif board.tokens.lower[i] in _PRONOUNS:
                if not self.salience.quoted[i]:
                    self._pronoun(i)
            elif not board.claimed[i]:
                floor = self._lone_word(i)

    def _mentioned(self, person: Person, at: int) -> None:
        self.salience.mentioned(person, at)
        self.registry.mentioned(person)

    def _full_name(self, name: Name) -> int:
        person = self.registry.person(name)
        role = name.role
        if role is not None and role.kind == "counterpart":
            person.learn(self._antecedent_role(role), role.of, "")
        if role is not None and role.possessor >= 0:
            person.learn("", self._owner_of(role), "")
        if name.rule == "byline":
            return name.end
        if person.of is None and (role is not None or self._in_a_row(name)):
            person.learn("", self._state_behind(name.end), "")
        if role is None and person.of is None and person.last < 0:
            person.learn("", self._state_before(name.first), "")
        if role is None and person.last < 0:
            self._take_up(name, person)
        text = "" if role is None or role.kind in ("title", "counterpart") else role.text
        form = "name" if len(name.words) > 1 else "surname"
        # "President Ana Ruiz's aide Pia Sol": the owner's name is a mention of its own
        start = name.start if role is None or name.start >= self._covered else role.core
        self._emit(start, name.end, (name.first, name.end), person, form, name.rule, text)
        self._mentioned(person, name.first)
        self.salience.named(person, name.end)
        return name.end

    def _in_a_row(self, name: Name) -> bool:
        """True for the second of "Presidents Ana Ruiz of Peru and Luis Paz of Chile"."""
        latest, board = self.salience.latest, self.board
        near = 0 < name.first - self.salience.latest_end <= _ROW
        return near and latest is not None and bool(latest.roles) and board.lower(name.first - 1) in ("and", ",")

    def _state_behind(self, at: int) -> Entry | None:
        """The state of "President Ana Ruiz of Peru"."""
        board = self.board
        if board.lower(at) != "of":
            return None
        hit = board.hits.get(at + 2 if board.lower(at + 1) == "the" else at + 1)
        return hit.entry("state") if hit is not None else None

    def _state_before(self, at: int) -> Entry | None:
        """The state of "Peru's Ana Ruiz"."""
        board = self.board
        hit = board.hit_of.get(at - 2) if board.lower(at - 1) == "'s" else None
        return hit.entry("state") if hit is not None else None

    def _take_up(self, name: Name, person: Person) -> None:
        """Give a role without a name to whoever opens the next paragraph: the wire's order of telling.

        "... the Norwegian foreign minister said here Friday." / "Anna Berg told reporters ..."
        """
        board, (role, of, sentence) = self.board, self._pending
        here = board.tokens.sentence_of[name.first]
        if role is None or person.roles or not board.opening[name.first] or board.lower(name.end) == ",":
            return
        paragraphs = [board.tokens.sentences[k].paragraph for k in (sentence, here)]
        if paragraphs[1] - paragraphs[0] == 1:
            person.learn(role.text, of, gender_of(role.text))

    def _antecedent_role(self, role: Role) -> str:
        other = self.salience.subject(role.core)
        return other.role if other is not None else ""

    def _owner_of(self, role: Role) -> Entry | None:
        """The state of the person before 's: an aide of a president works for the president's state."""
        person = self.registry.called(folded(self.board.tokens.words[role.possessor]), None, role.possessor)
        if person is not None and role.kind == "staff":
            person.has_staff = True
        return person.of if person is not None else None

    def _role(self, role: Role, at: int) -> int:
        board = self.board
        if role.plural or role.determiner in _UNTOLD or not board.free(at, role.end):
            return at + 1
        start = role.first if board.free(role.first, role.end) else role.core
        if (holder := self._second_office(role)) is not None:
            self.registry.person(holder).learn(role.text, role.of, gender_of(role.text))
            board.claim(start, role.end)
            return role.end
        of = role.of or (self._owner_of(role) if role.possessor >= 0 else None)
        person = self._apposed(role, start)
        if person is not None:
            person.learn("" if role.kind == "counterpart" else role.text, of, gender_of(role.text))
            board.claim(start, role.end)
            self.salience.named(person, role.end)
            return role.end
        if not stands_alone(board, role):
            return at + 1
        headline = board.sentence(role.core).kind == "headline"
        if role.determiner in _INDEFINITE or not (role.determiner or of is not None or headline):
            return self._unnamed(role, start, of) if role.of is not None and role.kind in _SPEAKING else at + 1
        if role.kind == "counterpart" and not role.text.endswith(("counterpart", "opposite number", "colleague")):
            return at + 1
        return self._definite(role, start, of) or at + 1

    def _second_office(self, role: Role) -> Name | None:
        """Who holds both offices: "Peru's Deputy Prime Minister and Foreign Minister Ana Ruiz"."""
        if self.board.lower(role.end) != "and" or not role.capital:
            return None
        name = self._offices.get(role.end + 1)
        return name if name is not None and name.role is not None and name.role.of is None else None

    def _definite(self, role: Role, start: int, of: Entry | None) -> int:
        """Resolve "the Peruvian leader", "his Chilean counterpart"; the token after it, 0 where nobody is meant."""
        text = role.text
        if role.kind == "counterpart":
            text = self._antecedent_role(role) or text
            person = self.registry.colleague(text, of) if of is not None else None
        else:
            headline = self.board.sentence(role.core).kind == "headline"
            person = self.registry.holder(role, of, start, anywhere=headline)
        again = self._unnamed_again(role, person) if of is None else None
        if again is not None:
            return self._phrase(role, start, again.name, again.of, again.role)
        if person is None:
            return self._unnamed(role, start, of, text) if of is not None and role.kind in _SPEAKING else 0
        person.learn(text if not person.roles else "", of, "")
        self._emit(start, role.end, None, person, "role", "role resolved", text)
        self.board.claim(start, role.end)
        self._mentioned(person, role.core)
        return role.end

    def _unnamed_again(self, role: Role, person: Person | None) -> Party | None:
        """The official without a name who was mentioned last: "a Peruvian official ... the official added"."""
        party, at = self._latest_unnamed
        if party is None or party.role.rsplit(" ", 1)[-1] != role.text.rsplit(" ", 1)[-1]:
            return None
        return party if person is None or person.last < at else None

    def _apposed(self, role: Role, start: int) -> Person | None:
        """The person named right before: "Anna Berg, the Norwegian envoy"."""
        if self.salience.latest is None:
            return None
        lower = self.board.lower
        near = self.salience.latest_end == start - 1 and lower(start - 1) in (",", "(")
        second = (
            self.salience.latest_end == start - 1
            and lower(start - 1) == "and"
            and lower(self.salience.latest_end - 1) in ("minister", "president")
        )
        closed = self.board.lower(role.end) in _CLOSERS or role.end == self.board.sentence(role.core).end
        own = role.possessor >= 0 and folded(self.board.tokens.words[role.possessor]) in map(
            folded, self.salience.latest.words
        )
        return self.salience.latest if (near or second) and closed and not own else None

    def _unnamed(self, role: Role, start: int, of: Entry | None, text: str = "") -> int:
        """A role whose holder the article has not named (yet): a person known by the noun phrase."""
        board = self.board
        tokens = board.tokens
        first = start + 1 if role.determiner and board.lower(start) == role.determiner else start
        name = " ".join(tokens.text[tokens.starts[first] : tokens.ends[role.end - 1]].split())
        if role.determiner not in _INDEFINITE and board.sentence(role.core).kind == "body":
            self._pending = (role, of, tokens.sentence_of[role.core])
        return self._phrase(role, start, name, of.name if of is not None else "", text or role.text)

    def _phrase(self, role: Role, start: int, name: str, of: str, text: str) -> int:
        """Put down a person known by a phrase only."""
        rule = "indefinite role" if role.determiner in _INDEFINITE else "role"
        span = self.board.tokens.span(start, role.end)
        party = Party(span=span, name=name, kind="person", role=text, of=of, form="role", rule=rule)
        self.board.claim(start, role.end)
        self.parties.append(party)
        self._covered = role.end
        self._latest_unnamed = (party, role.core)
        return role.end

    def _lone_word(self, i: int) -> int:
        """A later short name, "Ruiz" after "Ana Ruiz"; the token to go on from."""
        end, found = self._short.at(i)
        if found is None:
            return end
        first = i
        if i - 2 >= self._covered and self.board.glued(i) and self.board.lower(i - 1) == "-" and not found.joined:
            first -= 2 * (self.board.lower(i - 2) in role_words().particles)  # "al-Jaber"
        self.board.claim(first, end)
        self._emit(first, end, (first, end), found.person, found.form, "known name", "")
        self._mentioned(found.person, i)
        if not found.joined:
            self.salience.named(found.person, end)
        return end

    def _pronoun(self, i: int) -> None:
        gender = _PRONOUNS[self.board.lower(i)]
        person = self.salience.meant(i, gender)
        if person is not None:
            person.gender = person.gender or gender
            self._emit(i, i + 1, None, person, "pronoun", "pronoun", "")
            self._mentioned(person, i)

    def _emit(
        self, first: int, end: int, head: tuple[int, int] | None, person: Person, form: str, rule: str, role: str
    ) -> None:
        tokens = self.board.tokens
        self._covered = end
        self.parties.append(
            Party(
                span=tokens.span(first, end),
                name=person.name,
                kind="person",
                role=role or person.role,
                of=stands_for(person.of),
                head=tokens.span(*head) if head is not None else None,
                form=form,
                rule=rule,
            )
        )
