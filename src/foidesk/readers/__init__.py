"""Bytes in, `Reading`s out: one registry of readers, one file per format.

    read(data, "reply.xlsx").reading.tables

Formats are told from the bytes; nothing but `UnreadableDocument` and its kinds escapes. `GuardedReaders` in
`foidesk.readers.guard` runs the same readers in child processes, for whole folders of strangers' files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from foidesk.errors import UnreadableDocument
from foidesk.model.issues import Issue
from foidesk.model.protocols import Read, Reader, Source

from .basket import sha256
from .refusals import cut
from .registry import READERS, FormatReader
from .sniff import EXTENSIONS, extension, mislabelled, sniff

__all__ = ["READERS", "read", "reader_for", "reader_versions", "source_of"]

_BY_TYPE: dict[str, Reader] = {media_type: reader for reader in READERS for media_type in reader.media_types}


def read(data: bytes, name: str, *, unsealed: bool = False) -> Read:
    """What stands in the bytes. `unsealed` reads hidden sheets, rows and columns too: after a decision only."""
    source = source_of(data, name)
    reader = reader_for(source.media_type, name)
    if unsealed and isinstance(reader, FormatReader) and reader.seals:
        found = reader.read_unsealed(source)
    else:
        found = reader.read(source)
    return _with_label_checked(found, source)


def source_of(data: bytes, name: str) -> Source:
    """The bytes with their SHA-256 and the media type that the bytes themselves tell."""
    if not data:
        raise cut(name, "the file is empty")
    return Source(data, sha256(data), name, sniff(data, name))


def reader_for(media_type: str, name: str = "") -> Reader:
    """The reader of that media type; `UnreadableDocument` if there is none."""
    reader = _BY_TYPE.get(media_type)
    if reader is None:
        raise UnreadableDocument(
            f"there is no reader for {_kind(media_type, name)}",
            where=name,
            next="Save it as PDF, XLSX, CSV or DOCX, or unpack it, and add that file.",
        )
    return reader


def reader_versions() -> Mapping[str, int]:
    """The version of each reader by its name: part of the key of every stored reading."""
    return {reader.name: reader.version for reader in READERS}


def _kind(media_type: str, name: str) -> str:
    suffix = extension(name)
    named = f".{suffix} files" if suffix and suffix not in EXTENSIONS else media_type
    return "these bytes" if media_type == "application/octet-stream" and not suffix else named


def _with_label_checked(found: Read, source: Source) -> Read:
    if not mislabelled(source.media_type, source.name):
        return found
    issue = Issue(
        "mislabelled-file",
        "note",
        f"The file is called .{extension(source.name)} but holds {source.media_type}; it was read as that.",
        source.name,
        "Nothing to do.",
        key="label",
    )
    return replace(found, reading=replace(found.reading, issues=(*found.reading.issues, issue)))
