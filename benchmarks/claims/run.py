"""How well claims without bindings are read: found, verdict right, and false ones that came out supported.

    python benchmarks/claims/run.py benchmarks/claims/open [--no-decoys] [--survey NAME] [--verbose]

FOLDER holds the `.toml` files of the form in README.md; the surveys they name lie in `surveys/` beside or above
it, in `benchmarks/claims/surveys` or in `examples`. Each text is checked alone, as `foidesk check` would check a
story. With decoys, each false text is checked once more against replies in which another finding equals it.
"""

from __future__ import annotations

import argparse
import csv
import io
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from foidesk import claims, findings
from foidesk.model import Accounts, Amount, Claim, Finding, Period, Query, Span, Support
from foidesk.survey import Survey
from foidesk.survey.checking import cases, evidence
from foidesk.words.periods import period as period_of

ROOT = Path(__file__).resolve().parents[2]
WORST = (
    "contradicted", "no data", "misleading", "not established", "needs a person", "waived", "supported",
    "not a claim about the data",
)  # fmt: skip
REFERENCE = {
    name: date(2025, 3, 31)
    for name in ("pothole-claims", "ambulance-handovers", "fire-crashes", "hospital-equipment", "library-fines")
} | {
    "pothole-bills": date(2026, 4, 7),
    "bailiff-referrals": date(2025, 9, 12),
    "school-buses": date(2026, 3, 31),
    "pool-closures": date(2026, 4, 14),
    "allotment-waits": date(2025, 3, 31),
    "hospital-parking": date(2025, 6, 30),
    "bathing-water": date(2025, 5, 15),
}
"""The day from which "last year" is reckoned, by README.md and those of later sets."""
WHOLE = ("incident", "quotation", "coverage", "superlative", "change", "majority")


@dataclass
class Desk:
    """A survey that is ready to check texts."""

    survey: Survey
    compute: Any = None
    rows: tuple[Any, ...] = ()

    def check(self, text: str) -> tuple[Claim, ...]:
        given = replace(evidence(self.survey), day=REFERENCE.get(self.survey.folder.name))
        if self.compute is not None:
            given = replace(given, compute=self.compute)
        shipped = self.survey.work.results.findings
        rows = self.rows or cases(self.survey)
        return claims.check(text, shipped, self.survey.definition, rows, given, markdown=False)


@dataclass
class Score:
    """What was counted, with the texts that went wrong."""

    claims: int = 0
    found: int = 0
    right: int = 0
    changed: int = 0
    decoys: int = 0
    asked: int = 0
    offered: int = 0
    first_right: int = 0
    wrongly_supported: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--no-decoys", action="store_true")
    parser.add_argument("--survey", default="", help="only this survey")
    parser.add_argument("--verbose", action="store_true", help="print every wrong verdict")
    given = parser.parse_args(arguments)
    score = Score()
    with tempfile.TemporaryDirectory() as scratch:
        for name, items in by_survey(given.folder, given.survey).items():
            desk = prepare(name, given.folder, Path(scratch))
            measure(desk, items, score)
            if not given.no_decoys:
                decoys(desk, items, score)
            print(f"{name}: {len(items)} items done", file=sys.stderr)
    show(score, given.verbose)
    return 1 if score.wrongly_supported else 0


