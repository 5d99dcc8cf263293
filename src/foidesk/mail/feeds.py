"""Atom feeds of WhatDoTheyKnow that a person downloaded: one entry for each thing that happened to a request.

Read by what every entry has: an id or link with the name of the request, a date, and a title in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element, ParseError, fromstring

from .state import ELSEWHERE, OWN

_ATOM = "{http://www.w3.org/2005/Atom}"
_REQUEST = re.compile(
    r"/request/(?P<title>[^/#?]+)(?:/(?:response|outgoing|incoming)/(?P<id>\d+))?(?:#(?P<part>[\w-]+))?"
)
_TO = re.compile(r"\bto (?P<name>.+?)(?: by .+?)?(?: on \d.*)?\.?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|by) (?P<name>.+?)(?: to .+?)?(?: on \d.*)?\.?$", re.IGNORECASE)
_SENT = re.compile(r"^(?:freedom of information |foi |eir |new )?request\b.*\b(?:sent|made) to\b|^sent to\b", re.I)
_WROTE = re.compile(r"^follow[ -]?up (?:message )?sent to\b", re.I)
_CAME = re.compile(r"^(?:response|reply|message|acknowledg\w+|answer)\b.*\b(?:by|from)\b", re.I)


def entries(text: str) -> list[tuple[str, str, str, str]]:
    """(authority, address, day, title) of each entry; nothing for XML that is no Atom feed.

    An entity that the file declares is refused: a feed has no need of one.
    """
    if "<!ENTITY" in text or "<!DOCTYPE" in text:
        return []
    try:
        root = fromstring(text)
    except ParseError:
        return []
    return list(_entries(root)) if root.tag == f"{_ATOM}feed" else []


def _entries(root: Element) -> Iterator[tuple[str, str, str, str]]:
    for entry in root.iter(f"{_ATOM}entry"):
        title = " ".join("".join(_child(entry, "title").itertext()).split())
        day = (_text(entry, "published") or _text(entry, "updated"))[:10]
        link = next((one.get("href", "") for one in entry.iter(f"{_ATOM}link")), "") or _text(entry, "id")
        if (found := _REQUEST.search(link)) and is_day(day):
            name = (_FROM if _is_answer(title) else _TO).search(title)
            where = "#".join(part for part in (found["title"], found["part"] or found["id"]) if part)
            yield (name["name"].strip() if name else "", where, day, title)


def step_of(title: str) -> str:
    """ "request" for an entry of a sending; of an answer and of a further letter only that they went or came."""
    if _SENT.search(title):
        return "request"
    if _WROTE.search(title):
        return OWN
    return ELSEWHERE if _is_answer(title) else ""


def is_day(text: str) -> bool:
    """True for a day as 2026-03-31."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_answer(title: str) -> bool:
    return bool(_CAME.search(title))


def _child(entry: Element, name: str) -> Element:
    found = entry.find(f"{_ATOM}{name}")
    return found if found is not None else Element(name)


def _text(entry: Element, name: str) -> str:
    return (_child(entry, name).text or "").strip()
