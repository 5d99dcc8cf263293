"""The XML of one sheet, scanned once: filled cells, and what is hidden or merged.

Expat, not a tree: a sheet of a million cells is read at the price of its cells. It resolves no entities; a sheet
that declares any is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from foidesk.errors import Truncated
from foidesk.model.places import column_number

from .filled import Columns, Filled
from .numberformat import Shown, hides_text, plain, show
from .raised import apart, set_as
from .sheets import STRUCK, Sheet
from .xlsx_cells import OPENING, Plain, Said, Told, formula_of, note_layout, plain_cells, unentity

LAST_COLUMN = 16_384
ADDRESS = re.compile(r"^\$?([A-Z]{1,3})\$?(\d+)$")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
Content = tuple[str, str, str, str, str]
"""Text, kind, stored number, number format and formula of a cell."""
_SHOWN_AS_STORED = re.compile(r"-?(?:[1-9][0-9]*|0(?=\.))(?:\.[0-9]*[1-9])?$|0$")
SHOWN_AS_STORED = _SHOWN_AS_STORED.match
_YES = ("1", "true")
DRESS = ("tablePart", "conditionalFormatting")


@dataclass(slots=True)
class Book:
    """What all sheets of a workbook share."""

    strings: list[str]
    formats: list[str]
    base_1904: bool = False
    pale: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    shown: dict[tuple[str, str], tuple[str, Shown]] = field(default_factory=dict)

    def format_of(self, style: str | None) -> str:
        index = int(style or 0)
        return self.formats[index] if index < len(self.formats) else "General"

    def show(self, raw: str, code: str) -> tuple[str, Shown]:
        """The exact stored number and what its format shows; remembered, for figures repeat."""
        if code == "General" and len(raw) < 16 and _SHOWN_AS_STORED.match(raw):
            return raw, Shown(raw, "number")
        known = self.shown.get((raw, code))
        if known is None:
            value = float(raw)
            known = plain(value), show(value, code, self.base_1904)
            if len(self.shown) < 200_000:
                self.shown[raw, code] = known
        return known


class Scan:
    """The handlers of one scan. Texts are collected inside `v` (value), `f` (formula) and `t` (inline string)."""

    __slots__ = (
        "address", "book", "cell", "chunks", "columns", "formula", "inline", "last_struck", "mute", "row",
        "row_name", "set_off", "sheet", "steps", "struck", "value",
    )  # fmt: skip

    def __init__(self, sheet: Sheet, book: Book) -> None:
        self.sheet, self.book = sheet, book
        self.row, self.address, self.steps = 0, "A0", -1
        self.cell: dict[str, str] = {}
        self.value, self.formula, self.inline = "", "", ""
        self.chunks: list[str] | None = None
        self.mute, self.set_off = False, ""
        self.struck = self.last_struck = False
        self.row_name = ""
        self.columns: dict[str, int] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if ":" in tag:
            tag = tag.rpartition(":")[2]
        if tag == "c":
            self._start_cell(attributes)
        elif tag in ("v", "f", "t"):
            self.chunks = []
            if tag == "f":
                self.formula = "="
        elif tag == "row":
            self._start_row(attributes)
        elif tag == "rPh":
            self.mute = True
        elif tag in ("r", "vertAlign"):
            self.set_off = attributes.get("val") or ""
            self.struck = self.struck and tag != "r"
        elif tag == "strike":
            self.struck = attributes.get("val") not in ("0", "false")
        elif tag == "mergeCell":
            self.sheet.merged.extend(merged(attributes.get("ref") or ""))
        elif tag == "col":
            self.sheet.hidden_columns.update(hidden_columns(attributes))
        elif tag in DRESS:
            self.sheet.dressed = True

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.cell = attributes
        self.value = self.formula = self.inline = ""
        self.set_off, self.struck, self.last_struck = "", False, False
        address = attributes.get("r")
        if address:
            self.address, self.steps = address, 0
        else:
            # A cell without an address follows the one before it.
            self.steps += 1

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.row = int(attributes.get("r") or self.row + 1)
        self.row_name = str(self.row)
        self.address, self.steps = "A0", -1
        if attributes.get("hidden") in _YES or attributes.get("ht") == "0":
            self.sheet.hidden_rows.add(self.row)

    def characters(self, data: str) -> None:
        if self.chunks is not None:
            self.chunks.append(data)

    def end(self, tag: str) -> None:
        if ":" in tag:
            tag = tag.rpartition(":")[2]
        if tag == "c":
            if self.value or self.formula or self.inline:
                self._end_cell()
        elif self.chunks is not None:
            text = "".join(self.chunks)
            if tag == "v":
                self.value = text
            elif tag == "f":
                self.formula = "=" + text
            elif tag == "t" and not self.mute:
                text = set_as(text, self.inline, self.set_off == "superscript", self.set_off == "subscript")
                self.inline += apart(self.inline, text) if self.struck is not self.last_struck else text
                self.last_struck = self.struck
            self.chunks = None
        elif tag == "rPh":
            self.mute = False

    def _end_cell(self) -> None:
        attributes = self.cell
        kind = attributes.get("t") or "n"
        code = self.book.format_of(attributes.get("s"))
        text, what, number = _value(kind, self.value, self.inline, code, self.book, attributes.get("s"))
        self.sheet.unsure = self.sheet.unsure or _is_unseen(what)
        # A formula whose saved result is the empty text is a blank cell; one without a result is unfinished.
        if (not self.formula or kind == "str") and not text.strip():
            return
        row, column = self._position()
        stated = "" if code == "General" else code
        self.sheet.cells.append(Filled(row, column, text, what, number, stated, self.formula))

    def _position(self) -> tuple[int, int]:
        """Row and column of the cell; most addresses end in the number of their row."""
        letters = self.address.removesuffix(self.row_name)
        column = self.columns.get(letters)
        if column is not None:
            return self.row, column + self.steps
        row, column = position(self.address)
        if self.address == f"{letters}{row}":
            self.columns[letters] = column
        return row or self.row, column + self.steps


def read_cells(text: str, sheet: Sheet, book: Book) -> bool:
    """Fill the sheet from XML that is written in the common way; False if it is not, and nothing was filled."""
    found = plain_cells(text) if text else None
    layout = Sheet(sheet.name)
    if found is None or not note_layout(text, layout) or not _fill(sheet, book, found):
        return False
    sheet.merged, sheet.hidden_rows, sheet.hidden_columns = (
        layout.merged,
        layout.hidden_rows,
        layout.hidden_columns,
    )
    tail = text[text.rfind("</sheetData>") + 1 :]
    sheet.dressed = any(f"<{tag}" in tail for tag in DRESS)
    return True


def _fill(sheet: Sheet, book: Book, found: Plain) -> bool:
    """Give the sheet its filled cells, column by column of the list; False if one is written in another way.

    What each says is found out once for all that are alike.
    """
    known: dict[str, Content] = {}
    blank, reader, quick = False, Told(), Quick(book)
    for rest in dict.fromkeys(found.rests):
        told = quick.told(rest)
        if told is None:
            said = reader.said(rest)
            if said is None:
                return False
            told = _told(said, book)
        if told is None:
            blank = True
        else:
            known[rest] = told
    if not known:
        return True
    rows, across, rests = found
    if blank:
        at = [n for n, rest in enumerate(rests) if rest in known]
        rows, across, rests = ([side[n] for n in at] for side in found)  # type: ignore[assignment]
    sheet.columns = Columns._make([rows, across, *zip(*map(known.__getitem__, rests), strict=True), rows, across])
    sheet.unsure = any(_is_unseen(told[1]) for told in known.values())
    return True


class Quick:
    """What the commonest cells say, texts of the workbook and plain numbers: found without looking at each part.

    What opens a cell is looked at once for all that open alike; any other cell is left to the slower way.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self.openings: dict[str, tuple[str, str] | None] = {}

    def told(self, rest: str) -> Content | None:
        """Text, kind, stored number, number format and formula; None if the slower way must tell."""
        opening, _, raw = rest.partition("<v>")
        if not raw.endswith("</v></c>"):
            return None
        if opening not in self.openings:
            self.openings[opening] = self._opened(opening)
        opened, raw = self.openings[opening], raw[:-8]
        if opened is None or not raw.isascii():
            return None
        kind, code = opened
        if kind == "s":
            at = int(raw) if raw.isdecimal() else len(self.book.strings)
            text = self.book.strings[at] if at < len(self.book.strings) else ""
            return (text, "text", "", code, "") if text and not text.isspace() else None
        if not SHOWN_AS_STORED(raw) or len(raw) > 15:
            return None
        return (raw, "number", raw, "", "") if not code else self._shown(raw, code)

    def _shown(self, raw: str, code: str) -> Content | None:
        number, shown = self.book.show(raw, code)
        blank = shown.kind == "text" or shown.kind == "unseen" or not shown.text or shown.text.isspace()
        return None if blank else (shown.text, shown.kind, number, code, "")

    def _opened(self, opening: str) -> tuple[str, str] | None:
        """The kind of such cells and their number format ("" for the general one); None if they may not show."""
        found = OPENING(opening)
        if found is None or found[3] or found[2] not in (None, "n", "s"):
            return None
        code = self.book.format_of(found[1])
        hidden = hides_text(code) or int(found[1] or 0) in self.book.pale | self.book.struck
        return None if hidden else (found[2] or "n", "" if code == "General" else code)


