"""Commands about letters: bodies, send, receive, reply, pack."""

from __future__ import annotations

import getpass
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import FoideskError
from ..mail.rounds import ROUNDS
from ..mail.settings import text_of
from .output import json_option, plural, print_json, shorten, survey_of, table

if TYPE_CHECKING:
    from ..survey.sizes import Sizes

DAY = click.DateTime(formats=["%Y-%m-%d"])


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _who(given: str) -> str:
    return given or os.environ.get("FOIDESK_USER") or getpass.getuser()


@click.command()
@click.option("--from", "source", default="", help="A list that comes with foidesk, or a CSV or XLSX file.")
@click.option("--tag", default="", help="Only rows with this tag (WhatDoTheyKnow: police_force).")
@click.option("--law", default="", help="The access law of rows that name none.")
@click.option("--fill", is_flag=True, help="Add none: only fill in what WhatDoTheyKnow calls those there are.")
@click.option("--sizes", "table_of", type=click.Path(path_type=Path), help="Sizes from a published CSV or XLSX.")
@click.option("--column", default="", help="With --sizes: the heading of the column of numbers.")
@click.option("--definition", default="", help="With --sizes: what it counts, in its own words.")
@click.option("--year", default="", help="With --sizes: the year or day that it holds for.")
@click.option("--unit", default="people", help="With --sizes: officers, employees ...", show_default=True)
@click.option("--source", "taken_from", default="", metavar="URL", help="With --sizes: where it was taken from.")
@json_option
@click.pass_context
def bodies(ctx: click.Context, /, source: str, tag: str, law: str, fill: bool, as_json: bool, **size: Any) -> None:
    """Who is asked; with --from, add bodies to bodies.csv. Nothing there is replaced."""
    if not source and (tag or law or fill):
        raise FoideskError("--tag, --law and --fill go with --from", next="name a list or a file: --from FILE")
    found = survey_of(ctx).bodies(source, tag, law, _sizes(**size), fill=fill)
    if as_json:
        print_json(found)
    elif size["table_of"]:
        _sized(found)
    elif source:
        known = plural(len(found["known"]), "was", "were")
        click.echo(f"{plural(len(found['added']), 'body', 'bodies')} added to bodies.csv, {known} there already")
        if found["named"]:
            click.echo(f"{plural(len(found['named']), 'body', 'bodies')} given their name on WhatDoTheyKnow")
        if found["closed"]:
            click.echo(f"Left out, tagged as closed or not under the law: {', '.join(found['closed'])}")
        if found["unused"]:
            click.echo(f"Columns not used: {', '.join(found['unused'])}")
        for one in found["look"]:
            click.echo(f"look: {one}")
    else:
        click.echo(table([(one["id"], one["email"], one["law"], one["name"]) for one in found["bodies"]], _BODY))
        for name, what in found["lists"].items():
            click.echo(f"\nfoidesk bodies --from {name}: {what}")


def _sizes(
    table_of: Path | None, column: str, definition: str, year: str, unit: str, taken_from: str
) -> Sizes | None:
    if table_of is None:
        return None
    from ..survey.sizes import Sizes

    given = {"--column": column, "--definition": definition, "--year": year, "--source": taken_from}
    if lacking := [name for name, value in given.items() if not value]:
        raise FoideskError(
            f"--sizes needs {', '.join(lacking)}", next="say what the table counts and whence it is"
        )
    return Sizes(table_of, column, definition, year, taken_from, unit)


def _sized(found: dict[str, Any]) -> None:
    click.echo(f"{plural(len(found['added']), 'size')} added to denominators.csv, {found['known']} there already")
    for key, what in (
        ("missing", "Bodies not in it"),
        ("other_rows", "Rows of no body of ours"),
        ("unread", "No number"),
    ):
        if found[key]:
            click.echo(f"{what}: {', '.join(found[key])}")


_UNSIZED = (("missing", "Bodies not in it"), ("other_rows", "Rows of no body of ours"), ("unread", "No number"))
_BODY = ("body", "address", "law", "name")


