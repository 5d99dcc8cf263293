"""One entry a reader: what it reads, which version it is, and where it lives until it is needed."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, cast

from foidesk.errors import UnreadableDocument
from foidesk.model.protocols import Read, Reader, Source
from foidesk.model.reading import Reading

from . import sniff
from .basket import Seen
from .garbage import collecting_later
from .refusals import cut


class See(Protocol):
    """What a format's module offers: everything seen in one document."""

    def __call__(self, source: Source) -> Seen: ...


class SeeSheets(Protocol):
    """The same for workbooks, whose hidden sheets, rows and columns stay sealed unless asked for."""

    def __call__(self, source: Source, unsealed: bool = False) -> Seen: ...


@dataclass(slots=True)
class FormatReader:
    """Reads one family of formats with the `see` of its module, which is imported at the first document."""

    name: str
    version: int
    module: str
    media_types: tuple[str, ...]
    about: str
    seals: bool = False

    @property
    def about_itself(self) -> bool:
        """True for office files, which carry the names of those who wrote them."""
        return bool({*self.media_types} & sniff.OFFICE)

    def read(self, source: Source) -> Read:
        """What stands in the bytes, hidden sheets, rows and columns left sealed."""
        return self._read(source, unsealed=False)

    def read_unsealed(self, source: Source) -> Read:
        """What stands in the bytes, hidden sheets, rows and columns included: after a person's decision only."""
        return self._read(source, unsealed=True)

    def _read(self, source: Source, unsealed: bool) -> Read:
        with only_unreadable(self.name, source.name), collecting_later():
            if not source.data:
                raise cut(source.name, "the file is empty")
            see = importlib.import_module(f".{self.module}", __package__).see
            if self.seals:
                seen = cast(SeeSheets, see)(source, unsealed)
            else:
                seen = cast(See, see)(source)
            if self.about_itself:
                from .properties import sealed_properties

                seen.metadata.extend(sealed_properties(source.data, source.name))
            return self._finish(seen, source)

    def _finish(self, seen: Seen, source: Source) -> Read:
        reading = Reading(
            source.sha256, source.media_type, self.name, self.version, tuple(seen.tools), tuple(seen.parts),
            tuple(seen.tables), tuple(seen.attachments), seen.envelope, tuple(seen.issues), tuple(seen.metadata),
        )  # fmt: skip
        return Read(reading, dict(seen.contents))


@dataclass(slots=True)
class ClassReader:
    """Reads with a `Reader` class of its own, imported at the first document."""

    name: str
    version: int
    module: str
    class_name: str
    media_types: tuple[str, ...]
    about: str

    def read(self, source: Source) -> Read:
        """What stands in the bytes."""
        with only_unreadable(self.name, source.name), collecting_later():
            module = importlib.import_module(f".{self.module}", __package__)
            reader: Reader = getattr(module, self.class_name)()
            return reader.read(source)


@contextmanager
def only_unreadable(reader: str, name: str) -> Iterator[None]:
    """Whatever goes wrong inside becomes an `UnreadableDocument` that names the file."""
    try:
        yield
    except UnreadableDocument as error:
        if error.where:
            raise
        raise type(error)(error.what, where=name, next=error.next) from error
    except MemoryError as error:
        raise UnreadableDocument("it needs more memory than is allowed", where=name, next=_BY_HAND) from error
    except RecursionError as error:
        raise UnreadableDocument("it is nested too deeply", where=name, next=_BY_HAND) from error
    except Exception as error:
        what = f"the {reader} reader gave up: {type(error).__name__}: {error}"[:300]
        raise UnreadableDocument(what, where=name, next=_BY_HAND) from error


_BY_HAND = "Open it by hand; if it opens there, save it again in its own format and add that file."

_IMAGES = ("image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp", "image/webp")

READERS: tuple[Reader, ...] = (
    ClassReader("pdf", 41, "pdf", "PdfReader", (sniff.PDF,), "PDF"),
    ClassReader("scan", 22, "scan", "ImageReader", _IMAGES, "pictures of pages"),
    FormatReader("xlsx", 8, "xlsx", (sniff.XLSX, sniff.XLSM), "Excel workbooks since 2007", seals=True),
    FormatReader("xls", 9, "xls", (sniff.XLS,), "Excel workbooks before 2007", seals=True),
    FormatReader("xlsb", 4, "xlsb", (sniff.XLSB,), "binary Excel workbooks", seals=True),
    FormatReader("xls-xml", 5, "xls_xml", (sniff.XLS_XML,), "Excel 2003 XML", seals=True),
    FormatReader("ods", 9, "ods", (sniff.ODS,), "OpenDocument spreadsheets", seals=True),
    FormatReader("csv", 6, "csv_text", (sniff.CSV,), "delimited text"),
    FormatReader("docx", 9, "docx", (sniff.DOCX,), "Word documents since 2007"),
    FormatReader("doc", 9, "doc", (sniff.DOC,), "Word documents before 2007"),
    FormatReader("odt", 10, "odt", (sniff.ODT,), "OpenDocument texts"),
    FormatReader("rtf", 9, "rtf", (sniff.RTF,), "Rich Text"),
    FormatReader("html", 10, "html", (sniff.HTML,), "web pages, and what calls itself .xls but is one"),
    FormatReader("text", 3, "plain", (sniff.TEXT,), "plain text"),
    FormatReader("eml", 9, "eml", (sniff.EML,), "mail"),
    FormatReader("mbox", 7, "mbox", (sniff.MBOX,), "mailboxes"),
    FormatReader("thread", 7, "thread", (sniff.THREAD,), "all letters on a request, from WhatDoTheyKnow"),
    FormatReader("msg", 10, "msg", (sniff.MSG,), "Outlook mail"),
    FormatReader("tnef", 7, "tnef", (sniff.TNEF,), "winmail.dat"),
    FormatReader("zip", 2, "archive", (sniff.ZIP,), "zip archives"),
    FormatReader("locked", 1, "locked", (sniff.LOCKED_OFFICE,), "office files with a password, which it names"),
)
