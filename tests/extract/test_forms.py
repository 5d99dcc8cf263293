"""Forms: label, value, the numbers of line and cell. Every line is a measure of its own."""

from __future__ import annotations

from datetime import date

from foidesk.extract import extract
from foidesk.model import Codebook, Context, Extraction, Measure, Period, Question

from .rehearsal import reading_of

MEASURES = tuple(
    Measure(id, label, id, kind, (label.lower(),))
    for id, label, kind in (
        ("pools", "Number of pools", "count"),
        ("swims", "Total swims", "count"),
        ("guards", "Total lifeguards", "quantity"),
        ("cost", "Total running cost", "money"),
    )
)
ASKED = (Question("1", "Please send your return to the swimming survey.", tuple(m.id for m in MEASURES)),)
YEAR = Period(date(2022, 4, 1), date(2023, 4, 1))
FORM = (
    "Swimming return,,,,,\n,,Number,,,\n"
    "1,Number of pools at 31 March 2023,4,11,,\n2,Total swims during 2022-23,120500,12,,\n"
    "3,Total swims in 2021-22 (from last year's return),99000,13,,\n"
    "4,Total lifeguards (Sum of lines 5 and 6),31.5,14,,\n"
    "5,Guards on shift,20.5,15,,\n6,Guards in training,11,16,,\n"
    ',,2022-23 Outturn,,2023-24 Estimate,\n7,Total running cost,"£500,100",17,"£510,000",18\n'
)


def read_form(text: str) -> Extraction:
    context = Context(Codebook(1, (), MEASURES), ASKED, YEAR, "uk-foia-2000", "b", (), "d", "return.csv")
    return extract(reading_of(text.encode(), "return.csv"), context)


def told(found: Extraction) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for one in found.observations:
        if one.amount is not None and one.accepted_by:
            out.setdefault(one.measure, []).append(str(one.amount.lo))
    return out


def test_every_line_gives_the_value_beside_its_label_and_never_the_number_of_its_cell() -> None:
    found = read_form(FORM)
    assert told(found) == {"pools": ["4"], "swims": ["120500"], "guards": ["31.5"], "cost": ["500100"]}
    assert not found.choices


def test_lines_that_nobody_asked_for_stay_open() -> None:
    left = {one.text for one in read_form(FORM).open_numbers()}
    assert {"20.5", "99000"} <= left
    assert not {"11", "12", "13", "14"} - {"11"} & left


def test_not_available_is_no_figure() -> None:
    found = read_form(FORM.replace("31.5", ".."))
    assert "guards" not in told(found)
