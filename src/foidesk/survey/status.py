"""status: where the survey stands, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .survey import Survey
    from .tracking import Tracking


@dataclass(frozen=True, slots=True)
class Status:
    """Counts that a person can act on; `next` is what to do first, in plain words with the command."""

    title: str
    bodies: int
    answered: int
    refused: int
    unclear: int
    silent: int
    unmatched: int
    documents: int
    numbers: dict[str, int]
    choices_open: int
    decisions: int
    stale: int
    issues: int
    claims: int
    claims_open: int
    next: tuple[str, ...]
    tracking: Tracking | None = None
    why: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "tracking"}
        tracked = self.tracking.as_json() if self.tracking else None
        overdue = sum(one["overdue"] for one in tracked["requests"]) if tracked else 0
        return plain | {"overdue": overdue, "tracking": tracked}


NOBODY = -1
"""Stands for the bodies still to be asked where the survey has none at all."""


def status(survey: Survey, why: str = "", on: date | None = None) -> Status:
    """Where the survey stands; `why` adds one body's clock day by day. Requests are tracked once one is sent."""
    from .extracting import account
    from .left_open import open_questions
    from .requests import why as explained
    from .tracking import track

    work, results = survey.work, survey.work.results
    bodies = [body.id for body in survey.definition.bodies]
    replied = {delivery.body for delivery in work.matched}
    answered, refused = _answered(survey), _refused(survey)
    story = survey.folder / "story.md"
    checked = survey.check() if story.exists() else None
    counts = {
        "unmatched": len(work.unmatched),
        "unclear": len(replied - answered - refused),
        "choices_open": len(results.open_choices()) + len(open_questions(survey)),
        "stale": len(results.stale()),
        "claims_open": len(checked.blocking) if checked else 0,
    }
    unasked = _unasked(survey) if bodies else NOBODY
    numbers = account(survey)["numbers"]
    sent = any(one.kind in ("sent", "sending", "step") for one in survey.store.events.all())
    return Status(
        title=survey.definition.title,
        bodies=len(bodies),
        answered=len(answered),
        refused=len(refused),
        silent=len(set(bodies) - replied),
        documents=len({delivery.document for delivery in work.deliveries}),
        numbers=numbers,
        decisions=len(survey.store.decisions.standing()),
        issues=len(results.issues),
        claims=len(checked.claims) if checked else 0,
        next=(
            *_mend(survey.store.events.cut_lines()),
            *_next(counts, numbers, unasked, has_replies=bool(work.deliveries), has_story=checked is not None),
        ),
        tracking=track(survey, on) if sent else None,
        why=tuple(explained(survey, why)) if why else (),
        **counts,
    )


def _mend(cut: int) -> tuple[str, ...]:
    """What to do where lines of the record of events cannot be read."""
    return (f"Mend events.jsonl, or restore it: {cut} line(s) cannot be read and are passed over",) if cut else ()


def _answered(survey: Survey) -> set[str]:
    """The bodies in whose replies an answer to some question was found."""
    return {one.body for one in survey.work.results.outcomes if one.outcome in ("full", "partial")}


def _refused(survey: Survey) -> set[str]:
    """The bodies that gave a figure for no question and refused at least one."""
    by_body: dict[str, set[str]] = {}
    for outcome in survey.work.results.outcomes:
        by_body.setdefault(outcome.body, set()).add(outcome.outcome)
    refusals = {"refused", "cost limit", "neither confirm nor deny"}
    return {body for body, kinds in by_body.items() if kinds & refusals and not kinds & {"full", "partial"}}


def _unasked(survey: Survey) -> int:
    """How many bodies are still to be asked, in a survey that has begun to ask, or has a letter and no reply."""
    if not (survey.folder / "letter.md").exists():
        return 0
    sent = {one.body for one in survey.store.events.all() if one.kind in ("sent", "sending")}
    replied = {delivery.body for delivery in survey.work.matched}
    silent = [body for body in survey.definition.bodies if body.id not in sent | replied]
    return len(silent) if sent or not replied else 0


def _next(
    counts: dict[str, int], numbers: dict[str, int], unasked: int, has_replies: bool, has_story: bool
) -> tuple[str, ...]:
    steps = []
    if unasked == NOBODY:
        steps.append("Say who is asked: bodies.csv is not there or lists nobody (see `foidesk bodies --help`)")
    elif unasked:
        steps.append(f"Ask {unasked} body(ies) not asked yet: foidesk send --check, then foidesk send")
    if not has_replies:
        steps.append("Put the replies into replies/ and run: foidesk ingest")
    if counts["unmatched"]:
        steps.append(f"Say who sent {counts['unmatched']} file(s): foidesk decide --kind body")
    if counts["unclear"]:
        steps.append(
            f"Look at {counts['unclear']} body(ies) in whose replies no answer was found: foidesk extract"
        )
    if counts["stale"]:
        steps.append(f"Look at {counts['stale']} decision(s) whose evidence changed: foidesk decide --stale")
    if counts["choices_open"]:
        steps.append(f"Answer {counts['choices_open']} open question(s), the weightiest first: foidesk decide")
    if numbers["open"]:
        steps.append(f"Look at {numbers['open']} number(s) that nothing accounts for: foidesk extract --open")
    if not has_story:
        steps.append("Write the draft as story.md, then: foidesk check")
    elif counts["claims_open"]:
        steps.append(f"Settle {counts['claims_open']} claim(s) of the draft: foidesk check")
    else:
        steps.append("Publish: foidesk publish")
    return tuple(steps)
