"""The codebook: the words found, what they mean, and an edit that is looked at before it is saved."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from ...errors import UnknownName
from ...survey import recoding
from ...survey.desk import jobs
from ..state import back_to
from .common import GET, POST, Routes, action, desk_of, field, waited

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def codebook(request: Request) -> Response:
    desk = desk_of(request)
    return desk.page(request, "codebook.html", variables=desk.served.survey.store.board.cards("variable"))


def workbook(request: Request) -> Response:
    """The codebook as XLSX, to be worked on elsewhere."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "codebook.xlsx"
        desk_of(request).served.survey.codebook(to=path)
        data = path.read_bytes()
    return Response(data, media_type=XLSX, headers={"Content-Disposition": 'attachment; filename="codebook.xlsx"'})


def variable(request: Request) -> Response:
    desk = desk_of(request)
    card = desk.served.survey.store.board.card("variable", request.path_params["id"])
    if card is None:
        raise UnknownName("the codebook has no such variable", next="choose one from the list")
    return desk.page(request, "variable.html", variable=card)


def preview(request: Request, form: FormData) -> Response:
    """What the edit would change, worked out but not saved."""
    desk, id = desk_of(request), request.path_params["id"]
    edit = _edit(id, form)
    said = waited(desk.served.figures.submit(jobs.preview, str(desk.served.folder), [edit]))
    return desk.page(request, "recode.html", said=said, edit=edit, edits=json.dumps(said["edits"]), variable=id)


def _edit(id: str, form: FormData) -> dict[str, Any]:
    words = [one for one in form.getlist("words") if isinstance(one, str)]
    fields = {name: field(form, name) for name in ("do", "category", "into", "label", "parent")}
    return {"variable": id, "words": words} | fields


def save(request: Request, form: FormData) -> Response:
    desk = desk_of(request)
    edits = json.loads(field(form, "edits", "[]"))
    recoding.save(desk.served.survey, edits, field(form, "mark"), desk.who(request))
    desk.served.update()
    request.session["flash"] = "Saved. The codebook has a new version; the figures are being updated."
    return back_to(f"/codebook/{request.path_params['id']}")


ROUTES: Routes = (
    ("/codebook", GET, codebook),
    ("/codebook.xlsx", GET, workbook),
    ("/codebook/{id}", GET, variable),
    ("/codebook/{id}/preview", POST, action(preview)),
    ("/codebook/{id}/save", POST, action(save)),
)
