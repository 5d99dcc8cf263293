"""Charts as SVG, written out by hand: the same bytes everywhere, readable without any program but the browser.

Three marks, told apart by shape as well as by colour: a bar for a figure the replies state, a capped line for a
range that they leave open, a diamond where they give no more than a lower bound. A body without a figure keeps
its line, with the reason in words. Each row carries its value, so that nothing has to be read off the axis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from math import ceil, floor, log10

from .naming import short

BLUE, INK, GREY, RULE = "#0b5c8f", "#1d1d1b", "#54595e", "#d9dcdf"
ROW, TOP, BAR, LINE = 25, 34, 12, 15
CHARACTER = 7.0  # the mean width of a character of the labels at 13 pixels: an upper estimate for Arial


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: what the replies state, the true range beside it, and the value in words.

    `stated` is None for a figure that is itself a range. `hi` None with `lo` set: only a lower bound is known.
    Where there is no figure at all, `words` says why.
    """

    label: str
    stated: float | None
    lo: float | None
    hi: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """An SVG for wide and one for narrow screens, their title and description."""

    id: str
    title: str
    description: str
    wide: str
    narrow: str
    has_range: bool
    has_bound: bool


def bar_chart(title: str, description: str, axis: str, bars: Sequence[Bar], percent: bool = False) -> Chart | None:
    """A chart of bars and ranges in the order given; None if there is no figure to draw."""
    if not any(bar.stated is not None or bar.lo is not None for bar in bars):
        return None
    id = "chart-" + short(f"{title} {axis} {bars}", 8)
    drawn = [
        _Drawing(f"{id}-{size}", title, description, axis, tuple(bars), percent, width).svg()
        for size, width in (("wide", 540), ("narrow", 335))
    ]
    ranges = any(_is_range(bar) for bar in bars)
    return Chart(id, title, description, drawn[0], drawn[1], ranges, any(_is_bound(bar) for bar in bars))


def _is_range(bar: Bar) -> bool:
    return bar.lo is not None and bar.hi is not None and bar.hi > bar.lo


def _is_bound(bar: Bar) -> bool:
    return bar.lo is not None and bar.hi is None


