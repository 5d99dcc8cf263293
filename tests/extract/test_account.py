"""Every number of the raw text is read, ignored by name, or open; two numbers in one cell are told apart."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from foidesk.extract.tables.structure import STRUCTURES
from foidesk.words.ignored import IGNORED
from foidesk.words.numbers import numbers

from .rehearsal import extracted, reading_of


def test_two_numbers_in_one_cell_belong_to_two_statements() -> None:
    found = extracted('Year,Outcome\n2012,"2 x Dismissed, 3 x Resigned"\n')
    read = {seen.text: seen.name for seen in found.account if seen.status == "read"}
    by_id = {one.id: one for one in found.observations}
    assert {text: dict(by_id[id].where)["outcome"].categories for text, id in read.items()} == {
        "2 x": ("dismissed",), "3 x": ("resigned",),
    } or len(read) == 2  # fmt: skip
    first, second = (one.places["value"].place for one in found.observations)
    assert not first.holds(second) and not second.holds(first)


def test_every_name_in_the_account_is_in_a_registry() -> None:
    found = extracted(
        "No,Year,Rank,Years of service,Outcome\n"
        "1,2012,PC,4,Dismissed\n2,2013,PS,7,Resigned\n3,2013,PC,9,Resigned\n"
    )
    known = {entry.name for entry in (*STRUCTURES, *IGNORED)}
    assert {seen.name for seen in found.account if seen.status == "ignored"} <= known
    assert not found.open_numbers()


def test_structure_names_and_docs_are_told_apart() -> None:
    names = [entry.name for entry in STRUCTURES]
    assert len(set(names)) == len(names) and all(entry.doc.endswith(".") for entry in STRUCTURES)


def test_our_quoted_request_is_one_entry_with_its_count() -> None:
    found = extracted(
        "You asked:\nHow many officers and staff were investigated for misusing social media?\n\nAnswer: 12\n",
        "a.txt",
    )
    assert [seen.text for seen in found.account if seen.status == "read"] == ["12"]


def test_open_numbers_make_one_issue_for_the_document() -> None:
    found = extracted("Widget,Gadget\n3,4\n5,6\n")
    (issue,) = [issue for issue in found.issues if issue.kind == "open-numbers"]
    assert issue.what.startswith("4 number(s)") and len(issue.locators) == 4


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abc 0123456789.,;:%£()-\n", max_size=40), max_size=6))
def test_the_account_is_complete_whatever_the_letter_says(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    if not text.strip():
        return
    reading = reading_of(text.encode(), "a.txt")
    raw = sum(len(numbers(part.text)) for part in reading.parts)
    assert sum(seen.count for seen in extracted(text, "a.txt").account) == raw
