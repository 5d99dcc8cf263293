"""A recipe of the survey's own, as docs/own-recipes.md shows it: refused, trusted, broken; and SQL."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from foidesk.survey import Survey, recoding

from .. import small
from .outside import foidesk

ROOT = Path(__file__).resolve().parents[2]
FINDING = '\n[[findings]]\nname = "top"\nrecipe = "top-three"\ntitle = "What the three largest have"\n'
SQL = """
[[sql]]
name = "refusals"
title = "Who refused"
query = "select body, section from outcomes where section <> ''"
"""


def example() -> str:
    found = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "own-recipes.md").read_text(), re.S)
    assert found
    return found[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = small.write(tmp_path_factory.mktemp("own") / "survey")
    (folder / "survey.toml").write_text((folder / "survey.toml").read_text() + FINDING + SQL)
    (folder / "recipes").mkdir()
    (folder / "recipes" / "top_three.py").write_text(example())
    (folder / "story.md").unlink()
    assert foidesk(folder, "ingest").code == 0
    yield folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "survey"))


@pytest.mark.parametrize("verb", [("compute",), ("publish", "--draft")])
def test_a_program_of_the_folder_does_not_run_without_trust(folder: Path, verb: tuple[str, ...]) -> None:
    (folder / "recipes" / "top_three.py").write_text('raise SystemExit("it ran")')
    said = foidesk(folder, *verb)
    assert said.code == 2 and "recipes/top_three.py" in said.err and "--trust" in said.err


def test_other_commands_go_on_without_it_and_say_so(folder: Path) -> None:
    (folder / "recipes" / "top_three.py").write_text('raise SystemExit("it ran")')
    assert foidesk(folder, "status").code == 0
    assert foidesk(folder, "trace", "total").code == 0
    said = foidesk(folder, "trace", "top")
    assert said.code == 2 and "top" in said.err


def test_the_example_of_the_docs_runs_with_trust(folder: Path) -> None:
    found = {one["name"]: one for one in foidesk(folder, "compute", "--trust", "--json").json}
    top = found["top"]
    assert (top["value"]["lo"], top["value"]["hi"], top["unit"]) == (1, 1, "of complaints")
    assert top["recipe"] == {"name": "top-three", "version": 1} and top["base"] == {"n": 2, "of": 3}
    assert top["population"] == "the 2 of 3 bodies that answered" and top["source_count"] > 0
    assert any("own recipe top-three (recipes/top_three.py, SHA-256 " in caveat for caveat in top["caveats"])
    assert found["total"]["value"]["lo"] == 37 and not list((folder / "recipes").glob("__pycache__"))


def test_a_changed_program_is_run_again(folder: Path) -> None:
    foidesk(folder, "compute", "--trust")
    path = folder / "recipes" / "top_three.py"
    path.write_text(path.read_text().replace("[:3]", "[:1]"))
    found = {one["name"]: one for one in foidesk(folder, "compute", "--trust", "--json").json}
    assert found["top"]["value"]["lo"] == pytest.approx(20 / 37, abs=1e-6)
    assert foidesk(folder, "compute").code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"""Doc."""\nVERSION = 1\n\n\ndef run(desk):\n    return 1 / 0\n', "line 6: the recipe stopped"),
        ('"""Doc."""\nVERSION = 1\n\n\ndef run(desk):\n    return 7\n', "run(desk) gave int, no finding"),
        ("VERSION = 1\n\n\ndef run(desk):\n    return 7\n", "has a docstring"),
        ('"""Doc."""\ndef run(desk)\n', "line 2: the recipe stopped: SyntaxError"),
    ],
)  # fmt: skip
def test_a_broken_program_is_told_with_its_line(folder: Path, text: str, said: str) -> None:
    (folder / "recipes" / "top_three.py").write_text(text)
    found = foidesk(folder, "compute", "--trust")
    assert found.code == 2 and said in found.err and "top_three.py" in found.err


def test_a_program_cannot_take_the_name_of_a_recipe_of_foidesk(folder: Path) -> None:
    shutil.move(folder / "recipes" / "top_three.py", folder / "recipes" / "by_body.py")
    found = foidesk(folder, "compute", "--trust")
    assert found.code == 2 and "'by-body' is a recipe of foidesk itself" in found.err


def test_an_unknown_recipe_is_refused_with_the_nearest(folder: Path) -> None:
    shutil.move(folder / "recipes" / "top_three.py", folder / "recipes" / "top_tree.py")
    found = foidesk(folder, "compute", "--trust")
    assert found.code == 2 and "did you mean 'top-tree'?" in found.err


def test_verify_names_what_it_does_not_compute_and_runs_nothing(folder: Path, tmp_path: Path) -> None:
    assert foidesk(folder, "publish", "--draft", "--trust", "--sealed", str(tmp_path / "sealed")).code == 0
    kept = tmp_path / "sealed" / "data" / "survey" / "recipes" / "top_three.py"
    assert kept.read_text() == example()
    for bundle in (folder / "site", tmp_path / "sealed"):
        said = foidesk(folder, "verify", str(bundle), "--json").json
        assert said["equal"] and said["not_computed"] == ["top"] and said["numbers"] > 50
    assert "top: not computed anew" in foidesk(folder, "verify", str(folder / "site")).out


def test_sql_reads_the_dataset_and_keeps_questions(folder: Path) -> None:
    rows = foidesk(folder, "compute", "--json", "--sql",
                   "select body, lo, hi from figures where variable = '' order by body").json  # fmt: skip
    assert rows == [{"body": "alphaton", "lo": 20, "hi": 20}, {"body": "betaford", "lo": 17, "hi": 17}]
    assert foidesk(folder, "compute", "--sql", "refusals", "--json").json == [
        {"body": "gammaley", "section": "12"}
    ]
    parts = foidesk(folder, "compute", "--json", "--sql",
                    "select w.category, sum(o.lo) n from observations o "
                    "join observation_where w on w.observation = o.id group by 1 order by 1").json  # fmt: skip
    assert {one["category"]: one["n"] for one in parts} == {"not-upheld": 22, "upheld": 12, "withdrawn": 3}


def test_the_codebook_can_still_be_recoded(folder: Path) -> None:
    edits = [{"do": "rename", "variable": "outcome", "category": "upheld", "label": "Found for the complainant"}]
    assert recoding.preview(Survey(folder), edits)["edits"] == edits


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("delete from bodies", "not authorized"),
        ("attach database 'other.db' as other", "not authorized"),
        ("select load_extension('x')", "not authorized"),
        ("pragma query_only = off", "not authorized"),
        ("select 1; drop table bodies", "one statement"),
        ("select * from bodys", "no such table: bodys"),
        ("refusal", "did you mean 'refusals'?"),
    ],
)
def test_sql_does_nothing_but_read(folder: Path, sql: str, said: str) -> None:
    found = foidesk(folder, "compute", "--sql", sql)
    assert found.code == 2 and said in found.err and not (folder / "other.db").exists()


def test_sql_that_never_ends_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foidesk.store.sql.STEPS", 1)
    endless = "with recursive c(n) as (select 1 union all select n + 1 from c) select max(n) from c"
    found = foidesk(folder, "compute", "--sql", endless)
    assert found.code == 2 and "takes too long" in found.err
