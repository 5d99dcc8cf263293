"""Workbooks printed to PDF by LibreOffice in many styles: are their rows read as the workbook has them?

    python benchmarks/tables/office.py [--count 24] [--first 0] [--detail]

Truth: the filled cells of each row of the workbook. A row is exact if a row of a table found has these cells and
no other, in this order. A row that is not exact is flagged if an issue of the reading names a place on its line.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from pair import by_row, plain
from prints import WORDS

from foidesk.model import Box, Cell, Part, Reading, Word
from foidesk.readers import read

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
GREY, HEAD = PatternFill("solid", fgColor="E8EEF4"), PatternFill("solid", fgColor="9DB2C7")
Row = tuple[str, ...]


class Writer:
    """One sheet in the making."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(f"office {seed}")
        self.book = Workbook()
        self.sheet: Worksheet = self.book.active
        self.columns = self.rng.randint(3, 8)
        self.rows = self.rng.choice([8, 20, 45, 90])
        name = self.rng.choice(["Calibri", "Arial", "Liberation Serif"])
        self.font = Font(name=name, size=self.rng.choice([8, 9, 10, 11]))

    def words(self, low: int, high: int) -> str:
        return " ".join(self.rng.choice(WORDS) for _ in range(self.rng.randint(low, high))).capitalize()

    def value(self, column: int) -> object:
        if self.rng.random() < 0.08:
            return self.rng.choice([None, "-", "N/A", "<5"])
        return (self.rng.randint(0, 99), self.rng.randint(0, 99_999), round(self.rng.random() * 100, 1))[
            column % 3
        ]

    def fill(self, top: int = 1, left: int = 1) -> None:
        """Heads and rows of a plain table: an index, a label, figures."""
        heads = ["Ref", "Category", *(self.words(1, 3) for _ in range(self.columns))]
        for column, text in enumerate(heads):
            self.sheet.cell(top, left + column, text).font = Font(
                name=self.font.name, size=self.font.size, bold=True
            )
        for row in range(1, self.rows + 1):
            values = [row, self.words(1, 4), *(self.value(c) for c in range(self.columns))]
            for column, value in enumerate(values):
                cell = self.sheet.cell(top + row, left + column, value)
                cell.font = self.font
                if isinstance(value, int | float) and column > 1:
                    cell.number_format = "#,##0" if isinstance(value, int) else "0.0"
        self.sheet.column_dimensions[get_column_letter(left + 1)].width = 34

    def each(self, change: Callable[[int, int], None]) -> None:
        for row in range(1, self.sheet.max_row + 1):
            for column in range(1, self.sheet.max_column + 1):
                change(row, column)

    def style(self, row: int, column: int, **styles: object) -> None:
        cell = self.sheet.cell(row, column)
        for name, value in styles.items():
            setattr(cell, name, value)


def ruled(w: Writer) -> None:
    w.fill()
    w.each(lambda r, c: w.style(r, c, border=BOX))


def borderless(w: Writer) -> None:
    w.fill()


def banded(w: Writer) -> None:
    w.fill()
    w.each(lambda r, c: w.style(r, c, fill=HEAD if r == 1 else GREY) if r % 2 else None)


def wrapped(w: Writer) -> None:
    w.columns = min(4, w.columns)
    w.fill()
    for row in range(2, w.sheet.max_row + 1):
        w.sheet.cell(row, 2, w.words(2, 16)).alignment = Alignment(wrap_text=True, vertical="top")
        w.sheet.row_dimensions[row].height = 60
    w.each(lambda r, c: w.style(r, c, border=BOX))


def turned_heads(w: Writer) -> None:
    w.fill()
    for column in range(3, w.sheet.max_column + 1):
        w.sheet.cell(1, column).alignment = Alignment(text_rotation=90)
    w.sheet.row_dimensions[1].height = 110
    w.each(lambda r, c: w.style(r, c, border=BOX))


def merged_heads(w: Writer) -> None:
    w.columns = 6
    w.fill(top=2)
    for left in (3, 5, 7):
        w.sheet.cell(1, left, w.words(1, 2)).alignment = Alignment(horizontal="center")
        w.sheet.merge_cells(start_row=1, start_column=left, end_row=1, end_column=left + 1)
    w.each(lambda r, c: w.style(r, c, border=BOX))


def sideways(w: Writer) -> None:
    w.columns = 9
    w.fill()
    w.sheet.page_setup.orientation = "landscape"
    w.each(lambda r, c: w.style(r, c, border=Border(bottom=THIN)))


def grid_lines(w: Writer) -> None:
    w.fill()
    w.sheet.print_options.gridLines = True


def head_rule(w: Writer) -> None:
    w.fill()
    w.each(lambda r, c: w.style(r, c, border=Border(bottom=Side(style="medium"))) if r == 1 else None)


