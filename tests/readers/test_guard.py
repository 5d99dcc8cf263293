"""A document that crashes, hangs or swallows memory costs one document."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from foidesk import readers
from foidesk.errors import Encrypted, UnreadableDocument
from foidesk.model.protocols import Read
from foidesk.readers.guard import Child, GuardedReaders, read_here
from foidesk.readers.parcels import pack, unpack

from . import make

# Installed in a child by its environment: a reader that does what a hostile file would do.
_TRAP = """
import foidesk.readers.csv_text as csv_text
def see(source):
    import os, time
    if b"crash" in source.data: os.abort()
    if b"hang" in source.data: time.sleep(600)
    if b"hunger" in source.data: return bytearray(1 << 40)
    return genuine(source)
genuine, csv_text.see = csv_text.see, see
"""


@pytest.fixture
def trapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Children whose CSV reader can be made to crash."""
    (tmp_path / "sitecustomize.py").write_text(_TRAP, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))


def csv(word: str) -> bytes:
    return f"Year,Cases\n{word},5\n".encode()


@pytest.mark.usefixtures("trapped")
def test_crash_hang_and_hunger_cost_one_document_each() -> None:
    words = ["good", "crash", "fine", "hang", "hunger", "well"]
    with GuardedReaders(2, seconds=10) as guarded:
        found = dict(guarded.read_many((word, csv(word), f"{word}.csv") for word in words))
    lost = {word: found[word] for word in words if isinstance(found[word], UnreadableDocument)}
    assert set(lost) == {"crash", "hang", "hunger"}
    assert all(isinstance(error, UnreadableDocument) and error.where and error.next for error in lost.values())
    assert "crashed" in str(lost["crash"]) or sys.platform == "win32"
    assert "longer than 10 seconds" in str(lost["hang"])
    assert "memory" in str(lost["hunger"])


def test_a_guarded_reading_equals_the_reading_here() -> None:
    files = make.one_of_each()
    with GuardedReaders(1) as guarded:
        found = dict(guarded.read_many((name, data, name) for name, data in files.items()))
    assert found == {name: readers.read(data, name) for name, data in files.items()}


def test_refusals_keep_their_kind() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage\0".encode("utf-16-le")
    child = Child(60, 0)
    try:
        found = child.read(locked, "a.xlsx")
    finally:
        child.close()
    assert isinstance(found, Encrypted)
    assert (found.where, found.what) == ("a.xlsx", "it asks for a password")


def test_reading_here_returns_the_refusal() -> None:
    assert isinstance(read_here(b"", "a.csv"), UnreadableDocument)
    assert isinstance(read_here(csv("2012"), "a.csv"), Read)


@pytest.mark.parametrize("name", make.one_of_each())
def test_a_parcel_comes_back_equal(name: str) -> None:
    found = readers.read(make.one_of_each()[name], name)
    assert unpack(pack(found)) == found


def test_a_parcel_that_names_code_is_refused() -> None:
    import pickle

    with pytest.raises(pickle.UnpicklingError):
        unpack(pickle.dumps(os.system))


def test_a_module_in_the_folder_of_the_survey_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "csv.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with GuardedReaders(1) as guarded:
        assert isinstance(guarded.read(csv("2012"), "a.csv"), Read)
