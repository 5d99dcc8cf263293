"""From figures to observations: value, places, identity, acceptance."""

from __future__ import annotations

from dataclasses import dataclass

from foidesk.model.codec import digest
from foidesk.model.observations import Observation
from foidesk.model.places import Locator
from foidesk.model.reading import Table
from foidesk.model.values import Amount, Missing, Value

from ..basis.found import Mark
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from .figures import Figure


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with its value, on its way out: the rule that accepted it, or "" for none."""

    figure: Figure
    value: Value
    accepted_by: str = ""
    option: str = ""


def observation(ground: Ground, table: Table, said: Statement) -> Observation:
    """The observation of a statement in a table."""
    figure = said.figure
    seen = measured(figure)
    return Observation(
        id=identity(ground, table, figure, seen, said.option),
        body=ground.context.body,
        document=ground.document,
        measure=seen.measure.id,
        value=said.value,
        role="total" if figure.is_total else "cell",
        where=dict(figure.meaning.where),
        period=figure.meaning.period,
        relation=relation(said.value),
        table=table.name,
        row=figure.row,
        places=places(ground, figure),
        accepted_by=said.accepted_by,
    )


def measured(figure: Figure) -> MeasureSeen:
    """The measure of a figure; ValueError if it has none, for then it is no statement."""
    if figure.seen is None:
        raise ValueError("a figure without a measure is no statement")
    return figure.seen


def identity(ground: Ground, table: Table, figure: Figure, seen: MeasureSeen, option: str = "") -> str:
    """The id: document, table, row, column, characters, measure, and the option if it is one of several."""
    spans = [(span.part, span.start, span.end) for span in figure.piece.spans]
    return digest(
        ground.document, table.name, figure.row, figure.column, figure.item, spans, seen.measure.id, option
    )


def relation(value: Value) -> str:
    """ "=", or "in" where the words leave a range."""
    return "in" if isinstance(value, Amount) and not value.is_exact else "="


def places(ground: Ground, figure: Figure) -> dict[str, Locator]:
    """A locator for each part of the statement."""
    out = {"value": ground.locator(figure.piece)}
    out |= {name: ground.locator(piece) for name, piece in figure.labels}
    if figure.seen is not None and figure.seen.piece is not None:
        out["unit"] = ground.locator(figure.seen.piece)
    return out


def read_marks(found: Observation, figure: Figure) -> tuple[Mark, ...]:
    """The characters that the observation reads as its value."""
    if isinstance(found.value, Missing):
        return ()
    return tuple(Mark(span, found.id, read=True) for span in figure.piece.spans)
