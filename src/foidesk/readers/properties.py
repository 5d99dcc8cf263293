"""What a file says of itself and of who made it: detected and measured, its words left sealed."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress

from foidesk.errors import UnreadableDocument

from .packages import DAMAGED, Package, local

SEALED = "sealed: "
_ABOUT_PEOPLE = {
    "creator", "lastModifiedBy", "title", "subject", "description", "keywords", "keyword", "category",
    "initial-creator", "printed-by", "Company", "Manager", "user-defined", "property",
}  # fmt: skip
_MEMBERS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml")
_STREAMS = {
    "\x05SummaryInformation": {
        2: "title", 3: "subject", 4: "author", 5: "keywords", 6: "comments", 8: "last_saved_by",
    },
    "\x05DocumentSummaryInformation": {2: "category", 14: "manager", 15: "company"},
}  # fmt: skip
_BYTES, _UTF16 = 30, 31
MOST, MOST_PROPERTIES = 1_000_000, 100
_OLD = b"\xd0\xcf\x11\xe0"


def sealed_properties(data: bytes, name: str) -> list[tuple[str, str]]:
    """Each property of an office file that may name a person, with its size; never its words."""
    if data[:2] == b"PK":
        return measured(_of_package(data, name))
    return measured(_of_container(data)) if data[:4] == _OLD else []


def measured(properties: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The properties with their lengths instead of their words."""
    sizes: dict[str, int] = {}
    for name, words in properties:
        if words.strip():
            sizes[name] = sizes.get(name, 0) + len(words.strip())
    return [(SEALED + name, f"{size} character{'s' if size > 1 else ''}") for name, size in sizes.items()]


def _of_package(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    with suppress(UnreadableDocument, *DAMAGED):
        package = Package(data, name)
        for member in _MEMBERS:
            root = package.xml(member) if member in package else None
            for element in root.iter("*") if root is not None else ():
                if local(element) in _ABOUT_PEOPLE:
                    yield local(element), "".join(map(str, element.itertext()))


def _of_container(data: bytes) -> Iterator[tuple[str, str]]:
    import olefile  # type: ignore[import-untyped]

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            streams = [
                (container.openstream(stream).read(MOST), names)
                for stream, names in _STREAMS.items()
                if container.exists(stream)
            ]
    except Exception:  # the library names no exceptions; what cannot be told is not told
        return
    for stream, names in streams:
        yield from _texts(stream, names)


def _texts(stream: bytes, names: dict[int, str]) -> Iterator[tuple[str, str]]:
    """The texts of a property set. Read here: olefile would follow any count that a damaged one claims."""
    with suppress(struct.error):
        (start,) = struct.unpack_from("<I", stream, 44)
        _, count = struct.unpack_from("<II", stream, start)
        for number in range(min(count, MOST_PROPERTIES)):
            known, at = struct.unpack_from("<II", stream, start + 8 + 8 * number)
            kind, length = struct.unpack_from("<II", stream, start + at)
            if known in names and kind in (_BYTES, _UTF16):
                size = length * (2 if kind == _UTF16 else 1)
                raw = stream[start + at + 8 : start + at + 8 + size]
                yield (
                    names[known],
                    raw.decode("utf-16-le" if kind == _UTF16 else "latin-1", "replace").rstrip("\0"),
                )
