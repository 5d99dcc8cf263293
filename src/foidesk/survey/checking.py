"""check: the draft against the findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import SurveyFileError
from ..model import Claim, Observation

if TYPE_CHECKING:
    from .survey import Survey


@dataclass(frozen=True, slots=True)
class Checked:
    """The draft, its claims with their verdicts, and those that block publishing."""

    story: str
    text: str
    claims: tuple[Claim, ...]

    @property
    def blocking(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.blocks)

    def as_json(self) -> dict[str, Any]:
        return {
            "story": self.story,
            "claims": [_claim_json(claim) for claim in self.claims],
            "blocking": len(self.blocking),
            "verdicts": _tally(self.claims),
        }


def check(survey: Survey, story: Path | None = None) -> Checked:
    """The verdict on every number of the draft (story.md unless another is named)."""
    path = story or survey.folder / "story.md"
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SurveyFileError(
            f"the draft cannot be read: {error}", where=str(path), next="write it as Markdown in UTF-8"
        ) from error
    known = survey.work.checked
    if (path.name, text) not in known:
        known[path.name, text] = Checked(path.name, text, _claims(survey, text))
    return known[path.name, text]


def _claims(survey: Survey, text: str) -> tuple[Claim, ...]:
    """The claims of a text, kept as long as text, findings and case rows are what they were."""
    from .. import claims

    work = survey.work
    contents = sorted(work.extraction_contents.items())
    key = work.chain.key("check", claims.VERSION, text, work.results_content, contents, survey.definition)

    def make() -> tuple[Claim, ...]:
        return tuple(claims.check(text, work.results.findings, survey.definition, cases(survey)))

    found: tuple[Claim, ...] = work.chain.value(work.chain.node("check", key, make))
    return found


def cases(survey: Survey) -> tuple[Observation, ...]:
    """The case rows that incidents can be bound to."""
    every = (one for extraction in survey.work.coded.values() for one in extraction.observations)
    return tuple(one for one in every if one.role == "case row")


def _claim_json(claim: Claim) -> dict[str, Any]:
    return {
        "start": claim.start, "end": claim.end, "line": claim.line, "text": claim.text, "kind": claim.kind,
        "verdict": claim.verdict, "value": claim.value, "why": claim.why,
        "reading": {"finding": claim.finding, "part": claim.part, "body": claim.body},
        "sources": sources(claim),
    }  # fmt: skip


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
