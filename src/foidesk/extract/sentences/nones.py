"""Words of a sentence that say "none": "No officers were dismissed", "2012: none", "none in 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foidesk.words.periods import PeriodSeen
from foidesk.words.totals import ZeroSeen, nil, zeros

from ..figures.seen import Seen
from .beside import named_from
from .clause import Clause
from .listed_years import about, is_of_keeping, is_unclear, listed_with, of_each, whens
from .said_before import is_doubted, words_before

_IS_KEY = re.compile(
    r"\b(?:a|any|the)\s+(?:zero|nil|nought)\s+(?:is|are|means|denotes|indicates)\b|\b(?:shown|recorded|displayed)\s+as\s+(?:0|zero|nil)\b",
    re.IGNORECASE,
)
"""How a reply writes none, which says of nothing that there was none."""
_LEAD = re.compile(r"\W*(?:(?:and|finally)\s+)?(?:(?:in|for|during|im|für)\s+)?(?:the\s+)?", re.IGNORECASE)
_THERE = re.compile(
    r"^\s*(?:there\s+(?:was|were)|we\s+had|the\s+(?:answer|figure|number)\s+(?:is|was))\s+", re.IGNORECASE
)
_IN = re.compile(
    r"\s*(?:(?:at\s+all|\w+(?:ed|en)|were|was|wurden|waren)\s+){0,3}(?:in|for|during|from|im|für|in\s+den)?\s*(?:the\s+)?|\s*\(\s*",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s*[:=,–—-]?\s*(?:(?:there|we|it)\s+(?:was|were|had|received|recorded|saw)\s+"
    r"|(?:fielen|wurden|waren|entstanden|gab\s+es|hatten?\s+wir)\s+|\(\s*)?",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"[;.]\s|,\s(?!(?:at|by|via|through|for|from|about|on|of|with|within|only|until|before|after|"
    r"involving|concerning|relating|regarding)\b)"
)
"""What ends the words of a "none"; not the comma of "in 2022, at our head office"."""
_OF_YEAR = re.compile(r"^\s*[:=–—-]\s*")
_IN_ALL = re.compile(
    r"\s*(?:(?:in|for|during|over|throughout|für|während)\s+)?(?:all|each|every|any|the whole|alle[nr]?|jede[ns]?)"
    r"\b[\w\s]{0,40}$",
    re.IGNORECASE,
)

_LABELLED = re.compile(
    r"\W*(?P<label>[^\W\d][^:.;\n]{2,60}):\s*(?:(?:there\s+(?:was|were)|we\s+(?:had|paid|made|recorded|received)|"
    r"the\s+(?:council|county|city|town|force|trust|board|department|authority|service|district)\s+"
    r"(?:had|paid|made|recorded|received|saw))\s+)?(?P<none>none|nil|zero)\b.*",
    re.IGNORECASE,
)
_DATES_ONLY = re.compile(
    r"(?:\s|[,.]|\b(?:in|for|during|or|and|nor|the|either|calendar|financial|fiscal|years?)\b)*", re.IGNORECASE
)


def _none_in(seen: Seen) -> PeriodSeen | None:
    """The period of "2012: none", "Haushaltsjahr 2019 – Fehlanzeige"; None if the sentence says more or less."""
    when = seen.periods[0] if len(seen.periods) == 1 else None
    if when is None or when.period is None or _LEAD.fullmatch(seen.text[: named_from(seen, when)]) is None:
        return None
    rest = _THERE.sub("", _OF_YEAR.sub("", seen.text[when.end :])).strip().rstrip(".")
    none = nil(rest) if rest else None
    return when if none is not None and none.meanings == ("zero",) else None


def none_said(seen: Seen) -> Iterator[Clause]:
    """A clause for words that say "none": "No officers were dismissed", "Nil"."""
    text = seen.text.strip().rstrip(".")
    none = nil(text) or nil(_IN_ALL.sub("", text))
    if none is not None and none.meanings == ("zero",):
        yield Clause(0, len(seen.text), None, seen.nouns, seen.categories, bare=True)
        return
    if (when := _none_in(seen)) is not None:
        yield Clause(when.end, len(seen.text), None, (), (), when.period, (when.start, when.end), bare=True)
        return
    if labelled := list(_none_labelled(seen)):
        yield from labelled
        return
    said = () if _IS_KEY.search(seen.text) else zeros(seen.text)
    if len(said) > 1 and _is_of_each(seen, said):
        ends = [*(one.start for one in said[1:]), len(seen.text)]
        for zero, start, upto in zip(said, [0, *(one.end for one in said)], ends, strict=False):
            yield from _of_one(seen, zero, start, upto)
    elif len(said) == 1 and not is_of_keeping(seen, said[0]):
        yield from _of_one(seen, said[0], 0, len(seen.text))


def _none_labelled(seen: Seen) -> Iterator[Clause]:
    """The years of "Settlements: none in 2021 or 2022", where the label is the noun and nothing more is said."""
    found = _LABELLED.fullmatch(seen.text)
    if found is None or seen.numbers or seen.categories or len({noun.measure for noun in seen.nouns}) != 1:
        return
    (noun, *_) = seen.nouns
    rest = list(seen.text)
    for when in seen.periods:
        rest[when.start : when.end] = " " * (when.end - when.start)
    plain = _DATES_ONLY.fullmatch("".join(rest), found.end("none"))
    whole = noun.start <= found.start("label") and noun.end >= found.end("label")
    if whole and plain and not is_unclear(seen, len(seen.text)):
        one = Clause(*found.span("none"), None, (noun,))
        dated = whens(seen, len(seen.text))
        yield from of_each(one, dated)
        yield from () if dated else (one,)


def _of_one(seen: Seen, zero: ZeroSeen, start: int, end: int) -> Iterator[Clause]:
    """What one "none" is of, in the words from `start` to `end`."""
    listed = listed_with(seen, seen.periods[0]) if seen.periods else ()
    stop = _NEXT.search(seen.text, max([zero.end, *(min(one.end, end) for one in listed)]), end)
    upto = stop.start() if stop else end
    nouns = tuple(noun for noun in seen.nouns if zero.start < noun.end <= upto)[:1]
    held = tuple((id, hit) for id, hit in seen.categories if hit.start >= zero.start)
    if nouns or held:
        gap = f"{words_before(seen, start, zero.start)} {about(seen, zero, nouns, upto)}"
        unsure = is_unclear(seen, upto) or is_doubted(seen, start, zero.start)
        one = Clause(*(zero.start, zero.end), None, nouns, held, gap=gap, crowded=unsure)
        dated = whens(seen, upto)
        yield from of_each(one, dated)
        yield from () if dated else (one,)


def _is_of_each(seen: Seen, said: Sequence[ZeroSeen]) -> bool:
    """True for "No dogs were lost and no costs were incurred": one measure each, no kinds, and one time at most.

    Years in one list are one time: "in 2021, 2022 or 2023".
    """
    ends = [*(one.start for one in said[1:]), len(seen.text)]
    own = [
        {noun.measure for noun in seen.nouns if zero.start < noun.end <= end}
        for zero, end in zip(said, ends, strict=True)
    ]
    apart = all(len(some) == 1 for some in own) and len(set().union(*own)) == len(own)
    once = len(seen.periods) < 2 or len(listed_with(seen, seen.periods[0])) == len(seen.periods)
    return apart and once and not seen.categories and not any(is_of_keeping(seen, z) for z in said)


def nones_by_year(seen: Seen) -> tuple[tuple[ZeroSeen, PeriodSeen], ...]:
    """Each "none" of a sentence that tells figures by year, with its year: "14 in 2021 and none in 2022".

    () where one has no year beside it, or counts something that the sentence does not name with its figures.
    """
    found: list[tuple[ZeroSeen, PeriodSeen]] = []
    for zero in zeros(seen.text) if seen.numbers and seen.periods else ():
        when = _year_of(seen, zero)
        if when is None or any(when is other for _, other in found) or _counts_else(seen, zero):
            return ()
        found += [(zero, one) for one in _with_it(seen, zero, when) if all(one is not other for _, other in found)]
    return tuple(found)


def _with_it(seen: Seen, zero: ZeroSeen, when: PeriodSeen) -> Iterator[PeriodSeen]:
    """The year of a "none", and those listed behind it: "none in 2021 or 2022; seven in 2023"."""
    listed = listed_with(seen, when) if zero.end <= when.start else (when,)
    words = [word.start for word in seen.numbers if word.start >= zero.end]
    yield from (
        one for one in listed if one.start >= when.start and one.start < min(words, default=len(seen.text))
    )


def _year_of(seen: Seen, zero: ZeroSeen) -> PeriodSeen | None:
    """The one year right behind a "none", or right before it."""
    for one in seen.periods:
        between = seen.text[zero.end : named_from(seen, one)] if zero.end <= one.start else None
        if between is not None and _IN.fullmatch(between):
            return one
    before = [one for one in seen.periods if one.end <= zero.start]
    return before[-1] if before and _OF.fullmatch(seen.text[before[-1].end : zero.start]) else None


def _counts_else(seen: Seen, zero: ZeroSeen) -> bool:
    """True for "no complaints" where the figures are of something else."""
    named = {noun.measure for noun in seen.nouns}
    words = zero.words.lower().split()[1:]
    own = any(zero.start < noun.end and noun.start < zero.end for noun in seen.nouns)
    return len(named) > 1 or (bool(words) and not own and words != ["one"])
