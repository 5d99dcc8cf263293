"""A document as it was read, with one place marked; and entering a figure from it by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from ...errors import UnknownName
from ...survey.desk import jobs
from ...survey.entering import Entry
from ..state import back_to
from .common import GET, POST, Routes, action, desk_of, done, field, waited

SHA = re.compile(r"[0-9a-f]{64}\Z")
PAGE = re.compile(r"page \d{1,6} \[[-\d. ]{7,80}\]\Z")
SHARPNESS = (96, 192)


def _card(request: Request) -> dict[str, Any]:
    """What is known of the document; nothing but a hash that the survey holds is ever looked for."""
    sha = request.path_params["document"]
    card = desk_of(request).served.survey.store.board.card("document", sha) if SHA.match(sha) else None
    if card is None:
        raise UnknownName("the survey holds no such document", next="open it from the body's page")
    found: dict[str, Any] = card
    return found


async def _looked_at(request: Request, card: dict[str, Any]) -> dict[str, Any]:
    desk, at = desk_of(request), request.query_params.get("at", "")
    job = desk.served.pictures.submit(jobs.place, str(desk.served.folder), card["document"], card["name"], at)
    found: dict[str, Any] = await done(job)
    return found | {"path": card["path"]}


async def document(request: Request) -> Response:
    desk, card = desk_of(request), _card(request)
    entered = [one for one in desk.served.standing_figures() if one.evidence[0].document == card["document"]]
    return desk.page(request, "document.html", card=card, view=await _looked_at(request, card), entered=entered)


async def place(request: Request) -> Response:
    """Only the page, sheet or text with its mark, for a panel."""
    return desk_of(request).part(request, "place", view=await _looked_at(request, _card(request)))


async def picture(request: Request) -> Response:
    """The page as a PNG, drawn in a process of its own."""
    desk, card = desk_of(request), _card(request)
    page, dpi = request.path_params["page"], 192 if request.query_params.get("sharp") else 96
    path = str(jobs.picture_path(desk.served.survey, card["document"], page, dpi))
    if not Path(path).exists():
        given = (str(desk.served.folder), card["document"], page, dpi)
        path = await done(desk.served.pictures.submit(jobs.picture, *given))
    if not path:
        raise UnknownName("the document has no such page", next="open it from the body's page")
    return FileResponse(path, media_type="image/png", headers={"Cache-Control": "private, max-age=86400"})


async def strip(request: Request) -> Response:
    """The lines around a place of a page, as a PNG."""
    desk, card, at = desk_of(request), _card(request), request.query_params.get("at", "")
    if not PAGE.match(at):
        raise UnknownName("this is no place on a page", next="open the document from the body's page")
    data = await done(desk.served.pictures.submit(jobs.strip, str(desk.served.folder), card["document"], at))
    if not data:
        raise UnknownName("the document has no such page", next="open it from the body's page")
    return Response(data, media_type="image/png", headers={"Cache-Control": "private, max-age=86400"})


def figure(request: Request, form: FormData) -> Response:
    """Records a figure that a person read here: by a box drawn, a cell named, or the words."""
    desk, card = desk_of(request), _card(request)
    found = waited(
        desk.served.pictures.submit(
            jobs.locate, str(desk.served.folder), card["document"], card["name"],
            field(form, "surface"), field(form, "box") or field(form, "named"),
        )
    )  # fmt: skip
    where = {name.removeprefix("where:"): str(value) for name, value in form.items()
             if name.startswith("where:") and value}  # fmt: skip
    entry = Entry(
        body=field(form, "body") or card["body"], document=card["document"], place=found["place"],
        quote=found["quote"], value=field(form, "value"), measure=field(form, "measure"), who=desk.who(request),
        reason=field(form, "reason"), where=where, period=field(form, "period"), note=field(form, "note"),
    )  # fmt: skip
    desk.sitting(request).done.append(desk.served.enter(entry))
    request.session["flash"] = f"Recorded: {entry.value} from “{found['quote'] or found['place']}”."
    return back_to(request.url.path)


def take_back(request: Request, form: FormData) -> Response:
    desk = desk_of(request)
    desk.served.take_back(
        [field(form, "judgement")], desk.who(request), field(form, "reason") or "entered in error"
    )
    request.session["flash"] = "Taken back. Both rows stay on record."
    return back_to(f"/document/{_card(request)['document']}")


ROUTES: Routes = (
    ("/document/{document}", GET, document),
    ("/place/{document}", GET, place),
    ("/picture/{document}/{page:int}.png", GET, picture),
    ("/strip/{document}.png", GET, strip),
    ("/document/{document}", POST, action(figure)),
    ("/document/{document}/take-back", POST, action(take_back)),
)
