"""Every oddity that replies have shown, as a folder: the input, and what must be read from it.

`FOIDESK_UPDATE_GOLDEN=1 pytest tests/readers/test_golden.py` rewrites what is expected: look at the diff.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from foidesk import readers

from .describe import described

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "readers"
ODDITIES = sorted(folder.name for folder in GOLDEN.iterdir() if any(folder.glob("input.*")))


@pytest.mark.parametrize("oddity", ODDITIES)
def test_an_oddity_is_read_as_expected(oddity: str) -> None:
    (source,) = (GOLDEN / oddity).glob("input.*")
    found = described(readers.read(source.read_bytes(), source.name))
    expected = GOLDEN / oddity / "expected.json"
    if os.environ.get("FOIDESK_UPDATE_GOLDEN"):
        expected.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


def test_there_are_a_dozen_oddities() -> None:
    assert len(ODDITIES) >= 12
