"""A row that a page break may have cut is told wherever figures are: by `reconcile`, and on the site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from foidesk.survey import Survey

from ..readers.pages import Paper
from ..small import write

CUT = "a page break may have cut a row in two"


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """One borough's reply is a table over two pages; the last row of the first is words without a number."""
    folder = write(tmp_path_factory.mktemp("cut") / "survey")
    shutil.rmtree(folder / "replies" / "alphaton")
    (folder / "replies" / "alphaton").mkdir()
    paper = Paper()
    widths = [220, 160]
    head = ["Outcome", "Number of complaints"]
    paper.table(paper.letter(80), [head, ["Upheld", "5"], ["Not upheld on the ground", ""]], widths)
    below = paper.next_page().table(80, [["Rejected", "12"], ["Withdrawn", "3"]], widths)
    paper.letter(below + 40)
    (folder / "replies" / "alphaton" / "reply.pdf").write_bytes(paper.pdf())
    (folder / "story.md").write_text("# Fines anger readers\n", encoding="utf-8")
    opened = Survey(folder)
    opened.ingest()
    return opened


def test_reconcile_tells_it(survey: Survey) -> None:
    (issue,) = [one for one in survey.reconcile().issues if one.kind == "row-cut-by-page-break"]
    assert CUT in issue.what and issue.body == "alphaton"
    assert {place.place.describe() for place in issue.locators} == {"page 1", "page 2"}


def test_the_site_tells_it_under_the_open_issues_and_on_the_page_of_the_body(survey: Survey) -> None:
    survey.publish(draft=True)
    site = Path(survey.folder) / "site"
    for page in (site / "issues.html", *site.glob("bodies/alphaton*")):
        assert CUT in page.read_text(encoding="utf-8"), page.name
    assert list(site.glob("bodies/alphaton*"))
