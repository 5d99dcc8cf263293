"""Commands on words and categories: coding by several people, and the codebook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .act import reason_of, who_of
from .output import json_option, plural, print_json, shorten, survey_of, table


@click.command()
@click.option("--to", type=click.Path(path_type=Path), help="Write a coder's sheet, CSV or XLSX by its ending.")
@click.option("--variable", default="", help="With --to: only this variable.")
@click.option("--sample", default=0, metavar="N", help="With --to: only N phrases, the same for every coder.")
@click.option("--everything", is_flag=True, help="With --to: also the phrases that the codebook knows.")
@click.option("--from", "source", type=click.Path(path_type=Path), help="Take a coder's sheet in; say --by.")
@click.option("--adopt", is_flag=True, help="Make decisions of what all coders chose alike.")
@click.option("--by", "who", default="", help="Who coded or adopts (else FOIDESK_USER, else your login name).")
@click.option("--reason", default="", help="With --adopt: why, as it may be published.")
@json_option
@click.pass_context
def code(ctx: click.Context, /, who: str, reason: str, as_json: bool, **given: Any) -> None:
    """Let several people code the same words, none seeing another's answers, and see how far they agree."""
    from ..survey.coders import CodeOrder

    why = reason_of(reason) if given["adopt"] else reason
    found = survey_of(ctx).code(CodeOrder(**given, who=who_of(who), reason=why))
    if as_json:
        print_json(found.as_json())
        return
    if given["to"]:
        click.echo(f"{plural(found.done, 'phrase')} to code in {given['to']}")
    elif given["source"]:
        click.echo(f"Taken in: {plural(found.done, 'coding')}")
    elif given["adopt"]:
        click.echo(f"Adopted: {plural(found.done, 'decision')}")
    else:
        _agreement(found.as_json())


def _agreement(found: dict[str, Any]) -> None:
    rows = [
        (
            one["variable"],
            str(one["coders"]),
            str(one["units"]),
            *(_figure(one[key]) for key in ("alike", "kappa", "alpha")),
        )
        for one in found["agreement"]
    ]
    if not rows:
        click.echo(
            "No phrase was coded by two people yet: foidesk code --to SHEET.xlsx, then --from SHEET.xlsx --by NAME"
        )
        return
    click.echo(table(rows, ("variable", "coders", "phrases", "alike", "kappa", "alpha")))
    if found["differing"]:
        click.echo(
            f"\n{plural(len(found['differing']), 'phrase')} coded differently; decide with foidesk decide ID:"
        )
    for one in found["differing"]:
        said = "; ".join(f"{coder}: {answer}" for coder, answer in one["codings"].items())
        click.echo(
            f"  {one['unit'][:8]}  {one['body']}, {one['variable']}: “{shorten(one['phrase'], 60)}”  {said}"
        )


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


@click.command()
@click.option("--to", type=click.Path(path_type=Path), help="Write the codebook as an XLSX workbook.")
@click.option("--from", "source", type=click.Path(path_type=Path), help="What such a workbook would change.")
@click.option("--save", is_flag=True, help="With --from: take it over into codebook.toml.")
@click.option("--by", "who", default="", help="Who saves (else FOIDESK_USER, else your login name).")
@json_option
@click.pass_context
def codebook(
    ctx: click.Context, to: Path | None, source: Path | None, save: bool, who: str, as_json: bool
) -> None:
    """Variables, categories and how they were changed; as a workbook out and in."""
    if save and source is None:
        raise click.UsageError("say from which workbook: --from FILE.xlsx --save")
    found = survey_of(ctx).codebook(to, source, who_of(who) if save else "")
    if as_json:
        print_json(found)
    elif to is not None:
        click.echo(f"{plural(found['categories'], 'category', 'categories')} in {to}")
    elif source is not None:
        _changes(found, save)
    else:
        _contents(found)


def _changes(found: dict[str, Any], saved: bool) -> None:
    rows = [
        (shorten(one["finding"], 44), shorten(one["line"], 30), one["before"], one["after"])
        for one in found["changes"]
    ]
    click.echo(
        table(rows, ("finding", "line", "now", "then")) if rows else "No finding would come out differently."
    )
    click.echo(f"Open questions: {found['open_before']} now, {found['open_after']} then")
    for one in found["loose"]:
        click.echo(f"Would hang loose: the decision {one['answer']!r} of {one['who']}: {one['why']}")
    click.echo("Saved." if saved else "Nothing is saved yet: add --save")


def _contents(found: dict[str, Any]) -> None:
    click.echo(f"Codebook, version {found['version']}")
    for variable in found["variables"]:
        click.echo(
            f"\n{variable['label']} ({variable['id']}){', the bodies’ own labels' if variable['open'] else ''}"
        )
        for one in variable["categories"]:
            within = f" in {one['parent']}" if one["parent"] else ""
            click.echo(f"  {one['label']} ({one['id']}{within})  {shorten(', '.join(one['synonyms']), 80)}")
    for one in found["recodings"]:
        click.echo(f"\n{one['at']}  {one['who']}: {one['what']} (version {one['version']})")


COMMANDS = (code, codebook)
