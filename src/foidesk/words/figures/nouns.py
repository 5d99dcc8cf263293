"""What a figure counts: the noun behind its number, the noun of the whole that it is of, or the one before it."""

from __future__ import annotations

import re

from ..lazy import lazy
from .figure import Figure
from .pieces import NUMBER

_STOP = frozenset(
    """of in to for at by on with from since after when while as than but or per a an the this that these
    those last
    been said over across under into between within during before about up down out off more less fewer is
    are was were
    be had have has having who whom which whose what where will would can could may might did do does not no
    their its
    his her our your it he she they we i there here because if so according including compared against among amid
    despite via per each every all both only also still just however although though until then nor whether
    resulted resigned retired led ended came went rose fell said told found faced received reported recorded
    made took
    gave got left died lost won ago later earlier""".split()
)
_VERBS = frozenset(
    """concerned involved affected included covered featured brought came left went got saw lost won took
    gave fell rose led ended kept told made answered refused replied responded resigned retired quit
    died declined appeared remained became stood stayed apart together altogether overall combined involving
    concerning relating including covering affecting featuring against over""".split()
)
_PARTICIPLES = frozenset(
    """bitten spat beaten struck hurt stolen lost held made sold paid sent hit shot broken driven written withdrawn
    thrown taken given found left kept built bought brought caught taught told spent won put cut shut set born
    sworn slapped known""".split()
)
_IRREGULAR = frozenset(
    "people police staff men women children personnel data police crew feet teeth sheep homes".split()
)
_VERBISH = lazy(r"(?:ed|ing)$")
_ALONE = lazy(
    r"(?!(?:bed|shed|seed|breed|weed|deed|feed|hundred)\b)[a-z]{2,}ed|again|too|respectively|apiece|twice|instead|"
    r"today|yesterday|tonight|overnight|longer|higher|lower|shorter|fewer"
)
"""What stands alone behind a number and is no noun of what it counts: "a further 19 *followed*"."""
_WORD = lazy(r"[A-Za-z](?:[\w'’-]|&(?=\w))*")
_OF_WHOLE = lazy(r"\s+(?:out )?of\s+(?:the|these|those|them|all|its|their|his|her)\b", re.IGNORECASE)
_OF_THESE = re.compile(r"\s+of\s+(?:these|those|them|which|whom)\b")
"""Behind a number of what was told before: its noun stands there, unless one follows ("of these claims")."""
_OF_NUMBER = lazy(
    rf"\s+(?:out )?of\s+(?:the |its |their |those |these |all |a total of |just |only )*(?:[\w’']+['’]s? )?"
    rf"(?:\w+ )?{NUMBER}",
    re.IGNORECASE,
)
"""Between a part and the noun of its whole: "38 *of the country's 43* forces"."""
_BRACKET = lazy(r"\s*(?:\([^()]{1,24}\)|(?<=.)\)(?=\s+of\b))")
"""The same number told otherwise, before the noun: "two thirds *(65%)* of schools"."""
_COUNTED = lazy(rf"\s*\({NUMBER} (?P<noun>[a-z][a-z -]*s)\)", re.IGNORECASE)
"""The same told in numbers: "almost 40% *(11 universities)*"."""
_MORE = lazy(
    r"\s+(?:fewer|more|extra|additional|further|other|such|new|different|separate|individual)(?=\s+(?!than\b)[a-z])"
)
"""Between a number and its noun: "110 *fewer* police officers"."""
_CHANGE = (
    r"(?:r[oi]sen?|rising|increas\w+|gr[eo]wn?|growing|grew|jump\w*|soar\w*|rocket\w*|climb\w*|surg\w+|swelled|leapt|f[ae]ll(?:en|s|ing)?|"
    r"drop\w*|decreas\w+|declin\w+|plung\w+|slump\w*|plummet\w*|dipped|shr[aiu]nk|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|halv\w+|"
    r"rang\w+|went (?:up|down|from)|gone (?:up|down)|stood at|came to|total\w+|amount\w+)"
)
_BEHIND_CHANGE = lazy(
    r"\s+(?:rise|increase|jump|surge|growth|fall|drop|decrease|decline|reduction|cut|hike|more|fewer|less|higher|lower|up|down)\b"
)
_BEFORE_CHANGE = lazy(
    rf"\b(?:{_CHANGE}|up|down|rise|increase|fall|drop|cut|reduction|jump)(?: \w+ly)? (?:by|of)? ?(?:a |an )?$",
    re.IGNORECASE,
)
_BY = lazy(r"\bby (?:a |an )?$")
_NUMBER_OF = lazy(
    r"\b(?:numbers?|total|tally|count|proportion|percentage|share|rate|amount)s? of\s+", re.IGNORECASE
)
_SUBJECT = lazy(
    rf"\b(?P<noun>(?:[a-z][\w-]* )?[a-z][\w-]*s)(?: (?:in|at|against|for|by|to|from|of) [^,;.]{{2,40}}?)?"
    rf"(?: (?:has|have|had|nearly|almost|more than|already|also|then))* {_CHANGE}\b"
)
"""A plural that rises or falls: what the numbers behind its verb count."""
_SHARED = ("percent", "fraction", "ratio", "majority", "several", "none", "superlative", "rank", "multiple")


