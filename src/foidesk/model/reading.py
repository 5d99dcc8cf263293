"""What a reader saw in a document. Blind to body and survey."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .issues import Issue
from .later import Later
from .places import Place


@dataclass(frozen=True, slots=True)
class Word:
    """Characters `start` to `end` of the part's raw text and where they stand.

    `confidence` (0 to 1) is given by OCR only; `None` means the characters come from the document itself.
    """

    text: str
    start: int
    end: int
    place: Place
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; rows and columns count from 0 and are inclusive, so a span has row_to > row.

    `kind` is what the document itself says the value is: "text", "number", "date", "bool", "error" or "".
    `number` is the stored number as the workbook holds it (a decimal string), whatever `text` displays.
    """

    row: int
    column: int
    row_to: int
    column_to: int
    text: str
    place: Place
    kind: str = ""
    number: str = ""
    number_format: str = ""
    formula: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table(Later):
    """Cells that belong together. `name` is unique in the reading ("page 2 table 1", "sheet 'Data' table 1").

    `parts` are the names of the parts it stands on, more than one where it continues over a page break.
    `caption` is the line above it, if any, with its place. `repaired` says in words what the reader joined;
    `pieces` are then the tables as they stand on each page, before they were joined.
    """

    name: str
    parts: tuple[str, ...]
    cells: tuple[Cell, ...]
    place: Place
    caption: str = ""
    caption_place: Place | None = None
    repaired: tuple[str, ...] = ()
    pieces: tuple[Table, ...] = ()

    @property
    def height(self) -> int:
        return max((cell.row_to for cell in self.cells), default=-1) + 1

    @property
    def width(self) -> int:
        return max((cell.column_to for cell in self.cells), default=-1) + 1

    def grid(self) -> list[list[Cell | None]]:
        """Rows of cells; a spanning cell stands in each place it covers, an absent one is None."""
        width = self.width
        rows: list[list[Cell | None]] = [[None] * width for _ in range(self.height)]
        for cell in self.cells:
            for row in range(cell.row, cell.row_to + 1):
                for column in range(cell.column, cell.column_to + 1):
                    rows[row][column] = cell
        return rows


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text outside tables: characters `start` to `end` of the part's raw text.

    `kind`: "paragraph", "heading", "list item", "quoted" (the earlier mail or our own request),
    "signature", "mail header", "page header", "page footer".
    """

    kind: str
    text: str
    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True)
class Part(Later):
    """A page, a sheet, or a body of text.

    `text` is the raw character stream in reading order. It is made without regard to tables; every number of
    the document stands in it (or, on a sheet, in a word, one word per filled cell).
    `layer`: "text" (characters of the document), "ocr" (recognised), "cells" (a workbook).
    `hidden`: "", "hidden" or "very hidden". Width and height are in points; 0 where a part has none.
    `generated`: the stretches of the text that stand in no file: the numbers that a program puts before the items
    of an automatic list when it shows them.
    """

    name: str
    kind: str
    text: str
    words: tuple[Word, ...] = ()
    blocks: tuple[Block, ...] = ()
    layer: str = "text"
    hidden: str = ""
    width: float = 0.0
    height: float = 0.0
    generated: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document inside a document: its file name as sent, media type, SHA-256 and size in bytes."""

    name: str
    media_type: str
    sha256: str
    size: int
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a mail says of itself; addresses in lower case; `date` is ISO 8601 with offset, or empty."""

    sender: str = ""
    sender_name: str = ""
    recipients: tuple[str, ...] = ()
    subject: str = ""
    date: str = ""
    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    auto: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader saw: parts, tables, attachments, and the oddities it met.

    `tools` names each program that took part, with its version ("pdfium 7.0", "tesseract 5.3.0").
    """

    document: str
    media_type: str
    reader: str
    version: int
    tools: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    tables: tuple[Table, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    envelope: Envelope | None = None
    issues: tuple[Issue, ...] = ()
    metadata: tuple[tuple[str, str], ...] = field(default=())

    def part(self, name: str) -> Part:
        """The part of that name; KeyError if there is none."""
        for part in self.parts:
            if part.name == name:
                return part
        raise KeyError(name)

    def visible_parts(self) -> Iterator[Part]:
        """The parts that are not hidden: hidden ones are sealed until a person unseals them."""
        return (part for part in self.parts if not part.hidden)
