"""From a table to what it says: laid out, named for its kind, read, its totals checked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from foidesk.model.reading import Table

from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..figures.figures import Figure
from ..figures.grid import Grid
from ..figures.marks import rounded_to
from ..layout.kinds import kind_of
from ..layout.layout import Layout, lay_out
from ..layout.turned import turned
from .as_counts import as_counts
from .below_total import without_asides
from .cases import Cases, read_cases
from .cross import Cross, read_cross
from .dated_totals import dated_by_total
from .footing import Check, check_totals
from .runs import with_runs
from .strange_total import with_strange_total
from .subtotals import restricted
from .table_measure import default_measure, with_measures


@dataclass(frozen=True)
class TableRead:
    """A table as it was understood. `kind`: "cross", "cases", "answers" or "" if it was not understood."""

    table: Table
    layout: Layout
    kind: str
    cross: Cross | None = None
    cases: Cases | None = None
    checks: tuple[Check, ...] = field(default=())
    seen: MeasureSeen | None = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.cross.figures if self.cross is not None else ()


def read_table(ground: Ground, table: Table, layout: Layout | None = None) -> TableRead:
    """The table, read as what its shape and words show it to be."""
    layout = layout or lay_out(Grid(ground, table))
    kind = kind_of(ground, layout)
    if kind == "sideways":
        layout, kind = lay_out(Grid(ground, turned(table))), "cases"
    if kind == "cases":
        cases = read_cases(ground, layout)
        variables = frozenset(variable for _, variable in cases.variables)
        return TableRead(
            table, layout, kind, cases=cases, seen=default_measure(ground, layout, variables, rows=True)
        )
    if kind == "cross":
        return _cross(ground, table, layout)
    return TableRead(table, layout, kind)


def _cross(ground: Ground, table: Table, layout: Layout) -> TableRead:
    cross = as_counts(ground, with_measures(ground, read_cross(ground, layout)))
    marked = with_strange_total(ground, _with_unlabelled_totals(ground, cross))
    checks = check_totals(marked.figures, ground.context.codebook, rounded_to(ground))
    checks = with_runs(marked.figures, checks)
    figures = without_asides(marked.figures, checks)
    if len(figures) < len(marked.figures):
        checks = with_runs(figures, check_totals(figures, ground.context.codebook))
    marked = replace(marked, figures=dated_by_total(restricted(figures, checks), checks))
    kind = "cross" if _understood(marked, checks) else ""
    return TableRead(table, layout, kind, marked if kind else None, checks=checks if kind else ())


def _understood(cross: Cross, checks: tuple[Check, ...]) -> bool:
    """False for a table along labels that nobody knows, without a total that adds up or a measure it names."""
    strange = any(axis.kind == "unknown" and len(set(axis.labels)) > 1 for axis in (*cross.rows, *cross.heads))
    named = any(f.seen is not None and f.seen.rule == "named" for f in cross.figures)
    return not strange or named or any(check.holds and check.exact for check in checks)


def _with_unlabelled_totals(ground: Ground, cross: Cross) -> Cross:
    """A last row without a label is a total if it adds up in every column; else it stays what nobody knows."""
    bare = {f.row for f in cross.figures if not any(name == "row" for name, _ in f.labels)}
    rows = {f.row for f in cross.figures}
    if bare != {max(rows, default=-1)} or len(rows) < 2:
        return cross
    tried = replace(
        cross, figures=tuple(replace(f, whole_column=f.whole_column or f.row in bare) for f in cross.figures)
    )
    checks = [
        c
        for c in check_totals(tried.figures, ground.context.codebook, rounded_to(ground))
        if c.total.row in bare and c.line == "column"
    ]
    return tried if checks and all(check.holds for check in checks) else cross
