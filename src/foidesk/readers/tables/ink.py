"""What is printed on a page: tokens (words) and rules (straight strokes), in points from the top left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from foidesk.readers.raised import lowered, raised

NUMBER = re.compile(
    r"^[(\-–+$£€<>~]*\d[\d.,:/%)\s]*[%*a-z†‡)]{0,2}[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉,]*$|^[-–—.*]+[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]*$"
    r"|^n/?a$|^\((?-i:[A-Z]|NA)\)$", re.I,
)  # fmt: skip
YEAR = re.compile(r"^\(?(?:FY)?(?:19|20)\d\d(?:[/\-–]\d{2,4})?[)*†]?[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉,]*$")
MARK = re.compile(r"\d{1,2}(?:,\d{1,2})*,?$")
SMALL, HIGHER, LOWER = 0.9, 0.2, 0.02  # of the font size: a mark is no larger; its foot is higher, or lower
DARK = 90
MARKS = 12  # a line of more words than this is no line of marks of footnotes
FAR = 6  # font sizes: no sign of a currency stands further from its number
DIGITS = "0123456789(-–."
CURRENCY, DOTS = ("$", "£", "€", "US$"), ".·…_"
SEAM = 0.45  # font sizes between the boxes of two words of cells that meet, at most
GROUPED, THOUSANDS = re.compile(r"[-–+$£€(]?\d{1,3}$"), re.compile(r"\d{3}(?:[.,]\d+)?[*)]?$")
"""The parts of a number whose thousands are parted by spaces: "2 243"."""
LEADER = re.compile(r"(?:[.·…_]\s?){3,}$")


class Token(NamedTuple):
    """A word as printed. `start`, `end` count characters of the page's stream, to tell who came before whom."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    size: float
    start: int = 0
    end: int = 0
    upright: bool = True
    sure: float | None = None

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


class Rule(NamedTuple):
    """A straight stroke: from `lo` to `hi` along its direction, standing at `at` across it."""

    lo: float
    hi: float
    at: float


class Frame(NamedTuple):
    """A rectangle as four plain numbers: cheaper than a `Box` where there are thousands."""

    x0: float
    y0: float
    x1: float
    y1: float

    def has(self, x: float, y: float, slack: float = 0.0) -> bool:
        return self.x0 - slack < x < self.x1 + slack and self.y0 - slack < y < self.y1 + slack


Line = list[Token]


@dataclass(slots=True)
class PageInk:
    """One page: size as displayed, its tokens, its rules across (horizontal) and down (vertical).

    `images`: where pictures stand. `slants`: the middles of slanting strokes, as charts have them.
    `bold`: the starts of the tokens that begin a line in a bold font, or stand on dark ground. `drawn`: how many
    paths there are.
    `tilt`: the degrees by which a scan was turned to lie level. `shade`: how dark each square point of a scan
    is, row by row, to tell an empty cell from one that was not read. `tools`: the programs that recognised it.
    `disputed`: where two engines read different digits (frame, one text, the other); None if only one did, once.
    `sealed`: where words stand that do not show. `of_scan`: the words are the text layer that came with a scan.
    `quarter`: the degrees by which the page was turned for words that run up or down it to stand upright.
    `remarks`: how many comments stick to the page. `clipped`: the texts that end at the edge of their own clip.
    `seams`: the words in which two runs of text meet that may be those of two cells. `files`: names and bytes of
    the files that are pinned to the page. `struck`: the words that a line is drawn through.
    `pictures`: those that may show figures. `aslant`: words aslant across the lines, with what they say.
    """

    number: int
    width: float
    height: float
    tokens: list[Token] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    images: list[Frame] = field(default_factory=list)
    slants: list[tuple[float, float]] = field(default_factory=list)
    bold: frozenset[int] = frozenset()
    drawn: int = 0
    layer: str = "text"
    tilt: float = 0.0
    shade: bytes = b""
    tools: tuple[str, ...] = ()
    disputed: Sequence[tuple[Frame, str, str]] | None = None
    sealed: list[Frame] = field(default_factory=list)
    of_scan: bool = False
    remarks: int = 0
    clipped: list[Frame] = field(default_factory=list)
    quarter: int = 0
    seams: list[Frame] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    struck: list[Frame] = field(default_factory=list)
    pictures: list[Frame] = field(default_factory=list)
    aslant: list[tuple[Frame, str]] = field(default_factory=list)
    _usual: float = field(default=0.0, init=False, repr=False, compare=False)

    @property
    def usual_size(self) -> float:
        """The font size that is the middle one of all words."""
        self._usual = self._usual or median([token.size for token in self.tokens])
        return self._usual


