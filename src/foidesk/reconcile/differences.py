"""Two documents of a body that say the same again and differ, in a sentence that a person understands."""

from __future__ import annotations

from collections.abc import Sequence

from .versions import Letter, why_later

SHOWN = 5


def in_words(
    one: Letter, other: Letter, names: tuple[str, str], rows: Sequence[tuple[str, str]], kind: str
) -> str:
    """What each of the two says, row by row, and which may be the later word of the body, with the evidence."""
    told = "; ".join(_row(names, row) for row in rows[:SHOWN])
    more = f"; and {len(rows) - SHOWN} rows more" if len(rows) > SHOWN else ""
    is_all = all(first and second for first, second in rows)
    ends = "both cannot be right" if is_all else "the one holds what the other does not"
    said = f"{names[0]} and {names[1]} give the same account and differ: {told}{more}; {ends}."
    later = why_later(one, other) if kind == "version" else ""
    return f"{said} Which stands?{f' Likeliest: {later}.' if later else ''}"


def _row(names: tuple[str, str], row: tuple[str, str]) -> str:
    first, second = row
    if first and second:
        return f"{names[0]} says “{first}”, {names[1]} “{second}”"
    return f"only {names[0]} has “{first}”" if first else f"only {names[1]} has “{second}”"
