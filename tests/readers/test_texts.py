"""Letters in every format: one stream of characters, and every cell stands in it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

from foidesk import readers
from foidesk.errors import MissingProgram
from foidesk.model.places import TextPlace
from foidesk.model.reading import Reading, Table
from foidesk.readers import doc
from foidesk.readers.doc_marks import glued_cells

from . import make


def read(data: bytes, name: str) -> Reading:
    reading = readers.read(data, name).reading
    for table in reading.tables:
        for cell in table.cells:
            assert isinstance(cell.place, TextPlace)
            assert reading.part(cell.place.part).text[cell.place.start : cell.place.end] == cell.text
    for part in reading.parts:
        for block in part.blocks:
            assert part.text[block.start : block.end] == block.text
    return reading


def grid(table: Table) -> list[list[str]]:
    return [["" if cell is None else cell.text for cell in row] for row in table.grid()]


def blocks(reading: Reading) -> list[str]:
    return [block.text for block in reading.parts[0].blocks]


def _fill(table: Any, rows: list[list[str]]) -> None:
    for row, line in enumerate(rows):
        for column, text in enumerate(line):
            table.cell(row, column).text = text


def test_word_tables_with_merged_cells_and_caption() -> None:
    def edit(document: Any) -> None:
        document.add_paragraph("Cases by rank")
        table = document.add_table(3, 3)
        _fill(table, [["Rank", "Cases", ""], ["", "2012", "2013"], ["Constable", "4", "5"]])
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(0, 0).merge(table.cell(1, 0))

    table = read(make.word(edit), "a.docx").tables[0]
    assert grid(table) == [["Rank", "Cases", "Cases"], ["Rank", "2012", "2013"], ["Constable", "4", "5"]]
    assert table.caption == "Cases by rank"


def test_a_table_in_a_word_table_follows_it() -> None:
    def edit(document: Any) -> None:
        outer = document.add_table(1, 2)
        _fill(outer, [["Answer", "see inside"]])
        inner = outer.cell(0, 1).add_table(2, 2)
        _fill(inner, [["Year", "Cases"], ["2012", "4"]])

    first, second = read(make.word(edit), "a.docx").tables
    assert grid(first) == [["Answer", "see inside"]]
    assert grid(second) == [["Year", "Cases"], ["2012", "4"]]


def test_a_word_frame_is_no_table() -> None:
    def edit(document: Any) -> None:
        document.add_table(1, 1).cell(0, 0).text = "We hold 3 cases."

    reading = read(make.word(edit), "a.docx")
    assert (reading.tables, blocks(reading)) == ((), ["We hold 3 cases."])


def test_word_headings_lists_headers_and_note_marks() -> None:
    def edit(document: Any) -> None:
        document.add_heading("Response", 1)
        document.add_paragraph("In all 45").add_run("1").font.superscript = True
        document.sections[0].footer.paragraphs[0].text = "Page footer"

    part = read(make.word(edit), "a.docx").parts[0]
    assert [(block.kind, block.text) for block in part.blocks] == [
        ("heading", "Response"), ("paragraph", "In all 45¹"), ("page footer", "Page footer")
    ]  # fmt: skip


def test_hidden_word_text_is_sealed() -> None:
    def edit(document: Any) -> None:
        document.add_paragraph("canary 4711").runs[0].font.hidden = True

    reading = read(make.word(edit), "a.docx")
    assert [issue.kind for issue in reading.issues] == ["hidden-text"]
    assert "canary" not in repr(reading)


def _text_box(text: str) -> str:
    inside = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"


def test_a_word_text_box_is_read_once() -> None:
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    twice = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{_text_box('In all 12')}</mc:Choice><mc:Fallback>{_text_box('In all 12')}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = f"<w:document {names}><w:body><w:p><w:r><w:t>Totals</w:t></w:r>{twice}</w:p></w:body></w:document>"
    data = make.zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})
    assert blocks(read(data, "a.docx")) == ["Totals", "In all 12"]


def test_tabbed_paragraphs_in_word_are_a_table() -> None:
    def edit(document: Any) -> None:
        for line in ("Rank\tCases", "Constable\t4", "Sergeant\t1"):
            document.add_paragraph(line)

    assert grid(read(make.word(edit), "a.docx").tables[0]) == [
        ["Rank", "Cases"],
        ["Constable", "4"],
        ["Sergeant", "1"],
    ]


def test_odt_paragraphs_tables_and_spans() -> None:
    body = (
        "<text:h>Response</text:h><text:p>In<text:s text:c='2'/>all<text:tab/>7</text:p><table:table>"
        "<table:table-row><table:table-cell table:number-columns-spanned='2'>"
        "<text:p>Cases</text:p></table:table-cell>"
        "<table:covered-table-cell/></table:table-row><table:table-row><table:table-cell><text:p>2012</text:p>"
        "</table:table-cell><table:table-cell><text:p>4</text:p></table:table-cell></table:table-row></table:table>"
    )
    reading = read(make.opendocument("text", body), "a.odt")
    assert grid(reading.tables[0]) == [["Cases", "Cases"], ["2012", "4"]]
    first = reading.parts[0].blocks[0]
    assert (first.kind, first.text) == ("heading", "Response")


def test_rtf_paragraphs_tables_and_characters() -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1252{\*\generator x;}\pard A \'a3 5 \u8211? b\par"
    rtf += rb"\trowd\pard\intbl Year\cell Cases\cell\row"
    rtf += rb"\trowd\pard\intbl 2012\cell 4{\super 2}\cell\row\pard end {\v canary}\par}"
    reading = read(rtf, "a.rtf")
    assert grid(reading.tables[0]) == [["Year", "Cases"], ["2012", "4²"]]
    assert blocks(reading) == ["A £ 5 – b", "end"] or [text.strip() for text in blocks(reading)] == [
        "A £ 5 – b",
        "end",
    ]
    assert [issue.kind for issue in reading.issues] == ["hidden-text"]


def test_html_spans_hidden_text_links_and_form_marks() -> None:
    page = b"""<html><head><title>t</title><script>1</script></head>
    <body><p>A<br>B</p><table><tr><th rowspan=2>Rank
    <th colspan=2>Cases</tr><tr><td>2012<td>2013</tr><tr><td>PC<td>4<td>5</table><input type=checkbox checked>yes
    <span style="display:none">canary</span><a href="http://x.example/a.pdf">here</a></body></html>"""
    reading = read(page, "a.html")
    assert grid(reading.tables[0]) == [["Rank", "Cases", "Cases"], ["Rank", "2012", "2013"], ["PC", "4", "5"]]
    assert "☒yes" in reading.parts[0].text
    assert sorted(issue.kind for issue in reading.issues) == ["hidden-text", "links"]
    assert "canary" not in repr(reading)


def test_html_never_reads_a_local_file() -> None:
    page = b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    page += b"<html><body>&x; 5</body></html>"
    assert "root" not in read(page, "a.html").parts[0].text


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Rank        2012  2013\nConstable      4     2\nSergeant             1",
         [["Rank", "2012", "2013"], ["Constable", "4", "2"], ["Sergeant", "", "1"]]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("+---+---+\n| a | b |\n+---+---+\n| 1 |   |\n+---+---+", [["a", "b"], ["1", ""]]),
        ("Rank      Cases\n\nConstable     4\n\nSergeant      1",
         [["Rank", "Cases"], ["Constable", "4"], ["Sergeant", "1"]]),
        ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        ("Year,Cases\nConstable      12\nSergeant   3", [["Constable", "12"], ["Sergeant", "3"]]),
    ],
)  # fmt: skip
def test_tables_drawn_in_plain_text(text: str, rows: list[list[str]]) -> None:
    reading = read(("Dear Sir,\n\n" + text + "\n\nYours").encode(), "a.txt")
    found = [row + [""] * (len(rows[0]) - len(row)) for row in grid(reading.tables[0])]
    assert found == rows


@pytest.mark.parametrize(
    "text",
    [
        "We hold 3 cases.  The cost was 12.  There were none in 2011.\nSee above.  See 4 below.",
        "Dear Sir,\n    Thank you for your letter of 3 March.\nYours",
        "1.    First point\n2.    Second point 5",
        "*     which was held\n*     from 2011 to 2012\n*     as asked",
        "Please note that all    earlier figures    were wrong\nand that they    have now    been put right",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert read(text.encode(), "a.txt").tables == ()


def test_an_old_word_file_without_a_program_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument\0".encode("utf-16-le")
    with pytest.raises(MissingProgram) as caught:
        readers.read(data, "a.doc")
    assert "LibreOffice" in caught.value.next


def old_word(edit: Any) -> bytes:
    """What LibreOffice saves as a .doc; skipped where there is none."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "a.docx")
        made.write_bytes(make.word(edit))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        subprocess.run([office, profile, "--headless", "--convert-to", "doc", "--outdir", folder, str(made)],
                       check=True, capture_output=True)  # fmt: skip
        return Path(folder, "a.doc").read_bytes()


