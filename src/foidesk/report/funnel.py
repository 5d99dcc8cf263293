"""A funnel plot as SVG: each body's rate over its size, between the limits that chance alone sets.

A dot is a rate that the replies settle, a capped line one that they leave open. Only bodies beyond a limit are
named in the picture; the table below it has them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from foidesk.model import Amount, ControlLimit

from .charts import BLUE, CHARACTER, GREY, INK, RULE, ticks
from .naming import short

HEIGHT, TOP, BOTTOM, LEFT = 340, 30, 44, 46
APART = 15
"""So far apart are two names at least, in pixels."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One body: its name, size, rate (`hi` None: no upper end) and whether it lies beyond a limit."""

    name: str
    size: float
    lo: float
    hi: float | None
    is_outside: bool


@dataclass(frozen=True, slots=True)
class Funnel:
    """An SVG for wide and one for narrow screens, with title and description."""

    id: str
    title: str
    description: str
    wide: str
    narrow: str
    has_range: bool


def funnel_chart(
    title: str, axes: tuple[str, str], whole: Amount, limits: Sequence[ControlLimit], marks: Sequence[Mark],
    percent: bool = False,
) -> Funnel | None:  # fmt: skip
    """The plot; None if there are no limits to draw or fewer than two bodies."""
    if len(limits) < 2 or len(marks) < 2:
        return None
    said = _described(marks)
    id = "funnel-" + short(f"{title} {axes} {limits} {marks}", 8)
    drawn = [
        _Drawing(f"{id}-{name}", title, said, axes, whole, tuple(limits), tuple(marks), percent, width).svg()
        for name, width in (("wide", 640), ("narrow", 335))
    ]
    return Funnel(id, title, said, drawn[0], drawn[1], any(mark.hi != mark.lo for mark in marks))


def _described(marks: Sequence[Mark]) -> str:
    outside = [mark.name for mark in marks if mark.is_outside]
    beyond = f"beyond the 95 % limits: {', '.join(outside)}" if outside else "none lies beyond the 95 % limits"
    return f"{len(marks)} bodies by size and rate; {beyond}. The table below has every figure."


