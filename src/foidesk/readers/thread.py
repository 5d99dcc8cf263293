"""The correspondence on a request as WhatDoTheyKnow (Alaveteli) writes it down: each letter of the body as a mail.

The download of a request holds it as `correspondence.txt`: our own letters stand in it as well, and are not the
body's words. What stands there without "From" and "To" (annotations, notices of sending again) is nobody's letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage

from foidesk.errors import Truncated
from foidesk.model.protocols import Source

from .basket import Seen
from .sniff import EML, THREAD_TITLE

_RULE = re.compile(r"^-{20,}\s*$", re.MULTILINE)
_HEAD = re.compile(
    r"\s*From:[ ,]*(?P<author>[^\n]*)\n(?:[ \t]*To: *(?P<to>[^\n]*)\n)?[ \t]*Date: *(?P<day>[^\n]*)\n(?P<text>.*)",
    re.DOTALL,
)
"""The site sets these lines two spaces in, and leaves the name out ("From:, the body") where it knows none."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(r"\b(?P<d>\d{1,2}) (?P<m>[A-Z][a-z]{2})[a-z]* (?P<y>\d{4})")
_DAY_AFTER = re.compile(r"\b(?P<m>[A-Z][a-z]{2})[a-z]* {1,2}(?P<d>\d{1,2}), (?P<y>\d{4})")
_URL = re.compile(r"https?://[^\s\"]+/request/[^\s\"]*[^\s\".]")
_TAG = re.compile(r"<[^<>]*>")
"""A day may stand in the tag of a web page, with the moment beside it."""
_ATTACHED = re.compile(r"(?:\s*^[ \t]*Attachment: [^\n]+ \([^()\n]+\)[ \t]*$)+\s*\Z", re.MULTILINE)
"""The names and sizes of what was attached: the site's words, not the body's."""


@dataclass(frozen=True, slots=True)
class _Letter:
    author: str
    to: str
    day: str
    text: str


def see(source: Source) -> Seen:
    """The letters of the body, in order; ours are left out."""
    text = source.data.decode("utf-8", "replace").replace("\r\n", "\n")
    letters = list(_letters(text))
    if not letters:
        raise Truncated(
            "the correspondence holds no letter", where=source.name, next="Download the request again."
        )
    title, asked = _title(text), letters[0]
    seen = Seen()
    for number, one in enumerate((one for one in letters if _is_theirs(one, asked)), 1):
        seen.attach(f"incoming_{number}.eml", _mail(one, title), EML)
    return seen


def ours(data: bytes) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The address of the request, and to whom and on which day (ISO 8601) each of our own letters went."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    letters = list(_letters(text))
    where = _URL.search(text)
    own = [one for one in letters if letters[0].author == one.author and one.to]
    return where[0] if where else "", tuple((one.to, _iso(one.day)) for one in own)


def _letters(text: str) -> Iterator[_Letter]:
    for part in _RULE.split(text)[1:]:
        found = _HEAD.fullmatch(part)
        if found:
            yield _Letter(
                found["author"].strip(), (found["to"] or "").strip(), found["day"].strip(), found["text"].strip()
            )


def _is_theirs(one: _Letter, asked: _Letter) -> bool:
    """True unless it is written by who asked, or to the body that was asked."""
    return one.author != asked.author and one.to != asked.to


def _title(text: str) -> str:
    found = re.search(THREAD_TITLE.decode() + r"(.*?)\"\.\s", text, re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def _mail(one: _Letter, title: str) -> bytes:
    """The letter as a mail, without an address: the download does not give it."""
    mail = EmailMessage()
    name = one.author.replace('"', "'")
    mail["From"] = f'"{name}" <>'
    mail["Subject"] = f"Re: {title}"
    if day := _iso(one.day):
        year, month, number = day.split("-")
        mail["Date"] = f"{number} {_MONTHS[int(month) - 1]} {year} 12:00:00 +0000"
    mail.set_content(_ATTACHED.sub("", one.text) + "\n")
    return bytes(mail)


def _iso(day: str) -> str:
    """ "2026-03-10" for the day as the site writes it; "" if it is none."""
    told = _TAG.sub(" ", day)
    found = _DAY.search(told) or _DAY_AFTER.search(told)
    if found is None or found["m"] not in _MONTHS:
        return ""
    return f"{found['y']}-{_MONTHS.index(found['m']) + 1:02d}-{int(found['d']):02d}"
