"""The text of the reference pages: made from the commands and registries themselves."""

from __future__ import annotations

from collections.abc import Sequence

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


def readers() -> str:
    """A table of the readers: name, version, what each reads."""
    from ..readers import READERS

    rows = [(f"`{one.name}`", str(one.version), str(getattr(one, "about", ""))) for one in READERS]
    return _table(("reader", "version", "reads"), rows)


def recipes() -> str:
    """A table of the recipes that `survey.toml` may name."""
    from ..findings.recipes import RECIPES

    rows = [(f"`{one.name}`", str(one.version), one.doc) for one in RECIPES]
    return _table(("recipe", "version", "gives"), rows)


def ignored() -> str:
    """A table of the kinds of number that are no data."""
    from ..words.ignored import IGNORED

    return _table(("name", "covers"), [(f"`{one.name}`", one.doc) for one in IGNORED])


def acceptance() -> str:
    """A table of the rules by which a reading is accepted without a person."""
    from ..extract import ACCEPTANCE

    return _table(("rule", "what must hold"), [(f"`{one.name}`", one.does) for one in ACCEPTANCE])


def laws() -> str:
    """A table of the access laws that `survey.toml` and `bodies.csv` may name."""
    from ..law import laws as known

    return _table(("law", "title"), [(f"`{one.id}`", one.title) for one in known()])


def dataset() -> str:
    """The tables that SQL can ask, each with its columns."""
    from ..survey.dataset import tables

    parts = []
    for one in tables():
        rows = [(f"`{column.name}`", column.type, column.does) for column in one.columns]
        parts.append(f"## {one.name}\n\n{one.does}\n\n" + _table(("column", "type", "holds"), rows))
    return "\n\n".join(parts)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(_cell(text) for text in line) + " |" for line in lines)


def _cell(text: str) -> str:
    """The first line, safe inside a table."""
    return " ".join(text.split("\n\n")[0].split()).replace("|", "\\|")
