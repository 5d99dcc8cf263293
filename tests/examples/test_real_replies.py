"""Our own surveys on real replies: nothing is wrong without a flag, and most is simply right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.replies import corpora as replies
from benchmarks.replies.truth.compare import compare
from benchmarks.replies.truth.figures import Mark
from foidesk.survey import Survey

pytestmark = [pytest.mark.corpora]
QUICK = {
    "us-police-settlements": [
        "baltimore_md", "cambridge_ma", "cincinnati_oh", "columbia_sc", "milwaukee_wi", "orlando_fl",
        "san_francisco_ca", "waterbury_ct",
    ],
    "uk-library-returns": ["angus", "bolton", "barnsley"],
}  # fmt: skip


def marks(name: str, bodies: list[str], corpora: Path, folder: Path) -> list[Mark]:
    replies.prepare(name, corpora, folder, bodies)
    survey = Survey(folder)
    survey.ingest()
    told = [one for one in replies.SURVEYS[name][1].stated(corpora / name) if one.body in bodies]
    return list(compare(survey, told))


@pytest.mark.parametrize("name", QUICK)
def test_nothing_is_wrong_without_a_flag_and_nine_in_ten_are_right(
    name: str, corpora: Path, tmp_path: Path
) -> None:
    found = marks(name, QUICK[name], corpora, tmp_path / "survey")
    grades = Counter(mark.grade for mark in found)
    assert [mark for mark in found if mark.grade == "wrong and not flagged"] == []
    assert grades["right"] >= 0.9 * len(found)
