"""What kind of table a layout is: a cross of labels and headings, a list of cases, answers, or not understood."""

from __future__ import annotations

import re
from dataclasses import replace

from foidesk.words.headings import HeadingHit
from foidesk.words.periods import dates

from ..basis.ground import Ground
from ..basis.measure import MeasureSeen, named, of_money, of_variables
from ..basis.near import question_of
from ..basis.nouns import nouns_in
from ..basis.questions import is_question_number
from ..basis.says import Says
from ..basis.terms import total_word
from ..figures.grid import Grid, Slot
from ..figures.headings import half_named, read_axis
from ..figures.hints import hint_kind, hint_variable, may_be
from ..figures.meaning import Meaning
from ..figures.own_meaning import COUNT_WORDS, NAMES
from ..figures.scales import in_money, in_other_unit, in_thousands, money_unit
from ..figures.touching import abbreviated, touched_variable
from .entries import lists_money
from .labels import label_columns
from .layout import Layout
from .ticked import ticked

HIGHEST_FORM = 40
_COUNTS = re.compile(r"\W*(?!1\s)(?:\d[\d,]*|no|nil|none)\s+[^\W\d]{3,}")
MOST_KINDS, WORDS = 24, 8
KINDS = ("cross", "cases", "sideways", "answers", "")


def kind_of(ground: Ground, layout: Layout) -> str:
    """The kind of a table, by its shape first and its words second."""
    if not layout.data:
        return ""
    if is_sideways(ground, layout):
        return "sideways"
    if answers_questions(ground, layout):
        return "answers"
    figures = layout.columns("figures")
    if figures:
        return _with_figures(ground, layout, figures)
    return "cases" if lists_cases(ground, layout) else ""


def _with_figures(ground: Ground, layout: Layout, figures: list[int]) -> str:
    if lists_money(ground, layout, figures) or of_events(ground, layout):
        return "cases"
    if any(counts(ground, layout, column) for column in figures):
        return "cross"
    if _has_total(layout) and not _sums_money(ground, layout, figures):
        return "cross"
    listed = layout.columns("id", "row number") or len(_variables(ground, layout)) > 1 or _day_by_day(layout)
    return "cases" if listed and lists_cases(ground, layout) else "cross"


def of_events(ground: Ground, layout: Layout) -> MeasureSeen | None:
    """What the rows count if each is one event, with what came of it: "4 May | speeding | crash | injured: 2".

    The rows have a reference, a running number or a day each, and words of what is asked of one measure; the
    figures beside them are of another ("injured"), and none just counts.
    """
    rows_of = of_variables(ground, _variables(ground, layout))
    if rows_of is None or not (_marked(layout) or _day_by_day(layout)):
        return None
    found: set[str] = set()
    for column in layout.columns("figures"):
        head = layout.lowest_heading(column)
        own = named(ground, head.piece) if head else None
        if own is None and counts(ground, layout, column):
            return None
        found |= {own.measure.id} if own else set()
    return rows_of if found and rows_of.measure.id not in found else None


def _marked(layout: Layout) -> bool:
    """True if a column gives each row a reference or a number of its own."""
    for column in layout.columns("id", "row number"):
        texts = [s.text for s in layout.grid.column(column, layout.data) if not total_word(s.text)]
        if len(texts) > 2 and all(text.strip() for text in texts) and len(set(texts)) == len(texts):
            return True
    return False


def _sums_money(ground: Ground, layout: Layout, figures: list[int]) -> bool:
    """True for a list with an id or a day in each row, whose total row adds sums of money, or other attributes."""
    rows = [row for row in layout.data if not any(total_word(s.text) for s in layout.grid.filled(row))]
    marked = any(all(not layout.grid.slot(r, c).blank for r in rows) for c in layout.columns("id", "row number"))
    seen = [s.says.kind for c in figures for s in layout.grid.column(c, rows) if not s.blank]
    return (marked or _day_by_day(layout)) and "money" in seen


def _day_by_day(layout: Layout) -> bool:
    """True if a column gives nearly every row a day of its own: what is dated so is one event."""
    for column in layout.columns("period"):
        slots = [s for s in layout.grid.column(column, layout.data) if not s.blank and not total_word(s.text)]
        days = [s.text for s in slots if len(dates(s.text)) == 1]
        if len(slots) > 2 and len(days) >= 0.9 * len(slots) and len(set(days)) >= 0.8 * len(days):
            return True
    return False


