"""How long each body took, from the events and letters, for the findings that ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from .. import findings
from ..law import AccessLaw
from ..law.clock import Limit, elapsed
from ..model import Outcome, SurveyDefinition, Timing

if TYPE_CHECKING:
    from .requests import Request
    from .survey import Survey


def wanted(definition: SurveyDefinition) -> bool:
    """True if a finding asks how long the bodies took."""
    return any(query.recipe in findings.TIMED for query in definition.findings)


def timings(survey: Survey, outcomes: Sequence[Outcome]) -> tuple[Timing, ...]:
    """The clocks, if a finding asks for them."""
    return clocks(survey, outcomes) if wanted(survey.definition) else ()


def clocks(survey: Survey, outcomes: Sequence[Outcome]) -> tuple[Timing, ...]:
    """The clock of each body whose request is on record as sent, as things stood after the last event."""
    from .requests import requests

    asked = requests(survey, outcomes)
    last = _last_day(survey, asked)
    return tuple(one for request in asked if last and (one := _timing(request, last)) is not None)


def _last_day(survey: Survey, asked: Sequence[Request]) -> date | None:
    days = [date.fromisoformat(event.at[:10]) for event in survey.store.events.all() if event.at]
    days += [step.day for request in asked for step in request.steps]
    return max(days, default=None)


def _timing(request: Request, last: date) -> Timing | None:
    limit = request.answer
    if limit is None or request.law is None:
        return None
    end, unit = limit.met or last, limit.rule.unit
    return Timing(
        body=request.body,
        clock=_clock(request.law, limit),
        sent=limit.start,
        due=limit.due,
        answered=None if request.unknown_day else limit.met,
        days=elapsed(limit.start, end, unit, request.off, limit.pauses),
        unit="days" if unit == "months" else unit,
        calendar_days=(end - limit.start).days,
        as_of=last,
        late=0 if request.unknown_day else limit.late,
        paused=limit.paused,
        sections=tuple(sorted({_section(one) for one in request.outcomes if one.section})),
        confirmed=_is_confirmed(request, limit),
        undated=request.unknown_day,
    )


def _clock(law: AccessLaw, limit: Limit) -> str:
    rule = limit.rule
    return f"{law.title}: {rule.step}, {rule.amount} {rule.unit} ({law.unit} {rule.section})"


def _section(one: Outcome) -> str:
    return f"section {one.section}{' ' + one.act if one.act else ''}"


def _is_confirmed(request: Request, limit: Limit) -> bool:
    return any(step.confirmed and step.day == limit.met for step in request.steps)
