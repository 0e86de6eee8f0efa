"""Verb groups of a sentence with tense, mood and voice, and what lies between two of its words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

from store.extract.verb_forms import BE, DO, HAVE, MODALS, NEGATIONS, WILL, WOULD, VerbForm, verb_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

Tense = Literal["future", "reported", "present", "past", "perfect", "modal", "infinitive", "gerund", "participle"]
Mood = Literal["fixed", "expected", "proposed", "wish", "refused", "journey", "plain"]

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your any some no every each another both all such".split()
)
PREPOSITIONS = frozenset(
    "of in on at to for with by from about over under into between among during after before since until till through against "
    "toward towards via within without near around across along amid despite ahead following regarding concerning "
    "including besides beyond upon throughout alongside".split()
)
ADVERBS = frozenset(
    "also now currently both all still not never already again first then later reportedly tentatively probably likely possibly soon "
    "provisionally initially originally only even just jointly together separately formally officially finally therefore "
    "definitely certainly apparently clearly instead once n't no longer either previously yet to-day publicly briefly".split()
)
SUBORDINATORS = frozenset(
    "that which who whom whose when where while because although though whereas if unless whether but as until before after once so".split()
)
PRONOUNS = frozenset("he she they we i it you who him her them us".split())
BREAKS = frozenset({";", ":", "--", "—", "–", "...", "(", ")", '"', "“", "”", "''", "``"})
_FUNCTION = DETERMINERS | PREPOSITIONS | SUBORDINATORS | PRONOUNS | {"and", "or", "nor", "than", "there", "here"}
# "talks", "visits" and their like are nouns first: verbs only before what a verb's object or complement begins with.
_NOUN_FIRST = frozenset(
    "talks plans reports offers hopes calls moves claims comments needs visits starts attacks demands ends hosts heads tours "
    "promises plan hope offer visit host talk start open demand need move call report attack end head tour promise claim comment "
    "work works turn act urge show view meets trips rounds sides meet-up present returns return "
    "heads' results result set state states presents orders order raise rise rises focus change changes cause causes "
    "share shares stress issue issues sign signs support target targets voice vote votes warning contact contacts address "
    "visit's follow-up review reviews debate debates launch stage stages press question objects object points point launches "
    "lead leads cover covers experts protest protests welcome attempt attempts land lands mark marks group groups place "
    "like last live cut cuts hit hits put let read reads cost costs quit spread split shut broadcast forecast burst hurt close".split()
)
_PLURALS = frozenset(
    "they we you i who that which people men women both all and or police data media but not to".split()
)
# Verbs that take an object: followed by none, their past form is a passive participle ("talks held in Riga").
_WANT_OBJECT = frozenset(
    "hold schedule slate set plan expect host organise organize attend chair sponsor call propose arrange release issue publish "
    "sign base aim invite lead brief report quote appoint launch make take send bring give build create describe "
    "name see mark hit seize capture cancel postpone delay".split()
)


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries; indices are token indices of the article."""

    first: int
    head: int
    end: int
    verb: str
    """Base form of the main verb ("hold"); an unknown verb as written."""
    tense: Tense
    mood: Mood = "plain"
    passive: bool = False
    negated: bool = False
    progressive: bool = False

    @property
    def finite(self) -> bool:
        """True where the group can have a subject of its own."""
        return self.tense not in ("infinitive", "gerund", "participle")


class _Control(NamedTuple):
    after_be: dict[str, Mood]
    verbs: dict[str, Mood]
    nouns: dict[str, Mood]


@cache
def control() -> _Control:
    """Which words make a plan, an expectation or a wish of the verb they govern."""
    table = tomllib.loads((files("store.extract") / "lexicon" / "futurate.toml").read_text(encoding="utf-8"))
    return _Control(
        *({w: mood for mood, ws in table[part].items() for w in ws} for part in ("after_be", "verbs", "nouns"))
    )


