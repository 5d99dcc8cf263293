"""Longer answers as a person reads them in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from ..claims import READ_OTHERWISE
from ..model import Choice, PagePlace
from ..model.places import parse_place
from ..survey import Survey
from ..survey.checking import Checked, sources
from ..survey.comparing import Change
from ..survey.reconciling import STATES, Reconciliation
from ..survey.status import Status
from ..survey.tracing import Trace
from ..words.amounts import amount_words
from .output import plural, print_json, shorten, table

if TYPE_CHECKING:
    from ..survey.tracking import Tracking

MOST_ISSUES = 5
"""As many oddities of one file as `new` tells."""
MOST_OPTIONS = 8
"""As many options as one open question of many shows; asked for by its id it shows all."""
MOST_PLACES = 8
"""As many places as a person reads under one bound; --json has all."""


def new(made: dict[str, Any]) -> None:
    """What `new` drafted, and what to do next."""
    click.echo(f"Made {made['folder']}")
    if "documents" not in made:
        click.echo("Next: put the replies into replies/, one folder a body, and edit survey.toml")
        return
    for document in made["documents"]:
        parts = plural(document["parts"], "page or sheet", "pages or sheets")
        click.echo(f"\n{document['path']}  ({document['reader']}, {parts})")
        for one in document["tables"]:
            click.echo(
                f"    {one['name']}: {one['rows']} rows, {one['columns']} columns  {shorten(one['caption'], 60)}"
            )
        for what in document["issues"][:MOST_ISSUES]:
            click.echo(f"    ! {shorten(what, 110)}")
        if len(document["issues"]) > MOST_ISSUES:
            more = len(document["issues"]) - MOST_ISSUES
            click.echo(f"    ! … and {plural(more, 'more oddity', 'more oddities')}: foidesk reconcile lists all")
    click.echo(
        f"\nDrafted {plural(made['bodies'], 'body', 'bodies')} (bodies.csv) and these variables (codebook.toml):"
    )
    for variable in made["variables"]:
        words = ", ".join(variable["categories"][:12]) or "the bodies' own words, kept as they stand"
        click.echo(f"    {variable['id']}: {shorten(words, 90)}")
    why = "as replies name it" if made["law"]["named"] else "no reply names one; put yours in survey.toml"
    click.echo(f"Access law: {made['law']['id']} ({why})")
    measured = "; ".join(f"{one['label']} ({one['unit']})" for one in made["measures"])
    click.echo(f"Measured: {measured}")
    if made["left_out"]:
        left = shorten("; ".join(made["left_out"][:12]), 110)
        click.echo(f"Left out, since their words hardly repeat or few bodies have them: {left}")
    numbers = made["numbers"]
    click.echo(f"\nNumbers: {numbers['read']} read, {numbers['ignored']} ignored by name, {numbers['open']} open")
    for left in made["leftovers"]:
        click.echo(f"    {left['path']}: {left['count']} open, e.g. {shorten('; '.join(left['open'][:4]), 80)}")
    if made["unmatched"]:
        click.echo(f"{plural(len(made['unmatched']), 'file')} of unknown sender")
    click.echo("\nNext: correct survey.toml, codebook.toml and bodies.csv, then: foidesk run --draft")


def readable(place: str) -> str:
    """A place as a person names it: cells by letter and number; boxes of a page stay, as `enter` needs them."""
    try:
        found = parse_place(place)
    except ValueError:
        return place
    return place if isinstance(found, PagePlace) else found.describe()


def question(one: Choice, names: Mapping[str, str], *, whole: bool) -> None:
    """An open question with its places, each file named once, and its options; `whole`: with all its options."""
    body = f"{one.body}: " if one.body else ""
    click.echo(f"\n{one.id[:8]}  [{one.kind}] {body}{shorten(one.question, 300)}")
    file = ""
    for locator in one.locators[:4]:
        is_name = getattr(locator.place, "part", "") == "file name"
        name = names.get(locator.document, "")
        if name != file and not is_name:
            click.echo(f"          in {shorten(name, 97)}")
            file = name
        click.echo(f"          {shorten(f'file {locator.quote}' if is_name else locator.describe(), 100)}")
    shown = one.options if whole else one.options[:MOST_OPTIONS]
    for number, option in enumerate(shown, 1):
        mark = " (suggested)" if option.suggested else ""
        click.echo(f"      {number}  {shorten(option.label, 90)}{mark}")
    if len(shown) < len(one.options):
        click.echo(f"      … and {len(one.options) - len(shown)} more: foidesk decide {one.id[:8]}")


def decisions(survey: Survey, stale: bool, as_json: bool) -> None:
    """The decisions taken, or the stale ones."""
    attached = survey.work.results.stale() if stale else survey.work.results.attached
    rows = [
        {
            "id": one.judgement.id, "at": one.judgement.at, "who": one.judgement.who, "kind": one.judgement.kind,
            "answer": one.judgement.answer_label or one.judgement.answer, "reason": one.judgement.reason,
            "question": one.judgement.evidence[0].question if one.judgement.evidence else "",
            "answers": one.choice, "stale": one.stale,
        }
        for one in attached
    ]  # fmt: skip
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(
            f"{row['id'][:8]}  {row['at'][:10]}  {row['who']}  [{row['kind']}] {shorten(row['question'], 100)}"
        )
        click.echo(f"          {row['answer']}: {shorten(row['reason'], 100)}")
        if row["stale"]:
            click.echo(f"          STALE: {row['stale']}")
    if not rows:
        click.echo("None.")


def verdicts(checked: Checked) -> None:
    """The open claims one by one, then the tally."""
    for claim in checked.blocking:
        within = f" in “{shorten(claim.sentence, 100)}”" if len(claim.text) < len(claim.sentence) - 1 else ""
        click.echo(f"  line {claim.line}: “{shorten(claim.text)}”{within}: {claim.verdict}: {claim.why}")
        if claim.finding:
            click.echo(f"      sources: {sources(claim)}")
    for claim in checked.claims:
        if READ_OTHERWISE in claim.why:
            click.echo(f"  line {claim.line}: “{shorten(claim.text)}”: {claim.verdict}: {claim.why}")
        for caveat in claim.caveats:
            click.echo(f"  line {claim.line}: “{shorten(claim.text)}”: to be told with it: {caveat}")
    tally = ", ".join(f"{count} {verdict}" for verdict, count in checked.as_json()["verdicts"].items())
    left_out(checked.left_out)
    click.echo(f"{checked.story}: {plural(len(checked.claims), 'claim')}: {tally or 'none'}")


def left_out(words: Iterable[str]) -> None:
    """The words with numbers inside the article of a page that are no part of the story."""
    for one in words:
        if re.search(r"\d", one):
            click.echo(f"  left out, no part of the story: “{shorten(one)}”")


def changes(found: Sequence[Change]) -> None:
    """What changed since the last clean check, sentence by sentence."""
    for one in found:
        click.echo(f"{one.kind}: {one.now or one.was}")
        if one.kind == "edited":
            click.echo(f"    was: {one.was}")
        for verdict in one.verdicts:
            click.echo(f"    {verdict}")
    click.echo(f"{plural(len(found), 'change')} since the last check\n")


FACTS = {"line": 5, "figure": 24, "kind": 12, "unit": 26, "measure": 40, "entity": 26, "period": 22}
"""The columns of the figures of a story, and how wide each is at most: a longer cell goes on below."""


def facts(found: dict[str, Any]) -> None:
    """The figures of a story; its dates stand as the periods of its figures."""
    figures = [one for one in found["figures"] if one["kind"] != "date"]
    rows = [row for one in figures for row in _wrapped(_fact(one))]
    click.echo(table(rows, tuple(FACTS)))
    left_out(found.get("left_out", ()))
    dates = len(found["figures"]) - len(figures)
    click.echo(
        f"\n{found['story']}: {plural(len(figures), 'figure')}; {plural(dates, 'date')} and "
        f"{plural(len(found['passed']), 'number')} that are no figures: --json lists them"
    )


def _fact(one: dict[str, Any]) -> tuple[str, ...]:
    kind = f"{one['kind']}, {one['change']}" if one["change"] else one["kind"]
    measure = "" if one["measure"] == one["unit"] else one["measure"]
    return (str(one["line"]), one["text"], kind, one["unit"], measure, one["entity"], one["period"])


def _wrapped(cells: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A row as lines whose cells are not wider than their columns; no word is cut."""
    lines = [wrap(cell, width, break_on_hyphens=False) for cell, width in zip(cells, FACTS.values(), strict=True)]
    return [tuple(row) for row in zip_longest(*lines, fillvalue="")]


