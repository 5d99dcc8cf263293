"""Answers in words to a question for one number: the figure, or the figures to choose from; never one of two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foidesk.extract import extract
from foidesk.model import Amount, Codebook, Context, Extraction, Measure, Question

from .rehearsal import reading_of

STAFF = Measure(
    "staff", "Staff", "people", "quantity",
    ("people", "person", "officer", "staff", "member of staff", "members of staff", "post", "posts"),
    prefer=("FTE", "full time equivalent"), rough=True, none_alone=True,
)  # fmt: skip
QUESTIONS = (
    Question("1", "How many people are employed to answer requests?", ("staff",)),
    Question("2", "Do you publish a list of what was asked?"),
)


def answer(words: str, measure: Measure = STAFF) -> Extraction:
    """What a reply gives that answers the first question in these words."""
    text = f"Dear requester\n\n{QUESTIONS[0].text}\n\n{words}\n\n{QUESTIONS[1].text}\n\nNo\n"
    told = Context(Codebook(1, (), (measure,)), QUESTIONS, None, "uk-foia-2000", "b", ("Sampleham",), "d", "a.txt")
    return extract(reading_of(text.encode(), "reply.txt"), told)


def sure(found: Extraction) -> list[str]:
    """The exact figures that a rule accepts."""
    amounts = [one.value for one in found.observations if one.accepted_by and isinstance(one.value, Amount)]
    return [str(value.lo) if value.is_exact else f"{value.lo}..{value.hi}" for value in amounts]


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("Two people are employed to answer requests.", "2"),
        ("One, although other employees help.", "1"),
        ("2, however, they have other duties.", "2"),
        ("The team consists of 8 members of staff.", "8"),
        ("3 x information management officers who advise.", "3"),
        ("We have one Freedom of Information Officer.", "1"),
        ("There are 5 people in the team. Nobody is employed solely for this.", "5"),
        ("None, it is part of other duties.", "0"),
        ("2.5FTE", "2.5"),
        ("1½ FTE", "1.5"),
        ("4 members of staff (3.6 FTE)", "3.6"),
        ("Two staff – FTE 1.8.", "1.8"),
        ("There are 3 assistants, an officer and 1 manager, equating to 4.2 full time equivalent posts.", "4.2"),
        ("4 staff (3.6 FTE) made up of 1 FTE officer and 2.6 FTE assistants.", "3.6"),
        ("Approximately 0.75 FTE.", "0.75"),
        ("We do not employ anyone solely to answer requests.", "0"),
    ],
)  # fmt: skip
def test_the_one_figure_of_an_answer_is_read(words: str, figure: str) -> None:
    found = answer(words)
    assert sure(found) == [figure]
    assert not found.choices and not found.open_numbers()


@pytest.mark.parametrize(
    "words",
    [
        "4 people. 1 full time (37 hours), 2 part time and one full time manager.",
        "There are six officers, and one manager who is an officer.",
        "Three full time and one part\ntime member of staff.",
        "2 officers\n1 senior officer",
        "1 officer for both Sampleham and Nowherton.",
        "1 officer who serves Sampleham District & Nowherton Borough Councils.",
        "One FTE split between two councils.",
        "Four officers plus a team leader.",
        "Two members of staff and several others.",
        "Three people in that team may do so.",
        "90% of one FTE.",
        "0 (we have 2 staff who do it beside other work)",
        "The Sample Officer has the duty; nobody is employed solely for it.",
    ],
)
def test_an_answer_that_leaves_the_figure_open_is_asked_about(words: str) -> None:
    found = answer(words)
    assert not sure(found)
    assert found.choices or found.open_numbers()


@pytest.mark.parametrize("words", ["1 part-time employee.", "One member of staff on a part time basis."])
def test_heads_told_part_time_are_heads_where_no_other_unit_is_stated(words: str) -> None:
    assert sure(answer(words)) == ["1"]


def test_heads_beside_hours_are_asked_about() -> None:
    assert not sure(answer("2 part-time staff (18 hours each)."))


def test_the_figures_and_their_sum_are_the_options() -> None:
    (choice,) = answer("2 full time officers and 1 full time senior officer").choices
    values = {
        o.option: o.value for o in answer("2 full time officers and 1 full time senior officer").observations
    }
    assert sorted(str(v.lo) for v in values.values() if isinstance(v, Amount)) == ["1", "2", "3"]
    assert [option.id for option in choice.options][-1] == "not data"


def test_the_chosen_figure_stands_and_no_other() -> None:
    words = "2 full time officers and 1 full time senior officer"
    (choice,) = answer(words).choices
    total = next(option.id for option in choice.options if "sum" in option.id)
    text = f"{QUESTIONS[0].text}\n\n{words}\n\n{QUESTIONS[1].text}\n\nNo\n"
    told = Context(
        Codebook(1, (), (STAFF,)), QUESTIONS, None, "", "b", (), "d", "a.txt", answers={choice.id: total}
    )
    found = extract(reading_of(f"Dear requester\n\n{text}".encode(), "reply.txt"), told)
    assert sure(found) == ["3"] and not found.open_numbers()


@pytest.mark.parametrize("words", ["About 5 officers.", "We do not employ anyone solely to answer requests."])
def test_without_a_rule_of_the_survey_words_give_no_exact_figure(words: str) -> None:
    plain = replace(STAFF, rough=False, none_alone=False)
    found = answer(words, plain)
    assert not sure(found)
    assert found.choices or found.open_numbers()


def test_what_a_rule_of_the_survey_did_is_noted() -> None:
    (issue,) = answer("Approximately 0.75 FTE.").issues
    assert issue.kind == "counted-by-rule" and issue.severity == "note" and issue.locators
