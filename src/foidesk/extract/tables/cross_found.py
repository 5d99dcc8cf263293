"""The statements of a cross: figures with values, blanks settled by evidence, what no rule accepts asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from foidesk.model.issues import Issue
from foidesk.model.observations import Choice, Footing, Observation, Option
from foidesk.model.places import Locator, SheetPlace, TextPlace
from foidesk.model.values import Missing, Share, Value

from ..basis.found import Found, Mark, together
from ..basis.ground import Ground
from ..basis.measure import amount, value_of
from ..figures import acceptance as rules
from ..figures.choices import NOT_STATED, ZERO, choice_id, confirm, under
from ..figures.emit import Statement, identity, measured, observation, read_marks
from ..figures.figures import Figure
from ..figures.headings import PART_OF
from ..figures.marked_out import marked_figures, marked_issues
from ..figures.marks import rounded_to
from .agree import Key, sum_key
from .cross_doubts import doubtful, hidden_totals, is_strange, never_added, repeated
from .footing import Check
from .noted import changed_by_notes, noted_issues
from .tables import TableRead
from .told_shares import told_shares
from .unended_years import to_come
from .unknown_kinds import counted_kinds, titled_for_some

_MEANS = {"not recorded": "not recorded", "not held": "not held", "not applicable": "not comparable"}
_NEVER_NONE = ("not recorded", "not stated")
"""What no total makes a nought; what is not held is opened where the figures are added up."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for the figures of one table."""

    proven: frozenset[tuple[int, int, int]]
    failing: frozenset[tuple[int, int, int]]
    agreeing: frozenset[Key]
    typed: bool
    ocr: bool
    complete: bool
    doubtful: bool = False
    repeated: frozenset[tuple[int, int, int]] = frozenset()
    hidden: frozenset[tuple[int, int, int]] = frozenset()
    borne_out: frozenset[tuple[int, int, int]] = frozenset()
    noted: Mapping[tuple[int, int, int], str] = field(default_factory=dict)
    marked: Mapping[tuple[int, int, int], str] = field(default_factory=dict)
    to_come: frozenset[tuple[int, int, int]] = frozenset()

    def _proves(self, figure: Figure) -> bool:
        """True for a part of a sum that adds up; one that does not leaves open itself and what no other proves."""
        return figure.key in self.proven and (figure.key not in self.failing or not figure.is_total)

    def rule(self, figure: Figure) -> str:
        """The name of the rule that accepts the figure; "" if none does."""
        if figure.seen is None or not figure.seen.supported or figure.meaning.ambiguous or not figure.labels:
            return ""
        if self.doubtful:
            return ""
        if figure.key in self.hidden or figure.key in self.noted or figure.key in self.marked:
            return ""
        if self._proves(figure):
            return rules.FOOTS.name
        if figure.key in self.repeated:
            return ""
        if self.typed and not figure.unknown:
            return rules.TYPED.name
        if sum_key(figure.seen.measure.id, figure.meaning.period) in self.agreeing and not figure.is_total:
            return rules.TWO_READINGS.name if self.ocr else rules.AGREES.name
        if figure.key in self.borne_out and not figure.unknown:
            return rules.FOOTS_WITHIN.name
        whole = self.complete and figure.key not in self.failing and not figure.unknown
        return rules.COMPLETE.name if whole else ""

    def zero(self, figure: Figure) -> bool:
        """True if a hole is shown to be none: the total beside it, or another table, leaves no room."""
        if figure.key in self.to_come:
            return False
        if figure.key in self.proven and figure.key not in self.failing:
            return True
        return sum_key(measured(figure).measure.id, figure.meaning.period) in self.agreeing


def evidence(ground: Ground, read: TableRead, agreeing: frozenset[Key]) -> Evidence:
    """All that speaks for the figures of a table."""
    exact = [c for c in read.checks if c.holds and c.exact]
    failing = [c for c in read.checks if not c.holds]
    place, layers = read.table.place, {ground.parts[name].layer for name in read.table.parts}
    ocr = "ocr" in layers
    typed = isinstance(place, SheetPlace | TextPlace) and not ocr
    return Evidence(
        _keys(exact) - never_added(read.figures, exact),
        _keys(failing),
        agreeing,
        typed,
        ocr,
        not (ocr or typed) and _complete(ground, read),
        doubtful(ground, read),
        repeated(read.layout, read.figures),
        hidden_totals(read.figures),
        frozenset() if ocr or typed else _borne_out(read),
        changed_by_notes(ground, read),
        marked_figures(ground, read.figures),
        to_come(read.figures),
    )