def test_an_old_word_file_keeps_its_tables() -> None:
    def edit(document: Any) -> None:
        document.add_paragraph("Cases by rank")
        _fill(document.add_table(2, 2), [["Rank", "Cases"], ["Constable", "4"]])
        document.add_paragraph("Yours")

    data = old_word(edit)
    reading = read(data, "a.doc")
    assert grid(reading.tables[0]) == [["Rank", "Cases"], ["Constable", "4"]]
    assert reading.tools[0].startswith("LibreOffice")


ENDING = [["Ward", "Notices", "Paid"], ["Ashgrove", "1412", "1203"], ["Bellwater", "967", "811"]]


@pytest.mark.parametrize("lacking", ["", "antiword"])
def test_no_cells_of_an_old_word_file_that_ends_in_a_table_are_run_together(
    lacking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edit(document: Any) -> None:
        document.add_paragraph("Notices by ward")
        _fill(document.add_table(3, 3), ENDING)

    data = old_word(edit)
    found = doc.program
    monkeypatch.setattr(doc, "program", lambda *names: "" if lacking in names else found(*names))
    reading = read(data, "a.doc")
    if "14121203" in reading.parts[0].text:
        [issue] = [issue for issue in reading.issues if issue.kind == "cells-run-together"]
        assert issue.severity == "blocking" and "antiword" in issue.next
    else:
        assert grid(reading.tables[0]) == ENDING
        assert "cells-run-together" not in {issue.kind for issue in reading.issues}


@pytest.mark.parametrize(
    ("original", "read_as", "pairs"),
    [
        ("Wards\rAshgrove\x071412\x07\x07Bellwater\x07967\x07\x07", "Wards\nAshgrove1412Bellwater967\n", 2),
        ("Wards\rAshgrove\x071412\x07\x07", "Wards\nAshgrove\t1412\n", 0),
        ("1\x072\x07\x07Code 12 applies.\r", "1\t2\nCode 12 applies.\n", 0),
        ("Head\x07\x07\x07Under it\x07\x07", "Head\nUnder it", 0),
    ],
)
def test_neighbouring_cells_that_a_converter_ran_together_are_counted(
    original: str, read_as: str, pairs: int
) -> None:
    assert glued_cells(original, read_as) == pairs


def test_a_table_inside_a_cell_of_a_rich_text_is_one_of_its_own() -> None:
    row = r"\pard\intbl\itap2 {a}\nestcell {b}\nestcell{{\*\nesttableprops\trowd\cellx900\cellx1800\nestrow}}"
    rows = "".join(row.replace("{a}", a).replace("{b}", b) for a, b in (("2021", "14"), ("2022", "9")))
    text = (
        r"{\rtf1\ansi\trowd\cellx4000\cellx8000\pard\intbl 1. Thefts by year\cell "
        + rows
        + r"\pard\intbl To 31 March.\cell\row\trowd\cellx4000\cellx8000\pard\intbl 2. Value\cell 45\cell\row"
        + r"\pard Yours\par}"
    )
    tables = readers.read(text.encode(), "a.rtf").reading.tables
    assert [[cell.text for cell in table.cells] for table in tables] == [
        ["1. Thefts by year", "To 31 March.", "2. Value", "45"], ["2021", "14", "2022", "9"],
    ]  # fmt: skip


def test_a_label_that_wraps_stays_with_its_row_of_plain_text() -> None:
    text = (
        "Ward            2021   2022\n------------   -----  -----\nNorth             12     14\n"
        "South upper\n  and lower        7      3\nAll               19     17\n"
    )
    (table,) = read(text.encode(), "a.txt").tables
    assert [[" ".join(word.split()) for word in row] for row in grid(table)] == [
        ["Ward", "2021", "2022"], ["North", "12", "14"], ["South upper and lower", "7", "3"], ["All", "19", "17"],
    ]  # fmt: skip


def test_a_line_between_two_tables_of_plain_text_is_no_label() -> None:
    text = "Ward      2021\nNorth       12\nClosed in the year\nWard      2022\nNorth       11\n"
    assert [grid(table)[0] for table in read(text.encode(), "a.txt").tables] == [
        ["Ward", "2021"],
        ["Ward", "2022"],
    ]
