"""Every link of the site resolves, and every number leads to the place it was read from."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest

from . import made
from .conftest import Site


def links(site: Site) -> list[tuple[str, str, str]]:
    """(page, target path, anchor) of each link inside the site."""
    found = []
    for path, page in site.pages().items():
        for target in page.xpath("//@href | //@src"):
            if not target.startswith(("http", "data:")):
                file, _, anchor = target.partition("#")
                full = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
                found.append((path, unquote(full), unquote(anchor)))
    return found


def test_every_link_leads_to_a_file_and_an_anchor_that_exist(site: Site) -> None:
    ids = {path: set(page.xpath("//@id")) for path, page in site.pages().items()}
    broken = [
        link
        for link in links(site)
        if not (site.folder / link[1]).is_file() or (link[2] and link[2] not in ids.get(link[1], set()))
    ]
    assert broken == []


def test_no_link_is_absolute_or_leads_out_of_the_site(site: Site) -> None:
    assert [link for link in links(site) if link[1].startswith(("/", ".."))] == []


def test_ids_are_unique_on_each_page(site: Site) -> None:
    for path, page in site.pages().items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_each_statement_behind_a_finding_is_anchored_by_its_id(site: Site) -> None:
    places = {anchor for _, path, anchor in links(site) if path.startswith("sources/")}
    assert {"pdf-4", "pdf-1", "mail-total", "row_7"} <= places


def test_case_rows_are_linked_as_a_group(site: Site) -> None:
    page = site.page("findings/total.html")
    link = page.xpath("//a[contains(., '6 case rows')]/@href")[0]
    assert link == "../sources/bbbbbbbbbbbb-p1.html#row_1"


def test_an_observation_is_found_from_its_row_in_the_data(site: Site) -> None:
    lines = site.text("data/observations.csv").splitlines()
    for line in lines[1:]:
        path, _, anchor = posixpath.normpath(posixpath.join("data", line.rpartition(",")[2])).partition("#")
        assert anchor in site.page(path).xpath("//@id")


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("34", "findings/total.html"),
        ("14.7%", "findings/dismissed.html"),
        ("24", "sources/aaaaaaaaaaaa-p1.html#pdf-4"),
        ("20", "breakdowns/outcomes--warning.html"),
    ],
)
def test_a_number_of_the_story_leads_to_what_bears_it_out(site: Site, words: str, target: str) -> None:
    assert site.page("story.html").xpath(f"//a[contains(@class, 'claim') and .='{words}']/@href") == [target]


def test_the_box_stands_on_the_cell_in_per_cent_of_the_picture(site: Site) -> None:
    style = site.page("sources/aaaaaaaaaaaa-p1.html").xpath("//*[@id='pdf-4']/@style")[0]
    box = made.page_box(4, 1)
    left, top, width, _ = (float(each.partition(":")[2].rstrip("%")) for each in style.split(";"))
    assert (left, top) == (
        pytest.approx(100 * box.x0 / 595.5, abs=0.01),
        pytest.approx(100 * box.y0 / 842.25, abs=0.01),
    )
    assert width == pytest.approx(100 * 120 / 595.5, abs=0.01)
