"""Drafts of surveys whose bodies must not be compared: a claim that compares them blocks, however right it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..model import Claim, SurveyDefinition

ORDERS = ("place", "lowest", "highest", "range")
"""What puts bodies in an order."""
LEFT = ("not a claim about the data", "waived")


def uncompared(claims: Iterable[Claim], definition: SurveyDefinition) -> tuple[Claim, ...]:
    """The claims; where the owner forbids it, those that set bodies against each other are misleading."""
    if not definition.comparison.forbidden:
        return tuple(claims)
    why = f"the survey's bodies must not be compared: {definition.comparison.because}"
    return tuple(
        replace(one, verdict="misleading", why=why) if one.verdict not in LEFT and _compares(one) else one
        for one in claims
    )


def _compares(claim: Claim) -> bool:
    if claim.finding:
        return claim.part == "rank"
    return any(_sets_apart(reading) for reading in json.loads(claim.reading or "[]"))


def _sets_apart(reading: Mapping[str, Any]) -> bool:
    if reading["statistic"] in ORDERS:
        return reading.get("predicate") != "year"
    against = reading.get("against")
    return against is not None and against.get("bodies") != reading.get("bodies")
