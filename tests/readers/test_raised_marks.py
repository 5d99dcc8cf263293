"""The raised mark of a note behind a number is none of its digits: 45¹ is no 451, whatever it is written with."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from typing import Any

import openpyxl
import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from foidesk import readers

from . import make
from .pages import Paper, read

ROWS = "Ward\tNotices\nAshgrove\t14²\nBellwater\t967"


def text_of(data: bytes, name: str) -> str:
    return readers.read(data, name).reading.parts[0].text.strip()


def rich() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    mark = TextBlock(InlineFont(vertAlign="superscript"), "2")
    for row in (["Ward", "Notices"], ["Ashgrove", CellRichText("14", mark)], ["Bellwater", 967]):
        book.active.append(row)
    return book


def test_in_an_inline_string_of_a_workbook() -> None:
    held = io.BytesIO()
    rich().save(held)
    assert text_of(held.getvalue(), "a.xlsx") == ROWS


def test_in_a_shared_string_of_a_workbook() -> None:
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>14</t></r><r><rPr>'
        '<vertAlign val="superscript"/></rPr><t>2</t></r></si><si><r><t>CO</t></r><r><rPr>'
        '<vertAlign val="subscript"/></rPr><t>2</t></r></si></sst>'
    )
    order = itertools.count()
    with zipfile.ZipFile(io.BytesIO(make.xlsx([["14", "CO2"]]))) as book:
        members = {name: book.read(name) for name in book.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"].decode()
    sheet = re.sub(r't="inlineStr"><is><t>(?:14|CO2)</t></is>', lambda _: f't="s"><v>{next(order)}</v>', sheet)
    members |= {"xl/sharedStrings.xml": shared.encode(), "xl/worksheets/sheet1.xml": sheet.encode()}
    assert text_of(make.zipped(members), "a.xlsx") == "14²\tCO2"


def test_in_an_old_workbook() -> None:
    high, low = xlwt.Font(), xlwt.Font()
    high.escapement = xlwt.Font.ESCAPEMENT_SUPERSCRIPT
    low.escapement = xlwt.Font.ESCAPEMENT_SUBSCRIPT

    def fill(_: object, sheet: xlwt.Worksheet) -> None:
        sheet.write_rich_text(1, 1, ["14", ("2", high)])
        sheet.write_rich_text(2, 0, ["CO", ("2", low), " 7"])

    data = make.xls([["Ward", "Notices"], ["Ashgrove"], [None, 967]], fill)
    assert text_of(data, "a.xls") == ROWS.replace("Bellwater", "CO2 7")


STYLES = (
    '<style:style style:name="T1" style:family="text"><style:text-properties '
    'style:text-position="super 58%"/></style:style><style:style style:name="T2" style:family="text">'
    '<style:text-properties style:text-position="sub 58%"/></style:style>'
)


def test_in_an_opendocument_text() -> None:
    said = (
        '<text:p>We dealt with 45<text:span text:style-name="T1">1</text:span> cases of CO<text:span '
        'text:style-name="T2">2</text:span>.</text:p>'
    )
    assert text_of(make.opendocument("text", said, STYLES), "a.odt") == "We dealt with 45¹ cases of CO2."


def test_in_an_excel_2003_xml_workbook() -> None:
    said = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Data"><Table><Row>'
        '<Cell><Data ss:Type="String">Ward</Data></Cell><Cell><ss:Data ss:Type="String" '
        'xmlns="http://www.w3.org/TR/REC-html40">14<Sup>2</Sup></ss:Data></Cell></Row></Table></Worksheet></Workbook>'
    )
    assert text_of(said.encode(), "a.xls") == "Ward\t14²"


def test_in_a_web_page_that_raises_by_its_style() -> None:
    page = b'<html><body><p>We dealt with 45<span style="font-size:60%;vertical-align:super">1</span> cases.</p>'
    assert text_of(page, "a.html") == "We dealt with 45¹ cases."


@pytest.mark.parametrize("size", [5.8, 6.6, 8.3])
@pytest.mark.parametrize("apart", [0.0, 0.8])
def test_on_a_page(size: float, apart: float) -> None:
    paper = Paper()
    rows = (("Ward", "Notices"), ("Ashgrove", "1,412"), ("Bellwater", "967"), ("Cotterill", "88"))
    for n, (ward, count) in enumerate(rows):
        paper.write(60, 80 + 16 * n, ward).write(160, 80 + 16 * n, count)
    end = 160 + paper.canvas.stringWidth("1,412", "Helvetica", 10)
    paper.write(end + apart, 80 + 16 - 3.4, "3", size)
    table = read(paper).tables[0]
    assert [cell.text for cell in table.cells if cell.row == 1] == ["Ashgrove", "1,412³"]


def test_a_small_figure_that_is_not_raised_stays_a_figure() -> None:
    paper = (
        Paper()
        .write(60, 80, "In all 45")
        .write(60 + 41.2, 80, "12", 7)
        .write(60, 110, "CO")
        .write(74.6, 112, "2", 6)
    )
    text = read(paper).parts[0].text
    assert "¹" not in text and "²" not in text


def test_a_figure_with_a_mark_that_begins_a_paragraph_is_read() -> None:
    """A bare figure there may number an item; one with a mark numbers nothing, and the page is read."""
    paper = Paper().write(60, 80, "3").write(65.8, 76.6, "2", 5.8)
    paper.write(72, 80, "of the cases that were opened in the year were closed within 45 or").write(60, 93, "46.")
    assert "3² of the cases" in read(paper).parts[0].text


def test_figures_set_low_are_marks_in_every_format() -> None:
    low = "Notices\n14₂"
    rich_text = rb"{\rtf1\ansi Notices\par 14{\sub 2}\par}"
    styles = (
        '<style:style style:name="L" style:family="text"><style:text-properties style:text-position="-33% 58%"/>'
        "</style:style>"
    )
    text = make.opendocument(
        "text", '<text:p>Notices</text:p><text:p>14<text:span text:style-name="L">2</text:span></text:p>', styles
    )

    def lowered(document: Any) -> None:
        document.add_paragraph("Notices")
        paragraph = document.add_paragraph("14")
        paragraph.add_run("2").font.subscript = True

    assert text_of(make.word(lowered), "a.docx") == low
    assert text_of(rich_text, "a.rtf") == low
    assert text_of(text, "a.odt") == low
    assert text_of(b"<p>Notices</p><p>14<span style='vertical-align: sub'>2</span></p>", "a.html") == low


def test_a_small_figure_set_low_on_a_page_is_a_mark() -> None:
    paper = Paper().write(60, 100, "Notices").write(60, 115, "14").write(71.5, 117, "2", 6)
    assert "14₂" in read(paper).parts[0].text


def test_what_is_set_low_behind_a_letter_is_as_it_is() -> None:
    assert text_of(b"<p>CO<sub>2</sub></p>", "a.html") == "CO2"
