"""reconcile: what the replies establish, what they leave open, and where they contradict themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import UnknownName
from ..model import Amount, Finding, Issue, Locator, Support
from ..model.places import place_text
from .explaining import Forcing, explained
from .tables import nearest
from .tracing import page_images
from .versions import Version, versions

if TYPE_CHECKING:
    from .survey import Survey

STATES = ("established", "bounded", "contradicted", "open")
_OPEN = ("undecided", "set aside", "since withdrawn", "perhaps corrected")
"""How caveats begin that leave a figure open."""
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
class Reconciliation:
    """Every figure of every body (or of one), what clashes, what differs between versions, and explanations."""

    figures: tuple[Figure, ...]
    issues: tuple[Issue, ...]
    questions: int
    explained: tuple[Forcing, ...] = ()
    versions: tuple[Version, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """The name under which each document came, by SHA-256."""

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
                    "places": [self._where(locator) for locator in one.locators],
                }
                for one in self.issues
            ],
            "explained": [one.as_json() for one in self.explained],
            "versions": [one.as_json() for one in self.versions],
        }

    def _where(self, locator: Locator) -> dict[str, str]:
        place, name = place_text(locator.place), self.files.get(locator.document, "")
        return {"document": locator.document, "file": name, "place": place, "quote": locator.quote}


SILENT = "the replies do not say"
WAITS = "a number of the reply waits for a person"
"""Why a body has no figure."""

ONLY_BODIES = ("coverage", "ranking", "rank", "bodies-with-any")

DIFFERENCES = ("twin", "version", "withdrawn")

KINDS = (
    "contradiction",
    "twin",
    "version",
    "withdrawn",
    "interim",
    "corrected",
    "duplicate-file",
    "same-list",
    "same-body",
    "other-body",
    "total-differs",
    "part-over-whole",
    "row-cut-by-page-break",
    "row-in-doubt",
    "relation",
    "share",
    "protected-cell",
    "bounds-wide",
)
"""The issues that `reconcile` shows: what clashes or repeats, rows at page breaks, what must not be worked out."""


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
    waiting = {measure: survey.work.reconciled.accounts.waiting(measure) for measure in answered}
    figures = tuple(
        one
        for found in results.findings
        for one in _figures(found, answered[found.query.measure], waiting[found.query.measure])
        if body in ("", one.body)
    )
    return Reconciliation(
        figures=figures,
        issues=tuple(one for one in results.issues if one.kind in KINDS and body in ("", one.body)),
        questions=sum(body in ("", one.body) for one in results.open_choices()),
        explained=tuple(explained(survey, explain, body)) if explain else (),
        versions=versions(survey, body) if body and not explain else (),
        files={delivery.document: delivery.name for delivery in survey.work.matched},
    )


def pictures(survey: Survey, found: Reconciliation, folder: Path) -> tuple[Path, ...]:
    """Writes each page where something clashes or two versions differ, its places marked; gives the files."""
    differ = [one for one in found.issues if one.kind in DIFFERENCES and one.severity != "note"]
    clashing = [*(one for one in found.issues if one.kind == "contradiction"), *differ]
    return page_images(survey, dict.fromkeys(place for issue in clashing for place in issue.locators), folder)


def _answered(findings: tuple[Finding, ...]) -> dict[str, list[str]]:
    """For each measure the bodies that gave some figure of it."""
    found: dict[str, dict[str, None]] = {}
    for finding in findings:
        bodies = found.setdefault(finding.query.measure, {})
        if finding.recipe not in ONLY_BODIES:
            bodies |= {support.body: None for _, _, supports in _parts(finding) for support in supports}
    return {measure: sorted(bodies) for measure, bodies in found.items()}


def _figures(finding: Finding, answered: list[str], waiting: Sequence[str]) -> Iterator[Figure]:
    """The parts of every body that answered, or may have; one that orders or counts bodies has none of its own."""
    if finding.recipe in ONLY_BODIES:
        return
    for name, label, supports in _parts(finding):
        given = {support.body: support for support in supports}
        for body in sorted({*answered, *waiting}):
            if finding.query.bodies and body not in finding.query.bodies:
                continue
            why = WAITS if body in waiting else SILENT
            yield _figure(body, name, label, given.get(body), why)


def _parts(finding: Finding) -> Iterator[tuple[str, str, tuple[Support, ...]]]:
    if not finding.lines:
        yield finding.name, finding.title, finding.supports
    for line in finding.lines:
        yield f"{finding.name}/{line.key}", line.label, line.supports


def _figure(body: str, name: str, label: str, support: Support | None, silent: str) -> Figure:
    if support is None:
        return Figure(body, name, label, "open", None, (silent,))
    why = tuple(one for one in support.caveats if one.startswith(("contradicted", *_OPEN)))
    if any(one.startswith("contradicted") for one in why):
        state = "contradicted"
    elif any(one.startswith(_OPEN) for one in why):
        state = "open"
    else:
        state = "established" if (support.public or support.value).is_exact else "bounded"
    return Figure(body, name, label, state, support.public or support.value, why, support.value)
