"""The days that do not count: holidays of every place that the law names, as a table that can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ..acts import AccessLaw

DaysOff = Mapping[date, str]
"""Each holiday with its name and where it is one."""

_PLACES = {
    "England": ("GB", "ENG"),
    "Wales": ("GB", "WLS"),
    "Scotland": ("GB", "SCT"),
    "Northern Ireland": ("GB", "NIR"),
    "US federal": ("US", None),
    "Germany": ("DE", None),
}


def place_of(name: str) -> tuple[str, str | None]:
    """Country and part of a place as laws name it: "Scotland", or its ISO 3166 code ("IE", "CA-ON").

    Raises `ValueError` for one whose holidays nobody has written down.
    """
    import holidays

    country, _, part = name.partition("-")
    known = holidays.list_supported_countries()
    if name not in _PLACES and (country not in known or (part and part not in known[country])):
        raise ValueError(f"there are no holidays of {name!r}")
    return _PLACES.get(name) or (country, part or None)


def days_off(law: AccessLaw, first_year: int, last_year: int) -> DaysOff:
    """The holidays of those years in every place whose holidays the law leaves out, in order."""
    import holidays

    found: dict[date, dict[str, list[str]]] = {}
    for place in law.response_time.holidays:
        country, part = place_of(place)
        years = range(first_year, last_year + 1)
        for day, name in holidays.country_holidays(country, subdiv=part, years=years).items():
            found.setdefault(day, {}).setdefault(name, []).append(place)
    return {day: _named(found[day], len(law.response_time.holidays)) for day in sorted(found)}


def _named(names: Mapping[str, list[str]], places: int) -> str:
    """ "Good Friday", "St. Patrick's Day (Northern Ireland)"."""
    return "; ".join(
        name if len(where) == places else f"{name} ({', '.join(where)})" for name, where in names.items()
    )


def stored(days: DaysOff, first: date, last: date) -> str:
    """The part of the table between two days as text, to be kept with a request that is sent."""
    return "|".join(f"{day.isoformat()}={name}" for day, name in days.items() if first <= day <= last)


def unstored(text: str) -> DaysOff:
    """The table that `stored` wrote."""
    entries = (entry.split("=", 1) for entry in text.split("|") if entry)
    return {date.fromisoformat(day): name for day, name in entries}
