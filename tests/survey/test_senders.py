"""Bodies drafted from folder and file names."""

from __future__ import annotations

import pytest

from foidesk.survey.senders import sender_of, senders


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["NorthshireResponse.pdf", "Northshire1.xls", "Northshire2.xls", "Northshire.doc"], ["Northshire"]),
        (["fairmead_xx/list.csv", "fairmead_xx/letter.pdf"], ["Fairmead XX"]),
        (["BlaenauDwr3.pdf", "Blaenau Dwr FOI 123-4 response.docx"], ["Blaenau Dwr"]),
        (["Rehearsal Force 07/a.eml", "Rehearsal Force 08/a.eml"], ["Rehearsal Force 07", "Rehearsal Force 08"]),
        (["FOI 2026-0112.xlsx"], ["FOI 2026-0112"]),
        (["A & B.csv", "A-B.csv"], ["A & B", "A-B"]),
    ],
)
def test_files_of_one_body_are_put_together_by_name(paths: list[str], names: list[str]) -> None:
    found = senders(paths)
    assert sorted(one.name for one in found) == names
    assert all(sender_of(path, found) for path in paths)
    assert len({one.id for one in found}) == len(found)


def test_the_names_of_files_become_aliases_so_that_each_file_finds_its_body() -> None:
    (one,) = senders(["Northshire1.xls", "NorthshireResponse.pdf"])
    assert one.aliases == ("Northshire1", "NorthshireResponse")
