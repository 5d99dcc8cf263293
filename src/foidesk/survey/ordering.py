"""What a person orders of `send`: which round, to whom, and whether anything may leave the house."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ..errors import FoideskError
from . import sending
from .reading_over import read_over
from .recording import record
from .requests import requests, today
from .sending import Sent

if TYPE_CHECKING:
    from .survey import Survey


@dataclass(frozen=True, slots=True)
class Order:
    """One call of `send`. Nothing leaves the house unless `go`; `pilot` sends to that many bodies at most."""

    round: str = "request"
    only: tuple[str, ...] = ()
    pilot: int = 0
    go: bool = False
    check: bool = False
    drafts: bool = False
    record: str = ""
    by: str = "hand"
    message: str = ""
    settle: str = ""
    was_sent: bool = False
    who: str = ""
    on: date | None = None


def send(survey: Survey, order: Order) -> Sent:
    """Does what was ordered, and says what would go out where nothing was."""
    on = order.on or today(survey)
    if order.check:
        return Sent(remarks=read_over(survey, on))
    if order.record:
        names, left = record(survey, order.record, order.round, on, order.by, order.message, order.only)
        return Sent(done=names, skipped=left)
    if order.settle:
        count = sending.resolve_doubt(survey, order.settle, was_sent=order.was_sent, who=order.who)
        return Sent(done=(order.settle,) * count)
    letters, skipped = sending.compose(survey, order.round, order.only, on)
    letters = letters[: order.pilot] if order.pilot else letters
    doubtful = tuple(one.body for one in requests(survey) if one.doubtful)
    if order.drafts and letters:
        return Sent(would=tuple(letters), skipped=tuple(skipped), files=sending.drafts(survey, letters))
    if not order.go or order.drafts:
        return Sent(would=tuple(letters), skipped=tuple(skipped), in_doubt=doubtful)
    grave = [one for one in read_over(survey, on) if one.severity == "must"] if order.round == "request" else []
    if grave:
        raise FoideskError(
            f"the letter is not fit to go: {grave[0].what}", where="letter.md",
            next=f"{grave[0].next}; `foidesk send --check` has the rest",
        )  # fmt: skip
    done = sending.go(survey, letters)
    return replace(done, skipped=(*done.skipped, *skipped))
