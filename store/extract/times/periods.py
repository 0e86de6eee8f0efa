"""Years, decades, seasons, quarters and halves."""

from __future__ import annotations

import re

from store.extract.times.forms import DecadeForm, FixedForm, Found, QuarterForm, SeasonForm, Words, YearForm
from store.extract.times.modifiers import SHIFTS, modifier_before
from store.extract.times.numbers import year_number
from store.extract.times.words import calendar_words

_DECADE = re.compile(r"(\d\d)?(\d)0s$", re.ASCII)
_YEAR_ALWAYS = frozenset(
    """in since until till by during before between early late mid throughout circa season year spring summer autumn
    fall winter""".split()
)
_SEASON_BEFORE = frozenset({"in", "by", "since", "until", "during", "over", "through", "throughout", "into"})
_COUNTING = frozenset(
    """about some nearly almost around over than least most $ £ € us hk up only another additional estimated
    approximately roughly no number nos all these those other . /""".split()
)


def read_year(words: Words, at: int, floor: int) -> list[Found]:
    """A four-figure number that stands for a year."""
    low = words.low
    year = year_number(low[at])
    before = low[at - 1] if at > floor else ""
    if year and year % 10 == 0 and low[at + 1] == "'s" and before in ("the", "early", "late", "mid", "-"):
        return _decade(words, at, at + 2, floor, year // 10)  # "the 1990's"
    if not _stands_for_year(low, at, year, before):
        return []
    if before in ("fiscal", "fy") or (before == "year" and low[at - 2] in ("fiscal", "financial")):
        first = at - 1 if before != "year" else at - 2
        return [Found(first, at + 1, FixedForm("DATE", f"FY{year}"), "fiscal year")]
    first, mod = modifier_before(words, at, floor)
    return [Found(first, at + 1, YearForm(year), "year", mod=mod)]


def _stands_for_year(low: list[str], at: int, year: int, before: str) -> bool:
    follower = low[at + 1]
    if follower in calendar_words().counted or before in _COUNTING or follower in ("%", "/"):
        return False
    if follower == "-" and low[at + 2][:1].isalpha() and low[at + 2] not in ("ca",):
        return False
    if 1900 <= year < 2100:
        return True
    return before in _YEAR_ALWAYS and year >= 1400


def read_decade(words: Words, at: int, floor: int) -> list[Found]:
    """As in "the 1990s", "the '70s", "the mid-1980s"."""
    low = words.low
    match = _DECADE.match(low[at])
    if not match or (not match[1] and low[at - 1] not in ("'", "’", "the", "mid", "early", "late", "-", "and", "‘")):
        return []
    first = at - 1 if not match[1] and low[at - 1] in ("'", "’", "‘") else at
    short = first == at and not match[1]
    found = _decade(words, first, at + 1, floor, int((match[1] or "19") + match[2]))
    # "in her early 20s", "in the low-50s"
    return [] if short and low[found[0].first] != "the" and low[first - 1] != "and" else found


def _decade(words: Words, first: int, end: int, floor: int, decade: int) -> list[Found]:
    first, mod = modifier_before(words, first, floor)
    if first > floor and words.low[first - 1] == "the":
        first -= 1
    return [Found(first, end, DecadeForm(decade), "decade", mod=mod)]


def read_named_decade(words: Words, at: int, floor: int) -> list[Found]:
    """As in "the sixties", "the early eighties"; "in his sixties" is an age."""
    low = words.low
    first, mod = modifier_before(words, at, floor)
    if first <= floor or low[first - 1] != "the":
        return []
    return [Found(first - 1, at + 1, DecadeForm(190 + calendar_words().decades[low[at]]), "decade", mod=mod)]


def read_season(words: Words, at: int, floor: int) -> list[Found]:
    """A season, where the words around it show that "fall" or "spring" is one."""
    low, raw = words
    before = low[at - 1] if at > floor else ""
    season = calendar_words().seasons[low[at]]
    end = at + 2 if low[at + 1] == "of" and year_number(low[at + 2]) else at + 1
    if year := year_number(low[end]):
        first, mod = modifier_before(words, at, floor)
        return [Found(first, end + 1, SeasonForm(season, year), "season", mod=mod)]
    if low[at + 2] == "year" and low[at + 1] in SHIFTS:
        form = SeasonForm(season, None, SHIFTS[low[at + 1]], of_year=True)
        return [Found(at, at + 3, form, "season")]
    if before in SHIFTS and before not in ("previous", "following"):
        first = at - 2 if before == "past" and at - 2 >= floor and low[at - 2] in ("this", "the") else at - 1
        return [Found(first, at + 1, SeasonForm(season, None, SHIFTS[before]), "season")]
    first, mod = modifier_before(words, at, floor)
    if mod and low[first - 1] not in ("the", "'s") and raw[at].islower():
        return [Found(first, at + 1, SeasonForm(season), "season", mod=mod)]
    told = (before in _SEASON_BEFORE and before not in ("over", "through", "into")) or (
        before == "the" and low[at - 2] in _SEASON_BEFORE
    )
    # "in the fall of Saigon", "spring training" are none.
    alone = not low[at + 1].isalpha() or (raw[at + 1].islower() and low[at + 1] not in ("of", "training"))
    return [Found(at, at + 1, SeasonForm(season), "season")] if told and alone else []


_RESULTS = frozenset(
    """result results earnings profit profits loss losses sales revenue revenues figures report growth income output
    gdp data numbers""".split()
)
_MATCH = frozenset({"touchdown", "touchdowns", "quarterback", "yard", "rebounds", "halftime"})
_AROUND = 14
"""Tokens either side in which a match tells that its own quarters and halves are meant."""


def read_quarter(words: Words, at: int, floor: int) -> list[Found]:
    """As in "the third quarter of this year", "the first half of 2005", "last quarter"."""
    low = words.low
    before = low[at - 1] if at > floor else ""
    if (
        before == "-"
        and at - 2 >= floor
        and low[at] == "quarter"
        and 1 <= calendar_words().ordinals.get(low[at - 2], 0) < 5
    ):
        ordinal = calendar_words().ordinals[low[at - 2]]
        of_money = low[at + 1] in _RESULTS or low[at + 2] in _RESULTS  # "third-quarter net profit"
        return [Found(at - 2, at + 1, QuarterForm(f"Q{ordinal}"), "quarter")] if of_money else []
    of_year = low[at + 1] == "of" and (year_number(low[at + 2]) or "year" in low[at + 2 : at + 4])
    if low[at] == "quarter" and before in ("last", "this", "next", "previous") and not of_year:
        first = at - 2 if at - 2 >= floor and low[at - 2] == "the" else at - 1
        return [Found(first, at + 1, QuarterForm("Q", None, SHIFTS[before]), "quarter")]
    nth = calendar_words().ordinals.get(before, 0)
    if nth < 0 and low[at + 1] == "of":
        nth = 4 if low[at] == "quarter" else 2
    if not 1 <= nth <= (4 if low[at] == "quarter" else 2):
        return []
    if not _MATCH.isdisjoint(low[max(0, at - _AROUND) : at + _AROUND]):
        return []
    part = f"{'Q' if low[at] == 'quarter' else 'H'}{nth}"
    first = at - 2 if at - 2 >= floor and low[at - 2] == "the" else at - 1
    end = at + 2 if low[at + 1] == "of" else at + 1
    if year := year_number(low[end]):
        return [Found(first, end + 1, QuarterForm(part, year), "quarter")]
    step = end + 1 if low[end] == "the" else end
    if low[step + 1] == "year" and low[step] in SHIFTS:
        return [Found(first, step + 2, QuarterForm(part, None, SHIFTS[low[step]]), "quarter")]
    if low[step] == "year" and step > end:
        return [Found(first, step + 1, QuarterForm(part, None, 0), "quarter")]
    if low[at] == "quarter" and (
        low[at + 1] != "of" and low[first - 1] in ("in", "for", "during", "of", "since", "from")
    ):
        return [Found(first, at + 1, QuarterForm(part), "quarter")]
    return []
