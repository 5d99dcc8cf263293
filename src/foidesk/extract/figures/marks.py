"""Notes that say what a mark means: "* denotes fewer than five", "- means nil", "rounded to the nearest 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from foidesk.words.totals import MarkMeaning, Nil, Suppression, meaning_of_suppression, rounding, without_note

from ..basis.found import Mark
from ..basis.ground import Ground
from ..basis.pieces import Piece
from ..basis.says import Says

_NUMBERS = r"(?:numbers?|figures?|values?|counts?|cells?|data|totals?)"
_SMALL = (
    r"(?:small|low|under|below|fewer|less|suppress\w*|redact\w*|withh[eo]ld|masked|replaced|disclos\w*|identif\w*)"
)
_ON_X = re.compile(
    rf"(?<![\w.,/-])(?<!\d\s)[x×](?![\w-])(?!\s?\d)|\b{_SMALL}\b[^.;]{{0,60}}\b{_NUMBERS}\b|\b{_NUMBERS}\b[^.;]{{0,60}}\b{_SMALL}\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"denot|represent|mean|indicat|suppress|fewer|less than|redact|withheld|=", re.IGNORECASE)


def meanings(ground: Ground) -> dict[str, MarkMeaning]:
    """What the reply's own notes say of each mark; where they are silent, what the covering mail says."""
    return ground.memo.get("marks", lambda: {m.mark: m for m in (*_covering(ground), *_own(ground))})


def _covering(ground: Ground) -> Iterator[MarkMeaning]:
    return (meaning for line in ground.context.covering.splitlines() for meaning in meaning_of_suppression(line))


def _own(ground: Ground) -> Iterator[MarkMeaning]:
    return (meaning for _, found in _notes(ground) for meaning in found)


def _notes(ground: Ground) -> Iterator[tuple[Piece, tuple[MarkMeaning, ...]]]:
    for piece in _texts(ground):
        found = meaning_of_suppression(piece.text)
        if found:
            yield piece, found


def _texts(ground: Ground) -> Iterator[Piece]:
    """Runs of text and long cells: wherever a note can stand."""
    yield from (piece for _, _, piece in ground.block_pieces())
    for table in ground.tables:
        for cell in table.cells:
            if _NOTE.search(cell.text):
                yield ground.cell_piece(cell, table.parts)


def may_explain_x(ground: Ground) -> bool:
    """True if words outside the tables speak of an x, or of small numbers: then an x may stand for a number."""
    return ground.memo.get("x explained", lambda: any(_ON_X.search(text) for text in _all_words(ground)))


def _all_words(ground: Ground) -> Iterator[str]:
    yield ground.context.covering
    for _, _, piece in ground.block_pieces():
        yield piece.text
    for table in ground.tables:
        yield table.caption


def rounded_to(ground: Ground) -> Decimal | None:
    """The base to which the reply says that its figures are rounded."""
    return ground.memo.get("rounded", lambda: next((base for base in _bases(ground)), None))


def _bases(ground: Ground) -> Iterator[Decimal]:
    return (base for _, _, piece in ground.block_pieces() if (base := rounding(piece.text)) is not None)


def note_marks(ground: Ground) -> Iterator[Mark]:
    """The characters of notes on marks and on rounding."""
    for piece, found in _notes(ground):
        for meaning in found:
            yield from (Mark(span, "note on marks") for span in piece.cut(meaning.start, meaning.end).spans)
    for _, _, piece in ground.block_pieces():
        if rounding(piece.text) is not None:
            yield from (Mark(span, "note on marks") for span in piece.spans)


def by_note(ground: Ground, text: str, told: Says) -> Says:
    """What a cell says once the reply's notes on marks are known."""
    known, cell = meanings(ground), text.strip()
    bare = without_note(cell)
    meaning = known.get(cell) or known.get(bare) or _of_note(known.get(cell[len(bare) :].strip()), told)
    if meaning is None or told.kind not in ("suppressed", "nil"):
        return told
    if meaning.missing:
        return Says("nil", nil=Nil(text, (meaning.missing,)))
    if meaning.lo == meaning.hi == 0:
        return Says("nil", nil=Nil(text, ("zero",)))
    return replace(Says("suppressed"), suppression=Suppression(text, meaning.lo, meaning.hi))


def _of_note(meaning: MarkMeaning | None, told: Says) -> MarkMeaning | None:
    """What a bound with the mark of a note says ("<5*") where the note tells bounds: no less than both allow."""
    own = told.suppression
    if meaning is None or meaning.hi is None or meaning.missing or own is None or own.hi is None:
        return None
    return replace(meaning, hi=max(meaning.hi, own.hi))
