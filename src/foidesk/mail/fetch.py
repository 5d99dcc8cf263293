"""Replies at public addresses, each with the SHA-256 that its bytes must have."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from .. import __version__
from ..errors import CannotFetch, SurveyFileError

LIMIT = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reply to fetch: from which body, under which name to keep it, from where, and its SHA-256."""

    body: str
    name: str
    url: str
    sha256: str


def wanted(path: Path) -> tuple[Wanted, ...]:
    """What a replies.toml lists. `SurveyFileError` says which entry lacks what."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("replies", [])
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SurveyFileError(str(error), where=str(path), next="list each reply as [[replies]]") from error
    return tuple(_wanted(entry, number, path) for number, entry in enumerate(entries, 1))


def _wanted(entry: dict[str, str], number: int, path: Path) -> Wanted:
    for key in ("body", "url", "sha256"):
        if not entry.get(key):
            raise SurveyFileError(
                f"reply {number} has no {key!r}", where=str(path), next=f'add {key} = "..." to entry {number}'
            )
    name = entry.get("name") or PurePosixPath(urlsplit(entry["url"]).path).name
    return Wanted(entry["body"], PurePosixPath(name).name, entry["url"], entry["sha256"].lower())


def fetch(one: Wanted, folder: Path) -> Path:
    """The file below `folder/<body>/`, with the promised bytes; fetched only if not there yet.

    `CannotFetch` if the address does not answer, or answers with other bytes: nothing is then kept.
    """
    target = folder / one.body / one.name
    if target.exists() and _sha(target.read_bytes()) == one.sha256:
        return target
    data = _download(one)
    if _sha(data) != one.sha256:
        raise CannotFetch(
            f"the bytes at {one.url} are not those that were recorded (SHA-256 {_sha(data)[:12]}…, "
            f"expected {one.sha256[:12]}…)",
            next="the body may have replaced the file: save it by hand into replies/ and look at what changed",
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return target


def _download(one: Wanted) -> bytes:
    if urlsplit(one.url).scheme not in ("http", "https"):
        raise CannotFetch(f"{one.url} is not a web address", next="give an http or https address")
    import urllib.error
    import urllib.request  # of a second's run in which nothing changed, it alone would take a twentieth

    request = urllib.request.Request(one.url, headers={"User-Agent": f"foidesk/{__version__}"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            data: bytes = answer.read(LIMIT + 1)
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        raise CannotFetch(
            f"{one.url} did not answer: {error}", next=f"save the file by hand as replies/{one.body}/{one.name}"
        ) from error
    if len(data) > LIMIT:
        raise CannotFetch(f"{one.url} is larger than 200 MB", next="save it by hand if it is really wanted")
    return data


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
