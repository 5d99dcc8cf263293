"""A figure of what was told just before, at another time or of another body: "two years earlier it was seven"."""

from __future__ import annotations

import re
from dataclasses import replace

from .base_year import base_beside
from .clause import Clause
from .measures import SHARES
from .periods import Span, labels, shifted_year
from .reading import Asked, Group, Reading
from .wording import COMPARES
from .years import is_year

_IT = re.compile(
    r"\b(?:it|that|this|the (?:same )?(?:figure|number|total|share|proportion|rate|tally|count|sum|median|"
    r"average))\s"
    r"(?:had\s)?(?:then\s)?(?:was|were|been|is|stood at|came to|read)\s(?:just\s|only\s|still\s|even\s)*$",
    re.IGNORECASE,
)
"""Right before a bare number: it is of what the words before told."""
_JUST = re.compile(r"\s(?:just\s|only\s|some\s|a mere\s)*", re.IGNORECASE)
_BY = re.compile(
    r",\s(?:or\s)?an?\s(?:(?P<rise>increase|rise|jump|surge|growth)|(?P<fall>decrease|fall|drop|decline|cut))\s"
    r"of\s(?:about\s|around\s|some\s|just\s|over\s|nearly\s|almost\s|more than\s)*$",
    re.IGNORECASE,
)
"""Right before a change that is told again of the two figures in front of it."""
_ENDS = re.compile(
    r"\s*(?:[.,;:)–—]|$|(?:back |then )?(?:in|at|for|by|on) (?:the )?(?:year )?[A-Z\d]|(?:the|a) (?:year|"
    r"following)|(?:two|three|four|five) years|of them\b)"
)
"""Behind it: nothing more is said of what is counted."""
_KINDS = {"total": ("count", "money", "quantity", "duration"), "share": SHARES, "share of bodies": SHARES}


def told_again(part: Clause) -> Asked | None:
    """The figure with the reading told last, moved to its own period or body; None if it is not told so."""
    text, figure = part.one.plain, part.figure
    prior = next((one for one in part.state.priors if _is_of_kind(part, one)), None)
    if prior is None or figure.kind not in (*SHARES, "count", "money", "duration"):
        return None
    ahead = text[: figure.start]
    beside = COMPARES.match(text)
    compares = beside is not None and _JUST.fullmatch(ahead, beside.end()) is not None
    if not (_IT.search(ahead) or compares) or not _ENDS.match(text, figure.end):
        return None
    if part.part.categories or part.part.groups:
        return None
    moved = _moved(part, prior)
    return part.asked(moved, kind="number") if moved is not None and moved != prior else None


def change_again(part: Clause) -> Asked | None:
    """ "From 404 in 2021 to 467 in 2024, *an increase of 16 per cent*": the change between the two told before."""
    found = _BY.search(part.before)
    if (
        found is None
        or part.figure.kind not in ("percent", "fraction", "count", "money")
        or len(part.state.here) < 2
    ):
        return None
    (_, early), (_, late) = part.state.here[-2:][::-1] if _newest_first(part) else part.state.here[-2:]
    same = replace(early, period=late.period) == late
    alike = [own for _, own in part.state.here if replace(own, period=late.period) == late]
    if (
        not same
        or len(alike) != 2
        or early.statistic != "total"
        or not (is_year(early.period) and early.period < late.period)
    ):
        return None
    name = "change" if part.figure.kind in SHARES else "difference"
    base = base_beside(part, late.period)
    other = replace(early, direction=0, period=base or early.period)
    own = replace(late, statistic=name, direction=1 if found["rise"] else -1, other=other)
    return part.asked(own, kind="change")


def _newest_first(part: Clause) -> bool:
    """ "467 in 2024, up from 404 in 2021"."""
    (_, one), (_, two) = part.state.here[-2:]
    return one.period > two.period


def _is_of_kind(part: Clause, prior: Reading) -> bool:
    kind = part.figure.kind
    if prior.statistic == "bodies":
        return kind == "count"
    if prior.statistic == "total":
        typed = part.lexicon.kind(prior.measure)
        bare = kind == "count" and (part.context.inherited or not part.context.unit)
        return kind == typed or (bare and typed in ("count", "duration"))
    return kind in _KINDS.get(prior.statistic, ())


def _moved(part: Clause, prior: Reading) -> Reading | None:
    window = part.lexicon.definition.period
    span = shifted_year(part.part.text, Span(prior.period, given=True)) or labels(
        part.part.whens, window, part.one.text
    )
    if span.bad or (span.earlier and span.earlier != span.later):
        return None
    moved = replace(prior, period=span.label) if span.given else prior
    ids = tuple(dict.fromkeys(seen.body for seen in part.part.bodies))
    if len(ids) > 1 or (ids and prior.statistic not in ("total", "share")):
        return None
    return replace(moved, group=Group("listed", ids)) if ids else moved
