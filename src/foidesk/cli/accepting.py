"""`check --ask`: one open claim after the other; one key accepts its first reading."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import Claim
from ..survey import Survey
from ..survey.accepting import askable, in_words, need_writable, write
from ..survey.checking import Checked
from .output import plural, shorten

KEYS = (
    "Enter or a: so it is meant; s: leave it open; u: take the last back; q: stop (what was accepted is written)"
)
_STOPS = ("q", "\x03", "\x04", "")


def ask(survey: Survey, checked: Checked, story: Path | None, who: str) -> None:
    """Asks of each claim whether its first reading is meant, and writes the spans at the end."""
    need_writable(story or survey.folder / "story.md")
    waiting = askable(checked)
    others = len(checked.blocking) - len(waiting)
    if not waiting:
        click.echo(f"No first reading to accept; {plural(others, 'claim')} open.")
        return
    click.echo(KEYS)
    taken = _answers(survey, waiting)
    count = write(survey, checked, story, taken, who) if taken else 0
    click.echo(
        f"Written: {plural(count, 'span')}; {plural(len(checked.blocking) - count, 'claim')} left to settle."
    )
    if count < len(taken):
        click.echo("Where words hold markup or lie across a span, write the span yourself.")


def _answers(survey: Survey, waiting: tuple[Claim, ...]) -> list[Claim]:
    taken: list[Claim] = []
    place = 0
    while place < len(waiting):
        claim = waiting[place]
        _show(survey, claim, len(waiting) - place)
        key = _key()
        if key in _STOPS:
            break
        if key == "u":
            place = max(0, place - 1)
            taken = [one for one in taken if one is not waiting[place]]
            continue
        if key in ("\r", "\n", "a"):
            taken.append(claim)
        elif key != "s":
            click.echo(KEYS)
            continue
        place += 1
    return taken


def _show(survey: Survey, claim: Claim, left: int) -> None:
    click.echo(f"\nline {claim.line} ({left} left): {shorten(claim.sentence, 300)}")
    click.echo(f"    “{shorten(claim.text)}” {claim.why}")
    if words := in_words(survey, claim):
        click.echo(f"    read as: {words}")
    said = f": the replies give {claim.value}" if claim.value else ""
    click.echo(f"    if so it is {claim.first}{said}")


def _key() -> str:
    try:
        return click.getchar()
    except OSError as error:
        raise click.UsageError("--ask needs a terminal; --json gives the spans to write (`accept`)") from error
