"""The parts of a mail: texts to read, and files."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from email import policy
from email.message import Message
from typing import cast

from .decoding import decode
from .mailparts import Body
from .sniff import UNKNOWN, sniff

_MALFORMED = (ValueError, IndexError, AttributeError, TypeError, LookupError, OverflowError)


@dataclass(slots=True)
class File:
    """A part of a mail that is a document of its own; `stated` is the media type that the mail gives it."""

    name: str
    data: bytes
    media_type: str
    stated: str
    disposition: str = "attachment"
    content_id: str = ""


@dataclass(slots=True)
class Parts:
    """The parts of a mail, sorted."""

    bodies: list[Body] = field(default_factory=list)
    files: list[File] = field(default_factory=list)

    def take(self, part: Message, alternative: Body | None = None) -> None:
        """Sort a part and all parts in it; texts inside one `multipart/alternative` are one body."""
        kind = part.get_content_type()
        if part.is_multipart() and not kind.startswith("message/"):
            inner = Body() if kind == "multipart/alternative" else None
            self.bodies += [inner] if inner else []
            for child in cast(list[Message], part.get_payload()):
                self.take(child, inner or alternative)
        elif _is_text(part, kind):
            self._take_text(part, kind, alternative)
        else:
            self.files.append(_file(part, kind, len(self.files) + 1))

    def _take_text(self, part: Message, kind: str, alternative: Body | None) -> None:
        body = alternative or Body()
        if body is not alternative:
            self.bodies.append(body)
        if kind == "text/html":
            body.markup += _text(part)
        else:
            text = _text(part)
            body.plain += unflowed(text, _parameter(part, "delsp") == "yes") if _is_flowed(part) else text


def _is_flowed(part: Message) -> bool:
    return _parameter(part, "format") == "flowed"


def _parameter(part: Message, name: str) -> str:
    try:
        return str(part.get_param(name) or "").lower()
    except _MALFORMED:
        return ""


def unflowed(text: str, joins: bool = False) -> str:
    """Text sent as `format=flowed` with its paragraphs whole again: a line that ends in a space goes on below.

    `joins`: the space is no part of the text (`delsp=yes`), so that "1,2 " and "34" are 1,234.
    """
    out: list[str] = []
    open_depth = -1
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.lstrip(">")
        depth = len(line) - len(words)
        words = words.removeprefix(" ")
        flows = words.endswith(" ") and words != "-- "
        kept = words[:-1] if flows and joins else words
        if depth == open_depth and words != "-- ":
            out[-1] += kept
        else:
            out.append(f"{'>' * depth} {kept}" if depth else kept)
        open_depth = depth if flows else -1
    return "\n".join(out)


def header(message: Message, name: str) -> str:
    """A header as text; a malformed one is given as it stands."""
    try:
        return str(message.get(name) or "")
    except _MALFORMED:
        return str(next((value for key, value in message.raw_items() if key.lower() == name), ""))


def base_name(name: str) -> str:
    """A file name without folders and line breaks: an attachment cannot name a place."""
    return " ".join(name.replace("\\", "/").rpartition("/")[2].replace("\0", "").split())


def _is_text(part: Message, kind: str) -> bool:
    # A multipart whose boundary is missing holds no parts: its text stands as it is.
    broken = kind.startswith("multipart/")
    text = kind in ("text/plain", "text/html") and _disposition(part) != "attachment" and not _file_name(part)
    return text or broken


def _disposition(part: Message) -> str:
    return header(part, "content-disposition").split(";")[0].strip().lower()


def _file_name(part: Message) -> str:
    try:
        return base_name(str(part.get_filename() or ""))
    except _MALFORMED:
        return ""


def _text(part: Message) -> str:
    try:
        charset = part.get_content_charset() or ""
    except _MALFORMED:
        charset = ""
    return decode(_bytes(part), charset)[0]


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _file(part: Message, kind: str, number: int) -> File:
    name = _file_name(part)
    if kind == "message/rfc822":
        return _inner_mail(part, name, number)
    data = _bytes(part)
    found = sniff(data, name) if data else kind
    name = name or f"attachment {number}{mimetypes.guess_extension(kind) or ''}"
    content_id = header(part, "content-id").strip().strip("<>")
    return File(name, data, kind if found == UNKNOWN else found, kind, _disposition(part), content_id)


def _inner_mail(part: Message, name: str, number: int) -> File:
    inner = cast(list[Message], part.get_payload()) if part.is_multipart() else []
    data = _written(inner[0]) if inner else _bytes(part)
    subject = " ".join(header(inner[0], "subject").split()) if inner else ""
    return File(name or f"{subject or f'message {number}'}.eml", data, "message/rfc822", "message/rfc822")


def _written(mail: Message) -> bytes:
    """The inner mail's own bytes; one that breaks the rule of seven bits is written in UTF-8."""
    try:
        return mail.as_bytes(policy=policy.compat32)
    except UnicodeEncodeError:
        return mail.as_string(policy=policy.compat32).encode("utf-8", "surrogateescape")
