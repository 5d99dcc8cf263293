"""Which measure the figures of a table are of, by its headings, its caption and the lines above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from foidesk.words.normal import normalise
from foidesk.words.parts_of_year import part_of_year

from ..basis import measure as measures
from ..basis.ground import Ground
from ..basis.lettered_parts import question_of_part
from ..basis.measure import MeasureSeen
from ..basis.near import ask, by_number, lines_above, question_above, question_in_rows, question_of
from ..basis.pieces import Piece
from ..basis.questions import SEPARATOR
from ..basis.says import Says
from ..figures.figures import Figure
from ..figures.own_meaning import COUNT_WORDS
from ..figures.scales import in_money, in_other_unit, in_per_cent, in_thousands, money_unit
from ..layout.kinds import of_events
from ..layout.layout import Layout
from ..layout.over import titles
from .cross import Cross
from .headed_in_money import counts_in_money, in_their_money, other_money, settled, titled_money
from .named_rates import as_kind, needed_rows, sounds_mean
from .narrower import counts_some, without_narrower

_EVERYBODY = re.compile(
    r"\b(?:workforce|headcount|establishment|strength|population|employed|in post|fte|full[- ]time equivalent)\b",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
_YEAR = timedelta(days=366)
_COUNTING = frozenset(("number", "no", "count", "qty", "quantity", "how many", "number of", "n", "total number"))


def with_measures(ground: Ground, cross: Cross) -> Cross:
    """The figures with their measures: each its own heading's, else the table's."""
    cross, in_money_lines = in_their_money(ground, cross)
    default = _of_all_rows(ground, cross) or default_measure(ground, cross.layout, cross.variables)
    named = frozenset(f.meaning.measure for f in cross.figures if not (f.whole_row or f.whole_column))
    figures = [replace(f, seen=_of(ground, f, default, named)) for f in cross.figures]
    if in_money_lines:
        told = titled_money(ground, titles(ground, cross.layout)) or default_measure(
            ground, cross.layout, cross.variables
        )
        beside = other_money(cross, in_money_lines)
        figures = [settled(f, in_money_lines, told, beside) for f in figures]
    over = [piece.text for piece in _words(ground, cross.layout)]
    figures = [_unread_sum(ground, _scaled(f), over) for f in figures]
    figures = [_of_people(ground, f, named) for f in figures]
    if default is None and _answers_what_nobody_counts(ground, cross.layout):
        figures = [f if f.meaning.measure not in ("", "#") else replace(f, seen=None) for f in figures]
    if any(in_thousands(piece.text) for piece in _words(ground, cross.layout)):
        figures = [_unread_count(figure) for figure in figures]
    needed = needed_rows(figures)
    figures = [
        as_kind(f, needed) if f.row in needed else _unread_count(f) if sounds_mean(f) else f for f in figures
    ]
    if _of_no_year(ground, figures):
        figures = [replace(f, seen=measures.weaker(f.seen)) if f.seen is not None else f for f in figures]
    return replace(cross, figures=tuple(without_narrower(ground, figures)))


def _of_no_year(ground: Ground, figures: Sequence[Figure]) -> bool:
    """True for halves or quarters of a year that the table does not name, where more than one was asked about."""
    window = ground.context.period
    longer = window is None or window.end - window.start > _YEAR
    unknown = [
        said.phrase
        for f in figures
        if f.meaning.period is None
        for n, said in f.meaning.where
        if n.startswith("?")
    ]
    return longer and any(map(part_of_year, unknown))


def _of_people(ground: Ground, figure: Figure, named: frozenset[str]) -> Figure:
    """ "Number of officers" beside "Number of cases" counts people, and is no kind of the cases: left open."""
    if figure.seen is None or figure.seen.measure.id not in named or figure.meaning.measure:
        return figure
    labels = (piece.text for part, piece in figure.labels if part in ("row", "heading"))
    people = any(measures.counts_people(ground, text, figure.seen.measure) for text in labels)
    return replace(figure, seen=measures.weaker(figure.seen)) if people else figure


def _of_all_rows(ground: Ground, cross: Cross) -> MeasureSeen | None:
    """The one measure that all rows but the totals name: it is that of the totals too."""
    rows = [figure.meaning.measure for figure in cross.figures if not (figure.meaning.total or figure.is_total)]
    if not rows or len(set(rows)) != 1 or rows[0] in (None, "", "#"):
        return None
    return MeasureSeen(ground.context.codebook.measure(rows[0]), None, "named")


def _unread_count(figure: Figure) -> Figure:
    """ "5" under "Cases (000s)" is 5,000 or so, under "Average" no count: its number stays open."""
    counted = figure.seen is not None and figure.seen.measure.type == "count" and figure.says.kind == "number"
    return replace(figure, says=Says("text")) if counted else figure


def _unread_sum(ground: Ground, figure: Figure, over: Sequence[str]) -> Figure:
    """ "5" below "in thousands of euro", or below "All amounts in £" where euros are asked for, stays open."""
    if figure.seen is None or figure.seen.measure.type != "money" or figure.says.kind not in ("number", "year"):
        return figure
    labels = (piece.text for _, piece in figure.labels if piece)
    other = in_other_unit(ground, figure.seen.measure, *over, *labels)
    return replace(figure, says=Says("text")) if other else figure


def _scaled(figure: Figure) -> Figure:
    """The figure in the unit that its heading gives: "Paid ($000)" in whole dollars, "Upheld (%)" in per cent."""
    head = dict(figure.labels).get("heading")
    if figure.seen is not None and figure.seen.measure.type == "share":
        return replace(figure, says=in_per_cent(figure.says)) if head and _PER_CENT.search(head.text) else figure
    units = [money_unit(piece.text) for part, piece in figure.labels if part in ("row", "heading") and piece]
    unit = next((one for one in units if one is not None), None)
    if unit is None or figure.seen is None or figure.seen.measure.type != "money":
        return figure
    return replace(figure, says=in_money(figure.says, unit.times, unit.coin))


def _of(ground: Ground, figure: Figure, default: MeasureSeen | None, named: frozenset[str]) -> MeasureSeen | None:
    own = figure.meaning.measure
    if not own and default is not None and default.measure.id in named and _is_no_sum(figure, default):
        counted = measures.of_variables(ground, (name for name, _ in figure.meaning.where))
        return counted if counted and counted.measure.type == "count" else measures.weaker(default)
    if own == "#" and _counts_beside_money(figure, default):
        return measures.of_count(ground)
    if own and own != "#":
        piece = next((p for _, p in figure.labels if p), None)
        return MeasureSeen(ground.context.codebook.measure(own), piece, "named")
    if own != "#" and default is not None and _strangely_headed(ground, figure):
        return measures.weaker(default)
    if figure.says.kind == "money" and (default is None or default.measure.type != "money"):
        return measures.of_money(ground)
    return default


def _is_no_sum(figure: Figure, default: MeasureSeen) -> bool:
    """True for a bare number in a table of which other lines say that it is they that hold the money."""
    return default.measure.type == "money" and figure.says.kind != "money"


def _counts_beside_money(figure: Figure, default: MeasureSeen | None) -> bool:
    """True for a bare number under "No." or "Number" in a table that is otherwise of money."""
    head = dict(figure.labels).get("heading")
    plain = head is not None and normalise(head.text) in _COUNTING
    return plain and default is not None and default.measure.type == "money" and figure.says.kind != "money"


def _strangely_headed(ground: Ground, figure: Figure) -> bool:
    """True if the words over a figure name nothing that the survey knows, nor any word of its questions."""
    head = dict(figure.labels).get("heading")
    if head is None or not figure.unknown or any(name.startswith("?") for name, _ in figure.meaning.where):
        return False
    ours = {word for q in ground.context.questions for word in normalise(q.text).split() if len(word) > 3}
    return not ours & set(normalise(head.text).split())


def default_measure(
    ground: Ground, layout: Layout, variables: frozenset[str], rows: bool = False
) -> MeasureSeen | None:
    """The measure of a table's bare figures, or of its `rows`; without support where its words leave it open."""
    if _answers_what_nobody_counts(ground, layout):
        return None
    if rows and (seen := of_events(ground, layout)):
        return seen
    question = measures.of_question(ground, question_above(ground, layout.grid.table))
    goes_by = (_of_rows(ground, layout), _by_words(ground, layout, rows), question)
    told = next((s for s in goes_by if s and _fits(s, rows)), None)
    seen = told or measures.of_variables(ground, variables) or _dated(ground, layout) or measures.first(ground)
    if seen is not None and any(_counts_others(ground, piece, seen) for piece in _words(ground, layout)):
        return measures.weaker(seen)
    return seen


