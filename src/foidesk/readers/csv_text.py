"""CSV, TSV and other delimited text: one sheet, every record a row, blank lines counted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from foidesk.model.protocols import Source

from .basket import Seen
from .decoding import decode
from .delimited import delimiter_of
from .regions import Filled
from .sheets import Sheet, add_sheet

SHEET = "csv"
_FIELD_LIMIT = 1 << 24


def see(source: Source) -> Seen:
    """The records of a delimited text file. Every value is text: a CSV does not say what is a number."""
    text, encoding = decode(source.data)
    seen = Seen(metadata=[("encoding", encoding)])
    stated, text = _stated_delimiter(text.lstrip("\ufeff"))
    delimiter = stated or delimiter_of(text) or ","
    sheet = Sheet(SHEET, cells=list(_cells(text, delimiter, first_row=2 if stated else 1)))
    add_sheet(seen, sheet, source)
    if "\ufffd" in text:
        seen.note("undecodable", "Some characters could not be decoded.", source, "Compare with the original.")
    return seen


def _stated_delimiter(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`, taken off."""
    first, newline, rest = text.partition("\n")
    line = first.strip().strip('"')
    if line.lower().startswith("sep=") and len(line) == 5:
        return line[4], rest
    return "", first + newline + rest


def _cells(text: str, delimiter: str, first_row: int) -> Iterator[Filled]:
    csv.field_size_limit(_FIELD_LIMIT)
    records = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    for row, record in enumerate(records, first_row):
        for column, value in enumerate(record, 1):
            shown = value.strip()
            if shown:
                yield Filled(row, column, shown)
