"""A draft in Markdown with Pandoc spans → plain text, its spans, and the way back to the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from foidesk.words.brackets import Bracketed, bracketed

from .grid import added, tabbed

ATTRIBUTE = re.compile(
    r"""\s*(?:[.#][\w-]+|([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”„]([^“”„]*)[“”]|[‘’‚](.*?)[‘’](?=\s|$)|([^\s"'“”„‘’‚]+)))"""
)
_MARKUP = re.compile(
    r"""
    (?P<front>\A\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z))
  | (?P<comment><!--.*?-->)
  | (?P<fence>^(?P<ticks>```+|~~~+).*?^(?P=ticks)\s*$)
  | (?P<code>`[^`\n]+`)
  | (?P<link>\]\([^()\s]*(?:\s+"(?P<title>[^"]*)")?\))
  | (?P<bracket>!?\[)(?=[^\[\]\n]*\]\()
  | (?P<heading>^\#{1,6}[ \t]+)
  | (?P<quote>^[ \t]*>[ \t]?)
  | (?P<strong>\*\*|__|\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w))
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_NO_MARKUP = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Span:
    """Bracketed words and what they are bound to: characters of the plain text, attributes, and what is wrong."""

    start: int
    end: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    wrong: str = ""

    def holds(self, start: int, end: int) -> bool:
        """True if characters `start` to `end` of the plain text touch the span."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the plain text and where it stands in the file; what was added stands before a character."""

    plain: int
    file: int
    is_added: bool = False
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a draft without markup. `runs` give for stretches of plain text where they stand in the file."""

    source: str
    plain: str
    spans: tuple[Span, ...]
    runs: tuple[Run, ...]

    def place(self, at: int) -> int:
        """The place in the file of the character `at` of the plain text."""
        run = self._run(at)
        return run.file if run.is_added else run.file + at - run.plain

    def _run(self, at: int) -> Run:
        return self.runs[max(0, bisect_right(self.runs, at, key=lambda run: run.plain) - 1)]

    def plain_place(self, at: int) -> int:
        """The place in the plain text of the character `at` of the file."""
        run = self.runs[max(0, bisect_right(self.runs, at, key=lambda run: run.file) - 1)]
        return min(len(self.plain), run.plain + max(0, at - run.file))

    def region(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the file that hold characters `start` to `end` of the plain text."""
        if end <= start:
            return self.place(start), self.place(start)
        return self.place(start), self.place(end - 1) + (not self._run(end - 1).is_added)

    def line(self, at: int) -> int:
        """The line of the file, from 1, on which the character `at` of the plain text stands."""
        return self.source.count("\n", 0, self.place(at)) + 1

    def words(self, span: Span) -> str:
        return self.shown(span.start, span.end)

    def shown(self, start: int, end: int) -> str:
        """The characters of the plain text that stand in the draft; "" if all of them were added to its tables."""
        return "".join(self.plain[a:b] for a, b in self._kept(start, end))

    def _kept(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for run, after in zip(self.runs, [*self.runs[1:], Run(len(self.plain), 0)], strict=True):
            if run.is_shown and run.plain < end and start < after.plain:
                yield max(start, run.plain), min(end, after.plain)

    def as_shown(self) -> Draft:
        """The draft as a reader sees it, without what was added to its tables for the reading."""
        plain, runs = "", list[Run]()
        for start, end in self._kept(0, len(self.plain)):
            runs.append(replace(self._run(start), plain=len(plain), file=self.place(start)))
            plain += self.plain[start:end]
        return Draft(self.source, plain, (), tuple(runs) or (Run(0, 0),))


_SOFT = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff]"
    r"|(?<![\W_][cdkm]m)(?<![\W_](?:ft|in))(?<![\W_]m)(?<=[\w.,;:!?)\]%”’\"'])[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?!\w)|\[\^[\w-]+\](?!:)"
)
"""Marks that no sentence is made of: soft hyphens, zero-width blanks and joiners, the marks of footnotes."""
_BLANKS = re.compile(r"(?<!\d)[\u00a0\u2007\u2009\u200a\u202f]|[\u00a0\u2007\u2009\u200a\u202f](?!\d)|\u2007")
"""Blanks that do not break a line, save those inside a number."""
_HYPHENS = str.maketrans("\u2010\u2011", "--")


class _Writer:
    """Plain text in the making: what is kept of the file, and what is added between."""

    def __init__(self, source: str) -> None:
        self.source, self.pieces, self.length = source, list[str](), 0
        self.runs: list[Run] = []
        self.extra = list(reversed(added(source)))

    def keep(self, start: int, end: int) -> None:
        """Characters of the file, without those that nobody sees, and the words that its tables need."""
        while self.extra and self.extra[-1][0] <= end:
            at, words = self.extra.pop()
            self._visible(start, max(start, at))
            start = max(start, at)
            self.add(words, start, is_shown=False)
        self._visible(start, end)

    def _visible(self, start: int, end: int) -> None:
        for mark in _SOFT.finditer(self.source, start, end):
            self._write(start, mark.start())
            start = mark.end()
        self._write(start, end)

    def _write(self, start: int, end: int) -> None:
        if end > start:
            self.runs.append(Run(self.length, start))
            self._append(_BLANKS.sub(_blank, self.source[start:end]).translate(_HYPHENS))

    def add(self, words: str, at: int, is_shown: bool = True) -> None:
        """Words that the file does not hold, before its character `at`."""
        if words:
            self.runs.append(Run(self.length, at, True, is_shown))
            self._append(words)

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def draft(self, source: str, spans: list[Span]) -> Draft:
        ordered = tuple(sorted(spans, key=lambda span: (span.start, -span.end)))
        return Draft(source, "".join(self.pieces), ordered, tuple(self.runs) or (Run(0, 0),))


def _blank(found: re.Match[str]) -> str:
    """A blank; inside a number one that its grammar knows."""
    return " "


def clean(text: str) -> str:
    """The text as a draft reads it: without marks that nobody sees, every blank a plain one."""
    return _BLANKS.sub(_blank, _SOFT.sub("", text)).translate(_HYPHENS)


def read(source: str) -> Draft:
    """The draft of a Markdown file. Front matter, comments, code and addresses of links are no text of it.

    The title of a picture is shown as its caption: it is a paragraph of its own.
    """
    return _read(source, tabbed(_lines(source)), _MARKUP)


def plain(source: str) -> Draft:
    """The draft of a text without markup, save the spans that bind and waive."""
    return _read(source, _lines(source), _NO_MARKUP)


def _lines(source: str) -> str:
    """The text with the line ends of Windows as a blank and a line end, as long as it was."""
    return source.replace("\r\n", " \n")


def _read(source: str, text: str, markup: re.Pattern[str]) -> Draft:
    writer, at, is_picture = _Writer(text), 0, False
    begun: dict[int, int] = {}
    spans: list[Span] = []
    for start, end, sign in _signs(text, markup):
        writer.keep(at, start)
        at = end
        if isinstance(sign, Bracketed):
            if start == sign.start:
                begun[start] = writer.length
            else:
                spans.append(_span(begun[sign.start], writer.length, sign.attributes))
        elif sign["bracket"]:
            is_picture = sign["bracket"].startswith("!")
        elif sign["title"] and is_picture:
            writer.add("\n\n", sign.start("title"))
            writer.keep(*sign.span("title"))
            writer.add("\n\n", sign.end("title"))
        elif sign["code"] or sign["fence"] or sign["comment"]:
            writer.add(" ", start)
    writer.keep(at, len(text))
    return writer.draft(source, spans)


def _signs(text: str, markup: re.Pattern[str]) -> Iterator[tuple[int, int, Bracketed | re.Match[str]]]:
    """The markup in its order: where it stands, and its match; of a span its bracket, then its attributes."""
    every = bracketed(text)
    edges = [(one.start, one.start + 1, one) for one in every] + [(one.words[1], one.end, one) for one in every]
    begun, at = set[int](), 0
    found = markup.search(text)
    for start, end, span in sorted(edges, key=lambda edge: edge[:2]):
        while found and found.start() < start:
            yield found.start(), found.end(), found
            at = found.end()
            found = markup.search(text, at)
        if start < at or (start != span.start and span.start not in begun):
            continue
        begun.add(start)
        yield start, end, span
        at = end
        found = markup.search(text, at) if found and found.start() < at else found
    while found:
        yield found.start(), found.end(), found
        found = markup.search(text, found.end())


def _span(start: int, end: int, inner: str) -> Span:
    found: dict[str, str] = {}
    at, wrong = 0, ""
    while at < len(inner) and inner[at:].strip():
        match = ATTRIBUTE.match(inner, at)
        if match is None:
            wrong = f'{inner[at:].strip()!r} is not understood; write key=value or key="several words"'
            break
        if match[1]:
            found[match[1]] = next(value for value in match.groups()[1:] if value is not None)
        at = match.end()
    return Span(start, end, found, wrong)
