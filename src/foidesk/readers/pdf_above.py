"""What stands over a table and may be heads that it does not hold; columns whose heads are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from foidesk.readers.pdf_near import Doubt, white_of
from foidesk.readers.tables.blocks import CAPTION
from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import Frame, Line, Phrase, frame_of, is_number, is_year, phrases, text_of

MOST_LINES = 8  # lines above a table that are looked at
MOST_WORDS = 6  # of one head on one line; a sentence has more
NEAR = 1.2  # line heights above the table, and as much more as its rows stand apart
FAR = 3.0  # line heights above a table that begins with figures
MOST_TURNS = 2  # cells of two columns that may stand in turns by chance
MIDDLE = 0.06  # of the width of the table by which a title may be off its middle
SPACE = 0.9  # font sizes between two heads
CLOSE = 0.6  # line heights between two lines of one title


def lines_above(lines: list[Line], table: Found, tables: list[Found]) -> Iterator[Doubt]:
    """Lines above the table, no further off than its rows are from each other, that stand over its columns only.

    A title begins at the left, or stands in the middle of the table; a caption says so. What stands right of the
    labels, or in several phrases, is a head that was not taken into the table.
    """
    values = _values_of(table)
    if values is None:
        return
    found: list[Line] = []
    for line, gap in _upwards(lines, table, tables):
        parts, high = phrases(line, SPACE), frame_of(line).y1 - frame_of(line).y0
        if not found and frame_of(line).x1 <= values and not CAPTION.match(parts[0].text):
            continue  # a head of the labels, or a short title
        if not (_is_head(parts, table.frame, values) or (not found and _is_over_each(line, table))):
            title = len(parts) == 1 or CAPTION.match(parts[0].text)
            if found and title and -0.2 * high < gap < CLOSE * high and len(phrases(found[-1], SPACE)) == 1:
                found.pop()  # the second line of a title
            break
        found.append(line)
    yield from ((frame_of(line), text_of(line)) for line in found)


def _upwards(lines: list[Line], table: Found, tables: list[Found]) -> Iterator[tuple[Line, float]]:
    """The lines above the table that no table holds, the lowest first, each with the white below it."""
    top, steps = table.frame.y0, white_of(table)
    near = NEAR if _has_heads(table) else FAR
    others = [t.frame for t in tables if t is not table]
    above = [line for line in lines if _is_above(line, table.frame)]
    for line in reversed(above[-MOST_LINES:]):
        box = frame_of(line)
        if box.x1 < table.frame.x0 or box.x0 > table.frame.x1:
            continue
        if top - box.y1 > max(near * (box.y1 - box.y0), 1.25 * steps):
            return
        if any(f.has(box.x0, box.y1 - 1, 1.0) for f in others):
            return
        yield line, top - box.y1
        top = min(top, box.y0)


def _has_heads(table: Found) -> bool:
    """False for a table whose first row holds figures."""
    return not any(_begins_with_figure(slot) for slot in table.slots if slot.row == 0 and slot.column)


def _is_above(line: Line, frame: Frame) -> bool:
    """True for upright words that begin above the table, be it that they reach down to the height of its first."""
    box = frame_of(line)
    return box.y0 < frame.y0 - 1 and (box.y0 + box.y1) / 2 < frame.y0 and all(t.upright for t in line)


def _is_over_each(line: Line, table: Found) -> bool:
    """True for words over each column of a table that begins with figures: its heads, close to one another."""
    first = [slot for slot in table.slots if slot.row == 0 and not slot.empty()]
    values = [slot for slot in first if slot.column == slot.column_to > 0]
    if len(values) < 2 or not all(map(_begins_with_figure, values)) or len(line) > 3 * table.columns:
        return False
    return all(any(t.x0 < b + 2 and t.x1 > a - 2 for t in line) for a, b in pairwise(table.xs))


def _is_head(parts: list[Phrase], frame: Frame, values: float) -> bool:
    """True for few words each over the columns of values; the first may be the head of the labels."""
    box = frame_of(parts)
    if box.x0 < frame.x0 - 12 or box.x1 > frame.x1 + 24 or CAPTION.match(parts[0].text):
        return False
    if any(len(part.tokens) > MOST_WORDS for part in parts):
        return False
    over = [part for part in parts if part.x0 > values]
    off = abs(box.x0 + box.x1 - frame.x0 - frame.x1) / 2
    return bool(over) and (len(parts) > 1 or off > MIDDLE * (frame.x1 - frame.x0))


def _values_of(table: Found) -> float | None:
    """Right of what heads of values begin: of the labels, or nearly the second column; None without figures."""
    starts = [slot.tokens[0].x0 for slot in table.slots if slot.column == 1 == slot.column_to and not slot.empty()]
    ends = [max(t.x1 for t in s.tokens) for s in table.slots if not s.column and not s.column_to and not s.empty()]
    figures = sum(slot.column > 0 and is_number(slot.text) for slot in table.slots if not slot.empty())
    return min(min(starts) - 6, max(ends, default=0.0)) if starts and figures > 1 else None


def same_heads(table: Found) -> Iterator[Doubt]:
    """Heads of two columns of figures that say the same though other heads stand beside or over them.

    "2021 Men, Women, 2022 Men, Women" says "Women" twice: over which columns each year stands is not printed.
    """
    if table.kind == "ruled":
        return
    first = min((slot.row for slot in table.slots if slot.column and _is_figure(slot)), default=0)
    heads: dict[int, list[str]] = defaultdict(list)
    lowest: dict[int, Slot] = {}
    for slot in sorted((s for s in table.slots if s.row < first and not s.empty()), key=lambda s: s.row):
        for column in range(max(1, slot.column), slot.column_to + 1):
            heads[column].append(slot.text)
            lowest[column] = slot
    said: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for column, texts in heads.items():
        said[tuple(texts)].append(column)
    apart = len(said) > 1
    for words, columns in said.items():
        slots = list(dict.fromkeys(id(lowest[c]) for c in columns))
        if apart and len(slots) > 1 and any(letter.isalnum() for letter in "".join(words)):
            yield from ((frame_of(lowest[c].tokens), lowest[c].text) for c in columns)


def _begins_with_figure(slot: Slot) -> bool:
    """True for a figure, and for one with its share behind it: "46 (11%)"."""
    words = [token.text for token in slot.tokens[:1]]
    return _is_figure(slot) or any(is_number(text) and text[0].isdigit() and not is_year(text) for text in words)


def _is_figure(slot: Slot) -> bool:
    return is_number(slot.text) and not is_year(slot.text) and any(letter.isdigit() for letter in slot.text)


def in_turns(table: Found) -> Iterator[Doubt]:
    """Cells of a column without a head beside one that has one; of two columns there that are never both filled.

    They may be one column, whose figures stand at the right and whose words stand at the left.
    """
    filled = [slot for slot in table.slots if slot.column == slot.column_to > 0 and not slot.empty()]
    first = _first_of_figures(filled)
    spanned = {c for s in table.slots if s.row < first for c in range(s.column, s.column_to + 1) if not s.empty()}
    columns: dict[int, dict[int, Slot]] = defaultdict(dict)
    for slot in filled:
        if slot.row >= first:
            columns[slot.column][slot.row] = slot
    if table.kind == "ruled" or not first or set(columns) <= spanned:
        return
    bare = [column for column in columns if column not in spanned and len(columns[column]) > MOST_TURNS]
    if 0 < 2 * len(bare) < len(columns):
        cells = [slot for c in columns for slot in columns[c].values() if {c, c + 1} & set(bare)]
        yield from ((frame_of(slot.tokens), slot.text) for slot in cells)
    for column in sorted(columns):
        here, beside = columns[column], columns.get(column + 1, {})
        if beside and not here.keys() & beside.keys() and len(here) + len(beside) > MOST_TURNS:
            yield from ((frame_of(s.tokens), s.text) for s in (*here.values(), *beside.values()))


def heads_beside(table: Found) -> Iterator[Doubt]:
    """Heads over nothing, where a column of figures has no head: the heads may stand one column off."""
    filled = [slot for slot in table.slots if slot.column == slot.column_to and not slot.empty()]
    first = _first_of_figures(filled)
    if table.kind == "ruled" or not first:
        return
    heads = {slot.column: slot for slot in filled if slot.row < first and slot.column}
    spanned = {c for s in table.slots if s.row < first for c in range(s.column, s.column_to + 1) if not s.empty()}
    figures = {slot.column for slot in filled if slot.row >= first}
    bare = [slot for column, slot in heads.items() if column not in figures]
    if bare and any(column not in spanned for column in figures - {0}):
        yield from ((frame_of(slot.tokens), slot.text) for slot in heads.values())


def _first_of_figures(slots: list[Slot]) -> int:
    """The first row of which most cells behind the label are figures; 0 if there is none."""
    rows: dict[int, list[bool]] = defaultdict(list)
    for slot in slots:
        rows[slot.row] += [_is_figure(slot)] * (slot.column > 0)
    return min((row for row, told in rows.items() if 2 * sum(told) > len(told)), default=0)
