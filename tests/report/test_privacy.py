"""What the public site never holds: names of the desk, private notes, contact details, case rows not chosen."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from foidesk.model import Block, Box, Issue, PagePlace, Part, Word
from foidesk.report import publish
from foidesk.report.masking import mask
from foidesk.report.veils import Veils, sealed_boxes

from . import made
from .conftest import Site

SECRETS = (
    made.SECRET_NOTE,
    made.PERSON,
    "private@exampleton.example",
    "foi.team@rehearsal08.example",
    "020 7946",
    "4411",
    made.CASE_WORDS,
    "replies/exampleton",
)


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_private_is_in_any_file(site: Site, draft: Site, secret: str) -> None:
    for each in (site, draft):
        leaks = [path for path in each.published.files if secret.encode() in (each.folder / path).read_bytes()]
        assert leaks == []


def test_a_case_row_is_counted_where_it_stands_but_not_printed(site: Site) -> None:
    words = site.words("sources/bbbbbbbbbbbb-p1.html")
    assert "6 case rows, counted and not printed" in words


def test_a_chosen_case_is_told_in_its_own_words(site: Site) -> None:
    assert made.CHOSEN_WORDS in site.words("index.html")
    assert made.CHOSEN_WORDS in site.text("data/observations.csv")


def test_without_choosing_no_case_row_is_told(tmp_path: Path) -> None:
    site = publish(tmp_path, made.publication(chosen_cases=()), made.images, draft=False)
    assert not any(made.CHOSEN_WORDS.encode() in (tmp_path / path).read_bytes() for path in site.files)


def test_the_signature_is_painted_out_of_the_picture(site: Site) -> None:
    picture = Image.open(BytesIO((site.folder / "sources/img/aaaaaaaaaaaa-p1.webp").read_bytes()))
    name = picture.crop((98, 520, 480, 540)).convert("L")
    assert name.getextrema()[0] > 150, "nothing dark is left where the name stood"


def test_a_case_row_of_a_page_is_painted_out_over_the_whole_width(tmp_path: Path) -> None:
    row = replace(made.cell(2, outcome="dismissed"), role="case row")
    whole = made.publication()
    publication = made.publication(observations={**whole.observations, row.id: row})
    publish(tmp_path, publication, made.images, draft=False)
    picture = Image.open(BytesIO((tmp_path / "sources/img/aaaaaaaaaaaa-p1.webp").read_bytes())).convert("L")
    assert picture.crop((0, 296, 794, 330)).getextrema()[0] > 150
    assert picture.crop((100, 260, 300, 290)).getextrema()[0] < 100, "the row above is still there"


def test_words_of_contact_on_a_page_are_sealed() -> None:
    text = "write to a.b@c.example or not"
    place = PagePlace(1, Box(1, 1, 9, 9))
    words = (Word("a.b@c.example", 9, 22, place), Word("not", 26, 29, PagePlace(1, Box(20, 1, 30, 9))))
    part = Part("page 1", "page", text, words, (Block("signature", "x", 0, 1, PagePlace(1, Box(0, 50, 9, 60))),))
    assert sealed_boxes(part) == [Box(0, 50, 9, 60), Box(1, 1, 9, 9)]


@pytest.mark.parametrize(
    "text",
    ["12 34 56 78", "0 12 34 56 78 90", "01/02/2014", "1,234,567", "2013/14 2014/15", "£0.012 345 678",
     "FOI 002345/14", "828 cases, 9% resigned", "007", "section 40(2)"],
)  # fmt: skip
def test_figures_are_no_telephone_numbers(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("call 020 7946 0123 now", "call [number withheld] now"),
        ("call +44 (0)20 7946 0123", "call [number withheld]"),
        ("(0161) 496 0123", "[number withheld]"),
        ("07700900123.", "[number withheld]."),
        ("Ext. 4411", "[extension withheld]"),
        ("to foi@force.example, please", "to [e-mail withheld], please"),
    ],
)
def test_contact_details_are_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


def test_a_line_that_the_reader_lost_under_a_case_row_is_painted_out_with_it() -> None:
    row = replace(made.cell(2, outcome="dismissed"), role="case row")
    reading = made.pdf_reading()
    under = PagePlace(1, Box(80, 252, 120, 262))
    apart = PagePlace(1, Box(80, 400, 120, 410))
    words = (Word("action", 0, 6, under), Word("Yours", 7, 12, apart))
    table = replace(reading.tables[0], cells=tuple(cell for cell in reading.tables[0].cells if cell.row < 3))
    cut = replace(reading, parts=(replace(reading.parts[0], words=words),), tables=(table,))
    veils = Veils(made.publication(observations={row.id: row}, readings={made.PDF: cut}))
    ((_, place),) = veils.regions(made.PDF)
    assert isinstance(place, PagePlace) and place.box.y1 == 262


def test_words_of_a_case_row_are_taken_out_of_issues_caveats_and_questions(tmp_path: Path) -> None:
    told = f"Is “{made.CASE_WORDS} no. 3” a case?"
    whole = made.publication()
    locator = whole.observations["row 3"].places["value"]
    issue = replace(whole.issues[0], what=told, where=locator.describe(), locators=(locator,))
    choice = replace(whole.choices_open[0], question=told)
    total = made.total()
    finding = replace(total, caveats=(told,), supports=(replace(total.supports[0], caveats=(told,)),))
    publication = made.publication(issues=(issue,), choices_open=(choice,), findings=(finding,), claims=())
    site = publish(tmp_path, publication, made.images, draft=True)
    assert not any(made.CASE_WORDS.encode() in (tmp_path / path).read_bytes() for path in site.files)
    assert "[words of a case row]" in (tmp_path / "issues.html").read_text("utf-8")


def test_an_issue_leads_to_both_of_its_places(tmp_path: Path) -> None:
    whole = made.publication()
    table, letter = (one.places["value"] for one in (made.cell(1), made.prose()[0]))
    issue = replace(whole.issues[0], what="Both cannot be right.", locators=(table, letter))
    publish(tmp_path, made.publication(issues=(issue,)), made.images, draft=True)
    body = next(path for path in (tmp_path / "bodies").glob("*.html") if "Both cannot" in path.read_text("utf-8"))
    for page in (tmp_path / "issues.html", body):
        (told,) = [line for line in page.read_text("utf-8").splitlines() if "Both cannot" in line]
        linked = [part.partition("-p")[0] for part in told.split("sources/")[1:]]
        assert linked == [table.document[:12], letter.document[:12]] and "place 2" in told


@pytest.mark.parametrize(
    ("kind", "what", "told"),
    [
        (
            "table-not-understood",
            "page 1 table 1 was not understood; it begins: Whose; Odo Q.",
            "was not understood.",
        ),
        ("subject-unnamed", "No word of it stands in table 1; they speak of “Odo Q”.", "stands in table 1."),
    ],
)
def test_an_issue_quotes_no_first_row_of_a_table(tmp_path: Path, kind: str, what: str, told: str) -> None:
    odd = Issue(kind, "warning", what, "page 1", "look")
    publish(tmp_path, made.publication(issues=(odd,)), made.images, draft=False)
    words = (tmp_path / "issues.html").read_text("utf-8")
    assert told in words and "Odo Q" not in words
