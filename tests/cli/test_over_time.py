"""Changes, coverage and response times of a survey with yearly figures, letters and a clock."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from foidesk.survey import Survey
from foidesk.survey.letters import letters

from .. import boroughs
from .outside import foidesk

FINDINGS = """
[[findings]]
name = "rise"
recipe = "change"
title = "Change from 2020 to 2022"
since = "2020"
period = "2022"

[[findings]]
name = "rise-percent"
recipe = "change-percent"
title = "Change in per cent"
since = "2020"
period = "2022"

[[findings]]
name = "rise-points"
recipe = "change-points"
title = "How the share upheld moved"
where = { outcome = ["upheld"] }
since = "2020"
period = "2022"

[[findings]]
name = "coverage"
recipe = "coverage"
title = "Who can be used for how complaints ended"
by = "outcome"

[[findings]]
name = "coverage-share"
recipe = "coverage-share"
title = "How much of Exampleshire that covers"
denominator = "residents, mid-year estimate"
denominator_year = "2021"

[[findings]]
name = "days"
recipe = "response-days"
title = "How long an answer took"

[[findings]]
name = "on-time"
recipe = "on-time"
title = "Answered on time"
"""
ANSWERED = {
    "alphaton": "Mon, 06 Feb 2023", "betaford": "Tue, 31 Jan 2023", "gammaley": "Fri, 03 Mar 2023",
}  # fmt: skip
"""Sent on 9 January: 20, 16 and 39 working days after it; the refusal came on 6 February."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = boroughs.write(tmp_path_factory.mktemp("boroughs") / "survey", FINDINGS)
    silent = folder / "replies" / "etaston"
    (silent / "reply.csv").write_text(
        "Number of complaints\n\nYear,Complaints\n2020,15\n2021,17\n2022,20\nTotal,52\n"
    )
    for id, day in ANSWERED.items():
        boroughs.by_mail(folder, id, day)
    boroughs.sent(folder, date(2023, 1, 9), (*ANSWERED, "kappaton", "mubury"))
    assert foidesk(folder, "ingest").code == 0
    for letter in letters(Survey(folder)):
        said = foidesk(folder, "receive", "--confirm", letter.id, "--as", "final reply", "--reason", "read")
        assert said.code == 0, said.both
    assert foidesk(folder, "run", "--draft").code == 0
    yield folder


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Any]:
    return {one["name"]: one for one in foidesk(folder, "compute", "--json", "--sources").json}


def test_a_change_has_both_years_their_sources_and_each_bodys_own(found: dict[str, Any]) -> None:
    rise = found["rise"]
    before, after = (sum(years[at] for years in boroughs.YEARS.values()) for at in (0, 2))
    assert rise["value"]["lo"] == rise["value"]["hi"] == after - before
    assert rise["value"]["text"] == f"+{after - before}" and rise["unit"] == "complaints"
    assert [line["value"]["lo"] for line in rise["lines"]] == [before, after]
    assert rise["population"] == "the 11 of 12 bodies that gave both 2020 and 2022"
    assert all(len(one["places"]) >= 2 for one in rise["bodies"])
    per_cent = found["rise-percent"]
    assert (
        per_cent["value"]["lo"] == pytest.approx(100 * (after / before - 1))
        and per_cent["unit"] == "per cent on 2020"
    )


