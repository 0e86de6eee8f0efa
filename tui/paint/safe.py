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


_JOINING = re.compile("[\u200d\ufe0f\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
"""What makes one picture of several: joiners, variants, keycaps, flags, tones of skin. A terminal that knows the
picture gives it two cells, another two cells for each part: the frames behind it would be pushed away."""


def _apart(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(ord("A") + code - 0x1F1E6) if 0x1F1E6 <= code <= 0x1F1FF else "\N{ZERO WIDTH SPACE}"


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
    """``safe_text`` for one line of the screen, of a width that all terminals agree on; the length stays the same.

    Newlines and tabs become spaces; pictures made of several signs fall apart, flags into their letters.
    """
    line = safe_text(text).replace("\n", " ").replace("\t", " ")
    return line if line.isascii() else _JOINING.sub(_apart, line)
