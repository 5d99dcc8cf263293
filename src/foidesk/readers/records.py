"""Tables inside running text that stand as records: "Complaints: 29", "Year: 2021", "Complaints: 18", ...

They are taken apart only where the year of a record stands below its figures: whoever reads line by line would
give each figure the year of the record above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .linecells import LineCell, Rows

_LINE = re.compile(r"(?P<label>[^\W\d][^:\n]{0,60}?)\s*:\s+(?P<value>\S.*)")
_MOST = 8
_FEWEST = 2


def record_tables(lines: Sequence[LineCell]) -> Iterator[Rows]:
    """The tables of which the lines are records: the labels of the first as head, then a row of values each."""
    at = 0
    while at < len(lines):
        pairs = _pairs(lines, at)
        width = _width([label.text.lower() for label, _ in pairs])
        if not width or not _dated_below([value for _, value in pairs], width):
            at += max(len(pairs), 1)
            continue
        yield tuple(
            tuple(enumerate(cells))
            for cells in (
                [label for label, _ in pairs[:width]],
                *([value for _, value in pairs[n : n + width]] for n in range(0, len(pairs), width)),
            )
        )
        at += len(pairs)


def _pairs(lines: Sequence[LineCell], at: int) -> list[tuple[LineCell, LineCell]]:
    """The labels and values of the lines that have both, up to the first that has not."""
    out = []
    for line in lines[at:]:
        found = _LINE.fullmatch(line.text)
        if found is None:
            break
        label = LineCell(line.start, line.start + found.end("label"), found["label"], line.apart)
        out.append((label, LineCell(line.start + found.start("value"), line.end, found["value"])))
    return out


def _width(labels: Sequence[str]) -> int:
    """How many labels come again and again in one order, to the end; 0 if none do."""
    for width in range(2, min(_MOST, len(labels) // _FEWEST) + 1):
        whole = len(labels) % width == 0 and len(set(labels[:width])) == width
        if whole and all(label == labels[n % width] for n, label in enumerate(labels)):
            return width
    return 0


def _dated_below(values: Sequence[LineCell], width: int) -> bool:
    """True if all values of one label, not the first, are years, and all of one above it are figures."""
    columns = [values[n::width] for n in range(width)]
    years = next((n for n, column in enumerate(columns) if all(cell.is_year for cell in column)), 0)
    return any(all(cell.is_figure for cell in column) for column in columns[:years])
