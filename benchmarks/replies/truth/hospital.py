"""Hospital crime letters: yearly totals, and every cell of offence and outcome by year."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from .figures import Cells, Stated

CELLS = Path(__file__).with_name("hospital-cells.toml")


def replies(corpus: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted((corpus / "replies").glob("*.pdf")):
        yield path.stem.lower(), path


def stated(corpus: Path) -> Iterator[Stated | Cells]:
    expected = tomllib.loads((corpus / "expected.toml").read_text())
    for name, told in expected.items():
        yield Stated(name.lower(), "crimes", Decimal(told["total"]))
        for year, number in told["totals"].items():
            yield Stated(name.lower(), "crimes", Decimal(number), year=year)
    for body, tables in tomllib.loads(CELLS.read_text()).items():
        for variable, rows in tables.items():
            yield Cells(body, variable, tuple(tuple(None if n < 0 else n for n in row) for row in rows))
