"""A correction that comes by a second letter: applied where one figure fits, asked about where several do."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.model import Choice
from foidesk.survey import Survey

from .. import small

GREETING = "Dear requester,\n\nWe wrote to you last week. We are sorry that there was a mistake in our reply.\n"


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    return Survey(small.write(tmp_path / "fines"))


def corrects(survey: Survey, words: str, body: str = "alphaton") -> None:
    """Adds a later mail of the body with these words, and reads all."""
    small.mail(body, f"{GREETING}\n{words}\n\nThe FOI team\n", survey.replies / body)
    survey.ingest()


def value(survey: Survey, where: str = "") -> tuple[object, object]:
    """The lowest and the highest number of Alphaton's complaints, of one outcome or of all."""
    kinds = {"outcome": (where,)} if where else {}
    support = survey.work.reconciled.accounts.support("alphaton", "complaints", kinds)
    return support.value.lo, support.value.hi


def corrections(survey: Survey) -> list[Choice]:
    return [one for one in survey.work.results.choices if "correct" in one.question]


def test_a_correction_of_both_figures_is_applied_with_what_adds_up_over_it(survey: Survey) -> None:
    corrects(survey, "The number of complaints that were withdrawn should read 8, not 3.")
    assert (value(survey, "withdrawn"), value(survey)) == ((8, 8), (25, 25))
    (choice,) = corrections(survey)
    assert "What adds up over these follows: 20 to 25" in choice.question
    assert choice not in survey.work.results.open_choices()


def test_a_total_that_the_letter_states_anew_is_taken_where_the_corrected_parts_add_to_it(survey: Survey) -> None:
    corrects(survey, "Complaints not upheld should be 21, not 12. The total is therefore 29.")
    assert (value(survey, "not-upheld"), value(survey)) == ((21, 21), (29, 29))
    assert not [one for one in survey.work.results.open_choices() if one.body == "alphaton"]


def test_reconcile_shows_what_the_figures_were_without_the_correction(survey: Survey) -> None:
    corrects(survey, "The number of complaints that were withdrawn should read 8, not 3.")
    told = survey.reconcile("alphaton")
    (version,) = told.versions
    assert version.pinned == "As corrected"
    assert ("total", "25", "20") in version.figures
    assert [issue.kind for issue in told.issues if issue.kind == "corrected"] == ["corrected"]


def test_a_person_may_take_the_first_figure_instead(survey: Survey) -> None:
    corrects(survey, "The number of complaints that were withdrawn should read 8, not 3.")
    (choice,) = corrections(survey)
    survey.decide(choice.id, "as first given", who="A. Editor", reason="they confirmed the table on the phone")
    assert (value(survey, "withdrawn"), value(survey)) == ((3, 3), (20, 20))


def test_a_correction_without_its_old_figure_is_of_the_only_one_that_it_names(survey: Survey) -> None:
    corrects(survey, "The correct number of complaints that were withdrawn is 8.")
    (choice,) = corrections(survey)
    assert choice not in survey.work.results.open_choices() and "corrects 3 to 8" in choice.question
    assert value(survey, "withdrawn") == (8, 8)
    survey.decide(choice.id, "as first given", who="A. Editor", reason="they confirmed the table on the phone")
    assert value(survey, "withdrawn") == (3, 3)


def test_a_correction_without_its_old_figure_that_is_of_another_size_is_asked_about(survey: Survey) -> None:
    corrects(survey, "The correct number of complaints that were withdrawn is 18.")
    (choice,) = corrections(survey)
    assert choice in survey.work.results.open_choices()
    assert value(survey, "withdrawn") == (3, 18)
    survey.decide(choice.id, "corrects 1", who="A. Editor", reason="the letter is plain")
    assert value(survey, "withdrawn") == (18, 18)


def test_a_corrected_part_of_a_total_that_is_said_to_be_unchanged_is_asked_about(survey: Survey) -> None:
    corrects(survey, "The number of complaints that were withdrawn should read 8, not 3. The total is unchanged.")
    (choice,) = corrections(survey)
    assert choice in survey.work.results.open_choices()
    assert value(survey)[0] == 20


