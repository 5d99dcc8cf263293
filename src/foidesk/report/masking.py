"""Names, numbers and addresses of persons in quoted words, found and taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_known: ContextVar[re.Pattern[str] | None] = ContextVar("known", default=None)
"""The names that the documents of this publication give away. See `knowing`."""

EMAIL = re.compile(r"[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+", re.UNICODE)
# The first group has three digits or more and the whole nine or more, so that a row of figures
# ("0 12 34 56 78 90") or a date ("01/02/2014") is never taken for a telephone number. It may wrap to a new line.
PHONE = re.compile(
    r"(?<![\w/.,£-])(?:\+\d{1,3}[ .-]?(?:\(0\)[ .-]?)?\d{2,5}|\(0\d{2,5}\)|0\d{2,5})"
    r"(?:[ \n.-]?\d{2,8}){1,4}(?![\w/]|[.,]\d)"
)
EXTENSION = re.compile(r"\b(?:ext|extn|extension)\b[.:]?\s*\d{3,6}\b", re.IGNORECASE)
POSTCODE = re.compile(r"\b(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})\b")
# A bare number after a rank is taken for a person's only from four digits on, and never if it can be a year.
COLLAR = re.compile(
    r"\b(?:(?i:collar|warrant|shoulder|epaulette)\s+(?i:no\.?|numbers?|num)\s*:?\s*[A-Z]{0,3}\s?\d{1,6}"
    r"|(?:PC|PS|DC|DS|PCSO|WPC|SPC)\s?(?!(?:19|20)\d\d\b)\d{4,6})\b"
)
# Titles of everyday life only: a word after a rank ("Sergeant Dismissed") is more often a result than a name.
NAME = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:[A-Z]\.? ?){0,2}[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
# A first name alone is a name only where somebody is greeted by it.
GREETING = re.compile(
    r"\b(?:Dear|Hello|Hi) (?!(?:Sirs?|Madam|All|Team|Colleague|Request[eo]r|Applicant|Customer|Reporter)\b)"
    r"[A-Z][a-zà-ÿ]+(?=[,:!\n])"
)
NAME_WITHHELD = "[name withheld]"
WITHHELD = (
    ("[e-mail withheld]", EMAIL),
    ("[number withheld]", PHONE),
    ("[extension withheld]", EXTENSION),
    ("[postcode withheld]", POSTCODE),
    ("[collar number withheld]", COLLAR),
    (NAME_WITHHELD, NAME),
    (NAME_WITHHELD, GREETING),
)


def contacts(text: str) -> list[tuple[int, int, str]]:
    """Where contact details stand in a text (start, end) and what to print for them, in order."""
    found: list[tuple[int, int, str]] = []
    for label, pattern in WITHHELD:
        for match in pattern.finditer(text):
            if not _is_contact(label, match.group()) or _overlaps(found, match.span()):
                continue
            found.append((*match.span(), label))
    known = _known.get()
    for match in known.finditer(text) if known else ():
        if not _overlaps(found, match.span()):
            found.append((*match.span(), NAME_WITHHELD))
    return sorted(found)


@contextmanager
def knowing(names: re.Pattern[str] | None) -> Iterator[None]:
    """While it lasts, these names are taken out of every text: all files of one edition know the same ones."""
    token = _known.set(names)
    try:
        yield
    finally:
        _known.reset(token)


def _is_contact(label: str, text: str) -> bool:
    digits = sum(character.isdigit() for character in text)
    return label != "[number withheld]" or 9 <= digits <= 15


def _overlaps(found: list[tuple[int, int, str]], span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end, _ in found)


def mask(text: str) -> str:
    """The text with e-mail addresses and telephone numbers replaced by what was withheld."""
    out, at = [], 0
    for start, end, label in contacts(text):
        out += [text[at:start], label]
        at = end
    return "".join([*out, text[at:]])
