"""Cells without the automatic numbers of their lists, which count rows: in a label or alone they would mislead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from foidesk.model.places import TextPlace
from foidesk.model.reading import Cell, Part, Table

_QUESTION = 5
"""So many words may be a question, whose number tells which."""


def unnumbered(table: Table, parts: Mapping[str, Part]) -> Table:
    """The table without such numbers, save before what may be a question and where a cell holds several."""
    if not any(parts[name].generated for name in table.parts):
        return table
    return replace(table, cells=tuple(_unnumbered(cell, parts) for cell in table.cells))


def _unnumbered(cell: Cell, parts: Mapping[str, Part]) -> Cell:
    place = cell.place
    if not isinstance(place, TextPlace) or place.part not in parts:
        return cell
    inside = [one for one in parts[place.part].generated if place.start <= one[0] and one[1] <= place.end]
    if len(inside) != 1 or inside[0][0] != place.start:
        return cell
    rest = cell.text[inside[0][1] - place.start :].strip()
    if rest.endswith("?") or len(rest.split()) >= _QUESTION:
        return cell
    return replace(cell, text=rest, place=TextPlace(place.part, place.end - len(rest), place.end))