def counts(ground: Ground, layout: Layout, column: int) -> bool:
    """True if the heading of a figure column says that it counts, or is a category or a period of a breakdown."""
    lowest = layout.lowest_heading(column)
    if lowest is None:
        return True
    said: Meaning = read_axis(ground, [lowest.piece]).labels[0]
    if said.measure and said.measure != "#":
        return ground.context.codebook.measure(said.measure).type == "count"
    counted = said.measure == "#" or lowest.text.lower().strip(".:") in COUNT_WORDS
    return counted or bool(said.total or said.period or said.percent or (said.where and not said.unknown))


def _has_total(layout: Layout) -> bool:
    return any(total_word(slot.text) for row in layout.data for slot in layout.grid.filled(row))


def _variables(ground: Ground, layout: Layout) -> set[str]:
    """The variables that the columns of words are recognised as."""
    found = {column_variable(ground, layout, column) for column in layout.columns("text")}
    return (found | {variable for variable, _ in ticked(ground, layout).values()}) - {""}


def column_variable(ground: Ground, layout: Layout, column: int) -> str:
    """The variable of a column, by its heading, else by its cells; "" if neither knows."""
    headed = _headed_variable(ground, layout, column)
    if headed:
        return headed
    return layout.grid.memo.get(("told", layout.body), lambda: _told_by_cells(ground, layout)).get(column, "")


def _told_by_cells(ground: Ground, layout: Layout) -> dict[int, str]:
    """The columns of words under heads that nobody knows which their cells tell of: no variable of two columns.

    Each holds few different short words, again and again; the head may stand for a variable ("RSN"), or be in
    words of the body's own ("Noise from").
    """
    headed = {v for c in layout.columns("text") if (v := _headed_variable(ground, layout, c))}
    told: dict[int, str] = {}
    for column in layout.columns("text"):
        text = layout.heading(column)
        if not text.strip() or _headed_variable(ground, layout, column) or hint_kind(ground, text):
            continue
        cells = _cells(layout, column)
        found = abbreviated(ground, text) or touched_variable(ground, cells)
        if found and found not in headed:
            told[column] = found
    names = list(told.values())
    alone = {column: name for column, name in told.items() if names.count(name) == 1}
    return {column: name for column, name in alone.items() if _sorts(_cells(layout, column))}


def _cells(layout: Layout, column: int) -> list[str]:
    return [slot.text for slot in layout.grid.column(column, layout.data) if not slot.blank]


def _sorts(cells: list[str]) -> bool:
    """True for words that sort rows into kinds: different ones come again and again, and are no sentences."""
    words = set(cells)
    short = all(len(text.split()) <= WORDS for text in words)
    return short and 1 < len(words) <= MOST_KINDS and 2 * len(words) <= len(cells) + 1


def _headed_variable(ground: Ground, layout: Layout, column: int) -> str:
    headed = hint_variable(ground, layout.heading(column))
    if headed:
        return headed
    cells = [slot.piece for slot in layout.grid.column(column, layout.data)]
    if layout.heading(column).strip():
        texts = [piece.text for piece in cells if piece is not None and piece.text.strip()]
        return half_named(ground, texts, layout.heading(column))
    axis = read_axis(ground, cells)
    return axis.id if axis.kind == "variable" and not axis.id.startswith("?") else ""


def lists_cases(ground: Ground, layout: Layout) -> bool:
    """True if each row can be a case: its columns are the survey's variables, with or without headings."""
    if any(_holds_counts(ground, layout, column) for column in layout.columns("text", "period")):
        return False
    if any(counts_in_words(ground, layout, column) for column in layout.columns("text")):
        return False
    known = _variables(ground, layout)
    if layout.header:
        dated = bool(layout.columns("period")) and bool(layout.columns("text"))
        return bool(known) or (dated and _has_remarks(ground, layout))
    return len(known) > 1 or (len(known) == 1 and bool(layout.columns("period", "row number", "id")))


def _holds_counts(ground: Ground, layout: Layout, column: int) -> bool:
    """True for "5 (3)" under a heading that counts: figures nobody can read, no words about cases."""
    if not layout.heading(column).strip() or not counts(ground, layout, column):
        return False
    filled = [slot.text for slot in layout.grid.column(column, layout.data) if not slot.blank]
    return 2 * sum(text.lstrip("<>~(cC. ")[:1].isdigit() for text in filled) > len(filled)