def holds_ink(ink: PageInk, frame: Frame) -> bool:
    """True if the scan is dark somewhere inside the frame, away from its edges."""
    wide = round(ink.width)
    x0, y0, x1, y1 = (round(v) for v in (frame.x0 + 4, frame.y0 + 4, frame.x1 - 4, frame.y1 - 4))
    rows = (ink.shade[y * wide + x0 : y * wide + x1] for y in range(max(0, y0), y1))
    return x1 > x0 and sum(any(v > DARK for v in row) for row in rows) >= 3


def frame_of(items: Iterable[Token | Frame | Phrase]) -> Frame:
    """The smallest rectangle around all items."""
    boxes = items if isinstance(items, list) else list(items)
    x0, y0, x1, y1 = boxes[0][:4]
    if len(boxes) == 1:
        return Frame(x0, y0, x1, y1)
    for box in boxes:  # plain comparisons: most lists hold two or three, and there are thousands
        if box[0] < x0:
            x0 = box[0]
        if box[1] < y0:
            y0 = box[1]
        if box[2] > x1:
            x1 = box[2]
        if box[3] > y1:
            y1 = box[3]
    return Frame(x0, y0, x1, y1)


def stands_in(token: Token, frames: Iterable[Frame]) -> bool:
    """True if the middle of the word lies in one of the frames, or no further than a point beside it."""
    left, top, right, bottom = token[:4]
    x, y = (left + right) / 2, (top + bottom) / 2
    for x0, y0, x1, y1 in frames:  # noqa: SIM110 - asked of every word of every page
        if x0 - 1.0 < x < x1 + 1.0 and y0 - 1.0 < y < y1 + 1.0:
            return True
    return False


def is_number(text: str) -> bool:
    """True for what a table prints as a value: digits with signs and units, a dash, n/a."""
    return bool(NUMBER.match(text))


def is_year(text: str) -> bool:
    """True for a year as heads of columns print it: 2019, 2019/20, (2019), FY2019."""
    return bool(YEAR.match(text))


def text_of(tokens: Iterable[Token]) -> str:
    """The words with single spaces."""
    return " ".join([token.text for token in tokens])


def cluster(values: Iterable[float], tolerance: float) -> list[float]:
    """The means of the groups into which the values fall, neighbours being nearer than `tolerance`."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= tolerance:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def median(values: Sequence[float]) -> float:
    """The middle value (the upper one of two)."""
    return sorted(values)[len(values) // 2]


# ------------------------------------------------------------------ lines


class _Band:
    """A line while it grows: the core band of its first token decides who else stands on it."""

    __slots__ = ("bottom", "middle", "tokens", "top")

    def __init__(self, token: Token) -> None:
        third = 0.3 * (token.y1 - token.y0)
        self.middle = token.middle
        self.top, self.bottom = self.middle - third, self.middle + third
        self.tokens = [token]

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def takes(self, token: Token) -> bool:
        middle, height, core = (token.y0 + token.y1) / 2, token.y1 - token.y0, self.bottom - self.top
        if self.top < middle < self.bottom and height < 1.8 * core:
            return True
        return abs(middle - self.middle) < 0.32 * min(height, core)


def lines_of(tokens: Iterable[Token]) -> list[Line]:
    """Lines from top to bottom, tokens from left to right; a superscript stands on the line it belongs to."""
    bands: list[_Band] = []
    for token in sorted(tokens, key=lambda t: (t.y0 + t.y1, t.x0)):
        for band in bands[:-5:-1]:
            if band.takes(token):
                band.tokens.append(token)
                break
        else:
            bands.append(_Band(token))
    _give_marks(bands)
    lines = [mend(sorted(band.tokens)) for band in bands if band.tokens]
    return sorted(lines, key=lambda line: min(token.y0 for token in line))


def _give_marks(bands: list[_Band]) -> None:
    """Put each small mark that is set higher or lower than the word it touches on that word's line."""
    for n, band in enumerate(bands):
        near = [
            other for other in bands[max(0, n - 3) : n + 4] if other is not band and other.height > band.height
        ]
        for token in list(band.tokens) if near and len(band.tokens) <= MARKS else ():
            host = next((other for other in near if any(_marks(token, word) for word in other.tokens)), None)
            if host is not None and token.upright:
                band.tokens.remove(token)
                host.tokens.append(token)


def _marks(mark: Token, word: Token) -> bool:
    """True if the mark is smaller than the word, touches it, and half of it or more stands beside it."""
    height = mark.y1 - mark.y0
    if height > SMALL * (word.y1 - word.y0) or len(mark.text) > 3 or not word.upright:
        return False
    beside = -0.3 < (mark.x0 - word.x1) / word.size < 0.3 or -0.3 < (word.x0 - mark.x1) / word.size < 0.3
    return beside and min(mark.y1, word.y1) - max(mark.y0, word.y0) >= 0.5 * height


