"""Rows of a table that may be cut into cells otherwise than a person sees them, with the places."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from foidesk.model.issues import Issue
from foidesk.model.places import Locator, PagePlace
from foidesk.model.protocols import Source
from foidesk.readers.pdf_above import heads_beside, in_turns, lines_above, same_heads
from foidesk.readers.pdf_broken import broken_figures
from foidesk.readers.pdf_near import (
    APART,
    Doubt,
    apart,
    hidden_figures,
    joined_cells,
    left_over,
    met,
    word_behind_figure,
    wrapped_below,
)
from foidesk.readers.pdf_text import box_of
from foidesk.readers.pdf_torn import overprinted, torn_rows
from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import (
    GROUPED,
    THOUSANDS,
    Frame,
    Line,
    PageInk,
    Token,
    frame_of,
    is_number,
    is_year,
    median,
    phrases,
    text_of,
)
from foidesk.readers.tables.rules import joined
from foidesk.readers.tables.upended import turned_above

OVER = 0.5  # font sizes
BESIDE = 2.0  # line heights
SPACE = 0.45  # font sizes: the next word of a text is no further off
CLOSE = 0.55  # of the usual space: nearer than words of one text stand, and not one word
LETTER = 0.8  # font sizes: a letter and the white at the edge of a cell
MOST = 0.8  # of the page: a box round more is its border
EDGE = 0.25  # font sizes: the white that cells leave at their edge
EVEN = 0.15  # points by which the white at two edges may differ and be one
ALL_DIGITS = re.compile(r"\d[\d.,]*$")
FIGURE = re.compile(r"[-–+$£€]?\d[\d.,]*%?[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]*$")
TWO_FIGURES = re.compile(r"[,.]\d{3}\d+[,.]\d|%\d|\d[$£€]\d")
TWO_WORDS = re.compile(r"[a-z\d)][A-Z][a-z]")


def doubtful_rows(
    ink: PageInk, lines: list[Line], table: Found, tables: list[Found], source: Source
) -> Iterator[Issue]:  # fmt: skip
    """One issue for a table with all the places where its cells may not be those that a person sees."""
    places = [
        *apart(table), *_over(lines, table), *_grown_together(table), *_left_out(lines, table, tables),
        *_cut_off(table), *_at_rule(ink, table), *_headless(table), *_wide_heads(table), *_over_column(table),
        *_running_out(lines, table, tables), *_clipped(ink, table), *_in_its_box(ink, lines, table, tables),
        *_two_rows(table), *_other_columns(table), *_two_figures(table), *met(ink, lines, table),
        *wrapped_below(lines, table, tables), *joined_cells(table), *word_behind_figure(table),
        *hidden_figures(table), *broken_figures(table), *lines_above(lines, table, tables), *same_heads(table),
        *heads_beside(table), *in_turns(table), *left_over(lines, table, tables), *torn_rows(table),
        *overprinted(table),
        *((frame_of([token]), token.text) for token in turned_above(table, ink.tokens)),
    ]  # fmt: skip
    places = list(dict.fromkeys(places))
    if places:
        first = places[0][1]
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        what = f"a row of this table may be cut into cells otherwise than printed: “{first[:80]}”{more}"
        yield Issue(
            "row-in-doubt", "warning", what, f"{source.name}, page {ink.number}", "look at these rows on the page",
            tuple(Locator(source.sha256, PagePlace(ink.number, box_of(f)), text) for f, text in places),
            key=f"page {ink.number} at {table.frame.x0:.0f},{table.frame.y0:.0f}",
        )  # fmt: skip


def _over(lines: list[Line], table: Found) -> Iterator[Doubt]:
    """Words of the table that are printed over one another."""
    for line in lines:
        for a, b in pairwise(line):
            over = a.x1 - b.x0 > OVER * min(a.size, b.size) and a.upright and b.upright
            if over and table.frame.has(a.centre, a.middle) and table.frame.has(b.centre, b.middle):
                yield frame_of([a, b]), f"{a.text} {b.text}"


def _grown_together(table: Found) -> Iterator[Doubt]:
    """Words across a boundary of columns that look like two, the first cut off by its cell; figures across one."""
    for slot in table.slots:
        for token in slot.tokens:
            across = any(token.x0 + 1 < x < token.x1 - 1 for x in table.xs[1:-1])
            figure = table.kind != "ruled" and slot.row > 0 and ALL_DIGITS.match(token.text)
            if across and (figure or TWO_WORDS.search(token.text)):
                yield frame_of([token]), token.text


def _left_out(lines: list[Line], table: Found, tables: list[Found]) -> Iterator[Doubt]:
    """Lines close above or below the table, as wide as it and parted as its rows are, that it does not hold."""
    frame = table.frame
    for line in lines:
        box = frame_of(line)
        high = box.y1 - box.y0
        near = 0 <= frame.y0 - box.y1 < BESIDE * high or 0 <= box.y0 - frame.y1 < BESIDE * high
        inside = frame.x0 - high < box.x0 and box.x1 < frame.x1 + high
        if near and inside and not any(t.frame.has(box.x0, (box.y0 + box.y1) / 2, 1.0) for t in tables):
            parts = phrases(line, APART)
            if len(parts) > 1:
                yield box, text_of(line)


def _in_its_box(ink: PageInk, lines: list[Line], table: Found, tables: list[Found]) -> Iterator[Doubt]:
    """Lines in parts inside the box that is drawn around the table and more, which no table holds.

    So forms print the head of a section and what belongs to it as one sheet. A border of the page is no such box.
    """
    box = _box_around(ink, table.frame)
    for line in lines if box is not None else ():
        frame = frame_of(line)
        middle = (frame.y0 + frame.y1) / 2
        if box is None or not (box.has(frame.x0, middle) and box.has(frame.x1, middle)):
            continue
        held = any(t.frame.has(token.centre, token.middle, 1.0) for t in tables for token in line)
        if not held and len(phrases(line, APART)) > 1:
            yield frame, text_of(line)


def _two_rows(table: Found) -> Iterator[Doubt]:
    """Cells of one row that hold words over a figure, in two columns or more: a head and its first row in one."""
    rows: dict[int, list[Slot]] = defaultdict(list)
    for slot in table.slots if table.kind != "ruled" else ():
        texts = [text_of(line) for line in slot.lines]
        above = [text for text in texts[:-1] if not is_year(text)]
        if slot.column and above and is_number(texts[-1]) and not any(map(is_number, above)):
            rows[slot.row].append(slot)
    for slots in rows.values():
        if len(slots) > 1 and not all(is_year(text_of(slot.lines[-1])) for slot in slots):
            yield from ((frame_of(slot.tokens), slot.text) for slot in slots)


def _other_columns(table: Found) -> Iterator[Doubt]:
    """The first row of a ruled table below which no column parts where one did above: perhaps another table."""
    edges: dict[int, set[int]] = defaultdict(set)
    for slot in table.slots if table.kind == "ruled" else ():
        for row in range(slot.row, slot.row_to + 1):
            edges[row] |= {slot.column, slot.column_to + 1} - {0, table.columns}
    rows = sorted(row for row in edges if edges[row])
    for n in range(2, len(rows) - 1):
        above, below = (set().union(*(edges[row] for row in part)) for part in (rows[:n], rows[n:]))
        if not above & below:
            tokens = [token for slot in table.slots if slot.row == rows[n] for token in slot.tokens]
            if tokens:
                yield frame_of(tokens), text_of(sorted(tokens))


def _two_figures(table: Found) -> Iterator[Doubt]:
    """Cells that hold two figures on one line, in two columns of a row or beside a blank one; three; or most do.

    There may be more columns: then those of a column's cells that hold one may be two that were printed as one,
    and "12 120" is none with its thousands apart.
    """
    rows: dict[int, list[Doubt]] = defaultdict(list)
    filled = {
        (slot.row, at) for slot in table.slots for at in range(slot.column, slot.column_to + 1) if slot.tokens
    }
    pairs: dict[int, list[bool]] = defaultdict(list)
    spaced: dict[int, list[tuple[bool, Doubt]]] = defaultdict(list)
    for slot in table.slots if table.kind != "ruled" else ():
        for line in slot.lines if slot.column else ():
            words = [token.text for token in line]
            yield from ((frame_of([t]), t.text) for t in line if TWO_FIGURES.search(t.text))
            if len(words) > 1 and all(map(FIGURE.match, words)):
                blank = {slot.column - 1 or slot.column, slot.column_to + 1} & set(range(table.columns))
                beside = any((slot.row, at) not in filled for at in blank)
                sure = not _is_spaced(words)
                pairs[slot.column].append(sure)
                if not sure:
                    spaced[slot.column].append((beside, (frame_of(line), " ".join(words))))
                rows[slot.row] += [(frame_of(line), " ".join(words))] * (sure * (len(words) - 1 + beside))
    for doubts in rows.values():
        yield from doubts if len(doubts) > 1 else ()
    for found in spaced.values():  # "12 120" beside a blank, where no other figure is written so
        yield from (doubt for _, doubt in found) if all(beside for beside, _ in found) else ()
    for column in range(1, table.columns):
        slots = [slot for slot in table.slots if slot.column == column == slot.column_to and not slot.empty()]
        if len(pairs[column]) > 2 and any(pairs[column]) and len(pairs[column]) >= 0.5 * len(slots):
            yield from ((frame_of(slot.tokens), slot.text) for slot in slots)


def _is_spaced(words: list[str]) -> bool:
    """True if the words may be one number whose thousands are parted by spaces: "1 204", "12 345.60"."""
    return bool(GROUPED.match(words[0])) and all(map(THOUSANDS.match, words[1:]))


def _box_around(ink: PageInk, frame: Frame) -> Frame | None:
    """The smallest box of four rules round the frame, if it is not round nearly all of the page."""
    high = [r for r in joined(ink.down) if r.lo < frame.y0 + 2 and r.hi > frame.y1 - 2]
    high = [r for r in high if r.hi - r.lo > frame.y1 - frame.y0 + 10]  # not the table's own
    left = max((r for r in high if r.at < frame.x0 + 2), key=lambda r: r.at, default=None)
    right = min((r for r in high if r.at > frame.x1 - 2), key=lambda r: r.at, default=None)
    if left is None or right is None:
        return None
    top, bottom = max(left.lo, right.lo), min(left.hi, right.hi)
    across = [r for r in joined(ink.across) if r.lo < left.at + 3 and r.hi > right.at - 3]
    closed = all(any(abs(r.at - y) < 3 for r in across) for y in (top, bottom))
    whole = bottom - top > MOST * ink.height and right.at - left.at > MOST * ink.width
    return Frame(left.at, top, right.at, bottom) if closed and not whole else None


def _cut_off(table: Found) -> Iterator[Doubt]:
    """Words that end where the next cell's words begin: the cell was too narrow, and there may have been more."""
    rows: dict[int, list[Line]] = defaultdict(list)
    padding = _fitted(table) if table.kind == "ruled" else 0.0
    for slot in table.slots:
        rows[slot.row].extend(sorted(line) for line in slot.lines if line)
    for lines in rows.values():
        for left, right in pairwise(sorted(lines)):
            a, b = left[-1], right[0]
            even = padding > 0 and abs(b.x0 - a.x1 - 2 * padding) < 2 * EVEN
            if _touch(a, b, SPACE) and a.text[-1].isalpha() and b.text[0].isalpha() and not even:
                yield frame_of(left), text_of(left)
    yield from _run_together([line for lines in rows.values() for line in lines])


