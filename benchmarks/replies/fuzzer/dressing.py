"""What is done to any table: numbers written as text, titles and notes, blank rows, tables cut in two."""

from __future__ import annotations

import random
from datetime import date
from itertools import chain

from .layouts import Grid, Reply, Value

NUMERALS = ("plain", "plain", "english", "german", "spaced")


def numeral(value: int, style: str, sign: str = "") -> str:
    """The number as a clerk writes it; `sign` is that of a currency."""
    grouped = f"{value:,}"
    if style == "german":
        grouped = grouped.replace(",", ".")
        return f"{grouped},00 {sign}" if sign else grouped
    if style == "spaced":
        grouped = grouped.replace(",", " ")
    if style == "plain":
        grouped = str(value)
    return f"{sign}{grouped}" if sign else grouped


def dress(
    reply: Reply, rng: random.Random, form: str, german: bool, sign: str, words: dict[str, tuple[str, ...]]
) -> None:
    """Changes the reply's tables as its file form allows."""
    for grid in reply.grids:
        if not grid.fixed and len(grid.rows) > 7 and rng.random() < 0.12 and not grid.merges and grid.head:
            _cut(reply, grid, rng)
    style = (
        rng.choice(("german", "german", "plain")) if german else rng.choice([n for n in NUMERALS if n != "german"])
    )
    as_text = form != "xlsx" or rng.random() < 0.2
    if as_text:
        reply.done.append(f"numerals {style}")
    for grid in reply.grids:
        if as_text:
            _write(grid, style, sign, german)
    if form in ("xlsx", "csv"):
        for grid in reply.grids:
            _surround(reply, grid, rng, words, form)
    else:
        reply.lines = [rng.choice(words["note"])] if rng.random() < 0.4 else []


def _cut(reply: Reply, grid: Grid, rng: random.Random) -> None:
    """The rest of the rows as a table of its own under the same head."""
    at = rng.randint(3, len(grid.rows) - 3)
    head = grid.rows[: grid.head]
    rest = Grid(
        f"{grid.caption} (continued)", [*(list(row) for row in head), *grid.rows[at:]], grid.head, [], grid.money
    )
    grid.rows = grid.rows[:at]
    reply.grids.insert(reply.grids.index(grid) + 1, rest)
    reply.done.append("cut in two")


def _write(grid: Grid, style: str, sign: str, german: bool) -> None:
    for n, row in enumerate(grid.rows):
        for column, value in enumerate(row):
            if n >= grid.head and isinstance(value, int) and not _year(value, column, row):
                row[column] = numeral(value, style, sign if column in grid.money else "")
            elif isinstance(value, date):
                row[column] = value.strftime("%d.%m.%Y" if german else "%d %B %Y")


def _year(value: int, column: int, row: list[Value]) -> bool:
    return 2019 <= value <= 2024 and column < 2


def _surround(reply: Reply, grid: Grid, rng: random.Random, words: dict[str, tuple[str, ...]], form: str) -> None:
    """A title above and a note below, on the sheet itself; blank rows and a blank column at times."""
    width = max(map(len, grid.rows))
    above: list[list[Value]] = []
    if grid.caption and (form == "csv" or rng.random() < 0.7 or (grid.fixed and len(reply.grids) > 1)):
        above = [[grid.caption], *([[None]] if rng.random() < 0.5 else [])]
    below: list[list[Value]] = [[None], [rng.choice(words["note"])]] if rng.random() < 0.3 else []
    aside = 1 if form == "xlsx" and rng.random() < 0.15 else 0
    down = len(above)
    grid.rows = [[*([None] * aside), *row, *[None] * (width - len(row))] for row in chain(above, grid.rows, below)]
    grid.merges = [(t + down, le + aside, b + down, r + aside) for t, le, b, r in grid.merges]
    if aside:
        reply.done.append("blank column")
