"""XLS: the workbooks of Excel 5 to 2003, by xlrd with their formats; hidden sheets are measured, not loaded."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

from foidesk.errors import Truncated, UnreadableDocument
from foidesk.model.places import column_letters
from foidesk.model.protocols import Source

from .basket import Seen
from .filled import Columns
from .numberformat import Shown, hides_text, plain, show
from .refusals import cut, locked
from .sheets import Sheet, add_sheet

_HIDDEN = {0: "", 1: "hidden", 2: "very hidden"}
_EMPTY, _TEXT, _NUMBER, _DATE, _BOOL, _ERROR = range(6)
_DAMAGED = (
    struct.error,
    IndexError,
    AssertionError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
)
_WHITE = (1, 9)
_DIMENSIONS, _END_OF_SHEET = (0x0200, 0x0000), 0x000A


def see(source: Source, unsealed: bool = False) -> Seen:
    """The sheets of an old Excel workbook."""
    from xlrd import XLRDError  # type: ignore[import-untyped]

    seen = Seen()
    book = _open(seen, source)
    visibility: list[int] = getattr(book, "_sheet_visibility", [])
    for index, name in enumerate(book.sheet_names()):
        hidden = _HIDDEN.get(visibility[index] if index < len(visibility) else 0, "hidden")
        if hidden and not unsealed:
            sheet = Sheet(name, hidden=hidden, size=_size(book, index))
        else:
            try:
                sheet = _sheet(book, index)
            except (*_DAMAGED, XLRDError) as error:
                raise cut(source.name, f"the sheet {name!r} is cut or damaged") from error
            sheet.hidden = hidden
        add_sheet(seen, sheet, source, unsealed)
    return seen


def _open(seen: Seen, source: Source) -> Any:
    """The workbook; one whose container is damaged is read as far as it goes, and that is said."""
    import xlrd

    stream, whole = _stream(source.data)
    try:
        book = _load(stream)
    except xlrd.XLRDError as error:
        raise _refusal(str(error), source.name) from error
    except _DAMAGED as error:
        raise cut(source.name) from error
    if not whole:
        what = "The workbook's container is damaged; it was read as far as it goes."
        then = "Compare with what Excel shows, or ask the body to send it again."
        seen.note("damaged-container", what, source, then, severity="warning")
    return book


def _stream(data: bytes) -> tuple[bytes, bool]:
    """The workbook out of its container, and whether that is whole; xlrd would follow a circle for ever."""
    import olefile  # type: ignore[import-untyped]

    if data[:8] != olefile.MAGIC:  # before Excel 5 there was none
        return data, True
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            name = next((name for name in ("Workbook", "Book") if container.exists(name)), "")
            stream = container.openstream(name).read() if name else b""
            return bytes(stream), not container.parsing_issues
    except (OSError, *_DAMAGED):
        return b"", False


def _load(data: bytes) -> Any:
    import xlrd

    return xlrd.open_workbook(
        file_contents=data,
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
        logfile=io.StringIO(),
    )


def _refusal(reason: str, name: str) -> UnreadableDocument:
    if "encrypted" in reason.lower() or "password" in reason.lower():
        return locked(name)
    return Truncated(
        f"the workbook is damaged ({reason})"[:200], where=name, next="Ask the body to send it again."
    )


def _size(book: Any, index: int) -> str:
    """The area of a sheet from its DIMENSIONS record, without reading a cell."""
    data, at = book.mem, book._sh_abs_posn[index]
    for _ in range(500):
        if at + 4 > len(data):
            break
        code, length = struct.unpack_from("<HH", data, at)
        if code in _DIMENSIONS and length >= 10:
            return _area(data[at + 4 : at + 4 + length])
        if code == _END_OF_SHEET:
            break
        at += 4 + length
    return "size unknown"


def _area(record: bytes) -> str:
    layout = "<IIHH" if len(record) >= 14 else "<HHHH"
    top, bottom, left, right = struct.unpack_from(layout, record)
    if not bottom or not right:
        return "empty"
    return f"area {column_letters(left + 1)}{top + 1}:{column_letters(right)}{bottom}"


def _sheet(book: Any, index: int) -> Sheet:
    found = book.sheet_by_index(index)
    sheet = Sheet(found.name, comments=len(found.cell_note_map))
    if sides := list(zip(*_cells(book, found), strict=True)):
        rows, across, texts, kinds, numbers, stated = sides
        none = ("",) * len(rows)
        sheet.columns = Columns(rows, across, texts, kinds, numbers, stated, none, rows, across)
        sheet.unsure = any(kind == "unseen" or kind.startswith("pale ") for kind in set(kinds))
    sheet.hidden_rows = {row + 1 for row, info in found.rowinfo_map.items() if info.hidden or info.height == 0}
    sheet.hidden_columns = {col + 1 for col, info in found.colinfo_map.items() if info.hidden or info.width == 0}
    sheet.merged = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in found.merged_cells]
    book.unload_sheet(index)
    return sheet


def _cells(book: Any, found: Any) -> Iterator[tuple[int, int, str, str, str, str]]:
    """Row and column from 1, text, kind, stored number and number format of each filled cell."""
    codes, pale = _format_codes(book), _pale(book)
    known: dict[tuple[float, str], tuple[str, Shown]] = {}
    for row in range(found.nrows):
        kinds, values, styles = found.row_types(row), found.row_values(row), found._cell_xf_indexes[row]
        for column, kind in enumerate(kinds):
            value, faint = values[column], "pale " if pale and styles[column] in pale else ""
            if kind in (_NUMBER, _DATE):
                code = codes[styles[column]]
                shown = known.get((value, code))
                if shown is None:
                    shown = known[value, code] = plain(value), show(value, code, book.datemode == 1)
                number, text = shown
                stated = "" if code == "General" else code
                said = text.kind if not faint or text.kind == "unseen" else f"{faint}{text.kind}"
                yield row + 1, column + 1, text.text, said, number, stated
            elif kind == _TEXT and value.strip():
                unseen = hides_text(codes[styles[column]])
                yield row + 1, column + 1, value, "unseen" if unseen else f"{faint}text", "", ""
            elif kind == _BOOL:
                yield row + 1, column + 1, "TRUE" if value else "FALSE", f"{faint}bool", "", ""
            elif kind == _ERROR:
                yield row + 1, column + 1, _error_text(value), "error", "", ""


def _format_codes(book: Any) -> list[str]:
    formats = book.format_map
    return [formats[xf.format_key].format_str if xf.format_key in formats else "General" for xf in book.xf_list]


def _pale(book: Any) -> set[int]:
    """The cell styles that write in white on no other colour."""
    white = {number for number, font in enumerate(book.font_list) if font.colour_index in _WHITE}
    return {
        number for number, xf in enumerate(book.xf_list)
        if xf.font_index in white
        and (not xf.background.fill_pattern or xf.background.pattern_colour_index in _WHITE)
    }  # fmt: skip


def _error_text(code: int) -> str:
    from xlrd import error_text_from_code

    return str(error_text_from_code.get(code, f"#ERR{code}"))
