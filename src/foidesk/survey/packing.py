"""pack: an embargoed pack for partners: a national line, each body's paragraph and row, method, contacts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..errors import Blocked, FoideskError
from ..mail import settings
from ..model import Finding, PublicBody
from ..report.amounts import singular
from ..store.events import event
from ..store.files import write_atomically
from ..words.amounts import amount_words, with_unit
from . import pack_claims
from .answering import disputes, replies
from .replying import Figure, embargo_said, figures

if TYPE_CHECKING:
    from .survey import Survey


QUOTED = re.compile("“([^”]*)”")


def pack(survey: Survey, embargo: str = "") -> dict[str, Any]:
    """Writes pack/; `embargo` (ISO 8601 with offset) stands on every file, and `publish` refuses before it."""
    _gate(survey)
    until = _embargo(survey, embargo)
    head = _head(survey, until)
    folder = survey.folder / "pack"
    never = survey.definition.comparison
    head += f"\n\nBODIES MUST NOT BE COMPARED: {never.because}" if never.forbidden else ""
    texts = {"national.md": _national(survey), "method.md": _method(survey), "contacts.md": _contacts(survey)}
    answers = {one.body: one.said for one in replies(survey)}
    parts = pack_claims.regions(survey)
    lines = [pack_claims.line_of(one) for one in pack_claims.leading(survey)]
    rows, regional = [], []
    for body in survey.definition.bodies:
        mine = figures(survey, body.id)
        texts[f"bodies/{body.id}.md"] = _paragraph(body.name, mine, answers.get(body.id, ""))
        rows += [_row(body, one) for one in mine if not one.of_all]
        lines += [pack_claims.line_of_figure(one, body.id) for one in mine]
    for part in parts:
        told = [pack_claims.line_of(one) for one in part.figures]
        texts[f"regions/{_slug(part.name)}.md"] = _region(part, told)
        regional += [(part.name, part.name, one.finding, one.title, one.value, one.unit, "", "") for one in told]
        lines += told
    look = pack_claims.judged(survey, lines, [one for part in parts for one in part.figures])
    sheets = {"bodies.csv": rows} | ({"regions.csv": regional} if parts else {})
    for name, text in texts.items():
        write_atomically(folder / name, f"{head}\n\n{text}".encode())
    for name, table in sheets.items():
        write_atomically(folder / name, _sheet(head, table).encode("utf-8-sig"))
    return {
        "folder": str(folder), "files": sorted([*texts, *sheets]), "embargo": until,
        "look": [{"text": one.sentence, "verdict": one.verdict, "why": one.why} for one in look],
    }  # fmt: skip


def _row(body: PublicBody, one: Figure) -> tuple[str, ...]:
    caveats = " | ".join(_told(one.caveats))
    return body.id, body.name, one.finding, one.title, one.value, one.unit, one.rank, caveats


def _gate(survey: Survey) -> None:
    """Partners are told no more than readers: no number that gives a withheld one away, none that is disputed."""
    own = [one for one in survey.work.results.issues if one.kind == "protected-cell" and one.blocks == "publish"]
    for issue in (*own, *disputes(survey)):
        raise Blocked(issue.what, where=issue.where, next=issue.next)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "region"


def _region(part: pack_claims.Region, told: Sequence[pack_claims.Line]) -> str:
    """The region's figures in one sentence, and the bodies that they are the sum or share of."""
    said = "; ".join(f"{one.title}: {_counted(one.value, one.unit)}" for one in told) or "no figure"
    names = ", ".join(body.name for body in part.bodies)
    bases = "".join(f"- {one.title}: {one.base.n} of {one.base.of} bodies\n" for one in part.figures)
    caveats = dict.fromkeys(caveat for one in part.figures for caveat in _told(one.caveats))
    listed = "".join(f"- {caveat}\n" for caveat in caveats)
    return f"# {part.name}\n\n{said}.\n\nBodies: {names}.\n\n{bases}{listed}"


def _told(caveats: Iterable[str]) -> Iterator[str]:
    """The caveats for partners: a question of the desk may quote a row on one person; a phrase tells of none."""
    for caveat in caveats:
        yield QUOTED.sub(lambda found: found[0] if len(found[1].split()) < 3 else "[words of the reply]", caveat)


def _embargo(survey: Survey, given: str) -> str:
    if not given:
        return embargo_said(survey)
    try:
        until = datetime.fromisoformat(given)
    except ValueError:
        raise FoideskError(f"{given!r} is no time", next="write it as 2026-03-31T22:00+00:00") from None
    if until.tzinfo is None:
        moment = given if "T" in given else f"{given[:10]}T00:01"
        raise FoideskError(
            "the embargo has no time zone", next=f"write it as {moment}+00:00 (or +01:00 in summer)"
        )
    text = until.astimezone(UTC).isoformat()
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    with survey.store.writing():
        survey.store.events.append([event("embargo", now, until=text, said=until.isoformat())])
    return until.isoformat()


