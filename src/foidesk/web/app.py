"""The routes of the desk: which address shows which page, which does what."""

from __future__ import annotations

import secrets
from inspect import iscoroutinefunction
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ..errors import FoideskError
from ..survey.serving import Served
from .pages import begin, bodies, codebook, documents, findings, front, review, search, story
from .pages.common import Handler
from .safety import Guard
from .state import Desk, back_to, is_htmx

STATIC = Path(__file__).parent / "static"
ALWAYS = (front, begin)
WITH_FIGURES = (review, bodies, codebook, findings, story, search, documents)
"""Pages that show figures: until there are some, they show how far the reading is."""


def build(served: Served, port: int) -> tuple[Starlette, Desk]:
    """The application for one folder on one port, and what its pages share."""
    desk = Desk(served)
    routes = [Route(path, handler, methods=methods) for page in ALWAYS for path, methods, handler in page.ROUTES]
    for page in WITH_FIGURES:
        routes += [Route(path, _once_read(handler), methods=methods) for path, methods, handler in page.ROUTES]
    hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
    app = Starlette(
        routes=[*routes, Mount("/static", StaticFiles(directory=STATIC))],
        middleware=[
            Middleware(SessionMiddleware, secret_key=secrets.token_hex(32), session_cookie=f"foidesk-{port}",
                       same_site="strict", max_age=None),
            Middleware(Guard, hosts=hosts),
        ],
        exception_handlers={FoideskError: _problem, 404: _missing, 500: _unexpected},
    )  # fmt: skip
    app.state.desk = desk
    return app, desk


def _once_read(handler: Handler) -> Handler:
    """The handler; before the first figures are there, the page that waits for them."""

    async def waiting(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        if not desk.served.meta:
            return desk.page(request, "waiting.html") if desk.served.is_survey else back_to("/")
        if iscoroutinefunction(handler):
            answer: Response = await handler(request)
            return answer
        return await run_in_threadpool(_shown, request)

    def _shown(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        with desk.served.survey.store.board.kept_open():
            shown: Response = handler(request)
            return shown

    return waiting


async def _problem(request: Request, error: Exception) -> Response:
    """What is wrong, where, and what to do next: as a page, or in place for htmx."""
    desk: Desk = request.app.state.desk
    given: dict[str, Any] = {"what": "", "where": "", "next": str(error)}
    if isinstance(error, FoideskError):
        given = {"what": error.what, "where": error.where, "next": error.next}
    if is_htmx(request):
        answer = desk.part(request, "problem", 409, **given)
        answer.headers.update({"HX-Retarget": "#say", "HX-Reswap": "innerHTML"})
        return answer
    return desk.page(request, "problem.html", 409, **given)


async def _unexpected(request: Request, error: Exception) -> Response:
    """An error of foidesk itself; as bare text, since a page could fail for the same reason."""
    said = f"foidesk met an error that it did not expect: {type(error).__name__}: {error}\n\n"
    then = (
        "Every decision made before is on disk. Go back and try again; if it stays, end the desk and run it again."
    )
    return PlainTextResponse(said + then, 500)


async def _missing(request: Request, error: Exception) -> Response:
    desk: Desk = request.app.state.desk
    given = {"what": "there is no such page", "where": request.url.path, "next": "go on from the overview"}
    return desk.page(request, "problem.html", 404, **given)
