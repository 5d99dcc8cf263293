"""Letters out: one message a body, with an address and a reference that bring the answer back to it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from urllib.parse import quote

from .settings import Sender


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One letter to one body, ready to go. `id` is its Message-ID, the same each time it is made."""

    body: str
    name: str
    to: str
    subject: str
    text: str
    round: str
    number: int
    reference: str
    id: str
    reply_to: str
    answers: tuple[str, ...] = ()


def reference(survey: str, body: str) -> str:
    """The reference in the subject: "[police-media/bedshire]"."""
    return f"[{survey}/{body}]"


def message_id(survey: str, body: str, round: str, number: int, email: str) -> str:
    """The Message-ID, a function of what the letter is: sent twice it would be the same message."""
    domain = email.rsplit("@", 1)[-1] or "foidesk.invalid"
    return f"<{survey}.{body}.{round.replace(' ', '-')}.{number}@{domain}>"


def plus(email: str, survey: str, body: str) -> str:
    """ "desk+police-media.bedshire@paper.example"."""
    local, _, domain = email.partition("@")
    return f"{local}+{survey}.{body}@{domain}" if domain else ""


def as_message(letter: Outgoing, sender: Sender, at: datetime | None, *, unsent: bool = False) -> EmailMessage:
    """The letter as a mail. `unsent` marks a draft that a mail program opens ready to send."""
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr((sender.name, sender.email))
    message["To"] = letter.to
    if letter.reply_to:
        message["Reply-To"] = letter.reply_to
    message["Subject"] = f"{letter.subject} {letter.reference}"
    message["Message-ID"] = letter.id
    if at is not None:
        message["Date"] = format_datetime(at)
    if letter.answers:
        message["In-Reply-To"] = letter.answers[-1]
        message["References"] = " ".join(letter.answers)
    if unsent:
        message["X-Unsent"] = "1"
    message.set_content(plain(letter.text))
    return message


def plain(markdown: str) -> str:
    """A letter's Markdown as a person writes mail: no marks for headings and stress; lines to fill in stay."""
    text = re.sub(r"^#+\s+", "", markdown, flags=re.MULTILINE)
    return re.sub(r"(?<!\w)(\*\*|__)(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?!\w)", r"\2", text)


def merge_sheet(letters: Iterable[Outgoing]) -> str:
    """A CSV for a mail-merge program: one row a letter. Text that a spreadsheet would run is kept from running."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("body", "name", "to", "reply_to", "reference", "subject", "text"))
    for one in letters:
        row = (
            one.body,
            one.name,
            one.to,
            one.reply_to,
            one.reference,
            f"{one.subject} {one.reference}",
            plain(one.text),
        )
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell


def whatdotheyknow_link(
    letter: Outgoing, url_name: str, survey: str, site: str = "https://www.whatdotheyknow.com"
) -> str:
    """The page where a person sends this letter through WhatDoTheyKnow, filled in; tags find it again later."""
    tags = f"foidesk:{survey} foidesk_body:{letter.body}"
    fields = (("title", letter.subject), ("body", plain(letter.text)), ("tags", tags))
    return f"{site}/new/{quote(url_name)}?" + "&".join(f"{name}={quote(value)}" for name, value in fields)


def whatdotheyknow_search(name: str, site: str = "https://www.whatdotheyknow.com") -> str:
    """The page of WhatDoTheyKnow that looks a body up: what it is called in addresses is not to be guessed."""
    return f"{site}/select_authority?query={quote(name)}"