def form(w: Writer) -> None:
    """Labels and boxes for what is filled in, two to a line."""
    for n in range(1, 15):
        for left in (1, 5):
            w.sheet.cell(2 * n, left, 2 * n + left // 5)
            w.sheet.cell(2 * n, left + 1, w.words(2, 4))
            w.sheet.cell(2 * n, left + 2, w.rng.randint(0, 9999)).border = BOX
    for left in ("B", "F"):
        w.sheet.column_dimensions[left].width = 30
    w.sheet.page_setup.orientation = "landscape"


def titled(w: Writer) -> None:
    w.sheet.cell(1, 1, "Freedom of Information request: " + w.words(3, 6)).font = Font(bold=True, size=13)
    w.sheet.cell(2, 1, w.words(6, 12) + ".").font = w.font
    w.fill(top=4)
    w.sheet.print_title_rows = "4:4"
    w.each(lambda r, c: w.style(r, c, border=BOX) if r > 3 else None)


STYLES = (
    ruled,
    borderless,
    banded,
    wrapped,
    turned_heads,
    merged_heads,
    sideways,
    grid_lines,
    head_rule,
    form,
    titled,
)


@dataclass
class Result:
    """Rows of one style: all, exact, flagged, and examples of those neither."""

    rows: int = 0
    exact: int = 0
    flagged: int = 0
    silent: list[Row] = field(default_factory=list)


def written(folder: Path, first: int, count: int) -> dict[str, Path]:
    """Workbooks of these seeds and, beside them, their print-outs."""
    out = {}
    for seed in range(first, first + count):
        writer, style = Writer(seed), STYLES[seed % len(STYLES)]
        style(writer)
        writer.sheet.page_setup.fitToWidth, writer.sheet.page_setup.fitToHeight = 1, 0
        writer.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        path = folder / f"{style.__name__}-{seed}.xlsx"
        writer.book.save(path)
        out[path.stem] = path
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, out.values()),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return out


def rows_of(reading: Reading) -> list[Row]:
    """The filled cells of each row with two or more, of all tables."""
    found = (
        tuple(plain(c.text) for c in sorted(cells, key=lambda c: c.column) if plain(c.text))
        for table in reading.tables for cells in by_row(table.cells)
    )  # fmt: skip
    return [row for row in found if len(row) > 1]


def compared(workbook: Reading, printed: Reading, into: Result) -> None:
    """Count the rows of one workbook in."""
    found = rows_of(printed)
    for row in rows_of(workbook):
        into.rows += 1
        if row in found:
            into.exact += 1
        elif _is_flagged(row, printed):
            into.flagged += 1
        else:
            into.silent.append(row)


def _is_flagged(row: Row, printed: Reading) -> bool:
    """True if an issue names a place on the printed line, or row of a table, that is most like the row."""
    lines: list[list[Word | Cell]] = [words for part in printed.parts for words in _lines(part)]
    lines += [cells for table in printed.tables for cells in by_row(table.cells)]
    nearest = max(lines, key=lambda words: _likeness(row, words), default=[])
    boxes = [(w.place.page, w.place.box) for w in nearest]
    named = [where.place for issue in printed.issues for where in issue.locators]
    return any(
        place.page == page and place.box.x0 < box.x1 and box.x0 < place.box.x1
        and _shared(place.box, box) > 0.3 * min(place.box.y1 - place.box.y0, box.y1 - box.y0)
        for place in named for page, box in boxes
    )  # fmt: skip


def _shared(a: Box, b: Box) -> float:
    return min(a.y1, b.y1) - max(a.y0, b.y0)


def _lines(part: Part) -> Iterator[list[Word | Cell]]:
    """The words of each line of a printed page."""
    ends = [at for at, letter in enumerate(part.text) if letter == "\n"] + [len(part.text)]
    for start, end in pairwise([-1, *ends]):
        yield [word for word in part.words if start < word.start < end]


def _likeness(row: Row, words: list[Word | Cell]) -> float:
    texts = [plain(" ".join(row)), plain(" ".join(word.text for word in words))]
    return SequenceMatcher(None, *texts, autojunk=False).ratio() if words else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=2 * len(STYLES))
    parser.add_argument("--detail", action="store_true")
    options = parser.parse_args()
    results: dict[str, Result] = {}
    with tempfile.TemporaryDirectory() as made:
        for name, path in written(Path(made), options.first, options.count).items():
            result = results.setdefault(name.split("-")[0], Result())
            pdf = path.with_suffix(".pdf")
            readings = [read(file.read_bytes(), file.name).reading for file in (path, pdf)]
            compared(*readings, result)
    for name, r in results.items():
        print(f"{name:14} {r.exact:5} of {r.rows:5} rows exact, {r.flagged:3} flagged, {len(r.silent):3} neither")
        for row in r.silent[:6] if options.detail else ():
            print("     ", " | ".join(row)[:140])
    rows, exact = sum(r.rows for r in results.values()), sum(r.exact for r in results.values())
    print(f"{'all':14} {exact:5} of {rows:5} ({exact / max(1, rows):.1%})")


if __name__ == "__main__":
    main()
