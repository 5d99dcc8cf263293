"""code: two or more people code the same words, none seeing what another chose; how far they agree.

A coding is no decision: it moves no figure. What all coders of a phrase chose alike can be adopted as decisions;
where they differ, a person decides as on any open question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..coding import Agreement, agreement
from ..coding.choices import JOIN
from ..errors import SurveyFileError, UnknownName
from ..model import UNREADABLE, Choice, Codebook, Judgement, Variable
from ..model.places import place_text
from ..store.events import event
from ..words.normal import normalise
from . import sheets, wording, workbooks
from .deciding import judgement_on
from .snapshots import Snapshots
from .tables import nearest
from .workbooks import Row

if TYPE_CHECKING:
    from .survey import Survey

COLUMNS = ("unit", "variable", "body", "phrase", "words", "category", "note", "place", "file")
CODING = "coding"
NOT_TOLD = "cannot tell"
_QUOTED = re.compile(r"“(.+)”", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CodeOrder:
    """One call of `code`: a sheet to write, one to take in, or what is alike to adopt; else a look."""

    to: Path | None = None
    variable: str = ""
    sample: int = 0
    everything: bool = False
    source: Path | None = None
    adopt: bool = False
    who: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One body's phrase under one variable, and which category each coder chose ("cannot tell" is a category)."""

    choice: Choice
    said: Mapping[str, str]

    @property
    def is_paired(self) -> bool:
        return len(self.said) > 1

    @property
    def is_alike(self) -> bool:
        return self.is_paired and len(set(self.said.values())) == 1

    def as_json(self, labels: Mapping[str, str]) -> dict[str, Any]:
        one = self.choice
        return {
            "unit": one.id, "variable": one.variable, "body": one.body, "phrase": one.phrase,
            "codings": {coder: labels.get(said, said) for coder, said in sorted(self.said.items())},
            "places": [
                {"document": each.document, "place": place_text(each.place), "quote": each.quote}
                for each in one.locators
            ],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coded:
    """What was coded so far: agreement per variable, and the phrases on which coders differ.

    `done` counts what this call wrote, took in or adopted.
    """

    agreements: Mapping[str, Agreement]
    differing: tuple[Unit, ...]
    alike: tuple[Unit, ...]
    labels: Mapping[str, str]
    done: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "agreement": [
                {"variable": variable, **agreement_json(one)} for variable, one in self.agreements.items()
            ],
            "done": self.done,
            "alike": len(self.alike),
            "differing": [one.as_json(self.labels) for one in self.differing],
        }


def agreement_json(one: Agreement) -> dict[str, Any]:
    """The figures of agreement as plain numbers, to three places; null where a coefficient is not defined."""
    named = {"alike": one.alike, "kappa": one.kappa, "alpha": one.alpha}
    rounded = {name: None if value is None else round(float(value), 3) for name, value in named.items()}
    return {"coders": one.coders, "units": one.units, **rounded}


def code(survey: Survey, order: CodeOrder) -> Coded:
    """Does what was ordered, and says how far the coders agree."""
    done = 0
    if order.to is not None:
        done = hand_out(survey, order.to, order.variable, order.sample, order.everything)
    elif order.source is not None:
        done = take_in(survey, order.source, order.who)
    elif order.adopt:
        done = len(adopt(survey, order.who, order.reason))
    return replace(coded(survey), done=done)


def units(survey: Survey, everything: bool = False) -> tuple[Choice, ...]:
    """The phrases to code: those that the codebook does not know; with `everything`, those that it knows too."""
    if not everything:
        return survey.work.coding_choices
    return wording.phrases(survey.work.extractions.values(), survey.definition.codebook)


def hand_out(survey: Survey, path: Path, variable: str = "", sample: int = 0, everything: bool = False) -> int:
    """Writes the sheet of a coder: the phrases and where they stand, no suggestion, nobody's answer."""
    _known(survey.definition.codebook, variable)
    wanted = [one for one in units(survey, everything) if variable in ("", one.variable)]
    if sample:
        wanted = sorted(wanted, key=lambda one: one.id)[:sample]
    snapshots, rich = Snapshots(survey), workbooks.is_workbook(path)
    rows = []
    for one in sorted(wanted, key=lambda one: (one.variable, one.body, one.phrase)):
        rows.append(_row(survey, one, snapshots, path.resolve().parent, rich))
        survey.progress("drawing the phrases", len(rows), len(wanted))
    workbooks.write(path, COLUMNS if rich else (*COLUMNS, "categories"), rows, "category")
    return len(rows)


def _known(codebook: Codebook, variable: str) -> None:
    ids = [one.id for one in codebook.variables if not one.open]
    if variable and variable not in ids:
        guess = nearest(variable, ids)
        then = f"did you mean {guess!r}?" if guess else f"coded are: {', '.join(ids)}"
        raise UnknownName(f"there is no variable {variable!r} to code", where="codebook.toml", next=then)


def _row(survey: Survey, one: Choice, snapshots: Snapshots, beside: Path, rich: bool) -> Row:
    variable = survey.definition.codebook.variable(one.variable)
    words, place, file = sheets.where_it_stands(one.locators, snapshots)
    offered = (*(category.label for category in variable.categories), NOT_TOLD)
    cells = (one.id, one.variable, one.body, _phrase(one), words, "", "", place, file)
    if not rich:
        return Row((*cells, " | ".join(offered)))
    return Row(cells, sheets.link_to(survey, file, beside), snapshots.picture(one.locators), offered)


