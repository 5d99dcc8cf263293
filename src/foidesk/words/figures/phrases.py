"""A noun phrase that begins at a place of a text: "local and state agencies", "lost or stolen devices"."""

from __future__ import annotations

import re

from ..lazy import lazy

STOP = frozenset(
    """of in to for at by on with from since after when while as than but or per a an the this that these
    those last
    been said over across under into between within during before about up down out off more less fewer is
    are was were
    be being had have has having who whom which whose what where will would can could may might did do does not no
    their its
    his her our your it he she they we i there here because if so according including compared against among amid
    despite via per each every all both only also still just however although though until then nor whether
    resulted resigned retired led ended came went rose fell said told found faced received reported recorded
    made took
    gave got left died lost won ago later earlier
    towards never neither always sometimes besides perhaps already""".split()
)
VERBS = frozenset(
    """concerned involved affected included covered featured brought came left went got saw lost won took
    gave fell rose led ended kept told made answered refused replied responded resigned retired quit
    died declined appeared remained became stood stayed apart together altogether overall combined involving
    concerning relating including covering affecting featuring against over following regarding used provided
    supplied""".split()
)
_PARTICIPLES = frozenset(
    """bitten spat beaten struck hurt stolen lost held made sold paid sent hit shot broken driven written withdrawn
    thrown taken given found left kept built bought brought caught taught told spent won put cut shut set born
    sworn slapped known""".split()
)
_TOLD_AS = frozenset("reported recorded".split())
"""Participles that may stand before an adjective: "*reported* violent incidents"."""
_IRREGULAR = frozenset(
    "people police staff men women children personnel data police crew feet teeth sheep homes".split()
)
_BEFORE_NOUN = frozenset("police staff data sales sports women men".split())
"""Plurals that another noun may follow: "police officers"."""
_VERBISH = lazy(r"(?:ed|ing)$")
_ALONE = lazy(
    r"(?!(?:bed|shed|seed|breed|weed|deed|feed|hundred)\b)[a-z]{2,}ed|again|too|respectively|apiece|twice|instead|"
    r"today|yesterday|tonight|overnight|longer|higher|lower|shorter|fewer"
)
"""What stands alone behind a number and is no noun of what it counts: "a further 19 *followed*"."""
_WORD = lazy(r"[A-Za-z](?:[\w'’-]|&(?=\w))*")
_BROKEN = lazy(r"[.,;:()–—\"“”!?\x00\n]")
_JOINED = lazy(r"\s*-?\s*|\s&\s")
_NUMBERED = lazy(r"(?:category|tier|band|grade|type|year|level|stage|class|phase|step)$", re.IGNORECASE)
"""A noun that a number follows: "category 2 patients"."""
_LONGEST = 5
Words = list[tuple[int, int]]


def noun_phrase(text: str, start: int, limit: int, single: bool = False) -> tuple[str, int]:
    """The noun phrase that begins at `start`, and where it ends; "" and `start` if none does.

    `single` is true behind the number one, whose noun is no plural.
    """
    words: Words = []
    at = start
    for found in _WORD.finditer(text, start, max(limit, start)):
        gap = text[at : found.start()]
        numbered = words and _NUMBERED.search(_last(text, words)) and re.fullmatch(r"\s\w\s", gap)
        if (
            _BROKEN.search(gap)
            or not (_JOINED.fullmatch(gap) or numbered)
            or not _goes_on(text, found, words, single)
        ):
            break
        words.append(found.span())
        at = found.end()
    if not words or _is_no_phrase(text, words, single):
        return "", start
    return text[words[0][0] : words[-1][1]].rstrip("'’"), words[-1][1]


