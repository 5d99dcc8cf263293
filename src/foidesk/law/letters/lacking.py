"""What an outcome lacks by the words of its own section: a record that is held and not given, a year left out,
a refusal that another body made or that never was, "nil" beside "not recorded".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .contrary import years_in
from .figures import has_figure
from .plainly import CONTRARY_TO_FACT, HANDED, KEEPS_BACK, NOT_HELD, REFUSES, counts, sends

_HELD_ONLY = re.compile(
    r"\W*(?:\d{1,2}\W+)?(?:yes\W+)?(?:(?:there (?:is|are)|(?:we|i|it|the \w+) (?:do |does |currently |also )*"
    r"(?:hold|holds|have|has))\b[^,;:£$€%]*|"
    r"[\w ,’'-]{0,60}\b(?:is|are) (?:all )?held(?: (?:by|on|in|at|with) [\w ]{1,30}| here)?|yes)\W*",
    re.IGNORECASE,
)
""" "Four tenders are held by us", "We hold the policy": it exists, and nothing of it is given."""
_ASKS = re.compile(
    r"\b(?:how|what|which|who|when|where|why|whether|confirm|state|name|names|list|details?|describe|explain|"
    r"number|numbers|total|totals)\b",
    re.IGNORECASE,
)
""" "What records are held?" is answered by telling of them."""
_YES_NO = re.compile(
    r"(?:^|[.?!;]\s)\W*(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|if)\b", re.I
)
_SENT_TOO = re.compile(
    r"\b(?:please|and|so,?) (?:\w+ )?(?:send|provide|supply|attach|enclose|disclose|release|include)\b", re.I
)
_NOT_KNOWN = re.compile(
    r"\b(?:is|are|was|were|be|been|and|but)(?: not|n['’]t) (?:yet )?(?:been )?(?:known|final(?:i[sz]ed)?|audited|"
    r"settled|calculated|established)\b|\b(?:has|have) yet to be\b|\bnot yet (?:been )?(?:known|available|"
    r"final\w*|audited|closed|complete\w*|calculated|recorded|published|confirmed)\b|"
    r"\b(?:was|were) (?:to|due to|expected to|meant to|supposed to) (?:cost|be|have|run|number|reach)\b",
    re.IGNORECASE,
)
""" "£214,300 in 2023; the cost in 2024 is not yet known", "was to cost"."""
_SPAN = re.compile(r"\b(?:from|between|since|to|until|till|through)\b|[–-]", re.IGNORECASE)
_ALL_YEARS = re.compile(
    r"\b(?:below|above|table|following|attach\w*|enclos\w*|respectively|each|both|every|all|total\w*|period|same|"
    r"years?|average)\b",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"\b(?:hours?|minutes?|days?|limit|threshold|estimat\w*|would|exceed\w*|costs? (?:of|to)|files?|"
    r"records?|entries|calls|"
    r"search\w*|manual\w*|examin\w*|review\w*|check\w*|officers?|staff|each|rate|regulations|documents?|"
    r"e-?mails?|pages?|"
    r"cases?|systems?|folders?|boxes|paper|archived?|(?:if|were) you)\b",
    re.IGNORECASE,
)
"""In a sentence with a figure beside a refusal for cost, that it tells of the work."""
_NIL = re.compile(
    r"\b(?:nil|zero)\b|(?<!hold )(?<!holds )(?<!have )(?<!has )\bnone\b(?! (?:of|is|are|was|were|held))|"
    r"\bno (?!recorded|information|data|records?|such|relevant|responsive|further|other)(?:\w+ ){1,4}(?:was|were|"
    r"has been|have been) (?:made|received|recorded|logged|reported|issued)\b|"
    r"\bno (?!information|data|records?|such)\w+ recorded\b|\bdid(?: not|n['’]t) (?:record|receive|log) any\b",
    re.IGNORECASE,
)
""" "No complaints were made": none, which is not "not held"."""
_NOT_TOLD = re.compile(r"\b(?:so|as) far as\b", re.IGNORECASE)
_WOULD_HAVE = re.compile(r"\bwould (?:\w+ )?have been (?:exempt|withheld|refused|excepted)\b", re.IGNORECASE)
_BY_ANOTHER = re.compile(
    r"\b(?:[A-Z]\w+ (?:Council|Trust|Board|Agency|Authority|Department|Ministry|Police|Office)|(?i:firms?|company|"
    r"companies|suppliers?|contractors?|tenderers?|bidders?))(?: ha(?:s|ve|d))? (?:\w+ly )?"
    r"(?:refused|withheld|declined|asked|objected|requested)\b"
)
""" "The County Council refused to disclose them", "the firms have asked": nobody's refusal of our request."""
_IN_SO_FAR = re.compile(
    r"\b(?:exempt|withheld|refused)\b[^.;]*\b(?:where|unless|except|save (?:for|where|that)|in so far as|"
    r"insofar as|to the extent(?: that)?)\b(?! (?:(?:the|its|their|such) )?(?:disclos|releas|otherwise|possible))",
    re.IGNORECASE,
)
""" "Exempt where the members have not consented": the others' names are given, or to be given."""
_OTHERS = re.compile(r"\W*(?:those|the others?|the rest|the remaining|other)\b", re.IGNORECASE)
_SUM = re.compile(r"[£$€]|\b(?:pounds?|euros?|eur|gbp|usd|dollars?|million|pence|cents?)\b", re.IGNORECASE)
_MUCH = re.compile(
    r"^\W*(?:please )?(?:what was |state |the )*(?:how much (?:was|is|were|has|have|did|does)|costs? of|"
    r"amount|sum|value)\b",
    re.I,
)
_MANY = re.compile(r"^\W*(?:how many|(?:the )?numbers? of)\b", re.IGNORECASE)
_PLANS = re.compile(
    r"\b(?:budget\w*|capped|cap|maximum|up to|could|might|planned|scheduled|expected|forecast|"
    r"per (?:passenger|person|"
    r"head|household)|fewer|less|never|northern|southern|eastern|western|north|south|east|west|delayed|should|"
    r"(?:first|second) (?:half|quarter)|(?:were|was|are|is) not (?!counted|included|filled)\w+)\b",
    re.IGNORECASE,
)
"""Beside a figure, and not in the question, that it is not quite what was asked."""
_SHARE_OR_SUM = re.compile(r"[£$€]\s?\d[\d,.]*|\d[\d,.]* ?(?:%|per cent|percent)", re.IGNORECASE)
_PART = re.compile(r"[;:]|,? (?:but|though|although|while|whereas)\b", re.IGNORECASE)
_NO_COST = re.compile(
    r"\b(?<!not )within the (?:\w+ )?limit\b(?! (?:of|in) (?:section|the|£)[^.]{0,40}\b(?:not|cannot))|"
    r"\blast time\b|"
    r"\bno longer\b",
    re.IGNORECASE,
)
_TO_OTHERS = re.compile(
    r"\b(?:provided|supplied|produced|disclosed|released|issued) (?:by|for|in (?:19|20)\d\d|to (?!you|me|us|"
    r"this))|"
    r"\bha(?:s|ve) (?:an?|the|\d+) [\w ]{0,30}\battached\b|\battached to (?!this|the (?:letter|e-?mail|"
    r"reply)|our (?:reply|"
    r"letter|e-?mail)|my)|\bcop(?:y|ies)\b[^.;]*\b(?:costs?|can be (?:had|bought|seen)|may be (?:had|bought|"
    r"seen))\b",
    re.IGNORECASE,
)
""" "Provided by the solicitors", "disclosed to the auditors", "a copy costs £25": nothing is handed to us."""
_HANDS_NOW = re.compile(
    r"\b(?:attach(?:ed|ing)?|enclos(?:ed|ing|e)|herewith|annexed|(?:is|are|am|being|been|now|"
    r"hereby) (?:\w+ )?(?:provided|supplied|"
    r"disclosed|released|releasing|sending|providing|granted))\b",
    re.IGNORECASE,
)
_NOT_OURS = (
    _WOULD_HAVE,
    _BY_ANOTHER,
    re.compile(r"^\W*(?:should|if|unless)\b", re.IGNORECASE),
    re.compile(r"\bno longer (?:\w+ )?(?:exempt|withheld|refused|appl|rel)", re.IGNORECASE),
    re.compile(r"\b(?:not|n['’]t) (?:accept|agree|believe|think|find|persuaded|satisfied)\b", re.IGNORECASE),
    re.compile(r"\bit (?:seems|appears|may be|might be)\b", re.IGNORECASE),
    re.compile(
        r"\b(?:operators?|firms?|compan(?:y|ies)|suppliers?|contractors?|solicitors?|lawyers?|counsel|"
        r"third part(?:y|ies)|"
        r"commissioner|tribunal|others?|they) (?:\w+ ){0,2}?(?:argue[sd]?|sa(?:y|ys|id)|claim(?:s|ed)?|"
        r"advise[sd]?|"
        r"suggest(?:s|ed)?|think[s]?|consider(?:s|ed)?|believe[sd]?|held|decided|found|maintains?)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:last (?:year|month|time)|(?:an|another|the|some) (?:earlier|other|previous|"
        r"former) (?:applicant|requester|"
        r"request|case)|another (?:applicant|requester|request|case))\b",
        re.IGNORECASE,
    ),
)
_SUMS_UP = re.compile(
    r"\b(?:in (?:short|summary|brief|sum|essence|outline)|summar\w+|(?:they|it|he|she|these|those) (?:found|"
    r"shows?|showed|"
    r"say|says|said|concludes?|concluded|recommend\w*|describes?|lists?|names?))\b",
    re.IGNORECASE,
)
""" "In short, he found 14 faults": behind a refusal, what it withholds is told."""
_SOME_OF = re.compile(
    r"^\W*(?:most|some|many|several|certain|half|parts?|a few|one|two|three|four|five|"
    r"six) (?:of )?(?!(?:unsuccessful|"
    r"documents?|records?) (?:is|are) held)[^.;]*?\b(?:is|are) (?:\w+ )?(?:exempt|withheld|refused)|"
    r"\b(?:one|two|three|four|five|some|most|several|many|half) (?:is|are) (?:\w+ )?(?:exempt|withheld|refused)",
    re.IGNORECASE,
)
""" "Most reports are exempt", "of these two are withheld": nothing is said of the others."""
_ELSEWHERE = re.compile(r"\b(?:published|available|online|website|inspected|read|seen)\b|www\.|https?://", re.I)
""" "Those for 2024 are published": given elsewhere, beside a refusal."""


