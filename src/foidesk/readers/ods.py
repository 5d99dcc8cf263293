"""ODS: what each cell displays stands in the file beside its value; repeats are counted, not written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from foidesk.model.protocols import Source

from .basket import Seen, plural
from .filled import Filled
from .numberformat import general, plain
from .packages import Element, Package, attribute, inner_text, local
from .raised import set_as
from .refusals import cut, locked
from .sheets import STRUCK, Sheet, add_sheet

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NUMERIC = {"float", "percentage", "currency"}
# A repeat that long fills the sheet to its edge: formatting, not statements.
_LINES = ("text-line-through-style", "text-line-through-type")
_MAX_REPEAT = 5_000
_RAISED, _LOWERED = re.compile(r"super|[1-9]\d*%"), re.compile(r"sub|-[1-9]\d*%")
_SCALED = "#,##0,"
"""The number format that says for a cell that it shows thousands; the file's own stands in its styles."""


@dataclass(slots=True)
class Cursor:
    """The next row of a sheet."""

    row: int = 1


def see(source: Source, unsealed: bool = False) -> Seen:
    """The sheets of an OpenDocument spreadsheet."""
    root = content_of(source)
    unshown, dress = _hidden_styles(root), _pale_styles(root) | _struck_styles(root)
    seen = Seen()
    for table in root.iter(TABLE + "table"):
        if local_parent(table) == "spreadsheet":
            hidden = table.get(TABLE + "style-name") in unshown
            add_sheet(seen, _sheet(table, hidden, unsealed, dress), source, unsealed)
    return seen


def content_of(source: Source) -> Element:
    """The root of the content; `Encrypted` if a password is needed."""
    package = Package(source.data, source.name)
    if b"encryption-data" in package.bytes("META-INF/manifest.xml"):
        raise locked(source.name)
    root = package.xml("content.xml")
    if root is None:
        raise cut(source.name, "the content is missing")
    _raise_marks(root)
    return root


_RUNS = (TEXT + "span", TEXT + "a")
"""What stands around the words of a paragraph: a look, a link."""


def _raise_marks(root: Element) -> None:
    """Write raised and lowered figures as such: the note's mark of 45¹ must not make it 451."""
    set_at = {
        attribute(style, "name"): attribute(look, "text-position")
        for style in root.iterfind("{*}automatic-styles/{*}style")
        for look in style.iterfind("{*}text-properties")
    }
    high = {name for name, at in set_at.items() if _RAISED.match(at)}
    low = {name for name, at in set_at.items() if _LOWERED.match(at)}
    for span in root.iter(*_RUNS) if high | low else ():
        at = next((at for at in _positions(span, set_at) if at), "")
        how = _RAISED.match(at) is not None, _LOWERED.match(at) is not None
        span.text = set_as(span.text or "", _before(span), *how)
        for child in span:
            child.tail = set_as(child.tail or "", inner_text(child) or _before(child), *how)


def _positions(span: Element, set_at: dict[str, str]) -> Iterator[str]:
    """How high the words of a span are set, by its own style and by those of the spans around it."""
    around: Element | None = span
    while around is not None and around.tag in _RUNS:
        yield set_at.get(around.get(TEXT + "style-name") or "", "")
        around = around.getparent()


def _before(span: Element) -> str:
    """The words that stand right before a span, in its paragraph."""
    last = span.getprevious()
    while last is not None:
        if text := (last.tail or inner_text(last)):
            return text
        last = last.getprevious()
    above = span.getparent()
    if above is None or above.text or above.tag not in _RUNS:
        return (above.text or "") if above is not None else ""
    return _before(above)


def local_parent(element: Element) -> str:
    """The name of the element above."""
    parent = element.getparent()
    return local(parent) if parent is not None else ""


def _hidden_styles(root: Element) -> set[str]:
    """The table styles that do not display their table."""
    return {
        attribute(style, "name")
        for style in root.iter("{*}style")
        for look in style.iterfind("{*}table-properties")
        if attribute(look, "display") == "false"
    }


def _struck_styles(root: Element) -> dict[str, str]:
    """The cell styles that draw a line through what they write."""
    return {
        attribute(style, "name"): STRUCK
        for style in root.iter("{*}style")
        if any(
            attribute(look, side) not in ("", "none")
            for look in style.iterfind("{*}text-properties")
            for side in _LINES
        )
    }


def _pale_styles(root: Element) -> dict[str, str]:
    """The cell styles that write in white on no other colour."""
    return {
        attribute(style, "name"): "pale "
        for style in root.iter("{*}style")
        if any(attribute(look, "color").lower() == "#ffffff" for look in style.iterfind("{*}text-properties"))
        and all(
            attribute(look, "background-color").lower() in ("", "transparent", "#ffffff")
            for look in style.iterfind("{*}table-cell-properties")
        )
    }


def _sheet(table: Element, hidden: bool, unsealed: bool, dress: dict[str, str]) -> Sheet:
    sheet = Sheet(table.get(TABLE + "name") or "", hidden="hidden" if hidden else "")
    if hidden and not unsealed:
        sheet.size = plural(sum(1 for cell in table.iter(TABLE + "table-cell") if len(cell)), "filled cell")
        return sheet
    sheet.hidden_columns = set(_hidden_columns(table))
    cursor = Cursor()
    for row in _lines(table, "table-row"):
        _add_row(sheet, row, cursor, dress)
    sheet.unsure = any(cell.kind == "unseen" or cell.kind.startswith(("pale ", STRUCK)) for cell in sheet.cells)
    return sheet


