"""The marks of yes and no in a list: an x or a tick, "Y", "No", a dash."""

from __future__ import annotations

from ..figures.grid import Slot

YES = frozenset(("y", "yes", "true", "x", "✓", "✔", "☑", "☒", "ja", "j", "wahr", "tick"))
NO = frozenset(("n", "no", "false", "-", "–", "—", "☐", "nein", "falsch", "n/a", "na"))


def mark(slot: Slot) -> str:
    """What a cell says, as the marks here are written."""
    return slot.text.strip(" .").casefold()


def is_tick_or_none(slot: Slot) -> bool:
    """True for a mark of yes or no, and for a blank cell."""
    return slot.blank or mark(slot) in YES | NO
