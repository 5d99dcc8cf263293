"""receive: mail and files taken in, matched by what our own letters put into them, and what they seem to say."""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import mail
from ..errors import FoideskError, UnknownName
from ..law.letters import EVENTS
from ..mail.feeds import is_day
from ..mail.matching import bare
from ..mail.settings import Server
from ..mail.whatdotheyknow import BATCH_SHEET, Told, told, told_by_letters
from ..model import Event
from ..readers.thread import ours
from ..store.events import event
from ..store.files import write_atomically
from .deliveries import THREAD, both_sides, is_download
from .ingesting import Ingested, ingest, is_ignored
from .letters import Letter, letters
from .requests import in_doubt, requests

if TYPE_CHECKING:
    from .survey import Survey

LARGEST = 5_000_000
"""No sheet or feed of states has so many bytes."""
ENCRYPTED = 0x1
INBOX, MAILBOX = "inbox", "mailbox"
"""Folders of replies/ for what was handed over, and for what came from the mail server."""


@dataclass(frozen=True, slots=True)
class Received:
    """What came in, what is matched, what waits in the tray, and what the letters suggest."""

    new: tuple[str, ...]
    known: int
    matched: int
    tray: tuple[dict[str, Any], ...]
    letters: tuple[dict[str, Any], ...]
    told: tuple[dict[str, str], ...] = ()
    stopped: str = ""
    ingested: Ingested | None = field(default=None, compare=False)
    look: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "new": list(self.new), "known": self.known, "matched": self.matched, "tray": list(self.tray),
            "letters": list(self.letters), "told": list(self.told), "stopped": self.stopped,
            "look": list(self.look),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Says:
    """What a person says of a letter: its id, what it was ("" agrees with the suggestion), and why."""

    letter: str
    step: str
    who: str
    reason: str
    until: str = ""
    on: date | None = None


def receive(survey: Survey, paths: Sequence[Path] = (), imap: bool = False, says: Says | None = None) -> Received:
    """Takes in the paths (files, folders, zips) and, if asked, one mailbox folder; then matches and reads all.

    With `says` it only records what a person says a letter was.
    """
    if says is not None:
        return Received((), 0, 0, (), (), confirm(survey, says))
    said: list[Told] = []
    new: list[str] = []
    known = 0
    for path in paths:
        for file in _files(path):
            if found := _told(file):
                said += found
                continue
            said += _told_inside(file)
            name = _keep(survey, file)
            new += [name] if name else []
            known += not name
    stopped = ""
    if imap:
        fetched, stopped = _mailbox(survey)
        new += fetched
    steps = _record(survey, said)
    ingested = ingest(survey)
    return Received(
        tuple(new), known, len({one.path.split("!")[0] for one in survey.work.matched}), tuple(_tray(survey)),
        tuple(one.as_json() for one in letters(survey) if _fresh(one, new)), tuple(steps), stopped, ingested,
        tuple(_look(survey, new)),
    )  # fmt: skip


def _look(survey: Survey, new: Sequence[str]) -> Iterator[str]:
    """What a person must look at in what came in: downloads that hold our letters too, and so are not read."""
    for one in both_sides(survey.work.deliveries, survey.work.reading):
        if one.where in new:
            yield f"{one.what}; {one.next}"


def _fresh(letter: Letter, new: Sequence[str]) -> bool:
    return letter.path.split("!")[0] in new


