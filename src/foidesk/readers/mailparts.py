"""The body of a mail as a part: best alternative, typed blocks, tables of the reply itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from foidesk.model.places import TextPlace
from foidesk.model.protocols import Source
from foidesk.model.reading import Part, Table

from .basket import Seen
from .html import note_walk, walk_html
from .mailbody import TypedLine, answers_inline, kind_at, type_lines, typed_blocks
from .plain import tidy
from .textflow import number_tables, text_tables

BODY = "body"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ADDRESS = re.compile(r"<?(?:https?://|www\.|mailto:|cid:)[^\s<>]+>?|\S+@\S+")
_FIGURE = re.compile(r"^[£$€]?\d{1,3}(?:,\d{3})*(?:\.\d+)?\s?%?$")


@dataclass(slots=True)
class Body:
    """One text of a mail, in plain text, in HTML, or in both."""

    plain: str = ""
    markup: str = ""


def add_body(seen: Seen, bodies: list[Body], source: Source) -> None:
    """Add the part "body" with its typed blocks, and the tables of the reply itself."""
    if any(_prefers_html(body, source) for body in bodies):
        walk = walk_html("".join(_as_html(body, source) for body in bodies), BODY, source.name)
        part = walk.flow.part()
        text, tables, quoted, numbers = part.text, walk.flow.tables, walk.quotes, part.generated
        starts = {block.start for block in part.blocks}
        note_walk(seen, walk, source)
    else:
        text, quoted, starts, numbers = tidy("\n".join(body.plain for body in bodies)), [], set(), ()
        tables = text_tables(BODY, text)
    _note_other_numbers(seen, bodies, text, source)
    lines = _with_quotes(type_lines(text), quoted)
    own = [table for table in tables if _is_own(table, kind_at(lines, _start(table)))]
    blocks = typed_blocks(text, BODY, lines, own, starts)
    seen.parts = [part for part in seen.parts if part.name != BODY]
    seen.parts.insert(0, Part(BODY, "body", text, blocks=tuple(blocks), generated=numbers))
    seen.tables = number_tables(own, BODY)
    _note_inline(seen, text, lines, source)


def _prefers_html(body: Body, source: Source) -> bool:
    """True if only the HTML says it all: no plain text, a stub of one, or tables that the plain text lost."""
    if not body.markup.strip():
        return False
    if not body.plain.strip():
        return True
    flow = walk_html(body.markup, BODY, source.name).flow
    shown = flow.part().text
    longer = len(shown.split()) > 2 * len(body.plain.split()) + 20
    return longer or _figures(flow.tables) > _figures(text_tables(BODY, tidy(body.plain)))


def _as_html(body: Body, source: Source) -> str:
    return body.markup if _prefers_html(body, source) else f"<pre>{escape(tidy(body.plain))}</pre>"


def _note_other_numbers(seen: Seen, bodies: list[Body], text: str, source: Source) -> None:
    """Say which numbers only the other form of the mail shows: plain text and HTML may say different things."""
    lost: list[str] = []
    for body in bodies:
        if body.plain.strip() and body.markup.strip():
            shown = tidy(body.plain) if _prefers_html(body, source) else _shown(body, source)
            lost += sorted(_numbers(shown) - _numbers(text))
    if lost:
        seen.note(
            "alternatives-differ",
            f"The mail's other form (plain text or HTML) shows numbers not in this one: {', '.join(lost[:8])}.",
            source, "Open the mail in a mail program and compare both.", severity="warning",
        )  # fmt: skip


def _shown(body: Body, source: Source) -> str:
    return walk_html(body.markup, BODY, source.name).flow.part().text


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(_ADDRESS.sub(" ", text)))


def _note_inline(seen: Seen, text: str, lines: list[TypedLine], source: Source) -> None:
    if answers_inline(text, lines):
        seen.note(
            "answers-among-quotes", "The mail says that its answers stand among the quoted questions.", source,
            "Read the quoted part by hand: what is answer and what is question is not marked.", severity="warning",
        )  # fmt: skip


def _with_quotes(lines: list[TypedLine], quoted: list[tuple[int, int]]) -> list[TypedLine]:
    """The lines, those quoted that the HTML itself marks as quotation."""
    return [
        line._replace(kind="quoted") if any(a <= line.start < b for a, b in quoted) else line for line in lines
    ]


def _is_own(table: Table, kind: str) -> bool:
    """A table of the reply itself; below the signature only one full of small figures: phones stand there."""
    if kind != "signature":
        return kind == "paragraph"
    cells = [cell.text.strip() for cell in table.cells if cell.column > 0 and cell.row > 0]
    figures = sum(bool(_FIGURE.match(text)) for text in cells)
    return figures > 1 and figures * 2 >= len(cells)


def _figures(tables: list[Table]) -> int:
    return sum(any(mark.isdigit() for mark in cell.text) for table in tables for cell in table.cells)


def _start(table: Table) -> int:
    return table.place.start if isinstance(table.place, TextPlace) else 0
