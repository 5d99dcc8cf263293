"""MSG: a mail that Outlook saved, by python-oxmsg."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from email.utils import getaddresses
from typing import Any

from foidesk.errors import Truncated, UnreadableDocument
from foidesk.model.protocols import Source
from foidesk.model.reading import Envelope

from .basket import Seen
from .decoding import decode
from .eml import envelope, iso
from .junk import why_ignored_in_mail
from .lzfu import unpack_rtf
from .mailparts import Body, add_body
from .mime import base_name
from .remarks import note_ignored, note_unread
from .rtf import walk_rtf
from .sniff import EML, sniff

_RTF, _HTML, _HIDDEN, _CONTENT_ID, _SHORT_NAME, _DISPLAY_NAME = 0x1009, 0x1013, 0x7FFE, 0x3712, 0x3704, 0x3001
_NOT_DAMAGE = (MemoryError, RecursionError, UnreadableDocument)
_MESSAGE_ID, _IN_REPLY_TO, _REFERENCES = 0x1035, 0x1042, 0x1039
"""The thread of a mail that was saved without the headers it travelled with."""
_MESSAGE_STORAGE, _PROPERTIES = "__substg1.0_3701000D", "__properties_version1.0"


def see(source: Source) -> Seen:
    """The mail: envelope, body, attachments."""
    from oxmsg import Message

    try:
        message = Message.load(source.data)
        seen = Seen(envelope=_envelope(message))
        plain, markup = _bodies(message)
        attachments = list(message.attachments)
    except _NOT_DAMAGE:
        raise
    except Exception as error:
        # The library names no exceptions: whatever it meets in a damaged file means the same to a reader.
        raise Truncated(
            "the mail is cut or damaged", where=source.name, next="Ask for it as .eml or PDF."
        ) from error
    add_body(seen, [Body(plain, markup)], source)
    for number, attachment in enumerate(attachments, 1):
        try:
            _attach(seen, attachment, number, markup, source)
        except _NOT_DAMAGE:
            raise
        except Exception:  # one that is damaged costs itself, not the mail
            note_unread(seen, source, f"attachment {number}", "it is cut or damaged")
    return seen


def _envelope(message: Any) -> Envelope:
    sent = iso(message.sent_date)
    headers = message._message_headers
    if headers.keys():
        told = envelope(headers)
        return told if told.date or not sent else Envelope(
            told.sender, told.sender_name, told.recipients, told.subject or message.subject, sent,
            told.message_id, told.in_reply_to, told.auto,
        )  # fmt: skip
    name, address = (getaddresses([message.sender or ""]) or [("", "")])[0]
    to = tuple(r.email_address.lower() for r in message.recipients if r.email_address)
    auto = message.message_class.upper().startswith(("REPORT.", "IPM.NOTE.RULES.OOF"))
    named = message.properties.str_prop_value
    thread = re.findall(r"<[^<>\s]+>", f"{named(_REFERENCES) or ''} {named(_IN_REPLY_TO) or ''}")
    id, before = (named(_MESSAGE_ID) or "").strip(), tuple(dict.fromkeys(thread))
    return Envelope(address.lower(), name, to, message.subject, sent, id, before, auto)


def _bodies(message: Any) -> tuple[str, str]:
    plain = message.body or ""
    markup = _html(message)
    if plain.strip() or markup.strip():
        return plain, markup
    packed = message.properties.binary_prop_value(_RTF)
    return (walk_rtf(unpack_rtf(packed)).flow.text if packed else ""), ""


def _html(message: Any) -> str:
    raw = message.properties.binary_prop_value(_HTML)
    if raw:
        return decode(raw)[0]
    try:
        return message.html_body or ""
    except (LookupError, UnicodeDecodeError):
        return ""


def _attach(seen: Seen, attachment: Any, number: int, markup: str, source: Source) -> None:
    properties = attachment.properties
    name = _name(attachment) or f"attachment {number}"
    inner = _inner_message(attachment)
    if inner is not None:
        seen.attach(f"{inner.subject or name}.eml", _as_eml(inner), EML)
        return
    data = attachment.file_bytes or b""
    if not data:
        note_unread(seen, source, name, "it holds no bytes; it may only be linked")
        return
    content_id = properties.str_prop_value(_CONTENT_ID) or ""
    media_type = sniff(data, name)
    referenced = bool(content_id) and f"cid:{content_id}" in markup
    why = why_ignored_in_mail(name, media_type, len(data), referenced, "")
    if why:
        note_ignored(seen, source, name, why)
    else:
        seen.attach(name, data, media_type)


def _name(attachment: Any) -> str:
    named = attachment.properties.str_prop_value
    raw = attachment.file_name or named(_SHORT_NAME) or named(_DISPLAY_NAME) or ""
    return base_name(raw)


def _inner_message(attachment: Any) -> Any:
    """The mail inside the mail, if the attachment is one."""
    from oxmsg import Message

    inner = next((s for s in attachment._storage.storages if s.name == _MESSAGE_STORAGE), None)
    return Message(_with_full_header(inner)) if inner is not None else None


def _with_full_header(storage: Any) -> Any:
    """An inner mail's properties start 8 bytes earlier than an outer one's, which the library does not know."""
    streams = tuple(
        replace(stream, bytes_=stream.bytes_[:24] + bytes(8) + stream.bytes_[24:])
        if stream.name == _PROPERTIES
        else stream
        for stream in storage.streams
    )
    return replace(storage, streams=streams)


def _as_eml(message: Any) -> bytes:
    """The inner mail as .eml: it has no bytes of its own inside the outer one."""
    mail = EmailMessage()
    told = _envelope(message)
    mail["From"] = told.sender or told.sender_name
    mail["To"] = ", ".join(told.recipients)
    mail["Subject"] = " ".join(told.subject.split())
    if told.date:
        mail["Date"] = datetime.fromisoformat(told.date)
    plain, markup = _bodies(message)
    mail.set_content(plain)
    if markup:
        mail.add_alternative(markup, subtype="html")
    for number, attachment in enumerate(message.attachments, 1):
        if attachment.file_bytes:
            mail.add_attachment(attachment.file_bytes, "application", "octet-stream",
                                filename=_name(attachment) or f"attachment {number}")  # fmt: skip
    if mail.is_multipart():
        # A boundary of chance would give the same mail another hash each time.
        mail.set_boundary("=_inner_message")
    return mail.as_bytes()
