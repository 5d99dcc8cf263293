"""What a figure counts: the noun behind its number, the noun of the whole that it is of, or the one before it."""

from __future__ import annotations

import re

from ..lazy import lazy
from .changing import CHANGE, is_change
from .figure import Figure
from .phrases import STOP, VERBS, is_plural, noun_phrase
from .pieces import NUMBER

_OF_WHOLE = lazy(r"\s+(?:out )?of\s+(?:the|these|those|them|all|its|their|his|her)\b", re.IGNORECASE)
_OF_THESE = re.compile(r"\s+of\s+(?:these|those|them|which|whom)\b")
"""Behind a number of what was told before: its noun stands there, unless one follows ("of these claims")."""
_OF_NUMBER = lazy(
    rf"\s+(?:out )?of\s+(?:the |its |their |those |these |all |a total of |just |only )*(?:[\w’']+['’]s? )?"
    rf"(?:\w+ )?{NUMBER}",
    re.IGNORECASE,
)
"""Between a part and the noun of its whole: "38 *of the country's 43* forces"."""
_OUT_OF = lazy(rf"\s*\(out of (?:a total of |all )?{NUMBER}\)", re.IGNORECASE)
"""The whole told in brackets before the noun of both: "the 200 *(out of 207)* authorities"."""
_BRACKET = lazy(r"\s*(?:\([^()]{1,24}\)|(?<=.)\)(?=\s+of\b))")
"""The same number told otherwise, before the noun: "two thirds *(65%)* of schools"."""
_COUNTED = lazy(rf"\s*\({NUMBER} (?P<noun>[a-z][a-z -]*s)\)", re.IGNORECASE)
"""The same told in numbers: "almost 40% *(11 universities)*"."""
_MORE = lazy(
    r"\s+(?:fewer|more|extra|additional|further|other|such|new|different|separate|individual)(?=\s+(?!than\b)[a-z])"
)
"""Between a number and its noun: "110 *fewer* police officers"."""
_LEAD = lazy(
    r"\s+(?:(?:number|proportion|share|total|rate|amount)\s+)?(?:of\s+)?(?:(?:all|these|those|the|its|their|his|"
    r"her|them)\b\s*)*(?:[A-Za-z]\w*['’]s\s+)?(?:largest|biggest|smallest|worst|top)?\s*"
)
_QUOTED = lazy(r"\s+[“\"‘'](?=[a-z][\w -]{2,40}[”\"’'])")
"""The noun in quotation marks: 'a total of 1,128 "criminal sanctions"'."""
_NUMBER_OF = lazy(
    r"\b(?:numbers?|total|tally|count|proportion|percentage|share|rate|amount)s? of\s+(?!\d)", re.IGNORECASE
)
_SUBJECT = lazy(
    rf"(?P<number>\b{NUMBER}\s)?"
    rf"\b(?P<noun>(?:(?:[a-z]|(?<!\w )[A-Z])[\w-]* )?[a-z][\w-]*s|(?<!\w )[A-Z][a-z]+s)(?: (?:in|at|against|for|"
    rf"by|to|from|of) [^,;.]{{2,40}}?)?"
    rf"(?: (?:has|have|had|nearly|almost|more than|already|also|then))* {CHANGE}\b"
)
"""A plural that rises or falls: what the numbers behind its verb count."""
_CHANGES = lazy(rf"\b{CHANGE}\b")
_OF_FIGURE = lazy(r"\bof\s(?:a |an |about |around |nearly |almost |just |only |some )*$")
"""In front of a number told of its noun: "physical assaults on staff *of* 56,435"."""
_CHANGED_NOUN = lazy(
    r"\b(?:increase|rise|fall|drop|decrease|decline|reduction|growth|jump|surge|cut|change)s?\s(?:in|to|of)\s+"
    r"(?:the |its |their |all )?",
    re.IGNORECASE,
)
_COLON = lazy(r"(?:^|[,;]\s+|\b(?:[12]\d{3}|[A-Z][a-z]+)\s)(?P<noun>[a-z][a-z-]*(?: [a-z-]+){0,3}): ?$")
"""The head of a column or of a line in front of its number: "Exampleton, cases received: 12"."""
_PREPOSITIONS = frozenset("of on in at against for by to from with among across".split())
_GENERAL = frozenset(
    "data figures figure total totals number numbers statistics records results findings rate average".split()
)
"""Nouns that tell of numbers, not of what is counted."""
_SHARED = ("percent", "fraction", "ratio", "majority", "several", "none", "superlative", "rank", "multiple")


