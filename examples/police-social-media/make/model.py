"""The nouns of the generator: a case, a block of a letter, a letter, and a file of the replies folder."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

NOTICE = "REHEARSAL - not issued by any force"


@dataclass
class Case:
    """One person investigated once, as a list of a rehearsal force states it."""

    year: int
    role: str
    outcome: str
    natures: tuple[str, ...]
    platform: str
    role_words: str
    outcome_words: str
    nature_words: str
    platform_words: str
    stage: str
    incident: str = ""


@dataclass
class Para:
    text: str


@dataclass
class Table:
    head: list[str]
    rows: list[list[str]]
    title: str = ""
    merge_first: bool = False
    widths: list[float] = field(default_factory=list)


Block = Para | Table


@dataclass
class Answer:
    """The reply to one numbered question."""

    question: int
    blocks: list[Block]
    status: str = "answered"


@dataclass
class Letter:
    body: dict[str, Any]
    ref: str
    date: dt.date
    opening: list[str]
    answers: list[Answer]
    closing: list[str]
    style: int = 0


@dataclass
class Attachment:
    name: str
    data: bytes
    mime: str


@dataclass
class Outfile:
    """One file of replies/, by path below it."""

    path: str
    data: bytes
    kind: str = "answer"
    date: str = ""


@dataclass
class Trap:
    kind: str
    body: str
    files: list[str]
    what: str
    naive: str
    truth: str
    decision: str = ""


MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "csv": "text/csv",
    "zip": "application/zip",
}
