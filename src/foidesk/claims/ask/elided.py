"""Bare numbers that take up what a figure before them in the sentence told: of another year, or another body.

"21 days last year, compared with *18* in 2023 and *13* in 2021", "Exampleton 76 per cent, Sampleton *73*": the
noun, the unit and the statistic are those of the figure before. What is named beside the number replaces its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from foidesk.words.figures import Figure

from .clause import Clause, asked_of
from .measures import EVERY, SHARES, best
from .periods import Span, labels, shifted_year
from .reading import Asked, Group, Reading
from .seen import BodySeen
from .sentence import said
from .wording import SET_AGAINST

_SET_BESIDE = re.compile(rf"\b(?:{SET_AGAINST}|than|and|but|or|while|then)\s|[,;:(–—-]\s")
"""What sets a number beside the one before it."""
_BY = re.compile(r"\bby\s(?:just\s|only\s|another\s)?$")
WHOLE = 100
"""Per cent: no share of a whole is more."""
_CHANGES = ("points", "difference", "change")
_OF_BODY = re.compile(r"\s(?:at|in|for|on)\s(?:the\s)?")
_ENDS = re.compile(
    r"\s*(?:[.,;:)–—]|$)|\s(?:(?:back |then |just |only )?(?:in|at|for|by|on|during) (?:the )?(?:year )?[A-Z\d]|"
    r"(?:the|a) (?:year|following)|(?:one|two|three|four|five) years?|and\b|to\b|against\b|compared\b|"
    r"(?:last|this) year)"
)
"""Behind it: nothing more is said of what is counted."""


def elided(part: Clause) -> Asked | None:
    """The figure with the reading of the one before it, moved to its own period or body; None if it has none."""
    prior = _prior(part)
    own = _moved(part, prior) if prior is not None else None
    if own is None or any(own == reading for _, reading in part.state.here):
        return None
    figure = part.figure
    if figure.kind == "count" and (
        own.statistic in ("share", "points") or part.lexicon.kind(own.measure) == "share"
    ):
        kind = "points" if own.statistic == "points" else "percent"
        unit = "percentage points" if kind == "points" else "%"
        figure = replace(figure, kind=kind, unit=unit, step=figure.step or Decimal(1))
    return asked_of(figure, own, kind="change" if own.statistic in _CHANGES else "number")


def _prior(part: Clause) -> Reading | None:
    """What the figure right before told, if this one is bare and nothing else is named between them."""
    figure, text = part.figure, part.one.plain
    if not part.state.here or figure.kind not in ("count", "percent") or not _is_bare(part):
        return None
    before, reading = part.state.here[-1]
    between = text[before.end : figure.start]
    if not _SET_BESIDE.search(between) or part.part.categories or part.part.groups:
        return None
    named = best(said(between), EVERY, part.lexicon)
    if named not in ("", reading.measure) or before.kind in ("rank", "superlative", "date"):
        return None
    if _BY.search(text[: figure.start]):
        change = next((own for _, own in reversed(part.state.here) if own.statistic in _CHANGES), None)
        return change if change is not None and _is_of_kind(figure, change, part) else None
    level = _level(reading)
    return level if level is not None and _is_of_kind(figure, level, part) else None


def _is_bare(part: Clause) -> bool:
    own = part.context.unit and not part.context.inherited and part.figure.kind == "count"
    return not own and bool(_ENDS.match(part.one.plain, part.figure.end))


def _level(reading: Reading) -> Reading | None:
    """The sum or share itself, of a change that was told."""
    if reading.statistic in _CHANGES and reading.other is not None:
        is_share = reading.statistic == "points" and reading.base_measure
        return replace(
            reading.other, statistic="share" if is_share else "total", period=reading.period, direction=0
        )
    return reading if reading.statistic in ("total", "share", "mean") else None


def _is_of_kind(figure: Figure, own: Reading, part: Clause) -> bool:
    """A number of this kind can tell that; numbers of things counted are read by their own words."""
    kind = part.lexicon.kind(own.measure)
    is_share = own.statistic in ("share", "points") or kind == "share"
    if figure.kind in SHARES:
        return is_share
    if is_share and figure.value is not None and figure.value > WHOLE:
        return False
    return is_share or kind in ("duration", "quantity")


def _moved(part: Clause, prior: Reading) -> Reading | None:
    """The reading of the body and the time that stand beside the number."""
    begin, end = part.state.here[-1][0].end, part.part.end
    after = next((one.figure for one in part.parts[part.place + 1 :] if one.figure is not None), None)
    end = min(end, after.start) if after is not None else end
    own = _bodies(part, begin, end)
    if len({seen.body for seen in own}) > 1:
        return None
    if own:
        prior = _of(prior, own[0].body)
    whens = tuple(when for when in part.one.whens if begin <= when.start < end)
    near = tuple(when for when in whens if when.start >= part.figure.end) or whens
    told = Span(prior.period, given=True)
    span = shifted_year(part.one.plain[begin:end], told) or labels(
        near[:1], part.lexicon.definition.period, part.one.text
    )
    if span.bad or (span.earlier and span.earlier != span.later):
        return None
    if span.given and prior.other is None:
        return replace(prior, period=span.label)
    return prior if own or _is_level_of(part, prior) else None


def _bodies(part: Clause, begin: int, end: int) -> list[BodySeen]:
    """The bodies between the figure before and this one, else the one right behind."""
    bodies = [seen for seen in part.one.bodies if begin <= seen.start < end]
    text, figure = part.one.plain, part.figure
    ahead = [seen for seen in bodies if seen.end <= figure.start]
    return ahead or [seen for seen in bodies if _OF_BODY.fullmatch(text[figure.end : seen.start])]


def _of(prior: Reading, body: str) -> Reading:
    group = Group("listed", (body,))
    other = None if prior.other is None else replace(prior.other, group=group)
    return replace(prior, group=group, other=other)


def _is_level_of(part: Clause, prior: Reading) -> bool:
    """ "Lengthened by six minutes, *to 25*": where the change told before has led."""
    before = part.state.here[-1][1]
    text = part.one.plain[part.state.here[-1][0].end : part.figure.start]
    return (
        before.statistic in _CHANGES
        and prior.other is None
        and bool(re.fullmatch(r",?\sto\s(?:just\s|only\s)?", text))
    )
