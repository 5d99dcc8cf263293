"""Claims that set bodies against each other where they must not be compared, or count in different ways."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..model import Claim, Finding, SurveyDefinition

ORDERS = ("place", "lowest", "highest", "range")
"""What puts bodies in an order."""
LEFT = ("not a claim about the data", "waived")


def uncompared(
    claims: Iterable[Claim], definition: SurveyDefinition, findings: Iterable[Finding]
) -> tuple[Claim, ...]:
    """The claims; misleading, however right, are those that compare what must not, or does not, compare."""
    by_name = {one.name: one for one in findings}
    return tuple(_judged(one, definition, by_name) for one in claims)


def _judged(claim: Claim, definition: SurveyDefinition, findings: Mapping[str, Finding]) -> Claim:
    if claim.verdict in LEFT or not _compares(claim):
        return claim
    if definition.comparison.forbidden:
        why = f"the survey's bodies must not be compared: {definition.comparison.because}"
        return replace(claim, verdict="misleading", why=why)
    why = _counts_otherwise(claim, findings.get(claim.finding))
    return replace(claim, verdict="misleading", why=why) if why and claim.verdict == "supported" else claim


def _counts_otherwise(claim: Claim, finding: Finding | None) -> str:
    """Why the place that the claim is bound to is among unlike figures; "" if all of them count alike."""
    own = {one.body: one.counting for one in finding.supports} if finding else {}
    if claim.body not in own:
        return ""
    unlike = sum(counting != own[claim.body] for counting in own.values())
    bodies = "1 body counts" if unlike == 1 else f"{unlike} bodies count"
    return f"{bodies} in another way: a place is only among those that count alike" if unlike else ""


def _compares(claim: Claim) -> bool:
    if claim.finding:
        return claim.part == "rank"
    return any(_sets_apart(reading) for reading in json.loads(claim.reading or "[]"))


def _sets_apart(reading: Mapping[str, Any]) -> bool:
    if reading["statistic"] in ORDERS:
        return reading.get("predicate") != "year"
    against = reading.get("against")
    return against is not None and against.get("bodies") != reading.get("bodies")
