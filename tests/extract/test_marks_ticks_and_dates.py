"""What stands beside the figures of real tables: marks of notes, ticks, several dates, second payments, parts."""

from __future__ import annotations

import pytest

from foidesk.extract.basis.note_marks import notes_of

from .rehearsal import extracted, lines


def read(text: str, name: str = "reply.csv") -> list[str]:
    return [one for one in lines(extracted(text, name))["statements"] if "(total" not in one]


def html(rows: list[list[str]], below: str = "") -> str:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><body><table>{cells}</table>{below}</body></html>"


# ---------------------------------------------------------------- marks of notes


@pytest.mark.parametrize("mark", ["<sup>2</sup>", "<sub>2</sub>", " [2]", "*", " [note 2]"])
def test_the_mark_of_a_note_is_no_part_of_the_figure_before_it(mark: str) -> None:
    rows = [["Outcome", "Number of cases"], ["Dismissed", f"14{mark}"], ["Resigned", "9"]]
    found = read(html(rows, f"<p>{mark.replace('sub', 'sup')} Includes officers on secondment.</p>"), "reply.html")
    assert found == [
        "14 cases where outcome=dismissed (cell, single-typed-cell)",
        "9 cases where outcome=resigned (cell, single-typed-cell)",
    ]


def test_a_star_without_a_note_is_nobodys_guess() -> None:
    found = read(html([["Outcome", "Number of cases"], ["Dismissed", "14*"], ["Resigned", "9"]]), "reply.html")
    assert not any(one.startswith("14") for one in found)


def test_a_raised_figure_is_a_mark_without_a_note_too() -> None:
    rows = [["Outcome", "Number of cases"], ["Dismissed", "14<sup>2</sup>"], ["Resigned", "9"]]
    assert "14 cases where outcome=dismissed (cell, single-typed-cell)" in read(html(rows), "reply.html")


@pytest.mark.parametrize("head", ["2012 (1)", "2012 [1]"])
def test_a_year_with_the_mark_of_a_note_is_that_year(head: str) -> None:
    mark = head.removeprefix("2012 ")
    text = f"Outcome,2011,{head}\nDismissed,3,4\nResigned,5,6\n\n{mark} Figures for 2012 are provisional.\n"
    assert "4 cases where outcome=dismissed in 2012" in " ".join(read(text)).replace(f" {mark}", "")


def test_a_count_in_brackets_behind_a_label_is_no_mark() -> None:
    found = extracted("Outcome,Number of cases\nDismissed (3),14\nResigned (2),9\n")
    assert any(one.startswith("3 cases where outcome=dismissed") for one in lines(found)["statements"])


@pytest.mark.parametrize(
    "note",
    [
        "* includes 2 cases that were entered twice",
        "* should read 12",
        "* 3 of these relate to 2011",
        "* data only available from June",
        "* provisional",
        "* 14 reports, 12 cases",
        "* to be confirmed",
        "* estimated from a sample",
        "* includes 3 cases of the year before",
        "* includes some cases of other forces",
        "* includes officers but not those on secondment",
        "* as at June 2012",
        "* refers to allegations",
        "* fewer than the year before",
        "* one of these was withdrawn",
        "* civilian staff",
        "* two of these had been put here by mistake",
        "* Including repeat reports of the same event",
        "* Includes cases from the previous year",
        "* Including cases about volunteers",
        "* Includes January to March 2014",
        "* Source: projection by our consultants",
        "* See Table 2 for the figure of 17",
        "* Includes officers from the previous year",
    ],
)
def test_what_a_note_makes_another_number_is_asked_about(note: str) -> None:
    found = extracted(f"Outcome,Number of cases\nDismissed,14*\nResigned,9\n\n{note}\n")
    told = lines(found)
    assert [one for one in told["statements"] if one.startswith("14")] == [
        "14 cases where outcome=dismissed (cell, open, if as read)"
    ]
    assert "figure-noted" in told["issues"]
    assert "9 cases where outcome=resigned (cell, single-typed-cell)" in told["statements"]


def test_the_letter_of_a_note_in_brackets_is_no_part_of_a_figure() -> None:
    table = "Outcome,2011,2012\nDismissed,14,16 (a)\nResigned,9,8\n\n"
    note = "(a) Includes a sergeant.\n"
    told = lines(extracted(table + note))["statements"]
    assert any(one.startswith("16 cases where outcome=dismissed in 2012") for one in told)
    told = lines(extracted(table))["statements"]
    assert not any(one.startswith("16 cases") and "open" not in one for one in told)  # no such note


