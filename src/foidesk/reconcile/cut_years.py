"""Years of a reply that stick out of the days asked for, and are taken as their part inside."""

from __future__ import annotations

from collections.abc import Iterable

from foidesk.model import Observation, Period
from foidesk.words.periods import cut_from


def cut_years(observations: Iterable[Observation]) -> tuple[str, ...]:
    """One sentence for each such year, as the reply wrote it; nothing where the cut goes without saying."""
    cut = {seen.period: seen.period.label for seen in observations if seen.period and cut_from(seen.period)}
    return tuple(dict.fromkeys(_told(period, label) for period, label in sorted(cut.items())))


def _told(period: Period, label: str) -> str:
    return (
        f"“{label}” is taken as {period.describe()}, the part of it that was asked for: the reply does not say so"
    )
