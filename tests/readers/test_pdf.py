"""What a PDF gives: its text with places, its pages as displayed, a named error where it cannot be read."""

from __future__ import annotations

import io
import math

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from foidesk.errors import Encrypted, Truncated
from foidesk.model.places import Box, PagePlace
from foidesk.readers import pdf_ink
from foidesk.readers.images import page_image, sheet_image, text_image
from foidesk.readers.pdf import PdfReader, draw_steps
from foidesk.readers.tables.ink import Frame

from .pages import Paper, read, source, texts

GRID = [["Year", "Cases"], ["2019", "14"], ["2020", "9"], ["2021", "31"]]


def test_a_page_is_a_part_with_words_at_their_places() -> None:
    part = read(Paper().write(100, 200, "Total 1,234 cases")).part("page 1")
    word = part.words[1]
    assert (part.text, word.text, part.text[word.start : word.end]) == ("Total 1,234 cases", "1,234", "1,234")
    assert isinstance(word.place, PagePlace)
    assert word.place.box.holds(Box(126, 193, 150, 200), 0.8)
    assert (part.layer, round(part.width), round(part.height)) == ("text", 595, 842)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_displayed(turn: int) -> None:
    plain, turned = (read(Paper(rotate=t).write(100, 200, "upright words")).parts[0] for t in (0, turn))
    assert turned.text == plain.text == "upright words"
    assert (turned.width, turned.height) == (plain.width, plain.height)
    for a, b in zip(plain.words, turned.words, strict=True):
        assert a.place.holds(b.place)


@pytest.mark.parametrize(("turn", "f1", "f2"), [
    (90, (30, 50, 40, 54), (30, 54, 40, 58)), (270, (30, 54, 40, 58), (30, 50, 40, 54)),
    (180, (35, 50, 40, 58), (30, 50, 35, 58)),
])  # fmt: skip
def test_the_letters_of_a_ligature_on_a_turned_page_have_its_whole_box(
    monkeypatch: pytest.MonkeyPatch, turn: int, f1: tuple[float, ...], f2: tuple[float, ...]
) -> None:
    monkeypatch.setattr(pdf_ink, "_angle", lambda text, index: math.radians((360 - turn) % 360))
    frames = [Frame(20, 48, 30, 60), Frame(*f1), Frame(*f2), Frame(40, 48, 50, 60)]
    pdf_ink.unite_ligatures(0, frames, turn)
    assert frames == [Frame(20, 48, 30, 60), *[Frame(30, 50, 40, 58)] * 2, Frame(40, 48, 50, 60)]


def test_paragraphs_headings_and_repeated_headers_are_told_apart() -> None:
    paper = Paper()
    for n in (1, 2, 3):
        paper.write(60, 40, "Sampleshire Constabulary").write(280, 810, f"Page {n} of 3")
        paper.write(60, 220, "Decision", font="Helvetica-Bold").letter(250)
        paper.next_page()
    kinds = {block.text.split("\n")[0]: block.kind for block in read(paper).parts[1].blocks}
    assert kinds["Sampleshire Constabulary"] == "page header"
    assert kinds["Page 2 of 3"] == "page footer"
    assert kinds["Decision"] == "heading"
    assert "paragraph" in kinds.values()


def test_every_number_on_the_page_stands_in_the_raw_text() -> None:
    paper = Paper()
    paper.table(paper.letter(80), GRID, [80, 80])
    paper.canvas.saveState()
    paper.canvas.translate(550, 300)
    paper.canvas.rotate(90)
    paper.canvas.drawString(0, 0, "FOI-4711")
    paper.canvas.restoreState()
    text = read(paper).part("page 1").text
    for number in ("2019", "14", "9", "31", "FOI-4711"):
        assert number in text