def test_a_note_that_goes_on_in_the_next_line_is_read_whole() -> None:
    first = (
        "(a) This includes two cases that had come in with the papers of another\nforce. They should be left out."
    )
    notes = notes_of([f"{first}\n(b) Not the years before.\nWe hope that this helps."])
    assert notes == {
        "(a)": (first[4:].replace("\n", " "),),
        "(b)": ("Not the years before.",),
    }


@pytest.mark.parametrize(
    "note",
    [
        "* includes officers on secondment", "* Including specials.", "* Source: case register 2014",
        "* See also question 3", "* See Table 2", "* Including constables",
        "* See https://ropeham.example", "* This figure includes police staff", "* umfasst auch Beamte auf Probe",
    ],
)  # fmt: skip
def test_a_note_that_changes_nothing_asks_nothing(note: str) -> None:
    found = extracted(f"Outcome,Number of cases\nDismissed,14*\nResigned,9\n\n{note}\n")
    assert not found.choices and "figure-noted" not in lines(found)["issues"]


@pytest.mark.parametrize(
    "note", ["* provisional", "* rounded up and partly estimated", "* up to and including May"]
)
def test_a_note_on_a_head_that_qualifies_its_figures_is_asked_about(note: str) -> None:
    for head, row in (("Number of cases*", "Dismissed"), ("Number of cases", "Dismissed*")):
        told = lines(extracted(f"Outcome,{head}\n{row},14\n\n{note}\n"))
        assert not any(one.startswith("14") and ", open" not in one for one in told["statements"])
        assert "figure-noted" in told["issues"]


def test_a_note_on_a_head_that_qualifies_nothing_asks_nothing() -> None:
    found = lines(extracted("Outcome,Number of cases*\nDismissed,14\nResigned,9\n\n* Source: case register\n"))
    assert "14 cases where outcome=dismissed (cell, single-typed-cell)" in found["statements"]


# ---------------------------------------------------------------- ticks


@pytest.mark.parametrize(
    ("heads", "ticks"),
    [
        ("Dismissed (Y/N),Resigned (Y/N)", ("Y,N", "N,Y", "N,N")),
        ("Dismissed?,Resigned?", ("Yes,No", "No,Yes", "No,No")),
        ("Dismissed,Resigned", ("x,", ",x", ",")),
        ("Was the officer dismissed?,Resigned", ("TRUE,FALSE", "FALSE,TRUE", "FALSE,FALSE")),
    ],
)
def test_a_tick_below_a_category_says_it_of_the_row(heads: str, ticks: tuple[str, ...]) -> None:
    rows = "".join(f"2012,{role},{tick}\n" for role, tick in zip(("PC", "PS", "PC"), ticks, strict=True))
    found = read(f"Year,Rank,{heads}\n{rows}")
    assert sum("outcome=dismissed" in one for one in found) == 1
    assert sum("outcome=resigned" in one for one in found) == 1
    assert len(found) == 3


@pytest.mark.parametrize(
    "note", ["x = fewer than 5", "Figures below 5 are shown as x.", "x denotes fewer than five"]
)
def test_an_x_that_a_note_explains_is_no_tick(note: str) -> None:
    for rows in ("2012,PC,x,\n2013,PS,,x\n", "2012,PC,x,x\n2013,PS,x,x\n"):
        found = read(f"Year,Rank,Dismissed,Resigned\n{rows}\n{note}\n")
        assert found and not any(one.startswith("1 ") for one in found)
        assert any(one.startswith("0..4 cases where outcome=dismissed, role=constable in 2012") for one in found)


@pytest.mark.parametrize(
    "note",
    [
        "Small numbers have been replaced by x.", "We have put an x where numbers are too low.",
        "Values under 5 appear as X.", "Counts below five are given as “x”.", "An x stands in some cells.",
        "Low figures were withheld.", "Data are suppressed.",
    ],
)  # fmt: skip
def test_an_x_that_a_letter_speaks_of_in_any_words_is_no_tick(note: str) -> None:
    for where in ("{1}\n{0}\n", "{0}\n{1}\n"):
        found = read(where.format("Year,Rank,Dismissed,Resigned\n2012,PC,x,\n2013,PS,,x\n", note))
        assert not any(one.startswith("1 ") for one in found)


