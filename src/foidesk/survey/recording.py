"""send --record: what went out by hand, to one body or to all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..errors import FoideskError
from ..mail import settings
from ..store.events import event
from .requests import Request, request_of, today
from .sending import Plan, compose, details_of, round_of, slip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .survey import Survey

ALL = "all"
"""Instead of a body: every body to which a letter of the round is still to go."""


def record(
    survey: Survey, body: str, round: str, on: date, by: str, message: str = "", only: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Records that letters went out by hand: the draft in a mail program, a portal, WhatDoTheyKnow, the post.

    Gives their names and, of `ALL`, why some bodies were left out.
    """
    plan, skipped = Plan(survey, round, on), tuple[tuple[str, str], ...]()
    bodies = [request_of(survey, body).body] if body != ALL else []
    if body == ALL:
        if message:
            raise FoideskError("a Message-ID is that of one letter", next="name the body it went to")
        letters, left = compose(survey, round, only, on)
        bodies, skipped = [one.body for one in letters], tuple(left)
    slips = [slip(plan, survey.definition.body(one), settings(survey.folder / "mail.toml")) for one in bodies]
    for one in bodies:
        _recordable(survey, plan.requests[one], plan, round, on)
    at = f"{on.isoformat()}T00:00:00+00:00"
    with survey.store.writing():
        survey.store.events.append(
            event("sent", at, body=one.body, name=message or one.id, by=by, **details_of(survey, one, on))
            for one in slips
        )
    return tuple(message or one.id for one in slips), skipped


def _recordable(survey: Survey, request: Request, plan: Plan, round: str, on: date) -> None:
    """Refuses a day to come, a second request (unless the first came back), a later letter before the first."""
    sent = [one for one in plan.sent.get(request.body, []) if round_of(one) == "request"]
    if on > today(survey):
        raise FoideskError(f"{on.isoformat()} is still to come", next="give the day on which the letter went out")
    if round == "request" and sent and request.state != "bounced":
        raise FoideskError(
            f"the request to {request.body} is recorded as sent on {sent[-1].at[:10]}",
            next="name the letter that went out now: --round correction, reminder ...",
        )
    if round != "request" and not sent:
        raise FoideskError(
            f"the request to {request.body} is not recorded as sent", next=f"first: send --record {request.body}"
        )
