"""HTML: text and tables as a browser would lay them out; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html

from foidesk.model.places import Place
from foidesk.model.protocols import Source

from .basket import Seen, plural
from .decoding import decode
from .html_look import Look, look_of
from .html_numbers import numbers_of
from .html_pictures import attach_drawn
from .html_sheets import Worded, note_worded
from .packages import Element, inner_text
from .raised import set_as
from .refusals import cut
from .remarks import note_hidden_text, note_struck
from .textflow import Flow, GridCell, Stretches

BODY = "body"
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.I)
_SKIPPED = {"script", "style", "head", "template", "noscript", "object", "svg", "title", "xml"}
_CONTROLS = ("input", "img", "select", "textarea")
_BLOCKS = {
    "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "form", "fieldset", "address",
    "blockquote", "pre", "ul", "ol", "dl", "dt", "dd", "figure", "figcaption", "center", "hr", "body", "html",
    "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "tr", "td", "th", "tbody", "thead", "tfoot",
    "details", "summary",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\x0b\f]+")
_KINDS = {"li": "list item", **{f"h{level}": "heading" for level in range(1, 7)}}
_QUOTES = ("gmail_quote", "moz-cite-prefix", "divRplyFwdMsg", "yahoo_quoted", "OLK_SRC_BODY_SECTION")
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.I)
_LOWERED = re.compile(r"vertical-align\s*:\s*sub\b", re.I)
_STRUCK = ("s", "strike", "del")
_PLAIN = (
    "a", "abbr", "b", "big", "button", "cite", "code", "em", "font", "i", "ins", "label", "mark", "nobr", "small",
    "span", "strong", "sub", "sup", "time", "tt", "u", "wbr",
)  # fmt: skip
"""What may stand inside words set high or low and leaves them plain words."""
MAX_SPAN = 1000


@dataclass(slots=True)
class Walk:
    """A walk over a page: the stream it writes, and what it met on the way."""

    flow: Flow
    inline: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    hidden: int = 0
    top: Element | None = None
    look: Look = field(default_factory=Look)
    struck: list[str] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    numbers: dict[Element, str] = field(default_factory=dict)
    label: str = ""
    worded: Worded = field(default_factory=Worded)
    pictures: list[Element] = field(default_factory=list)
    as_words: list[tuple[Place, str]] = field(default_factory=list)
    set_off: tuple[bool, bool] = (False, False)

    def page(self, root: Element) -> None:
        self.look = look_of(root)
        self._children(root, "paragraph")
        self._flush("paragraph")
        self.as_words = self.worded.places(self.flow.tables)

    def _children(self, element: Element, kind: str) -> None:
        self._say(element.text or "")
        for child in element:
            self._element(child, kind)
            self._say(child.tail or "")

    def _element(self, element: Element, kind: str) -> None:
        tag = tag_of(element)
        if not tag or tag in _SKIPPED:
            return
        if self.look.hides(element):
            self.hidden += bool(inner_text(element).strip())
        elif tag == "table" and not _is_layout(element):
            self._flush(kind, alone=True)
            if self.top is None:
                self._table(element)
        elif tag == "pre":
            self._flush(kind)
            self.flow.paragraph(inner_text(element), kind)
        elif tag in _BLOCKS or tag == "table":
            self._flush(kind)
            self._block(element, tag, kind)
        else:
            self._inline(element, tag, kind)

    def _block(self, element: Element, tag: str, kind: str) -> None:
        start, quoted = self.flow.length, _is_quote(element, tag)
        own = "quoted" if quoted else _KINDS.get(tag, kind if kind == "quoted" else "paragraph")
        if tag in ("ol", "ul"):
            self.numbers |= numbers_of(element, self.look.hides)
        if element in self.numbers:
            self._flush(own, alone=True)
            self.label = self.numbers[element]
        self._children(element, own)
        self._flush(own, alone=tag == "li")
        if quoted:
            self.quotes.append((start, self.flow.length))

    def _inline(self, element: Element, tag: str, kind: str) -> None:
        if tag == "br":
            self.inline.append("\0")
        elif tag == "sup" or _RAISED.search(element.get("style") or ""):
            self._set_off(element, kind, (True, False))
        elif tag == "sub" or _LOWERED.search(element.get("style") or ""):
            self._set_off(element, kind, (False, True))
        elif tag in _CONTROLS:
            self.pictures += [element] if tag == "img" else []
            shown = _control(element, tag)
            self.inline.append(f" {shown} " if shown[:1].isalnum() else shown)
        elif tag in _STRUCK or "line-through" in (element.get("style") or ""):
            self._struck(element, kind)
        else:
            self._note_link(element, tag)
            self._children(element, kind)

    def _set_off(self, element: Element, kind: str, how: tuple[bool, bool]) -> None:
        """Words set high or low; of what is more than words each piece by itself, where it follows a word."""
        before = next((one for one in reversed(self.inline) if one), "")
        shown = list(self._shown(element))
        if all(tag_of(one) in _PLAIN for one in shown):
            gone = [one for one in element.iterdescendants() if self.look.hides(one)]
            self.hidden += sum(bool(inner_text(one).strip()) for one in gone)
            self.inline.append(set_as(self._shown_text(element), before, *how))
            return
        around, self.set_off = self.set_off, how
        self._children(element, kind)
        self.set_off = around

    def _shown(self, element: Element) -> Iterator[Element]:
        """What stands inside an element and shows."""
        for child in element:
            if not self.look.hides(child):
                yield child
                yield from self._shown(child)

    def _shown_text(self, element: Element) -> str:
        parts = [element.text or ""]
        for child in element:
            parts += ["" if self.look.hides(child) else self._shown_text(child), child.tail or ""]
        return "".join(parts)

    def _say(self, text: str) -> None:
        before = next((one for one in reversed(self.inline) if one), "")
        off = any(self.set_off) and before[-1:].isalnum()
        self.inline.append(set_as(text, before, *self.set_off) if off else text)

    def _struck(self, element: Element, kind: str) -> None:
        """Words struck through, apart from those before and after them."""
        self.struck.append(inner_text(element).strip())
        self.inline.append(" " if "".join(self.inline)[-1:].isalnum() else "")
        self._children(element, kind)
        if (element.tail or "")[:1].isalnum() or element.getnext() is not None:
            self.inline.append(" " if "".join(self.inline)[-1:].isalnum() else "")

    def _note_link(self, element: Element, tag: str) -> None:
        target = element.get("href") or ""
        if tag == "a" and target.lower().startswith(("http://", "https://")):
            self.links.append(target)

    def _flush(self, kind: str, alone: bool = False) -> None:
        """Write what was gathered, the number of its item before it; `alone`: the number also without words."""
        text = collapse("".join(self.inline))
        self.inline.clear()
        if text.strip() or (alone and self.label):
            self.flow.paragraph(text, kind, self.label)
            self.label = ""

    def _table(self, table: Element) -> None:
        caption = table.find("caption")
        if caption is not None:
            self.flow.paragraph(self._cell_text(caption))
        nested = [inner for cell in _cells(table) for inner in cell.iter("table")]
        self.flow.table(self._grid(table))
        for inner in nested:
            if _nearest_table(inner) is table and not _is_layout(inner):
                self._element(inner, "paragraph")

    def _grid(self, table: Element) -> Iterator[GridCell]:
        taken: set[tuple[int, int]] = set()
        unshown = self._unshown_columns(table)
        for row, line in enumerate(self._shown_rows(table)):
            column = 0
            for cell in line:
                while (row, column) in taken:
                    column += 1
                keeps = column in unshown or "visibility" in (cell.get("style") or "")
                if column in unshown or self.look.hides(cell):
                    self.hidden += bool(inner_text(cell).strip())
                    column += _span(cell, "colspan") if keeps else 0
                    continue
                down, across = _span(cell, "rowspan"), _span(cell, "colspan")
                taken.update((row + r, column + c) for r in range(down) for c in range(across))
                text, numbers = self._cell_lines(cell)
                self.worded.see(cell, text, (len(self.flow.tables), row, column))
                yield GridCell(row, column, text, row + down - 1, column + across - 1, numbers)
                column += across

    def _unshown_columns(self, table: Element) -> set[int]:
        """The columns that do not show, as spreadsheets save hidden ones; counted from 0."""
        at = 0
        out: set[int] = set()
        for column in (one for one in table.iter("col") if _nearest_table(one) is table):
            wide = _span(column, "span")
            out.update(range(at, at + wide) if self.look.hides(column) else ())
            at += wide
        return out

    def _shown_rows(self, table: Element) -> Iterator[list[Element]]:
        """The rows that show; one in a hidden section of the table does not."""
        for line in _row_elements(table):
            around = (one for one in line.iterancestors("tbody", "thead", "tfoot") if _nearest_table(one) is table)
            if any(self.look.hides(one) for one in (line, *around)):
                self.hidden += bool(inner_text(line).strip())
            else:
                yield [cell for cell in line if tag_of(cell) in ("td", "th")]

    def _cell_text(self, cell: Element) -> str:
        return self._cell_lines(cell)[0]

    def _cell_lines(self, cell: Element) -> tuple[str, Stretches]:
        """The words of a cell without those of tables nested in it, which follow on their own; and its numbers."""
        inner = Walk(Flow(""), links=self.links, top=cell, look=self.look, struck=self.struck)
        inner.pictures = self.pictures
        inner._children(cell, "paragraph")
        inner._flush("paragraph")
        self.hidden += inner.hidden
        return inner.flow.closed_up()


def see(source: Source) -> Seen:
    """One part "body", and its tables."""
    stated = CHARSET.search(source.data[:4096])
    text, encoding = decode(source.data, stated[1].decode("ascii") if stated else "")
    seen = Seen(metadata=[("encoding", encoding)])
    walk = walk_html(text, BODY, source.name)
    seen.parts.append(walk.flow.part())
    seen.tables.extend(walk.flow.named_tables())
    note_walk(seen, walk, source)
    attach_drawn(seen, walk.pictures, source)
    return seen


def walk_html(text: str, part: str, name: str) -> Walk:
    """The walk over a page, its stream written."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise cut(name, "the page holds nothing to read") from error
    walk = Walk(Flow(part))
    walk.page(root)
    return walk


