"""RTF: paragraphs and tables of Rich Text, read token by token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from foidesk.model.protocols import Source

from .basket import Seen
from .refusals import cut
from .remarks import note_hidden_text
from .textflow import Flow, GridCell, raised

BODY = "body"
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z'])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)
_SKIPPED = {
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "headerl", "headerr",
    "headerf", "footerl", "footerr", "footerf", "themedata", "colorschememapping", "datastore", "latentstyles",
    "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "fldinst", "bkmkstart",
    "bkmkend",
    "pntext", "annotation", "nonesttables", "nesttableprops", "atnid", "atnauthor", "mmathPr", "filetbl", "revtbl",
    "shppict", "nonshppict", "sp", "listtext", "pgdsctbl",
}  # fmt: skip
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
    in_table: bool = False
    fallback: int = 1


@dataclass(slots=True)
class Walk:
    """A walk over the tokens: paragraphs and table rows as they come."""

    encoding: str
    flow: Flow = field(default_factory=lambda: Flow(BODY))
    states: list[State] = field(default_factory=lambda: [State()])
    line: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    swallow: int = 0
    hidden: int = 0
    starred: bool = False

    @property
    def state(self) -> State:
        return self.states[-1]

    def say(self, text: str) -> None:
        if self.swallow:
            text, self.swallow = text[self.swallow :], max(0, self.swallow - len(text))
        if self.state.skip or not text:
            return
        if self.state.hidden:
            self.hidden += 1
            return
        self.line.append(raised(text) if self.state.raised else text)

    def word(self, word: str, number: int | None) -> None:
        if word in _SHOWN:
            self.state.skip = self.starred = False
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
            case "nestcell" | "nestrow":
                # A table inside a cell stays inside it, as lines of text.
                self.say("\t" if word == "nestcell" else "\n")
            case "ansicpg" if number:
                self.encoding = f"cp{number}"
            case _:
                self._look(word, number)

    def _look(self, word: str, number: int | None) -> None:
        state = self.state
        match word:
            case "intbl" | "pard":
                state.in_table = word == "intbl"
            case "plain":
                state.hidden = state.raised = False
            case "v":
                state.hidden = number != 0
            case "super" | "nosupersub":
                state.raised = word == "super"
            case "uc":
                state.fallback = number or 0

    def paragraph(self) -> None:
        if self.state.skip:
            return
        if self.state.in_table:
            self.line.append("\n")
            return
        self.end_table()
        self.flow.paragraph("".join(self.line))
        self.line.clear()

    def _cell(self) -> None:
        self.row.append("".join(self.line).strip())
        self.line.clear()

    def _row(self) -> None:
        if self.row:
            self.rows.append(list(self.row))
        self.row.clear()

    def end_table(self) -> None:
        if self.rows:
            self.flow.table(
                GridCell(r, c, text, r, c) for r, row in enumerate(self.rows) for c, text in enumerate(row)
            )
            self.rows.clear()


def see(source: Source) -> Seen:
    """One part "body" and its tables."""
    walk = walk_rtf(source.data.decode("latin-1"))
    if len(walk.states) > 1:
        raise cut(source.name, "the file is cut: it ends inside a group")
    seen = Seen([walk.flow.part()])
    seen.tables.extend(walk.flow.named_tables())
    note_hidden_text(seen, source, walk.hidden)
    return seen


def walk_rtf(text: str) -> Walk:
    """The walk over the whole text, its last paragraph written."""
    walk = Walk("cp1252")
    for token in _joined(text, walk):
        if token["brace"] == "{":
            walk.states.append(replace(walk.state))
        elif token["brace"] and len(walk.states) > 1:
            walk.states.pop()
            walk.starred = False
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
