"""The founding example with any one table left out: whatever is still said must hold the truth.

    python benchmarks/bounds/removed.py [--draw N]

For every table of every reply: the body is reconciled anew without it. A figure *escapes* if its bounds of what is
true leave out every number that the whole reply allows (what it states, up to that and all that it leaves open).
Files of which another version or twin says otherwise are not left out: then what is true depends on which stands.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.replies.example import VARIABLES, prepare
from foidesk.model import Extraction
from foidesk.reconcile import reconcile
from foidesk.survey import Survey

Table = tuple[str, str, str]
"""Body, delivery, name of the table."""


def tables(survey: Survey) -> list[Table]:
    """Every table of every reply that states something, but for files that another one contradicts."""
    doubted = {
        place.document
        for choice in survey.work.results.choices
        if choice.kind in ("twin", "version")
        for place in choice.locators
    }
    found = {
        (delivery.body, delivery.id, seen.table): None
        for delivery in survey.work.matched
        for seen in survey.work.coded[delivery.id].observations
        if seen.table and delivery.document not in doubted
    }
    return sorted(found)


def escapes(survey: Survey, truth: Mapping[str, Any], table: Table) -> Iterator[str]:
    """The figures of the body that do not hold the truth without this table."""
    body, delivery, name = table
    whole = survey.work.coded[delivery]
    left = tuple(seen for seen in whole.observations if seen.table != name)
    extractions = {**survey.work.coded, delivery: replace(whole, observations=left, footings=())}
    accounts = _alone(survey, body, extractions)
    told = truth["bodies"][body]
    for where, lowest, highest in _figures(survey, told):
        support = accounts.support(body, "cases", where, "true")
        if support is None:
            continue
        lo, hi = support.value.lo, support.value.hi
        if lo > highest or (hi is not None and hi < lowest):
            yield f"{body}, without {name!r}: {where or 'total'} is {lowest} to {highest}, not {lo} to {hi}"


def _alone(survey: Survey, body: str, extractions: Mapping[str, Extraction]) -> Any:
    definition = replace(survey.definition, bodies=(survey.definition.body(body),))
    sent = tuple(one for one in survey.work.matched if one.body == body)
    return reconcile(definition, extractions, sent, {}).accounts


def _figures(survey: Survey, told: Mapping[str, Any]) -> Iterator[tuple[dict[str, tuple[str, ...]], int, int]]:
    """(restriction, least, most) of each figure of a body, by what its whole reply states."""
    total = told.get("cases_total")
    if total is None:
        return
    yield {}, total, total
    for key, variable in VARIABLES.items():
        counts = told.get(key) or {}
        vague = sum(number for words, number in counts.items() if words == "not-stated" or "|" in words)
        for category in counts:
            if category != "not-stated" and "|" not in category:
                inside = survey.definition.codebook.variable(variable).leaves(category)
                stated = sum(number for one, number in counts.items() if one in inside)
                yield (
                    {variable: (category,)},
                    stated,
                    min(total, stated + vague + _wider(counts, category, survey, variable)),
                )


def _wider(counts: Mapping[str, int], category: str, survey: Survey, variable: str) -> int:
    """Cases stated only of a wider category: they may be of this one."""
    book = survey.definition.codebook.variable(variable)
    return sum(n for one, n in counts.items() if "|" not in one and one != category and one != "not-stated"
               and category in book.leaves(one))  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--draw", type=int, default=0)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "survey"
        truth = prepare(folder, options.parse_args().draw, decisions=False)
        survey = Survey(folder)
        survey.ingest()
        every = tables(survey)
        began = time.perf_counter()
        escaped = [line for table in every for line in escapes(survey, truth, table)]
    print("\n".join(escaped))
    seconds = time.perf_counter() - began
    print(f"{len(every)} tables left out, one at a time: {len(escaped)} figures escape, {seconds:.1f} s")


if __name__ == "__main__":
    main()
