"""A library without a store: an invented story on fisheries, and one with more claims than any screen holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from store.errors import DatelineError
from store.model.article import Anchor, Article, Segment
from store.model.claims import Claim, Conflict, Evidence, Side, Talk, TalkClaim
from store.model.reviews import Correction, Review, Verdict
from store.model.spans import Span
from store.model.views import ArticleRow, ClaimFilter, ClaimOrder, ClaimRow, Counts, FactRow, Hit, News, Revision

NOON = datetime(2031, 5, 3, 12, 0, 2, tzinfo=UTC)


def _paragraphs(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


MORNING = _paragraphs(
    "Herring quota: Iceland and Norway agree to sit down",
    "Iceland and Norway will open talks on the herring quota in Oslo on May 12, the Norwegian foreign ministry said.",
    "“We expect a frank exchange,” minister Kari Lund said. She promised that no trawler would be boarded before"
    " the talks.",
    "The European Union is to join a second round in Lisbon on May 20 at 09:30, an aide to the commissioner told"
    " reporters. In April the two sides had met in Bergen for three hours.",
    "This report was written for a test.",
)
EVENING = _paragraphs(
    "Reykjavik cool on quota talks",
    "Iceland’s fisheries minister, Jon Arnason, said the Oslo talks would begin on May 13, a day later than Norway"
    " had announced.",
    "Arnason denied that any promise about boarding trawlers had been made. “There is no such pledge,” he said.",
    "A further meeting in Nairobi is expected in the first week of June, the UN office there said.",
    "Comments",
    "Anna, 3 May 2031: Let them talk, the herring does not care.",
)
CHRONICLE_HEAD = "A chronicle of the quota dispute"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    article: int
    kind: str
    who: str
    what: str
    when: str
    where: str
    quote: str
    claim: str


FOUND = (
    _Found(
        article=1,
        kind="meeting",
        who="Iceland, Norway",
        what="talks on the herring quota",
        when="2031-05-12",
        where="Oslo",
        quote="Iceland and Norway will open talks on the herring quota in Oslo on May 12",
        claim="c-oslo-12",
    ),
    _Found(
        article=1,
        kind="say",
        who="Kari Lund",
        what="“We expect a frank exchange”",
        when="2031-05-02",
        where="",
        quote="“We expect a frank exchange,” minister Kari Lund said.",
        claim="c-frank",
    ),
    _Found(
        article=1,
        kind="pledge",
        who="Kari Lund",
        what="no trawler would be boarded before the talks",
        when="2031-05-02",
        where="",
        quote="She promised that no trawler would be boarded before the talks.",
        claim="c-pledge",
    ),
    _Found(
        article=1,
        kind="meeting",
        who="European Union, Iceland, Norway",
        what="second round",
        when="2031-05-20T09:30",
        where="Lisbon",
        quote="The European Union is to join a second round in Lisbon on May 20 at 09:30",
        claim="c-lisbon",
    ),
    _Found(
        article=1,
        kind="event",
        who="Iceland, Norway",
        what="met in Bergen for three hours",
        when="2031-04",
        where="Bergen",
        quote="In April the two sides had met in Bergen for three hours.",
        claim="c-bergen",
    ),
    _Found(
        article=2,
        kind="meeting",
        who="Iceland, Norway",
        what="talks on the herring quota",
        when="2031-05-13",
        where="Oslo",
        quote="the Oslo talks would begin on May 13",
        claim="c-oslo-13",
    ),
    _Found(
        article=2,
        kind="deny",
        who="Jon Arnason",
        what="any promise about boarding trawlers had been made",
        when="2031-05-03",
        where="",
        quote="Arnason denied that any promise about boarding trawlers had been made.",
        claim="c-deny",
    ),
    _Found(
        article=2,
        kind="say",
        who="Jon Arnason",
        what="“There is no such pledge”",
        when="2031-05-03",
        where="",
        quote="“There is no such pledge,” he said.",
        claim="c-no-pledge",
    ),
    _Found(
        article=2,
        kind="meeting",
        who="United Nations",
        what="a further meeting",
        when="2031-W23",
        where="Nairobi",
        quote="A further meeting in Nairobi is expected in the first week of June",
        claim="c-nairobi",
    ),
)


def chronicle(entries: int) -> str:
    """A long article: one numbered sentence a paragraph."""
    lines = [
        f"In note {number} the council of harbour {number} said that catch {number} was too small."
        for number in range(1, entries + 1)
    ]
    return CHRONICLE_HEAD + "\n\n" + "\n\n".join(lines) + "\n"


def an_article(name: str, text: str, *, title: str = "", anchor: Anchor | None = None, furniture: str = "") -> Article:
    """An article of a headline, a body, and what follows ``furniture``."""
    head = text.find("\n")
    rest = text.find(furniture) if furniture else len(text)
    segments = [Segment(kind="headline", span=Span(0, head)), Segment(kind="body", span=Span(head + 2, rest))]
    if furniture:
        segments.append(Segment(kind="furniture", span=Span(rest, len(text)), role="comment"))
    return Article(
        name=name,
        text=text,
        segments=tuple(segments),
        anchor=anchor or Anchor(),
        title=title or text[:head],
        path=f"{name}.txt",
    )


class FakeLibrary:
    """Three articles, three talks to come and one past, a disputed date, two hundred claims; all in memory."""

    def __init__(self, entries: int = 191) -> None:
        exact = Anchor(bound="exact", basis="metadata", day=date(2031, 5, 2), why="published in articles.toml")
        bounded = Anchor(
            bound="no later than", basis="comment", day=date(2031, 5, 3), why="reader comment of 3 May 2031"
        )
        self.articles = {
            1: an_article("morning-post", MORNING, anchor=exact, furniture="This report"),
            2: an_article("evening-wire", EVENING, anchor=bounded, furniture="Comments"),
            3: replace(an_article("harbour-chronicle", chronicle(entries)), notes=("written by the harbour itself",)),
        }
        self.grown = 0
        self.bad_files: list[tuple[str, str]] = []
        self.log: list[Review] = []
        self.reviewed: dict[int, Review] = {}
        self.facts = {key: self._facts_of(key) for key in self.articles}
        self.rows = [self._row(fact) for rows in self.facts.values() for fact in rows]

    def _facts_of(self, article_id: int) -> list[FactRow]:
        article = self.articles[article_id]
        found = [item for item in FOUND if item.article == article_id]
        if article_id == 3:
            found = [_entry(line) for line in article.text.splitlines() if line.startswith("In note")]
        return [self._fact(item, article_id) for item in found]

    def _fact(self, item: _Found, article_id: int) -> FactRow:
        article = self.articles[article_id]
        start = article.text.index(item.quote)
        span = Span(start, start + len(item.quote))
        return FactRow(
            key=f"f-{item.claim}",
            claim=item.claim,
            kind=item.kind,
            who=item.who,
            what=item.what,
            when=item.when,
            where=item.where,
            via=(),
            article_id=article_id,
            article=article.name,
            outlet="",
            span=span,
            pieces=(span,),
            quote=item.quote,
            assumed=article_id == 2,
            why="",
        )

    def _row(self, fact: FactRow) -> ClaimRow:
        return ClaimRow(
            id=fact.claim,
            kind=fact.kind,
            who=fact.who,
            what=fact.what,
            when=fact.when,
            where=fact.where,
            assumed=fact.assumed,
            articles=(fact.article,),
            origins=1,
        )

    def _out(self, as_of: datetime | None) -> set[int]:
        def published(article: Article) -> bool:
            day = article.anchor.day
            return as_of is None or day is None or datetime.combine(day, time(12), UTC) <= as_of

        return {key for key, article in self.articles.items() if published(article)}

    def counts(self, as_of: datetime | None = None) -> Counts:
        newest = (
            datetime.combine(max(a.anchor.day for a in self.articles.values() if a.anchor.day), time(12), UTC)
            if any(a.anchor.day for a in self.articles.values())
            else None
        )
        return Counts(
            articles=self.article_count(as_of),
            claims=self.claim_count(ClaimFilter(), as_of),
            talks=len(self.talks(as_of)),
            conflicts=len(self.conflicts(as_of)),
            problems=len(self.bad_files),
            newest=newest,
            version=self.version(),
        )

    def version(self) -> int:
        return self.grown

    def news(self, as_of: datetime | None = None) -> News:
        return News(0, self.claim_count(ClaimFilter(new=True), as_of), looked=True, at=NOON)

    def days_out(self) -> Sequence[datetime]:
        days = {article.anchor.day for article in self.articles.values() if article.anchor.day}
        return [datetime.combine(day, time(12), UTC) for day in sorted(days)]

    def article_count(self, as_of: datetime | None = None) -> int:
        return len(self._out(as_of))

    def article_rows(self, offset: int, limit: int, as_of: datetime | None = None) -> Sequence[ArticleRow]:
        out = self._out(as_of)
        keys = sorted(
            out,
            key=lambda key: (
                self.articles[key].anchor.day is None,
                -(self.articles[key].anchor.day or date.min).toordinal(),
            ),
        )
        return [self._line(key) for key in keys][offset : offset + limit]

    def _line(self, key: int) -> ArticleRow:
        article = self.articles[key]
        anchor = article.anchor
        return ArticleRow(
            id=key,
            name=article.name,
            title=article.title,
            outlet=article.outlet,
            day=anchor.day.isoformat() if anchor.day else "",
            bound=anchor.bound,
            basis=anchor.basis,
            why=anchor.why,
            facts=len(self.facts[key]),
        )

    def article(self, article_id: int) -> Article:
        if article_id not in self.articles:
            raise DatelineError("This article is no longer in the store.")
        return self.articles[article_id]

    def fact_rows(self, article_id: int, within: Span | None = None) -> Sequence[FactRow]:
        facts = self.facts[article_id]
        return facts if within is None else [fact for fact in facts if fact.span.overlaps(within)]

    def _passing(self, narrowed: ClaimFilter, as_of: datetime | None) -> list[ClaimRow]:
        names = {self.articles[key].name for key in self._out(as_of)}
        rows = [row for row in self.rows if set(row.articles) & names]
        rows = [row for row in rows if row.new or not narrowed.new]
        rows = [row for row in rows if not row.review or narrowed.reviewed != "open"]
        rows = [row for row in rows if not narrowed.kinds or row.kind in narrowed.kinds]
        rows = [row for row in rows if not narrowed.speakers or row.who in narrowed.speakers]
        return [row for row in rows if not narrowed.places or row.where in narrowed.places]

    def claim_count(self, narrowed: ClaimFilter, as_of: datetime | None = None) -> int:
        return len(self._passing(narrowed, as_of))

    def claim_rows(
        self,
        narrowed: ClaimFilter,
        order: ClaimOrder,
        descending: bool,
        offset: int,
        limit: int,
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> Sequence[ClaimRow]:
        return self._passing(narrowed, as_of)[offset : offset + limit]

    def claim_position(
        self,
        claim_id: str,
        narrowed: ClaimFilter,
        order: ClaimOrder,
        descending: bool,
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> int | None:
        ids = [row.id for row in self._passing(narrowed, as_of)]
        return ids.index(claim_id) if claim_id in ids else None

    def claim(self, claim_id: str, as_of: datetime | None = None) -> Claim | None:
        evidence = tuple(_evidence(fact) for rows in self.facts.values() for fact in rows if fact.claim == claim_id)
        row = next((row for row in self.rows if row.id == claim_id), None)
        if row is None:
            return None
        return Claim(
            id=row.id,
            kind=row.kind,
            who=row.who,
            what=row.what,
            when=row.when,
            where=row.where,
            articles=row.articles,
            origins=("a",),
            evidence=evidence,
        )

    def claims_matching(
        self,
        narrowed: ClaimFilter,
        order: ClaimOrder = "text",
        descending: bool = False,
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> Sequence[Claim]:
        found = (self.claim(row.id) for row in self._passing(narrowed, as_of))
        return [claim for claim in found if claim]

    def talk_revisions(self) -> Mapping[str, Revision]:
        return {}

    def verdicts(self) -> Mapping[str, str]:
        return {f"f-{row.id}": row.review for row in self.rows if row.review}

    def evidence(self, claim_id: str) -> tuple[Evidence, ...]:
        """The evidence of a claim."""
        claim = self.claim(claim_id)
        return claim.evidence if claim else ()

    def _dated(self, value: str, origin: str, *claims: str, superseded: bool = False) -> TalkClaim:
        evidence = tuple(piece for claim in claims for piece in self.evidence(claim))
        return TalkClaim(
            attribute="start",
            value=value,
            origins=(origin,),
            articles=tuple(dict.fromkeys(piece.article for piece in evidence)),
            evidence=evidence,
            superseded=superseded,
        )

    def talks(self, as_of: datetime | None = None) -> Sequence[Talk]:
        out = self._out(as_of)
        oslo = [self._dated("2031-05-12", "Norwegian foreign ministry", "c-oslo-12")]
        if 2 in out:
            oslo.append(self._dated("2031-05-13", "Jon Arnason", "c-oslo-13"))
        place = TalkClaim(
            attribute="place",
            value="Oslo",
            origins=("Norwegian foreign ministry",),
            articles=("morning-post", "evening-wire"),
            evidence=self.evidence("c-oslo-12") + self.evidence("c-oslo-13"),
        )
        base = Talk(
            id="t-oslo",
            title="talks on the herring quota",
            city="Oslo",
            country="NO",
            zone="Europe/Oslo",
            parties=("Iceland", "Norway"),
            start="2031-05-12",
            end="",
            status="scheduled",
            disputed=("start",) if 2 in out else (),
            claims=(*oslo, place),
        )
        lisbon = replace(
            base,
            id="t-lisbon",
            title="second round",
            city="Lisbon",
            country="PT",
            zone="Europe/Lisbon",
            parties=("European Union", "Iceland", "Norway"),
            start="2031-05-20T09:30",
            disputed=(),
            claims=(self._dated("2031-05-20T09:30", "European Union", "c-lisbon"),),
        )
        nairobi = replace(
            base,
            id="t-nairobi",
            title="a further meeting",
            city="Nairobi",
            country="KE",
            zone="Africa/Nairobi",
            parties=("United Nations",),
            start="2031-W23",
            disputed=(),
            claims=(self._dated("2031-W23", "United Nations", "c-nairobi"),),
        )
        past = replace(
            base,
            id="t-tromso",
            title="preparatory talks",
            city="Tromso",
            country="NO",
            zone="Europe/Oslo",
            start="2031-04-28",
            disputed=(),
            claims=(self._dated("2031-04-28", "unattributed", "c-bergen"),),
        )
        talks = [past, base, lisbon, nairobi] if 2 in out else [past, base, lisbon]
        return talks if 1 in out else []

    def conflicts(self, as_of: datetime | None = None) -> Sequence[Conflict]:
        if not {1, 2} <= self._out(as_of):
            return []
        return [
            Conflict(
                id="k-date",
                kind="date",
                subject="Oslo: Iceland – Norway",
                cause="later report",
                sides=(
                    Side(
                        value="2031-05-12", origins=("Norwegian foreign ministry",), evidence=self.evidence("c-oslo-12")
                    ),
                    Side(value="2031-05-13", origins=("Jon Arnason",), evidence=self.evidence("c-oslo-13")),
                ),
                talk="t-oslo",
            ),
            Conflict(
                id="k-pledge",
                kind="denial",
                subject="boarding trawlers",
                cause="denial",
                sides=(
                    Side(
                        value="no trawler would be boarded",
                        origins=("Kari Lund",),
                        evidence=self.evidence("c-pledge"),
                        marks=(Span(4, 12),),
                    ),
                    Side(value="no promise was made", origins=("Jon Arnason",), evidence=self.evidence("c-deny")),
                ),
            ),
        ]

    def search(self, words: str, limit: int, as_of: datetime | None = None) -> Sequence[Hit]:
        hits = []
        for key in sorted(self._out(as_of)):
            at = self.articles[key].text.lower().find(words.lower())
            if at >= 0:
                start = max(0, at - 20)
                excerpt = self.articles[key].text[start : at + 60]
                hits.append(
                    Hit(
                        article_id=key,
                        article=self.articles[key].name,
                        span=Span(at, at + len(words)),
                        excerpt=excerpt,
                        marks=(Span(at - start, at - start + len(words)),),
                    )
                )
        return hits[:limit]

    def choices(self, as_of: datetime | None = None) -> Mapping[str, Sequence[tuple[str, int]]]:
        rows = self._passing(ClaimFilter(), as_of)

        def counted(values: Sequence[str]) -> list[tuple[str, int]]:
            return [(value, values.count(value)) for value in dict.fromkeys(values) if value]

        return {
            "kinds": counted([row.kind for row in rows]),
            "speakers": counted([row.who for row in rows])[:6],
            "outlets": [],
            "places": counted([row.where for row in rows]),
        }

    def claim_of(self, fact_key: str) -> str | None:
        return next((fact.claim for rows in self.facts.values() for fact in rows if fact.key == fact_key), None)

    def review_log(self, limit: int = 1000) -> Sequence[Review]:
        return self.log[:limit]

    def review(self, line: int) -> Review | None:
        return self.reviewed.get(line)

    def problems(self) -> Sequence[tuple[str, str]]:
        return self.bad_files


def _entry(line: str) -> _Found:
    number = line.split()[2]
    return _Found(
        article=3,
        kind="say",
        who=f"Council of harbour {number}",
        what=f"catch {number} was too small",
        when="",
        where="",
        quote=line,
        claim=f"c-{number}",
    )


def _evidence(fact: FactRow) -> Evidence:
    return Evidence(
        article_id=fact.article_id,
        article=fact.article,
        span=fact.span,
        quote=fact.quote,
        fact=fact.key,
        speaker=fact.who,
    )


class EmptyLibrary(FakeLibrary):
    """A folder without articles."""

    def __init__(self) -> None:
        super().__init__(0)
        self.articles = {}
        self.facts = {}
        self.rows = []


class ManyClaims(FakeLibrary):
    """A hundred thousand claims, each made when it is asked for; counts how many ever were."""

    total = 100_000

    def __init__(self) -> None:
        super().__init__(5)
        self.made = 0

    def claim_count(self, narrowed: ClaimFilter, as_of: datetime | None = None) -> int:
        return self.total

    def claim_rows(
        self,
        narrowed: ClaimFilter,
        order: ClaimOrder,
        descending: bool,
        offset: int,
        limit: int,
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> Sequence[ClaimRow]:
        numbers = range(offset, min(offset + limit, self.total))
        self.made += len(numbers)
        return [replace(self.rows[0], id=f"many-{number}", what=f"claim number {number + 1}") for number in numbers]

    def claim_position(
        self,
        claim_id: str,
        narrowed: ClaimFilter,
        order: ClaimOrder,
        descending: bool,
        as_of: datetime | None = None,
        today: date = date.min,
    ) -> int | None:
        return int(claim_id.removeprefix("many-")) if claim_id.startswith("many-") else None


class FakeLog:
    """A log of verdicts kept in memory; shows its marks on the rows of a library."""

    def __init__(self, library: FakeLibrary) -> None:
        self.library = library
        self.lines: list[tuple[str, str, str, str]] = []
        self.undone: list[tuple[str, str, str, str]] = []

    def __enter__(self) -> FakeLog:
        return self

    def __exit__(self, *failure: object) -> None:
        verdicts = {key: verdict for key, verdict, _, _ in self.lines}
        self.library.rows = [replace(row, review=verdicts.get(f"f-{row.id}", "")) for row in self.library.rows]
        self.library.grown += 1

    def review(
        self, fact_key: str, verdict: Verdict, *, by: str, note: str = "", correction: Correction | None = None
    ) -> int | None:
        self.lines.append((fact_key, verdict, by, note))
        self.library.reviewed[len(self.lines)] = Review(
            id=len(self.lines),
            fact_key=fact_key,
            quote="",
            article="",
            verdict=verdict,
            note=note,
            correction=correction or Correction(),
            by=by,
            at=NOON.isoformat(),
            in_force=True,
            undoes=None,
            orphaned=False,
        )
        return len(self.lines)

    def judge(self, groups: Iterable[Iterable[str]], verdict: Verdict, *, by: str) -> list[int]:
        standing = {key: given for key, given, _, _ in self.lines}
        new = [[key for key in group if standing.get(key) != verdict] for group in groups]
        return [sum(self.review(key, verdict, by=by) is not None for key in group) for group in new]

    def mark_seen(self, version: int) -> None:
        self.seen = version

    def mark_opened(self) -> None:
        self.opened = True

    def undo(self, *, by: str) -> int | None:
        if not self.lines:
            return None
        self.undone.append(self.lines.pop())
        return len(self.lines) + 1

    def redo(self, *, by: str) -> int | None:
        if not self.undone:
            return None
        self.lines.append(self.undone.pop())
        return len(self.lines)
