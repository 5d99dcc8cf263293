"""Council answers in prose: the number of FOI staff as a person coded it, where it is a number."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from .figures import Stated

QUESTIONS = (
    "1 How many people are employed to deal with FOI?",
    "2 What is the budget for administering FOI?",
    "3 Do you use case management software for FOI? If so, which one?",
    "4 Do you publish a disclosure log?",
)


def rows(corpus: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """(id, row) of each council; the id is made of its name."""
    with (corpus / "answers.csv").open(newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            yield re.sub(r"\W+", "-", row["Authority"].lower()).strip("-"), row


def letter(row: dict[str, str]) -> str:
    """The council's own words under our four questions."""
    told = [f"{question}\n\n{row[question].strip()}" for question in QUESTIONS]
    return "\n\n".join(["Dear requester", *told, ""])


def bodies(corpus: Path) -> str:
    """bodies.csv: it is made here, for the list is as long as the corpus."""
    lines = [f'{id},"{row["Authority"]}"' for id, row in rows(corpus)]
    return "\n".join(["id,name", *lines, ""])


def stated(corpus: Path) -> Iterator[Stated]:
    for id, row in rows(corpus):
        try:
            yield Stated(id, "people", Decimal(row["rough_people_count"]))
        except InvalidOperation:
            continue
