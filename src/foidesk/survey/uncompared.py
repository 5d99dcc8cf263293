"""Claims that set bodies against each other where they must not be compared, or count in different ways."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..errors import FoideskError
from ..findings import DATED
from ..model import Claim, Finding, Query, Support, SurveyDefinition

VERSION = 2
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
    dates = _Dates(compute)
    return tuple(dates.judged(_judged(one, definition, by_name, compute)) for one in claims)


@dataclass
class _Dates:
    """By which date each body's cases go: one sum of several is misleading."""

    compute: Compute
    _ways: dict[str, dict[str, str]] = field(default_factory=dict)

    def judged(self, claim: Claim) -> Claim:
        if claim.verdict != "supported":
            return claim
        why = next(filter(None, map(self._mixed, _readings(claim))), "")
        return replace(claim, verdict="misleading", why=why) if why else claim

    def _mixed(self, reading: Mapping[str, Any]) -> str:
        """What a reader of one sum is not told; "" where its bodies go by one date, or by nobody's word."""
        known = self.ways(reading.get("measure", ""))
        named = _named(reading)
        ways = {way for body, way in known.items() if not named or body in named}
        if len(ways) < 2 or reading.get("subject"):
            return ""
        every = ", some by ".join(sorted(ways))
        return f"true only if one is told that bodies date them differently: some by {every}"

    def ways(self, measure: str) -> dict[str, str]:
        if measure and measure not in self._ways:
            self._ways[measure] = _ways_of(measure, self.compute)
        return self._ways.get(measure, {})


def _ways_of(measure: str, compute: Compute) -> dict[str, str]:
    try:
        supports = compute(Query("claim", "by-body", "claim", measure)).supports
    except FoideskError:
        return {}
    said = {one.body: [each for each in one.caveats if each.startswith(DATED)] for one in supports}
    return {body: each[0].removeprefix(DATED) for body, each in said.items() if each}


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
    if not _sets_apart(reading):
        return None, ()
    where = {name: tuple(ids) for name, ids in reading.get("where", {}).items()}
    query = Query("claim", "by-body", "claim", reading["measure"], where=where, period=reading.get("period", ""))
    try:
        supports = compute(query).supports
    except FoideskError:
        return None, ()
    named = [*_named(reading), *_named(reading.get("against") or {})]
    among = [one for one in supports if not named or one.body in named]
    return _countings(among, reading.get("subject", ""))


def _named(reading: Mapping[str, Any]) -> list[str]:
    """The bodies that a reading lists; none where it speaks of a group."""
    bodies = reading.get("bodies")
    return bodies if isinstance(bodies, list) else []


def _countings(supports: Iterable[Support], body: str) -> Countings:
    ways = {one.body: one.counting for one in supports}
    return ways.get(body), tuple(ways.values())


def _unlike(own: str | None, every: tuple[str, ...]) -> str:
    """Why a place is among unlike figures; "" if all of them count alike."""
    most = max(set(every), key=every.count, default="")
    unlike = sum(one != (most if own is None else own) for one in every)
    bodies = "1 body counts" if unlike == 1 else f"{unlike} bodies count"
    return f"{bodies} in another way: only those that count alike are set beside each other" if unlike else ""


def _readings(claim: Claim) -> list[Mapping[str, Any]]:
    return [] if claim.finding else json.loads(claim.reading or "[]")


def _compares(claim: Claim) -> bool:
    if claim.finding:
        return claim.part == "rank"
    return any(_sets_apart(reading) for reading in _readings(claim))


def _sets_apart(reading: Mapping[str, Any]) -> bool:
    if reading["statistic"] in ORDERS:
        return reading.get("predicate") not in ("year", "kind")
    against = reading.get("against")
    return against is not None and against.get("bodies") != reading.get("bodies")
