"""Rates by sizes on file: "33 falls per 10,000 patients" is computed by the recipe that the findings use."""

from __future__ import annotations

import re
from decimal import Decimal

from foidesk.errors import FoideskError
from foidesk.model import Finding, Query
from foidesk.words.figures.pieces import value

from ..evaluate import Bench, sources
from ..reading import Answer, Reading
from .bounds import span_words

_NUMBER = re.compile(
    r"\d[\d,.]*(?:\s?(?:m|million|thousand)\b)?|(?:an? |one )?(?:hundred thousand|hundred|thousand|million)"
)
_LEFT = "so no rate"


def by_size(bench: Bench, asked: Reading) -> Answer:
    """The rate of the bodies that the sentence speaks of; a person is needed where no size fits."""
    wanted = tuple(bench.members(asked.group, asked.measure, asked.where)[0])
    try:
        found = bench.compute(_query(bench, asked, wanted))
    except FoideskError as error:
        return Answer(open=f"{error.what}; {error.next}" if error.next else error.what)
    if found.numerator is None or not found.supports:
        return Answer(
            none=f"there is no {asked.size!r} on file for {', '.join(map(bench.name, wanted[:3])) or 'them'}"
        )
    few = next((caveat for caveat in found.caveats if caveat.startswith("no rate for fewer")), "")
    if few:
        return Answer(open=f"{few}: chance moves a rate of so small a number more than anything else")
    return Answer(
        found.value.lo,
        found.value.hi,
        f"{_words(found.value.lo, found.value.hi)} {found.unit} ({found.population})",
        "rate",
        kind="rate",
        misleading=_untold(found),
        sources=sources(found.supports),
    )


def _query(bench: Bench, asked: Reading, wanted: tuple[str, ...]) -> Query:
    """With the year for which the survey's own findings divide by these sizes, else the only one on file."""
    years = {row.year for row in bench.definition.denominators if row.definition == asked.size}
    own = {
        one.denominator_year
        for one in bench.definition.findings
        if one.denominator == asked.size and one.measure == asked.measure and one.period == asked.period
    } - {""}
    year = next(iter(own)) if len(own) == 1 else next(iter(years)) if len(years) == 1 else ""
    words = _NUMBER.match(asked.per)
    return Query(
        "claim",
        "rate",
        "claim",
        asked.measure,
        where=dict(asked.where),
        bodies=wanted,
        period=asked.period,
        denominator=asked.size,
        denominator_year=year,
        per=int(value(words[0])) if words else 1,
    )


def _untold(found: Finding) -> str:
    """What a reader of the rate is not told: whom it leaves out, and that it is no yearly rate."""
    told = [one for one in found.caveats if _LEFT in one or "no yearly rate" in one]
    return "; ".join(told)


def _words(lo: Decimal, hi: Decimal | None) -> str:
    cent = Decimal("0.01")
    return span_words(lo.quantize(cent), None if hi is None else hi.quantize(cent))
