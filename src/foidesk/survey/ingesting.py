"""ingest: every file of the drop folder is hashed, kept, and recorded as an event."""

from __future__ import annotations

import email.utils
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from .. import mail
from ..model import Event
from ..store.events import event
from .deliveries import received

if TYPE_CHECKING:
    from .survey import Survey

IGNORED_NAMES = (".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep")
IGNORED_STARTS = ("~$", ".~lock.", "._", ".writing-")


@dataclass(frozen=True, slots=True)
class Ingested:
    """What came in: new and changed files, files gone since last time, files ignored by name."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    unchanged: int = 0
    fetched: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """Plain data for --json."""
        return {name: _plain(getattr(self, name)) for name in self.__dataclass_fields__}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def ingest(survey: Survey, replies_toml: Path | None = None) -> Ingested:
    """Takes in what lies in the drop folder. Bytes first, then the event: a kill in between loses nothing."""
    fetched = _fetch(survey, replies_toml) if replies_toml else ()
    with survey.store.writing():
        found = _take_in(survey)
    survey.refresh()
    unmatched = survey.work.unmatched
    return Ingested(**found, fetched=fetched, unmatched=unmatched)


def _fetch(survey: Survey, replies_toml: Path) -> tuple[str, ...]:
    wanted = mail.wanted(replies_toml)
    paths = []
    for done, one in enumerate(wanted, 1):
        paths.append(mail.fetch(one, survey.replies))
        survey.progress("fetching", done, len(wanted))
    return tuple(path.relative_to(survey.replies).as_posix() for path in paths)


def _take_in(survey: Survey) -> dict[str, Any]:
    files = mail.scan(survey.replies)
    wanted = [found for found in files if not is_ignored(found.path)]
    known = received(survey.store.events.all())
    seen = survey.store.index.files()
    states = {found.path: _state(survey, found, seen) for found in wanted}
    fresh = [found for found in wanted if _document(known, found.path) != states[found.path][2]]
    removed = sorted(set(known) - set(states))
    last = {one.name: one.id for one in survey.store.events.all()}
    survey.store.events.append(
        [_received(found, states[found.path][2], last.get(found.path, "")) for found in fresh]
        + [_removed(known[path]) for path in removed]
    )
    if states != seen:
        survey.store.index.remember_files(states)
    return {
        "new": tuple(found.path for found in fresh if found.path not in known),
        "changed": tuple(found.path for found in fresh if found.path in known),
        "removed": tuple(removed),
        "ignored": tuple(found.path for found in files if is_ignored(found.path)),
        "unchanged": len(wanted) - len(fresh),
    }


def is_ignored(path: str) -> bool:
    """True for what an operating system or an office program leaves behind."""
    name = PurePosixPath(path).name
    return name in IGNORED_NAMES or name.startswith(IGNORED_STARTS) or "__MACOSX/" in path


def _document(known: dict[str, Event], path: str) -> str:
    return known[path].document if path in known else ""


def _state(survey: Survey, found: mail.Found, seen: dict[str, tuple[int, int, str]]) -> tuple[int, int, str]:
    """Size, stamp and hash; the file is read again only if size or stamp changed, or its original is gone."""
    before = seen.get(found.path)
    if before and before[:2] == (found.size, found.stamp) and survey.store.originals.has(before[2]):
        return before
    return found.size, found.stamp, survey.store.originals.keep(found.file.read_bytes())


def _received(found: mail.Found, document: str, last: str) -> Event:
    """The event; `after` names the last one of that path, so that bytes which come back are a new fact."""
    after = {"after": last} if last else {}
    return event("received", _when(found), document=document, name=found.path, size=str(found.size), **after)


def _removed(before: Event) -> Event:
    return event("removed", now(), document=before.document, name=before.name, after=before.id)


def _when(found: mail.Found) -> str:
    """The date a mail gives itself, else now: a file's own time says when it was copied, not when it came."""
    if found.file.suffix.lower() == ".eml":
        with found.file.open("rb") as file:
            header = file.read(16384).decode("latin-1")
        for line in header.splitlines():
            if line.lower().startswith("date:"):
                return _mail_date(line[5:]) or now()
    return now()


def _mail_date(text: str) -> str:
    try:
        return email.utils.parsedate_to_datetime(text.strip()).astimezone(UTC).isoformat()
    except (ValueError, TypeError):
        return ""


def now() -> str:
    """This moment, as events carry it."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()