def _head(survey: Survey, until: str) -> str:
    embargo = f"EMBARGOED UNTIL {until}" if until else "NO EMBARGO SET"
    return f"{embargo}: {survey.definition.title}" + (" (REHEARSAL)" if survey.definition.rehearsal else "")


def _national(survey: Survey) -> str:
    lines = [_line(one) for one in pack_claims.leading(survey)]
    return "# National line\n\n" + "\n".join(lines) + "\n"


def _line(one: Finding) -> str:
    caveats = "".join(f"\n    - {caveat}" for caveat in _told(one.caveats))
    value = f"**{_counted(amount_words(one.value), one.unit)}**"
    base = f"{one.base.n} of {one.base.of}"
    among = one.population if base in one.population else f"{one.population}; {base}"
    return f"- {one.title}: {value} ({among}){caveats}"


def _paragraph(name: str, mine: tuple[Figure, ...], reply: str) -> str:
    if not mine:
        return f"# {name}\n\nNo figure: see method.md for who did not answer, and how.\n"
    said = [f"{'; '.join(titles)}: {figure}" for figure, titles in _merged(mine).items()]
    answer = f"\nThe body's answer to these figures:\n\n> {' '.join(reply.split())}\n" if reply else ""
    caveats = dict.fromkeys(caveat for one in mine for caveat in _told(one.caveats))
    listed = "".join(f"- {caveat}\n" for caveat in caveats)
    beside = f"\nTo be told with these figures:\n\n{listed}" if listed else ""
    return f"# {name}\n\n{'; '.join(said)}.\n{beside}{answer}"


def _merged(mine: tuple[Figure, ...]) -> dict[str, list[str]]:
    """Each figure of the body once, with what is beside it, under all heads that say the same of it.

    What is of all bodies together (a median) has no head of its own here: no body's figure is that.
    """
    found: dict[str, list[str]] = {}
    for one in mine:
        if not one.of_all:
            found.setdefault(_counted(one.value, one.unit) + one.beside, []).append(one.title)
    return found


def _counted(value: str, unit: str) -> str:
    """“12 cases”, “1 case”, “£1,250”."""
    return with_unit(value, singular(unit) if value == "1" else unit)


def _method(survey: Survey) -> str:
    one = survey.definition
    questions = "\n".join(f"{number}. {question.text}" for number, question in enumerate(one.questions, 1))
    outcomes = survey.work.results.outcomes
    names = {body.id: body.name for body in one.bodies}
    numbers = {question.id: number for number, question in enumerate(one.questions, 1)}
    ends: dict[tuple[str, str, str], list[int]] = {}
    for each in outcomes:
        if each.outcome != "full":
            ends.setdefault((names[each.body], each.outcome, each.section), []).append(numbers[each.question])
    rest = "\n".join(
        f"- {body}, question {', '.join(map(str, sorted(asked)))}: {how}"
        + (f", section {section}" if section else "")
        for (body, how, section), asked in sorted(ends.items())
    )
    caveats = sorted({caveat for finding in survey.work.results.findings for caveat in finding.caveats})
    listed = "\n".join(f"- {caveat}" for caveat in _told(caveats))
    what = (one.summary or one.title).rstrip(". ")
    return (
        f"# Method\n\n{what}: one request to {len(one.bodies)} bodies.\n\n## Questions\n\n"
        f"{questions}\n\n## Not answered in full\n\n{rest or '- none'}\n\n"
        f"## Comparing bodies\n\n{_comparing(survey)}\n\n## Caveats\n\n{listed or '- none'}\n"
    )


def _comparing(survey: Survey) -> str:
    """What partners may do with the figures of several bodies."""
    said = survey.definition.comparison
    if said.forbidden:
        return f"Bodies must not be compared or ranked: {said.because}"
    if said.ranked:
        return "Each rank is among the bodies that answered and count alike; say so wherever it is printed."
    return "Bodies are listed in the order of the alphabet; this survey does not rank them."


def _contacts(survey: Survey) -> str:
    sender = settings(survey.folder / "mail.toml").sender
    said = (sender.name or "The survey desk", sender.organisation, sender.email)
    return f"# Contact\n\n{', '.join(one for one in said if one)}\n"


def _sheet(head: str, rows: Sequence[tuple[str, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([head])
    writer.writerow(("body", "name", "finding", "title", "value", "unit", "rank", "caveats"))
    writer.writerows(rows)
    return out.getvalue()
