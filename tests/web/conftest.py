"""A desk on a small survey with something to decide, and a browser for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from foidesk.survey import Survey
from foidesk.web.running import Running, start

from .. import small
from .visitor import Visitor

ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
Open = Callable[[Path], Running]
EVASIVE = (
    "The complaints about library fines are a matter on which we would prefer to say nothing, under "
    "section 31 or otherwise."
)


def survey(folder: Path) -> Path:
    """The small survey, with words that the codebook does not know, and more categories than keys."""
    small.write(folder)
    with (folder / "codebook.toml").open("a", encoding="utf-8") as book:
        for number in range(1, 10):
            book.write(f'\n[[variables.categories]]\nid = "kind-{number}"\nlabel = "Another kind {number}"\n')
    rows = "Outcome,Number of complaints\nUpheld,5\nSent back unread,3\nTotal,8\n"
    (folder / "replies" / "alphaton" / "reply.csv").write_text(rows, encoding="utf-8")
    table = "Outcome      Number of complaints\nUpheld       7\nSent back unread     10\nTotal        17\n"
    text = f"Dear requester,\n\n{table}\nYours,\nThe FOI team\n"
    small.mail("betaford", text, folder / "replies")
    return folder


@pytest.fixture(scope="session")
def computed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A survey folder with its figures and its board, to be copied."""
    folder = survey(tmp_path_factory.mktemp("desk") / "survey")
    running = start(Survey.serve(folder), 0)
    Visitor.admitted(running).settled()
    running.stop()
    return folder


@pytest.fixture
def folder(computed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(computed, tmp_path / "survey"))


@pytest.fixture
def open_desk() -> Iterator[Open]:
    """Opens desks, and closes them when the test is done."""
    opened: list[Running] = []

    def opening(folder: Path) -> Running:
        opened.append(start(Survey.serve(folder), 0))
        return opened[-1]

    yield opening
    for running in opened:
        running.stop()


@pytest.fixture
def desk(folder: Path, open_desk: Open) -> Running:
    return open_desk(folder)


@pytest.fixture(scope="module")
def looking(computed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """Somebody who only looks: one desk for a whole file of tests."""
    folder = Path(shutil.copytree(computed, tmp_path_factory.mktemp("looking") / "survey"))
    running = start(Survey.serve(folder), 0)
    yield Visitor.admitted(running, "A. Reporter").settled()
    running.stop()


@pytest.fixture
def visitor(desk: Running) -> Visitor:
    return Visitor.admitted(desk, "A. Reporter").settled()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The survey folder as somebody else would hand it over: no cache, no decisions, no events."""
    return survey(tmp_path_factory.mktemp("source") / "survey")


@pytest.fixture
def printed(computed: Path, tmp_path: Path) -> Path:
    """The survey with one more reply: a page on which a table is printed."""
    from reportlab.pdfgen import canvas

    folder = Path(shutil.copytree(computed, tmp_path / "printed"))
    (folder / "replies" / "gammaley").mkdir()
    page = canvas.Canvas(str(folder / "replies" / "gammaley" / "reply.pdf"), pagesize=(595.28, 841.89))
    for y, (label, value) in zip(
        (110, 140, 170), (("Upheld", "40"), ("Not upheld", "2"), ("Total", "42")), strict=True
    ):
        page.drawString(72, 841.89 - y, label)
        page.drawString(300, 841.89 - y, value)
    page.save()
    return folder


@pytest.fixture
def evasive(tmp_path: Path) -> Path:
    """The survey with a letter of which nobody can say without looking how its question ended."""
    folder = survey(tmp_path / "evasive")
    small.mail("gammaley", EVASIVE, folder / "replies")
    return folder
