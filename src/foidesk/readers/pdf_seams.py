"""Words of two cells that are printed without any white between them: the runs of text they were written in tell.

A table without padding prints a label and the figure of the next cell as "Abandoned vehicles30". The file keeps
two runs of text for them, yet some programs write every letter as a run of its own. So a seam between two runs
parts two words only where other lines show a column: words that end or begin there, and none that crosses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
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
GAP = 0.06  # font sizes between two letters, more than which no program leaves in a word that it writes in runs
LEVELLED = 0.2  # font sizes: a mark of a footnote stands higher
LEAST, MOST = 2, 0.6  # lines on which figures show two columns, and their share
INFINITE = float("inf")
REACH = 40  # lines looked at above and below

GLUED = re.compile(r"\d[,.]\d{3}\d+[,.]\d|[a-z]{3}\d|^\d+[A-Z]?[a-z]{3}|[a-z]{2}[A-Z][a-z]{2}")
PLAIN, LONG = re.compile(r"\d{1,3}(?:,\d{3})+"), re.compile(r"\d{1,3}(?:,\d{3})*,\d{4,6}")
MAY_PART = re.compile(r"[^\W\d_](?=\d)|\d(?=\w)|[a-z](?=[A-Z])|[%)\]](?=[\w£$€(])|\w(?=[£$€(])")
DIGITS = "0123456789.,"
SAMPLE = 150  # words that tell how a program writes

Sides = tuple[list[int], list[float], list[float], list[float], list[float]]
"""Codes, left, top, right and bottom of all characters."""
Span = tuple[int, int]
Part = tuple[float, float]
"""From where to where characters are counted, and from where to where they stand."""


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
    said = "".join(map(chr, chars[0]))
    likely = [span for span in spans if span[1] - span[0] > 1 and MAY_PART.search(said, *span)]
    if not likely:
        return Seams(spans, frozenset(), [])
    whole = _keeps_words_whole(text, said, spans)
    seams = {span: met for span in likely if (met := _seams_of(text, chars, said, span))}
    if not seams:
        return Seams(spans, frozenset(), [])
    commas = sum(bool(PLAIN.fullmatch(said, *span)) for span in spans) >= LEAST
    page = _Page(chars, said, [_word(chars, span, seams.get(span, ())) for span in spans], whole)
    cuts, unclear = set(), []
    for word in page.words:
        for seam in word.seams:
            if page.shows_column(word, seam):
                cuts.add(seam)
            elif (page.is_sure(word, seam) and any(page.kinds(seam))) or _is_odd(said[slice(*word.span)], commas):
                unclear.append(Frame(word.x0, chars[2][seam], word.x1, chars[4][seam]))
    return Seams(list(_cut(spans, cuts)), frozenset(cuts), unclear)


def _keeps_words_whole(text: int, said: str, spans: list[Span]) -> bool:
    """True if hardly any word of letters, or of digits where there are none, is written in several runs."""
    words = [span for span in spans if span[1] - span[0] > 2 and said[slice(*span)].isalpha()][:SAMPLE]
    words = words or [span for span in spans if span[1] - span[0] > 1]
    broken = sum(_run_of(text, start) != _run_of(text, end - 1) for start, end in words)
    return bool(broken <= BROKEN * len(words))


def _seams_of(text: int, chars: Sides, said: str, span: Span) -> tuple[int, ...]:
    """Where in the span one run ends, another begins, and two cells may meet."""
    start, end = span
    if _run_of(text, start) == _run_of(text, end - 1):
        return ()
    places = [match.start() + 1 for match in MAY_PART.finditer(said, start, end)]
    return tuple(i for i in places if _is_seam(text, chars, i))


def _is_seam(text: int, chars: Sides, i: int) -> bool:
    _, left, top, right, foot = chars
    off = max(abs(top[i] - top[i - 1]), abs(foot[i] - foot[i - 1]))
    level = off < LEVELLED * (foot[i] - top[i]) and left[i] - right[i - 1] > -LEVEL
    return bool(level and _run_of(text, i - 1) != _run_of(text, i))


def _figure_round(said: str, span: Span, at: int) -> Span:
    """The digits with their points and commas on both sides of the place."""
    start, end = at - 1, at + 1
    while start > span[0] and said[start - 1] in DIGITS:
        start -= 1
    while end < span[1] and said[end] in DIGITS:
        end += 1
    return start, end


def _word(chars: Sides, span: Span, seams: tuple[int, ...]) -> Word:
    start, end = span
    _, left, top, right, foot = chars
    return Word(left[start], right[end - 1], top[start] + foot[start], foot[start] - top[start], span, seams)


def _is_odd(text: str, commas: bool) -> bool:
    """True for what no word or figure looks like ("5,7537,218", "vehicles30").

    `commas`: figures of the page have them before each three digits.
    """
    return bool(GLUED.search(text)) or (commas and bool(LONG.fullmatch(text)))


def _cut(spans: list[Span], cuts: set[int]) -> Iterator[Span]:
    for start, end in spans:
        for cut in sorted(cut for cut in cuts if start < cut < end) if cuts else ():
            yield start, cut
            start = cut
        yield start, end


class _Page:
    """The lines of words, and where words end and begin: what shows whether a seam stands between columns."""

    def __init__(self, chars: Sides, said: str, words: list[Word], whole: bool) -> None:
        self.said, self.words, self.left, self.right = said, words, chars[1], chars[3]
        self.whole, self.least = whole, 1 if whole else 2
        self.lines: list[list[Word]] = []
        self.line_of: dict[Span, int] = {}
        for word in sorted(words, key=lambda word: word.middle):
            if not self.lines or word.middle - self.lines[-1][0].middle > 0.6 * word.size:
                self.lines.append([])
            self.lines[-1].append(word)
            self.line_of[word.span] = len(self.lines) - 1
        self.figures: dict[tuple[int, int], float] = {}
        for word in words:
            if any(letter.isdecimal() for letter in said[slice(*word.span)]):
                for key in enumerate(map(_rounded, (word.x0, word.x1, word.x0 + word.x1))):
                    self.figures[key] = min(word.x1, self.figures.get(key, word.x1))
        self.starts, self.ends = Counter(round(w.x0) for w in words), Counter(round(w.x1) for w in words)

    def shows_column(self, word: Word, seam: int) -> bool:
        """True if words of lines near by end or begin there, none crosses, and both parts are level with some."""
        a, b = self.right[seam - 1], self.left[seam]
        here = self.line_of[word.span]
        near: list[list[Word]] = []
        if self.is_sure(word, seam):
            near = [*self._near(here, -1, a, b), *self._near(here, 1, a, b)]
            if self._met_often(near, a, b) or self._ends_with(near, word, seam):
                return True
        if sum(self.ends[round(a) + n] + self.starts[round(b) + n] for n in (-1, 0, 1)) < self.least:
            return False
        first, last = _figure_round(self.said, word.span, seam)
        start, end = self.left[first], self.right[last - 1]
        if all(self.kinds(seam)) and not self._has_figure(start, a):
            return False
        near = near or [*self._near(here, -1, a, b), *self._near(here, 1, a, b)]
        if self._shown(near, seam, a, b) < self.least:
            return False
        others = [w for line in near for w in line]
        if all(self.kinds(seam)):
            return self._parts_figures(near, (start, a), (b, end))
        starts, ends = self._starts_before(word, here), self._ends_after(word, here)
        before, after = [w for w in others if w.x1 < a + LEVEL], [w for w in others if w.x0 > b - LEVEL]
        return _is_level(before, starts, [a], start + a) and _is_level(after, [b], ends, b + end)

    def is_sure(self, word: Word, seam: int) -> bool:
        """True if no word goes on there: words are kept whole, or more white is left than between letters."""
        return self.whole or self.left[seam] - self.right[seam - 1] > GAP * word.size

    def _met_often(self, near: list[list[Word]], a: float, b: float) -> bool:
        """True if on other lines runs meet at the same place so."""
        met = (i for line in near for w in line for i in w.seams if self.is_sure(w, i))
        return sum(_close(self.right[i - 1], a) or _close(self.left[i], b) for i in met) >= LEAST

    def _ends_with(self, near: list[list[Word]], word: Word, seam: int) -> bool:
        """True if what follows the seam is a figure that ends where figures of other lines do."""
        start, end = seam, word.span[1]
        if not self.said[start].isdecimal() or any(letter.isalpha() for letter in self.said[start:end]):
            return False
        level = (w for line in near for w in line if _close(w.x1, word.x1) and w.x0 > self.left[seam] - word.size)
        return sum(self.said[w.span[0]].isdecimal() for w in level) >= LEAST

    def _parts_figures(self, near: list[list[Word]], left: Part, right: Part) -> bool:
        """True if on most lines one figure is level with the left part, and the next with the right one."""
        pairs = [two for line in near for two in pairwise(sorted(line)) if self._beside(two, left[1], right[0])]
        level = sum(_is_level([a], *_places(left)) and _is_level([b], *_places(right)) for a, b in pairs)
        return level >= LEAST and level >= MOST * len(pairs)

    def _beside(self, pair: tuple[Word, Word], a: float, b: float) -> bool:
        figures = all(any(letter.isdecimal() for letter in self.said[slice(*word.span)]) for word in pair)
        return figures and pair[0].x1 < a + LEVEL and pair[1].x0 > b - LEVEL

    def _has_figure(self, start: float, a: float) -> bool:
        """True if a figure of the page that ends no further right is level with the part left of a seam."""
        places = enumerate(map(_rounded, (start, a, start + a)))
        return any(
            self.figures.get((way, at + step), INFINITE) < a + LEVEL for way, at in places for step in (-1, 0, 1)
        )

    def _shown(self, near: list[list[Word]], seam: int, a: float, b: float) -> int:
        """On how many lines a word ends or begins there, and if on any, on how many such another seam is."""
        shown = sum(any(_close(w.x1, a) or _close(w.x0, b) for w in line) for line in near)
        kinds = self.kinds(seam)
        if not shown:
            return shown
        met = (i for line in near for w in line for i in w.seams if _close(self.right[i - 1], a))
        return shown + sum(self.kinds(i) == kinds for i in met)

    def kinds(self, seam: int) -> tuple[bool, bool]:
        return self.said[seam - 1].isdecimal(), self.said[seam].isdecimal()

    def _near(self, here: int, step: int, a: float, b: float) -> Iterator[list[Word]]:
        """The lines above or below, as far as no word crosses."""
        last = self.lines[here][0]
        for n in range(here + step, here + step * (REACH + 1), step):
            if not 0 <= n < len(self.lines):
                return
            line = self.lines[n]
            far = abs(line[0].middle - last.middle) > 2 * FAR * last.size
            if far or any(self._crosses(w, a, b) for w in line):
                return
            yield line
            last = line[0]

    def _crosses(self, word: Word, a: float, b: float) -> bool:
        if word.x0 > a - 1 or word.x1 < b + 1:
            return False
        return not any(_close(self.right[i - 1], a) or _close(self.left[i], b) for i in word.seams)

    def _starts_before(self, word: Word, here: int) -> list[float]:
        """Where it and the words before it begin, or meet another at a seam, as far as spaces part them."""
        starts, last = [word.x0, *(self.left[i] for i in word.seams)], word
        for other in sorted(self.lines[here], reverse=True):
            if other.x1 <= word.x0:
                if last.x0 - other.x1 > SPACE * word.size:
                    break
                starts += [other.x0, *(self.left[i] for i in other.seams)]
                last = other
        return starts

    def _ends_after(self, word: Word, here: int) -> list[float]:
        """Where it and the words after it end, or meet another at a seam, as far as spaces part them."""
        ends, last = [word.x1, *(self.right[i - 1] for i in word.seams)], word
        for other in sorted(self.lines[here]):
            if other.x0 >= word.x1:
                if other.x0 - last.x1 > SPACE * word.size:
                    break
                ends += [other.x1, *(self.right[i - 1] for i in other.seams)]
                last = other
        return ends


def _places(part: Part) -> tuple[list[float], list[float], float]:
    return [part[0]], [part[1]], sum(part)


def _is_level(words: list[Word], starts: list[float], ends: list[float], middle: float) -> bool:
    """True if a word begins at one of the places, ends at one, or has its middle (twice) at that of the part."""
    return any(
        any(_close(w.x0, x) for x in starts) or any(_close(w.x1, x) for x in ends) or _close(w.x0 + w.x1, middle)
        for w in words
    )


def _rounded(x: float) -> int:
    return round(2 * x)


def _close(x: float, y: float) -> bool:
    return -LEVEL < x - y < LEVEL
