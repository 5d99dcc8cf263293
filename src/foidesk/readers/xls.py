"""XLS: the workbooks of Excel 5 to 2003, with their formats; hidden sheets are measured, not loaded.

xlrd opens the workbook; its cells come by our own walk, and by xlrd where that meets what it does not know.
"""

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
from .numberformat import Shown, hides_text, plain, short, show
from .raised import set_as
from .refusals import cut, locked
from .sheets import STRUCK, Sheet, add_sheet
from .xls_scan import SheetScan, Told, Unknown

_RAISED, _LOWERED = 1, 2  # how the font of letters set high or low is marked
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
    style = Styles(book)
    _raise_marks(book)
    for index, name in enumerate(book.sheet_names()):
        hidden = _HIDDEN.get(visibility[index] if index < len(visibility) else 0, "hidden")
        if hidden and not unsealed:
            sheet = Sheet(name, hidden=hidden, size=_size(book, index))
        else:
            try:
                sheet = _sheet(book, index, style)
            except (*_DAMAGED, XLRDError) as error:
                raise cut(source.name, f"the sheet {name!r} is cut or damaged") from error
            sheet.hidden = hidden
        add_sheet(seen, sheet, source, unsealed)
    return seen


def _raise_marks(book: Any) -> None:
    """Write what is set high or low in the workbook's words as such: the mark of 45¹ must not make it 451."""
    set_off = {number: font.escapement for number, font in enumerate(book.font_list) if font.escapement}
    for index, runs in getattr(book, "_rich_text_runlist_map", {}).items() if set_off else ():
        text = book._sharedstrings[index]
        ends = [at for at, _ in runs[1:]] + [len(text)]
        said = text[: runs[0][0]] if runs else text
        for (start, font), end in zip(runs, ends, strict=True):
            how = set_off.get(font, 0)
            said += set_as(text[start:end], said, how == _RAISED, how == _LOWERED)
        book._sharedstrings[index] = said


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


def _sheet(book: Any, index: int, style: Styles) -> Sheet:
    try:
        return _scanned(book, index, style)
    except (Unknown, *_DAMAGED):  # xlrd knows what is seldom, and tells what is damaged
        return _by_xlrd(book, index, style)


def _scanned(book: Any, index: int, style: Styles) -> Sheet:
    """The sheet by our own walk over its records."""
    if book.biff_version != 80:
        raise Unknown("before Excel 97")
    shared = book._sharedstrings

    def word(value: int | str, number: int) -> Told | None:
        if isinstance(value, int) and value < 0:
            raise Unknown("a word that is not there")
        return style.word(shared[value] if isinstance(value, int) else value, number)

    seen = SheetScan(book.mem, book._sh_abs_posn[index], word, style.number, style.other)
    sheet = Sheet(book.sheet_names()[index])
    _fill(sheet, seen.rows, seen.columns, seen.told)
    sheet.hidden_rows, sheet.hidden_columns, sheet.merged = seen.hidden_rows, seen.hidden_columns, seen.merged
    # Blank is what some formulas give; a sheet on which all do was never worked out by the program that wrote it.
    sheet.unfinished = [] if seen.results else seen.blank
    return sheet


def _by_xlrd(book: Any, index: int, style: Styles) -> Sheet:
    found = book.sheet_by_index(index)
    sheet = Sheet(found.name, comments=len(found.cell_note_map))
    sheet.commented = sorted((row + 1, column + 1) for row, column in found.cell_note_map)
    cells = list(_cells(found, style))
    _fill(sheet, [row for row, _, _ in cells], [column for _, column, _ in cells], [told for _, _, told in cells])
    sheet.hidden_rows = {row + 1 for row, info in found.rowinfo_map.items() if info.hidden or info.height == 0}
    sheet.hidden_columns = {col + 1 for col, info in found.colinfo_map.items() if info.hidden or info.width == 0}
    sheet.merged = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in found.merged_cells]
    book.unload_sheet(index)
    return sheet


def _fill(sheet: Sheet, rows: list[int], across: list[int], told: list[Told]) -> None:
    if not told:
        return
    texts, kinds, numbers, stated = zip(*told, strict=True)
    sheet.columns = Columns(rows, across, texts, kinds, numbers, stated, ("",) * len(rows), rows, across)
    sheet.unsure = any(kind == "unseen" or kind.startswith(("pale ", STRUCK)) for kind in set(kinds))


def _cells(found: Any, style: Styles) -> Iterator[tuple[int, int, Told]]:
    """Row and column from 1 of each filled cell, and what it says."""
    for row in range(found.nrows):
        kinds, values, styles = found.row_types(row), found.row_values(row), found._cell_xf_indexes[row]
        for column, kind in enumerate(kinds):
            value, said = values[column], None
            if kind in (_NUMBER, _DATE):
                said = style.number(value, styles[column])
            elif kind == _TEXT:
                said = style.word(value, styles[column])
            elif kind in (_BOOL, _ERROR):
                said = style.other((value, kind == _ERROR), styles[column])
            if said:
                yield row + 1, column + 1, said


class Styles:
    """What a stored value says in a cell style of the workbook."""

    def __init__(self, book: Any) -> None:
        self.codes, self.pale, self.base_1904 = _format_codes(book), _pale(book), book.datemode == 1
        self.struck = _struck(book)
        self._known: dict[tuple[float, str], tuple[str, Shown]] = {}

    def number(self, value: float, style: int) -> Told:
        """A number as its format shows it, and as it is stored."""
        code = self.codes[style]
        if code == "General" and (text := short(value)):
            return text, f"{self._faint(style)}number", text, ""
        shown = self._known.get((value, code))
        if shown is None:
            shown = self._known[value, code] = plain(value), show(value, code, self.base_1904)
        number, said = shown
        kind = said.kind if said.kind == "unseen" else self._faint(style) + said.kind
        return said.text, kind, number, "" if code == "General" else code

    def word(self, text: str, style: int) -> Told | None:
        """A text; nothing if it is blank."""
        if not text.strip():
            return None
        return text, "unseen" if hides_text(self.codes[style]) else f"{self._faint(style)}text", "", ""

    def other(self, value: tuple[int, int], style: int) -> Told:
        """A truth value or an error."""
        if value[1]:
            return _error_text(value[0]), "error", "", ""
        return "TRUE" if value[0] else "FALSE", f"{self._faint(style)}bool", "", ""

    def _faint(self, style: int) -> str:
        return "pale " if style in self.pale else STRUCK if style in self.struck else ""


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


def _struck(book: Any) -> set[int]:
    """The cell styles that draw a line through what they write."""
    fonts = {number for number, font in enumerate(book.font_list) if font.struck_out}
    return {number for number, xf in enumerate(book.xf_list) if xf.font_index in fonts}


def _error_text(code: int) -> str:
    from xlrd import error_text_from_code

    return str(error_text_from_code.get(code, f"#ERR{code}"))
