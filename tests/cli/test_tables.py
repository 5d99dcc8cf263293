"""`foidesk tables`: any file, no survey."""

from __future__ import annotations

import json
from pathlib import Path

from ..readers.make import zipped
from .outside import foidesk
from .test_bad_input import _encrypted_pdf
from .test_verbs import _documented, _pdf


def test_tables_of_a_pdf_with_a_place_for_each_cell(tmp_path: Path) -> None:
    _pdf(tmp_path / "reply.pdf")
    said = foidesk(tmp_path, "tables", str(tmp_path / "reply.pdf"), "--json")
    assert said.code == 0 and set(said.json) == _documented("tables")
    [table] = said.json["tables"]
    assert table["page"] == 1 and len(table["box"]) == 4
    texts = {cell[4]: cell[5] for cell in table["cells"]}
    assert {"Upheld", "5", "Total", "20"} <= set(texts) and len(texts["20"]) == 4
    human = foidesk(tmp_path, "tables", str(tmp_path / "reply.pdf"))
    assert "page 1: 5 rows, 10 cells" in human.out


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_still_given(tmp_path: Path) -> None:
    _pdf(tmp_path / "reply.pdf")
    (tmp_path / "locked.pdf").write_bytes(_encrypted_pdf())
    files = [str(tmp_path / name) for name in ("locked.pdf", "reply.pdf", "nowhere.pdf")]
    said = foidesk(tmp_path, "tables", *files, "--json")
    assert said.code == 2
    assert len(said.json["tables"]) == 1 and len(said.json["failed"]) == 2
    assert "password" in json.dumps(said.json["failed"]) and "nowhere.pdf" in said.err


def test_the_steps_can_be_drawn(tmp_path: Path) -> None:
    _pdf(tmp_path / "reply.pdf")
    said = foidesk(tmp_path, "tables", str(tmp_path / "reply.pdf"), "--image", str(tmp_path / "steps"))
    assert said.code == 0, said.err
    assert (tmp_path / "steps" / "reply-page-1.png").read_bytes().startswith(b"\x89PNG")


def test_what_has_no_tables_or_no_pages_says_so(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("We hold no such figures.\n")
    (tmp_path / "cases.csv").write_text("Rank,2011\nConstable,14\nSergeant,5\n")
    _pdf(tmp_path / "reply.pdf")
    (tmp_path / "locked.pdf").write_bytes(_encrypted_pdf())
    files = [str(tmp_path / name) for name in ("note.txt", "cases.csv", "locked.pdf", "reply.pdf")]
    said = foidesk(tmp_path, "tables", *files, "--image", str(tmp_path / "steps"))
    assert said.code == 2
    assert "note.txt: no tables found" in said.out and "cases.csv, sheet" in said.out
    assert "cases.csv: no pages to draw" in said.err
    assert (tmp_path / "steps" / "reply-page-1.png").exists()


def test_tables_inside_mails_and_archives_are_found_and_what_stopped_on_the_way_is_said(tmp_path: Path) -> None:
    table = b"Ward,Notices\nAshgrove,1412\nBellwater,967\n"
    inner = zipped({"figures.csv": table, "~$figures.xlsx": b"x" * 165, "locked.pdf": _encrypted_pdf()})
    (tmp_path / "post.zip").write_bytes(zipped({"north/inner.zip": inner, "again.zip": inner}))
    (tmp_path / "bomb.zip").write_bytes(zipped({f"{n}.txt": b"0" * 80_000_000 for n in range(14)}))
    files = [str(tmp_path / name) for name in ("post.zip", "bomb.zip")]
    said = foidesk(tmp_path, "tables", *files, "--json")
    assert said.code == 2
    [one] = said.json["tables"]
    assert one["file"] == f"{files[0]}/north/inner.zip/figures.csv"
    assert [cell[4] for cell in one["cells"]] == ["Ward", "Notices", "Ashgrove", "1412", "Bellwater", "967"]
    kinds = {issue["kind"] for issue in said.json["issues"]}
    assert kinds == {"ignored-attachment", "archive-too-large"}
    assert [failed["where"] for failed in said.json["failed"]] == [f"{files[0]}/north/inner.zip/locked.pdf"]
    human = foidesk(tmp_path, "tables", *files)
    assert "bomb.zip: no tables found" in human.out and "Unpack it by hand" in human.out
    assert "post.zip: no tables" not in human.out