def _borne_out(read: TableRead) -> frozenset[tuple[int, int, int]]:
    """The figures of a whole table whose printed totals all fit, though numbers held back leave some room."""
    figures = [f for f in read.figures if not f.meaning.percent]
    whole = not read.table.repaired and not any(f.says.is_hole for f in figures)
    fits = all(check.exact or check.is_close for check in read.checks if check.holds)
    if not (whole and fits and read.checks and all(check.holds for check in read.checks)):
        return frozenset()
    held = _keys(read.checks)
    return held if held == {f.key for f in figures} else frozenset()


def _keys(checks: Sequence[Check]) -> frozenset[tuple[int, int, int]]:
    return frozenset(f.key for check in checks for f in (check.total, *check.parts))


def _complete(ground: Ground, read: TableRead) -> bool:
    """True if a table on a page has no holes, no unknown labels, and nothing was joined by the reader.

    Columns under words nobody knows wait for a person and are left aside. Labels of the bodies' own are no doubt.
    """
    figures = [f for f in read.figures if not is_strange(f, "heading")]
    whole = all(not f.says.is_hole and not f.unknown for f in figures)
    own = {variable.id for variable in ground.context.codebook.variables if variable.open}
    uncoded = any(not w.categories for f in figures for name, w in f.meaning.where if name not in own)
    return bool(figures) and whole and not uncoded and not read.table.repaired


def cross_found(ground: Ground, read: TableRead, agreeing: frozenset[Key]) -> Found:
    """All that a cross gave."""
    seen = evidence(ground, read, agreeing)
    figures = [f for f in read.figures if f.seen is not None and not f.meaning.percent]
    printed = together(_printed(ground, read, f, seen) for f in figures if not f.says.is_hole)
    holes = _holes(ground, read, [f for f in figures if f.says.is_hole and not f.is_total], seen)
    overlapping = Found(issues=tuple(_overlaps(ground, read, figures)))
    kinds = Found(issues=counted_kinds(ground, read, printed.observations), marks=tuple(_only_checked(read)))
    answer = _asked(ground, read, printed + holes + told_shares(ground, read, seen.rule))
    kinds = kinds + Found(issues=tuple(noted_issues(ground, figures, seen.noted)))
    kinds = kinds + Found(issues=marked_issues(ground, figures, seen.marked, read.table.name))
    kinds = kinds + Found(issues=titled_for_some(ground, read, answer.observations))
    return answer + _checked(ground, read, printed.observations) + overlapping + kinds


def _only_checked(read: TableRead) -> Iterator[Mark]:
    """The numbers of printed sums that only check the figures they add up: they say nothing else."""
    told = {figure.key for figure in read.figures}
    for check in (one for one in read.checks if one.holds and one.total.key not in told):
        yield from (Mark(span, "checked sum") for span in check.total.piece.spans)


def _overlaps(ground: Ground, read: TableRead, figures: Sequence[Figure]) -> Iterator[Issue]:
    """Periods of one table that share days without one being the other: their figures must not be added."""
    dated = [f.meaning.period for f in figures if f.meaning.period is not None and not f.is_total]
    seen = sorted({when for when in dated if when.kind in ("calendar year", "financial year", "part year")})
    for one, other in pairwise(seen):
        if one.overlaps(other) and not one.same_days(other):
            yield Issue(
                "periods-overlap", "warning",
                f"{read.table.name} gives both {one.describe()} and {other.describe()}, which share days.",
                ground.where(read.table.place), "Take the figures of one only, or ask which days each covers.",
                body=ground.context.body, key=f"{read.table.name} {one.start} {other.start}",
            )  # fmt: skip


