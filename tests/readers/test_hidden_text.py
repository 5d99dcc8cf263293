"""What nobody sees on a page stays sealed: white and invisible words, words below a box; the rest is read."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader as Picture

from foidesk.model.issues import Issue
from foidesk.model.places import PagePlace
from foidesk.model.reading import Reading
from foidesk.readers import ocr

from .pages import Paper, read
from .test_scans import Engine

SENTENCE = "We hold 217 records."


def hidden(reading: Reading) -> list[Issue]:
    return [issue for issue in reading.issues if issue.kind == "hidden-text"]


def coloured(paper: Paper, x: float, y: float, text: str, shade: float, mode: int = 0) -> Paper:
    paper.canvas.saveState()
    paper.canvas.setFillGray(shade)
    words = paper.canvas.beginText(x, paper.height - y)
    words.setFont("Helvetica", 10)
    words.setTextRenderMode(mode)
    words.textOut(text)
    paper.canvas.drawText(words)
    paper.canvas.restoreState()
    return paper


def box(paper: Paper, x0: float, y0: float, x1: float, y1: float, shade: float = 0.0) -> Paper:
    paper.canvas.saveState()
    paper.canvas.setFillGray(shade)
    paper.canvas.rect(x0, paper.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
    paper.canvas.restoreState()
    return paper


@pytest.mark.parametrize(("shade", "mode"), [(1.0, 0), (0.99, 0), (0.0, 3), (0.0, 7)])
def test_words_in_the_colour_of_paper_or_drawn_invisibly_are_sealed(shade: float, mode: int) -> None:
    reading = read(coloured(Paper().write(60, 100, SENTENCE), 60, 130, "Zanzibar 987654", shade, mode))
    assert reading.parts[0].text == SENTENCE
    assert "987654" not in repr(reading)
    (issue,) = hidden(reading)
    assert issue.what.startswith("2 words on this page cannot be seen")
    assert [where.quote for where in issue.locators] == ["", ""]
    place = issue.locators[0].place
    assert isinstance(place, PagePlace) and 58 < place.box.x0 < 62 and 118 < place.box.y0 < 132


@pytest.mark.parametrize("shade", [0.0, 0.5, 1.0])
def test_words_below_a_box_are_sealed_and_those_beside_it_are_read(shade: float) -> None:
    paper = Paper().write(60, 100, "Officer Zanzibar paid 1.5 and 3.25 pounds")
    reading = read(box(paper, 91, 90, 132, 103, shade))
    assert reading.parts[0].text == "Officer paid 1.5 and 3.25 pounds"
    assert "Zanzibar" not in repr(reading)
    assert hidden(reading)


def test_what_a_label_on_the_box_says_is_read() -> None:
    paper = box(Paper().write(60, 100, "Officer Zanzibar 987654 was paid"), 91, 90, 168, 103)
    reading = read(coloured(paper, 95, 100, "s.40(2)", 1.0))
    assert sorted(reading.parts[0].text.split()) == sorted("Officer s.40(2) was paid".split())
    assert "987654" not in repr(reading)


def test_words_that_show_are_read_whatever_their_ground() -> None:
    paper = box(Paper(), 50, 85, 300, 110, shade=0.2)
    coloured(paper, 60, 100, "White on dark 217", 1.0)
    coloured(paper, 60, 140, "Grey on white 31", 0.8)
    box(paper, 50, 155, 300, 175, shade=0.95)
    paper.write(60, 170, "Black on pale 44")
    paper.canvas.setFillAlpha(0.3)
    box(paper.write(60, 200, "Marked in yellow 55"), 55, 190, 200, 205, shade=0.5)
    reading = read(paper)
    assert [n for n in reading.parts[0].text.split() if n.isdigit()] == ["217", "31", "44", "55"]
    assert not hidden(reading)


def test_words_beside_the_page_are_sealed() -> None:
    reading = read(Paper().write(60, 100, SENTENCE).write(700, 100, "987654"))
    assert reading.parts[0].text == SENTENCE
    assert hidden(reading)


def test_a_comment_and_a_hidden_field_stay_sealed() -> None:
    paper = Paper().write(60, 100, SENTENCE)
    paper.canvas.textAnnotation("Zanzibar 987654", (300, 700, 320, 720))
    paper.canvas.acroForm.textfield(name="a", value="987654", x=60, y=500, annotationFlags="hidden")
    reading = read(paper)
    assert "987654" not in repr(reading)
    assert [issue.kind for issue in reading.issues] == ["comments"]


def searchable(shown: str, layer: str, blacked: bool = False) -> Paper:
    """A scan with the text layer of a recogniser behind its picture."""
    picture = Image.new("L", (1190, 1684), 255)
    pen = ImageDraw.Draw(picture)
    paper = Paper()
    for n in range(12):
        pen.text((120, 180 + 60 * n), f"{shown} and more words of line {n}", 0, font_size=20)
    if blacked:
        pen.rectangle((100, 170, 800, 215), 0)
    paper.canvas.drawImage(Picture(picture), 0, 0, 595, 842)
    for n in range(12):
        coloured(paper, 60, 99 + 30 * n, f"{layer} and more words of line {n}", 0.0, 3)
    return paper


def engines(monkeypatch: pytest.MonkeyPatch, *present: Engine) -> None:
    """Only these engines are there."""
    monkeypatch.delenv(ocr.CHOICE, raising=False)
    monkeypatch.setattr(ocr, "ENGINES", dict(enumerate(present)))


def test_the_text_layer_of_a_scan_counts_as_recognised_and_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    class Other(Engine):
        def words(self, picture: Image.Image, dpi: int) -> list:  # type: ignore[type-arg]
            first = super().words(picture, dpi)[0]
            return [first._replace(x0=60, y0=90, x1=80, y1=100)]

    engines(monkeypatch, Other("218"))
    reading = read(searchable("217", "217"))
    part = reading.parts[0]
    assert (part.layer, part.text.split()[0]) == ("ocr", "217")
    assert any(i.kind == "ocr-disputed" and i.locators[0].quote == "217" for i in reading.issues)
    assert "engine 1" in reading.tools


def test_without_a_program_the_text_layer_of_a_scan_is_unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    engines(monkeypatch)
    reading = read(searchable("217", "217"))
    assert [issue.kind for issue in reading.issues] == ["ocr-unchecked"]


def test_words_that_the_scan_blacks_out_are_sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    engines(monkeypatch)
    reading = read(searchable("217", "217", blacked=True))
    assert reading.parts[0].text.split("\n")[0].endswith("line 1")
    assert hidden(reading)


@pytest.mark.parametrize("degrees", [90, -90])
def test_on_a_page_that_runs_up_or_down_the_same_is_sealed_and_read(degrees: int) -> None:
    paper = Paper()
    paper.canvas.translate(*((paper.width, 0) if degrees > 0 else (0, paper.height)))
    paper.canvas.rotate(degrees)
    for n in range(8):
        paper.canvas.drawString(60, 480 - 20 * n, f"Ward {n} has {217 + n} records")
    paper.canvas.setFillGray(1.0)
    paper.canvas.drawString(60, 260, "Zanzibar 987654")
    reading = read(paper)
    assert "Ward 7 has 224 records" in reading.parts[0].text and "987654" not in repr(reading)
    [issue] = hidden(reading)
    assert len(issue.locators) == 2