def _headless(table: Found) -> Iterator[Doubt]:
    """Heads of several words beside a column of figures that has none, all others having one each."""
    rows: dict[int, dict[int, Slot]] = defaultdict(dict)
    for slot in table.slots:
        if slot.column == slot.column_to and not slot.empty():
            rows[slot.row][slot.column] = slot
    heads, columns = rows.get(0, {}), table.columns
    lacking = [column for column in range(1, columns) if column not in heads]
    if table.kind == "ruled" or columns < 4 or len(lacking) != 1 or any(is_number(s.text) for s in heads.values()):
        return
    under = [row[lacking[0]].text for row in rows.values() if lacking[0] in row]
    for beside in (lacking[0] - 1, lacking[0] + 1):
        if sum(map(is_number, under)) > 1 and beside in heads and len(heads[beside].tokens) > 1:
            yield frame_of(heads[beside].tokens), heads[beside].text


def _wide_heads(table: Found) -> Iterator[Doubt]:
    """Heads of several words over several columns of figures, right above them: perhaps one for each."""
    figures: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for slot in table.slots:
        if slot.column == slot.column_to and not slot.empty():
            figures[slot.column].append((slot.row, is_number(slot.text)))
    for slot in table.slots if table.kind != "ruled" else ():
        if slot.column_to == slot.column or len(slot.tokens) < 2 or slot.row > 2:
            continue
        below = [
            next((number for row, number in sorted(figures[c]) if row > slot.row_to), False)
            for c in range(slot.column, slot.column_to + 1)
        ]
        if all(below):
            yield frame_of(slot.tokens), slot.text


