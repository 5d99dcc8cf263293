"""Sentences beside a complete table that tell of no case open no figure; those that may tell of one still do."""

from __future__ import annotations

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Extraction, Measure, Question, Variable

from .rehearsal import WINDOW, reading_of

ROLE = Variable(
    "role", "Role", "1", ("role",),
    categories=(Category("guard", "Lifeguard", synonyms=("lifeguards",)), Category("clerk", "Clerk")),
)  # fmt: skip
OUTCOME = Variable(
    "outcome", "Outcome", "1", ("outcome",),
    categories=(
        Category("dismissed", "Dismissed"), Category("suspended", "Suspended", synonyms=("suspension",)),
        Category("resigned", "Resigned", synonyms=("resign",)), Category("no", "no", synonyms=("No",)),
    ),
)  # fmt: skip
CASES = Measure("cases", "Cases", "cases", "count", ("case", "cases", "notice", "notices"))
BOOK = Codebook(1, (ROLE, OUTCOME), (CASES,))
ASKED = Question("1", "How many cases were there, by role and outcome?", ("cases",), ("role", "outcome"))


def letter(sentence: str) -> Extraction:
    context = Context(BOOK, (ASKED,), WINDOW, "uk-foia-2000", "x", ("Pooldale Council",), "d", "a")
    return extract(
        reading_of(f"Dear Requester,\n\n{sentence}\n\nYours faithfully\n".encode(), "reply.txt"), context
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "We would rather close ten fair cases than uphold one that is unfair.",
        "We have one car park, one barrier and one very patient lifeguard.",
        "We have one pool, and one good lifeguard is worth more to us than any rule book.",
        "The council runs two pools and a depot.",
        "We make no apology for these cases.",
        "Nobody should have to be a lifeguard on a Sunday, and notices say so.",
        "REHEARSAL - invented for a test; no such body exists.",
        "Suspension is a neutral act, and nothing has been proved.",
        "The notices, dismissals and suspensions are in the tables attached.",
        "Lifeguards often resign in spring.",
        "We are sorry that so many lifeguards have had to resign.",
    ],
)
def test_what_tells_of_no_case_is_no_statement_and_no_question(sentence: str) -> None:
    found = letter(sentence)
    assert not found.observations
    assert not found.choices


@pytest.mark.parametrize(
    "sentence",
    [
        "In addition ten cases were closed by hand and are not in the table.",
        "Ten notices were cancelled.", "We dismissed one lifeguard.", "We had one case.",
        "We have one suspended lifeguard.",
        "We have two cases and one pool.", "We have two lifeguards and one pool.",
        "We have one pool, and one lifeguard was dismissed.", "We have one pool whose lifeguard was dismissed.",
        "A lifeguard was dismissed; the others are in the tables attached.",
        "A lifeguard is suspended and the rest are in the tables attached.",
        "Suspension is a neutral act, and the lifeguard was later dismissed.",
        "Suspension is a neutral act; the clerk resigned.",
        "We are sorry that a lifeguard was dismissed.", "Lifeguards often resigned.",
        "We would rather say that ten cases were closed than none.", "No lifeguard was dismissed.",
        "We make no apology: one lifeguard was dismissed.",
    ],
)  # fmt: skip
def test_what_may_tell_of_a_case_is_read_or_asked_about(sentence: str) -> None:
    found = letter(sentence)
    assert found.observations or found.choices


@pytest.mark.parametrize(
    "sentence",
    [
        "Dismissals and suspensions are reported together because the figures are small.",
        "Note 2: 'Resigned' includes lifeguards whose notices came later.",
        "The notices are kept on paper, together with all letters about lifeguards.",
        "An empty cell means that nobody was dismissed.",
        "NFA = no further action",
    ],
)
def test_how_a_reply_is_made_is_not_asked_about(sentence: str) -> None:
    assert not letter(sentence).choices


@pytest.mark.parametrize(
    "sentence",
    [
        "A lifeguard was dismissed and both are reported together because of that.",
        "Suspensions are reported together because a lifeguard was dismissed.",
        "The notices are kept on paper by the clerk dismissed in spring.",
        "The records are kept on paper; a lifeguard was dismissed.",
        "The clerk resigned and 'Resigned' includes the lifeguard.",
    ],
)
def test_what_is_told_beside_how_a_reply_is_made_is_asked_about(sentence: str) -> None:
    assert letter(sentence).choices
