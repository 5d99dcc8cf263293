"""Figures that a spreadsheet saved as words of a web page: a raised mark of a note is lost there, 14² is "142"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from foidesk.model.places import Place
from foidesk.model.protocols import Source
from foidesk.model.reading import Table

from .basket import Seen, plural
from .packages import Element

VALUE = "sdval"
"""What LibreOffice writes beside each cell that holds a number."""
_FIGURE = re.compile(r"\d[\d,.]*\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 40

Spot = tuple[int, int, int]
"""A table of the page, in the order in which they were met, a row and a column, all from 0."""


@dataclass(slots=True)
class Worded:
    """The cells of a page that show a figure but hold none, and whether cells of it hold any."""

    spots: list[Spot] = field(default_factory=list)
    typed: bool = False

    def see(self, cell: Element, text: str, spot: Spot) -> None:
        """Take a cell and the words in it into account."""
        if cell.get(VALUE) is not None:
            self.typed = True
        elif _FIGURE.fullmatch(text.strip()) and not _YEAR.fullmatch(text.strip()):
            self.spots.append(spot)

    def places(self, tables: list[Table]) -> list[tuple[Place, str]]:
        """Where these cells stand, with their words; none on a page that no spreadsheet wrote."""
        return list(self._found(tables)) if self.typed else []

    def _found(self, tables: list[Table]) -> Iterator[tuple[Place, str]]:
        wanted = set(self.spots)
        for number, table in enumerate(tables):
            for cell in table.cells:
                if (number, cell.row, cell.column) in wanted:
                    yield cell.place, cell.text


def note_worded(seen: Seen, source: Source, places: list[tuple[Place, str]]) -> None:
    """Record figures stored as words beside others that are numbers."""
    if not places:
        return
    shown = ", ".join(f"“{text}”" for _, text in places[:5]) + (" and more" if len(places) > 5 else "")
    what = (
        f"{plural(len(places), 'figure')} stored as words by the spreadsheet that saved this page ({shown}): if "
        "the last digits were the raised mark of a note, nothing here tells them from the figure."
    )
    then = "Compare with the workbook itself, or ask the body for it."
    seen.note("figures-as-words", what, source, then, at=places[:_MOST], severity="warning")
