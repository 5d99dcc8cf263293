"""Files that the tests make: small replies in each format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from typing import Any

import docx
import openpyxl
import xlwt

Rows = Iterable[Iterable[Any]]


def xlsx(rows: Rows = (), edit: Callable[[Any], None] | None = None) -> bytes:
    """A workbook of one sheet; `edit` may change it before it is saved."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    if edit is not None:
        edit(book)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def xls(rows: Rows, edit: Callable[[Any, Any], None] | None = None) -> bytes:
    """An old workbook of one sheet."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(at, column, value)
    if edit is not None:
        edit(book, sheet)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def word(edit: Callable[[Any], None]) -> bytes:
    """A Word document."""
    document = docx.Document()
    edit(document)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def zipped(members: dict[str, bytes | str]) -> bytes:
    """A zip archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


_OPEN = (
    '<?xml version="1.0"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">{styles}<office:body>{body}</office:body>'
    "</office:document-content>"
)


def opendocument(kind: str, body: str, styles: str = "") -> bytes:
    """An OpenDocument file; `kind` is "spreadsheet" or "text"."""
    wrapped = f"<office:{kind}>{body}</office:{kind}>"
    content = _OPEN.format(styles=f"<office:automatic-styles>{styles}</office:automatic-styles>", body=wrapped)
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def mail(body: str, headers: str = "Subject: Re: request", kind: str = "text/plain") -> bytes:
    """A mail of one part."""
    top = f"From: foi@council.example\nTo: a@b.example\nDate: Tue, 4 Mar 2014 09:00:00 +0000\n{headers}\n"
    return (f"{top}MIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\n\n{body}").encode()


def tnef(*attributes: tuple[int, bytes]) -> bytes:
    """A winmail.dat of those attributes."""
    made = bytearray((0x223E9F78).to_bytes(4, "little") + b"\x01\x00")
    for code, value in attributes:
        made += b"\x02" + code.to_bytes(2, "little") + b"\x06\x00" + len(value).to_bytes(4, "little") + value
        made += (sum(value) & 0xFFFF).to_bytes(2, "little")
    return bytes(made)


RTF = rb"{\rtf1\ansi\pard There were 12 cases.\par\trowd\pard\intbl Year\cell 2012\cell\row\pard\par}"
HTML = b"<html><body><p>In all 7</p><table><tr><td>Year<td>Cases<tr><td>2012<td>7</table>"


def one_of_each() -> dict[str, bytes]:
    """A small file of every format that these readers read, by name."""
    rows = [["Year", "Cases"], [2011, 3], [2012, 4]]
    cell = "<table:table-cell office:value-type='float' office:value='3'><text:p>3</text:p></table:table-cell>"
    sheet = f"<table:table table:name='A'><table:table-row>{cell}</table:table-row></table:table>"
    return {
        "a.xlsx": xlsx(rows),
        "a.xls": xls(rows),
        "a.ods": opendocument("spreadsheet", sheet),
        "a.csv": b"Year,Cases\n2011,3\n2012,4\n",
        "a.docx": word(lambda document: document.add_paragraph("There were 12 cases.")),
        "a.odt": opendocument("text", "<text:p>There were 12 cases.</text:p>"),
        "a.rtf": RTF,
        "a.html": HTML,
        "a.txt": b"Year   Cases\n2011       3\n2012       4\n",
        "a.eml": mail("There were 12 cases."),
        "a.mbox": b"From x@y Tue Mar  4 09:00:00 2014\n" + mail("12 cases") + b"\n\n",
        "winmail.dat": tnef((0x9002, b"\0" * 14), (0x8010, b"a.csv\0"), (0x800F, b"Year,Cases\n2012,5\n")),
        "a.zip": zipped({"a.csv": "Year,Cases\n2011,3\n"}),
    }
