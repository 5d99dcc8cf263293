"""Plain text: paragraphs, and tables that tabs, bars or spaces draw."""

from __future__ import annotations

import re

from foidesk.model.places import TextPlace
from foidesk.model.protocols import Source
from foidesk.model.reading import Block, Part, Table

from .basket import Seen
from .decoding import decode
from .textflow import free_ranges, number_tables, text_tables

BODY = "body"
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")


def see(source: Source) -> Seen:
    """One part "body" with the text as it stands."""
    text, encoding = decode(source.data)
    text = tidy(text)
    tables = tables_of(text, BODY)
    blocks = tuple(paragraphs(text, BODY, tables))
    return Seen([Part(BODY, "body", text, blocks=blocks)], tables, metadata=[("encoding", encoding)])


def tidy(text: str) -> str:
    """The text with one kind of newline, and without marks and zeros that nobody sees."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    return text.lstrip("\ufeff").replace("\0", "")


def tables_of(text: str, part: str) -> list[Table]:
    """The tables in the text, named."""
    return number_tables(text_tables(part, text), part)


def paragraphs(text: str, part: str, tables: list[Table]) -> list[Block]:
    """The runs of lines between blank lines, tables left out."""
    blocks = []
    for low, high in free_ranges(len(text), tables):
        for found in _PARAGRAPH.finditer(text, low, high):
            start, end = found.start(), low + len(text[low : found.end()].rstrip())
            blocks.append(Block("paragraph", text[start:end], start, end, TextPlace(part, start, end)))
    return blocks
