"""A word with the stem of a harmless one, a kind finer than what is read, a list of another length."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from foidesk.claims.ask.harmless import FORMS, WORDS
from foidesk.claims.ask.stems import stem
from foidesk.survey import Survey

from .test_open_half import desk_of
from .test_reading import verdicts

EXAMPLE = Path(__file__).parents[2] / "examples/police-social-media"


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Ten invented councils, with 926 claims in 2021."""
    return desk_of("pothole-claims", tmp_path_factory.mktemp("roads"))


@pytest.fixture(scope="module")
def forces(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """The example: 76 of 828 cases ended with somebody gone, 25 of them by dismissal; 70 in no further action."""
    folder = tmp_path_factory.mktemp("forces") / "survey"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".foidesk", "site", "make"))
    found = Survey(folder)
    found.ingest()
    return found


def of_926(desk: Any, text: str) -> str:
    """The verdict on the 926."""
    return str(next(one.verdict for one in desk.check(text) if one.text == "926"))


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 the councils received 926 claims at stations.",
        "In 2021 the councils received 926 claims from stations.",
        "In 2021 the councils received 926 station claims.",
        "In 2021 the councils received 926 claims at sites.",
        "In 2021 the councils received 926 claims about land.",
        "In 2021 the councils received 926 claims upon completion.",
        "In 2021, 926 claims failed.",
        "In 2021 the councils saw 926 claims fail.",
        "In 2021, 926 claims passed.",
        "In 2021 the councils passed on 926 claims.",
        "In 2021, 926 claims were questioned.",
        "In 2021 the councils received 926 claims, with damage lasting.",
        "In 2021 the councils received 926 claims for apartments.",
    ],
)
def test_a_word_with_the_stem_of_a_harmless_one_is_asked_about(roads: Any, text: str) -> None:
    assert of_926(roads, text) == "needs a person"


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 the councils received 926 claims.",
        "In 2021 the councils saw 926 claims arriving.",
        "In 2021 the councils were receiving a staggering 926 claims.",
        "Numbers passed 900 in 2021, when the councils received 926 claims.",
        "Announcing the figures, the councils recorded 926 claims in 2021.",
    ],
)
def test_words_that_restrict_nothing_still_stop_nothing(roads: Any, text: str) -> None:
    assert of_926(roads, text) == "supported"


def test_every_further_form_is_one_of_a_listed_word() -> None:
    assert not [word for word in FORMS.split() if stem(word) not in WORDS]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("76 people left by way of dismissal alone.", "76"),
        ("76 people left by way of dismissal.", "76"),
        ("76 people left through resignation.", "76"),
        ("76 people left through resignation or retirement.", "76"),
        ("8.5 per cent of cases ended in no further action; 8.5 per cent were departures.", "8.5 per cent"),
        (
            "8.5 per cent of cases ended in no further action; 8.5 per cent ended in a departure.",
            "8.5 per cent",
        ),
    ],
)
def test_a_finer_kind_or_another_end_is_not_what_is_read(forces: Survey, text: str, figure: str) -> None:
    assert verdicts(forces, text)[figure] != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "76 people left by way of dismissal, resignation or retirement.",
        "76 people resigned, retired or were dismissed.",
    ],
)
def test_all_the_kinds_of_one_leave_nothing_out(forces: Survey, text: str) -> None:
    assert verdicts(forces, text)["76"] == "supported"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Four forces refused: Essex, Hampshire, Merseyside and Staffordshire.", "supported"),
        ("Nine forces refused: Essex, Hampshire, Merseyside and Staffordshire.", "contradicted"),
        ("Three forces refused: Essex, Hampshire, Merseyside and Staffordshire.", "contradicted"),
        ("Four forces refused: Essex, Hampshire and Staffordshire.", "contradicted"),
        ("Four forces refused: Essex, Hampshire, Merseyside and Kent.", "contradicted"),
    ],
)
def test_a_list_behind_a_colon_is_as_long_as_it_is_counted(forces: Survey, text: str, verdict: str) -> None:
    (listed,) = [found for words, found in verdicts(forces, text).items() if words.startswith("Essex")]
    assert listed == verdict