def _answers_what_nobody_counts(ground: Ground, layout: Layout) -> bool:
    """True if the rows go by the number of a question that is not ours, or is for none of our measures."""
    table = layout.grid.table
    of_part = question_of_part(ground, table.name.rpartition(SEPARATOR)[2].lower())
    asked = ask(ground, question_in_rows(ground, table)[0] if of_part is None else of_part)
    if of_part == "":
        return True
    if asked is None:
        return SEPARATOR in table.name and bool(by_number(ground, "1"))
    return not asked.measures


def _of_rows(ground: Ground, layout: Layout) -> MeasureSeen | None:
    """The measure of the question by whose number the rows go; a guess where it is only a part of a question."""
    question, whole = question_in_rows(ground, layout.grid.table)
    of_part = question_of_part(ground, layout.grid.table.name.rpartition(SEPARATOR)[2].lower())
    question, whole = (of_part, True) if of_part else (question, whole)
    seen = measures.of_question(ground, question)
    return seen if seen is None or whole else measures.weaker(seen)


def _counts_others(ground: Ground, piece: Piece, seen: MeasureSeen) -> bool:
    """True if the words count people for cases, or everybody there is instead of those asked for."""
    return measures.counts_people(ground, piece.text, seen.measure) or _EVERYBODY.search(piece.text) is not None


