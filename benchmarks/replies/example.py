"""The founding example against its truth, body by body: right, flagged, missing, or wrong and not flagged.

    python benchmarks/replies/example.py [--draw N] [--decisions] [--verbose]

Every figure that a reply states (total, each role, outcome and nature) is held against what the generator wrote.
*right*: the exact number. *range*: a range that holds it, with a question or an issue for that body. *missing*: no
figure though one was given. *WRONG*: a number or range that does not hold it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foidesk.model import NOT_STATED, Support
from foidesk.survey import Survey

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "police-social-media"
VARIABLES = {"by_role": "role", "by_outcome": "outcome", "by_nature": "nature"}


def prepare(folder: Path, draw: int, decisions: bool) -> dict[str, Any]:
    """A copy of the survey with the replies of that draw; gives the truth."""
    skip = shutil.ignore_patterns(".foidesk", "site", "make", "replies", "events.jsonl")
    shutil.copytree(EXAMPLE, folder, ignore=skip)
    if draw:
        command = [
            sys.executable,
            str(EXAMPLE / "make" / "generate.py"),
            "--out",
            str(folder),
            "--draw",
            str(draw),
        ]
        subprocess.run(command, check=True, capture_output=True)
    else:
        shutil.copytree(EXAMPLE / "replies", folder / "replies")
    if not decisions:
        (folder / "decisions.csv").unlink(missing_ok=True)
    truth: dict[str, Any] = json.loads((folder / "truth.json").read_text())
    return truth


def figures(survey: Survey, body: dict[str, Any]) -> Iterator[tuple[str, str, int]]:
    """(variable, category, number) of each figure that a body's replies state; ("", "") is the total.

    A category holds what lies in it: 1 officer of no rank beside 18 constables makes 19 police officers. Sets that
    the reply leaves open ("warning or advice") have no one category and are left out.
    """
    if body.get("cases_total") is not None:
        yield "", "", body["cases_total"]
    for key, variable in VARIABLES.items():
        counts = body.get(key) or {}
        for category in counts:
            if category == "not-stated":
                yield variable, NOT_STATED, counts[category]
            elif "|" not in category:
                inside = survey.definition.codebook.variable(variable).leaves(category)
                yield variable, category, sum(number for one, number in counts.items() if one in inside)


def grade(support: Support | None, number: int) -> str:
    """How the figure came out."""
    if support is None:
        return "missing"
    value = support.value
    if value.lo == value.hi == number:
        return "right"
    holds = value.lo <= number and (value.hi is None or number <= value.hi)
    return "range" if holds else "WRONG"


def compare(survey: Survey, truth: dict[str, Any]) -> Iterator[tuple[str, str, str, int, str, str]]:
    """(body, variable, category, true number, grade, what came out)."""
    accounts = survey.work.reconciled.accounts
    answered = accounts.answered("cases")
    for id, body in truth["bodies"].items():
        for variable, category, number in figures(survey, body):
            where = {variable: (category,)} if variable else {}
            support = accounts.support(id, "cases", where) if id in answered else None
            came = "" if support is None else f"{support.value.lo}..{support.value.hi}"
            yield id, variable, category, number, grade(support, number), came


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--decisions", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "survey"
        truth = prepare(folder, asked.draw, asked.decisions)
        survey = Survey(folder)
        survey.ingest()
        show(survey, truth, asked.verbose)


def show(survey: Survey, truth: dict[str, Any], verbose: bool) -> None:
    rows = list(compare(survey, truth))
    grades = ("right", "range", "missing", "WRONG")
    print("| body | form | " + " | ".join(grades) + " | questions |")
    print("| --- | --- |" + " ---: |" * 5)
    open_choices = Counter(choice.body for choice in survey.work.results.open_choices())
    for id, body in truth["bodies"].items():
        counts = Counter(row[4] for row in rows if row[0] == id)
        cells = " | ".join(str(counts[one]) for one in grades)
        print(f"| {id} | {body['form']} | {cells} | {open_choices[id]} |")
        for row in rows:
            if verbose and row[0] == id and row[4] != "right":
                print(f"      {row[1] or 'total'} {row[2]}: {row[3]}, {row[4]} {row[5]}")
    total = Counter(row[4] for row in rows)
    print(f"\ndraw {truth['draw']}: " + ", ".join(f"{total[one]} {one}" for one in grades))


if __name__ == "__main__":
    main()
