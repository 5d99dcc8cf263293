"""A verdict with its reasons, before it has a place in the draft."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comes of a claim: verdict, kind, what the data say, why, and what it is bound to.

    `first` is, where a person is needed, the verdict if the first reading is meant and no word restricts it.
    `is_whose` is true where only a person can say of whom, or of which time, an accusation is told.
    """

    verdict: str
    kind: str = "number"
    value: str = ""
    why: str = ""
    finding: str = ""
    part: str = ""
    body: str = ""
    reason: str = ""
    first: str = ""
    is_whose: bool = False
