"""A cue verb with its auxiliaries: voice, negation, and whether the word is a verb here at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from store.extract.statements.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATED,
    PERSONAL,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    WILL,
    WOULD,
    is_adverb,
)
from store.extract.verb_forms import verb_forms

if TYPE_CHECKING:
    from store.extract.statements.cues import CueForm
    from store.extract.statements.scan import Scan


Voice = Literal["active", "passive", "gerund", "infinitive", "none"]


class Group(NamedTuple):
    """A cue verb with its auxiliaries and adverbs."""

    first: int
    end: int
    voice: Voice
    negated: bool
    bare: bool
    """True without any auxiliary: the form alone carries the tense."""


NO_PARTICIPLES = frozenset({"regarding", "considering", "briefing", "swearing", "polling", "meaning"})
"""Forms in -ing that news uses as prepositions and nouns."""
BEFORE_BASES = DO | WILL | MODALS | WOULD
NEVER_BEFORE_VERBS = DETERMINERS - {"all", "both", "some", "many", "most", "this"} | {"'s"}
BEFORE_SHORT_IS = PERSONAL | {"who", "that", "there"}
LONGEST_PARENTHESIS = 6
LONGEST_BY = 5
"""Tokens of a by-phrase between a verb and its infinitive."""
LONGEST_GROUP = 12
"""Tokens that a verb may have before it as auxiliaries and adverbs."""


def group_of(scan: Scan, i: int, entry: CueForm, floor: int) -> Group:
    """The verb group around cue word ``i``; voice "none" where the word is no verb here."""
    low = scan.low
    k = i
    chain: list[str] = []
    if _is_name_like(scan, i):
        return Group(i, i + 1, "none", negated=False, bare=True)
    floor = max(floor, i - LONGEST_GROUP)
    while k > floor and _in_group(scan, k - 1, entry):
        k -= 1
        chain.append(low[k])
        k -= _parenthesis(scan, k, floor)
    parenthesis = 0 if chain else _parenthesis(scan, k, floor)
    if parenthesis:
        k -= parenthesis + 1
        chain.append(low[k])
    while chain and is_adverb(chain[-1]) and k < i and chain[-1] not in AUXILIARIES and k == floor:
        chain.pop()
        k += 1
    if low[k] == "to" and k < i:
        if "be" in chain:  # "is to be told"
            return Group(k, i + 1, _voice(scan, i, entry, chain), bool(NEGATED & set(chain)), bare=False)
        return Group(*_governor(scan, k, i, floor), "infinitive", bool(NEGATED & set(chain)), bare=False)
    voice = _voice(scan, i, entry, chain)
    negated = bool(chain) and any(w in NEGATED or w.endswith("n't") for w in chain)
    return Group(k, i + 1, voice, negated, bare=AUXILIARIES.isdisjoint(chain))


def _is_name_like(scan: Scan, i: int) -> bool:
    """A capital inside a sentence in lower case is a name ("the United States"), not a verb."""
    if not scan.is_capital(i) or scan.is_headline(i):
        return False
    return i > scan.sentence(i).first and not scan.quote_closing(i - 1)


def _parenthesis(scan: Scan, k: int, floor: int) -> int:
    """Tokens of ", however," or ", in reply," between an auxiliary and what follows it at ``k``."""
    low = scan.low
    if k - 4 < floor or low[k - 1] != ",":
        return 0
    comma = next((j for j in range(k - 3, max(floor, k - LONGEST_PARENTHESIS) - 1, -1) if low[j] == ","), floor)
    inside = low[comma + 1] in PREPOSITIONS or (comma == k - 3 and is_adverb(low[k - 2]))
    return k - comma if comma > floor and inside and low[comma - 1] in AUXILIARIES else 0


def _in_group(scan: Scan, k: int, entry: CueForm) -> bool:
    word = scan.low[k]
    if word in AUXILIARIES or is_adverb(word) or word in ("not", "never"):
        return scan.word(k - 1) != "-"  # "Min-soon said"
    if word == "to":
        base = entry.form == "base" or scan.word(k + 1) in ("have", "be")
        return base and scan.word(k + 1) not in TIME_WORDS
    if word == "'s":
        return scan.word(k - 1) in BEFORE_SHORT_IS and entry.form not in ("base", "third")
    return False


def _governor(scan: Scan, to: int, i: int, floor: int) -> tuple[int, int]:
    """Where a group with an infinitive begins: at the verb that governs it ("went on to argue")."""
    k = to - 1
    by = next((j for j in range(k, max(floor, k - LONGEST_BY), -1) if scan.low[j] == "by"), -1)
    if by > floor + 1 and scan.verb_cue(by - 1):  # "was reported by Reuters to have warned"
        k = by - 1
    if k > floor and scan.low[k] in ("on", "out", "able", "ready", "willing", "not"):
        k -= 1
    form = verb_forms().get(scan.low[k]) if k >= floor else None
    if k < floor or scan.is_capital(k) or not (form or scan.verb_cue(k)) or scan.word(k - 1) in DETERMINERS:
        return to, i + 1
    while k > floor and (scan.low[k - 1] in AUXILIARIES or is_adverb(scan.low[k - 1])):
        k -= 1
    return k, i + 1


def _voice(scan: Scan, i: int, entry: CueForm, chain: list[str]) -> Voice:
    auxiliary = next((w for w in chain if w in AUXILIARIES or w == "'s"), "") if chain else ""
    if scan.low[i] in NO_PARTICIPLES or (entry.form == "gerund" and scan.word(i - 1) in ("a", "an", "the")):
        return "none"
    if entry.form == "gerund":
        return "active" if auxiliary in BE or auxiliary == "'s" or auxiliary.endswith(("'re", "'m")) else "gerund"
    if auxiliary in BE and auxiliary != "being":
        return "passive" if entry.form in ("participle", "past or participle") else "none"
    if auxiliary in ("being", "get", "got"):
        return "passive"
    if auxiliary in HAVE or auxiliary.endswith("'ve") or auxiliary == "'s":
        return "active" if entry.form not in ("base", "third") else "none"
    if auxiliary in BEFORE_BASES:
        return "active" if entry.form == "base" or auxiliary.endswith("'d") else "none"
    return _bare_voice(scan, i, entry)


def _bare_voice(scan: Scan, i: int, entry: CueForm) -> Voice:
    """The voice of a form without an auxiliary, told from its neighbours."""
    before, after = scan.word(i - 1), scan.word(i + 1)
    if before == "," and scan.word(i - 3) == "," and is_adverb(scan.word(i - 2)):
        before = scan.word(i - 4)
    if before in NEVER_BEFORE_VERBS or entry.form == "participle" or _is_highly(scan, i):
        return "none"
    if entry.form in ("past", "past or participle"):
        return "none" if _modifies(entry, before, after) else "active"
    if before in PREPOSITIONS or (scan.is_homograph(i) and after in AUXILIARIES):
        return "none"
    opens = after in ("that", "whether") or after in DETERMINERS or after in PERSONAL
    homograph = scan.is_homograph(i)
    if entry.form == "base" and not _is_plural(scan, i - 1):
        clear = (opens and not homograph) or scan.is_capital(i + 1)
        return "active" if clear and scan.word(i - 1).isalpha() else "none"
    form = verb_forms().get(before)
    if homograph and before[:1].isdigit():
        return "none"  # "55,000 volunteers to lead"
    if homograph and form is not None and form.form == "gerund":
        return "none"
    if homograph and entry.form == "third" and before in ("some", "many", "most", "all", "both"):
        return "none"
    if homograph and not (scan.is_capital(i - 1) or before in SUBJECT_PRONOUNS or is_adverb(before)):
        return "active" if opens or after in ("to", "on") else "none"
    return "active"


def _is_highly(scan: Scan, i: int) -> bool:
    """True for a participle whose adverb has a determiner before it: "a highly anticipated treaty"."""
    k = i - 1
    while is_adverb(scan.word(k)) and scan.word(k) not in DETERMINERS:
        k -= 1
    return k < i - 1 and scan.word(k) in NEVER_BEFORE_VERBS


def _modifies(entry: CueForm, before: str, after: str) -> bool:
    """True for participles beside a noun: "of alleged offences", "marines accused of"."""
    return before in MODIFIED or (after == "of" and entry.cue.act == "accuse")


MODIFIED = frozenset("of in for from by despite amid with without after before about against under over".split())
"""A participle behind these belongs to the noun after it: "despite repeated warnings"."""
PLURAL = frozenset("we they i you who people many some men women police and".split())


def _is_plural(scan: Scan, k: int) -> bool:
    word = scan.word(k)
    if scan.is_headline(k) and scan.word(k - 1) == "," and scan.is_capital(k) and scan.is_capital(k - 2):
        return True  # "Norway, Sweden agree to"
    if word == "," and is_adverb(scan.word(k - 1)) and scan.word(k - 2) == ",":
        word = scan.word(k - 3)
    if is_adverb(word) or word in ("that", "which"):  # "rules that say", not "that wish"
        word = scan.word(k - 1)
    return word.endswith("s") or word in PLURAL


def group_start(scan: Scan, j: int, floor: int) -> int:
    """The first auxiliary or adverb before verb ``j``."""
    floor = max(floor, j - LONGEST_GROUP)
    while j > floor and (scan.low[j - 1] in AUXILIARIES or is_adverb(scan.low[j - 1])):
        j -= 1
    return j
