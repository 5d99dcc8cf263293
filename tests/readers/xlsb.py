"""A small binary workbook, written record by record."""

from __future__ import annotations

import struct

from . import make

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.ms-excel."


def record(code: int, body: bytes = b"") -> bytes:
    number = bytes([code]) if code < 128 else bytes([code & 0x7F | 0x80, code >> 7])
    return number + bytes([len(body)]) + body


def text(words: str) -> bytes:
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def cell(column: int, value: object, style: int = 0) -> bytes:
    head = struct.pack("<II", column, style)
    if isinstance(value, str) and value.startswith("#"):
        return record(3, head + bytes([7]))
    if isinstance(value, str):
        return record(6, head + text(value))
    return record(5, head + struct.pack("<d", value))


def row(number: int, hidden: bool, *cells: bytes) -> bytes:
    flags = bytes([0, 0x10 if hidden else 0, 0])
    spans = struct.pack("<III", 1, 0, 5)
    return record(0, struct.pack("<IIH", number, 0, 300) + flags + spans) + b"".join(cells)


def workbook(*rows: bytes, formats: tuple[str, ...] = (), columns: bytes = b"", merged: bytes = b"") -> bytes:
    """One sheet "Data" of these rows; cell style n shows by `formats[n - 1]`, style 0 plainly."""
    xf = [struct.pack("<HHHHHBBBBBB", 0, number, 0, 0, 0, 0, 0, 0, 0, 0, 0)[:16]
          for number in (0, *(164 + n for n in range(len(formats))))]  # fmt: skip
    fonts = record(611, struct.pack("<I", 1)) + record(43, struct.pack("<HHHHBBBB", 220, 0, 400, 0, 0, 2, 0, 0)
                   + bytes([3, 1, 0, 0, 0, 0, 0, 255, 2]) + text("Calibri")) + record(612)  # fmt: skip
    fills = record(603, struct.pack("<I", 1)) + record(45, bytes(68)) + record(604)
    borders = record(613, struct.pack("<I", 1)) + record(46, bytes(51)) + record(614)
    styles = (
        record(278)
        + record(615, struct.pack("<I", len(formats)))
        + b"".join(record(44, struct.pack("<H", 164 + n) + text(code)) for n, code in enumerate(formats))
        + record(616) + fonts + fills + borders
        + record(626, struct.pack("<I", 1)) + record(47, b"\xff\xff" + xf[0][2:]) + record(627)
        + record(617, struct.pack("<I", len(xf))) + b"".join(record(47, one) for one in xf) + record(618)
        + record(279)
    )  # fmt: skip
    sheet = (
        record(129) + record(148, struct.pack("<IIII", 0, 20, 0, 5)) + columns
        + record(145) + b"".join(rows) + record(146) + merged + record(130)
    )  # fmt: skip
    book = (
        record(131) + record(143) + record(156, struct.pack("<II", 0, 1) + text("rId1") + text("Data"))
        + record(144) + record(132)
    )  # fmt: skip
    kinds = {"workbook": "sheet.binary.macroEnabled.main", "worksheets/sheet1": "worksheet", "styles": "styles"}
    overrides = "".join(
        f'<Override PartName="/xl/{name}.bin" ContentType="{TYPES}{kind}"/>' for name, kind in kinds.items()
    )
    relation = '<Relationship Id="{}" Type="{}/{}" Target="{}"/>'
    inside = relation.format("rId1", OFFICE, "worksheet", "worksheets/sheet1.bin")
    inside += relation.format("rId2", OFFICE, "styles", "styles.bin")
    return make.zipped({
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
        f'{relation.format("rId1", OFFICE, "officeDocument", "xl/workbook.bin")}</Relationships>',
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{RELATIONS}">{inside}</Relationships>',
        "xl/workbook.bin": book, "xl/worksheets/sheet1.bin": sheet, "xl/styles.bin": styles,
    })  # fmt: skip
