"""Printed totals beside the parts that should add to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from foidesk.model.codebook import Codebook
from foidesk.model.observations import Where

from ..basis.measure import held_back
from ..figures.figures import Figure
from ..figures.headings import PART_OF

Parts = tuple[Figure, ...]
CLOSE = 5
"""The share of a total, as one part in so many, that numbers held back may leave open where it still bears out."""


@dataclass(frozen=True, slots=True)
class Check:
    """One printed total and the parts found for it; `holds` if they add up. `line` is "row" or "column"."""

    total: Figure
    parts: Parts
    line: str
    holds: bool
    summed: str
    is_rounded: bool = False

    @property
    def exact(self) -> bool:
        """True if no part is a range: only then does the total prove its parts."""
        if self.is_rounded:
            return False
        held = [bounds(f) for f in (self.total, *self.parts)]
        return all(b is not None and b[0] == b[1] for b in held)

    @property
    def is_close(self) -> bool:
        """True if the parts add to an exact total but for a few numbers held back, which leave little room."""
        whole, held = bounds(self.total), [bounds(f) for f in self.parts]
        known = [b for b in held if b is not None and b[1] is not None]
        if self.is_rounded or not self.holds or whole is None or whole[0] != whole[1] or len(known) < len(held):
            return False
        room = sum((hi - lo for lo, hi in known if hi is not None), Decimal(0))
        return sum(lo == hi for lo, hi in known) > len(known) / 2 and room <= whole[0] / CLOSE


def check_totals(
    figures: Sequence[Figure], codebook: Codebook, rounded: Decimal | None = None
) -> tuple[Check, ...]:
    """A check for every printed total that has parts beside it; all may be `rounded` to a base, each by itself."""
    columns = _lines(figures, lambda f: f.column)
    rows = _lines(figures, lambda f: f.row)
    down = [
        c
        for line in columns
        for t in line
        if t.whole_column
        for c in _checks(t, line, codebook, "column", rounded)
    ]
    full = {f.column for f in figures if not (f.whole_row or f.whole_column or f.says.is_hole)}
    lines = [line for line in rows if not _is_sum_with_gaps(line, full)]
    across = [c for line in lines for t in line if t.whole_row for c in _checks(t, line, codebook, "row", rounded)]
    return (*down, *across)


def _is_sum_with_gaps(line: list[Figure], columns: set[int]) -> bool:
    """True for a row of sums in which some column that has numbers is left blank: it adds up to nothing."""
    told = {f.column for f in line if not f.says.is_hole}
    return all(f.whole_column for f in line) and not columns <= told


def _lines(figures: Sequence[Figure], key: Callable[[Figure], int]) -> list[list[Figure]]:
    lines: dict[int, list[Figure]] = {}
    for figure in figures:
        if not figure.meaning.percent and (figure.seen is None or figure.seen.measure.additive):
            lines.setdefault(key(figure), []).append(figure)
    return list(lines.values())


def _checks(
    total: Figure, line: list[Figure], codebook: Codebook, along: str, rounded: Decimal | None
) -> list[Check]:
    """The sets of parts that add to the total, none sharing a part with another; else the likeliest, failing."""
    if bounds(total) is None:
        return []
    same = [f for f in line if _same_measure(f, total)]
    candidates = (_on_its_side(total, parts, along) for parts in _candidates(total, same, codebook, along))
    tries = [parts for parts in candidates if parts]
    held: list[Check] = []
    for parts in tries:
        taken = {f.key for check in held for f in check.parts}
        if _adds(total, parts, rounded) and not taken & {f.key for f in parts}:
            held.append(Check(total, parts, along, True, sum_text(parts), not _adds(total, parts, None)))
    failing = _likeliest(total, tries)
    return held or [Check(total, parts, along, False, sum_text(parts), rounded is not None) for parts in failing]


def _likeliest(total: Figure, tries: list[Parts]) -> list[Parts]:
    """The first set of parts that should have added up: of one variable, and no list of "of which" only."""
    names = {frozenset(k for k, _ in f.meaning.where) for parts in tries for f in parts}
    alone = [parts for parts in tries if len({frozenset(k for k, _ in f.meaning.where) for f in parts}) == 1]
    told = [
        parts for parts in alone or tries
        if not (_adds_less(total, parts) and (_only_some(parts) or len(names) > len(parts) == 1))
    ]  # fmt: skip
    return told[:1]


def _only_some(parts: Parts) -> bool:
    labels = [dict(f.labels).get("row") for f in parts]
    return all(label is not None and PART_OF.match(" ".join(label.text.split())) for label in labels)


def _adds_less(total: Figure, parts: Parts) -> bool:
    whole = bounds(total)
    held = [b[0] for f in parts if (b := bounds(f)) is not None]
    return whole is not None and sum(held, Decimal(0)) <= whole[0]


def _on_its_side(total: Figure, parts: Parts, along: str) -> Parts:
    """The parts without the holes beyond the total, where all its numbers stand before it, or all behind."""
    before = {_at(f, along) < _at(total, along) for f in parts if not f.says.is_hole}
    if len(before) != 1:
        return parts
    return tuple(f for f in parts if not f.says.is_hole or (_at(f, along) < _at(total, along)) in before)


def _same_measure(one: Figure, other: Figure) -> bool:
    return (one.seen and one.seen.measure.id) == (other.seen and other.seen.measure.id)


def _is_total(figure: Figure, along: str) -> bool:
    return figure.whole_column if along == "column" else figure.whole_row


def _at(figure: Figure, along: str) -> int:
    return figure.row if along == "column" else figure.column


def _candidates(total: Figure, line: list[Figure], codebook: Codebook, along: str) -> Iterator[Parts]:
    """Which figures a total may be the sum of, the most plausible first."""
    parts = [f for f in line if not _is_total(f, along) and not f.meaning.percent]
    totals = [f for f in line if _is_total(f, along) and f is not total]
    before = [f for f in parts if _at(f, along) < _at(total, along)]
    last = max((_at(f, along) for f in totals if _at(f, along) < _at(total, along)), default=-1)
    since = [f for f in before if _at(f, along) > last]
    told = _restricted(total, parts)
    for some in (told, *((parts, since) if not totals else (since, before, parts))):
        yield from _families(some, codebook)
    yield tuple(f for f in totals if _at(f, along) < _at(total, along))
    yield tuple(f for f in totals if _at(f, along) > _at(total, along))
    following = min((_at(f, along) for f in totals if _at(f, along) > _at(total, along)), default=10**9)
    yield from _families([f for f in parts if _at(total, along) < _at(f, along) < following], codebook)


def _restricted(total: Figure, parts: list[Figure]) -> list[Figure]:
    """The parts that a total with words of its own ("Total officers", "2013 total") speaks of."""
    where, when = dict(total.meaning.where), total.meaning.period
    if not where and when is None:
        return []
    held = [f for f in parts if when is None or f.meaning.period == when]
    return [f for f in held if all(dict(f.meaning.where).get(k) == v for k, v in where.items())]


def _families(parts: list[Figure], codebook: Codebook) -> Iterator[Parts]:
    """All parts; those of each variable apart; those that no other part already holds."""
    yield tuple(parts)
    variables = {tuple(sorted(k for k, _ in f.meaning.where)) for f in parts}
    if len(variables) > 1:
        for names in sorted(variables):
            yield tuple(f for f in parts if tuple(sorted(k for k, _ in f.meaning.where)) == names)
    roots = tuple(f for f in parts if not any(_below(f, other, codebook) for other in parts))
    if 0 < len(roots) < len(parts):
        yield roots
        yield tuple(f for f in parts if not any(_below(other, f, codebook) for other in parts))


def _below(one: Figure, other: Figure, codebook: Codebook) -> bool:
    """True if the one counts a category that lies inside the other's."""
    if one is other:
        return False
    mine, theirs = dict(one.meaning.where), dict(other.meaning.where)
    if mine.keys() != theirs.keys():
        return False
    differing = [k for k in mine if mine[k].categories != theirs[k].categories]
    return len(differing) == 1 and _inside(mine, theirs, differing[0], codebook)


