"""check, compute and trace as a stranger runs them: every option, and what is wrong with what he gave."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from .outside import foidesk


def test_changes_and_legal_read_are_each_printed_once(folder: Path) -> None:
    last = folder / "last.md"
    last.write_text((folder / "story.md").read_text())
    (folder / "story.md").write_text(last.read_text().replace("[20]", "[21]"))
    told = foidesk(folder, "check", "--against", str(last), "--legal").out
    assert told.startswith("edited: Alphaton had 21.")
    assert told.count("# Legal read") == 1


@pytest.mark.parametrize("options", [(), ("--facts",), ("--csv",), ("--legal",)])
@pytest.mark.parametrize("name", ["web.md", "web.txt", "web.html"])
def test_a_story_without_a_word_is_no_clean_story(folder: Path, name: str, options: tuple[str, ...]) -> None:
    (folder / name).write_text("\n" if name != "web.html" else "")
    said = foidesk(folder, "check", str(folder / name), *options)
    assert said.code == 2
    assert "empty" in said.err


def test_a_box_of_facts_in_a_word_file_is_checked(folder: Path) -> None:
    document = Document()
    document.add_paragraph("Boroughs received 37 complaints.")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Alphaton", "21 complaints"
    document.add_paragraph("Two boroughs answered.")
    document.save(str(folder / "web.docx"))
    found = foidesk(folder, "check", str(folder / "web.docx"), "--json").json["claims"]
    assert [one["text"] for one in found] == ["37", "21", "Two"]
    figures = foidesk(folder, "check", str(folder / "web.docx"), "--facts", "--json").json["figures"]
    assert [one["text"] for one in figures] == ["37", "21", "Two"]


def test_the_title_of_a_picture_is_a_caption_and_checked(folder: Path) -> None:
    story = folder / "web.md"
    story.write_text(
        'Boroughs received 37 complaints.\n\n![A desk](desk.jpg "Alphaton had 21 complaints")\n\n'
        'Betaford had 17 complaints, see [here](https://x.example/9 "page 9").\n'
    )
    page = folder / "page.html"
    found = foidesk(folder, "check", str(story), "--html", str(page), "--json").json["claims"]
    assert [(one["text"], one["verdict"]) for one in found] == [
        ("37", "supported"), ("21", "contradicted"), ("17", "supported")
    ]  # fmt: skip
    assert [story.read_text()[one["start"] : one["end"]] for one in found] == ["37", "21", "17"]
    assert "Alphaton had" in page.read_text()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("total", "--body", "nobody"), "alphaton, betaford"),
        (("total", "--line", "nothing"), "lines: none"),
        (("outcomes", "--line", "nothing"), "upheld"),
        (("totals",), "did you mean 'total'?"),
    ],
)
def test_a_wrong_name_is_told_what_there_is(folder: Path, words: tuple[str, ...], hint: str) -> None:
    said = foidesk(folder, "trace", *words)
    assert said.code == 2
    assert hint in said.err
    assert "''" not in said.err


MONEY = """

[[measures]]
id = "paid"
label = "sums paid"
unit = "GBP"
type = "money"
nouns = ["paid"]

[[findings]]
name = "paid"
recipe = "total"
title = "Paid"
measure = "paid"
"""


def paid(folder: Path, name: str, text: str) -> None:
    """The survey asks for sums of money, too, and Gammaley sends this."""
    survey = folder / "survey.toml"
    asked = survey.read_text().replace('measures = ["complaints"]', 'measures = ["complaints", "paid"]')
    survey.write_text(asked + MONEY)
    (folder / "replies" / "gammaley").mkdir()
    (folder / "replies" / "gammaley" / name).write_text(text)
    foidesk(folder, "ingest")


def test_a_minus_before_a_sum_is_never_lost(folder: Path) -> None:
    """In a sentence it may be a dash: the sum stays open between the two, and is not offered without its sign."""
    paid(folder, "more.txt", "The net sum paid was -£1,250.50 after refunds.\n")
    sums = foidesk(
        folder, "compute", "--json", "--sql", "select lo, hi from observations where measure = 'paid'"
    ).json
    assert [one["lo"] for one in sums] == [-1250.5]


def test_a_sum_says_its_currency_once(folder: Path) -> None:
    paid(folder, "more.csv", "Outcome,Paid\nUpheld,£5\nTotal,£5\n")
    told = foidesk(folder, "compute").out
    assert "£5, " in told
    assert "£5 GBP" not in told


def test_number_one_is_a_place_that_is_checked(folder: Path) -> None:
    story = folder / "web.md"
    story.write_text("Betaford is the number one borough for complaints. Its number one priority is dogs.")
    found = foidesk(folder, "check", str(story), "--json").json["claims"]
    assert [(one["text"], one["verdict"]) for one in found] == [("number one", "contradicted")]


@pytest.mark.parametrize("law", ["under the Freedom of Information Act 2000", "under freedom of information laws"])
def test_the_law_that_was_asked_under_restricts_nothing(folder: Path, law: str) -> None:
    story = folder / "web.md"
    story.write_text(
        f"Figures released {law} show Alphaton had 20 complaints.\n\n"
        f"Figures released {law} show Betaford had 18.\n"
    )
    found = foidesk(folder, "check", str(story), "--json").json["claims"]
    judged = {one["text"]: one["verdict"] for one in found if not one["verdict"].startswith("not a claim")}
    assert judged == {"20": "supported", "18": "contradicted"}
