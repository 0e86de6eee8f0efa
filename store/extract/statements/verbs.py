"""Verbal cues: who stands as their subject, and where their content stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from store.extract.statements.clauses import clause_from, trimmed
from store.extract.statements.grammar import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    DASHES,
    DETERMINERS,
    DO,
    FINITE_AUXILIARIES,
    FUSED,
    HAVE,
    MODALS,
    NEGATED,
    OBJECT_PRONOUNS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SENTENCE_END,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_STARTS,
    TIME_WORDS,
    WH,
    WILL,
    WOULD,
    is_adverb,
    is_finite,
)
from store.extract.statements.phrases import is_time, phrase_after, phrase_before
from store.extract.statements.scan import Draft, Range
from store.extract.verb_forms import verb_forms

if TYPE_CHECKING:
    from store.extract.statements.cues import Cue, CueForm
    from store.extract.statements.quotes import Quote
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
    while k > floor and _in_group(scan, k - 1, entry, bare=not chain):
        k -= 1
        chain.append(low[k])
        if k - 4 >= floor and low[k - 1] == "," == low[k - 3] and is_adverb(low[k - 2]) and low[k - 4] in AUXILIARIES:
            k -= 3
    if k - 4 >= floor and low[k - 1] == "," == low[k - 3] and is_adverb(low[k - 2]) and low[k - 4] in AUXILIARIES:
        k -= 4
        chain.append(low[k])
    while chain and is_adverb(chain[-1]) and k < i and chain[-1] not in AUXILIARIES and k == floor:
        chain.pop()
        k += 1
    if low[k] == "to" and k < i:
        return Group(*_governor(scan, k, i, floor), "infinitive", bool(NEGATED & set(chain)), bare=False)
    voice = _voice(scan, i, entry, chain)
    negated = any(w in NEGATED or w.endswith("n't") for w in chain)
    return Group(k, i + 1, voice, negated, bare=not any(w in AUXILIARIES or w in FUSED for w in chain))


def _is_name_like(scan: Scan, i: int) -> bool:
    """A capital inside a sentence in lower case is a name ("the United States"), not a verb."""
    if not scan.is_capital(i) or scan.is_headline(i):
        return False
    return i > scan.sentence(i).first and not scan.quote_closing(i - 1)


def _in_group(scan: Scan, k: int, entry: CueForm, *, bare: bool) -> bool:
    word = scan.low[k]
    if word in AUXILIARIES or is_adverb(word) or word in ("not", "never"):
        return True
    if word == "to":
        return entry.form == "base" and scan.word(k + 1) not in TIME_WORDS
    if word == "'s":
        return scan.word(k - 1) in PERSONAL | {"who", "that", "there"} and entry.form not in ("base", "third")
    return False


def _governor(scan: Scan, to: int, i: int, floor: int) -> tuple[int, int]:
    """ "went on to argue", "has refused to say": the group begins with the verb that governs the infinitive."""
    k = to - 1
    if k > floor and scan.low[k] in ("on", "out", "able", "ready", "willing", "not"):
        k -= 1
    form = verb_forms().get(scan.low[k]) if k >= floor else None
    if k < floor or not (form or scan.verb_cue(k)) or scan.word(k - 1) in DETERMINERS:
        return to, i + 1
    while k > floor and (scan.low[k - 1] in AUXILIARIES or is_adverb(scan.low[k - 1])):
        k -= 1
    return k, i + 1


def _voice(scan: Scan, i: int, entry: CueForm, chain: list[str]) -> Voice:
    auxiliary = next((w for w in chain if w in AUXILIARIES or w in FUSED or w == "'s"), "")
    if entry.form == "gerund":
        return "active" if auxiliary in BE or auxiliary == "'s" or auxiliary.endswith(("'re", "'m")) else "gerund"
    if auxiliary in BE and auxiliary != "being":
        return "passive" if entry.form in ("participle", "past or participle") else "none"
    if auxiliary in ("being", "get", "got"):
        return "passive"
    if auxiliary in HAVE or auxiliary.endswith("'ve") or auxiliary == "'s":
        return "active" if entry.form != "base" else "none"
    if auxiliary in DO | WILL | MODALS | WOULD or auxiliary in FUSED:
        return "active" if entry.form == "base" or auxiliary.endswith("'d") else "none"
    return _bare_voice(scan, i, entry)


def _bare_voice(scan: Scan, i: int, entry: CueForm) -> Voice:
    """The voice of a form without an auxiliary, told from its neighbours."""
    before, after = scan.word(i - 1), scan.word(i + 1)
    if before == "," and scan.word(i - 3) == "," and is_adverb(scan.word(i - 2)):
        before = scan.word(i - 4)
    if before in DETERMINERS - {"all", "both", "some", "many", "most", "others", "this"} or before in ("'s",):
        return "none"
    if entry.form in ("past", "past or participle"):
        return "active"
    if entry.form == "participle":
        return "none"
    if before in PREPOSITIONS:
        return "none"
    if entry.form == "base" and not _is_plural(scan, i - 1):
        clear = len(scan.cues[scan.low[i]]) == 1 and (
            after in ("that", "whether") or after in DETERMINERS or after in PERSONAL
        )
        return "active" if (clear or scan.is_capital(i + 1)) and scan.word(i - 1).isalpha() else "none"
    if len(scan.cues.get(scan.low[i], ())) > 1 and not (
        scan.is_capital(i - 1) or before in SUBJECT_PRONOUNS or is_adverb(before)
    ):
        return "active" if after in DETERMINERS or after in ("that", "to", "on") or after in PERSONAL else "none"
    return "active"


def _is_plural(scan: Scan, k: int) -> bool:
    word = scan.word(k)
    if word == "," and is_adverb(scan.word(k - 1)) and scan.word(k - 2) == ",":
        word = scan.word(k - 3)
    if is_adverb(word):
        word = scan.word(k - 1)
    return word.endswith("s") or word in ("we", "they", "i", "you", "who", "people", "that", "many", "some", "men", "women", "police", "which", "and")  # fmt: skip


def verbal(scan: Scan, i: int, entry: CueForm, previous: Draft | None) -> Draft | None:
    """The attribution whose cue is verb ``i``; ``previous`` is the first one of its sentence, for shared subjects."""
    floor = scan.floor(i)
    group = group_of(scan, i, entry, floor)
    if group.voice == "none":
        return None
    if group.voice == "passive":
        return _passive(scan, i, entry, group, floor)
    shared = previous.source if previous else None
    source, inverted = _subject(scan, group, floor, shared, entry.cue)
    if source is None:
        return None
    right = source.end if inverted else group.end
    start = min(group.first, source.first)
    if group.voice == "gerund" or group.voice == "infinitive":
        start = group.first
    fronted = _is_fronted(scan, group, source, floor)
    found = _content(scan, i, entry.cue, right, start, inverted=inverted, voice=group.voice, fronted=fronted)
    purpose = group.voice == "infinitive" and scan.low[group.first] == "to"
    if not found.pieces or (purpose and found.kind not in ("that", "wh", "quote")):
        return None
    negative = group.negated != (entry.cue.polarity == "negative")
    return Draft(
        source,
        Range(group.first, max(group.end, found.cue_end)),
        found.pieces,
        entry.cue.act,
        "negative" if negative else "positive",
        f"verb {group.voice}{' inverted' if inverted else ''} {found.kind}",
        entry.cue.lemma,
    )


def _subject(scan: Scan, group: Group, floor: int, shared: Range | None, cue: Cue) -> tuple[Range | None, bool]:
    """(source, whether it stands after the verb)."""
    k = group.first
    before = scan.word(k - 1) if k > floor else ""
    if group.voice in ("gerund", "infinitive"):
        return _understood(scan, k, floor, shared), False
    invertible = "quote" in cue.takes and ("addressee" not in cue.takes or cue.act in ("ask", "warn"))
    if invertible and group.bare and _may_invert(scan, k, floor):
        source = phrase_after(scan, group.end, scan.sentence(k).end)
        if (
            source
            and not is_time(scan, source)
            and not _is_gerund(scan.low[source.first])
            and scan.low[source.first] not in OBJECT_PRONOUNS - {"it"}
            and _ends_inverted(scan, source.end)
        ):
            return _with_tail(scan, source), True
    fused = _fused_subject(scan, group)
    if fused:
        return fused, False
    if before in ("and", "but", "or", "then"):
        return shared or clause_subject(scan, k, floor), False
    k = _before_parenthesis(scan, k, floor)
    return phrase_before(scan, k, floor) or _before_stray_comma(scan, k, floor) or shared, False


def _is_gerund(word: str) -> bool:
    form = verb_forms().get(word)
    return form is not None and form.form == "gerund"


def _before_stray_comma(scan: Scan, k: int, floor: int) -> Range | None:
    """The subject that a comma parts from its verb by mistake: "The mayor Ann Lee, told reporters"."""
    if k - 1 <= floor or scan.low[k - 1] != ",":
        return None
    phrase = phrase_before(scan, k - 1, floor)
    return phrase if phrase and phrase.first == floor else None


def _fused_subject(scan: Scan, group: Group) -> Range | None:
    for k in range(group.first, group.end):
        if scan.low[k] in FUSED:
            return Range(k, k + 1)
    return None


def _may_invert(scan: Scan, k: int, floor: int) -> bool:
    before = scan.word(k - 1)
    if before == "," and not scan.quote_closing(k - 2):
        subject = phrase_before(scan, k, floor)
        return subject is None or subject.first > _past_conjunction(scan, floor)
    quoted = scan.quote_closing(k - 1) or (before in DASHES | {","} and scan.quote_closing(k - 2))
    return k == floor or bool(quoted)


def _past_conjunction(scan: Scan, floor: int) -> int:
    return floor + (scan.low[floor] in ("but", "and", "the", "in"))


def _ends_inverted(scan: Scan, end: int) -> bool:
    """A subject after its verb is followed by punctuation, a time or an adverbial, not by a verb."""
    after = scan.word(end)
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
    if scan.verb_cue(k + 1) or scan.word(k + 1) in ("but", "and", "as", "in", "on", "when", "while", "though", "if"):
        return source
    stop = next((j for j in range(k + 1, min(end, k + 30)) if scan.low[j] in ",;." or scan.quote_opening(j)), end)
    return Range(source.first, stop)


def _before_parenthesis(scan: Scan, k: int, floor: int) -> int:
    """Skip ", however," and ", meanwhile," between subject and verb."""
    if k - 3 > floor and scan.low[k - 1] == "," and scan.low[k - 3] == "," and is_adverb(scan.low[k - 2]):
        k -= 3
    while k - 1 > floor and scan.low[k - 1] in HAVE:
        k -= 1
    return k


def _understood(scan: Scan, k: int, floor: int, shared: Range | None) -> Range | None:
    """The subject of a participle or infinitive: the noun before it, else the subject of its clause."""
    before = scan.word(k - 1) if k > floor else ""
    adjacent = (
        before
        and before[0].isalnum()
        and before not in PREPOSITIONS
        and before not in ("and", "but", "or", "not", "when", "while", "than")
    )
    if adjacent and scan.word(k) != "to" and not is_adverb(before):
        phrase = phrase_before(scan, k, floor)
        if phrase and not is_time(scan, phrase):
            return phrase
    return clause_subject(scan, k, floor) or shared


def clause_subject(scan: Scan, k: int, floor: int) -> Range | None:
    """The subject of the first finite verb between ``floor`` and ``k``."""
    for j in range(max(floor, k - 60) + 1, k):
        word = scan.low[j]
        entry = scan.verb_cue(j)
        finite = is_finite(word, scan.word(j + 1)) or (word == "'s" and scan.low[j - 1] in PERSONAL)
        if finite or (entry and entry.form in ("past", "past or participle", "third")):
            phrase = phrase_before(scan, _before_parenthesis(scan, group_start(scan, j, floor), floor), floor)
            if phrase:
                return phrase
        if word in FUSED:
            return Range(j, j + 1)
    if scan.low[floor] in FUSED:
        return Range(floor, floor + 1)
    return None


def group_start(scan: Scan, j: int, floor: int) -> int:
    floor = max(floor, j - LONGEST_GROUP)
    while j > floor and (scan.low[j - 1] in AUXILIARIES or is_adverb(scan.low[j - 1])):
        j -= 1
    return j


def _is_fronted(scan: Scan, group: Group, source: Range, floor: int) -> bool:
    """True where the cue's clause stands before the main one: "While she said", "In a statement announcing"."""
    first = min(source.first, group.first)
    if group.voice == "gerund":
        return scan.low[floor] in PREPOSITIONS and clause_subject(scan, group.first, floor) is None
    before = scan.word(first - 1) if first > floor else scan.word(first)
    return before in SUBORDINATORS and (
        first - 1 == floor or first == floor or scan.word(first - 2) in (",", "but", "and")
    )


