"""Small sheets, web pages and letters' tables, seeded, printed by LibreOffice and Chromium: rows as their cells?

    python benchmarks/tables/small.py [--count 60] [--first 0] [--detail] [--keep FOLDER]

Two to six columns of counts, sums, shares, dates, codes or words, three to ten rows, mostly without rules: heads
that touch or wrap, figures set right before words set left, "<5" and "n/k" among figures, labels that wrap, cells
set at the top, in the middle or at the bottom. Truth: the filled cells of each row. A row is exact if a row of a
table found has these cells and no other, in this order; "off" if it has, but a cell stands in another column than
the others of its column. What is not exact is flagged if an issue names a place on its line. Web pages and Word
files are also read as they are.
"""

from __future__ import annotations

import argparse
import html
import random
import shutil
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from office import BOX, GREY, HEAD, Row, _is_flagged
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from pair import by_row, plain

from foidesk.model import Reading
from foidesk.readers import read

NOUNS = """permit visit grant fine tenancy audit claim referral survey bench pump ferry orchard kennel ledger
boiler library minibus nursery crossing pension lamp drain tree badge licence hearing beacon harbour
quarry""".split()
KINDS = """annual urgent closed older rural joint open late paid vacant repeat minor pooled central northern mobile
interim disputed""".split()
WORDY = ("text", "code", "date")
SIDES = {"l": "left", "r": "right", "c": "center"}
RULES = {
    "head": "tr.h td{border-bottom:1px solid #000}", "rows": "td{border-bottom:1px solid #ccc}",
    "grid": "td{border:1px solid #444}", "total": "tr:last-child td{border-top:1px solid #000}",
}  # fmt: skip


@dataclass
class Sheet:
    """One table: rows of texts and figures, heads first, and how it is set."""

    name: str
    rows: list[list[object]]
    above: str
    below: str
    printer: str
    kinds: list[str]
    head_side: str
    sides: str
    rules: str
    banded: bool
    wraps: str
    height: str
    size: int
    font: str
    widths: list[float] = field(default_factory=list)

    def side(self, row: int, column: int) -> str | None:
        """left, right, center, or None for what the program does by itself."""
        side = self.head_side if row == 0 else self.sides[column] if self.sides else ""
        return SIDES.get(side)

    def wrapped(self, row: int, column: int) -> bool:
        return ("h" in self.wraps and row == 0) or ("l" in self.wraps and column == 0)


def make(seed: int) -> Sheet:
    """The table of this seed."""
    r = random.Random(f"small {seed}")
    printer, columns, rows = r.choice(["xlsx", "xlsx", "xlsx", "html", "docx"]), r.randint(2, 6), r.randint(3, 10)
    kinds = [
        r.choice("count count count big share money percent text code date small both".split())
        for _ in range(columns)
    ]
    heads = [
        _words(r, 1, 3) if r.random() < 0.75 else r.choice(["2018", "2019/20", "Q1", "Q2", "2021-22"])
        for _ in kinds
    ]
    blank = r.choice([0, 0, 0.12, 0.3])
    body: list[list[object]] = [[_words(r, 1, 3), *(_value(r, k, blank) for k in kinds)] for _ in range(rows)]
    if r.random() < 0.4:
        body.append(["Total", *(None if k in (*WORDY, "share", "percent") else _value(r, k, 0) for k in kinds)])
    sides = "l" + "".join("l" if k in WORDY else "r" if r.random() < 0.85 else "c" for k in kinds)
    sheet = Sheet(
        f"{printer}-{seed}", [[_words(r, 1, 2), *heads], *body],
        _words(r, 2, 6) + f" {r.randint(2015, 2023)}" if r.random() < 0.3 else "",
        f"Note: {_words(r, 4, 9).lower()}." if r.random() < 0.25 else "",
        printer, kinds, r.choice("lcr" if printer != "xlsx" else "lcr-"),
        "" if printer == "xlsx" and r.random() < 0.5 else sides,
        r.choice(["", "", "", "", "", "head", "rows", "total", "grid"]), r.random() < 0.15,
        r.choice(["", "", "h", "l", "hl"]), r.choice(["", "", "top", "center"]), r.choice([9, 10, 11, 12]),
        r.choice(["Calibri", "Arial", "Liberation Serif"]),
    )  # fmt: skip
    _give_widths(sheet, r.choice(["heads", "heads", "body", "between"]), r.random() < 0.5)
    return sheet


def _words(r: random.Random, low: int, high: int) -> str:
    count = r.randint(low, high)
    return " ".join(r.choice(KINDS if n % 2 == 0 and count > 1 else NOUNS) for n in range(count)).capitalize()