@pytest.mark.parametrize("note", ["All cases are shown.", "We hold 3 x boxes of files.", "Ref. FOI-X-12."])
def test_other_words_leave_a_tick_a_tick(note: str) -> None:
    found = read(f"Year,Rank,Dismissed,Resigned\n2012,PC,x,\n2013,PS,,x\n\n{note}\n")
    assert sum(one.startswith("1 ") for one in found) == 2


def test_rows_of_no_alone_are_cases_of_none_of_these() -> None:
    found = read("Year,Rank,Dismissed,Resigned\n2012,PC,N,N\n2013,PS,No,N\n")
    assert [one.partition(" (")[0] for one in found] == [
        "1 cases where role=constable in 2012", "1 cases where role=sergeant in 2013",
    ]  # fmt: skip


LIST = """Case ref,Date,Rank,Outcome,Compensation paid
22-300,03/02/2012,PC,Dismissed,500
22-309,05/03/2012,PS,Resigned,700
"""


def test_a_last_row_without_reference_that_adds_up_the_amounts_is_no_case() -> None:
    for last in (",,,,1200", ",,PC,,1200", ",,paid,,1200"):
        told = lines(extracted(f"{LIST}{last}\n"))
        assert sum(one.startswith("1 cases") for one in told["statements"]) == 2, last
        assert "1200 paid (total, foots-to-printed-total)" in told["statements"]


@pytest.mark.parametrize(
    "last",
    [",,PC,,1300", ",,PC,Resigned,1200", ",04/03/2012,PC,,1200", "22-310,,PC,,1200", "22-310,04/03/2012,PC,,1200"],
)
def test_a_last_row_that_is_a_case_for_all_we_know_stays_one(last: str) -> None:
    told = lines(extracted(f"{LIST}{last}\n"))
    assert sum(one.startswith("1 cases") for one in told["statements"]) == 3


def test_two_ticks_for_one_variable_are_one_of_the_two() -> None:
    found = read("Year,Rank,Dismissed,Resigned\n2012,PC,Y,Y\n2013,PS,N,Y\n")
    assert any("outcome=dismissed|resigned" in one for one in found)


# ---------------------------------------------------------------- several dates, further sums


def test_of_several_dates_the_one_that_the_question_asks_for_counts() -> None:
    found = extracted(
        "Rank,Date investigated,Date closed,Outcome\nPC,30/12/2011,04/02/2012,Dismissed\n"
        "PS,01/03/2012,02/04/2013,Resigned\n"
    )
    assert "dates-differ" not in lines(found)["issues"]
    assert {str(one.period.start.year) for one in found.observations if one.period} == {"2011", "2012"}


LISTED = (
    "Case number,Date of case,Outcome,Date paid,Amount paid\nA-1,02/03/2012,Dismissed,06/04/2012,£500\n"
    ",,,07/05/2012,£250\nA-2,05/06/2012,Resigned,,\nA-3,07/08/2012,Resigned,09/10/{year},£100\n"
)


def test_a_row_with_a_sum_alone_is_a_second_payment_of_the_case_above() -> None:
    found = read(LISTED.format(year=2012))
    assert sum("1 cases" in one for one in found) == 3
    assert [one.split()[0] for one in found if "paid" in one] == ["100", "250", "500"]
    assert "250 paid where outcome=dismissed" in " ".join(found)


def test_a_sum_paid_in_another_year_is_in_none_and_said_so() -> None:
    found = extracted(LISTED.format(year=2013))
    assert "paid-in-other-years" in lines(found)["issues"]
    assert any(one.startswith("100 paid where outcome=resigned (") for one in lines(found)["statements"])


def test_a_sum_paid_after_the_days_asked_for_is_asked_about() -> None:
    (choice,) = extracted(LISTED.format(year=2015)).choices
    assert choice.question.startswith("1 sum of sheet 'csv' table 1 came outside the days asked for")


# ---------------------------------------------------------------- parts, heads


def test_parts_told_below_a_total_need_not_add_up_to_it() -> None:
    found = extracted(
        "Year,2011,2012\nTotal number of cases,40,38\nof which dismissed,22,20\nof which resigned,10,9\n"
        "Number involving constables,6,5\n"
    )
    told = lines(found)
    assert not told["choices"] and "total-differs" not in told["issues"]
    assert sum("outcome=" in one for one in told["statements"]) == 4


