"""A story in whatever format it was written: Markdown, text, Word, HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from .. import claims
from ..errors import FoideskError, SurveyFileError
from ..model import Part, Table, TextPlace

TEXT = (".md", ".markdown", ".txt", ".text", "")


@dataclass(frozen=True, slots=True)
class Story:
    """The text of a story. `is_file` is true if the text is the file itself, so that places are places in it.

    `left_out` are the words of a web page inside its article that are no part of the story: forms, links, footers.
    """

    name: str
    text: str
    is_file: bool = True
    left_out: tuple[str, ...] = ()


def read_story(path: Path) -> Story:
    """The story with headline, standfirst and captions, in the order of reading."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unread(path, str(error.strerror or error)) from error
    if path.suffix.lower() in TEXT:
        try:
            return Story(path.name, data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise _unread(path, f"it is no UTF-8: {error.reason}") from error
    return _of_document(data, path)


def need_words(text: str, name: str) -> None:
    """Refuses a story without a word: that nothing is open in it would say nothing."""
    if not text.strip():
        raise SurveyFileError(
            "the story is empty: there is nothing to check", where=name,
            next="save the story to this file, or name the file that holds it: foidesk check STORY",
        )  # fmt: skip


def _of_document(data: bytes, path: Path) -> Story:
    from .. import readers
    from ..readers.article import article

    left_out: tuple[str, ...] = ()
    if path.suffix.lower() in (".html", ".htm", ".xhtml"):
        found = article(data)
        data, left_out = found.data, found.left_out
    try:
        reading = readers.read(data, path.name).reading
    except FoideskError as error:
        raise _unread(path, error.what) from error
    texts = [_of_part(part, [table for table in reading.tables if table.parts == (part.name,)])
             for part in reading.visible_parts()]  # fmt: skip
    text = claims.clean("\n\n".join(text for text in texts if text.strip()))
    return Story(path.name, text, False, left_out)


def _of_part(part: Part, tables: list[Table]) -> str:
    """Blocks parted by blank lines, so that a heading or caption is no part of the sentence after it.

    What stands in no block is text of the story too; a table is a line a row, with tabs between its cells.
    """
    rows = {one[0]: one for table in tables if (one := _rows(table, part))}
    heads = {block.start for block in part.blocks if block.kind == "heading"}
    ends = {0, len(part.text), *(place for block in part.blocks for place in (block.start, block.end))}
    ends |= {place for start, end, _ in rows.values() for place in (start, end)}
    inside = {at for start, end, _ in rows.values() for at in ends if start < at < end}
    told: list[str] = []
    for start, end in pairwise(sorted(ends - inside)):
        is_table = start in rows
        told.append(rows[start][2] if is_table else _broken(part.text[start:end].strip(), start in heads))
    return "\n\n".join(one for one in told if one.strip())


def _rows(table: Table, part: Part) -> tuple[int, int, str] | None:
    """Where a table stands, and its rows, an empty cell where one above or on the left goes on.

    None if its cells are not all that stands there.
    """
    if not isinstance(table.place, TextPlace) or not table.cells:
        return None
    start, end = table.place.start, table.place.end
    if "".join(part.text[start:end].split()) != "".join("".join(cell.text.split()) for cell in table.cells):
        return None
    wide = 1 + max(cell.column_to for cell in table.cells)
    lines = [[""] * wide for _ in range(1 + max(cell.row_to for cell in table.cells))]
    for cell in table.cells:
        lines[cell.row][cell.column] = " ".join(cell.text.split())
    return start, end, "\n".join("\t".join(line) for line in lines if any(line))


_LINE_END = re.compile(r"[ \t]*\n[ \t]*(?=[\"“‘'(]?[A-Z0-9£$€])")
_GOES_ON = re.compile(
    r"(?:,|\b(?:and|or|but|the|an?|of|in|at|on|to|from|by|for|with|that|who|which|is|was|were|had))$"
)


def _broken(text: str, is_heading: bool) -> str:
    """A line that its writer ended by hand ends a sentence, unless the words show that it goes on."""
    if is_heading:
        return re.sub(r"[ \t]*\n[ \t]*", " ", text)
    return _LINE_END.sub(lambda end: "\n" if _GOES_ON.search(text[: end.start()]) else "\n\n", text)


def _unread(path: Path, why: str) -> SurveyFileError:
    return SurveyFileError(
        f"the story cannot be read: {why}",
        where=str(path),
        next="write it as Markdown or text in UTF-8, DOCX or HTML",
    )
