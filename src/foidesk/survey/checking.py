"""check: the draft against the findings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import claims, findings
from ..model import Claim, Finding, Observation, Query
from .resting import VERSION as RESTING
from .resting import resting
from .stories import read_story
from .uncompared import VERSION as UNLIKE
from .uncompared import uncompared

if TYPE_CHECKING:
    from .survey import Survey


@dataclass(frozen=True, slots=True)
class Checked:
    """The draft, its claims with their verdicts, and those that block publishing."""

    story: str
    text: str
    claims: tuple[Claim, ...]
    places: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    is_file: bool = True
    left_out: tuple[str, ...] = ()

    @property
    def blocking(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.blocks)

    def legal_read(self) -> str:
        """One page on what is open, who is accused of what, what bears it out, and the waivers."""
        return claims.legal_read(self.story, self.claims, self.places)

    def page(self, markdown: bool = True) -> str:
        """The story as an HTML page with every claim marked."""
        found = claims.annotate(self.text, self.claims, markdown)
        return claims.page(self.story, found.text, found.spans, self.places, self.text if self.is_file else "")

    def as_json(self) -> dict[str, Any]:
        return {
            "story": self.story,
            "claims": [_claim_json(claim, self.places) for claim in self.claims],
            "blocking": len(self.blocking),
            "verdicts": _tally(self.claims),
            **({} if self.is_file else {"text": self.text, "left_out": list(self.left_out)}),
        }


def check(survey: Survey, story: Path | None = None, day: date | None = None) -> Checked:
    """The verdict on every number of the draft (story.md unless another is named).

    `day` is when it appears: "last year" is reckoned from it where the story has no date line.
    """
    path = story or survey.folder / "story.md"
    read = read_story(path)
    markdown = is_markdown(path)
    known = survey.work.checked
    if (path.name, read.text, day) not in known:
        found = _claims(survey, read.text, markdown, day)
        known[path.name, read.text, day] = Checked(
            path.name, read.text, found, _places(survey, found), read.is_file, read.left_out
        )
    return known[path.name, read.text, day]


def is_markdown(story: Path | None) -> bool:
    """Spans are read in Markdown only; story.md is the story if none is named."""
    return story is None or story.suffix.lower() in (".md", ".markdown")


def evidence(survey: Survey) -> claims.Evidence:
    """What the survey's replies offer to claims without a binding; computed when first asked for."""

    def compute(query: Query) -> Finding:
        reconciled = survey.work.reconciled
        asked = replace(survey.definition, findings=(query,))
        return findings.public(findings.compute(asked, reconciled.accounts, reconciled.outcomes)[0])

    @cache
    def texts() -> tuple[claims.Said, ...]:
        work = survey.work
        return tuple(
            claims.Said(one.body, one.document, part.name, part.text)
            for one in work.matched
            for part in work.reading(one).visible_parts()
        )

    return claims.Evidence(compute, tuple(survey.work.results.outcomes), texts)


def _claims(survey: Survey, text: str, markdown: bool, day: date | None = None) -> tuple[Claim, ...]:
    """The claims of a text, kept as long as text, findings and case rows are what they were.

    The findings are those that may be shown: a draft does not tell a number that its body withheld.
    """
    work = survey.work
    contents = sorted(work.extraction_contents.items())
    key = work.chain.key(
        "check",
        [claims.VERSION, UNLIKE, RESTING],
        text,
        markdown,
        str(day or ""),
        work.results_content,
        contents,
        work.reading_contents,
        survey.definition,
    )

    def make() -> tuple[Claim, ...]:
        shipped = tuple(map(findings.public, work.results.findings))
        offered = replace(evidence(survey), day=day)
        found = claims.check(text, shipped, survey.definition, cases(survey), offered, markdown)
        judged = uncompared(found, survey.definition, shipped, offered.compute)
        bodies = {seen.id: seen.body for one in work.extractions.values() for seen in one.observations}
        return resting(judged, shipped, offered.compute, bodies)

    found: tuple[Claim, ...] = work.chain.value(work.chain.node("check", key, make))
    return found


def cases(survey: Survey) -> tuple[Observation, ...]:
    """The cases that incidents can be bound to: rows of case lists, and single cases told in prose."""
    every = (one for extraction in survey.work.coded.values() for one in extraction.observations)
    return tuple(one for one in every if one.is_case or _is_told(one))


def _is_told(one: Observation) -> bool:
    """True for one case told in a sentence with two of its properties or more: "the sergeant was dismissed"."""
    return one.role == "prose" and len(one.where) > 1 and one.amount is not None and one.amount.hi == 1


def _places(survey: Survey, found: tuple[Claim, ...]) -> dict[str, dict[str, Any]]:
    """Where each observation under the claims stands: body, file, place and quoted words."""
    from .tracing import observations

    wanted = {id for claim in found for id in claim.sources}
    if not wanted:
        return {}
    places = {}
    for id, (one, delivery) in observations(survey).items():
        if id in wanted:
            at = one.places.get("value") or next(iter(one.places.values()))
            places[id] = {
                "body": one.body, "observation": id, "file": delivery.path, "document": one.document,
                "place": at.place.describe(), "quote": at.quote,
            }  # fmt: skip
    return places


def _claim_json(claim: Claim, places: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "start": claim.start, "end": claim.end, "line": claim.line, "text": claim.text, "kind": claim.kind,
        "verdict": claim.verdict, "first": claim.first, "value": claim.value, "why": claim.why,
        "caveats": list(claim.caveats), "reading": _reading(claim), "sentence": claim.sentence,
        "accept": claims.attributes(claim) if claims.can_accept(claim) else "",
        "sources": [dict(places[id]) for id in claim.sources if id in places] or sources(claim),
    }  # fmt: skip


def _reading(claim: Claim) -> Any:
    """The binding, or the questions that the words were read as."""
    if claim.reading:
        return json.loads(claim.reading)
    return {"finding": claim.finding, "part": claim.part, "body": claim.body}


def sources(claim: Claim) -> str:
    """The command that shows where the right value comes from; "" for a claim bound to no finding."""
    if not claim.finding:
        return ""
    return f"foidesk trace {claim.finding}" + (f" --body {claim.body}" if claim.body else "")


def _tally(found: tuple[Claim, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for claim in found:
        counts[claim.verdict] = counts.get(claim.verdict, 0) + 1
    return dict(sorted(counts.items()))
