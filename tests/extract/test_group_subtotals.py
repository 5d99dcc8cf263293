"""Subtotals of branches that the survey does not know: each is of its branch, none of all, none of a kind."""

from __future__ import annotations

from dataclasses import replace

from foidesk.extract import extract
from foidesk.model import Category, Variable

from .rehearsal import CODEBOOK, context, extracted, lines, reading_of

HEAD = "Station,Outcome,Number of cases\n"


def said(text: str) -> list[str]:
    return lines(extracted(HEAD + text))["statements"]


def totals(text: str) -> list[str]:
    return sorted(one.split(" (")[0] for one in said(text) if "(total" in one)


def test_the_subtotal_of_a_branch_is_of_that_branch() -> None:
    text = "North,Resigned,5\n,Written warning,7\nNorth subtotal,,12\n"
    text += "South,Resigned,6\n,NFA,2\nSouth subtotal,,8\nTotal,,20\n"
    assert totals(text) == ["12 cases where ?station=“North”", "20 cases", "8 cases where ?station=“South”"]


def test_it_is_of_the_branch_where_a_kind_waits_to_be_coded() -> None:
    text = "North,Resigned,5\nNorth,Badger,7\nNorth subtotal,,12\n"
    text += "South,Resigned,6\nSouth,NFA,2\nSouth subtotal,,8\nTotal,,20\n"
    assert totals(text) == ["12 cases where ?station=“North”", "20 cases", "8 cases where ?station=“South”"]


def test_a_subtotal_of_a_part_of_the_branch_is_not_of_the_branch() -> None:
    text = "North,Resigned,5\nNorth,Written warning,7\nSubtotal,,12\n"
    text += "North,NFA,4\nSouth,Resigned,6\nSubtotal,,10\nTotal,,22\n"
    assert "12 cases where ?station=“North”" not in totals(text)


def test_a_subtotal_that_does_not_add_up_is_not_restricted() -> None:
    text = "North,Resigned,5\nNorth,Badger,7\nNorth subtotal,,13\n"
    text += "South,Resigned,6\nSouth,NFA,2\nSouth subtotal,,8\nTotal,,20\n"
    assert "13 cases where ?station=“North”" not in totals(text)


def test_a_subtotal_of_the_only_branch_is_the_whole() -> None:
    text = "North,Resigned,5\nNorth,Written warning,7\nSubtotal,,12\nTotal,,12\n"
    assert "12 cases where ?station=“North”" not in totals(text)


def test_all_other_among_branches_is_no_kind() -> None:
    text = "Police,Laptop,5\nPolice,Phone,7\nAll other,Laptop,6\nAll other,Phone,2\nTotal,,20\n"
    kinds = Variable(
        "outcome", "Outcome", "4", ("outcome",),
        categories=(Category("laptop", "Laptop"), Category("phone", "Phone"), Category("other", "Other")),
    )  # fmt: skip
    mine = replace(context("reply.csv"), codebook=replace(CODEBOOK, variables=(kinds,)))
    found = lines(extract(reading_of((HEAD + text).encode(), "reply.csv"), mine))
    assert (
        "6 cases where ?station=“All other”, outcome=laptop (cell, foots-to-printed-total)" in found["statements"]
    )
