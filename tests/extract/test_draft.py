"""A first codebook out of the replies alone."""

from __future__ import annotations

from foidesk.extract import draft_codebook

from .rehearsal import reading_of

ROWS = [("PC", "Dismissed"), ("PS", "Resigned"), ("PC", "Resigned"), ("PC", "Dismissed")] * 3
LIST = "Ref,Rank,Details,Outcome\n" + "\n".join(
    f"A{n},{rank},Details number {n} of a case,{outcome}"
    for n, (rank, outcome) in enumerate(ROWS)
)  # fmt: skip


def test_headings_become_variables_and_repeated_words_categories() -> None:
    codebook = draft_codebook([reading_of(LIST.encode(), "a.csv")])
    rank, outcome = codebook.variable("rank"), codebook.variable("outcome")
    assert [category.label for category in rank.categories] == ["PC", "PS"]
    assert [category.label for category in outcome.categories] == ["Dismissed", "Resigned"]
    assert rank.names == ("Rank",) and not rank.open
    assert [measure.id for measure in codebook.measures] == ["cases"]


def test_free_words_become_an_open_variable() -> None:
    codebook = draft_codebook([reading_of(LIST.encode(), "a.csv")])
    assert codebook.variable("details").open and not codebook.variable("details").categories


def test_two_replies_share_a_variable_of_the_same_heading() -> None:
    one = reading_of(b"Outcome,Number\nDismissed,3\nResigned,4\n", "a.csv")
    other = reading_of(b"Outcome,Number\nRetired,3\nResigned,4\n", "b.csv")
    labels = [category.label for category in draft_codebook([one, other]).variable("outcome").categories]
    assert labels == ["Dismissed", "Resigned", "Retired"]


def test_nothing_to_go_by_gives_a_measure_only() -> None:
    assert not draft_codebook([reading_of(b"Dear Sir, please wait.", "a.txt")]).variables
