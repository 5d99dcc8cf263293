"""The letter, its checks, and the ways out that need no mailbox."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.errors import SurveyFileError
from foidesk.law import law
from foidesk.law.clock import days_off
from foidesk.mail import Sender
from foidesk.mail.checks import Earlier, read_as_officer, similar
from foidesk.mail.letter import fill, read_letter
from foidesk.mail.outgoing import Outgoing, as_message, merge_sheet, plus, reference, whatdotheyknow_link
from foidesk.model import Question

FOIA = law("uk-foia-2000")
WRITER = Sender("Ada Example", "1 Example Street", "desk@paper.example")
GOOD = """# Library fines

1. How many fines were issued from 1 January 2020 to 31 December 2022?
2. How many of those fines were cancelled?

A spreadsheet would be best, for example: month, fines, cancelled. If the cost limit is reached please narrow it.
"""


def codes(text: str, sender: Sender = WRITER, questions: tuple[Question, ...] = ()) -> set[str]:
    return {one.code for one in read_as_officer(read_letter(text, "t"), sender, questions, FOIA)}


def test_a_good_letter_has_no_remark() -> None:
    assert codes(GOOD) == set()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("not-numbered", "# x\n\nHow many fines were there in 2020?"),
        ("no-period", "# x\n\n1. How many fines were there?"),
        ("which-year", "# x\n\n1. How many fines were there in each year from 2020 to 2022?"),
        ("undefined-term", "# x\n\n1. How many serious incidents were there from 1 May 2020 to 3 May 2020?"),
        ("over-broad", "# x\n\n1. Please send all emails about fines from 1 May 2020 to 3 May 2020."),
        ("dear-question", "# x\n\n1. How many fines in 2020?\n2. For each of them, describe what happened."),
        ("dear-question", "# x\n\n1. For each fine in 2020, describe what happened."),
        ("no-format", "# x\n\n1. How many fines in 2020?"),
    ],
)
def test_an_officer_would_ask_about(code: str, text: str) -> None:
    assert code in codes(text)


def test_a_defined_term_is_not_remarked_on() -> None:
    text = GOOD.replace("fines", "incidents") + '\nBy "incident" I mean an entry in the incident book.\n'
    assert "undefined-term" not in codes(text)


@pytest.mark.parametrize(
    "defined",
    [
        '"Library incident" means an entry in the incident book.',
        "By “serious library incident” I mean an entry in the incident book.",
        "'Incidents' are entries in the incident book.",
    ],
)
def test_a_term_may_be_defined_as_part_of_a_longer_one(defined: str) -> None:
    assert "undefined-term" not in codes(GOOD.replace("fines", "incidents") + f"\n{defined}\n")


@pytest.mark.parametrize(
    "said",
    [
        '"Library incident" is a phrase.'.replace(" is a phrase", ""),
        'Mr "Quick" means business about an incident.',
    ],
)
def test_a_term_that_only_stands_near_a_definition_is_not_defined(said: str) -> None:
    assert "undefined-term" in codes(GOOD.replace("fines", "incidents") + f"\n{said}\n")


def test_a_table_in_the_letter_is_an_example_row_and_a_dash_is_none() -> None:
    bare = GOOD.replace("for example: month, fines, cancelled", "please")
    assert "no-example" in codes(bare) and "no-example" in codes(bare + "\n- one point\n")
    assert "no-example" not in codes(bare + "\n| month | fines |\n| --- | --- |\n| May 2020 | 4 |\n")


def test_the_applicant_has_a_name_and_an_address() -> None:
    assert codes(GOOD, Sender("Ada", "", "")) == {"no-real-name", "no-address"}


def test_a_question_that_nothing_answers_is_named() -> None:
    asked = (Question("q1", "x", variables=("fines",)), Question("q2", "y"))
    assert codes(GOOD, WRITER, asked) == {"no-variable"}


def test_a_similar_letter_within_sixty_working_days_is_remarked_on() -> None:
    earlier = [Earlier("alphaton", date(2026, 1, 5), ("How many fines were issued?",))]
    letter, off = read_letter(GOOD, "t"), days_off(FOIA, 2025, 2027)
    assert [one.code for one in similar("alphaton", letter, earlier, date(2026, 3, 1), off)] == ["similar-request"]
    assert list(similar("alphaton", letter, earlier, date(2026, 6, 1), off)) == []
    assert list(similar("betaton", letter, earlier, date(2026, 3, 1), off)) == []


def test_an_unknown_field_names_the_nearest() -> None:
    with pytest.raises(SurveyFileError, match=r"bodi\.name") as caught:
        fill("Dear {{ bodi.name }}", {"body.name": "x"})
    assert "body.name" in caught.value.next


def outgoing(body: str, text: str = "Dear all") -> Outgoing:
    return Outgoing(
        body, "Alphaton", "foi@alphaton.example", "Fines", text, "request", 1, reference("fines", body),
        f"<fines.{body}.request.1@paper.example>", plus("desk@paper.example", "fines", body),
    )  # fmt: skip


def test_a_draft_opens_ready_to_send_and_brings_the_answer_back() -> None:
    mail = message_from_bytes(bytes(as_message(outgoing("alphaton"), WRITER, None, unsent=True)), policy=default)
    assert (mail["X-Unsent"], mail["Reply-To"]) == ("1", "desk+fines.alphaton@paper.example")
    assert mail["Subject"] == "Fines [fines/alphaton]"
    assert mail["Message-ID"] == "<fines.alphaton.request.1@paper.example>"
    sent = as_message(outgoing("alphaton"), WRITER, datetime(2026, 3, 2, tzinfo=UTC))
    assert sent["Date"] == "Mon, 02 Mar 2026 00:00:00 +0000"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="*_"), min_size=1, max_size=200))
def test_any_text_comes_back_from_a_mail_and_from_a_link(text: str) -> None:
    mail = message_from_bytes(bytes(as_message(outgoing("a", f"Dear {text}"), WRITER, None)), policy=default)
    assert mail.get_content().strip() == f"Dear {text}".strip()
    link = urlsplit(whatdotheyknow_link(outgoing("a", f"Dear {text}"), "alphaton_council", "fines"))
    assert parse_qs(link.query)["body"] == [f"Dear {text}"]


def test_marks_of_stress_are_not_sent_and_lines_to_fill_in_are() -> None:
    mail = as_message(outgoing("a", "**How many** fines, by __year__? Name: ______ ** note **"), WRITER, None)
    assert mail.get_content().strip() == "How many fines, by year? Name: ______ ** note **"


def test_a_link_fills_the_form_in_and_tags_the_request() -> None:
    link = urlsplit(whatdotheyknow_link(outgoing("alphaton"), "alphaton_council", "fines"))
    assert link.path == "/new/alphaton_council"
    assert parse_qs(link.query)["tags"] == ["foidesk:fines foidesk_body:alphaton"]


def test_a_merge_sheet_runs_nothing_in_a_spreadsheet() -> None:
    rows = list(csv.reader(merge_sheet([outgoing("a", "=cmd()")]).splitlines()))
    assert rows[1][-1] == "'=cmd()"