def test_corrected_parts_that_add_up_to_the_unchanged_total_are_taken(survey: Survey) -> None:
    words = "Complaints upheld should be 10, not 5; complaints not upheld should be 7, not 12."
    corrects(survey, f"{words} The total is unchanged.")
    assert (value(survey, "upheld"), value(survey, "not-upheld"), value(survey)) == ((10, 10), (7, 7), (20, 20))
    assert not [one for one in survey.work.results.open_choices() if one.body == "alphaton"]


def test_a_figure_that_two_statements_give_is_asked_about(survey: Survey) -> None:
    rows = "Outcome,Number of complaints\nUpheld,5\nNot upheld,12\nWithdrawn,5\nTotal,22\n"
    (survey.replies / "alphaton" / "reply.csv").write_text(rows)
    corrects(survey, "The figure for complaints should be 4, not 5.")
    (choice,) = corrections(survey)
    assert choice in survey.work.results.open_choices() and len(choice.options) == 3
    assert value(survey, "upheld") == (4, 5)


def test_a_correction_of_another_old_figure_is_asked_about(survey: Survey) -> None:
    corrects(survey, "The number of complaints that were withdrawn should read 8, not 4.")
    assert value(survey, "withdrawn") == (3, 8)
    assert any("correct" in one.question for one in survey.work.results.open_choices())


def test_another_noun_is_no_correction_of_ours(survey: Survey) -> None:
    corrects(survey, "There should be 8 librarians on each floor, not 3.")
    assert (value(survey, "withdrawn"), corrections(survey)) == ((3, 3), [])


def test_the_old_figure_in_brackets_is_corrected_by_the_new_one(survey: Survey) -> None:
    corrects(survey, "There were 8 complaints that were withdrawn (not 3). The total is 25 (not 20).")
    assert (value(survey, "withdrawn"), value(survey)) == ((8, 8), (25, 25))


def test_a_number_in_brackets_that_the_reply_never_gave_is_asked_about(survey: Survey) -> None:
    corrects(survey, "There were 8 complaints that were withdrawn (not 4).")
    assert value(survey, "withdrawn") == (3, 8)
    assert any("correct" in one.question for one in survey.work.results.open_choices())


LISTED = (
    "The {year} figures in our earlier letter were wrong: they included 2 test entries.\n\n"
    "The correct figures for {year} are set out below.\n\nTable A (outcome), {year}\n"
    "Upheld: 5\nNot upheld: 12\nWithdrawn: {withdrawn}\nTotal: {total}\n"
)


def by_years(survey: Survey) -> None:
    rows = "Outcome,2021,2022\nUpheld,4,5\nNot upheld,9,12\nWithdrawn,1,3\nTotal,14,20\n"
    (survey.replies / "alphaton" / "reply.csv").write_text(rows)


def test_a_list_of_right_figures_takes_the_place_of_those_of_its_year(survey: Survey) -> None:
    by_years(survey)
    corrects(survey, LISTED.format(year="2022", withdrawn=1, total=18))
    assert (value(survey, "withdrawn"), value(survey)) == ((2, 2), (32, 32))
    (choice,) = corrections(survey)
    assert "20 to 18" in choice.question and "3 to 1" in choice.question
    assert choice not in survey.work.results.open_choices()


def test_a_list_of_right_figures_that_does_not_add_up_is_asked_about(survey: Survey) -> None:
    by_years(survey)
    corrects(survey, LISTED.format(year="2022", withdrawn=1, total=19))
    assert len([one for one in survey.work.results.open_choices() if "corrects a figure" in one.question]) == 2
    low, high = value(survey)
    assert low != high


