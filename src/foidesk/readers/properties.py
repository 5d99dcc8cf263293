"""What a file says of itself and of who made it: detected and measured, its words left sealed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import suppress

from foidesk.errors import UnreadableDocument

from .packages import DAMAGED, Package, local

SEALED = "sealed: "
_ABOUT_PEOPLE = {
    "creator", "lastModifiedBy", "title", "subject", "description", "keywords", "keyword", "category",
    "initial-creator", "printed-by", "Company", "Manager", "user-defined", "property", "author", "last_saved_by",
    "company", "manager", "comments",
}  # fmt: skip
_MEMBERS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml")
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
            found = vars(container.get_metadata())
    except Exception:  # the library names no exceptions; what cannot be told is not told
        return
    for name, value in found.items():
        if name in _ABOUT_PEOPLE and isinstance(value, bytes):
            yield name, value.decode("utf-8", "replace")
