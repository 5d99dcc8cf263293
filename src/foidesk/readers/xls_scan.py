"""The cells of a sheet of Excel 97 to 2003 in one walk over its records; what is seldom is left to xlrd.

A record is a code, a length and so many bytes. Cells come by the ten thousand and in few forms, so each form of
value is told once (a style and its bits are the key) and then looked up. Source: [MS-XLS] 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

Told = tuple[str, str, str, str]
"""What a cell says: text, kind, stored number and number format."""
Telling = Callable[[Any, int], Told | None]
"""What a value in a style says; None if there is nothing to see."""

_BOF, _EOF, _SHEET = 0x0809, 0x000A, 0x0010
_WORD, _RK, _MANY_RK, _NUMBER, _FORMULA, _TRUTH = 0x00FD, 0x027E, 0x00BD, 0x0203, 0x0006, 0x0205
_BLANK, _MANY_BLANK, _ROW, _COLUMNS, _MERGED, _STRING = 0x0201, 0x00BE, 0x0208, 0x007D, 0x00E5, 0x0207
_SHARED = frozenset((0x04BC, 0x0221, 0x0236))  # a formula that several cells share stands between it and its text
_IDLE = frozenset(
    (
        0x000C, 0x000D, 0x000E, 0x000F, 0x0010, 0x0011, 0x0012, 0x0013, 0x0014, 0x0015, 0x0019, 0x001A, 0x001B,
        0x001D, 0x0026, 0x0027, 0x0028, 0x0029, 0x002A, 0x002B, 0x003C, 0x0041, 0x004D, 0x0055, 0x005D, 0x005F,
        0x0063, 0x0080, 0x0081, 0x0082, 0x0083, 0x0084, 0x0090, 0x0099, 0x009B, 0x009D, 0x009E, 0x00A0, 0x00A1,
        0x00AB, 0x00D7, 0x00DD, 0x00EC, 0x00EF, 0x01B0, 0x01B1, 0x01B2, 0x01B6, 0x01B8, 0x01BA, 0x01BE, 0x01C2,
        0x0200, 0x020B, 0x0225, 0x023E, 0x0800, 0x0862, 0x0867, 0x0868, 0x087B, 0x088B, 0x089C, 0x04BC, 0x0221,
        0x0236,
    )
)  # fmt: skip
"""Records that say how a sheet looks or prints, or hold drawings, rules for entry and shared formulas."""


class Unknown(Exception):
    """The sheet holds a record or an order of cells that this walk does not know."""


class SheetScan:
    """One sheet from the position of its first record. `Unknown`, or an error of struct or index, if it cannot."""

    def __init__(self, data: bytes, at: int, words: Telling, numbers: Telling, others: Telling) -> None:
        self.data = data + bytes(8)  # so that the last record, of four bytes, is read like any other
        self.words, self.numbers, self.others = words, numbers, others
        self.rows: list[int] = []
        self.columns: list[int] = []
        self.told: list[Told] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self.results, self.blank = 0, list[tuple[int, int]]()
        self._known: dict[int, dict[bytes, Told | None]] = {_WORD: {}, _RK: {}, _NUMBER: {}}
        self._last = -1
        code, length, _, kind = struct.unpack_from("<4H", data, at)
        if code != _BOF or kind != _SHEET:
            raise Unknown(hex(code))
        self._walk(at + 4 + length)

    def _walk(self, at: int) -> None:
        data, known, head = self.data, self._known, struct.Struct("<4H").unpack_from
        rows, columns, told, last = self.rows, self.columns, self.told, -1
        while True:
            code, length, row, column = head(data, at)
            start, at = at + 4, at + 4 + length
            if code in known:
                key = data[start + 4 : at]
                try:
                    said = known[code][key]
                except KeyError:
                    said = known[code][key] = self._tell(code, key)
                spot = row << 8 | column
                if spot <= last or column > 255:
                    raise Unknown("cells out of order")
                last = spot
                if said:
                    rows.append(row + 1)
                    columns.append(column + 1)
                    told.append(said)
            elif code == _ROW and length == 16:
                if data[start + 12] & 0x20 or not (data[start + 6] or data[start + 7] & 0x7F):
                    self.hidden_rows.add(row + 1)
                else:
                    self.hidden_rows.discard(row + 1)
            elif code == _EOF:
                return
            else:
                self._last = last
                at = self._other(code, start, at)
                last = self._last

    def _tell(self, code: int, key: bytes) -> Told | None:
        style = key[0] | key[1] << 8
        if code == _WORD:
            _need(len(key) == 6)
            return self.words(struct.unpack_from("<i", key, 2)[0], style)
        if code == _RK:
            return self.numbers(rk(key[2:6]), style)
        return self.numbers(struct.unpack_from("<d", key, 2)[0], style)

    def _other(self, code: int, start: int, end: int) -> int:
        """Take in a record that is no plain cell; where the next one begins."""
        data = self.data
        if code == _MANY_RK:
            self._many(start, end)
        elif code == _FORMULA:
            return self._formula(start, end)
        elif code in (_BLANK, _MANY_BLANK):
            row, column = struct.unpack_from("<2H", data, start)
            last = column if code == _BLANK else struct.unpack_from("<H", data, end - 2)[0]
            self._passed(row, column)
            self._passed(row, last, last > column)
        elif code == _TRUTH:
            row, column, style, value, wrong = struct.unpack_from("<3H2B", data, start)
            self._put(row, column, self.others((value, wrong), style))
        elif code == _COLUMNS:
            self._widths(*struct.unpack_from("<5H", data, start))
        elif code == _MERGED:
            count = struct.unpack_from("<H", data, start)[0]
            _need(end - start == 2 + 8 * count)
            for top, bottom, left, right in struct.iter_unpack("<4H", data[start + 2 : end]):
                self.merged.append((top + 1, left + 1, bottom + 1, right + 1))
        elif code == _BOF:  # a chart on the sheet
            return self._past_chart(end)
        elif code not in _IDLE:
            raise Unknown(hex(code))
        return end

    def _many(self, start: int, end: int) -> None:
        row, column = struct.unpack_from("<2H", self.data, start)
        last = struct.unpack_from("<H", self.data, end - 2)[0]
        _need(end - start == 6 + 6 * (last - column + 1))
        spot, self._last = self._last, row << 8 | last
        _need(last < 256 and spot < row << 8 | column)
        known = self._known[_RK]
        keys = [self.data[at : at + 6] for at in range(start + 4, end - 2, 6)]
        try:
            said = [known[key] for key in keys]
        except KeyError:
            known |= {key: self._tell(_RK, key) for key in keys}
            said = [known[key] for key in keys]
        self.rows += [row + 1] * len(keys)
        self.columns += range(column + 1, last + 2)
        self.told += filter(None, said)

    def _formula(self, start: int, end: int) -> int:
        row, column, style, result = struct.unpack_from("<3H8s", self.data, start)
        self.results += result[6:] != b"\xff\xff" or result[0] != 3
        if result[6:] != b"\xff\xff":
            self._put(row, column, self.numbers(struct.unpack("<d", result)[0], style))
        elif result[0] in (1, 2):
            self._put(row, column, self.others((result[2], result[0] - 1), style))
        elif result[0] == 3:
            self._passed(row, column)
            self.blank.append((row + 1, column + 1))
        elif result[0] == 0:
            text, end = self._text(end)
            self._put(row, column, self.words(text, style))
        else:
            raise Unknown("result of a formula")
        return end

    def _text(self, at: int) -> tuple[str, int]:
        """The text that a formula gave, from the record behind it; one in several records is xlrd's."""
        code, length = struct.unpack_from("<2H", self.data, at)
        if code in _SHARED:
            at += 4 + length
            code, length = struct.unpack_from("<2H", self.data, at)
        _need(code == _STRING and length >= 3)
        count, wide = struct.unpack_from("<HB", self.data, at + 4)
        text = self.data[at + 7 : at + 4 + length].decode("utf-16-le" if wide & 1 else "latin-1")
        _need(len(text) == count)
        return text, at + 4 + length

    def _widths(self, first: int, last: int, width: int, _: int, flags: int) -> None:
        if first <= last <= 256:
            columns = range(first + 1, min(last, 255) + 2)
            hidden = bool(flags & 1) or not width
            (self.hidden_columns.update if hidden else self.hidden_columns.difference_update)(columns)

    def _past_chart(self, at: int) -> int:
        while True:
            code, length = struct.unpack_from("<2H", self.data, at)
            at += 4 + length
            if code == _EOF:
                return at

    def _put(self, row: int, column: int, said: Told | None) -> None:
        self._passed(row, column)
        if said:
            self.rows.append(row + 1)
            self.columns.append(column + 1)
            self.told.append(said)

    def _passed(self, row: int, column: int, further: bool = True) -> None:
        """Cells stand in the order of rows and columns; one that does not may overwrite another."""
        spot = row << 8 | column
        _need(column < 256 and (spot > self._last or not further))
        self._last = spot


def _need(fine: bool) -> None:
    if not fine:
        raise Unknown("a record of another form")


def rk(bits: bytes) -> float:
    """A number packed into four bytes: the upper half of a float, or a whole number, perhaps of hundredths."""
    whole = int.from_bytes(bits, "little", signed=True)
    if whole & 2:
        return (whole >> 2) / 100.0 if whole & 1 else float(whole >> 2)
    number: float = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<i", whole & ~3))[0]
    return number / 100.0 if whole & 1 else number
