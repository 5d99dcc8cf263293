"""The command line: one command per verb. No logic here: each command calls one method and prints what it gives.

Exit code 0: done. 1: something blocks, and a person is needed. 2: it could not run.
"""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import click

from .. import __version__
from ..errors import Blocked, FoideskError
from . import act, coding, look, mailing, tools
from .output import print_json


class Desk(click.Group):
    """Turns errors into what, where and what to do next, on standard error, with the right exit code.

    With --json they stand on standard output too, as {"error": {"what", "where", "next"}} (or "blocked").
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta["foidesk.json"] = "--json" in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)
        except Blocked as error:
            _tell(ctx, "blocked", error)
            ctx.exit(1)
        except FoideskError as error:
            _tell(ctx, "error", error)
            ctx.exit(2)
        except OSError as error:
            _tell(ctx, "error", _of_system(error))
            ctx.exit(2)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def _tell(ctx: click.Context, kind: str, error: FoideskError) -> None:
    click.echo(f"{kind.capitalize()}: {error}", err=True)
    if ctx.meta["foidesk.json"]:
        print_json({kind: {"what": error.what, "where": error.where, "next": error.next}})


def _of_system(error: OSError) -> FoideskError:
    """What the operating system refused, in our words."""
    if error.errno == errno.ENOSPC:
        then = "make room on the disk and run it again: what was recorded before stays"
    else:
        then = "check that the file is there and that you may read it and write beside it, then run it again"
    return FoideskError(
        error.strerror or str(error), where="" if error.filename is None else str(error.filename), next=then
    )


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


for command in (*act.COMMANDS, *coding.COMMANDS, *mailing.COMMANDS, *look.COMMANDS, *tools.COMMANDS):
    main.add_command(command)
