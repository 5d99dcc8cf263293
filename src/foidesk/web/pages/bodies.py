"""The bodies, and one body with all that passed between us."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from ...errors import UnknownName
from ..state import back_to
from .common import GET, POST, Routes, action, desk_of, field


def bodies(request: Request) -> Response:
    desk = desk_of(request)
    return desk.page(request, "bodies.html", bodies=desk.served.survey.store.board.cards("body"))


def body(request: Request) -> Response:
    desk = desk_of(request)
    card = desk.served.survey.store.board.card("body-page", request.path_params["id"])
    if card is None:
        raise UnknownName("the survey has no such body", next="choose one from the list of bodies")
    return desk.page(request, "body.html", body=card)


def note(request: Request, form: FormData) -> Response:
    desk, id = desk_of(request), request.path_params["id"]
    desk.served.note(id, field(form, "text"), desk.who(request))
    request.session["flash"] = "Noted. It stays private, and shows when the figures are up to date."
    return back_to(f"/bodies/{id}")


ROUTES: Routes = (
    ("/bodies", GET, bodies),
    ("/bodies/{id}", GET, body),
    ("/bodies/{id}/notes", POST, action(note)),
)
