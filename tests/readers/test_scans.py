"""What a scan gives: recognised words at their places, doubt where two readings differ, what to install else."""

from __future__ import annotations

import io
import math

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader as Picture

from foidesk.errors import MissingProgram
from foidesk.model.places import Box, PagePlace
from foidesk.model.reading import Reading
from foidesk.readers import ocr
from foidesk.readers.images import page_image
from foidesk.readers.ocr_forms import lost_signs, odd_forms
from foidesk.readers.pdf import PdfReader
from foidesk.readers.scan import ImageReader
from foidesk.readers.tables.ink import Token

from ..conftest import needs_module, needs_program
from .pages import Paper, read, source, texts

GRID = [["Year", "Cases"], ["2019", "14"], ["2020", "9"], ["2021", "31"]]


def alone(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this engine reads; skipped where it is not there."""
    needs_program("tesseract") if engine == "tesseract" else needs_module("rapidocr")
    monkeypatch.setenv(ocr.CHOICE, engine)


class Engine:
    """An engine that has read these words, at 1 point a pixel, one after another on one line."""

    def __init__(self, *words: str, sure: float = 0.5) -> None:
        self.read, self.sure = words, sure

    def present(self) -> bool:
        return True

    def version(self) -> str:
        return "engine 1"

    def words(self, picture: Image.Image, dpi: int) -> list[Token]:
        places = enumerate(self.read)
        return [
            Token(50 * n, 50, 50 * n + 40, 60, w, 10, 2 * n, 2 * n + 1, True, self.sure) for n, w in places if w
        ]


def scan(paper: Paper) -> Image.Image:
    import pypdfium2

    picture: Image.Image = pypdfium2.PdfDocument(paper.pdf())[0].render(scale=300 / 72).to_pil().convert("L")
    return picture


def photographed(colour: int = 200) -> Paper:
    """A page that is a picture of nothing."""
    paper = Paper()
    paper.canvas.drawImage(Picture(Image.new("L", (600, 800), colour)), 0, 0, 595, 842)
    return paper


def cell(reading: Reading, text: str) -> Box:
    return next(c.place.box for c in reading.tables[0].cells if c.text == text)  # type: ignore[union-attr]


def middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def doubts(first: Engine, second: Engine | None, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Kind and quoted text of the issues of a page that these engines read."""
    monkeypatch.delenv(ocr.CHOICE, raising=False)
    monkeypatch.setattr(ocr, "ENGINES", {"first": first} | ({"second": second} if second else {}))
    return [(issue.kind, issue.locators[0].quote) for issue in read(photographed()).issues]


def test_without_an_engine_a_scan_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "ENGINES", {})
    monkeypatch.delenv(ocr.CHOICE, raising=False)
    (issue,) = read(photographed()).issues
    assert (issue.kind, issue.severity) == ("needs-program", "blocking")
    assert "tesseract-ocr" in issue.next and "foidesk[ocr]" in issue.next


def test_an_engine_that_does_not_exist_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ocr.CHOICE, "crystal-ball")
    with pytest.raises(MissingProgram, match="crystal-ball"):
        ocr.engines()


def test_a_number_that_one_engine_is_not_sure_of_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doubts(Engine("cases", "17"), None, monkeypatch) == [("ocr-doubtful", "17")]


def test_two_engines_that_agree_leave_no_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doubts(Engine("cases:", "17", "£1,500."), Engine("casos", "17", "£1,500"), monkeypatch) == []


@pytest.mark.parametrize(
    ("first", "second", "quote"),
    [
        ("17", "11", "17"), ("1.5", "15", "1.5"), ("1,234", "1.234", "1,234"), ("-4", "4", "-4"),
        ("17", "", "17"), ("17", "IT", "17"), ("IT", "17", "IT"), ("", "17", ""),
    ],
)  # fmt: skip
def test_a_number_on_which_two_engines_differ_is_raised_with_its_place(
    first: str, second: str, quote: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert doubts(Engine("cases", first), Engine("cases", second, sure=0.99), monkeypatch) == [
        ("ocr-disputed", quote)
    ]


def test_the_place_of_a_dispute_is_where_the_word_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ocr.CHOICE, raising=False)
    monkeypatch.setattr(ocr, "ENGINES", {"a": Engine("x", "17"), "b": Engine("x", "71")})
    (issue,) = read(photographed()).issues
    assert issue.locators[0].place == PagePlace(1, Box(50, 50, 90, 60))
    assert "“17”" in issue.what and "“71”" in issue.what


