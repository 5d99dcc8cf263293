"""A figure of what was told just before, at another time or of another body: "two years earlier it was seven"."""

from __future__ import annotations

import re
from dataclasses import replace

from .clause import Clause
from .measures import SHARES
from .periods import Span, labels, shifted_year
from .reading import Asked, Group, Reading

_IT = re.compile(
    r"\b(?:it|that|this|the (?:same )?(?:figure|number|total|share|proportion|rate|tally|count|sum|median|"
    r"average))\s"
    r"(?:had\s)?(?:then\s)?(?:was|were|been|is|stood at|came to|read)\s(?:just\s|only\s|still\s|even\s)*$",
    re.IGNORECASE,
)
"""Right before a bare number: it is of what the words before told."""
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
    if not _IT.search(text[: figure.start]) or not _ENDS.match(text, figure.end):
        return None
    if part.part.categories or part.part.groups:
        return None
    moved = _moved(part, prior)
    return part.asked(moved, kind="number") if moved is not None and moved != prior else None


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
