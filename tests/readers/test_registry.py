"""What the one door promises: the right reader for the bytes, and nothing but `UnreadableDocument` out of it."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

from foidesk import readers
from foidesk.errors import Encrypted, Truncated, UnreadableDocument
from foidesk.readers.registry import ClassReader
from foidesk.readers.sniff import DOC, LOCKED_OFFICE, MSG, XLS, sniff

from . import make

FILES = make.one_of_each()


@pytest.mark.parametrize("name", FILES)
def test_the_bytes_tell_the_reader(name: str) -> None:
    known = readers.read(FILES[name], name).reading
    unnamed = readers.read(FILES[name], "")
    assert known.document == readers.source_of(FILES[name], name).sha256
    assert unnamed.reading.media_type == known.media_type


def test_every_reader_has_a_name_and_a_version_of_its_own() -> None:
    names = [reader.name for reader in readers.READERS]
    assert len(set(names)) == len(names)
    assert set(readers.reader_versions()) == set(names)
    assert all(version >= 1 for version in readers.reader_versions().values())


def test_the_registry_says_what_the_reader_classes_say() -> None:
    for entry in readers.READERS:
        if isinstance(entry, ClassReader):
            module = importlib.import_module(f"foidesk.readers.{entry.module}")
            made = getattr(module, entry.class_name)()
            assert (entry.name, entry.version) == (made.name, made.version)
            assert set(made.media_types) <= set(entry.media_types)


def test_no_two_readers_claim_one_media_type() -> None:
    claimed = [media_type for reader in readers.READERS for media_type in reader.media_types]
    assert len(set(claimed)) == len(claimed)


def test_importing_the_room_loads_no_format_library() -> None:
    heavy = "{'lxml', 'openpyxl', 'xlrd', 'python_calamine', 'pypdfium2', 'oxmsg', 'PIL', 'charset_normalizer'}"
    code = f"import sys, foidesk.readers.guard; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_file_that_is_called_something_else_is_read_as_what_it_is() -> None:
    reading = readers.read(FILES["a.xlsx"], "reply.pdf").reading
    assert [issue.kind for issue in reading.issues] == ["mislabelled-file"]
    assert reading.tables[0].height == 3


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.txt", "reply", "a.weird"])
def test_a_rightly_labelled_or_unlabelled_file_gets_no_note(name: str) -> None:
    data = {"a.csv": FILES["a.csv"], "a.txt": FILES["a.txt"]}.get(name, FILES["a.xlsx"])
    assert not readers.read(data, name).reading.issues


def test_an_empty_file_is_truncated() -> None:
    with pytest.raises(Truncated, match="empty"):
        readers.read(b"", "a.pdf")


def test_bytes_without_a_reader_say_what_to_do() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        readers.read(b"\x00\x01\x02\x03\x04" * 50, "a.qqq")
    assert caught.value.where == "a.qqq"
    assert "PDF" in caught.value.next


def test_old_office_files_are_told_apart_by_their_streams() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    streams = {
        "Workbook": XLS,
        "WordDocument": DOC,
        "EncryptedPackage": LOCKED_OFFICE,
        "__properties_version1.0": MSG,
    }
    for stream, media_type in streams.items():
        assert sniff(head + (stream + "\0").encode("utf-16-le")) == media_type


def test_an_office_file_with_a_password_is_named_as_such() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage\0".encode("utf-16-le")
    with pytest.raises(Encrypted, match="password"):
        readers.read(data, "a.xlsx")


@pytest.mark.parametrize("text", ["Dear Sir,\n\nWe hold 3, maybe 4, cases, sadly.\nYours, us", "Total: 5"])
def test_prose_is_no_csv(text: str) -> None:
    assert sniff(text.encode(), "a.txt") == "text/plain"


@pytest.mark.parametrize("name", FILES)
def test_a_cut_file_is_unreadable_or_read_but_never_a_crash(name: str) -> None:
    data = FILES[name]
    for size in (1, 7, len(data) // 3, len(data) // 2, len(data) - 3):
        try:
            readers.read(data[:size], name)
        except UnreadableDocument as error:
            assert error.where
            assert error.next
