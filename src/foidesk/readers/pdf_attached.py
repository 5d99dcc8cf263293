"""Files that lie inside a PDF: of the document as a whole, or pinned to a page. No page shows what is in them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from foidesk.model.issues import Issue
from foidesk.model.protocols import Read, Source
from foidesk.model.reading import Reading
from foidesk.readers.basket import Seen
from foidesk.readers.sniff import sniff

MOST = 200_000_000
File = tuple[str, bytes]
"""Name and bytes; no bytes if they cannot be had."""


def files_of(document: Any) -> list[File]:
    """The files of the document as a whole."""
    return [_file(raw.FPDFDoc_GetAttachment(document, n)) for n in range(raw.FPDFDoc_GetAttachmentCount(document))]


def pinned_files(page: Any) -> Iterator[File]:
    """The files that are pinned to the page as a paper clip or a drawing pin."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_FILEATTACHMENT:
                yield _file(raw.FPDFAnnot_GetFileAttachment(note))
            raw.FPDFPage_CloseAnnot(note)


def _file(attachment: Any) -> File:
    if not attachment:
        return "", b""
    name = ctypes.create_string_buffer(max(2, raw.FPDFAttachment_GetName(attachment, None, 0)))
    raw.FPDFAttachment_GetName(attachment, ctypes.cast(name, ctypes.POINTER(raw.FPDF_WCHAR)), len(name))
    size = ctypes.c_ulong()
    raw.FPDFAttachment_GetFile(attachment, None, 0, size)
    content = ctypes.create_string_buffer(size.value if size.value <= MOST else 0)
    got = bool(content) and raw.FPDFAttachment_GetFile(attachment, content, len(content), size)
    return name.raw.decode("utf-16-le", "replace").rstrip("\0"), content.raw if got else b""


def with_files(reading: Reading, files: Iterable[File], source: Source) -> Read:
    """The reading with these files as its attachments, each name once; one that cannot be had is an issue."""
    seen = Seen()
    for number, (name, data) in enumerate(dict.fromkeys(files), 1):
        if data:
            seen.attach(name or f"attachment {number}", data, sniff(data, name))
        else:
            _note_lost(seen, name or f"attachment {number}", source)
    issues: tuple[Issue, ...] = (*reading.issues, *seen.issues)
    return Read(replace(reading, attachments=tuple(seen.attachments), issues=issues), seen.contents)


def _note_lost(seen: Seen, name: str, source: Source) -> None:
    what = f"the file {name!r} inside this PDF is empty, damaged or too large, and was not read"
    seen.note("attachment-unread", what, source, "open the PDF by hand and save the file from it",
              severity="warning", key=name)  # fmt: skip
