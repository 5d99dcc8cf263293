"""Years of a reply that are not whole: they stick out of the days asked for, or it calls them part of a year."""

from __future__ import annotations

from collections.abc import Iterable

from foidesk.model import Observation, Period
from foidesk.words.periods import cut_from, is_unended


def cut_years(observations: Iterable[Observation]) -> tuple[str, ...]:
    """One sentence for each such year, as the reply wrote it; nothing where the cut goes without saying."""
    whole = dict.fromkeys(sorted(seen.period for seen in observations if seen.period))
    return tuple(dict.fromkeys(_told(one, one.label) for one in whole if is_unended(one) or cut_from(one)))


def _told(period: Period, label: str) -> str:
    if is_unended(period):
        return f"“{label}” is part of a year: the reply does not say up to which day"
    return (
        f"“{label}” is taken as {period.describe()}, the part of it that was asked for: the reply does not say so"
    )
