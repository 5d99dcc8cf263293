"""Lines headed by a unit of money: "Parking notices (£)" is no count of notices, and "£" alone names no kind.

Their figures are sums of the survey's one measure of money. Only the words over the table, or its question, can
say that it is that money; else it is asked. Other lines in money beside them, headed by words that nobody knows
("Season tickets (£)"), hold other money: their numbers stay open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..basis import measure as measures
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.pieces import Piece
from ..figures.figures import Figure
from ..figures.scales import Unit, money_unit
from .cross import Cross
from .narrower import own_words

Line = tuple[str, int]


def in_their_money(ground: Ground, cross: Cross) -> tuple[Cross, frozenset[Line]]:
    """The figures, those of nouns and bare units in money as that money; and the lines that were so read."""
    money = measures.of_money(ground)
    lines = frozenset(line for f in cross.figures for line, piece in _labels(f) if _is_ours(ground, f, piece))
    if not lines:
        return cross, lines
    id = money.measure.id if money is not None else ""
    figures = [_as_money(f, lines, id) if _in(f, lines) else f for f in cross.figures]
    return replace(cross, figures=tuple(figures)), lines


def _as_money(figure: Figure, lines: frozenset[Line], measure: str) -> Figure:
    """The figure as one of that measure; the head that says so is no kind."""
    heads = {" ".join(piece.text.split()) for line, piece in _labels(figure) if line in lines}
    said = figure.meaning
    where = tuple((name, kind) for name, kind in said.where if not (name.startswith("?") and kind.phrase in heads))
    strange = figure.unknown and (where == said.where or any(name.startswith("?") for name, _ in where))
    return replace(figure, meaning=replace(said, measure=measure, where=where), unknown=strange)


def settled(
    figure: Figure, lines: frozenset[Line], default: MeasureSeen | None, beside: frozenset[Line]
) -> Figure:
    """The figure with its measure: doubtful where no words over the table name that money, none in other money."""
    if any(line in beside for line, _ in _labels(figure)) or (beside and _adds_others(figure, beside)):
        return replace(figure, seen=None)
    if not _in(figure, lines) or figure.seen is None:
        return figure
    if figure.seen.measure.type != "money":
        return replace(figure, seen=None)
    told = default is not None and default.supported and default.measure.id == figure.seen.measure.id
    return figure if told else replace(figure, seen=measures.weaker(figure.seen))


def other_money(cross: Cross, lines: frozenset[Line]) -> frozenset[Line]:
    """The lines beside those in our money whose heads have a unit of money, too, and words that nobody knows."""
    along = {part for part, _ in lines}
    return frozenset(
        line
        for f in cross.figures
        for line, piece in _labels(f)
        if line[0] in along
        and line not in lines
        and f.unknown
        and not f.meaning.measure
        and money_unit(piece.text)
    )


def titled_money(ground: Ground, titles: Iterable[Piece]) -> MeasureSeen | None:
    """The money that the nearest title names, in a noun that holds every other there: "Income from notices"."""
    piece = next(iter(titles), None)
    hits = [hit for hit in ground.headings.caption(piece.text) if hit.kind == "measure"] if piece else []
    longest = max(hits, key=lambda hit: len(hit.words), default=None)
    if piece is None or longest is None or any(hit.words not in longest.words for hit in hits):
        return None
    measure = ground.context.codebook.measure(longest.id)
    narrower = any(True for _ in own_words(ground, piece.text, measure.id))
    return MeasureSeen(measure, piece, "named") if measure.type == "money" and not narrower else None


def counts_in_money(text: str, seen: MeasureSeen | None) -> bool:
    """True for a head that names what is counted, and a unit of money behind it."""
    return seen is not None and seen.measure.type == "count" and money_unit(text) is not None


def _labels(figure: Figure) -> list[tuple[Line, Piece]]:
    """The labels of a figure by the line that they head."""
    at = {"row": figure.row, "heading": figure.column}
    return [((part, at[part]), piece) for part, piece in figure.labels if part in at and piece]


def _is_ours(ground: Ground, figure: Figure, piece: Piece) -> bool:
    """True for a bare unit, and for a noun of what is counted with a unit."""
    unit = money_unit(piece.text)
    if unit is None or figure.meaning.total:
        return False
    return not unit.words or counts_in_money(piece.text, measures.named(ground, _without_unit(piece, unit)))


def _without_unit(piece: Piece, unit: Unit) -> Piece:
    start = max(piece.text.find(unit.words), 0)
    return piece.cut(start, start + len(unit.words))


def _in(figure: Figure, lines: frozenset[Line]) -> bool:
    return any(line in lines for line, _ in _labels(figure))


def _adds_others(figure: Figure, beside: frozenset[Line]) -> bool:
    """True for a printed total of lines of which some are other money."""
    along = {part for part, _ in beside}
    return (figure.whole_row and "heading" in along) or (figure.whole_column and "row" in along)
