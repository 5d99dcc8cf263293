"""Words by which a letter takes the place of an earlier one of the same body, and words that only sound so."""

from __future__ import annotations

import pytest

from foidesk.extract.letters.replaces import replaces


@pytest.mark.parametrize(
    "words",
    [
        "This replaces our e-mail of 22 September.",
        "It replaces our e-mail of 3 May: the figure for 2023-24 has been corrected from 71 to 78.",
        "Please disregard the figures in our e-mail of 28 September, which by mistake included some twice.",
        "Final response (replaces our interim reply of 30 January 2026)",
        "This response supersedes our letter of September 30.",
        "This response replaces our earlier one in full.",
        "Our previous response of 3 May 2026 is superseded by this letter.",
        "Please use only the attached table.",
        "Unsere Zwischennachricht vom 29. September ist überholt.",
        "Sie ersetzt die Tabelle vom 30. September.",
        "Bitte verwenden Sie nur die beigefügte Tabelle.",
    ],
)
def test_a_letter_says_that_it_replaces_an_earlier_one(words: str) -> None:
    assert replaces(words)


@pytest.mark.parametrize(
    "words",
    [
        "This will replace our letter once the figures are final.",
        "This does not replace our letter of 3 May.",
        "Please disregard the figures for 2023 in our letter.",
        "It replaces the figure for 2023 in our earlier letter.",
        "This replaces part of our response.",
        "The system replaced our old database.",
        "In 2022 the Council replaced 14 signs.",
        "Our response is not superseded.",
        "Diese Auskunft ersetzt nicht unseren Bescheid.",
    ],
)
def test_a_part_a_promise_and_a_denial_replace_nothing(words: str) -> None:
    assert not replaces(words)
