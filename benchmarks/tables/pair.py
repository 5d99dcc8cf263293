"""A workbook and its own print-out, as a body sent both: are the rows of the print read as the workbook has them?

    python benchmarks/tables/pair.py [WORKBOOK PRINT --sheet NAME]

Truth: rows of the sheet that verifiably stand on one printed line, the words of all filled cells one after
another. A row is exact if some row of some table found has these cells and no other, in this order. A row that
is not exact is flagged if an issue of the reading names a place on its line. By default the library return of
the real replies.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from foidesk.model import PagePlace, Reading, SheetPlace
from foidesk.readers import read

REPLIES = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "uk-library-returns" / "replies"
Row = tuple[str, ...]


@dataclass
class Compared:
    """How the rows of the sheet come out: all, exact, and those that are neither exact nor flagged."""

    rows: int
    exact: int
    cells: int
    cells_found: int
    unflagged: list[Row]
    flagged: list[Row]


def compare(workbook: Reading, printed: Reading, sheet: str) -> Compared:
    """The rows of the sheet against the tables of the print."""
    lines = lines_of(printed)
    rows = [row for row in rows_of(workbook, sheet) if tight(row) in lines]
    found = [
        tuple(plain(cell.text) for cell in sorted(cells, key=lambda c: c.column) if plain(cell.text))
        for table in printed.tables
        for cells in by_row(table.cells)
    ]
    exact = set(found)
    wrong = [row for row in rows if row not in exact]
    marked = {key for key, at in lines.items() if any(is_flagged(printed, page, y) for page, y in at)}
    every = {cell for row in found for cell in row}
    cells = [cell for row in rows for cell in row]
    return Compared(
        len(rows), len(rows) - len(wrong), len(cells), sum(cell in every for cell in cells),
        [row for row in wrong if tight(row) not in marked], [row for row in wrong if tight(row) in marked],
    )  # fmt: skip


def rows_of(workbook: Reading, sheet: str) -> list[Row]:
    """The filled cells of the sheet, row by row, of rows with two or more."""
    rows: dict[int, dict[int, str]] = defaultdict(dict)
    for word in next(part for part in workbook.parts if part.name == sheet).words:
        if isinstance(word.place, SheetPlace) and plain(word.text):
            rows[word.place.row][word.place.column] = plain(word.text)
    return [tuple(cells[c] for c in sorted(cells)) for _, cells in sorted(rows.items()) if len(cells) > 1]


def by_row(cells):  # type: ignore[no-untyped-def]
    rows = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
    return [rows[r] for r in sorted(rows)]


def plain(text: str) -> str:
    """The text with single spaces, figures without thousands separators."""
    words = " ".join(text.split())
    return words.replace(",", "") if words.replace(",", "").replace(".", "").isdigit() else words


def tight(row: Row) -> str:
    return "".join(row).replace(" ", "").replace(",", "")


def lines_of(printed: Reading) -> dict[str, list[tuple[int, float]]]:
    """The printed lines, their words run together, with page and height."""
    lines: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for part in printed.parts:
        line: list[tuple[float, str]] = []
        at = -99.0
        words = [(w.place.box, w.text) for w in part.words if isinstance(w.place, PagePlace)]
        page = int(part.name.split()[-1])
        for box, text in sorted(words, key=lambda w: (w[0].y0 + w[0].y1, w[0].x0)):
            middle = (box.y0 + box.y1) / 2
            if middle - at > 3 and line:
                lines[tight(tuple(t for _, t in sorted(line)))].append((page, at))
                line = []
            at = middle
            line.append((box.x0, text))
        lines[tight(tuple(t for _, t in sorted(line)))].append((page, at))
    return lines


def is_flagged(printed: Reading, page: int, y: float) -> bool:
    """True if an issue names a place on this line."""
    places = (locator.place for issue in printed.issues for locator in issue.locators)
    return any(isinstance(p, PagePlace) and p.page == page and p.box.y0 - 2 < y < p.box.y1 + 2 for p in places)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workbook", type=Path, nargs="?", default=REPLIES / "BlaenauGwent.xls")
    parser.add_argument("printed", type=Path, nargs="?", default=REPLIES / "BlaenauGwent3.pdf")
    parser.add_argument("--sheet", default="Questionnaire")
    parser.add_argument("--detail", action="store_true")
    options = parser.parse_args()
    readings = [read(path.read_bytes(), path.name).reading for path in (options.workbook, options.printed)]
    result = compare(*readings, options.sheet)
    print(
        f"{result.exact} of {result.rows} rows exact ({result.exact / max(1, result.rows):.1%}), "
        f"{len(result.flagged)} others flagged, {len(result.unflagged)} not; "
        f"cells {result.cells_found} of {result.cells}"
    )
    for row in result.unflagged + result.flagged if options.detail else ():
        print("  ", "flagged" if row in result.flagged else "SILENT ", " | ".join(row)[:150])


if __name__ == "__main__":
    main()
