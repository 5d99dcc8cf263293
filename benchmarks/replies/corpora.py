"""Complete surveys of ours on real replies: per body right, flagged, wrong, missing, and the decisions needed.

    python benchmarks/replies/corpora.py [SURVEY ...] [--body ID ...] [--corpora FOLDER] [--verbose]

*right*: the exact figure, nothing open that bears on it. *right but flagged*: exact, but a question about this
measure of this body is open. *wrong but flagged*: a range, or a wrong figure under an open question or a
contradiction. *wrong and not flagged*: another figure, and nobody would know; data ignored by name counts here.
*missing*: no figure though one was given; it counts as not flagged if nothing at all is raised about the body.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.replies.truth import hospital, libraries, settlements, staffing
from benchmarks.replies.truth.compare import compare
from benchmarks.replies.truth.figures import GRADES, Mark
from foidesk.survey import Survey

ROOT = Path(__file__).resolve().parents[2]
SURVEYS = {
    "us-police-settlements": (ROOT / "benchmarks/replies/surveys/us-police-settlements", settlements),
    "uk-library-returns": (ROOT / "benchmarks/replies/surveys/uk-library-returns", libraries),
    "uk-police-hospital-crime": (ROOT / "examples/hospital-crime", hospital),
    "uk-council-foi-staffing": (ROOT / "benchmarks/replies/surveys/uk-council-foi-staffing", staffing),
}


def prepare(name: str, corpora: Path, folder: Path, only: list[str]) -> None:
    """A copy of the survey of that name with the real replies in its drop folder, by body."""
    ours, truth = SURVEYS[name]
    shutil.copytree(ours, folder, ignore=shutil.ignore_patterns(".foidesk", "site", "replies.toml"))
    corpus = corpora / name
    if truth is staffing:
        (folder / "bodies.csv").write_text(staffing.bodies(corpus))
        for body, row in staffing.rows(corpus):
            _drop(folder, body, "reply.txt", staffing.letter(row).encode(), only)
        return
    for body, path in truth.replies(corpus):
        _drop(folder, body, path.name, path.read_bytes(), only)


def _drop(folder: Path, body: str, name: str, data: bytes, only: list[str]) -> None:
    if only and body not in only:
        return
    place = folder / "replies" / body
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(data)


def run(name: str, corpora: Path, only: list[str], verbose: bool) -> list[Mark]:
    """The marks of one survey, printed body by body."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "survey"
        prepare(name, corpora, folder, only)
        began = time.process_time()
        survey = Survey(folder)
        survey.ingest()
        told = [one for one in SURVEYS[name][1].stated(corpora / name) if not only or one.body in only]
        marks = list(compare(survey, told))
        show(name, survey, marks, verbose)
        print(f"{name}: {time.process_time() - began:.0f} CPU-s")
    return marks


def show(name: str, survey: Survey, marks: list[Mark], verbose: bool) -> None:
    print(f"\n{name}\n\n| body | " + " | ".join(GRADES) + " | decisions | open issues a document |")
    print("| --- |" + " ---: |" * (len(GRADES) + 2))
    decisions, issues = [], []
    long = len({mark.body for mark in marks}) > 40
    for body in dict.fromkeys(delivery.body for delivery in survey.work.matched):
        mine = [mark for mark in marks if mark.body == body]
        asked, odd = needed(survey, body), open_issues(survey, body)
        decisions.append(asked)
        issues += odd
        if not long:
            print(f"| {body} | {_cells(mine)} | {asked} | {', '.join(map(str, odd))} |")
        for mark in mine if verbose else ():
            if mark.grade != "right":
                print(f"      {mark.body} {mark.name}: {mark.wanted}, {mark.grade}: {mark.came}")
    for kind in dict.fromkeys(mark.kind for mark in marks if mark.kind):
        print(f"| {kind} | {_cells([mark for mark in marks if mark.kind == kind])} | | |")
    print(f"| all | {_cells(marks)} | median {median(decisions):g} | median {median(issues):g} |")


def needed(survey: Survey, body: str) -> int:
    """The decisions that the replies of a body wait for."""
    return sum(choice.body == body for choice in survey.work.results.open_choices())


def open_issues(survey: Survey, body: str) -> list[int]:
    """How many oddities each document of a body shows, beyond mere notes."""
    mine = [d for d in survey.work.matched if d.body == body and d.id in survey.work.coded]
    serious = [issue for issue in survey.work.results.issues if issue.severity != "note" and issue.body == body]
    return [sum(delivery.name in f"{issue.where} {issue.what}" for issue in serious) for delivery in mine]


def _cells(marks: list[Mark]) -> str:
    counts = Counter(mark.grade for mark in marks)
    return " | ".join(str(counts[grade]) for grade in GRADES)


def every(names: list[str], corpora: Path, only: list[str], verbose: bool) -> Iterator[Mark]:
    for name in names or SURVEYS:
        yield from run(name, corpora, only, verbose)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("surveys", nargs="*", choices=[*SURVEYS, []])
    parser.add_argument("--body", action="append", default=[])
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared" / "corpora")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    if not asked.corpora.exists():
        print(f"there is no {asked.corpora}: give the folder of real replies with --corpora", file=sys.stderr)
        return 2
    marks = list(every(asked.surveys, asked.corpora, asked.body, asked.verbose))
    return 1 if any(mark.grade == "wrong and not flagged" for mark in marks) else 0


if __name__ == "__main__":
    sys.exit(main())
