"""verify from outside: equal or not, what differs, and the exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .outside import foidesk
from .test_verbs import _documented


@pytest.fixture
def packages(folder: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The public and the sealed package of the small survey, away from the survey itself."""
    assert foidesk(folder, "publish", "--sealed", str(tmp_path / "sealed")).code == 0
    return Path(shutil.copytree(folder / "site", tmp_path / "copy")), tmp_path / "sealed"


def test_both_packages_give_every_number_anew(packages: tuple[Path, Path], tmp_path: Path) -> None:
    public, sealed = (foidesk(tmp_path, "verify", str(one), "--json") for one in packages)
    assert (public.code, sealed.code) == (0, 0)
    assert public.json["bundle"] == "public" and sealed.json["bundle"] == "sealed"
    assert public.json["numbers"] == sealed.json["numbers"] > 20
    assert set(public.json) == _documented("verify")


def test_a_changed_number_is_named_with_both_values(packages: tuple[Path, Path], tmp_path: Path) -> None:
    path = packages[0] / "data" / "findings.json"
    content = json.loads(path.read_text("utf-8"))
    total = next(one for one in content["findings"] if one["name"] == "total")
    right = total["value"]["lo"]
    total["value"]["lo"] = right + 1
    path.write_text(json.dumps(content), "utf-8")
    said = foidesk(tmp_path, "verify", str(packages[0]), "--json")
    assert said.code == 1 and not said.json["equal"]
    changed = {"what": "total / value / lo", "published": right + 1, "computed": right}
    assert said.json["differences"] == [changed]
    assert said.json["faults"] == ["findings.json was changed"]
    assert "NOT EQUAL" in foidesk(tmp_path, "verify", str(packages[0])).out


def test_a_changed_figure_of_a_body_changes_what_rests_on_it(packages: tuple[Path, Path], tmp_path: Path) -> None:
    path = packages[0] / "data" / "figures.json"
    text = path.read_text("utf-8")
    assert '"lo": "20"' in text
    path.write_text(text.replace('"lo": "20"', '"lo": "19"'), "utf-8")
    said = foidesk(tmp_path, "verify", str(packages[0]), "--json")
    assert said.code == 1
    assert "total / value / lo" in {one["what"] for one in said.json["differences"]}


def test_evidence_taken_out_of_the_sealed_package_is_seen(packages: tuple[Path, Path], tmp_path: Path) -> None:
    (packages[1] / "data" / "survey" / "events.jsonl").write_text("")
    said = foidesk(tmp_path, "verify", str(packages[1]), "--json")
    assert said.code == 1 and said.json["differences"]
    assert "data/survey/events.jsonl was changed" in said.json["faults"]


def test_reading_again_tells_which_document_reads_otherwise(packages: tuple[Path, Path], tmp_path: Path) -> None:
    said = foidesk(tmp_path, "verify", str(packages[1]), "--reread", "--json")
    assert said.code == 0 and said.json["reread"]["otherwise"] == []
    index = json.loads((packages[1] / "data/readings/index.json").read_text("utf-8"))
    reading = packages[1] / "data/readings" / index[0]["file"]
    reading.write_text(reading.read_text("utf-8").replace("omplaint", "omplixnt", 1), "utf-8")
    said = foidesk(tmp_path, "verify", str(packages[1]), "--reread", "--json")
    [otherwise] = said.json["reread"]["otherwise"]
    assert otherwise["document"] == index[0]["document"] and "words" in otherwise["what"]


def test_a_public_package_has_nothing_to_read_again(packages: tuple[Path, Path], tmp_path: Path) -> None:
    said = foidesk(tmp_path, "verify", str(packages[0]), "--reread")
    assert said.code == 2 and "no originals" in said.err


def test_what_is_no_package_is_said_to_be_none(tmp_path: Path) -> None:
    said = foidesk(tmp_path, "verify", str(tmp_path))
    assert said.code == 2 and "no package" in said.err


def test_a_sealed_package_never_goes_below_the_site(folder: Path) -> None:
    said = foidesk(folder, "publish", "--sealed", str(folder / "site" / "sealed"))
    assert said.code == 2 and "never goes below the site" in said.err
    assert not (folder / "site" / "sealed").exists()