def _printed(ground: Ground, read: TableRead, figure: Figure, seen: Evidence) -> Found:
    value = value_of(figure.says, measured(figure).measure, rounded_to(ground))
    if figure.says.kind in ("text", "date") or (value is None and figure.says.kind == "number"):
        value = Missing("unreadable", words=figure.piece.text.strip())
    if value is None:
        return Found()
    made = observation(ground, read.table, Statement(figure, value, seen.rule(figure)))
    made = replace(made, table=f"{made.table}, of which") if _is_one_of_some(read, figure) else made
    return Found((made,), marks=read_marks(made, figure))


def _is_one_of_some(read: TableRead, figure: Figure) -> bool:
    """True for "of which abroad" below a total that it and its like do not add up to: no whole breakdown."""
    label = dict(figure.labels).get("row")
    part = label is not None and PART_OF.match(" ".join(label.text.split()))
    return bool(part) and not any(figure.key in {f.key for f in c.parts} for c in read.checks if c.holds)


# ---------------------------------------------------------------- holes


def _holes(ground: Ground, read: TableRead, holes: list[Figure], seen: Evidence) -> Found:
    """Blank cells and marks for none: zero, missing, or a question, by evidence."""
    settled = [(f, _settled_hole(f, seen)) for f in holes]
    sure = [
        observation(ground, read.table, Statement(f, value, _hole_rule(f, value, seen)))
        for f, value in settled if value is not None
    ]  # fmt: skip
    blank = [f for f, value in settled if value is not None and f.says.kind == "blank"]
    told = Found(tuple(sure), issues=tuple(_as_none(ground, read, blank)))
    return told + _open_holes(ground, read, [f for f, value in settled if value is None])


def _as_none(ground: Ground, read: TableRead, blank: list[Figure]) -> Iterator[Issue]:
    """Says that blank cells were taken for noughts, and where."""
    if blank:
        cells = "1 blank cell" if len(blank) == 1 else f"{len(blank)} blank cells"
        yield Issue(
            "blank-as-none", "note",
            f"{cells} of {read.table.name} count as none: the totals leave no room for more.",
            ground.where(read.table.place), "Nothing to do if the body left out its noughts.",
            tuple(ground.locator(f.piece) for f in blank[:20]), body=ground.context.body, key=read.table.name,
        )  # fmt: skip


def _hole_rule(figure: Figure, value: Value, seen: Evidence) -> str:
    rule = seen.rule(figure)
    return rule or (rules.TYPED.name if isinstance(value, Missing) and seen.typed else "")


def _settled_hole(figure: Figure, seen: Evidence) -> Value | None:
    meanings = figure.says.nil.meanings if figure.says.nil else ()
    is_told = len(meanings) == 1 and meanings != ("zero",)
    if meanings == ("zero",) or (seen.zero(figure) and not (is_told and meanings[0] in _NEVER_NONE)):
        return _none_of(figure)
    return Missing(_MEANS.get(meanings[0], "not stated"), words=figure.piece.text.strip()) if is_told else None


def _none_of(figure: Figure) -> Value:
    return amount(0, measured(figure).measure)


def _open_holes(ground: Ground, read: TableRead, holes: list[Figure]) -> Found:
    """One question for each mark of the table: does it stand for zero, or for "not stated"?"""
    marks = dict.fromkeys(f.piece.text.strip() for f in holes)
    return together(
        _open_mark(ground, read, mark, [f for f in holes if f.piece.text.strip() == mark]) for mark in marks
    )


def _open_mark(ground: Ground, read: TableRead, mark: str, holes: list[Figure]) -> Found:
    places = _mark_places(ground, read, mark, holes)
    what = f"“{mark}”" if mark else "a blank cell"
    question = f"What does {what} mean in {read.table.name}: zero, or not stated?"
    id = choice_id("reading", question, places)
    zeros = [_under(ground, read, f, _none_of(f), id, ZERO) for f in holes]
    missing = [_under(ground, read, f, Missing("not stated", words=mark), id, NOT_STATED) for f in holes]
    explicit = any(f.says.exact == 0 for f in read.figures)
    options = (
        Option(ZERO, "It stands for zero", tuple(o.id for o in zeros), suggested=not explicit),
        Option(NOT_STATED, "The body did not say", tuple(o.id for o in missing), suggested=explicit),
    )
    choice = Choice(id, "reading", question, options, ground.context.body, places, weight=len(holes))
    answer = ground.context.answers.get(id, "")
    kept = [o for o in (*zeros, *missing) if answer in ("", o.option)]
    accepted = rules.PERSON.name if answer else ""
    return Found(tuple(replace(o, accepted_by=accepted) for o in kept), choices=(choice,))