def status(found: Status) -> None:
    """Where the survey stands."""
    click.echo(f"{found.title}\n")
    if found.tracking and (todo := list(found.tracking.today())):
        click.echo("\n".join(f"  today  {body}: {what}" for body, what in todo) + "\n")
    rows = [
        ("bodies in the survey", str(found.bodies)),
        ("answered", str(found.answered)),
        ("refused", str(found.refused)),
        ("wrote, no answer found", str(found.unclear)),
        ("no reply", str(found.silent)),
        ("documents", str(found.documents)),
        ("numbers read", str(found.numbers["read"])),
        ("numbers ignored by name", str(found.numbers["ignored"])),
        ("numbers open", str(found.numbers["open"])),
        ("decisions taken", str(found.decisions)),
        ("questions open", str(found.choices_open)),
        ("issues", str(found.issues)),
        ("claims in the draft", str(found.claims)),
        ("claims open", str(found.claims_open)),
    ]
    click.echo(table(rows))
    if found.tracking:
        _tracking(found.tracking)
    click.echo("\nNext:")
    for number, step in enumerate(found.next, 1):
        click.echo(f"  {number}. {step}")


def _tracking(found: Tracking) -> None:
    """Who owes what since when, the longest overdue first; who was not asked yet is counted."""
    every = found.as_json()["requests"]
    sent = sorted((row for row in every if row["state"] != "not sent"), key=_urgency)
    rows = [(row["body"], row["state"], row["due"], _owes(row, found.on)) for row in sent]
    click.echo("\n" + table(rows, ("body", "correspondence", "due", "")))
    if len(sent) < len(every):
        click.echo(f"{plural(len(every) - len(sent), 'body', 'bodies')} not asked yet")
    timing = found.statistics()["timing"]
    click.echo("\n" + ", ".join(f"{name}: {len(bodies)}" for name, bodies in timing.items()))


