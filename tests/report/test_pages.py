"""What the pages say, and that nothing from a reply becomes markup."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html

from foidesk.errors import Blocked
from foidesk.model import Cell, Count, Issue, Locator, Part, Reading, Table, TextPlace
from foidesk.report import Publication, publish
from foidesk.report.naming import source_page

from . import made
from .conftest import Site


def test_words_of_replies_never_become_markup(site: Site, draft: Site) -> None:
    for each in (site, draft):
        for path, page in each.pages().items():
            assert page.xpath("//script | //img[not(contains(@src, 'sources/img/'))]") == [], path
            assert not [link for link in page.xpath("//a/@href") if link.lower().startswith("javascript")], path
    assert made.HOSTILE in site.words("bodies/force-08.html")


def test_each_page_of_a_rehearsal_says_so(site: Site) -> None:
    for path, page in site.pages().items():
        assert "REHEARSAL: an exercise" in page.text_content(), path
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_figure_that_was_recognised_in_a_picture_says_so(site: Site, tmp_path: Path) -> None:
    plain = made.publication()
    scan = made.pdf_reading()
    scan = replace(scan, parts=(replace(scan.parts[0], layer="ocr"),), tools=("pdfium 7.0", "tesseract 5.3.0"))
    scanned = replace(plain, readings={**plain.readings, made.PDF: scan})
    folder = tmp_path / "site"
    path = source_page(made.PDF, 1)
    assert "recognised by" not in site.words(path)
    publish(folder, scanned, made.images, draft=False)
    assert "were recognised by tesseract 5.3.0" in (folder / path).read_text("utf-8")


def test_a_real_survey_carries_no_banner_and_may_be_indexed(tmp_path: Path) -> None:
    real = made.publication(definition=replace(made.definition(), rehearsal=False))
    publish(tmp_path, real, made.images, draft=False)
    text = (tmp_path / "index.html").read_text("utf-8")
    assert "REHEARSAL" not in text and "noindex" not in text


def test_each_page_of_a_draft_is_stamped(site: Site, draft: Site) -> None:
    for path, page in draft.pages().items():
        assert "DRAFT" in page.text_content(), path
    assert "DRAFT" not in site.text("index.html")


def test_the_draft_shows_verdicts_and_the_public_story_does_not(site: Site, draft: Site) -> None:
    assert draft.page("story.html").xpath("//article//small[contains(@class, 'verdict')]")
    assert not site.page("story.html").xpath("//article//small")
    assert "a round figure for readers" in site.words("story.html")


def test_a_blocking_claim_or_issue_stops_publishing_but_not_the_draft(tmp_path: Path) -> None:
    claim = replace(made.claims()[0], verdict="contradicted")
    issue = Issue("stale", "blocking", "A decision hangs in the air", "reply.pdf", "decide", blocks="publish")
    for blocked in (made.publication(claims=(claim,)), made.publication(issues=(issue,))):
        with pytest.raises(Blocked):
            publish(tmp_path, blocked, made.images, draft=False)
        assert not list(tmp_path.iterdir())
    publish(tmp_path, made.publication(claims=(claim,)), made.images, draft=True)


def test_a_finding_gives_value_population_base_reading_range_basis_and_caveats(site: Site) -> None:
    words = site.words("findings/dismissed.html")
    for expected in (
        "14.7%",
        "5 cases out of 34 cases",
        "True range: 14.7% to 38.3% of cases",
        "3 of 4 bodies",
        "cases at the bodies that answered",
        "Stated:",
        "adjusted + published + rehearsal",
    ):
        assert expected in words
    assert "Replies contradict each other" in site.words("findings/total.html")
    assert "One body counted cases closed." in site.words("findings/total.html")


def test_the_bounds_of_a_range_are_rounded_outwards(site: Site) -> None:
    finding = made.share()
    assert finding.true is not None and finding.true.hi is not None
    assert Decimal("0.382") < finding.true.hi < Decimal("0.383")
    assert "14.7% to 38.3%" in site.words("findings/dismissed.html")


def test_coverage_names_every_body_also_the_silent(site: Site) -> None:
    words = site.words("index.html")
    assert "4 bodies were asked: 1 answered every question, 2 answered in part and 1 had not replied." in words
    assert "Rehearsal Force 09" in site.words("bodies/index.html")
    assert "no outcome on record" in site.words("bodies/force-09.html")


def test_bodies_stand_in_the_order_of_the_alphabet(site: Site) -> None:
    names = [each.text_content() for each in site.page("bodies/index.html").xpath("//tbody//th")]
    assert names == sorted(names)


def test_a_refusal_is_given_with_its_section_and_what_it_is_about(site: Site) -> None:
    words = site.words("bodies/force-08.html").lower()
    assert "refused (section 40(2), foia 2000" in words


def test_a_source_page_gives_file_hash_words_and_who_confirmed(site: Site) -> None:
    words = site.words("sources/aaaaaaaaaaaa-p1.html")
    for expected in (
        "reply.pdf",
        made.PDF,
        "the rule “foots-to-printed-total”",
        "Cases in all",
    ):
        assert expected in words
    assert "Confirmed by the data desk, 3 February 2022" in site.words("sources/bbbbbbbbbbbb-p1.html")


def test_a_text_shows_its_words_marked_and_what_is_sealed(site: Site) -> None:
    page = site.page("sources/cccccccccccc-p1.html")
    assert page.xpath("//mark[@id='mail-total']/text()") == ["3 cases"]
    assert "[signature withheld]" in page.text_content() and "[e-mail withheld]" in page.text_content()


def test_a_withheld_small_number_is_not_pinned_down(site: Site) -> None:
    words = site.words("breakdowns/outcomes--warning.html")
    assert "0 to 4 cases" in words and "2 cases" not in words.replace("12 cases", "").replace("22 cases", "")
    assert "18 to 22 cases" in words


def test_a_document_without_picture_or_reading_still_has_its_anchors(tmp_path: Path) -> None:
    publish(tmp_path, made.publication(readings={}), lambda *_: None, draft=False)
    text = (tmp_path / "sources/aaaaaaaaaaaa-p1.html").read_text("utf-8")
    assert 'id="pdf-4"' in text and "No picture of this page" in text


def test_a_survey_with_nothing_in_it_yet_can_be_published(tmp_path: Path) -> None:
    bare = replace(made.definition(), bodies=(), findings=(), questions=(), guidelines=(), period=None)
    publish(tmp_path, Publication(bare, (), {}, (), (), ""), made.images, draft=False)
    text = (tmp_path / "index.html").read_text("utf-8")
    assert "No body is on record as asked." in text and "None" not in text


def test_one_case_is_not_one_cases(site: Site) -> None:
    assert "1 case" in site.words("findings/dismissed.html")
    assert "1 cases" not in site.words("findings/dismissed.html")


def test_an_open_bound_is_said_to_be_open(tmp_path: Path) -> None:
    finding = replace(made.total(), value=Count(Decimal(51), None, "cases", "interval"))
    publish(tmp_path, made.publication(findings=(finding,), claims=()), made.images, draft=False)
    text = (tmp_path / "findings/total.html").read_text("utf-8")
    assert "51+" in text


def test_every_table_has_a_caption_and_headings_with_scope(site: Site) -> None:
    for path, page in site.pages().items():
        assert not page.xpath("//main//table[not(caption)]"), path
        assert not page.xpath("//th[not(@scope)]"), path
        assert page.xpath("//html/@lang") == ["en"] and len(page.xpath("//main")) == 1
        assert len(page.xpath("//h1")) == 1, path


def test_each_chart_is_one_named_image_with_its_figures_in_a_table(site: Site) -> None:
    page = site.page("findings/outcomes.html")
    for chart in page.xpath("//figure//svg"):
        ids = chart.get("aria-labelledby").split()
        assert chart.get("role") == "img"
        assert all("".join(page.xpath(f"//*[@id='{id}']")[0].itertext()) for id in ids)
    assert page.xpath("//figure//svg") and page.xpath("//table")


def test_the_front_page_is_light(site: Site) -> None:
    assert len(site.text("index.html")) + len(site.text("site.css")) < 300_000


def test_a_table_in_a_text_is_laid_out_as_a_table_with_its_cells_marked(tmp_path: Path) -> None:
    text = "Our figures:\nOutcome\tCases\nWarning\t12\nTotal\t12\nYours"
    words = ("Outcome", "Cases", "Warning", "12", "Total", "12")
    cells, at = [], 0
    for index, word in enumerate(words):
        at = text.index(word, at)
        row, column = divmod(index, 2)
        cells.append(Cell(row, column, row, column, word, TextPlace("body", at, at + len(word))))
        at += len(word)
    table = Table("body table 1", ("body",), tuple(cells), TextPlace("body", 13, at))
    reading = Reading(made.MAIL, "text/plain", "plain", 1, (), (Part("body", "body", text),), (table,))
    value = {"value": Locator(made.MAIL, cells[3].place, "12")}
    total = made.observations()["mail-total"]
    observation = replace(total, places=value, role="cell")
    publication = made.publication(readings={made.MAIL: reading}, observations={observation.id: observation})
    publish(tmp_path, replace(publication, findings=(), claims=(), issues=()), lambda *_: None, draft=False)
    page = html.fromstring((tmp_path / "sources/cccccccccccc-p1.html").read_bytes())
    assert page.xpath("//table//tr[2]/td[2]/mark[@id='mail-total']/text()") == ["12"]
    assert page.xpath("//div[@class='run']/text()") == ["Our figures:", "Yours"]
