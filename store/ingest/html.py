"""Articles out of web pages, by trafilatura; comments are left out."""

from __future__ import annotations

from store.ingest.metadata import metadata_from
from store.model.article import Metadata


class NoArticle(ValueError):
    """A page in which no article can be told from its frame."""


def article_of(page: str) -> tuple[str, Metadata]:
    """Main text of ``page``, a paragraph a line, and what its meta tags and JSON-LD say. Raises NoArticle."""
    import trafilatura

    found = trafilatura.bare_extraction(
        page,
        include_comments=False,
        with_metadata=True,
        # A date somewhere in the text is no publication date.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = "" if found is None or isinstance(found, dict) else found.text or ""
    if found is None or isinstance(found, dict) or not text.strip():
        raise NoArticle("holds no article text that can be told from the page around it")
    known = {"title": found.title, "outlet": found.sitename, "author": found.author, "url": found.url}
    return text, metadata_from({**known, "published": found.date}, "HTML metadata")