def test_what_was_typed_into_a_form_is_read_where_it_stands() -> None:
    paper = Paper().write(60, 100, "Number of staff")
    form = paper.canvas.acroForm
    form.textfield(name="staff", value="217", x=200, y=paper.height - 106, width=80, height=18)
    form.checkbox(name="yes", checked=True, x=300, y=paper.height - 106, size=14)
    form.checkbox(name="no", checked=False, x=330, y=paper.height - 106, size=14)
    part = read(paper).part("page 1")
    assert part.text.split() == ["Number", "of", "staff", "217", "☒"]
    box = part.words[3].place.box  # type: ignore[union-attr]
    assert 200 <= box.x0 < box.x1 <= 280


def test_an_encrypted_pdf_is_refused_by_name() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", "owner"))
    canvas.drawString(100, 100, "closed")
    canvas.save()
    with pytest.raises(Encrypted):
        PdfReader().read(source(buffer.getvalue()))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"not a pdf at all", Paper().write(9, 9, "x").pdf()[:300]])
def test_a_damaged_pdf_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(Truncated):
        PdfReader().read(source(data))


def test_a_page_that_is_only_blank_is_no_scan() -> None:
    reading = read(Paper().write(60, 60, "one").next_page().next_page().write(60, 60, "three"))
    assert [part.layer for part in reading.parts] == ["text", "text", "text"]


def test_a_page_picture_marks_the_box() -> None:
    data = Paper().write(100, 200, "1,234").pdf()
    plain, marked = (
        Image.open(io.BytesIO(page_image(data, 1, boxes))) for boxes in ((), (Box(98, 190, 130, 203),))
    )
    assert plain.size == marked.size == (794, 1123)
    assert plain.getpixel((160, 256)) != marked.getpixel((160, 256))


def test_where_there_is_no_page_the_cells_or_the_words_are_drawn() -> None:
    for data in (
        sheet_image([["Year", "Cases"], ["2019", "14"]], 3, 2, [(4, 3)]),
        text_image("We hold 217 records.\nThank you.", [(8, 11)]),
    ):
        assert Image.open(io.BytesIO(data)).format == "PNG"


def test_the_steps_of_the_table_finder_can_be_drawn() -> None:
    paper = Paper()
    paper.table(120, GRID, [120, 120])
    assert Image.open(io.BytesIO(draw_steps(paper.pdf(), 1))).format == "PNG"
    with pytest.raises(Truncated, match="no page 2"):
        draw_steps(paper.pdf(), 2)


@pytest.mark.parametrize("turn", [90, 180, 270])
@pytest.mark.parametrize("rules", ["all", "none"])
def test_a_page_whose_letters_are_turned_is_read_as_one_turns_it(turn: int, rules: str) -> None:
    rows = [["School", "Exclusions", "Appeals"], ["Oakfield", "14", "3"], ["Tarn Valley", "121", "7"]]
    rows.append(["Total", "135", "10"])
    found = []
    for by in (0, turn):
        paper = Paper((595.0, 842.0) if by in (0, 180) else (842.0, 595.0))
        shift = {0: (0, 0), 90: (842, 0), 180: (595, 842), 270: (0, 595)}[by]
        paper.canvas.translate(*shift)
        paper.canvas.rotate(by)
        paper.height = 842.0
        paper.write(60, 60, "Annex B: exclusions and appeals of all schools in the year")
        paper.table(90, rows, [120, 90, 90], rules=rules)
        found.append(read(paper))
    level, turned = found
    assert texts(turned.tables[0]) == texts(level.tables[0]) == rows
    assert turned.parts[0].text == level.parts[0].text
    wide, high = turned.parts[0].width, turned.parts[0].height
    assert (wide, high) == ((595, 842) if turn == 180 else (842, 595))
    was, box = (reading.tables[0].cells[4].place.box for reading in found)  # type: ignore[union-attr]
    x, y = (was.x0 + was.x1) / 2, (was.y0 + was.y1) / 2
    wanted = {90: (y, 595 - x), 180: (595 - x, 842 - y), 270: (842 - y, x)}[turn]
    assert ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2) == pytest.approx(wanted, abs=1)