def _value(r: random.Random, kind: str, blank: float) -> object:
    if kind not in WORDY and r.random() < blank:
        return r.choice(["<5", "*", "-", None, "N/A", "n/k"])
    return {
        "count": lambda: r.randint(0, 300), "big": lambda: r.randint(100, 90_000),
        "small": lambda: r.randint(0, 9), "share": lambda: round(r.random() * 90, 1),
        "money": lambda: f"£{r.randint(10, 99_999):,}.{r.randint(0, 99):02}",
        "percent": lambda: f"{r.random() * 100:.1f}%", "text": lambda: _words(r, 1, 4),
        "code": lambda: f"{r.choice('ABCDEFG')}{r.randint(100, 999)}",
        "date": lambda: f"{r.randint(1, 28):02}/{r.randint(1, 12):02}/20{r.randint(15, 23)}",
        "both": lambda: f"{r.randint(0, 99)} ({r.randint(0, 99)}%)",
    }[kind]()  # fmt: skip


def _give_widths(sheet: Sheet, fit: str, some: bool) -> None:
    """Columns as wide as their heads, their cells, or between, in letters."""
    for column in range(len(sheet.rows[0])):
        head, *body = [len(shown(row[column])) for row in sheet.rows]
        wide = max(head, *body) + 1.5 if fit == "heads" else max(body) + 1
        wide = wide if fit != "between" else max(wide, min(head * 0.8, wide + 2))
        sheet.widths.append(min(max(4, wide), 12) if column == 0 and "l" in sheet.wraps else max(4, wide))
    if sheet.printer != "xlsx" and some:
        sheet.widths = []


def shown(value: object) -> str:
    """What is printed of a cell."""
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}" if isinstance(value, float) else str(value)


# ------------------------------------------------------------------ printers


def as_xlsx(sheet: Sheet, path: Path) -> None:
    book = Workbook()
    page: Worksheet = book.active
    top = 3 if sheet.above else 1
    if sheet.above:
        page.cell(1, 1, sheet.above)
    for n, row in enumerate(sheet.rows):
        lines = 1
        for c, value in enumerate(row):
            cell = page.cell(top + n, c + 1, value)
            cell.font = Font(name=sheet.font, size=sheet.size, bold=n == 0)
            if isinstance(value, int | float):
                cell.number_format = "#,##0" if isinstance(value, int) else "0.0"
            wrap = sheet.wrapped(n, c)
            cell.alignment = Alignment(
                horizontal=sheet.side(n, c), wrap_text=wrap, vertical=sheet.height or "bottom"
            )
            if sheet.banded and n % 2 == 0:
                cell.fill = HEAD if n == 0 else GREY
            cell.border = _border(sheet, n)
            lines = max(lines, ceil(len(shown(value)) * 1.15 / sheet.widths[c]) if wrap else 1)
        if lines > 1:
            page.row_dimensions[top + n].height = lines * sheet.size * 1.4
    for c, width in enumerate(sheet.widths):
        page.column_dimensions[get_column_letter(c + 1)].width = width
    if sheet.below:
        page.cell(top + len(sheet.rows), 1, sheet.below)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    book.save(path)


def _border(sheet: Sheet, row: int) -> Border:
    line, last = Side(style="thin"), len(sheet.rows) - 1
    if sheet.rules == "grid":
        return BOX
    if sheet.rules == "total" and row == last:
        return Border(top=line)
    return Border(bottom=line) if sheet.rules == "rows" or (sheet.rules == "head" and row == 0) else Border()


def as_docx(sheet: Sheet, path: Path) -> None:
    document = docx.Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = sheet.font, Pt(sheet.size)
    if sheet.above:
        document.add_paragraph(sheet.above)
    table = document.add_table(len(sheet.rows), len(sheet.rows[0]))
    table.style = "Table Grid" if sheet.rules == "grid" else "Normal Table"
    table.autofit = not sheet.widths
    for n, row in enumerate(sheet.rows):
        for c, value in enumerate(row):
            cell = table.cell(n, c)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(shown(value)).bold = n == 0
            paragraph.alignment = WD_ALIGN_PARAGRAPH[(sheet.side(n, c) or "left").upper()]
            if sheet.widths:
                cell.width = Cm(max(1.3, sheet.widths[c] * 0.22))
    if sheet.below:
        document.add_paragraph(sheet.below)
    document.save(path)


def as_html(sheet: Sheet, path: Path) -> None:
    pad = random.Random(sheet.name).choice(["0 2px", "1px 4px", "2px 8px", "1px 1px"])
    rows = []
    for n, row in enumerate(sheet.rows):
        cells = (
            f'<td style="text-align:{sheet.side(n, c) or "left"}'
            + (f";width:{int(sheet.widths[c] * 7)}px" if sheet.widths else "")
            + f'">{html.escape(shown(value))}</td>'
            for c, value in enumerate(row)
        )
        rows.append(f'<tr class="{"h" if n == 0 else ""}">{"".join(cells)}</tr>')
    band = "tr:nth-child(odd) td{background:#eee}" if sheet.banded else ""
    style = (
        f"body{{font:{sheet.size}pt '{sheet.font}'}} table{{border-collapse:collapse}} td{{padding:{pad}}}"
        f"tr.h td{{font-weight:bold}} {RULES.get(sheet.rules, '')} {band}"
    )
    path.write_text(
        f"<style>{style}</style><p>{sheet.above}</p><table>{''.join(rows)}</table><p>{sheet.below}</p>", "utf-8"
    )


