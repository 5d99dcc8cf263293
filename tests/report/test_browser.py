"""The site in a real browser, from disk: no error, nothing out of the frame, no barrier that axe can find."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import Site

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[1] / ".axe/node_modules/axe-core/axe.min.js"
SIZES = {"desk": (1280, 900), "phone": (390, 844)}
ONE_OF_EACH = (
    "index.html", "findings/total.html", "breakdowns/outcomes--warning.html", "bodies/index.html",
    "bodies/force-08.html", "sources/aaaaaaaaaaaa-p1.html", "sources/bbbbbbbbbbbb-p1.html",
    "sources/cccccccccccc-p1.html", "documents/aaaaaaaaaaaa.html", "documents/bbbbbbbbbbbb.html",
    "documents/cccccccccccc.html", "story.html", "method.html", "issues.html", "guidelines.html",
    "statements.html", "glossary.html", "clauses/3-2-3135d2.html",
)  # fmt: skip
ALL_SHOWN = """async () => {
    const images = [...document.images];
    for (const each of images) each.loading = "eager";
    await Promise.all(images.map(each => each.decode()));
    return images.every(each => each.naturalWidth > 0);
}"""
"""True when every picture is there, those too that a reader would have to scroll to."""
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(params=sorted(SIZES))
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, bypass_csp=True)
    yield context.new_page()
    context.close()


def test_each_page_opens_from_disk_without_error_and_fits_the_screen(browser: Any, site: Site) -> None:
    said: list[str] = []
    for width, height in SIZES.values():
        context = browser.new_context(viewport={"width": width, "height": height})
        tab = context.new_page()
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.on("requestfailed", lambda request: said.append(request.url))
        for path in site.published.pages:
            tab.goto((site.folder / path).as_uri())
            assert tab.evaluate("getComputedStyle(document.body).margin") == "0px", "the style sheet is applied"
            assert tab.evaluate(ALL_SHOWN), path
            assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
        context.close()
    assert said == []


def test_axe_finds_no_barrier(page: Any, site: Site) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm install --prefix tests/.axe axe-core")
    found = []
    wide = page.viewport_size["width"] > 1000
    for path in ONE_OF_EACH if wide else ONE_OF_EACH[::5]:
        page.goto((site.folder / path).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.add_script_tag(path=str(AXE))
        result = page.evaluate("axe.run()")
        found += [(path, each["id"], each["nodes"][0]["html"][:160]) for each in result["violations"]]
    assert found == []


def test_the_box_covers_the_cell_to_the_pixel(page: Any, site: Site) -> None:
    page.goto((site.folder / "sources/aaaaaaaaaaaa-p1.html").as_uri())
    image, box = (page.locator(each).bounding_box() for each in (".sheet img", "[id='pdf-4']"))
    scale = image["width"] / 595.5
    assert box["x"] - image["x"] == pytest.approx(372 * scale, abs=1)
    assert box["y"] - image["y"] == pytest.approx(280 * scale, abs=1)
    assert box["width"] == pytest.approx(120 * scale, abs=1)


def test_a_link_from_a_figure_ends_at_its_marked_place(page: Any, site: Site) -> None:
    page.goto((site.folder / "findings/total.html").as_uri())
    page.locator("a[href$='#pdf-4']").first.click()
    page.wait_for_url("**/sources/aaaaaaaaaaaa-p1.html#pdf-4")
    assert page.evaluate("document.querySelector(':target').id") == "pdf-4"


def test_the_keyboard_reaches_the_content_past_the_navigation(page: Any, site: Site) -> None:
    page.goto((site.folder / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_a_figure_in_the_table_opens_the_statements_behind_it(page: Any, site: Site) -> None:
    page.goto((site.folder / "findings/total.html").as_uri())
    page.evaluate("document.querySelectorAll('details.part').forEach(each => each.open = false)")
    page.locator("tbody a[href='#body-force-07']").click()
    page.wait_for_function("document.querySelector('details.part:has(#body-force-07)').open")