class Found(NamedTuple):
    """Content of a cue: its pieces, what kind it is, and where the cue with its particle ends."""

    pieces: tuple[Range, ...]
    kind: str
    cue_end: int


NOTHING = Found((), "", -1)


def _content(
    scan: Scan, i: int, cue: Cue, right: int, start: int, *, inverted: bool, voice: Voice, fronted: bool
) -> Found:
    end = scan.sentence(i).end
    first, cue_end = _right_start(scan, cue, right, end)
    if scan.word(start - 1) == "as" and cue.takes & {"quote", "clause"}:
        beside = _beside_as_clause(scan, right, start, end)
        if beside:
            return Found((beside,), "as clause", i + 1)
    parenthetical = "quote" in cue.takes or (cue.act == "believe" and first is None)
    if voice == "active" and parenthetical and cue.takes & {"quote", "clause"}:
        left = _left_quote(scan, start, alone=inverted or first is None)
        if left:
            return Found((left, *_resumed(scan, right, end)), "quote before", i + 1)
        left = _left_clause(
            scan,
            start,
            parenthesis=scan.word(right) == "," and first is None and "quote" in cue.takes,
            alone=scan.word(right) in SENTENCE_END,
        )
        if left and (inverted or first is None):
            return Found((left, *_resumed(scan, right, end)), "clause before", i + 1)
    if first is None or first >= len(scan.low):
        return NOTHING
    content, kind = _right_content(scan, cue, first, after_preposition=cue_end != right, fronted=fronted)
    return Found((content,), kind, max(cue_end, i + 1)) if content else NOTHING


