"""The page that `check --html` writes, in a real browser: by keyboard alone, in the dark, printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .outside import foidesk

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[1] / ".axe/node_modules/axe-core/axe.min.js"
STORY = """# Fines

Alphaton had 21 complaints. Betaford had 17 complaints, and 12 dogs were seen on 3 May 2021.
The clerk "took 21 fines", the Borough of Alphaton said.

| Borough | Complaints |
|---|---|
| Alphaton | 20 |
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def written(folder: Path) -> Path:
    (folder / "web.md").write_text(STORY)
    foidesk(folder, "check", str(folder / "web.md"), "--html", str(folder / "page.html"))
    return folder / "page.html"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_no_barrier_and_nothing_out_of_the_frame(browser: Any, written: Path, scheme: str, width: int) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci in tests/.axe")
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(written.as_uri())
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_open_is_reached_by_keyboard_alone(browser: Any, written: Path) -> None:
    page = browser.new_page()
    page.goto(written.as_uri())
    focused = "document.activeElement.getAttribute('href') || document.activeElement.id"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "#verdicts"
    page.keyboard.press("Tab")
    first = page.evaluate(focused)
    assert page.locator(first).inner_text().startswith("21")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "back"


def test_the_printed_page_tells_what_is_open_without_colour(browser: Any, written: Path) -> None:
    page = browser.new_page()
    page.goto(written.as_uri())
    page.emulate_media(media="print")
    mark = "document.querySelector('a.contradicted sup')"
    assert page.evaluate(f"getComputedStyle({mark}, '::after').content") not in ("none", "normal")
    assert page.evaluate(f"{mark}.dataset.verdict") == "contradicted"
    assert not page.locator("a.back").first.is_visible()


def test_one_key_accepts_a_first_reading_and_shows_the_story_with_its_span(folder: Path, browser: Any) -> None:
    (folder / "web.md").write_text("Alphaton 😀 had 20 complaints in winter.", encoding="utf-8")
    foidesk(folder, "check", str(folder / "web.md"), "--html", str(folder / "page.html"))
    page = browser.new_page()
    page.goto((folder / "page.html").as_uri())
    if AXE.exists():
        page.evaluate(AXE.read_text())
        assert [one["id"] for one in page.evaluate("axe.run()")["violations"]] == []
    page.locator("a.needs-a-person").first.focus()
    page.keyboard.press("a")
    shown = page.locator("#story").input_value()
    assert shown.startswith("Alphaton 😀 had [20]{read=") and shown.endswith("} complaints in winter.")
    page.keyboard.press("a")
    assert page.locator("#story").input_value() == "Alphaton 😀 had 20 complaints in winter."
    (folder / "web.md").write_text(shown, encoding="utf-8")
    assert foidesk(folder, "check", str(folder / "web.md"), "--json").json["verdicts"] == {"supported": 1}


def test_each_claim_of_the_story_has_its_note(folder: Path, written: Path, browser: Any) -> None:
    found = foidesk(folder, "check", str(folder / "web.md"), "--json").json
    page = browser.new_page()
    page.goto(written.as_uri())
    assert page.locator("section li").count() == len(found["claims"])
    assert page.locator("a.claim").count() == len(found["claims"])
    assert page.locator("nav li").count() == found["blocking"]
