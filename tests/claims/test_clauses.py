"""Clauses: what stands in another clause than the figure does not restrict it, and is told for itself."""

from __future__ import annotations

import pytest

from foidesk.claims.ask.cut.cutter import pieces
from foidesk.survey import Survey
from tests import small

from .test_reading import verdicts


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    found = Survey(small.write(tmp_path_factory.mktemp("clauses") / "survey"))
    found.ingest()
    return found


BESIDE = [
    "Alphaton, which hired a falconer, had 20 complaints.",
    "It comes after Alphaton had 20 complaints.",
    "Alphaton had 20 complaints, and the mayor has met a cyclist.",
    "The mayor of a twin town resigned after Alphaton had 20 complaints.",
    "The swans nested every year until Alphaton had 20 complaints.",
    "The bakers struck twice, while Alphaton had 20 complaints.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_a_clause_of_its_own_stops_no_figure_of_another(survey: Survey, text: str) -> None:
    assert verdicts(survey, text)["20"] == "supported"
    assert verdicts(survey, text.replace("20", "21"))["21"] == "contradicted"


RESTRICT = [
    "Alphaton, which counts cyclists alone, had 20 complaints.",
    "Alphaton had 20 complaints, and these leave out cyclists.",
    "Alphaton had 20 complaints when the swans nested.",
    "Alphaton had 20 complaints, filed by bakers.",
    "Alphaton had 20 complaints, or cyclists had more.",
    "Alphaton had 20 complaints and shredded them.",
    "Alphaton had 20 complaints, arising from swans.",
    "Of the bakers who wrote in, Alphaton had 20 complaints.",
    "By the river, Alphaton had 20 complaints.",
    "Alphaton had the larger complaints: 20.",
    "Alphaton had 20 complaints every year.",
]


@pytest.mark.parametrize("text", RESTRICT)
def test_what_may_say_which_are_counted_keeps_a_figure_from_being_supported(survey: Survey, text: str) -> None:
    assert verdicts(survey, text)["20"] not in ("supported", "not a claim about the data")


def test_a_word_of_order_is_a_claim_of_its_own_beside_the_figure(survey: Survey) -> None:
    found = verdicts(survey, "It comes after no swan nested, as Alphaton had 20 complaints.")
    assert found["20"] == "supported"
    assert "needs a person" in found.values()


TOO_MANY = [
    "Pedestrians lodged 90 complaints with Alphaton.",
    "Alphaton had 90 complaints, filed by bakers.",
    "Of the 20 complaints to Alphaton, 90 were about swans.",
]


@pytest.mark.parametrize("text", TOO_MANY)
def test_more_than_all_there_are_is_contradicted_whatever_a_word_leaves_of_them(survey: Survey, text: str) -> None:
    assert verdicts(survey, text)["90"] == "contradicted"
    assert verdicts(survey, text.replace("90", "12"))["12"] == "needs a person"


def test_some_of_what_is_counted_does_not_restrict_the_whole(survey: Survey) -> None:
    assert verdicts(survey, "Of the 20 complaints to Alphaton, 12 were about swans.")["20"] == "supported"


CHANGES = [
    "Alphaton had the biggest fall in complaints of those that answered.",
    "Alphaton recorded the largest drop in complaints of those that answered.",
    "Of those that answered, Alphaton had the steepest rise in complaints.",
]


@pytest.mark.parametrize("text", CHANGES)
def test_a_place_among_changes_is_not_held_against_how_many_there_are(survey: Survey, text: str) -> None:
    found = verdicts(survey, text)
    assert {found.get(word, "") for word in ("biggest", "largest", "steepest")} <= {"needs a person", ""}


@pytest.mark.parametrize("text", ["Alphaton refused our request.", "One borough answered, two refused."])
def test_who_answered_is_a_claim_that_can_be_contradicted(survey: Survey, text: str) -> None:
    assert "contradicted" in verdicts(survey, text).values()


CUT = [
    ("Alphaton, which rents a hall, had 20 swans.", ["aside", "relative", "predicate"]),
    ("Three went in spring, two in autumn and one in winter.", ["clause", "item", "item"]),
    ("It comes after the trust lost 12 boats.", ["clause", "timed"]),
    ("In spring, bakers sent 12 letters, up from 10.", ["phrase", "clause", "participle"]),
]


@pytest.mark.parametrize(("text", "sorts"), CUT)
def test_a_sentence_is_cut_into_its_clauses(text: str, sorts: list[str]) -> None:
    numbers = tuple(at for at, _ in enumerate(text) for word in ("20", "12", "10", "Three", "two", "one")
                    if text.startswith(word + " ", at) or text.startswith(word + ".", at))  # fmt: skip
    assert [piece.sort for piece in pieces(text, numbers)] == sorts
