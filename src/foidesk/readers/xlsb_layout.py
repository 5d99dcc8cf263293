"""What a sheet of a binary workbook hides and how it shows its numbers, from its records; not the values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from foidesk.errors import Truncated

from .numberformat import BUILTIN
from .packages import Package

ROW, COLUMNS, MERGED, SHEET, FORMAT = 0, 60, 176, 156, 44
STYLES_BEGIN, STYLES_END, STYLE = 617, 618, 47
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
ERROR_CELLS, CELLS = (3, 11), range(1, 12)
ROW_LIMIT, COLUMN_LIMIT = 1_048_576, 16_384
WORKBOOK = "xl/workbook.bin"


@dataclass(slots=True)
class Layout:
    """One sheet: what is hidden and merged, the number format of each cell, and its error cells; all from 1."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def area(self) -> int:
        """How many cells, blank ones too, lie between the first and the last: that many calamine would make."""
        rows, columns = {row for row, _ in self.formats}, {column for _, column in self.formats}
        return max(rows, default=0) * max(columns, default=0)


def layouts_of(package: Package) -> dict[str, Layout]:
    """The layout of each sheet by its name; nothing of those that cannot be found."""
    related = package.related(WORKBOOK)
    styles = next((target for kind, target in related.values() if kind == "styles"), "xl/styles.bin")
    codes = _formats(package.bytes(styles))
    out: dict[str, Layout] = {}
    for code, body in records(package.bytes(WORKBOOK)):
        if code == SHEET:
            relation, at = _text(body, 8)
            name, _ = _text(body, at)
            out[name] = _layout(package.bytes(related.get(relation, ("", ""))[1]), codes)
    return out


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part: number and content; a cut part ends where it is cut."""
    at = 0
    while at + 1 < len(data):
        code = data[at]
        at += 1
        if code & 0x80 and at < len(data):
            code = (code & 0x7F) | ((data[at] & 0x7F) << 7)
            at += 1
        size = 0
        for n in range(4):
            if at >= len(data):
                return
            size |= (data[at] & 0x7F) << (7 * n)
            at += 1
            if not data[at - 1] & 0x80:
                break
        yield code, data[at : at + size]
        at += size


def _number(body: bytes, at: int, size: int = 4) -> int:
    return int.from_bytes(body[at : at + size], "little")


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A string with its length before it, and where it ends."""
    end = at + 4 + 2 * min(_number(body, at), len(body))
    return body[at + 4 : end].decode("utf-16-le", "replace"), end


def _formats(data: bytes) -> list[str]:
    """The number format of each cell style."""
    own: dict[int, str] = {}
    ids: list[int] = []
    inside = False
    for code, body in records(data):
        if code == FORMAT:
            own[_number(body, 0, 2)] = _text(body, 2)[0]
        elif code in (STYLES_BEGIN, STYLES_END):
            inside = code == STYLES_BEGIN
        elif code == STYLE and inside:
            ids.append(_number(body, 2, 2))
    return [own.get(number) or BUILTIN.get(number, "General") for number in ids]


def _layout(data: bytes, codes: list[str]) -> Layout:
    out = Layout()
    row = 0
    for code, body in records(data):
        if code == ROW:
            row = _number(body, 0) + 1
            if len(body) > 11 and body[11] & 0x10:
                out.hidden_rows.add(row)
        elif code in CELLS:
            if len(body) < 8 or _number(body, 0) >= COLUMN_LIMIT or row > ROW_LIMIT:
                raise Truncated("a cell of the workbook is damaged", next="Ask the body to send it again.")
            spot, style = (row, _number(body, 0) + 1), _number(body, 4, 3)
            out.formats[spot] = codes[style] if style < len(codes) else "General"
            if code in ERROR_CELLS and len(body) > 8:
                out.errors[spot] = ERRORS.get(body[8], f"#ERR{body[8]}")
        elif code == COLUMNS and len(body) >= 18 and _number(body, 16, 2) & 1:
            first, last = _number(body, 0), min(_number(body, 4), 16_383)
            out.hidden_columns.update(range(first + 1, last + 2))
        elif code == MERGED and len(body) >= 16:
            top, bottom, left, right = (_number(body, at) + 1 for at in (0, 4, 8, 12))
            out.merged.append((top, left, bottom, right))
    return out