def _files(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise FoideskError("there is no such file or folder", where=str(path), next="name what is to be taken in")
    if path.is_dir():
        yield from (found.file for found in mail.scan(path) if not is_ignored(found.path))
    else:
        yield path


def _keep(survey: Survey, file: Path) -> str:
    """The path below replies/ under which the bytes are now kept; "" if these bytes had come in before."""
    data = file.read_bytes()
    sha = sha256(data).hexdigest()
    if any(one.kind == "received" and one.document == sha for one in survey.store.events.all()):
        return ""
    name = f"{INBOX}/{sha[:8]}/{file.name}"
    write_atomically(survey.replies / name, data)
    return name


# ---------------------------------------------------------------- the mailbox


def _mailbox(survey: Survey) -> tuple[list[str], str]:
    """Fetches what is new: the bytes first, then the fact. A cut connection loses nothing and repeats nothing."""
    server = mail.settings(survey.folder / "mail.toml").imap
    if server is None:
        raise FoideskError("no mailbox is set up", where="mail.toml", next="give [imap] host, user and folder")
    came: list[str] = []
    try:
        for path in _fetch(survey, server):
            came += [path] if path else []
    except FoideskError as error:
        if not came:
            raise
        return came, str(error)
    return came, ""


def _fetch(survey: Survey, server: Server) -> Iterator[str]:
    from ..mail.imap import fetch_folder

    events = survey.store.events.all()
    seen = frozenset(_place(dict(one.details)) for one in events if one.kind == "fetched")
    ours = {bare(one.name): one for one in events if one.kind in ("sent", "sending")}
    for one in fetch_folder(server, seen):
        sha = sha256(one.data).hexdigest()
        id = _message_id(one.data)
        path = "" if bare(id) in ours else f"{MAILBOX}/{sha[:16]}.eml"
        with survey.store.writing():
            if path:
                write_atomically(survey.replies / path, one.data)
            fact = event(
                "fetched", _now(), document=sha, name=id, validity=str(one.validity), uid=str(one.uid),
                folder=server.folder,
            )  # fmt: skip
            survey.store.events.append([fact])
            _own_copy(survey, id)
        yield path


def _own_copy(survey: Survey, id: str) -> None:
    """Our own letter in the mailbox ends the doubt whether it went out."""
    from .sending import end

    for trying in in_doubt(survey.store.events.all()):
        if id and bare(trying.name) == bare(id):
            end(survey, trying, was_sent=True, by="smtp; our own copy came")


def _place(details: dict[str, str]) -> tuple[int, int]:
    return int(details["validity"]), int(details["uid"])


def _message_id(data: bytes) -> str:
    head = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0].decode("latin-1")
    found = re.search(r"^message-id:\s*(\S+)", head, re.IGNORECASE | re.MULTILINE)
    return found[1] if found else ""


def _now() -> str:
    return datetime.now(UTC).replace(microsecond=0).isoformat()


# ---------------------------------------------------------------- what WhatDoTheyKnow told


def _told(file: Path) -> list[Told]:
    """The states in a request JSON, a feed or a batch sheet; nothing for any other file."""
    if file.suffix.lower() not in (".json", ".csv", ".atom", ".xml") or file.stat().st_size > LARGEST:
        return []
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    try:
        return told(file.name, text)
    except (ValueError, KeyError, TypeError, json.JSONDecodeError):
        return []


def _told_inside(file: Path) -> list[Told]:
    """What the sheet in the zip of a batch tells, and our own letters in the zip of a request.

    The letters of the bodies are read like any others.
    """
    if file.suffix.lower() != ".zip" or not zipfile.is_zipfile(file):
        return []
    with zipfile.ZipFile(file) as archive:
        names = [one.filename for one in archive.infolist()]
        sheets = [one for one in archive.infolist() if one.filename.lower().endswith(".csv")]
        if is_download(names):
            sheets = [one for one in archive.infolist() if one.filename == THREAD]
        small = [one for one in sheets if one.file_size <= LARGEST and not one.flag_bits & ENCRYPTED]
        try:
            texts = [(one.filename, archive.read(one).decode("utf-8-sig", "replace")) for one in small]
        except (zipfile.BadZipFile, NotImplementedError, OSError, zlib.error):
            return []  # the reader says what is wrong with it
    if is_download(names):
        return [one for _, text in texts for one in told_by_letters(*ours(text.encode()))]
    found = (text.partition("\n")[0] for _, text in texts)
    batch = [one for one, head in zip(texts, found, strict=True) if all(column in head for column in BATCH_SHEET)]
    return [one for name, text in batch for one in told(name, text)]


