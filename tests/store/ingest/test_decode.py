"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from store.ingest.decode import Undecodable, decode


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        pytest.param("Zürich “talks”".encode(), "Zürich “talks”", "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + b"Talks", "\ufeffTalks", "utf-8", id="a utf-8 mark stays, so that offsets hold"),
        pytest.param("Talks".encode("utf-16"), "Talks", "utf-16", id="utf-16 by its mark"),
        pytest.param(b"one\r\ntwo\n", "one\r\ntwo\n", "utf-8", id="newlines untouched"),
        pytest.param("e\u0301".encode(), "e\u0301", "utf-8", id="no normalising"),
    ],
)
def test_text_is_decoded_code_point_for_code_point(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


def test_a_western_encoding_is_recognised_and_named() -> None:
    words = "The président of the café said “yes” and went to Besançon for the négociations. " * 20
    text, encoding = decode(words.encode("cp1252"))
    assert text == words
    assert encoding != "utf-8"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x7fELF\x02\x01\x00\x00" + bytes(range(256)) * 4, id="a program"),
        pytest.param(b"PK\x03\x04\x14\x00\x00\x00" + b"\x00\xff" * 100, id="an archive"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8\x00", id="broken utf-16"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes) -> None:
    with pytest.raises(Undecodable, match=r"remove it|save it as UTF-8"):
        decode(data)
