"""Search over everything received."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ...model.places import parse_place
from ...store import Hit
from ..state import Desk
from .common import GET, Routes, desk_of


def search(request: Request) -> Response:
    desk = desk_of(request)
    words = request.query_params.get("q", "")[:400]
    count, hits = desk.served.survey.store.passages.find(words)
    return desk.page(request, "search.html", q=words, count=count, hits=[_hit(desk, one) for one in hits])


def _hit(desk: Desk, hit: Hit) -> dict[str, Any]:
    card = desk.served.survey.store.board.card("document", hit.document) or {}
    told = {name: card.get(name, "") for name in ("path", "body", "body_name")}
    where = {"document": hit.document, "place": hit.place, "in": parse_place(hit.place).describe()}
    return {"snippet": hit.snippet} | where | told


ROUTES: Routes = (("/search", GET, search),)
