"""Every oddity of a reply is a folder: what came in, and what must be read from it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from foidesk.extract import extract

from .rehearsal import context, lines, reading_of

GOLDEN = Path(__file__).parents[1] / "golden" / "extract"
FOLDERS = sorted(folder for folder in GOLDEN.iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_is_read_as_a_person_reads_it(folder: Path) -> None:
    source = next(folder.glob("input.*"))
    extraction = extract(reading_of(source.read_bytes(), source.name), context(source.name))
    found, ids = lines(extraction), [one.id for one in extraction.observations]
    assert len(ids) == len(set(ids))
    expected = folder / "expected.json"
    if os.environ.get("FOIDESK_UPDATE_GOLDEN"):
        expected.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    assert found == json.loads(expected.read_text())
