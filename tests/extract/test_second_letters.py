"""A later letter of a body about its earlier one: what it says is wrong, and which figures it gives anew."""

from __future__ import annotations

import pytest

from foidesk.extract.letters.earlier import is_miscounted, is_of_earlier, is_of_figures, says_total_stands

from .rehearsal import extracted


def corrected(text: str) -> list[tuple[str, str, str, bool]]:
    """(old, new, year, sure) of each correction of an earlier letter."""
    found = extracted(f"REHEARSAL\n\n{text}\n", "reply.txt")
    return [
        (str(one.old), str(one.new), one.period.label if one.period else "", one.sure)
        for one in found.corrections
        if not one.stands
    ]


@pytest.mark.parametrize(
    "words",
    [
        "I have to put two things right in our response of 26 February.",
        "Two things in our response of 6 May were not right.",
        "The office has gone over the data that I sent you on March 14 and asks me to change the following.",
        "It has come to our attention that our response of 26 February contained errors.",
        "There were 87 cases in 2023, not 97 as we told you.",
        "Correction to our response",
        "We noticed that the columns for 2021 and 2022 in our table were swapped.",
        "Please use the attached file instead of the table in our e-mail.",
        "The response we sent is being revised.",
        "The attached supersedes the table in our letter of 3 March.",
        "In unserer Auskunft vom 3. Mai ist ein Fehler.",
    ],
)
def test_words_that_an_earlier_letter_of_the_body_is_wrong(words: str) -> None:
    assert is_of_earlier(words)


@pytest.mark.parametrize(
    "words",
    [
        "Please read the attached leaflet.",
        "The Board should be informed of any error within 20 days.",
        "If you think that any figure in our response is not correct, please tell us.",
        "You asked whether our figures are wrong.",
        "We confirm that the figures in our response of 26 February are correct and stand.",
        "There were no errors in our response.",
        "Our figures have not been revised.",
        "NHS Exampleton told you that it had 512 notices; that was corrected to 462 by them.",
        "Staff who were issued a notice in error can appeal.",
        "The parking system was replaced in 2019.",
        "The contractor has corrected the brakes of 12 buses. None of our figures changes.",
        "You may correct your request within 20 working days.",
        "The link in our response was wrong.",
        "Our response was dated 26 February in error.",
        "In unserer Auskunft ist kein Fehler.",
    ],
)
def test_words_that_only_sound_so(words: str) -> None:
    assert not (is_of_earlier(words) or is_miscounted(words) or is_of_figures(words))


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("The total is unchanged.", True),
        ("This does not affect the totals.", True),
        ("The total for 2022 remains the same.", True),
        ("The total is therefore 46.", False),
        ("The total changes.", False),
    ],
)
def test_a_total_that_is_said_to_stand(words: str, stands: bool) -> None:
    assert says_total_stands(words) is stands


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There is an error in our response of 3 May. Please read 14 instead of 41.", ("41", "14", "", False)),
        ("Corrigendum. Cases in 2012: for 6 read 5.", ("6", "5", "2012", False)),
        ("There were 7 cases in 2012, not 9 as we told you.", ("9", "7", "2012", False)),
        ("There were ten fewer cases in 2012 than we told you, 87.", ("97", "87", "2012", False)),
        ("One of the cases in 2012 was entered twice, so the figure is 5 and not 6.", ("6", "5", "2012", False)),
        (
            "The number of cases in 2012 was given as 12. Two were entered twice. The correct number is 10.",
            ("12", "10", "2012", False),
        ),
        ("The figure for cases in 2012 should be 17.", ("None", "17", "2012", True)),
        ("In our letter the number of cases in 2012 is wrong. It is 17.", ("None", "17", "2012", True)),
        ("I put one thing right in our response. There were 17 cases in 2012.", ("None", "17", "2012", True)),
        ("The figure for cases in 2012 should be 17 at the northern station.", ("None", "17", "2012", False)),
        ("The number of cases in 2012 should have been 17, had the panel met.", ("None", "17", "2012", False)),
    ],
)  # fmt: skip
def test_the_right_figure_and_whether_it_is_surely_that(text: str, told: tuple[str, str, str, bool]) -> None:
    assert told in corrected(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two of the cases in 2012 were counted twice.",
        "The number of cases in 2012 should be around 17.",
        "There were errors in our response of 3 May.",
        "Please disregard row 2 of the table in our letter.",
        "We are sorry for this mistake.",
        "Our reply of 26 February gave the cases as 15, 17 and 18. They should be 16, 18 and 19.",
        "Fifty cases in 2012 were entered twice and should not have been counted.",
        "Please read 16 instead of 17 if you count by the date of the decision.",
        "There was an error in our response. In 2012 we had expected 17 cases.",
        "There was an error in our response. About 17 cases were recorded in 2012.",
        "There was an error in our response. From January to November 2012 there were 17 cases in the north.",
    ],
)
def test_what_gives_no_right_figure_leaves_open_what_it_is_about(text: str) -> None:
    assert [one for one in corrected(text) if one[:2] == ("None", "None")]
    assert not [one for one in corrected(text) if one[3]]


@pytest.mark.parametrize(
    "text",
    [
        "In the answer of Exampleton Constabulary the number of cases in 2012 should be 16, not 17.",
        "There should be 12 lifeguards on duty, not 10.",
        "Cases should be reported within 2 days.",
    ],
)
def test_the_figures_of_others_and_what_ought_to_be_correct_nothing(text: str) -> None:
    assert not corrected(text)


def test_fewer_corrections_than_announced_leave_the_rest_open() -> None:
    text = "Two things in our response were not right. The figure for cases in 2012 should be 17, not 12."
    assert sorted(corrected(text)) == [("12", "17", "2012", False), ("None", "None", "", False)]
    assert [one.whole for one in extracted(f"REHEARSAL\n\n{text}\n", "reply.txt").corrections if one.new is None]
