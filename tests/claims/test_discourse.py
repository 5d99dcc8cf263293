"""What a sentence leaves out and the words before it fill; what is told of several at once; heads of lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.claims.ask.incident import Told
from foidesk.claims.ask.seen import CategorySeen
from foidesk.survey import Survey
from tests import small

from .test_reading import verdicts


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Complaints a year: Alphaton 20, 14 and 25, Betaford 9, 14 and 30."""
    folder: Path = small.write(tmp_path_factory.mktemp("discourse") / "survey")
    for old in (folder / "replies").glob("*.eml"):
        old.unlink()
    for body, row in (("alphaton", "2020,20\n2021,14\n2022,25\n"), ("betaford", "2020,9\n2021,14\n2022,30\n")):
        (folder / "replies" / body).mkdir(exist_ok=True)
        (folder / "replies" / body / "reply.csv").write_text(f"Year,Number of complaints\n{row}", encoding="utf-8")
    found = Survey(folder)
    found.ingest()
    return found


TOLD = [
    ("Alphaton had 25 complaints in 2022; two years earlier it was 20.", "20", "supported"),
    ("Alphaton had 25 complaints in 2022; two years earlier it was 14.", "14", "contradicted"),
    ("Alphaton had 25 complaints in 2022. The year before, the figure was 14.", "14", "supported"),
    ("Alphaton had 25 complaints in 2022. The year before, the figure was 20.", "20", "contradicted"),
    ("Alphaton and Betaford had 14 complaints each in 2021.", "14", "supported"),
    ("Alphaton and Betaford had 25 complaints each in 2022.", "25", "contradicted"),
    ("Complaints in 2022: Alphaton 25, Betaford 30.", "30", "supported"),
    ("Complaints in 2022: Alphaton 30, Betaford 25.", "30", "contradicted"),
    ("Complaints in 2022: 1. Betaford 30; 2. Alphaton 25.", "25", "supported"),
    ("Alphaton had 59 complaints, 14 of them in 2021.", "14", "supported"),
    ("Alphaton had 59 complaints, 14 of them in 2020.", "14", "contradicted"),
    ("Alphaton had 25 complaints in 2022, compared with 14 in 2021.", "25", "supported"),
    ("The forces had 55 complaints in 2022, because Betaford was busy.", "55", "needs a person"),
    ("Alphaton had 25 complaints in 2022, compared with 20 in 2021.", "20", "contradicted"),
]


@pytest.mark.parametrize(("text", "figure", "verdict"), TOLD)
def test_a_figure_takes_from_the_words_before_it_what_it_leaves_out(
    survey: Survey, text: str, figure: str, verdict: str
) -> None:
    assert verdicts(survey, text)[figure] == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Complaints rose at both forces that answered between 2020 and 2022.", ""),
        ("Complaints rose at every force that answered between 2020 and 2022.", "supported"),
        ("Complaints fell at every force that answered between 2020 and 2022.", "contradicted"),
        ("Complaints rose at every force that answered between 2020 and 2021.", "contradicted"),
    ],
)
def test_what_is_said_to_have_moved_everywhere_is_looked_at_body_by_body(
    survey: Survey, text: str, verdict: str
) -> None:
    found = {words: one for words, one in verdicts(survey, text).items() if words.startswith("every")}
    assert set(found.values()) == ({verdict} if verdict else set())


def test_one_thing_in_four_is_a_share_and_no_count(survey: Survey) -> None:
    assert "supported" not in verdicts(survey, "One complaint in four was made at Betaford.").values()


@pytest.mark.parametrize(
    ("text", "is_object"),
    [
        ("a clerk was warned for insulting a driver", True),
        ("a clerk was warned over a letter to a driver", True),
        ("a clerk was warned and so was a driver", False),
    ],
)
def test_somebody_to_whom_it_was_done_is_not_who_did_it(text: str, is_object: bool) -> None:
    at = {word: text.index(word) for word in ("clerk", "driver")}
    clerk, driver = (CategorySeen(at[word], at[word] + len(word), "role", (word,), word) for word in at)
    told = Told(0, len(text), text, (), (clerk, driver))
    assert not told.is_object(clerk)
    assert told.is_object(driver) is is_object
