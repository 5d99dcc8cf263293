"""Figures that tell a change rather than a state: "rose by nearly 10%", "a 9.7% increase", "doubled"."""

from __future__ import annotations

import re

from ..lazy import lazy
from .figure import Figure
from .pieces import NUMBER

_UP = (
    r"r[oi]sen?|rises|rising|increas\w+|gr[eo]wn?|grows?|growing|growth|jump\w*|soar\w*|rocket\w*|climb\w*|surg\w+|"
    r"swell\w*|swollen|leapt|leap|spik\w+|gain\w*|up"
)
_DOWN = (
    r"f[ae]ll(?:en|s|ing)?|drop\w*|decreas\w+|declin\w+|plung\w+|slump\w*|plummet\w*|dip(?:ped|s)?|shr[aiu]nk|shrinking|"
    r"reduc\w+|cut(?:s|ting)?|slash\w*|halv\w+|down|los[te]|loses|losing|trimm\w+"
)
CHANGE = (
    r"(?:r[oi]sen?|rising|increas\w+|gr[eo]wn?|growing|grew|jump\w*|soar\w*|rocket\w*|climb\w*|surg\w+|swelled|leapt|f[ae]ll(?:en|s|ing)?|"
    r"drop\w*|decreas\w+|declin\w+|plung\w+|slump\w*|plummet\w*|dipped|shr[aiu]nk|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|halv\w+|"
    r"rang\w+|went (?:up|down|from)|gone (?:up|down)|stood at|came to|total\w+|amount\w+)"
)
"""A verb behind which numbers tell how something changed, or how much it is."""
_BEHIND_CHANGE = lazy(
    r"\s+(?:(?:rise|increase|jump|surge|growth|fall|drop|decrease|decline|reduction|cut|hike|more|fewer|less|"
    r"higher|lower|up|down)\b|[a-z]{3,}er than\b)"
)
_BEFORE_CHANGE = lazy(
    rf"\b(?:{CHANGE}|up|down|rise|increase|fall|drop|cut|reduction|jump)(?: \w+ly)? (?:by|of)? ?(?:a |an )?$",
    re.IGNORECASE,
)
_BY = lazy(r"\bby (?:a |an )?$")


def is_change(text: str, one: Figure) -> bool:
    """ "A 22% rise", "rose by 13%": a share of nothing."""
    before = text[max(0, one.start - 40) : one.start]
    if one.kind == "fraction":
        return bool(_BY.search(before))
    return bool(_BEHIND_CHANGE.match(text, one.end) or _BEFORE_CHANGE.search(before) or _BY.search(before))


