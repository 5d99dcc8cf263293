"""BagIt (RFC 8493): a folder whose every byte is listed with its SHA-256, written and checked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from foidesk.errors import FoideskError

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"


def write_bag(folder: Path, files: Iterable[tuple[str, bytes]], info: Iterable[tuple[str, str]]) -> int:
    """Writes a bag of the files (paths below `data/`) into an empty folder; gives how many it holds.

    The manifest is written last: a bag cut short by a kill does not verify.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FoideskError(
            "the folder is not empty", where=str(folder), next="name a new one: a bag is never changed"
        )
    sums, size = [], 0
    for name, data in files:
        path = safe(name)
        target = folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        sums.append((f"data/{path}", hashlib.sha256(data).hexdigest()))
        size += len(data)
    told = (*info, ("Payload-Oxum", f"{size}.{len(sums)}"))
    tags = {"bagit.txt": DECLARATION, "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in told)}
    tags[MANIFEST] = _manifest(sums)
    tags[TAGS] = _manifest((name, hashlib.sha256(text.encode()).hexdigest()) for name, text in tags.items())
    for name, text in tags.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    return len(sums)


def _manifest(sums: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{sha}  {path}\n" for path, sha in sorted(sums))


def safe(name: str) -> str:
    """The name without the signs that programs write into a manifest in different ways."""
    return re.sub(r"[%\r\n]", "_", name)


def is_bag(folder: Path) -> bool:
    return (folder / "bagit.txt").is_file()


def faults(folder: Path) -> list[str]:
    """What is wrong with a bag: files missing, changed, or not listed. Empty for a bag that verifies."""
    return [*listed_faults(folder, MANIFEST), *listed_faults(folder, TAGS), *_unlisted(folder)]


def listed_faults(folder: Path, manifest: str) -> list[str]:
    """The files of a list of sums that are missing or changed; a list that is not there is a fault itself."""
    if not (folder / manifest).is_file():
        return [f"{manifest} is missing"]
    return [fault for sha, path in read_sums(folder / manifest) if (fault := _fault(folder, path, sha))]


def read_sums(manifest: Path) -> Iterator[tuple[str, str]]:
    """Each (SHA-256, path) of a list of sums."""
    for line in manifest.read_text("utf-8").splitlines():
        sha, _, path = line.partition("  ")
        if path:
            yield sha, path


def _fault(folder: Path, path: str, sha: str) -> str:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts:
        return f"{path} lies outside"
    try:
        data = (folder / path).read_bytes()
    except OSError:
        return f"{path} is missing"
    return "" if hashlib.sha256(data).hexdigest() == sha else f"{path} was changed"


def _unlisted(folder: Path) -> list[str]:
    if not (folder / MANIFEST).is_file():
        return []
    listed = {path for _, path in read_sums(folder / MANIFEST)}
    there = (path.relative_to(folder).as_posix() for path in (folder / "data").rglob("*") if path.is_file())
    return [f"{path} is not listed" for path in sorted(there) if path not in listed]
