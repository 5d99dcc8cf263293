"""Files that say the same again, as bodies send them: a sheet and its print-out, yearly releases, versions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from .. import small
from ..readers.make import xlsx
from ..readers.pages import Paper
from .outside import foidesk

LOGGED = [
    (f"LF-{n:03}", date(2020 + n % 3, 1 + n % 9, 3 * n), outcome)
    for n, outcome in enumerate(("Upheld", "Not upheld", "Not upheld", "Upheld", "Withdrawn", "Not upheld"), 1)
]
HEAD = ("Ref", "Date", "Outcome")
YEARS = '\n[[findings]]\nname = "years"\nrecipe = "by-period"\ntitle = "By year"\n'


def printed(rows: list[tuple[str, date, str]]) -> bytes:
    """The log as a print-out, its dates written as people write them."""
    paper = Paper()
    paper.write(60, 60, "Log of complaints")
    texts = [HEAD, *((ref, f"{day.day} {day:%B %Y}", outcome) for ref, day, outcome in rows)]
    paper.table(90, texts, (80, 140, 120))
    return paper.pdf()


def release(years: tuple[int, ...], *rows: tuple[str, tuple[int, ...]]) -> list[tuple[Any, ...]]:
    """A yearly release: outcomes by year."""
    return [("Number of complaints",), ("Outcome", *years), *((name, *numbers) for name, numbers in rows)]


def as_print(rows: list[tuple[Any, ...]]) -> bytes:
    paper = Paper()
    paper.write(60, 60, rows[0][0])
    paper.table(90, [tuple(map(str, row)) for row in rows[1:]], (120, 60, 60))
    return paper.pdf()


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `reconcile` says of four bodies that sent their answer twice."""
    folder = small.write(tmp_path_factory.mktemp("again") / "survey")
    survey, bodies, replies = folder / "survey.toml", folder / "bodies.csv", folder / "replies"
    survey.write_text(survey.read_text() + YEARS)
    bodies.write_text(f"{bodies.read_text()}deltaham,Borough of Deltaham,,,,,,council,\n")
    for old in (*replies.glob("*/*"), *replies.glob("*.eml")):
        old.unlink()
    first = release((2020, 2021), ("Upheld", (5, 6)), ("Not upheld", (12, 7)), ("Total", (17, 13)))
    later = release((2021, 2022), ("Upheld", (6, 8)), ("Not upheld", (9, 9)), ("Total", (15, 17)))
    wrong = [*LOGGED[:3], ("LF-004", LOGGED[3][1], "Withdrawn"), *LOGGED[4:]]
    files = {
        "alphaton/log.xlsx": xlsx([HEAD, *LOGGED]),
        "alphaton/log.pdf": printed(LOGGED),
        "betaford/log.xlsx": xlsx([HEAD, *LOGGED]),
        "betaford/log.pdf": printed(wrong),
        "gammaley/release 2020-21.xlsx": xlsx(first),
        "gammaley/release 2021-22.pdf": as_print(later),
        "deltaham/1.txt": b"This is our interim response. We received 20 complaints about library fines.\n",
        "deltaham/2.txt": b"This is our final response. We received 24 complaints about library fines.\n",
    }
    for name, data in files.items():
        (replies / name).parent.mkdir(exist_ok=True)
        (replies / name).write_bytes(data)
    assert foidesk(folder, "ingest").code == 0
    everything = foidesk(folder, "reconcile", "--json").json
    everything["versions"] = foidesk(folder, "reconcile", "--body", "betaford", "--json").json["versions"]
    return dict(everything)


def figures(found: dict[str, Any], body: str) -> dict[str, Any]:
    """(lo, hi) of each figure of a body."""
    own = [one for one in found["figures"] if one["body"] == body and one["value"]]
    return {one["figure"]: (one["value"]["lo"], one["value"]["hi"]) for one in own}


def issues(found: dict[str, Any], body: str) -> list[tuple[str, str]]:
    return [(one["kind"], one["severity"]) for one in found["issues"] if one["body"] == body]


def test_a_sheet_and_its_print_out_count_once_however_each_writes_its_dates(found: dict[str, Any]) -> None:
    told = figures(found, "alphaton")
    assert (told["total"], told["outcomes/upheld"]) == ((6, 6), (2, 2))
    assert ("twin", "warning") not in issues(found, "alphaton") and ("twin", "note") in issues(found, "alphaton")


def test_a_print_out_that_differs_in_one_row_is_asked_about_with_that_row(found: dict[str, Any]) -> None:
    told = figures(found, "betaford")
    assert (told["total"], told["outcomes/upheld"], told["outcomes/withdrawn"]) == ((6, 6), (1, 2), (1, 2))
    assert ("twin", "warning") in issues(found, "betaford")
    rows = {(row["first"], row["second"]) for one in found["versions"] for row in one["rows"]}
    assert len(rows) == 1 and all("LF-004" in side for row in rows for side in row)


def test_of_overlapping_yearly_releases_only_the_year_that_differs_is_open(found: dict[str, Any]) -> None:
    told = figures(found, "gammaley")
    assert (told["years/2020"], told["years/2021"], told["years/2022"]) == ((17, 17), (13, 15), (17, 17))
    assert told["total"] == (47, 49) and told["outcomes/upheld"] == (19, 19)
    assert ("twin", "warning") in issues(found, "gammaley")


def test_an_interim_and_a_final_response_are_versions_by_their_own_words(found: dict[str, Any]) -> None:
    assert figures(found, "deltaham")["total"] == (20, 24)
    (asked,) = [one for one in found["issues"] if one["kind"] == "version"]
    assert "2.txt is the body's later word, by its own letters (final, interim)" in asked["what"]
