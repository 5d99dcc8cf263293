"""Tools that need no survey: tables, verify, demo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .output import Progress, json_option, plural, print_json

if TYPE_CHECKING:
    from ..survey.file_tables import FileTables
    from ..survey.verifying import Verified


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--image", "folder", type=click.Path(path_type=Path), help="Draw each page's steps as PNG here.")
@json_option
@click.pass_context
def tables(ctx: click.Context, files: tuple[Path, ...], folder: Path | None, as_json: bool) -> None:
    """Find the tables of any files, each cell with its place. Needs no survey."""
    from ..survey import tools as verbs

    found = verbs.tables(files)
    if as_json:
        unread = [{"what": one.what, "where": one.where, "next": one.next} for one in found.failed]
        odd = [{"kind": i.kind, "what": i.what, "where": i.where, "next": i.next} for i in found.issues]
        print_json({"tables": found.tables, "issues": odd, "failed": unread})
    else:
        _say_tables(files, found)
    refused = {error.where for error in found.failed}
    if folder:
        for file in files:
            if not refused & {str(file), file.name}:
                _say_drawn(file, verbs.draw((file,), folder), as_json)
    for error in found.failed:
        click.echo(f"Error: {error}", err=True)
    if found.failed:
        ctx.exit(2)


def _say_tables(files: tuple[Path, ...], found: FileTables) -> None:
    for table in found.tables:
        rows = max((cell[2] for cell in table["cells"]), default=-1) + 1
        click.echo(
            f"{table['file']}, {table['place']}: {plural(rows, 'row')}, {plural(len(table['cells']), 'cell')}"
        )
    known = {table["file"] for table in found.tables} | {error.where for error in found.failed}
    for file in files:
        if not any(one in (str(file), file.name) or one.startswith(f"{file}/") for one in known):
            click.echo(f"{file}: no tables found")
    for issue in found.issues:
        if issue.severity != "note":
            click.echo(f"! {issue.where}: {issue.what}\n  → {issue.next}")


def _say_drawn(file: Path, images: list[Path], as_json: bool) -> None:
    for path in images:
        click.echo(f"image: {path}", err=as_json)
    if not images:
        click.echo(f"{file}: no pages to draw; only PDFs have them", err=True)


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
            if done["claims_open"]
            else "questions before publication are open: the site is stamped DRAFT (decide --kind clearance)"
        )
    click.echo(f"\nThe survey:  {done['folder']}")
    click.echo(f"The site:    {done['site']}")
    click.echo(f"Open it:     {done['open']}")


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option("--reread", is_flag=True, help="Also read the originals again and tell what reads otherwise.")
@json_option
@click.pass_context
def verify(ctx: click.Context, bundle: Path, reread: bool, as_json: bool) -> None:
    """Compute every published number of BUNDLE anew and say whether it is equal. Needs no survey."""
    from ..survey.verifying import verify as verb

    done = verb(bundle, reread, Progress())
    if as_json:
        print_json(done.as_json())
    else:
        _show_verified(done)
    if not done.is_equal:
        ctx.exit(1)


def _show_verified(done: Verified) -> None:
    findings = f"{plural(done.numbers, 'number')} of {plural(done.findings, 'finding')}"
    click.echo(f"{'Equal' if done.is_equal else 'NOT EQUAL'}: {findings}, {done.kind} package")
    for each in done.differences[:20]:
        click.echo(f"  {each.what}: published {each.published}, computed {each.computed}")
    if len(done.differences) > 20:
        click.echo(f"  … and {len(done.differences) - 20} more: --json")
    for name in done.own:
        click.echo(f"  {name}: not computed anew, since its recipe is a program of the survey")
    for fault in done.faults:
        click.echo(f"  file: {fault}")
    if done.reread:
        click.echo(f"Read again: {plural(done.reread, 'document')}, {len(done.otherwise)} otherwise")
    for one in done.otherwise:
        click.echo(f"  {one.name}: {one.what} differ (then {one.then}; now {one.now})")


COMMANDS = (tables, verify, demo)
