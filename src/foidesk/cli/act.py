"""Commands that change the survey folder: new, ingest, decide, publish, run."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import Any

import click

from ..errors import NotASurvey
from ..survey import Survey, sheets
from ..survey.correcting import correct
from ..survey.deciding import choice_json, open_choices
from ..survey.entering import Entry, document_named
from ..survey.ingesting import Ingested
from . import show
from .output import Progress, json_option, plural, print_json, survey_of, table, trust_option
from .walking import walk


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from", "source", type=click.Path(path_type=Path), help="A folder of replies to start from.")
@json_option
def new(folder: Path, source: Path | None, as_json: bool) -> None:
    """Make a survey folder, drafted from the replies in --from if there are some."""
    made = Survey.new(folder, source, Progress())
    if as_json:
        print_json(made)
        return
    show.new(made)


@click.command()
@click.option(
    "--from", "replies_toml", type=click.Path(path_type=Path), help="A replies.toml of public addresses."
)
@json_option
@click.pass_context
def ingest(ctx: click.Context, replies_toml: Path | None, as_json: bool) -> None:
    """Take in what lies in replies/: hash it, keep it, tell who sent it."""
    found = survey_of(ctx).ingest(replies_toml.resolve() if replies_toml else None)
    if as_json:
        print_json(found.as_json())
        return
    show_ingested(found)


def show_ingested(found: Ingested) -> None:
    parts = [plural(len(found.new), "new file"), plural(found.unchanged, "known file")]
    parts += [plural(len(found.changed), "changed file")] if found.changed else []
    parts += [plural(len(found.removed), "file") + " gone (kept on record)"] if found.removed else []
    parts += [plural(len(found.ignored), "file") + " ignored by name"] if found.ignored else []
    click.echo(", ".join(parts))
    if found.unmatched:
        click.echo(f"{plural(len(found.unmatched), 'file')} of unknown sender: foidesk decide --kind body")


@click.command()
@click.argument("choice", required=False)
@click.option("--answer", help="The option: its number, id or label.")
@click.option("--reason", default="", help="Why, as it may be published.")
@click.option("--note", default="", help="A private note.")
@click.option("--by", "who", default="", help="Who decides (else FOIDESK_USER, else your login name).")
@click.option("--revoke", help="Take back the decision of this id.")
@click.option(
    "--outcome", nargs=2, metavar="BODY QUESTION", help='Say how a question ended: --answer "refused 40(2)".'
)
@click.option("--kind", default="", help="List only questions of this kind.")
@click.option("--walk", is_flag=True, help="Go through the open questions; one key answers each.")
@click.option("--taken", is_flag=True, help="List the decisions taken.")
@click.option("--stale", is_flag=True, help="List decisions whose evidence is not there any more.")
@click.option(
    "--to",
    "to_sheet",
    type=click.Path(path_type=Path),
    help="Write the open questions to a sheet, CSV or XLSX by its ending.",
)
@click.option("--from", "from_sheet", type=click.Path(path_type=Path), help="Record the answers of such a sheet.")
@json_option
@click.pass_context
def decide(ctx: click.Context, /, choice: str | None, answer: str | None, as_json: bool, **given: Any) -> None:
    """List the open questions, the weightiest first; answer one; take an answer back."""
    survey = survey_of(ctx)
    if given["revoke"]:
        _say_decided(
            survey.revoke(given["revoke"], who_of(given["who"]), reason_of(given["reason"])).as_json(), as_json
        )
    elif given["outcome"]:
        if answer is None:
            raise click.UsageError('say how it ended: --answer "refused 40(2)"')
        who, reason = who_of(given["who"]), reason_of(given["reason"])
        body, question = given["outcome"]
        _say_decided(correct(survey, body, question, answer, who, reason).as_json(), as_json)
    elif answer is not None:
        if not choice:
            raise click.UsageError("say which question: foidesk decide ID --answer ...")
        who, reason = who_of(given["who"]), reason_of(given["reason"])
        _say_decided(survey.decide(choice, answer, who, reason, given["note"]).as_json(), as_json)
    elif given["from_sheet"]:
        taken = sheets.read(survey, given["from_sheet"], who_of(given["who"]))
        _say({"recorded": len(taken)}, f"Recorded: {plural(len(taken), 'answer')}", as_json)
    elif given["to_sheet"]:
        count = sheets.write(survey, open_choices(survey, choice or "", given["kind"]), given["to_sheet"])
        _say({"questions": count}, f"{plural(count, 'question')} in {given['to_sheet']}", as_json)
    elif given["walk"]:
        walk(survey, choice or "", given["kind"], who_of(given["who"]), given["reason"])
    elif given["taken"] or given["stale"]:
        show.decisions(survey, given["stale"], as_json)
    else:
        _list_open(survey, choice or "", given["kind"], as_json)


def _say(data: dict[str, Any], words: str, as_json: bool) -> None:
    if as_json:
        print_json(data)
    else:
        click.echo(words)


def who_of(given: str) -> str:
    return given or os.environ.get("FOIDESK_USER") or getpass.getuser()


def reason_of(given: str) -> str:
    if not given.strip():
        raise click.UsageError('a decision needs a reason: --reason "..."')
    return given


def _say_decided(said: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(said)
        return
    changed = ", ".join(said["changed"]) or "no finding"
    click.echo(f"Recorded as {said['id']}. Changes: {changed}")


def _list_open(survey: Survey, start: str, kind: str, as_json: bool) -> None:
    choices = open_choices(survey, start, kind)
    if as_json:
        print_json([choice_json(one) for one in choices])
        return
    if not choices:
        click.echo(f"No question of the kind {kind} is open." if kind else "No question is open.")
    names = survey.work.names if choices else {}
    for one in choices[: 1000 if start else 20]:
        show.question(one, names, whole=bool(start))
    if len(choices) > 20 and not start:
        click.echo(
            f"\n… and {len(choices) - 20} more. One after another: foidesk decide --walk, or foidesk serve;"
            "\n  all in a sheet to fill in: foidesk decide --to questions.xlsx"
        )
    if choices:
        click.echo('\nAnswer with: foidesk decide ID --answer NUMBER --reason "..."')


@click.command()
@click.option(
    "--site", type=click.Path(path_type=Path), help="Where to write the site (else site/ in the survey)."
)
@click.option("--draft", is_flag=True, help="Publish with open claims; every page is stamped DRAFT.")
@click.option(
    "--sealed", type=click.Path(path_type=Path), help="Also write the sealed package into this new folder."
)
@trust_option
@json_option
@click.pass_context
def publish(ctx: click.Context, site: Path | None, draft: bool, sealed: Path | None, as_json: bool) -> None:
    """Write the static site and the public package. Refused while a claim or a question before it is open."""
    done = survey_of(ctx).publish(site.resolve() if site else None, draft, sealed)
    if as_json:
        print_json(done.as_json())
        return
    click.echo(f"{'Written' if done.written else 'Up to date'}: {plural(done.files, 'file')}, open {done.index}")
    for note in done.notes:
        click.echo(note)


@click.command()
@click.option(
    "--site", type=click.Path(path_type=Path), help="Where to write the site (else site/ in the survey)."
)
@click.option("--draft", is_flag=True, help="Publish with open claims; every page is stamped DRAFT.")
@trust_option
@json_option
@click.pass_context
def run(ctx: click.Context, site: Path | None, draft: bool, as_json: bool) -> None:
    """Do all that is out of date: ingest, extract, compute, check, publish."""
    done = survey_of(ctx).run(site.resolve() if site else None, draft)
    if as_json:
        print_json(done.as_json())
    else:
        show_ingested(done.ingested)
        stages = sorted({*done.made, *done.kept})
        rows = [(stage, str(done.made.get(stage, 0)), str(done.kept.get(stage, 0))) for stage in stages]
        click.echo(table(rows, ("step", "made", "still good")))
        if done.checked:
            show.verdicts(done.checked)
        if done.published:
            click.echo(f"The site: {done.published.index}")
    if done.blocked:
        click.echo(f"Blocked: {done.blocked}", err=True)
        ctx.exit(1)


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--port", type=int, help="The port on this machine (else 8622, or any that is free).")
@click.option("--no-browser", is_flag=True, help="Only print the link.")
@click.pass_context
def serve(ctx: click.Context, folder: Path | None, port: int | None, no_browser: bool) -> None:
    """Open the survey in the browser: look, decide, search, write, publish. FOLDER need not be a survey yet."""
    from .. import web

    web.run(Survey.serve(_home(folder or ctx.obj)), port, browser=not no_browser, said=click.echo)


def _home(folder: Path) -> Path:
    """The survey that the folder is or lies in; the folder itself where there is none yet."""
    try:
        return Survey.find(folder).folder
    except NotASurvey:
        folder.mkdir(parents=True, exist_ok=True)
        return folder


@click.command()
@click.argument("body")
@click.argument("file")
@click.argument("place")
@click.argument("value")
@click.option("--measure", required=True, help="What is counted, by its id in survey.toml.")
@click.option("--where", multiple=True, metavar="VARIABLE=CATEGORY", help="What it counts, in the codebook's ids.")
@click.option("--period", default="", help="When, as replies write it (else the whole).")
@click.option("--quote", default="", help="The words that stand there.")
@click.option("--reason", default="", help="Why it is entered by hand, as it may be published.")
@click.option("--note", default="", help="A private note.")
@click.option("--by", "who", default="", help="Who read it (else FOIDESK_USER, else your login name).")
@json_option
@click.pass_context
def enter(
    ctx: click.Context, /, body: str, file: str, place: str, value: str, as_json: bool, **given: Any
) -> None:
    """Enter a figure that a person read in a document: VALUE at PLACE of FILE, of BODY.

    PLACE is written as `foidesk decide` or `trace --json` prints it: "page 2 [x0 y0 x1 y1]", "sheet 'Data', B4".
    """
    survey = survey_of(ctx)
    where = dict(one.split("=", 1) for one in given.pop("where") if "=" in one)
    given |= {"who": who_of(given["who"]), "reason": reason_of(given["reason"])}
    entry = Entry(body, document_named(survey, file), place, value=value, where=where, **given)
    _say_decided(survey.enter(entry).as_json(), as_json)


COMMANDS = (new, serve, ingest, decide, enter, publish, run)
