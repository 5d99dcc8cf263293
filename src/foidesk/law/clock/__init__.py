"""The statutory clock: when an answer, a review or a complaint is due, each day of it shown and why it counts.

days = days_off(law("uk-foia-2000"), 2026, 2027)
run(law("uk-foia-2000"), (Fact("request", date(2026, 3, 2)),), days)[0].due
"""

from .calendar import DaysOff, days_off, place_of, stored, unstored
from .count import UNITS, Counted, Day, count, elapsed
from .ics import calendar_file
from .local_day import day_in
from .run import OPEN_END, Fact, Limit, explain, run

__all__ = [
    "OPEN_END",
    "UNITS",
    "Counted",
    "Day",
    "DaysOff",
    "Fact",
    "Limit",
    "calendar_file",
    "count",
    "day_in",
    "days_off",
    "elapsed",
    "explain",
    "place_of",
    "run",
    "stored",
    "unstored",
]
