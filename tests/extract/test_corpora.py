"""The letters of police forces about crimes on hospital grounds: every total that was checked by hand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.replies.hospital import ROOT, by_year, context, differences
from foidesk.extract import extract
from foidesk.readers import read
from foidesk.survey.definition import load

pytestmark = pytest.mark.corpora


@pytest.fixture(scope="module")
def wanted(corpora: Path) -> dict[str, Any]:
    return tomllib.loads((corpora / "uk-police-hospital-crime" / "expected.toml").read_text())


@pytest.mark.parametrize("name", ["Cumbria", "Durham", "Humberside", "Hertfordshire"])
def test_totals_by_year_are_exact(corpora: Path, wanted: dict[str, Any], name: str) -> None:
    path = corpora / "uk-police-hospital-crime" / "replies" / f"{name}.pdf"
    found = extract(
        read(path.read_bytes(), path.name).reading,
        context(load(ROOT / "examples" / "hospital-crime"), name, path.name),
    )
    assert list(differences(found, wanted[name])) == []
    kinds = {kind for kind, _ in by_year(found.observations)}
    assert kinds == {wanted[name]["period"]}
    if name == "Hertfordshire":
        assert sum(one.role == "case row" for one in found.observations) == 4492
