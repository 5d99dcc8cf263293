"""What looks like a table but is none: charts, whose scales and grids line up, and lists of contents."""

from __future__ import annotations

import re
from itertools import pairwise

from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import LEADER, Frame, Line, PageInk, text_of

PLAIN = re.compile(r"^[-–]?\d[\d,]*(?:\.\d+)?%?$")
TICKS = 4
PAGE = re.compile(r"^(?:\d{1,4}|[ivxl]{1,6})$", re.I)
SECTION = re.compile(r"^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+[^\W\d]")
TITLE = re.compile(
    r"^(?:table of |list of )?(?:contents|tables|figures|charts|appendices|annexes)(?: page)?$"
    r"|^(?:inhalt|(?:inhalts|tabellen|abbildungs|anlagen)verzeichnis)(?: seite)?$",
    re.I,
)


def is_chart(frame: Frame, ink: PageInk) -> bool:
    """True if slanting strokes run inside: lines of a chart, whose grid is no table."""
    xs = [x for x, y in ink.slants if frame.has(x, y)]
    return len(xs) >= 3 and max(xs) - min(xs) > 0.2 * (frame.x1 - frame.x0)


def has_scale(table: Found) -> bool:
    """True if a row or a column is the scale of a chart: 0, 10, 20, 30 ..."""
    rows: dict[int, list[str]] = {}
    columns: dict[int, list[str]] = {}
    for slot in sorted(table.slots, key=lambda s: (s.row, s.column)):
        if not slot.empty():
            rows.setdefault(slot.row, []).extend(token.text for token in slot.tokens)
            columns.setdefault(slot.column, []).append(slot.text)
    lines = ([token.text for token in line] for slot in table.slots for line in slot.lines)
    in_one_cell = any(is_scale(line, one_cell=True) for line in lines)
    return in_one_cell or any(map(is_scale, (*rows.values(), *columns.values())))


def is_scale(words: list[str], one_cell: bool = False) -> bool:
    """True for numbers only, in even steps of another size than 1; unless all are in one cell, from or to 0."""
    if len(words) < TICKS or not all(map(PLAIN.match, words)):
        return False
    values = [float(word.replace(",", "").replace("–", "-").rstrip("%")) for word in words]
    steps = [round(b - a, 6) for a, b in pairwise(values)]
    return (
        (one_cell or 0.0 in (values[0], values[-1])) and len(set(steps)) == 1 and abs(steps[0]) not in (0.0, 1.0)
    )


def is_contents(table: Found, lines: list[Line]) -> bool:
    """True for a list of contents: pages that never go down, behind leaders, sections, or under its title."""
    last = table.columns - 1
    labels = [slot.text for slot in table.slots if slot.column == 0]
    pages = [slot for slot in table.slots if slot.column == slot.column_to == last]
    if last not in (1, 2) or len(pages) < 3 or not _never_down(pages):
        return False
    led = sum(bool(LEADER.search(text)) for text in labels)
    sections = sum(bool(SECTION.match(text)) for text in labels)
    plain = all(PAGE.match(slot.text) for slot in pages[1:])  # the first may be the head of the column
    titled = any(TITLE.match(text_of(line)) for line in _above(table, lines))
    return (last == 1 and led >= 0.6 * len(pages)) or (plain and (titled or (last == 1 and sections >= 3)))


def _above(table: Found, lines: list[Line]) -> list[Line]:
    """The two lines above the table, and its first one: where its title stands."""
    over = [line for line in lines if line[0].y1 < table.frame.y0 + 1]
    return [*over[-2:], *(line for slot in table.slots if slot.row == 0 for line in slot.lines)]


def _never_down(slots: list[Slot]) -> bool:
    words = [slot.text for slot in sorted(slots, key=lambda s: s.row)]
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 4]
    ordered = sum(a <= b for a, b in pairwise(numbers))
    return len(numbers) >= 0.7 * len(words) and ordered >= 0.9 * (len(numbers) - 1)
