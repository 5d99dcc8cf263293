"""From rules that touch to the cells they enclose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from foidesk.readers.tables.ink import Frame, Rule, cluster
from foidesk.readers.tables.rules import TOUCH, Mesh, joints

MOST_ALONE = 2
"""Rules across a lone rule down: with no more it may be a letter's, not a form's."""
Cell4 = tuple[int, int, int, int]


@dataclass(slots=True)
class Lattice:
    """Boundaries of columns (`xs`) and rows (`ys`), and cells as (row, column, last row, last column).

    `walls[row][column]` is true where something parts the field from the one before it; `posts[row][column]`
    where a rule does (as long as the lattice has the boundaries that it was made with).
    """

    xs: list[float]
    ys: list[float]
    cells: list[Cell4]
    open_top: bool = False
    open_bottom: bool = False
    open_left: bool = False
    open_right: bool = False
    walls: list[list[bool]] = field(default_factory=list)
    posts: list[list[bool]] = field(default_factory=list)

    @property
    def frame(self) -> Frame:
        return Frame(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def lattice_of(mesh: Mesh) -> Lattice | None:
    """The lattice that the rules enclose, or None if they enclose nothing."""
    xs = cluster([rule.at for rule in mesh.down], 2.5)
    ys = cluster([rule.at for rule in mesh.across], 2.5)
    xs, open_left, open_right = _open_sides(xs, mesh.across)
    ys, open_top, open_bottom = _open_ends(ys, mesh.down)
    if len(xs) < 2 or len(ys) < 2:
        return None
    ruled = ys
    xs = _with_joints(xs, joints(mesh.strokes, mesh.across, 8.0))
    ys = _with_joints(ys, joints(mesh.pillars, mesh.down, 5.0))
    walls = Walls(xs, ys)
    walls.raise_across(mesh.across)
    walls.raise_down(mesh.down)
    posts = [list(row) for row in walls.before]
    walls.raise_at_pillar_ends(mesh.pillars, [y for y in ys if y not in ruled])
    walls.raise_at_stroke_ends(mesh.strokes, ruled)
    return Lattice(xs, ys, walls.cells(), open_top, open_bottom, open_left, open_right, walls.before, posts)


def _with_joints(edges: list[float], more: list[float]) -> list[float]:
    """The boundaries and those of `more` that stand between them, apart from each."""
    inside = [at for at in more if edges[0] < at < edges[-1] and all(abs(at - edge) > 2.5 for edge in edges)]
    return sorted(edges + inside)


def _open_ends(ys: list[float], down: list[Rule]) -> tuple[list[float], bool, bool]:
    """Rows that no rule closes: where half of the rules down run on, a page break has cut the row.

    A lone rule that parts two columns tells the same, by no more than about the height of a closed row.
    """
    top, bottom = min(r.lo for r in down), max(r.hi for r in down)
    need = max(2, 0.5 * len(down))
    if len(down) == 1 and len(ys) > MOST_ALONE:
        highest = 1.5 * max(b - a for a, b in pairwise(ys))
        top, bottom = (at if abs(at - end) < highest else end for at, end in ((top, ys[0]), (bottom, ys[-1])))
        need = 1
    open_top = ys[0] - top > 5 and sum(abs(r.lo - top) < TOUCH for r in down) >= need
    open_bottom = bottom - ys[-1] > 5 and sum(abs(r.hi - bottom) < TOUCH for r in down) >= need
    return [top] * open_top + ys + [bottom] * open_bottom, open_top, open_bottom


def _open_sides(xs: list[float], across: list[Rule]) -> tuple[list[float], bool, bool]:
    """Columns that no rule closes: rules across run on past the outermost rule down, to one and the same end."""
    ordered = sorted(across, key=lambda r: r.at)
    outer = (ordered[0], ordered[-1])
    left = _shared([r.lo for r in across if r.lo < xs[0] - 10], [r.lo for r in outer])
    right = _shared([r.hi for r in across if r.hi > xs[-1] + 10], [r.hi for r in outer])
    before, after = ([] if v is None else [v] for v in (left, right))
    return before + xs + after, bool(before), bool(after)


def _shared(ends: list[float], outer: list[float]) -> float | None:
    """The value at which most of these ends stand, if three or more do, or the first and the last rule's."""
    if len(ends) == 2 and abs(ends[0] - ends[1]) < TOUCH and ends == outer:
        return ends[0]
    if len(ends) < 3:
        return None
    near = max(([e for e in ends if abs(e - end) < TOUCH] for end in ends), key=len)
    return sum(near) / len(near) if len(near) >= max(3, 0.6 * len(ends)) else None


