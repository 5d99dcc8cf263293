"""Years that stick out of the days asked for: taken as what was asked for, and said to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.survey import Survey

from .. import small


@pytest.mark.parametrize(
    ("rows", "total", "cut"),
    [
        ("2019/20,5\n2020/21,4\n2021/22,3\n2022/23,9\n", 21, ["2019/20", "2022/23"]),
        ("2020/21,4\n2021/22,3\n2022/23,9\n", 16, ["2022/23"]),
        ("2019,50\n2020,5\n2021,4\n2022,3\n", 12, []),
    ],
)
def test_financial_years_beside_calendar_years_asked_for(
    tmp_path: Path, rows: str, total: int, cut: list[str]
) -> None:
    folder = small.write(tmp_path / "fines")
    (folder / "replies" / "alphaton" / "reply.csv").write_text(f"Year,Number of complaints\n{rows}")
    survey = Survey(folder)
    survey.ingest()
    accounts = survey.work.reconciled.accounts
    support = accounts.support("alphaton", "complaints", {})
    assert support is not None and support.value.lo == support.value.hi == total
    said = [issue.what for issue in survey.work.results.issues if issue.kind == "years-cut"]
    for told in (said, [caveat for caveat in support.caveats if "taken as" in caveat]):
        assert [what.split("”")[0].lstrip("“") for what in told] == cut


def test_a_count_in_thousands_is_a_rounded_one(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "fines")
    (folder / "replies" / "alphaton" / "reply.csv").write_text("Outcome,Number of complaints\nUpheld,1.2k\n")
    survey = Survey(folder)
    survey.ingest()
    support = survey.work.reconciled.accounts.support("alphaton", "complaints", {"outcome": ("upheld",)})
    assert support is not None and (support.value.lo, support.value.hi) == (1150, 1250)


SETTLED = 'Upheld,1.234\nNot upheld,"2,500,000"\n'  # the commas settle that 1.234 is no whole number


@pytest.mark.parametrize(
    ("rows", "hi", "kind"), [("Upheld,1.234\n", 1234, "ambiguous-numbers"), (SETTLED, None, "open-numbers")]
)
def test_a_count_of_1_point_234_is_never_exact_and_is_raised(
    tmp_path: Path, rows: str, hi: int | None, kind: str
) -> None:
    folder = small.write(tmp_path / "fines")
    (folder / "replies" / "alphaton" / "reply.csv").write_text(f"Outcome,Number of complaints\n{rows}")
    survey = Survey(folder)
    survey.ingest()
    (row,) = [one for one in survey.extract()["deliveries"] if one["body"] == "alphaton"]
    support = survey.work.reconciled.accounts.support("alphaton", "complaints", {"outcome": ("upheld",)})
    assert support is not None and not support.value.is_exact and support.value.hi == hi
    assert kind in [issue["kind"] for issue in row["issues"]]
