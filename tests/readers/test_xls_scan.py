"""Old Excel workbooks: our own walk over their records sees what xlrd sees, and leaves to it what is seldom."""

from __future__ import annotations

import random
import struct
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from foidesk import readers
from foidesk.model.places import SheetPlace
from foidesk.model.protocols import Source
from foidesk.readers import xls
from foidesk.readers.basket import Seen
from foidesk.readers.numberformat import general, plain, short
from foidesk.readers.xls_scan import SheetScan, Unknown, rk

from . import make

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
FORMATS = ("General", "0.0%", "#,##0", "£#,##0.00", "dd/mm/yyyy", ";;;", "0.00;[Red]-0.00", "hh:mm", "@")
FORMULAS = ("1/0", '"a"&"é"', "2+2", "1=1", '""')


def opened(data: bytes) -> Any:
    return xls._open(Seen(), Source(data, "", "a.xls", "application/vnd.ms-excel"))


def both(book: Any, index: int) -> tuple[list[object], list[object]]:
    """What our walk and what xlrd sees of a sheet."""
    style = xls.Styles(book)
    seen = (xls._scanned(book, index, style), xls._by_xlrd(book, index, style))
    ours, theirs = (
        [
            [list(side) for side in s.columns],
            s.hidden_rows,
            s.hidden_columns,
            s.merged,
            s.comments,
            s.unsure,
            s.name,
        ]
        for s in seen
    )
    return ours, theirs


def fill(sheet: Any, draw: random.Random) -> None:
    """Cells of every kind in styles of every kind, hidden rows and columns, merged cells."""
    styles = [xlwt.easyxf(num_format_str=f) for f in FORMATS] + [xlwt.easyxf("font: colour white")]
    for row in range(40):
        for column in sorted(draw.sample(range(12), draw.randint(0, 10))):
            value = draw.choice(
                ["Ward", "é–“”", "  ", "x" * 300, draw.randint(-(10**12), 10**12), draw.uniform(-9, 9), 0.07, True,
                 None, date(2014, 1, 1) + timedelta(draw.randint(0, 900)), xlwt.Formula(draw.choice(FORMULAS))]
            )  # fmt: skip
            sheet.write(row, column, value, draw.choice(styles))
        sheet.row(row).hidden = draw.random() < 0.1
    sheet.col(draw.randint(0, 11)).hidden = True
    sheet.col(draw.randint(0, 11)).width = 0
    sheet.merge(50, 52, 2, 5)


@pytest.mark.parametrize("seed", range(12))
def test_our_walk_over_a_sheet_sees_what_xlrd_sees(seed: int) -> None:
    book = opened(make.xls((), lambda _, sheet: fill(sheet, random.Random(seed))))
    ours, theirs = both(book, 0)
    assert ours == theirs


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not here")
def test_our_walk_over_real_workbooks_sees_what_xlrd_sees() -> None:
    whole = 0
    for path in sorted(CORPORA.rglob("*.xls")):
        if path.read_bytes()[:4] == b"\xd0\xcf\x11\xe0" and path.stat().st_size < 400_000:
            book = opened(path.read_bytes())
            for index in range(book.nsheets):
                ours, theirs = both(book, index)
                assert ours == theirs, (path.name, index)
                whole += 1
    assert whole > 3


def records(*parts: tuple[int, bytes]) -> bytes:
    start = (0x0809, struct.pack("<8H", 0x0600, 0x0010, 0, 0, 0, 0, 0, 0))
    return b"".join(struct.pack("<2H", code, len(body)) + body for code, body in (start, *parts, (0x000A, b"")))


def number(row: int, column: int, value: float) -> tuple[int, bytes]:
    return 0x0203, struct.pack("<3Hd", row, column, 0, value)


def scan(data: bytes) -> SheetScan:
    def told(value: object, style: int) -> tuple[str, str, str, str]:
        return str(value), "", "", ""

    return SheetScan(data, 0, told, told, told)


@pytest.mark.parametrize(
    "parts",
    [
        [number(1, 1, 2.0), number(0, 0, 1.0)],
        [number(0, 0, 1.0), number(0, 0, 2.0)],
        [number(0, 0, 1.0), (0x0201, struct.pack("<3H", 0, 0, 0))],
        [number(0, 0, 1.0), (0x7777, b"")],
        [(0x001C, bytes(12))],
        [(0x00BD, struct.pack("<3HiH", 0, 0, 0, 2, 7))],
    ],
    ids=["backwards", "twice", "blanked", "unknown", "comment", "too few numbers"],
)
def test_what_our_walk_does_not_know_is_left_to_xlrd(parts: list[tuple[int, bytes]]) -> None:
    with pytest.raises(Unknown):
        scan(records(*parts))


def test_a_sheet_that_is_cut_is_no_whole_one() -> None:
    data = records(number(0, 0, 1.0), number(1, 0, 2.0))
    assert scan(data).told == [("1.0", "", "", ""), ("2.0", "", "", "")]
    for end in range(len(data) - 12):
        with pytest.raises((Unknown, struct.error, IndexError)):
            scan(data[:end])


@given(st.integers(-(2**31), 2**31 - 1))
def test_packed_numbers_are_what_xlrd_takes_them_for(bits: int) -> None:
    from xlrd.sheet import unpack_RK

    packed = struct.pack("<i", bits)
    assert repr(rk(packed)) == repr(unpack_RK(packed))


@given(st.floats() | st.integers(-(10**17), 10**17).map(float) | st.decimals(-9999, 9999, places=3).map(float))
def test_what_is_told_at_once_is_what_both_longer_ways_tell(value: float) -> None:
    text = short(value)
    assert not text or text == plain(value) == general(value)


def test_a_sheet_whose_formulas_were_never_worked_out_is_named() -> None:
    """So programs write it that cannot calculate; what other programs save of a blank result looks the same."""

    def total(_: Any, sheet: Any) -> None:
        sheet.write(3, 1, xlwt.Formula("SUM(B2:B3)"))

    said = readers.read(make.xls([["Ward", "Cases"], ["Elm", 4], ["Oak", 9], ["Total"]], total), "a.xls").reading
    [issue] = [issue for issue in said.issues if issue.kind == "formula-without-value"]
    assert issue.locators[0].place == SheetPlace("Data", 4, 2, 4, 2)
