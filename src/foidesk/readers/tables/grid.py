"""What the finder gives: tables as cells with the tokens that stand in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from foidesk.readers.tables.ink import Frame, Token, text_of


@dataclass(slots=True)
class Slot:
    """One cell: rows and columns from 0, inclusive; its tokens by line, top to bottom; where it stands."""

    row: int
    column: int
    row_to: int
    column_to: int
    lines: list[list[Token]] = field(default_factory=list)
    frame: Frame | None = None

    @property
    def text(self) -> str:
        """The words of the cell, line after line; a word hyphenated at a line's end stays as printed.

        Words that run up or down the page come in the order in which the file writes them.
        """
        tokens = self.tokens
        if len(tokens) > 1 and not any(token.upright for token in tokens):
            return text_of(sorted(tokens, key=lambda token: token.start))
        return " ".join(text_of(line) for line in self.lines if line)

    @property
    def tokens(self) -> list[Token]:
        return [token for line in self.lines for token in line]

    def empty(self) -> bool:
        return not any(self.lines)


@dataclass(slots=True)
class Found:
    """A table found on one page. `kind` is "ruled" or "unruled".

    `open_top`, `open_bottom`: rules run on past the outermost row, as where a page break cuts a row.
    `xs`, `ys`: the column and row boundaries, kept to draw them and to compare two pages. `close`: those of `xs`
    that part words no further apart than a space; a next page on which that cannot be seen has them too.
    """

    kind: str
    frame: Frame
    slots: list[Slot]
    xs: list[float]
    ys: list[float]
    open_top: bool = False
    open_bottom: bool = False
    stray: list[Token] = field(default_factory=list)
    close: tuple[float, ...] = ()

    @property
    def rows(self) -> int:
        return max((slot.row_to for slot in self.slots), default=-1) + 1

    @property
    def columns(self) -> int:
        return max((slot.column_to for slot in self.slots), default=-1) + 1
