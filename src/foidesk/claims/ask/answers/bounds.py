"""Bounds as words, and one divided by another."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from foidesk.words.amounts import plural

from ..evaluate import Bench, Interval
from ..reading import Reading


def span_words(lo: Decimal | int, hi: Decimal | int | None) -> str:
    """Bounds as a reader sees them: "12", "12 to 15", "12 or more"."""

    def one(value: Decimal | int) -> str:
        value = Decimal(value)
        return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"

    return one(lo) if lo == hi else f"{one(lo)} or more" if hi is None else f"{one(lo)} to {one(hi)}"


def percent_words(lo: Decimal, hi: Decimal) -> str:
    """Bounds of a share in per cent."""
    return f"{lo * 100:.1f}%" if lo == hi else f"{lo * 100:.1f}% to {hi * 100:.1f}%"


def moved(lo: Decimal, hi: Decimal, direction: int, write: Callable[[Decimal, Decimal], str]) -> str:
    """A change as a reader sees it: "3 up", "2 down", "between 2 down and 3 up"."""
    ahead, back = ("down", "up") if direction < 0 else ("up", "down")
    if lo >= 0:
        return f"{write(lo, hi)} {ahead}"
    if hi <= 0:
        return f"{write(-hi, -lo)} {back}"
    return f"between {write(-lo, -lo)} {back} and {write(hi, hi)} {ahead}"


def whose(bench: Bench, asked: Reading, bodies: tuple[str, ...]) -> str:
    """Whose figure it is and of when, in brackets."""
    if len(bodies) == 1:
        return f" ({bench.name(bodies[0])}{f', {asked.period}' if asked.period else ''})"
    return f" ({plural(len(bodies), 'body', 'bodies')}{f', {asked.period}' if asked.period else ''})"


def unit_words(
    lo: Decimal, hi: Decimal | None, unit: str, bench: Bench, asked: Reading, bodies: tuple[str, ...]
) -> str:
    """Bounds with their unit and whose they are."""
    return f"{span_words(lo, hi)} {unit}{whose(bench, asked, bodies)}"


def divided(part: Interval, base: Interval) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the share can be; None where a bound is open or the whole may be nothing."""
    if not base[0] or part[1] is None:
        return None
    lo = Decimal(0) if base[1] is None else part[0] / base[1]
    return lo, part[1] / base[0]
