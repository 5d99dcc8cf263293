"""What the bodies answered to their figures before print, and which of their answers say that one is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ..errors import FoideskError, UnknownName
from ..model import Event, Issue
from ..report import BodyReply
from ..store.events import event

if TYPE_CHECKING:
    from .survey import Survey

ANSWERED, SETTLED = "reply answered", "reply settled"
KIND = "contradiction"
"""The kind of issue that an answer opens which disputes a figure."""


def replies(survey: Survey) -> tuple[BodyReply, ...]:
    """Every answer kept, oldest first, with the finding that it disputes, if it does."""
    return tuple(_reply(one) for one in survey.store.events.all() if one.kind == ANSWERED)


def _reply(one: Event) -> BodyReply:
    said = dict(one.details)
    return BodyReply(one.body, said.get("text", ""), one.at[:10], said.get("disputes", ""))


def check_disputes(survey: Survey, finding: str) -> None:
    """`UnknownName` if the survey has no finding of that name."""
    names = [one.name for one in survey.work.results.findings]
    if finding and finding not in names:
        raise UnknownName(f"there is no finding {finding!r}", next=f"use one of: {', '.join(names[:8])}")


def disputes(survey: Survey) -> tuple[Issue, ...]:
    """One contradiction for each figure that a body says is wrong, until a person has settled it."""
    return tuple(_open(survey, survey.store.events.all()))


def _open(survey: Survey, events: Sequence[Event]) -> Iterator[Issue]:
    titles = {one.name: one.title for one in survey.work.results.findings}
    for at, one in enumerate(events):
        finding = dict(one.details).get("disputes", "")
        settled = any(later.kind == SETTLED and later.body == one.body for later in events[at + 1 :])
        if one.kind != ANSWERED or not finding or settled:
            continue
        said = " ".join(dict(one.details).get("text", "").split())
        yield Issue(
            KIND, "warning", f"the body says that “{titles.get(finding, finding)}” is wrong: “{said}”",
            f"right of reply, {one.at[:10]}",
            f"Look at the figure again; then: foidesk reply --settle {one.body} --reason ...",
            blocks="publish", body=one.body, key=f"{finding} {one.at}",
        )  # fmt: skip


def settle(survey: Survey, body: str, who: str, reason: str) -> None:
    """Records that a person looked at what the body disputes, and what came of it."""
    if not reason.strip():
        raise FoideskError("settling it needs a reason", next='--reason "..."')
    if not any(one.body == body for one in disputes(survey)):
        raise UnknownName(f"{body!r} disputes no figure", next="`foidesk reply` shows what each body answered")
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    with survey.store.writing():
        survey.store.events.append([event(SETTLED, now, body=body, who=who, text=reason)])
