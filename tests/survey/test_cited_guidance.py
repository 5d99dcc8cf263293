"""What guidance the replies cite: on the command line, in SQL and on the pages, and no row that is kept back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from foidesk.cli import main
from foidesk.errors import SurveyFileError
from foidesk.survey import Survey

from .. import small

GUIDELINES = """
[[guideline]]
id = "code"
title = "Code for Library Desks"
issuer = "Exampleshire Libraries"
cited_as = ["the Desk Code"]
source = "invented"

[[guideline.clause]]
id = "code.kindness"
text = "Be kind about fines."
cited_as = ["section 4"]

[[guideline.clause]]
id = "code.change"
text = "Give the right change."
cited_as = ["section 5"]
"""
ROWS = "Case,Outcome,Section of the Desk Code\n1,Upheld,section 4\n2,Upheld,section 4\n3,Not upheld,section 5\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = small.write(tmp_path / "fines")
    (folder / "guidelines.toml").write_text(GUIDELINES)
    (folder / "replies" / "alphaton" / "reply.csv").write_text(ROWS)
    text = (
        "Dear requester,\n\nREHEARSAL. There were 17 complaints. Two were upheld, as section 4 of the "
        "Desk Code had not been followed.\n\nYours,\nThe FOI team\n"
    )
    small.mail("betaford", text, folder / "replies")
    Survey(folder).ingest()
    return folder


def command(folder: Path, *words: str) -> str:
    done = CliRunner().invoke(main, ["-C", str(folder), *words])
    assert done.exit_code in (0, 1), done.output
    return done.output


def test_extract_and_sql_list_what_the_replies_cite(folder: Path) -> None:
    assert "4 place(s) name guidance" in command(folder, "extract")
    rows = json.loads(command(folder, "extract", "--json"))["deliveries"]
    (mail,) = [one for row in rows if row["body"] == "betaford" for one in row["citations"]]
    assert (mail["clause"], mail["quote"]) == ("code.kindness", "section 4 of the Desk Code")
    sql = "select body, clause, count(*) n from citations group by body, clause order by body, clause"
    answer = json.loads(command(folder, "compute", "--sql", sql, "--json"))
    assert sorted(tuple(row.values()) for row in answer) == [
        ("alphaton", "code.change", 1), ("alphaton", "code.kindness", 2), ("betaford", "code.kindness", 1),
    ]  # fmt: skip


def test_the_page_of_a_clause_names_the_replies_and_keeps_rows_back(folder: Path) -> None:
    site = Survey(folder).publish(draft=True).site
    (page,) = (
        page
        for page in map(html.parse, site.glob("clauses/*.html"))
        if page.xpath("//h1[.='Be kind about fines.']")
    )
    (cited,) = page.xpath("//section[@aria-labelledby='cited']")
    lines = [" ".join(item.text_content().split()) for item in cited.xpath(".//li")]
    assert lines == [
        "Borough of Alphaton: in a row of a list that is not published",
        "Borough of Betaford: section 4 … the Desk Code",
    ]
    (href,) = cited.xpath(".//a/@href")
    source, _, anchor = href.partition("#")
    assert html.parse(site / "clauses" / source).xpath(f"//*[@id='{anchor}']")


def test_a_wrong_key_of_a_clause_is_refused(folder: Path) -> None:
    text = GUIDELINES.replace('cited_as = ["section 5"]', 'cited = ["section 5"]')
    (folder / "guidelines.toml").write_text(text)
    with pytest.raises(SurveyFileError, match="cited"):
        Survey(folder).extract()
