"""What was published when: one line an edition in publications.jsonl, and the corrections that follow from it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model import Event, Finding
from ..report import Correction, figure_words
from ..store.events import event
from .figures import published
from .tracing import observations

if TYPE_CHECKING:
    from .survey import Survey

Told = Mapping[str, str]
"""A published figure in words, by its name: "total", or "outcomes / dismissed" for a line."""


def record(survey: Survey, edition: str, as_of: str) -> None:
    """Notes that this edition was published; the same again is no new one."""
    known = survey.publications.all()
    if known and _detail(known[-1], "edition") == edition:
        return
    at = datetime.now(UTC).replace(microsecond=0).isoformat()
    shown, _ = published(survey, {id: one for id, (one, _) in observations(survey).items()})
    figures = json.dumps(_told(shown), ensure_ascii=False)
    new = event("published", at, edition=edition, as_of=as_of, figures=figures)
    survey.publications.append([new])


def corrections(survey: Survey, findings: tuple[Finding, ...], edition: str, as_of: str) -> tuple[Correction, ...]:
    """Every figure that an edition gave otherwise than the one before it, the latest first."""
    titles = {finding.name: finding.title for finding in findings}
    titles |= {f"{one.name} / {line.key}": f"{one.title}: {line.label}" for one in findings for line in one.lines}
    known = survey.publications.all()
    if known and _detail(known[-1], "edition") == edition:
        known = known[:-1]
    told = [(_detail(one, "as_of"), json.loads(_detail(one, "figures") or "{}")) for one in known]
    told.append((as_of, _told(findings)))
    found = [each for (_, old), (on, new) in pairwise(told) for each in _changes(on, old, new, titles)]
    return tuple(reversed(found))


def _changes(on: str, old: Told, new: Told, titles: Told) -> Iterator[Correction]:
    for name in reversed([*old, *(each for each in new if each not in old)]):
        before, after = old.get(name, ""), new.get(name, "")
        if before != after and before:
            yield Correction(on, name.partition(" / ")[0], titles.get(name, name), before, after or "withdrawn")


def _told(findings: tuple[Finding, ...]) -> Told:
    told = {}
    for one in findings:
        told[one.name] = figure_words(one.value)
        told |= {f"{one.name} / {line.key}": figure_words(line.value) for line in one.lines}
    return told


def _detail(one: Event, name: str) -> str:
    return dict(one.details).get(name, "")
