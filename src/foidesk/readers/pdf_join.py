"""Tables as a reader of the whole document sees them: pieces on consecutive pages are one table.

A piece continues the one before it if nothing but page headers and footers stands between them and their
columns stand alike. A repeated head is dropped, a row cut by the page break is put together, and both are said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from foidesk.model.issues import Issue
from foidesk.model.places import Locator, PagePlace
from foidesk.model.protocols import Source
from foidesk.model.reading import Cell, Table
from foidesk.readers.pdf_breaks import doubts_at_breaks
from foidesk.readers.pdf_pieces import PageOf, Piece, all_pieces
from foidesk.readers.pdf_sheets import columns_apart, widened
from foidesk.readers.pdf_text import box_of
from foidesk.readers.tables.grid import Found
from foidesk.readers.tables.ink import is_number


@dataclass(slots=True)
class Joined:
    """The tables of the document, and what was odd about them."""

    tables: tuple[Table, ...]
    issues: tuple[Issue, ...]


def tables_of(pages: list[PageOf], repeated: set[str], source: Source) -> Joined:
    """All tables, those that run over page breaks joined."""
    chains: list[list[Piece]] = []
    found = all_pieces(pages, repeated)
    sheets = widened(found)
    for piece in sheets:
        before = next((chain for chain in reversed(chains) if continues(chain[-1], piece)), None)
        if before is None:
            chains.append([piece])
        else:
            before.append(piece)
    weavings = [Weaving(source, chain) for chain in chains]
    tables = tuple(w.table() for w in weavings)
    issues = [issue for w in weavings for issue in w.issues]
    apart = columns_apart(found, sheets, source)
    return Joined(tables, (*issues, *doubts_at_breaks(pages, chains, repeated, source), *apart))


# ------------------------------------------------------------------ does it go on?


def continues(a: Piece, b: Piece) -> bool:
    """True if the second piece is the first one's continuation on the next page."""
    over = max([a.page, *(wide.page for wide in a.wider)])  # pages printed over, then down
    if b.page not in (a.page + 1, over + 1) or not (a.last and b.first) or a.found.kind != b.found.kind:
        return False
    if not columns_alike(a.found, b.found) or len(a.wider) != len(b.wider):
        return False
    return same_head(a, b) > 0 or not (has_head(a) and has_head(b))


def columns_alike(a: Found, b: Found) -> bool:
    """True if the boundaries of the columns stand at the same places, give or take a shift of the page.

    Without rules the outer edges are those of the widest words, which a head has on the first page only: of three
    columns and more the inner boundaries tell alone.
    """
    if len(a.xs) != len(b.xs):
        return False
    if a.kind == "ruled":
        shift = b.xs[0] - a.xs[0]
        return abs(shift) < 40 and all(abs(y - x - shift) < 5.0 for x, y in zip(a.xs, b.xs, strict=True))
    inner = slice(1, -1) if len(a.xs) > 3 else slice(None)
    return all(abs(y - x) < 24.0 for x, y in zip(a.xs[inner], b.xs[inner], strict=True))


def same_head(a: Piece, b: Piece) -> int:
    """How many rows at the top of the second piece repeat those at the top of the first."""
    count = 0
    for ra, rb in zip(a.rows(), b.rows(), strict=False):
        if not ra or [c.text for c in ra] != [c.text for c in rb] or not any(c.text for c in ra):
            break
        count += 1
    return count if count < len(b.rows()) or count == 0 else 0


def has_head(piece: Piece) -> bool:
    """True if the first row is words only, over columns that hold numbers."""
    rows = piece.rows()
    if len(rows) < 3:
        return False
    head = [c for c in rows[0] if c.text]
    under = [c for row in rows[1:] for c in row if c.text and c.column > 0]
    numbers = sum(is_number(c.text) for c in under)
    words = not any(is_number(c.text) for c in head)
    return words and len(head) >= 0.8 * piece.found.columns and numbers >= 0.5 * max(1, len(under))


# ------------------------------------------------------------------ weaving the pieces together


