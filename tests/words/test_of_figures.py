"""What a sentence makes of the figures of a reply; the survey counts complaints."""

from __future__ import annotations

import pytest

from foidesk.words.of_figures import ALTERS, of_figures

NOUNS = ("complaint", "complaints", "complaints about noise")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("These are cumulative totals.", "running totals"),
        ("The figures are cumulative.", "running totals"),
        ("All figures are in thousands.", "another scale"),
        ("Figures are in hundreds.", "another scale"),
        ("The numbers are percentages.", "no counts"),
        ("These are rates per 1,000 residents.", "no counts"),
        ("These are the number of people who complained.", "counts of something else"),
        ("The figures represent the number of letters sent.", "counts of something else"),
        ("Each person was counted once.", "counts of something else"),
        ("Years are financial years.", "other years"),
        ("Our years run from April to March.", "other years"),
        ("Each year runs from 1 April to 31 March.", "other years"),
        ("The figures are for financial years.", "other years"),
        ("Figures are for the year ending 31 March.", "other years"),
        ("Rows in red are not complaints about noise", "told by their look"),
        ("Shaded rows are duplicates", "told by their look"),
        ("Cells highlighted in yellow were entered late.", "told by their look"),
        ("Yellow = reopened", "told by their look"),
        ("Entries that are struck through were withdrawn.", "told by their look"),
    ],
)
def test_what_alters_figures(text: str, kind: str) -> None:
    assert of_figures(text, NOUNS) == kind
    assert kind in ALTERS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("These figures are estimates.", "estimated"),
        ("Figures are based on a sample of one in ten.", "estimated"),
        ("These figures include complaints about dogs.", "includes others"),
        ("The above includes enquiries as well as complaints.", "includes others"),
        ("Anonymous complaints are not included.", "leaves some out"),
        ("Only complaints escalated to stage 2 are recorded.", "leaves some out"),
        ("We only record formal complaints.", "leaves some out"),
        ("Each complaint may be recorded under more than one category.", "several kinds"),
        ("Figures in red are estimates", "estimated"),
        ("Cells in italics are provisional.", "estimated"),
    ],
)
def test_what_is_told_with_figures(text: str, kind: str) -> None:
    assert of_figures(text, NOUNS) == kind
    assert kind not in ALTERS


@pytest.mark.parametrize(
    "text",
    [
        "We received 12 complaints.",
        "The figures are attached.",
        "These are the number of complaints received.",
        "The figures include all complaints received.",
        "The data was extracted on 3 April 2023.",
        "The year runs from January to December.",
        "You may make more than one request.",
        "If you are unhappy with this answer you may ask for a review.",
        "The information is held in our complaints system.",
        "The figures relate to the calendar years asked about.",
        "Safety reports are prepared by fiscal year, which begins on July 1.",
        "The number of complaints withdrawn is not recorded.",
        "Totals are shown in bold.",
        "Rows shaded grey are subtotals.",
        "Column headings in blue are links.",
        "Complaints about the red bins are attached.",
        "The numbers for Bold Street and Green Lane are attached.",
    ],
)
def test_what_says_nothing_of_figures(text: str) -> None:
    assert of_figures(text, NOUNS) == ""