@dataclass(frozen=True)
class _Drawing:
    id: str
    title: str
    description: str
    axis: str
    bars: tuple[Bar, ...]
    percent: bool
    width: int

    def svg(self) -> str:
        """The picture with title and description for a screen reader, which hears it as one image."""
        height = TOP + self._step * len(self.bars) + 6
        head = (
            f'<svg viewBox="0 0 {self.width} {height}" width="{self.width}" height="{height}" role="img" '
            f'aria-labelledby="{self.id}-t {self.id}-d" font-size="13">'
            f'<title id="{self.id}-t">{escape(self.title)}</title>'
            f'<desc id="{self.id}-d">{escape(self.description)}</desc>'
        )
        rows = (self._row(bar, TOP + self._step * index) for index, bar in enumerate(self.bars))
        return head + "".join([*self._axis(height), *rows]) + "</svg>\n"

    # Scale

    @cached_property
    def _longest(self) -> float:
        return max(len(bar.label) for bar in self.bars) * CHARACTER + 14

    @cached_property
    def _above(self) -> bool:
        """True if labels stand above their bars, since beside them they would leave the bars too little room."""
        return self._longest + self._words_room > self.width * 0.62

    @cached_property
    def _words_room(self) -> float:
        longest = max((len(bar.words) for bar in self.bars if bar.lo is not None), default=0)
        return longest * CHARACTER + 14

    @cached_property
    def _step(self) -> int:
        return ROW + LINE if self._above else ROW

    @cached_property
    def _left(self) -> float:
        """Where the figures begin."""
        return 8 if self._above else self._longest

    @cached_property
    def _right(self) -> float:
        return max(self._left + 60, self.width - self._words_room)

    def _extent(self) -> tuple[float, float]:
        ends = [end for bar in self.bars for end in (bar.stated, bar.lo, bar.hi) if end is not None]
        low, high = min(0.0, *ends), max(0.0, *ends)
        return (low, high) if high > low else (low, low + 1)

    @cached_property
    def _ticks(self) -> list[float]:
        """Round numbers from the start to the end of the axis: three to six of them, fewer where they are long."""
        least = 0.01 if self.percent else self._least
        every = [
            ticks(*self._extent(), about, least)
            for about in ((4, 2.5, 1.5, 1) if self.width > 400 else (2.5, 1.5, 1))
        ]
        return next((found for found in every if self._fit(found)), every[-1])

    def _fit(self, found: list[float]) -> bool:
        """True if no number of the axis runs into the next."""
        room = (self._right - self._left) / (len(found) - 1)
        return max(len(self._number(one)) for one in found) * CHARACTER <= room

    @cached_property
    def _least(self) -> float:
        """The finest step: whole numbers for whole figures."""
        ends = [end for bar in self.bars for end in (bar.stated, bar.lo, bar.hi) if end is not None]
        return 1 if all(end == int(end) for end in ends) else 0.001

    def _x(self, value: float) -> float:
        ticks = self._ticks
        return self._left + (value - ticks[0]) / (ticks[-1] - ticks[0]) * (self._right - self._left)

    # Marks

    def _axis(self, height: int) -> Iterator[str]:
        yield f'<text x="{self._left:.1f}" y="11" fill="{GREY}" font-size="12">{escape(self.axis)}</text>'
        for tick in self._ticks:
            x = f"{self._x(tick):.1f}"
            colour = INK if tick == 0 else RULE
            yield f'<path d="M{x} {TOP - 3}V{height - 4}" stroke="{colour}"/>'
            place = f'x="{x}" y="{TOP - 8}" text-anchor="middle"'
            yield f'<text {place} fill="{GREY}" font-size="12">{self._number(tick)}</text>'

    def _number(self, value: float) -> str:
        return f"{value * 100:,.10g}%" if self.percent else f"{value:,.10g}"

    def _row(self, bar: Bar, top: float) -> str:
        y = top + self._step - ROW / 2
        label = self._label_above(bar, top + 14) if self._above else self._label_beside(bar, y + 4.5)
        return "".join([label, *self._marks(bar, y), self._words(bar, y)])

    def _label_beside(self, bar: Bar, y: float) -> str:
        at = f'x="{self._left - 9:.1f}" y="{y:.1f}" text-anchor="end"'
        return f'<text {at} fill="{INK}">{escape(bar.label)}</text>'

    def _label_above(self, bar: Bar, y: float) -> str:
        """On a line of its own; the white edge keeps the grid from crossing the words."""
        room = int((self.width - 12) / CHARACTER)
        shown = bar.label if len(bar.label) <= room else bar.label[: room - 1].rstrip() + "…"
        edge = 'stroke="#fff" stroke-width="4" paint-order="stroke"'
        return f'<text x="{self._left + 4:.1f}" y="{y:.1f}" fill="{INK}" {edge}>{escape(shown)}</text>'

    def _marks(self, bar: Bar, y: float) -> Iterator[str]:
        if bar.stated is not None:
            start, end = sorted((self._x(0), self._x(bar.stated)))
            place = f'x="{start:.1f}" y="{y - BAR / 2:.1f}" width="{end - start:.1f}" height="{BAR}"'
            yield f'<rect {place} fill="{BLUE}"/>'
        if bar.lo is not None and bar.hi is not None and bar.hi > bar.lo:
            yield self._range(self._x(bar.lo), self._x(bar.hi), y)
        if bar.lo is not None and bar.hi is None:
            yield self._diamond(self._x(bar.lo), y)

    def _range(self, start: float, end: float, y: float) -> str:
        caps = "".join(f"M{x:.1f} {y - 6:.1f}v12" for x in (start, end))
        line = f"M{start:.1f} {y:.1f}H{end:.1f}{caps}"
        # A white line under the dark one keeps the range readable where it lies over a bar.
        return (
            f'<path d="{line}" stroke="#fff" stroke-width="4.4" fill="none"/>'
            f'<path d="{line}" stroke="{INK}" stroke-width="2" fill="none"/>'
        )

    def _diamond(self, x: float, y: float) -> str:
        return f'<path d="M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z" fill="#fff" stroke="{INK}" stroke-width="2"/>'

    def _words(self, bar: Bar, y: float) -> str:
        ends = [end for end in (bar.stated, bar.lo, bar.hi) if end is not None]
        x = self._x(max([0.0, *ends])) + (12 if _is_bound(bar) else 8)
        style = f'fill="{INK}"' if ends else f'fill="{GREY}" font-style="italic"'
        return f'<text x="{x:.1f}" y="{y + 4.5:.1f}" {style}>{escape(bar.words)}</text>'


def ticks(low: float, high: float, about: float, least: float) -> list[float]:
    """Round numbers that reach from at or below `low` to at or above `high`, about so many steps."""
    step = _round_step((high - low) / about, least)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [step * count for count in range(first, last + 1)]


def _round_step(rough: float, least: float) -> float:
    """The next of 1, 2, 5 times a power of ten, at or above the rough step and no smaller than `least`."""
    power = 10.0 ** floor(log10(max(rough, least)))
    return next(each * power for each in (1, 2, 5, 10) if each * power >= max(rough, least) * (1 - 1e-9))
