"""What a figure counts, for whom and when: read off the words around it, without a survey."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..lazy import lazy
from .dated import period_of
from .dating import When
from .entities import CLAUSE, carried, entity
from .figure import Figure
from .nouns import is_change, unit_before, unit_of
from .pieces import value
from .rates import MANY, is_noun

_PER = lazy(
    r"\s(?:a|an|per|every|each)\s(second|minute|hour|day|night|week|fortnight|month|year|head|"
    r"person|officer|request|"
    r"case|patient|pupil|household|resident|1,000|10,000|100,000|million)\b(?! (?:ago|earlier|"
    r"later|before|after|old))",
    re.IGNORECASE,
)
PER_MANY = lazy(
    rf"\s(?:per|(?:in|for|out of) (?:every|each))\s(?P<n>{MANY})\b"
    r"(?:\s(?P<noun>[a-z][\w-]*[a-z](?: [a-z-]+s\b)?))?",
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


@dataclass(frozen=True, slots=True)
class Context:
    """Words about a figure: `unit` that is counted, `measure` in the clause's words, `entity`, `period`, `per`.

    `inherited` is true where the unit stands in an earlier figure ("55 were dismissed").
    """

    unit: str = ""
    measure: str = ""
    entity: str = ""
    period: str = ""
    per: str = ""
    inherited: bool = False
    sentence: tuple[int, int] = (0, 0)


def contexts(
    text: str, figures: Iterable[Figure], dates: tuple[When, ...], spans: tuple[tuple[int, int], ...]
) -> tuple[Context, ...]:
    """One context for each figure, in their order; `spans` are the sentences of the text."""
    starts = [start for start, _ in spans]
    found: list[Context] = []
    every = list(figures)
    unit, whom, of = "", "", (0, 0)
    measured = ("", (0, 0))
    for place, one in enumerate(every):
        at = max(0, bisect_right(starts, one.at) - 1)
        sentence = spans[at] if spans else (0, len(text))
        later = [other.start for other in every[place + 1 :] if one.end <= other.start < sentence[1]]
        limit = min(later, default=sentence[1])
        last = at > 0 and any(context.sentence == spans[at - 1] for context in found[-6:])
        context = _context(
            text,
            one,
            sentence,
            limit,
            dates,
            unit if found and (found[-1].sentence == sentence or last) else "",
            of == sentence,
            whom,
        )
        if (
            one.kind == "count"
            and context.inherited
            and measured[1] == sentence
            and _AMONG.search(text[: one.start])
        ):
            context = replace(context, unit=measured[0])
        if one.kind == "duration" and not any(when.start == one.start for when in dates):
            measured = (one.unit, sentence)
        found.append(context)
        if one.kind in ("count", "several", "none", "fraction", "ratio", "majority") and context.unit:
            unit, of = context.unit, sentence
        whom = context.entity if context.entity and one.kind != "date" else whom
    return tuple(found)


def _context(
    text: str,
    one: Figure,
    sentence: tuple[int, int],
    limit: int,
    dates: tuple[When, ...],
    told: str,
    same: bool,
    before: str,
) -> Context:
    own, end = unit_of(text, one, sentence, limit)
    if not own and (here := unit_before(text, one, sentence)):
        told, same = here, True
    per = _per(text, one, limit, own or told)
    if own and per and f" {per}" in own.lower():
        own = own[: own.lower().index(per)].rsplit(" ", 1)[0].strip()
    changes = one.kind == "percent" and is_change(text, one)
    inherited = (
        not own
        and bool(told)
        and not changes
        and one.kind not in _OWN_UNIT
        and (same or one.kind not in _OF_SENTENCE)
    )
    return Context(
        unit=own or (told if inherited else ""),
        measure=_measure(text, one, sentence, end, limit),
        entity=entity(text, one, sentence) or carried(text, sentence, before),
        period=period_of(one, sentence, dates, text),
        per=per,
        inherited=inherited,
        sentence=sentence,
    )


def _per(text: str, one: Figure, limit: int, own: str) -> str:
    """ "day", "10,000 residents": what a rate is told for."""
    if many := PER_MANY.search(text, one.end, min(limit, one.end + 60)):
        noun = next((words for words in nouns_of(many["noun"] or "") if is_noun(words)), own)
        return f"{many['n'].lower()} {noun}".strip()
    per = (
        _PER_ONE.match(text, one.end, limit)
        or _PER.match(text, one.end)
        or _PER.search(text, one.end, min(limit, one.end + 60))
    )
    return per[1].lower() if per else one.per


_CLOSE = lazy(r"(?:\s[a-z][\w’'-]*){0,4}", re.IGNORECASE)


def per_behind(text: str, end: int) -> int:
    """What a number is told for by the words right behind it: 10,000 for "per 10,000 patients"; 0 for none."""
    found = PER_MANY.search(text, end, min(len(text), end + 60))
    if found is None or not _CLOSE.fullmatch(text, end, found.start()):
        return 0
    return int(value(found["n"].removeprefix("a ").removeprefix("an ")))


def nouns_of(words: str) -> tuple[str, ...]:
    """Two words, and the first of them: "full-time officers", "residents"."""
    return (words, words.split()[0]) if words else ()


def _measure(text: str, one: Figure, sentence: tuple[int, int], unit_end: int, limit: int) -> str:
    """The clause around the figure in its own words, the number left out."""
    cuts = [found.end() for found in CLAUSE.finditer(text, sentence[0], one.start)]
    begin = max([sentence[0], *cuts])
    before = text[begin : one.start].split()[-5:]
    stop = CLAUSE.search(text, max(one.end, unit_end), sentence[1])
    end = min(stop.start() if stop else sentence[1], sentence[1])
    after = text[one.end : end].split()[:10]
    return " ".join((*before, *after)).strip(' ,.;:()"“”')
