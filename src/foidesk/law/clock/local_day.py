"""The day on which something happened where a law holds: late in the evening it may be the next one there."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MIDNIGHT = "T00:00:00"
"""How a moment reads of which only the day is known."""


def day_in(at: str, zone: str = "") -> date:
    """The day of a moment (ISO 8601) in the zone; as it is written where only the day or no zone is known."""
    moment = datetime.fromisoformat(at)
    if not zone or moment.tzinfo is None or MIDNIGHT in at:
        return moment.date()
    try:
        return moment.astimezone(ZoneInfo(zone)).date()
    except (ZoneInfoNotFoundError, OverflowError):  # Windows brings no table of zones
        return moment.date()