def _over_column(table: Found) -> Iterator[Doubt]:
    """Figures at the end of other words that stand over the next column, which has nothing in that row."""
    filled = {
        (slot.row, c) for slot in table.slots if not slot.empty() for c in range(slot.column, slot.column_to + 1)
    }
    for slot in table.slots:
        beyond = slot.column_to + 1
        if len(slot.tokens) > 1 and beyond < len(table.xs) - 1 and (slot.row, beyond) not in filled:
            last = slot.tokens[-1]
            if is_number(last.text) and last.upright and last.centre > table.xs[beyond]:
                yield frame_of(slot.tokens), slot.text


def _at_rule(ink: PageInk, table: Found) -> Iterator[Doubt]:
    """Words that end right at a rule, without the white that cells leave: the rest of them was cut off there.

    A cell cut between two letters may leave nearly a letter's white: told where its one line fills it from edge to
    edge, and a little further off where it ends in the beginning of a longer word that stands on the page.
    """
    rules = sorted((rule for rule in ink.down if ink.layer == "text"), key=lambda rule: rule.at)
    places = [rule.at for rule in rules]
    padding = _fitted(table) if rules else 0.0
    for slot in table.slots if rules else ():
        for line in filter(None, slot.lines):
            last = max(line, key=lambda token: token.x1)
            near = rules[bisect(places, last.x1 - 0.5 * last.size) : bisect(places, last.x1 + LETTER * last.size)]
            white = min((r.at - last.x1 for r in near if r.lo < last.middle < r.hi), default=last.size)
            if last.upright and last.text[-1].isalpha() and _is_cut(ink, slot, line, last, white, padding):
                yield frame_of(line), text_of(line)


