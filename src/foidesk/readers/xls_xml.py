"""Excel 2003 XML: workbooks that databases write and call .xls."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from foidesk.model.protocols import Source

from .basket import Seen
from .filled import Filled
from .numberformat import plain, show
from .packages import Element, attribute, inner_text, local, parse_xml
from .raised import set_as
from .refusals import cut
from .sheets import Sheet, add_sheet

_HIDDEN = {"SheetHidden": "hidden", "SheetVeryHidden": "very hidden"}
_NAMED = {"Percent": "0.00%", "Fixed": "0.00", "Standard": "#,##0.00", "General Number": "General"}


def see(source: Source, unsealed: bool = False) -> Seen:
    """The sheets of an XML workbook."""
    try:
        root = parse_xml(source.data)
    except etree.XMLSyntaxError as error:
        raise cut(source.name) from error
    formats = {attribute(style, "ID"): _format(style) for style in root.iter("{*}Style")}
    seen = Seen()
    for number, sheet in enumerate(root.iter("{*}Worksheet"), 1):
        add_sheet(seen, _sheet(sheet, number, formats), source, unsealed)
    return seen


def _format(style: Element) -> str:
    look = style.find("{*}NumberFormat")
    code = attribute(look, "Format") if look is not None else ""
    return _NAMED.get(code, code)


def _sheet(element: Element, number: int, formats: dict[str, str]) -> Sheet:
    state = element.find(".//{*}WorksheetOptions/{*}Visible")
    hidden = _HIDDEN.get(state.text or "", "") if state is not None else ""
    sheet = Sheet(attribute(element, "Name") or f"Sheet{number}", hidden=hidden)
    for table in element.iterfind("{*}Table"):
        _add_columns(sheet, table)
        _add_rows(sheet, table, formats)
    return sheet


def _add_columns(sheet: Sheet, table: Element) -> None:
    at = 0
    for column in table.iterfind("{*}Column"):
        at = int(attribute(column, "Index") or at + 1)
        last = at + int(attribute(column, "Span") or 0)
        if attribute(column, "Hidden") == "1":
            sheet.hidden_columns.update(range(at, last + 1))
        at = last


def _add_rows(sheet: Sheet, table: Element, formats: dict[str, str]) -> None:
    at = 0
    for row in table.iterfind("{*}Row"):
        at = int(attribute(row, "Index") or at + 1)
        if attribute(row, "Hidden") == "1":
            sheet.hidden_rows.add(at)
        sheet.cells.extend(_cells(row, at, sheet, formats))
        at += int(attribute(row, "Span") or 0)


def _cells(row: Element, number: int, sheet: Sheet, formats: dict[str, str]) -> Iterator[Filled]:
    at = 0
    for cell in row:
        if local(cell) != "Cell":
            continue
        at = int(attribute(cell, "Index") or at + 1)
        across, down = int(attribute(cell, "MergeAcross") or 0), int(attribute(cell, "MergeDown") or 0)
        sheet.comments += cell.find("{*}Comment") is not None
        data = cell.find("{*}Data")
        if data is not None and inner_text(data).strip():
            if across or down:
                sheet.merged.append((number, at, number + down, at + across))
            yield _filled(cell, data, number, at, formats)
        at += across


def _said(element: Element, before: str = "", high: bool = False, low: bool = False) -> str:
    """The words of an element, figures set high or low as such: the note's mark of 45¹ must not make it 451."""
    text = set_as(element.text or "", before, high, low)
    for child in element:
        if isinstance(child.tag, str):
            tag = local(child).lower()
            text += _said(child, before + text, high or tag == "sup", low or tag == "sub")
        text += set_as(child.tail or "", before + text, high, low)
    return text


def _filled(cell: Element, data: Element, row: int, column: int, formats: dict[str, str]) -> Filled:
    text, kind = _said(data), attribute(data, "Type")
    code, formula = formats.get(attribute(cell, "StyleID"), ""), attribute(cell, "Formula")
    if kind == "Number":
        value = float(text)
        shown = show(value, code)
        return Filled(row, column, shown.text, shown.kind, plain(value), code, formula)
    if kind == "DateTime":
        day = text.replace("T", " ").removesuffix(".000").removesuffix(" 00:00:00")
        return Filled(row, column, day, "date", "", code, formula)
    if kind == "Boolean":
        return Filled(row, column, "TRUE" if text == "1" else "FALSE", "bool", formula=formula)
    return Filled(row, column, text, "error" if kind == "Error" else "text", formula=formula)