def note_walk(seen: Seen, walk: Walk, source: Source) -> None:
    """Record what the walk met: hidden text and links that nobody followed."""
    note_hidden_text(seen, source, walk.hidden)
    note_struck(seen, source, walk.struck)
    note_worded(seen, source, walk.as_words)
    links = sorted(set(walk.links))
    if links:
        shown = ", ".join(links[:5]) + (" and more" if len(links) > 5 else "")
        seen.note("links", f"The document links to {plural(len(links), 'address', 'addresses')}: {shown}.", source,
                  "Follow them by hand if the reply refers to them; nothing was fetched.")  # fmt: skip


def tag_of(element: Element) -> str:
    """The element's name in lower case without a prefix; empty for comments."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def collapse(text: str) -> str:
    """White space as a browser shows it; line breaks kept."""
    lines = (_SPACE.sub(" ", line).strip() for line in text.split("\0"))
    return "\n".join(lines).strip("\n").replace("\u200b", "")


def _is_quote(element: Element, tag: str) -> bool:
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    cited = tag == "blockquote" and (element.get("type") == "cite" or "quote" in marks)
    return cited or any(mark in marks for mark in _QUOTES)


def _is_layout(table: Element) -> bool:
    """A table that only places things: one column, or one cell beside nothing, or tables inside its single row."""
    rows = _rows(table)
    if table.get("role") == "presentation" and any(True for _ in table.iterfind(".//table")):
        return True
    widest = max((sum(_span(cell, "colspan") for cell in row) for row in rows), default=0)
    return widest <= 1 or (len(rows) == 1 and table.find(".//table") is not None)


def _row_elements(table: Element) -> Iterator[Element]:
    return (row for row in table.iter("tr") if _nearest_table(row) is table)


def _rows(table: Element) -> list[list[Element]]:
    return [[cell for cell in line if tag_of(cell) in ("td", "th")] for line in _row_elements(table)]


def _cells(table: Element) -> Iterator[Element]:
    return (cell for row in _rows(table) for cell in row)


def _nearest_table(element: Element) -> Element | None:
    return next(element.iterancestors("table"), None)


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return max(1, min(int(value), MAX_SPAN)) if value.isdigit() else 1


def _control(element: Element, tag: str) -> str:
    if tag == "textarea":
        return inner_text(element)
    if tag == "select":
        options = list(element.iter("option"))
        chosen = [one for one in options if one.get("selected") is not None] or options[:1]
        return ", ".join(inner_text(one).strip() for one in chosen)
    kind = (element.get("type") or "").lower()
    if tag == "img" or kind in ("hidden", "submit", "button", "image", "reset", "password"):
        return ""
    if kind in ("checkbox", "radio"):
        return "☒" if element.get("checked") is not None else "☐"
    return element.get("value") or ""
