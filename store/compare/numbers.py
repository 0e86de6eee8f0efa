"""Numbers as a passage gives them, in digits or words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UNITS = (
    "zero one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS: dict[str, float] = {
    **{w: float(n) for n, w in enumerate(UNITS.split()) if n > 1},
    **{w: 10.0 * n for n, w in enumerate(TENS.split(), start=2)},
    "dozen": 12.0,
}
POWERS = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def number_of(forms: Sequence[str], at: int) -> tuple[float, int] | None:
    """The number that begins at ``forms[at]`` and how many words it takes; clock times and "one" are none."""
    value = _simple(forms[at])
    if value is None:
        return None
    used = 1
    while at + used < len(forms) and forms[at + used] in POWERS:
        value *= POWERS[forms[at + used]]
        used += 1
    return value, used


def _simple(form: str) -> float | None:
    if form[0].isdigit():
        try:
            return float(form.replace(",", ""))
        except ValueError:
            return None
    if "-" in form:
        tens, _, unit = form.partition("-")
        if tens in NUMBERS and unit in NUMBERS:
            return NUMBERS[tens] + NUMBERS[unit]
    return NUMBERS.get(form)
