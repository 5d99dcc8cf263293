"""Claims whose figure rests on what must be told with it: one unit counted as another, an answer withdrawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..errors import FoideskError
from ..model import Claim, Finding, Query, Support

VERSION = 2
"""Goes up whenever the caveats of some claim change."""

TOLD = (" counted as ", "since withdrawn: ", "used though the body has withdrawn it", "perhaps corrected: ")
"""What is printed with every figure that rests on it."""

LEFT = "not a claim about the data"

Compute = Callable[[Query], Finding]


def rests(caveat: str) -> bool:
    """True for what must be told with a figure, wherever it is printed."""
    return any(words in caveat for words in TOLD)


def resting(
    claims: Iterable[Claim], findings: Iterable[Finding], compute: Compute, bodies: Mapping[str, str]
) -> tuple[Claim, ...]:
    """The claims, each with what must be told with its figure; `bodies` by the ids of their observations."""
    by_name = {one.name: one for one in findings}
    return tuple(replace(one, caveats=_told(one, by_name, compute, bodies)) for one in claims)


def _told(
    claim: Claim, findings: Mapping[str, Finding], compute: Compute, bodies: Mapping[str, str]
) -> tuple[str, ...]:
    if claim.verdict == LEFT:
        return ()
    behind = {bodies[id] for id in claim.sources if id in bodies} | ({claim.body} if claim.body else set())
    said: dict[str, set[str]] = {}
    for support in _supports(claim, findings, compute):
        if not behind or support.body in behind:
            for caveat in support.caveats:
                if rests(caveat):
                    said.setdefault(caveat, set()).add(support.body)
    return tuple(f"{caveat}: {', '.join(sorted(given))}" for caveat, given in sorted(said.items()))


def _supports(claim: Claim, findings: Mapping[str, Finding], compute: Compute) -> Iterator[Support]:
    """The bodies' figures behind a claim: of its finding, or of the questions that its words were read as."""
    finding = findings.get(claim.finding)
    if finding is not None:
        yield from finding.supports
        yield from (support for line in finding.lines for support in line.supports)
        return
    for reading in json.loads(claim.reading or "[]") if not claim.finding else ():
        for one in (reading, reading.get("against") or {}):
            yield from _asked({**reading, **one}, compute)


def _asked(reading: Mapping[str, Any], compute: Compute) -> Iterable[Support]:
    measure = reading.get("measure", "")
    where = {name: tuple(ids) for name, ids in reading.get("where", {}).items()}
    for query in (
        Query("claim", "by-body", "claim", measure, where=where, period=reading.get("period", "")),
        Query("claim", "by-body", "claim", measure),
    ):
        try:
            return compute(query).supports if measure else ()
        except FoideskError:
            continue
    return ()
