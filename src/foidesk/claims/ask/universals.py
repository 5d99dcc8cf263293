"""What is said of every body of a group, or of none: "all nine boards had a longer median", "no force refused"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from foidesk.words.figures import Figure

from .any_year import in_any_year
from .counting import LESS, MORE, NO, PREDICATES, limited, yes_no
from .groups import GroupSeen
from .lexicon import Lexicon
from .measures import EVERY, best, tied
from .periods import labels, told_years
from .reading import Asked, Group, Reading
from .sentence import Sentence
from .stems import stems
from .wording import AT_LEAST_ONE, TOGETHER

_UNIVERSAL = re.compile(
    r"\b(?P<how>every(?: single)? one of|each(?: and every| single)? one of|each of|all of|none of|not one of|"
    r"not a single|every single|every|each|all|no|not one)\b(?: (?:the|these|those|our))?(?: \w+)? $",
    re.IGNORECASE,
)
"""Right before a group of which something is said of every one, or of none; one word may stand between."""
_ALL_BUT = re.compile(
    r"\b(?P<how>(?:all|every \w+|each \w+) (?:but|except|bar|save) (?:for )?)(?P<left>\w+)(?: \w+)?(?: of)?"
    r"(?: the)? $",
    re.IGNORECASE,
)
"""Before the number of a group: all of them but so many."""
_NOT = re.compile(r"\bnot $", re.IGNORECASE)
"""Before a universal: fewer than all."""
_NOT_ONE = re.compile(r"\b(?P<how>not) $", re.IGNORECASE)
"""Before "one": none at all."""
_NEAR = 24
"""Characters behind a group in which the verb stands that tells how it ended."""
_OPEN = "it says something of every body, or of none, and the words do not say it in terms of the survey"
_NONE = ("no", "not", "none of", "not one", "not one of", "not a single")
_MOVED = re.compile(
    r"\b(?:(?P<rise>rose|risen|increased|grew|grown|climbed|lengthened|went up|gone up)|"
    r"(?P<fall>fell|fallen|dropped|decreased|declined|shortened|shrank|went down|gone down))\b",
    re.IGNORECASE,
)
"""Verbs of change, without "more" and "less", which may be of a limit."""
_LIMITS = ("fewer than", "at most", "at least", "more than")
_WISH = re.compile(
    r"\b(?:should|must|ought to|call(?:ed|s|ing)? (?:for|on)|urg(?:ed|es|ing)|demand\w*|want(?:s|ed))\b", re.I
)
"""What somebody wants of every body; not what is so."""


def quantified(seen: GroupSeen, one: Sentence) -> re.Match[str] | None:
    """The words before a group, or its number, that say of whom something is told: of every one, or of none."""
    number = seen.figure
    if number is None:
        return _UNIVERSAL.search(one.plain[: seen.start])
    before = one.plain[: number.at]
    if number.value == 1 and number.spelt and (not_one := _NOT_ONE.search(before)):
        return not_one
    return _UNIVERSAL.search(before) or _ALL_BUT.search(before)


def universals(one: Sentence, lexicon: Lexicon) -> list[Asked]:
    """What the sentence says of each body, one claim for each group that it speaks of so."""
    return [
        found
        for seen in one.groups
        if (how := quantified(seen, one)) is not None
        for found in _of(one, lexicon, seen, how)
    ]


def excepted(figure: Figure, one: Sentence) -> bool:
    """True for a number that is no claim of its own: "all but *two* of the nine", "not *one* of them"."""
    for seen in one.groups:
        how = quantified(seen, one)
        if how is not None and how.start() <= figure.at < (seen.end if how.re is _NOT_ONE else how.end()):
            return True
    return False


def _of(one: Sentence, lexicon: Lexicon, seen: GroupSeen, how: re.Match[str]) -> Iterator[Asked]:
    start, end = how.start("how"), seen.end
    negated = _NOT.search(one.plain[:start])
    first = negated.start() if negated else start
    rest = one.plain[:first] + " " * (end - first) + one.plain[end:]
    left = _left_out(one, how)
    reading = _universal(one, lexicon, seen, rest) if left is not None else None
    text = one.plain[start:end]
    if reading is not None and left is not None:
        at, to = (seen.figure.at, seen.figure.to) if seen.figure is not None else (start, end)
        own = Figure(start, end, text, "count", at, to, Decimal(0), hedge="fewer than" if negated else "")
        figure, reading = _counted(own, seen, how, left, reading)
        yield in_any_year(Asked(start, end, text, "majority", figure, (reading,)), one, lexicon)
    elif left is None or _is_open(one, lexicon, seen, rest):
        figure = Figure(start, end, text, "count", start, end, Decimal(0))
        yield Asked(start, end, text, "majority", figure, (), open=_OPEN)


def _counted(
    own: Figure, seen: GroupSeen, how: re.Match[str], left: Decimal, reading: Reading
) -> tuple[Figure, Reading]:
    """How many, or what share, of the bodies it must be so of: none, so many of a number, or all."""
    group = reading.group
    if how["how"].lower().strip() in _NONE:
        group = replace(group, n=None) if how.re is _NOT_ONE else group
        return replace(own, kind="none"), replace(reading, statistic="bodies", group=group)
    if seen.figure is not None and seen.figure.value is not None:
        kind = group.kind if group.kind in ("answered", "given") else "none"
        figure = replace(own, value=seen.figure.value - left, step=Decimal(1))
        return figure, replace(reading, statistic="bodies", group=replace(group, kind=kind, n=None))
    figure = replace(own, kind="percent", unit="%", value=Decimal(100), step=Decimal("0.01"))
    return figure, replace(reading, statistic="share of bodies")


def _left_out(one: Sentence, how: re.Match[str]) -> Decimal | None:
    """How many "all but two" leaves out; None for "all but a few"."""
    if "left" not in how.groupdict():
        return Decimal(0)
    if how["left"].lower() == "one":
        return Decimal(1)
    return next((figure.value for figure in one.figures if figure.at == how.start("left")), None)


def _universal(one: Sentence, lexicon: Lexicon, seen: GroupSeen, rest: str) -> Reading | None:
    """What is said of each body; `rest` is the sentence without the words for the group."""
    if _WISH.search(one.plain):
        return None
    said, group = frozenset(stems(one.bare)), seen.group
    if ended := _ended(seen, rest):
        return ended
    if NO.search(rest):
        found = yes_no(lexicon, rest)
        return Reading("bodies", found[0], {found[1]: (found[2],)}, group) if found else None
    if moved := _moved(one, lexicon, group, said):
        return moved
    years = told_years(one.whens)
    direction = 1 if MORE.search(rest) else -1 if LESS.search(rest) else 0
    if len(years) == 2 and direction:
        measure = best(said, EVERY, lexicon) or best(said, EVERY, lexicon, loose=True)
        own = Reading("bodies", measure, {}, group, years[0], direction=direction)
        return replace(own, other=replace(own, period=years[1])) if measure else None
    if limit := limited(one, seen.end, lexicon, group):
        return limit
    if AT_LEAST_ONE.search(rest):
        span = labels(one.whens, lexicon.definition.period, one.text)
        where = {seen.variable: seen.categories for seen in one.categories}
        measure = best(said, ("count", "quantity"), lexicon)
        return Reading("bodies", measure, where, group, span.label) if measure and not span.bad else None
    if direction:
        return None
    if found := yes_no(lexicon, rest):
        return Reading("bodies", found[0], {found[1]: (found[2],)}, group)
    if one.categories and not _figures_told(one):
        where = {seen.variable: seen.categories for seen in one.categories}
        measure = next(iter(lexicon.measures_of(one.categories[0].variable)), "")
        return Reading("bodies", measure, where, group) if measure else None
    return None


def _moved(one: Sentence, lexicon: Lexicon, group: Group, said: frozenset[str]) -> Reading | None:
    """ "Lengthened at every board between 2022 and 2024": the later year against the earlier."""
    verb = _MOVED.search(one.plain)
    span = labels(one.whens, lexicon.definition.period, one.text)
    if verb is None or not span.earlier or span.earlier >= span.later or span.bad:
        return None
    measure = best(said, EVERY, lexicon) or best(said, EVERY, lexicon, loose=True)
    where = {seen.variable: seen.categories for seen in one.categories}
    own = Reading("bodies", measure, where, group, span.later, direction=1 if verb["rise"] else -1)
    return replace(own, other=replace(own, period=span.earlier)) if measure else None


def _ended(seen: GroupSeen, rest: str) -> Reading | None:
    """How the bodies ended: "all nine answered", "no force refused"."""
    found = [
        (at.start(), name)
        for name, pattern in PREDICATES
        if (at := pattern.search(rest, seen.end, seen.end + _NEAR)) is not None
    ]
    group = replace(seen.group, kind="none", n=None)
    return Reading("bodies", "", {}, group, predicate=min(found)[1]) if found else None


def _is_open(one: Sentence, lexicon: Lexicon, seen: GroupSeen, rest: str) -> bool:
    """True where something of the survey is said of every body and no figure of the sentence says it."""
    if _WISH.search(one.plain) or any(pattern.search(rest) for _, pattern in PREDICATES):
        return False
    moves = bool(_MOVED.search(rest) or MORE.search(rest) or LESS.search(rest))
    told, together = _figures_told(one), TOGETHER.search(one.plain)
    if any(together or not _is_of_each(figure) for figure in told):
        return False
    words = frozenset(stems(one.bare))
    return bool(tied(words, EVERY, lexicon) if told else best(words, EVERY, lexicon, loose=moves))


def _is_of_each(figure: Figure) -> bool:
    """ "All nine cancelled *fewer than a third* of theirs": a part with a limit is told of one after the other."""
    return figure.kind in ("percent", "fraction", "ratio") and figure.hedge in _LIMITS


def _figures_told(one: Sentence) -> list[Figure]:
    """The figures that count something else than the groups: what all of them had together, not each."""
    grouped = [other.figure for other in one.groups]
    return [
        figure
        for figure in one.figures
        if figure.kind != "date" and figure not in grouped and not excepted(figure, one)
    ]