def verb_groups(lower: Sequence[str], words: Sequence[str], first: int, end: int) -> list[VerbGroup]:
    """Verb groups of the sentence in tokens ``first`` to ``end``, in text order, not overlapping."""
    reader = _GroupReader(lower, words, first, end)
    found = []
    i = first
    while i < end:
        group = reader.at(i)
        if group:
            if found and group.tense == "present" and lower[group.first - 1] in ("and", "or", "then"):
                group = _coordinated(found[-1], group, lower)
            found.append(group)
            i = group.end
        else:
            i += 1
    return found


def _coordinated(before: VerbGroup, group: VerbGroup, lower: Sequence[str]) -> VerbGroup:
    """ "Will exchange views and hold talks": a bare form after "and" shares the auxiliary before it."""
    if lower[group.head] != group.verb or before.tense not in ("future", "reported", "modal", "infinitive"):
        return group
    return group._replace(tense=before.tense, mood=before.mood)


class _GroupReader:
    """Reads one verb group at a time; holds what its methods would else hand round."""

    __slots__ = ("end", "first", "forms", "lower", "words")

    def __init__(self, lower: Sequence[str], words: Sequence[str], first: int, end: int) -> None:
        self.lower, self.words, self.first, self.end = lower, words, first, end
        self.forms = verb_forms()

    def at(self, i: int) -> VerbGroup | None:
        """The verb group that starts at token ``i``, if one does."""
        word = self.lower[i]
        if i > self.first and self.lower[i - 1] == "-":
            return None  # "rebel-held"
        if word in WILL:
            return self._after_modal(i, "future")
        if word in WOULD:
            return self._after_modal(i, "reported") if word != "'d" or self._form(i + 1) else None
        if word in MODALS:
            # "May 5" is a month
            return (
                None if word == "may" and self.words[i] == "May" and i > self.first else self._after_modal(i, "modal")
            )
        if word in BE:
            return self._after_be(i, i, "past" if word in ("was", "were", "wasn't", "weren't") else "present")
        if word in HAVE:
            return self._after_have(i)
        if word in DO:
            return self._after_do(i)
        if word == "to":
            return self._infinitive(i)
        return self._full_verb(i)

    def _word(self, i: int) -> str:
        return self.lower[i] if i < self.end else ""

    def _form(self, i: int) -> VerbForm | None:
        return self.forms.get(self.lower[i]) if i < self.end else None

    def _skip_adverbs(self, i: int) -> tuple[int, bool]:
        negated = False
        start = i
        while i < self.end and i - start < 4:
            word = self.lower[i]
            if word in NEGATIONS:
                negated = True
            elif word not in ADVERBS and not (
                word.endswith("ly") and len(word) > 4 and word not in ("likely", "unlikely")
            ):
                break
            elif word == "likely":
                break
            i += 1
        return i, negated

    def _after_modal(self, i: int, tense: Tense) -> VerbGroup | None:
        j, negated = self._skip_adverbs(i + 1)
        negated = negated or self.lower[i] in (
            "won't",
            "shan't",
            "cannot",
            "can't",
            "couldn't",
            "shouldn't",
            "wouldn't",
        )
        word = self._word(j)
        mood: Mood = "fixed" if tense in ("future", "reported") else "proposed"
        if word == "be":
            group = self._after_be(i, j, tense)
            return group._replace(negated=group.negated or negated, mood=mood if group.mood == "plain" else group.mood)
        if word == "have":
            form = self._form(j + 1) or (self._word(j + 1) == "been" and VerbForm("be", "participle"))
            if form and form.form in ("participle", "past or participle"):
                return VerbGroup(i, j + 1, j + 2, form.base, "perfect", mood, negated=negated)
            return VerbGroup(i, j, j + 1, "have", tense, mood, negated=negated)
        if not word.isalpha() or (word in _FUNCTION and word not in ("do",)):
            return VerbGroup(i, i, i + 1, "", tense, mood, negated=negated) if tense != "modal" else None
        form = self.forms.get(word)
        verb = form.base if form else word
        if verb in ("like", "love", "prefer") and self._word(j + 1) == "to":
            return VerbGroup(i, j, j + 1, verb, tense, "wish", negated=negated)
        return VerbGroup(i, j, j + 1, verb, tense, mood, negated=negated)

    def _after_be(self, start: int, i: int, tense: Tense) -> VerbGroup:
        """What follows a form of "be" at ``i``: a plan, a progressive, a passive, or nothing verbal."""
        j, negated = self._skip_adverbs(i + 1)
        negated = negated or self.lower[i] in ("isn't", "aren't", "wasn't", "weren't")
        word = self._word(j)
        ahead: Tense = "reported" if tense == "past" else "future"
        if word == "to" and self._form(j + 1) or word == "to" and self._word(j + 1) in ("be", "have", "also"):
            inner = self._infinitive(j)
            if inner:
                mood: Mood = "refused" if inner.mood == "refused" else "fixed"
                return inner._replace(first=start, tense=ahead, mood=mood, negated=negated)
        cue = control().after_be.get(word)
        if cue:
            group = self._after_cue(start, j, cue, ahead)
            if group:
                return group._replace(negated=negated)
        form = self._form(j)
        if form is None and word.endswith("ed") and len(word) > 4:
            form = VerbForm(word, "past or participle")
        if form and form.form == "gerund":
            return VerbGroup(start, j, j + 1, form.base, tense, progressive=True, negated=negated)
        if form and form.form in ("participle", "past or participle"):
            return VerbGroup(start, j, j + 1, form.base, tense, passive=True, negated=negated)
        if word == "being":
            inner = self._after_be(start, j, tense)
            return inner._replace(progressive=True)
        return VerbGroup(start, i, i + 1, "be", tense, negated=negated)

    def _after_cue(self, start: int, j: int, cue: Mood, ahead: Tense) -> VerbGroup | None:
        k, _ = self._skip_adverbs(j + 1)
        if self._word(k) == "to":
            inner = self._infinitive(k)
            if inner:
                return inner._replace(first=start, tense=ahead, mood=cue)
        word = self.lower[j]
        if word in (
            "due",
            "scheduled",
            "set",
            "slated",
            "planned",
            "expected",
            "rescheduled",
            "timed",
            "arranged",
            "booked",
        ) and (
            self._word(k)
            in (
                "for",
                "in",
                "on",
                "at",
                "here",
                "back",
                "by",
                "from",
                "between",
                "within",
                "next",
                "this",
                "there",
                ".",
                ",",
                "until",
            )
            or self._word(k)[:1].isdigit()
            or self.words[min(k, self.end - 1)][:1].isupper()
        ):
            return VerbGroup(start, j, j + 1, "schedule" if word != "expected" else "expect", ahead, cue, passive=True)
        return None

    def _after_have(self, i: int) -> VerbGroup | None:
        word = self.lower[i]
        j, negated = self._skip_adverbs(i + 1)
        negated = negated or word in ("hasn't", "haven't", "hadn't")
        tense: Tense = "gerund" if word == "having" else "perfect"
        if self._word(j) == "been":
            group = self._after_be(i, j, "present")
            return group._replace(tense="perfect", mood=group.mood, negated=negated)
        form = self._form(j)
        if form and form.form in ("participle", "past or participle"):
            return VerbGroup(i, j, j + 1, form.base, tense, negated=negated)
        if self._word(j).endswith("ed"):
            return VerbGroup(i, j, j + 1, self.lower[j], tense, negated=negated)
        if self._word(j) == "to" and self._form(j + 1):
            return VerbGroup(i, j + 1, j + 2, self.forms[self.lower[j + 1]].base, "modal", "wish", negated=negated)
        simple: Tense = "past" if word in ("had", "hadn't") else "gerund" if word == "having" else "present"
        return VerbGroup(i, i, i + 1, "have", simple, negated=negated)

    def _after_do(self, i: int) -> VerbGroup | None:
        word = self.lower[i]
        j, negated = self._skip_adverbs(i + 1)
        form = self._form(j)
        tense: Tense = "past" if word.startswith("did") else "present"
        if form and form.form == "base":
            return VerbGroup(i, j, j + 1, form.base, tense, negated=negated or word.endswith("n't"))
        return VerbGroup(i, i, i + 1, "do", tense)

    def _infinitive(self, i: int) -> VerbGroup | None:
        """ "to meet", "to be held", "to also attend"; None for "to Brussels", "to talks"."""
        j, _ = self._skip_adverbs(i + 1)
        word = self._word(j)
        if word == "be":
            group = self._after_be(i, j, "infinitive")
            return group if group.tense == "infinitive" else group._replace(tense="infinitive", mood=group.mood)
        if word == "have":
            done = self._form(j + 1)
            if done and done.form in ("participle", "past or participle"):
                return VerbGroup(i, j + 1, j + 2, done.base, "infinitive", "refused")  # "was to have met"
            return VerbGroup(i, j, j + 1, "have", "infinitive")
        form = self.forms.get(word) if j < self.end and self.words[j][:1].islower() else None
        if form and (form.form == "base" or form.base == word):
            return VerbGroup(i, j, j + 1, form.base, "infinitive")
        return None

    def _full_verb(self, i: int) -> VerbGroup | None:
        word = self.lower[i]
        form = self.forms.get(word)
        if form is None:
            if word.endswith("ed") and len(word) > 4 and self.words[i][0].islower() and not self._prenominal(i):
                return VerbGroup(i, i, i + 1, word, "past")
            return None
        if self.words[i][0].isupper() and i > self.first and not self._headline_verb(i):
            return None
        if word == "meeting" and self._word(i - 1) not in ("before", "after", "while", "when", "by", "than"):
            return None
        if form.form == "gerund":
            return (
                None
                if self._prenominal(i) or self._word(i - 1) in DETERMINERS
                else VerbGroup(i, i, i + 1, form.base, "gerund")
            )
        if form.form in ("past", "past or participle", "participle"):
            return self._past_form(i, form)
        return self._present_form(i, form)

    def _headline_verb(self, i: int) -> bool:
        return self.words[i].islower()

    def _prenominal(self, i: int) -> bool:
        """True for "the scheduled talks", "of planned visits": an adjective, not a verb."""
        before, after = self._word(i - 1) if i > self.first else "", self._word(i + 1)
        if not after.isalpha() or after in _FUNCTION or after in ADVERBS:
            return False
        return before in DETERMINERS or before in PREPOSITIONS or before in ("'s", "’s") or before.endswith("ly")

    def _past_form(self, i: int, form: VerbForm) -> VerbGroup | None:
        if self._prenominal(i):
            return None
        after = self._word(i + 1)
        bare = (
            after in PREPOSITIONS
            or not after.isalpha()
            or after in ("here", "to", "earlier", "later", "by", "last", "next")
        )
        if form.form == "participle" or (form.base in _WANT_OBJECT and bare and form.form != "past"):
            cue = control().after_be.get(self.lower[i], "plain")
            return VerbGroup(i, i, i + 1, form.base, "participle", cue, passive=True)
        return VerbGroup(i, i, i + 1, form.base, "past")

    def _present_form(self, i: int, form: VerbForm) -> VerbGroup | None:
        word, before, after = self.lower[i], self._word(i - 1) if i > self.first else "", self._word(i + 1)
        if (
            before in DETERMINERS
            or before in PREPOSITIONS
            or before in ("'s", "’s")
            or (i == self.first and form.form == "base")
        ):
            return None
        if word in _NOUN_FIRST and not self._object_follows(i, form):
            return None
        if form.form == "base" and not (before.endswith("s") or before in _PLURALS or before in ADVERBS):
            return None
        return VerbGroup(i, i, i + 1, form.base, "present")

    def _object_follows(self, i: int, form: VerbForm) -> bool:
        after = self._word(i + 1)
        if form.base in ("plan", "hope", "offer", "need", "promise", "call", "move", "start"):
            return (
                after == "to"
                and self._infinitive(i + 1) is not None
                or (form.base == "call" and after in ("for", "on"))
            )
        if form.base in ("visit", "host", "head", "tour", "attack", "lead", "sign", "welcome"):
            return form.form == "third" and (after in DETERMINERS or self.words[min(i + 1, self.end - 1)][:1].isupper())
        if form.base in ("start", "open", "end", "launch", "return", "close"):
            return form.form == "third" and (
                after in ("on", "in", "at", "here", "to", "with", "a", "the")
                or self.words[min(i + 1, self.end - 1)][:1].isupper()
            )
        return False


