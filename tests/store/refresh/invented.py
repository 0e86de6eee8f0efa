"""Small invented articles that meet in parties, places, days, quotations and names, in every way that counts."""

from __future__ import annotations

import random

STATES = ("Norway", "Peru", "Kenya", "France", "Chile")
CITIES = ("Oslo", "Lima", "Nairobi", "Lyon", "Quito")
PEOPLE = (
    ("Norwegian President Ada Berg", "Berg"),
    ("Berg's spokesman Olaf Lund", "Lund"),
    ("Peruvian Foreign Minister Rosa Quispe", "Quispe"),
    ("Kenyan President Ruth Otieno", "Otieno"),
    ("Otieno's aide Ann Mwangi", "Mwangi"),
    ("French Prime Minister Paul Berg", "Paul Berg"),
    ("the Chilean foreign ministry", "the ministry"),
)  # fmt: skip
BODIES = ("the World Trade Organization", "the OECD", "NATO", "the Arctic Council")
DEEDS = (
    "close the strait to foreign trawlers before the autumn",
    "send heavy artillery to the northern border",
    "double the tariff on imported copper",
    "deploy offensive missiles near the northern frontier",
    "release the detained fishermen without any conditions",
    "grant the mining companies new licences in the desert",
)
QUOTES = (
    "a rupture could lead to the complete collapse of our fishing treaty",
    "a rupture will lead to the total breakdown of our fishing treaty",
    "under no pretext may the harbour be closed to relief convoys",
    "under certain conditions the harbour may be closed to relief convoys",
)
WORDS = "ledger meadow copper harvest bridge tunnel orchard senate glacier saddle lantern pebble cannon velvet".split()


def an_article(dice: random.Random) -> str:
    """A headline, perhaps a dateline, and a few sentences."""
    month, day = dice.choice(("May", "June")), dice.randint(2, 8)
    city = dice.choice(CITIES)
    dated = dice.random() < 0.6
    place = f"{city.upper()}, {month} {day}, 2023 (Wire) - " if dated else ""
    sentences = [dice.choice(SENTENCES)(dice) for _ in range(dice.randint(1, 5))]
    return f"{dice.choice(WORDS).title()} {dice.choice(WORDS)} report\n\n{place}" + "\n\n".join(sentences) + "\n"


def another(text: str, dice: random.Random, others: list[str]) -> str:
    """What becomes of ``text``: a sentence more or less, a copy of another article, whole or edited, or a new one."""
    chance = dice.random()
    paragraphs = text.split("\n\n")
    if chance < 0.3:
        return text.rstrip("\n") + "\n\n" + dice.choice(SENTENCES)(dice) + "\n"
    if chance < 0.5 and len(paragraphs) > 2:
        del paragraphs[dice.randrange(1, len(paragraphs))]
        return "\n\n".join(paragraphs)
    if chance < 0.7 and others:
        return dice.choice(others)
    if chance < 0.8 and others:
        return dice.choice(others).replace("the", "the said", 1) + "\n"
    return an_article(dice)


def _talks(dice: random.Random) -> str:
    one, two = dice.sample(STATES, 2)
    when = f"{dice.choice(('May', 'June'))} {dice.randint(9, 14)}" + dice.choice((", 2023", ""))
    verb = dice.choice(("will hold talks", "are to hold talks", "plan to meet"))
    return f"{one} and {two} {verb} in {dice.choice(CITIES)} on {when}."


def _undated(dice: random.Random) -> str:
    one, two = dice.sample(STATES, 2)
    return f"{one} and {two} will hold talks next week."


def _postponed(dice: random.Random) -> str:
    one, two = dice.sample(STATES, 2)
    return f"The talks between {one} and {two} planned for June {dice.randint(9, 14)} were postponed."


def _gathering(dice: random.Random) -> str:
    body = dice.choice(BODIES)
    return f"Ministers of {body} will hold a summit in {dice.choice(CITIES)} on June {dice.randint(9, 14)}, 2023."


def _beside(dice: random.Random) -> str:
    one, two = dice.sample(STATES, 2)
    body = dice.choice(BODIES)
    return f"The foreign ministers of {one} and {two} will meet on the sidelines of the summit of {body} in June."


def _leaders(dice: random.Random) -> str:
    (one, _), (two, _) = dice.sample(PEOPLE[:4], 2)
    return f"{one} and {two} will meet in {dice.choice(CITIES)} on June {dice.randint(9, 12)}, 2023."


def _call(dice: random.Random) -> str:
    one, two = dice.sample(STATES, 2)
    return f"The presidents of {one} and {two} spoke by phone for {dice.choice((40, 50, 90))} minutes on May 3."


def _pledge(dice: random.Random) -> str:
    who, _ = dice.choice(PEOPLE)
    return f"{_capital(who)} promised not to {dice.choice(DEEDS)}."


def _denial(dice: random.Random) -> str:
    who, _ = dice.choice(PEOPLE)
    return dice.choice(
        (
            f"{_capital(who)} denied that {dice.choice(STATES)} had promised to {dice.choice(DEEDS)}.",
            f"{_capital(who)} rejected the report as baseless.",
            f"{_capital(who)} denied having made any pledge.",
        )
    )


def _saying(dice: random.Random) -> str:
    who, short = dice.choice(PEOPLE)
    return f"{_capital(dice.choice((who, short)))} said that {dice.choice(STATES)} would {dice.choice(DEEDS)}."


def _quotation(dice: random.Random) -> str:
    who, short = dice.choice(PEOPLE)
    return f'"{_capital(dice.choice(QUOTES))}," {dice.choice((who, short))} said.'


def _figure(dice: random.Random) -> str:
    who, _ = dice.choice(PEOPLE)
    return f"{_capital(who)} said that {dice.choice((12, 15))} Peruvian fishermen were killed near the harbour of Lima."


def _officials(dice: random.Random) -> str:
    return f"Officials in {dice.choice(STATES)} said the {dice.choice(WORDS)} {dice.choice(WORDS)} would not last."


def _accusation(dice: random.Random) -> str:
    who, _ = dice.choice(PEOPLE)
    return f"{_capital(who)} accused {dice.choice(STATES)} of plans to {dice.choice(DEEDS)}."


def _filler(dice: random.Random) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(30)).capitalize() + "."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


SENTENCES = (
    _talks, _talks, _undated, _postponed, _gathering, _beside, _leaders, _call, _pledge, _denial, _saying, _saying,
    _quotation, _figure, _officials, _accusation, _filler,
)  # fmt: skip
