"""Letters that are one thing and may be another as well: a person is asked. Each is a REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterSeen, LetterText, recognise

FOIA = law("uk-foia-2000")
QUESTIONS = ("How many buses does the council run?", "What did the buses cost in 2025?")
HELLO = "Thank you for your request under the Freedom of Information Act 2000. Our response is below."


def read(*blocks: str) -> LetterSeen:
    letter = LetterText("Your request about buses", "foi@b.example", False, blocks)
    return recognise(letter, FOIA, QUESTIONS)


@pytest.mark.parametrize(
    "block",
    [
        "I have passed questions 2 and 3 to the County Council, which will write to you itself.",
        "The invoices will be produced on a rolling basis, the first by 10 April.",
    ],
)
def test_a_reply_that_passes_on_or_leaves_open_a_part_is_asked_about(block: str) -> None:
    assert not read(HELLO, "1. 14 buses.", "2. £2,114,000.", block).sure


@pytest.mark.parametrize(
    "block",
    [
        "The contractor passed question papers to us.",
        "The team answered questions 1 and 2 from its log.",
        "Invoices are produced on a rolling basis by the depot.",
    ],
)
def test_a_reply_with_words_like_these_is_a_reply(block: str) -> None:
    assert read(HELLO, "1. 14 buses.", "2. £2,114,000.", block).sure


def test_a_reply_about_what_we_did_not_ask_is_asked_about() -> None:
    said = "Thank you for your request of 8 February about empty shops. In answer to it:"
    assert not read(said, "1. On 1 January 41 shops stood empty.", "2. Relief on them came to £207,450.").sure


def test_a_delay_without_a_day_is_asked_about() -> None:
    late = (
        "I don't yet have anything from the depot, so it's going to be later than it should be. I'll send it soon."
    )
    assert not read("Thanks for chasing.", late).sure
