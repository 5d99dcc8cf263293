"""Percentages that the counts beside them give: explained, not read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from ..basis.found import Mark
from ..figures.figures import Figure
from .tables import TableRead


def derived_shares(read: TableRead) -> Iterator[Mark]:
    """The percentages of a table that are a count of their row over a total of the table."""
    shares = [f for f in read.figures if f.says.kind == "percent" or f.meaning.percent]
    counts = [f for f in read.figures if f not in shares and _number(f) is not None]
    for share in shares:
        if _is_derived(share, counts):
            yield from (Mark(span, "derived share") for span in share.piece.spans)


def _number(figure: Figure) -> Decimal | None:
    return figure.says.exact


def _is_derived(share: Figure, counts: list[Figure]) -> bool:
    row = [f for f in counts if f.row == share.row or f.column == share.column]
    return any(_is_share(share, part, whole) for part in row for whole in _wholes(part, counts))


def _wholes(part: Figure, counts: list[Figure]) -> Iterator[Decimal]:
    """What a count can be a share of: a printed total of its line, else the sum of its column."""
    lines = [f for f in counts if f.column == part.column or f.row == part.row]
    yield from (_number(f) or Decimal(0) for f in lines if f.is_total)
    yield sum((_number(f) or Decimal(0) for f in counts if f.column == part.column and not f.is_total), Decimal(0))


def _is_share(share: Figure, part: Figure, whole: Decimal) -> bool:
    word = share.says.number
    if word is None or word.value is None or not whole:
        return False
    stated = word.value if "%" in word.text or word.value > 1 else word.value * 100
    exact = (_number(part) or Decimal(0)) * 100 / whole
    unit = Decimal(1).scaleb(min(0, int(stated.as_tuple().exponent)))
    return stated in (exact.quantize(unit, ROUND_HALF_UP), exact.quantize(unit, ROUND_HALF_EVEN))