def _told(said: Said, book: Book) -> Content | None:
    """Text, kind, stored number, number format and formula of a cell; None if it is blank.

    Cells that only have a style are many; one of the kind "b" is false where it says nothing. A text of white
    space counts as none.
    """
    style, kind, tagged, raw, inline = said
    if not (raw or inline or tagged or kind == "b"):
        return None
    code, formula = book.format_of(style), formula_of(tagged)
    text, what, number = _value(kind or "n", unentity(raw), unentity(inline), code, book, style)
    if not text.strip():
        if not formula or kind == "str":
            return None
        text = ""
    return text, what, number, "" if code == "General" else code, formula


def scan_sheet(stream: IO[bytes], sheet: Sheet, book: Book) -> None:
    """Fill the sheet from its XML, tag by tag; `expat.ExpatError` if that is damaged."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    scan = Scan(sheet, book)
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.characters
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.ParseFile(stream)
    except LookupError as error:  # what expat says of an encoding that nobody knows
        raise Truncated(f"a sheet is damaged: {error}", next="Ask the body to send the file again.") from error


def _refuse_doctype(*_: object) -> None:
    raise Truncated("the sheet declares entities, which no spreadsheet program does", next="Open it by hand.")


def position(address: str) -> tuple[int, int]:
    """Row and column, from 1, of an address such as B4."""
    found = ADDRESS.match(address)
    if not found:
        raise Truncated(f"a cell has the address {address!r}", next="Ask the body to send the file again.")
    return int(found[2]), column_number(found[1])


def unescape(text: str) -> str:
    """The text with the control characters that the format writes as `_x000D_`."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def _is_unseen(what: str) -> bool:
    return what == "unseen" or what.startswith(("pale ", STRUCK))


