"""RTF: paragraphs and tables of Rich Text, read token by token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from foidesk.model.protocols import Source

from .basket import Seen
from .drawings import attach_picture
from .raised import apart, set_as
from .refusals import cut
from .remarks import note_changes, note_hidden_text, note_struck
from .rtf_pictures import pictures_of
from .rtf_rows import Inner, Layout, Row, grid_of
from .textflow import Flow, Line, Stretches, lined

BODY = "body"
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z'])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)
_SKIPPED = {
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "colorschememapping", "datastore",
    "latentstyles",
    "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "fldinst", "bkmkstart",
    "bkmkend",
    "annotation", "nonesttables", "nesttableprops", "atnid", "atnauthor", "mmathPr", "filetbl", "revtbl",
    "shppict", "nonshppict", "sp", "pgdsctbl",
}  # fmt: skip
_MARGINS = {
    kind + side: f"page {kind}" for kind in ("header", "footer") for side in ("", "l", "r", "f")
}  # fmt: skip
# What a program wrote as the number of the paragraph, for those that do not count themselves.
_LABELS = ("listtext", "pntext")
_NUMBER = re.compile(r"\d|[^\W\d_]{1,4}[.):]|\([^\W\d_]{1,4}")
# Text boxes and footnotes are shown though they stand inside what is not.
_SHOWN = {"shptxt", "footnote", "ud"}
_CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "~": "\xa0",
    "_": "-", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip


@dataclass(slots=True)
class State:
    """What holds inside one pair of braces."""

    skip: bool = False
    hidden: bool = False
    raised: bool = False
    lowered: bool = False
    deleted: bool = False
    struck: bool = False
    in_table: bool = False
    depth: int = 1
    label: bool = False
    kind: str = "paragraph"
    fallback: int = 1


@dataclass(slots=True)
class Walk:
    """A walk over the tokens: paragraphs and table rows as they come."""

    encoding: str
    flow: Flow = field(default_factory=lambda: Flow(BODY))
    states: list[State] = field(default_factory=lambda: [State()])
    line: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    cell: list[Line] = field(default_factory=list)
    row: list[tuple[str, Stretches]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    inner: Inner = field(default_factory=Inner)
    layout: Layout = field(default_factory=Layout)
    inserted: int = 0
    deleted: int = 0
    struck: list[str] = field(default_factory=list)
    margins: set[str] = field(default_factory=set)
    swallow: int = 0
    hidden: int = 0
    starred: bool = False
    last_struck: bool = False

    @property
    def state(self) -> State:
        return self.states[-1]

    def say(self, text: str) -> None:
        if self.swallow:
            text, self.swallow = text[self.swallow :], max(0, self.swallow - len(text))
        if self.state.skip or not text:
            return
        if self.state.label:
            self.label.append(text)
            return
        if self.state.hidden:
            self.hidden += 1
            return
        if self.state.deleted:
            self.deleted += 1
            return
        if self.state.struck:
            self.struck.append(text)
        if self.state.struck != self.last_struck:
            text = apart("".join(self.line[-1:]), text)
            self.last_struck = self.state.struck
        self.line.append(set_as(text, "".join(self.line[-1:]), self.state.raised, self.state.lowered))

    def word(self, word: str, number: int | None) -> None:
        if word in _SHOWN:
            self.state.skip = self.starred = False
        elif word in _LABELS:
            self.state.label, self.starred = True, False
        elif word in _MARGINS:
            self.state.kind, self.state.in_table = _MARGINS[word], False
        elif word in _SKIPPED or self.starred:
            self.state.skip, self.starred = True, False
        elif word in _CHARACTERS:
            self.say(_CHARACTERS[word])
        elif word == "u" and number is not None:
            self.say(chr(number % 65536))
            self.swallow = self.state.fallback
        else:
            self._control(word, number)

    def _control(self, word: str, number: int | None) -> None:
        match word:
            case "par" | "sect" | "page":
                self.paragraph()
            case "cell":
                self._cell()
            case "row":
                self._row()
            case "nestcell" | "nestrow" if self.state.depth > 2:  # stays inside the inner cell, as lines of text
                self.say("\t" if word == "nestcell" else "\n")
            case "nestcell":
                self.inner.end_cell(self._taken())
            case "nestrow":
                self.inner.end_row()
            case "ansicpg" if number:
                self.encoding = f"cp{number}"
            case _:
                self._look(word, number)

    def _look(self, word: str, number: int | None) -> None:
        state = self.state
        if not state.skip and self.layout.word(word, number):
            return
        match word:
            case "intbl":
                state.in_table = True
            case "pard":
                state.in_table, state.depth = False, 1
            case "itap":
                state.depth = number or 1
            case "plain":
                state.hidden = state.raised = state.lowered = state.deleted = state.struck = False
            case "v":
                state.hidden = number != 0
            case "deleted":
                state.deleted = number != 0
            case "strike" | "striked":
                state.struck = number != 0
            case "revised":
                self.inserted += number != 0
            case "super" | "sub" | "nosupersub" | "up" | "dn":  # "up6" and "dn6" by half points
                state.raised = word in ("super", "up") and number != 0
                state.lowered = word in ("sub", "dn") and number != 0
            case "uc":
                state.fallback = number or 0

    def paragraph(self) -> None:
        if self.state.skip:
            return
        if self.state.in_table:
            (self.inner.cell if self.state.depth > 1 else self.cell).append(self._taken())
            return
        self.end_table()
        text, label = self._taken()
        if self.state.kind == "paragraph":
            self.flow.paragraph(text, "list item" if label else "paragraph", label)
        elif text.strip() and text not in self.margins:  # left, right and first pages often say the same
            self.margins.add(text)
            self.flow.paragraph(text, self.state.kind)

    def _taken(self) -> Line:
        """The paragraph written so far and the number of its automatic list; a bullet is none."""
        label, text = "".join(self.label).strip(), "".join(self.line)
        self.label.clear()
        self.line.clear()
        return Line(text, label if _NUMBER.search(label) else "")

    def close(self) -> None:
        """End of a group; that of a page header or footer ends its paragraph."""
        if self.state.kind != self.states[-2].kind:
            self.state.in_table = False
            self.paragraph()
        self.states.pop()
        self.starred = False

    def _cell(self) -> None:
        self.row.append(lined([*self.cell, self._taken()]))
        self.cell.clear()
        self.inner.end_table()

    def _row(self) -> None:
        if self.row:
            self.rows.append(Row(list(self.row), self.layout.left, list(self.layout.edges)))
        self.row.clear()

    def end_table(self) -> None:
        if self.rows:
            self.flow.table(list(grid_of(self.rows)))
            self.rows.clear()
        for rows in self.inner.tables:
            self.flow.table(list(grid_of(rows)))
        self.inner.tables.clear()


def see(source: Source) -> Seen:
    """One part "body" and its tables."""
    walk = walk_rtf(source.data.decode("latin-1"))
    if len(walk.states) > 1:
        raise cut(source.name, "the file is cut: it ends inside a group")
    seen = Seen([walk.flow.part()])
    seen.tables.extend(walk.flow.named_tables())
    note_changes(seen, source, walk.inserted, walk.deleted)
    note_hidden_text(seen, source, walk.hidden)
    note_struck(seen, source, walk.struck)
    for name, data, large in pictures_of(source.data):
        attach_picture(seen, name, data, large, source)
    return seen


def walk_rtf(text: str) -> Walk:
    """The walk over the whole text, its last paragraph written."""
    walk = Walk("cp1252")
    for token in _joined(text, walk):
        if token["brace"] == "{":
            walk.states.append(replace(walk.state))
        elif token["brace"] and len(walk.states) > 1:
            walk.close()
        elif token["word"]:
            walk.word(token["word"], int(token["number"]) if token["number"] else None)
        elif token["symbol"]:
            _symbol(walk, token["symbol"])
        elif token["text"]:
            walk.say(token["text"])
    walk.state.in_table = False
    walk.paragraph()
    walk.end_table()
    return walk


def _symbol(walk: Walk, symbol: str) -> None:
    if symbol == "*":
        walk.starred = True
    elif symbol in "\r\n":
        walk.paragraph()
    else:
        walk.say(_CHARACTERS.get(symbol, ""))


def _joined(text: str, walk: Walk) -> Iterator[re.Match[str]]:
    """The tokens; bytes given in hexadecimal are said at once, pairs of them together for wide code pages."""
    pending = bytearray()
    for token in _TOKEN.finditer(text):
        if token["hex"]:
            pending.append(int(token["hex"], 16))
            continue
        if pending:
            walk.say(_decoded(bytes(pending), walk.encoding))
            pending.clear()
        yield token


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", "replace")
