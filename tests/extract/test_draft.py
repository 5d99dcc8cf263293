"""A first codebook out of the replies alone."""

from __future__ import annotations

from foidesk.extract import draft
from foidesk.extract.drafting import Draft

from .rehearsal import reading_of

ROWS = [("PC", "Dismissed"), ("PS", "Resigned"), ("PC", "Resigned"), ("PC", "Dismissed")] * 3
LIST = "Ref,Rank,Details,Outcome\n" + "\n".join(
    f"A{n},{rank},Details number {n} of a case,{outcome}"
    for n, (rank, outcome) in enumerate(ROWS)
)  # fmt: skip


def drafted(*texts: str) -> Draft:
    """A draft from one CSV file of each body."""
    return draft((f"body-{n}", reading_of(text.encode(), f"{n}.csv")) for n, text in enumerate(texts))


def labels(found: Draft, variable: str) -> list[str]:
    return [category.label for category in found.codebook.variable(variable).categories]


def test_headings_become_variables_and_repeated_words_categories() -> None:
    found = drafted(LIST)
    assert labels(found, "rank") == ["PC", "PS"]
    assert labels(found, "outcome") == ["Dismissed", "Resigned"]
    assert found.codebook.variable("rank").names == ("Rank",)
    assert [measure.id for measure in found.codebook.measures] == ["cases"]


def test_free_words_give_no_variable_and_only_their_heading_is_told() -> None:
    found = drafted(LIST)
    assert found.left_out == ("Details",)
    assert "details" not in [variable.id for variable in found.codebook.variables]
    names = "Claimant,Outcome,Paid\n" + "\n".join(
        f"Claimant {n} of ours,{outcome},$ {n}00" for n, (_, outcome) in enumerate(ROWS)
    )
    assert drafted(names).left_out == ("Claimant",)


def test_two_replies_share_a_variable_of_the_same_heading() -> None:
    found = drafted("Outcome,Number\nDismissed,3\nResigned,4\n", "Outcomes,Number\nRetired,3\nResigned,4\n")
    assert labels(found, "outcome") == ["Dismissed", "Resigned", "Retired"]


def test_headings_that_differ_in_filling_words_and_columns_that_say_the_same_are_one_variable() -> None:
    theft = "Theft,3\nFraud,4\nArson,5\nBurglary,6\n"
    found = drafted(
        f"Crime Type / Financial Year,2020/21\n{theft}", f"Crime group,2020/21\n{theft}", f",2021/22\n{theft}"
    )
    (variable,) = found.codebook.variables
    assert set(variable.names) == {"Crime Type", "Crime group"}
    assert labels(found, variable.id) == ["Arson", "Burglary", "Fraud", "Theft"]
    assert [period.start.year for period in found.periods] == [2020, 2021]


def test_labels_of_one_body_s_count_are_kept_as_they_stand() -> None:
    found = drafted("Hospital,Number of crimes\nNorth Royal,3\nSouth General,4\n")
    assert found.codebook.variable("hospital").open
    assert [(one.id, one.unit) for one in found.codebook.measures] == [("crimes", "crimes")]


def test_a_column_of_money_becomes_a_measure_in_its_currency() -> None:
    found = drafted(
        "Outcome,Settlement amount\n"
        + "Settled,$500\nSettled,$1,500.00\nDismissed,$20\n".replace("$1,500", '"$1500"') * 2
    )
    paid = found.codebook.measures[1]
    assert (paid.label, paid.unit, paid.type) == ("Settlement amount", "USD", "money")


def test_addresses_figures_and_form_fields_are_no_headings() -> None:
    found = drafted(
        "by email:,foi@example.org\nor by telephone:,020 7946 0000\nA,B\n",
        "Total,2019\nGo to guidance -->,7\n14.265,Help\n",
    )
    assert not found.codebook.variables


def test_nothing_to_go_by_gives_a_measure_only() -> None:
    found = draft([("a", reading_of(b"Dear Sir, please wait.", "a.txt"))])
    assert not found.codebook.variables and len(found.codebook.measures) == 1
