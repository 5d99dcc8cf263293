"""What a table to download is: named columns of Table Schema types, and rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .publication import Publication

TEXT, NUMBER, INTEGER, DATE = "string", "number", "integer", "date"
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, its type of Table Schema, and what it holds."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table to download: its columns, and rows in their order."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]


def body_name(publication: Publication, id: str) -> str:
    return next((body.name for body in publication.definition.bodies if body.id == id), id)
