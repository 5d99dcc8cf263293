"""Every open question and open issue of surveys as a reporter would read them, to be judged by eye.

    python benchmarks/replies/questions.py SURVEY-FOLDER ...

Each survey is ingested in a copy. A question stands with its body, its kind and its text. The last line of a
survey counts questions, issues that are no notes, and totals that came out as a range.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from foidesk.survey import Survey


def run(folder: Path) -> Counter[str]:
    """Prints what is open in the survey; how much it is."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "survey"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".foidesk", "site"))
        survey = Survey(copy)
        survey.ingest()
        return show(folder.name, survey)


def show(name: str, survey: Survey) -> Counter[str]:
    results, accounts = survey.work.results, survey.work.reconciled.accounts
    print(f"\n=== {name}")
    counted = Counter[str]()
    for choice in sorted(results.open_choices(), key=lambda one: (one.body, one.kind, one.question)):
        counted[f"question: {choice.kind}"] += 1
        quoted = "; ".join(one.quote for one in choice.locators[:3])
        print(f"Q {choice.body} [{choice.kind}] {choice.question} {choice.phrase} <{quoted[:160]}>")
    for issue in results.issues:
        if issue.severity != "note":
            counted[f"issue: {issue.kind}"] += 1
            print(f"I {issue.body} [{issue.kind}] {issue.what}")
    for measure in survey.definition.codebook.measures:
        for body in sorted(accounts.answered(measure.id)):
            support = accounts.support(body, measure.id, {})
            if support is None:
                continue
            value = support.value
            counted["totals"] += 1
            if value.lo != value.hi:
                counted["open totals"] += 1
                print(f"R {body} {measure.id}: {value.lo}..{value.hi}")
    print(f"{name}: " + ", ".join(f"{number} {kind}" for kind, number in sorted(counted.items())))
    return counted


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("surveys", nargs="+", type=Path)
    total = Counter[str]()
    for folder in parser.parse_args().surveys:
        total += run(folder)
    print("\nall: " + ", ".join(f"{number} {kind}" for kind, number in sorted(total.items())))


if __name__ == "__main__":
    main()