def _fitted(table: Found) -> float:
    """The white at both edges of the widest texts, the same in two columns or more; 0 if it is not.

    So programs print a table whose columns are as wide as what stands in them. A cut text leaves any white.
    """
    widest: dict[int, tuple[float, float, float]] = {}
    for slot in table.slots:
        for line in filter(None, slot.lines) if slot.frame is not None and slot.column == slot.column_to else ():
            box = frame_of(line)
            sides = box.x0 - slot.frame.x0, slot.frame.x1 - box.x1  # type: ignore[union-attr]
            widest[slot.column] = max(widest.get(slot.column, (0.0, 0.0, 0.0)), (box.x1 - box.x0, *sides))
    whites = sorted(left for _, left, right in widest.values() if left > 0.5 and abs(left - right) < EVEN)
    return next((a for a, b in pairwise(whites) if b - a < EVEN), 0.0)


def _clipped(ink: PageInk, table: Found) -> Iterator[Doubt]:
    """Cells whose words end at the edge of a clip that was drawn for them alone: more of them was not printed."""
    for slot in table.slots if ink.clipped else ():
        for line in filter(None, slot.lines):
            last = max(line, key=lambda token: token.x1)
            ends = (-1 < f.x1 - last.x1 < SPACE * last.size and f.y0 < last.middle < f.y1 for f in ink.clipped)
            if last.text[-1].isalpha() and any(ends):
                yield frame_of(line), text_of(line)


