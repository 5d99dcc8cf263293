"""A site never names the people of a list, be it counted, said again on another sheet, or set aside below it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from .. import small
from .outside import foidesk

COUNTED = [f"Quillfeather{number}, Odo" for number in range(1, 8)]
WAITING = [f"Brambleson{number}, Ida" for number in range(1, 4)]
SURVEY = (
    small.SURVEY.replace('unit = "complaints"\n', 'unit = "GBP"\ntype = "money"\n')
    .replace('nouns = ["complaints", "complaint", "number of complaints"]', 'nouns = ["Paid", "amount paid"]')
)  # fmt: skip


def _workbook(path: Path) -> None:
    """The list as somebody edited it, and as it was: with a title, a list of open cases below, and a total."""
    book = Workbook()
    edited = book.active
    assert edited is not None
    edited.title = "edited"
    head = ("NAME", "MATTER #", "Outcome", "closed", "Paid")
    rows = [(who, f"07-0017{at}", "upheld", 2020 + at % 3, at * 100) for at, who in enumerate(COUNTED)]
    for row in (head, *rows):
        edited.append(row)
    first = book.create_sheet("original")
    first.append(("CASES 2020 TO 2022",))
    for row in (head, *rows):
        first.append(row)
    first.append(())
    first.append(("PENDING CASES",))
    for at, who in enumerate(WAITING):
        first.append((who, f"20-1059{at}", "pending", "pending", None))
    first.append((None, None, None, None, "TOTAL"))
    first.append((None, None, None, None, sum(row[-1] for row in rows)))
    book.save(path)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    folder = small.write(tmp_path / "survey")
    (folder / "survey.toml").write_text(SURVEY, encoding="utf-8")
    _workbook(folder / "replies" / "alphaton" / "reply.xlsx")
    (folder / "replies" / "alphaton" / "reply.csv").unlink()
    return folder


def test_no_name_of_a_list_is_in_any_file_of_the_site(listed: Path) -> None:
    assert foidesk(listed, "run", "--draft").code == 0
    site = listed / "site"
    texts = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert any(b"original" in text for path, text in texts.items() if path.suffix == ".html")
    for part in (b"Quillfeather", b"Brambleson"):
        assert [str(path.relative_to(site)) for path, text in texts.items() if part in text] == []