def _beside_as_clause(scan: Scan, right: int, start: int, end: int) -> Range | None:
    """What "as the minister told reporters" belongs to: the clause after its comma, or the one before it."""
    floor = scan.floor(start)
    comma = next((k for k in range(right, min(end, right + 15)) if scan.low[k] == ","), -1)
    if start - 1 == floor and 0 < comma < end - 1:
        return clause_from(scan, comma + 1)
    if start - 2 > floor and scan.low[start - 2] == ",":
        return _left_quote(scan, start - 1, alone=True) or trimmed(scan, floor, start - 2)
    return None


def _left_quote(scan: Scan, start: int, *, alone: bool) -> Range | None:
    """The quotation that ends just before the attribution; a finished sentence only where nothing else follows."""
    k = start - 1
    quote = scan.quote_closing(k) or (scan.quote_closing(k - 1) if scan.word(k) in {",", *DASHES} else None)
    if quote is None or scan.paragraph(quote.start) != scan.paragraph(start):
        return None
    finished = scan.low[quote.last - 1] in SENTENCE_END
    apart = not scan.same_sentence(quote.end - 1, start)
    if (finished or apart) and not alone:
        return None
    return _host_of(scan, quote)


def _opening(scan: Scan, start: int) -> int:
    """Where a clause before its source opens; a quotation that it begins with belongs to it."""
    first = scan.sentence(start).first
    at = scan.quote_at[first]
    if at < 0 or scan.quotes[at].end > start:
        return first
    quote = scan.quotes[at]
    return quote.end if scan.low[quote.last - 1] in SENTENCE_END else quote.start


