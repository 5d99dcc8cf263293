"""Letters that are two things at once: both are seen, or a person is asked; never one of them without a word."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, recognise
from foidesk.law.letters.kinds import together

QUESTIONS = (
    "How many swimming pools were closed for repair in 2025?",
    "What did the repairs cost?",
    "Please send the report of the engineer.",
)

TWO = {
    "a part and more time": (
        {"extended", "part reply"},
        """1. Four pools were closed for repair in 2025.

2. The repairs cost £88,200.

As to the report, we need more time to weigh the public interest under section 36. We expect to
reach a decision on it by 4 June and extend the time for that part of your request.""",
    ),
    "a part and a fee": (
        {"fee asked", "part reply"},
        """Part 1: nine pools. Part 2: £12,400 in all.

The engineer's report runs to 900 pages on paper. Copying it costs £90, and this is a fees notice
under section 9: once you have paid we shall send it.""",
    ),
    "a part and a question back": (
        {"clarification asked", "part reply"},
        """In answer to your first question, three pools were closed. The repairs came to £51,000. For the
third part we hold six reports by two engineers. Could you please tell us which of them you would
like? We cannot go on with that part until we hear from you.""",
    ),
    "receipt and more time": (
        {"acknowledged", "extended"},
        """Thank you for your request, which we received on 3 March and have logged under FOI 771. We will need
longer than 20 working days, since we have to consider the public interest test, and are extending
the deadline to 1 May.""",
    ),
    "receipt and passing it on": (
        {"acknowledged", "transferred"},
        """We acknowledge receipt of your request of 2 March. The pools are run by Harrow Vale Leisure Trust,
which is an authority of its own. We have transferred your request to it and it will answer you
direct.""",
    ),
}


def _letter(text: str) -> LetterText:
    paragraphs = (" ".join(one.split()) for one in text.split("\n\n"))
    blocks = ("Dear applicant", *paragraphs, "Yours sincerely", "REHEARSAL")
    return LetterText("Your request FOI 771", "foi@harrowvale.example", False, blocks)


@pytest.mark.parametrize("name", TWO)
def test_two_things_at_once_are_never_one(name: str) -> None:
    wanted, text = TWO[name]
    seen = recognise(_letter(text), law("uk-foia-2000"), QUESTIONS)
    assert not seen.sure or set(seen.names) == wanted


def test_both_of_two_things_are_offered() -> None:
    found = [
        {one.event for one in recognise(_letter(text), law("uk-foia-2000"), QUESTIONS).suggested} == wanted
        for wanted, text in TWO.values()
    ]
    assert sum(found) >= 3


def test_what_is_offered_rests_on_a_sentence_of_its_own() -> None:
    _, text = TWO["a part and a fee"]
    seen = recognise(_letter(text), law("uk-foia-2000"), QUESTIONS)
    words = {one.event: one.words for one in seen.suggested}
    assert all(words.values()) and len(set(words.values())) == len(words)


def test_a_set_of_kinds_is_as_likely_as_its_yeses_and_noes() -> None:
    shares = dict.fromkeys(("extended", "part reply", "final reply", "bounce", "acknowledged"), 0.01)
    both = together(shares | {"extended": 0.95, "part reply": 0.9})
    assert next(iter(both)) == ("extended", "part reply")
    assert both["extended", "part reply"] > 0.8
    doubtful = together(shares | {"extended": 0.95, "part reply": 0.5})
    assert next(iter(doubtful.values())) < 0.6
    assert sum(both.values()) == pytest.approx(1)


def test_an_answer_is_whole_or_in_part_and_a_bounce_is_nothing_else() -> None:
    sets = together(dict.fromkeys(("part reply", "final reply", "bounce", "extended"), 0.99))
    assert ("part reply", "final reply") not in sets
    assert not any("bounce" in some and len(some) > 1 for some in sets)
