"""Rules that belong together: snapped, joined end to end, and grouped where they touch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from foidesk.readers.tables.ink import Rule, cluster

TOUCH = 3.0
TOO_MANY = 6000
MANY = 4


@dataclass(slots=True)
class Mesh:
    """Rules that touch one another, directly or through others.

    `strokes` are the pieces of rules across as drawn, `pillars` those of rules down.
    """

    across: list[Rule]
    down: list[Rule]
    strokes: list[Rule]
    pillars: list[Rule]


def joined(rules: Iterable[Rule], slack: float = TOUCH) -> list[Rule]:
    """The rules with pieces on one line put together: a border drawn cell by cell is one rule."""
    out: list[Rule] = []
    for group in _level(rules):
        at = sum(rule.at for rule in group) / len(group)
        for rule in sorted(group):
            if out and out[-1].at == at and rule.lo <= out[-1].hi + slack:
                out[-1] = Rule(out[-1].lo, max(out[-1].hi, rule.hi), at)
            else:
                out.append(Rule(rule.lo, rule.hi, at))
    return out


def _level(rules: Iterable[Rule]) -> list[list[Rule]]:
    """Rules in groups that stand at one position, give or take the thickness of a stroke."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if groups and rule.at - groups[-1][-1].at <= 2.0 and rule.at - groups[-1][0].at <= 4.0:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def meshes(across: list[Rule], down: list[Rule]) -> list[Mesh]:
    """The groups of touching rules that can enclose cells: at least two each way."""
    wide = [rule for rule in joined(across) if rule.hi - rule.lo > 8]
    high = [rule for rule in joined(down) if rule.hi - rule.lo > 5]
    if len(wide) < 2 or len(high) < 1 or len(wide) + len(high) > TOO_MANY:
        return []
    groups = _components(wide, high)
    return [
        Mesh([wide[i] for i in a], [high[j] for j in d], across, down)
        for a, d in groups
        if len(a) > 1 and len(d) > 0
    ]


def _components(across: list[Rule], down: list[Rule]) -> list[tuple[list[int], list[int]]]:
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(across):
        for j, v in enumerate(down):
            if h.lo - TOUCH <= v.at <= h.hi + TOUCH and v.lo - TOUCH <= h.at <= v.hi + TOUCH:
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for i in range(len(parent)):
        a, d = groups.setdefault(root(i), ([], []))
        if i < len(across):
            a.append(i)
        else:
            d.append(i - len(across))
    return list(groups.values())


def joints(pieces: list[Rule], lines: list[Rule], shortest: float) -> list[float]:
    """Where pieces of rules meet end to end on two of these lines or more, and on half of those that pass there.

    Programs that draw borders cell by cell show so where columns and rows part, though no rule stands there. Where
    only one line passes, it must be of many pieces.
    """
    at: list[tuple[float, float]] = []
    for line in lines:
        own = sorted(p for p in pieces if abs(p.at - line.at) <= 2.0 and p.hi - p.lo >= shortest)
        own = [p for p in own if line.lo - TOUCH < p.lo and p.hi < line.hi + TOUCH]
        at += [((a.hi + b.lo) / 2, line.at) for a, b in pairwise(own) if -1.5 < b.lo - a.hi < 0.5]
    out: list[float] = []
    for place in cluster([x for x, _ in at], 1.5):
        ended = {line for x, line in at if abs(x - place) < 2.0}
        passed = sum(line.lo < place - TOUCH and line.hi > place + TOUCH for line in lines)
        alone = passed <= 1 and sum(line in ended for _, line in at) >= MANY
        if (len(ended) >= 2 or alone) and 2 * len(ended) >= passed:
            out.append(place)
    return out
