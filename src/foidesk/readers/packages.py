"""Office files are zips of XML: their members, opened with care."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from foidesk.errors import Truncated, UnreadableDocument

from .refusals import cut, locked

MAX_UNPACKED = 2_000_000_000
MAX_RATIO = 400
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, OverflowError)
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

Element = etree._Element


class Package:
    """The members of an office file. Refuses what unpacks to far more than it should."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise cut(name, "the file is cut or damaged: its directory is missing") from error
        self._sizes = {info.filename: info.file_size for info in self._zip.infolist()}
        self._refuse_bombs(len(data))

    def _refuse_bombs(self, packed: int) -> None:
        unpacked = sum(self._sizes.values())
        if unpacked > MAX_UNPACKED or (unpacked > 300_000_000 and unpacked > packed * MAX_RATIO):
            raise UnreadableDocument(
                f"the file unpacks to {unpacked:,} bytes",
                where=self.name,
                next="Open it by hand; it may be a trap.",
            )

    def __contains__(self, member: str) -> bool:
        return member in self._sizes

    def size(self, member: str) -> int:
        """The bytes that a member unpacks to; 0 if there is none."""
        return self._sizes.get(member, 0)

    def names(self) -> list[str]:
        return list(self._sizes)

    def bytes(self, member: str) -> bytes:
        """The bytes of a member; empty if there is none."""
        if member not in self._sizes:
            return b""
        try:
            return self._zip.read(member)
        except RuntimeError as error:
            raise locked(self.name) from error
        except DAMAGED as error:
            raise self._cut(member) from error

    def stream(self, member: str) -> Any:
        """A member as a file to read from."""
        try:
            return self._zip.open(member)
        except RuntimeError as error:
            raise locked(self.name) from error
        except (KeyError, *DAMAGED) as error:
            raise self._cut(member) from error

    def xml(self, member: str) -> Element | None:
        """The root of a member; None if there is none."""
        data = self.bytes(member)
        if not data:
            return None
        try:
            return parse_xml(data)
        except etree.XMLSyntaxError as error:
            raise self._cut(member) from error

    def elements(self, member: str, *tags: str) -> Iterator[Element]:
        """The elements of those local names, each complete; memory stays flat however long the member is."""
        wanted = tuple("{*}" + tag for tag in tags)
        try:
            with self.stream(member) as stream:
                for _, element in etree.iterparse(
                    stream, tag=wanted, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
                ):
                    yield element
                    element.clear()
                    while element.getprevious() is not None and element.getparent() is not None:
                        del element.getparent()[0]
        except (etree.XMLSyntaxError, *DAMAGED) as error:
            raise self._cut(member) from error

    def related(self, member: str) -> dict[str, tuple[str, str]]:
        """The kind and the target of each relation of a member, by its id; outside targets are left out."""
        folder, _, file = member.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found: dict[str, tuple[str, str]] = {}
        for relation in [] if root is None else root.iter("{*}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = (relation.get("Target") or "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            found[relation.get("Id") or ""] = ((relation.get("Type") or "").rpartition("/")[2], path.lstrip("/"))
        return found

    def _cut(self, member: str) -> Truncated:
        return cut(self.name, f"the file is cut or damaged: {member} cannot be read")


def parse_xml(data: bytes) -> Element:
    """The root of an XML document; nothing outside it is ever fetched or expanded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)


def local(element: Element) -> str:
    """The element's name without its namespace; empty for comments."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def inner_text(element: Element) -> str:
    """All characters inside the element."""
    return "".join(str(piece) for piece in element.itertext())


def attribute(element: Element, name: str) -> str:
    """The attribute of that local name, whatever its namespace."""
    value = element.get(name)
    if value is not None:
        return value
    for key, found in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(found)
    return ""
