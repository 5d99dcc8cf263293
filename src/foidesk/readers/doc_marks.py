"""Old Word documents: their own text with the marks that end each cell, to check what a converter made of it.

Source: [MS-DOC] 2.4.1 (retrieving text): the pieces of the document are listed in its table stream.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from itertools import pairwise

import olefile  # type: ignore[import-untyped]

CELL, PARAGRAPH = "\x07", "\r"
_FLAGS, _LENGTH, _CLX = 0x0A, 0x4C, 0x1A2
_SECOND_TABLE, _SQUEEZED = 0x0200, 1 << 30
LEAST = 8
"""Characters of two neighbours, at the least, for their glued text to be no word that stands there anyway."""


def text_of(data: bytes) -> str:
    """The main text with a mark (U+0007) after each cell and each row; empty if the file does not tell it."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            main = container.openstream("WordDocument").read()
            second = struct.unpack_from("<H", main, _FLAGS)[0] & _SECOND_TABLE
            table = container.openstream("1Table" if second else "0Table").read()
        return "".join(_pieces(main, table))[: struct.unpack_from("<i", main, _LENGTH)[0]]
    except (OSError, struct.error, IndexError, ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return ""


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    at = struct.unpack_from("<i", main, _CLX)[0]
    while table[at] == 1:  # formats that come before the list of pieces
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    count = (struct.unpack_from("<i", table, at + 1)[0] - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}i", table, at + 5)
    for n, (start, end) in enumerate(pairwise(ends)):
        place = struct.unpack_from("<I", table, at + 5 + 4 * (count + 1) + 8 * n + 2)[0]
        squeezed, offset = place & _SQUEEZED, place & (_SQUEEZED - 1)
        if squeezed:
            yield main[offset // 2 : offset // 2 + end - start].decode("cp1252", "replace")
        else:
            yield main[offset : offset + 2 * (end - start)].decode("utf-16-le", "replace")


def glued_cells(original: str, read: str) -> int:
    """How many pairs of neighbouring cells the reading has run together: "1412" and "1203" into "14121203"."""
    pairs = 0
    for row in original.split(CELL + CELL):
        cells = [cell.rpartition(PARAGRAPH)[2] if n == 0 else cell for n, cell in enumerate(row.split(CELL))]
        for a, b in pairwise(cells):
            glued = a.strip() + b.strip()
            apart = a.strip() and b.strip() and PARAGRAPH not in b
            pairs += bool(apart and len(glued) >= LEAST and glued in read)
    return pairs
