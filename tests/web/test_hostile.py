"""Replies that mean harm: script in a file name, a cell, a mail, a drawing; paths that lead out; hidden sheets."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from foidesk.survey import Survey
from foidesk.web.running import Running, start

from .test_browser import _tab
from .visitor import Visitor

SCRIPT = "<script>window.owned=1</script><img src=x onerror=window.owned=1>\"'"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" onload="window.owned=1"><script>window.owned=1</script></svg>'
SECRET = "zanzibar"


def _mail(folder: Path) -> None:
    message = EmailMessage()
    message["From"] = '"<b onclick=owned=1>FOI</b>" <foi@betaford.example>'
    message["To"] = "desk@paper.example"
    message["Subject"] = SCRIPT
    message["Date"] = "Mon, 06 Feb 2023 10:00:00 +0000"
    message["Message-ID"] = "<x@betaford.example>"
    message.set_content(
        f"{SCRIPT}\nOutcome      Number of complaints\nUpheld       7\n{SCRIPT}   10\nTotal    17\n"
    )
    message.add_alternative(f"<p>{SCRIPT}</p><iframe src='https://evil.example'></iframe>", subtype="html")
    message.add_attachment(DRAWING, maintype="image", subtype="svg+xml", filename="a<b>.svg")
    (folder / "betaford.eml").write_bytes(message.as_bytes())


def _workbook(path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Outcome", "Number of complaints"), ("Upheld", 5), (f"=1+1{SCRIPT}", 3), ("Total", 8)):
        sheet.append(row)
    sheet.append((f"{SECRET}row", 1))
    sheet.row_dimensions[5].hidden = True
    hidden = book.create_sheet(f"{SECRET}name")
    hidden.sheet_state = "hidden"
    hidden.append((f"{SECRET}cell", 99))
    book.save(path)


@pytest.fixture(scope="module")
def hostile(computed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("hostile") / "deep" / "survey"
    shutil.copytree(computed, folder)
    replies = folder / "replies"
    _mail(replies)
    rows = f'Outcome,Number of complaints\nUpheld,5\n"{SCRIPT.replace(chr(34), chr(34) * 2)}",3\nTotal,8\n'
    (replies / "alphaton" / "<img src=x onerror=window.owned=1>.csv").write_text(rows, encoding="utf-8")
    (replies / "alphaton" / "drawing.svg").write_bytes(DRAWING)
    _workbook(replies / "alphaton" / "book.xlsx")
    with zipfile.ZipFile(replies / "alphaton" / "parcel.zip", "w") as parcel:
        for name in ("../../../../evil.csv", "/tmp/evil-foidesk.csv", "C:\\evil.csv", "a/../../evil.csv", SCRIPT):
            parcel.writestr(name, "Outcome,Number of complaints\nUpheld,5\n")
    draft = (
        f"# {SCRIPT}\n\n[12]{{f=total}} [a](javascript:window.owned=1) {SCRIPT} ![x](https://evil.example/x.png)\n"
    )
    (folder / "story.md").write_text(draft, encoding="utf-8")
    running = start(Survey.serve(folder), 0)
    visitor = Visitor.admitted(running, SCRIPT).settled()
    visitor.post("/bodies/alphaton/notes", text=SCRIPT)
    visitor.settled()
    yield running
    running.stop()


def _paths(running: Running) -> list[str]:
    board = running.served.survey.store.board
    documents = [f"/document/{card['document']}" for card in board.cards("document")]
    pages = ["/", "/review", "/bodies", "/bodies/alphaton", "/bodies/betaford", "/bodies/gammaley", "/codebook"]
    pages += ["/codebook/outcome", "/findings", "/findings/outcomes", "/findings/by-body", "/story", "/publish"]
    return [*pages, "/search?q=window.owned", "/search?q=<script>alert(1)</script>", *documents]


@pytest.mark.browser
def test_nothing_from_a_reply_runs_or_is_fetched(browser: Any, hostile: Running) -> None:
    said: list[str] = []
    asked: list[str] = []
    tab = _tab(browser, hostile, "desk", said)
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    for path in _paths(hostile):
        tab.goto(hostile.address + path)
        if path == "/story":
            tab.wait_for_selector(".tally")
        assert tab.evaluate("window.owned") is None, path
        assert tab.evaluate("document.querySelectorAll('main script, main iframe, main [onerror]').length") == 0, (
            path
        )
    assert said == []
    assert {url.split("/")[2] for url in asked} == {hostile.address.split("/")[2]}


def test_the_words_of_an_attack_are_shown_as_words(hostile: Running) -> None:
    visitor = Visitor.admitted(hostile)
    text = visitor.get("/bodies/alphaton").text + visitor.get("/bodies/betaford").text
    assert "&lt;script&gt;window.owned=1" in text and "<script>window" not in text
    assert "onerror=window.owned" in text, "the file is listed under its name"


def test_no_path_of_a_parcel_leads_out(hostile: Running) -> None:
    folder = hostile.served.folder
    assert not list(folder.parents[2].rglob("evil*.csv")) and not Path("/tmp/evil-foidesk.csv").exists()


def test_what_is_hidden_is_nowhere_on_the_desk(hostile: Running) -> None:
    visitor = Visitor.admitted(hostile)
    for words in (f"{SECRET}cell", f"{SECRET}row"):
        assert "0 passages" in visitor.get(f"/search?q={words}").text
    for path in _paths(hostile):
        assert f"{SECRET}cell" not in visitor.get(path).text and f"{SECRET}row" not in visitor.get(path).text, path
    for name in ("desk.db", "words.db"):
        for file in (hostile.served.folder / ".foidesk").glob(f"{name}*"):
            data = file.read_bytes()
            assert f"{SECRET}cell".encode() not in data and f"{SECRET}row".encode() not in data


def test_a_drawing_is_never_sent_as_a_page(hostile: Running) -> None:
    visitor = Visitor.admitted(hostile)
    cards = hostile.served.survey.store.board.cards("document")
    drawn = [card for card in cards if card["name"].endswith(".svg")]
    assert drawn
    for card in drawn:
        for path in (f"/document/{card['document']}", f"/picture/{card['document']}/1.png"):
            answer = visitor.get(path)
            assert "<svg xmlns" not in answer.text and "svg+xml" not in answer.headers["content-type"]


def test_a_page_that_ends_the_program_that_draws_it_ends_nothing_else(hostile: Running) -> None:
    from foidesk.survey.desk import jobs

    room = hostile.served.pictures
    with pytest.raises(BaseException, match="process"):
        room.submit(jobs.os._exit, 3).result()
    assert room.submit(jobs.warm).result() is True
    assert Visitor.admitted(hostile).get("/").code == 200
