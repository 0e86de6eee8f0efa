"""Whose cue a verb is: subjects before it, after it, shared with another verb or understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.extract.statements.grammar import (
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    is_finite,
)
from store.extract.statements.phrases import is_time, phrase_before
from store.extract.statements.phrases_ahead import phrase_after
from store.extract.statements.scan import Range
from store.extract.statements.understood import before_parenthesis, clause_subject, understood
from store.extract.statements.verb_groups import Group, group_start
from store.extract.verb_forms import verb_forms

if TYPE_CHECKING:
    from store.extract.statements.cues import Cue, CueForm, Form
    from store.extract.statements.scan import Draft, Scan


BEFORE_GERUNDS = frozenset({"after", "before", "while", "when", "since", "by", "without"})
"""With a participle they make an adverbial, which ends where the main clause goes on."""
REACH = 60
"""Tokens to the left within which verbs share a subject."""


def subject_of(
    scan: Scan, group: Group, floor: int, shared: Range | None, entry: CueForm, latest: Draft | None
) -> tuple[Range | None, bool]:
    """(source, whether it stands after the verb).

    ``shared`` is the first source of the sentence, ``latest`` the attribution found last in it.
    """
    cue, form = entry.cue, entry.form
    k = group.first
    before = scan.word(k - 1) if k > floor else ""
    if group.voice in ("gerund", "infinitive"):
        return understood(scan, k, floor, shared, latest), False
    behind = _inverted(scan, group, floor, cue)
    if behind:
        return behind, True
    if before == "," and floor in scan.party_ends:  # "Norway Pleased, Warns Sweden"
        return Range(floor, scan.party_ends[floor]), False
    if before in ("and", "but", "or", "then"):
        return _partner_subject(scan, k, floor, form) or shared or clause_subject(scan, k, floor), False
    k = before_parenthesis(scan, k, floor)
    found = phrase_before(scan, k, floor) or _before_stray_comma(scan, k, floor) or shared
    if found is None and scan.is_headline(k):
        found = clause_subject(scan, k, floor) or phrase_after(scan, floor, k)
    return found, False


def _inverted(scan: Scan, group: Group, floor: int, cue: Cue) -> Range | None:
    """The source behind its verb: "said Ann Lee"."""
    k = group.first
    invertible = "quote" in cue.takes and ("addressee" not in cue.takes or cue.act in ("ask", "warn"))
    if not (invertible and group.bare and _may_invert(scan, k, floor)):
        return None
    source = phrase_after(scan, group.end, scan.sentence(k).end)
    if source is None or is_time(scan, source) or not _ends_inverted(scan, source.end):
        return None
    opens = scan.low[source.first]
    if _is_gerund(opens) or opens in OBJECT_PRONOUNS - {"it"}:
        return None
    if scan.is_headline(k) and "of" in cue.prepositions and "of" in scan.low[source.first : source.end]:
        return None  # "Berg Rejects Toll, Warns Sweden of Delay"
    return _with_tail(scan, source)


def _partner_subject(scan: Scan, k: int, floor: int, form: Form) -> Range | None:
    """The subject of the nearest verb of the same form, which "and" joins to the one at ``k``."""
    for j in range(k - 2, max(floor, k - REACH), -1):
        entry = scan.verb_cue(j)
        known = verb_forms().get(scan.low[j])
        same = (entry and entry.form == form) or (known and known.form == form and form != "base")
        if same and scan.quote_at[j] < 0 and scan.low[j - 1] not in DETERMINERS and not scan.is_capital(j):
            subject = phrase_before(scan, before_parenthesis(scan, group_start(scan, j, floor), floor), floor)
            opens = scan.low[subject.first] if subject else "that"
            if subject and opens not in ("that", "which") and not is_finite(opens, scan.word(subject.first + 1)):
                return subject
    return None


def _is_gerund(word: str) -> bool:
    form = verb_forms().get(word)
    return form is not None and form.form == "gerund"


def _before_stray_comma(scan: Scan, k: int, floor: int) -> Range | None:
    """The subject that a comma parts from its verb by mistake: "The mayor Ann Lee, told reporters"."""
    if k - 1 <= floor or scan.low[k - 1] != ",":
        return None
    phrase = phrase_before(scan, k - 1, floor)
    return phrase if phrase and phrase.first == floor else None


def _may_invert(scan: Scan, k: int, floor: int) -> bool:
    before = scan.word(k - 1)
    if before == "," and not scan.quote_closing(k - 2):
        subject = phrase_before(scan, k, floor)
        return subject is None or subject.first > _past_conjunction(scan, floor)
    quoted = scan.quote_closing(k - 1) or ((before == "," or before in DASHES) and scan.quote_closing(k - 2))
    return k == floor or bool(quoted)


def _past_conjunction(scan: Scan, floor: int) -> int:
    return floor + (scan.low[floor] in ("but", "and", "the", "in"))


def _ends_inverted(scan: Scan, end: int) -> bool:
    """A subject after its verb is followed by punctuation, a time or an adverbial, not by a verb."""
    after = scan.word(end)
    if scan.is_headline(end - 1):  # "Envoy pleased, warns Oslo over tolls"
        return not after or not after[0].isalnum() or not scan.is_headline(end)
    return (
        not after
        or not after[0].isalnum()
        or after in TIME_WORDS
        or after in PREPOSITIONS
        or after in ("who", "as", "when")
    )


def _with_tail(scan: Scan, source: Range) -> Range:
    """Apposition after an inverted subject: "said Ann Lee, the mayor of X"."""
    end = scan.sentence(source.first).end
    k = source.end
    if scan.word(k) != "," or (
        scan.word(k + 1) not in DETERMINERS | {"who", "whose"} and not scan.word(k + 1).isalpha()
    ):
        return source
    if (
        scan.verb_cue(k + 1)
        or scan.word(k + 1) in AUXILIARIES
        or scan.word(k + 1) in ("but", "and", "as", "in", "on", "when", "while", "though", "if")
    ):
        return source
    marks = (j for j in range(k + 1, min(end, k + 30)) if scan.low[j] in ",;" or scan.quote_opening(j))
    stop = next(marks, end)
    return Range(source.first, stop - (scan.low[stop - 1] == "."))


def is_fronted(scan: Scan, group: Group, source: Range, floor: int) -> bool:
    """True where the cue's clause stands before the main one: "While she said", "In a statement announcing"."""
    first = min(source.first, group.first)
    if group.voice == "gerund" and (group.first == floor or scan.word(group.first - 1) in BEFORE_GERUNDS):
        return True
    if group.voice == "gerund":
        return scan.low[floor] in PREPOSITIONS and clause_subject(scan, group.first, floor) is None
    before = scan.word(first - 1) if first > floor else scan.word(first)
    return before in SUBORDINATORS and (
        first - 1 == floor or first == floor or scan.word(first - 2) in (",", "but", "and")
    )
