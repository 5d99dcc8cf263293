"""US settlement lists: rows and sums as sent, and row by row where the journalists' table keeps every row."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from .figures import Rows, Stated

TABLES = {
    "cambridge_ma": "cambridge", "orlando_fl": "orlando", "milwaukee_wi": "milwaukee", "memphis_tn": "memphis",
}  # fmt: skip


def replies(corpus: Path) -> Iterator[tuple[str, Path]]:
    """(body, file) of each reply."""
    for folder in sorted((corpus / "replies").iterdir()):
        yield from ((folder.name, path) for path in sorted(folder.iterdir()))


def stated(corpus: Path) -> Iterator[Stated | Rows]:
    """What each city's own files state."""
    expected = tomllib.loads((corpus / "expected.toml").read_text())
    for body, told in expected.items():
        yield from _totals(body, told)
        if body in TABLES:
            yield Rows(body, "paid", _amounts(corpus / "expected" / f"{TABLES[body]}_edited.csv"))


def _totals(body: str, told: dict[str, Any]) -> Iterator[Stated]:
    if "rows" in told:
        yield Stated(body, "suits", Decimal(told["rows"]))
    total = told.get("sum", told.get("final_sum") if body in ("baltimore_md", "waterbury_ct") else None)
    if total is not None:
        yield Stated(body, "paid", Decimal(str(total)))
    for year, number in told.get("by_year", {}).items():
        yield Stated(body, "paid", Decimal(str(number)), year=year)


def _amounts(path: Path) -> tuple[Decimal, ...]:
    with path.open(newline="") as file:
        told = [row["amount_awarded"] for row in csv.DictReader(file)]
    return tuple(Decimal(one) for one in told if one)
