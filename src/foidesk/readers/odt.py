"""ODT: paragraphs, tables and notes of an OpenDocument text, as one stream "body"."""

from __future__ import annotations

from collections.abc import Iterator

from foidesk.model.protocols import Source

from .basket import Seen
from .ods import TABLE, content_of, text_of
from .packages import Element, local
from .regions import NUMERIC
from .remarks import note_changes, note_comments
from .textflow import Flow, GridCell

BODY = "body"
_WRAPPERS = {"section", "list", "list-item", "list-header", "table-of-content", "index-body", "text-box"}


def see(source: Source) -> Seen:
    """One part "body" and its tables."""
    root = content_of(source)
    flow = Flow(BODY)
    body = root.find("{*}body/{*}text")
    if body is not None:
        _walk(flow, body, "paragraph")
        for note in body.iter("{*}note-body"):
            _walk(flow, note, "paragraph")
    seen = Seen([flow.part()])
    seen.tables.extend(flow.named_tables())
    changed = [local(change) for region in root.iter("{*}changed-region") for change in region]
    note_changes(seen, source, changed.count("insertion"), changed.count("deletion"))
    note_comments(seen, source, sum(1 for _ in root.iter("{*}annotation")))
    return seen


def _walk(flow: Flow, container: Element, kind: str) -> None:
    for element in container:
        tag = local(element)
        if tag in ("p", "h"):
            flow.paragraph(text_of(element), "heading" if tag == "h" else kind)
            for box in element.iter("{*}text-box"):
                _walk(flow, box, kind)
        elif tag == "table":
            _table(flow, element)
        elif tag in _WRAPPERS:
            _walk(flow, element, "list item" if tag in ("list", "list-item") else kind)


def _table(flow: Flow, table: Element) -> None:
    cells = list(_grid(table))
    if _is_frame(table) and not any(NUMERIC.match(cell.text.strip()) for cell in cells[1:]):
        for cell in table.iter("{*}table-cell"):
            _walk(flow, cell, "paragraph")
        return
    flow.table(cells)
    for inner in table.iter("{*}table"):
        if inner is not table and next(inner.iterancestors("{*}table"), None) is table and not _is_frame(inner):
            _table(flow, inner)


def _is_frame(table: Element) -> bool:
    """True for a table of one column, which only places text."""
    return all(sum(1 for cell in row if local(cell) == "table-cell") <= 1 for row in _rows(table))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        tag = local(child)
        if tag == "table-row":
            yield child
        elif tag in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _grid(table: Element) -> Iterator[GridCell]:
    for number, row in enumerate(_rows(table)):
        column = 0
        for cell in row:
            if local(cell) == "table-cell":
                across, down = _count(cell, "columns-spanned"), _count(cell, "rows-spanned")
                text = "\n".join(text_of(p) for p in _paragraphs(cell))
                yield GridCell(number, column, text, number + down - 1, column + across - 1)
            if local(cell) in ("table-cell", "covered-table-cell"):
                column += min(_count(cell, "columns-repeated"), 1000)


def _paragraphs(cell: Element) -> Iterator[Element]:
    for child in cell:
        tag = local(child)
        if tag in ("p", "h"):
            yield child
        elif tag in _WRAPPERS:
            yield from _paragraphs(child)
        elif tag == "table" and _is_frame(child):
            for inner in child.iter(TABLE + "table-cell"):
                yield from _paragraphs(inner)


def _count(cell: Element, name: str) -> int:
    value = cell.get(f"{TABLE}number-{name}") or "1"
    return max(1, int(value)) if value.isdigit() else 1