def _under(ground: Ground, read: TableRead, figure: Figure, value: Value, choice: str, option: str) -> Observation:
    made = observation(ground, read.table, Statement(figure, value, option=option))
    return replace(made, choice=choice, option=option)


def _mark_places(ground: Ground, read: TableRead, mark: str, holes: list[Figure]) -> tuple[Locator, ...]:
    found = tuple(ground.locator(f.piece) for f in holes[:12])
    return found if mark else (Locator(ground.document, read.table.place, ""), *found)


# ---------------------------------------------------------------- what no rule accepts


def _asked(ground: Ground, read: TableRead, found: Found) -> Found:
    """The statements that no rule accepted, under one question for the table."""
    waiting = [o for o in found.observations if not o.accepted_by and not o.choice]
    if not waiting:
        return found
    place = Locator(ground.document, read.table.place, _quote(read))
    question = f"Is {read.table.name} read rightly as {_described(ground, waiting)}?"
    choice = confirm(ground, question, waiting, (place, *(o.places["value"] for o in waiting[:11])))
    held = under(ground, waiting, choice)
    ids = {o.id for o in waiting}
    rest = tuple(o for o in found.observations if o.id not in ids)
    return replace(found, observations=(*rest, *held), choices=(*found.choices, choice))


def _quote(read: TableRead) -> str:
    first = next((read.layout.grid.filled(r) for r in range(read.layout.grid.height)), [])
    return " | ".join(slot.text for slot in first)[:120]


def _described(ground: Ground, found: Sequence[Observation]) -> str:
    """What the statements would count, in a few words."""
    measure = ground.context.codebook.measure(found[0].measure)
    names = sorted({name.lstrip("?") or "words nobody knows" for o in found for name in o.where})
    by = f" by {', '.join(names)}" if names else ""
    return f"{'shares' if isinstance(found[0].value, Share) else 'numbers'} of {measure.unit}{by}"


# ---------------------------------------------------------------- totals


def _checked(ground: Ground, read: TableRead, made: Sequence[Observation]) -> Found:
    """A footing for every printed total, and an issue for each that differs."""
    by_key = {identity(ground, read.table, f, measured(f)): f.key for f in read.figures if f.seen is not None}
    ids = {by_key[o.id]: o for o in made if o.id in by_key}
    return together(_footing(ground, read, check, ids) for check in read.checks if check.total.key in ids)


def _footing(ground: Ground, read: TableRead, check: Check, ids: dict[tuple[int, int, int], Observation]) -> Found:
    total = ids[check.total.key]
    parts = tuple(ids[f.key].id for f in check.parts if f.key in ids)
    printed = check.total.piece.text.strip()
    what = f"{read.table.name}, {_line_name(check)}"
    footing = Footing(total.id, parts, printed, check.summed, check.holds, what)
    return Found(footings=(footing,), issues=() if check.holds else (_differs(ground, what, check, footing),))


def _line_name(check: Check) -> str:
    label = dict(check.total.labels).get("row" if check.line == "row" else "heading")
    name = " ".join(label.text.split()) if label else ""
    return f"{check.line} {name!r}" if name else f"{check.line} {check.total.row + 1}"


def _differs(ground: Ground, what: str, check: Check, footing: Footing) -> Issue:
    parts = [f.piece for f in check.parts if f.piece.text.strip()]
    return Issue(
        "total-differs", "warning",
        f"The printed total of {what} is {footing.printed}; its parts add to {footing.summed}.",
        ground.where(check.total.piece.place),
        "Look at the row or column: a part is misread or missing, or the body's sum is wrong.",
        (ground.locator(check.total.piece), *(ground.locator(piece) for piece in parts[:20])),
        body=ground.context.body, key=footing.total + check.line,
    )  # fmt: skip
