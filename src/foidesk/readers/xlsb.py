"""XLSB: binary Excel workbooks, values only, by calamine."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from foidesk.model.protocols import Source

from .basket import Seen
from .numberformat import general, plain
from .refusals import cut, locked
from .regions import Filled
from .sheets import Sheet, add_sheet


def see(source: Source, unsealed: bool = False) -> Seen:
    """The sheets of a binary workbook; number formats, formulas and hidden rows cannot be seen."""
    import python_calamine as calamine

    seen = Seen()
    try:
        book = calamine.load_workbook(io.BytesIO(source.data))
        for entry in book.sheets_metadata:
            add_sheet(seen, _sheet(book, entry, calamine), source, unsealed)
    except calamine.PasswordError as error:
        raise locked(source.name) from error
    except calamine.CalamineError as error:
        raise cut(source.name) from error
    seen.note("values-only", "The format hides number formats, formulas and hidden rows from the reader.", source,
              "Save it as .xlsx and compare if a figure looks odd.")  # fmt: skip
    return seen


def _sheet(book: Any, entry: Any, calamine: Any) -> Sheet:
    visible = calamine.SheetVisibleEnum
    hidden = {visible.Hidden: "hidden", visible.VeryHidden: "very hidden"}.get(entry.visible, "")
    # Areas left of and above the first filled cell must count, or every address shifts.
    rows = book.get_sheet_by_name(entry.name).to_python(skip_empty_area=False)
    return Sheet(entry.name, list(_cells(rows)), hidden)


def _cells(rows: list[list[Any]]) -> Iterator[Filled]:
    for row, line in enumerate(rows, 1):
        for column, value in enumerate(line, 1):
            if value not in ("", None):
                yield Filled(row, column, *_shown(value))


def _shown(value: Any) -> tuple[str, str, str]:
    if isinstance(value, bool):
        return str(value).upper(), "bool", ""
    if isinstance(value, (int, float)):
        return general(float(value)), "number", plain(float(value))
    if isinstance(value, datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00"), "date", ""
    if isinstance(value, (date, time)):
        return value.isoformat(), "date", ""
    return str(value), "number" if isinstance(value, timedelta) else "text", ""
