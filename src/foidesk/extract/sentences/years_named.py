"""Figures in the order of years that stand elsewhere: "£1,200, £950 and £2,100 respectively" below three years.

The years are those of the sentence before, or of the question over the answer. A figure before them is a total
only if it is their sum.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from foidesk.model.periods import Period
from foidesk.words.numbers import NumberWord

from ..basis.ground import Ground
from ..basis.near import all_lines, ask
from ..figures.seen import Seen
from .clause import Clause
from .series import VERB, apart

_LIST = re.compile(r"\s*(?:,|;|,?\s*(?:and|und)|&|/)\s*(?:then\s+)?", re.IGNORECASE)
_RESPECTIVELY = re.compile(
    r"\brespectively\b|\bin\s+that\s+order\b|\bjeweils\b"
    r"|\b(?:in|for|over|during)\s+(?:each\s+of\s+)?(?:those|these|the\s+same)\s+(?:\w+\s+){0,2}years\b"
    r"|\bin\s+(?:den|diesen|denselben)\s+(?:\w+\s+){0,2}jahren\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:[\s,]*(?:respectively|in\s+that\s+order|(?:in|for|over|during)\s+(?:those|these|the\s+same)\s+(?:\w+\s+){0,2}years|euro|eur|pounds))*\W*",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;,.]\s|[;,.]$|\s[–—-]\s")
_EACH = re.compile(r"\b(?:each|every|per|by|annual\w*|yearly|je|jede[mnrs]?|pro|jeweils)\b", re.IGNORECASE)
_YEARS = re.compile(r"\s*(?:\w+\s+)?(?:years?|jahren?)\b", re.IGNORECASE)
Years = tuple[Period, ...]


def years_told(ground: Ground, text: str) -> Years:
    """The years that a text names, two or more, one after the other; () if none, or if any is unsure."""
    found = [one.period for seen in ground.period_in(text) for one in apart(seen)]
    named = dict.fromkeys(one for one in found if one is not None)
    years = tuple(one for one in named if not any(other.inside(one) for other in named if other != one))
    rising = all(one.end <= other.start for one, other in pairwise(years))
    return years if len(years) > 1 and None not in found and rising else ()


def years_asked(ground: Ground, question: str) -> Years:
    """The years that a question asks about one by one; of "in each of these years" those named first."""
    asked = ask(ground, question)
    if asked is None:
        return ()
    own = years_told(ground, asked.text)
    if own or ground.period_in(asked.text) or not _EACH.search(asked.text):
        return own
    return next((years for q in ground.context.questions if (years := years_told(ground, q.text))), ())


def years_of_survey(ground: Ground) -> Years:
    """The years that the questions ask about one by one; () where the reply tells years from the last on."""
    if ground.memo.get("falling years", lambda: _falls(ground)):
        return ()
    return next((years for q in ground.context.questions if (years := years_told(ground, q.text))), ())


def _falls(ground: Ground) -> bool:
    """True if years of the reply are followed by the one before them more often than by the one behind."""
    days = [one.period for _, _, piece in all_lines(ground) for one in ground.period_in(piece.text) if one.period]
    steps = [other.start.year - one.start.year for one, other in pairwise(days)]
    return steps.count(-1) > steps.count(1)


def in_survey_order(seen: Seen, years: Years) -> list[Clause]:
    """As `in_their_order` for the years that the survey asks about, where nothing follows the figures.

    "£2,100, £2,450 and £1,900 respectively at the north, east and west sites" are no figures of years.
    """
    last = seen.numbers[-1].end if seen.numbers else 0
    return in_their_order(seen, years, False) if _ENDS.fullmatch(seen.text[last:]) else []


def in_their_order(seen: Seen, years: Years, asked: bool) -> list[Clause]:
    """A clause for each of as many figures as there are years, and one for their sum before them; [] if none such.

    `asked`: the years are those of the question over the sentence, which then may say no more than the figures.
    """
    if len(years) < 2 or seen.periods or seen.categories or len(seen.numbers) < len(years):
        return []
    numbers = [word for word in seen.numbers if not _counts_years(seen, word, len(years))]
    numbers = _in_one_coin(numbers)
    held, before = numbers[-len(years) :], numbers[: -len(years)]
    if len(held) < len(years) or len({word.kind for word in numbers}) > 1 or not _listed(seen.text, held):
        return []
    in_order = _RESPECTIVELY.search(seen.text) and (not asked or _ENDS.fullmatch(seen.text[held[-1].end :]))
    if not (in_order or (asked and _says_no_more(seen, held))):
        return []
    whole = sum((word.exact or Decimal(0) for word in held), Decimal(0))
    if len(before) > 1 or any(word.exact is None for word in held) or any(one.exact != whole for one in before):
        return []
    nouns = seen.nouns[:1] if len({noun.measure for noun in seen.nouns}) == 1 else ()
    gap = _beside(seen, held) if nouns else ""
    told = [Clause(word.start, word.end, word, nouns, bare=not nouns, gap=gap) for word in before]
    return told + [
        Clause(word.start, word.end, word, nouns, (), when, None, not nouns, gap=gap, listed=bool(nouns))
        for word, when in zip(held, years, strict=True)
    ]


def _beside(seen: Seen, held: Sequence[NumberWord]) -> str:
    """The words besides noun and figures: "reports led to 12 and 15 warnings" counts warnings."""
    signs = list(seen.text)
    known = [*((one.start, one.end) for one in seen.nouns), *((one.start, one.end) for one in seen.numbers)]
    for start, end in known:
        signs[start:end] = " " * (end - start)
    bare = _RESPECTIVELY.sub(lambda found: " " * len(found[0]), "".join(signs))
    stop = _STOP.search(bare, held[-1].end)
    return VERB.sub(" ", bare[: stop.start() if stop else len(bare)])


def _counts_years(seen: Seen, word: NumberWord, count: int) -> bool:
    return word.exact == count and _YEARS.match(seen.text, word.end) is not None


def _in_one_coin(words: list[NumberWord]) -> list[NumberWord]:
    """The sums of "18.000, 16.500 und 21.250 Euro", whose coin stands behind the last of them only."""
    last = words[-1] if words else None
    if (
        last is None
        or last.kind != "money"
        or any(word.kind not in ("money", "integer", "decimal") for word in words)
    ):
        return words
    return [word if word.kind == "money" else replace(word, kind="money", unit=last.unit) for word in words]


def _listed(text: str, words: Sequence[NumberWord]) -> bool:
    return all(_LIST.fullmatch(text[one.end : other.start]) for one, other in pairwise(words))


def _says_no_more(seen: Seen, held: Sequence[NumberWord]) -> bool:
    rest = seen.text[: held[0].start] + seen.text[held[-1].end :]
    return not re.search(r"\w", rest)
