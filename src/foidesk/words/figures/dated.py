"""Which date or stretch of time a figure is told of, and between which ones it is a change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..lazy import lazy
from ..shapes import MONTH
from .changing import CHANGE
from .dating import When
from .entities import CLAUSE
from .figure import Figure
from .pieces import NUMBER

_OF_TELLING = lazy(r"(?:today|yesterday|tonight|tomorrow)$", re.IGNORECASE)
"""When it was told, not what it is of."""
_WINDOW = lazy(
    rf"\b(?:in|over|during|within(?= the (?:last|past)))\s(?:(?:the|a|an|just|only|under|less than|more than|"
    rf"its|their)\s)*"
    rf"(?:(?:space|course|period) of\s)?(?:(?:the|a|an)\s)?(?:(?:last|past|first|previous|single)\s)?"
    rf"(?:{NUMBER}[\s-])?(?:financial |calendar |full )?(?:years?|months?|weeks?|decades?|days?|quarters?)\b"
    rf"(?:[\s-]period)?(?:\s(?:to|ending|ended)\s(?:{MONTH}))?",
    re.IGNORECASE,
)
"""A stretch of time without a date: "in three years", "over a five-year period", "in the 12 months to March"."""
_MADE_OF = lazy(r"(?:\b(?:a|an)\b|-).*(?:year|month|week|day|decade)$", re.IGNORECASE)
_FIRST_OF = lazy(
    r"\b(?:in|during) the (?:first|second|third|fourth|last|final|opening) (?:year|quarter|half|month|week|decade)"
    r"(?: of (?:the )?[\w’'-]+)?",
    re.IGNORECASE,
)
_SAME = lazy(
    r"\b(?:in|over|during|for|within|throughout)\s(?:the same|that|this|the) (?:(?:\w+-)?(?:year|"
    r"month) )?(?:period|time)\b"
    r"|\b(?:over|during|in|across|throughout) the (?:same )?(?:financial )?year\b(?! (?:to|ending|ended|before))",
    re.IGNORECASE,
)
_MONTHS = lazy(
    r"\b(?:between|in|during|throughout|for|since|from|(?:at|by|until) the (?:end|start|beginning) of|up to|"
    r"until|by|"
    rf"last|this)\s(?P<months>{MONTH}(?:\s(?:and|to)\s{MONTH})?)(?![\w.]*\s\d)",
    re.IGNORECASE,
)
_ASIDE = lazy(r"\s[–—-]\s[^–—]{1,80}\s[–—-](?=\s)")
"""What stands between two dashes."""
_IN_BRACKETS = lazy(r"\([^()]*\)")
_PARTED = lazy(r",\s[a-z]{3,}ing\s")
"""Where a clause begins that only follows from the one before: ", prompting them to wait until 2013"."""
_PREFIX = lazy(
    r"\b(?:since(?: the (?:start|beginning|end) of)?|between|up to|until|before|after|early in|late in|FY|"
    rf"(?:since )?{MONTH})\s$",
    re.IGNORECASE,
)
"""In front of a date, and part of the stretch: "since the start of 2013"."""
_SPAN = lazy(r"(?:between |from )?(?P<a>.+?) (?:and|to|until) (?P<b>.+)", re.IGNORECASE)
_FILL = (
    r"(?:\s(?:in|for|during|at|the|a|an|those|that|of|it|was|were|is|same|time|period|figures?|numbers?|data|shared|"
    r"recorded|reported|levels?|total|tally|high|average|what))*"
)
_HELD = lazy(
    rf"(?:\bthan{_FILL}|\bcompared (?:to|with)(?:\s\w+){{0,4}}?|\b(?:versus|vs\.?|against){_FILL}|"
    rf"\bthat of{_FILL}|"
    rf"\b(?:from|on){_FILL}|\bsince{_FILL})\s*$",
    re.IGNORECASE,
)
"""Between a figure and the date of the one that it is held against: "a rise *on the* previous year"."""
_FROM = lazy(
    rf"(?:\b(?:{CHANGE}|up|down|rises?|increases?|falls?|drops?|reductions?)\b[^,;.()]{{0,60}}?\bfrom|"
    rf"\b(?:up|down|rises?|increases?|falls?|drops?|reductions?|more|fewer|less)\b[^,;.()]{{0,12}}\bon|,\sfrom|\bthan|"
    rf"\bcompared (?:to|with)|\bversus|\bagainst){_FILL}(?:\s(?:just|only|about|nearly|some|a|"
    r"last year[’']s|rate|of))*\s$",
    re.IGNORECASE,
)
"""In front of a number that another is held against: "up *from* 498 in 2019"."""
_TO = lazy(r"\bto\s(?:just |only |nearly |about )*$", re.IGNORECASE)
_BRACKET = lazy(r"\s*\([^()]{1,24}\)")
"""The same told otherwise right behind a figure: "36.2% *(6,982)* in 2016/17"."""
_OPENS_NEXT = lazy(r"(?:,|;|\band)\s(?:in |for |during |over )?(?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """The words of the period of a figure; of a change also those of its two ends."""

    words: str = ""
    since: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class _Date:
    """A date or stretch in characters `start` to `end`; `held` if what stands before it is compared with it."""

    start: int
    end: int
    words: str
    held: bool = False
    begins: bool = False


class Dates:
    """The dates and numbers of one sentence, and which belongs to which."""

    def __init__(
        self, text: str, sentence: tuple[int, int], dates: Iterable[When], figures: Iterable[Figure]
    ) -> None:
        self.text, self.sentence = text, sentence
        whens = [when for when in dates if sentence[0] <= when.start < sentence[1]]
        places = {when.start for when in whens}
        self.numbers = [
            one
            for one in figures
            if sentence[0] <= one.start < sentence[1]
            and one.start not in places
            and one.kind not in ("date", "superlative", "time", "rank")
        ]
        self.dates = sorted(self._dates(whens), key=lambda one: one.start)

    def of(self, one: Figure, changes: bool = False) -> Period:
        """The period of a figure; `changes` is true for one that tells a change."""
        if one.kind == "date":
            return Period(one.text)
        dates = [date for date in self.dates if not (date.start < one.end and one.start < date.end)]
        if changes:
            return self._of_change(one, dates)
        own = self._own(one, dates)
        return Period(own.words if own else "")

    # --- whose date ---

    def _own(self, one: Figure, dates: list[_Date]) -> _Date | None:
        after = [date for date in dates if date.start >= one.end]
        if after and self._is_behind(one, after[0]):
            return after[0]
        if beside := next((d for d in dates if re.fullmatch(r"\s*\(", self.text[d.end : one.start] or ".")), None):
            return beside
        before = [date for date in dates if date.end <= one.start and not date.held]
        if self._is_held(one):
            close = [d for d in dates if d.end <= one.start and not self._between(d.end, one.start)]
            return (
                close[-1] if close and one.start - close[-1].end < 20 and self._is_close(close[-1], one) else None
            )
        if before:
            return before[-1] if not self._is_of_held(before[-1]) else self._fronted(before)
        return next((date for date in after if self._is_shared(one, date)), None)

    def _is_close(self, date: _Date, one: Figure) -> bool:
        return bool(re.match(r"['’]s\b", self.text[date.end : one.start]))

    def _is_behind(self, one: Figure, date: _Date) -> bool:
        """True for a date that follows the figure before any other number does, and is not compared with it."""
        bracket = _BRACKET.match(self.text, one.end)
        start = bracket.end() if bracket else one.end
        gap = _ASIDE.sub("", self.text[start : date.start])
        if date.held or self._between(start, date.start) or CLAUSE.search(gap) or _PARTED.search(gap):
            return False
        following = next((other for other in self.numbers if other.start >= date.end), None)
        opens = following and len(self.text[date.end : following.start].split()) < 3
        return not (opens and _OPENS_NEXT.search(gap) and not self.text[date.end :].startswith(","))

    def _is_shared(self, one: Figure, date: _Date) -> bool:
        """True for a date behind a list of numbers that all are of it."""
        gap = _IN_BRACKETS.sub("", _ASIDE.sub("", self.text[one.end : date.start]))
        if date.held or CLAUSE.search(gap) or _PARTED.search(gap) or self._is_of_held(date):
            return False
        return "(" not in gap

    def _is_of_held(self, date: _Date) -> bool:
        """True for the date of a number that another is held against."""
        owner = next((other for other in reversed(self.numbers) if other.end <= date.start), None)
        return owner is not None and self._is_held(owner)

    def _fronted(self, before: list[_Date]) -> _Date | None:
        first = self.numbers[0].start if self.numbers else self.sentence[1]
        return next((date for date in before if date.end <= first), None)

    def _is_held(self, one: Figure) -> bool:
        return bool(_FROM.search(self.text, max(self.sentence[0], one.start - 60), one.start))

    def _between(self, start: int, end: int) -> list[Figure]:
        return [other for other in self.numbers if start <= other.start < end]

    # --- changes ---

    def _of_change(self, one: Figure, dates: list[_Date]) -> Period:
        since, to = self._ends(one, dates)
        own = self._own(one, dates)
        if own and (span := _SPAN.fullmatch(own.words)):
            return Period(own.words, span["a"], span["b"])
        to = to or (own.words if own and not own.begins else "")
        if own and own.begins and not since:
            return Period(own.words, own.words.split(" ", 1)[1], "")
        if since and to:
            return Period(f"{since} to {to}", since, to)
        return Period(to or (f"against {since}" if since else ""), since, to)

    def _ends(self, one: Figure, dates: list[_Date]) -> tuple[str, str]:
        """The two ends of a change that the sentence tells: "from 12 *in 2019* to 15 *in 2020*"."""
        following = next((date for date in dates if date.start >= one.end), None)
        if following and following.held and not self._between(one.end, following.start):
            return following.words, ""
        start = end = ""
        for number in self.numbers:
            if number is one or abs(number.start - one.start) > 120:
                continue
            own = self._own(number, dates)
            if own and self._is_held(number):
                start = own.words
            elif own and _TO.search(self.text, self.sentence[0], number.start):
                end = own.words
        return start, end

    # --- finding them ---

    def _dates(self, whens: list[When]) -> Iterator[_Date]:
        found = [(when.start, when.end) for when in whens if not _OF_TELLING.search(when.text)]
        for pattern, group in ((_FIRST_OF, 0), (_SAME, 0), (_MONTHS, "months"), (_WINDOW, 0)):
            for match in pattern.finditer(self.text, *self.sentence):
                start, end = match.span()
                words = match[group].rstrip(" .")
                if group and not words[0].isupper():
                    continue
                if pattern is _WINDOW and self._is_adjective(words, end):
                    continue
                if not any(start < b and a < end for a, b in found):
                    found.append((match.start(group), match.start(group) + len(words)))
        for start, end in sorted(found):
            yield self._date(start, end)

    def _is_adjective(self, words: str, end: int) -> bool:
        """ "During a three month *investigation*": no stretch of time but a kind of thing."""
        return (
            bool(_MADE_OF.search(words))
            and bool(re.match(r"[\s-][a-z]+(?<!ly)\b", self.text[end:]))
            and not re.match(
                r"\s(?:to|the|and|by|for|in|with|when|after|that|which|period|ending|ended|across|at|on|as|from|of)\b",
                self.text[end:],
            )
        )

    def _date(self, start: int, end: int) -> _Date:
        last = max((one.end for one in self.numbers if one.end <= start), default=self.sentence[0])
        held = _HELD.search(self.text, last, start)
        prefix = _PREFIX.search(self.text, self.sentence[0], start)
        begins = bool(prefix and prefix[0].lower().startswith("since"))
        words = (prefix[0] if prefix else "") + self.text[start:end]
        if held and not any(one.end <= start for one in self.numbers) and re.match(r"from|on|since", held[0]):
            held = None
        if begins or (prefix and prefix[0].lower().startswith("between")):
            held = None
        return _Date(prefix.start() if prefix else start, end, " ".join(words.split()), bool(held), begins)
