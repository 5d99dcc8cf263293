"""A body is recognised by clues that fit no other; a name inside another's name is none."""

from __future__ import annotations

import pytest

from foidesk.model import PublicBody
from foidesk.words.bodies import Clue, recognise, recognised

BODIES = (
    PublicBody(
        "northshire", "Northshire Police", ("Northshire Constabulary", "Northtown police"),
        email="foi@northshire.police.uk", website="https://www.northshire.police.uk",
    ),
    PublicBody("rehearsal-force-01", "Rehearsal Force 01"),
    PublicBody("rehearsal-force-11", "Rehearsal Force 11"),
    PublicBody("marsh", "Marsh Police"),
    PublicBody("west-marsh", "West Marsh Police"),
    PublicBody("exampleton-council", "Exampleton Borough Council", email="foi@exampleton.gov.uk"),
    PublicBody("exampleton-university", "University of Exampleton", email="foi@exampleton.ac.uk"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text", "body"),
    [
        ("sender", "foi@northshire.police.uk", "northshire"),
        ("sender", "Disclosure <foi@northshire.pnn.police.uk>", "northshire"),
        ("sender", "x@exampleton.ac.uk", "exampleton-university"),
        ("letterhead", "NORTHSHIRE CONSTABULARY", "northshire"),
        ("letterhead", "West Marsh Police, Headquarters", "west-marsh"),
        ("letterhead", "Marsh Police", "marsh"),
        ("letterhead", "University of Exampleton", "exampleton-university"),
        ("folder", "Rehearsal Force 11", "rehearsal-force-11"),
        ("folder", "rehearsal-force-01", "rehearsal-force-01"),
        ("folder", "northshire", "northshire"),
        ("file", "RehearsalForce1_reply.pdf", "rehearsal-force-01"),
        ("file", "foi-northshire-police-2014.xlsx", "northshire"),
        ("file", "NorthshirePolice_reply-2.pdf", "northshire"),
    ],
)
def test_one_body_fits(kind: str, text: str, body: str) -> None:
    found = recognised([Clue(kind, text)], BODIES)
    assert found is not None
    assert found.body == body
    assert found.evidence == (Clue(kind, text),)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("letterhead", "East Marsh Police"),
        ("letterhead", "Marsh and Fen Police"),
        ("letterhead", "Exampleton Hospital NHS Trust"),
        ("file", "exampleton.pdf"),
        ("folder", "Rehearsal Force"),
        ("folder", "Rehearsal Force 111"),
        ("folder", "replies"),
        ("text", "Northtown police"),
        ("sender", "someone@example.com"),
        ("file", ""),
    ],
)
def test_no_body_or_two(kind: str, text: str) -> None:
    assert recognised([Clue(kind, text)], BODIES) is None


def test_clues_add_up() -> None:
    clues = [Clue("text", "Northtown police"), Clue("subject", "Northshire Police FOI 12")]
    found = recognised(clues, BODIES)
    assert found is not None
    assert (found.body, len(found.evidence)) == ("northshire", 2)


def test_clues_that_disagree_decide_nothing() -> None:
    clues = [Clue("folder", "Rehearsal Force 01"), Clue("letterhead", "Rehearsal Force 11")]
    assert recognised(clues, BODIES) is None
    assert {match.body for match in recognise(clues, BODIES)} == {"rehearsal-force-01", "rehearsal-force-11"}


@pytest.mark.parametrize("folder", ["Übungsfelde", "Uebungsfelde", "U\u0308bungsfelde", "stadt-uebungsfelde"])
def test_a_german_town_is_known_without_its_office_and_without_umlauts(folder: str) -> None:
    towns = (PublicBody("t1", "Stadt Übungsfelde"), PublicBody("t2", "Gemeinde Feldübung"))
    found = recognised([Clue("folder", folder)], towns)
    assert found is not None and found.body == "t1"
