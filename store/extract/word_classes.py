"""Closed classes of English words, lower case."""

from __future__ import annotations

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your any some no every each another both all such".split()
)

PREPOSITIONS = frozenset(
    "of in on at to for with by from about over under into between among during after before since until "
    "till through against "
    "toward towards via within without near around across along amid despite ahead following regarding concerning "
    "including besides beyond upon throughout alongside behind inside outside "
    "amongst amidst aboard onto".split()
)

ADVERBS = frozenset(
    "also now currently both all still not never already again first then later reportedly tentatively "
    "probably likely possibly soon "
    "provisionally initially originally only even just jointly together separately formally officially "
    "finally therefore however nevertheless nonetheless meanwhile thus "
    "definitely certainly apparently clearly instead once n't no longer either previously yet to-day "
    "publicly briefly twice likewise".split()
)

SUBORDINATORS = frozenset(
    "that which who whom whose when where while because although though whereas if unless whether but as "
    "until before after once so".split()
)

PRONOUNS = frozenset("he she they we i it you who him her them us".split())

BREAKS = frozenset({";", ":", "--", "—", "–", "...", "(", ")", '"', "“", "”", "''", "``"})

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight".split())
