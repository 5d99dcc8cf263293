"""A small writer of workbooks as Excel 5 and 95 wrote them (BIFF5): no program here saves such any more."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from .cfb import compound

Value = str | float | bool | None
GLOBALS, SHEET = 0x0005, 0x0010
DAYS = 164  # the first number of a format of one's own


def biff5(
    sheets: dict[str, Sequence[Sequence[Value]]], hidden: Sequence[str] = (), rows: Sequence[int] = ()
) -> bytes:
    """The workbook in its container, `hidden` sheets and (from 0) `rows` hidden; a bool is an error cell."""
    bodies = [b"".join(_sheet(cells, rows)) for cells in sheets.values()]
    head, tail = b"".join(_head()), _record(0x000A)
    size = len(head) + len(tail) + sum(len(_bound(name, 0, False)) for name in sheets)
    bound = b""
    for name, body in zip(sheets, bodies, strict=True):
        bound += _bound(name, size, name in hidden)
        size += len(body)
    return compound({"Book": head + bound + tail + b"".join(bodies)})


def _record(code: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(data)) + data


def _bof(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<4H", 0x0500, kind, 0x096C, 1993))


def _head() -> Iterator[bytes]:
    yield _bof(GLOBALS)
    yield _record(0x0042, struct.pack("<H", 1252))
    for _ in range(5):
        yield _record(0x0031, struct.pack("<5H4B", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\x05Arial")
    yield _record(0x041E, struct.pack("<HB", DAYS, 10) + b"dd/mm/yyyy")
    for number in (0, DAYS):
        yield _record(0x00E0, struct.pack("<3H2B4H", 0, number, 1, 0x20, 0, 0x20C0, 0, 0, 0))


def _bound(name: str, at: int, hidden: bool) -> bytes:
    return _record(0x0085, struct.pack("<IBBB", at, hidden, 0, len(name)) + name.encode("cp1252"))


def _sheet(cells: Sequence[Sequence[Value]], hidden: Sequence[int]) -> Iterator[bytes]:
    wide = max(map(len, cells))
    yield _bof(SHEET)
    yield _record(0x0200, struct.pack("<5H", 0, len(cells), 0, wide, 0))
    for row in range(len(cells)):
        yield _record(0x0208, struct.pack("<8H", row, 0, wide, 255, 0, 0, 0x20 if row in hidden else 0, 0))
    for row, values in enumerate(cells):
        for column, value in enumerate(values):
            yield _cell(row, column, value)
    yield _record(0x000A)


def _cell(row: int, column: int, value: Value) -> bytes:
    if value is None:
        return b""
    if isinstance(value, bool):
        return _record(0x0205, struct.pack("<3HBB", row, column, 0, 7, 1))
    if isinstance(value, str):
        text = value.encode("cp1252")
        return _record(0x0204, struct.pack("<4H", row, column, 0, len(text)) + text)
    dated = value > 30_000
    return _record(0x0203, struct.pack("<3Hd", row, column, int(dated), value))
