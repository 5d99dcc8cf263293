"""The desk in a real Chromium: by keyboard alone, at both sizes, without an error and without a barrier."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from foidesk.survey import Survey
from foidesk.web.running import Running, start

from .conftest import Open
from .visitor import Visitor

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[1] / ".axe/node_modules/axe-core/axe.min.js"
SIZES = {"desk": (1360, 850), "phone": (390, 844)}
PAGES = (
    "/", "/review", "/bodies", "/bodies/alphaton", "/bodies/gammaley", "/codebook", "/codebook/outcome",
    "/findings",
    "/findings/outcomes", "/story", "/story/claim/1", "/search?q=upheld", "/publish", "/nothing-here",
)  # fmt: skip


@pytest.fixture(scope="module")
def running(computed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = Path(shutil.copytree(computed, tmp_path_factory.mktemp("pages") / "survey"))
    running = start(Survey.serve(folder), 0)
    Visitor.admitted(running).settled()
    yield running
    running.stop()


def _tab(browser: Any, running: Running, size: str, said: list[str], **given: Any) -> Any:
    """A tab that has been let in; what the browser complains about is added to `said`."""
    width, height = SIZES[size]
    tab = browser.new_context(viewport={"width": width, "height": height}, **given).new_page()
    tab.set_default_timeout(120_000)
    tab.on("console", lambda message: said.append(f"{tab.url}: {message.text}"))
    tab.on("pageerror", lambda error: said.append(f"{tab.url}: {error}"))
    tab.goto(running.link())
    return tab


def _pages(tab: Any, running: Running) -> Iterator[str]:
    """Each page in turn, once what it fetches has come; and a document of each sort."""
    documents = [f"/document/{card['document']}" for card in running.served.survey.store.board.cards("document")]
    for path in (*PAGES, *documents):
        tab.goto(running.address + path)
        if path == "/story":
            tab.wait_for_selector(".tally")
        yield path


@pytest.mark.parametrize("size", SIZES)
def test_each_page_fits_and_says_no_error(browser: Any, running: Running, size: str) -> None:
    said: list[str] = []
    tab = _tab(browser, running, size, said)
    for path in _pages(tab, running):
        assert tab.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], path
        assert tab.evaluate("getComputedStyle(document.body).margin") == "0px", "the style sheet is applied"
        assert tab.evaluate("[...document.images].every(each => each.naturalWidth > 0)"), path
    assert [one for one in said if "/nothing-here" not in one] == []
    tab.context.close()


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_no_barrier(browser: Any, running: Running, size: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm install --prefix tests/.axe axe-core")
    tab = _tab(browser, running, size, [], bypass_csp=True)
    found = []
    for path in _pages(tab, running):
        tab.evaluate("document.querySelectorAll('details:not(.menu)').forEach(each => each.open = true)")
        tab.add_script_tag(path=str(AXE))
        result = tab.evaluate("axe.run()")
        found += [(path, each["id"], each["nodes"][0]["html"][:160]) for each in result["violations"]]
    assert found == []
    tab.context.close()


def _press(tab: Any, *keys: str) -> None:
    for key in keys:
        tab.keyboard.press(key)


def _tab_to(tab: Any, words: str) -> None:
    """Goes on with the Tab key until what has the focus says these words."""
    for _ in range(80):
        tab.keyboard.press("Tab")
        said = tab.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()")
        if words in said:
            return
    raise AssertionError(f"the keyboard never came to {words!r}")


def _go(tab: Any, page: str, there: str) -> None:
    """Goes to a page by its keys, again if they were lost because the page was being drawn anew."""
    for _ in range(30):
        _press(tab, "g", page)
        for _ in range(80):
            if tab.locator(there).first.is_visible():
                return
            time.sleep(0.05)
    raise AssertionError(f"the keys g {page} never led to {there}")


def _current(tab: Any) -> None:
    _until(tab, "/up to date|New figures/.test(document.querySelector('#pulse')?.textContent)")


def _until(tab: Any, true: str) -> None:
    """Waits for it by asking; the page's own policy forbids Playwright to wait inside the page."""
    for _ in range(2400):
        if tab.evaluate(true):
            return
        time.sleep(0.05)
    raise AssertionError(f"it never came about that {true}")


