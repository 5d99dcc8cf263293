"""The account of words: what no reading takes keeps a right number from being supported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from foidesk.survey import Survey
from tests import small

from .test_reading import verdicts


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    found = Survey(small.write(tmp_path_factory.mktemp("account") / "survey"))
    found.ingest()
    return found


RESTRICTED = [
    "Alphaton had 20 complaints for the first time.",
    "Alphaton had 20 complaints in the last quarter.",
    "Alphaton had 20 complaints in winter.",
    "Alphaton had 20 complaints before lockdown.",
    "Alphaton had 20 complaints per officer.",
    "Alphaton had 20 under-18 complaints.",
    "Alphaton had 20 complaints in Northland.",
    "In the final month Alphaton had 20 complaints.",
    "Only after dark did Alphaton receive 20 complaints.",
    "Cyclists sent Alphaton 20 complaints.",
    "Alphaton again had 20 complaints.",
    "Alphaton received 20 complaints by telephone.",
    "Alphaton had 20 complaints, not counting dogs.",
    "Alphaton wrongly recorded 20 complaints.",
    "Alphaton escalated 20 complaints.",
    "Alphaton had 20 complaints since Mayor Grey took office.",
    "Under the old scheme, Alphaton had 20 complaints; Betaford 17.",
    "Complaints rose to 20 at Alphaton.",
    "Last year Alphaton had 20 complaints.",
    "In more than two hours Alphaton received 20 complaints.",
    "Despite all promises, Alphaton had 20 proven complaints.",
    "Despite all promises, Alphaton dropped 20 complaints.",
    "Despite all promises, Alphaton had 20 complaints from cyclists.",
    "Despite all promises, Alphaton had 20 complaints since January.",
    "Alphaton had 20 complaints, a figure for the north of the town.",
    "Alphaton had 20 complaints, involving cyclists.",
    "Alphaton had 20 complaints that involved the police.",
    "Alphaton, in its rural parts, had 20 complaints.",
    "Alphaton’s schools had 20 complaints.",
    "Electronically, Alphaton received 20 complaints.",
    "Alphaton has yet to receive 20 complaints.",
    "Critics of the parish council at Alphaton sent 20 complaints.",
    "Alphaton sent back 20 complaints.",
    "Alphaton put off 20 complaints.",
    "Alphaton has 20 complaints left.",
    "Alphaton had 20 open complaints.",
    "Alphaton had 20 complaints over one book.",
    "Half of Alphaton made 20 complaints.",
    "Going by the first two years, Alphaton had 20 complaints.",
    "Alphaton had 20 complaints, because cyclists were left out.",
    "Alphaton had 20 complaints, cyclists aside.",
    "Alphaton had 20 complaints, withdrawn by cyclists.",
    "Alphaton had 20 complaints, which were shredded.",
    "Alphaton had 20 complaints, adult ones.",
    "Alphaton Hospital had 20 complaints.",
    "Alphaton had 20 complaints that the borough shredded.",
    "NORTH ONLY: Alphaton had 20 complaints.",
    "Alphaton had all but 20 complaints.",
    "Councils such as Alphaton had 20 complaints.",
    "Alphaton had 20 complaints that year.",
    "Alphaton offered to hear 20 complaints.",
    "Alphaton had 20 complaints in two years.",
    "Alphaton had 20 complaints, a number that covers two years.",
    "Alphaton had 20 complaints, a total that leaves out cyclists.",
    "Alphaton had 20 complaints, according to figures for the first two years.",
]


@pytest.mark.parametrize("text", RESTRICTED)
def test_a_right_number_beside_a_word_that_nobody_explains_is_not_supported(survey: Survey, text: str) -> None:
    assert verdicts(survey, text)["20"] not in ("supported", "not a claim about the data")


PLAIN = [
    "Alphaton was hit by a whopping 20 complaints.",
    "Figures obtained under the Freedom of Information Act show that Alphaton received 20 complaints.",
    "Alphaton logged 20 complaints, according to its reply.",
    "In all, Alphaton had 20 complaints.",
    "Bosses at Alphaton faced a staggering 20 complaints.",
    "A total of 20 complaints were made in Alphaton.",
    "Despite years of promises, Alphaton received 20 complaints.",
    "Alphaton received 20 complaints, prompting fresh calls for a rethink.",
    "Alphaton, a seaside town better known for its pier, received 20 complaints.",
    "Surprisingly, cash-strapped Alphaton received 20 complaints, a figure that unions called shameful.",
    "As storms raged, Alphaton received 20 complaints, campaigners for safer streets said last night.",
    "BOOK ROW: Alphaton received 20 complaints.",
    "Alphaton received 20 complaints, an analysis of the files found.",
    "Going by the replies that describe the books, Alphaton received 20 complaints.",
    "In short, Alphaton received 20 complaints.",
    "Alphaton, which keeps a pier, received 20 complaints.",
    "Alphaton received 20 complaints, enough to keep its clerks busy.",
    "Alphaton received 20 complaints over the three years.",
    "Alphaton received 20 complaints that the borough looked into.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_words_that_only_colour_do_not_stop_a_claim(survey: Survey, text: str) -> None:
    assert [verdict for words, verdict in verdicts(survey, text).items() if "20" in words] == ["supported"]


def test_last_year_is_reckoned_from_the_day_the_story_appears(survey: Survey, tmp_path: Path) -> None:
    story = tmp_path / "dated.txt"
    story.write_text("Last year Alphaton had 20 complaints.", encoding="utf-8")
    undated = next(claim for claim in survey.check(story).claims if claim.text == "20")
    dated = next(claim for claim in survey.check(story, date(2040, 3, 1)).claims if claim.text == "20")
    assert "reckoned from the day" in undated.why
    assert "Last year (2039)" in dated.why


def test_a_cause_and_what_came_later_are_found_and_borne_out_by_nothing(survey: Survey) -> None:
    text = "Alphaton received 20 complaints. Staff shortages are to blame. The number has gone on climbing since."
    found = verdicts(survey, text)
    assert found["Staff shortages are to blame"] == "not established"
    assert found["The number has gone on climbing since"] == "no data"


def test_what_a_body_puts_its_number_at_is_for_a_person(survey: Survey) -> None:
    assert verdicts(survey, "Alphaton put its total at 21 complaints.")["21"] == "needs a person"


def test_a_kind_said_to_be_all_there_are_is_for_a_person(survey: Survey) -> None:
    assert verdicts(survey, "Alphaton upheld 5 complaints.")["5"] == "supported"
    assert verdicts(survey, "Alphaton upheld all 5 complaints.")["all 5"] == "needs a person"


def test_more_of_another_kind_are_counted_by_that_kind(survey: Survey) -> None:
    assert verdicts(survey, "Alphaton upheld 5 complaints. The borough saw 3 more withdrawn.")["3"] == "supported"
    found = verdicts(survey, "Alphaton upheld a complaint about a book. It upheld 5 more.")
    assert "supported" not in found.values()


def test_the_word_that_is_left_is_named(survey: Survey, tmp_path: Path) -> None:
    story = tmp_path / "draft.txt"
    story.write_text("Alphaton had 20 complaints in winter.", encoding="utf-8")
    (claim,) = survey.check(story).as_json()["claims"]
    assert "“winter”" in claim["why"] and "it may narrow the time" in claim["why"]


def test_what_was_left_open_stays_open_in_the_sentence_that_leans_on_it(survey: Survey) -> None:
    found = verdicts(survey, "Alphaton had 20 complaints in winter. It upheld 7.")
    assert "supported" not in found.values()


def test_a_wrong_number_beside_such_a_word_is_for_a_person_too(survey: Survey) -> None:
    """What is contradicted cannot be waived; so the words must be sure."""
    assert verdicts(survey, "Alphaton had 21 complaints in winter.")["21"] == "needs a person"
    assert verdicts(survey, "Alphaton had 21 complaints.")["21"] == "contradicted"


def test_the_numbers_of_a_quotation_over_several_sentences_are_its_speakers(survey: Survey) -> None:
    text = 'A campaigner said: "It is too much. Of the 300 people I met, 200 had complaints. We want 12 rules."'
    assert set(verdicts(survey, text).values()) == {"not a claim about the data"}


def test_a_bound_number_has_one_verdict(survey: Survey, tmp_path: Path) -> None:
    story = tmp_path / "draft.md"
    story.write_text(
        "In all [3]{f=coverage part=of} boroughs were asked; all [2]{f=coverage part=n} answered.", "utf-8"
    )
    claims = survey.check(story).claims
    assert [claim.text for claim in claims] == ["3", "2"]


WHOSE = [
    "It received 37 complaints.",
    "The borough received 37 complaints.",
    "The two northern boroughs received 37 complaints.",
    "Some boroughs received 37 complaints.",
    "Both boroughs received 37 complaints.",
    "The two boroughs in Northland received 37 complaints.",
]


@pytest.mark.parametrize("text", WHOSE)
def test_a_sum_is_supported_only_where_it_is_said_whose_it_is(survey: Survey, text: str) -> None:
    assert verdicts(survey, text)["37"] not in ("supported", "not a claim about the data")


def test_no_stem_passes_for_a_negation(survey: Survey) -> None:
    assert verdicts(survey, "Alphaton did not have 20 complaints.")["20"] != "supported"


def test_the_second_of_two_numbers_set_against_each_other_is_of_whom_the_words_say(survey: Survey) -> None:
    """Swapped, both numbers are in the data; neither body may lend its own to the other."""
    found = verdicts(survey, "Alphaton had more complaints than Betaford: 17 complaints against 20.")
    assert found["20"] != "supported"
    assert found == verdicts(survey, "Alphaton had more complaints than Betaford: 17 complaints versus 20.")
