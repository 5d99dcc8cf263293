"""Versions and twins of a reply: which one the figures are pinned to, and what they would be under the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .. import findings, reconcile
from ..model import Choice, Finding
from ..words.amounts import amount_words
from . import judging

if TYPE_CHECKING:
    from .survey import Survey

KINDS = ("version", "twin", "withdrawn")
UNDECIDED = "undecided: the range spans them"
MARKED = "undecided: they stand, marked as withdrawn"


@dataclass(frozen=True, slots=True)
class Version:
    """One other way of answering which document stands, with the figures that come out differently under it.

    `rows` are all rows in which the two documents differ, side by side.
    """

    choice: str
    body: str
    pinned: str
    other: str
    figures: tuple[tuple[str, str, str], ...]
    rows: tuple[tuple[str, str], ...]

    def as_json(self) -> dict[str, Any]:
        figures = [{"figure": name, "pinned": mine, "other": theirs} for name, mine, theirs in self.figures]
        return {
            "choice": self.choice, "body": self.body, "pinned": self.pinned, "other": self.other,
            "figures": figures, "rows": [{"first": one, "second": two} for one, two in self.rows],
        }  # fmt: skip


def versions(survey: Survey, body: str) -> tuple[Version, ...]:
    """For each question which document of the body stands: every answer but the one taken, with its diff."""
    results = survey.work.results
    asked = [choice for choice in results.choices if choice.body == body and choice.kind in KINDS]
    if not asked:
        return ()
    taken = judging.answers(results.attached, results.choices)
    rows = {one.choice: one.rows for one in survey.work.reconciled.differences}
    pinned = _figures(survey, body, taken)
    return tuple(
        _version(survey, choice, option.id, option.label, taken, pinned, rows.get(choice.id, ()))
        for choice in asked
        for option in choice.options
        if option.id != taken.get(choice.id, choice.settled)
    )


def _version(
    survey: Survey, choice: Choice, option: str, label: str, taken: Mapping[str, str], pinned: Mapping[str, str],
    rows: tuple[tuple[str, str], ...],
) -> Version:  # fmt: skip
    other = _figures(survey, choice.body, {**taken, choice.id: option})
    names = dict.fromkeys((*pinned, *other))
    changed = tuple(
        (name, pinned.get(name, "none"), other.get(name, "none"))
        for name in names
        if pinned.get(name) != other.get(name)
    )
    labels = {one.id: one.label for one in choice.options}
    pinned_to = labels.get(
        taken.get(choice.id, choice.settled), MARKED if choice.kind == "withdrawn" else UNDECIDED
    )
    return Version(choice.id, choice.body, pinned_to, label, changed, rows)


def _figures(survey: Survey, body: str, answers: Mapping[str, str]) -> dict[str, str]:
    """The body's part of every finding in words, under these answers."""
    alone = replace(survey.definition, bodies=(survey.definition.body(body),))
    alone = replace(alone, findings=tuple(one for one in alone.findings if one.bodies in ((), (body,))))
    sent = tuple(one for one in survey.work.deliveries if one.body == body)
    found = reconcile.reconcile(alone, survey.work.coded, sent, dict(answers))
    told: dict[str, str] = {}
    for finding in findings.compute(alone, found.accounts, found.outcomes):
        told |= _told(findings.public(finding), body)
    return told


def _told(finding: Finding, body: str) -> dict[str, str]:
    if finding.recipe == "coverage":
        return {}
    parts = [(finding.name, one) for one in finding.supports]
    parts += [(f"{finding.name}/{line.key}", one) for line in finding.lines for one in line.supports]
    return {name: amount_words(one.value) for name, one in parts if one.body == body}
