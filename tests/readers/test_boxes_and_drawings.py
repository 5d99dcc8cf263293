"""Words in text boxes and drawings of OpenDocument texts are paragraphs of their own; nothing runs into them."""

from __future__ import annotations

from foidesk import readers

from . import make
from .pages import texts

DRAW = "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"


def shape(*words: str, more: str = "") -> str:
    inside = "".join(f"<text:p>{text}</text:p>" for text in words)
    return f"<draw:custom-shape {DRAW}>{inside}{more}</draw:custom-shape>"


def blocks(body: str) -> list[str]:
    reading = readers.read(make.opendocument("text", body), "a.odt").reading
    return [block.text.strip() for block in reading.parts[0].blocks]


def test_words_of_a_drawing_follow_the_paragraph_it_is_set_in() -> None:
    assert blocks(f"<text:p>In all 12{shape('88 notices', '7 appeals')} cases.</text:p>") == [
        "In all 12 cases.", "88 notices", "7 appeals",
    ]  # fmt: skip


def test_a_box_in_a_box_is_read_once() -> None:
    inner = shape("4 closed")
    assert blocks(f"<text:p>Result{shape('9 opened', more=f'<text:p>{inner}</text:p>')}</text:p>") == [
        "Result", "9 opened", "4 closed",
    ]  # fmt: skip


def test_a_drawing_that_stands_in_no_paragraph_is_read() -> None:
    assert blocks(f"<text:p>In all 12.</text:p>{shape('Of these 5 were upheld')}") == [
        "In all 12.", "Of these 5 were upheld",
    ]  # fmt: skip


def test_a_figure_in_a_cell_keeps_clear_of_the_drawing_in_it() -> None:
    cells = "".join(
        f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"
        for text in ("North", f"12{shape('77 notices')}")
    )
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    reading = readers.read(make.opendocument("text", table), "a.odt").reading
    assert texts(reading.tables[0]) == [["North", "12"]]
    assert "77 notices" in reading.parts[0].text
