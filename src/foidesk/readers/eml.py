"""EML: a mail's envelope, its best body as part "body", and its attachments."""

from __future__ import annotations

import re
from datetime import datetime
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from foidesk.errors import Truncated
from foidesk.model.protocols import Source
from foidesk.model.reading import Envelope

from .basket import Seen
from .junk import why_ignored_in_mail
from .mailparts import BODY, Body, add_body
from .mime import File, Parts, base_name, header
from .remarks import note_ignored, note_unread
from .sniff import TNEF, sniff
from .uu import split_uuencoded

_CID = re.compile(r"cid:([^\"'\s>]+)", re.I)
_AUTO_SUBJECT = re.compile(
    r"^\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of office|undeliver)", re.I
)
_MACHINERY = {
    "message/delivery-status", "message/disposition-notification", "application/pgp-signature", "text/calendar",
    "application/pgp-encrypted", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "text/rfc822-headers",
}  # fmt: skip
_ID = re.compile(r"<[^<>\s]+>")


def see(source: Source) -> Seen:
    """The mail: envelope, body, attachments."""
    message = parse(source.data)
    if not message.keys():
        raise Truncated("the mail has no headers", where=source.name, next="Save the mail again as .eml.")
    seen = Seen(envelope=envelope(message))
    parts = Parts()
    parts.take(message)
    _take_uuencoded(parts)
    add_body(seen, parts.bodies, source)
    _attach(seen, parts, source)
    return seen


def parse(data: bytes) -> EmailMessage:
    """The message, tolerant of what mail programs get wrong."""
    return BytesParser(policy=policy.default.clone(raise_on_defect=False)).parsebytes(data)


def envelope(message: Message) -> Envelope:
    """What the mail says of itself."""
    sender = (_addresses(message, "from") or [("", "")])[0]
    to = [address for header in ("to", "cc") for _, address in _addresses(message, header)]
    references = _ID.findall(header(message, "in-reply-to") + " " + header(message, "references"))
    return Envelope(
        sender[1].lower(), sender[0], tuple(address.lower() for address in to if address),
        " ".join(header(message, "subject").split()), _date(header(message, "date")),
        header(message, "message-id").strip(), tuple(dict.fromkeys(references)), _is_auto(message),
    )  # fmt: skip


def _addresses(message: Message, name: str) -> list[tuple[str, str]]:
    return [pair for pair in getaddresses([header(message, name)]) if any(pair)]


def _date(value: str) -> str:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return iso(moment)


def iso(moment: datetime | None) -> str:
    """ISO 8601; empty for the dates that Windows writes when it has none."""
    return moment.isoformat() if moment is not None and moment.year > 1980 else ""


def _is_auto(message: Message) -> bool:
    submitted = header(message, "auto-submitted").strip().lower()
    bulk = header(message, "precedence").strip().lower() == "auto_reply"
    marked = bool(header(message, "x-autoreply") or header(message, "x-autorespond"))
    return submitted not in ("", "no") or bulk or marked or bool(_AUTO_SUBJECT.match(header(message, "subject")))


def _take_uuencoded(parts: Parts) -> None:
    """Move uuencoded files from the texts to the files."""
    for body in parts.bodies:
        body.plain, found = split_uuencoded(body.plain)
        parts.files += [File(base_name(name), data, sniff(data, name), "") for name, data in found if data]


def _attach(seen: Seen, parts: Parts, source: Source) -> None:
    referenced = {name for body in parts.bodies for name in _CID.findall(body.markup)}
    for file in parts.files:
        why = _why_ignored(file, file.content_id in referenced)
        if why:
            note_ignored(seen, source, file.name, why)
        elif not file.data:
            note_unread(seen, source, file.name, "it is empty")
        elif file.media_type == TNEF:
            _open_tnef(seen, file, source)
        else:
            seen.attach(file.name, file.data, file.media_type, file.disposition == "inline")


def _why_ignored(file: File, referenced: bool) -> str:
    if file.stated in _MACHINERY:
        return "a mail program's own note"
    return why_ignored_in_mail(file.name, file.media_type, len(file.data), referenced, file.disposition)


def _open_tnef(seen: Seen, file: File, source: Source) -> None:
    """winmail.dat is a wrapper: its files are the mail's files."""
    from .tnef import unwrap

    try:
        unwrapped = unwrap(file.data, file.name)
    except Truncated as error:
        note_unread(seen, source, file.name, error.what)
        seen.attach(file.name, file.data, TNEF)
        return
    for name, data in unwrapped.files:
        if data:
            seen.attach(name, data, sniff(data, name))
    if not seen.part_text(BODY).strip():
        add_body(seen, [Body(unwrapped.body, unwrapped.html)], source)
