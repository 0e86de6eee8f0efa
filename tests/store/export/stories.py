"""A small story in a real store: two reports of fishing talks that disagree on the day, one about to be rejected."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from store.model.claims import Conflict, Side, Talk, TalkClaim
from store.model.reports import Comparison
from store.reader import Reader
from store.writer import Writer
from tests.store.builders import (
    a_claim,
    a_start,
    a_statement,
    a_talk,
    an_article,
    evidence,
    published_on,
    save,
)

EARLY = replace(
    an_article("early", "Talks open on the ninth, Ada said. Bo pledged 3*4 <b>boats</b>.", published_on("2019-04-01")),
    title="Talks to open",
    outlet="The Gull",
    author="Kari Lund",
    url="https://gull.test/early",
)
LATE = an_article("late", "Talks open on the tenth. Bo denied any pledge. It rained.")
NINTH = a_statement(EARLY, "Talks open on the ninth", who="")
PLEDGE = a_statement(EARLY, "Bo pledged 3*4 <b>boats</b>", who="Bo Vik", act="pledge")
TENTH = a_statement(LATE, "Talks open on the tenth", who="")
DENIAL = a_statement(LATE, "Bo denied any pledge", who="Bo Vik", act="deny")
RAIN = a_statement(LATE, "It rained", who="", act="say")


def a_story(folder: Path) -> Reader:
    """A reader of the stored story."""
    db = folder / "story.db"
    with Writer(db) as writer:
        early, late = save(writer, EARLY, NINTH, PLEDGE), save(writer, LATE, TENTH, DENIAL, RAIN)
        ninth, tenth = evidence(early, EARLY, NINTH, "Ada Lind", "Ada Lind"), evidence(late, LATE, TENTH)
        pledge, denial = evidence(early, EARLY, PLEDGE, "Bo Vik"), evidence(late, LATE, DENIAL, "Bo Vik", "Bo Vik")
        writer.save_comparison(
            Comparison(
                talks=(fishing_talk(a_start("2019-06-09", ninth), a_start("2019-06-10", tenth)),),
                claims=(
                    a_claim("pledge", pledge, kind="pledge", who="Bo Vik"),
                    a_claim("deny", denial, kind="deny", who="Bo Vik"),
                    a_claim("rain", evidence(late, LATE, RAIN), kind="say"),
                ),
                conflicts=(
                    Conflict(
                        id="c",
                        kind="denial",
                        subject="Bo Vik: boats",
                        cause="denial",
                        sides=(
                            Side(value="boats", origins=("Bo Vik",), evidence=(pledge,)),
                            Side(value="no boats", origins=("Bo Vik",), evidence=(denial,)),
                        ),
                    ),
                ),
            )
        )
    return Reader(db)


def fishing_talk(*starts: TalkClaim) -> Talk:
    """A talk in Oslo with a place that both reports give."""
    place = replace(starts[0], attribute="place", value="Oslo", articles=("early", "late"))
    return a_talk("t", *starts, place)
