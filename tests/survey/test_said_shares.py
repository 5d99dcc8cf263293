"""Shares that a reply states in a sentence, from the reply to the figure."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from foidesk.survey import Survey

from ..small import mail, write


def survey(folder: Path, text: str) -> Survey:
    """The small survey with one reply: a mail of this text."""
    write(folder)
    rmtree(folder / "replies")
    (folder / "replies").mkdir()
    mail("alphaton", f"Dear requester,\n\n{text}\n\nYours,\nThe FOI team\n", folder / "replies")
    made = Survey(folder)
    made.ingest()
    made.extract()
    return made


def upheld(made: Survey) -> tuple[int, int | None]:
    (line,) = [one for one in findings(made)["outcomes"]["lines"] if one["key"] == "upheld"]
    low, high = line["value"]["lo"], line["value"]["hi"]
    return int(low), None if high is None else int(high)


def findings(made: Survey) -> dict[str, Any]:
    return {one["name"]: one for one in made.compute()}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We received 828 complaints about library fines. 9 % of complaints were upheld.", (71, 78)),
        ("We received 828 complaints about library fines. 9.4% of the complaints were upheld.", (78, 78)),
        (
            "We received 200 complaints. 12 per cent of all complaints were upheld and 3% withdrawn.",
            (23, 25),
        ),
    ],
)
def test_a_share_of_all_cases_is_as_many_as_its_rounding_leaves(
    tmp_path: Path, text: str, wanted: tuple[int, int]
) -> None:
    made = survey(tmp_path / "s", text)
    assert upheld(made) == wanted
    assert not made.reconcile().questions


@pytest.mark.parametrize(
    "text",
    [
        "We received 828 complaints. About 9 % of complaints were upheld.",
        "We received 828 complaints. 9 % of complaints about opening hours were upheld.",
        "We received 828 complaints. 9 % of withdrawn complaints had been upheld.",
        "We received 828 complaints. In 2021, 9 % of complaints were upheld.",
        "We received 828 complaints. 9 % of residents said that complaints were upheld.",
    ],
)
def test_a_share_of_other_cases_or_days_or_a_hedged_one_is_asked_about(tmp_path: Path, text: str) -> None:
    made = survey(tmp_path / "s", text)
    assert made.reconcile().questions
    assert upheld(made) != (71, 78)


def test_a_share_of_nothing_stated_is_said(tmp_path: Path) -> None:
    made = survey(tmp_path / "s", "9 % of complaints were upheld.")
    assert [issue.kind for issue in made.reconcile().issues] == ["share"]


def test_a_share_that_no_whole_number_is_leaves_its_kind_open(tmp_path: Path) -> None:
    made = survey(tmp_path / "s", "We received 100 complaints. 9.5% of the complaints were upheld.")
    assert [issue.kind for issue in made.reconcile().issues] == ["share"]
    assert upheld(made) == (0, 100)


def still_open(made: Survey) -> int:
    """How many numbers of the replies nothing accounts for."""
    return int(made.status().numbers["open"])


def in_a_table(head: str, rows: tuple[tuple[str, str], ...], said: str = "We received 828 complaints.") -> str:
    lines = [f"{'Outcome':16}{head}", *(f"{name:16}{number}" for name, number in rows)]
    return f"{said}\n\n" + "\n".join(lines)


WHOLE = (("Upheld", "9%"), ("Not upheld", "77%"), ("Withdrawn", "14%"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (in_a_table("Percentage of complaints", WHOLE), (71, 78)),
        (in_a_table("% of complaints", (("Upheld", "9"), ("Not upheld", "77"), ("Withdrawn", "14"))), (71, 78)),
        (in_a_table("Share of all complaints", WHOLE), (71, 78)),
        (
            in_a_table("% of complaints", (("Upheld", "9.4%"), ("Not upheld", "76.6%"), ("Withdrawn", "14.0%"))),
            (78, 78),
        ),
    ],
)
def test_a_table_of_shares_of_all_cases_is_as_many_as_its_rounding_leaves(
    tmp_path: Path, text: str, wanted: tuple[int, int]
) -> None:
    made = survey(tmp_path / "s", text)
    assert upheld(made) == wanted
    assert not still_open(made) and not made.reconcile().questions


def test_a_total_of_a_hundred_per_cent_is_no_number_of_cases(tmp_path: Path) -> None:
    made = survey(tmp_path / "s", in_a_table("% of complaints", (*WHOLE, ("Total", "100%"))))
    (choice,) = made.work.results.open_choices()
    made.decide(choice.id, next(one.id for one in choice.options if one.suggested), "REHEARSAL desk", "read it")
    again = Survey(tmp_path / "s")
    assert upheld(again) == (71, 78) and not still_open(again)


@pytest.mark.parametrize(
    "text",
    [
        in_a_table("% of complaints", (("Upheld", "9%"), ("Not upheld", "50%"), ("Withdrawn", "14%"))),
        in_a_table("% of complaints about opening hours", WHOLE),
        in_a_table("% of complaints not withdrawn", WHOLE),
        in_a_table("Estimated % of complaints", WHOLE),
        in_a_table("% of residents", WHOLE),
        in_a_table("Change in % of complaints", WHOLE),
        in_a_table("% of complaints", (("Upheld", "c. 9%"), *WHOLE[1:])),
        in_a_table("% of complaints", (("Upheld", "<5%"), ("Not upheld", "77%"), ("Withdrawn", "19%"))),
        in_a_table("% of complaints", WHOLE, "We received 828 complaints.\n\nComplaints about hedges"),
        in_a_table("% of complaints", WHOLE, "We received 828 complaints.\n\nIn the last month only:"),
    ],
)
def test_percentages_of_other_cases_or_that_make_no_whole_stay_open(tmp_path: Path, text: str) -> None:
    made = survey(tmp_path / "s", text)
    lines = {line["key"]: line["value"] for line in findings(made)["outcomes"]["lines"]}
    assert "upheld" not in lines or lines["upheld"]["hi"] != 78
    assert still_open(made)