def _inside(mine: dict[str, Where], theirs: dict[str, Where], key: str, codebook: Codebook) -> bool:
    inner, outer = mine[key].categories, theirs[key].categories
    if key.startswith("?") or not inner or not outer:
        return False
    variable = codebook.variable(key)
    return set(inner) <= set().union(*(variable.leaves(id) for id in outer))


# ---------------------------------------------------------------- sums


def bounds(figure: Figure) -> tuple[Decimal, Decimal | None] | None:
    """The smallest and largest number that a figure allows; a hole counts as none here."""
    says = figure.says
    if says.suppression is not None:
        held = says.suppression
        return held_back(held, figure.seen.measure) if figure.seen is not None else (held.lo, held.hi)
    if says.is_hole:
        return Decimal(0), Decimal(0)
    word = says.number
    if word is None:
        return None
    if says.stored is not None and says.kind == "money":
        return says.stored, says.stored
    return (word.lo, word.hi) if word.lo is not None else None


def _adds(total: Figure, parts: Parts, rounded: Decimal | None) -> bool:
    """True if the parts can add to the total: exactly, or within what suppressed cells and rounding leave open."""
    slack = (len(parts) + 1) * rounded / 2 if rounded is not None and rounded > 1 else Decimal(0)
    whole = bounds(total)
    held = [bounds(part) for part in parts]
    known = [b for b in held if b is not None]
    if whole is None or len(known) != len(held):
        return False
    lo = sum((b[0] for b in known), Decimal(0))
    tops = [b[1] for b in known]
    hi = None if None in tops else sum((t for t in tops if t is not None), Decimal(0))
    return (hi is None or whole[0] <= hi + slack) and (whole[1] is None or lo - slack <= whole[1])


def sum_text(parts: Iterable[Figure]) -> str:
    """What the parts add to, for a person."""
    held = [bounds(part) or (Decimal(0), None) for part in parts]
    lo = sum((b[0] for b in held), Decimal(0))
    tops = [b[1] for b in held]
    hi = None if None in tops else sum((t for t in tops if t is not None), Decimal(0))
    if lo == hi:
        return f"{lo:,}"
    return f"{lo:,} or more" if hi is None else f"{lo:,} to {hi:,}"
