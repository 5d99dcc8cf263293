"""DOCX: our own walk over the document's XML, as the text stands when all changes are accepted.

One character stream, part "body": the text, then footnotes and endnotes, then page headers and footers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from foidesk.model.protocols import Source

from .basket import Seen, plural
from .docx_look import Styles, goes_on_left, is_deleted_cell, styles_of
from .docx_numbers import labels_of, numbering_of
from .drawings import may_hold_figures
from .embedded import attach_embedded
from .filled import NUMERIC
from .packages import Element, Package, attribute, inner_text, local
from .raised import apart, set_as
from .refusals import cut
from .remarks import note_changes, note_comments, note_hidden_text, note_ignored, note_macros, note_struck
from .sniff import sniff
from .textflow import Flow, GridCell, Line, lined

BODY = "body"
_WORDS = {"t", "tab", "br", "cr", "noBreakHyphen", "sym", "ptab"}
_DROPPED = {"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sdtPr", "tblPr", "trPr", "tcPr"}
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_SYMBOLS = {"F0FC": "✓", "F0FE": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐", "F052": "☒", "F0FB": "☒", "F0B7": "•"}


@dataclass(slots=True)
class Walk:
    """A walk over a document: the stream it writes, and what it met on the way."""

    flow: Flow
    styles: Styles
    inserted: int = 0
    deleted: int = 0
    vanished: int = 0
    struck: list[str] = field(default_factory=list)
    pictures: list[tuple[str, int, int]] = field(default_factory=list)
    labels: dict[Element, str] = field(default_factory=dict)
    last_struck: bool = False
    before: str = ""

    def body(self, container: Element) -> None:
        """Write the paragraphs and tables of a body, a note, a header or a text box."""
        for element in _content(container):
            if local(element) == "p":
                self._paragraph(element)
            else:
                self._table(element)

    def _paragraph(self, paragraph: Element, kind: str = "") -> None:
        label = self.labels.get(paragraph, "")
        self.flow.paragraph(self.text_of(paragraph), kind or self._kind(paragraph), label)
        for box in _text_boxes(paragraph):
            self.body(box)

    def _kind(self, paragraph: Element) -> str:
        style = paragraph.find("{*}pPr/{*}pStyle")
        name = self.styles.names.get(attribute(style, "val"), "") if style is not None else ""
        if name.startswith("heading") or name == "title":
            return "heading"
        return "list item" if paragraph.find("{*}pPr/{*}numPr") is not None else "paragraph"

    def text_of(self, paragraph: Element) -> str:
        """The visible characters of a paragraph, text boxes left out."""
        self.last_struck, self.before = False, ""
        return "".join(self._characters(paragraph))

    def _characters(self, element: Element) -> Iterator[str]:
        for child in element:
            tag = local(child)
            if tag in ("del", "moveFrom"):
                self.deleted += 1
            elif tag in _DROPPED or tag in ("txbxContent", "object"):
                continue
            elif tag == "r":
                yield from self._run(child)
            elif tag in ("drawing", "pict"):
                self._picture(child)
            elif tag in ("footnoteReference", "endnoteReference"):
                continue
            else:
                self.inserted += tag in ("ins", "moveTo")
                yield from self._characters(child)

    def _run(self, run: Element) -> Iterator[str]:
        look = self.styles.of_run(run, self._in_hidden_style(run))
        if look.unseen:
            self.vanished += bool(inner_text(run).strip())
            return
        for child in run:
            text = _character(child)
            if text:
                if look.struck:
                    self.struck.append(text)
                yield self._set_off(set_as(text, self.before, look.raised, look.lowered), look.struck)
            elif local(child) not in _WORDS and local(child) not in _DROPPED and len(child):
                yield from self._inside_run(child)

    def _set_off(self, text: str, struck: bool) -> str:
        """The text, apart from what stands before it where one of the two is struck: "41" and "57" are no 4157."""
        shown = apart(self.before, text) if struck != self.last_struck else text
        self.last_struck, self.before = struck, text
        return shown

    def _in_hidden_style(self, run: Element) -> bool:
        """True if the style of the run's paragraph hides its text."""
        if not self.styles.hidden:
            return False
        paragraph = next(run.iterancestors("{*}p"), None)
        style = paragraph.find("{*}pPr/{*}pStyle") if paragraph is not None else None
        return style is not None and attribute(style, "val") in self.styles.hidden

    def _inside_run(self, element: Element) -> Iterator[str]:
        tag = local(element)
        if tag in ("drawing", "pict", "object"):
            self._picture(element)
        elif tag == "fldChar":
            yield _form_field(element)
        elif tag in ("AlternateContent", "ruby"):
            yield from self._characters(element)

    def _picture(self, element: Element) -> None:
        extent = next(element.iter("{*}extent"), None)
        size = (int(extent.get("cx") or 0), int(extent.get("cy") or 0)) if extent is not None else (0, 0)
        for blip in element.iter("{*}blip"):
            self.pictures.append((attribute(blip, "embed"), *size))
        for image in element.iter("{*}imagedata"):
            self.pictures.append((attribute(image, "id"), *size))

    def _table(self, table: Element) -> None:
        rows = list(_children(table, "tr"))
        shown = [
            row for row in rows if row.find("{*}trPr/{*}del") is None and row.find("{*}trPr/{*}hidden") is None
        ]
        cells = [cell for row in shown for cell in _children(row, "tc") if not is_deleted_cell(cell)]
        if _is_frame(table) and not self._is_list(cells):
            # A table of one column of sentences is a frame around text.
            for cell in cells:
                self.body(cell)
            return
        self.flow.table(self._grid(rows))
        for cell in cells:
            for inner in _content(cell):
                if local(inner) == "tbl" and not _is_frame(inner):
                    self._table(inner)
            for box in _text_boxes(cell):
                self.body(box)

    def _is_list(self, cells: list[Element]) -> bool:
        """True for a heading with figures under it."""
        return any(NUMERIC.match(self._cell_text(cell).strip()) for cell in cells[1:])

    def _grid(self, rows: list[Element]) -> Iterator[GridCell]:
        open_below: dict[int, GridCell] = {}
        cells: list[GridCell] = []
        for number, row in enumerate(rows):
            if row.find("{*}trPr/{*}del") is not None:
                self.deleted += 1
                continue
            if row.find("{*}trPr/{*}hidden") is not None:
                self.vanished += 1
                continue
            column = _skipped_columns(row)
            for cell in _children(row, "tc"):
                across = _span(cell)
                above = open_below.get(column)
                if is_deleted_cell(cell):
                    self.deleted += 1
                    continue
                if goes_on_left(cell) and cells and cells[-1].row == number:
                    cells[-1].column_to = column + across - 1
                    self.vanished += bool(self._cell_text(cell).strip())
                elif _continues_above(cell) and above is not None:
                    above.row_to = number
                    self.vanished += bool(self._cell_text(cell).strip())
                else:
                    before = len(self.struck)
                    text, numbers = lined(self._cell_lines(cell))
                    is_struck = any(map(str.strip, self.struck[before:]))
                    made = GridCell(number, column, text, number, column + across - 1, numbers, is_struck)
                    cells.append(made)
                    open_below[column] = made
                column += across
        return iter(cells)

    def _cell_text(self, cell: Element) -> str:
        """The lines of a cell, those of frames in it included; other tables in it follow on their own."""
        return lined(self._cell_lines(cell))[0]

    def _cell_lines(self, cell: Element) -> Iterator[Line]:
        for element in _content(cell):
            if local(element) == "p":
                yield Line(self.text_of(element), self.labels.get(element, ""))
            elif _is_frame(element):
                for inner in element.iter("{*}tc"):
                    yield from self._cell_lines(inner)


