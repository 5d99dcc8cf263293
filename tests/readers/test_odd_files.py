"""Odd but real shapes of text formats: what is hidden or deleted stays out, what shows is read in its cell."""

from __future__ import annotations

import email.policy
from collections.abc import Callable
from email.message import EmailMessage

import docx
import pytest
from docx.oxml import parse_xml

from foidesk import readers
from foidesk.errors import UnreadableDocument
from foidesk.model.reading import Reading

from . import make, pages
from .pages import Paper

SECRET = "987654"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FIRST, CUT = '<w:hMerge w:val="restart"/>', '<w:cellDel w:id="2" w:author="a"/>'
FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'


def read(data: bytes, name: str) -> Reading:
    return readers.read(data, name).reading


def rows(reading: Reading, table: int = 0) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in reading.tables[table].grid()]


def kinds(reading: Reading) -> set[str]:
    return {issue.kind for issue in reading.issues}


# ------------------------------------------------------------------ delimited text


def test_lines_in_two_encodings_are_each_read_in_their_own() -> None:
    reading = read("Rank,Paid\nCafé,1\n".encode() + "Café,£2\n".encode("cp1252"), "a.csv")
    assert rows(reading) == [["Rank", "Paid"], ["Café", "1"], ["Café", "£2"]]
    assert kinds(reading) == {"mixed-encoding"}


def test_a_row_with_more_fields_than_heads_is_named() -> None:
    reading = read("Ward,Cost\nNorth,£1,234\nSouth,£56\n".encode(), "a.csv")
    (issue,) = [i for i in reading.issues if i.kind == "row-too-long"]
    assert [where.place.describe() for where in issue.locators] == ["sheet 'csv', A2:C2"]
    two = read(b"Ward,Cost\nNorth,4\n\nWard,Cost,Staff\nNorth,4,2\nSouth,5,6\nEast,1,1\n", "a.csv")
    assert not kinds(two)


def test_a_quotation_mark_that_is_never_closed_is_said() -> None:
    reading = read(b'Rank,n\nA,"5\nB,6\nC,7\n', "a.csv")
    assert [i.locators[0].place.describe() for i in reading.issues if i.kind == "unclosed-quote"] == [
        "sheet 'csv', B2"
    ]
    assert not kinds(read(b'Rank,n\nA,"5\n6"\nB,7\n', "a.csv"))


def test_a_text_written_as_a_formula_is_the_text() -> None:
    assert rows(read(b'Ref,n\n="00123",5\n', "a.csv"))[1] == ["00123", "5"]


# ------------------------------------------------------------------ web pages

HEAD = "<tr><th rowspan=2>Rank<th colspan=2>Cases</tr><tr><th>2019<th>2020</tr><tr><td>Constable<td>5<td>6</tr>"


@pytest.mark.parametrize(
    "hidden",
    [
        "<tr style='display:none'><td>Sergeant<td>987654<td>7</tr>",
        "<tr hidden><td>Sergeant<td>987654<td>7</tr>",
        "<tr class='a gone'><td>Sergeant<td>987654<td>7</tr>",
        "<tr style='visibility: collapse'><td>Sergeant<td>987654<td>7</tr>",
        "<tbody style='display:none'><tr><td>Sergeant<td>987654<td>7</tr></tbody>",
    ],
)
def test_hidden_rows_of_a_web_page_are_sealed(hidden: str) -> None:
    page = f"<style>.gone, p.x {{display: none}} @media print {{.a {{display:none}}}}</style><table>{HEAD}{hidden}"
    reading = read(f"{page}<tr class=a><td>Inspector<td>1<td>2</tr></table>".encode(), "a.html")
    assert rows(reading)[2:] == [["Constable", "5", "6"], ["Inspector", "1", "2"]]
    assert SECRET not in repr(reading)
    assert kinds(reading) == {"hidden-text"}