@dataclass(frozen=True)
class _Drawing:
    id: str
    title: str
    description: str
    axes: tuple[str, str]
    whole: Amount
    limits: tuple[ControlLimit, ...]
    marks: tuple[Mark, ...]
    percent: bool
    width: int

    def svg(self) -> str:
        """The picture with title and description for a screen reader, which hears it as one image."""
        head = (
            f'<svg viewBox="0 0 {self.width} {HEIGHT}" width="{self.width}" height="{HEIGHT}" role="img" '
            f'aria-labelledby="{self.id}-t {self.id}-d" font-size="13">'
            f'<title id="{self.id}-t">{escape(self.title)}</title>'
            f'<desc id="{self.id}-d">{escape(self.description)}</desc>'
        )
        return head + "".join([*self._grid(), *self._curves(), *self._dots(), *self._names()]) + "</svg>\n"

    # Scales

    @cached_property
    def _across(self) -> list[float]:
        ends = [float(one.size) for one in self.limits]
        return ticks(min(ends), max(ends), 5 if self.width > 400 else 3, 1)

    @cached_property
    def _up(self) -> list[float]:
        """From zero to the highest mark; a limit that rises far above it is cut off."""
        tops = [mark.lo if mark.hi is None else mark.hi for mark in self.marks]
        drawn = [float(one.high95) for one in self.limits if float(one.size) >= min(m.size for m in self.marks)]
        return ticks(0.0, max(*tops, *drawn), 5, 0.001)

    def _x(self, size: float) -> float:
        start, end = self._across[0], self._across[-1]
        return LEFT + (size - start) / (end - start) * (self.width - LEFT - 14)

    def _y(self, rate: float) -> float:
        return HEIGHT - BOTTOM - rate / self._up[-1] * (HEIGHT - BOTTOM - TOP)

    def _number(self, value: float) -> str:
        return f"{value * 100:,.6g}%" if self.percent else f"{value:,.6g}"

    # Marks

    def _grid(self) -> Iterator[str]:
        yield f'<text x="2" y="13" fill="{GREY}" font-size="12">{escape(self.axes[1])}</text>'
        end = f'x="{self.width - 14}" y="{HEIGHT - 6}" text-anchor="end"'
        yield f'<text {end} fill="{GREY}" font-size="12">{escape(self.axes[0])}</text>'
        for rate in self._up:
            y = f"{self._y(rate):.1f}"
            yield f'<path d="M{LEFT} {y}H{self.width - 14}" stroke="{INK if rate == 0 else RULE}"/>'
            place = f'x="{LEFT - 6}" y="{self._y(rate) + 4:.1f}" text-anchor="end"'
            yield f'<text {place} fill="{GREY}" font-size="12">{self._number(rate)}</text>'
        for size in self._across:
            anchor = "end" if size == self._across[-1] else "middle"
            x = f'x="{self._x(size):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="{anchor}"'
            yield f'<text {x} fill="{GREY}" font-size="12">{size:,.10g}</text>'

    def _curves(self) -> Iterator[str]:
        for name, style in (("low998", ""), ("high998", ""), ("low95", "5 4"), ("high95", "5 4")):
            dash = f' stroke-dasharray="{style}"' if style else ""
            points = [(float(one.size), float(getattr(one, name))) for one in self.limits]
            yield f'<path d="{self._path(points)}" fill="none" stroke="{GREY}" stroke-width="1.3"{dash}/>'
        for end in dict.fromkeys((float(self.whole.lo), float(self.whole.hi or self.whole.lo))):
            yield f'<path d="M{LEFT} {self._y(end):.1f}H{self.width - 14}" stroke="{INK}" stroke-width="1.3"/>'

    def _path(self, points: list[tuple[float, float]]) -> str:
        """Through the points, from where the curve comes in under the top of the picture."""
        top = self._up[-1]
        parts: list[str] = []
        for before, (size, rate) in zip([None, *points], points, strict=False):
            if rate > top:
                continue
            if not parts and before is not None and before[1] > top:
                cut = before[0] + (size - before[0]) * (before[1] - top) / (before[1] - rate)
                parts.append(f"{self._x(cut):.1f} {self._y(top):.1f}")
            parts.append(f"{self._x(size):.1f} {self._y(rate):.1f}")
        return f"M{'L'.join(parts)}" if parts else "M0 0"

    def _dots(self) -> Iterator[str]:
        for mark in self.marks:
            x, y = self._x(mark.size), self._y(mark.lo)
            if mark.hi == mark.lo:
                fill = BLUE if mark.is_outside else "#fff"
                yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}" stroke="{BLUE}" stroke-width="1.6"/>'
            else:
                top = self._y(self._up[-1] if mark.hi is None else min(mark.hi, self._up[-1]))
                caps = "" if mark.hi is None else f"M{x - 4:.1f} {top:.1f}h8"
                yield (
                    f'<path d="M{x:.1f} {y:.1f}V{top:.1f}M{x - 4:.1f} {y:.1f}h8{caps}" '
                    f'stroke="{BLUE}" stroke-width="1.8" fill="none"/>'
                )

    def _names(self) -> Iterator[str]:
        """The names of those beyond a limit, beside their marks and never over each other."""
        taken: list[float] = []
        for mark in sorted((one for one in self.marks if one.is_outside), key=lambda one: -one.lo):
            y = self._y(mark.lo) + 4.5
            while any(abs(y - other) < APART for other in taken):
                y += 1
            taken.append(y)
            x, room = self._x(mark.size), len(mark.name) * CHARACTER
            right = x + 9 + room < self.width
            place = f'x="{x + 9:.1f}"' if right else f'x="{x - 9:.1f}" text-anchor="end"'
            edge = 'stroke="#fff" stroke-width="3" paint-order="stroke"'
            yield f'<text {place} y="{y:.1f}" fill="{INK}" {edge}>{escape(mark.name)}</text>'
