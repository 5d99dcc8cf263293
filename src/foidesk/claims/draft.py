"""A draft in Markdown with Pandoc spans → plain text, its spans, and the way back to the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

ATTRIBUTE = re.compile(r"""\s*(?:[.#][\w-]+|([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s"']+)))""")
_MARKUP = re.compile(
    r"""
    (?P<front>\A\ufeff?---\n.*?\n(?:---|\.\.\.)(?:\n|\Z))
  | (?P<comment><!--.*?-->)
  | (?P<fence>^(?P<ticks>```+|~~~+).*?^(?P=ticks)\s*$)
  | (?P<code>`[^`\n]+`)
  | (?P<open>\[)(?=(?:[^\[\]\n]|\n(?!\s*\n))+\]\{[^{}]*\})
  | (?P<close>\](?P<attributes>\{[^{}\n]*\}))
  | (?P<link>\]\([^()\s]*(?:\s+"(?P<title>[^"]*)")?\))
  | (?P<bracket>!?\[)(?=[^\[\]\n]*\]\()
  | (?P<heading>^\#{1,6}[ \t]+)
  | (?P<quote>^[ \t]*>[ \t]?)
  | (?P<strong>\*\*|__|\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w))
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


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
class Draft:
    """The text of a draft without markup. `origin` gives for runs of plain text where they stand in the file."""

    source: str
    plain: str
    spans: tuple[Span, ...]
    origin: tuple[tuple[int, int], ...]

    def place(self, at: int) -> int:
        """The place in the file of the character `at` of the plain text."""
        run = max(0, bisect_right(self.origin, (at, len(self.source))) - 1)
        plain, file = self.origin[run] if self.origin else (0, 0)
        return file + at - plain

    def plain_place(self, at: int) -> int:
        """The place in the plain text of the character `at` of the file."""
        run = max(0, bisect_right([file for _, file in self.origin], at) - 1)
        start, file = self.origin[run] if self.origin else (0, 0)
        return min(len(self.plain), start + max(0, at - file))

    def region(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the file that hold characters `start` to `end` of the plain text."""
        return self.place(start), self.place(end - 1) + 1 if end > start else self.place(start)

    def line(self, at: int) -> int:
        """The line of the file, from 1, on which the character `at` of the plain text stands."""
        return self.source.count("\n", 0, self.place(at)) + 1

    def words(self, span: Span) -> str:
        return self.plain[span.start : span.end]


def read(source: str) -> Draft:
    """The draft of a Markdown file. Front matter, comments, code and addresses of links are no text of it.

    The title of a picture is shown as its caption: it is a paragraph of its own.
    """
    runs: list[tuple[int, int]] = []
    plain, spans, opened, at, is_picture = "", [], list[int](), 0, False
    for match in _MARKUP.finditer(source):
        runs.append((len(plain), at))
        plain += source[at : match.start()]
        at = match.end()
        if match["open"]:
            opened.append(len(plain))
        elif match["close"]:
            start = opened.pop() if opened else None
            if start is not None:
                spans.append(_span(start, len(plain), match["attributes"]))
        elif match["bracket"]:
            is_picture = match["bracket"].startswith("!")
        elif match["title"] and is_picture:
            runs.append((len(plain) + 2, match.start("title")))
            plain += f"\n\n{match['title']}\n\n"
        elif match["code"] or match["fence"] or match["comment"]:
            plain += " "
    runs.append((len(plain), at))
    plain += source[at:]
    return Draft(source, plain, tuple(sorted(spans, key=lambda span: (span.start, -span.end))), tuple(_each(runs)))


def _each(runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The last run that begins at each place of the plain text: empty ones give way."""
    for run, after in zip(runs, [*runs[1:], None], strict=True):
        if after is None or after[0] != run[0]:
            yield run


def _span(start: int, end: int, text: str) -> Span:
    found: dict[str, str] = {}
    inner, at, wrong = text[1:-1], 0, ""
    while at < len(inner) and inner[at:].strip():
        match = ATTRIBUTE.match(inner, at)
        if match is None:
            wrong = f'{inner[at:].strip()!r} is not understood; write key=value or key="several words"'
            break
        if match[1]:
            found[match[1]] = next(value for value in match.groups()[1:] if value is not None)
        at = match.end()
    return Span(start, end, found, wrong)


def plain(source: str) -> Draft:
    """The draft of a text without any markup: every character stands for itself."""
    return Draft(source, source, (), ((0, 0),))