def test_hidden_cells_and_columns_of_a_web_page_are_sealed() -> None:
    page = (
        "<table><col><col style='display:none'><col>"
        "<tr><td>Rank</td><td>987654</td><td>Cases</td></tr><tr><td>A</td><td>987654</td><td>6</td></tr></table>"
        "<p>and</p><table><tr><td>B<span style='font-size:0'>987654</span>"
        "<td style='display:none'>987654<td>8</tr>"
        "<tr><td style='background:#003;color:#fff'>C<td>9</tr></table><p style='color: white'>987654</p>"
    )
    reading = read(page.encode(), "a.html")
    assert (rows(reading), rows(reading, 1)) == ([["Rank", "", "Cases"], ["A", "", "6"]], [["B", "8"], ["C", "9"]])
    assert SECRET not in repr(reading)


def test_words_struck_through_are_read_and_said() -> None:
    made = {
        "a.html": b"<p>There were <s>14</s> 13 cases.</p>",
        "a.rtf": rb"{\rtf1 There were {\strike 14} 13 cases.\par}",
        "a.docx": word("<w:p>" + run("There were ") + run("14", "<w:strike/>") + run(" 13 cases.") + "</w:p>"),
    }
    for name, data in made.items():
        reading = read(data, name)
        assert reading.parts[0].text.strip() == "There were 14 13 cases."
        assert ["“14”" in issue.what for issue in reading.issues if issue.kind == "struck-text"] == [True]


# ------------------------------------------------------------------ Rich Text


def test_spans_of_rich_text_stand_over_their_columns() -> None:
    text = rb"""{\rtf1\trowd\clmgf\cellx2000\clmrg\cellx4000\cellx6000\pard\intbl Both\cell\cell Third\cell\row
\trowd\cellx2000\cellx4000\cellx6000\pard\intbl A\cell 1\cell 2\cell\row
\trowd\cellx4010\cellx5990\pard\intbl Wide\cell 3\cell\row
\trowd\clvmgf\cellx2000\cellx4000\cellx6000\pard\intbl B\cell 4\cell 5\cell\row
\trowd\clvmrg\cellx2000\cellx4000\cellx6000\pard\intbl\cell 6\cell 7\cell\row\pard}"""
    assert rows(read(text, "a.rtf")) == [
        ["Both", "Both", "Third"],
        ["A", "1", "2"],
        ["Wide", "Wide", "3"],
        ["B", "4", "5"],
        ["B", "6", "7"],
    ]


def test_deleted_words_of_rich_text_are_out_and_its_page_head_is_in() -> None:
    text = rb"{\rtf1{\header\pard Ref 72\par}There were 12 cases{\deleted 987654}{\revised  in 2019}.\par}"
    reading = read(text, "a.rtf")
    assert reading.parts[0].text.split("\n")[:2] == ["Ref 72", "There were 12 cases in 2019."]
    assert [block.kind for block in reading.parts[0].blocks] == ["page header", "paragraph"]
    assert kinds(reading) == {"tracked-changes"}


