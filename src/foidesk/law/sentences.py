"""Letters cut into sentences, with the places of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SHORT = re.compile(
    r"\b(?:s|ss|s\.i|sec|no|nos|reg|regs|art|para|paras|sch|e\.g|i\.e|eg|ie|mr|mrs|ms|dr|st|approx|inc|ltd|u\.s|c|"
    r"ext|extn|tel|fax|ref|fig|figs|vol|p|pp|gov|pen|evid|civ|cal|no|art|v|vs|etc|nr|abs|lit|bzw|az)\.$",
    re.I,
)
_END = re.compile(
    r"[.!?]+[\"'”’)]*(?=\s+[\"'“‘(]?[A-Z0-9•]|\s*$)|\n\s*\n|\n(?=\s*(?:[-•*·–]|\(?(?:[a-z0-9]{1,2}|[ivx]{3,4})[.)])\s)"
    r"|\n(?=\s*(?:[Zz]u(?:\s+[Ff]rage)?|[Ff]rage|[Aa]ntwort|[Qq]uestion|[Aa]nswer)\s+\d{1,2}[.):]\s)",
    re.MULTILINE,
)
_ABBREVIATED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")
_MARK = re.compile(r"\s*\(?(\d{1,2})[.)]")
_CLOSED = re.compile(r"[.:;!?][\"'”’)]*\s*$")


_UNFINISHED = re.compile(
    r"\b(?:of|to|as|in|on|at|by|for|with|and|or|the|an|than|from|between|about|over|call|is|was|were|are|und|oder|"
    r"der|die|das|den|dem|von|vom|im|auf|bei|zu|zum|als|bis|für|mit|sind|waren|wurden)\s*$"
    r"|\b0\d{2,4}(?:[ -]\d{3,4})?\s*$",
    re.IGNORECASE,
)
"""How a line ends that goes on below: at a word that needs another, or within a telephone number."""
_MONTH = re.compile(
    r"\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b", re.IGNORECASE
)


def _is_date(before: str, after: str) -> bool:
    """ "am 3. März" is one date, and so are "Jan. 1 to Dec. 31, 2021"."""
    if _ABBREVIATED.search(before) and re.match(r"\s+\d{1,2}\b", after):
        return True
    return bool(re.search(r"\b\d{1,2}\.$", before) and _MONTH.match(after))


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start` to `end` of the letter; `text` has single spaces."""

    start: int
    end: int
    text: str


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a letter; an empty line and the mark of a list end one as well."""
    start = 0
    for found in _END.finditer(text):
        before = text[start : found.start() + 1]
        if found[0].startswith("....") or (
            found[0].startswith(".") and (_SHORT.search(before) or _is_date(before, text[found.end() :]))
        ):
            continue
        if found[0] == "\n" and _is_wrapped(text, found.end()):
            continue
        yield from _sentence(text, start, found.end())
        start = found.end()
    yield from _sentence(text, start, len(text))


def is_unfinished(line: str) -> bool:
    """True for a line that only ends for want of room: "to ask for a review please call 01632", "claims of"."""
    return _UNFINISHED.search(line) is not None


def _is_wrapped(text: str, at: int) -> bool:
    """True for "46." at the start of a line that the one above had no room for: a number, no mark of a list."""
    mark = _MARK.match(text, at)
    lines = text[:at].splitlines()
    if mark is None or _CLOSED.search(lines[-1]):
        return False
    if is_unfinished(lines[-1]) or not int(mark[1]):
        return True
    listed = any((one := _MARK.match(line)) and int(one[1]) == int(mark[1]) - 1 for line in lines)
    longest = max(len(line.rstrip()) for line in text.splitlines())
    return not listed and len(lines[-1].rstrip()) + len(mark[0]) >= longest


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    part = text[start:end]
    words = part.strip()
    if words:
        first = start + len(part) - len(part.lstrip())
        yield Sentence(first, first + len(words), re.sub(r"\s+", " ", words))
