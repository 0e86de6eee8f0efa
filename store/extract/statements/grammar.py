"""Closed word classes of English that attribution turns on, and what an open-class word looks like."""

from __future__ import annotations

from functools import cache

from store.extract.verb_forms import BE, DO, HAVE, MODALS, NEGATIONS, WILL, WOULD, verb_forms

__all__ = ["BE", "DO", "HAVE", "MODALS", "NEGATIONS", "WILL", "WOULD"]

FINITE_BE = BE - {"be", "been", "being"}
FINITE_AUXILIARIES = FINITE_BE | (HAVE - {"having"}) | DO | WILL | MODALS | WOULD
AUXILIARIES = BE | HAVE | DO | WILL | MODALS | WOULD
SUBJECT_PRONOUNS = frozenset({"i", "he", "she", "it", "we", "they", "you", "who", "which"})
PERSONAL = frozenset({"he", "she", "they", "it", "we", "i", "you"})
POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})
DETERMINERS = POSSESSIVES | frozenset(
    {"the", "a", "an", "this", "these", "those", "some", "any", "no", "every", "each", "both", "many", "several",
     "most", "all", "another", "few", "more", "other"}
)  # fmt: skip
PREPOSITIONS = frozenset(
    {"of", "in", "on", "at", "for", "from", "with", "by", "to", "under", "over", "about", "against", "into", "through",
     "during", "after", "before", "since", "between", "among", "within", "without", "toward", "towards", "behind",
     "beyond", "near", "across", "around", "outside", "inside", "despite", "amid", "via", "upon", "off", "like",
     "until", "than", "alongside", "ahead", "following", "per", "out"}
)  # fmt: skip
SUBORDINATORS = frozenset(
    {"after", "when", "while", "because", "if", "although", "though", "since", "as", "before", "until", "unless",
     "whereas", "once", "so", "lest", "whenever", "wherever"}
)  # fmt: skip
WH = frozenset({"what", "how", "why", "whether", "where", "when", "who", "which", "whom", "whose", "if"})
COORDINATORS = frozenset({"and", "but", "or", "nor", "yet"})
ADVERBS = frozenset(
    {"also", "now", "then", "again", "once", "even", "still", "just", "already", "later", "earlier", "never", "not",
     "ever", "often", "soon", "always", "sometimes", "only", "too", "instead", "first", "long", "further",
     "thus", "therefore", "however", "meanwhile", "perhaps", "rather", "quite", "almost", "yet", "there", "today",
     "here", "together", "seldom", "twice", "all", "both", "flatly", "so", "well", "far", "hardly", "n't"}
)  # fmt: skip
NOT_ADVERBS = frozenset(
    {"family", "ally", "rally", "july", "italy", "supply", "reply", "assembly", "bully", "fly", "only", "monopoly",
     "anomaly", "daily", "weekly", "emily", "kelly", "billy", "holy", "elderly", "apply"}
)  # fmt: skip
TIME_WORDS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight",
     "tomorrow", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "earlier", "later", "recently", "morning", "afternoon", "evening", "night", "week",
     "month", "year", "last", "this", "early", "late", "next", "weekend", "day",
     "days", "weeks", "months", "years", "ago", "jan", "feb", "aug",
     "sept", "oct", "nov", "dec", "mon", "tues", "wed", "thurs", "fri", "noon", "midday"}
)  # fmt: skip
TIME_STARTS = TIME_WORDS - {
    "morning", "afternoon", "evening", "night", "week", "month", "year", "may", "march", "day", "days", "weeks",
    "months", "years", "weekend",
}  # fmt: skip
SENTENCE_END = frozenset(".?!…")
DASHES = frozenset({"—", "–", "―", "--"})
NEGATED = NEGATIONS | {"cannot", "without"}
OBJECT_PRONOUNS = frozenset({"me", "him", "us", "them", "her", "himself", "herself", "themselves", "it"})


def is_adverb(word: str) -> bool:
    """True for the adverbs that stand between subject and verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


@cache
def _finite_forms() -> frozenset[str]:
    return frozenset(w for w, f in verb_forms().items() if f.form in ("past", "past or participle"))


@cache
def _third_forms() -> frozenset[str]:
    return frozenset(w for w, f in verb_forms().items() if f.form == "third")


def is_finite(word: str, after: str) -> bool:
    """True where ``word``, followed by ``after``, reads as a finite verb."""
    if word in FINITE_AUXILIARIES:
        return True
    if word in _finite_forms() or (word.endswith("ed") and len(word) > 4):
        return after != "by"
    return word in _third_forms() and (after in DETERMINERS or after in PREPOSITIONS or after in ("that", "it", "them"))
