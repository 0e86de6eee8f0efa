"""Verbs of a sentence with their auxiliaries, and whether each looks ahead or back."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from store.extract.inside_verbs import past_phrase
from store.extract.times.direction_words import direction_words, is_base, is_participle, is_regular_past
from store.extract.times.verb_places import (
    SentenceVerbs,
    VerbGroup,
    conditional,
    has_agent,
    is_object,
    plural_subject,
    two_subjects,
)
from store.extract.times.words import calendar_words
from store.extract.verb_forms import BE, DO, HAVE, MODALS, WILL, WOULD, verb_forms

if TYPE_CHECKING:
    from store.extract.tokens import Tokens
    from store.model.mentions import Direction

_PRESENT_BE = frozenset({"is", "are", "am", "'re", "'m", "isn't", "aren't"})


def verb_groups(tokens: Tokens, start: int, stop: int) -> list[VerbGroup]:
    """Verb groups of the tokens ``[start, stop)`` (one sentence), in text order."""
    sentence = SentenceVerbs(tokens.lower, tokens.words, start, stop, [])
    starts, floor = _starts(), start
    opening = [
        at for at, word in enumerate(tokens.lower[start:stop], start) if word in starts or word.endswith(_VERB_ENDS)
    ]
    for at in opening:
        group = _group_at(sentence, at) if at >= floor else None
        if group:
            sentence.groups.append(group)
            floor = group.end
    return sentence.groups


_VERB_ENDS = ("ed", "'ll", "'d")
"""Ends of the verbs that no list has."""


@cache
def _starts() -> frozenset[str]:
    """The listed words that a verb group can start with."""
    return frozenset(verb_forms()) | WILL | WOULD | MODALS | BE | HAVE | DO | direction_words().planned | {"to"}


def _group_at(s: SentenceVerbs, at: int) -> VerbGroup | None:
    word = s.low[at]
    if word in WILL or word in WOULD or word in MODALS or word.endswith(("'ll", "'d")):
        # "May" with a capital inside a sentence is a month or a name.
        return None if s.raw[at] == "May" and at > s.start else _modal(s, at)
    if word in BE:
        return _be(s, at)
    if word in HAVE:
        return _have(s, at)
    if word in DO:
        return VerbGroup(at, at + 1, "past" if word in ("did", "didn't") else "none", "do", finite=True)
    if word == "to":
        return _infinitive(s, at)
    if word in direction_words().planned and (planned := _planned(s, at)):
        return planned
    return _lexical(s, at)


def _planned(s: SentenceVerbs, at: int) -> VerbGroup | None:
    """As in "talks scheduled for Monday"; "set aside" plans nothing."""
    word, lists = s.low[at], direction_words()
    if word == "due" and s.word(at + 1) == "to" and not is_base(s.word(at + 2)):
        return None
    if word == "set" and s.word(at + 1) not in ("to", "for", "on", "in"):
        return VerbGroup(at, at + 1, "past", "set", finite=True)
    if s.word(at - 1) in lists.attributive and word not in lists.planned_attribute:
        return None
    return VerbGroup(at, at + 1, "future", word, finite=False)


def _modal(s: SentenceVerbs, at: int) -> VerbGroup:
    """As in "will meet", "would meet", "may have met", "could not be reached"."""
    word, verb = s.low[at], s.skip(past_phrase(s.low, s.skip(at + 1), s.stop))
    if s.word(verb) == "have" and is_participle(s.word(s.skip(verb + 1))):
        return VerbGroup(at, verb + 2, "future" if word in WILL else "past", "have", finite=True)
    if s.word(verb - 1) == "be" and not is_participle(s.word(verb)) and not s.word(verb).endswith("ing"):
        verb -= 1  # "the funeral will be Friday"
    direction: Direction = "future"
    if word in ("could", "couldn't") and _denied(s, at):
        direction = "past"
    return VerbGroup(at, min(verb + 1, s.stop), direction, s.word(verb), finite=True)


def _denied(s: SentenceVerbs, at: int) -> bool:
    """As in "could not be reached Friday" tells what failed; "could come on Tuesday" looks ahead."""
    if s.low[at] == "couldn't" or s.word(at + 1) == "not":
        return True
    return not direction_words().nobody.isdisjoint(s.low[max(s.start, at - 12) : at])


def _be(s: SentenceVerbs, at: int) -> VerbGroup:
    """As in "is to hold", "are meeting", "was killed", "is due"."""
    tense: Direction = "future" if s.low[at] in _PRESENT_BE else "past"
    verb = s.skip(at + 1)
    if s.word(verb) in ("last", "earlier") and is_participle(s.word(verb + 1)):
        verb += 1  # "was last scheduled for Monday"
    word = s.word(verb)
    if word == "to" and is_base(s.word(verb + 1)):
        return _planned_passive(s, at, verb + 1)
    because = word == "due" and s.word(verb + 1) == "to" and not is_base(s.word(verb + 2))
    if word in direction_words().planned and not because:
        return VerbGroup(at, verb + 1, "future", word, finite=True)
    if word == "going" and s.word(verb + 1) == "to":
        return VerbGroup(at, verb + 2, tense, "go", finite=True)
    if word == "being" and is_participle(s.word(s.skip(verb + 1))):
        return VerbGroup(at, s.skip(verb + 1) + 1, tense, "be", finite=True)  # "is being received on Monday"
    if word == "being" or s.low[at] in ("being", "been"):
        return VerbGroup(at, at + 1, tense, "be", finite=s.low[at] != "being")
    if word in calendar_words().weekdays and s.word(verb + 1) == "to" and is_base(s.word(verb + 2)):
        return VerbGroup(at, at + 1, "future", "be", finite=True)  # "was Monday to meet the king"
    form = verb_forms().get(word)
    if form and form.form == "gerund":
        return VerbGroup(at, verb + 1, tense, form.base, finite=True)
    participle = is_participle(word)
    base = form.base if form else word if participle else "be"
    end = verb + 1 if participle else at + 1
    if s.low[at] == "be":
        return VerbGroup(at, end, "none", base, finite=False)
    return VerbGroup(at, end, tense, base, finite=True)


def _planned_passive(s: SentenceVerbs, at: int, verb: int) -> VerbGroup:
    """As in "are to meet"; in "are to be held" and "were to have met" the participle is the verb."""
    met = s.skip(verb + 1)
    met = s.skip(met + 1) if s.word(met) == "been" else met
    if s.low[verb] == "have" and is_participle(s.word(met)):
        return VerbGroup(at, met + 1, "future", _base(s.low[met]), finite=True)
    passive = s.skip(verb + 1) if s.low[verb] == "be" else verb
    if passive == verb or not is_participle(s.word(passive)):
        return VerbGroup(at, verb + 1, "future", s.low[verb], finite=True)
    return VerbGroup(at, passive + 1, "future", _base(s.low[passive]), finite=True)


def _base(word: str) -> str:
    form = verb_forms().get(word)
    return form.base if form else word


def _have(s: SentenceVerbs, at: int) -> VerbGroup:
    """As in "has met", "had been expected", "have to leave", "has a deadline"."""
    verb = s.skip(at + 1)
    word, planned = s.word(verb), direction_words().planned
    tense: Direction = "past" if s.low[at] == "had" else "none" if s.low[at] == "having" else "future"
    if word == "been" and s.word(s.skip(verb + 1)) in planned:
        verb = s.skip(verb + 1)
        word = s.low[verb]
    if word in planned:
        return VerbGroup(at, verb + 1, "future", word, finite=True)
    if word == "to":
        return VerbGroup(at, verb + 1, tense, "have", finite=True)
    if word == "been" and is_participle(s.word(s.skip(verb + 1))):
        verb = s.skip(verb + 1)  # "have been summoned"
        word = s.low[verb]
    if word == "been" or is_participle(word):
        return VerbGroup(at, verb + 1, "past", _base(word), finite=True)
    return VerbGroup(at, at + 1, tense, "have", finite=True)


def _infinitive(s: SentenceVerbs, at: int) -> VerbGroup | None:
    """As in "to hold": ahead, unless its verb says that it happened ("failed to agree")."""
    verb = at + 1 if s.word(at + 1) == "be" else s.skip(at + 1)
    word = s.word(verb)
    if not is_base(word) or (s.raw[verb][:1].isupper() and s.raw[at].islower()):
        return None
    if word == "have":
        return VerbGroup(at, verb + 1, "past", "have", finite=False)
    end = verb + 2 if word == "be" and is_participle(s.word(verb + 1)) else verb + 1
    return VerbGroup(at, end, "past" if _already_happened(s, at, word) else "future", word, finite=False)


def _already_happened(s: SentenceVerbs, at: int, word: str) -> bool:
    """As in "failed to agree"; "shed two percent, to close on Friday at"; "beat them 2-0 to win on Sunday"."""
    if s.word(at - 1) in direction_words().plan_nouns:
        return False
    matrix = s.groups[-1] if s.groups else None
    if matrix is None or matrix.direction != "past" or word == "be":
        return False
    if matrix.base in direction_words().implicative:
        return True
    result = s.word(at - 1) in (",", "enough") or (word in direction_words().results and at - matrix.end > 1)
    return matrix.finite and result


def _of_a_name(s: SentenceVerbs, at: int) -> bool:
    """As in "Ruiz sees the premier": a name stands right before."""
    return at > s.start and s.raw[at - 1][:1].isupper() and s.raw[at - 1].isalpha() and s.raw[at][:1].islower()


def _lexical(s: SentenceVerbs, at: int) -> VerbGroup | None:
    """A full verb without auxiliary."""
    word, before, lists = s.low[at], s.word(at - 1), direction_words()
    form = verb_forms().get(word)
    capital = s.raw[at][:1].isupper()
    if before in lists.attributive or before == "-":
        return None  # "the UN-controlled airport", "the so-called quartet"
    if form is None:
        past = is_regular_past(word) and not capital
        return VerbGroup(at, at + 1, "past", word, finite=True) if past else None
    if form.form == "participle" and word == form.base:
        form = form._replace(form="base")  # "ministers come together": without "have" no participle
    if word in lists.unchanged and conditional(s, at):
        return VerbGroup(at, at + 1, "future", form.base, finite=True)
    if form.form in ("past", "past or participle", "participle"):
        known = not capital or at == s.start
        finite = form.form != "participle" and not has_agent(s, at)
        return VerbGroup(at, at + 1, "past", form.base, finite=finite) if known else None
    if form.form == "third" and form.base in lists.scheduled and not is_object(s, at, form.base):
        return VerbGroup(at, at + 1, "future", form.base, finite=True)
    if form.form == "third" and form.base not in lists.reporting and before in lists.subjects:
        return VerbGroup(at, at + 1, "future", form.base, finite=True)
    if form.form == "third" and _of_a_name(s, at) and form.base not in lists.reporting | lists.noun_thirds:
        return VerbGroup(at, at + 1, "future", form.base, finite=True)
    if form.form == "base" and form.base in lists.scheduled and (before in ("they", "we") or two_subjects(s, at)):
        return VerbGroup(at, at + 1, "future", form.base, finite=True)
    if form.form == "base" and form.base in lists.scheduled_plural and plural_subject(before, form.base):
        return VerbGroup(at, at + 1, "future", form.base, finite=True)
    return None
