"""After any edit, what rests on it is made again, and the result is that of a cold run, byte for byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from foidesk.errors import FoideskError
from foidesk.survey import Survey

from .. import small
from .folder import cold, run, same, site, values

NEW_PHRASE = "Outcome,Number of complaints\nUpheld,5\nNot upheld,12\nTaken back by reader,3\nTotal,20\n"


@pytest.fixture(scope="session")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small survey, with a phrase that no synonym covers, run once."""
    folder = small.write(tmp_path_factory.mktemp("done") / "survey")
    (folder / "replies" / "alphaton" / "reply.csv").write_text(NEW_PHRASE)
    run(folder)
    return folder


@pytest.fixture
def folder(done: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(done, tmp_path / "survey"))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _csv(folder: Path) -> Path:
    return folder / "replies" / "alphaton" / "reply.csv"


def _touch(folder: Path) -> None:
    os.utime(_csv(folder), ns=(1, 1))


def _delete(folder: Path) -> None:
    (folder / "replies" / "betaford.eml").unlink()


def _change_a_figure(folder: Path) -> None:
    _csv(folder).write_text(NEW_PHRASE.replace("Upheld,5", "Upheld,6").replace("Total,20", "Total,21"))


def _rename(folder: Path) -> None:
    _csv(folder).rename(_csv(folder).with_name("final.csv"))


def _add_synonym(folder: Path) -> None:
    label = 'label = "Withdrawn"'
    _replace(folder / "codebook.toml", label, f'{label}\nsynonyms = ["taken back by reader"]')


def _lose_cache(folder: Path) -> None:
    shutil.rmtree(folder / ".foidesk" / "cache")


def _lose_index(folder: Path) -> None:
    for path in (folder / ".foidesk").glob("foidesk.db*"):
        path.unlink()


def _damage_cache(folder: Path) -> None:
    for path in (folder / ".foidesk" / "cache" / "keys").rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xff half")


def _lose_site(folder: Path) -> None:
    shutil.rmtree(folder / "site")


def _spoil_site(folder: Path) -> None:
    (folder / "site" / "index.html").write_text("<p>37</p>")


def _write_story(folder: Path) -> None:
    _replace(folder / "story.md", "Fines anger readers", "Readers are angry")


def _nothing(folder: Path) -> None:
    pass


READ, DELIVERIES, EXTRACT, CODING, RESULTS = "read", "deliveries", "extract", "coding", "results"
MISFILED = "misfiled"
CHECK, FIGURES = "check", "figures"
EDITS: list[tuple[Callable[[Path], None], dict[str, int]]] = [
    (_nothing, {}),
    (_touch, {}),
    (_delete, {DELIVERIES: 1, MISFILED: 1, CODING: 1, RESULTS: 1, CHECK: 1, FIGURES: 1}),
    (
        _change_a_figure,
        {READ: 1, DELIVERIES: 1, MISFILED: 1, EXTRACT: 1, CODING: 1, RESULTS: 1, CHECK: 1, FIGURES: 1},
    ),
    (_rename, {DELIVERIES: 1, MISFILED: 1, EXTRACT: 1, CODING: 1, RESULTS: 1, CHECK: 1}),
    (_add_synonym, {EXTRACT: 3, CODING: 1, RESULTS: 1, CHECK: 1, FIGURES: 1}),
    (_lose_cache, {READ: 3, DELIVERIES: 1, MISFILED: 1, EXTRACT: 3, CODING: 1, RESULTS: 1, CHECK: 1}),
    (_damage_cache, {READ: 3, DELIVERIES: 1, MISFILED: 1, EXTRACT: 3, CODING: 1, RESULTS: 1, CHECK: 1}),
    (_lose_index, {}),
    (_lose_site, {}),
    (_spoil_site, {}),
    (_write_story, {CHECK: 1}),
]


@pytest.mark.parametrize(("edit", "made"), EDITS, ids=[edit.__name__ for edit, _ in EDITS])
def test_an_edit_remakes_what_rests_on_it_and_gives_what_a_cold_run_gives(
    folder: Path, tmp_path: Path, edit: Callable[[Path], None], made: dict[str, int]
) -> None:
    edit(folder)
    assert run(folder).made == made
    fresh = cold(folder, tmp_path / "cold")
    run(fresh)
    same(folder, fresh)


def test_a_decision_and_its_revocation_make_only_the_results_again(folder: Path, tmp_path: Path) -> None:
    before = values(folder)
    survey = Survey(folder)
    [asked] = survey.work.results.open_choices()
    taken = survey.decide(asked.id, "Withdrawn", "Ed", "the letter says so")
    assert taken.changed
    assert run(folder).made == {CHECK: 1, FIGURES: 1}
    assert values(folder) != before
    run(fresh := cold(folder, tmp_path / "cold"))
    same(folder, fresh)
    Survey(folder).revoke(taken.judgement.id, "Ed", "a mistake")
    assert run(folder).made == {}
    assert values(folder) == before
    run(fresh := cold(folder, tmp_path / "cold again"))
    same(folder, fresh)


def test_a_reply_that_goes_and_comes_back_is_there_again(folder: Path) -> None:
    before, pages = values(folder), site(folder)
    reply = folder / "replies" / "betaford.eml"
    data = reply.read_bytes()
    for _ in range(3):
        reply.unlink()
        assert run(folder).ingested.removed == ("betaford.eml",)
        assert values(folder) != before
        reply.write_bytes(data)
        assert run(folder).ingested.new == ("betaford.eml",)
        assert values(folder) == before
    assert site(folder).keys() == pages.keys()


def test_a_figure_that_is_changed_and_changed_back_counts_as_it_stands(folder: Path) -> None:
    before = values(folder)
    reply = folder / "replies" / "betaford.eml"
    data = reply.read_bytes()
    for _ in range(2):
        reply.write_bytes(data.replace(b"       7\n", b"       8\n").replace(b"17\n", b"18\n"))
        assert run(folder).ingested.changed == ("betaford.eml",)
        assert values(folder) != before
        reply.write_bytes(data)
        assert run(folder).ingested.changed == ("betaford.eml",)
        assert values(folder) == before


def test_a_change_that_leaves_size_and_time_as_they_were_is_seen(folder: Path) -> None:
    reply = _csv(folder)
    state = reply.stat()
    reply.write_text(NEW_PHRASE.replace("Upheld,5\nNot upheld,12", "Upheld,6\nNot upheld,11"))
    os.utime(reply, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert reply.stat().st_size == state.st_size
    assert run(folder).ingested.changed == ("alphaton/reply.csv",)


def test_a_lost_original_is_kept_again_from_the_drop_folder(folder: Path) -> None:
    originals = folder / ".foidesk" / "originals"
    before = sorted(path.name for path in originals.rglob("*") if path.is_file())
    shutil.rmtree(originals)
    run(folder)
    assert sorted(path.name for path in originals.rglob("*") if path.is_file()) == before


def test_a_damaged_result_is_thrown_away_and_made_again(folder: Path) -> None:
    before = values(folder)
    for path in (folder / ".foidesk" / "cache" / "content").rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")
    with pytest.raises(FoideskError, match="damaged"):
        values(folder)
    assert values(folder) == before
