"""The tables of a reading as plain JSON, page by page."""

from __future__ import annotations

from typing import Any

from foidesk.model.places import PagePlace, Place
from foidesk.model.reading import Reading, Table


def tables_json(file: str, reading: Reading) -> dict[str, Any]:
    """All tables as `{"tables": [{file, page, box, place, cells}]}`; one over pages gives a piece a page."""
    pieces = [piece for table in reading.tables for piece in _pieces(file, table)]
    return {"tables": sorted(pieces, key=lambda p: (p["page"], p["box"][1], p["box"][0]))}


def _pieces(file: str, table: Table) -> list[dict[str, Any]]:
    return [_piece(file, piece) for piece in table.pieces or (table,) if any(c.text for c in piece.cells)]


def _piece(file: str, table: Table) -> dict[str, Any]:
    page, box = _place(table.place)
    cells = [[c.row, c.column, c.row_to, c.column_to, c.text, _place(c.place)[1]] for c in table.cells if c.text]
    return {"file": file, "page": page, "box": box, "place": table.place.describe(), "cells": cells}


def _place(place: Place) -> tuple[int, list[float]]:
    if not isinstance(place, PagePlace):
        return 0, [0.0, 0.0, 0.0, 0.0]
    return place.page, [place.box.x0, place.box.y0, place.box.x1, place.box.y1]
