"""The open half of the independent sentences, on the two small surveys: found, right, no false one supported.

The whole of it, with decoys and the founding example: `python benchmarks/claims/run.py benchmarks/claims/open`.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks" / "claims"


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("claims_run", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def desk_of(name: str, folder: Path) -> Any:
    """A survey of the benchmark, ready to check texts."""
    return _load(FOLDER / "run.py").prepare(name, FOLDER / "open", folder)


@pytest.mark.parametrize("name", ["pothole-claims", "ambulance-handovers"])
def test_the_open_half_is_read_right(name: str, tmp_path: Path) -> None:
    run = _load(FOLDER / "run.py")
    score = run.Score()
    items = run.by_survey(FOLDER / "open", name)[name]
    run.measure(run.prepare(name, FOLDER / "open", tmp_path), items, score)
    assert score.wrongly_supported == []
    assert score.found >= 0.99 * score.claims, score.missed
    assert score.right >= 0.95 * score.claims, score.wrong


TOLD = {
    "A depot manager at Testerby was demoted for faking an inspection record.": "supported",
    "A depot manager at Testerby was dismissed for faking an inspection record.": "contradicted",
    "A road worker at Testerby got a written warning for shouting at a cyclist.": "needs a person",
    "A road worker at Testerby got a final written warning for abusing a claimant.": "contradicted",
    "A claims handler at Mockford was dismissed in 2023 for submitting a false claim.": "supported",
    "A claims handler at Mockford resigned when dismissed in 2023 for submitting a false claim.": "needs a person",
}


BESIDE = {
    "A claims handler at Mockford was dismissed in 2023 for a false claim, and two others were named.": [
        ("incident", "supported")
    ],
    "A claims handler at Testerby was dismissed in 2023 for a false claim, and two others were named.": [
        ("incident", "contradicted")
    ],
    "Testerby listed three cases, and a depot manager was demoted for falsifying an inspection record.": [
        ("incident", "supported")
    ],
    "Shamwick never so much as opened the envelope.": [("statement", "needs a person")],
    "Testerby received claims, and Shamwick keeps its ledgers in a shed.": [("statement", "needs a person")],
    "Testerby would not comment on its ledgers in the shed.": [],
    "“Every claim is a sign that prevention came too late,” said the chair of the Rehearsal Highways Association. "
    "“Councils cannot patch their way out of a funding gap.”": [("quotation", "supported")] * 2,
    "“Every claim is a sign that prevention came too late,” said the chair of the Rehearsal Highways Association. "
    "“Councils can patch their way out of a funding gap.”": [
        ("quotation", "supported"),
        ("quotation", "contradicted"),
    ],
    "“The whole of the town hall has been asleep since last winter.”": [("quotation", "needs a person")],
    "Exampleshire answered. The county said: “The council is confident that most claims arise from weather damage "
    "rather than neglect.”": [("quotation", "supported")],
    "Exampleshire answered. The county said: “The council is confident that most claims arise from frost damage "
    "rather than neglect.”": [("quotation", "contradicted")],
}
"""What is told beside a count, in no word that a reading takes, or by a speaker of the sentence before."""


CLAUSES = {
    "Exampleshire paid more in compensation than any other council that replied, with 808 claims in all.": {
        "superlative": "contradicted"
    },
    "Asked again, the director of the Imaginary Motorists' Union was cross, and Exampleshire admitted: “Drivers "
    "are paying twice, once in tax and once at the garage.”": {"quotation": "contradicted"},
    "Notionfield said searching the files would cost too much and Shamwick never wrote back.": {
        "coverage": "supported"
    },
}


def test_a_clause_is_judged_by_its_own_words(tmp_path: Path) -> None:
    desk = desk_of("pothole-claims", tmp_path)
    for text, wanted in CLAUSES.items():
        found = {(one.kind, one.verdict) for one in desk.check(text) if one.kind in wanted}
        assert found == set(wanted.items()), text


def test_an_act_in_unknown_words_is_for_a_person_and_never_contradicted(tmp_path: Path) -> None:
    desk = desk_of("pothole-claims", tmp_path)
    found = {text: [one.verdict for one in desk.check(text) if one.kind == "incident"] for text in TOLD}
    assert found == {text: [verdict] for text, verdict in TOLD.items()}


def test_nothing_told_of_a_body_passes_unlooked_at(tmp_path: Path) -> None:
    desk = desk_of("pothole-claims", tmp_path)
    kinds = ("incident", "statement", "quotation")
    found = {text: [(one.kind, one.verdict) for one in desk.check(text) if one.kind in kinds] for text in BESIDE}
    assert found == BESIDE