def test_the_whole_job_by_keyboard_alone(browser: Any, tmp_path: Path, open_desk: Open, source: Path) -> None:
    """From an empty folder to the published site: choose replies, decide, undo, write, publish, look."""
    desk, said = open_desk(tmp_path / "new"), []  # type: ignore[var-annotated]
    tab = _tab(browser, desk, "desk", said)
    _tab_to(tab, "choose a folder")
    with tab.expect_file_chooser() as chooser:
        _press(tab, "Enter")
    chooser.value.set_files(source)
    _tab_to(tab, "Read them")
    _press(tab, "Enter")
    tab.wait_for_selector("text=Three ledgers that close")
    _current(tab)
    _go(tab, "r", "#question")
    _until(tab, "document.activeElement.id === 'question'")  # it is read out first
    _decide_and_undo(tab, desk)
    _current(tab)
    _go(tab, "s", ".tally")
    _tab_to(tab, "The draft, in Markdown")
    _press(tab, "Control+a")
    tab.keyboard.type("# Fines anger readers\n\nBoroughs received [25]{f=total} complaints.\n")
    _press(tab, "Control+s")
    tab.wait_for_selector("text=Every claim is borne out")
    _tab_to(tab, "25")
    _press(tab, "Enter")
    tab.wait_for_selector("#cell >> text=Borough of Alphaton")
    tab.wait_for_selector("#cell .cells td.marked")
    _press(tab, "Escape")
    _go(tab, "p", "#clearance")
    _clear(tab)
    _press(tab, "Tab", "Enter", "Tab", "Enter")
    tab.wait_for_selector("text=Written")
    _tab_to(tab, "See the site")
    _press(tab, "Enter")
    tab.wait_for_selector("h1")
    assert "/site/" in tab.url and "25" in tab.inner_text("body") and "DRAFT" not in tab.inner_text("body")
    assert said == []


def _clear(tab: Any) -> None:
    """Answers each question before publication with its first option."""
    for _ in range(tab.locator("#clearance fieldset").count()):
        _tab_to_radio(tab)
        _press(tab, "Space")
    _tab_to(tab, "Reason")
    tab.keyboard.type("looked through every page")
    _press(tab, "Enter")
    tab.wait_for_selector("text=has an answer that holds")


def _tab_to_radio(tab: Any) -> None:
    for _ in range(80):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.type === 'radio' && !document.activeElement.checked"):
            return
    raise AssertionError("no question without an answer was reached")


def _decide_and_undo(tab: Any, desk: Running) -> None:
    """Answers by number, takes it back, puts it off, accepts."""
    first = tab.inner_text("#question")
    _press(tab, "1")
    tab.wait_for_selector("text=No question is open")
    _press(tab, "u")
    _until(tab, f"document.querySelector('#question').textContent === {json.dumps(first)}")
    _press(tab, "l")
    tab.wait_for_selector("#say >> text=Put off")
    assert not desk.served.survey.store.decisions.standing()
    _press(tab, "1")
    tab.wait_for_selector("text=No question is open")
    assert desk.served.survey.store.decisions.standing()


def test_single_keys_can_be_switched_off(browser: Any, desk: Running, folder: Path) -> None:
    tab = _tab(browser, desk, "desk", [])
    tab.goto(f"{desk.address}/review")
    tab.evaluate("localStorage.setItem('single-keys', 'off')")
    tab.reload()
    _press(tab, "x", "1")
    tab.wait_for_timeout(300)
    assert not Survey(folder).store.decisions.all()


