"""US settlement lists: rows and sums as sent, and row by row where the journalists' table keeps every row."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from .figures import Rows, Stated

# What expected.toml counts otherwise, as recounted in the files: six of Baltimore's 217 rows print yearly totals,
# and one of Columbia's 39 entries gives "N/A" for its sum. Waterbury's sum is that of all 29 rows as sent (where a
# row tells parts and their total, the total), St. Louis's that of the 28 rows of its workbook.
RECOUNTED = {
    ("baltimore_md", "suits"): "211", ("columbia_sc", "suits"): "39", ("waterbury_ct", "paid"): "3126673.33",
    ("st_louis_mo", "suits"): "28", ("st_louis_mo", "paid"): "5323286.78",
}  # fmt: skip
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
    sums = {"suits": told.get("rows"), "paid": told.get("sum", told.get("final_sum"))}
    for measure, number in sums.items():
        own = RECOUNTED.get((body, measure), number)
        if own is not None and told.get("usable", True):
            yield Stated(body, measure, Decimal(str(own)))
    for year, number in told.get("by_year", {}).items():
        yield Stated(body, "paid", Decimal(str(number)), year=year)


def _amounts(path: Path) -> tuple[Decimal, ...]:
    with path.open(newline="") as file:
        told = [row["amount_awarded"] for row in csv.DictReader(file)]
    return tuple(Decimal(one) for one in told if one)
