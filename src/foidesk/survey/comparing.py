"""What changed in a story since its last clean check: by the subs, in the web headline, or in the data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import SurveyFileError
from .checking import Checked

if TYPE_CHECKING:
    from .survey import Survey

ALIKE = 0.6
"""How alike two sentences must be to count as one that was edited."""


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that is new, gone or edited, or whose verdicts are others now."""

    kind: str
    was: str
    now: str
    verdicts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "was": self.was, "now": self.now, "verdicts": list(self.verdicts)}


def compare(survey: Survey, checked: Checked, last: Path) -> tuple[Change, ...]:
    """The changes since `last`: what `check --json` printed then, or the story as it was."""
    before = (
        _of_json(last) if last.suffix.lower() == ".json" else _sentences(survey.check(last).as_json()["claims"])
    )
    now = _sentences(checked.as_json()["claims"])
    changes = [
        Change("verdict", one, one, tuple(now[one])) for one in now if one in before and before[one] != now[one]
    ]
    new, gone = [one for one in now if one not in before], [one for one in before if one not in now]
    for one in new:
        was = max(gone, key=lambda other: SequenceMatcher(None, one, other).ratio(), default="")
        if was and SequenceMatcher(None, one, was).ratio() >= ALIKE:
            gone.remove(was)
            changes.append(Change("edited", was, one, tuple(now[one])))
        else:
            changes.append(Change("new", "", one, tuple(now[one])))
    changes += [Change("gone", one, "") for one in gone]
    return tuple(changes)


def _of_json(path: Path) -> dict[str, list[str]]:
    try:
        return _sentences(json.loads(path.read_text(encoding="utf-8"))["claims"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SurveyFileError(
            f"the last check cannot be read: {error}",
            where=str(path),
            next="keep it with: foidesk check --json > LAST",
        ) from error


def _sentences(claims: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Each sentence that asserts something, with its claims and verdicts."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        if claim["verdict"] != "not a claim about the data":
            found.setdefault(claim["sentence"], []).append(f"“{claim['text']}”: {claim['verdict']}")
    return found
