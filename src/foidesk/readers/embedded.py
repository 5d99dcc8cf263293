"""Documents that were pasted into an office file."""

from __future__ import annotations

import io
import struct

from foidesk.model.protocols import Source

from .basket import Seen
from .packages import Package
from .remarks import note_unread
from .sniff import UNKNOWN, sniff

_WRAPPED, _BARE = "\x01Ole10Native", ("Package", "CONTENTS")


def attach_embedded(seen: Seen, package: Package, folder: str, source: Source) -> None:
    """Attach the documents under `embeddings/`: a pasted workbook holds the figures behind its picture."""
    for member in package.names():
        if not member.startswith(folder + "embeddings/") or member.endswith("/"):
            continue
        name, data = unwrapped(member.rpartition("/")[2], package.bytes(member))
        media_type = sniff(data, name) if data else UNKNOWN
        if media_type == UNKNOWN:
            note_unread(seen, source, name, "it is an embedded object of another program")
        else:
            seen.attach(name, data, media_type, inline=True)


def unwrapped(name: str, data: bytes) -> tuple[str, bytes]:
    """The document inside an OLE object, under its own name; other bytes as they are."""
    import olefile  # type: ignore[import-untyped]

    if not data or not olefile.isOleFile(data):
        return name, data
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {path[-1]: path for path in ole.listdir() if len(path) == 1}
            for bare in _BARE:
                if bare in streams:
                    return name, ole.openstream(streams[bare]).read()
            if _WRAPPED in streams:
                return _native(name, ole.openstream(streams[_WRAPPED]).read())
    except (OSError, struct.error, ValueError, IndexError):
        return name, b""
    return name, data


def _native(name: str, data: bytes) -> tuple[str, bytes]:
    """The file of a "package" object: length, flags, label, path, more, then the bytes."""
    label, rest = _text(data[6:])
    _path, rest = _text(rest)
    (length,) = struct.unpack_from("<I", rest, 4)
    at = 8 + length
    (size,) = struct.unpack_from("<I", rest, at)
    return label.replace("\\", "/").rpartition("/")[2] or name, rest[at + 4 : at + 4 + size]


def _text(data: bytes) -> tuple[str, bytes]:
    """A zero-ended text, and what follows."""
    text, _, rest = data.partition(b"\0")
    return text.decode("cp1252", "replace"), rest