def unit_of(text: str, one: Figure, sentence: tuple[int, int], limit: int) -> tuple[str, int]:
    """The noun phrase of what is counted, or of what a share is of, and where it ends; "" if it says none."""
    if one.kind in ("money", "duration", "size", "age", "points", "date", "time", "score"):
        return one.unit if one.kind != "date" else "", one.end
    if one.kind in ("percent", "fraction") and is_change(text, one):
        return "", one.end
    start = one.end
    if out := _OUT_OF.match(text, start):
        return noun_phrase(text, out.end(), sentence[1])
    if text[start : start + 1] == ")" and re.search(r"\(out of (?:[a-z]+ )*$", text[: one.start]):
        return noun_phrase(text, start + 1, sentence[1])
    if bracket := _BRACKET.match(text, start):
        if one.kind in _SHARED and (inside := _COUNTED.match(text, start)):
            return inside["noun"], bracket.end()
        start = bracket.end()
    if whole := _OF_NUMBER.match(text, start, sentence[1]):
        return noun_phrase(text, whole.end(), sentence[1])
    found, end = _behind(text, one, start, sentence[1] if bracket else limit)
    if re.match(r"figures?\b", found, re.IGNORECASE):
        return "", one.end
    return ("", one.end) if found.lower() in _GENERAL and one.kind not in _SHARED else (found, end)


def _behind(text: str, one: Figure, start: int, limit: int) -> tuple[str, int]:
    if one.kind in _SHARED or _OF_WHOLE.match(text, start):
        lead = _LEAD.match(text, start, limit)
        start = lead.end() if lead else start
        if _OF_THESE.match(text, one.end) and not re.match(r"\w+s\b", text[start:limit]):
            return "", start
    elif more := _MORE.match(text, start, limit):
        start = more.end()
    if quoted := _QUOTED.match(text, start, limit):
        start = quoted.end()
    return noun_phrase(text, start, limit, single=one.value == 1)


def unit_before(text: str, one: Figure, sentence: tuple[int, int]) -> str:
    """ "The number of patients rose from 12 to 14", "attendances doubled, to 163,000": the noun in front."""
    if one.kind not in ("count", "several", "percent", "ratio", "fraction") or text[one.end :].startswith(
        " being"
    ):
        return ""
    if one.kind in ("count", "several") and (close := _of_which(text, one, sentence)):
        return close
    if one.kind == "count" and (headed := _headed(text, one, sentence)):
        return headed
    if topic := topic_of(text, (sentence[0], one.start)):
        return topic
    told = list(_SUBJECT.finditer(text, sentence[0], one.start)) if one.kind in ("count", "several") else []
    if not told or told[-1]["number"] or _CHANGES.search(text, told[-1].end(), one.start):
        return ""
    return " ".join(word for word in told[-1]["noun"].split() if word not in STOP | VERBS)


def _headed(text: str, one: Figure, sentence: tuple[int, int]) -> str:
    """The plural in the words before a colon, with what stands before it: "*cases* received: 12"."""
    found = _COLON.search(text, sentence[0], one.start)
    words = found["noun"].split() if found else []
    while words and not is_plural(words[-1]):
        words.pop()
    return " ".join(words) if words and words[-1] not in _GENERAL else ""


def topic_of(text: str, span: tuple[int, int]) -> str:
    """What the last "number of …" of some characters is the number of."""
    ahead = [*_NUMBER_OF.finditer(text, *span)]
    return noun_phrase(text, ahead[-1].end(), span[1])[0] if ahead else ""


def changed_noun(text: str, span: tuple[int, int]) -> str:
    """What the last "increase in …" of some characters is an increase in."""
    ahead = [*_CHANGED_NOUN.finditer(text, *span)]
    phrase = noun_phrase(text, ahead[-1].end(), span[1])[0] if ahead else ""
    return phrase if phrase and is_plural(phrase.split()[-1]) else ""


def _of_which(text: str, one: Figure, sentence: tuple[int, int]) -> str:
    """ "Physical assaults *on staff* of 56,435": the plural in front of "of", its own "on …" left out."""
    of = _OF_FIGURE.search(text, sentence[0], one.start)
    if of is None:
        return ""
    if changed := changed_noun(text, (sentence[0], of.start())):
        return changed
    words = re.split(r"[,;:()–—]", text[sentence[0] : of.start()])[-1].split()
    for place in [p for p, word in enumerate(words) if word.lower() in _PREPOSITIONS][-2:]:
        if place and is_plural(words[place - 1]):
            words = words[:place]
            break
    if not words or not is_plural(words[-1]) or words[-1].lower() in _GENERAL:
        return ""
    phrase: list[str] = []
    for word in reversed(words):
        if word.lower() in STOP | VERBS or len(phrase) == 3:
            break
        phrase.insert(0, word)
    return " ".join(phrase)
