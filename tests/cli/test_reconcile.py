"""`reconcile` from outside: what is established, what clashes and why, and what forces a bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from .. import small
from .conftest import bind_every_number, clear
from .outside import foidesk

DOUBTFUL = """Dear requester,

The figures you asked for are below.

Outcome      Number of complaints
Upheld       7
Rejected     10
Total        27

Yours,
The FOI team
"""


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """The small survey, with a total at one borough that its rows do not add up to."""
    folder = small.write(tmp_path / "survey")
    small.mail("betaford", DOUBTFUL, folder / "replies")
    assert foidesk(folder, "ingest").code == 0
    return folder


def test_each_body_has_its_states_and_the_overall_is_their_sum(folder: Path) -> None:
    found = foidesk(folder, "reconcile", "--json").json
    assert set(found["bodies"]) == {"alphaton", "betaford"}
    for state, count in found["overall"].items():
        assert count == sum(body[state] for body in found["bodies"].values())
    assert found["overall"]["established"] > 0 and found["overall"]["contradicted"] == 0


def test_a_contradiction_is_told_with_both_places_their_words_and_the_likeliest_cause(doubtful: Path) -> None:
    found = foidesk(doubtful, "reconcile", "--body", "betaford", "--json").json
    (clash,) = [issue for issue in found["issues"] if issue["kind"] == "contradiction"]
    for words in ("“27”", "“7”", "“10”", "betaford.eml", "characters", "Likeliest: a slip of the body"):
        assert words in clash["what"]
    (total,) = [one for one in found["figures"] if one["figure"] == "total"]
    assert total["state"] == "contradicted" and total["value"] == {"lo": 17, "hi": 27}
    assert total["why"]


def test_explain_names_the_statements_that_force_either_end(folder: Path) -> None:
    (one,) = foidesk(folder, "reconcile", "--explain", "outcomes/upheld", "--body", "alphaton", "--json").json[
        "explained"
    ]
    assert [place["quote"] for place in one["lower"]] == ["5"] and one["lower"][0]["file"] == "reply.csv"
    assert "5" in [place["quote"] for place in one["upper"]]
    human = foidesk(folder, "reconcile", "--explain", "outcomes/upheld", "--body", "alphaton").out
    assert "because" in human and "reply.csv: “5”, sheet 'csv', B2 (Upheld)" in human


def test_a_line_by_period_is_explained_by_the_statements_of_its_days(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "survey")
    asked = '[[findings]]\nname = "years"\nrecipe = "by-period"\ntitle = "By year"\n'
    survey = folder / "survey.toml"
    survey.write_text(survey.read_text(encoding="utf-8") + asked, encoding="utf-8")
    rows = "Outcome,2020,2021,2022\nUpheld,5,1,2\nNot upheld,7,3,2\nTotal,12,4,4\n"
    (folder / "replies" / "alphaton" / "reply.csv").write_text(rows, encoding="utf-8")
    assert foidesk(folder, "ingest").code == 0
    (one,) = foidesk(folder, "reconcile", "--explain", "years/2021", "--json").json["explained"]
    assert one["value"] == "4" or one["value"].startswith("4 ")
    quotes = {place["quote"] for place in (*one["lower"], *one["upper"])}
    assert quotes and quotes <= {"1", "3", "4"}


def test_a_share_is_explained_by_its_part_and_its_base_and_a_change_by_both_years(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "survey")
    asked = '[[findings]]\nname = "rise"\nrecipe = "change"\ntitle = "Rise"\nsince = "2020"\nperiod = "2022"\n'
    survey = folder / "survey.toml"
    survey.write_text(survey.read_text(encoding="utf-8") + asked, encoding="utf-8")
    rows = "Outcome,2020,2021,2022\nUpheld,5,1,2\nNot upheld,7,3,4\nTotal,12,4,6\n"
    (folder / "replies" / "alphaton" / "reply.csv").write_text(rows, encoding="utf-8")
    share = "We received 40 complaints about library fines. 25% of complaints were upheld.\n"
    (folder / "replies" / "betaford" / "reply.txt").parent.mkdir(exist_ok=True)
    (folder / "replies" / "betaford" / "reply.txt").write_text(share, encoding="utf-8")
    for old in (folder / "replies").rglob("*betaford*.eml"):
        old.unlink()
    assert foidesk(folder, "ingest").code == 0
    (rise,) = foidesk(folder, "reconcile", "--explain", "rise", "--json").json["explained"]
    assert {place["quote"] for place in rise["lower"]} == {"12", "6"}
    told = foidesk(folder, "reconcile", "--explain", "upheld", "--json").json["explained"]
    quotes = {one["body"]: {place["quote"] for place in one["lower"]} for one in told}
    assert quotes["betaford"] == {"25%", "40"}


def test_what_forces_a_withheld_number_is_not_told(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "survey")
    rows = "Outcome,Number of complaints\nUpheld,<5\nNot upheld,15\nWithdrawn,3\nTotal,20\n"
    (folder / "replies" / "alphaton" / "reply.csv").write_text(rows, encoding="utf-8")
    assert foidesk(folder, "ingest").code == 0
    asked = ("reconcile", "--explain", "outcomes/upheld", "--body", "alphaton", "--json")
    (one,) = foidesk(folder, *asked).json["explained"]
    assert one["value"] == "0 to 4" and [place["quote"] for place in one["upper"]] == ["<5"]


def test_the_places_of_a_contradiction_stand_marked_in_one_picture(doubtful: Path, tmp_path: Path) -> None:
    said = foidesk(doubtful, "reconcile", "--image", str(tmp_path / "pictures"), "--json").json
    (picture,) = said["images"]
    assert Path(picture).read_bytes().startswith(b"\x89PNG") and "and-2-more" in picture


@pytest.mark.parametrize(
    ("asked", "near"), [(("--body", "alphatn"), "alphaton"), (("--explain", "outcomes/uphelt"), "outcomes/upheld")]
)
def test_a_name_that_is_not_there_is_refused_with_the_nearest(
    folder: Path, asked: tuple[str, str], near: str
) -> None:
    said = foidesk(folder, "reconcile", *asked)
    assert said.code == 2 and near in said.err


def test_versions_are_told_with_the_figures_and_the_rows_that_differ(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "survey")
    rows = "Outcome,Number of complaints\nUpheld,6\nNot upheld,12\nWithdrawn,3\nTotal,21\n"
    (folder / "replies" / "alphaton" / "corrected reply.csv").write_text(rows, encoding="utf-8")
    assert foidesk(folder, "ingest").code == 0
    found = foidesk(folder, "reconcile", "--body", "alphaton", "--json").json
    by_other = {version["other"]: version for version in found["versions"]}
    corrected = by_other["corrected reply.csv stands"]
    assert corrected["pinned"].startswith("undecided")
    changed = {one["figure"]: (one["pinned"], one["other"]) for one in corrected["figures"]}
    assert changed["total"] == ("20 to 21", "21") and changed["outcomes/upheld"] == ("5 to 6", "6")
    rows = {frozenset((row["first"], row["second"])) for row in corrected["rows"]}
    assert frozenset(("Upheld: 5", "Upheld: 6")) in rows
    human = foidesk(folder, "reconcile", "--body", "alphaton").out
    assert "If instead corrected reply.csv stands" in human


WITHDRAWN = """Dear requester,

