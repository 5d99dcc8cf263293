"""What the handlers share: reading a form, waiting for a job in the back room."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from ...errors import FoideskError
from ..state import Desk

Handler = Callable[[Request], Any]
Routes = tuple[tuple[str, list[str], Handler], ...]
GET, POST = ["GET"], ["POST"]
MOST_FILES = 50_000


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def action(act: Callable[[Request, FormData], Response]) -> Callable[[Request], Awaitable[Response]]:
    """A handler for a form; it runs in a thread, so that one slow disk stops nobody else."""

    async def handler(request: Request) -> Response:
        async with request.form(max_files=MOST_FILES, max_fields=MOST_FILES) as form:
            return await run_in_threadpool(_act, request, form)

    def _act(request: Request, form: FormData) -> Response:
        with desk_of(request).served.survey.store.board.kept_open():
            return act(request, form)

    return handler


def field(form: FormData, name: str, default: str = "") -> str:
    """The text of a field; a file where text is expected counts as nothing."""
    value = form.get(name, default)
    return value if isinstance(value, str) else default


async def done(future: Future[Any]) -> Any:
    """What a job gave; a `FoideskError` if its process died over it."""
    try:
        return await asyncio.wrap_future(future)
    except BrokenProcessPool:
        raise FoideskError(
            "this file ended the program that draws it",
            next="look at the original in the survey's replies/ folder",
        ) from None


def waited(future: Future[Any]) -> Any:
    """The same, in a thread."""
    try:
        return future.result()
    except BrokenProcessPool:
        raise FoideskError(
            "this file ended the program that draws it",
            next="look at the original in the survey's replies/ folder",
        ) from None
