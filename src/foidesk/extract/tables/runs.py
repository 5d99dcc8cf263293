"""Subtotals of a run of rows (or columns) right before them: "Robbery", "Burglary", "Felony subtotal"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..figures.figures import Figure
from .footing import Check, Parts, bounds, sum_text

MOST_PARTS = 12
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """The totals of one row (or column) of totals, and what stands in each column (or row) beside them."""

    along: str
    at: int
    totals: tuple[Figure, ...]
    beside: tuple[tuple[Figure, ...], ...]


def with_runs(figures: Sequence[Figure], checks: Sequence[Check]) -> tuple[Check, ...]:
    """The checks; those of a subtotal that fails are replaced where it is the sum of the lines right before it.

    One and the same run of two lines or more must add up exactly under every one of the subtotal's figures, two of
    which are more than nought: a single sum may come about by chance.
    """
    out = list(checks)
    for along in ("column", "row"):
        lines = {_at(check.total, along) for check in checks if check.line == along and not check.holds}
        for at in sorted(lines):
            mine = [check for check in out if check.line == along and _at(check.total, along) == at]
            run = _run(_line(figures, along, at, mine))
            if run:
                rest = [check for check in out if check not in mine]
                out = [*rest, *(Check(t, parts, along, True, sum_text(parts)) for t, parts in run)]
    return tuple(out)


def _line(figures: Sequence[Figure], along: str, at: int, mine: Sequence[Check]) -> _Line:
    totals = tuple({check.total.key: check.total for check in mine}.values())
    return _Line(along, at, totals, tuple(_before(figures, along, total) for total in totals))


def _before(figures: Sequence[Figure], along: str, total: Figure) -> tuple[Figure, ...]:
    """The figures of the total's column (or row) before it that are no totals of it, the nearest first."""
    measure = total.seen.measure.id if total.seen else None
    same = [
        f for f in figures
        if _across(f, along) == _across(total, along) and _at(f, along) < _at(total, along)
        and not f.meaning.percent and (f.seen.measure.id if f.seen else None) == measure
    ]  # fmt: skip
    out: list[Figure] = []
    for figure in sorted(same, key=lambda f: -_at(f, along)):
        if figure.whole_column if along == "column" else figure.whole_row:
            break
        out.append(figure)
    return tuple(out)


def _run(line: _Line) -> list[tuple[Figure, Parts]]:
    """Each total with the parts of the shortest run that adds up to all of them; [] if none does."""
    wholes = [_exact(total) for total in line.totals]
    if None in wholes or sum(1 for whole in wholes if whole) < _LEAST:
        return []
    starts = sorted({_at(f, line.along) for some in line.beside for f in some}, reverse=True)
    for start in starts[_LEAST - 1 : MOST_PARTS]:
        parts = [tuple(f for f in some if _at(f, line.along) >= start) for some in line.beside]
        if all(_adds(total, some) for total, some in zip(line.totals, parts, strict=True)):
            return list(zip(line.totals, parts, strict=True))
    return []


def _adds(total: Figure, parts: Parts) -> bool:
    held = [_exact(part) for part in parts]
    known = [number for number in held if number is not None]
    return bool(parts) and len(known) == len(held) and sum(known) == _exact(total)


def _exact(figure: Figure) -> Decimal | None:
    held = bounds(figure)
    return held[0] if held is not None and held[0] == held[1] else None


def _at(figure: Figure, along: str) -> int:
    return figure.row if along == "column" else figure.column


def _across(figure: Figure, along: str) -> int:
    return figure.column if along == "column" else figure.row