def _left_clause(scan: Scan, start: int, *, parenthesis: bool, alone: bool) -> Range | None:
    """The clause that a comma closes before the attribution: "Nobody was hurt, he said"."""
    k = start - 1
    first = _opening(scan, start)
    if k <= first or scan.low[k] not in {",", *DASHES}:
        return None
    content = trimmed(scan, first, k)
    if content is None or parenthesis:
        return content
    if alone and scan.low[content.first] not in PREPOSITIONS | SUBORDINATORS:
        return content
    if content.end - content.first < 3 or not _has_finite(scan, content):
        return None
    if scan.low[content.first] in PREPOSITIONS | SUBORDINATORS:
        return content if content.end - content.first > 12 else None
    return content


def _host_of(scan: Scan, quote: Quote) -> Range:
    """A quotation with the words of its sentence that lead into it: "It was, in his words, a 'mess'"."""
    first = scan.floor(quote.start)
    at = scan.quote_at[first]
    if (
        first < quote.start
        and scan.low[quote.start - 1] not in (",", ":")
        and (at < 0 or scan.quotes[at].start >= first)
    ):
        return Range(first, quote.end)
    return Range(quote.start, quote.end)


def _has_finite(scan: Scan, content: Range) -> bool:
    return any(
        is_finite(scan.low[k], scan.word(k + 1)) or scan.low[k] == "'s" for k in range(content.first, content.end)
    )


