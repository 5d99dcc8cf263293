"""The findings: value, range, population, and every source with its place."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from ...errors import UnknownName
from ..state import is_htmx
from .common import GET, Routes, desk_of


def findings(request: Request) -> Response:
    desk = desk_of(request)
    return desk.page(request, "findings.html", findings=desk.served.survey.store.board.cards("finding"))


def finding(request: Request) -> Response:
    desk = desk_of(request)
    card = desk.served.survey.store.board.card("finding-page", request.path_params["name"])
    if card is None:
        raise UnknownName("the survey has no such finding", next="choose one from the list of findings")
    given = {
        "finding": card,
        "body": request.query_params.get("body", ""),
        "line": request.query_params.get("line", ""),
    }
    if is_htmx(request):
        return desk.part(request, "sources", **given)
    return desk.page(request, "finding.html", **given)


ROUTES: Routes = (("/findings", GET, findings), ("/findings/{name}", GET, finding))
