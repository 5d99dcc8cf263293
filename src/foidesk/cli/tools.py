"""Tools that need no survey: tables, demo."""

from __future__ import annotations

from pathlib import Path

import click

from .output import Progress, json_option, plural, print_json


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--image", "folder", type=click.Path(path_type=Path), help="Draw each page's steps as PNG here.")
@json_option
@click.pass_context
def tables(ctx: click.Context, files: tuple[Path, ...], folder: Path | None, as_json: bool) -> None:
    """Find the tables of any files, each cell with its place. Needs no survey."""
    from ..survey import tools as verbs

    found, failed = verbs.tables(files)
    if as_json:
        unread = [{"what": one.what, "where": one.where, "next": one.next} for one in failed]
        print_json({"tables": found, "failed": unread})
    else:
        for table in found:
            rows = max((cell[2] for cell in table["cells"]), default=-1) + 1
            click.echo(
                f"{table['file']}, page {table['page']}: {plural(rows, 'row')}, {len(table['cells'])} cells"
            )
    for path in verbs.draw(files, folder) if folder and not failed else ():
        click.echo(f"image: {path}", err=as_json)
    for error in failed:
        click.echo(f"Error: {error}", err=True)
    if failed:
        ctx.exit(2)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("foidesk-demo"))
@json_option
def demo(folder: Path, as_json: bool) -> None:
    """Copy the founding example into FOLDER, run it, and say where its site is."""
    from ..survey.tools import demo as verb

    done = verb(folder, Progress())
    if as_json:
        print_json(done)
        return
    told = done["statements"]
    click.echo(f"{told['reproduced']} of {told['of']} statements of the founding story reproduced")
    for missed in told["missed"]:
        click.echo(f"  not reproduced: {missed['id']}: expected {missed['expected']}, got {missed['got']}")
    if done["draft"]:
        click.echo(
            f"{plural(done['claims_open'], 'claim')} of the draft open: the site is stamped DRAFT (foidesk check)"
        )
    click.echo(f"\nThe survey:  {done['folder']}")
    click.echo(f"The site:    {done['site']}")
    click.echo(f"Open it:     {done['open']}")


COMMANDS = (tables, demo)
