"""One figure for each of several periods in a sentence: "11 breaches in 2021/22, 9 in 2022/23"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from foidesk.words.numbers import NumberWord
from foidesk.words.periods import PeriodSeen, period

from ..basis.year_start import FIRST

_IN = re.compile(
    r"(?:\s+(?!(?:and|but|while|in|und|aber|im)\b)[A-Za-zÄÖÜäöü][\w’'-]*){0,6}?\s+(?:in|for|during|over|im|für|in\s+den|aus)\s+(?:the\s+)?(?:(?:financial|calendar|academic|school|fiscal)\s+)?"
    r"(?:years?\s+|sessions?\s+|fy\s*|(?:kalender|haushalts)?jahr(?:e[ns]?)?\s+)?"
    r"|\s*\(\s*(?:in\s+|im\s+jahr\s+)?|\s+the\s+",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s*[:=–—-]?\s*(?:there\s+(?:was|were)\s+|we\s+had\s+|it\s+was\s+|waren\s+es\s+|gab\s+es\s+|"
    r"(?:the\s+\w+|we)\s+(?:had|recorded|received|opened|issued|made)\s+|"
    r"(?:hat|hatte|haben|hatten)\s+(?:(?:die|der|das)\s+\w+|wir)\s+|auf\s+|bei\s+|(?:es\s+)?(?:wurden|waren|sind)\s+)?(?:(?:insgesamt|noch|nur|dann|only|just)\s+)?",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s*\(\s*")
_OF_IT = re.compile(r"\s*[:=–—-]?\s*\d")
_LIST = re.compile(r"\s*(?:,|,?\s*(?:and|und)|&|/)\s*", re.IGNORECASE)
_BOTH = re.compile(r"(\S+)\s+(?:and|und)\s+(\S+)")
_RESPECTIVELY = re.compile(r"\brespectively\b|\bin\s+turn(?=\W*$)", re.IGNORECASE)
VERB = re.compile(
    r"\b(?:made up of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|totall?ed|stood at|came to|"
    r"amounted to|ran to|(?:rose|fell)(?=\s+(?:to|from)\b)|betr(?:ägt|ug|ugen)|"
    r"(?:belief|beliefen|beläuft) sich auf|lag(?:en)? bei|(?:stieg(?:en)?|sank(?:en)?)(?=\s+(?:von|auf)\b))\b",
    re.IGNORECASE,
)
"""What ties a noun to its figures, and says no more of them."""
_STOP = re.compile(r"[;,.]\s|[;,.]$|\s[–—-]\s")

_NONE = re.compile(
    r"\W*(?:(?:the\s+\w+|we|there)\s+(?:(?:have|has)\s+)?(?:had|received|recorded|issued|made|opened|logged|was|were)\s+)?"
    r"(?P<none>no|none|nil|zero|keine?)\b[^.;:\d]{0,60}?\s*(?:\b(?:for|from|in|during|between|für|im|von))?\s*",
    re.IGNORECASE,
)

_SO = re.compile(
    r"[\s,;:.()–—-]*(?:(?:and|und|so|thus|therefore|that|this|which|it|i\.e\.|makes?|making|giving|gives|is|are|was|were|"
    r"comes?|came|coming|to|for|adds?|adding|up|also|somit|macht|ergibt|das|dies|mithin|damit|"
    r"a|an|the|for|(?:two|three|four|five|six|seven|ten|\d+)-year|grand|combined|overall|total(?:s|l?ing)?|sum|of|in|all|gesamt|insgesamt|zusammen|summe)\b[\s,;:()=–—-]*)*",
    re.IGNORECASE,
)
"""What may stand between the last figure and the sum of all."""
_TOTAL = re.compile(
    r"\b(?:total\w*|sum|altogether|overall|in all|insgesamt|zusammen|gesamt|summe|mak\w+|giv\w+)\b", re.I
)
_ALL = re.compile(
    r"(?:\s+(?!and\b|und\b)[^\W\d]+){0,3}?\s+(?:in\s+(?:all|total)|altogether|overall|in\s+sum|insgesamt|zusammen)\b",
    re.I,
)

_MOVED = re.compile(r"(?<!made )(?<!make )\b(?:up|down)\s+$", re.IGNORECASE)

_RATE = re.compile(
    r"(?:\s+(?!and\b|or\b|und\b|oder\b)[^\W\d]+){0,3}?(?:\s+(?:an?|per|pro|je|every|jede[nrs]?|in\s+(?:an?|every))\s+(?:average\s+|single\s+)?"
    r"(?:month|week|day|hour|quarter|year|annum|monat|woche|tag|stunde|quartal|jahr)\b|"
    r"\s+(?:each\s+(?:month|week|day|hour|quarter)|monthly|weekly|daily|hourly|quarterly|monatlich|wöchentlich|täglich)\b)",
    re.IGNORECASE,
)
_ON_AVERAGE = re.compile(
    r"\b(?:(?:an|the|our|a\s+monthly|a\s+weekly)\s+average(?:\s+(?:number|figure))?\s+(?:of|was|is)|on\s+average,?|averag(?:ed|ing)|"
    r"im\s+(?:durch)?schnitt|durchschnittlich)\s+(?:\w+\s+){0,3}?$",
    re.IGNORECASE,
)

Pair = tuple[NumberWord, PeriodSeen]


def is_move(text: str, word: NumberWord) -> bool:
    """True for the 12 of "reports were up 12": how many more there were, not how many."""
    return _MOVED.search(text, 0, word.start) is not None


def is_rate(text: str, word: NumberWord) -> bool:
    """True for the 5 of "5 reports a month", "on average we receive 5": how many there were, nobody says."""
    return _RATE.match(text, word.end) is not None or _ON_AVERAGE.search(text, 0, word.start) is not None


def pairs(
    text: str, numbers: Sequence[NumberWord], periods: Sequence[PeriodSeen], least: int = 2
) -> tuple[Pair, ...]:
    """Each figure with its period where a sentence tells `least` or more; () where it does not, or not clearly.

    At most one number is left over: a total that opens the sentence, or one at its end that says it is one.
    """
    if not periods or any(one.period is None for one in periods):
        return ()
    for found in (
        _one_each([*_behind(text, numbers, periods), *_before(text, numbers, periods)]),
        _in_order(text, numbers, periods),
    ):
        left = [word for word in numbers if all(word is not number for number, _ in found)]
        each = len(found) >= len(periods) or _around(found, periods)
        opens = not left or left == [numbers[0]]
        if len(found) >= least and each and (opens or (len(left) == 1 and sum_behind(text, left[0], found))):
            return tuple(found)
    return ()


def sum_behind(text: str, word: NumberWord, found: Sequence[Pair]) -> bool:
    """True for the 14 of "four in 2023, seven in 2024 and three in 2025, so 14 altogether"."""
    ends = max(item.end for pair in found for item in pair)
    before, after = text[ends : word.start], text[word.end :]
    if word.start < ends or word.exact is None:
        return False
    return _SO.fullmatch(before) is not None and (_TOTAL.search(before) or _ALL.match(after)) is not None


def _around(found: Sequence[Pair], periods: Sequence[PeriodSeen]) -> bool:
    """True if the first period is the time that all the others lie in: "in 2012-2013 (2012=42, 2013=56)"."""
    first, held = periods[0], [seen for _, seen in found]
    inside = [seen.period.inside(first.period) for seen in held if seen.period and first.period]
    return len(held) == len(periods) - 1 and all(seen is not first for seen in held) and all(inside)


def none_before(text: str, periods: Sequence[PeriodSeen]) -> tuple[int, int] | None:
    """Where "none" stands in "None for 2015 to 2019, 2019/20: 47, 2020/21: 53": it is of the first period."""
    found = _NONE.fullmatch(text[: periods[0].start]) if periods and periods[0].period is not None else None
    return found.span("none") if found else None


def _one_each(found: list[Pair]) -> list[Pair]:
    """The pairs, if each number and each period is in one only."""
    alone = len({id(word) for word, _ in found}) == len({id(seen) for _, seen in found}) == len(found)
    return sorted(found, key=lambda pair: pair[0].start) if alone else []


def _behind(text: str, numbers: Sequence[NumberWord], periods: Sequence[PeriodSeen]) -> list[Pair]:
    """ "11 breaches in 2021/22, 9 in 2022/23"."""
    return [
        (word, seen)
        for word in numbers
        for seen in periods
        if seen.start > word.end and _IN.fullmatch(text[word.end : seen.start]) and _next(numbers, word, seen)
        and not (text[: seen.start].endswith("(") and _OF_IT.match(text, seen.end))
    ]  # fmt: skip


def _next(numbers: Sequence[NumberWord], word: NumberWord, seen: PeriodSeen) -> bool:
    """True if no other number stands between the two."""
    return not any(word.end <= other.start < seen.start for other in numbers)


def _before(text: str, numbers: Sequence[NumberWord], periods: Sequence[PeriodSeen]) -> list[Pair]:
    """ "2021-22 17, 2022-23 21" or "in 2021/22 there were 17"."""
    return [
        (word, seen)
        for seen in periods
        for word in numbers
        if word.start >= seen.end
        and (_OF.fullmatch(text[seen.end : word.start]) or _in_bracket(text, seen.end, word))
    ]


def _in_bracket(text: str, start: int, word: NumberWord) -> bool:
    """True for "2021 (88), 2022 (94)": a figure alone in brackets behind its year."""
    return _OPENS.fullmatch(text[start : word.start]) is not None and text[word.end : word.end + 1] == ")"


def _in_order(text: str, numbers: Sequence[NumberWord], periods: Sequence[PeriodSeen]) -> list[Pair]:
    """ "12, 11 and 14 in 2021/22, 2022/23 and 2023/24 respectively"."""
    periods = [one for seen in periods for one in apart(seen)]
    held = list(numbers)[-len(periods) :]
    if len(held) != len(periods) or not _RESPECTIVELY.search(text):
        return []
    if not (_listed(text, held) and _listed(text, periods)):
        return []
    return list(zip(held, periods, strict=True))


def apart(seen: PeriodSeen) -> list[PeriodSeen]:
    """The two years of "2012 and 2013", which as a period of its own would be both together.

    "(Between) 2012 and 2014" is one time with 2013 in it.
    """
    found = _BOTH.fullmatch(seen.text.strip())
    if found is None:
        return [seen]
    each = [(seen.start + found.start(n), seen.start + found.end(n), found[n]) for n in (1, 2)]
    first = (seen.period.start.month, seen.period.start.day) if seen.period is not None else FIRST
    dated = [(a, b, text, period(text, year_start=first)) for a, b, text in each]
    years = [PeriodSeen(a, b, text, when, (when,)) for a, b, text, when in dated if when is not None]
    adjoin = all(a.period and b.period and a.period.end == b.period.start for a, b in pairwise(years))
    return years if adjoin else [seen]


def words_within(text: str, dated: Sequence[Pair], known: Sequence[tuple[int, int]]) -> str:
    """The words that stand between figures and their periods, without those known: nouns, numbers and periods.

    Where "respectively" ties them, all words from the first to the end of that part of the sentence.
    """
    if not dated:
        return ""
    signs = list(text)
    for start, end in (*known, *((one.start, one.end) for pair in dated for one in pair)):
        signs[start:end] = " " * (end - start)
    bare = "".join(signs)
    if (found := _RESPECTIVELY.search(text)) is not None:
        last = max(found.end(), *(one.end for pair in dated for one in pair))
        stop = _STOP.search(bare, last)
        start = min(one.start for pair in dated for one in pair)
        return _RESPECTIVELY.sub(" ", bare[start : stop.start() if stop else len(bare)])
    return " ".join(bare[word.end : when.start] for word, when in dated if word.end <= when.start)


def _listed(text: str, items: Sequence[NumberWord] | Sequence[PeriodSeen]) -> bool:
    spans = [(item.start, item.end) for item in items]
    return all(_LIST.fullmatch(text[end:start]) for (_, end), (start, _) in pairwise(spans))