def see(source: Source) -> Seen:
    """One part "body", its tables, and what was pasted into the document."""
    package = Package(source.data, source.name)
    path = next((t for kind, t in package.related("").values() if kind == "officeDocument"), "word/document.xml")
    root = package.xml(path)
    body = root.find("{*}body") if root is not None else None
    if body is None:
        raise cut(source.name, "the document part is missing")
    styles = _style_part(package, path)
    walk = Walk(Flow(BODY), styles_of(styles))
    numbers = _related_root(package, package.related(path), "numbering")
    walk.labels = labels_of(body, numbering_of(numbers, styles))
    walk.body(body)
    related = package.related(path)
    _notes(walk, package, related)
    _margins(walk, package, related)
    seen = Seen([walk.flow.part()], metadata=_dates(package))
    seen.tables.extend(walk.flow.named_tables())
    attach_embedded(seen, package, "word/", source)
    _pictures(seen, walk, package, related, source)
    _report(seen, walk, package, related, source)
    return seen


def _style_part(package: Package, path: str) -> Element | None:
    target = next((t for kind, t in package.related(path).values() if kind == "styles"), "")
    return package.xml(target) if target else None


def _notes(walk: Walk, package: Package, related: dict[str, tuple[str, str]]) -> None:
    for kind, tag in _NOTES:
        root = _related_root(package, related, kind)
        for note in [] if root is None else root.iter("{*}" + tag):
            if attribute(note, "type") not in ("separator", "continuationSeparator", "continuationNotice"):
                walk.body(note)


