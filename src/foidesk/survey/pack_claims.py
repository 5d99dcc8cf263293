"""The pack's own lines, each figure bound to its finding and judged as a claim of the story would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .. import claims, findings
from ..errors import Blocked, FoideskError
from ..model import Claim, Finding, PublicBody
from ..words.amounts import amount_words
from .checking import cases, evidence
from .replying import Figure

if TYPE_CHECKING:
    from .survey import Survey

FIRST = 3
"""So many findings stand for the survey where none is marked as a headline."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed figure: what it is about, its words and unit, and the finding (and body) it is bound to."""

    title: str
    value: str
    unit: str
    finding: str
    body: str = ""

    @property
    def bound(self) -> str:
        """The figure as a span of a draft: `[12]{f="total" body=aldersea} cases.`"""
        body = f" body={self.body}" if self.body else ""
        return f'[{self.value}]{{f="{self.finding}"{body}}} {self.unit}.'


def leading(survey: Survey) -> tuple[Finding, ...]:
    """The findings that the national line tells: the headlines, else the first of them."""
    every = tuple(map(findings.public, survey.work.results.findings))
    return tuple(one for one in every if one.query.headline) or every[:FIRST]


def line_of(one: Finding) -> Line:
    return Line(one.title, amount_words(one.value), one.unit, one.name)


def line_of_figure(one: Figure, body: str) -> Line:
    return Line(one.title, one.value, one.unit, one.finding, body)


@dataclass(frozen=True, slots=True)
class Region:
    """The bodies of one region (as bodies.csv names it), and the leading figures of them together."""

    name: str
    bodies: tuple[PublicBody, ...]
    figures: tuple[Finding, ...]


def regions(survey: Survey) -> tuple[Region, ...]:
    """Every region named in bodies.csv, in the order of the alphabet; none where the column is empty."""
    named: dict[str, list[PublicBody]] = {}
    for body in survey.definition.bodies:
        if body.region:
            named.setdefault(body.region, []).append(body)
    return tuple(Region(name, tuple(named[name]), tuple(_of(survey, name, named[name]))) for name in sorted(named))


def _of(survey: Survey, region: str, bodies: Sequence[PublicBody]) -> Iterator[Finding]:
    """The leading findings computed again for the region alone; one that cannot be is left out."""
    compute = evidence(survey).compute
    for one in leading(survey):
        if any(support.rank for support in one.supports) or one.recipe in findings.TIMED:
            continue
        asked = replace(one.query, name=f"{one.name} in {region}", bodies=tuple(body.id for body in bodies))
        try:
            yield replace(compute(asked), title=f"{one.title}, {region}")
        except FoideskError:
            continue


def judged(survey: Survey, lines: Iterable[Line], extra: Iterable[Finding] = ()) -> tuple[Claim, ...]:
    """The claims of the lines that are not simply supported. `Blocked` if one is contradicted."""
    text = "\n\n".join(line.bound for line in dict.fromkeys(lines) if line.value)
    shown = (*map(findings.public, survey.work.results.findings), *extra)
    found = claims.check(text, shown, survey.definition, cases(survey), evidence(survey), True)
    wrong = [one for one in found if one.verdict == "contradicted"]
    if wrong:
        raise Blocked(
            f"{len(wrong)} figure(s) of the pack are contradicted: {wrong[0].sentence} ({wrong[0].why})",
            next="foidesk compute, then foidesk pack again; nothing was written",
        )
    return tuple(one for one in found if one.blocks)
