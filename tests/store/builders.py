"""Articles, facts, claims and talks made by hand, put into a real store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from store.db.files import FileState
from store.extract.facts import fact_key
from store.model.article import NO_ANCHOR, Anchor, Article, Segment
from store.model.claims import Claim, Evidence, Talk, TalkClaim
from store.model.facts import Statement
from store.model.reports import Fact, text_hash
from store.model.spans import Span
from store.writer import Writer

ROOT = "/reports"


def published_on(day: str) -> Anchor:
    return Anchor(bound="exact", basis="metadata", day=date.fromisoformat(day), why="published")


def an_article(name: str, text: str, anchor: Anchor = NO_ANCHOR, outlet: str = "") -> Article:
    return Article(
        name=name,
        text=text,
        segments=(Segment(kind="body", span=Span(0, len(text))),),
        anchor=anchor,
        title=text[:20],
        outlet=outlet,
    )


def a_statement(
    article: Article, quote: str, *, who: str = "Ada Lind", act: str = "say", where: str = "", occurrence: int = 0
) -> Fact:
    start = -1
    for _ in range(occurrence + 1):
        start = article.text.index(quote, start + 1)
    span = Span(start, start + len(quote))
    return Fact(
        key=fact_key(text_hash(article.text), "statement", quote, occurrence),
        kind=act,
        who=who,
        what=quote,
        when="",
        where=where,
        span=span,
        pieces=(span,),
        quote=quote,
        occurrence=occurrence,
        found=Statement(speaker=who, act="say", polarity="positive", source=(), cue=(), content=(span,)),
    )


def save(writer: Writer, article: Article, *facts: Fact) -> int:
    """Put an article into the store as a load would; its id."""
    writer.note_root(ROOT, [])
    path = f"{ROOT}/{article.name}.txt"
    writer.save_article(FileState(path, len(article.text), 1, "hash", "v1", ""), ROOT, article, facts)
    return writer.stored_files()[path].id


def evidence(
    article_id: int, article: Article, fact: Fact, origin: str = "unattributed", speaker: str = ""
) -> Evidence:
    return Evidence(
        article_id=article_id,
        article=article.name,
        span=fact.span,
        quote=fact.quote,
        fact=fact.key,
        origin=origin,
        speaker=speaker,
        outlet=article.outlet,
    )


def a_claim(name: str, *passages: Evidence, kind: str = "say", who: str = "", when: str = "", where: str = "") -> Claim:
    return Claim(
        id=name,
        kind=kind,
        who=who,
        what=name,
        when=when,
        where=where,
        articles=tuple(dict.fromkeys(p.article for p in passages)),
        origins=tuple(dict.fromkeys(p.origin for p in passages)),
        evidence=passages,
    )


def a_talk(name: str, *starts: TalkClaim, city: str = "Oslo", zone: str = "Europe/Oslo", end: str = "") -> Talk:
    values = tuple(dict.fromkeys(claim.value for claim in starts if not claim.superseded))
    return Talk(
        id=name,
        title="Fishing talks",
        city=city,
        country="NO",
        zone=zone,
        parties=("Norway", "Iceland"),
        start=values[0] if values else "",
        end=end,
        status="scheduled",
        disputed=("start",) if len(values) > 1 else (),
        claims=starts,
    )


def a_start(value: str, *passages: Evidence, superseded: bool = False) -> TalkClaim:
    return TalkClaim(
        attribute="start",
        value=value,
        origins=tuple(dict.fromkeys(p.origin for p in passages)),
        articles=tuple(dict.fromkeys(p.article for p in passages)),
        evidence=passages,
        superseded=superseded,
    )


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
