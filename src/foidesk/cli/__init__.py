"""The command line: one command per verb. No logic here: each command calls one method and prints what it gives.

Exit code 0: done. 1: something blocks, and a person is needed. 2: it could not run.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import __version__
from ..errors import Blocked, FoideskError
from . import act, look, tools


class Desk(click.Group):
    """Turns errors into what, where and what to do next, on standard error, with the right exit code."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Blocked as error:
            click.echo(f"Blocked: {error}", err=True)
            ctx.exit(1)
        except FoideskError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=Desk, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "-C",
    "--survey",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="FOLDER",
    help="The survey folder (else the one you are in).",
)
@click.version_option(__version__, prog_name="foidesk")
@click.pass_context
def main(ctx: click.Context, folder: Path) -> None:
    """Run a Freedom of Information survey, and show the page that every number came from.

    Start with `foidesk demo`, or with your own replies: `foidesk new my-survey --from FOLDER`.
    """
    ctx.obj = folder


for command in (*act.COMMANDS, *look.COMMANDS, *tools.COMMANDS):
    main.add_command(command)
