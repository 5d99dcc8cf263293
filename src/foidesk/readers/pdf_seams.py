"""Words of two cells that are printed without any white between them: the runs of text they were written in tell.

A table without padding prints a label and the figure of the next cell as "Abandoned vehicles30". The file keeps two
runs of text for them, yet some programs write every letter as a run of its own. So a seam between two runs parts
two words only where other lines show a column: words that end or begin there, and none that crosses.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from foidesk.readers.pdf_view import INT, POINTER, bare
from foidesk.readers.tables.ink import Frame

_run_of = bare(raw.FPDFText_GetTextObject, POINTER, POINTER, INT)

LEVEL = 0.4  # points by which words of one column may end or begin elsewhere
SPACE = 0.36  # font sizes: the next word of a text is no further off
FAR = 4.0  # font sizes between two lines of one table
BROKEN = 0.05  # the share of words that a program may write in several runs and still be said to keep words whole
WHITE = 0.08  # font sizes that each of two words leaves at the seam between them, for the column to show
LEVELLED = 0.2  # font sizes: a mark of a footnote stands higher
REACH = 40  # lines looked at above and below

FIGURE = "0123456789.,"

Sides = tuple[list[int], list[float], list[float], list[float], list[float]]
"""Codes, left, top, right and bottom of all characters."""
Span = tuple[int, int]


class Word(NamedTuple):
    """A run of characters without a blank, and where in it a run of text ends and another begins."""

    x0: float
    x1: float
    middle: float
    size: float
    span: Span
    seams: tuple[int, ...]


class Seams(NamedTuple):
    """The words, cut where a column shows, and where runs meet in a word and nothing shows that they are one."""

    spans: list[Span]
    cuts: frozenset[int]
    open: list[Frame]


def parted_at_seams(text: int, chars: Sides, spans: list[Span]) -> Seams:
    """The spans cut at the seams that stand between two columns."""
    words = [_word(text, chars, span) for span in spans]
    if not any(word.seams for word in words):
        return Seams(spans, frozenset(), [])
    whole = _keeps_words_whole(chars[0], words)
    words = [_with_likely(chars[0], word) if word.seams else word for word in words]
    page = _Page(chars, words, whole)
    cuts, unclear = set(), []
    for word in words:
        for seam in word.seams:
            if page.shows_column(word, seam):
                cuts.add(seam)
            elif whole:
                unclear.append(Frame(word.x0, chars[2][seam], word.x1, chars[4][seam]))
    return Seams(list(_cut(spans, cuts)), frozenset(cuts), unclear)


def _word(text: int, chars: Sides, span: Span) -> Word:
    start, end = span
    _, left, top, right, foot = chars
    seams: tuple[int, ...] = ()
    if end - start > 1 and _run_of(text, start) != _run_of(text, end - 1):
        runs = [_run_of(text, i) for i in range(start, end)]
        seams = tuple(
            i for i in range(start + 1, end)
            if runs[i - start] != runs[i - start - 1] and left[i] - right[i - 1] > -LEVEL
            and max(abs(top[i] - top[i - 1]), abs(foot[i] - foot[i - 1])) < LEVELLED * (foot[i] - top[i])
        )  # fmt: skip
    return Word(left[start], right[end - 1], top[start] + foot[start], foot[start] - top[start], span, seams)


def _with_likely(codes: list[int], word: Word) -> Word:
    """The word with only those seams at which two cells may meet."""
    return word._replace(seams=tuple(seam for seam in word.seams if _may_part(codes, seam)))


def _keeps_words_whole(codes: list[int], words: list[Word]) -> bool:
    """True if hardly any word is written in runs that part small letters."""
    broken = sum(any(_small(codes[i - 1]) and _small(codes[i]) for i in word.seams) for word in words)
    return broken <= BROKEN * len(words)


def _small(code: int) -> bool:
    return chr(code).islower()


def _may_part(codes: list[int], seam: int) -> bool:
    """True if the letters at the seam may end one cell and begin another."""
    a, b = chr(codes[seam - 1]), chr(codes[seam])
    if not (a.isalnum() or a in "%)]") or not (b.isalnum() or b in "£$€(-"):
        return False
    return not (a.isalpha() and b.isalpha()) or (a.islower() and b.isupper())


def _cut(spans: list[Span], cuts: set[int]) -> Iterator[Span]:
    for start, end in spans:
        for cut in sorted(cut for cut in cuts if start < cut < end) if cuts else ():
            yield start, cut
            start = cut
        yield start, end


class _Page:
    """The lines of words, and where words end and begin: what shows whether a seam stands between columns."""

    def __init__(self, chars: Sides, words: list[Word], whole: bool) -> None:
        self.codes, self.left, self.right = chars[0], chars[1], chars[3]
        self.least = 1 if whole else 2
        self.lines: list[list[Word]] = []
        self.line_of: dict[Span, int] = {}
        for word in sorted(words, key=lambda word: word.middle):
            if not self.lines or word.middle - self.lines[-1][0].middle > 0.6 * word.size:
                self.lines.append([])
            self.lines[-1].append(word)
            self.line_of[word.span] = len(self.lines) - 1
        self.starts, self.ends = Counter(round(w.x0) for w in words), Counter(round(w.x1) for w in words)

    def shows_column(self, word: Word, seam: int) -> bool:
        """True if lines near by end or begin a word there, none crosses, and both parts stand level with others."""
        a, b = self.right[seam - 1], self.left[seam]
        if sum(self.ends[round(a) + n] + self.starts[round(b) + n] for n in (-1, 0, 1)) < self.least:
            return False
        here = self.line_of[word.span]
        near = [*self._near(here, -1, a, b), *self._near(here, 1, a, b)]
        shown = sum(any(_close(w.x1, a) or _close(w.x0, b) for w in line) for line in near)
        if shown < self.least:
            return False
        others = [w for line in near for w in line]
        before, after = [w for w in others if w.x1 < a + LEVEL], [w for w in others if w.x0 > b - LEVEL]
        starts, ends = self._edges(word, seam)
        if not (_digit(self.codes[seam - 1]) and _digit(self.codes[seam])):
            starts, ends = self._starts_before(word, here), self._ends_after(word, here)
        return (
            any(_close(w.x1, a) or any(_close(w.x0, x) for x in starts) for w in before)
            and any(_close(w.x0, b) or any(_close(w.x1, x) for x in ends) for w in after)
        )  # fmt: skip

    def _near(self, here: int, step: int, a: float, b: float) -> Iterator[list[Word]]:
        """The lines above or below, as far as no word crosses."""
        last = self.lines[here][0]
        for n in range(here + step, here + step * (REACH + 1), step):
            if not 0 <= n < len(self.lines):
                return
            line = self.lines[n]
            if abs(line[0].middle - last.middle) > 2 * FAR * last.size or any(self._crosses(w, a, b) for w in line):
                return
            yield line
            last = line[0]

    def _crosses(self, word: Word, a: float, b: float) -> bool:
        if word.x0 > a - 1 or word.x1 < b + 1:
            return False
        return not any(_close(self.right[i - 1], a) or _close(self.left[i], b) for i in word.seams)

    def _edges(self, word: Word, seam: int) -> tuple[list[float], list[float]]:
        """Where the figure before the seam begins and where the one behind it ends."""
        start, end = seam, seam
        while start > word.span[0] and chr(self.codes[start - 1]) in FIGURE:
            start -= 1
        while end < word.span[1] and chr(self.codes[end]) in FIGURE:
            end += 1
        return [self.left[start]], [self.right[end - 1]]

    def _starts_before(self, word: Word, here: int) -> list[float]:
        """Where it and the words before it on the line begin, or meet another at a seam, as far as spaces part them."""
        starts, last = [word.x0, *(self.left[i] for i in word.seams)], word
        for other in sorted(self.lines[here], reverse=True):
            if other.x1 <= word.x0:
                if last.x0 - other.x1 > SPACE * word.size:
                    break
                starts += [other.x0, *(self.left[i] for i in other.seams)]
                last = other
        return starts

    def _ends_after(self, word: Word, here: int) -> list[float]:
        """Where it and the words that follow on the line end, or meet another at a seam, as far as spaces part them."""
        ends, last = [word.x1, *(self.right[i - 1] for i in word.seams)], word
        for other in sorted(self.lines[here]):
            if other.x0 >= word.x1:
                if other.x0 - last.x1 > SPACE * word.size:
                    break
                ends += [other.x1, *(self.right[i - 1] for i in other.seams)]
                last = other
        return ends


def _digit(code: int) -> bool:
    return 48 <= code < 58


def _close(x: float, y: float) -> bool:
    return -LEVEL < x - y < LEVEL
