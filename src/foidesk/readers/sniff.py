"""The media type of a document: from its bytes first, from the file name second."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSM = "application/vnd.ms-excel.sheet.macroenabled.12"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
XLS = "application/vnd.ms-excel"
XLS_XML = "application/vnd.ms-excel+xml"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
CSV = "text/csv"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOC = "application/msword"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
HTML = "text/html"
TEXT = "text/plain"
EML = "message/rfc822"
MBOX = "application/mbox"
THREAD = "text/x-alaveteli-correspondence"
MSG = "application/vnd.ms-outlook"
TNEF = "application/ms-tnef"
ZIP = "application/zip"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
LOCKED_OFFICE = "application/x-ms-office-encrypted"
UNKNOWN = "application/octet-stream"
OFFICE = frozenset({XLSX, XLSM, XLSB, XLS, ODS, DOCX, DOC, ODT})

EXTENSIONS: dict[str, tuple[str, ...]] = {
    "pdf": (PDF,),
    "xlsx": (XLSX, LOCKED_OFFICE),
    "xlsm": (XLSM, XLSX, LOCKED_OFFICE),
    "xltx": (XLSX,),
    "xlsb": (XLSB, LOCKED_OFFICE),
    "xls": (XLS, LOCKED_OFFICE),
    "ods": (ODS,),
    "csv": (CSV, TEXT),
    "tsv": (CSV, TEXT),
    "tab": (CSV, TEXT),
    "txt": (TEXT, CSV, THREAD),
    "text": (TEXT, CSV),
    "md": (TEXT,),
    "docx": (DOCX, LOCKED_OFFICE),
    "docm": (DOCX, LOCKED_OFFICE),
    "doc": (DOC, LOCKED_OFFICE),
    "dot": (DOC,),
    "odt": (ODT,),
    "rtf": (RTF,),
    "html": (HTML,),
    "htm": (HTML,),
    "xhtml": (HTML,),
    "eml": (EML,),
    "mht": (EML,),
    "mhtml": (EML,),
    "mbox": (MBOX,),
    "msg": (MSG,),
    "dat": (TNEF,),
    "zip": (ZIP,),
    "png": ("image/png",),
    "jpg": ("image/jpeg",),
    "jpeg": ("image/jpeg",),
    "jfif": ("image/jpeg",),
    "tif": ("image/tiff",),
    "tiff": ("image/tiff",),
    "gif": ("image/gif",),
    "bmp": ("image/bmp",),
    "webp": ("image/webp",),
    "heic": ("image/heic",),
    "pptx": (PPTX,),
    "7z": ("application/x-7z-compressed",),
    "rar": ("application/vnd.rar",),
    "gz": ("application/gzip",),
}

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"{\\rtf", RTF),
    (b"\x78\x9f\x3e\x22", TNEF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"\x09\x08\x10\x00\x00\x06", XLS),
    (b"\x09\x08\x08\x00\x00\x05", XLS),
    (b"\x09\x04\x06\x00", XLS),
    (b"\x09\x02\x06\x00", XLS),
    (b"\x09\x00\x04\x00", XLS),
)

_ZIP_MEMBERS: tuple[tuple[str, str], ...] = (
    ("xl/workbook.bin", XLSB),
    ("xl/vbaProject.bin", XLSM),
    ("xl/workbook.xml", XLSX),
    ("xl/worksheets/sheet1.xml", XLSX),
    ("word/document.xml", DOCX),
    ("ppt/presentation.xml", PPTX),
)

_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", LOCKED_OFFICE),
    ("__properties_version1.0", MSG),
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
)

_NOT_READ: tuple[tuple[bytes, str], ...] = (
    (b"<office:document ", "application/vnd.oasis.opendocument.flat"),
    (b"http://schemas.microsoft.com/office/word/2003/wordml", "application/msword-2003-xml"),
    (b"http://schemas.microsoft.com/office/2006/xmlPackage", "application/msword-flat-xml"),
)
"""Documents in one piece of XML: taken for a web page, what they hide would be shown."""

_COMMANDS = re.compile(rb"ID;P[^\r\n]*\r?\n(?:B;Y|C;[XY]\d|[FOP];[A-Z])|TABLE\r?\n0,1\r?\n\"")
"""Sheets written as a list of commands (SYLK, DIF): read as text, each value would stand beside its command."""

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style|div|p|font)\b", re.I)
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?", re.M)
_MAIL_SURE = {b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to", b"content-type"}
_MAIL_LIKELY = {b"from", b"to", b"subject", b"date", b"cc", b"reply-to", b"sender"}
THREAD_TITLE = rb'This is a plain-text version of the Freedom of Information request "'
"""How WhatDoTheyKnow begins the text of all letters on a request."""
_MBOX = re.compile(rb"^From \S+.*\d{4}\s*$", re.M)


def extension(name: str) -> str:
    """The file name's extension in lower case, without the dot; empty if there is none."""
    return PurePosixPath(name.replace("\\", "/")).suffix[1:].strip().lower()


