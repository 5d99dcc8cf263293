"""Automatic numbers of lists: they tie answers to questions, and count nothing themselves."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines


def items(*said: str, kind: str = "ol") -> str:
    return f"<{kind}>" + "".join(f"<li>{one}</li>" for one in said) + f"</{kind}>"


def told(text: str) -> list[str]:
    return list(lines(extracted(f"<html><body><p>Dear Sir</p>{text}</body></html>", "reply.html"))["statements"])


def test_an_automatic_number_ties_an_answer_to_its_question() -> None:
    letter = items("17 investigations.", "See question 1.", "Not recorded.", "Not recorded.", "£1,250")
    found = extracted(f"<html><body>{letter}</body></html>", "reply.html")
    assert any(line.startswith("1250 paid") for line in lines(found)["statements"])
    assert [seen.name for seen in found.account if seen.name == "automatic number"] == ["automatic number"] * 5
    assert not found.open_numbers()


@pytest.mark.parametrize(
    "said",
    [
        ("Dismissed 3", "Resigned 2", "Written warning 4", "No further action 1", "Retired 2"),
        ("2010: 3", "2011: 2", "2012: 4"),
    ],
)
def test_numbers_that_count_the_items_of_a_list_name_no_questions(said: tuple[str, ...]) -> None:
    head = "<p>Investigations:</p>"
    assert told(head + items(*said)) == told(head + items(*said, kind="ul")) != []


def test_an_automatic_number_before_a_row_is_no_part_of_its_label() -> None:
    rows = "<tr><td>Outcome<td>Cases</tr>" + "".join(
        f"<tr><td>{items(label)}</td><td>{count}</td></tr>" for label, count in (("Dismissed", 3), ("Resigned", 2))
    )
    assert told(f"<table>{rows}</table>") == told(f"<table>{rows}</table>".replace("ol>", "ul>")) != []