def is_plural(word: str) -> bool:
    """True for "officers", "staff"; not for "NHS", "council’s", "process"."""
    lower = word.lower()
    if word.isupper() or lower.endswith(("'s", "’s")):
        return False
    return lower in _IRREGULAR or (lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous")))


def words_behind(text: str, at: int, many: int) -> list[str]:
    """Up to so many words behind a place, as far as no punctuation parts them."""
    found: list[str] = []
    for one in _WORD.finditer(text, at):
        if len(found) == many or _BROKEN.search(text[at : one.start()]):
            break
        found.append(one[0])
        at = one.end()
    return found


def _goes_on(text: str, found: re.Match[str], words: Words, single: bool) -> bool:
    """True if the phrase so far takes this word in, too."""
    word = found[0].lower()
    plural = bool(words) and is_plural(_last(text, words))
    if word in ("and", "or"):
        return _coordinates(text, found.end(), words, plural, word)
    if word == "of":
        return bool(words) and _is_named(text, _last(text, words), found.end())
    if word in STOP and not _is_adjective(text, found, words):
        return False
    if single and words and word.endswith(("ed", "ing")):
        return False
    if not words and word in VERBS - _PARTICIPLES:
        return False
    if not words and word in _PARTICIPLES and not _is_adjective(text, found, words):
        return False
    return len(words) < _LONGEST and not (plural and _ends_phrase(_last(text, words), found[0]))


def _coordinates(text: str, at: int, words: Words, plural: bool, word: str) -> bool:
    """ "officers *and* staff", "local *and* state agencies", "lost *or* stolen devices"."""
    if not words:
        return False
    behind = words_behind(text, at, 2)
    if _last(text, words).lower() in _BEFORE_NOUN and len(behind) == 2 and is_plural(behind[1]):
        return True
    if plural:
        return word == "and" and bool(behind) and is_plural(behind[0]) and behind[0][0].islower()
    if _last(text, words).lower() in _PARTICIPLES or len(words) == 1:
        return len(behind) == 2 and is_plural(behind[1]) and not STOP & {behind[0].lower()} - _PARTICIPLES
    return False


def _is_named(text: str, last: str, at: int) -> bool:
    """ "Freedom *of* Information requests": a name that a plural noun follows."""
    behind = words_behind(text, at, 2)
    if last.lower() == "freedom":
        return behind[:1] != [] and behind[0].lower() == "information"
    return (
        last[0].isupper()
        and len(behind) == 2
        and behind[0][0].isupper()
        and is_plural(behind[1])
        and behind[1][0].islower()
    )


def _is_adjective(text: str, found: re.Match[str], words: Words) -> bool:
    """ "1,001 *reported* incidents", "393 *lost* or stolen devices": a participle in front of a plural."""
    word = found[0].lower()
    if words and _last(text, words).lower() not in ("and", "or"):
        return False
    if not (word.endswith("ed") or word in _PARTICIPLES):
        return False
    behind = words_behind(text, found.end(), 3)
    if behind[:1] and is_plural(behind[0]):
        return True
    if word in _TOLD_AS:
        return len(behind) > 1 and is_plural(behind[1]) and behind[0].lower() not in STOP
    joined = len(behind) == 3 and behind[0].lower() in ("and", "or") and is_plural(behind[2])
    return joined and (behind[1].endswith("ed") or behind[1].lower() in _PARTICIPLES)


def _ends_phrase(last: str, word: str) -> bool:
    """After a plural noun a participle or adverb ends it; another noun may go on ("police officers")."""
    if last.lower() == "and":
        return False
    verbish = bool(_VERBISH.search(word)) or word.lower() in STOP
    if last.lower() in _BEFORE_NOUN:
        return verbish
    return verbish or not (is_plural(word) and word.islower())


def _is_no_phrase(text: str, words: Words, single: bool) -> bool:
    first = text[slice(*words[0])]
    if len(words) == 1 and (_ALONE.fullmatch(first) or re.fullmatch(r"[a-z]{4,}ly", first)):
        return True
    plurals = any(is_plural(text[slice(*word)]) for word in words)
    return not single and not plurals and bool(_VERBISH.search(first)) and first.islower()


def _last(text: str, words: Words) -> str:
    return text[slice(*words[-1])]
