"""What is primary is never lost; what is not can be deleted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from foidesk.errors import Busy, SurveyFileError
from foidesk.model import Evidence, Judgement
from foidesk.store import Board, Cache, DecisionLog, EventLog, Index, Originals, locked
from foidesk.store.events import event


def test_an_event_line_cut_by_a_kill_is_passed_over_and_the_next_is_not_lost(tmp_path: Path) -> None:
    log = EventLog(tmp_path / "events.jsonl")
    log.append([event("received", "2023-02-06T10:00:00+00:00", document="aa", name="a.pdf")])
    with log.path.open("a") as file:
        file.write('{"id": "half a li')
    log.append([event("received", "2023-02-07T10:00:00+00:00", document="bb", name="b.pdf")])
    assert [one.name for one in log.all()] == ["a.pdf", "b.pdf"]
    assert log.cut_lines() == 1


def test_the_same_event_is_recorded_once(tmp_path: Path) -> None:
    log = EventLog(tmp_path / "events.jsonl")
    one = event("received", "2023-02-06T10:00:00+00:00", document="aa", name="a.pdf")
    log.append([one])
    log.append([one])
    assert log.all() == (one,)


def _judgement(id: str, revokes: str = "") -> Judgement:
    evidence = (
        Evidence("Which total stands?", "aa", "page 1 [1.0 2.0 3.0 4.0]", 'said "12, or 13"'),
        Evidence("Which total stands?", "bb", "sheet 'A, B' 1,2,1,2", "13\nlines"),
    )
    return Judgement(id, "2023-02-06T10:00:00+00:00", "ed", "contradiction", () if revokes else evidence,
                     "option", "12", "letter says so", "private, \"note\"", revokes)  # fmt: skip


def test_decisions_come_back_as_written_and_a_revocation_is_a_row(tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "decisions.csv")
    log.append(_judgement("j1"))
    log.append(_judgement("j2"))
    assert log.all() == (_judgement("j1"), _judgement("j2"))
    log.append(_judgement("j3", revokes="j1"))
    assert [one.id for one in log.standing()] == ["j2"]
    assert len(log.all()) == 3


def test_a_decisions_file_without_its_columns_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").write_text("id,answer\nx,y\n")
    with pytest.raises(SurveyFileError, match="'at' is missing"):
        DecisionLog(tmp_path / "decisions.csv").all()


def test_originals_are_kept_by_hash_and_never_changed(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    sha = originals.keep(b"bytes")
    before = originals.path(sha).stat().st_mtime_ns
    assert originals.keep(b"bytes") == sha
    assert originals.path(sha).stat().st_mtime_ns == before
    assert originals.get(sha) == b"bytes"


def test_a_damaged_cache_entry_counts_as_absent(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    content = cache.put("stage", "key", _judgement("j1"))
    assert cache.get("stage", "key") == _judgement("j1")
    path = next(path for path in tmp_path.rglob("*") if path.name == content)
    path.write_bytes(b"damaged")
    assert cache.get("stage", "key") is None


def test_a_damaged_index_is_put_aside_and_made_anew(tmp_path: Path) -> None:
    (tmp_path / "foidesk.db").write_bytes(b"not a database at all" * 100)
    index = Index(tmp_path / "foidesk.db")
    assert index.files() == {}
    index.remember_files({"a.pdf": (1, 2, "aa")})
    assert index.files() == {"a.pdf": (1, 2, "aa")}


def test_a_second_writer_waits_and_is_then_told_so(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"), pytest.raises(Busy, match="another foidesk"), locked(tmp_path / "lock", 0.1):
        pass


def test_the_lock_goes_with_the_process(tmp_path: Path) -> None:
    code = (
        "import os; from pathlib import Path; from foidesk.store import locked\n"
        f"with locked(Path({str(tmp_path / 'lock')!r})): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    with locked(tmp_path / "lock", timeout=0.1):
        pass


def test_a_board_kept_open_shows_what_another_put_up_meanwhile(tmp_path: Path) -> None:
    board, other = Board(tmp_path / "desk.db"), Board(tmp_path / "desk.db")
    other.replace([("body", "a", {"n": 1})], [])
    with board.kept_open(), board.kept_open():
        assert board.card("body", "a") == {"n": 1}
        other.replace([("body", "a", {"n": 2})], [])
        assert board.card("body", "a") == {"n": 2}
    assert board.card("body", "a") == {"n": 2}