def _value(kind: str, raw: str, inline: str, code: str, book: Book, style: str | None) -> tuple[str, str, str]:
    """The text, the kind and the stored number of a cell, and in its kind whether it may not show."""
    text, what, number = _content(kind, raw, inline, code, book)
    if what == "text" and hides_text(code):
        return text, "unseen", number
    if book.pale and what != "unseen" and int(style or 0) in book.pale:
        return text, f"pale {what}", number
    if book.struck and what != "unseen" and int(style or 0) in book.struck:
        return text, STRUCK + what, number
    return text, what, number


def _content(kind: str, raw: str, inline: str, code: str, book: Book) -> tuple[str, str, str]:
    """The text, the kind and the stored number of a cell."""
    if kind == "n":
        if not raw:
            return "", "", ""
        number, shown = book.show(raw, code)
        return shown.text, shown.kind, number
    if kind == "s":
        index = int(raw or -1)
        if 0 <= index < len(book.strings):
            return book.strings[index], "text", ""
        return ("#TEXT?", "error", "") if raw else ("", "text", "")
    if kind in ("str", "inlineStr"):
        return unescape(inline or raw), "text", ""
    if kind == "b":
        return ("TRUE" if raw == "1" else "FALSE"), "bool", ""
    if kind == "d":
        return raw.removesuffix("Z").removesuffix("T00:00:00"), "date", ""
    return raw, "error", ""


def hidden_columns(attributes: dict[str, str]) -> range:
    if attributes.get("hidden") not in _YES and attributes.get("width") != "0":
        return range(0)
    return range(int(attributes.get("min") or 1), min(int(attributes.get("max") or 1), LAST_COLUMN) + 1)


def merged(ref: str) -> Iterator[tuple[int, int, int, int]]:
    first, _, last = ref.partition(":")
    if last:
        yield (*position(first), *position(last))
