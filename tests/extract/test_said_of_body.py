"""Questions about the body itself: yes or no, or a name, in words; one body is one case."""

from __future__ import annotations

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Extraction, Measure, OneOf, Question, Variable

from .rehearsal import reading_of

LOG = Variable(
    "log", "Public list", "2",
    categories=(
        Category("yes", "published"), Category("no", "not published", synonyms=("no",)),
        Category("planned", "planned", synonyms=("in the pipeline", "planning to")),
    ),
)  # fmt: skip
TOOL = Variable(
    "tool", "Software", "3",
    categories=(
        Category("no", "none", synonyms=("no",)), Category("sheet", "spreadsheet", synonyms=("Excel",)),
        Category("case", "Caseworker"),
    ),
)  # fmt: skip
LOGS = Measure("logs", "Councils", "councils", each=True)
TOOLS = Measure("tools", "Councils by software", "councils by software", each=True)
QUESTIONS = (
    Question("2", "Do you publish a list of the requests that you receive?", ("logs",), ("log",)),
    Question("3", "Which software do you use to deal with them, if any?", ("tools",), ("tool",)),
)


def answers(log: str, tool: str = "No") -> Extraction:
    text = f"Dear requester\n\n2. {QUESTIONS[0].text}\n\n{log}\n\n3. {QUESTIONS[1].text}\n\n{tool}\n"
    book = Codebook(1, (LOG, TOOL), (LOGS, TOOLS))
    told = Context(book, QUESTIONS, None, "uk-foia-2000", "b", ("Sampleham",), "d", "a.txt")
    return extract(reading_of(text.encode(), "reply.txt"), told)


def said(found: Extraction, measure: str) -> tuple[tuple[str, ...], bool]:
    """The categories of the answer, and whether a rule accepts it."""
    (one,) = [o for o in found.observations if o.measure == measure]
    (where,) = one.where.values()
    assert isinstance(where, OneOf) and one.role == "case row"
    return where.categories, bool(one.accepted_by)


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("Yes", "yes"), ("Yes, once a year.", "yes"), ("No", "no"), ("Not currently.", "no"),
        ("We do not publish such a list.", "no"), ("No such list is published.", "no"),
    ],
)  # fmt: skip
def test_yes_and_no_in_words(words: str, category: str) -> None:
    assert said(answers(words), "logs") == ((category,), True)


@pytest.mark.parametrize("words", ["https://list.example/foi", "Please see www.list.example/foi"])
def test_an_address_alone_says_that_it_is_published(words: str) -> None:
    assert said(answers(words), "logs") == (("yes",), True)
    assert said(answers("No", words), "tools") == ((), True)  # it names no software


@pytest.mark.parametrize("words", ["No, but a list is in the pipeline.", "No, but some are on our website."])
def test_a_no_with_a_but_is_asked_about(words: str) -> None:
    found = answers(words)
    assert not said(found, "logs")[1] and found.choices


def test_words_that_say_neither_wait_to_be_coded() -> None:
    assert said(answers("Our requests: https://www.sampleham.example/list and elsewhere"), "logs")[0] == ()


@pytest.mark.parametrize(
    ("words", "category"),
    [("No", "no"), ("Caseworker", "case"), ("Yes, Caseworker.", "case"), ("No, just an Excel workbook.", "sheet")],
)
def test_the_one_name_of_an_answer(words: str, category: str) -> None:
    assert said(answers("Yes", words), "tools")[0] == (category,)


def test_two_names_are_one_of_the_two_and_asked_about() -> None:
    assert said(answers("Yes", "Excel and Caseworker"), "tools") == (("case", "sheet"), False)
