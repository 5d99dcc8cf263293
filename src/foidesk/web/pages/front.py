"""The way in, the overview, the pulse of the figures, publishing, the published site."""

from __future__ import annotations

import secrets
from pathlib import Path

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from ...errors import FoideskError, UnknownName
from ...survey.desk import jobs
from ..state import back_to
from .common import GET, POST, Routes, action, desk_of, field, waited


def enter(request: Request) -> Response:
    """Opens the desk to the browser that brings an unused token."""
    if request.session.get("id") and not request.query_params.get("token"):
        return back_to("/")
    if not desk_of(request).door.admit(request.query_params.get("token", "")):
        if request.session.get("id"):
            return back_to("/")
        return PlainTextResponse("This link was used already. `foidesk serve` prints a new one each time.", 403)
    request.session["id"] = secrets.token_urlsafe(16)
    return back_to("/")


def favicon(request: Request) -> Response:
    return FileResponse(Path(__file__).parents[1] / "static" / "favicon.svg")


def overview(request: Request) -> Response:
    desk = desk_of(request)
    if not desk.served.is_survey and not desk.served.updating:
        return desk.page(request, "begin.html", folder=str(desk.served.folder))
    board = desk.served.survey.store.board
    if not desk.served.meta:
        return desk.page(request, "waiting.html")
    return desk.page(
        request, "overview.html", status=board.card("overview"), bodies=board.cards("body"),
        headlines=[one for one in board.cards("finding") if one["headline"]],
    )  # fmt: skip


def beat(request: Request) -> Response:
    desk = desk_of(request)
    desk.served.keep_current()
    return desk.part(request, "pulse")


def waiting(request: Request) -> Response:
    """The progress of a first run; once there are figures, the browser is sent to them."""
    desk = desk_of(request)
    if desk.served.meta and not desk.served.updating:
        return Response(headers={"HX-Redirect": "/"})
    return desk.part(request, "waiting")


def update(request: Request, form: FormData) -> Response:
    """Takes in what lies in replies/, and computes anew."""
    desk_of(request).served.update(take_in=True)
    return back_to(_local(field(form, "back")))


def _local(path: str) -> str:
    """A path of the desk; anything that could lead elsewhere becomes the overview."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"


def name(request: Request, form: FormData) -> Response:
    request.session["who"] = " ".join(field(form, "who").split())[:80]
    return back_to(_local(field(form, "back")))


def invite(request: Request, form: FormData) -> Response:
    """A link for a second browser."""
    desk = desk_of(request)
    link = f"http://{request.headers['host']}/enter?token={desk.door.invite()}"
    return desk.page(request, "invite.html", link=link)


def publishing(request: Request) -> Response:
    desk = desk_of(request)
    site = desk.served.folder / "site" / "index.html"
    return desk.page(request, "publish.html", said=None, has_site=site.exists())


def questions(request: Request) -> Response:
    """What a person answers before publication: fetched by the page, since it may wait for the figures."""
    desk = desk_of(request)
    asked = waited(desk.served.figures.submit(jobs.before_publication, str(desk.served.folder)))
    return desk.part(request, "clearance", asked=asked)


def clear(request: Request, form: FormData) -> Response:
    """Records the answers given; those left open stay open."""
    desk, reason = desk_of(request), field(form, "reason")
    if not reason.strip():
        raise FoideskError("the answers need a reason", next="say in a few words what was looked at")
    given = {
        name.removeprefix("answer:"): str(value) for name, value in form.items() if name.startswith("answer:")
    }
    job = desk.served.figures.submit(jobs.clear, str(desk.served.folder), given, desk.who(request), reason)
    count = waited(job)
    request.session["flash"] = f"{count} answer{'s' if count != 1 else ''} recorded."
    return back_to("/publish")


def publish(request: Request, form: FormData) -> Response:
    desk = desk_of(request)
    draft = field(form, "draft") == "yes"
    said = waited(desk.served.figures.submit(jobs.publish, str(desk.served.folder), draft))
    site = desk.served.folder / "site" / "index.html"
    return desk.page(request, "publish.html", said=said, has_site=site.exists())


def site(request: Request) -> Response:
    """A file of the published site."""
    folder = (desk_of(request).served.folder / "site").resolve()
    path = (folder / request.path_params["path"]).resolve()
    path = path / "index.html" if path.is_dir() else path
    if not path.is_relative_to(folder) or not path.is_file():
        raise UnknownName("there is no such page in the site", next="publish, then open it again")
    return FileResponse(path)


ROUTES: Routes = (
    ("/enter", GET, enter),
    ("/favicon.ico", GET, favicon),
    ("/", GET, overview),
    ("/pulse", GET, beat),
    ("/waiting", GET, waiting),
    ("/update", POST, action(update)),
    ("/name", POST, action(name)),
    ("/invite", POST, action(invite)),
    ("/publish", GET, publishing),
    ("/publish", POST, action(publish)),
    ("/publish/questions", GET, questions),
    ("/publish/questions", POST, action(clear)),
    ("/site/{path:path}", GET, site),
)
