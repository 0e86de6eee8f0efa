"""TIMEX3 values of durations: "P3D", "PT50M", "PXY"."""

from __future__ import annotations

_DURATIONS = {
    "D": "P{}D",
    "N": "P{}D",
    "W": "P{}W",
    "M": "P{}M",
    "Y": "P{}Y",
    "TH": "PT{}H",
    "TM": "PT{}M",
    "TS": "PT{}S",
}
_HALVES = {"TH": ("PT", "30M"), "TM": ("PT", "30S"), "Y": ("P", "6M"), "D": ("P", "T12H")}
"""How half a unit is written after whole ones, and what stands before it where there are none."""
_TENFOLD = {"E": 10, "C": 100}


def duration(amount: str, unit: str) -> str:
    """The TIMEX3 duration of ``amount`` units: "P3D", "PT50M", "PXY"; decades and centuries in years."""
    if unit == "F":
        return f"P{_times(amount, 2)}W"
    if unit in _TENFOLD:
        return "PXDE" if amount == "X" and unit == "E" else f"P{_times(amount, _TENFOLD[unit])}Y"
    whole, _, part = amount.partition(".")
    if part == "5" and unit in _HALVES:
        return f"{_DURATIONS[unit].format(whole) if whole != '0' else _HALVES[unit][0]}{_HALVES[unit][1]}"
    return _DURATIONS[unit].format(amount)


def _times(amount: str, factor: int) -> str:
    return amount if amount == "X" else f"{float(amount) * factor:g}"


def compound(left: str, right: str) -> str:
    """One duration of two: "PT2H" and "PT15M" are "PT2H15M", "P1Y" and "P6M" are "P1Y6M"; "" where the second
    is not the smaller.
    """
    ranks = "YMWD"
    if left.startswith("PT") and right.startswith("PT") and "HMS".find(left[-1]) < "HMS".find(right[-1]):
        return left + right[2:]
    if "T" in left or "X" in left + right:
        return ""
    if "T" in right:
        return left + right[1:] if left[-1] == "D" else ""
    return left + right[1:] if ranks.find(left[-1]) < ranks.find(right[-1]) else ""
