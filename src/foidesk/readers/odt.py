"""ODT: paragraphs, tables and notes of an OpenDocument text, as one stream "body"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from foidesk.model.protocols import Source

from .basket import Seen
from .drawings import attach_picture, may_hold_figures
from .filled import NUMERIC
from .ods import SHAPES, TABLE, content_of, text_of
from .odt_numbers import labels_of
from .packages import Element, Package, attribute, inner_text, local
from .raised import apart
from .remarks import note_changes, note_comments, note_hidden_text, note_struck
from .textflow import Flow, GridCell, Line, lined

Labels = Mapping[Element, str]
BODY = "body"
_UNITS = {"cm": 360_000, "mm": 36_000, "in": 914_400, "pt": 12_700, "pc": 152_400, "px": 9_525}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)")
_WRAPPERS = {"section", "list", "list-item", "list-header", "table-of-content", "index-body", "text-box"}


def see(source: Source) -> Seen:
    """One part "body" and its tables."""
    root = content_of(source)
    flow, labels = Flow(BODY), dict[Element, str]()
    body = root.find("{*}body/{*}text")
    sealed, struck = 0, list[str]()
    if body is not None:
        sealed = _take_out_hidden(body, _hidden_styles(root))
        struck = list(_struck_words(root))
        labels = labels_of(body, Package(source.data, source.name).xml("styles.xml"), root)
        _walk(flow, body, "paragraph", labels)
        for note in body.iter("{*}note-body"):
            _walk(flow, note, "paragraph", labels)
    _margins(flow, source)
    seen = Seen([flow.part()])
    seen.tables.extend(flow.named_tables())
    _pictures(seen, root, source)
    changed = [local(change) for region in root.iter("{*}changed-region") for change in region]
    note_changes(seen, source, changed.count("insertion"), changed.count("deletion"))
    note_hidden_text(seen, source, sealed)
    note_struck(seen, source, struck)
    note_comments(seen, source, sum(1 for _ in root.iter("{*}annotation")))
    return seen


def _pictures(seen: Seen, root: Element, source: Source) -> None:
    """Attach the pictures that are large enough to show a table."""
    package = Package(source.data, source.name)
    held = set(package.names())
    for frame in root.iter("{*}frame"):
        size = [_emu(attribute(frame, name)) for name in ("width", "height")]
        members = [attribute(image, "href").removeprefix("./") for image in frame.iterfind("{*}image")]
        for member in [one for one in members if one in held][:1]:  # further ones are the same in other formats
            name = member.rpartition("/")[2]
            attach_picture(seen, name, package.bytes(member), may_hold_figures(*size), source)


def _emu(length: str) -> int:
    """A length such as "14.5cm" in EMU; 0 if it is none."""
    found = _LENGTH.fullmatch(length)
    return round(float(found[1]) * _UNITS[found[2]]) if found else 0


def _hidden_styles(root: Element) -> set[str]:
    """The styles whose text is not displayed."""
    return {
        attribute(style, "name")
        for style in root.iter("{*}style")
        for look in style.iterfind("{*}text-properties")
        if attribute(look, "display") == "none"
    }


def _struck_words(root: Element) -> Iterator[str]:
    """The words that are struck through; they are set apart from what stands beside them."""
    styles = {
        attribute(style, "name")
        for style in root.iter("{*}style")
        for look in style.iterfind("{*}text-properties")
        if attribute(look, "text-line-through-style") not in ("", "none")
    }
    for span in root.iter("{*}span") if styles else ():
        words = inner_text(span)
        if attribute(span, "style-name") in styles and words.strip():
            yield words.strip()
            before, above = span.getprevious(), span.getparent()
            said = (
                before.tail or inner_text(before)
                if before is not None
                else above.text
                if above is not None
                else ""
            )
            span.text = apart(said or "", span.text or "")
            after, follows = span.getnext(), span.tail or ""
            if follows[:1].isalnum() or (not follows and after is not None and inner_text(after)[:1].isalnum()):
                span.tail = f" {follows}"


def _take_out_hidden(body: Element, styles: set[str]) -> int:
    """Take what is not displayed out of the tree; returns how many passages that were."""
    count = 0
    for element in list(body.iter()):
        tag = local(element)
        hidden = tag in ("hidden-text", "hidden-paragraph") or attribute(element, "display") == "none"
        if not hidden and not (tag in ("p", "h", "span") and attribute(element, "style-name") in styles):
            continue
        target: Element | None = element.getparent() if tag == "hidden-paragraph" else element
        above = target.getparent() if target is not None else None
        if target is not None and above is not None:
            count += bool(inner_text(target).strip())
            _remove(above, target)
    return count


def _remove(above: Element, element: Element) -> None:
    """Take an element out and leave the words behind it."""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        above.text = (above.text or "") + (element.tail or "")
    above.remove(element)


def _margins(flow: Flow, source: Source) -> None:
    """Page headers and footers, each text once."""
    styles = Package(source.data, source.name).xml("styles.xml")
    said: set[str] = set()
    for page in [] if styles is None else styles.iter("{*}master-page"):
        for margin in page:
            kind = "header" if local(margin).startswith("header") else "footer"
            for paragraph in margin.iter("{*}p"):
                text = text_of(paragraph)
                if text.strip() and text not in said:
                    said.add(text)
                    flow.paragraph(text, f"page {kind}")


def _walk(flow: Flow, container: Element, kind: str, labels: Labels) -> None:
    for element in container:
        tag = local(element)
        if tag in ("p", "h"):
            flow.paragraph(text_of(element), "heading" if tag == "h" else kind, labels.get(element, ""))
            for box in _boxes(element):
                _walk(flow, box, kind, labels)
        elif tag == "table":
            _table(flow, element, labels)
        elif tag in _WRAPPERS or tag in SHAPES or tag == "frame":
            _walk(flow, element, "list item" if tag in ("list", "list-item") else kind, labels)


def _boxes(element: Element) -> Iterator[Element]:
    """The frames and drawings with words of their own in a paragraph, not those inside others."""
    for child in element:
        if local(child) == "text-box" or local(child) in SHAPES:
            yield child
        elif local(child) not in ("table", "note", "annotation"):
            yield from _boxes(child)


def _table(flow: Flow, table: Element, labels: Labels) -> None:
    cells = list(_grid(table, labels))
    if _is_frame(table) and not any(NUMERIC.match(cell.text.strip()) for cell in cells[1:]):
        for cell in table.iter("{*}table-cell"):
            _walk(flow, cell, "paragraph", labels)
        return
    flow.table(cells)
    for cell in (one for row in _rows(table) for one in row if local(one) == "table-cell"):
        for paragraph in _paragraphs(cell):
            for box in _boxes(paragraph):
                _walk(flow, box, "paragraph", labels)
    for inner in table.iter("{*}table"):
        if inner is not table and next(inner.iterancestors("{*}table"), None) is table and not _is_frame(inner):
            _table(flow, inner, labels)


def _is_frame(table: Element) -> bool:
    """True for a table of one column, which only places text."""
    return all(sum(1 for cell in row if local(cell) == "table-cell") <= 1 for row in _rows(table))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        tag = local(child)
        if tag == "table-row" and attribute(child, "visibility") not in ("collapse", "filter"):
            for _ in range(min(_count(child, "rows-repeated"), 1000) if inner_text(child).strip() else 1):
                yield child
        elif tag in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _grid(table: Element, labels: Labels) -> Iterator[GridCell]:
    for number, row in enumerate(_rows(table)):
        column = 0
        for cell in row:
            if local(cell) == "table-cell":
                across, down = _count(cell, "columns-spanned"), _count(cell, "rows-spanned")
                text, made = lined(Line(text_of(p), labels.get(p, "")) for p in _paragraphs(cell))
                yield GridCell(number, column, text, number + down - 1, column + across - 1, made)
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
