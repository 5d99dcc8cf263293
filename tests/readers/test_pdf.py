"""What a PDF gives: its text with places, its pages as displayed, a named error where it cannot be read."""

from __future__ import annotations

import io
import math
import shutil

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader as Picture
from reportlab.pdfgen.canvas import Canvas

from foidesk.errors import Encrypted, Truncated
from foidesk.model.places import Box, PagePlace
from foidesk.model.reading import Reading
from foidesk.readers import ocr
from foidesk.readers.images import page_image, sheet_image, text_image
from foidesk.readers.pdf import PdfReader, draw_steps
from foidesk.readers.scan import ImageReader

from .pages import Paper, read, source, texts

GRID = [["Year", "Cases"], ["2019", "14"], ["2020", "9"], ["2021", "31"]]
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def scan(paper: Paper) -> Image.Image:
    import pypdfium2

    picture: Image.Image = pypdfium2.PdfDocument(paper.pdf())[0].render(scale=300 / 72).to_pil().convert("L")
    return picture


def cell(reading: Reading, text: str) -> Box:
    return next(c.place.box for c in reading.tables[0].cells if c.text == text)  # type: ignore[union-attr]


def middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


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


def test_without_tesseract_a_scan_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper()
    image = Picture(Image.new("L", (600, 800), 200))
    paper.canvas.drawImage(image, 0, 0, 595, 842)
    monkeypatch.setattr(ocr.shutil, "which", lambda program: None)
    issues = read(paper).issues
    assert [issue.kind for issue in issues] == ["needs-program"]
    assert "tesseract-ocr" in issues[0].next


@needs_tesseract
@pytest.mark.ocr
def test_a_scanned_page_is_recognised_with_its_table() -> None:
    drawn = Paper()
    drawn.table(120, GRID, [120, 120], height=30)
    paper = Paper()
    paper.canvas.drawImage(Picture(scan(drawn)), 0, 0, 595, 842)
    reading = read(paper)
    part = reading.part("page 1")
    assert part.layer == "ocr" and any(tool.startswith("tesseract") for tool in reading.tools)
    assert all(word.confidence is not None for word in part.words)
    assert texts(reading.tables[0]) == GRID


@needs_tesseract
@pytest.mark.ocr
@pytest.mark.parametrize("askew", [0.7, -1.3])
def test_a_scan_that_lies_askew_is_read_and_marked_where_it_stands(askew: float) -> None:
    drawn = Paper()
    drawn.letter(80, 20)
    drawn.table(400, GRID, [120, 120], height=26)
    level = scan(drawn)
    found = []
    for picture in (level, level.rotate(askew, Image.Resampling.BICUBIC, fillcolor=255)):
        buffer = io.BytesIO()
        picture.save(buffer, "PNG", dpi=(300, 300))
        found.append(ImageReader().read(source(buffer.getvalue(), "scan.png", "image/png")).reading)
    assert texts(found[1].tables[0]) == texts(found[0].tables[0]) == GRID
    (ax, ay), (bx, by) = (middle(cell(reading, "2019")) for reading in found)
    angle, cx, cy = math.radians(askew), found[0].parts[0].width / 2, found[0].parts[0].height / 2
    shifted = cx + (ax - cx) * math.cos(angle) + (ay - cy) * math.sin(angle)
    lifted = cy - (ax - cx) * math.sin(angle) + (ay - cy) * math.cos(angle)
    assert (bx, by) == pytest.approx((shifted, lifted), abs=2)


@needs_tesseract
@pytest.mark.ocr
def test_a_picture_of_a_letter_is_read() -> None:
    buffer = io.BytesIO()
    scan(Paper().write(80, 100, "We hold 217 records.", 14)).save(buffer, "PNG", dpi=(300, 300))
    reading = ImageReader().read(source(buffer.getvalue(), "scan.png", "image/png")).reading
    assert "217 records" in reading.parts[0].text
    assert reading.parts[0].layer == "ocr"


@needs_tesseract
@pytest.mark.ocr
def test_a_cell_of_a_scan_that_was_not_recognised_is_raised() -> None:
    drawn = Paper()
    drawn.table(120, [*GRID, ["2022", ""]], [120, 120], height=30)
    for n in range(6):  # a scribble, no character
        drawn.line(190 + 4 * n, 248 + 3 * (n % 2), 194 + 4 * n, 262 - 3 * (n % 3))
    paper = Paper()
    paper.canvas.drawImage(Picture(scan(drawn)), 0, 0, 595, 842)
    reading = read(paper)
    blank = texts(reading.tables[0])[-1][1] == ""
    assert not blank or "ocr-unread-cell" in {issue.kind for issue in reading.issues}


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
        text_image("We hold 217 records.\nThank you.", 8, 11),
    ):
        assert Image.open(io.BytesIO(data)).format == "PNG"


def test_the_steps_of_the_table_finder_can_be_drawn() -> None:
    paper = Paper()
    paper.table(120, GRID, [120, 120])
    assert Image.open(io.BytesIO(draw_steps(paper.pdf(), 1))).format == "PNG"
    with pytest.raises(Truncated, match="no page 2"):
        draw_steps(paper.pdf(), 2)
