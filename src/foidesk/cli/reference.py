"""The text of the reference pages: made from the commands and registries themselves."""

from __future__ import annotations

import click

from . import main


def commands() -> tuple[str, ...]:
    """The names of all commands."""
    return tuple(main.commands)


def help_text(name: str) -> str:
    """What `foidesk NAME --help` prints, as a Markdown block."""
    command = main.commands[name]
    with click.Context(command, info_name=f"foidesk {name}", max_content_width=100) as context:
        text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"```text\n{text}\n```"