# ------------------------------------------------------------------ Word


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(text: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def word(*parts: str, style: str = "") -> bytes:
    def edit(document: docx.document.Document) -> None:
        body = document.element.body
        for part in parts:
            body.insert(len(body) - 1, parse_xml(part.replace(">", f" {WORD}>", 1)))
        if style:
            document.styles.element.append(parse_xml(style.replace("<w:style ", f"<w:style {WORD} ", 1)))

    return make.word(edit)


@pytest.mark.parametrize(
    "look", ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:rStyle w:val="Gone"/>', '<w:sz w:val="2"/>']
)
def test_words_that_do_not_show_are_sealed(look: str) -> None:
    style = '<w:style w:type="character" w:styleId="Gone"><w:name w:val="G"/><w:rPr><w:vanish/></w:rPr></w:style>'
    reading = read(word(f"<w:p>{run('Visible 5 ')}{run(SECRET, look)}</w:p>", style=style), "a.docx")
    assert reading.parts[0].text.strip() == "Visible 5"
    assert kinds(reading) == {"hidden-text"}


def test_hidden_and_deleted_rows_and_cells_are_out_and_white_on_dark_is_in() -> None:
    dark = cell("Rank", '<w:shd w:val="clear" w:fill="000080"/>').replace(
        "<w:rPr>", '<w:rPr><w:color w:val="FFFFFF"/>'
    )
    lines = (
        f"<w:tr>{dark}{cell('2019')}{cell('2020')}</w:tr>",
        f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('Gone')}{cell(SECRET)}{cell('1')}</w:tr>",
        f"<w:tr><w:trPr><w:del w:id='1' w:author='a'/></w:trPr>{cell('Gone')}{cell(SECRET)}{cell('1')}</w:tr>",
        f"<w:tr>{cell('A')}{cell('5', FIRST)}{cell(SECRET, '<w:hMerge/>')}</w:tr>",
        f"<w:tr>{cell('B')}{cell('6')}{cell('7')}{cell(SECRET, CUT)}</w:tr>",
    )
    reading = read(word(f"<w:tbl>{''.join(lines)}</w:tbl>"), "a.docx")
    assert [row for row in rows(reading) if any(row)] == [
        ["Rank", "2019", "2020"],
        ["A", "5", "5"],
        ["B", "6", "7"],
    ]
    assert SECRET not in repr(reading)
    assert kinds(reading) == {"hidden-text", "tracked-changes"}


# ------------------------------------------------------------------ OpenDocument


def number(value: str, shown: str, look: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" {look}><text:p>{shown}</text:p>'
        "</table:table-cell>"
    )


def test_cells_of_an_open_sheet_that_do_not_show_are_sealed_and_scaled_ones_say_so() -> None:
    label = '<table:table-cell office:value-type="string"><text:p>Rank</text:p></table:table-cell>'
    lines = (
        number("5", "5"),
        number(SECRET, ""),
        number(SECRET, SECRET, 'table:style-name="w"'),
        number("31500", "32"),
    )
    body = "".join(f"<table:table-row>{label}{one}</table:table-row>" for one in lines)
    style = f'<style:style style:name="w"><style:text-properties {FO} fo:color="#ffffff"/></style:style>'
    table = f'<table:table table:name="A">{body}</table:table>'
    reading = read(make.opendocument("spreadsheet", table, style), "a.ods")
    cells = [(c.text, c.number, c.number_format) for c in reading.tables[0].cells if c.column == 1]
    assert cells == [("5", "5", ""), ("32", "31500", "#,##0,")]
    assert SECRET not in repr(reading)
    assert kinds(reading) == {"hidden-cells"}


def _styled(place: str) -> Callable[[str], str]:
    return {
        "span": lambda text: f'<text:p>12<text:span text:style-name="h">{text}</text:span> cases</text:p>',
        "paragraph": lambda text: f'<text:p>12 cases</text:p><text:p text:style-name="h">{text}</text:p>',
        "section": lambda text: (
            f'<text:p>12 cases</text:p><text:section text:display="none"><text:p>{text}</text:p></text:section>'
        ),
        "field": lambda text: f"<text:p>12<text:hidden-text>{text}</text:hidden-text> cases</text:p>",
    }[place]


@pytest.mark.parametrize("place", ["span", "paragraph", "section", "field"])
def test_hidden_words_of_an_open_text_are_sealed(place: str) -> None:
    style = '<style:style style:name="h"><style:text-properties text:display="none"/></style:style>'
    reading = read(make.opendocument("text", _styled(place)(SECRET), style), "a.odt")
    assert reading.parts[0].text.strip() == "12 cases"
    assert kinds(reading) == {"hidden-text"}


# ------------------------------------------------------------------ mails and pages


