"""Where the readings of a letter agree nobody is asked; where a ground stands beside an answer somebody is."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, QuestionSeen, recognise
from foidesk.law.letters.agreeing import agreed

ASKED = (
    "How many boats does the harbour own?",
    "What is paid to each mooring firm?",
    "Names of the ten heaviest users",
)


def outcomes(*blocks: str, act: str = "uk-foia-2000") -> list[QuestionSeen]:
    letter = LetterText("REHEARSAL FOI 31 - response", "foi@b.example", False, blocks)
    return list(recognise(letter, law(act), ASKED).outcomes)


@pytest.mark.parametrize(
    ("refusal", "number", "act"),
    [
        (
            "2 = commercially sensitive, s43. Rates differ; 4 firms would all ask for the highest.",
            2,
            "uk-foia-2000",
        ),
        ("3. Top 10 users: no can do. Customer data, section 7927.410.", 3, "us-ca-cpra"),
        ("2. There are 4 firms. What each of the 4 gets falls under section 43(2).", 2, "uk-foia-2000"),
    ],
)
def test_a_figure_beside_a_ground_to_refuse_is_never_an_answer_in_full_unasked(
    refusal: str, number: int, act: str
) -> None:
    one = outcomes("Dear Requester", "1. We own 14 boats.", refusal, act=act)[number - 1]
    assert not (one.sure and one.outcome in ("full", "nil"))


def test_a_ground_that_was_not_needed_raises_no_question() -> None:
    found = outcomes("Dear Requester", "1. We own 14 boats. We have not relied on section 43 here.")
    assert (found[0].outcome, found[0].sure) == ("full", True)


def test_readings_agree_only_without_another_statement_and_never_on_silence() -> None:
    shares = {"full": 0.96, "none": 0.02, "refused": 0.02}
    third = {"third: share full": 0.9, "third: share refused": 0.1}
    said = {"full": 0.9, "refused": 0.1}
    plain = QuestionSeen(1, "full", sure=False)
    assert agreed(plain, shares, said, third) == "full"
    assert agreed(QuestionSeen(1, "partial", kinds=("full", "refused")), shares, said, third) == ""
    assert agreed(QuestionSeen(1, "none", sure=False), shares, said, third) == ""
    assert agreed(plain, {"none": 0.97, "full": 0.03}, said, third) == ""
    assert agreed(plain, shares, {"full": 0.5, "refused": 0.5}, third) == ""
    assert agreed(QuestionSeen(1, "full", kinds=("full",)), {"full": 0.89, "none": 0.11}, said, third) == ""
