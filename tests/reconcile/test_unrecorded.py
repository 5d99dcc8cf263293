"""A row "Not recorded" of a breakdown holds cases without an answer; the other categories stand as printed."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import NOT_STATED, Category, OneOf

from .build import Reply, definition, figure, run

WORDS = OneOf((), "Not recorded")


def test_its_cases_are_in_no_category_and_in_the_total() -> None:
    reply = Reply()
    reply.cell(5, outcome="warning")
    reply.cell(4, outcome="advice")
    reply.cell(3, outcome=WORDS)
    reply.total(12, "Table 1")
    result = run(reply)
    assert figure(result, outcome="warning") == (5, 5)
    assert figure(result, outcome=NOT_STATED) == (3, 3)
    assert figure(result) == (12, 12)


def test_without_a_printed_total_they_are_counted_too() -> None:
    reply = Reply()
    reply.cell(5, outcome="warning")
    reply.cell(3, outcome=WORDS)
    assert figure(run(reply), outcome="warning") == (5, 5)
    assert figure(run(reply)) != (5, 5)


def test_with_a_category_for_what_is_not_known_it_stays_open() -> None:
    survey = definition()
    book = survey.codebook
    outcome = book.variable("outcome")
    more = replace(outcome, categories=(*outcome.categories, Category("unknown", "Unknown")))
    others = tuple(more if one.id == "outcome" else one for one in book.variables)
    survey = replace(survey, codebook=replace(book, variables=others))
    reply = Reply()
    reply.cell(5, outcome="warning")
    reply.cell(3, outcome=WORDS)
    reply.total(8, "Table 1")
    assert figure(run(reply, survey=survey), outcome="unknown") == (0, 3)
