"""Stretches of a document that are not the reply's answer: our quoted request, signatures, page furniture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .ground import Ground
from .near import QUOTED, repeats
from .pieces import Span

_NAMES = {
    "quoted": "quoted request",
    "signature": "signature",
    "mail header": "page furniture",
    "page header": "page furniture",
    "page footer": "page furniture",
}


@dataclass(frozen=True, slots=True)
class Region:
    """Characters that are taken out as one, with the name the account gives them."""

    span: Span
    name: str


def regions(ground: Ground) -> tuple[Region, ...]:
    """All such stretches, in document order."""
    return tuple(_regions(ground))


def _regions(ground: Ground) -> Iterator[Region]:
    for part in ground.parts.values():
        for block in part.blocks:
            name = _NAMES.get(block.kind, "")
            if not name and repeats(ground, block.text):
                name = "quoted request"
            quoted = QUOTED.search(part.text, block.start, block.end)
            if not name and quoted:
                yield Region(Span(part.name, quoted.start(), block.end), "quoted request")
            elif name:
                yield Region(Span(part.name, block.start, block.end), name)
