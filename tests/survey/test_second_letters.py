"""A second letter that may be about figures of the first: none of them is told without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.survey import Survey

from .. import small


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    return Survey(small.write(tmp_path / "fines"))


def total(survey: Survey, words: str) -> tuple[object, tuple[str, ...]]:
    """Alphaton's total behind a later mail, and what is printed with it."""
    small.mail("alphaton", f"Dear requester,\n\n{words}\n\nThe FOI team\n", survey.replies / "alphaton")
    survey.ingest()
    support = survey.work.reconciled.accounts.support("alphaton", "complaints", {})
    return (support.value.lo, support.value.hi), support.caveats


def open_questions(survey: Survey) -> list[str]:
    return [one.question for one in survey.work.results.open_choices() if one.body == "alphaton"]


@pytest.mark.parametrize(
    "words",
    [
        "It has come to our attention that our response contained errors. We will write again.",
        "Please disregard row 2 of the table that we sent you.",
        "Two of the complaints were counted twice.",
    ],
)
def test_what_may_be_wrong_is_said_with_every_figure(survey: Survey, words: str) -> None:
    value, caveats = total(survey, words)
    assert value == (20, 20)
    assert [one for one in caveats if one.startswith("perhaps corrected: alphaton.eml says")]
    (finding,) = [one for one in survey.work.results.findings if one.name == "total"]
    assert [one for one in finding.caveats if "perhaps corrected" in one]
    assert [one for one in open_questions(survey) if "is wrong" in one]


def test_a_person_may_say_that_the_figures_stand(survey: Survey) -> None:
    total(survey, "There were errors in our response.")
    (choice,) = [one for one in survey.work.results.open_choices() if "is wrong" in one.question]
    survey.decide(choice.id, "stand", who="A. Editor", reason="it was the address, they say")
    support = survey.work.reconciled.accounts.support("alphaton", "complaints", {})
    assert not [one for one in support.caveats if "perhaps corrected" in one]


def test_other_letters_leave_the_figures_as_they_are(survey: Survey) -> None:
    words = (
        "Our figures are right; we have checked them. Please read the attached leaflet. If you think that any "
        "figure is not correct, please tell us. Complaints should be made within 2 weeks."
    )
    assert total(survey, words) == ((20, 20), ())
    assert not open_questions(survey)


def test_an_announced_error_that_the_letter_puts_right_is_not_asked_about_again(survey: Survey) -> None:
    words = "There was an error in our response. The number of complaints upheld should read 6, not 5."
    value, caveats = total(survey, words)
    assert value == (21, 21) and not [one for one in caveats if "perhaps" in one]
    assert not open_questions(survey)


def test_an_error_of_two_that_the_letter_does_not_put_right_stays_open(survey: Survey) -> None:
    words = "Two figures in our response were wrong. The number of complaints upheld should read 6, not 5."
    value, caveats = total(survey, words)
    assert value == (21, 21) and [one for one in caveats if "perhaps corrected" in one]


def test_a_part_that_is_wrong_is_not_given_back_by_the_old_total(survey: Survey) -> None:
    words = "The number of complaints withdrawn was wrong, and should not have been counted so."
    value, caveats = total(survey, words)
    assert value == (17, None)
    assert [one for one in caveats if "says that a figure is wrong" in one]


def test_a_total_that_the_letter_says_is_unchanged_stands_beside_a_wrong_part(survey: Survey) -> None:
    words = "The number of complaints withdrawn was wrong. The total is unchanged."
    value, _ = total(survey, words)
    assert value == (20, 20)


def test_what_follows_for_another_figure_is_asked_about(survey: Survey) -> None:
    words = (
        "Two of the complaints upheld were counted twice. As a result the complaints withdrawn are lower, at 2."
    )
    value, caveats = total(survey, words)
    assert value != (20, 20) or [one for one in caveats if "perhaps corrected" in one]
    assert [one for one in open_questions(survey) if "As a result" in one]


def test_what_follows_from_other_things_corrects_nothing(survey: Survey) -> None:
    words = "As a result of the long winter the number of complaints was higher than elsewhere."
    assert total(survey, words) == ((20, 20), ())
    assert not open_questions(survey)
