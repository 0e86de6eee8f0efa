"""Makes any text fit to be sent to a terminal, without moving a single offset."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_DANGEROUS = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1: a raw ESC or CSI drives the terminal
    "\xad"  # a soft hyphen is one cell in some terminals and none in others
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls reorder what stands beside them
    "\u2028\u2029"  # line and paragraph separators break the line in some terminals
    "\ud800-\udfff"  # lone surrogates cannot be encoded
    "\U000e0000-\U000e007f"  # tags are invisible
    "]"
)


def _placeholder(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return "-" if code == 0xAD else REPLACEMENT


def safe_text(text: str) -> str:
    """``text`` with every code point that could drive or confuse a terminal replaced by one visible code point.

    The length stays the same, so offsets into ``text`` hold in the result. Newlines and tabs are kept.
    """
    return _DANGEROUS.sub(_placeholder, text)


def safe_line(text: str) -> str:
    """``safe_text`` for one line of the screen: newlines and tabs become spaces; the length stays the same."""
    return safe_text(text).replace("\n", " ").replace("\t", " ")