def _urgency(row: dict[str, Any]) -> tuple[bool, bool, str]:
    """Overdue first, by the day that it was due; then what waits for us; what is answered last."""
    return not row["overdue"], not row["paused"], row["due"] or "9999"


def _owes(row: dict[str, Any], on: date) -> str:
    if row["paused"]:
        return f"paused: {row['paused']}"
    if row["overdue"]:
        return f"OVERDUE for {plural((on - date.fromisoformat(row['due'])).days, 'day')}"
    late = [f"{plural(row['late'], 'day')} late"] if row["late"] else []
    late += [f"review {plural(row['review_late'], 'day')} late"] if row["review_late"] else []
    return ", ".join(late)


def trace(found: Trace) -> None:
    """A figure's sources, one block each."""
    click.echo(f"{found.finding.title} ({found.finding.population})")
    for source in found.sources:
        one = source.as_json()
        click.echo(f"\n{source.body}: {one['value']}  in {one['file']}")
        for part, place in one["places"].items():
            click.echo(f"    {part:<16} {place['in']}: “{shorten(place['quote'], 80)}”")
        click.echo(f"    file hash        {one['document']}")
        click.echo(f"    confirmed by     {one['accepted_by'] or 'nobody yet'}")
    if not found.sources:
        _without_sources(found)


def _without_sources(found: Trace) -> None:
    """Who stands in each line of a finding that counts bodies and letters: it rests on no place of a reply."""
    click.echo("\nIt counts bodies or letters and rests on no one place of a reply (foidesk status --why BODY):")
    for line in found.finding.lines:
        bodies = ", ".join(dict.fromkeys(support.body for support in line.supports))
        click.echo(f"    {line.label}: {bodies or amount_words(line.value)}")


def reconciliation(found: Reconciliation, body: str) -> None:
    """How many figures stand in each state, body by body; of one body, every figure that is not established."""
    rows = [(one, *(str(found.tally(one)[state]) for state in STATES)) for one in found.bodies()]
    rows.append(("all", *(str(found.tally()[state]) for state in STATES)))
    click.echo(table(rows, ("body", *STATES)))
    for figure in found.figures if body else ():
        value = "no figure" if figure.value is None else amount_words(figure.value)
        if figure.internal is not None and figure.internal != figure.value:
            value += f"   (can be worked out: {amount_words(figure.internal)}; for your eyes, never published)"
        click.echo(f"    {figure.state:<12} {figure.name:<40} {value}")
        for why in figure.why:
            click.echo(f"                 {shorten(why, 120)}")
    for version in found.versions:
        click.echo(f"\n  Pinned: {version.pinned}\n  If instead {version.other}:")
        for name, mine, theirs in version.figures or (("no figure differs", "", ""),):
            click.echo(f"    {name:<40} {mine}{' → ' if theirs else ''}{theirs}")
        for first, second in version.rows:
            click.echo(
                f"      “{shorten(first, 80) or '(no such row)'}” or “{shorten(second, 80) or '(no such row)'}”"
            )
    for issue in found.issues:
        click.echo(f"\n  {issue.body} [{issue.kind}] {shorten(issue.what, 400)}")
        click.echo(f"      {shorten(issue.next, 110)}")
    if found.questions:
        click.echo(f"\n{plural(found.questions, 'question')} open. Next: foidesk decide")


def _because(words: str, told: Sequence[Mapping[str, str]]) -> None:
    """The statements under what they force: their file, place and words."""
    click.echo(f"    {words}")
    for place in told[:MOST_PLACES]:
        of = ", ".join(one for one in (place["part"], place["kind"], place["period"]) if one)
        at = f"“{shorten(place['quote'], 70)}”, {place['place']}"
        if place["sentence"]:
            at = f"“{place['quote']}” in “{shorten(place['sentence'], 150)}”"
            at += f", {place['place']}" if place["place"].startswith("page") else ""
        click.echo(f"        {place['file']}: {at}{f' ({of})' if of else ''}")
    if len(told) > MOST_PLACES:
        click.echo(f"        … and {len(told) - MOST_PLACES} more: --json")


def explained(found: Reconciliation) -> None:
    """What forces either end of a figure, body by body."""
    for one in found.explained:
        click.echo(f"\n{one.body}  {one.figure}: {one.value}")
        if one.lower and one.lower == one.upper:
            _because("because", one.lower)
        else:
            _because("at least, because" if one.lower else "at least: no statement forces this", one.lower)
            nothing = (
                "at most: no statement forces this end" if one.is_capped else "at most: nothing said limits it"
            )
            _because("at most, because" if one.upper else f"at most: {nothing}", one.upper)
        for caveat in one.caveats:
            click.echo(f"    ! {shorten(caveat, 130)}")
    if not found.explained:
        click.echo("No body gave that figure.")
