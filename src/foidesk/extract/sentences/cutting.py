"""A run of text cut into its sentences; the lines of a list of numbers are one each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from foidesk.law.sentences import is_unfinished, sentences
from foidesk.words.periods import period
from foidesk.words.shapes import DAY, MONTH, YEAR
from foidesk.words.totals import nil

from ..basis.near import numbered
from ..basis.pieces import Piece
from .labelled import labelled_lines
from .line_behind import with_line_behind

_LABEL_END = re.compile(r"[:=–—-]\s*(?P<rest>[^:=–—]+)$")
COUNTED = re.compile(r"^\W*\d[\d,]*\b|\b\d[\d,]*\W*$")
ROMAN = r"\(?(?:i{1,3}|iv|vi{0,3}|ix|x)[.)](?=\s)"
DATED_LINE = re.compile(
    rf"\W*(?:{ROMAN}\s*)?(?:(?:in|for|during|fy|im|(?:(?:financial|fiscal|calendar|academic|school)\s+)?year|"
    rf"(?:im\s+)?(?:haushalts|kalender|schul|geschäfts|berichts)?jahr)\s+)?(?:{YEAR}(?:\s?[/–-]\s?(?:{YEAR}|\d\d))?|\d\d/\d\d|"
    rf"{DAY}|{MONTH}\s{YEAR})(?:\s?\(to date\)\.?)?"
    rf"(?:\s*(?:[–—-]|to|until|bis)\s*(?:{DAY}|{MONTH}\s{YEAR}))?\s*(?:[:=–—-]|\s[^\W\d]*\s?(?=[£€$]?\d))\s*\S",
    re.IGNORECASE,
)
TO_DATE = re.compile(
    r"\s*\((?:to date|so far|to now|part[- ]year|year to date|ytd|bisher)\)\s*[.:]?\s*$", re.IGNORECASE
)
MARK_ALONE = re.compile(
    r"\W{0,3}(?:(?:question|q|answer|a|response|reply|zu(?:r)?|(?:zu(?:r)?\s+)?(?:frage|ziffer|punkt))\s*)?\(?(?:1?\d|20)[.):]{1,2}",
    re.IGNORECASE,
)
_MARK_LINE = re.compile(
    r"^[ \t]*(?:questions?|q|frage)\s*(?:no\.?\s*)?\(?\d{1,2}\s*\(?[a-h]?\s*(?:[.:)]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_NOTE = re.compile(
    r"(?<=[\w)%*])[;,]?\s+(?=(?:please\s+(?:note|be\s+(?:aware|advised))|n\.?b\b|note(?::|\s+that)|hinweis:)\b)",
    re.I,
)


_GOES_ON = re.compile(r"\s*(?:and\s+)?(?:not|instead\s+of|rather\s+than|in\s+place\s+of)\s")
"""What goes on with the number at the end of the line before: "The injured of 2024 number 11,\\nnot 9."."""
SHORT = 70


def cut(piece: Piece) -> Iterator[Piece]:
    """The sentences of a run of text; the lines of a list of numbers are one each."""
    start: int | None = None
    done = 0
    for found in sentences(piece.text):
        if found.end <= done:
            continue
        start = max(found.start, done) if start is None else start
        end = done = with_line_behind(piece.text, found.end)
        part = piece.cut(start, end)
        *before, last = _at_marks(part.text)
        for one, end in before:
            yield from _pieces(part.cut(one, end).stripped())
        start += last[0]
        goes_on = piece.text[end:].partition("\n")[0].strip()
        rest = part.cut(*last)
        if _is_mark(rest.text) and end < len(piece.text.rstrip()):
            continue
        line = rest.text.rfind("\n") + 1
        if goes_on and _is_period_alone(rest.text[line:]):
            yield from _pieces(rest.cut(0, line).stripped())
            start += line
            continue
        start = None
        yield from _pieces(rest)


def _is_mark(text: str) -> bool:
    """True for the number of a question, or of several, and nothing else: "2.", "1. & 2."."""
    seen = numbered(text) if MARK_ALONE.match(text) else None
    return bool(MARK_ALONE.fullmatch(text)) or (seen is not None and "+" in seen[0] and seen[1] == len(text))


def _at_marks(text: str) -> list[tuple[int, int]]:
    """The stretches of a sentence that begin with the mark of a question on a line of its own: "31", "Q3."."""
    starts = [0, *(found.start() for found in _MARK_LINE.finditer(text) if found.start())]
    return list(pairwise([*starts, len(text)]))


def _pieces(part: Piece) -> Iterator[Piece]:
    """The lines of a list of numbers, apart from the words before and behind it; else the whole.

    "Please note" begins a sentence wherever it stands.
    """
    note = _NOTE.search(part.text)
    if note is not None:
        lines = (found.end() for found in re.finditer(r"\n", part.text) if found.end() > note.end())
        end = next((at for at in lines if DATED_LINE.match(part.text, at)), len(part.text))
        yield from _pieces(part.cut(0, note.start()).stripped())
        yield part.cut(note.end(), end).stripped()
        yield from _pieces(part.cut(end, len(part.text)).stripped())
        return
    if part and _lists_numbers(part.text):
        yield from _lines(part)
        return
    if part and (labels := labelled_lines(part.text)):
        yield from filter(None, (part.cut(*label).stripped() for label in labels))
        return
    for start, end, listed in _runs(part.text) if part else ():
        run = part.cut(start, end).stripped()
        if run:
            yield from _lines(run) if listed else (run,)


def _runs(text: str) -> Iterator[tuple[int, int, bool]]:
    """The stretches of a text: two or more lines that begin with their periods ("2019/20 - 5"), or other words.

    Other lines with a number may be those of a paragraph: they stay together, as does what goes on with a line.
    """
    lines = list(re.finditer(r"[^\n]*(?:\n|$)", text))
    dated = [bool(DATED_LINE.match(one[0])) for one in lines]
    listed = [
        now and ((at > 0 and dated[at - 1]) or (at + 1 < len(dated) and dated[at + 1]))
        for at, now in enumerate(dated)
    ]
    start = 0
    for at in range(1, len(lines) + 1):
        ends = at == len(lines) or (listed[at] != listed[at - 1] and not lines[at][0][:1].islower())
        if ends:
            if (
                at < len(lines)
                and listed[at]
                and at - start > 1
                and _heads_below(lines[at - 2][0], lines[at - 1][0])
            ):
                yield lines[start].start(), lines[at - 2].end(), listed[start]
                start = at - 1
            yield lines[start].start(), lines[at - 1].end(), listed[start]
            start = at


def _heads_below(before: str, line: str) -> bool:
    """True for a short line of words over a list of years, where the line above it has ended."""
    words = line.strip()
    short = 0 < len(words) <= SHORT and not re.search(r"\d|[.?!,;]$", words) and not line[:1].islower()
    return short and (not before.strip() or before.rstrip().endswith((":", ".", "?", "!")))


def _is_period_alone(text: str) -> bool:
    """True for "2025/26 (to date).", which heads what follows on its line."""
    words = TO_DATE.sub("", text).strip(" .:")
    return len(words) < 12 and words[:1].isdigit() and period(words) is not None


def _lists_numbers(text: str) -> bool:
    """True if every line begins or ends with a number of its own: "Dismissed 4", "2 x Resigned"."""
    lines = [line for line in text.splitlines() if line.strip()]
    if any(map(is_unfinished, lines[:-1])) or any(map(_GOES_ON.match, lines[1:])):
        return False
    numbered = [line for line in lines if COUNTED.search(line)]
    counted = [line for line in lines if COUNTED.search(line) or (len(lines) > 2 and line.rstrip().endswith(":"))]
    counted += [line for line in lines if numbered and line not in counted and says_none(line)]
    return len(lines) > 1 and len(counted) == len(lines)


def says_none(line: str) -> bool:
    """True for "2012: none" or "Dismissed – nil" among lines with numbers."""
    found = _LABEL_END.search(line.rstrip(" ."))
    none = nil(found["rest"]) if found else None
    return none is not None and none.meanings == ("zero",)


def _lines(piece: Piece) -> Iterator[Piece]:
    at = 0
    for line in piece.text.splitlines(keepends=True):
        if line.strip():
            yield piece.cut(at, at + len(line)).stripped()
        at += len(line)
