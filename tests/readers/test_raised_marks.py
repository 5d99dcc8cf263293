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


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p><span style='vertical-align:sub'>12<br>34</span></p>", "12\n34"),
        ("<p><span style='vertical-align:super'>12<br>34</span></p>", "12\n34"),
        ("<p>Cases <span style='vertical-align:sub'>4 <input value=6> 8</span></p>", "Cases 4 6 8"),
        (
            "<p>Of <span style='vertical-align:sub'><select><option>7<option selected>9</select> cases</span></p>",
            "Of 9 cases",
        ),
        ("<p>45<sup>1<span style='display:none'>7</span></sup> cases</p>", "45¹ cases"),
        ("<p>45<sup>1<br></sup> cases</p>", "45¹\n cases"),
        ("<p>45<sup><a href='#n1'><b>1</b></a></sup> cases</p>", "45¹ cases"),
        ("<p>14<b></b><i></i><span></span><sub>2</sub></p>", "14₂"),
        ("<p>14<b></b><i></i><span></span><sup>b</sup></p>", "14ᵇ"),
        ("<p>£1,200.<sup><span style='display:none'>Note </span>5</sup> paid</p>", "£1,200.⁵ paid"),
        ("<p>45.<sup><abbr title='Note'>1</abbr></sup></p>", "45.¹"),
        ("<p><sup><ins>1</ins></sup>45 cases</p>", "¹45 cases"),
        ("<p>45%<sup><a><cite>1</cite></a></sup></p>", "45%¹"),
        ("<p>45<sup><mark>1</mark>,<time>2</time></sup></p>", "45¹,²"),
        ("<p>45<abbr>6</abbr> cases</p>", "456 cases"),
        ("<p><sup>1</sup> includes two of 2019</p>", "¹ includes two of 2019"),
    ],
)
def test_of_more_than_words_set_off_each_piece_stands_for_itself(page: str, said: str) -> None:
    assert text_of(page.encode(), "a.html").replace("\n ", "\n") == said.replace("\n ", "\n")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("le 45<sup>e</sup> cas", "le 45e cas"),
        ("the 3<sup>d</sup> ward", "the 3d ward"),
        ("the 22<sup>d</sup> ward", "the 22d ward"),
        ("the 21<sup>st</sup> ward", "the 21st ward"),
        ("45<sup>d</sup> cases", "45ᵈ cases"),
        ("45<sup>a</sup> cases", "45ᵃ cases"),
    ],
)
def test_an_ordinal_set_high_is_one_and_no_note(page: str, said: str) -> None:
    assert text_of(f"<p>{page}</p>".encode(), "a.html") == said


@pytest.mark.parametrize(
    ("rich", "said"),
    [
        (rb"14{\sub 2\sub0 1 cases}", "14₂1 cases"),
        (rb"In {\sub\sub0 14}\sub0 7 cases", "In 147 cases"),
        (rb"4\sub0 1 cases", "41 cases"),
        (rb"4\super0 1 cases", "41 cases"),
        (rb"45{\up6\fs14 1} cases", "45¹ cases"),
        (rb"45\up6 1\up0 7 cases", "45¹7 cases"),
        (rb"45{\dn4 2} cases", "45₂ cases"),
        (rb"45\up0 1\dn0 2 cases", "4512 cases"),
        (rb"4\super 1\nosupersub  cases", "4¹ cases"),
        (rb"4\super 1\sub 2\sub0  cases", "4¹₂ cases"),
    ],
)
def test_a_rich_text_ends_what_is_set_off(rich: bytes, said: str) -> None:
    assert text_of(rb"{\rtf1\ansi " + rich + rb"\par}", "a.rtf") == said


def test_inline_strings_of_a_workbook_are_set_low_and_by_letters_too() -> None:
    book = openpyxl.Workbook()
    low, high = InlineFont(vertAlign="subscript"), InlineFont(vertAlign="superscript")
    book.active.append(["Ward", CellRichText("14", TextBlock(low, "2"))])
    book.active.append([CellRichText("CO", TextBlock(low, "2")), CellRichText("9", TextBlock(high, "b"))])
    held = io.BytesIO()
    book.save(held)
    assert text_of(held.getvalue(), "a.xlsx") == "Ward\t14₂\nCO2\t9ᵇ"


def test_an_old_workbook_sets_low_and_by_letters_too() -> None:
    high, low = xlwt.Font(), xlwt.Font()
    high.escapement = xlwt.Font.ESCAPEMENT_SUPERSCRIPT
    low.escapement = xlwt.Font.ESCAPEMENT_SUBSCRIPT

    def fill(_: object, sheet: xlwt.Worksheet) -> None:
        sheet.write_rich_text(0, 0, ["14", ("2", low), " and 9", ("b ", high), "of 7"])

    assert text_of(make.xls([[None, "Notices"], [None, 967]], fill), "a.xls").startswith("14₂ and 9ᵇof 7\tNotices")


def test_an_excel_2003_xml_workbook_sets_low_and_by_letters_too() -> None:
    cells = "".join(
        f'<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">{said}</ss:Data></Cell>'
        for said in ("14<Sub>2</Sub> of 3", "9<Sup><Font>b</Font></Sup>", "CO<Sub>2</Sub>", "<Sup>1</Sup> as told")
    )
    said = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        f'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Data"><Table><Row>{cells}'
        "</Row></Table></Worksheet></Workbook>"
    )
    assert text_of(said.encode(), "a.xls") == "14₂ of 3\t9ᵇ\tCO2\t¹ as told"


BOLD = '<text:span text:style-name="T3">'


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        (
            '45<text:span text:style-name="T1"><text:span text:style-name="T3">1</text:span></text:span> cases',
            "45¹ cases",
        ),
        (
            '45<text:span text:style-name="T3"><text:span text:style-name="T1">1</text:span></text:span> cases',
            "45¹ cases",
        ),
        (
            f'{BOLD}45</text:span>{BOLD}</text:span><text:span text:style-name="T2">2</text:span> cases',
            "45₂ cases",
        ),
        (
            '45<text:span text:style-name="T1"><text:span text:style-name="T4"> of 6</text:span></text:span>',
            "45 of 6",
        ),
        ('45<text:span text:style-name="T1"><text:a>1</text:a></text:span> cases', "45¹ cases"),
        ('45<text:a><text:span text:style-name="T2">1</text:span></text:a> cases', "45₁ cases"),
        ('45<text:a><text:span text:style-name="T3">1</text:span></text:a> cases', "451 cases"),
        ('45<text:span text:style-name="T1"><text:s/>1</text:span> cases', "45 ¹ cases"),
    ],
)
def test_spans_in_spans_of_opendocument_keep_how_they_are_set(spans: str, said: str) -> None:
    styles = STYLES + "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
        for name, look in (("T3", 'style:text-scale="90%"'), ("T4", 'style:text-position="0% 100%"'))
    )
    text = make.opendocument("text", f"<text:p>{spans}</text:p>", styles)
    assert text_of(text, "a.odt") == said


def test_a_page_of_figures_with_marks_set_low_is_one_of_figures() -> None:
    from foidesk.readers.pdf_rows import FIGURE

    assert FIGURE.match("1,412₃") and FIGURE.match("41²") and not FIGURE.match("41₂x")
