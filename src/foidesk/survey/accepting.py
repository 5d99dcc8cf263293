"""Readings that a person accepts, written into the draft as spans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .. import claims
from ..errors import FoideskError
from ..model import Claim
from ..store.files import write_atomically
from .checking import Checked, is_markdown

if TYPE_CHECKING:
    from .survey import Survey

WRITABLE = (".md", ".markdown", ".txt", ".text", "")
"""Files that are what is read of them: a span can be put where the claim stands."""


def askable(checked: Checked) -> tuple[Claim, ...]:
    """The open claims of which a first reading is known, in the order of the story."""
    return tuple(claim for claim in checked.claims if claims.can_accept(claim))


def in_words(survey: Survey, claim: Claim) -> str:
    """The first reading of a claim as a person would say it."""
    return claims.in_words(claim, survey.definition)


def write(survey: Survey, checked: Checked, story: Path | None, taken: Sequence[Claim], who: str) -> int:
    """Puts a span around each claim taken; how many it could. Refused if the file was changed meanwhile."""
    path = story or survey.folder / "story.md"
    need_writable(path)
    now = path.read_bytes().decode("utf-8")
    if now.removeprefix("\ufeff") != checked.text.removeprefix("\ufeff"):
        raise FoideskError(
            "the story was changed while you answered", where=str(path), next="nothing was written: check it again"
        )
    done = claims.written(now, taken, who, is_markdown(path))
    write_atomically(path, done.encode("utf-8"))
    return done.count("{read=") + done.count("{case=") - now.count("{read=") - now.count("{case=")


def need_writable(path: Path) -> None:
    """Raises where spans cannot be written into the file."""
    if path.suffix.lower() not in WRITABLE:
        raise FoideskError(
            "spans are written into Markdown and text files only", where=str(path),
            next="save the story as .md or .txt, or write the spans of `check --json` (`accept`) by hand",
        )  # fmt: skip
