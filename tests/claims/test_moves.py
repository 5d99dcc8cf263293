"""Words of rise, fall and comparison beside figures: borne out by them, against them, or a claim of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.survey import Survey
from tests import small

from .test_reading import verdicts


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """A survey with a figure a year: Alphaton 20, 14 and 25 complaints, Betaford 9, 11 and 30."""
    folder = small.write(tmp_path_factory.mktemp("moves") / "survey")
    for old in (folder / "replies").glob("*.eml"):
        old.unlink()
    (folder / "replies" / "alphaton" / "reply.csv").write_text(
        "Year,Number of complaints\n2020,20\n2021,14\n2022,25\n", encoding="utf-8"
    )
    (folder / "replies" / "betaford").mkdir()
    (folder / "replies" / "betaford" / "reply.csv").write_text(
        "Year,Number of complaints\n2020,9\n2021,11\n2022,30\n", encoding="utf-8"
    )
    found = Survey(folder)
    found.ingest()
    return found


BORNE_OUT = [
    "Alphaton had 25 complaints in 2022, up from 14 in 2021.",
    "Alphaton had 14 complaints in 2021, down from 20 in 2020.",
    "Alphaton had 20 complaints in 2020. The count slipped to 14 in 2021 before climbing to 25 in 2022.",
    "Complaints at Alphaton fell before they rose: 20 in 2020, 14 in 2021, 25 in 2022.",
    "Alphaton had 25 complaints in 2022; Betaford did worse, with 30 complaints in 2022.",
]


@pytest.mark.parametrize("text", BORNE_OUT)
def test_a_word_of_change_that_the_figures_bear_out_stops_none_of_them(survey: Survey, text: str) -> None:
    found = {words: verdict for words, verdict in verdicts(survey, text).items() if words in ("14", "20", "25")}
    assert found and set(found.values()) == {"supported"}


AGAINST = [
    ("Alphaton had 25 complaints in 2022, down from 14 in 2021.", "25"),
    ("Alphaton had 14 complaints in 2021, up from 20 in 2020.", "14"),
    ("Complaints at Alphaton rose before they fell: 20 in 2020, 14 in 2021, 25 in 2022.", "25"),
    ("Alphaton had 20 complaints in 2020. The count rose to 14 in 2021.", "14"),
    ("Complaints at Alphaton rose by 25 in 2022.", "25"),
    ("Alphaton had 14 complaints in 2021, up from 25 in 2022.", "14"),
]


@pytest.mark.parametrize(("text", "figure"), AGAINST)
def test_a_word_of_change_against_the_figures_keeps_them_from_being_supported(
    survey: Survey, text: str, figure: str
) -> None:
    assert verdicts(survey, text)[figure] != "supported"


ELLIPTICAL = [
    ("Alphaton had 20 complaints in 2020. Betaford had 9.", "9", "supported"),
    ("Alphaton had 20 complaints in 2020. Betaford had 50.", "50", "contradicted"),
    ("Alphaton had 20 complaints in 2020. Betaford had 50 in all.", "50", "supported"),
]


@pytest.mark.parametrize(("text", "figure", "verdict"), ELLIPTICAL)
def test_a_sentence_that_leaves_out_what_is_counted_takes_the_year_before_with_it(
    survey: Survey, text: str, figure: str, verdict: str
) -> None:
    assert verdicts(survey, text)[figure] == verdict


MEANS = [("14.5", "contradicted"), ("12.5", "supported"), ("13", "supported"), ("12", "contradicted")]


@pytest.mark.parametrize(("told", "verdict"), MEANS)
def test_a_mean_fits_as_it_is_rounded_to_what_is_written(survey: Survey, told: str, verdict: str) -> None:
    assert verdicts(survey, f"The two boroughs averaged {told} complaints each in 2021.")[told] == verdict


def test_a_plan_that_is_lacking_counts_nothing(survey: Survey) -> None:
    found = verdicts(survey, "Alphaton has no written plan for complaints.")
    assert "contradicted" not in found.values()


def test_a_comparison_without_a_number_is_a_claim_of_its_own(survey: Survey) -> None:
    found = verdicts(survey, "Alphaton had 25 complaints in 2022, more than in any other year.")
    assert found["25"] == "supported"
    assert any("more than" in words and verdict == "needs a person" for words, verdict in found.items())


def test_they_are_the_kind_that_the_sentence_before_opens_with(tmp_path: Path) -> None:
    found = Survey(small.write(tmp_path / "survey"))
    found.ingest()
    said = verdicts(found, "Upheld complaints at Alphaton are rare. They numbered five.")
    assert said["five"] == "supported"
    assert verdicts(found, "Upheld complaints at Alphaton are rare. They numbered 20.")["20"] == "contradicted"


def test_a_figure_that_hangs_on_one_that_is_not_read_is_not_borne_out_by_itself(survey: Survey) -> None:
    text = (
        "In Alphaton, where lanes are narrow, the council was taken to task 25 times in 2022, its reply shows, "
        "down from 20 in 2020."
    )
    found = verdicts(survey, text)
    assert found["25"] == "needs a person" and found["20"] == "needs a person"


LED_TO = [
    ("Complaints at Alphaton fell to 14 in 2021.", "14", "supported"),
    ("Complaints at Alphaton rose to 14 in 2021.", "14", "contradicted"),
    ("Complaints at Alphaton climbed to 25 in 2022.", "25", "supported"),
    ("Complaints at Alphaton fell to 25 in 2022.", "25", "contradicted"),
    ("Having dipped to 14 in 2021, the total at Alphaton went back up to 30 in 2022.", "30", "contradicted"),
    ("Having dipped to 14 in 2021, the total at Alphaton went back up to 25 in 2022.", "25", "supported"),
]


@pytest.mark.parametrize(("text", "figure", "verdict"), LED_TO)
def test_where_a_number_rose_or_fell_to_is_held_against_the_year_before(
    survey: Survey, text: str, figure: str, verdict: str
) -> None:
    assert verdicts(survey, text)[figure] == verdict


def test_the_first_year_asked_about_has_none_before_it(survey: Survey) -> None:
    assert verdicts(survey, "Complaints at Alphaton rose to 20 in 2020.")["20"] == "needs a person"


IN_TURN = [
    (
        "Alphaton had 14 complaints in 2021, compared with 20 the year before and 25 the year after.",
        "25",
        "supported",
    ),
    (
        "Alphaton had 14 complaints in 2021, compared with 25 the year before and 20 the year after.",
        "20",
        "contradicted",
    ),
    ("Betaford had 30 complaints in 2022, its lowest since 2021, when there were 11.", "11", "supported"),
    ("Betaford had 30 complaints in 2022, its lowest since 2021, when there were 9.", "9", "contradicted"),
]


@pytest.mark.parametrize(("text", "figure", "verdict"), IN_TURN)
def test_a_year_is_counted_from_the_one_that_was_named(
    survey: Survey, text: str, figure: str, verdict: str
) -> None:
    assert verdicts(survey, text)[figure] == verdict


def test_a_figure_told_of_each_of_several_years_holds_only_if_it_holds_of_all(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "survey")
    for old in (folder / "replies").glob("*.eml"):
        old.unlink()
    (folder / "replies" / "alphaton" / "reply.csv").write_text(
        "Year,Number of complaints\n2020,20\n2021,14\n2022,14\n", encoding="utf-8"
    )
    survey = Survey(folder)
    survey.ingest()
    for text in ("in both 2021 and 2022", "in each of the next two years"):
        told = f"Complaints at Alphaton went from 20 in 2020 to {{}} {text}."
        assert verdicts(survey, told.format(14))["14"] == "supported"
        assert verdicts(survey, told.format(13))["13"] == "contradicted"
    assert verdicts(survey, "Alphaton had 14 complaints in both 2020 and 2021.")["14"] == "contradicted"


CAME_FROM = [
    ("Alphaton had 25 complaints in 2022, up from 14.", "14", "supported"),
    ("Alphaton had 25 complaints in 2022, up from 41.", "41", "contradicted"),
    ("Alphaton had 25 complaints in 2022, up from 20.", "20", "needs a person"),
    ("Alphaton had 25 complaints in 2022, down from 14.", "14", "contradicted"),
    ("Alphaton had 25 complaints in 2022, down from 14.", "25", "contradicted"),
]


@pytest.mark.parametrize(("text", "figure", "verdict"), CAME_FROM)
def test_what_a_number_came_from_is_of_the_year_before_where_no_year_is_named(
    survey: Survey, text: str, figure: str, verdict: str
) -> None:
    assert verdicts(survey, text)[figure] == verdict


PAPERS = [
    ("Records obtained by this newspaper show Alphaton had {} complaints in 2022.", "25", "24"),
    ("New figures released under an access law reveal that Betaford had {} complaints in 2021.", "11", "12"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), PAPERS)
def test_whose_papers_say_so_restricts_nothing(survey: Survey, text: str, right: str, wrong: str) -> None:
    assert verdicts(survey, text.format(right))[right] == "supported"
    assert verdicts(survey, text.format(wrong))[wrong] == "contradicted"


DEGREES = [
    ("Complaints at Betaford rose sharply to 30 in 2022.", "30", "supported"),
    ("Complaints at Alphaton rose sharply from 20 in 2020 to 25 in 2022.", "25", "supported"),
    ("Complaints at Betaford rose steadily from 9 in 2020 to 30 in 2022.", "30", "supported"),
    ("Complaints at Betaford rose again to 30 in 2022.", "30", "supported"),
    ("Complaints at Alphaton rose slightly to 25 in 2022.", "25", "needs a person"),
    ("Complaints at Alphaton rose slightly from 14 in 2021 to 25 in 2022.", "25", "needs a person"),
    ("Alphaton saw a slight rise to 25 complaints in 2022.", "25", "needs a person"),
    ("Alphaton had 14 complaints in 2021 and the number rose slightly to 25 in 2022.", "25", "needs a person"),
    ("Complaints at Betaford rose marginally to 30 in 2022.", "30", "needs a person"),
    ("Complaints at Alphaton rose steadily from 20 in 2020 to 25 in 2022.", "25", "needs a person"),
    ("Complaints at Betaford rose steadily to 30 in 2022.", "30", "needs a person"),
    ("Complaints at Alphaton fell again to 14 in 2021.", "14", "needs a person"),
    ("Complaints at Alphaton rose again to 25 in 2022.", "25", "needs a person"),
]


@pytest.mark.parametrize(("text", "figure", "verdict"), DEGREES)
def test_how_much_something_moved_is_borne_out_or_asked_about(
    survey: Survey, text: str, figure: str, verdict: str
) -> None:
    assert verdicts(survey, text)[figure] == verdict
