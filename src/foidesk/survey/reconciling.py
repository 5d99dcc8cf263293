"""reconcile: what the replies establish, what they leave open, and where they contradict themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import UnknownName
from ..findings.desk import period_asked
from ..model import Amount, Finding, Issue, Line, Locator, Observation, Period, Support
from ..model.places import place_text
from ..words.amounts import amount_words
from .tables import nearest
from .tracing import find_finding, observations, page_images
from .versions import Version, versions

if TYPE_CHECKING:
    from ..reconcile import Explanation
    from .survey import Survey

STATES = ("established", "bounded", "contradicted", "open")
"""established: one number · bounded: a range · contradicted: statements clash, the range spans both ·
open: a question is undecided, or the body answered but gave no such figure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One body's part of a finding or of one of its lines, and how far it is settled.

    `internal` is for the desk's eyes: it may say more than the value where a body withheld a number.
    """

    body: str
    name: str
    label: str
    state: str
    value: Amount | None
    why: tuple[str, ...] = ()
    internal: Amount | None = None

    def as_json(self) -> dict[str, Any]:
        value = self.value
        ends = None if value is None else {"lo": _plain(value.lo), "hi": _plain(value.hi)}
        return {
            "body": self.body, "figure": self.name, "label": self.label, "state": self.state,
            "value": ends, "why": list(self.why),
        }  # fmt: skip


def _plain(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


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

    def as_json(self) -> dict[str, Any]:
        return {
            "body": self.body, "figure": self.figure, "value": self.value, "lower": list(self.lower),
            "upper": list(self.upper), "readings": self.alternatives, "caveats": list(self.caveats),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Every figure of every body (or of one), what clashes, what differs between versions, and explanations."""

    figures: tuple[Figure, ...]
    issues: tuple[Issue, ...]
    questions: int
    explained: tuple[Forcing, ...] = ()
    versions: tuple[Version, ...] = ()

    def tally(self, body: str = "") -> Counter[str]:
        """How many figures stand in each state, over all bodies or of one."""
        return Counter(one.state for one in self.figures if body in ("", one.body))

    def bodies(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.body for one in self.figures))

    def as_json(self) -> dict[str, Any]:
        return {
            "overall": {state: self.tally()[state] for state in STATES},
            "bodies": {body: {state: self.tally(body)[state] for state in STATES} for body in self.bodies()},
            "questions_open": self.questions,
            "figures": [one.as_json() for one in self.figures],
            "issues": [
                {
                    "kind": one.kind,
                    "body": one.body,
                    "severity": one.severity,
                    "what": one.what,
                    "next": one.next,
                    "places": [_where(locator) for locator in one.locators],
                }
                for one in self.issues
            ],
            "explained": [one.as_json() for one in self.explained],
            "versions": [one.as_json() for one in self.versions],
        }


ONLY_BODIES = ("coverage", "ranking", "rank", "bodies-with-any")

KINDS = (
    "contradiction",
    "twin",
    "version",
    "withdrawn",
    "duplicate-file",
    "same-list",
    "same-body",
    "other-body",
    "total-differs",
    "relation",
    "share",
    "protected-cell",
    "bounds-wide",
)
"""The issues that `reconcile` shows: what clashes, what repeats, what must not be worked out."""


def reconcile(survey: Survey, body: str = "", explain: str = "") -> Reconciliation:
    """How far every figure is settled; with `explain`, which statements force the ends of one figure."""
    known = [one.id for one in survey.definition.bodies]
    if body and body not in known:
        guess = nearest(body, known)
        raise UnknownName(
            f"there is no body {body!r}", next=f"did you mean {guess!r}?" if guess else "see bodies.csv"
        )
    results = survey.work.results
    answered = _answered(results.findings)
    figures = tuple(
        one
        for found in results.findings
        for one in _figures(found, answered[found.query.measure])
        if body in ("", one.body)
    )
    return Reconciliation(
        figures=figures,
        issues=tuple(one for one in results.issues if one.kind in KINDS and body in ("", one.body)),
        questions=sum(body in ("", one.body) for one in results.open_choices()),
        explained=tuple(_explained(survey, explain, body)) if explain else (),
        versions=versions(survey, body) if body and not explain else (),
    )


