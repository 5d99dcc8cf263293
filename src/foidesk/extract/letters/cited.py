"""Where a reply itself names guidance of the survey, or a clause of it.

Only what stands there by name is recorded: a clause is never assigned from what was done. A clause counts where
its name stands in one sentence, or one cell, with that of its guidance, or in a column headed by that name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from foidesk.model.guidelines import Citation
from foidesk.words.totals import nil

from ..basis.found import Mark
from ..basis.ground import Ground
from ..basis.near import repeats
from ..basis.pieces import Piece, Span
from ..basis.regions import Region
from ..figures.grid import Slot
from ..sentences.cutting import cut
from ..tables.tables import TableRead
from .cited_names import Named, clauses_beside, clauses_under, guidance_in

CITED = "clause of guidance"
_SENTENCE = 60


def citations(
    ground: Ground, tables: Sequence[TableRead], aside: Sequence[Region]
) -> tuple[tuple[Citation, ...], tuple[Mark, ...]]:
    """The citations of a reply outside our quoted request, and the characters whose numbers they explain."""
    if not ground.context.guidelines:
        return (), ()
    found = [
        seen
        for text in (*_sentences(ground, aside), *_cells(ground, tables, aside))
        for seen in _cited(ground, text)
    ]
    return tuple(one.citation for one in found), tuple(mark for one in found for mark in one.marks)


@dataclass(frozen=True, slots=True)
class _Text:
    """A sentence or a cell; `head` names the guidance over a cell whose column holds clauses of it."""

    piece: Piece
    table: str = ""
    row: int = -1
    head: Piece | None = None
    holds: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    citation: Citation
    marks: tuple[Mark, ...]


def _sentences(ground: Ground, aside: Sequence[Region]) -> Iterator[_Text]:
    for _, _, block in ground.block_pieces():
        yield from (_Text(piece) for piece in cut(block) if _is_own(ground, piece, aside))


def _cells(ground: Ground, tables: Sequence[TableRead], aside: Sequence[Region]) -> Iterator[_Text]:
    for read in tables:
        for column in range(read.layout.grid.width):
            slots = [row[column] for row in read.layout.grid.rows if row[column].first]
            texts = [_cell(read, slot) for slot in slots if _says(ground, read, slot, aside)]
            holds = any(_named_under(ground, text) for text in texts)
            yield from (replace(text, holds=holds) for text in texts)


def _says(ground: Ground, read: TableRead, slot: Slot, aside: Sequence[Region]) -> bool:
    """True for words of the body: a short heading says what its column holds, and cites nothing."""
    heads = slot.row in read.layout.header or slot.row in read.layout.titles
    own = slot.piece is not None and _is_own(ground, slot.piece, aside)
    return own and not (heads and len(slot.text) < _SENTENCE)


def _cell(read: TableRead, slot: Slot) -> _Text:
    assert slot.piece is not None
    head = read.layout.lowest_heading(slot.column) if read.layout.header else None
    over = head.piece if head is not None and head.row != slot.row else None
    return _Text(slot.piece, read.table.name, slot.row, over)


def _is_own(ground: Ground, piece: Piece, aside: Sequence[Region]) -> bool:
    quoted = any(region.span.holds(span) for span in piece.spans for region in aside)
    return bool(piece) and not quoted and not repeats(ground, piece.text)


def _over(ground: Ground, text: _Text) -> Named | None:
    """The guidance that alone is named over a cell."""
    found = guidance_in(text.head.text, ground.context.guidelines) if text.head is not None else ()
    return found[0] if len({one.guideline.id for one in found}) == 1 else None


def _named_under(ground: Ground, text: _Text) -> bool:
    over = _over(ground, text)
    return over is not None and any(one.clause for one in clauses_under(text.piece.text, over))


def _cited(ground: Ground, text: _Text) -> Iterator[_Seen]:
    here = guidance_in(text.piece.text, ground.context.guidelines)
    for name, by in clauses_beside(text.piece.text, here):
        yield _seen(ground, text, name, [name] if name is by else [name, by])
    over = _over(ground, text) if text.holds and not here else None
    if over is None or nil(text.piece.text) is not None or not any(map(str.isalpha, text.piece.text)):
        return
    words = " ".join(text.piece.text.split())
    unknown = Named(0, len(text.piece.text), over.guideline, unknown=words)
    for name in list(clauses_under(text.piece.text, over)) or [unknown]:
        yield _seen(ground, text, name, [name], over)


def _seen(ground: Ground, text: _Text, name: Named, stands: Iterable[Named], over: Named | None = None) -> _Seen:
    there = sorted(stands, key=lambda one: one.start)
    pieces = [text.piece.cut(one.start, one.end) for one in there]
    whole = text.piece.cut(there[0].start, max(one.end for one in there))
    heading = text.head.cut(over.start, over.end) if over is not None and text.head is not None else None
    citation = Citation(
        name.guideline.id, name.clause, tuple(" ".join(piece.text.split()) for piece in pieces),
        ground.locator(whole), name.unknown, text.table, text.row,
        ground.locator(heading) if heading is not None else None,
    )  # fmt: skip
    return _Seen(citation, tuple(Mark(span, CITED) for span in _spans(pieces)))


def _spans(pieces: Iterable[Piece]) -> Iterator[Span]:
    return (span for piece in pieces for span in piece.spans)
