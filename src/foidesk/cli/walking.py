"""`decide --walk`: one open question after the other, each answered by one key."""

from __future__ import annotations

import click

from ..model import UNREADABLE, Choice
from ..survey import Survey
from ..survey.deciding import open_choices
from .output import plural, shorten

REASON = "as the document reads"
KEYS = "Enter accepts what is suggested, 1 to 9 chooses, l is later, x unreadable, u undoes, q stops"
MOST = 9


def walk(survey: Survey, start: str, kind: str, who: str, reason: str) -> None:
    """Asks what is open, the weightiest first, until it is stopped; nothing is recorded but by a key."""
    click.echo(KEYS)
    later: set[str] = set()
    taken: list[str] = []
    while waiting := [one for one in open_choices(survey, start, kind) if one.id not in later]:
        _show(waiting[0], len(waiting))
        key = _key()
        if key in ("q", "\x03", "\x04", ""):
            break
        if key == "l":
            later.add(waiting[0].id)
        elif key == "u" and taken:
            survey.revoke(taken.pop(), who, "taken back at once")
        elif answer := _answer(waiting[0], key):
            taken.append(survey.decide(waiting[0].id, answer, who, reason or REASON).judgement.id)
        else:
            click.echo(KEYS)
    click.echo(f"Recorded: {plural(len(taken), 'answer')}")


def _key() -> str:
    try:
        return click.getchar()
    except OSError as error:
        raise click.UsageError(
            "--walk needs a terminal: answer with --answer, or by a sheet (--to, --from)"
        ) from error


def _show(choice: Choice, left: int) -> None:
    body = f"{choice.body}: " if choice.body else ""
    click.echo(f"\n[{choice.kind}] {body}{shorten(choice.question, 300)} ({left} open)")
    for locator in choice.locators[:2]:
        click.echo(f"    {shorten(locator.quote or locator.describe(), 300)}")
    for number, option in enumerate(choice.options[:MOST], 1):
        click.echo(f"  {number}  {shorten(option.label, 90)}{' (suggested: Enter)' if option.suggested else ''}")


def _answer(choice: Choice, key: str) -> str:
    """The option that the key stands for; "" if it stands for none."""
    if key in ("\r", "\n"):
        return next((option.id for option in choice.options if option.suggested), "")
    if key == "x":
        return UNREADABLE
    within = key.isdigit() and 1 <= int(key) <= min(MOST, len(choice.options))
    return choice.options[int(key) - 1].id if within else ""
