"""The letter as an experienced FOI officer would read it, and what this desk asked the same bodies before."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import SurveyFileError
from ..law import AccessLaw
from ..law.clock import days_off
from ..mail import settings
from ..mail.bodies import known_as
from ..mail.checks import Earlier, Remark, read_as_officer, similar
from ..mail.letter import Letter, read_letter
from ..mail.settings import text_of
from ..model import PublicBody
from ..store.events import EventLog
from ..words.amounts import plural
from .letters import law_of
from .requests import today

if TYPE_CHECKING:
    from .survey import Survey


def read_over(survey: Survey, on: date | None = None) -> tuple[Remark, ...]:
    """The letter as an FOI officer would read it, and what this desk asked the same bodies before."""
    letter, said = our_letter(survey), settings(survey.folder / "mail.toml")
    act = next((law_of(survey, body.id) for body in survey.definition.bodies), None)
    remarks = list(read_as_officer(letter, said.sender, survey.definition.questions, act))
    missing = [body.id for body in survey.definition.bodies if not body.email]
    if missing:
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        what = f"{plural(len(missing), 'body has', 'bodies have')} no address: {', '.join(missing[:5])}{more}"
        then = "fill email in bodies.csv, or send by portal or post and record it"
        remarks.append(Remark("no-body-address", "should", what, then))
    return (*remarks, *_similar(survey, letter, act, on or today(survey)))


def _similar(survey: Survey, letter: Letter, act: AccessLaw | None, on: date) -> Iterator[Remark]:
    """Looks at the surveys beside this one: the folders of one desk lie together."""
    off = days_off(act, on.year - 1, on.year + 1) if act else {}
    for folder in sorted(survey.folder.resolve().parent.iterdir()):
        if folder == survey.folder.resolve() or not (folder / "events.jsonl").exists():
            continue
        theirs = _bodies_of(folder)
        for earlier in _earlier(folder):
            for body in survey.definition.bodies:
                if body.id == earlier.body or _same(body, theirs.get(earlier.body, {})):
                    yield from similar(body.id, letter, [replace(earlier, body=body.id)], on, off)


def _bodies_of(folder: Path) -> dict[str, dict[str, str]]:
    """The rows of bodies.csv of another survey, by id."""
    path = folder / "bodies.csv"
    text = text_of(path) if path.exists() else ""
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text)) if row.get("id")}


def _same(body: PublicBody, row: Mapping[str, str]) -> bool:
    """True if another survey's body is this one, whatever it is called there: by code, name or alias."""
    mine = {"name": body.name, "aliases": ";".join(body.aliases), "official_code": body.official_code}
    return bool((known_as(mine) & known_as(row)) - {"id "}) if row else False


def _earlier(folder: Path) -> Iterator[Earlier]:
    """The requests that a survey has sent."""
    path = folder / "letter.md"
    asked = read_letter(text_of(path), "").questions if path.exists() else ()
    for one in EventLog(folder / "events.jsonl").all():
        if one.kind == "sent" and dict(one.details).get("round", "request") == "request":
            yield Earlier(one.body, date.fromisoformat(one.at[:10]), tuple(text for _, text in asked))


def our_letter(survey: Survey) -> Letter:
    """The letter of the survey folder, with its numbered questions."""
    path = survey.folder / "letter.md"
    if not path.exists():
        raise SurveyFileError(
            "there is no letter", where=str(path), next="write letter.md with numbered questions"
        )
    return read_letter(text_of(path), survey.definition.title)
