"""Tables of percentages alone: the share of all cases that is of each kind, as its rounding leaves it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

from foidesk.model.periods import Period
from foidesk.words.normal import normalise

from ..basis.found import Found, Mark, together
from ..basis.ground import Ground
from ..basis.plain import NOT_OURS, OF_THE_REST, PLAIN
from ..figures.emit import Statement, observation, read_marks
from ..figures.figures import Figure
from ..figures.rounded_shares import rounded_share
from ..figures.seen import look
from ..layout.over import pieces_over
from .narrower import own_words
from .tables import TableRead

SHARE_WORDS = frozenset(normalise("% per cent percent pct percentage percentages share shares proportion").split())
FEWEST = 2
_SOME = re.compile(r"\b(?:only|just|last|latest|most recent|first|nur|letzte\w*|erste\w*)\b", re.IGNORECASE)


def told_shares(ground: Ground, read: TableRead, rule: Callable[[Figure], str]) -> Found:
    """The percentages of a table that holds nothing else, names what they are of, and in which they make 100.

    "Percentage of complaints" over kinds of one variable that add to 100 as far as they are rounded: each is a
    share of all complaints. Of any other table the percentages stay open. `rule` is what accepts a figure.
    """
    cents = [figure for figure in read.figures if not figure.says.is_hole]
    parts = [figure for figure in cents if not figure.is_total]
    if not parts or not all(_is_cent(figure) for figure in cents) or not _are_of_all(ground, parts):
        return Found()
    found = [_found(ground, read, figure, rule(figure)) for figure in parts]
    if not all(one.observations for one in found) or _is_narrowed(ground, read, parts):
        return Found()
    totals = [Mark(span, "derived share") for figure in cents if figure.is_total for span in figure.piece.spans]
    return together(found) + Found(marks=tuple(totals))


def _is_narrowed(ground: Ground, read: TableRead, parts: Sequence[Figure]) -> bool:
    """True if the words over the table may make it one of some cases only."""
    title = next(pieces_over(ground, read.layout), None)
    measures = {figure.seen.measure.id for figure in parts if figure.seen is not None}
    if title is None:
        return False
    if _SOME.search(title.text) or NOT_OURS.search(title.text) or OF_THE_REST.search(title.text):
        return True
    return any(word for id in measures for word in own_words(ground, title.text, id))


def _is_cent(figure: Figure) -> bool:
    is_cent = figure.says.kind in ("number", "percent") and (figure.meaning.percent or figure.is_share)
    return is_cent and figure.seen is not None and figure.seen.measure.type == "count"


def _are_of_all(ground: Ground, parts: Sequence[Figure]) -> bool:
    """True if they are of one variable, of all cases by their heading, and make 100 of each of their days."""
    names = {tuple(name for name, _ in figure.meaning.where) for figure in parts}
    if len(names) != 1 or len(names.pop()) != 1 or not all(_names_all(ground, figure) for figure in parts):
        return False
    by_days: dict[Period | None, list[Figure]] = defaultdict(list)
    for figure in parts:
        by_days[figure.meaning.period].append(figure)
    return all(_make_a_hundred(figures) for figures in by_days.values())


def _names_all(ground: Ground, figure: Figure) -> bool:
    """True if the words over it say that it is a share of what is counted, and of no part of that."""
    piece = figure.seen.piece if figure.seen is not None and figure.seen.rule == "named" else None
    if piece is None or figure.unknown:
        return False
    seen = look(ground, piece.text)
    nouns = [(noun.start, noun.end) for noun in seen.nouns]
    rest = piece.text
    for start, end in sorted(nouns, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    words = set(normalise(rest.replace("%", " percent ")).split())
    limits = (
        seen.numbers or seen.periods or NOT_OURS.search(rest.replace("per cent", "")) or OF_THE_REST.search(rest)
    )
    return bool(nouns and words & SHARE_WORDS) and not limits and words <= PLAIN | SHARE_WORDS


def _make_a_hundred(figures: Sequence[Figure]) -> bool:
    """True if they add to 100, give or take half of the last place of each."""
    told = [figure.says.number.value if figure.says.number is not None else None for figure in figures]
    if len(told) < FEWEST or None in told:
        return False
    known = [number for number in told if number is not None]
    halves = [Decimal(1).scaleb(min(0, int(number.as_tuple().exponent))) / 2 for number in known]
    return abs(sum(known, Decimal(0)) - 100) <= sum(halves, Decimal(0))


def _found(ground: Ground, read: TableRead, figure: Figure, rule: str) -> Found:
    assert figure.seen is not None and figure.says.number is not None
    value = rounded_share(figure.says.number, f"of {figure.seen.measure.unit}")
    if value is None:
        return Found()
    made = observation(ground, read.table, Statement(figure, value, rule))
    return Found((made,), marks=read_marks(made, figure))