def broken_between(lower: Sequence[str], first: int, end: int) -> bool:
    """True where a subordinator, a bracket, a dash or a quotation mark stands in tokens ``first`` to ``end``."""
    return any(lower[i] in SUBORDINATORS or lower[i] in BREAKS for i in range(first, end))


def governing(groups: Sequence[VerbGroup], at: int, lower: Sequence[str]) -> tuple[Tense, Mood]:
    """Tense and mood of ``groups[at]``, an infinitive or gerund taking what governs it into account.

    "agreed to meet": future, fixed. "wants to meet": future, wish. "met to discuss": past.
    """
    group = groups[at]
    if group.finite:
        return group.tense, group.mood
    if group.tense == "participle":
        return "participle", group.mood
    before = lower[group.first - 1] if group.first else ""
    if group.tense == "infinitive" and before in control().nouns:
        return "future", "refused" if _given_up(groups, at, lower) else control().nouns[before]
    if group.tense == "gerund" and before in ("after", "since", "following", "by", "without"):
        return "past", "plain"
    if at == 0:
        return ("future", "fixed") if group.tense == "infinitive" else ("gerund", "plain")
    over = groups[at - 1]
    tense, mood = governing(groups, at - 1, lower)
    if group.first - over.end > 25:
        return group.tense, "plain"
    return _under(over, tense, mood, group, lower)