TAILS = frozenset(
    {
        "but",
        "who",
        "which",
        "when",
        "as",
        "though",
        "although",
        "while",
        "in",
        "on",
        "with",
        "a",
        "the",
        "at",
        "during",
        "after",
    }
)


def _resumed(scan: Scan, right: int, end: int) -> tuple[Range, ...]:
    """The clause that goes on after a parenthetic "he said,"; quotations that go on are joined later."""
    if scan.word(right) != "," or right + 1 >= end or scan.quote_opening(right + 1):
        return ()
    if (
        scan.verb_cue(right + 1)
        or scan.word(right + 1).endswith("ing")
        or scan.word(right + 1) in TAILS - {"a", "the", "in", "on", "at"}
    ):
        return ()
    rest = clause_from(scan, right + 1)
    return (rest,) if rest and _has_finite(scan, rest) else ()


ADDRESSED = -1
"""Instead of the cue's end: its preposition stands behind the addressee ("warned Rome against")."""


def _right_start(scan: Scan, cue: Cue, right: int, end: int) -> tuple[int | None, int]:
    """(where content to the right begins or None, end of the cue with its particle)."""
    j = right
    infinitive = scan.word(j) == "to" and "infinitive" in cue.takes
    if scan.word(j) in cue.prepositions and j < end and not infinitive:
        return (j + 1 if j + 1 < end else None), j + 1
    if "addressee" in cue.takes and j < end and not _opens_content(scan, j) and not is_adverb(scan.low[j]):
        addressee = phrase_after(scan, j, end)
        if addressee and ("object" not in cue.takes or _opens_content(scan, addressee.end)):
            j = addressee.end
            if scan.word(j) in cue.prepositions and j + 1 < end:
                return j + 1, ADDRESSED
    start = _past_adverbials(scan, j, end)
    return (start if start is not None and start < end else None), right


