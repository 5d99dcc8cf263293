"""The words and turns by which `account` tells what can restrict a figure from what cannot."""

from __future__ import annotations

import re

from .harmless import LITTLE, PEOPLE, stems_of

CUT = re.compile(r";\s|\s[–—-]\s|,?\s(?:(?<!all\s)but|while|whereas|although|though)\s", re.IGNORECASE)
"""Between clauses that restrict each other in nothing."""
LEADS = re.compile(
    r":\s|\b(?:shows?|showed|shown|reveal(?:s|ed)?|suggests?|suggested|found|finds|confirms?|confirmed|said|says|"
    r"admit(?:s|ted)|disclosed|means|is) that\s",
    re.IGNORECASE,
)
"""Behind it begins what is asserted."""
_WHOM = (
    r"(?:(?:the|this|our|an?|foi|freedom of information)\s){0,2}(?:us|me|newspaper|paper|newsroom|agency|website|"
    r"title|reporters?|journalists?|press|charity|group|campaigners?|foi|act|laws?|legislation|rules|requests?|"
    r"freedom of information(?:\s(?:act|laws?|rules|requests?))?|"
    r"(?-i:[A-Z\d][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,4}))\b"
)
"""By whom papers were got, or under what law."""
PAPERS_SHOW = re.compile(
    r"\W*(?:(?:the|new|latest|official|exclusive|our|these|fresh|newly|previously|unseen|internal|bombshell|"
    r"shocking|analysis of|secret|damning|staggering)\s)*"
    r"(?:figures|records|data|documents|papers|statistics|stats|replies|responses|numbers|files|letters|disclosures)\b"
    r"(?:\s(?:released|obtained|seen|supplied|provided|disclosed|shared|given|published|handed|sent|compiled|"
    r"gathered|uncovered|requested)\b)?"
    rf"(?:\s(?:(?:by|to|under|through|via|using)\s{_WHOM}|"
    r"following\sa\s(?:foi|freedom of information)\srequest))*\s"
    r"(?:shows?|showed|reveal(?:s|ed)?|suggest(?:s|ed)?|indicate[sd]?|confirm(?:s|ed)?|disclosed?)\s(?:that\s)?",
    re.IGNORECASE,
)
"""At the head, whose papers say so: "Records obtained by this paper show …"; not of what they are."""
FRAME = re.compile(
    r"\W*(?:in|at|during|over|for|of|among|across|since|between|under|before|after|by|from|to|on)\b", re.IGNORECASE
)
"""A clause that begins so goes with those behind it too: "In 2021, …; …"."""
LABEL = re.compile(
    r"\b(?:table|figure|fig|page|note|chart|annex|appendix|section|chapter|q)\.?\s?$", re.IGNORECASE
)
RESTRICTS = re.compile(
    r"\b(?:by|from|to|on|upon|towards?|against|involv\w+|concern\w+|relat\w+ to|affect\w+|naming|named|about|with|"
    r"under|among|amongst|of|for)"
    r"\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before people who restrict what is counted: "claims *by* motorists"."""
DONE_TO = re.compile(
    r"\s(?:(?:in|at|of|from)\s[\w’' ]{1,40}?\s)?(?:was|were|is|are|has been|have been|had been|got)\s(?:\w+ly\s)?"
    r"\w+(?:ed|en|wn|ck|it|ung|uck|ught)\b"
)
"""Behind people to whom is done what is counted: "drivers *were attacked* 12 times"."""
MAKES = re.compile(
    r"\s(?:(?:in|at|of|from)\s\w+\s)?(?:(?:have|has|had)\s)?(?:lodged|made|filed|submitted|sent|brought|raised|"
    r"complained|reported|put in)\b"
)
"""Behind people who themselves do what is counted, and of whom another measure tells."""
NEVER = stems_of(
    """first last second third half quarter month week day hour minute season summer winter spring autumn weekend
    night daily weekly monthly other another further additional extra rest remaining only again before after since
    until early late mid more fewer less per each every not no never none without except excluding january february
    march april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday christmas easter"""
)
"""Words that are never harmless by being the survey's subject."""
CHANGE = re.compile(
    r"\s(?:[a-z]+\s)?(?P<what>rise|fall|drop|increase|decrease|jump|decline|reduction|growth|surge|improvement|swing)s?\b"
)
"""Behind a superlative, what is put in an order is a change."""
SHIFTS = stems_of(
    """middle next following preceding same start end beginning turn neighbour neighbor rival counterpart city
    county country nation world whole period"""
)
"""Words that may move a figure to another time or to a wider place."""
POINTING = frozenset(("that", "what"))
"""Words that only point or join, though a measure's label holds them ("items that went missing")."""
LEFT_OVER = frozenset(("rest", "other", "others", "remaining"))
BESIDE = 8
JOINING = frozenset("after before since until when once as while".split())
TURNS = re.compile(
    r"\b(?:all but|such as|sen[dt]s? back|put(?:s|ting)? (?:off|aside|back)|"
    r"off (?:work|sick|duty|school)|t(?:ook|akes?|aking) (?:over(?!\s(?:an?|one|\d))|back|on)|"
    r"(?:hand\w*|g[ai]ve\w*) back|(?:offer|promis|agre|pledg|vow|threaten)\w* to|(?:want|need)\w* to|"
    r"tr(?:y|ied|ies|ying) to|in person|"
    r"(?-i:larger|bigger|smaller|greater|lesser)(?=\s(?!than|totals?|figures?|numbers?|"
    r"shares?|rates?|bills?|sums?|part|proportion)[a-z]+)|"
    r"left(?=\s*(?:[.,;:]|$|over\b|behind\b|to\b)))",
    re.IGNORECASE,
)
"""Turns of phrase that say of common words what the words alone do not."""
ALL = re.compile(r"\ball\s(?:the\s)?$", re.IGNORECASE)
HEDGED = re.compile(r"(?:over|about|around|under|above|below)\b", re.IGNORECASE)
NOUN_ONLY = re.compile(r"\s+[\w-]+\s+")
THE = re.compile(r"\b(?:the|this|that)\s$", re.IGNORECASE)
PLACE = re.compile(r"\b(?:in|across|throughout)\s(?:the\s)?(?P<name>[A-Z][a-z]+(?:\sand\s[A-Z][a-z]+)*)")
DUMMY = re.compile(r"\s(?:is|was|means|emerged|emerges|comes|came|turns|turned|follows|takes|took|cost)\b")
"""Behind an "it" that stands for nobody."""
BEHIND = re.compile(
    r"\b(?:about|by|over|from|for|involving|concerning|with|without|against|on|of|to|at|among|under|via|per)\s"
    r"(?P<words>[^,;:.()]+)",
    re.IGNORECASE,
)
"""What stands behind a noun in the line above a list."""
PLACES = frozenset(
    """school schools hospital hospitals university universities home homes office offices department departments
    agency agencies service services institution institutions organisation organisations""".split()
)
AT_PLACE = re.compile(r"\b(?:in|at|on|inside|outside|from|for|by)\s(?:the\s|its\s|their\s|\w+\s)?$", re.IGNORECASE)
"""Before a place of a body, at which not all that it counts need be."""
OF_A_PLACE = re.compile(r"\s([a-z]+s)\b")
"""Behind the name of a sort of place, the things that are of that sort."""
LITTLE_STEMS = stems_of(LITTLE)
PEOPLE_STEMS = stems_of(PEOPLE)
SOMETHING = stems_of("something nothing anything")
STAFF = frozenset("worker workers staff member members employee employees people personnel person".split())
ANYBODY = stems_of("somebody someone anybody anyone person people individual individuals")
