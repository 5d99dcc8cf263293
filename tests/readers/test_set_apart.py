"""What is struck out, typed into a field or set low runs into no figure beside it; a stray quote hides no row."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image

from foidesk import readers
from foidesk.model import Reading

from . import make

ODT = (
    "<style:style style:name='T1' style:family='text'><style:text-properties"
    " style:text-line-through-style='solid'/></style:style>"
)
RTF = rb"{\rtf1\ansi\pard We had {\strike 41}57 complaints.\par}"


def read(data: bytes, name: str) -> Reading:
    return readers.read(data, name).reading


def word(document: Any) -> None:
    paragraph = document.add_paragraph("We had ")
    paragraph.add_run("41").font.strike = True
    paragraph.add_run("57 complaints.")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (make.word(word), "a.docx"),
        (RTF, "a.rtf"),
        (b"<html><body><p>We had <s>41</s>57 complaints.</p></body></html>", "a.html"),
        (
            make.opendocument(
                "text", "<text:p>We had <text:span text:style-name='T1'>41</text:span>57 complaints.</text:p>", ODT
            ),
            "a.odt",
        ),
    ],
)
def test_a_figure_behind_a_struck_one_is_a_figure_of_its_own(data: bytes, name: str) -> None:
    reading = read(data, name)
    assert reading.parts[0].text.strip() == "We had 41 57 complaints."
    assert [issue.kind for issue in reading.issues] == ["struck-text"]


def test_fields_of_a_page_show_what_is_chosen_and_typed_apart_from_one_another() -> None:
    page = (
        b"<html><body><p>2021<select><option>5<option selected>6</select><input value=77><textarea>88</textarea>"
        b"</p><details><summary>More</summary>99 appeals</details></body></html>"
    )
    assert read(page, "a.html").parts[0].text.split() == ["2021", "6", "77", "88", "More", "99", "appeals"]


def test_a_mark_set_low_is_no_digit_of_the_figure_before_it() -> None:
    assert (
        read(b"<html><body><p>stage 4<sub>2</sub></p></body></html>", "a.html").parts[0].text.strip() == "stage 4₂"
    )


def test_a_quote_closed_in_the_next_record_is_told() -> None:
    reading = read(b'"Ward","Count"\r\n"North","12"\r\n"South,7\r\n"East","9"\r\n', "a.csv")
    assert [issue.kind for issue in reading.issues] == ["unclosed-quote"]
    assert not read(b'"Ward","Note"\r\n"North","two\r\nlines, ""quoted"""\r\n', "a.csv").issues


def picture(wide: int, high: int) -> bytes:
    held = io.BytesIO()
    Image.new("L", (wide, high), 255).save(held, "PNG")
    return held.getvalue()


def test_pictures_in_a_page_and_in_rich_text_are_documents_of_their_own() -> None:
    data = picture(40, 20)
    page = b"<html><body><p>See below.</p><img src='data:image/png;base64,%b'></body></html>" % base64.b64encode(
        data
    )
    rich = (
        rb"{\rtf1\ansi\pard See below.\par {\*\shppict{\pict{\*\picprop{\sp{\sn a}{\sv b}}}\pngblip\picwgoal9000"
        rb"\pichgoal4000 " + data.hex().encode() + rb"}}{\nonshppict{\pict\wmetafile8 00ff}}}"
    )
    for held, name in ((page, "a.html"), (rich, "a.rtf")):
        found = readers.read(held, name)
        assert [one.media_type for one in found.reading.attachments] == ["image/png"]
        assert list(found.contents.values()) == [data]


def test_a_large_picture_that_a_page_only_names_is_told() -> None:
    page = b"<html><body><p>See below.</p><img src='figures.png' width=600 height=300></body></html>"
    assert [issue.kind for issue in read(page, "a.html").issues] == ["picture-unread"]
    assert not read(page.replace(b"600", b"60"), "a.html").issues
