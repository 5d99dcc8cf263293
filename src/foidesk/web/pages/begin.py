"""A first run: replies dragged in or chosen become a survey."""

from __future__ import annotations

import tempfile
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from ...errors import FoideskError
from ...survey.starting import keep
from ..state import back_to, is_htmx
from .common import POST, Routes, action, desk_of, field


def begin(request: Request, form: FormData) -> Response:
    """Stages the files beside the survey-to-be, and drafts it."""
    desk = desk_of(request)
    if desk.served.is_survey:
        raise FoideskError("there is a survey here already", next="add replies on the overview")
    staged = Path(tempfile.mkdtemp(prefix="foidesk-"))
    if not _stage(form, staged):
        raise FoideskError("no file was chosen", next="choose the folder that holds the replies, or drag it in")
    desk.served.begin(staged, field(form, "title"))
    return Response(status_code=204) if is_htmx(request) else back_to("/")


def add(request: Request, form: FormData) -> Response:
    """More replies for a survey: into its drop folder, nothing written over."""
    desk = desk_of(request)
    count = _stage(form, desk.served.survey.replies)
    if not count:
        raise FoideskError("no file was chosen", next="choose the files, or drag them in")
    desk.served.update(take_in=True)
    request.session["flash"] = f"{count} file{'s' if count > 1 else ''} added to replies/."
    return Response(status_code=204) if is_htmx(request) else back_to("/")


def _stage(form: FormData, folder: Path) -> int:
    """Keeps each file below the folder, under a name that cannot lead out of it; how many there were."""
    paths = iter(one for one in form.getlist("path") if isinstance(one, str))
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    for one in files:
        keep(folder, next(paths, "") or one.filename or "", one.file.read())
    return len(files)


ROUTES: Routes = (("/begin", POST, action(begin)), ("/replies", POST, action(add)))
