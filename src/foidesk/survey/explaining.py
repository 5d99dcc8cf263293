"""Which statements force the lower and the upper end of one figure, body by body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import UnknownName
from ..findings.desk import period_asked
from ..findings.stretches import periods as two_periods
from ..model import Finding, Line, Observation, Period, Support
from ..reconcile import sentence_of
from ..words.amounts import amount_words
from .tables import nearest
from .tracing import find_finding, observations

if TYPE_CHECKING:
    from .survey import Survey

Told = tuple[Observation, str]
"""A statement, and of which part of the figure it is."""

SHARES = ("share", "share-by-body", "majority", "funnel", "change-points")
"""The recipes that divide a part by a base: either end of a share rests on both."""


@dataclass(frozen=True, slots=True)
class Forcing:
    """Why one body's figure is as it is: the statements that force either end."""

    body: str
    figure: str
    value: str
    lower: tuple[dict[str, str], ...]
    upper: tuple[dict[str, str], ...]
    alternatives: int
    caveats: tuple[str, ...]
    is_capped: bool = False
    """True if the figure has an upper end, whether or not a statement forces it."""

    def as_json(self) -> dict[str, Any]:
        return {
            "body": self.body, "figure": self.figure, "value": self.value, "lower": list(self.lower),
            "upper": list(self.upper), "readings": self.alternatives, "caveats": list(self.caveats),
        }  # fmt: skip


RANKED = ("ranking", "by-body")


def _place(one: Support) -> str:
    """ "place 4", "place 6 to 9: other bodies' figures may be higher or lower"."""
    first, last = one.rank or (0, 0)
    return (
        f"place {first}"
        if first == last
        else f"place {first} to {last}: other bodies' figures may be higher or lower"
    )


@dataclass(frozen=True, slots=True)
class Term:
    """One number that a figure is made of, what it is of the figure, and whether the figure rises with it."""

    where: dict[str, tuple[str, ...]]
    period: Period | None
    rises: bool
    name: str = ""


def explained(survey: Survey, name: str, body: str) -> Iterator[Forcing]:
    """The forcing statements of each body that gave the figure (or of one)."""
    finding, line = _named(survey, name)
    every = line.supports if line else finding.supports or _of_lines(finding)
    supports = {one.body: one for one in every if body in ("", one.body)}
    for one in supports.values():
        found = _explained(survey, finding, line, one)
        if found is not None:
            yield found
    if body and not supports:
        yield _unexplained(survey, finding, name, body)


def _of_lines(finding: Finding) -> tuple[Support, ...]:
    return tuple(one for line in finding.lines for one in line.supports)


def _explained(survey: Survey, finding: Finding, line: Line | None, one: Support) -> Forcing | None:
    query, accounts = finding.query, survey.work.reconciled.accounts
    lower: list[Told] = []
    upper: list[Told] = []
    readings, caveats, told = 1, one.caveats, False
    terms = _terms(survey, finding, line, one.body)
    for term in terms:
        found = accounts.explain(one.body, query.measure, term.where, query.reading, term.period)
        if found is None:
            continue
        low, high = (found.lower, found.upper) if term.rises else (found.upper, found.lower)
        part = term.name if len(terms) > 1 else ""
        lower += [(seen, part) for seen in low] if low and (lower or term.rises) else []
        upper, told = [*upper, *((seen, part) for seen in high)], True
        readings, caveats = max(readings, found.alternatives), (*caveats, *found.caveats)
    if not told:
        return None
    places = _Places(survey)
    name = f"{finding.name}/{line.key}" if line else finding.name
    said = _value(survey, finding, line, one)
    said += f" ({_place(one)})" if one.rank and finding.recipe in RANKED else ""
    return Forcing(
        one.body, name, said, places.of(lower), places.of(upper), readings, tuple(dict.fromkeys(caveats)),
        (one.public or one.value).hi is not None,
    )  # fmt: skip


def _value(survey: Survey, finding: Finding, line: Line | None, one: Support) -> str:
    """ "71 to 78", or "71 to 78 of 828" for a share."""
    query, words = finding.query, amount_words(one.public or one.value)
    if finding.recipe not in SHARES or line is not None:
        return words
    asked = period_asked(query, survey.definition)
    base = survey.work.reconciled.accounts.support(one.body, query.measure, query.of, query.reading, asked)
    return f"{words} of {amount_words(base.public or base.value)}" if base is not None else words