WRITERS: dict[str, Callable[[Sheet, Path], None]] = {"xlsx": as_xlsx, "docx": as_docx, "html": as_html}


def printed(sheets: list[Sheet], folder: Path) -> None:
    """Each sheet in its own format and, beside it, its print."""
    for sheet in sheets:
        WRITERS[sheet.printer](sheet, folder / f"{sheet.name}.{sheet.printer}")
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for suffix in ("xlsx", "docx"):
        paths = [str(folder / f"{s.name}.{suffix}") for s in sheets if s.printer == suffix]
        command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *paths]
        if paths:
            subprocess.run(command, check=True, capture_output=True, timeout=600)
    _by_chromium([folder / f"{s.name}.html" for s in sheets if s.printer == "html"])


def _by_chromium(paths: list[Path]) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        for path in paths:
            page.set_content(path.read_text("utf-8"))
            margin = dict.fromkeys(("top", "bottom", "left", "right"), "0.7in")
            page.pdf(path=str(path.with_suffix(".pdf")), format="A4", print_background=True, margin=margin)
        browser.close()


# ------------------------------------------------------------------ score


@dataclass
class Result:
    """Rows of one kind of file: exact, flagged, off by a column, and those neither exact nor flagged."""

    exact: int = 0
    flagged: int = 0
    off: int = 0
    silent: list[Row] = field(default_factory=list)


def compared(sheet: Sheet, reading: Reading, into: Result) -> None:
    """Count the rows of the sheet in."""
    found = [(_filled(cells), [c.column for c in cells if plain(c.text)]) for cells in _rows(reading)]
    columns: dict[int, Counter[int]] = defaultdict(Counter)
    seen: list[tuple[Row, list[tuple[int, int]]]] = []
    for row in sheet.rows:
        cells = [(c, plain(shown(value))) for c, value in enumerate(row) if plain(shown(value))]
        texts = tuple(_whole(text) for _, text in cells)
        if len(texts) < 2:
            continue
        own = next((at for known, at in found if known == texts), None)
        if own is not None:
            into.exact += 1
            pairs = list(zip([c for c, _ in cells], own, strict=True))
            seen.append((texts, pairs))
            for c, at in pairs:
                columns[c][at] += 1
        elif _is_flagged(texts, reading):
            into.flagged += 1
        else:
            into.silent.append(texts)
    for texts, pairs in seen:
        other = any(columns[c].most_common(1)[0][0] != at for c, at in pairs)
        into.off += other and not _is_flagged(texts, reading)


def _rows(reading: Reading) -> Iterator[list]:  # type: ignore[type-arg]
    for table in reading.tables:
        yield from (sorted(cells, key=lambda c: c.column) for cells in by_row(table.cells))


def _filled(cells: list) -> Row:  # type: ignore[type-arg]
    return tuple(_whole(plain(c.text)) for c in cells if plain(c.text))


def _whole(text: str) -> str:
    return text.replace("- ", "-")  # a line may end at a hyphen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--detail", action="store_true")
    parser.add_argument("--keep", type=Path, help="a folder for the files")
    options = parser.parse_args()
    sheets = [make(seed) for seed in range(options.first, options.first + options.count)]
    results: dict[str, Result] = defaultdict(Result)
    with tempfile.TemporaryDirectory() as made:
        folder = options.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        printed(sheets, folder)
        for sheet in sheets:
            for suffix in (
                "pdf",
                *(["html"] if sheet.printer == "html" else ["docx"] * (sheet.printer == "docx")),
            ):
                path = folder / f"{sheet.name}.{suffix}"
                kind = sheet.printer if suffix != "pdf" else f"{sheet.printer} to pdf"
                before = len(results[kind].silent)
                compared(sheet, read(path.read_bytes(), path.name).reading, results[kind])
                for row in results[kind].silent[before:] if options.detail else ():
                    print(f"   {path.name:16} {' | '.join(row)[:120]}")
    for kind, r in sorted(results.items()):
        rows = r.exact + r.flagged + len(r.silent)
        left = f"{len(r.silent):4} neither, {r.off:3} off"
        print(f"{kind:12} {rows:5} rows: {r.exact:5} exact, {r.flagged:4} flagged, {left}")


if __name__ == "__main__":
    main()