@click.command()
@click.option("--check", is_flag=True, help="Read the letter as an FOI officer would; exit 1 if it must not go.")
@click.option("--drafts", is_flag=True, help="Write unsent mails, a mail-merge sheet and links into outbox/.")
@click.option("--go", is_flag=True, help="Really send, by the server in mail.toml.")
@click.option("--pilot", type=click.IntRange(min=0), default=0, metavar="N", help="To the first N bodies only.")
@click.option("--only", multiple=True, metavar="BODY", help="To this body only (again for more).")
@click.option("--round", "round_", default="request", type=click.Choice(ROUNDS), help="Which letter.")
@click.option("--record", default="", metavar="BODY", help="Record that a letter went out by hand (or: all).")
@click.option("--on", type=DAY, help="On which day (else today).")
@click.option("--via", "by", default="hand", help="With --record: mail, portal, WhatDoTheyKnow, post ...")
@click.option("--message-id", "message", default="", help="With --record: the Message-ID it went out under.")
@click.option("--was-sent", default="", metavar="BODY", help="End a doubt: the letter did go out.")
@click.option("--not-sent", default="", metavar="BODY", help="End a doubt: it did not; it may be sent again.")
@click.option("--by", "who", default="", help="Who says so (else FOIDESK_USER, else your login name).")
@json_option
@click.pass_context
def send(ctx: click.Context, /, as_json: bool, on: datetime | None, who: str, **given: Any) -> None:
    """Letters to all bodies: a dry run unless told to write drafts or to go. Nothing goes out twice."""
    from ..survey.ordering import Order

    was, was_not = given.pop("was_sent"), given.pop("not_sent")
    order = Order(
        round=given.pop("round_"), on=_day(on), who=_who(who), settle=was or was_not, was_sent=bool(was), **given
    )
    done = survey_of(ctx).send(order)
    if as_json:
        print_json(done.as_json())
    else:
        _show_sent(done, order)
    grave = any(one.severity == "must" for one in done.remarks)
    if grave or done.stopped or (done.in_doubt and order.go):
        ctx.exit(1)


def _show_sent(done: Any, order: Any) -> None:
    for one in done.remarks:
        click.echo(f"{one.severity:<7} {one.what}\n        → {one.next}")
    if order.check and not done.remarks:
        click.echo("Nothing to remark.")
    if done.would and not done.files:
        click.echo(table([(o.body, o.to or "no address", shorten(o.subject, 50)) for o in done.would], _LETTER))
        click.echo(
            f"\nDry run: {plural(len(done.would), 'letter')} would go. --drafts writes them, --go sends them."
        )
    if done.files:
        click.echo(f"{plural(len(done.files), 'file')} written below outbox/; record what you send: --record BODY")
    if done.done:
        click.echo(f"{plural(len(done.done), 'letter')}: {', '.join(done.done[:6])}")
    for body in done.in_doubt:
        click.echo(f"in doubt: {body}. Look in your sent mail: --was-sent {body}, or --not-sent {body}")
    if done.skipped:
        click.echo(f"{plural(len(done.skipped), 'body', 'bodies')} left out: {_reasons(done.skipped)}")
    if done.stopped:
        click.echo(f"Stopped: {done.stopped}", err=True)


_LETTER = ("body", "to", "subject")


def _reasons(skipped: Any) -> str:
    counts: dict[str, int] = {}
    for _, why in skipped:
        counts[why] = counts.get(why, 0) + 1
    return ", ".join(f"{why} ({count})" for why, count in counts.items())


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--imap", is_flag=True, help="Fetch what is new in the one folder that mail.toml names.")
@click.option("--confirm", default="", metavar="ID", help="Say what a letter was; its id stands in the list.")
@click.option("--as", "step", multiple=True, metavar="STEP", help='With --confirm: what it was ("fee asked" ...).')
@click.option("--on", type=DAY, help="With --confirm: the day on which the letter came.")
@click.option("--until", default="", metavar="DAY", help="With --confirm: the day that the letter names.")
@click.option("--reason", default="", help="Why.")
@click.option("--by", "who", default="", help="Who says so (else FOIDESK_USER, else your login name).")
@json_option
@click.pass_context
def receive(ctx: click.Context, /, paths: tuple[Path, ...], as_json: bool, **given: Any) -> None:
    """Take in mail, folders, zips or a mailbox folder; match them; say what each letter seems to be."""
    from ..survey.receiving import Says

    says = None
    if not given["confirm"] and (given["step"] or given["until"] or given["reason"] or given["on"]):
        raise FoideskError(
            "--as, --on, --until and --reason go with --confirm ID", next="foidesk receive lists the ids"
        )
    if given["confirm"]:
        steps, on = ";".join(given["step"]), _day(given["on"])
        says = Says(given["confirm"], steps, _who(given["who"]), given["reason"], given["until"], on)
    found = survey_of(ctx).receive([path.resolve() for path in paths], given["imap"], says)
    if as_json:
        print_json(found.as_json())
    elif says:
        for one in found.told:
            click.echo(f"Recorded: {one['body']}, {one['day']}: {one['step']}")
    else:
        _show_received(found)
    if found.stopped:
        ctx.exit(1)