def test_points_leave_out_who_does_not_say_and_name_them(found: dict[str, Any]) -> None:
    points = found["rise-points"]
    told = [years for id, years in boroughs.YEARS.items() if id != "etaston"]
    shares = [sum(years[at] // 3 for years in told) / sum(years[at] for years in told) for at in (0, 2)]
    assert points["value"]["lo"] == pytest.approx(100 * (shares[1] - shares[0]), abs=1e-5)
    assert points["base"] == {"n": 10, "of": 12} and any("Etaston" in caveat for caveat in points["caveats"])


def test_coverage_is_of_the_question_and_names_the_section(found: dict[str, Any]) -> None:
    lines = {line["key"]: line for line in found["coverage"]["lines"]}
    assert found["coverage"]["value"]["lo"] == 10 and found["coverage"]["base"] == {"n": 10, "of": 12}
    assert found["coverage"]["population"] == "the 10 of 12 bodies that can be used for it"
    assert lines["answered, but not this"]["bodies"] == ["etaston"]
    (section,) = [line for key, line in lines.items() if "section 12" in key]
    assert section["bodies"] == ["mubury"] and section["label"].startswith("of which under section 12")


def test_coverage_by_size_is_a_share_of_all_who_were_asked(found: dict[str, Any]) -> None:
    share = found["coverage-share"]
    usable = sum(boroughs.SIZES) - boroughs.SIZES[-1]
    assert share["of"]["numerator"]["lo"] == usable and share["of"]["denominator"]["lo"] == sum(boroughs.SIZES)
    assert share["unit"] == "of residents" and len(share["denominators"]) == 12


def test_the_days_to_an_answer_are_those_of_the_clock(found: dict[str, Any]) -> None:
    days = found["days"]
    took = {one["body"]: one["value"]["lo"] for one in days["bodies"]}
    assert took == {"alphaton": 20, "betaford": 16, "gammaley": 39, "mubury": 20}
    assert (days["value"]["lo"], days["value"]["hi"], days["unit"]) == (20, 20, "working days")
    assert any("1 body answered on a day that is not on record" in caveat for caveat in days["caveats"])
    assert any("7 bodies have no clock on record" in caveat for caveat in days["caveats"])
    labels = [line["label"] for line in days["lines"]]
    assert any("20 working days (section 10(1))" in label for label in labels)
    assert any(label.startswith("Refusals under section 12") for label in labels)


def test_on_time_is_a_share_of_those_that_can_be_timed(found: dict[str, Any]) -> None:
    share = found["on-time"]
    assert (share["value"]["lo"], share["value"]["hi"], share["base"]["n"]) == (0.75, 0.75, 4)
    assert share["of"]["numerator"]["lo"] == 3
    late = next(one for one in share["bodies"] if one["body"] == "gammaley")
    assert late["note"] == "sent 9 Jan 2023, due 6 Feb 2023, answered 3 Mar 2023, 25 days late"


def test_the_site_shows_them_and_verify_computes_them_anew(folder: Path) -> None:
    page = html.fromstring((folder / "site" / "findings" / "days.html").read_bytes())
    words = " ".join(" ".join(page.itertext()).split())
    assert "Sent 9 Jan 2023, due 6 Feb 2023, answered 3 Mar 2023" in words and "20 working days" in words
    said = foidesk(folder, "verify", str(folder / "site"), "--json")
    assert said.code == 0 and said.json["equal"] and not said.json["faults"]
    figures = json.loads((folder / "site" / "data" / "figures.json").read_text())
    assert len(figures["timings"]) == 5 and figures["across"]


@pytest.mark.parametrize(
    ("old", "new"),
    [('"days": 39', '"days": 38'), ('"lo": "47"', '"lo": "46"')],
)
def test_a_changed_day_or_year_is_found_by_verify(folder: Path, tmp_path: Path, old: str, new: str) -> None:
    for path in (folder / "site" / "data").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (tmp_path / "figures.json").read_text()
    (tmp_path / "figures.json").write_text(text.replace(old, new))
    said = foidesk(folder, "verify", str(tmp_path), "--json")
    assert old in text and said.code == 1 and said.json["differences"]


def test_two_versions_of_a_reply_leave_each_year_open_and_their_change_settled(tmp_path: Path) -> None:
    """12 to 16, or 22 to 26: the change is 4 either way; no per cent sets one version against the other."""
    folder = boroughs.write(tmp_path / "survey", FINDINGS[: FINDINGS.index('[[findings]]\nname = "rise-points"')])
    for id in list(boroughs.YEARS)[1:]:
        shutil.rmtree(folder / "replies" / id)
    boroughs.reply(folder / "replies", "alphaton", (12, 14, 16))
    shutil.move(folder / "replies" / "alphaton" / "reply.csv", folder / "replies" / "alphaton" / "first.csv")
    boroughs.reply(folder / "replies", "alphaton", (22, 24, 26))
    assert foidesk(folder, "run", "--draft").code == 0
    found = {one["name"]: one for one in foidesk(folder, "compute", "--json").json}
    assert [(line["value"]["lo"], line["value"]["hi"]) for line in found["rise"]["lines"]] == [(12, 22), (16, 26)]
    assert found["rise"]["value"]["text"] == "+4"
    per_cent = found["rise-percent"]["value"]
    assert (per_cent["lo"], per_cent["hi"]) == pytest.approx((100 * 4 / 22, 100 * 4 / 12), abs=1e-5)
    said = foidesk(folder, "verify", str(folder / "site"), "--json")
    assert said.code == 0 and said.json["equal"]
