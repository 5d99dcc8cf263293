"""The shared texts of a workbook, read by a pattern: what a parser would say, or nothing."""

from __future__ import annotations

import pytest

from foidesk.readers.xlsx_strings import plain_strings


@pytest.mark.parametrize(
    ("items", "texts"),
    [
        ("<si><t>Dogs &amp; cats</t></si><si><t xml:space=\"preserve\"> 12 </t></si>", ["Dogs & cats", " 12 "]),
        ("<si/><si></si><si><t/></si><si><t>last</t></si>", ["", "", "", "last"]),
        ("<si><r><t>a</t></r><r><rPr><b/><sz val=\"9\"/></rPr><t> b</t></r></si>", ["a b"]),
        ("<si><t>two\r\nlines_x000D_&#10;three</t></si>", ["two\nlines\nthree"]),
    ],
)  # fmt: skip
def test_common_texts_are_read(items: str, texts: list[str]) -> None:
    assert plain_strings(f'<?xml version="1.0"?><sst count="4">{items}</sst>') == texts


@pytest.mark.parametrize(
    "items",
    [
        "<si><t>a</t></si>junk",
        "<si><t>a&secret;</t></si>",
        "<si><t>12</t><t>34</t></si>",
        "<si><t>a</t></si><si><t>b</si>",
        "<si><t>a</t><rPh sb='0'><t>b</t></rPh></si>",
        "<si><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r></si>",
        "<!-- <si><t>a</t></si> -->",
        "<x:si><x:t>a</x:t></x:si>",
    ],
)
def test_what_is_written_otherwise_is_left_to_a_parser(items: str) -> None:
    assert plain_strings(f"<sst>{items}</sst>") is None
