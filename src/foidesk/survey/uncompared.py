"""Claims that set bodies against each other where they must not be compared, or count in different ways."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..errors import FoideskError
from ..model import Claim, Finding, Query, Support, SurveyDefinition

VERSION = 1
"""Goes up whenever the verdict on some claim changes."""

ORDERS = ("place", "lowest", "highest", "range")
"""What puts bodies in an order."""
LEFT = ("not a claim about the data", "waived")


Compute = Callable[[Query], Finding]


def uncompared(
    claims: Iterable[Claim], definition: SurveyDefinition, findings: Iterable[Finding], compute: Compute
) -> tuple[Claim, ...]:
    """The claims; misleading, however right, are those that compare what must not, or does not, compare."""
    by_name = {one.name: one for one in findings}
    return tuple(_judged(one, definition, by_name, compute) for one in claims)


def _judged(
    claim: Claim, definition: SurveyDefinition, findings: Mapping[str, Finding], compute: Compute
) -> Claim:
    if claim.verdict in LEFT or not _compares(claim):
        return claim
    if definition.comparison.forbidden:
        why = f"the survey's bodies must not be compared: {definition.comparison.because}"
        return replace(claim, verdict="misleading", why=why)
    if claim.verdict != "supported":
        return claim
    ways = [*_bound(claim, findings), *(_read(one, compute) for one in _readings(claim))]
    why = next((why for own, others in ways if (why := _unlike(own, others))), "")
    return replace(claim, verdict="misleading", why=why) if why else claim


Countings = tuple[str | None, tuple[str, ...]]
"""How the body that is placed counts (None: no single one), and how all of them do."""


def _bound(claim: Claim, findings: Mapping[str, Finding]) -> Iterator[Countings]:
    finding = findings.get(claim.finding)
    if finding is not None:
        yield _countings(finding.supports, claim.body)


def _read(reading: Mapping[str, Any], compute: Compute) -> Countings:
    """The figures that the words put in an order, as the table of bodies has them."""
    if reading["statistic"] not in ORDERS or reading.get("predicate") == "year":
        return None, ()
    where = {name: tuple(ids) for name, ids in reading.get("where", {}).items()}
    query = Query("claim", "by-body", "claim", reading["measure"], where=where, period=reading.get("period", ""))
    try:
        supports = compute(query).supports
    except FoideskError:
        return None, ()
    named = reading.get("bodies")
    among = [one for one in supports if not isinstance(named, list) or one.body in named]
    return _countings(among, reading.get("subject", ""))


def _countings(supports: Iterable[Support], body: str) -> Countings:
    ways = {one.body: one.counting for one in supports}
    return ways.get(body), tuple(ways.values())


def _unlike(own: str | None, every: tuple[str, ...]) -> str:
    """Why a place is among unlike figures; "" if all of them count alike."""
    most = max(set(every), key=every.count, default="")
    unlike = sum(one != (most if own is None else own) for one in every)
    bodies = "1 body counts" if unlike == 1 else f"{unlike} bodies count"
    return f"{bodies} in another way: a place is only among those that count alike" if unlike else ""


def _readings(claim: Claim) -> list[Mapping[str, Any]]:
    return [] if claim.finding else json.loads(claim.reading or "[]")


def _compares(claim: Claim) -> bool:
    if claim.finding:
        return claim.part == "rank"
    return any(_sets_apart(reading) for reading in _readings(claim))


def _sets_apart(reading: Mapping[str, Any]) -> bool:
    if reading["statistic"] in ORDERS:
        return reading.get("predicate") != "year"
    against = reading.get("against")
    return against is not None and against.get("bodies") != reading.get("bodies")
