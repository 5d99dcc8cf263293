"""Automatic numbers: what Word, a browser or an office program shows before an item, and no file holds."""

from __future__ import annotations

from typing import Any

import pytest

from foidesk import readers
from foidesk.model.reading import Reading

from . import make

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)


def read(data: bytes, name: str) -> Reading:
    return readers.read(data, name).reading


def lines(reading: Reading) -> list[str]:
    return reading.parts[0].text.split("\n")


def numbers(reading: Reading) -> list[str]:
    part = reading.parts[0]
    return [part.text[start:end] for start, end in part.generated]


def html(body: str) -> Reading:
    return read(f"<html><body>{body}</body></html>".encode(), "a.html")


def paragraph(text: str, number: int, level: int = 0) -> str:
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{mark}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(depth: int, form: str, pattern: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def word(numbering: str, body: str) -> Reading:
    to = f'<Relationship Id="r" Type="{_OFFICE}/{{}}" Target="{{}}"/>'
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _RELATIONS.format(to.format("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _RELATIONS.format(to.format("numbering", "numbering.xml")),
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {_W}>{numbering}</w:numbering>",
    }
    return read(make.zipped(members), "a.docx")


def a_list(levels: str, of: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{of}'


def test_a_browser_counts_from_start_by_type_and_by_value() -> None:
    reading = html(
        "<ol start=3 type=a><li>first<li value=7>second<li><p>third</p><p>goes on</p></ol><ul><li>x</ul>"
    )
    assert lines(reading)[:5] == ["c. first", "g. second", "h. third", "goes on", "x"]
    assert numbers(reading) == ["c.", "g.", "h."]


def test_a_browser_counts_down_and_leaves_out_what_it_does_not_show() -> None:
    reading = html('<ol reversed><li>a<li style="display:none">b<li></ol><ol style="list-style:none"><li>c</ol>')
    assert [line for line in lines(reading) if line] == ["2. a", "1.", "c"]


def test_nested_lists_count_apart() -> None:
    reading = html('<ol><li>one<ol type="I"><li>in it<li>too</ol><li>two</ol>')
    assert lines(reading)[:4] == ["1. one", "I. in it", "II. too", "2. two"]


def test_numbers_in_cells_stand_where_they_are_said_to() -> None:
    reading = html("<table><tr><td>Q<td>A<tr><td><ol><li>How many?</ol><td><ol start=2><li>35<li>4</ol></table>")
    (table,) = reading.tables
    assert [cell.text for cell in table.cells][2:] == ["1. How many?", "2. 35\n3. 4"]
    assert numbers(reading) == ["1.", "2.", "3."]


def test_word_writes_levels_forms_and_patterns() -> None:
    levels = (
        level(0, "decimal", "Question %1:") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "%1.%3")
    )
    reading = word(a_list(levels), "".join([
        paragraph("a", 1), paragraph("b", 1, 1), paragraph("c", 1, 2), paragraph("d", 1, 1), paragraph("e", 1),
        paragraph("f", 1, 1),
    ]))  # fmt: skip
    assert lines(reading)[:6] == ["Question 1: a", "(a) b", "1.i c", "(b) d", "Question 2: e", "(a) f"]


def test_word_goes_on_with_a_list_and_starts_again_where_it_is_told_to() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    of = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{over}</w:num>'
        for n, over in ((1, ""), (2, ""), (3, again.format(9)))
    )
    reading = word(a_list(level(0, "decimal", "%1."), of), "".join([
        paragraph("a", 1), paragraph("b", 2), paragraph("c", 3), paragraph("d", 3), paragraph("e", 0),
    ]))  # fmt: skip
    assert lines(reading)[:5] == ["1. a", "2. b", "9. c", "10. d", "e"]


def test_word_bullets_and_forms_in_words_show_no_number() -> None:
    levels = level(0, "bullet", "\uf0b7") + level(1, "cardinalText", "%2")
    reading = word(a_list(levels), paragraph("a", 1) + paragraph("b", 1, 1))
    assert (lines(reading)[:2], numbers(reading)) == (["a", "b"], [])


def test_a_style_of_word_numbers_its_paragraphs() -> None:
    def edit(document: Any) -> None:
        for text in ("There were 12.", "None."):
            document.add_paragraph(text, style="List Number")

    assert lines(read(make.word(edit), "a.docx"))[:2] == ["1. There were 12.", "2. None."]


def test_an_opendocument_list_counts_and_goes_on() -> None:
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"'
        ' style:num-suffix=")" text:start-value="4"/><text:list-level-style-number text:level="2"'
        ' style:num-format="a" style:num-suffix="." text:display-levels="2"/></text:list-style>'
    )
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('b', '')}</text:list>"
    body = (
        f'<text:list text:style-name="L1">{item.format("a", inner)}</text:list><text:p>between</text:p>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{item.format("c", "")}</text:list>'
    )
    reading = read(make.opendocument("text", body, styles), "a.odt")
    assert lines(reading)[:4] == ["4) a", "4.a. b", "between", "5) c"]
    assert numbers(reading) == ["4)", "4.a.", "5)"]


def test_rich_text_keeps_the_number_that_its_program_wrote() -> None:
    data = (
        rb"{\rtf1\ansi\pard{\listtext\pard\plain 1.\tab}There were 12.\par{\listtext\f1\'b7\tab}x\par"
        rb"\trowd\cellx900\cellx1800\pard\intbl{\pntext\f0 2.\tab}Costs\cell 7\cell\row\pard\par}"
    )
    reading = read(data, "a.rtf")
    assert lines(reading)[:3] == ["1. There were 12.", "x", "2. Costs\t7"]
    assert numbers(reading) == ["1.", "2."]


@pytest.mark.parametrize("part", ["<p>There were 35.</p>", "<table><tr><td>Year<td>Cases<tr><td>2012<td>7"])
def test_nothing_is_generated_where_no_list_is(part: str) -> None:
    assert numbers(html(part)) == []
