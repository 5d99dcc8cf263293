"""XLSB: binary Excel workbooks; values by calamine, what is hidden and how numbers show by our own records."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from foidesk.errors import UnreadableDocument
from foidesk.model.protocols import Source

from .basket import Seen
from .filled import Filled
from .numberformat import plain, show
from .packages import Package
from .refusals import cut, locked
from .sheets import Sheet, add_sheet
from .xlsb_layout import Layout, layouts_of

MOST = 40_000_000
"""Cells of one sheet, blank ones counted: the fast reader makes them all."""


def see(source: Source, unsealed: bool = False) -> Seen:
    """The sheets of a binary workbook; formulas cannot be seen."""
    import python_calamine as calamine

    seen = Seen()
    try:
        book = calamine.load_workbook(io.BytesIO(source.data))
        layouts = layouts_of(Package(source.data, source.name))
        for entry in book.sheets_metadata:
            layout = layouts.get(entry.name, Layout())
            if layout.area > MOST:
                what = f"the sheet {entry.name!r} spans {layout.area:,} cells, nearly all of them blank"
                raise UnreadableDocument(what, where=source.name, next="Save it as .xlsx and add that file.")
            add_sheet(seen, _sheet(book, entry, calamine, layout), source, unsealed)
    except calamine.PasswordError as error:
        raise locked(source.name) from error
    except (calamine.CalamineError, OSError) as error:
        raise cut(source.name) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # how calamine gives up over damage; no Exception
            raise cut(source.name) from error
        raise
    seen.note("values-only", "The format hides its formulas from the reader.", source,
              "Save it as .xlsx and compare if a figure looks odd.")  # fmt: skip
    return seen


def _sheet(book: Any, entry: Any, calamine: Any, layout: Layout) -> Sheet:
    states = calamine.SheetVisibleEnum  # its members cannot be keys
    hidden = "hidden" if entry.visible == states.Hidden else ""
    hidden = "very hidden" if entry.visible == states.VeryHidden else hidden
    # Areas left of and above the first filled cell must count, or every address shifts.
    rows = book.get_sheet_by_name(entry.name).to_python(skip_empty_area=False)
    sheet = Sheet(entry.name, list(_cells(rows, layout)), hidden)
    sheet.hidden_rows, sheet.hidden_columns = layout.hidden_rows, layout.hidden_columns
    sheet.merged = layout.merged
    sheet.unsure = any(cell.kind == "unseen" for cell in sheet.cells)
    return sheet


def _cells(rows: list[list[Any]], layout: Layout) -> Iterator[Filled]:
    found = {
        (row, column): value
        for row, line in enumerate(rows, 1) for column, value in enumerate(line, 1) if value not in ("", None)
    }  # fmt: skip
    for row, column in sorted({*found, *layout.errors}):
        if (row, column) in layout.errors:
            yield Filled(row, column, layout.errors[row, column], "error")
        else:
            code = layout.formats.get((row, column), "General")
            yield Filled(row, column, *_shown(found[row, column], code), "" if code == "General" else code)


def _shown(value: Any, code: str) -> tuple[str, str, str]:
    if isinstance(value, bool):
        return str(value).upper(), "bool", ""
    if isinstance(value, (int, float)):
        shown = show(float(value), code)
        return shown.text, shown.kind, plain(float(value))
    if isinstance(value, datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00"), "date", ""
    if isinstance(value, (date, time)):
        return value.isoformat(), "date", ""
    return str(value), "number" if isinstance(value, timedelta) else "text", ""
