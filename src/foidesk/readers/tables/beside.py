"""Unruled tables that stand side by side: each has rules of its own, and none runs from one into the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from foidesk.readers.tables.apart import set_apart
from foidesk.readers.tables.blocks import blocks_of
from foidesk.readers.tables.candidates import Block, Row, row_of
from foidesk.readers.tables.ink import Rule, is_number
from foidesk.readers.tables.rules import joined

MOST = 4
SMALLEST = 2
"""Rows of a table that stands beside another."""
SLACK = 8.0
"""Points by which words may stand out over the rule of their table."""


def side_by_side(block: Block, across: list[Rule]) -> list[Block]:
    """The block, or the blocks of the tables that stand beside each other in it."""
    frame = block.frame
    near = [r for r in across if frame.y0 - 14 < r.at < frame.y1 + 14 and r.hi > frame.x0 and r.lo < frame.x1]
    for level in _levels(near):
        gaps = [(a.hi, b.lo) for a, b in pairwise(level)]
        if any(r.lo < a and r.hi > b for a, b in gaps for r in near):
            continue
        parts = _parted(block, [(a + b) / 2 for a, b in gaps])
        if all(_stands_alone(rows, rule) for rows, rule in zip(parts, level, strict=True)):
            return [b for rows in parts for b in blocks_of([row.line for row in rows], near)]
    sides = set_apart(block, near)
    if len(sides) == 1:
        return [block]
    return [b for rows in sides for part in _blocks(rows, near) for b in side_by_side(part, across)]


def _blocks(rows: list[Row], near: list[Rule]) -> list[Block]:
    """The blocks of one side; what stands there by itself may be as small as a head and a row."""
    small = Block(rows) if sum(row.tabular for row in rows) == SMALLEST else None
    return blocks_of([row.line for row in rows], near) or ([small] if small else [])


def _levels(rules: list[Rule]) -> Iterator[list[Rule]]:
    """The rules that stand at one height, from left to right, where there is more than one."""
    heights: dict[float, list[Rule]] = {}
    for rule in joined(rules):
        heights.setdefault(rule.at, []).append(rule)
    return (level for level in heights.values() if 1 < len(level) <= MOST)


def _parted(block: Block, edges: list[float]) -> list[list[Row]]:
    """The rows of the block between the edges."""
    bounds = [-1e9, *edges, 1e9]
    lines = [[[t for t in row.line if a < t.centre < b] for row in block.rows] for a, b in pairwise(bounds)]
    return [[row_of(line) for line in side if line] for side in lines]


def _stands_alone(rows: list[Row], rule: Rule) -> bool:
    """True for a table of its own: labels, then values, under (or over) a rule as wide as all of it."""
    tabular = [row for row in rows if row.tabular]
    if len(tabular) < 3 or len(tabular) < 0.6 * len(rows):
        return False
    inside = all(rule.lo - SLACK < p.x0 and p.x1 < rule.hi + SLACK for row in tabular for p in row.phrases)
    labels = sum(not is_number(row.phrases[0].text) for row in tabular)
    values = sum(any(is_number(p.text) for p in row.phrases[1:]) for row in tabular)
    begins = min(row.phrases[0].x0 for row in tabular) < rule.lo + 2 * SLACK
    return inside and begins and labels >= 0.6 * len(tabular) and values >= 0.5 * len(tabular)