def _show_received(found: Any) -> None:
    click.echo(f"{plural(len(found.new), 'new file')}, {found.known} known; {found.matched} matched in all")
    for one in found.letters:
        events = ", ".join(event["event"] for event in one["events"])
        mark = "" if one["sure"] else " (please look)"
        words = shorten(one["events"][0]["words"], 60) if one["events"] else ""
        click.echo(f"  {one['id']}  {one['body']}: {events}{mark}  “{words}”")
        for asked in (each for each in one["outcomes"] if each["outcome"] == "ask" and each["likely"] != "none"):
            offered = " ".join((asked["likely"], *asked["sections"]))
            click.echo(f"      question {asked['question']}: perhaps {offered}  “{shorten(asked['words'], 60)}”")
    for one in found.tray:
        likely = f" likely: {', '.join(one['likely'])}" if one["likely"] else ""
        click.echo(f"  tray  {one['path']}{likely}: foidesk decide {one['id']}")
    for one in found.told:
        why = "" if one["step"] else "(what it was, you say: nothing was recorded)"
        why = "(no day: nothing was recorded)" if not one["day"] else why
        why = "(unknown body)" if not one["body"] else why
        click.echo(f"  told  {one['authority']}: {one['state'] or one['step']} {one['day']} {why}".rstrip())
    for said in found.look:
        click.echo(f"  look  {said}")
    if found.stopped:
        click.echo(f"Stopped: {found.stopped}", err=True)


@click.command()
@click.option("--draft", type=DAY, metavar="DAY", help="Write right-of-reply/BODY.md with this deadline.")
@click.option("--only", multiple=True, metavar="BODY", help="Draft for this body only (again for more).")
@click.option("--asked", default="", metavar="BODY", help="Record that the body was asked.")
@click.option("--deadline", type=DAY, help="With --asked: until when.")
@click.option("--answered", default="", metavar="BODY", help="Record the body's answer.")
@click.option("--text", default="", help="With --answered: the answer, or @FILE.")
@click.option("--disputes", default="", metavar="FINDING", help="With --answered: the figure it says is wrong.")
@click.option("--settle", default="", metavar="BODY", help="Say what came of a dispute (with --reason).")
@click.option("--waive", default="", metavar="BODY", help="Record that the body (or all) is not asked.")
@click.option("--reason", default="", help="With --waive or --settle: why.")
@click.option("--by", "who", default="", help="Who says so (else FOIDESK_USER, else your login name).")
@json_option
@click.pass_context
def reply(ctx: click.Context, /, as_json: bool, text: str, reason: str, who: str, **given: Any) -> None:
    """The right of reply: drafts with each body's figures and sources; what was asked and answered."""
    from ..survey.replying import ReplyOrder

    _belong(given, text, reason)
    said = text_of(Path(text[1:])) if text.startswith("@") else text
    order = ReplyOrder(
        draft=_day(given["draft"]), only=given["only"], asked=given["asked"], deadline=_day(given["deadline"]),
        answered=given["answered"], text=said or reason, waive=given["waive"], who=_who(who),
        disputes=given["disputes"], settle=given["settle"],
    )  # fmt: skip
    found = survey_of(ctx).reply(order)
    if as_json:
        print_json(found)
        return
    if body := order.asked or order.answered or order.waive or order.settle:
        click.echo(f"Recorded: {body}\n")
    rows = [
        (o["body"], o["state"], o["deadline"], shorten(o["disputed"] or o["draft"] or ", ".join(o["named"]), 60))
        for o in found
    ]
    click.echo(table(rows, ("body", "right of reply", "until", "draft, or where named")))
    day = order.draft or (order.deadline if order.asked else None)
    if day is not None and day < date.today():
        click.echo(f"! {day.isoformat()} is over already: nobody can answer by then", err=True)


def _belong(given: dict[str, Any], text: str, reason: str) -> None:
    """Refuses an option that without its other one would say nothing, and an answer without words."""
    needs = {
        "--only": (given["only"], ("draft",)),
        "--deadline": (given["deadline"], ("asked",)),
        "--text": (text, ("answered",)),
        "--disputes": (given["disputes"], ("answered",)),
        "--reason": (reason, ("waive", "settle")),
    }
    for option, (value, others) in needs.items():
        if value and not any(given[other] for other in others):
            raise FoideskError(
                f"{option} goes with {' or '.join('--' + other for other in others)}", next="foidesk reply --help"
            )
    if given["answered"] and not text:
        raise FoideskError("the answer has no words", next='give them: --text "..." or --text @FILE')


@click.command()
@click.option("--embargo", default="", metavar="TIME", help="Until when (2026-03-31T22:00+00:00).")
@json_option
@click.pass_context
def pack(ctx: click.Context, embargo: str, as_json: bool) -> None:
    """Write the embargoed pack: a national line, each body's paragraph and row, method, caveats, contacts."""
    found = survey_of(ctx).pack(embargo)
    if as_json:
        print_json(found)
        return
    until = f"embargo until {found['embargo']}" if found["embargo"] else "no embargo set: --embargo TIME"
    click.echo(f"{plural(len(found['files']), 'file')} in {found['folder']}; {until}")
    if found["embargo"] and datetime.fromisoformat(found["embargo"]) < datetime.now(UTC):
        click.echo(f"! {found['embargo']} is over already: the pack holds nobody back", err=True)
    for one in found["look"]:
        click.echo(f"  look: {one['text']} {one['verdict']}: {one['why']}")


COMMANDS = (bodies, send, receive, reply, pack)
