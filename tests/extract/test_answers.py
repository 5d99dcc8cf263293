"""What a person answers: the statements follow, and the question stays so that the judgement can attach again."""

from __future__ import annotations

from foidesk.extract import extract
from foidesk.model import Choice, Extraction, Missing

from .rehearsal import context, extracted, lines

SPARSE = "Outcome,2012,2013\nDismissed,3,-\nResigned,2,1\n"
PEOPLE = "17 officers and four members of staff were investigated.\n"


def only(found: Extraction) -> Choice:
    (choice,) = found.choices
    return choice


def test_a_dash_that_means_zero() -> None:
    choice = only(extracted(SPARSE))
    found = extracted(SPARSE, answers={choice.id: "zero"})
    assert "0 cases where outcome=dismissed in 2013 (cell, a person, if zero)" in lines(found)["statements"]
    assert not any(isinstance(one.value, Missing) for one in found.observations)
    assert only(found).id == choice.id


def test_a_dash_that_means_nothing_was_said() -> None:
    choice = only(extracted(SPARSE))
    found = extracted(SPARSE, answers={choice.id: "not stated"})
    (missing,) = [one for one in found.observations if isinstance(one.value, Missing)]
    assert missing.accepted_by == "a person" and missing.value == Missing("not stated", words="-")


def test_a_sentence_confirmed_as_read() -> None:
    choice = only(extracted(PEOPLE, "reply.txt"))
    found = extracted(PEOPLE, "reply.txt", answers={choice.id: "as read"})
    assert {one.accepted_by for one in found.observations} == {"a person"}


def test_a_sentence_that_is_no_data_gives_no_statement_and_leaves_no_number_open() -> None:
    choice = only(extracted(PEOPLE, "reply.txt"))
    found = extracted(PEOPLE, "reply.txt", answers={choice.id: "not data"})
    assert not found.observations
    assert {(seen.status, seen.name) for seen in found.account} == {("ignored", "not data")}


def test_the_id_of_a_question_rests_on_evidence_alone() -> None:
    one, other = only(extracted(SPARSE)), only(extracted(SPARSE, covering="Please find attached our reply."))
    assert one.id == other.id and one.locators == other.locators


def test_options_name_the_statements_that_hold_under_them() -> None:
    found = extracted(SPARSE)
    for option in only(found).options:
        assert set(option.observations) == {o.id for o in found.observations if o.option == option.id}


def test_a_decided_phrase_is_a_category() -> None:
    text = "Outcome,Number of cases\nReflective practice,2\nDismissed,1\n"
    codings = {("outcome", "reflective practice"): ("advice",)}
    assert (
        "2 cases where outcome=advice (cell, single-typed-cell)"
        in lines(extracted(text, codings=codings))["statements"]
    )


def test_empty_input_gives_an_empty_extraction() -> None:
    from foidesk.model import Reading

    found = extract(Reading("0" * 64, "text/plain", "plain", 1), context())
    assert not found.observations and not found.account and found.kind == "not understood"
