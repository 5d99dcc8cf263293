"""What the desk lets do in another process. Jobs take and give plain data; the survey stays there."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread, Timer
from typing import Any

from ...errors import Blocked, FoideskError
from ...model import Box, Locator, PagePlace, SheetPlace, TextPlace
from ...model.places import parse_place
from ..survey import Survey
from . import views

SEALED = "sealed: "
"""How the readers mark what a file says of those who wrote it: measured, its words left unread."""
ABOVE = 40.0
"""Points of the page above and below a place that are shown with it."""
LONGEST = 60.0
"""Seconds that drawing one page may take; then its process ends, and the next picture starts another."""

_surveys: dict[str, Survey] = {}
_report: Callable[[tuple[str, int, int]], None] = lambda said: None  # noqa: E731


def start(queue: Any, behind: bool) -> None:
    """Run once in a new process: where to report progress to; it ends when the desk does, however that ended.

    `behind` gives way to the desk itself, which somebody is waiting for.
    """
    global _report
    _report = queue.put
    if behind:
        _give_way()
    Thread(target=_end_with_the_desk, daemon=True).start()


def _give_way() -> None:
    """Lets everything else that wants the processor have it first."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
    else:
        os.nice(5)


def _end_with_the_desk() -> None:
    desk = multiprocessing.parent_process()
    if desk is not None:
        desk.join()
        os._exit(0)


def _survey(folder: str) -> Survey:
    if folder not in _surveys:
        _surveys[folder] = Survey(Path(folder), lambda stage, done, of: _report((stage, done, of)))
    return _surveys[folder]


def warm() -> bool:
    """Imports what pictures need, so that the first one is quick."""
    from ...readers import images

    return bool(images)


def refresh(folder: str, take_in: bool) -> dict[str, Any]:
    """Takes in what lies in the drop folder if asked to, computes, and puts up the board."""
    from . import building

    survey = _survey(folder)
    taken = survey.ingest().as_json() if take_in else {}
    return {"values": building.build(survey), "ingested": taken}


def begin(folder: str, staged: str, title: str) -> dict[str, Any]:
    """A survey drafted from a folder of replies (or taken over from a survey folder), with its first figures."""
    from ..starting import start_from

    start_from(Path(folder), Path(staged), title, lambda stage, done, of: _report((stage, done, of)))
    shutil.rmtree(staged, ignore_errors=True)
    return refresh(folder, take_in=True)


def check(folder: str) -> dict[str, Any]:
    """The draft with a verdict on every claim."""
    from ..drafting import checked_draft

    return checked_draft(_survey(folder))


def accept(folder: str, given: str, seen: str, who: str) -> str:
    """Writes the span that accepts a first reading; the draft's new fingerprint."""
    from ..drafting import accept

    return accept(_survey(folder), given, seen, who)


def publish(folder: str, draft: bool) -> dict[str, Any]:
    """The site, or what stands in its way."""
    survey = _survey(folder)
    survey.refresh()
    try:
        return survey.publish(draft=draft).as_json()
    except Blocked as error:
        return {"blocked": error.what, "where": error.where, "next": error.next}


def before_publication(folder: str) -> list[dict[str, Any]]:
    """The questions that have to be answered before the site may go out, and have no answer that holds."""
    from ..clearing import open_questions

    survey = _survey(folder)
    survey.refresh()
    names = {body.id: body.name for body in survey.definition.bodies}
    return [
        {"id": one.id, "question": one.question, "body": names.get(one.body, ""),
         "options": [{"id": option.id, "label": option.label} for option in one.options]}
        for one in open_questions(survey)
    ]  # fmt: skip


