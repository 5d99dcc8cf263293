"""basis.csv from truth.json: for each body and kind of figure, whether it was published, adjusted or made up.

    python make/basis.py TRUTH.json BASIS.csv

Where figures of one kind have more than one basis, the weakest is written: rehearsal, then adjusted.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

WEAKEST_FIRST = ("rehearsal", "adjusted", "published")
VARIABLES = ("role", "outcome", "nature")


def rows(truth: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """(body, variable, basis, source); the variable of a total is ""."""
    for id, body in truth["bodies"].items():
        found: dict[str, list[dict[str, Any]]] = {}
        for statement in body.get("statements", []):
            for variable in _variables(statement):
                found.setdefault(variable, []).append(statement)
        if body.get("total_basis"):
            found.setdefault("", []).append({"basis": body["total_basis"]})
        for variable in ("", *VARIABLES):
            told = found.get(variable) or ([{"basis": "rehearsal"}] if body["kind"] != "real" else [])
            if told:
                yield (id, variable, _weakest(told), _sources(told))


def _variables(statement: dict[str, Any]) -> Iterable[str]:
    named = [variable for variable in VARIABLES if statement.get(variable)]
    return named or ([""] if statement.get("q") == 1 else [])


def _weakest(told: list[dict[str, Any]]) -> str:
    return next(basis for basis in WEAKEST_FIRST if any(one["basis"] == basis for one in told))


def _sources(told: list[dict[str, Any]]) -> str:
    return "; ".join(dict.fromkeys(one["source"] for one in told if one.get("source")))


def main() -> None:
    truth = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with Path(sys.argv[2]).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("body", "variable", "basis", "source"))
        writer.writerows(rows(truth))


if __name__ == "__main__":
    main()
