"""Years by two digits each: "09/10" and "10/11" are financial years, where one alone may be a month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from foidesk.words.periods import PeriodSeen

_SHORT = re.compile(r"(?<![\w./,-])(\d\d)/(\d\d)(?![\w/]|[.,]\d|-\d)")
LEAST = 2


def counts_in_years(texts: Iterable[str]) -> bool:
    """True if all such marks of a document are of years that follow each other, two of them at least."""
    marks = {(int(a), int(b)) for text in texts for a, b in _SHORT.findall(text)}
    firsts = sorted(first for first, _ in marks)
    goes_on = all((first + 1) % 100 == last for first, last in marks)
    return goes_on and len(firsts) >= LEAST and firsts == list(range(firsts[0], firsts[0] + len(firsts)))


def as_years(seen: PeriodSeen) -> PeriodSeen:
    """The period as the financial year that it may be; as it is where its words are no such mark."""
    years = [one for one in seen.readings if one.kind == "financial year"]
    short = seen.period is None and _SHORT.fullmatch(seen.text.strip()) and len(years) == 1
    return replace(seen, period=years[0], readings=(years[0],)) if short else seen
