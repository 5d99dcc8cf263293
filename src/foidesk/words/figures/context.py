"""What a figure counts, for whom and when: read off the words around it, without a survey."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..lazy import lazy
from .changing import direction, goes_on
from .dated import Dates
from .dating import When
from .entities import carried, entity, is_further, is_there, leans_on
from .figure import Figure
from .nouns import changed_noun, topic_of, unit_before, unit_of
from .phrases import is_plural, noun_phrase
from .pieces import NUMBER, value
from .rates import MANY, is_noun

_OFTEN = r"second|minute|hour|day|night|week|fortnight|month|year|head"
_EACH = r"person|officer|request|case|patient|pupil|household|resident|1,000|10,000|100,000|million"
_NO_LONGER = r"\b(?! (?:ago|earlier|later|before|after|old))"
_PER = lazy(rf"\s(?:a|an|per|every(?: single)?|each)\s({_OFTEN}|{_EACH}){_NO_LONGER}", re.IGNORECASE)
"""What a number is told for right behind it: "£12 *a case*"."""
_PER_LATER = lazy(
    rf"\s(?:(?:per|every(?: single)?|each)\s(?P<each>{_OFTEN}|{_EACH})|"
    rf"(?<!\b(?:on|of|in|to|by|as|at|is)\s)(?<!\b(?:for|was|had)\s)(?<!\b(?:with|from|than|over|half)\s)(?:a|an)\s(?P<a>{_OFTEN}))"
    rf"{_NO_LONGER}",
    re.IGNORECASE,
)
"""The same behind its noun: "12 cases *a day*"; not "over the course of a year"."""
_RATE = lazy(r"\b(?:rate of|compared (?:to|with)|(?:up|down) from)\s(?:just |about |only )?$")
"""In front of a number that is a rate as the one before it."""
_EVERY = lazy(
    rf"(?:\s[a-z]+){{0,2}}\severy\s(?P<every>(?:{NUMBER}) (?:second|minute|hour|day|week|month|year)s?)\b",
    re.IGNORECASE,
)
"""A rate by its interval: "one claim *every 18 minutes*"."""
PER_MANY = lazy(
    rf"\s(?:per|(?:in|for|out of) (?:every|each))\s(?P<n>{MANY})\b"
    r"(?:\s(?P<noun>[a-z][\w-]*[a-z](?: [a-z-]+s\b| of staff\b)?))?",
    re.IGNORECASE,
)
"""What a rate is told for: "8.4 crimes *per 1,000 residents*", "33 patients *in every 10,000*"."""
_PER_ONE = lazy(r"[^,.;:()\d]{0,40}?\s(?:per|for each|for every)\s(?!cent\b|capita\b|annum\b)([a-z][\w-]*[a-z])")
_AMONG = lazy(r"\b(?:including|of which)\s(?:\w+\s)?$")
"""Between a length of time and a number of the same: "1.3 million days, *including* 312,000"."""
_OWN_UNIT = ("date", "rank", "superlative", "time", "score", "points")
"""Kinds of figure that take no noun from a figure before them."""
_OF_SENTENCE = ("percent", "ratio", "fraction", "majority")
"""Kinds that take one of their own sentence only."""
_COUNTS = ("count", "several", "none", "fraction", "ratio", "majority")
_FRONTED = lazy(r"\W*(?:Of|Among)\s(?:the|those|these|all)\s(?=[a-z])")
"""The whole at the head of a sentence: "*Of those* attacks, 69 per cent"."""
_DOES = lazy(
    r"(?:\s\([^()]{1,24}\))?\s(?:that \w+\s|who \w+\s)?(?:had|have|has|were|was|are|did|do|could|would|will|can|"
    r"may|might|said|told|"
    r"never|refused|failed|declined|replied|answered|responded)\b"
)
"""Behind a number or its noun where it is who does something: "14 had lost one, and two *could* not say"."""
_OF_WHICH = lazy(r"\b(?P<noun>[a-z][\w-]*s),? of (?:which|whom)\s(?:[a-z]+\s){0,2}$")
"""The whole right in front of its part: "flights, *of which* two-thirds"."""
_TOLD_ON = lazy(r"\W*(?:This|That|It|The (?:figure|proportion|percentage|share|rate)|Nationally|Overall)\b")
"""The head of a sentence that goes on with the share before."""


@dataclass(frozen=True, slots=True)
class Context:
    """Words about a figure: `unit` that is counted, and where it ends; `entity`, `period`, `per`.

    `inherited` is true where the unit stands in an earlier figure ("55 were dismissed"). `change` is "up" or
    "down" for a change, from `since` to `to` where these are told, "higher" or "lower" for a difference.
    """

    unit: str = ""
    entity: str = ""
    period: str = ""
    per: str = ""
    inherited: bool = False
    sentence: tuple[int, int] = (0, 0)
    end: int = 0
    change: str = ""
    since: str = ""
    to: str = ""


@dataclass(slots=True)
class _Told:
    """What was counted last: its noun, its sentence, whose it was."""

    unit: str = ""
    sentence: tuple[int, int] = (-1, -1)
    entity: str = ""
    heads: str = ""
    doer: str = ""
    base: str = ""
    base_in: tuple[int, int] = (-1, -1)
    measured: str = ""
    measured_in: tuple[int, int] = (-1, -1)
    whom: str = ""


def contexts(
    text: str, figures: Iterable[Figure], dates: tuple[When, ...], spans: tuple[tuple[int, int], ...]
) -> tuple[Context, ...]:
    """One context for each figure, in their order; `spans` are the sentences of the text."""
    return tuple(_Reader(text, tuple(figures), dates, spans).read())


@dataclass(slots=True)
class _Reader:
    """Reads the figures of a text one after the other, and remembers what the last of them counted."""

    text: str
    figures: tuple[Figure, ...]
    dates: tuple[When, ...]
    spans: tuple[tuple[int, int], ...]
    told: _Told = field(default_factory=_Told)
    found: list[Context] = field(default_factory=list)
    dated: Dates | None = None

    def read(self) -> list[Context]:
        starts = [start for start, _ in self.spans]
        days = {when.start for when in self.dates}
        for place, one in enumerate(self.figures):
            at = max(0, bisect_right(starts, one.at) - 1)
            sentence = self.spans[at] if self.spans else (0, len(self.text))
            before = self.spans[at - 1] if at else (-1, -1)
            context = self._one(place, sentence, before)
            self.found.append(context)
            self._remember(one, context, one.start in days)
        return self.found

    def _one(self, place: int, sentence: tuple[int, int], before: tuple[int, int]) -> Context:
        text, one = self.text, self.figures[place]
        later = (other for other in self.figures[place + 1 :] if other.kind != "superlative")
        limit = min((other.start for other in later if one.end <= other.start < sentence[1]), default=sentence[1])
        own, end = unit_of(text, one, sentence, limit)
        if not own and (aged := self._aged(place, sentence)):
            own, end = aged
        change = self._change(place, sentence)
        told = "" if own else self._inherited(place, sentence, before, change)
        per = _per(text, one, limit, own or told)
        if not per and told:
            per = self._per_before(place, sentence, told)
        if own and per and f" {per}" in own.lower():
            own = own[: own.lower().index(per)].rsplit(" ", 1)[0].strip()
        name = self._whose(one, sentence, before, own or told, bool(told))
        period = self._dates(sentence).of(one, bool(change))
        return Context(
            unit=own or told,
            entity=name,
            period=period.words,
            per=per,
            inherited=not own and bool(told),
            sentence=sentence,
            end=end if own else one.end,
            change=change,
            since=period.since,
            to=period.to,
        )

    def _dates(self, sentence: tuple[int, int]) -> Dates:
        if self.dated is None or self.dated.sentence != sentence:
            self.dated = Dates(self.text, sentence, self.dates, self.figures)
        return self.dated

    # --- what is counted ---

    def _aged(self, place: int, sentence: tuple[int, int]) -> tuple[str, int] | None:
        """ "4,362 *under 18s*", "one *16-year-old boy*": a noun that an age stands in."""
        one, age = self.figures[place], self.figures[place + 1] if place + 1 < len(self.figures) else None
        if (
            age is None
            or age.kind != "age"
            or one.kind not in ("count", "percent", "ratio", "fraction", "several")
        ):
            return None
        gap = self.text[one.end : age.start]
        if not re.fullmatch(r"\s(?:of )?(?:the |all )?(?:over-|under-)?", gap):
            return None
        phrase, end = noun_phrase(self.text, age.end, sentence[1], single=one.value == 1)
        start = age.start - len(gap) + len(re.match(r"\s(?:of )?(?:the |all )?", gap)[0])  # type: ignore[index]
        if age.text.endswith("s"):
            return self.text[start : age.end], age.end
        return (self.text[start:end], end) if phrase else None

    def _change(self, place: int, sentence: tuple[int, int]) -> str:
        one = self.figures[place]
        if told := direction(self.text, one, sentence):
            return told
        last = self.found[-1] if self.found and self.found[-1].sentence == sentence else None
        return last.change if last and last.change and goes_on(self.text, self.figures[place - 1], one) else ""

    def _inherited(self, place: int, sentence: tuple[int, int], before: tuple[int, int], change: str) -> str:
        """The noun of a figure that names none: in front of it, of the share before it, of the last count."""
        text, one = self.text, self.figures[place]
        if one.kind in _OWN_UNIT or (one.kind in ("percent", "fraction") and change):
            return ""
        if bracketed := self._bracketed(place, sentence):
            return bracketed
        if here := unit_before(text, one, sentence):
            return here
        if one.kind in _OF_SENTENCE:
            return self._base(one, sentence, before)
        if one.kind == "count" and self.told.measured_in == sentence and _AMONG.search(text[: one.start]):
            return self.told.measured
        if self.told.sentence == sentence:
            return (self.told.doer if _DOES.match(text, one.end) else "") or self.told.unit
        if fronted := self._fronted(sentence):
            return fronted
        if before[0] < 0:
            return ""
        if self.told.sentence == before:
            opens = not text[sentence[0] : one.start].strip(" “\"'(")
            return (self.told.heads if opens else "") or self.told.unit
        return topic_of(text, before)

    def _per_before(self, place: int, sentence: tuple[int, int], unit: str) -> str:
        """What a rate is told for in front of it: by its noun, or by the rate before it in a list of rates."""
        one = self.figures[place]
        last = next((context for context in reversed(self.found) if context.unit), None)
        if self._goes_on_as_rate(place, sentence):
            return last.per if last else ""
        if last and last.per and last.unit.split(" per ")[0] == unit and self._is_listed(place, sentence, last):
            return last.per
        named = re.search(
            rf"\b{re.escape(unit)}(?={PER_MANY.pattern})", self.text[sentence[0] : one.start], re.IGNORECASE
        )
        return _per(self.text, replace(one, end=sentence[0] + named.end()), one.start, unit) if named else ""

    def _is_listed(self, place: int, sentence: tuple[int, int], last: Context) -> bool:
        """True for a broken number, or a number in brackets behind one in the same sentence: "(67.3) … (64)"."""
        one = self.figures[place]
        if one.value is not None and one.value != one.value.to_integral_value():
            return True
        bracketed = self.text[max(0, one.start - 1) : one.start] == "(" and self.text[one.end : one.end + 1] == ")"
        return bracketed and last.sentence == sentence

    def _goes_on_as_rate(self, place: int, sentence: tuple[int, int]) -> bool:
        """ "A rate of 55 per 1,000, compared to last year's *rate of 51*"."""
        before = self.text[sentence[0] : self.figures[place].start]
        last = next((context for context in reversed(self.found) if context.unit), None)
        return last is not None and last.sentence == sentence and bool(last.per and _RATE.search(before))

    def _bracketed(self, place: int, sentence: tuple[int, int]) -> str:
        """ "69 per cent (3,141)": what the share before the bracket is of, or what changes by it."""
        one, last = self.figures[place], self.figures[place - 1] if place else None
        if last is None or last.kind not in ("percent", "fraction", "ratio") or last.start < sentence[0]:
            return ""
        between = self.text[last.end : one.start]
        if not re.fullmatch(r"(?:\sof [^,;.()]{1,40})?\s*\(", between) or one.kind != "count":
            return ""
        return self.found[-1].unit or changed_noun(self.text, (sentence[0], last.start)) or self._fronted(sentence)

    def _base(self, one: Figure, sentence: tuple[int, int], before: tuple[int, int]) -> str:
        """What a share is of that does not say so."""
        if which := _OF_WHICH.search(self.text, sentence[0], one.start):
            return which["noun"]
        if self.told.base_in == sentence:
            return self.told.base
        if self.told.sentence == sentence:
            return self.told.unit
        if fronted := self._fronted(sentence):
            return fronted
        if one.kind == "percent" and self.told.base_in == before and _TOLD_ON.match(self.text, sentence[0]):
            return self.told.base
        return ""

    def _fronted(self, sentence: tuple[int, int]) -> str:
        head = _FRONTED.match(self.text, *sentence)
        phrase = noun_phrase(self.text, head.end(), sentence[1])[0] if head else ""
        return phrase if phrase and is_plural(phrase.split()[-1]) else ""

    # --- whose it is ---

    def _whose(
        self, one: Figure, sentence: tuple[int, int], before: tuple[int, int], unit: str, inherited: bool
    ) -> str:
        name, weak = entity(self.text, one, sentence, unit)
        if not name or (weak and leans_on(self.text, sentence, one)):
            return self._carried(one, sentence, before, inherited) or name
        return name

    def _carried(self, one: Figure, sentence: tuple[int, int], before: tuple[int, int], inherited: bool) -> str:
        """Whom a sentence is about that leans on what was told before."""
        if is_further(self.text, sentence):
            return self.found[-1].entity if self.found else ""
        if leans_on(self.text, sentence, one):
            return carried(self.text, sentence, one, self.told.whom)
        if before[0] < 0 or "\n" in self.text[before[1] : sentence[0]]:
            return ""
        if is_there(self.text, sentence):
            return next((last.entity for last in reversed(self.found) if last.sentence == before), "")
        same = self.told.sentence == before or self.told.sentence == sentence
        return self.told.entity if inherited and same and one.kind in _COUNTS else ""

    def _remember(self, one: Figure, context: Context, dated: bool) -> None:
        told = self.told
        if one.kind == "duration" and not dated:
            told.measured, told.measured_in = one.unit, context.sentence
        if one.kind in ("percent", "fraction", "ratio") and context.unit and one.unit != context.unit:
            told.base, told.base_in = context.unit, context.sentence
        if one.kind in _COUNTS and context.unit and one.unit != context.unit:
            if told.sentence != context.sentence:
                opens = not self.text[context.sentence[0] : one.start].strip(" “\"'(")
                told.heads = context.unit if opens else ""
                told.doer = ""
            if _DOES.match(self.text, context.end):
                told.doer = context.unit
            told.unit, told.sentence = context.unit, context.sentence
            told.entity = context.entity
        ahead = self.text[context.sentence[0] : one.start]
        if context.entity and one.kind not in ("date", "age") and (context.entity in ahead or not told.whom):
            told.whom = context.entity


def _per(text: str, one: Figure, limit: int, own: str) -> str:
    """ "day", "10,000 residents": what a rate is told for."""
    if many := PER_MANY.search(text, one.end, min(limit, one.end + 60)):
        noun = next((words for words in nouns_of(many["noun"] or "") if is_noun(words)), own)
        return f"{many['n'].lower()} {noun}".strip()
    if every := _EVERY.match(text, one.end):
        return every["every"]
    if per := _PER_ONE.match(text, one.end, limit) or _PER.match(text, one.end):
        return per[1].lower()
    later = _PER_LATER.search(text, one.end, min(limit, one.end + 60))
    return (later["each"] or later["a"]).lower() if later else one.per


_CLOSE = lazy(r"(?:\s[a-z][\w’'-]*){0,4}", re.IGNORECASE)


def per_behind(text: str, end: int) -> int:
    """What a number is told for by the words right behind it: 10,000 for "per 10,000 patients"; 0 for none."""
    found = PER_MANY.search(text, end, min(len(text), end + 60))
    if found is None or not _CLOSE.fullmatch(text, end, found.start()):
        return 0
    return int(value(found["n"].removeprefix("a ").removeprefix("an ")))


def nouns_of(words: str) -> tuple[str, ...]:
    """All words, two words, and the first of them: "members of staff", "full-time officers", "residents"."""
    return (words, words.split()[0]) if words else ()
