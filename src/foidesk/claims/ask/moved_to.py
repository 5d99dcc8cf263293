"""A figure told as where a number rose or fell to, without the one it came from: held against the year before.

"In Exampleton the figure rose to 53": that it is 53 is one thing, that it rose is another. Where nothing else in
the sentence bears the move out, the replies do, or contradict it: by the year before, which a reader takes it to
be from; where it moved so from an earlier year only, a person says which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..verdict import Verdict
from .evaluate import Bench
from .moves import MOVE
from .reading import Asked, Reading
from .sentence import Sentence
from .years import is_year, moved

_TO = re.compile(
    r"(?:\s(?:back|again|further|sharply|slightly|steeply|steadily))*\sto\s(?:just\s|only\s|a\s)*", re.IGNORECASE
)
"""Between a word of change and where it led."""
_FROM = re.compile(
    r"\bfrom\s(?:just\s|only\s|the\s|some\s)*[£$€\d]|\b(?:compared|since|between)\b|"
    r"\bthan (?:in|for|during|last|a year|the (?:year|previous|same|preceding))\b",
    re.IGNORECASE,
)
"""In a clause that itself says from where, or from when, a number came."""
_CUT = re.compile(r";\s|\s[–—-]\s|:\s|,?\s(?:while|but|whereas|although|though|even as)\s|,\sand\s")


@dataclass(frozen=True, slots=True)
class Move:
    """A word of change in characters `start` to `end` before `asked`; `holds` says whether the replies agree."""

    start: int
    end: int
    asked: Asked
    holds: bool | None
    words: str


def moves_to(one: Sentence, every: Iterable[Asked], bench: Bench) -> Iterator[Move]:
    """The moves to a figure of a year that the sentence leaves without their beginning."""
    told = [asked for asked in every if asked.figure is not None and len(asked.readings) == 1]
    for asked in told:
        own = asked.readings[0]
        if own.statistic != "total" or own.other is not None or not is_year(own.period):
            continue
        found = next(
            (f for f in MOVE.finditer(one.plain) if _TO.fullmatch(one.plain[f.end() : asked.start])), None
        )
        if found is None or found["better"] or _FROM.search(_clause(one.plain, asked)):
            continue
        sign = 1 if found["up"] else -1
        holds, words = _holds(own, sign, _before(own, told), bench)
        yield Move(found.start(), found.end(), asked, holds, words)


def _clause(text: str, asked: Asked) -> str:
    """The words between the signs that set a clause off from those around it."""
    starts = [found.end() for found in _CUT.finditer(text, 0, asked.start)]
    end = _CUT.search(text, asked.end)
    return text[starts[-1] if starts else 0 : end.start() if end else len(text)]


def of_moves(verdict: Verdict, own: Move) -> Verdict:
    """The verdict on a figure that a word of change leads to: it stands only if the move does."""
    sure = verdict.first if verdict.verdict == "needs a person" else verdict.verdict
    if sure != "supported" or own.holds:
        return verdict
    if own.holds is False:
        return replace(verdict, verdict="contradicted", first="", why=f"it did not move so: {own.words}")
    if verdict.verdict != "supported":
        return verdict
    why = f"whether it moved so is open{f': {own.words}' if own.words else ''}; say from what"
    return replace(verdict, verdict="needs a person", first="supported", why=why)


def _before(own: Reading, told: Iterable[Asked]) -> str:
    """The year that it moved from: the last of which the sentence tells a figure, else the year before."""
    alike = [each.readings[0] for each in told]
    years = [each.period for each in alike if replace(each, period=own.period) == own and each.period < own.period]
    return max((year for year in years if is_year(year)), default=moved(own.period, -1))


def _holds(own: Reading, sign: int, year: str, bench: Bench) -> tuple[bool | None, str]:
    """Whether the figure moved so from that year; None where the replies leave it open."""
    before = replace(own, period=year)
    if not bench.known_period(before.period):
        return None, ""
    now, then = bench.answer(own), bench.answer(before)
    if now.none or then.none or now.open or then.open or now.hi is None or then.hi is None:
        return None, ""
    words = f"{then.words}, then {now.words}"
    if (now.lo - then.hi) * sign > 0 and (now.hi - then.lo) * sign > 0:
        return True, words
    if (now.lo - then.hi) * sign <= 0 and (now.hi - then.lo) * sign <= 0:
        return (None if _rose_since(own, sign, bench) else False), words
    return None, words


def _rose_since(own: Reading, sign: int, bench: Bench) -> bool:
    """True if it moved so from some year before: a story may mean that one."""
    years = [year for year in bench.years() if year < own.period]
    found = [bench.answer(replace(own, period=year)) for year in years]
    now = bench.answer(own)
    return any(not one.none and one.hi is not None and (now.lo - one.lo) * sign > 0 for one in found)