def clear(folder: str, answers: dict[str, str], who: str, reason: str) -> int:
    """Records answers to them; how many there were."""
    from .. import clearing, deciding

    survey = _survey(folder)
    survey.refresh()
    asked = {one.id: one for one in clearing.open_questions(survey) if one.id in answers}
    version = survey.definition.codebook.version
    made = [
        deciding.judgement_on(one, deciding.find_option(one, answers[id]), version, who, reason, "")
        for id, one in asked.items()
    ]
    with survey.store.writing():
        size = survey.store.decisions.size
        dated = [deciding.dated(one, size + number) for number, one in enumerate(made)]
        survey.store.decisions.append(*dated)
    survey.refresh()
    return len(dated)


def preview(folder: str, edits: list[dict[str, Any]]) -> dict[str, Any]:
    """What editing the codebook would change in the findings."""
    from ..recoding import preview as look

    return look(_survey(folder), edits)


def place(folder: str, document: str, name: str, text: str) -> dict[str, Any]:
    """A whole page, sheet or text with one place marked; `text` as `place_text` writes it, or a surface's name."""
    survey = _survey(folder)
    reading = survey.work.room.reading(document, name)
    visible = list(reading.visible_parts())
    surfaces = [{"name": part.name, "kind": part.kind} for part in visible]
    told = [(name.removeprefix(SEALED), size) for name, size in reading.metadata if name.startswith(SEALED)]
    about = {"surfaces": surfaces, "document": document, "metadata": told}
    at = _place(text, visible)
    if at is None:
        return {"kind": "none"} | about
    shown = views.view([Locator(document, at, "")], reading, {document: name})
    part = views.part_of(reading, Locator(document, at, ""))
    if part is not None and part.layer == "cells" and isinstance(at, SheetPlace):
        shown |= views.sheet(part, reading, [at], around=60)
    if part is not None and isinstance(at, TextPlace):
        shown |= views.text(part, [at], "", around=20_000)
    sealed = [part.name for part in reading.parts if part.hidden]
    return shown | about | {"sealed": len(sealed)}


def _place(text: str, parts: list[Any]) -> Any:
    try:
        return parse_place(text)
    except ValueError:
        pass
    part = next((one for one in parts if one.name == text), parts[0] if parts else None)
    if part is None:
        return None
    if part.layer == "cells":
        return SheetPlace(part.name, 1, 1, 1, 1)
    pages = [one for one in parts if one.kind == "page"]
    if part in pages:
        number = part.name.removeprefix("page ")
        return PagePlace(int(number) if number.isdecimal() else 1 + pages.index(part), Box(0, 0, 0, 0))
    return TextPlace(part.name, 0, 0)


def strip(folder: str, document: str, place: str) -> bytes:
    """A PNG of the lines of a page around a place, the place marked; b"" if it is on no page."""
    from ...readers import images

    at = parse_place(place)
    if not isinstance(at, PagePlace):
        return b""
    try:
        return images.page_strip(_survey(folder).store.originals.get(document), at.page, [at.box], ABOVE)
    except FoideskError:
        return b""


def locate(folder: str, document: str, name: str, surface: str, said: str) -> dict[str, str]:
    """The place that a person means by a box, a cell or words, and the visible words that stand there."""
    from .locating import locate

    reading = _survey(folder).work.room.reading(document, name)
    return locate(reading, document, surface, said)


def picture_path(survey: Survey, document: str, page: int, dpi: int) -> Path:
    """Where the PNG of a page lies, once it was drawn."""
    return survey.store.cache.folder / "pictures" / document[:2] / f"{document}-{page}-{dpi}.png"


def picture(folder: str, document: str, page: int, dpi: int) -> str:
    """The path of a PNG of the page, drawn now if it was not before; "" if the document has no such page."""
    from ...readers import images

    survey = _survey(folder)
    path = picture_path(survey, document, page, dpi)
    if path.exists():
        return str(path)
    late = Timer(LONGEST, os._exit, [1])
    late.daemon = True
    late.start()
    try:
        data = images.page_image(survey.store.originals.get(document), page, (), dpi, quick=True)
    except FoideskError:
        return ""
    finally:
        late.cancel()
    from ...store.files import write_atomically

    write_atomically(path, data)
    return str(path)