def counts_in_words(ground: Ground, layout: Layout, column: int) -> bool:
    """True for "46 claims made/ 0 outstanding": cells that count what is asked about, so that a row is no case."""
    filled = [slot.text for slot in layout.grid.column(column, layout.data) if not slot.blank]
    counted = [text for text in filled if _COUNTS.match(text) and nouns_in(ground, text)]
    return len(filled) > 1 and 2 * len(counted) > len(filled)


def _has_remarks(ground: Ground, layout: Layout) -> bool:
    return any(may_be(ground, layout.heading(c), "text") for c in layout.columns("text"))


def _puts_questions(layout: Layout) -> bool:
    """True for a column that asks something in nearly every row, beside one of answers: "How many were paid?"."""
    for column in range(layout.grid.width - 1):
        texts = [slot.text.strip() for slot in layout.grid.column(column, layout.data) if not slot.blank]
        if len(texts) > 1 and sum(text.endswith("?") for text in texts) * 4 >= len(texts) * 3:
            return sum(figures > column for figures in layout.columns("figures")) < 2
    return False


def _figures_by_year(ground: Ground, layout: Layout, labels: list[int]) -> bool:
    """True for words beside two columns of figures or more, each under a period: "Question | 2021 | 2022"."""
    figures = layout.columns("figures")
    texts = [layout.grid.slot(row, column).text for column in labels[:1] for row in layout.data]
    if any(map(is_question_number, texts)):
        return False
    return len(figures) > 1 and all(ground.period(layout.heading(column)) is not None for column in figures)


def answers_questions(ground: Ground, layout: Layout) -> bool:
    """True for two columns, the first of which repeats or numbers our questions."""
    labels = label_columns(ground, layout)
    if layout.grid.width > 3 or _figures_by_year(ground, layout, labels):
        return False
    if _puts_questions(layout):
        return True
    if not labels:
        return False
    texts = [layout.grid.slot(row, labels[0]).text for row in layout.data]
    asked = [text for text in texts if question_of(ground, text)]
    return bool(asked) and 2 * len(asked) >= len(texts)


def is_sideways(ground: Ground, layout: Layout) -> bool:
    """True if the first column holds the headings: two or more variables of the survey, and categories beside."""
    grid = layout.grid
    if grid.width < 2 or not 2 <= grid.height <= HIGHEST_FORM:
        return False
    texts = [row[0].text for row in grid.rows if not row[0].blank]
    named = [hit.id for text in texts if (hit := ground.headings.heading(text)) and _plainly_names(hit)]
    return len(set(named)) >= 2 and 2 * len(named) >= len(texts) and not _heads_across(ground, grid)


def _plainly_names(hit: HeadingHit) -> bool:
    return hit.kind == "variable" and hit.score >= NAMES


def _heads_across(ground: Ground, grid: Grid) -> bool:
    """True if the first row names as many variables as the first column does."""
    first = next((r for r in range(grid.height) if len(grid.filled(r)) > 1), 0)
    return sum(hint_kind(ground, slot.text) == "variable" for slot in grid.filled(first)) >= 2


def column_measure(ground: Ground, layout: Layout, column: int, seen: Says) -> MeasureSeen | None:
    """The measure that a figure column of a list holds, by its heading, or as the survey's only one of money."""
    lowest = layout.lowest_heading(column)
    own = named(ground, lowest.piece if lowest else None)
    if own is not None and (own.measure.type != "count" or of_events(ground, layout)):
        return own
    return of_money(ground) if seen.kind == "money" else None


def in_unit_of_column(layout: Layout, slot: Slot, seen: MeasureSeen | None) -> Slot:
    """The sum of a list in the unit that its heading gives: 2 below "Paid (£000)" are £2,000.

    Below "in thousands" without a currency it says no number.
    """
    if seen is None or seen.measure.type != "money":
        return slot
    heading = layout.heading(slot.column)
    unit = money_unit(heading)
    if unit is not None:
        return replace(slot, says=in_money(slot.says, unit.times, unit.coin))
    bare = slot.says.kind in ("number", "year")
    other = in_thousands(heading) or (bare and in_other_unit(layout.grid.ground, seen.measure, heading))
    return replace(slot, says=Says("text")) if other else slot
