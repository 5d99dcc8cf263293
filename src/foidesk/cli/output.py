"""What every command shares: finding the survey, printing JSON, showing progress."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from ..survey import Survey

Command = TypeVar("Command", bound=Callable[..., Any])

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


def _trust(ctx: click.Context, option: click.Parameter, given: bool) -> bool:
    ctx.meta["foidesk.trust"] = given
    return given


trust_option = click.option(
    "--trust", is_flag=True, expose_value=False, callback=_trust,
    help="Run the recipes that are programs in the survey folder.",
)  # fmt: skip


def survey_of(ctx: click.Context) -> Survey:
    """The survey that the command is about."""
    return Survey.find(ctx.obj, Progress(), ctx.meta.get("foidesk.trust", False))


def print_json(value: Any) -> None:
    """JSON on standard output, with keys in a fixed order."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=False, default=str))


def shorten(text: str, width: int = 90) -> str:
    """The text on one line, cut to the width."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def plural(count: int, one: str, many: str = "") -> str:
    """ "1 file", "2 files"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def table(rows: Sequence[tuple[str, ...]], head: tuple[str, ...] = ()) -> str:
    """Aligned columns; the last one runs on."""
    every = [head, *rows] if head else list(rows)
    if not every:
        return ""
    widths = [max(len(row[column]) for row in every) for column in range(len(every[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in every
    ]
    if head:
        lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(lines)


class Progress:
    """A line on standard error for what takes more than a second; nothing in a pipe or when it is quick."""

    def __init__(self) -> None:
        self.started: dict[str, float] = {}
        self.shown = 0.0
        self.live = sys.stderr.isatty()

    def __call__(self, stage: str, done: int, of: int) -> None:
        now = time.monotonic()
        began = self.started.setdefault(stage, now)
        if not self.live or (now - began < 1 and done < of) or (now - self.shown < 0.1 and done < of):
            return
        self.shown = now
        end = "\r" if done < of else "\r\x1b[K"
        click.echo(f"\r\x1b[K  {stage} {done} of {of} …" + end, err=True, nl=False)