def meets(a: Token, b: Token) -> bool:
    """True for words of two cells with nothing between them: no blank stands there, and yet they were parted."""
    return a.end == b.start > 0 and -0.1 * b.size < b.x0 - a.x1 < SEAM * b.size


def mend(line: Line) -> Line:
    """The line with words put together that the file stores in pieces, and doubled (fake bold) words once.

    A row of dots is one leader; a currency sign at the left of a column belongs to the number at its right.
    """
    out: Line = []
    last: Token | None = None
    for token in line:
        if last is not None and _doubled(last, token):
            continue
        if last is not None and _is_raised(last, token):
            token = token._replace(text=raised(token.text))
        elif last is not None and _is_lowered(last, token):
            token = token._replace(text=lowered(last.text, token.text))
        if last is not None and (_belongs(last, token) or _is_sign(out, token)):
            out[-1] = last = _glued(last, token)
        else:
            out.append(token)
            last = token
    return out


def _is_raised(word: Token, mark: Token) -> bool:
    """True for the small, raised figure of a note behind a word: the mark of 45¹ must not make it 451."""
    return _is_mark(word, mark) and word.y1 - mark.y1 > HIGHER * word.size


def _is_lowered(word: Token, mark: Token) -> bool:
    """True for one that is set low: its foot, and its top, stand below those of the word."""
    drops = mark.y1 - word.y1 > LOWER * word.size and mark.y0 - word.y0 > HIGHER * word.size
    return drops and _is_mark(word, mark)


def _is_mark(word: Token, mark: Token) -> bool:
    """True for a small figure close behind a word."""
    if mark.sure is not None or not MARK.match(mark.text) or not (word.upright and mark.upright):
        return False
    near = abs(mark.x0 - word.x1) < 0.3 * min(word.size, 2 * mark.size)
    return near and mark.size < SMALL * word.size


def _belongs(a: Token, b: Token) -> bool:
    gap = (b.x0 - a.x1) / max(a.size, b.size)
    if gap >= FAR:
        return False
    if a.text in CURRENCY and b.text[:1] in DIGITS:
        return gap < FAR
    if a.text[-1] in DOTS and b.text[0] in DOTS and not b.text.strip(DOTS):
        # where boxes are drawn tight round the ink, a dot's height is no font size: its width tells
        return gap < 1.2 or b.x0 - a.x1 < 1.5 * (b.x1 - b.x0) / len(b.text)
    return _broken(a, b)


def _is_sign(before: Line, number: Token) -> bool:
    """True if a dollar sign stands before the number, however far, and apart from what is before the sign.

    So American tables set it: at the left edge of a column, its figures at the right one.
    """
    sign = before[-1]
    apart = len(before) < 2 or sign.x0 - before[-2].x1 > 0.1 * sign.size
    return (
        sign.text in ("$", "US$") and apart and number.text[:1] in DIGITS and number.x0 - sign.x1 < 30 * sign.size
    )


def _doubled(a: Token, b: Token) -> bool:
    return a.text == b.text and abs(a.x0 - b.x0) < 0.6 and abs(a.x1 - b.x1) < 0.6


def _broken(a: Token, b: Token) -> bool:
    gap = b.x0 - a.x1
    size = max(a.size, b.size)
    if not -0.5 * min(a.size, b.size) < gap < 0.12 * size or not (a.upright and b.upright):
        return False
    spaced = a.end < b.start <= a.end + 2
    return a.sure is None and (gap < 0.05 * size or not spaced)


def _glued(a: Token, b: Token) -> Token:
    return Token(
        a.x0, min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1), a.text + b.text, max(a.size, b.size),
        min(a.start, b.start), max(a.end, b.end), a.upright, b.sure,
    )  # fmt: skip


# ------------------------------------------------------------------ phrases


class Phrase(NamedTuple):
    """Words of a line that stand as close as words of a sentence do."""

    x0: float
    y0: float
    x1: float
    y1: float
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        return text_of(self.tokens)


def phrases(line: Line, gap: float = 0.9) -> list[Phrase]:
    """The line cut where the space is wider than `gap` font sizes."""
    runs: list[Line] = []
    right = size = 0.0
    end = -1
    for token in line:
        own = token.size
        near = runs and token.x0 - right <= gap * (own if own > size else size)
        if near and (end != token.start or not meets(runs[-1][-1], token)):
            runs[-1].append(token)
        else:
            runs.append([token])
        right, size, end = token.x1, own, token.end
    return [Phrase(*frame_of(run), tuple(run)) for run in runs]