def _given_up(groups: Sequence[VerbGroup], at: int, lower: Sequence[str]) -> bool:
    """ "Scrapped plans to visit", "has no plans to meet"."""
    first = groups[at].first
    if "no" in lower[max(0, first - 3) : first]:
        return True
    over = groups[at - 1] if at else None
    return over is not None and first - over.end <= 4 and (over.negated or over.verb in _GIVING_UP)


_GIVING_UP = frozenset(
    {
        "scrap",
        "cancel",
        "drop",
        "abandon",
        "shelve",
        "shelved",
        "dropped",
        "deny",
        "reject",
        "oppose",
        "postpone",
        "suspend",
    }
)
_BEFORE_GERUNDS = frozenset({"propose", "suggest", "consider", "recommend", "avoid", "plan", "envisage"})


def _under(over: VerbGroup, tense: Tense, mood: Mood, group: VerbGroup, lower: Sequence[str]) -> tuple[Tense, Mood]:
    wanted = control().verbs.get(over.verb, "plain")
    if group.tense == "gerund" and over.verb not in _BEFORE_GERUNDS:
        return tense, mood
    if over.tense == "perfect" and wanted in ("fixed", "journey") and lower[over.first] == "had":
        return "past", "plain"  # "had planned to meet"
    if wanted == "journey" and group.tense == "infinitive" and tense in ("past", "perfect", "present"):
        return "future", "journey"
    if wanted in ("fixed", "expected", "proposed", "wish", "refused"):
        if over.negated:
            return "future", "refused"
        if tense == "future" and wanted == "fixed":
            return "future", mood
        return "future", wanted
    if over.tense == "infinitive" and tense == "infinitive":
        return "infinitive", "plain"
    return tense, mood
