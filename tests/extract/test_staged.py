"""At which stage cases are, where the survey asks for one: in their own words, over a table, of all figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foidesk.extract import extract

from .rehearsal import CASES, CODEBOOK, context, reading_of

ASKS = replace(CODEBOOK, measures=(replace(CASES, stage="found"), *CODEBOOK.measures[1:]))


def stages_of(text: str, name: str = "reply.txt") -> set[tuple[str, str]]:
    """(number, stage) of each figure that is read."""
    found = extract(reading_of(text.encode(), name), replace(context("reply"), codebook=ASKS))
    return {(f"{seen.amount.lo}", seen.stage) for seen in found.observations if seen.amount is not None}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "There were 44 cases. 14 were alleged and 30 were found proven.",
            {("44", ""), ("14", "alleged"), ("30", "found")},
        ),
        (
            "There were 30 cases. 9 were substantiated, 17 were unsubstantiated and 4 are now being investigated.",
            {("30", ""), ("9", "found"), ("17", "not found"), ("4", "under investigation")},
        ),
        (
            "There were 30 cases.\nSubstantiated: 9\nNot substantiated: 21",
            {("30", ""), ("9", "found"), ("21", "not found")},
        ),
        ("There were 12 cases. None of them was substantiated.", {("12", "not found"), ("0", "found")}),
    ],
)
def test_counts_that_only_their_stage_tells_apart_are_figures_of_that_stage(
    text: str, told: set[tuple[str, str]]
) -> None:
    assert stages_of(text) == told


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("We hold records of alleged cases only.", "alleged"),
        ("Please note that these are allegations.", "alleged"),
        ("No findings have been made.", "alleged"),
        ("All of these were upheld.", "found"),
        (
            "If you wish to make a complaint, write to us. Complaints are substantiated only after a review.",
            "",
        ),
    ],
)
def test_what_is_said_of_all_figures_holds_for_those_that_say_nothing(words: str, stage: str) -> None:
    assert stages_of(f"{words} There were 12 cases.") == {("12", stage)}


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("None of these were substantiated.", "not found"),
        ("Nine of these were upheld.", "several stages"),
        ("We cannot say how many were upheld.", "several stages"),
        ("Thank you for your request.", ""),
    ],
)
def test_what_the_mail_says_of_the_table_that_it_brings_holds_for_its_figures(words: str, stage: str) -> None:
    table = reading_of(b"Outcome,Number of cases\nDismissed,3\nResigned,2\nTotal,5\n", "reply.csv")
    found = extract(
        table, replace(context("reply"), codebook=ASKS, covering=f"Dear Sir, a table is attached. {words}")
    )
    assert {seen.stage for seen in found.observations} == {stage}


def test_a_title_that_its_commas_cut_up_still_tells_the_stage() -> None:
    table = (
        "Alleged misuse by outcome, 2009 to 2013\n\nOutcome,Number of cases\nDismissed,3\nResigned,2\nTotal,5\n"
    )
    assert {stage for _, stage in stages_of(table, "reply.csv")} == {"alleged"}


def test_the_stage_of_one_number_is_not_that_of_its_neighbour() -> None:
    told = stages_of("There were 30 cases, of which 9 were proven.")
    assert ("30", "found") not in told and ("9", "found") in told


def test_our_question_said_back_with_its_kinds_in_brackets_is_ours() -> None:
    text = (
        "4. What was the result of each investigation (dismissed, resigned, disclosure of information, other)?\n"
        "The results of the 7 cases were:\nDismissed: 4\nResigned: 3\n"
    )
    found = extract(reading_of(text.encode(), "reply.txt"), context("reply"))
    told = {(f"{seen.amount.lo}", *seen.where["outcome"].categories) for seen in found.observations
            if seen.amount is not None and "outcome" in seen.where}  # fmt: skip
    assert told == {("4", "dismissed"), ("3", "resigned")}
