"""For terminals of a locale without Unicode (``LC_ALL=C``): signs that they have in place of those they lack."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SIGNS = {
    **dict.fromkeys("─╌┄▁▔", "-"),
    **dict.fromkeys("━═", "="),
    **dict.fromkeys("│┃║▌▐▏▕▎▊", "|"),
    **dict.fromkeys("╭╮╰╯┌┐└┘┏┓┗┛├┤┬┴┼", "+"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚‹›", "'"),
    **dict.fromkeys("–—‐‑−", "-"),
    **dict.fromkeys("·…", "."),
    **dict.fromkeys("•▶", ">"),
    "▲": "^",
    "▼": "v",
    "█": "#",
    "░": ".",
    "\N{NO-BREAK SPACE}": " ",
}
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def lacks_signs(encoding: str) -> bool:
    """True where borders and quotation marks cannot be sent in ``encoding``."""
    try:
        "─│┏“”–…▶".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return True
    return False


@lru_cache(maxsize=4096)
def plain_sign(sign: str, encoding: str) -> str:
    """``sign`` where ``encoding`` has it, else what comes closest, in as many cells."""
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        base = unicodedata.normalize("NFKD", sign)[0]
        width = cell_len(sign)
        return SIGNS.get(sign, base if base.isascii() and width == 1 else "?" * width)
    return sign


class PlainSigns(LineFilter):
    """Replaces the signs that an encoding lacks on their way to the terminal."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self.encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The segments as they can be shown."""
        return [
            Segment(_BEYOND_ASCII.sub(lambda sign: plain_sign(sign[0], self.encoding), text), style, control)
            for text, style, control in segments
        ]