@pytest.mark.ocr
@pytest.mark.parametrize("engine", ["tesseract", "rapidocr"])
def test_a_scanned_page_is_recognised_with_its_table(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    alone(engine, monkeypatch)
    drawn = Paper()
    drawn.table(120, GRID, [120, 120], height=30)
    paper = Paper()
    paper.canvas.drawImage(Picture(scan(drawn)), 0, 0, 595, 842)
    reading = read(paper)
    part = reading.part("page 1")
    assert part.layer == "ocr" and reading.tools[1].startswith(engine)
    assert all(word.confidence is not None for word in part.words)
    assert texts(reading.tables[0]) == GRID


@pytest.mark.ocr
@pytest.mark.parametrize("askew", [0.7, -1.3, 4.2])
def test_a_scan_that_lies_askew_is_read_and_marked_where_it_stands(
    askew: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone("tesseract", monkeypatch)
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


LETTER = ["Dear Ms Example, in 2013 we issued 4,697 penalty notices", "and cancelled 83 of them on appeal."]


def turned(paper: Paper, quarter: int) -> bytes:
    """The page as a scan that was laid on the glass with its head to the left, below or to the right."""
    picture = scan(paper).rotate(quarter, expand=True)
    lying = Paper()
    lying.canvas.setPageSize((picture.width * 0.24, picture.height * 0.24))
    lying.canvas.drawImage(Picture(picture), 0, 0, picture.width * 0.24, picture.height * 0.24)
    return lying.pdf()


def back(box: Box, quarter: int, width: float, height: float) -> tuple[float, float]:
    """Where the middle of a box of the upright page stands on the page so turned (against the clock)."""
    x, y = middle(box)
    return {0: (x, y), 90: (y, width - x), 180: (width - x, height - y), 270: (height - y, x)}[quarter]


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("engine", "quarter"), [("tesseract", 90), ("tesseract", 180), ("tesseract", 270), ("rapidocr", 180)]
)
def test_a_scan_on_its_side_or_head_is_read_upright_and_marked_where_it_stands(
    engine: str, quarter: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone(engine, monkeypatch)
    paper = Paper()
    for n, line in enumerate(LETTER):
        paper.write(70, 60 + 24 * n, line, size=12)
    paper.table(120, GRID, [130, 120])
    upright, lying = (PdfReader().read(source(turned(paper, by))).reading for by in (0, quarter))
    assert "4,697" in lying.parts[0].text
    assert texts(lying.tables[0]) == texts(upright.tables[0]) == GRID
    assert (lying.parts[0].width > lying.parts[0].height) == (quarter != 180)
    for text in ("31", "Cases"):
        wanted = back(cell(upright, text), quarter, 595.28, 841.89)
        assert middle(cell(lying, text)) == pytest.approx(wanted, abs=3)


def with_layer(paper: Paper, quarter: int, *wrong: tuple[str, str]) -> bytes:
    """The scan of a page laid so on the glass, with the text layer of a program that misread these words."""
    picture = scan(paper).rotate(quarter, expand=True)
    wide, high = picture.width * 0.24, picture.height * 0.24
    lying = Paper((wide, high))
    lying.canvas.drawImage(Picture(picture), 0, 0, wide, high)
    shift = {0: (0, 0), 90: (wide, 0), 180: (wide, high), 270: (0, high)}[quarter]
    lying.canvas.translate(*shift)
    lying.canvas.rotate(quarter)
    layer = lying.canvas.beginText()
    layer.setTextRenderMode(3)
    layer.setFont("Helvetica", 10)
    for word in PdfReader().read(source(paper.pdf())).reading.parts[0].words:
        box = word.place.box  # type: ignore[union-attr]
        layer.setTextOrigin(box.x0, 841.89 - box.y1 + 2.2)
        layer.textOut(dict(wrong).get(word.text, word.text))
    lying.canvas.drawText(layer)
    return lying.pdf()


@pytest.mark.ocr
@pytest.mark.parametrize("quarter", [0, 90, 180, 270])
def test_the_text_that_came_with_a_scan_is_checked_however_the_page_lies(
    quarter: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone("tesseract", monkeypatch)
    paper = Paper()
    for n, line in enumerate(2 * LETTER):
        paper.write(70, 40 + 20 * n, line)
    paper.table(140, GRID, [130, 120])
    reading = PdfReader().read(source(with_layer(paper, quarter, ("31", "37")))).reading
    assert "4,697 penalty notices" in reading.parts[0].text and reading.parts[0].layer == "ocr"
    assert texts(reading.tables[0]) == [*GRID[:-1], ["2021", "37"]]
    [issue] = [issue for issue in reading.issues if issue.kind == "ocr-disputed"]
    assert issue.locators[0].quote == "37" and "“31”" in issue.what
    place = issue.locators[0].place
    assert isinstance(place, PagePlace)
    words = PdfReader().read(source(paper.pdf())).reading.parts[0].words
    level = next(word.place.box for word in words if word.text == "31")  # type: ignore[union-attr]
    assert middle(place.box) == pytest.approx(back(level, quarter, 595.28, 841.89), abs=5)


@pytest.mark.ocr
def test_the_text_that_came_with_a_scan_is_checked_by_every_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What recognised it at the sender's may be the first of ours, which then errs as it did there."""
    monkeypatch.delenv(ocr.CHOICE, raising=False)
    paper = Paper()
    for n in range(8):
        paper.write(60, 80 + 20 * n, LETTER[n % 2])
    data = with_layer(paper, 0, ("83", "88"))
    told = PdfReader().read(source(data)).reading.parts[0].words

    class Same(Engine):
        def words(self, picture: Image.Image, dpi: int) -> list[Token]:
            boxes = [word.place.box for word in told]  # type: ignore[union-attr]
            said = enumerate(zip((word.text.replace(*self.read) for word in told), boxes, strict=True))
            return [Token(b.x0, b.y0, b.x1, b.y1, text, 10, n, n + 1, True, 0.9) for n, (text, b) in said]

    kinds = []
    for second in (Same("88", "88"), Same("88", "83")):
        monkeypatch.setattr(ocr, "ENGINES", {"first": Same("88", "88"), "second": second})
        kinds.append({issue.kind for issue in PdfReader().read(source(data)).reading.issues})
    assert kinds == [set(), {"ocr-disputed"}]


@pytest.mark.ocr
def test_a_telephone_that_was_held_upright_says_how_its_picture_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    alone("tesseract", monkeypatch)
    paper = Paper()
    paper.write(70, 100, LETTER[0], size=12)
    said = Image.Exif()
    said[0x0112] = 6
    held = io.BytesIO()
    scan(paper).rotate(90, expand=True).save(held, "JPEG", exif=said, dpi=(300, 300))
    reading = ImageReader().read(source(held.getvalue(), "image/jpeg")).reading
    assert "4,697 penalty notices" in reading.parts[0].text
    assert reading.parts[0].width < reading.parts[0].height
    with Image.open(io.BytesIO(page_image(held.getvalue(), 1))) as shown:
        assert shown.width < shown.height


@pytest.mark.ocr
def test_a_picture_drawn_on_nothing_is_read_as_on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    alone("tesseract", monkeypatch)
    grey = scan(Paper().write(70, 100, LETTER[0], size=12))
    picture = Image.new("RGBA", grey.size, (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), mask=grey.point([255 - v for v in range(256)]))
    held = io.BytesIO()
    picture.save(held, "PNG", dpi=(300, 300))
    reading = ImageReader().read(source(held.getvalue(), "image/png")).reading
    assert "4,697 penalty notices" in reading.parts[0].text


@pytest.mark.parametrize(("shade", "kinds"), [(60, ["ocr-nothing"]), (255, [])])
def test_a_picture_on_which_no_word_is_recognised_is_said_unless_it_is_blank(
    shade: int, kinds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "ENGINES", {"first": Engine("")})
    monkeypatch.delenv(ocr.CHOICE, raising=False)
    assert [issue.kind for issue in read(photographed(shade)).issues] == kinds


def test_a_page_that_reads_poorly_either_way_stays_as_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "ENGINES", {"first": Engine("scrawl", "blotch", "stain", "smudge", sure=0.3)})
    monkeypatch.delenv(ocr.CHOICE, raising=False)
    box = next(word.place.box for word in read(photographed()).parts[0].words if word.text == "blotch")
    assert (box.x0, box.y0) == pytest.approx((50, 50), abs=0.5)


@pytest.mark.ocr
def test_a_number_with_much_white_beside_a_1_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    alone("rapidocr", monkeypatch)
    paper = Paper()
    for n, value in enumerate(("81,119", "71,032.6", "11,111", "1,568.1")):
        paper.write(80, 100 + 14 * n, f"Cases of kind {n + 2}", 8).write(260, 100 + 14 * n, value, 8)
    buffer = io.BytesIO()
    scan(paper).save(buffer, "PNG", dpi=(300, 300))
    text = ImageReader().read(source(buffer.getvalue(), "scan.png", "image/png")).reading.parts[0].text
    assert {"81,119", "71,032.6", "11,111", "1,568.1"} <= set(text.split())


@pytest.mark.ocr
@pytest.mark.parametrize("engine", ["tesseract", "rapidocr"])
def test_a_picture_of_a_letter_is_read(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    alone(engine, monkeypatch)
    buffer = io.BytesIO()
    scan(Paper().write(80, 100, "We hold 217 records.", 14)).save(buffer, "PNG", dpi=(300, 300))
    reading = ImageReader().read(source(buffer.getvalue(), "scan.png", "image/png")).reading
    assert "217 records" in reading.parts[0].text
    assert reading.parts[0].layer == "ocr"


@pytest.mark.ocr
def test_a_cell_of_a_scan_that_was_not_recognised_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    alone("tesseract", monkeypatch)
    drawn = Paper()
    drawn.table(120, [*GRID, ["2022", ""]], [120, 120], height=30)
    for n in range(6):  # a scribble, no character
        drawn.line(190 + 4 * n, 248 + 3 * (n % 2), 194 + 4 * n, 262 - 3 * (n % 3))
    paper = Paper()
    paper.canvas.drawImage(Picture(scan(drawn)), 0, 0, 595, 842)
    reading = read(paper)
    blank = texts(reading.tables[0])[-1][1] == ""
    assert not blank or "ocr-unread-cell" in {issue.kind for issue in reading.issues}


def numbers(*texts: str) -> list[Token]:
    return [Token(60 * n, 10, 60 * n + 40, 20, text, 10, n, n + 1) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("page", "odd"),
    [
        (["56.846", "1,234", "5,678", "31.5", "2019", "12.03.2019", "1.2.3"], ["56.846"]),
        (["3.836.221.31", "8.341,721.55", "53,713.18", "1.234.567,89"], ["3.836.221.31", "8.341,721.55"]),
        (["5,678", "1.234", "2.345", "1.234.567,89"], ["5,678"]),
        (["56.846", "0.125", "3.250"], []),
    ],
)
def test_numbers_written_otherwise_than_their_page_writes_them_are_odd(page: list[str], odd: list[str]) -> None:
    assert [token.text for token, _ in odd_forms(numbers(*page))] == odd


@pytest.mark.parametrize("dpi", [110, 200, 300])
def test_a_minus_that_was_not_recognised_is_seen(dpi: int) -> None:
    said = ["-31", "31", "-59,288", "0.4", "-0.4", "44", "-71", "71", "1", "-8"]
    paper = Paper()
    for n, text in enumerate(said):
        paper.write(60, 60 + 20 * n, text)
    picture = scan(paper).resize((round(595 * dpi / 72), round(842 * dpi / 72)), Image.Resampling.BICUBIC)
    found = [
        Token(60, 52 + 20 * n, 60 + 6 * len(text), 61 + 20 * n, text.removeprefix("-"), 9)
        for n, text in enumerate(said)
    ]
    assert [token.text for token in lost_signs(picture, dpi, found)] == ["31", "59,288", "0.4", "71", "8"]
