"""REHEARSAL: one value that fits neither the total of its row nor of its column is one question, not several."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from foidesk.survey import Survey

from .. import boroughs, small

FINDINGS = """
[[findings]]
name = "outcomes"
recipe = "breakdown"
title = "How they ended"
by = "outcome"

[[findings]]
name = "years"
recipe = "by-period"
title = "Each year"
"""

GOOD = [
    ["Outcome", "2020", "2021", "2022", "Total"],
    ["Upheld", 5, 8, 7, 20],
    ["Not upheld", 6, 5, 7, 18],
    ["Withdrawn", 1, 2, 3, 6],
    ["Total", 12, 15, 17, 44],
]


def table(**changed: int) -> str:
    """The table as a CSV; `r1c2=9` puts 9 in row 1, column 2, the headings being row 0 and column 0."""
    rows = [list(row) for row in GOOD]
    for place, number in changed.items():
        row, column = place[1:].split("c")
        rows[int(row)][int(column)] = number
    return "\n".join(["Number of complaints", "", *(",".join(map(str, row)) for row in rows)]) + "\n"


def survey(folder: Path, replies: dict[str, str | bytes], mails: dict[str, str] | None = None) -> Survey:
    folder.mkdir()
    (folder / "survey.toml").write_text(boroughs.SURVEY.lstrip() + FINDINGS, encoding="utf-8")
    (folder / "codebook.toml").write_text(small.CODEBOOK.lstrip(), encoding="utf-8")
    (folder / "bodies.csv").write_text(small.BODIES, encoding="utf-8")
    for name, text in replies.items():
        path = folder / "replies" / "alphaton" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    for body, text in (mails or {}).items():
        small.mail(body, text, folder / "replies")
    Survey(folder).ingest()
    return Survey(folder)


def figures(told: Survey) -> dict[str, tuple[Any, Any]]:
    return {one.name: (one.value.lo, one.value.hi) for one in told.reconcile("alphaton").figures if one.value}


def asked(told: Survey) -> list[Any]:
    return list(told.work.results.open_choices())


def decided(told: Survey, folder: Path, option: str) -> Survey:
    (choice,) = asked(told)
    told.decide(choice.id, option, "REHEARSAL desk", "asked the borough")
    return Survey(folder)


def test_a_cell_that_fits_neither_total_is_one_question_and_one_issue_with_all_places(tmp_path: Path) -> None:
    told = survey(tmp_path / "s", {"reply.csv": table(r2c2=9)})
    (choice,) = asked(told)
    assert {place.quote for place in choice.locators} == {"9", "15", "18"}
    (issue,) = told.reconcile("alphaton").issues
    assert issue.kind == "contradiction" and "its being 5 would explain" in issue.what
    found = figures(told)
    assert (found["total"], found["outcomes/not-upheld"], found["years/2021"]) == ((44, 48), (18, 22), (15, 19))
    assert (found["outcomes/upheld"], found["years/2020"]) == ((20, 20), (12, 12))


def test_the_value_decided_as_wrong_leaves_what_the_totals_leave_for_it(tmp_path: Path) -> None:
    told = decided(survey(tmp_path / "s", {"reply.csv": table(r2c2=9)}), tmp_path / "s", "wrong")
    found = figures(told)
    assert (found["total"], found["outcomes/not-upheld"], found["years/2021"]) == ((44, 44), (18, 18), (15, 15))
    assert not asked(told) and {one.state for one in told.reconcile("alphaton").figures} == {"established"}


def test_the_value_decided_as_right_takes_every_total_that_it_does_not_fit_with_it(tmp_path: Path) -> None:
    told = decided(survey(tmp_path / "s", {"reply.csv": table(r2c2=9)}), tmp_path / "s", "stands")
    found = figures(told)
    assert (found["total"], found["outcomes/not-upheld"], found["years/2021"]) == ((48, 48), (22, 22), (19, 19))
    assert not asked(told)


def test_a_printed_total_that_fits_neither_its_parts_nor_its_own_total_is_one_question(tmp_path: Path) -> None:
    for changed, left in (({"r1c4": 25}, 20), ({"r4c3": 19}, 17), ({"r4c4": 45}, 44)):
        folder = tmp_path / next(iter(changed))
        told = survey(folder, {"reply.csv": table(**changed)})
        (choice,) = asked(told)
        assert choice.locators[0].quote == str(next(iter(changed.values())))
        assert len(told.reconcile("alphaton").issues) == 1
        assert figures(decided(told, folder, "wrong"))["total"] == (44, 44)
        assert f"the rest gives {left}" in choice.question


def test_kinds_that_are_stated_stay_what_they_are_where_only_the_total_over_them_is_wrong(tmp_path: Path) -> None:
    found = figures(survey(tmp_path / "s", {"reply.csv": table(r4c4=45)}))
    assert (found["total"], found["outcomes/upheld"], found["outcomes/withdrawn"]) == ((44, 45), (20, 20), (6, 6))


def test_two_values_that_may_each_be_wrong_are_not_told_as_one(tmp_path: Path) -> None:
    """Upheld in 2020 and not upheld in 2021 are one too many each, or upheld in 2021 and not upheld in 2020."""
    told = survey(tmp_path / "s", {"reply.csv": table(r1c1=6, r2c2=6)})
    assert asked(told) and not any("One value" in choice.question for choice in asked(told))
    assert figures(told)["total"] == (44, 46)


def test_two_values_of_a_table_that_are_each_wrong_are_one_question_each(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    told = survey(folder, {"reply.csv": table(r1c1=8, r3c3=9)})
    assert sorted(choice.locators[0].quote for choice in asked(told)) == ["8", "9"]
    assert figures(told)["total"] == (44, 53)
    for choice in asked(told):
        told.decide(choice.id, "wrong", "REHEARSAL desk", "asked the borough")
    again = Survey(folder)
    assert not asked(again) and figures(again)["total"] == (44, 44)


def test_what_only_clashes_if_one_of_two_documents_stands_is_asked_when_that_is_decided(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    text = (
        "Dear requester,\n\nBetween 1 January 2020 and 31 December 2022 we received 54 complaints.\n\nFOI team\n"
    )
    outcomes = "Complaints, 1 January 2020 to 31 December 2022\n\nOutcome,Number\n"
    outcomes += "Upheld,20\nNot upheld,18\nWithdrawn,6\nTotal,44\n"
    told = survey(folder, {"reply.csv": table(), "outcomes.csv": outcomes}, {"alphaton": text})
    (choice,) = asked(told)
    assert choice.kind == "version" and figures(told)["total"] == (44, 54)
    mail = next(option.id for option in choice.options if "54" in option.label or ".eml" in option.label)
    (left,) = asked(decided(told, folder, mail))
    assert left.kind == "contradiction"


def on_a_page(rows: list[str]) -> bytes:
    """A page with words at the same places in every row, as a PDF, drawn without lines."""
    made = io.BytesIO()
    page = Canvas(made, pagesize=(595, 842))
    for at, row in enumerate(rows):
        for column, words in enumerate(row.split(",")):
            page.drawString(60 + 110 * column, 780 - 20 * at, words)
    page.save()
    return made.getvalue()


def test_a_value_that_no_rule_has_accepted_yet_is_one_question_beside_that_of_its_reading(tmp_path: Path) -> None:
    rows = [row for row in table(r2c2=9).splitlines() if row]
    told = survey(tmp_path / "s", {"reply.pdf": on_a_page(rows)})
    kinds = sorted(choice.kind for choice in asked(told))
    assert kinds.count("contradiction") == 1 and set(kinds) <= {"contradiction", "reading"}
    (choice,) = [one for one in asked(told) if one.kind == "contradiction"]
    assert choice.locators[0].quote == "9" and {place.quote for place in choice.locators} == {"9", "15", "18"}
