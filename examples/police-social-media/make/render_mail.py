"""Mails: text with aligned tables, HTML, attachments, the request quoted below; and where they are put."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from typing import Any

from model import NOTICE, Attachment, Letter, Outfile, Para, Table

DESK = "Survey desk <survey@newsdesk.example>"


@dataclass
class Mail:
    """One mail of a body to the desk."""

    date: dt.datetime
    subject: str
    text: str
    html: str = ""
    attachments: list[Attachment] = field(default_factory=list)
    quoted: str = ""
    style: int = 0
    kind: str = "answer"


def text_table(table: Table, pipes: bool) -> str:
    """The table aligned with spaces, with or without pipes."""
    rows = [table.head, *table.rows]
    widths = [max(len(row[at]) for row in rows) for at in range(len(table.head))]
    glue = " | " if pipes else "   "
    lines = [
        glue.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    rule = ("-+-" if pipes else "   ").join("-" * width for width in widths)
    title = [table.title] if table.title else []
    return "\n".join([*title, lines[0], rule, *lines[1:]])


def _filled(text: str) -> str:
    return textwrap.fill(text, 72, break_on_hyphens=False)


def letter_text(letter: Letter, pipes: bool = True) -> str:
    """The whole letter as the body of a plain mail."""
    parts = [f"Our ref: {letter.ref}", *map(_filled, letter.opening)]
    marks = ("Question {}", "{}.", "Q{}", "Answer to question {}")
    for answer in letter.answers:
        parts.append(marks[letter.style % 4].format(answer.question))
        for block in answer.blocks:
            parts.append(_filled(block.text) if isinstance(block, Para) else text_table(block, pipes))
    return "\n\n".join([*parts, *map(_filled, letter.closing)])


def _html_table(table: Table) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in table.head)
    rows = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    title = f"<p><b>{escape(table.title)}</b></p>\n" if table.title else ""
    return f'{title}<table border="1" cellpadding="3">\n<tr>{head}</tr>\n{rows}\n</table>'


def letter_html(letter: Letter) -> str:
    """The whole letter as HTML, as an office mail program writes it."""
    parts = [f"<p><b>{NOTICE}</b></p>", f"<p>Our ref: {escape(letter.ref)}</p>"]
    parts += [f"<p>{escape(line)}</p>" for line in letter.opening]
    for answer in letter.answers:
        parts.append(f"<p><b>{answer.question}.</b></p>")
        for block in answer.blocks:
            parts.append(f"<p>{escape(block.text)}</p>" if isinstance(block, Para) else _html_table(block))
    parts += [f"<p>{escape(line)}</p>" for line in letter.closing]
    style = "<style>p{font-family:Calibri;font-size:11pt} td,th{font-family:Calibri}</style>"
    return f"<html><head>{style}</head><body>\n" + "\n".join(parts) + "\n</body></html>\n"


def _quote(mail: Mail) -> str:
    if not mail.quoted:
        return ""
    head = "-----Original Message-----\nFrom: Survey desk\nSent: 18 February 2014 09:12\nSubject: FOI request\n\n"
    if mail.style % 2:
        return "\n\n" + head + mail.quoted
    return "\n\nOn 18 Feb 2014 at 09:12, Survey desk wrote:\n" + textwrap.indent(mail.quoted, "> ", lambda _: True)


def _html(mail: Mail) -> str:
    quote = escape(_quote(mail).strip()).replace("\n", "<br>\n")
    below = f"<hr>\n<blockquote>{quote}</blockquote>\n" if quote else ""
    return mail.html.replace("</body>", below + "</body>")


def mail_bytes(body: dict[str, Any], mail: Mail, number: int) -> bytes:
    """The mail as an .eml file, byte-stable."""
    message = EmailMessage()
    message["From"] = f"Freedom of Information <{body['email']}>"
    message["To"] = DESK
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.date)
    message["Message-ID"] = f"<{mail.date:%Y%m%d%H%M}.{number}@{body['email'].split('@')[1]}>"
    message["X-Rehearsal"] = NOTICE
    domain = body["email"].split("@")[1]
    message["Received"] = (
        f"from mail.{domain} by mx.newsdesk.example with ESMTP id r{number}; {format_datetime(mail.date)}"
    )
    text = f"{NOTICE}\n\n{mail.text}{_quote(mail)}\n"
    if not mail.html:
        message.set_content(text, charset="utf-8", cte=("quoted-printable", "base64", "8bit")[mail.style % 3])
    elif mail.style % 2:
        message.set_content(_html(mail), subtype="html", cte="quoted-printable")
    else:
        message.set_content(f"{NOTICE}\n\nThis message is in HTML; please read it in a program that shows it.\n")
        message.add_alternative(_html(mail), subtype="html", cte="quoted-printable")
    for part in mail.attachments:
        main, sub = part.mime.split("/")
        message.add_attachment(part.data, maintype=main, subtype=sub, filename=part.name)
    for at, part_of in enumerate(message.walk()):
        if part_of.is_multipart():
            part_of.set_boundary(f"----=_NextPart_{body['id']}_{number}_{at}")
    return message.as_bytes()


def mail_name(mail: Mail, home: str, number: int) -> str:
    """A file name like those of mails saved out of a mail program."""
    plain = re.sub(r"[^\w .()-]+", "_", mail.subject).strip()
    if home == "folder":
        return f"{mail.date:%Y-%m-%d}-{number}.eml"
    return f"{plain} {mail.date:%d%m}.eml"


def saved(body: dict[str, Any], mails: list[Mail], home: str) -> list[Outfile]:
    """The mails as files of the drop folder: in the body's own folder, or among the mixed mail."""
    out = []
    for number, mail in enumerate(mails, 1):
        data = mail_bytes(body, mail, number)
        name = mail_name(mail, home, number)
        path = f"{body['id']}/{name}" if home == "folder" else name
        out.append(Outfile(path, data, mail.kind, f"{mail.date:%Y-%m-%d}"))
    return out