def by_survey(folder: Path, only: str) -> dict[str, list[dict[str, Any]]]:
    """The items of all files, by the survey that they are about."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.toml")):
        for item in tomllib.loads(path.read_text(encoding="utf-8")).get("item", []):
            if not only or item["survey"] == only:
                found.setdefault(item["survey"], []).append(item)
    return found


def prepare(name: str, folder: Path, scratch: Path) -> Desk:
    """A copy of the survey with its replies taken in."""
    places = (
        folder / "surveys",
        folder.parent / "surveys",
        ROOT / "benchmarks" / "claims" / "surveys",
        ROOT / "examples",
    )
    source = next((place / name for place in places if (place / name / "survey.toml").exists()), None)
    if source is None:
        raise SystemExit(f"the survey {name!r} is not in {', '.join(map(str, places))}")
    target = scratch / name
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".foidesk", "site", "make", "facts.csv"))
    survey = Survey(target)
    survey.ingest()
    return Desk(survey)


def measure(desk: Desk, items: list[dict[str, Any]], score: Score) -> None:
    """Every text, true and false, against the replies as they are."""
    for item in items:
        for one in (item, *item.get("false", ())):
            judged = desk.check(one["text"])
            for claim in one["claims"]:
                count(score, item, one, claim, worst(judged, one["text"], claim["span"]))


def count(
    score: Score, item: Mapping[str, Any], one: Mapping[str, Any], claim: Mapping[str, Any], hit: Claim | None
) -> None:
    wanted = claim.get("verdicts") or [claim["verdict"]]
    got = hit.verdict if hit is not None else ""
    if hit is not None and got == "needs a person" and got not in wanted:
        score.asked += 1
        score.offered += bool(hit.first)
        score.first_right += hit.first in wanted
    line = f"{item['id']} ({one.get('what', 'true')}): {one['text']}\n"
    line += f"    “{claim['span']}”: {got}, wanted {' or '.join(wanted)}"
    score.claims += 1
    score.found += bool(got)
    score.changed += bool(claim.get("changed"))
    if claim.get("changed") and got == "supported":
        score.wrongly_supported.append(line)
    elif got in wanted:
        score.right += 1
    elif got:
        score.wrong.append(line)
    else:
        score.missed.append(line)


def matched(judged: tuple[Claim, ...], text: str, span: str) -> str:
    """The verdict on a span; "" if nothing was found there."""
    found = worst(judged, text, span)
    return found.verdict if found is not None else ""


def worst(judged: tuple[Claim, ...], text: str, span: str) -> Claim | None:
    """The claim that is the span as a whole, else the worst of those that overlap it."""
    start = text.index(span)
    end = start + len(span)
    hits = [one for one in judged if one.start < end and start < one.end]
    whole = [one for one in hits if one.kind in WHOLE and one.end - one.start >= 0.6 * (end - start)]
    ordered = [one for one in hits if one.kind == "superlative"] if len(span.split()) > 3 else []
    return min(whole or ordered or hits, key=lambda one: WORST.index(one.verdict), default=None)


# --- decoys: another finding equals the false number -----------------------------------------------------------


def decoys(desk: Desk, items: list[dict[str, Any]], score: Score) -> None:
    """Each false text against replies in which one cell was changed; its changed claims must not be supported."""
    for item in items:
        for one in item.get("false", ()):
            if "decoy" in one and any(claim.get("changed") for claim in one["claims"]):
                score.decoys += 1
                judged = with_decoy(desk, one["decoy"]).check(one["text"])
                for claim in one["claims"]:
                    if claim.get("changed") and matched(judged, one["text"], claim["span"]) == "supported":
                        score.wrongly_supported.append(f"{item['id']} (decoy, {one['what']}): {one['text']}")


def with_decoy(desk: Desk, decoy: Mapping[str, Any]) -> Desk:
    """The survey with one cell of one reply changed: in a table's file, else in the body's account."""
    path = desk.survey.folder / decoy["file"]
    if (
        decoy.get("row")
        and path.suffix == ".csv"
        and str(decoy.get("column")) in path.read_text(encoding="utf-8").splitlines()[0]
    ):
        return edited(desk, path, decoy)
    accounts = Changed(desk.survey.work.reconciled.accounts, desk.survey, decoy)
    outcomes = desk.survey.work.reconciled.outcomes

    def compute(query: Query) -> Finding:
        return findings.compute(replace(desk.survey.definition, findings=(query,)), accounts, outcomes)[0]

    return Desk(desk.survey, compute, cases(desk.survey))


def edited(desk: Desk, path: Path, decoy: Mapping[str, Any]) -> Desk:
    """The figures after the reply itself was changed; the file is put back afterwards."""
    before = path.read_bytes()
    rows = list(csv.reader(io.StringIO(before.decode("utf-8"))))
    column = rows[0].index(str(decoy["column"]))
    rows[int(decoy["row"]) - 1][column] = str(decoy["new"])
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")
    try:
        survey = Survey(desk.survey.folder)
        survey.ingest()
        _ = survey.work.results, survey.work.reconciled.accounts, evidence(survey).texts()
        return Desk(survey, None, cases(survey))
    finally:
        path.write_bytes(before)
        Survey(desk.survey.folder).ingest()


@dataclass
class Changed:
    """Accounts in which one cell has another value; every sum that holds the cell moves with it."""

    accounts: Accounts
    survey: Survey
    decoy: Mapping[str, Any]

    def answered(self, measure: str) -> tuple[str, ...]:
        return self.accounts.answered(measure)

    def periods(self, body: str, measure: str) -> tuple[Period, ...]:
        return self.accounts.periods(body, measure)

    def waiting(self, measure: str) -> tuple[str, ...]:
        return self.accounts.waiting(measure)

    def support(
        self,
        body: str,
        measure: str,
        where: Mapping[str, tuple[str, ...]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Support | None:
        found = self.accounts.support(body, measure, where, reading, period)
        if (
            found is None
            or body != self.decoy["body"]
            or measure != self.decoy["measure"]
            or not self._holds(where, period)
        ):
            return found
        value, by = found.value, self._by
        hi = None if value.hi is None else value.hi + by
        moved: Amount = replace(
            value, lo=max(Decimal(0), value.lo + by), hi=None if hi is None else max(Decimal(0), hi)
        )
        return replace(found, value=moved)

    def weighed(
        self,
        body: str,
        measure: str,
        terms: Sequence[tuple[Mapping[str, tuple[str, ...]], int]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Span | None:
        found = self.accounts.weighed(body, measure, terms, reading, period)
        return self._moved(found, body, measure, [(where, period, factor) for where, factor in terms])

    def across(
        self,
        body: str,
        measure: str,
        terms: Sequence[tuple[Mapping[str, tuple[str, ...]], Period, int]],
        reading: str = "stated",
    ) -> Span | None:
        found = self.accounts.across(body, measure, terms, reading)
        return self._moved(found, body, measure, terms)

    def _moved(
        self,
        found: Span | None,
        body: str,
        measure: str,
        terms: Sequence[tuple[Mapping[str, tuple[str, ...]], Period | None, int]],
    ) -> Span | None:
        if found is None or body != self.decoy["body"] or measure != self.decoy["measure"]:
            return found
        by = self._by * sum(factor for where, period, factor in terms if self._holds(where, period))
        return Span(*(None if end is None else end + by for end in found[:2]), found.tight)

    @property
    def _by(self) -> Decimal:
        """By how much the cell is another."""
        return Decimal(str(self.decoy["new"])) - Decimal(str(self.decoy["old"]).lstrip("<") or 0)

    def _holds(self, where: Mapping[str, tuple[str, ...]], period: Period | None) -> bool:
        cell = self.decoy.get("where", {})
        for name, ids in where.items():
            variable = self.survey.definition.codebook.variable(name)
            leaves = frozenset[str]().union(
                *(variable.leaves(id) if id in {c.id for c in variable.categories} else {id} for id in ids)
            )
            if cell.get(name) not in leaves:
                return False
        if period is None:
            return True
        when = period_of(str(self.decoy.get("period", "")), self.survey.definition.period)
        return when is not None and when.inside(period)


def show(score: Score, verbose: bool) -> None:
    for title, lines in (("MISSED", score.missed), ("WRONG VERDICT", score.wrong)):
        if verbose and lines:
            print(f"\n{title}")
            print("\n".join(f"  {line}" for line in lines))
    print(f"\nclaims {score.claims}, of them changed {score.changed}; decoys {score.decoys}")
    print(f"found {share(score.found, score.claims)}")
    print(f"verdict right {share(score.right, score.claims)}")
    told = f"{score.offered} with a first reading, which is right in {share(score.first_right, score.offered)}"
    print(f"asked about without need {score.asked}: {told}")
    print(f"false called supported {len(score.wrongly_supported)}")
    for line in score.wrongly_supported:
        print(f"  {line}")


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % ({part} of {whole})" if whole else "of none"


def lines(score: Score) -> Iterator[str]:
    """Everything that went wrong, for tests."""
    yield from (*score.missed, *score.wrong, *score.wrongly_supported)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