def _margins(walk: Walk, package: Package, related: dict[str, tuple[str, str]]) -> None:
    """Page headers and footers, each text once."""
    said: set[str] = set()
    for kind, target in related.values():
        root = package.xml(target) if kind in ("header", "footer") else None
        for paragraph in [] if root is None else root.iter("{*}p"):
            text = walk.text_of(paragraph)
            if text.strip() and text not in said:
                said.add(text)
                walk.flow.paragraph(text, f"page {kind}")


def _related_root(package: Package, related: dict[str, tuple[str, str]], kind: str) -> Element | None:
    target = next((t for found, t in related.values() if found == kind), "")
    return package.xml(target) if target else None


def _pictures(
    seen: Seen, walk: Walk, package: Package, related: dict[str, tuple[str, str]], source: Source
) -> None:
    """Attach pictures large enough to hold a table or a page; name the others as ignored."""
    small = 0
    for relation, width, height in walk.pictures:
        target = related.get(relation, ("", ""))[1]
        data = package.bytes(target) if target else b""
        if not data:
            continue
        if may_hold_figures(width, height):
            seen.attach(target.rpartition("/")[2], data, sniff(data, target), inline=True)
        else:
            small += 1
    if small:
        note_ignored(seen, source, plural(small, "small picture"), "logos or signatures")


def _report(seen: Seen, walk: Walk, package: Package, related: dict[str, tuple[str, str]], source: Source) -> None:
    comments = _related_root(package, related, "comments")
    count = 0 if comments is None else sum(1 for _ in comments.iter("{*}comment"))
    note_changes(seen, source, walk.inserted, walk.deleted)
    note_comments(seen, source, count)
    note_hidden_text(seen, source, walk.vanished)
    note_struck(seen, source, walk.struck, walk.flow.struck)
    if any(name.endswith("vbaProject.bin") for name in package.names()):
        note_macros(seen, source)


def _dates(package: Package) -> list[tuple[str, str]]:
    """When the document was made and changed; who did stays sealed."""
    root = package.xml("docProps/core.xml")
    if root is None:
        return []
    return [(local(e), e.text or "") for e in root if local(e) in ("created", "modified")]


def _content(container: Element) -> Iterator[Element]:
    """The paragraphs and tables directly in a container, through the wrappers that Word puts around them."""
    for child in container:
        tag = local(child)
        if tag in ("p", "tbl"):
            yield child
        elif tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"):
            yield from _content(child)


def _is_frame(table: Element) -> bool:
    """True for a table of one column, which only places text."""
    return all(sum(1 for _ in _children(row, "tc")) <= 1 for row in _children(table, "tr"))


def _children(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through content controls."""
    for child in element:
        name = local(child)
        if name == tag:
            yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _children(child, tag)


def _text_boxes(element: Element) -> Iterator[Element]:
    for box in element.iter("{*}txbxContent"):
        inside = {local(above) for above in box.iterancestors()}
        nearest = next((a for a in box.iterancestors() if local(a) in ("p", "tc")), None)
        if "Fallback" not in inside and (nearest is element or local(element) == "tc"):
            yield box


def _character(element: Element) -> str:
    match local(element):
        case "t":
            return element.text or ""
        case "tab" | "ptab":
            return "\t"
        case "br" | "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "sym":
            return _SYMBOLS.get(attribute(element, "char").upper(), "□")
    return ""


def _form_field(element: Element) -> str:
    """What an old form's tick box or list shows."""
    box = next(element.iter("{*}checkBox"), None)
    if box is not None:
        state = box.find("{*}checked")
        state = box.find("{*}default") if state is None else state
        return "☒" if state is not None and attribute(state, "val") not in ("0", "false") else "☐"
    entries = [attribute(entry, "val") for entry in element.iter("{*}listEntry")]
    chosen = next((attribute(result, "val") for result in element.iter("{*}result")), "0")
    return entries[int(chosen)] if chosen.isdigit() and int(chosen) < len(entries) else ""


def _skipped_columns(row: Element) -> int:
    before = row.find("{*}trPr/{*}gridBefore")
    return int(attribute(before, "val") or 0) if before is not None else 0


def _span(cell: Element) -> int:
    span = cell.find("{*}tcPr/{*}gridSpan")
    return max(1, min(int(attribute(span, "val") or 1), 1000)) if span is not None else 1


def _continues_above(cell: Element) -> bool:
    merge = cell.find("{*}tcPr/{*}vMerge")
    return merge is not None and attribute(merge, "val") in ("", "continue")
