"""CSV, TSV and other delimited text: one sheet, every record a row, blank lines counted."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from foidesk.model.places import SheetPlace
from foidesk.model.protocols import Source

from .basket import Seen, plural
from .decoding import MIXED, decode
from .delimited import delimiter_of
from .filled import Filled
from .sheets import Sheet, add_sheet

SHEET = "csv"
_FIELD_LIMIT = 1 << 24
MOST = 40  # rows that one issue names


def see(source: Source) -> Seen:
    """The records of a delimited text file. Every value is text: a CSV does not say what is a number."""
    text, encoding = decode(source.data)
    seen = Seen(metadata=[("encoding", encoding)])
    stated, text = _stated_delimiter(text.lstrip("\ufeff"))
    delimiter = stated or delimiter_of(text) or ","
    sheet = Sheet(SHEET, cells=list(_cells(text, delimiter, first_row=2 if stated else 1)))
    add_sheet(seen, sheet, source)
    _note_too_long(seen, sheet, source)
    if encoding == MIXED:
        seen.note("mixed-encoding", "Some lines are in another encoding than others; each was read in its own.",
                  source, "Compare its accents and currency signs with the original.")  # fmt: skip
    _note_unclosed(seen, sheet, text, source)
    _note_misquoted(seen, sheet, text, delimiter, source)
    if "\ufffd" in text:
        seen.note("undecodable", "Some characters could not be decoded.", source, "Compare with the original.")
    return seen


def _note_too_long(seen: Seen, sheet: Sheet, source: Source) -> None:
    """Records longer than the heads that all others keep to: the delimiter stands inside a value, which is cut."""
    ends: dict[int, Filled] = {cell.row: cell for cell in sheet.cells}
    blocks: list[list[Filled]] = []
    for row, cell in ends.items():
        if blocks and blocks[-1][-1].row == row - 1:
            blocks[-1].append(cell)
        else:
            blocks.append([cell])
    long = [cell for block in blocks for cell in _longer(block)]
    if long:
        places = [(SheetPlace(SHEET, c.row, 1, c.row, c.column), c.text) for c in long[:MOST]]
        seen.note("row-too-long", f"{plural(len(long), 'row')} with more fields than there are heads: a value may "
                  "be cut where it holds the delimiter.", source, "Look at these rows in a text editor.",
                  at=places, severity="warning")  # fmt: skip


def _longer(block: list[Filled]) -> list[Filled]:
    """The last fields of the rows longer than the first, if no width is as frequent as the first row's."""
    widths = Counter(cell.column for cell in block)
    heads = block[0].column
    long = [cell for cell in block if cell.column > heads]
    return long if heads > 1 and len(long) <= widths[heads] == max(widths.values()) else []


def _note_unclosed(seen: Seen, sheet: Sheet, text: str, source: Source) -> None:
    """A quotation mark that is opened and never closed swallows all lines behind it into one cell."""
    last = max(sheet.cells, key=lambda cell: (cell.row, cell.column), default=None)
    if last is not None and "\n" in last.text and text.count('"') % 2:
        place = SheetPlace(SHEET, last.row, last.column, last.row, last.column)
        seen.note("unclosed-quote", "A quotation mark is never closed: all lines behind it are one cell.", source,
                  "Look at the file in a text editor, or ask the body to send it again.",
                  at=[(place, last.text[:80])], severity="warning")  # fmt: skip


def _note_misquoted(seen: Seen, sheet: Sheet, text: str, delimiter: str, source: Source) -> None:
    """A quotation mark closed too late, in the next record: two records, or more, are one cell."""
    try:
        for _ in csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        cells = [
            cell for cell in sheet.cells if "\n" in cell.text and ('"' in cell.text or delimiter in cell.text)
        ]
        if cells and not any(issue.kind == "unclosed-quote" for issue in seen.issues):
            places = [(SheetPlace(SHEET, c.row, c.column, c.row, c.column), c.text[:80]) for c in cells[:MOST]]
            what = f"{plural(len(cells), 'cell')} may hold several records: a quotation mark is closed too late."
            then = "Look at these lines in a text editor."
            seen.note("unclosed-quote", what, source, then, at=places, severity="warning")


def _stated_delimiter(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`, taken off."""
    first, newline, rest = text.partition("\n")
    line = first.strip().strip('"')
    if line.lower().startswith("sep=") and len(line) == 5:
        return line[4], rest
    return "", first + newline + rest


def _as_shown(value: str) -> str:
    """What spreadsheets show of a text written as a formula, so that its zeros are kept: `="00123"`."""
    return value[2:-1] if len(value) > 3 and value.startswith('="') and value.endswith('"') else value


def _cells(text: str, delimiter: str, first_row: int) -> Iterator[Filled]:
    csv.field_size_limit(_FIELD_LIMIT)
    records = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    for row, record in enumerate(records, first_row):
        for column, value in enumerate(record, 1):
            shown = _as_shown(value.strip())
            if shown:
                yield Filled(row, column, shown)