@dataclass(slots=True)
class Weaving:
    """One table in the making, from the pieces of a chain."""

    source: Source
    chain: list[Piece]
    cells: list[Cell] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    height: int = 0

    def table(self) -> Table:
        """The table of all pieces."""
        first = self.chain[0]
        self._append(first, first.cells)
        for before, piece in zip(self.chain, self.chain[1:], strict=False):
            self._continue(before, piece)
        whole = self._as_table(first, self.cells)
        printed = [p for piece in self.chain for p in (replace(piece, wider=[]), *piece.wider)]
        if len(printed) == 1:
            return whole
        for piece in first.wider:
            self.notes.append(f"the columns on page {piece.page} stand beside the rows on page {first.page}")
        pieces = tuple(self._as_table(p, _own(p)) for p in sorted(printed, key=lambda p: p.page))
        parts = tuple(f"page {n}" for n in sorted({p.page for p in printed}))
        return replace(whole, parts=parts, repaired=tuple(self.notes), pieces=pieces)

    def _as_table(self, piece: Piece, cells: list[Cell]) -> Table:
        place = PagePlace(piece.page, box_of(piece.found.frame))
        return Table(piece.name, (f"page {piece.page}",), tuple(cells), place, piece.caption, piece.caption_place)

    def _append(self, piece: Piece, cells: Iterable[Cell], drop: int = 0) -> None:
        shift = self.height - drop
        moved = [replace(c, row=c.row + shift, row_to=c.row_to + shift) for c in cells if c.row >= drop]
        self.cells.extend(moved)
        self.height = max([self.height, *(c.row_to + 1 for c in moved)])

    def _continue(self, before: Piece, piece: Piece) -> None:
        drop = same_head(self.chain[0], piece)
        if drop:
            rows = "head" if drop == 1 else f"head ({drop} rows)"
            self.notes.append(f"page {piece.page} repeats the {rows} of the table; it is counted once")
        verdict = self._cut(before, piece, drop)
        if verdict == "joined":
            self._join_rows(piece, drop)
            self._append(piece, piece.cells, drop + 1)
            return
        if verdict == "doubt":
            self._raise_doubt(before, piece, drop)
        self._append(piece, piece.cells, drop)

    # ---- a row cut by the page break

    def _cut(self, before: Piece, piece: Piece, drop: int) -> str:
        """ "joined", "doubt" or "": whether the first row here is the rest of the last row before."""
        last, first = _by_column(before.rows()[-1]), _by_column(piece.rows()[drop])
        bodies = [_by_column(r) for r in before.rows()[:-1] + piece.rows()[drop + 1 :]]
        if not last or not first or any(c.row_to > c.row for c in piece.rows()[drop]):
            return ""
        keyless = sum(0 not in row for row in bodies) > 0.1 * len(bodies)
        valueless = sum(set(row) == {0} for row in bodies[1:]) > 0.1 * len(bodies)
        if 0 not in first and 0 in last and not keyless:
            return "joined"
        lower = 0 in first and first[0].text[:1].islower()
        apart = not ((set(last) & set(first)) - {0})
        if lower and apart:
            return "joined"
        if valueless or len(before.rows()) < 2:
            return "doubt" if lower else ""
        if set(last) == {0} and set(first) != {0}:
            return "joined" if before.found.open_bottom else "doubt"
        if set(first) == {0} and set(last) != {0}:
            return "joined" if piece.found.open_top else "doubt"
        return "doubt" if lower else ""

    def _join_rows(self, piece: Piece, drop: int) -> None:
        rest = _by_column(piece.rows()[drop])
        row = self.height - 1
        for i, cell in enumerate(self.cells):
            if cell.row_to == row and cell.column in rest:
                self.cells[i] = _joined_cell(cell, rest.pop(cell.column))
        self.cells.extend(replace(c, row=row, row_to=row) for c in rest.values())
        key = next((c.text for c in self.cells if c.row_to == row and c.text), "")
        self.notes.append(f"the row “{key}” was cut by the page break before page {piece.page}; it is one row")

    def _raise_doubt(self, before: Piece, piece: Piece, drop: int) -> None:
        cells = [c for row in (before.rows()[-1], piece.rows()[drop]) for c in row if c.text]
        locators = tuple(Locator(self.source.sha256, c.place, c.text) for c in cells)
        above = " | ".join(c.text for c in before.rows()[-1] if c.text)
        below = " | ".join(c.text for c in piece.rows()[drop] if c.text)
        what = f"a page break may have cut a row in two: “{above}” and “{below}”"
        where = f"{self.source.name}, pages {before.page} and {piece.page}"
        then = "look at both pages and decide whether this is one row or two"
        self.issues.append(Issue("row-cut-by-page-break", "warning", what, where, then, locators, key=piece.name))


def _own(piece: Piece) -> list[Cell]:
    """The piece's cells without those that were put beside them from other pages."""
    return [c for c in piece.cells if isinstance(c.place, PagePlace) and c.place.page == piece.page]


def _by_column(row: list[Cell]) -> dict[int, Cell]:
    return {cell.column: cell for cell in row if cell.text}


def _joined_cell(a: Cell, b: Cell) -> Cell:
    if not a.text:
        return replace(b, row=a.row, row_to=a.row_to)
    return replace(a, text=f"{a.text} {b.text}")