def _by_words(ground: Ground, layout: Layout, rows: bool) -> MeasureSeen | None:
    in_money, plain = False, None
    heads = {id(slot.piece) for row in layout.header for slot in layout.grid.filled(row)}
    for piece in _words(ground, layout):
        seen = measures.named(ground, piece, counts=rows)
        if seen and _fits(seen, rows) and (plain is not None or normalise(piece.text) in COUNT_WORDS):
            plain = plain or seen  # "Number" may be a name of one measure; a title that is another's says more
            if id(piece) in heads or not _is_title_of(ground, piece):
                continue
        if counts_in_money(piece.text, seen):
            in_money = True
            continue
        if seen and _fits(seen, rows):
            return measures.weaker(seen) if counts_some(ground, piece.text, seen.measure.id) else seen
    if plain is not None:
        return plain
    money = measures.of_money(ground) if in_money and not rows else None
    return measures.weaker(money) if money is not None else None


def _is_title_of(ground: Ground, piece: Piece) -> bool:
    """True for words that are the name of a measure and nothing else."""
    hit = ground.headings.heading(piece.text)
    return hit is not None and hit.kind == "measure" and bool(hit.id)


def _fits(seen: MeasureSeen, rows: bool) -> bool:
    """Rows are counted: no row is a sum of money."""
    return not rows or seen.measure.type == "count"


def _words(ground: Ground, layout: Layout) -> Iterator[Piece]:
    """The words that may name the measure, the nearest first."""
    for row in reversed(layout.header):
        slots = [layout.grid.slot(row, column) for column in layout.columns("figures")]
        heads = [slot.piece for slot in slots if slot.first and slot.piece]
        yield from _naming(ground, heads)
    yield from titles(ground, layout)
    for line in lines_above(ground, layout.grid.table):
        yield line.piece
        if question_of(ground, line.piece.text):
            return  # what stands above our question was said of another


def _naming(ground: Ground, heads: list[Piece]) -> list[Piece]:
    """The heads that may name what is counted: beside "Declined" and "Open", a "Paid" is one more kind."""
    words = [normalise(head.text) for head in heads]
    matched = [[m.match(one) for one in words] for m in ground.matchers.values()]
    kinds = [[where is not None and bool(where.categories) for where in some] for some in matched]
    if not any(sum(some) > 1 for some in kinds):
        return heads
    named = (any(hit and hit.kind == "measure" for hit in (ground.headings.heading(head.text),)) for head in heads)
    known = [any(some[at] for some in kinds) for at in range(len(heads))]
    return [head for head, is_named, is_kind in zip(heads, named, known, strict=True) if is_named and not is_kind]


def _dated(ground: Ground, layout: Layout) -> MeasureSeen | None:
    """A table by years alone, in a survey that counts one thing only."""
    counts = [m for m in ground.measures if m.type == "count"]
    dated = bool(layout.columns("period"))
    return MeasureSeen(counts[0], None, "only") if dated and len(counts) == 1 else None
