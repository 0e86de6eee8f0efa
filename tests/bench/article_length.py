"""How reading grows with the length of one article:  python -m tests.bench.article_length [KILOBYTES ...]

Invented news prose of announcements, quotations and denials; prints seconds, and how much dearer the longest is than
the first. Linear reading shows as the ratio of the lengths.
"""

from __future__ import annotations

import random
import sys
import time

from store.extract.pipeline import read_article
from store.extract.segment import open_article
from store.model.article import Document, Metadata

LENGTHS = (100, 1_000)
"""Kilobytes."""
STATES = ("Norway", "Iceland", "Peru", "Chile", "Kenya", "Ghana", "Latvia", "Oman")
PEOPLE = ("Kari Lund", "Ana Ruiz", "Amos Otieno", "Peteris Ozols", "Salma Haddad")
CITIES = ("Oslo", "Lima", "Nairobi", "Riga", "Muscat")
SENTENCES = (
    "{a} and {b} will hold talks on fishing in {city} on May {day}, the foreign ministry of {a} said.",
    '"We expect a frank exchange," {who} told reporters in {city}. "Nobody has asked for more than that."',
    "{who} denied that {a} had promised to withdraw its boats by June {day}.",
    "The delegation, which left {city} on Monday, was to meet President {who}, according to an aide.",
    "Prices rose by {day} percent last year, and officials warned that the quota would not last until autumn.",
)


def article_of(kilobytes: int, seed: int = 1) -> str:
    """Prose of about ``kilobytes``, a paragraph a sentence or two."""
    dice = random.Random(seed)
    parts, size = ["Quota talks\n\n"], 0
    while size < kilobytes * 1_000:
        a, b = dice.sample(STATES, 2)
        words = {"a": a, "b": b, "who": dice.choice(PEOPLE), "city": dice.choice(CITIES), "day": dice.randint(1, 28)}
        part = dice.choice(SENTENCES).format(**words) + dice.choice((" ", "\n\n"))
        parts.append(part)
        size += len(part)
    return "".join(parts)


def seconds_for(kilobytes: int) -> float:
    """Processor seconds to read one article of that length."""
    article = open_article("long", Document(path="long.txt", text=article_of(kilobytes), metadata=Metadata()))
    start = time.process_time()
    read_article(article)
    return time.process_time() - start


def main(lengths: tuple[int, ...]) -> None:
    """Print a line for each length."""
    seconds_for(10)  # lexicons and patterns are built once
    first = 0.0
    for kilobytes in lengths:
        taken = seconds_for(kilobytes)
        first = first or taken
        print(f"{kilobytes:>6} KB  {taken:7.2f} s  {taken / first:5.1f} times the first")


if __name__ == "__main__":
    main(tuple(int(length) for length in sys.argv[1:]) or LENGTHS)
