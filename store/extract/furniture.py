"""What stands in an article's file and is not the article: comments, disclosures, navigation, forms."""

from __future__ import annotations

import re

from store.extract.explicit_dates import DAY

COMMENT_HEADER = re.compile(
    r"(?:(?:one|two|three|\d[\d,]*|no)\s+(?:thoughts?|comments?|responses?|repl(?:y|ies)|reactions?)\b"
    r"(?:\s+(?:on|to)\b.*)?"
    r"|(?:reader(?:s['’]|['’]s)?\s+)?(?:comments?|responses|discussion|reactions)(?:\s*\(\d+\))?\s*:?"
    r"|(?:join|read|view|show|see)\s+(?:the\s+|all\s+)?(?:\d+\s+)?(?:comments|conversation|discussion)\b.*)\Z",
    re.I | re.S,
)
FORM = re.compile(
    r"leave a (?:reply|comment)|post a comment|add (?:a|your) comment|write a comment|submit a comment"
    r"|your e-?mail(?: address)? will not be (?:published|shared)|required fields are marked"
    r"|log ?in to (?:comment|reply)|you must be logged in|(?:name|e-?mail|website)\s*\*?\Z"
    r"|save my name,? e-?mail",
    re.I,
)
NAVIGATION = re.compile(
    r"(?:read (?:more|also|next|the rest here)|also read|see also|related(?: articles?| stories| news)?"
    r"|more (?:on|from) this|share (?:this|on|via)\b|follow us\b|sign up (?:for|to)\b|subscribe\b|advertisement"
    r"|sponsored content|recommended|most (?:read|popular)|trending|tags?:|filed under|click here|continue reading"
    r"|skip to|back to top|print this|home\s*[>»|/]|photo:|image:|video:|copyright\b|©|\(c\)\s*\d{4}"
    r"|all rights reserved|terms of (?:use|service)|privacy policy|cookie|attention\s*[-–—]+|\*\*\*)",
    re.I,
)
DISCLOSURE = re.compile(
    r"\A[\W_]*(?:"
    # "The Courier, formerly the Daily Courier, is a broadcaster that is owned by ..."
    r"(?:the\s+)?[A-Z][^.]{0,120}?\bis (?:an?|the)\b[^.]{0,160}?\b(?:news (?:network|agency|outlet|organi[sz]ation"
    r"|site|service|website|channel)|newspaper|broadcaster|media (?:outlet|organi[sz]ation|company|group)"
    r"|television (?:network|channel))\b[^.]*?\b(?:fund|own|financ|control|label|operat|affiliat)"
    r"|(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed|disclaimer\b|disclosure\b|editor['’]s note"
    r"|correction\b\s*:|\(?(?:additional )?(?:reporting|editing|writing|compiled) by\b|the (?:author|writer) is\b"
    r"|about the author)"
    # "This report was first published by ...", also behind another sentence
    r"|(?:\A|[.!?]\s+)[\W_]*(?:this|the) (?:article|report|story|text|post|piece|translation|material)(?: above)?"
    r"\b[^.]{0,60}?\b(?:was|is|has been|were|appeared|first appeared)\b[^.]{0,60}?"
    r"\b(?:written|produced|published|republished|translated|provided|generated|prepared|compiled|sponsored"
    r"|adapted)\b",
    re.I,
)
DATED_FOOTER = re.compile(
    r"\A[\W_]*(?:first )?(?:published|posted|updated|last (?:updated|modified)|created|date|filed|issued|printed)\b",
    re.I,
)
LONGEST_NAVIGATION = 160
"""Characters; a longer paragraph that starts like navigation ("Related to this, the minister ...") is text."""


def is_navigation(paragraph: str) -> bool:
    """True for a short line that points elsewhere ("Read more: ...", "Share this")."""
    return len(paragraph) <= LONGEST_NAVIGATION and bool(NAVIGATION.match(paragraph.lstrip(" \t*•-[_")))


_AUTHOR = re.compile(
    r"(?:[Ww]ritten |[Rr]eported )?(?:[Bb]y|BY):?\s+[A-Z][\w.'’-]*"
    r"(?:\s+(?:(?:and|de|van|von)\s+)?[A-Z][\w.'’-]*){0,5}"
    r"(?:\s*,\s*[A-Z][\w.'’ -]{1,40})?"
)
_BESIDE_DAY = re.compile(
    r"\s+|[-–—|/,.:;()•·*_]+|\b(?:first\s+)?(?:published|posted|issued|filed|date)\b|\bon\b|\bat\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\b|\b[ap]\.?m\b|\b(?:gmt|utc|cet|cest|est|edt|bst|ist)\b",
    re.I,
)
LONGEST_BYLINE = 120


def is_byline(line: str) -> bool:
    """True for a line at the head of an article that names its author or its full day, and says nothing else."""
    words = line.strip()
    if len(words) > LONGEST_BYLINE or "\n" in words:
        return False
    author = _AUTHOR.match(words)
    rest = words[author.end() :] if author else words
    day = DAY.search(rest)
    if author is None and day is None:
        return False
    if day is not None:
        rest = rest[: day.start()] + " " + rest[day.end() :]
    return not _BESIDE_DAY.sub("", rest)
