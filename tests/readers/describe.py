"""A reading as plain JSON that a person can check: tables as grids with their addresses."""

from __future__ import annotations

from typing import Any

from foidesk.model.places import Place, SheetPlace
from foidesk.model.protocols import Read
from foidesk.model.reading import Part, Reading, Table


def described(found: Read) -> dict[str, Any]:
    """What matters of a reading, in the order in which a person would look."""
    reading = found.reading
    parts = {
        "reader": reading.reader,
        "media_type": reading.media_type,
        "envelope": _envelope(reading),
        "parts": [_part(part) for part in reading.parts],
        "tables": [_table(table) for table in reading.tables],
        "attachments": [[a.name, a.media_type, a.size, a.inline] for a in reading.attachments],
        "issues": sorted([issue.kind, issue.severity, issue.what] for issue in reading.issues),
    }
    return {key: value for key, value in parts.items() if value}


def _envelope(reading: Reading) -> dict[str, Any]:
    told = reading.envelope
    if told is None:
        return {}
    return {
        "sender": told.sender, "recipients": list(told.recipients), "subject": told.subject, "date": told.date,
        "message_id": told.message_id, "in_reply_to": list(told.in_reply_to), "auto": told.auto,
    }  # fmt: skip


def _part(part: Part) -> dict[str, Any]:
    found = {
        "name": part.name,
        "hidden": part.hidden,
        "text": part.text.split("\n"),
        "blocks": [[block.kind, block.text] for block in part.blocks],
    }
    return {key: value for key, value in found.items() if value}


def _table(table: Table) -> dict[str, Any]:
    cells = {
        _where(c.place) or f"{c.row},{c.column}": _cell_text(c.text, c.hidden, c.number, c.kind)
        for c in table.cells
    }
    rows = [["" if cell is None else cell.text for cell in row] for row in table.grid()]
    found = {"name": table.name, "at": _where(table.place), "caption": table.caption, "rows": rows}
    if isinstance(table.place, SheetPlace):
        found["cells"] = cells
    return found


def _cell_text(text: str, hidden: bool, number: str, kind: str) -> str:
    marks = [kind] * bool(kind) + [f"stored {number}"] * bool(number and number != text) + ["sealed"] * hidden
    return f"{text} [{', '.join(marks)}]" if marks else text


def _where(place: Place) -> str:
    return place.ref if isinstance(place, SheetPlace) else ""