We are writing to withdraw our answer to question 2 of your request. The figures on outcomes were sent in error and
should not be relied upon. Our answer to question 1 stands.

Yours,
The FOI team
"""


def test_an_answer_that_a_body_takes_back_changes_nothing_and_is_marked_until_a_person_decides(
    tmp_path: Path,
) -> None:
    folder = small.write(tmp_path / "survey")
    survey, codebook = folder / "survey.toml", folder / "codebook.toml"
    one, two = 'measures = ["complaints"]\n', 'text = "How did they end?"\nmeasures = ["complaints"]\n'
    asked = f'{one}\n[[questions]]\nid = "q2"\n{two}variables = ["outcome"]\n'
    survey.write_text(survey.read_text().replace(f'{one}variables = ["outcome"]\n', asked))
    codebook.write_text(codebook.read_text().replace('question = "q1"', 'question = "q2"'))
    small.mail("alphaton", WITHDRAWN, folder / "replies")
    assert foidesk(folder, "ingest").code == 0
    found = foidesk(folder, "reconcile", "--body", "alphaton", "--json").json
    figures = {one["figure"]: one for one in found["figures"]}
    assert figures["total"]["state"] == "established" and figures["outcomes/upheld"]["state"] == "open"
    assert figures["outcomes/upheld"]["value"] == {"lo": 5, "hi": 5}
    assert figures["outcomes/upheld"]["why"][0].startswith("since withdrawn")
    fall = {version["other"]: version for version in found["versions"]}["they fall: the body gives no such figure"]
    changed = {one["figure"]: (one["pinned"], one["other"]) for one in fall["figures"]}
    assert changed["outcomes/upheld"] == ("5", "none") and "total" not in changed
    (issue,) = [one for one in found["issues"] if one["kind"] == "withdrawn"]
    assert "withdraw our answer to question 2" in issue["what"]
    decided = foidesk(folder, "decide", fall["choice"], "--answer", "falls", "--reason", "Taken back.")
    assert decided.code == 0
    figures = {
        one["figure"]: one for one in foidesk(folder, "reconcile", "--body", "alphaton", "--json").json["figures"]
    }
    assert figures["total"]["value"] == {"lo": 20, "hi": 20}
    assert figures.get("outcomes/upheld", {"value": None})["value"] is None


def test_a_withheld_number_that_follows_is_shown_to_nobody_and_holds_the_site_back(
    tmp_path: Path,
) -> None:
    folder = small.write(tmp_path / "survey")
    bind_every_number(folder)
    rows = "Outcome,Number of complaints\nUpheld,<5\nNot upheld,15\nWithdrawn,3\nTotal,20\n"
    (folder / "replies" / "alphaton" / "reply.csv").write_text(rows, encoding="utf-8")
    assert foidesk(folder, "ingest").code == 0
    outcomes = {one["name"]: one for one in foidesk(folder, "compute", "--json").json}["outcomes"]
    upheld = {line["key"]: line["value"] for line in outcomes["lines"]}["upheld"]
    assert (upheld["lo"], upheld["hi"]) == (7, 11)
    figures = foidesk(folder, "reconcile", "--json").json["figures"]
    assert {"lo": 0, "hi": 4} in [one["value"] for one in figures if one["figure"] == "outcomes/upheld"]
    refused = foidesk(folder, "publish")
    assert refused.code == 1 and "withheld" in refused.err
    (asked,) = foidesk(folder, "decide", "--kind", "disclosure", "--json").json
    assert foidesk(folder, "decide", asked["id"], "--answer", "publish", "--reason", "rehearsal").code == 0
    clear(folder)
    assert foidesk(folder, "publish").code == 0
