"""Thousands of random layouts of known facts, read back: equal, flagged, or wrong and not flagged.

    python benchmarks/replies/fuzzer/run.py [--draws N] [--from N] [--verbose] [--keep FOLDER] [--one N]

*right*: the exact number, nothing raised about the file. *right, flagged*: exact, but something is asked or
raised. *range*: a range that holds the number. *missing, flagged* and *wrong, flagged*: not the number, and
something is asked or raised about the file. *MISSING* and *WRONG*: not the number, and nobody would know.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from benchmarks.replies.fuzzer.draws import GRADES, Outcome, make, run


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--one", type=int)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    numbers = [asked.one] if asked.one else range(asked.first, asked.first + asked.draws)
    began = time.process_time()
    outcomes = [one(number, asked.keep) for number in numbers]
    show(outcomes, asked.verbose or bool(asked.one))
    print(f"{time.process_time() - began:.0f} CPU-s")
    return 1 if any(outcome.bad() or outcome.fault for outcome in outcomes) else 0


def one(number: int, keep: Path | None) -> Outcome:
    """The outcome of a draw; a crash is a fault of its own and ends nothing."""
    try:
        outcome = run(number)
    except Exception as fault:
        outcome = Outcome(make(number), [], [], 0, repr(fault))
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{number}.{outcome.drawn.form}").write_bytes(outcome.drawn.data)
    return outcome


def show(outcomes: list[Outcome], verbose: bool) -> None:
    table("all", outcomes)
    for heading, key in (
        ("shape", lambda d: d.shape),
        ("form", lambda d: d.form),
        ("subject", lambda d: d.facts.subject.id),
    ):
        groups = defaultdict(list)
        for outcome in outcomes:
            groups[key(outcome.drawn)].append(outcome)
        print(
            f"\n| {heading} | draws | " + " | ".join(GRADES) + " | draws all right | draws with a silent fault |"
        )
        print("| --- |" + " ---: |" * (len(GRADES) + 3))
        for name in sorted(groups):
            table(name, groups[name])
    for outcome in outcomes:
        if outcome.fault or (outcome.bad() or verbose):
            tell(outcome, verbose)


def table(name: str, outcomes: list[Outcome]) -> None:
    counts = Counter(grade for outcome in outcomes for _, _, grade, _ in outcome.grades)
    clean = sum(all(grade == "right" for _, _, grade, _ in outcome.grades) for outcome in outcomes)
    silent = sum(bool(outcome.bad() or outcome.fault) for outcome in outcomes)
    cells = " | ".join(str(counts[grade]) for grade in GRADES)
    print(f"| {name} | {len(outcomes)} | {cells} | {clean} | {silent} |")


def tell(outcome: Outcome, verbose: bool) -> None:
    drawn = outcome.drawn
    name = f"{drawn.facts.subject.id} {drawn.shape} {drawn.form}"
    print(f"\ndraw {drawn.number}: {name}; {', '.join(drawn.reply.done)}")
    if outcome.fault:
        print("   ", outcome.fault)
    for stated, truth, grade, came in outcome.grades if verbose else outcome.bad()[:4]:
        print(f"    {stated}: {truth}, {grade} {came}")
    for line in outcome.raised[:6] if verbose else []:
        print("    raised:", line)


if __name__ == "__main__":
    sys.exit(main())
