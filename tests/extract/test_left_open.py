"""Numbers that nothing reads beside a breakdown: no kind stands at nought, or for exact, until one has decided."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, statement


def statements(text: str) -> list[str]:
    return sorted(map(statement, extracted(f"REHEARSAL\n\n{text}\n", "reply.txt").observations))


def questions(text: str) -> list[str]:
    return [one.question for one in extracted(f"REHEARSAL\n\n{text}\n", "reply.txt").choices]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("Six were dismissed, two resigned and 4 that fell under long leave.", "4", "that fell under long leave"),
        ("Six were dismissed, five under an early exit scheme.", "five", "under an early exit scheme"),
    ],
)
def test_a_number_beside_kinds_is_asked_about_in_its_own_words(text: str, number: str, words: str) -> None:
    found = extracted(f"REHEARSAL\n\n{text}\n", "reply.txt")
    held = [statement(one) for one in found.observations]
    assert any(words in one and "open" in one for one in held), held
    assert not any(one.text == number for one in found.open_numbers())


def test_a_line_with_two_numbers_in_a_list_is_asked_about() -> None:
    text = "Outcomes:\n- 6 dismissed\n- 2 resigned\n- 5 (in 3 towns) long leave\n- 1 retired"
    assert any("Which of these numbers count cases of a kind of their own?" in one for one in questions(text))


def test_a_breakdown_that_adds_up_has_no_room_for_one_more_kind() -> None:
    text = "There were 8 cases. Six were dismissed and two resigned after 14 meetings."
    assert not any("of their own" in one for one in questions(text))


def test_the_sum_of_the_kinds_of_its_sentence_is_no_kind() -> None:
    text = "In all there were 8 of them in the years; 6 were dismissed and 2 resigned."
    assert not any("of their own" in one for one in questions(text))


def test_a_part_of_a_kind_is_no_kind_of_its_own() -> None:
    text = "Six were dismissed, of whom 2 in Northwick, and two resigned."
    assert not any("of their own" in one for one in questions(text))


def test_a_number_that_fills_the_total_is_of_the_breakdown_whatever_else_its_sentence_names() -> None:
    text = "There were 12 cases. Of these, six were dismissed, two resigned and 4 under an early exit scheme."
    assert any(one.startswith("4 cases where outcome=“") for one in statements(text))
