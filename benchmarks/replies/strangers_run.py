"""Independent surveys against their truth, body by body: right, flagged, missing, or wrong and not flagged.

    python benchmarks/replies/strangers_run.py [SURVEY ...] [--verbose]

Graded as `example.py` grades the founding example; money in its own unit. A category that is "needs_coding"
in the truth counts as a range while its phrase is asked about.
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

from foidesk.model import NOT_STATED, Support
from foidesk.survey import Survey

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


def grade(support: Support | None, number: Fraction) -> str:
    if support is None:
        return "missing"
    value = support.value
    if value.lo == value.hi == number:
        return "right"
    holds = value.lo <= number and (value.hi is None or number <= value.hi)
    return "range" if holds else "WRONG"


def run(name: str, verbose: bool) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "survey"
        shutil.copytree(STRANGERS / name, folder)
        truth = json.loads((folder / "truth.json").read_text())
        survey = Survey(folder)
        survey.ingest()
        show(name, survey, truth, verbose)


def show(name: str, survey: Survey, truth: dict[str, Any], verbose: bool) -> None:
    print(f"\n{name}\n| body | " + " | ".join(GRADES) + " | questions |")
    asked = Counter(choice.body for choice in survey.work.results.open_choices())
    accounts, total = survey.work.reconciled.accounts, Counter[str]()
    for id, body in truth["bodies"].items():
        counts, lines = Counter[str](), []
        for measure, variable, category, number in figures(truth, body):
            where = {variable: (category,)} if variable else {}
            support = accounts.support(id, measure, where) if id in accounts.answered(measure) else None
            mark = grade(support, number)
            counts[mark] += 1
            came = "" if support is None else f"{support.value.lo}..{support.value.hi}"
            lines.append(f"      {measure} {variable or 'total'} {category}: {number}, {mark} {came}")
        print(f"| {id} | " + " | ".join(str(counts[one]) for one in GRADES) + f" | {asked[id]} |")
        if verbose:
            print("\n".join(line for line in lines if ", right " not in line))
        total.update(counts)
    print(f"{name}: " + ", ".join(f"{total[one]} {one}" for one in GRADES))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("surveys", nargs="*")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    for name in asked.surveys or sorted(one.parent.name for one in STRANGERS.glob("*/truth.json")):
        run(name, asked.verbose)


if __name__ == "__main__":
    main()
