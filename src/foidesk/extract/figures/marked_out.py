"""Cells that the document itself puts in doubt: struck through, or with a comment that nobody has read.

What is struck through is read as it stands, and a comment is sealed: whether the figure stands is for a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from foidesk.model.issues import Issue
from foidesk.model.places import PagePlace, Place, SheetPlace

from ..basis.ground import Ground
from ..basis.pieces import Piece
from .figures import Figure

STRUCK, COMMENTED = "struck through", "under a comment that nobody has read"
_KINDS = {"struck-text": STRUCK, "comments": COMMENTED}
"""What readers note of cells, and how it is told."""
Key = tuple[int, int, int]


def marked_out(ground: Ground, piece: Piece | None) -> str:
    """ "struck through", "under a comment …", or "" for a cell like any other."""
    places = ground.memo.get(("marked out",), lambda: _places(ground))
    if piece is None or not places:
        return ""
    return next((how for how, place in places if _meets(place, piece)), "")


def _places(ground: Ground) -> list[tuple[str, Place]]:
    return [
        (_KINDS[issue.kind], locator.place)
        for issue in ground.reading.issues
        if issue.kind in _KINDS
        for locator in issue.locators
    ]


def _meets(place: Place, piece: Piece) -> bool:
    if isinstance(place, SheetPlace):
        at = piece.place
        return isinstance(at, SheetPlace) and (at.sheet, at.row, at.column) == (
            place.sheet,
            place.row,
            place.column,
        )
    if isinstance(place, PagePlace):
        return piece.place.holds(place) or place.holds(piece.place)
    return any(
        span.part == place.part and span.start < place.end and place.start < span.end for span in piece.spans
    )


def marked_figures(ground: Ground, figures: Sequence[Figure]) -> dict[Key, str]:
    """The figures that are put in doubt: in such a cell, or in a row or column whose label is struck through."""
    return {f.key: how for f in figures if (how := _of_figure(ground, f))}


def _of_figure(ground: Ground, figure: Figure) -> str:
    own = marked_out(ground, figure.piece)
    labels = (marked_out(ground, piece) for _, piece in figure.labels)
    return own or (STRUCK if STRUCK in labels else "")


def marked_issues(
    ground: Ground, figures: Sequence[Figure], marked: Mapping[Key, str], table: str
) -> tuple[Issue, ...]:
    """A word on the figures of a table that are put in doubt, with their places."""
    told = [f for f in figures if f.key in marked and not f.says.is_hole]
    if not told:
        return ()
    ways = " or ".join(dict.fromkeys(marked[f.key] for f in told))
    many = "1 figure" if len(told) == 1 else f"{len(told)} figures"
    return (Issue(
        "figures-marked", "warning", f"{many} of {table} {'is' if len(told) == 1 else 'are'} {ways}.",
        ground.where(told[0].piece.place), "Open the document, and say whether each figure stands.",
        tuple(ground.locator(f.piece) for f in told[:12]), body=ground.context.body, key=f"marked {table}",
    ),)  # fmt: skip