def _opens_content(scan: Scan, j: int) -> bool:
    word = scan.word(j)
    return word in ("that", "to", "not", ":") or word in WH or scan.quote_opening(j) is not None


def _past_adverbials(scan: Scan, j: int, end: int) -> int | None:
    """Past times and places between cue and content: "said Monday in an interview that"."""
    low = scan.low
    limit = min(end, j + 18)
    while j < limit:
        word = low[j]
        if (
            scan.quote_opening(j)
            or word in ("that", "to")
            or word in WH
            or (word == "not" and scan.word(j + 1) == "to")
        ):
            return j
        if word == ":":
            return j + 1
        if word == ",":
            if (
                scan.quote_opening(j + 1)
                or scan.word(j + 1) in ("how", "why", "whether", "what")
                or scan.word(j + 2) == "which"
            ):
                return j + 1
            that = next(
                (n + 1 for n in range(j + 1, min(limit, j + 9)) if low[n] == "," and scan.word(n + 1) == "that"), -1
            )
            if that > 0:
                return that
            if is_adverb(scan.word(j + 1)) and scan.word(j + 2) == ",":
                j += 3
                continue
            return None
        if word in SENTENCE_END or word == ";":
            return None
        if word in ("as", "when", "while", "because") and scan.word(j + 1) != "part":
            return None
        if word in ("after", "before", "since", "until"):
            found = _past_prepositional(scan, j + 1, limit, end)
            clear = found is not None and (scan.word(found) in PERSONAL or scan.word(found) == "that")
            return found if clear else None
        if word in PREPOSITIONS:
            found = _past_prepositional(scan, j + 1, limit, end)
            if found is None:
                return None
            j = found
            continue
        if (
            word in TIME_STARTS
            and scan.word(j + 1) != "'s"
            and not (word in ("this", "last", "next") and scan.word(j + 1) not in TIME_WORDS)
        ):
            j += 1
            while j < limit and (low[j] in TIME_WORDS or low[j].isdigit()):
                j += 1
            continue
        if is_adverb(word) and word not in DETERMINERS and word != "there":
            j += 1
            continue
        return j
    return j if j < end else None


def _past_prepositional(scan: Scan, j: int, limit: int, end: int) -> int | None:
    """Past the noun phrase of a preposition; None where nothing follows but the end."""
    phrase = phrase_after(scan, j, end)
    if phrase is None:
        return j + 1 if j < limit else None
    return phrase.end if phrase.end < end else None


def _right_content(
    scan: Scan, cue: Cue, first: int, *, after_preposition: bool, fronted: bool
) -> tuple[Range | None, str]:
    """(content, kind) of what follows the cue."""
    word = scan.low[first]
    takes = cue.takes
    quote = scan.quote_opening(first)
    if after_preposition:
        return clause_from(scan, first, phrase=True, fronted=fronted), "preposition"
    if word == "that" and takes & {"clause", "that"}:
        return clause_from(scan, first, fronted=fronted), "that"
    if (word in WH or scan.word(first + 1) == "which") and takes & {"wh", "clause"}:
        return clause_from(scan, first, fronted=fronted), "wh"
    if word == "to" or (word == "not" and scan.word(first + 1) == "to"):
        return (clause_from(scan, first, fronted=fronted), "infinitive") if "infinitive" in takes else (None, "")
    if quote and takes & {"quote", "clause", "object", "naming"}:
        if _stands_alone(scan, quote.end):
            return Range(quote.start, quote.end), "quote"
        return clause_from(scan, first, fronted=fronted), "quote"
    return _open_content(scan, cue, first, fronted=fronted)


def _stands_alone(scan: Scan, end: int) -> bool:
    return scan.low[end - 2] in SENTENCE_END or scan.word(end) in {"", *SENTENCE_END}