def test_a_box_drawn_on_a_page_enters_a_figure(
    browser: Any, tmp_path: Path, open_desk: Open, printed: Path
) -> None:
    desk = open_desk(printed)
    Visitor.admitted(desk).settled()
    tab = _tab(browser, desk, "desk", [])
    document = next(
        card for card in desk.served.survey.store.board.cards("document") if card["name"].endswith(".pdf")
    )
    tab.goto(f"{desk.address}/document/{document['document']}")
    _until(tab, "document.querySelector('.paper img').complete")
    paper = tab.locator(".paper").bounding_box()
    scale = paper["width"] / 595.28
    x, y = paper["x"] + 290 * scale, paper["y"] + 92 * scale
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.mouse.move(x + 60 * scale, y + 22 * scale, steps=4)
    tab.mouse.up()
    _until(tab, "document.activeElement.id === 'value'")
    tab.keyboard.type("41")
    tab.select_option("[name='where:outcome']", "upheld")
    tab.fill("#figure-form [name=reason]", "read by eye")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#say >> text=Recorded: 41")
    (figure,) = desk.served.standing_figures()
    assert figure.evidence[0].quote == "40" and figure.evidence[0].document == document["document"]
    Visitor.admitted(desk).settled()
    assert "41" in tab.goto(f"{desk.address}/bodies/gammaley").text()


def test_the_box_covers_the_cell_to_the_pixel(browser: Any, open_desk: Open, printed: Path) -> None:
    desk = open_desk(printed)
    Visitor.admitted(desk).settled()
    tab = _tab(browser, desk, "desk", [])
    found = Visitor.admitted(desk).get("/search?q=40").text
    assert "reply.pdf" in found
    card = next(one for one in desk.served.survey.store.board.cards("document") if one["name"] == "reply.pdf")
    tab.goto(f"{desk.address}/document/{card['document']}?at=page%201%20[300%20100%20320%20112]")
    image, box = (tab.locator(one).first.bounding_box() for one in (".paper img", ".marks rect"))
    scale = image["width"] / 595.28
    assert box["x"] - image["x"] == pytest.approx(298 * scale, abs=2)
    assert box["y"] - image["y"] == pytest.approx(98.5 * scale, abs=2)
    assert box["width"] == pytest.approx(24 * scale, abs=3)


def test_an_ending_is_settled_by_keyboard_and_without_a_barrier(
    browser: Any, open_desk: Open, evasive: Path
) -> None:
    """A letter leaves open how its question ended: the section is written, the ending chosen by its key."""
    desk, said = open_desk(evasive), []  # type: ignore[var-annotated]
    Visitor.admitted(desk).settled()
    tab = _tab(browser, desk, "desk", said, bypass_csp=True)
    tab.goto(f"{desk.address}/review")
    for _ in range(9):
        if tab.inner_text("#question").startswith("How did"):
            break
        before = tab.inner_text("#question")
        _press(tab, "l")
        _until(tab, f"document.querySelector('#question').textContent !== {json.dumps(before)}")
    _until(tab, "document.activeElement.id === 'question'")  # it is read out first
    assert "prefer to say nothing" in tab.inner_text("#view mark")
    if AXE.is_file():
        tab.add_script_tag(path=str(AXE))
        assert [each["id"] for each in tab.evaluate("axe.run()")["violations"]] == []
    _tab_to(tab, "Section relied on")
    tab.keyboard.type("14(1)")
    _tab_to(tab, "Reason")
    _press(tab, "Control+a")
    tab.keyboard.type("read by two of us")
    labels = tab.locator(".options button span").all_inner_texts()
    number = str(1 + next(at for at, label in enumerate(labels) if label == "partial"))
    tab.locator("#question").focus()
    _press(tab, number)
    _until(tab, "!document.querySelector('#question').textContent.startsWith('How did')")
    (taken,) = desk.served.survey.store.decisions.standing()
    assert (taken.kind, taken.answer_label) == ("outcome", "partial, section 14(1)")
    assert taken.reason == "read by two of us"
    assert said == []