def test_lines_of_a_flowed_mail_are_paragraphs_again() -> None:
    kind = "Content-Type: text/plain; charset=utf-8; format=flowed"
    head = f"From: a@b.example\nSubject: Re\nMIME-Version: 1.0\n{kind}"
    joined = read(f"{head}; delsp=yes\n\nThere were 1,2 \n34 cases.\nBye\n-- \nA\n".encode(), "a.eml")
    assert joined.parts[0].text.split("\n")[:2] == ["There were 1,234 cases.", "Bye"]
    spaced = read(f"{head}\n\nIn 2019 there \nwere 12.\n> How many \n> cases?\n13\n".encode(), "a.eml")
    assert spaced.parts[0].text.split("\n")[:3] == ["In 2019 there were 12.", "> How many cases?", "13"]


def test_a_mail_whose_two_forms_show_other_numbers_says_so() -> None:
    def mail(markup: str) -> Reading:
        message = EmailMessage(policy=email.policy.SMTP)
        message["From"], message["Subject"] = "a@b.example", "Re"
        message.set_content("There were 12 cases in 2019, see https://b.example/4711\n")
        message.add_alternative(markup, subtype="html")
        return read(message.as_bytes(), "a.eml")

    assert not kinds(
        mail("<p>There were <b>12</b> cases in 2019, see <a href='https://b.example/4711'>here</a></p>")
    )
    differs = mail("<p>There were 13 cases in 2019</p>")
    assert [issue.what.endswith("not in this one: 13.") for issue in differs.issues] == [True]


@pytest.mark.parametrize("spacing", [1.0, 3.0, 5.0])
def test_letters_spaced_out_are_words_and_numbers(spacing: float) -> None:
    paper = Paper()
    words = paper.canvas.beginText(60, 700)
    words.setFont("Helvetica", 10)
    words.setCharSpace(spacing)
    words.textOut("TOTAL 1,234 CASES")
    paper.canvas.drawText(words)
    assert pages.read(paper).parts[0].text == "TOTAL 1,234 CASES"


def test_single_figures_side_by_side_stay_apart() -> None:
    paper = Paper()
    for n in range(8):
        paper.write(60 + 11 * n, 100, str(n))
    assert pages.read(paper).parts[0].text == "0 1 2 3 4 5 6 7"


def test_a_short_letter_in_two_columns_is_read_column_by_column() -> None:
    left, right = "confirm that we hold all the facts", "ask for a review within forty days"
    paper = Paper()
    for n in range(7):
        paper.write(60, 120 + 13 * n, f"We now {left} {n}").write(320, 120 + 13 * n, f"You may {right} {n}")
    text = pages.read(paper).parts[0].text
    assert text.index("facts 6") < text.index("You may")


FLAT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:'
    'office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><table:table '
    'table:display="false"><text:p>Zanzibar</text:p></table:table></office:body></office:document>'
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.fods", FLAT.encode()),
        ("a.xml", FLAT.encode()),
        ("a.slk", b'ID;PWXL;N;E\r\nC;Y1;X1;K"Ward"\r\nC;Y2;X1;K1412\r\nE\r\n'),
        (
            "a.dif",
            b'TABLE\r\n0,1\r\n"Fines"\r\nVECTORS\r\n0,2\r\n""\r\nTUPLES\r\n0,1\r\n""\r\nDATA\r\n0,0\r\n""\r\n',
        ),
    ],
)
def test_what_would_show_hidden_cells_or_commands_as_words_is_refused_with_what_to_do(
    name: str, data: bytes
) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        readers.read(data, name)
    assert "no reader" in refused.value.what and "XLSX" in refused.value.next


def test_a_list_whose_first_head_is_id_stays_a_list() -> None:
    for head in (b"ID;Ward;Notices\n", b"ID;Price;Ward\n"):
        reading = readers.read(head + b"C;Ashgrove;1412\nB;Bellwater;967\n", "a.csv").reading
        assert len(reading.tables) == 1 and len(reading.tables[0].cells) == 9