class Walls:
    """Which side of which cell is closed."""

    def __init__(self, xs: list[float], ys: list[float]) -> None:
        self.xs, self.ys = xs, ys
        self.rows, self.columns = len(ys) - 1, len(xs) - 1
        self.above = [[False] * self.columns for _ in range(self.rows + 1)]
        self.before = [[False] * (self.columns + 1) for _ in range(self.rows)]

    def raise_across(self, rules: list[Rule]) -> None:
        """Walls between rows, where a rule runs along most of the cell's side."""
        for rule in rules:
            wall = self.above[_nearest(self.ys, rule.at)]
            for c in range(self.columns):
                if _covers(rule, self.xs[c], self.xs[c + 1]):
                    wall[c] = True

    def raise_down(self, rules: list[Rule]) -> None:
        """Walls between columns."""
        for rule in rules:
            c = _nearest(self.xs, rule.at)
            for r in range(self.rows):
                if _covers(rule, self.ys[r], self.ys[r + 1]):
                    self.before[r][c] = True

    def raise_at_pillar_ends(self, pillars: list[Rule], ys: list[float]) -> None:
        """Walls between rows at these heights, but for fields beside which a border runs on."""
        for y in ys:
            wall = self.above[_nearest(self.ys, y)]
            through = [p.at for p in pillars if p.lo < y - 2.0 and p.hi > y + 2.0]
            for c in range(self.columns):
                if not (_any_near(through, self.xs[c]) or _any_near(through, self.xs[c + 1])):
                    wall[c] = True

    def raise_at_stroke_ends(self, strokes: list[Rule], ruled: list[float]) -> None:
        """Walls between columns where borders drawn cell by cell begin and end, though no rule runs down."""
        for c in range(1, self.columns):
            if sum(row[c] for row in self.before) > 0.4 * self.rows:
                continue
            x = self.xs[c]
            breaks = [s.at for s in strokes if abs(s.hi - x) < 2.0 and _meets(strokes, s, x)]
            runs = [s.at for s in strokes if s.lo < x - 2.0 and s.hi > x + 2.0]
            for r in range(self.rows):
                if self._parted(r, breaks, runs, ruled):
                    self.before[r][c] = True

    def _parted(self, r: int, breaks: list[float], runs: list[float], ruled: list[float]) -> bool:
        """True if borders break above or below the field, and none runs through on either side."""
        top, bottom = self.ys[r], self.ys[r + 1]
        edges = (max(y for y in ruled if y <= top), min(y for y in ruled if y >= bottom))
        broken = [_any_near(breaks, edge) for edge in edges]
        through = [_any_near(runs, edge) for edge in edges]
        return any(broken) and not any(t and not b for t, b in zip(through, broken, strict=True))

    def cells(self) -> list[Cell4]:
        """Fields that no wall parts are one cell; a shape that is no rectangle falls back to single fields."""
        out: list[Cell4] = []
        for fields in self._rooms():
            rows, columns = [r for r, _ in fields], [c for _, c in fields]
            r0, r1, c0, c1 = min(rows), max(rows), min(columns), max(columns)
            if len(fields) == (r1 - r0 + 1) * (c1 - c0 + 1):
                out.append((r0, c0, r1, c1))
            else:
                out.extend((r, c, r, c) for r, c in fields)
        return sorted(out)

    def _rooms(self) -> list[list[tuple[int, int]]]:
        parent: dict[tuple[int, int], tuple[int, int]] = {}
        root = _rooter(parent)
        for r in range(self.rows):
            for c in range(self.columns):
                if c + 1 < self.columns and not self.before[r][c + 1]:
                    parent[root((r, c + 1))] = root((r, c))
                if r + 1 < self.rows and not self.above[r + 1][c]:
                    parent[root((r + 1, c))] = root((r, c))
        rooms: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for r in range(self.rows):
            for c in range(self.columns):
                rooms.setdefault(root((r, c)), []).append((r, c))
        return list(rooms.values())


def _rooter(
    parent: dict[tuple[int, int], tuple[int, int]],
) -> Callable[[tuple[int, int]], tuple[int, int]]:
    def root(key: tuple[int, int]) -> tuple[int, int]:
        while parent.get(key, key) != key:
            key = parent[key]
        return key

    return root


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda k: abs(edges[k] - value))


def _covers(rule: Rule, lo: float, hi: float) -> bool:
    if rule.lo - TOUCH <= lo + 1 and rule.hi + TOUCH >= hi - 1:
        return True
    return min(rule.hi, hi) - max(rule.lo, lo) > 0.7 * (hi - lo)


def _any_near(values: list[float], edge: float) -> bool:
    return any(abs(v - edge) < 2.5 for v in values)


def _meets(strokes: list[Rule], ended: Rule, x: float) -> bool:
    return any(abs(s.lo - x) < 2.0 and abs(s.at - ended.at) < 2.5 for s in strokes)
