"""Exact bounds of suppressed cells: time and memory, beside scipy's MILP for the same cells in the same run.

    PYTHONPATH=src python benchmarks/bounds/run.py [--bodies 43 400] [--peer-cells 30]

Each body has a table of 10×8 (or 10×8×2) cells; a third of all cells is suppressed ("<5" is 1 to 4), and so is one
margin in eight. scipy is no dependency of foidesk: `pip install scipy` in an environment of your own, or leave the
peer out with `--peer-cells 0`.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from itertools import product

from foidesk.reconcile.solver import Bound, Solved, System

SHAPES = ((10, 8), (10, 8, 2))


def body(shape: tuple[int, ...], seed: int, hidden: float = 1 / 3) -> tuple[System, list[int]]:
    """One body's table as a system, and its suppressed cells."""
    draw = random.Random(seed)
    cells = {place: draw.choice((0, 0, 1, 1, 2, 3, 4, 5, 8, 13)) for place in product(*map(range, shape))}
    system, suppressed, unknowns = System(), [], {}
    for place, count in cells.items():
        is_hidden = 0 < count < 5 and draw.random() < hidden * len(cells) / _small(cells)
        unknowns[place] = system.unknown(1, 4) if is_hidden else system.unknown(count, count)
        suppressed += [unknowns[place]] if is_hidden else []
    for kept in _margins(len(shape)):
        for key in product(*(range(shape[axis]) for axis in kept)):
            if kept and draw.random() < 1 / 8:
                continue
            inside = [place for place in cells if all(place[a] == k for a, k in zip(kept, key, strict=True))]
            total = sum(cells[place] for place in inside)
            system.bind([(unknowns[place], 1) for place in inside], total, total, f"margin {kept} {key}")
    return system, suppressed


def _small(cells: dict[tuple[int, ...], int]) -> int:
    return sum(0 < count < 5 for count in cells.values())


def _margins(axes: int) -> list[tuple[int, ...]]:
    """The margins printed: of one variable each, of pairs where there are three, and the total."""
    ones = [(), *((axis,) for axis in range(axes))]
    pairs = [(a, b) for a in range(axes) for b in range(a + 1, axes)] if axes > 2 else []
    return ones + pairs


def ours(bodies: list[tuple[System, list[int]]]) -> tuple[float, float, list[dict[int, Bound]]]:
    """Seconds on the clock, seconds of CPU, and the bounds."""
    began, used = time.perf_counter(), time.process_time()
    found = [Solved(system).each(cells) for system, cells in bodies]
    return time.perf_counter() - began, time.process_time() - used, found


def peer(
    bodies: list[tuple[System, list[int]]], cells: int, seed: int
) -> tuple[int, float, dict[tuple[int, int], Bound]]:
    """scipy's MILP, two solves a cell, for some cells drawn at random."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    every = [(at, cell) for at, (_, suppressed) in enumerate(bodies) for cell in suppressed]
    drawn = random.Random(seed).sample(every, min(cells, len(every)))
    found, began = {}, time.perf_counter()
    for at, cell in drawn:
        system = bodies[at][0]
        matrix = np.zeros((len(system.rows), len(system.lows)))
        for number, row in enumerate(system.rows):
            for unknown, factor in row.terms:
                matrix[number, unknown] = factor
        rows = LinearConstraint(matrix, [row.lo for row in system.rows], [row.hi for row in system.rows])
        box, cost = Bounds(system.lows, system.highs), np.zeros(len(system.lows))
        ends = []
        for sign in (1, -1):
            cost[cell] = sign
            ends.append(round(sign * milp(cost, constraints=rows, bounds=box, integrality=np.ones_like(cost)).fun))
        found[at, cell] = Bound(*ends)
    return len(drawn), time.perf_counter() - began, found


def measure(count: int, shape: tuple[int, ...], peer_cells: int) -> None:
    bodies = [body(shape, seed) for seed in range(count)]
    began = time.perf_counter()
    import highspy  # noqa: F401

    loading = time.perf_counter() - began
    seconds, used, found = ours(bodies)
    cells = sum(len(suppressed) for _, suppressed in bodies)
    loose = sum(not bound.tight for one in found for bound in one.values())
    name = "×".join(map(str, shape))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    speed = f"{seconds:6.2f} s ({used:.2f} CPU-s)  {seconds / cells * 1000:6.2f} ms a cell"
    print(f"{count:>4} × ({name}): {cells:>6} cells suppressed  {speed}  {loose} not tight  {memory} MB  "
          f"(HiGHS and numpy loaded in {loading:.2f} s)")  # fmt: skip
    if peer_cells:
        drawn, theirs, expected = peer(bodies, peer_cells, 1)
        wrong = [key for key, bound in expected.items() if found[key[0]][key[1]] != bound]
        print(f"      scipy's MILP: {drawn} cells  {theirs:.2f} s  {theirs / drawn * 1000:.1f} ms a cell; "
              f"{drawn - len(wrong)} of {drawn} bounds the same")  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bodies", type=int, nargs="+", default=[43, 400])
    options.add_argument("--peer-cells", type=int, default=30)
    options.add_argument("--one", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.one:
        count, *shape = map(int, given.one.split(","))
        measure(count, tuple(shape), given.peer_cells)
        return
    for shape in SHAPES:
        for count in given.bodies:
            one = ",".join(map(str, (count, *shape)))
            subprocess.run(
                [sys.executable, __file__, "--one", one, "--peer-cells", str(given.peer_cells)], check=True
            )


if __name__ == "__main__":
    main()
