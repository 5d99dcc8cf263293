"""What a body said elsewhere than in its reply: kept apart, entered by a person, named wherever it counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from foidesk.model.places import place_text
from foidesk.survey import Survey

from .outside import foidesk


def _finding(folder: Path, name: str) -> dict[str, Any]:
    return next(one for one in foidesk(folder, "compute", "--json").json if one["name"] == name)


def test_a_press_offices_figure_counts_and_is_no_reply(folder: Path) -> None:
    before = _finding(folder, "total")
    said = folder / "replies" / "gammaley" / "Outside FOI" / "press office.txt"
    said.parent.mkdir(parents=True)
    said.write_text("REHEARSAL\nA spokeswoman said by telephone: we had 9 complaints in 2020, 2021 and 2022.\n")
    assert foidesk(folder, "ingest").code == 0
    assert _finding(folder, "total")["value"] == before["value"], "nothing there is read by itself"
    [account] = [
        one.account for one in Survey(folder).work.coded.values() if "outside foi" in {n.name for n in one.account}
    ]
    assert {number.status for number in account} == {"ignored"}
    place = place_text(next(number.locator.place for number in account if number.text == "9"))
    words = ("--measure", "complaints", "--reason", "told by telephone", "--quote", "9")
    entered = foidesk(folder, "enter", "gammaley", "gammaley/Outside FOI/press office.txt", place, "9", *words)
    assert entered.code == 0, entered.err
    after = _finding(folder, "total")
    assert int(after["value"]["lo"]) == int(before["value"]["lo"]) + 9
    outcomes = {one.outcome for one in Survey(folder).work.results.outcomes if one.body == "gammaley"}
    assert outcomes == {"cost limit"}, "it is no reply"
    assert any("from outside FOI (press office.txt)" in caveat for caveat in after["caveats"])
