"""ZIP: the files inside, nested ones included later by whoever reads them; paths are names, never places."""

from __future__ import annotations

import io
import zipfile
import zlib

from foidesk.model.protocols import Source

from .basket import Seen, plural
from .junk import why_ignored
from .refusals import cut, locked
from .remarks import note_ignored, note_unread
from .sniff import sniff

MAX_MEMBERS = 5_000
MAX_MEMBER = 500_000_000
MAX_TOTAL = 2_000_000_000
MAX_RATIO = 1_000
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, OverflowError)


def see(source: Source) -> Seen:
    """The files of an archive as attachments."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except _DAMAGED as error:
        raise cut(source.name) from error
    seen = Seen()
    members = [info for info in archive.infolist() if info.filename and not info.is_dir()]
    if _is_bomb(members, len(source.data)):
        _note_too_large(seen, members, source)
        return seen
    if members and all(info.flag_bits & 1 for info in members):
        raise locked(source.name)
    for info in members:
        _member(seen, archive, info, source)
    return seen


def _is_bomb(members: list[zipfile.ZipInfo], packed: int) -> bool:
    total = sum(info.file_size for info in members)
    single = any(info.file_size > MAX_MEMBER for info in members)
    thin = total > 50_000_000 and total > packed * MAX_RATIO
    return len(members) > MAX_MEMBERS or total > MAX_TOTAL or single or thin


def _note_too_large(seen: Seen, members: list[zipfile.ZipInfo], source: Source) -> None:
    total = sum(info.file_size for info in members)
    seen.note(
        "archive-too-large",
        f"The archive holds {plural(len(members), 'file')} of {total:,} bytes in all and was not unpacked.",
        source, "Unpack it by hand and add the files that matter.", severity="warning",
    )  # fmt: skip


def _member(seen: Seen, archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source) -> None:
    name = member_name(info)
    why = why_ignored(name)
    if why:
        note_ignored(seen, source, name, why)
        return
    try:
        data = _read(archive, info)
    except RuntimeError:
        note_unread(seen, source, name, "it asks for a password")
    except _DAMAGED:
        note_unread(seen, source, name, "it is cut or damaged")
    else:
        _keep(seen, name, data, source)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The member's bytes, never more than its directory entry promises."""
    with archive.open(info) as member:
        return member.read(info.file_size)


def _keep(seen: Seen, name: str, data: bytes, source: Source) -> None:
    if data:
        seen.attach(name, data, sniff(data, name))
    else:
        note_unread(seen, source, name, "it is empty")


def member_name(info: zipfile.ZipInfo) -> str:
    """The member's path as a name: no drive, no leading slash, no way up; old Windows names decoded."""
    raw = info.filename
    if not info.flag_bits & 0x800:
        raw = _old_name(raw)
    parts = [part for part in raw.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    if parts and parts[0].endswith(":"):
        parts = parts[1:]
    return "/".join(parts) or "unnamed"


def _old_name(name: str) -> str:
    """zipfile reads unmarked names as cp437; most are UTF-8 today."""
    try:
        return name.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name
