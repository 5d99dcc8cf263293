"""Counting days from a day on: which count, which do not, and why."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .calendar import DaysOff

SATURDAY = 5
UNITS = ("working days", "days", "weeks", "months")


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the count: `number` it is given, 0 if it does not count, and why."""

    day: date
    number: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day, and every day from the start to it."""

    due: date
    days: tuple[Day, ...]


Pause = tuple[date, date, str]
"""First and last day that do not count, and why; the last is far away while the pause goes on."""


def count(start: date, amount: int, unit: str, off: DaysOff, pauses: Sequence[Pause] = ()) -> Counted:
    """The day on which the time ends: `amount` of `unit` after the day of `start`, which is day zero.

    Working days leave out weekends, days off and pauses; days and weeks leave out pauses only; months ignore both.
    Raises `ValueError` for a unit that is none of `UNITS`.
    """
    if unit not in UNITS:
        raise ValueError(f"{unit!r} is no unit of time: {', '.join(UNITS)}")
    if unit == "months":
        return _months(start, amount)
    amount *= 7 if unit == "weeks" else 1
    days = [Day(start, 0, "day zero")]
    number, day = 0, start
    while number < amount:
        day += timedelta(days=1)
        why = _why_not(day, unit, off, pauses)
        number += not why
        days.append(Day(day, 0 if why else number, why))
    return Counted(day, tuple(days))


def elapsed(start: date, end: date, unit: str, off: DaysOff, pauses: Sequence[Pause] = ()) -> int:
    """How many days of that unit lie between the two, that of `start` being day zero; weeks and months in days."""
    if unit in ("weeks", "months"):
        unit = "days"
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(not _why_not(day, unit, off, pauses) for day in days)


def _why_not(day: date, unit: str, off: DaysOff, pauses: Sequence[Pause]) -> str:
    for first, last, why in pauses:
        if first <= day <= last:
            return why
    if unit != "working days":
        return ""
    if day.weekday() >= SATURDAY:
        return day.strftime("%A")
    return off.get(day, "")


def _months(start: date, amount: int) -> Counted:
    """The same day some months on, or the last of a shorter month."""
    month = start.month - 1 + amount
    year, month = start.year + month // 12, month % 12 + 1
    due = date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    return Counted(due, (Day(start, 0, "day zero"), Day(due, amount, "the same day of the month")))
