"""Bytes to text, code point for code point: no normalising, newlines untouched."""

from __future__ import annotations

import codecs

LARGEST = 8_000_000
"""Bytes; a file above it is a collection or a mistake, not an article."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Undecodable(ValueError):
    """The bytes are no text that can be told; the message is a clause that says why and what to do."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of ``data`` and the encoding it was read in ("utf-8" unless the bytes say otherwise).

    UTF-8 keeps a leading byte order mark, so that offsets count what the file holds. Raises Undecodable.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding), encoding
    if b"\0" in data:
        raise Undecodable("is not text but binary data; remove it or give it another ending")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _guessed(data, error)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(f"is no valid {encoding.upper()} (byte {error.start}); save it as UTF-8") from error


def _guessed(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:200_000]).best()
    if best is None or best.encoding.startswith("utf_") or not _reads_as_text(str(best)):
        raise Undecodable(f"is no valid UTF-8 (byte {error.start}) and no other encoding fits; save it as UTF-8")
    return _decoded(data, best.encoding), best.encoding.replace("_", "-")


def _reads_as_text(text: str) -> bool:
    controls = sum(ord(c) < 32 and c not in "\t\n\r\f" for c in text)
    return controls * 100 <= len(text)
