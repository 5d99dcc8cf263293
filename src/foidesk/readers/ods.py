"""ODS: what each cell displays stands in the file beside its value; repeats are counted, not written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model.protocols import Source

from .basket import Seen, plural
from .numberformat import general, plain
from .packages import Element, Package, attribute, local
from .refusals import cut, locked
from .regions import Filled
from .sheets import Sheet, add_sheet

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NUMERIC = {"float", "percentage", "currency"}
# A repeat that long fills the sheet to its edge: formatting, not statements.
_MAX_REPEAT = 5_000


@dataclass(slots=True)
class Cursor:
    """The next row of a sheet."""

    row: int = 1


def see(source: Source, unsealed: bool = False) -> Seen:
    """The sheets of an OpenDocument spreadsheet."""
    root = content_of(source)
    unshown = _hidden_styles(root)
    seen = Seen()
    for table in root.iter(TABLE + "table"):
        if local_parent(table) == "spreadsheet":
            hidden = table.get(TABLE + "style-name") in unshown
            add_sheet(seen, _sheet(table, hidden, unsealed), source, unsealed)
    return seen


def content_of(source: Source) -> Element:
    """The root of the content; `Encrypted` if a password is needed."""
    package = Package(source.data, source.name)
    if b"encryption-data" in package.bytes("META-INF/manifest.xml"):
        raise locked(source.name)
    root = package.xml("content.xml")
    if root is None:
        raise cut(source.name, "the content is missing")
    return root


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


def _sheet(table: Element, hidden: bool, unsealed: bool) -> Sheet:
    sheet = Sheet(table.get(TABLE + "name") or "", hidden="hidden" if hidden else "")
    if hidden and not unsealed:
        sheet.size = plural(sum(1 for cell in table.iter(TABLE + "table-cell") if len(cell)), "filled cell")
        return sheet
    sheet.hidden_columns = set(_hidden_columns(table))
    cursor = Cursor()
    for row in _lines(table, "table-row"):
        _add_row(sheet, row, cursor)
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


def _add_row(sheet: Sheet, row: Element, cursor: Cursor) -> None:
    repeat = _repeat(row, "number-rows-repeated")
    first = cursor.row
    cursor.row += repeat
    cells = list(_row_cells(row, sheet))
    if not cells:
        return
    for number in range(first, first + (repeat if repeat <= _MAX_REPEAT else 1)):
        if row.get(TABLE + "visibility") in ("collapse", "filter"):
            sheet.hidden_rows.add(number)
        for cell, down, across in cells:
            sheet.cells.append(Filled(number, cell.column, cell.text, cell.kind, cell.number, "", cell.formula))
            if down > 1 or across > 1:
                sheet.merged.append((number, cell.column, number + down - 1, cell.column + across - 1))


def _row_cells(row: Element, sheet: Sheet) -> Iterator[tuple[Filled, int, int]]:
    column = 1
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        repeat = _repeat(cell, "number-columns-repeated")
        if len(cell) or cell.get(OFFICE + "value-type"):
            sheet.comments += cell.find(OFFICE + "annotation") is not None
            down, across = _repeat(cell, "number-rows-spanned"), _repeat(cell, "number-columns-spanned")
            filled = _filled(cell)
            if filled is not None:
                for at in range(column, column + (repeat if repeat <= _MAX_REPEAT else 1)):
                    filled.column = at
                    yield Filled(0, at, filled.text, filled.kind, filled.number, "", filled.formula), down, across
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
    return Filled(0, 0, text, what, number, "", formula) if text.strip() or unfinished else None


def _value(cell: Element, kind: str, shown: str) -> tuple[str, str, str]:
    value = cell.get(OFFICE + "value") or ""
    if (shown.startswith("#") and (shown.endswith(("!", "?", "A", "0!")))) or shown.startswith("Err:"):
        return shown, "error", ""
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
        elif tag not in ("note", "annotation", "tracked-changes", "frame", "bookmark", "change"):
            yield from _characters(child)
        yield child.tail or ""