def _terms(survey: Survey, finding: Finding, line: Line | None, body: str) -> list[Term]:
    """The numbers behind the figure: part and base of a share, the later and the earlier one of a change."""
    query = finding.query
    wheres = [(dict(query.where), True)]
    if line is not None and query.by:
        wheres = [({**query.where, query.by: (line.key,)}, True)]
    elif finding.recipe in SHARES:
        wheres.append((dict(query.of), False))
    days = _days(survey, finding, line, body)
    return [
        Term(where, period, rises == later, _term_name(len(wheres) > 1, rises, len(days) > 1, later))
        for where, rises in wheres
        for period, later in days
    ]


def _term_name(is_share: bool, is_part: bool, is_change: bool, is_later: bool) -> str:
    """ "part", "base", "later", or "part, earlier"."""
    share = ("part" if is_part else "base") if is_share else ""
    return ", ".join(word for word in (share, ("later" if is_later else "earlier") if is_change else "") if word)


def _days(survey: Survey, finding: Finding, line: Line | None, body: str) -> Sequence[tuple[Period | None, bool]]:
    """The periods of the figure, each with whether the figure rises with what happened in it."""
    query, definition = finding.query, survey.definition
    if query.since:
        before, after = two_periods(query, definition)
        if line is not None:
            return [(after if line.key == query.period else before, True)]
        return [(after, True), (before, False)]
    if line is not None and finding.recipe == "by-period":
        accounts = survey.work.reconciled.accounts
        return [(_period_of(accounts.periods(body, query.measure), line.key), True)]
    return [(period_asked(query, definition), True)]


def _period_of(periods: Iterable[Period], key: str) -> Period | None:
    """The period of a line, which goes by its label, with its days where two are written alike."""
    labelled = [(one.label or one.describe(), one) for one in periods]
    return next((one for label, one in labelled if key in (label, f"{label} ({one.describe()})")), None)


def _named(survey: Survey, name: str) -> tuple[Finding, Line | None]:
    """ "total" or "roles/constable": a finding, or one of its lines."""
    finding_name, _, key = name.partition("/")
    finding = find_finding(survey, finding_name)
    if not key:
        return finding, None
    for line in finding.lines:
        if line.key == key:
            return finding, line
    guess = nearest(key, [line.key for line in finding.lines])
    raise UnknownName(
        f"{finding_name} has no line {key!r}", next=f"did you mean {finding_name}/{guess}?" if guess else ""
    )


def _unexplained(survey: Survey, finding: Finding, name: str, body: str) -> Forcing:
    """A body without the figure: what of its reply waits for a person."""
    measure = finding.query.measure
    waits = body in survey.work.reconciled.accounts.waiting(measure)
    open_ = [one.question for one in survey.work.results.open_choices() if one.body == body]
    why = ("a number of the reply waits for a person",) if waits else ("the replies do not say",)
    return Forcing(body, name, "no figure", (), (), 0, (*why, *(f"undecided: {question}" for question in open_)))


class _Places:
    """Where statements stand, in words."""

    def __init__(self, survey: Survey) -> None:
        self.index = observations(survey)
        self.asked = survey.definition.period

    def _is_asked(self, period: Period) -> bool:
        return self.asked is not None and period.same_days(self.asked)

    def of(self, told: Sequence[Told]) -> tuple[dict[str, str], ...]:
        return tuple(self._of(seen, part) for seen, part in {(s.id, part): (s, part) for s, part in told}.values())

    def _of(self, seen: Observation, part: str) -> dict[str, str]:
        value = seen.places.get("value") or next(iter(seen.places.values()))
        kinds = ", ".join(words.phrase or " or ".join(words.categories) for words in seen.where.values())
        file = self.index[seen.id][1].name if seen.id in self.index else ""
        days = "" if seen.period is None or self._is_asked(seen.period) else seen.period.label
        return {
            "file": file, "place": value.place.describe(), "quote": value.quote, "kind": kinds, "role": seen.role,
            "period": days, "sentence": sentence_of(seen), "part": part,
        }  # fmt: skip