def lacks(outcome: str, lines: Sequence[str], question: str, *, beside: bool) -> bool:
    """True if the sentences show that the outcome is less than the question asks, or is not the body's own.

    `beside`: a table or a file came with the letter, in which the rest may stand.
    """
    if outcome == "full":
        late = any(_NOT_KNOWN.search(line) for line in lines) and any(map(has_figure, lines))
        short = late or _is_only_held(lines, question) or _is_of_another_kind(lines, question)
        return short or _hands_nothing(lines, question) or (not beside and _leaves_years_out(lines, question))
    if outcome == "nil":
        return any(NOT_HELD.search(line) or _NOT_TOLD.search(line) for line in lines)
    if outcome == "not held":
        return any(map(_NIL.search, lines))
    if outcome == "cost limit":
        parts = [part for line in lines for part in _PART.split(line)]
        none = any(map(_NO_COST.search, lines))
        return none or any(has_figure(part) and not _SEARCH.search(part) for part in parts)
    return outcome == "refused" and (any(map(_IN_SO_FAR.search, lines)) or _is_no_refusal(lines))


def _is_only_held(lines: Sequence[str], question: str) -> bool:
    """True where all that is said is that there is such a record, and the question asked for it."""
    if counts(question) or not lines or not all(map(_HELD_ONLY.fullmatch, lines)):
        return False
    asks = _ASKS.search(question) or _YES_NO.search(question)
    return not any(map(HANDED.search, lines)) and (not asks or bool(_SENT_TOO.search(question)))