def _lines(element: Element, tag: str) -> Iterator[Element]:
    """Rows or columns, through groups and headers, not into nested tables."""
    for child in element:
        name = local(child)
        if name == tag:
            yield child
        elif name.startswith(tag) or name == tag.replace("table-row", "table-rows"):
            yield from _lines(child, tag)


def _hidden_columns(table: Element) -> Iterator[int]:
    at = 1
    for column in _lines(table, "table-column"):
        repeat = _repeat(column, "number-columns-repeated")
        if column.get(TABLE + "visibility") in ("collapse", "filter"):
            yield from range(at, at + min(repeat, _MAX_REPEAT))
        at += repeat


def _add_row(sheet: Sheet, row: Element, cursor: Cursor, dress: dict[str, str]) -> None:
    repeat = _repeat(row, "number-rows-repeated")
    first = cursor.row
    cursor.row += repeat
    cells = list(_row_cells(row, sheet, first, dress))
    if not cells:
        return
    for number in range(first, first + (repeat if repeat <= _MAX_REPEAT else 1)):
        if row.get(TABLE + "visibility") in ("collapse", "filter"):
            sheet.hidden_rows.add(number)
        for cell, down, across in cells:
            sheet.cells.append(replace(cell, row=number, row_to=number))
            if down > 1 or across > 1:
                sheet.merged.append((number, cell.column, number + down - 1, cell.column + across - 1))


def _row_cells(
    row: Element, sheet: Sheet, number: int, dress: dict[str, str]
) -> Iterator[tuple[Filled, int, int]]:
    column = 1
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        repeat = _repeat(cell, "number-columns-repeated")
        if len(cell) or cell.get(OFFICE + "value-type"):
            if cell.find(OFFICE + "annotation") is not None:
                sheet.comments += 1
                sheet.commented.append((number, column))
            down, across = _repeat(cell, "number-rows-spanned"), _repeat(cell, "number-columns-spanned")
            filled = _filled(cell)
            if filled is not None:
                if filled.kind != "unseen":
                    filled.kind = dress.get(cell.get(TABLE + "style-name") or "", "") + filled.kind
                for at in range(column, column + (repeat if repeat <= _MAX_REPEAT else 1)):
                    yield replace(filled, column=at, column_to=at), down, across
        column += repeat


def _repeat(element: Element, name: str) -> int:
    value = element.get(TABLE + name) or "1"
    return max(1, int(value)) if value.isdigit() else 1


def _filled(cell: Element) -> Filled | None:
    kind = (
        cell.get(OFFICE + "value-type")
        or cell.get("{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type")
        or ""
    )
    shown = "\n".join(text_of(p) for p in cell.iterfind(TEXT + "p"))
    formula = (cell.get(TABLE + "formula") or "").removeprefix("of:").removeprefix("msoxl:")
    text, what, number = _value(cell, kind, shown)
    unfinished = bool(formula) and not kind
    stated = _SCALED if what == "number" and number and _is_scaled(shown, number) else ""
    return Filled(0, 0, text, what, number, stated, formula) if text.strip() or unfinished else None


def _is_scaled(shown: str, number: str) -> bool:
    """True if the cell shows thousands or millions of what it holds."""
    digits = re.sub(r"[^\d.]", "", shown.replace(",", ""))
    try:
        times = abs(float(number)) / float(digits)
    except (ValueError, ZeroDivisionError):
        return False
    return any(0.95 * scale < times < 1.05 * scale for scale in (1e3, 1e6)) and "%" not in shown


def _value(cell: Element, kind: str, shown: str) -> tuple[str, str, str]:
    value = cell.get(OFFICE + "value") or ""
    if (shown.startswith("#") and (shown.endswith(("!", "?", "A", "0!")))) or shown.startswith("Err:"):
        return shown, "error", ""
    if kind in _NUMERIC and value and not shown.strip() and cell.find(TEXT + "p") is not None:
        return general(float(value)), "unseen", plain(float(value))
    if kind in _NUMERIC and value:
        return shown or general(float(value)), "number", plain(float(value))
    if kind == "date":
        day = (cell.get(OFFICE + "date-value") or shown).replace("T", " ").removesuffix(" 00:00:00")
        return day, "date", ""
    if kind == "time":
        return shown or cell.get(OFFICE + "time-value") or "", "number", ""
    if kind == "boolean":
        return (cell.get(OFFICE + "boolean-value") or shown).upper(), "bool", ""
    return shown, "text" if shown else "", ""


SHAPES = ("custom-shape", "rect", "ellipse", "circle", "caption", "polygon", "path", "g", "line", "connector")
"""Drawings that may hold paragraphs of their own."""


def text_of(paragraph: Element) -> str:
    """The characters of a paragraph: tabs, breaks and repeated spaces written out, notes left out."""
    return "".join(_characters(paragraph))


def _characters(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = local(child)
        if tag == "s":
            yield " " * int(child.get(TEXT + "c") or 1)
        elif tag == "tab":
            yield "\t"
        elif tag == "line-break":
            yield "\n"
        elif tag not in ("note", "annotation", "tracked-changes", "frame", "bookmark", "change", *SHAPES):
            yield from _characters(child)
        yield child.tail or ""