@pytest.mark.parametrize(
    "said", ["The total is unchanged.", "The totals were right.", "This does not affect the totals."]
)
def test_a_total_said_to_be_unchanged_is_every_years(survey: Survey, said: str) -> None:
    by_years(survey)
    corrects(survey, f"The number of complaints that were withdrawn in 2022 should read 8, not 3. {said}")
    (choice,) = corrections(survey)
    assert choice in survey.work.results.open_choices()
    assert (value(survey, "withdrawn"), value(survey)[0]) == ((4, 9), 34)


def test_another_years_unchanged_total_leaves_a_correction_as_it_is(survey: Survey) -> None:
    by_years(survey)
    said = "should read 8, not 3. The total for 2021 is unchanged."
    corrects(survey, f"The number of complaints that were withdrawn in 2022 {said}")
    assert (value(survey, "withdrawn"), value(survey)) == ((9, 9), (39, 39))


def test_a_total_of_which_the_letter_says_something_else_does_not_follow_its_parts(survey: Survey) -> None:
    by_years(survey)
    said = "should read 8, not 3. This means that the total for 2022 is 24."
    corrects(survey, f"The number of complaints that were withdrawn in 2022 {said}")
    low, high = value(survey)
    assert low != high
    assert any("24" in one.question for one in survey.work.results.open_choices())


def test_a_figure_corrected_by_a_letter_that_is_withdrawn_says_so(survey: Survey) -> None:
    corrects(survey, "The number of complaints that were withdrawn should read 8, not 3.")
    later = "From: FOI team <foi@alphaton.example>\nTo: desk@paper.example\nSubject: Your request\n"
    later += "Date: Mon, 20 Feb 2023 10:00:00 +0000\nMessage-ID: <third@alphaton.example>\n\n"
    (survey.replies / "alphaton" / "third.eml").write_text(f"{later}Please ignore our letter of 6 February.\n")
    survey.ingest()
    support = survey.work.reconciled.accounts.support("alphaton", "complaints", {"outcome": ("withdrawn",)})
    assert support is not None and support.value.lo == 8
    assert any("since withdrawn" in one for one in support.caveats)


TWO_OF_ONE_KIND = "Outcome,Number of complaints\nUpheld,5\nComplaint upheld,4\nNot upheld,12\nTotal,21\n"


def test_of_two_lines_of_one_kind_a_correction_is_of_one_only(survey: Survey) -> None:
    (survey.replies / "alphaton" / "reply.csv").write_text(TWO_OF_ONE_KIND, encoding="utf-8")
    corrects(survey, "The correct number of complaints that were upheld is 6.")
    (choice,) = [one for one in survey.work.results.open_choices() if "corrects a figure" in one.question]
    assert [one.label.split(" (")[0] for one in choice.options[:2]] == ["5", "4"]
    lowest, highest = value(survey, "upheld")
    assert (lowest, highest) != (12, 12)  # 6 and 6: both lines were corrected to it
    survey.decide(choice.id, choice.options[0].id, who="A. Editor", reason="they said so on the phone")
    assert value(survey, "upheld") == (10, 10)


def test_a_line_of_a_list_corrects_the_line_with_its_words(survey: Survey) -> None:
    (survey.replies / "alphaton" / "reply.csv").unlink()
    first = "Complaints in 2021:\n\n  - Upheld: 5\n  - Complaint upheld: 4\n  - Not upheld: 12\n"
    small.mail("alphaton", f"Dear requester,\n\n{first}\nThe FOI team\n", survey.replies / "alphaton").rename(
        survey.replies / "alphaton" / "first.eml"
    )
    new = "The correct figures for 2021 are below.\n\nComplaints in 2021:\n\n"
    new += "  - Complaint upheld: 7\n  - Not upheld: 11\n"
    corrects(survey, new)
    asked = [one for one in survey.work.results.choices if "corrects" in one.question]
    told = [option.label for one in asked for option in one.options if "becomes 7" in option.label]
    settled = [one.question for one in asked if "to 7" in one.question]
    assert not any(label.startswith("5") for label in told)
    assert told or any("4 to 7" in words for words in settled)