def _is_of_another_kind(lines: Sequence[str], question: str) -> bool:
    """True where the figure is no sum of money, or is a share, a plan or a part of what was asked."""
    if any(map(HANDED.search, lines)):
        return False
    given = [line for line in lines if has_figure(line)]
    if not given:
        return False
    if (_MUCH.search(question) and not any(map(_SUM.search, lines))) or (
        _MANY.search(question) and not has_figure(_SHARE_OR_SUM.sub(" ", " ".join(given)))
    ):
        return True
    clause = next((part for part in _PART.split(given[0]) if has_figure(part)), given[0])
    return counts(question) and any(seen[0].lower() not in question.lower() for seen in _PLANS.finditer(clause))


def _hands_nothing(lines: Sequence[str], question: str) -> bool:
    """True where a document was asked for, and those handed over were handed to others."""
    if not sends(question) or not any(map(_TO_OTHERS.search, lines)):
        return False
    return not any(_HANDS_NOW.search(_TO_OTHERS.sub(" ", line)) for line in lines)


def _leaves_years_out(lines: Sequence[str], question: str) -> bool:
    """True where the question names two years or more, and the figures are of some of them alone."""
    asked = years_in(question)
    if len(asked) < 2 or not counts(question):
        return False
    starts = sorted({start for start, _ in asked})
    wanted = set(range(starts[0], starts[-1] + 1)) if _SPAN.search(question) else set(starts)
    text = " ".join(lines)
    told = years_in(text)
    if not told or not has_figure(text) or _ALL_YEARS.search(text):
        return False
    covered = {year for start, end in told for year in range(start, end + 1)}
    for one, two in pairwise(sorted(told)) if _SPAN.search(text) else ():
        covered |= set(range(one[0], two[1] + 1))
    return not wanted <= covered


def _is_no_refusal(lines: Sequence[str]) -> bool:
    """True where every refusal is another's, supposed, denied or long ago, or of some; or the rest is told."""
    told = [line for line in lines if REFUSES.search(line) or KEEPS_BACK.search(line)]
    not_ours = [
        line for line in told if any(one.search(line) for one in _NOT_OURS) or CONTRARY_TO_FACT.search(line)
    ]
    elsewhere = any(_OTHERS.match(line) and _ELSEWHERE.search(line) for line in lines)
    after = lines[lines.index(told[0]) + 1 :] if told else ()
    summed = any(_SUMS_UP.search(line) and not KEEPS_BACK.search(line) for line in after)
    return elsewhere or summed or any(map(_SOME_OF.search, told)) or (bool(told) and len(told) == len(not_ours))