def _is_cut(ink: PageInk, slot: Slot, line: Line, last: Token, white: float, padding: float) -> bool:
    """True if the white between the last word and the rule is less than the cells of its table leave."""
    if white <= 0.5:
        return True
    if white > LETTER * last.size or len(slot.lines) > 1 or slot.frame is None:
        return False
    fills = min(token.x0 for token in line) - slot.frame.x0 < LETTER * last.size
    narrow = white < EDGE * last.size and not (padding and abs(white - padding) < EVEN)
    return fills and (narrow or _is_begun(ink, last.text))


def _is_begun(ink: PageInk, text: str) -> bool:
    """True if the word is the beginning of a longer one on the page."""
    word = text.casefold()
    return len(word) > 2 and any(
        len(token.text) > len(word) and token.text.casefold().startswith(word)
        and token.text[len(word)].isalpha()
        for token in ink.tokens
    )  # fmt: skip


def _run_together(lines: list[Line]) -> Iterator[Doubt]:
    """Words much nearer to one another than others of the table, the second with a capital: two texts, one cut."""
    pairs = [pair for line in lines for pair in pairwise(line) if _touch(*pair, SPACE)]
    if len(pairs) < 4:
        return
    usual = median([(b.x0 - a.x1) / a.size for a, b in pairs])
    for a, b in pairs:
        if (b.x0 - a.x1) / a.size < CLOSE * usual and a.text[-1].islower() and b.text[0].isupper():
            yield frame_of([a, b]), f"{a.text} {b.text}"


def _touch(a: Token, b: Token, space: float) -> bool:
    """True if one word follows the other on one line, no further off than so many font sizes."""
    gap, size = b.x0 - a.x1, min(a.size, b.size)
    if not -0.1 * size < gap < space * size or not (a.upright and b.upright):
        return False
    return abs(a.y0 + a.y1 - b.y0 - b.y1) < 0.6 * size


def _running_out(lines: list[Line], table: Found, tables: list[Found]) -> Iterator[Doubt]:
    """Words outside the table that go on from words in it: their cell was too small for them."""
    frame = table.frame
    ends = [max(line) for slot in table.slots for line in slot.lines if line]
    right = [token for token in ends if token.upright and token.x1 > frame.x1 - 3 * token.size]
    turned = [token for token in ends if not token.upright]
    near = [
        token for line in lines for token in line
        if (token.x0 > frame.x1 - 40 and frame.y0 < token.middle < frame.y1 if token.upright else turned)
    ]  # fmt: skip
    for token in near:
        if any(one.frame.has(token.centre, token.middle) for one in tables):
            continue
        for end in right if token.upright else turned:
            if _touch(end, token, SPACE) if token.upright else _goes_on(end, token):
                yield frame_of([end, token]), f"{end.text} {token.text}"


def _goes_on(a: Token, b: Token) -> bool:
    """True if two words that run up or down the page follow one another."""
    gap = max(a.y0, b.y0) - min(a.y1, b.y1)
    return abs(a.centre - b.centre) < 0.5 * a.size and -a.size < gap < SPACE * min(a.size, b.size)
