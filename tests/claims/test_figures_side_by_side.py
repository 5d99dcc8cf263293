"""Several figures in a sentence: which words belong to which, and what a bare number takes over."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.survey import Survey
from tests import small

from .test_reading import verdicts


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Complaints a year: Alphaton 20, 14 and 25, Betaford 9, 14 and 30."""
    folder: Path = small.write(tmp_path_factory.mktemp("beside") / "survey")
    for old in (folder / "replies").glob("*.eml"):
        old.unlink()
    for body, row in (("alphaton", "2020,20\n2021,14\n2022,25\n"), ("betaford", "2020,9\n2021,14\n2022,30\n")):
        (folder / "replies" / body).mkdir(exist_ok=True)
        (folder / "replies" / body / "reply.csv").write_text(f"Year,Number of complaints\n{row}", encoding="utf-8")
    found = Survey(folder)
    found.ingest()
    return found


READ = [
    # a pair behind a comparison is told in the order of those compared
    ("Betaford had more complaints than Alphaton in 2022: 30 to 25.", "30", "supported"),
    ("Betaford had more complaints than Alphaton in 2022: 30 to 25.", "25", "supported"),
    ("Alphaton had more complaints than Betaford in 2020, 9 against 20.", "9", "contradicted"),
    ("Alphaton had fewer complaints than Betaford in 2022: 30 to 25.", "25", "contradicted"),
    ("Alphaton had fewer complaints than Betaford in 2022: 20 against 30.", "20", "contradicted"),
    # so in the order of two years; and words that say the opposite of the numbers are wrong
    ("Alphaton had fewer complaints in 2021 than in 2020 – 14 against 20.", "14", "supported"),
    ("Alphaton had fewer complaints in 2021 than in 2020 – 14 against 20.", "20", "supported"),
    ("Alphaton had more complaints in 2021 than in 2020 – 14 against 20.", "14", "contradicted"),
    ("Complaints at Alphaton fell from 14 in 2021 to 25 a year later.", "25", "contradicted"),
    ("Complaints at Alphaton rose from 14 in 2021 to 25 a year later.", "14", "supported"),
    ("Complaints at Alphaton rose from 14 in 2021 to 25 a year later.", "25", "supported"),
    ("Complaints at Alphaton fell from 20 in 2020 to 14 two years later.", "14", "contradicted"),
    # over the time told before
    (
        "Alphaton had 25 complaints in 2022, up from 14 in 2021; over that time Betaford rose from nine to 30.",
        "nine",
        "contradicted",
    ),
    (
        "Alphaton had 25 complaints in 2022, up from 20 in 2020; over that time Betaford rose from nine to 30.",
        "nine",
        "supported",
    ),
    ("Complaints at Alphaton fell from 20 in 2020 to 14 in 2021 before rising to 25.", "25", "supported"),
    ("Complaints at Alphaton fell from 20 in 2020 to 14 in 2021 before rising to 26.", "26", "contradicted"),
    ("Complaints at Betaford rose from 9 in 2020 to 14 in 2021 before rising to 30 in 2022.", "30", "supported"),
    ("Alphaton's worst year was 2022. That year 25 complaints came in.", "25", "supported"),
    ("Alphaton's worst year was 2022. That year 14 complaints came in.", "14", "contradicted"),
    # the change between the two figures told before it
    (
        "Complaints at Alphaton rose from 20 in 2020 to 25 in 2022, an increase of 25 per cent.",
        "25 per cent",
        "supported",
    ),
    (
        "Complaints at Alphaton rose from 20 in 2020 to 25 in 2022, a fall of 25 per cent.",
        "25 per cent",
        "contradicted",
    ),
    # a single year is the latest, if no year at all has so many it is none
    ("Alphaton had 25 complaints in a single year.", "25", "supported"),
    ("Alphaton had 20 complaints in a single year.", "20", "needs a person"),
    ("Alphaton had 59 complaints in a single year.", "59", "contradicted"),
    ("Alphaton: 25. Betaford: 31 complaints.", "25", "needs a person"),
    # a place of the whole time beside a figure of one year
    (
        "Of the two that answered, Alphaton was top with 25, ahead of Betaford in second with 30.",
        "second",
        "needs a person",
    ),
    # bodies counted by a limit are no group
    ("At two forces the number was below ten.", "two", "needs a person"),
    # a difference from the year before
    ("Alphaton had 25 complaints in 2022, 11 more than the year before.", "11", "supported"),
    ("Alphaton had 25 complaints in 2022, 11 fewer than the year before.", "11", "contradicted"),
    ("Alphaton had 25 complaints in 2022, five more than in 2020.", "five", "supported"),
    ("Alphaton had 25 complaints in 2022, five more than in 2021.", "five", "contradicted"),
    ("Alphaton had 25 violent complaints in 2022, 11 more than the year before.", "11", "needs a person"),
    # the words of another figure, and of a clause of its own, restrict no figure
    ("Alphaton had 25 complaints in 2022, 11 more than the year before.", "25", "supported"),
    ("Alphaton had 25 complaints in 2022, and the mayor promised a new bridge.", "25", "supported"),
    ("It is easy to laugh, but Alphaton had 25 complaints in 2022.", "25", "supported"),
    ("Alphaton had 25 complaints in 2022, since some clerks came to blows.", "25", "supported"),
    ("Alphaton had 25 complaints in 2022, since dogs were left out.", "25", "needs a person"),
    # what may be said of both does
    ("Alphaton had 14 complaints in 2021 and 25 in 2022 about dogs.", "14", "needs a person"),
    ("Alphaton had 14 complaints in 2021 and 25 in 2022, all about dogs.", "14", "needs a person"),
    ("Alphaton had 14 complaints in 2021, and 25 in 2022, at weekends.", "14", "needs a person"),
    ("Alphaton had 25 complaints in 2022, and the total leaves out dogs.", "25", "needs a person"),
    ("Alphaton had 25 complaints in 2022, but the figure covers dogs.", "25", "supported"),
    ("Alphaton had nearly 30 complaints in 2022.", "nearly 30", "contradicted"),
    ("The forces had nearly 60 complaints in 2022.", "nearly 60", "supported"),
]


@pytest.mark.parametrize(("text", "figure", "verdict"), READ)
def test_each_figure_is_read_with_its_own_words(survey: Survey, text: str, figure: str, verdict: str) -> None:
    assert verdicts(survey, text)[figure] == verdict
