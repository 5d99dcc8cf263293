"""Tables that were not understood: one issue for each that holds numbers nobody explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foidesk.model.issues import Issue
from foidesk.model.observations import NumberSeen
from foidesk.model.places import Locator

from ..basis.ground import Ground
from .tables import TableRead


def misunderstood(ground: Ground, tables: Sequence[TableRead], seen: Sequence[NumberSeen]) -> Iterator[Issue]:
    """An issue for every table without a kind in whose cells numbers are open."""
    open_places = [number.locator.place for number in seen if number.status == "open"]
    for read in tables:
        if not read.kind and any(cell.place.holds(place) for cell in read.table.cells for place in open_places):
            yield _issue(ground, read)


def _issue(ground: Ground, read: TableRead) -> Issue:
    words = [slot.text for row in range(min(2, read.layout.grid.height)) for slot in read.layout.grid.filled(row)]
    heads = "; ".join(words)[:160]
    return Issue(
        "table-not-understood", "warning",
        f"{read.table.name} was not understood; it begins: {heads}.", ground.where(read.table.place),
        "If it is data, add its headings to `names` of a variable, or to `nouns` of a measure, in the codebook.",
        (Locator(ground.document, read.table.place, heads),), body=ground.context.body, key=read.table.name,
    )  # fmt: skip