def _record(survey: Survey, said: Sequence[Told]) -> list[dict[str, str]]:
    """Records each state as a step of the body that it names; of an unknown authority only a line is shown."""
    bodies = survey.definition.bodies
    names = {name.casefold(): body.id for body in bodies for name in (*body.names, body.id)}
    called = {body.url_name: body.id for body in bodies if body.url_name}
    known = {(one.kind, one.body, one.name, one.at[:10]) for one in survey.store.events.all()}
    here = _known_steps(survey) if said else set()
    events, rows = [], []
    for one in said:
        body = called.get(one.url_name) or names.get(one.authority.casefold(), "")
        body = body or names.get(one.url_name.replace("_", "-"), "")
        rows.append(
            {"authority": one.authority, "body": body, "step": one.step, "state": one.state, "day": one.day}
        )
        kind = "sent" if one.step == "request" else "step"
        told_before = (kind, body, one.url, one.day) in known or (body, one.step, one.day) in here
        if body and one.step and one.day and not told_before:
            extra = {"round": "request"} if kind == "sent" else {"step": one.step, "words": one.state}
            events.append(
                event(kind, f"{one.day}T00:00:00+00:00", body=body, name=one.url, by="WhatDoTheyKnow", **extra)
            )
    with survey.store.writing():
        survey.store.events.append(events)
    return rows


def _known_steps(survey: Survey) -> set[tuple[str, str, str]]:
    """Body, step and day of all that is known already, from our letters, theirs and what people said."""
    return {(one.body, step.kind, step.day.isoformat()) for one in requests(survey) for step in one.steps}


# ---------------------------------------------------------------- the tray, and what a person says


def _tray(survey: Survey) -> Iterator[dict[str, Any]]:
    """What waits for a person: each file with the bodies that it may be from, likeliest first."""
    for choice in survey.work.senders_asked:
        likely = survey.work.likely(choice)
        yield {"id": choice.id[:8], "path": choice.locators[0].quote, "likely": list(likely)}


def confirm(survey: Survey, says: Says) -> tuple[dict[str, str], ...]:
    """Records what a letter was, as a person says; what was said of it before no longer holds."""
    one, until = _letter_of(survey, says.letter), says.until
    steps = [step.strip() for step in says.step.split(";") if step.strip()] or _offered(one) or [""]
    for step in steps:
        if step not in EVENTS and step not in ("clarification given", "fee paid", "withdrawn", "none"):
            raise UnknownName(f"there is no step {step!r}", next=f"use one of: {', '.join(EVENTS)}")
    if until and not is_day(until):
        raise FoideskError(f"{until!r} is no day", next="write it as 2026-03-31")
    day = says.on or one.day
    with survey.store.writing():
        before = [dict(each.details) for each in survey.store.events.all() if each.document == one.document]
        said = str(1 + max((int(each.get("said", "0")) for each in before), default=0))
        survey.store.events.append([_said(one, step, says, day, said) for step in steps])
    survey.refresh()
    return tuple({"body": one.body, "letter": one.id, "step": step, "day": day.isoformat()} for step in steps)


def _offered(one: Letter) -> list[str]:
    """What the letter is taken for where the person only confirms it."""
    return [event.event for event in one.seen.suggested]


def _said(one: Letter, step: str, says: Says, day: date, said: str) -> Event:
    """One step as a person told it; `said` counts how often somebody spoke of this letter."""
    known = (*one.seen.suggested, *one.seen.events)
    words = next((seen.words for seen in known if seen.event == step), "")
    details = {"step": step, "who": says.who, "reason": says.reason, "words": words, "said": said}
    details |= {"until": says.until} if says.until else {}
    return event("step", f"{day.isoformat()}T00:00:00+00:00", body=one.body, document=one.document, **details)


def _letter_of(survey: Survey, id: str) -> Letter:
    found = [one for one in letters(survey) if one.document.startswith(id)] if id else []
    if len({one.document for one in found}) != 1:
        raise UnknownName(f"there is no letter {id!r}", next="`foidesk receive` lists them with their ids")
    return found[0]
