"""Deadlines as a calendar file (iCalendar, RFC 5545) for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta


def calendar_file(entries: Iterable[tuple[str, date, str, str]], stamp: str) -> str:
    """One all-day entry for each (id, day, title, note); `stamp` is the time of the last event (ISO 8601)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//foidesk//deadlines//EN"]
    at = "".join(letter for letter in stamp[:19] if letter not in "-:") + "Z"
    for id, day, title, note in entries:
        lines += [
            "BEGIN:VEVENT", f"UID:{id}@foidesk", f"DTSTAMP:{at}",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(title)}", f"DESCRIPTION:{_text(note)}", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]  # fmt: skip
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """No line longer than 75 octets; what follows begins with a space. No character is cut in two."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > 74:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part