def unit_of(text: str, one: Figure, sentence: tuple[int, int], limit: int) -> tuple[str, int]:
    """The noun phrase of what is counted, or of what a share is of, and where it ends; "" if it says none."""
    if one.kind in ("money", "duration", "size", "age", "points", "date", "time", "score"):
        return one.unit if one.kind != "date" else "", one.end
    if one.kind == "percent" and is_change(text, one):
        return "", one.end
    start = one.end
    if bracket := _BRACKET.match(text, start):
        if one.kind in _SHARED and (inside := _COUNTED.match(text, start)):
            return inside["noun"], bracket.end()
        start = bracket.end()
    if whole := _OF_NUMBER.match(text, start, sentence[1]):
        return _phrase(text, whole.end(), sentence[1])
    return _behind(text, one, start, sentence[1] if bracket else limit)


def _behind(text: str, one: Figure, start: int, limit: int) -> tuple[str, int]:
    if one.kind in _SHARED or _OF_WHOLE.match(text, start):
        lead = re.match(
            (
                r"\s+(?:(?:number|proportion|share|total|rate|amount)\s+)?(?:of\s+)?(?:all\s+|these\s+|"
                r"those\s+|the\s+|its\s+|their\s+|his\s+|her\s+|them\b)*"
            ),
            text[start:limit],
        )
        start += lead.end() if lead else 0
        if _OF_THESE.match(text, one.end) and not re.match(r"\w+s\b", text[start:limit]):
            return "", start
    elif more := _MORE.match(text, start, limit):
        start = more.end()
    return _phrase(text, start, limit, single=one.value == 1)


def unit_before(text: str, one: Figure, sentence: tuple[int, int]) -> str:
    """ "The number of patients rose from 12 to 14", "attendances doubled, to 163,000": the noun in front."""
    if one.kind not in ("count", "several", "percent", "ratio", "fraction"):
        return ""
    ahead = [*_NUMBER_OF.finditer(text, sentence[0], one.start)]
    if ahead and (phrase := _phrase(text, ahead[-1].end(), one.start))[0]:
        return phrase[0]
    told = list(_SUBJECT.finditer(text, sentence[0], one.start)) if one.kind in ("count", "several") else []
    words = [word for word in told[-1]["noun"].split() if word not in _STOP | _VERBS] if told else []
    return " ".join(words)


def is_change(text: str, one: Figure) -> bool:
    """ "A 22% rise", "rose by 13%": a share of nothing."""
    before = text[max(0, one.start - 40) : one.start]
    return bool(_BEHIND_CHANGE.match(text, one.end) or _BEFORE_CHANGE.search(before) or _BY.search(before))


def _phrase(text: str, start: int, limit: int, single: bool = False) -> tuple[str, int]:
    words: list[tuple[int, int]] = []
    at = start
    for found in _WORD.finditer(text, start, max(limit, start)):
        gap = text[at : found.start()]
        word = found[0].lower()
        if re.search(r"[.,;:()–—\"“”!?\x00\n]", gap) or (gap.strip() and gap.strip() != "-"):
            break
        if (
            word == "and"
            and words
            and _is_plural(text, words)
            and (after := _WORD.match(text, found.end() + 1))
            and _is_plural_word(after[0])
        ):
            words.append(found.span())
        elif (
            (word in _STOP and not _is_adjective(text, found, words))
            or word == "and"
            or (single and words and word.endswith(("ed", "ing")))
            or (not words and word in _PARTICIPLES and not _is_adjective(text, found, words))
            or len(words) >= 5
            or (not words and word in _VERBS)
            or (
                words
                and _is_plural(text, words)
                and text[words[-1][0] : words[-1][1]].lower() != "and"
                and _ends_phrase(text, words, word)
            )
        ):
            break
        else:
            words.append(found.span())
        at = found.end()
    if not words or (len(words) == 1 and _ALONE.fullmatch(text[slice(*words[0])])):
        return "", start
    return text[words[0][0] : words[-1][1]], words[-1][1]


def _is_adjective(text: str, found: re.Match[str], words: list[tuple[int, int]]) -> bool:
    """ "1,001 *reported* incidents": a participle in front of a plural."""
    behind = _WORD.match(text, found.end() + 1)
    participle = found[0].endswith("ed") or found[0].lower() in _PARTICIPLES
    return not words and participle and behind is not None and _is_plural_word(behind[0])


def _ends_phrase(text: str, words: list[tuple[int, int]], word: str) -> bool:
    """After a plural noun a participle or adverb ends it; another noun may go on ("police officers")."""
    last = text[words[-1][0] : words[-1][1]].lower()
    return (
        last not in ("police", "staff", "data", "sales", "sports", "women", "men")
        or bool(_VERBISH.search(word))
        or word in _STOP
    )


def _is_plural(text: str, words: list[tuple[int, int]]) -> bool:
    return _is_plural_word(text[words[-1][0] : words[-1][1]])


def _is_plural_word(word: str) -> bool:
    lower = word.lower()
    if word.isupper():
        return False
    return lower in _IRREGULAR or (lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous")))
