"""Reads the hospital-crime letters and compares every total with those checked by hand.

Run: .venv/bin/python benchmarks/replies/hospital.py [--corpora ../shared/corpora]
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foidesk.extract import extract
from foidesk.model import Context, Extraction, Observation, Period, SurveyDefinition
from foidesk.readers import read
from foidesk.survey.definition import load

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    options = arguments()
    folder = options.corpora / "uk-police-hospital-crime"
    expected = tomllib.loads((folder / "expected.toml").read_text())
    survey = load(ROOT / "examples" / "hospital-crime")
    replies = folder / "replies"
    wrong = sum(report(survey, name, replies / f"{name}.pdf", wanted) for name, wanted in expected.items())
    print("all as expected" if not wrong else f"{wrong} differ")
    return 1 if wrong else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared" / "corpora")
    return parser.parse_args()


def report(survey: SurveyDefinition, name: str, path: Path, wanted: dict[str, Any]) -> int:
    """Prints one line a body, and one for each figure that differs; gives how many differ."""
    began = time.perf_counter()
    reading = read(path.read_bytes(), path.name).reading
    between = time.perf_counter()
    got = extract(reading, context(survey, name.lower(), path.name))
    took = f"read {between - began:.1f} s, extracted {time.perf_counter() - between:.1f} s"
    wrong = list(differences(got, wanted))
    counts = f"{len(got.observations)} observations, {len(got.choices)} choices, {len(got.open_numbers())} open"
    print(f"{name}: {len(wanted['totals']) + 1} figures, {len(wrong)} differ; {counts}; {took}")
    for line in wrong:
        print("   ", line)
    return len(wrong)


def context(survey: SurveyDefinition, body: str, name: str) -> Context:
    return Context(survey.codebook, survey.questions, survey.period, survey.law, body, (), body, name)


def differences(got: Extraction, wanted: dict[str, Any]) -> Iterator[str]:
    """What differs from the figures checked by hand: years, their kind, the total, refusals."""
    seen = by_year(got.observations)
    for year, figure in wanted["totals"].items():
        for source, value in seen.get((wanted["period"], year), {"nothing": None}).items():
            if value != figure:
                yield f"{year}: {value}, not {figure} ({source})"
    if sum(next(iter(v.values())) for v in seen.values()) != wanted["total"]:
        yield f"total: {sum(next(iter(v.values())) for v in seen.values())}, not {wanted['total']}"
    for what, section in wanted.get("refused", {}).items():
        if not any(s.outcome == "refused" and s.section and s.section in section for s in got.statuses):
            yield f"{what}: refusal under {section} not seen"


def by_year(found: tuple[Observation, ...]) -> dict[tuple[str, str], dict[str, int]]:
    """Accepted sums by kind and label of the year, from each table that gives them."""
    sums: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in found:
        part = one.role in ("cell", "case row") and one.accepted_by
        if part and one.period is not None and one.amount is not None:
            sums[kind(one.period), label(one.period)][one.table] += int(one.amount.lo)
    return sums


def kind(period: Period) -> str:
    """Financial or calendar; a year that the window cuts keeps the label that the body wrote."""
    return "financial year" if "/" in period.label or period.kind == "financial year" else "calendar year"


def label(period: Period) -> str:
    year = period.start.year
    return f"{year}/{(year + 1) % 100:02}" if kind(period) == "financial year" else str(year)


if __name__ == "__main__":
    sys.exit(main())