def _open_content(scan: Scan, cue: Cue, first: int, *, fronted: bool) -> tuple[Range | None, str]:
    """Content without a mark at its head: a bare clause or an object."""
    takes = cue.takes
    if scan.low[first] in COORDINATORS:
        return None, ""
    if "clause" in takes and scan.low[first] not in PREPOSITIONS:
        content = clause_from(scan, first, fronted=fronted)
        if content and (cue.lemma == "say" or _is_clause(scan, content)):
            return content, "clause"
    if "gerund" in takes and scan.low[first].endswith("ing"):
        return clause_from(scan, first, fronted=fronted), "gerund"
    if takes & {"object", "naming"} and _starts_phrase(scan, first):
        return clause_from(scan, first, phrase=True, fronted=fronted), "object"
    if "infinitive" in takes and "addressee" in takes and _starts_phrase(scan, first):
        content = clause_from(scan, first, fronted=fronted)
        if content and "to" in scan.low[content.first : content.end]:
            return content, "object infinitive"
    return None, ""


def _is_clause(scan: Scan, content: Range) -> bool:
    """True where a finite verb comes before any comma or relative clause: not for "a way, which helps"."""
    for k in range(content.first + 1, content.end):
        if scan.low[k] in (",", "which", "who", "whose", "where"):
            return (
                _has_finite(scan, Range(content.first, k))
                or scan.low[k] == ","
                and _parenthesis_inside(scan, content, k)
            )
        if is_finite(scan.low[k], scan.word(k + 1)) or scan.low[k] == "'s":
            return True
    return scan.low[content.first] in FUSED


def _parenthesis_inside(scan: Scan, content: Range, comma: int) -> bool:
    """A second comma and then a verb: "the plan, she wrote, has failed"."""
    second = next((k for k in range(comma + 1, content.end) if scan.low[k] == ","), -1)
    return second > 0 and _has_finite(scan, Range(second, min(content.end, second + 4)))


def _starts_phrase(scan: Scan, k: int) -> bool:
    word = scan.low[k]
    return (word in DETERMINERS or word in POSSESSIVES or word in OBJECT_PRONOUNS or word[0].isalnum()) and word not in PREPOSITIONS and word not in FINITE_AUXILIARIES  # fmt: skip


def _passive(scan: Scan, i: int, entry: CueForm, group: Group, floor: int) -> Draft | None:
    """ "is believed to be", "was told that", "it was reported that", "was accused of": the source is a by-phrase or none."""
    j = i + 1
    source = None
    cue = entry.cue
    if scan.word(j) == "by":
        source = phrase_after(scan, j + 1, scan.sentence(i).end)
    if scan.word(j) == "as" and scan.word(j + 1) in ("saying", "telling"):
        return _quoted_as(scan, i, group, floor, j + 1)
    opens = scan.word(j)
    ok = (opens == "that" and cue.takes & {"clause", "that"}) or (
        "clause" in cue.takes
        and cue.lemma != "suppose"
        and opens == "to"
        and cue.act in ("believe", "say", "accuse", "demand")
    )
    content = clause_from(scan, j) if ok else None
    if opens in cue.prepositions and cue.act == "accuse" and j + 1 < len(scan.low):
        content = clause_from(scan, j + 1, phrase=True)
    if content is None:
        return None
    subject = phrase_before(scan, group.first, floor)
    pieces = (subject, content) if opens == "to" and subject else (content,)
    polarity = "negative" if group.negated != (cue.polarity == "negative") else "positive"
    return Draft(source, Range(group.first, j), pieces, cue.act, polarity, "verb passive", cue.lemma)


def _quoted_as(scan: Scan, i: int, group: Group, floor: int, saying: int) -> Draft | None:
    source = phrase_before(scan, group.first, floor)
    content = clause_from(scan, saying + 1) if saying + 1 < len(scan.low) else None
    if source is None or content is None:
        return None
    return Draft(source, Range(group.first, saying + 1), (content,), "say", "positive", "quoted as saying", "say")
