"""Figures with the mark of a note that makes another number of them ("* 4 were entered twice"): left open.

The mark stands behind the figure, behind the label of its row or behind the heading over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foidesk.model.issues import Issue

from ..basis.ground import Ground
from ..basis.note_marks import mark_behind, notes_of
from ..basis.pieces import Piece
from ..figures.figures import Figure
from .tables import TableRead

Key = tuple[int, int, int]
_CHANGES = re.compile(
    r"\b(?:duplicat\w*|twice|double[- ]count\w*|in error|erroneous\w*|incorrect\w*|corrected|correction|"
    r"should (?:be|read|have)|amended (?:from|to|figure)|revised (?:from|to|figure)|understat\w*|overstat\w*|"
    r"incomplete|not (?:yet )?(?:been )?complete|carried (?:over|forward)|"
    r"(?:in|plus|more) (?:addition|besides)|not (?:been )?(?:added|included|counted) (?:above|in the)|"
    r"relat\w+ to (?:19|20)\d\d|doppelt\w*|mehrfach gezählt|korrigiert|berichtigt|irrtümlich|unvollständig)\b"
    r"|\b(?:exclud|not includ|omit|leav)\w*\b[^.;]{0,50}(?<![\d/])\b\d{1,4}\b(?!\s*(?:and|to|-|–|/)\s*\d)",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\b(?:only (?:from|since|until|up to)|part(?:ial)? (?:of the )?year|"
    r"data (?:are |is )?(?:only )?(?:available|held) from|"
    r"(?:from|since|until|up to) \d{1,2}(?:st|nd|rd|th)?\.? [A-Z]\w+ only|nur (?:bis|ab|seit))\b",
    re.IGNORECASE,
)


def changed_by_notes(ground: Ground, figures: Sequence[Figure]) -> dict[Key, str]:
    """The figures to which a note says something that makes another number of them, each with its words."""
    if not ground.notes:
        return {}
    return {f.key: words for f in figures if (words := _words(ground, f))}


def _words(ground: Ground, figure: Figure) -> str:
    labels = (piece.text for _, piece in figure.labels)
    marks = (mark_behind(" ".join(text.split()))[1] for text in (figure.piece.text, *labels))
    notes = (note for mark in marks if mark for note in ground.notes.get(mark, ()))
    return next((note for note in notes if _CHANGES.search(note) or _PARTIAL.search(note)), "")


def noted_issues(ground: Ground, figures: Sequence[Figure], changed: dict[Key, str]) -> Iterator[Issue]:
    """A word on each note that changes figures, with the places of these."""
    for words in dict.fromkeys(changed.values()):
        held = [f for f in figures if changed.get(f.key) == words]
        yield Issue(
            "figure-noted", "warning",
            f"A note changes what {'a figure says' if len(held) == 1 else f'{len(held)} figures say'}: "
            f"“{' '.join(words.split())[:160]}”.",
            ground.where(held[0].piece.place), "Enter the figure that the note makes, or confirm the one printed.",
            tuple(ground.locator(f.piece) for f in held[:12]), body=ground.context.body, key=words[:80],
        )  # fmt: skip


def noting(ground: Ground, tables: Sequence[TableRead]) -> tuple[Piece, ...]:
    """The notes that change figures of these tables: they count nothing besides them."""
    words = {words for read in tables if read.cross for words in changed_by_notes(ground, read.figures).values()}
    if not words:
        return ()
    return tuple(piece for _, _, piece in ground.block_pieces() if _is_note(piece.text, words))


def _is_note(text: str, words: set[str]) -> bool:
    told = [note for notes in notes_of((text,)).values() for note in notes]
    return bool(told) and all(note in words for note in told)


def of_notes(notes: Sequence[Piece], piece: Piece) -> bool:
    """True for a sentence that stands in one of these notes."""
    inside = [span for note in notes for span in note.spans]
    return any(a.part == b.part and b.start <= a.start < b.end for a in piece.spans for b in inside)