def _where(locator: Locator) -> dict[str, str]:
    return {"document": locator.document, "place": place_text(locator.place), "quote": locator.quote}


def pictures(survey: Survey, found: Reconciliation, folder: Path) -> tuple[Path, ...]:
    """Writes each page that a contradiction names, with its places marked; gives the files written."""
    places = [place for issue in found.issues if issue.kind == "contradiction" for place in issue.locators]
    return page_images(survey, places, folder)


def _answered(findings: tuple[Finding, ...]) -> dict[str, list[str]]:
    """For each measure the bodies that gave some figure of it."""
    found: dict[str, dict[str, None]] = {}
    for finding in findings:
        bodies = found.setdefault(finding.query.measure, {})
        if finding.recipe not in ONLY_BODIES:
            bodies |= {support.body: None for _, _, supports in _parts(finding) for support in supports}
    return {measure: sorted(bodies) for measure, bodies in found.items()}


def _figures(finding: Finding, answered: list[str]) -> Iterator[Figure]:
    """The parts of every body that answered; a finding that orders or counts bodies has none of its own."""
    if finding.recipe in ONLY_BODIES:
        return
    for name, label, supports in _parts(finding):
        given = {support.body: support for support in supports}
        for body in answered:
            if finding.query.bodies and body not in finding.query.bodies:
                continue
            yield _figure(body, name, label, given.get(body))


def _parts(finding: Finding) -> Iterator[tuple[str, str, tuple[Support, ...]]]:
    if not finding.lines:
        yield finding.name, finding.title, finding.supports
    for line in finding.lines:
        yield f"{finding.name}/{line.key}", line.label, line.supports


def _figure(body: str, name: str, label: str, support: Support | None) -> Figure:
    if support is None:
        return Figure(body, name, label, "open", None, ("the replies do not say",))
    why = tuple(
        one
        for one in support.caveats
        if one.startswith(("contradicted", "undecided", "set aside", "since withdrawn"))
    )
    if any(one.startswith("contradicted") for one in why):
        state = "contradicted"
    elif any(one.startswith(("undecided", "since withdrawn")) for one in why):
        state = "open"
    else:
        state = "established" if (support.public or support.value).is_exact else "bounded"
    return Figure(body, name, label, state, support.public or support.value, why, support.value)


def _explained(survey: Survey, name: str, body: str) -> Iterator[Forcing]:
    finding, line = _named(survey, name)
    query, accounts = finding.query, survey.work.reconciled.accounts
    where = {**query.where, query.by: (line.key,)} if line and query.by else dict(query.where)
    dated = line.key if line and finding.recipe == "by-period" else ""
    asked = period_asked(query, survey.definition)
    supports = line.supports if line else finding.supports
    for one in supports:
        if body in ("", one.body):
            period = _period_of(accounts.periods(one.body, query.measure), dated) if dated else asked
            found = accounts.explain(one.body, query.measure, where, query.reading, period)
            if found is not None:
                yield _forcing(survey, one, name, found)


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


def _forcing(survey: Survey, support: Support, name: str, found: Explanation) -> Forcing:
    index = observations(survey)

    def places(told: tuple[Observation, ...]) -> tuple[dict[str, str], ...]:
        return tuple(_place(seen, index[seen.id][1].name if seen.id in index else "") for seen in told)

    lower, upper = places(found.lower), places(found.upper)
    return Forcing(
        support.body,
        name,
        amount_words(support.public or support.value),
        lower,
        upper,
        found.alternatives,
        found.caveats,
    )


def _place(seen: Observation, file: str) -> dict[str, str]:
    value = seen.places.get("value") or next(iter(seen.places.values()))
    kinds = ", ".join(words.phrase or " or ".join(words.categories) for words in seen.where.values())
    return {"file": file, "place": value.place.describe(), "quote": value.quote, "kind": kinds, "role": seen.role}