_NOUN = (
    r"(?P<upn>rises?|increases?|jumps?|surges?|growth|hikes?|leaps?|spikes?|climb)|"
    r"(?P<downn>falls?|drops?|decreases?|declines?|reductions?|cuts?|dips?|slump)"
)
_HOW = (
    r"(?:\s(?:a|an|the|of|by|just|only|nearly|almost|about|around|some|over|more than|total|average|further|"
    r"staggering|massive|whopping|astonishing|huge|mere|steep|sharp|record|estimated|median|\w+ly))*"
)
_AFTER = lazy(
    rf"[\s-](?:year-on-year |annual |real-terms |overall |sharp |steep |average )?(?:{_NOUN})\b|"
    r"(?:\s\w+){0,2}\s(?P<more>more|higher|greater|longer|extra|(?!cheap|small|short|few|low|less|slow|young|"
    r"poor)[a-z]{3,}er(?= than))\b|(?:\s\w+){0,2}\s(?P<less>fewer|less|lower|shorter|cheaper|smaller)\b|"
    r"\s(?P<up>up)\b(?! to)|\s(?P<down>down)\b(?! to)",
    re.IGNORECASE,
)
_NOUN_OF = lazy(
    rf"\b(?:{_NOUN})(?:(?: (?:in|to)(?: [\w’'-]+){{1,6}}?)? (?:was|is|being|of|by))?{_HOW}\s?$", re.IGNORECASE
)
_VERB_BY = lazy(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?:\s[\w’'&-]+){{0,9}}?\sby{_HOW}\s?$", re.IGNORECASE)
_WORD = lazy(rf"\b(?:{_UP}|{_DOWN}|{_NOUN})\b", re.IGNORECASE)
_PARTICLE = lazy(r"(?:up|down)\s", re.IGNORECASE)
_WENT = lazy(r"(?:\b(?:went|go|goes|gone|going|is|are|was|were)\s|^\W*)$", re.IGNORECASE)
_VERB = lazy(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_HOW}\s?$", re.IGNORECASE)
_NO_VERB = lazy(
    r"\b(?:mak(?:es?|ing)|made|tak(?:es?|ing)|took|end(?:s|ed)?|add(?:s|ed)?|set|pick(?:ed)?|sign(?:ed)?)\s$"
)
_HELD = lazy(
    rf"[^,.;:]{{0,60}}?\b(?:than\b(?!\s(?:[£$€]|half\b|an? \w+ of\b|{NUMBER}))|compared (?:with|to)\b|"
    rf"on the (?:previous|year)\b)",
    re.IGNORECASE,
)
"""Behind "more" where something is held against it: "915 more officers … *compared with* last year"."""
_EXTRA = lazy(r"\b(?:additional|extra)\s$", re.IGNORECASE)
_NAMED = lazy(rf"\b(?:{_NOUN}),\s$", re.IGNORECASE)
"""A noun of change that its number follows: "the biggest decrease, 17%"."""
_CHANGING = ("percent", "points", "fraction", "multiple", "count", "money", "duration", "several")
_MULTIPLIED = lazy(
    r"(?:(?P<up>(?:doubl|tripl|trebl|quadrupl)(?:ed|ing|es))|(?P<down>halv(?:ed|ing|es)))$", re.IGNORECASE
)

_THEN = lazy(
    r"[^,.;:]{0,60}?\b(?:the (?:previous|preceding) (?:year|month|quarter)|(?:last|the) (?:year|"
    r"month) (?:before|earlier)|"
    r"a (?:year|month|decade) (?:ago|earlier|before)|in (?:19|20)\d\d|(?:19|20)\d\d[/-]\d\d)\b",
    re.IGNORECASE,
)
"""An earlier time behind a multiple: "almost double the 107 *of the previous year*"."""
_ELIDED = lazy(r",?\s(?:and\s)?(?:in\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*\sby\s(?:an? )?")
"""A change whose verb is not told again: "rose by 78 per cent, Suffolk’s *by* 61 per cent"."""
_AND = lazy(r"(?:\s(?:of|in) [^,;.()\d]{1,40}?)?,?\s(?:and|or)\s(?:by\s)?(?:an? )?")


def goes_on(text: str, last: Figure, one: Figure) -> bool:
    """ "15% of its officers *and 23%* of its PCSOs", "107, *or 6%*": the change before, told of another thing."""
    between = text[last.end : one.start]
    if one.kind == "percent" and re.fullmatch(r"\s*\(", between):
        return True
    return one.kind in ("percent", "points", "count") and bool(
        _AND.fullmatch(between) or _ELIDED.fullmatch(between)
    )


def direction(text: str, one: Figure, sentence: tuple[int, int]) -> str:
    """ "up" or "down" for a change, "higher" or "lower" for a difference from something else; "" for a state."""
    if one.kind not in _CHANGING:
        return ""
    if one.kind == "multiple":
        verb = _MULTIPLIED.search(one.text)
        return (
            ("up" if verb["up"] else "down") if verb else "up" if _THEN.match(text, one.end, sentence[1]) else ""
        )
    if one.kind in ("percent", "points") and (noun := _NAMED.search(text, sentence[0], one.start)):
        return "up" if noun["upn"] else "down"
    if (
        one.kind == "count"
        and _EXTRA.search(text, sentence[0], one.start)
        and _HELD.match(text, one.end, sentence[1])
    ):
        return "higher"
    before = re.split(r"[;:()–—]|,\s", text[sentence[0] : one.start])[-1]
    return _behind(text, one, sentence) or _in_front(before, one)


def _behind(text: str, one: Figure, sentence: tuple[int, int]) -> str:
    found = _AFTER.match(text, one.end, sentence[1])
    if not found:
        return ""
    if found["upn"] or found["up"] or found["downn"] or found["down"]:
        return "up" if found["upn"] or found["up"] else "down"
    gap, held = (
        text[one.end : found.end()].split(),
        _HELD.match(text[found.end() : sentence[1]]),
    )
    if (one.kind in ("count", "several") and not held) or (len(gap) > 1 and not held):
        return ""
    return "higher" if found["more"] else "lower"


def _in_front(before: str, one: Figure) -> str:
    if noun := _last(_NOUN_OF, before):
        return "up" if noun["upn"] else "down"
    if by := _last(_VERB_BY, before):
        return "up" if by["up"] else "down"
    verb = _last(_VERB, before)
    if verb is None or _NO_VERB.search(before[: verb.start()]):
        return ""
    if one.kind in ("percent", "points"):
        return "up" if verb["up"] else "down"
    adverb = verb[0].split()[0].lower() in ("up", "down") and verb.start() == len(before) - len(before.lstrip())
    return ("up" if verb["up"] else "down") if adverb else ""


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The match that begins nearest to the number; "handed down … has increased by" has that of "increased"."""
    for word in reversed([*_WORD.finditer(before)]):
        if (
            pattern is _VERB_BY
            and _PARTICLE.match(before, word.start())
            and not _WENT.search(before[: word.start()])
        ):
            continue
        if found := pattern.match(before, word.start()):
            return found
    return None