def test_what_is_counted_alone_in_a_row_heads_the_kinds_below() -> None:
    found = read("Outcome,2011,2012\nCases,,\nDismissed,2,3\nResigned,5,6\nAll cases,7,9\n")
    assert not any(one.startswith("0 ") for one in found) and len(found) == 4


def test_a_heading_that_says_that_cases_came_in_is_the_measure() -> None:
    found = extracted(
        "Quarter,Cases: number received,Cases: closed on time,Outcome: Dismissed,Outcome: Resigned\n"
        "Q1,10,8,6,4\nQ2,20,11,12,8\nTotal (2012),30,19,18,12\n"
    )
    told = lines(found)["statements"]
    assert "30 cases in 2012 (total, foots-to-printed-total)" in told
    assert [one for one in told if one.startswith("19")] == [one for one in told if "19" in one and "?case" in one]


@pytest.mark.parametrize(
    "label", ["1. Halbjahr 2012", "H1 2012", "First half of 2012", "2012 H1", "1st half 2012"]
)
def test_half_a_year_is_a_period(label: str) -> None:
    found = extracted(f"Period,Number of cases\n{label},3\n2011,9\n")
    when = next(one.period for one in found.observations if one.amount and one.amount.lo == 3)
    assert when is not None and (when.start.month, when.end.month, when.start.year) == (1, 7, 2012)


def test_a_calendar_year_may_be_called_one() -> None:
    found = read("Outcome,CY2011,CY2012\nDismissed,3,4\nResigned,5,6\n")
    assert len(found) == 4 and all(" in CY201" in one for one in found)


def test_a_letter_set_high_behind_a_figure_is_a_mark_too() -> None:
    rows = [["Outcome", "Number of cases"], ["Dismissed", "48<sup>a</sup>"], ["Resigned", "9"]]
    assert "48 cases where outcome=dismissed (cell, single-typed-cell)" in read(html(rows), "reply.html")


def test_a_year_that_a_note_below_cuts_is_asked_about() -> None:
    found = extracted(
        "Year,Number of cases\n2011,9\n2012,4\n\nNote: figures for 2012 cover April to December 2012 only.\n"
    )
    assert any(choice.question.startswith("The reply says of which days") for choice in found.choices)
    assert "9 cases in 2011 (cell, single-typed-cell)" in lines(found)["statements"]


def test_words_over_a_column_of_days_are_heads_though_one_may_say_not_recorded() -> None:
    found = extracted(
        "NR,Angelegt am,Erledigt am,Outcome\n1,12.11.2010,04.01.2011,Dismissed\n2,03.02.2011,01.03.2011,Resigned\n"
        "3,05.10.2011,20.12.2011,Resigned\n"
    )
    assert sum(one.role == "case row" for one in found.observations) == 3


def test_two_tables_side_by_side_keep_each_its_title() -> None:
    book = (
        "Cases,,,Compensation,\nYear,Number,,Year,Amount\n2011,3,,2011,250\n2012,4,,2012,300\nTotal,7,,Total,550\n"
    )
    found = read(book)
    assert "3 cases in 2011 (cell, foots-to-printed-total)" in found
    assert "250 paid in 2011 (cell, foots-to-printed-total)" in found


def test_the_number_of_an_officer_is_no_count_though_it_comes_twice() -> None:
    found = read(
        "Officer number,Date,Outcome\n4411,02/03/2012,Dismissed\n4411,09/03/2012,Resigned\n"
        "4412,05/06/2012,Resigned\n"
    )
    assert len(found) == 3 and all(one.startswith("1 cases") for one in found)


def test_days_below_year_ending_end_years() -> None:
    found = extracted("12 months to,Number of cases\n31/03/2011,10\n31/03/2012,12\n")
    periods = sorted(
        (o.period.start.isoformat(), o.period.end.isoformat()) for o in found.observations if o.period
    )
    assert periods == [("2010-04-01", "2011-04-01"), ("2011-04-01", "2012-04-01")]


def test_people_counted_beside_cases_are_no_kind_of_them() -> None:
    found = read("Year,2011,2012\nNumber of officers,4,5\nNumber of cases,6,7\n")
    assert [one for one in found if one.startswith("4")] == [
        "4 cases where role=officer in 2011 (cell, open, if as read)"
    ]
    assert "6 cases in 2011 (cell, single-typed-cell)" in found
