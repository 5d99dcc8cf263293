"""Figures of several periods in a sentence, lists under a line with a period, words that wait to be coded."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines


def statements(text: str) -> list[str]:
    return lines(extracted(f"Dear requester\n\n{text}\n", "reply.txt"))["statements"]


def sure(text: str) -> list[str]:
    """The statements without their rules, of those that a rule accepts."""
    return [one.rpartition(" (")[0] for one in statements(text) if "(prose, open" not in one]


@pytest.mark.parametrize(
    "text",
    [
        "We had 11 cases in 2011, 9 in 2012 and 14 in 2013.",
        "There were 11, 9 and 14 cases in 2011, 2012 and 2013 respectively.",
        "Cases: 2011 11, 2012 9, 2013 14.",
        "There were 11 cases in 2011; in 2012 there were 9 and in 2013 there were 14.",
    ],
)
def test_one_figure_for_each_of_several_periods(text: str) -> None:
    assert sure(text) == ["11 cases in 2011", "14 cases in 2013", "9 cases in 2012"]


def test_a_line_with_a_period_heads_the_list_below_and_nothing_after_it() -> None:
    groups = "2011: 3 cases\n\n• 2 dismissed\n\n• 1 resigned\n\n2012: 1 case\n\n• 1 dismissed"
    text = f"{groups}\n\nFour officers resigned."
    found = sure(text)
    assert "2 cases where outcome=dismissed in 2011" in found
    assert "1 cases where outcome=dismissed in 2012" in found
    assert not any("resigned in 2012" in one for one in found)


def test_questions_repeated_in_a_row_are_the_request_and_head_no_answer() -> None:
    text = (
        "You asked:\n\n1. How many officers and staff were investigated for misusing social media?\n\n"
        "5. How much compensation was paid?\n\nOur response\n\nThere were 3 cases.\n"
    )
    assert sure(text) == ["3 cases"]


def test_a_line_in_words_nobody_coded_is_a_figure_of_its_list() -> None:
    text = "There were 6 cases.\n\n• 2 dismissed\n\n• 3 resigned\n\n• 1 still open"
    assert "1 cases where outcome=“still open”" in sure(text)


def test_two_lines_of_one_category_in_other_words_add_up() -> None:
    text = "There were 6 cases.\n\n• 2 dismissed - at a hearing\n\n• 3 dismissed - without one\n\n• 1 resigned"
    tables = {one.table for one in extracted(f"Dear requester\n\n{text}\n", "reply.txt").observations if one.where}
    assert len(tables) == 1 and tables.pop().startswith("list in ")


@pytest.mark.parametrize(
    "text",
    [
        "Ten of the 17 cases ended in dismissal and seven officers resigned.",
        "96% of our 412 officers were given words of advice.",
        "All but one were dismissed.",
        "The Council has 33 sergeants' offices and 8 constables' offices.",
        "The figures are for all three years, in which officers were dismissed.",
    ],
)
def test_numbers_that_count_no_case_of_the_category_beside_them(text: str) -> None:
    assert not any(one.startswith(("17 ", "412 ", "33 ", "8 ", "3 cases")) for one in statements(text))


def test_nil_in_all_the_years_is_nil() -> None:
    found = statements("1. How many officers and staff were investigated?\n\nNil in all three years")
    assert any(one.startswith("0 cases") for one in found)


def test_a_category_that_no_statement_of_its_sentence_is_about_is_asked_about() -> None:
    text = "There were four cases: two officers were dismissed, and in the last case no further action was taken."
    assert any("outcome=nfa" in one and one.startswith("0..") for one in statements(text))


GROUPED = """<table>
<tr><th>Outcome</th><th>2012</th><th>2013</th><th>Total</th></tr>
<tr><td colspan=4>Police officer</td></tr>
<tr><td>Dismissed</td><td>1</td><td>2</td><td>3</td></tr>
<tr><td>Resigned</td><td>2</td><td>2</td><td>4</td></tr>
<tr><td>Sub-total</td><td>3</td><td>4</td><td>7</td></tr>
<tr><td colspan=4>Police staff</td></tr>
<tr><td>Dismissed</td><td>1</td><td>0</td><td>1</td></tr>
<tr><td>Resigned</td><td>1</td><td>1</td><td>2</td></tr>
<tr><td>Sub-total</td><td>2</td><td>1</td><td>3</td></tr>
<tr><td>GRAND TOTAL</td><td>5</td><td>5</td><td>10</td></tr>
</table>"""


def test_rows_under_banners_belong_to_their_group_and_subtotals_are_checks() -> None:
    found = extracted(f"<html><body><p>Number of cases</p>{GROUPED}</body></html>", "reply.html")
    told = lines(found)["statements"]
    assert "1 cases where outcome=dismissed, role=staff in 2012 (cell, foots-to-printed-total)" in told
    assert "7 cases where role=officer (total, foots-to-printed-total)" in told
    assert "10 cases (total, foots-to-printed-total)" in told
    assert not any(one.choice for one in found.observations)


def test_all_of_a_kind_is_a_total() -> None:
    text = "Outcome,2012,2013\nDismissed,3,1\nResigned,2,1\nAll outcomes,5,2\n"
    assert "5 cases in 2012 (total, foots-to-printed-total)" in lines(extracted(text))["statements"]


@pytest.mark.parametrize("left", [("1", "6"), ("7",), ("2", "5")])
def test_row_numbers_of_which_few_are_left_are_no_counts_though_they_add_to_the_total(
    left: tuple[str, ...],
) -> None:
    """A scan of seven cases lost most of its row numbers, and those left add to seven."""
    rows = [f"{number if str(number) in left else ''},2011,Constable,Dismissed" for number in range(1, 8)]
    sheet = "\n".join(["No,Year,Rank,Outcome", *rows]) + "\n"
    found = [one for one in extracted(sheet, "reply.csv").observations if one.role == "cell"]
    assert sum(int(one.amount.lo) for one in found if one.amount and one.where) in (0, 7)
    assert not [one for one in found if one.amount and one.amount.lo > 1]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("There were four cases in 2009, seven in 2010 and three in 2011, so 14 altogether.", "14"),
        ("It was proven in nine cases in 2010, 12 in 2011 and 17 in 2012, which makes 38 in all.", "38"),
        ("Im Jahr 2010 hat die Stadt elf cases gehabt, im Jahr 2011 neun und 2012 vier, also 24 insgesamt.", "24"),
        ("Im Jahr 2010 gab es elf cases, im Jahr 2011 neun und im Jahr 2012 vierzehn, insgesamt also 34.", "34"),
    ],
)  # fmt: skip
def test_a_sum_behind_its_years_is_their_total(text: str, total: str) -> None:
    found = lines(extracted(text, "reply.txt"))
    assert f"{total} cases (prose, listed-under-its-noun)" in found["statements"]
    assert len(found["statements"]) == 4
    assert found["checks"] == [f"the total in the text and its parts: {total} = {total}: True"]
    assert found["open"] == []


def test_a_sum_behind_its_years_that_is_another_is_asked_about() -> None:
    found = lines(extracted("We opened 31 cases in 2010, 28 in 2011 and 19 in 2012, so 80 in all.", "reply.txt"))
    assert "80 cases (prose, open, if as read)" in found["statements"]


def test_a_further_sentence_is_no_sum_of_the_years() -> None:
    text = "There were four cases in 2009 and seven in 2010. In zwölf Fällen weigerten sich die Zeugen."
    assert not any(one.startswith("12 cases (") for one in lines(extracted(text, "reply.txt"))["statements"])