def _phrase(one: Choice) -> str:
    """The phrase as the reply writes it, if its question quotes all of it."""
    quoted = _QUOTED.search(one.question)
    return quoted[1] if quoted and normalise(quoted[1]) == one.phrase else one.phrase


def take_in(survey: Survey, path: Path, who: str) -> int:
    """Records the coded rows of one coder's sheet, all or none; that coder's later coding replaces an earlier."""
    who = _coder(survey, who)
    known = {one.id: one for one in (*units(survey, everything=True), *units(survey))}
    codebook, now = survey.definition.codebook, datetime.now(UTC).replace(microsecond=0).isoformat()
    found = []
    for line, row in workbooks.read(path, ("unit", "category"), COLUMNS):
        if not row["category"].strip():
            continue
        unit = known.get(row["unit"])
        if unit is None:
            raise SurveyFileError(
                f"line {line}: no reply has that phrase now ({row.get('phrase', '')!r})", where=str(path),
                next="`foidesk code --to` writes a sheet anew; move the answers over",
            )  # fmt: skip
        answer = _category(codebook.variable(unit.variable), row["category"].strip(), f"{path}, line {line}")
        details = {
            "who": who, "variable": unit.variable, "phrase": unit.phrase, "category": answer,
            "codebook": str(codebook.version), "note": row.get("note", ""),
        }  # fmt: skip
        found.append(event(CODING, now, body=unit.body, name=unit.id, **details))
    with survey.store.writing():
        survey.store.codings.append(found)
    return len(found)


def _coder(survey: Survey, who: str) -> str:
    """The coder's name; refused where it differs by its spelling only from one who coded before."""
    name = " ".join(who.split())
    known = {dict(one.details)["who"] for one in survey.store.codings.all()}
    alike = [each for each in known if each != name and normalise(each) == normalise(name)]
    if name not in known and alike:
        raise SurveyFileError(
            f"{name!r} and {sorted(alike)[0]!r} would be two coders", where="--by",
            next=f"say --by {sorted(alike)[0]!r} if it is the same person, else add a letter to the name",
        )  # fmt: skip
    return name


def _category(variable: Variable, said: str, where: str) -> str:
    """The category that a coder wrote by label or id; several at once are parted by ";"."""
    if normalise(said) in (normalise(NOT_TOLD), UNREADABLE):
        return UNREADABLE
    whole = _named(variable, said)
    parts = [whole] if whole else [_named(variable, part) for part in said.split(JOIN)]
    ids = [part for part in parts if part]
    if not ids or len(ids) != len(parts):
        labels = [category.label for category in variable.categories]
        guess = nearest(said, labels)
        raise SurveyFileError(
            f"{said!r} is no category of {variable.label.lower()}", where=where,
            next=f"did you mean {guess!r}?" if guess else f"categories: {'; '.join(labels)}; {NOT_TOLD}",
        )  # fmt: skip
    return JOIN.join(sorted(dict.fromkeys(ids)))


def _named(variable: Variable, said: str) -> str:
    key = normalise(said)
    found = [one.id for one in variable.categories if key in (normalise(one.id), normalise(one.label))]
    return found[0] if len(found) == 1 else ""


def coded(survey: Survey) -> Coded:
    """How far the coders agree, per variable, over the phrases that stand in the replies now."""
    said = _latest(survey)
    book = survey.definition.codebook
    known = {one.id: one for one in (*units(survey, everything=True), *units(survey))}
    paired = [Unit(known[id], answers) for id, answers in said.items() if id in known]
    paired = sorted(
        (one for one in paired if one.is_paired), key=lambda one: (one.choice.variable, one.choice.body)
    )
    variables = dict.fromkeys(one.choice.variable for one in paired)
    return Coded(
        {each: agreement(one.said for one in paired if one.choice.variable == each) for each in variables},
        tuple(one for one in paired if not one.is_alike),
        tuple(one for one in paired if one.is_alike),
        _labels(book, said.values()),
    )


def _latest(survey: Survey) -> dict[str, dict[str, str]]:
    """Unit to coder to the category that the coder chose last."""
    found: dict[str, dict[str, str]] = {}
    for one in survey.store.codings.all():
        details = dict(one.details)
        found.setdefault(one.name, {})[details["who"]] = details["category"]
    return found


def _labels(book: Codebook, said: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Each answer given, in words."""
    named = {category.id: category.label for one in book.variables for category in one.categories}
    answers = {answer for one in said for answer in one.values()}
    return {answer: " and ".join(named.get(part, part) for part in answer.split(JOIN)) for answer in answers} | {
        UNREADABLE: NOT_TOLD
    }


def adopt(survey: Survey, who: str, reason: str) -> tuple[Judgement, ...]:
    """Makes decisions of what all coders of an open phrase chose alike; gives those recorded."""
    open_ids = {one.id for one in survey.work.results.open_choices() if one.kind == "coding"}
    book, made = survey.definition.codebook, []
    for one in coded(survey).alike:
        answer = next(iter(one.said.values()))
        option = next((each for each in one.choice.options if _same(each.id, answer)), None)
        if one.choice.id in open_ids and option is not None:
            made.append(judgement_on(one.choice, option, book.version, who, reason, ""))
    sheets.record(survey, made)
    return tuple(made)


def _same(option: str, answer: str) -> bool:
    return sorted(option.split(JOIN)) == answer.split(JOIN)
