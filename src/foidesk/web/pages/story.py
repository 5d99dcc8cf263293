"""The story: the draft beside its verdicts, and behind each number its cell."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from ...errors import UnknownName
from ...survey import drafting
from ...survey.desk import jobs
from ..state import Desk, back_to, is_htmx
from .common import GET, POST, Routes, action, desk_of, field, waited


def story(request: Request) -> Response:
    desk = desk_of(request)
    text, mark = drafting.text_of(desk.served.survey)
    return desk.page(request, "story.html", text=text, mark=mark)


def verdicts(request: Request) -> Response:
    """The draft with its verdicts: fetched when the page is there, since checking may wait for the figures."""
    desk = desk_of(request)
    return desk.part(request, "verdicts", **_checked(desk))


def _checked(desk: Desk) -> dict[str, Any]:
    said = waited(desk.served.figures.submit(jobs.check, str(desk.served.folder)))
    # story_html escapes what the draft holds; only its own markup is let through.
    return {"checked": said, "html": Markup(said["html"]), "seen": drafting.text_of(desk.served.survey)[1]}


def save(request: Request, form: FormData) -> Response:
    desk = desk_of(request)
    mark = drafting.save(desk.served.survey, field(form, "text"), field(form, "mark"))
    if is_htmx(request):
        return desk.part(request, "verdicts", **_checked(desk), mark=mark)
    request.session["flash"] = "Saved and checked."
    return back_to("/story")


def accept(request: Request, form: FormData) -> Response:
    """Accepts the first reading of a claim: the span goes into the draft, and the draft is checked again.

    With a script the words of the editor come along and are saved first.
    """
    desk = desk_of(request)
    mark = field(form, "mark")
    if "text" in form:
        mark = drafting.save(desk.served.survey, field(form, "text"), mark)
    given, folder = field(form, "accept"), str(desk.served.folder)
    mark = waited(desk.served.figures.submit(jobs.accept, folder, given, mark, desk.who(request)))
    if is_htmx(request):
        text, mark = drafting.text_of(desk.served.survey)
        return desk.part(request, "verdicts", **_checked(desk), mark=mark, text=text)
    request.session["flash"] = "Accepted and checked."
    return back_to("/story")


def claim(request: Request) -> Response:
    """What a claim of the draft rests on."""
    desk = desk_of(request)
    claims = _checked(desk)["checked"]["claims"]
    number = int(request.path_params["number"])
    if not 1 <= number <= len(claims):
        raise UnknownName("the draft has no such claim", next="check the draft again")
    found = claims[number - 1]
    bound = found["reading"] if isinstance(found["reading"], dict) else {}
    card = desk.served.survey.store.board.card("finding-page", bound.get("finding", ""))
    lines = [line["key"] for line in card["lines"]] if card else []
    part = bound.get("part", "")
    given = {
        "claim": found,
        "finding": card,
        "body": bound.get("body", ""),
        "line": part if part in lines else "",
    }
    if is_htmx(request):
        return desk.part(request, "claim", **given)
    return desk.page(request, "claim.html", **given)


ROUTES: Routes = (
    ("/story", GET, story),
    ("/story", POST, action(save)),
    ("/story/accept", POST, action(accept)),
    ("/story/verdicts", GET, verdicts),
    ("/story/claim/{number:int}", GET, claim),
)
