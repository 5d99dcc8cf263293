"""Independent surveys against their truth, body by body: right, flagged, missing, or wrong and not flagged.

    python benchmarks/replies/strangers_run.py [SURVEY ...] [--coded] [--years] [--verbose]

Graded as `example.py` grades the founding example; money in its own unit. A category that is "needs_coding"
in the truth counts as a range while its phrase is asked about. `--coded` first answers the questions about phrases
that the truth lists there, as a person would, and says in how many of them the first suggestion was right: what is
then no single right number was lost elsewhere. `--years` grades the totals of single years, too.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from foidesk.model import NOT_STATED, Choice, Judgement, Option, Period, Support
from foidesk.survey import Survey
from foidesk.survey.deciding import judgement_on
from foidesk.survey.sheets import record
from foidesk.words.normal import normalise

STRANGERS = Path(__file__).resolve().parent / "strangers"
GRADES = ("right", "range", "missing", "WRONG")
Figure = tuple[str, str, str, Fraction]


def tallies(measure: str, total: object, by: dict[str, dict[str, object]]) -> Iterator[Figure]:
    """(measure, variable, category, number) of the total and of each category; ("", "") is the total."""
    if total is not None:
        yield measure, "", "", Fraction(str(total))
    for variable, counts in by.items():
        for category, number in counts.items():
            name = NOT_STATED if category == "not stated" else category
            if isinstance(number, int | float):
                yield measure, variable, name, Fraction(str(number))


def figures(truth: dict[str, Any], body: dict[str, Any]) -> Iterator[Figure]:
    yield from tallies(truth["measure"], body.get("total"), body.get("by") or {})
    if "money_measure" in truth:
        yield from tallies(truth["money_measure"], body.get("money_total"), body.get("money_by") or {})


def yearly(truth: dict[str, Any], body: dict[str, Any], window: Period) -> Iterator[tuple[str, str, Fraction]]:
    """(measure, year as the truth writes it, number) of each year that the reply states and the survey asks."""
    told = {truth["measure"]: body.get("by_period"), truth.get("money_measure", ""): body.get("money_by_period")}
    is_calendar = (window.start.month, window.start.day) == (1, 1)
    for measure, counts in told.items():
        for year, number in (counts or {}).items():
            if measure and isinstance(number, int | float) and year.isdigit() == is_calendar:
                yield measure, year, Fraction(str(number))


def year_of(label: str, window: Period) -> Period:
    """The year of that name, from the day and month on which the days asked for begin."""
    first = window.start.replace(year=int(label[:4]))
    kind = "calendar year" if (first.month, first.day) == (1, 1) else "financial year"
    return Period(first, first.replace(year=first.year + 1), kind, "", label)


def grade(support: Support | None, number: Fraction) -> str:
    if support is None:
        return "missing"
    value = support.value
    if value.lo == value.hi == number:
        return "right"
    holds = value.lo <= number and (value.hi is None or number <= value.hi)
    return "range" if holds else "WRONG"


def run(name: str, verbose: bool, coded: bool, years: bool) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "survey"
        shutil.copytree(STRANGERS / name, folder)
        truth = json.loads((folder / "truth.json").read_text())
        survey = Survey(folder)
        survey.ingest()
        if coded:
            code(survey, truth)
        show(name, survey, truth, verbose, years)


def code(survey: Survey, truth: dict[str, Any]) -> None:
    """Answers what the codebook does not know as `needs_coding` says."""
    made, first, offered, asked = list[Judgement](), 0, 0, 0
    for choice in survey.work.results.open_choices():
        if choice.kind != "coding":
            continue
        asked += 1
        option = meant(choice, truth["bodies"].get(choice.body, {}).get("needs_coding") or {})
        if option is None:
            continue
        offered += choice.options[0].suggested
        first += choice.options[0].suggested and choice.options[0] is option
        judged = judgement_on(choice, option, survey.definition.codebook.version, "benchmark", "needs_coding", "")
        made.append(judged)
    if made:
        record(survey, made)
    print(f"\nphrases asked about {asked}, answered {len(made)}, suggested {offered}, of these right {first}")


def meant(choice: Choice, coding: dict[str, Any]) -> Option | None:
    """The option that the truth chooses for the phrase."""
    for phrase, said in coding.items():
        if normalise(phrase) == choice.phrase and said["variable"] == choice.variable:
            return next((one for one in choice.options if one.value == said["category"]), None)
    return None


def graded(
    survey: Survey, truth: dict[str, Any], id: str, body: dict[str, Any], years: bool
) -> Iterator[tuple[str, Fraction, Support | None]]:
    """(which figure, the true number, what came out) of a body; of single years if asked for."""
    accounts, window = survey.work.reconciled.accounts, survey.definition.period
    for measure, variable, category, number in figures(truth, body):
        where = {variable: (category,)} if variable else {}
        support = accounts.support(id, measure, where) if id in accounts.answered(measure) else None
        yield f"{measure} {variable or 'total'} {category}", number, support
    if not years or window is None:
        return
    for measure, year, number in yearly(truth, body, window):
        days = year_of(year, window)
        known = id in accounts.answered(measure)
        yield f"{measure} {year}", number, accounts.support(id, measure, {}, period=days) if known else None


def show(name: str, survey: Survey, truth: dict[str, Any], verbose: bool, years: bool) -> None:
    print(f"\n{name}\n| body | " + " | ".join(GRADES) + " | questions |")
    asked = Counter(choice.body for choice in survey.work.results.open_choices())
    total = Counter[str]()
    for id, body in truth["bodies"].items():
        counts, lines = Counter[str](), []
        for told, number, support in graded(survey, truth, id, body, years):
            mark = grade(support, number)
            counts[mark] += 1
            came = "" if support is None else f"{support.value.lo}..{support.value.hi}"
            lines.append(f"      {told}: {number}, {mark} {came}")
        print(f"| {id} | " + " | ".join(str(counts[one]) for one in GRADES) + f" | {asked[id]} |")
        if verbose:
            print("\n".join(line for line in lines if ", right " not in line))
        total.update(counts)
    print(f"{name}: " + ", ".join(f"{total[one]} {one}" for one in GRADES))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("surveys", nargs="*")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--years", action="store_true", help="grade the totals of single years, too")
    parser.add_argument("--coded", action="store_true", help="first answer what the truth says of phrases")
    asked = parser.parse_args()
    for name in asked.surveys or sorted(one.parent.name for one in STRANGERS.glob("*/truth.json")):
        run(name, asked.verbose, asked.coded, asked.years)


if __name__ == "__main__":
    main()
