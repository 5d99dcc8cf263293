"""Commands that only look: status, extract, reconcile, compute, check, trace."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from ..errors import FoideskError
from ..survey.checking import is_markdown
from ..survey.comparing import compare
from ..survey.reconciling import pictures
from ..survey.stories import need_words
from ..survey.tracing import images
from ..words.amounts import with_unit
from . import show
from .accepting import ask
from .act import who_of
from .output import json_option, print_json, shorten, survey_of, table, trust_option

MOST_CAVEATS = 6
"""As many as a person reads at one figure; --json has all."""


@click.command()
@click.option("--why", default="", metavar="BODY", help="The clock of one body, day by day.")
@click.option("--on", type=click.DateTime(formats=["%Y-%m-%d"]), help="As of this day (else today).")
@click.option("--ics", type=click.Path(path_type=Path), help="Write all open deadlines as a calendar file.")
@click.option(
    "--states", type=click.Path(path_type=Path), help="Write the states as CSV, Alaveteli's beside ours."
)
@json_option
@click.pass_context
def status(
    ctx: click.Context, why: str, on: datetime | None, ics: Path | None, states: Path | None, as_json: bool
) -> None:
    """Where the survey and each request stand, and what to do next."""
    found = survey_of(ctx).status(why, on.date() if on else None)
    for path, text in ((ics, "calendar"), (states, "states_csv")):
        if path is not None and found.tracking is None:
            raise FoideskError(
                "no request is recorded as sent, so there is nothing to write",
                where=str(path), next="foidesk send --record BODY, or foidesk receive the files of WhatDoTheyKnow",
            )  # fmt: skip
        if path is not None and found.tracking is not None:
            path.write_text(getattr(found.tracking, text)(), encoding="utf-8", newline="")
            click.echo(f"written: {path}", err=True)
    if why and not as_json:
        click.echo("\n".join(found.why))
    elif as_json:
        print_json(found.as_json())
    else:
        show.status(found)


@click.command()
@click.option("--open", "only_open", is_flag=True, help="List the numbers that nothing accounts for.")
@json_option
@click.pass_context
def extract(ctx: click.Context, only_open: bool, as_json: bool) -> None:
    """What each reply says, and what became of every number in it."""
    found = survey_of(ctx).extract()
    if as_json:
        print_json(found)
        return
    rows = [row for row in found["deliveries"] if row["numbers"]["open"] or not only_open]
    if only_open:
        _show_open(rows)
        return
    lines = [_line(row) for row in rows]
    click.echo(table(lines, ("body", "read", "ignored", "open", "questions", "file")))
    for row in rows:
        for why in row["unread"]:
            click.echo(f"\n! {row['path']}: {why['what']}\n  → {why['next']}")
    numbers = found["numbers"]
    click.echo(f"\n{numbers['read']} numbers read, {numbers['ignored']} ignored by name, {numbers['open']} open")
    cited = sum(len(row["citations"]) for row in found["deliveries"])
    if cited:
        click.echo(f"{cited} place(s) name guidance of guidelines.toml or a clause of it (--json lists them)")


def _line(row: dict[str, Any]) -> tuple[str, ...]:
    counts = (str(row["numbers"][status]) for status in ("read", "ignored", "open"))
    return (row["body"], *counts, str(row["questions"]), shorten(row["path"], 70))


def _show_open(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        click.echo(f"\n{row['body']}  {row['path']}")
        for number in row["open"]:
            place = show.readable(number["place"])
            click.echo(f"    {number['text']:<10} {place}: “{shorten(number['quote'], 80)}”")
    if not rows:
        click.echo("Every number is accounted for.")


@click.command()
@click.option("--body", default="", help="Only this body, figure by figure.")
@click.option(
    "--explain", default="", metavar="FIGURE", help="Which statements force a figure (total, roles/pcso)."
)
@click.option(
    "--image", "folder", type=click.Path(path_type=Path), help="Write the pages that clash here, places marked."
)
@json_option
@click.pass_context
def reconcile(ctx: click.Context, body: str, explain: str, folder: Path | None, as_json: bool) -> None:
    """What the replies establish, what they leave open, and where they contradict themselves."""
    survey = survey_of(ctx)
    found = survey.reconcile(body, explain)
    written = pictures(survey, found, folder) if folder else ()
    if as_json:
        print_json(found.as_json() | ({"images": [str(path) for path in written]} if folder else {}))
    elif explain:
        show.explained(found)
    else:
        show.reconciliation(found, body)
        for path in written:
            click.echo(f"image: {path}")


@click.command()
@click.option("--sources", is_flag=True, help="With every locator (JSON only).")
@click.option("--sql", default="", metavar="SELECT", help="Ask the dataset in SQL instead (see docs/dataset.md).")
@trust_option
@json_option
@click.pass_context
def compute(ctx: click.Context, sources: bool, sql: str, as_json: bool) -> None:
    """The findings: value or range, unit, population, how many of how many."""
    if sql:
        _show_answer(survey_of(ctx).query(sql), as_json)
        return
    found = survey_of(ctx).compute(sources)
    if as_json or sources:
        print_json(found)
        return
    for one in found:
        _show_finding(one)


def _show_answer(found: dict[str, Any], as_json: bool) -> None:
    """The answer of SQL: as a table, or as a list of objects."""
    columns = found["columns"]
    if as_json:
        print_json([dict(zip(columns, row, strict=True)) for row in found["rows"]])
        return
    rows = [tuple("" if cell is None else shorten(str(cell), 60) for cell in row) for row in found["rows"]]
    click.echo(table(rows, tuple(columns)))


def _show_finding(one: dict[str, Any]) -> None:
    n, of = one["base"]["n"], one["base"]["of"]
    says = f"{n} of {of}" in one["population"] or f"all {of}" in one["population"]
    base = "" if says else f" ({n} of {of})"
    click.echo(f"\n{one['title']}  [{one['name']}]")
    value = with_unit(one["value"]["text"], one["unit"])
    click.echo(f"    {value}, {one['population']}{base}, {one['reading']}")
    for line in one.get("lines", []):
        true = line.get("true") or {}
        between = f"   true: {true['text']}" if true.get("text") and true["text"] != line["value"]["text"] else ""
        click.echo(f"      {line['label']:<44} {line['value']['text']:>8}{between}")
    for body in one.get("bodies", []):
        if "rate" in body or "rank" in body:
            click.echo(f"      {_body_line(body)}")
    caveats = one.get("caveats", [])
    for caveat in caveats[:MOST_CAVEATS]:
        click.echo(f"    ! {shorten(caveat, 140)}")
    if len(caveats) > MOST_CAVEATS:
        click.echo(f"    ! … and {len(caveats) - MOST_CAVEATS} more: foidesk compute --json")


def _body_line(body: dict[str, Any]) -> str:
    """ "joint 2nd  Borough of Exampleton   22   4.23 (2.65 to 6.41)"; a rate that is not given says why."""
    place = f"{body['rank']['text']:<12} " if "rank" in body else ""
    rate = body.get("rate", {})
    words = rate["value"]["text"] if rate.get("value") else rate.get("why", "")
    interval = f" (95 %: {rate['interval']['text']})" if rate.get("interval") else ""
    counted = f"  [{body['counting']}]" if body.get("counting") else ""
    return f"{place}{body['name']:<40} {body['value']['text']:>8}  {words}{interval}{counted}".rstrip()


@click.command()
@click.argument("story", required=False, type=click.Path(path_type=Path))
@click.option("--facts", is_flag=True, help="List every figure of STORY; needs no survey.")
@click.option("--csv", "as_csv", is_flag=True, help="With --facts: print CSV.")
@click.option("--against", type=click.Path(path_type=Path), help="Show what changed since this check or story.")
@click.option("--legal", is_flag=True, help="Print a one-page legal read: verdicts, sources, waivers.")
@click.option("--ask", is_flag=True, help="Go through what is asked; one key accepts the first reading.")
@click.option("--by", "who", default="", help="With --ask: who accepts (else FOIDESK_USER, else your login name).")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="When the story appears, for “last year”: YYYY-MM-DD."
)
@click.option(
    "--html", "html", type=click.Path(path_type=Path), help="Write the story with its verdicts as a page."
)
@trust_option
@json_option
@click.pass_context
def check(
    ctx: click.Context, /, story: Path | None, facts: bool, as_csv: bool, as_json: bool, **given: Any
) -> None:
    """Check every number of the draft (story.md) against the findings; exit 1 while one is open."""
    if facts or as_csv:
        _facts(story, as_csv, as_json)
        return
    survey = survey_of(ctx)
    checked = survey.check(story.resolve() if story else None, given["day"].date() if given["day"] else None)
    need_words(checked.text, checked.story)
    if given["ask"]:
        ask(survey, checked, story.resolve() if story else None, who_of(given["who"]))
        checked = survey.check(story.resolve() if story else None, given["day"].date() if given["day"] else None)
    last = given["against"]
    changes = compare(survey, checked, last.resolve()) if last else ()
    if given["html"]:
        given["html"].write_text(checked.page(is_markdown(story)), encoding="utf-8")
    if as_json:
        print_json(checked.as_json() | ({"changes": [one.as_json() for one in changes]} if last else {}))
    elif last or given["legal"]:
        if last:
            show.changes(changes)
        click.echo(checked.legal_read())
    else:
        show.verdicts(checked)
    if checked.blocking:
        ctx.exit(1)


def _facts(story: Path | None, as_csv: bool, as_json: bool) -> None:
    from ..survey import tools

    if story is None:
        raise click.UsageError("say which story: foidesk check STORY --facts")
    if as_csv:
        click.echo(tools.facts_csv(story), nl=False)
        return
    found = tools.facts(story)
    if as_json:
        print_json(found)
        return
    show.facts(found)


@click.command()
@click.argument("name")
@click.option("--body", default="", help="Only this body's part.")
@click.option("--line", default="", help="Only this line of a breakdown.")
@click.option(
    "--image", "folder", type=click.Path(path_type=Path), help="Write the cited pages here, boxes marked."
)
@trust_option
@json_option
@click.pass_context
def trace(ctx: click.Context, name: str, body: str, line: str, folder: Path | None, as_json: bool) -> None:
    """Where a finding (or claim:N of the draft) comes from: words, page and box or cell, file, hash."""
    survey = survey_of(ctx)
    found = survey.trace(name, body, line)
    written = images(survey, found, folder) if folder else ()
    if as_json:
        print_json(found.as_json() | {"images": [str(path) for path in written]})
        return
    show.trace(found)
    for path in written:
        click.echo(f"image: {path}")


COMMANDS = (status, extract, reconcile, compute, check, trace)
