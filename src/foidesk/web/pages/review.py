"""Review: one question after another, each beside the place that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from ...errors import FoideskError
from ...model import UNREADABLE
from ...store import QuestionRow
from ...survey.endings import JOIN
from ...survey.serving import AnsweredMeanwhile
from ..state import back_to, is_htmx
from .common import GET, POST, Routes, action, desk_of, field

REASON = "as the document reads"
AHEAD = 4
"""How many questions ahead the pictures of their pages are fetched: drawing one can take longer than answering."""


def review(request: Request) -> Response:
    return desk_of(request).page(request, "review.html", **_item(request))


def decide(request: Request, form: FormData) -> Response:
    """Records the answer and draws the next item; figures follow behind."""
    desk, sitting = desk_of(request), desk_of(request).sitting(request)
    ids = [one for one in form.getlist("id") if isinstance(one, str)]
    answer = "other" if "use-other" in form else "answer"
    if answer not in form:
        raise FoideskError("no answer was chosen", next="choose one of the options")
    sitting.reason = field(form, "reason")
    try:
        said = _with_section(field(form, answer), field(form, "section"))
        made = desk.served.decide(ids, said, desk.who(request), sitting.reason, field(form, "note"))
        sitting.done.append(made)
        said = f"Recorded for {len(made)} places." if len(made) > 1 else "Recorded."
    except AnsweredMeanwhile as error:
        said = f"{error.what}. Nothing was recorded twice."
    return _next(request, said)


def _with_section(answer: str, section: str) -> str:
    """An ending with the section that a person wrote beside it, in place of the one offered."""
    if not section.strip() or answer == UNREADABLE:
        return answer
    return f"{answer.split(JOIN)[0]}{JOIN}{section.strip()}"


def later(request: Request, form: FormData) -> Response:
    """Puts the item behind the others, for this sitting only."""
    desk_of(request).sitting(request).later.add(field(form, "batch"))
    return _next(request, "Put off: it comes back after the others.")


def undo(request: Request, form: FormData) -> Response:
    """Takes back the last decision of this sitting, and shows its question again."""
    desk, sitting = desk_of(request), desk_of(request).sitting(request)
    if not sitting.done:
        return _next(request, "There is nothing to take back in this sitting.")
    desk.served.take_back(sitting.done.pop(), desk.who(request))
    return _next(request, "Taken back. Both rows stay on record.")


def one(request: Request) -> Response:
    """One batch, asked for by name (from a body's page)."""
    desk = desk_of(request)
    row = desk.served.survey.store.board.question(request.path_params["id"])
    rows = desk.served.open_in(row.batch) if row else []
    return desk.page(request, "review.html", **_shown(request, rows))


def _next(request: Request, said: str) -> Response:
    if is_htmx(request):
        return desk_of(request).part(request, "item", **_item(request, said), aside=True)
    request.session["flash"] = said
    return back_to("/review")


def _item(request: Request, said: str = "") -> dict[str, Any]:
    desk = desk_of(request)
    batches = desk.served.next_batches(desk.sitting(request).later, 1 + AHEAD)
    return _shown(request, batches[0] if batches else [], said, batches[1:])


def _shown(
    request: Request, rows: list[QuestionRow], said: str = "", following: Sequence[list[QuestionRow]] = ()
) -> dict[str, Any]:
    desk, sitting = desk_of(request), desk_of(request).sitting(request)
    ahead = [view for batch in following for row in batch[:1] for view in row.data["views"][:2]]
    return {
        "rows": [row.data for row in rows], "batch": rows[0].batch if rows else "", "said": said,
        "left": desk.served.open_count(), "reason": sitting.reason or REASON, "can_undo": bool(sitting.done),
        "ahead": [view for view in ahead if view["kind"] == "page"],
    }  # fmt: skip


ROUTES: Routes = (
    ("/review", GET, review),
    ("/review/{id}", GET, one),
    ("/review", POST, action(decide)),
    ("/review/later", POST, action(later)),
    ("/review/undo", POST, action(undo)),
)