def sniff(data: bytes, name: str = "") -> str:
    """The media type of the bytes; `name` decides only between kinds of plain text."""
    for look in (_by_magic, _by_zip, _by_ole):
        found = look(data)
        if found:
            return found
    return _by_text(data, extension(name))


def mislabelled(media_type: str, name: str) -> bool:
    """True if the file name's extension promises another format than the bytes hold."""
    promised = EXTENSIONS.get(extension(name), ())
    return bool(promised) and media_type not in promised


def _by_magic(data: bytes) -> str:
    head = data[:16].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, media_type in _MAGIC:
        if data.startswith(magic) or head.startswith(magic):
            return media_type
    if data[:2] == b"BM" and data[6:10] == b"\0\0\0\0":
        return "image/bmp"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "image/heic"
    return PDF if b"%PDF-" in data[:1024] and b"endobj" in data else ""


def _by_zip(data: bytes) -> str:
    if data[:4] not in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                return _open_document(archive.read("mimetype")) or ZIP
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError, OverflowError):
        return _cut_zip(data)
    return next((kind for member, kind in _ZIP_MEMBERS if member in names), ZIP)


def _open_document(mimetype: bytes) -> str:
    kind = mimetype.decode("ascii", "replace").strip().removesuffix("-template")
    return kind if kind in (ODS, ODT) else ""


def _cut_zip(data: bytes) -> str:
    """A damaged zip has no directory; the names in its local headers still tell what it was."""
    for member, kind in _ZIP_MEMBERS:
        if member.encode() in data:
            return kind
    for kind in (ODS, ODT):
        if kind.encode() in data[:200]:
            return kind
    return ZIP


def _by_ole(data: bytes) -> str:
    if not data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return ""
    for stream, kind in _OLE_STREAMS:
        # Names stand in the directory as UTF-16: this also works where the directory's chain is cut.
        if (stream + "\0").encode("utf-16-le") in data:
            return kind
    return UNKNOWN


def _by_text(data: bytes, suffix: str) -> str:
    head = data[:8192]
    if not _is_text(head):
        return UNKNOWN
    if b"\0" in head:
        head = head.decode("utf-16", "replace").encode()
    if head.lstrip(b"\xef\xbb\xbf\r\n ").startswith(THREAD_TITLE):
        return THREAD
    for look in (_xml_kind, _mail_kind, _html_kind):
        found = look(head, suffix)
        if found:
            return found
    if _COMMANDS.match(head):
        return "application/x-sylk" if head.startswith(b"ID") else "application/x-dif"
    if suffix in ("csv", "tsv", "tab"):
        return CSV
    return CSV if _is_delimited(data) else TEXT


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    odd = sum(head.count(bytes([code])) for code in (*range(1, 7), *range(14, 26), 28, 29, 30, 31))
    if b"\0" in head:
        # UTF-16 without a mark: every other byte of Latin text is zero.
        return min(head[::2].count(0), head[1::2].count(0)) * 20 < max(head[::2].count(0), head[1::2].count(0))
    return odd * 100 <= len(head)


def _xml_kind(head: bytes, suffix: str) -> str:
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<Workbook" in head:
        return XLS_XML
    return next((kind for mark, kind in _NOT_READ if mark in head), "")


def _mail_kind(head: bytes, suffix: str) -> str:
    top = re.split(rb"\r?\n\r?\n", head.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    if top.startswith(b"From ") and _MBOX.match(top):
        return EML if suffix == "eml" else MBOX
    if not _HEADER.match(top):
        return ""
    names = {name.lower() for name in _HEADER.findall(top)}
    sure, likely = len(names & _MAIL_SURE), len(names & _MAIL_LIKELY)
    needed = 1 if suffix in ("eml", "mht", "mhtml") else 3
    return EML if sure + likely >= needed and (sure or needed == 1) else ""


def _html_kind(head: bytes, suffix: str) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HTML.match(start) or suffix in ("html", "htm", "xhtml"):
        return HTML
    if start.startswith((b"<?xml", b"<!--")) and _HTML.search(start):
        return HTML
    return HTML if re.search(rb"<(?:html|table|body)\b", start[:2048], re.I) and start[:1] == b"<" else ""


def _is_delimited(data: bytes) -> bool:
    from .decoding import decode
    from .delimited import delimiter_of

    return delimiter_of(decode(data[:65536])[0], strict=True) != ""
