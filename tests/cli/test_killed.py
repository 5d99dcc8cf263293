"""Killed at any moment, run twice at once: nothing is lost, and a plain run then gives what it always gives."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from .. import small
from ..survey.folder import same, site
from .conftest import bind_every_number, clear
from .outside import command, foidesk

TIMES = 20
SEED = 20260101
TABLE = """Dear requester,

Outcome      Number of complaints
Upheld       5
Not upheld   12
Withdrawn    3
Total        20

Yours,
The FOI team
"""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small survey, never run; its files carry a date of their own, so that every run is alike."""
    folder = small.write(tmp_path_factory.mktemp("fresh") / "survey")
    bind_every_number(folder)
    shutil.rmtree(folder / "replies" / "alphaton")
    small.mail("alphaton", TABLE, folder / "replies")
    twin = Path(shutil.copytree(folder, folder.parent / "twin"))
    assert foidesk(twin, "ingest").code == 0
    clear(twin)
    shutil.copy(twin / "decisions.csv", folder)
    return folder


@pytest.fixture(scope="module")
def never_killed(fresh: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(fresh, tmp_path_factory.mktemp("whole") / "survey"))
    assert foidesk(folder, "run").code == 0
    return folder


def _start(folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command("-C", str(folder), *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _whole(folder: Path) -> None:
    """Every line of events.jsonl is whole."""
    path = folder / "events.jsonl"
    for line in path.read_bytes().splitlines() if path.exists() else ():
        assert json.loads(line)["kind"] == "received"


def test_a_run_killed_at_random_moments_and_then_run_again(
    fresh: Path, never_killed: Path, tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    began = time.monotonic()
    reached = set()
    folder = Path(shutil.copytree(fresh, tmp_path / "survey"))
    for _ in range(TIMES):
        if (folder / "site" / "index.html").exists():
            shutil.rmtree(folder)
            shutil.copytree(fresh, folder)
        running = _start(folder, "run")
        _wait(running, folder, chance)
        running.kill()
        running.communicate()
        _whole(folder)
        reached.add(_stage(folder))
        if time.monotonic() - began > 100:
            break
    assert len(reached) > 2, "the kills fell on one moment only"
    assert foidesk(folder, "run").code == 0
    _whole(folder)
    same(folder, never_killed)


def _wait(running: subprocess.Popen[str], folder: Path, chance: random.Random) -> None:
    """Waits a random while, from the moment on at which the process first wrote something, else for its start."""
    target = chance.choice(["start", "kept", "read", "made", "site"])
    seen, deadline = _stage(folder), time.monotonic() + 20
    while target != "start" and running.poll() is None and time.monotonic() < deadline:
        if _stage(folder) != seen and _stage(folder) >= _ORDER[target]:
            break
        time.sleep(0.002)
    time.sleep(chance.uniform(0, 0.3 if target == "start" else 0.05))


_ORDER = {"kept": 1, "read": 2, "made": 3, "site": 4}


def _stage(folder: Path) -> int:
    """How far a run has come, by what it has written."""
    inner = folder / ".foidesk"
    signs = [inner / "originals", inner / "cache", inner / "cache" / "keys" / "results", folder / "site"]
    return sum(path.exists() for path in signs)


@pytest.mark.parametrize("where", ["before the marker", "half the pages"])
def test_a_site_cut_short_is_known_as_ours_and_written_anew(
    never_killed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    from foidesk import report

    folder = Path(shutil.copytree(never_killed, tmp_path / "survey"))
    shutil.rmtree(folder / "site")
    publish = report.publish

    def cut(target: Path, *given: object) -> None:
        publish(target, *given)  # type: ignore[arg-type]
        for path in list(target.rglob("*.html"))[:: 2 if where == "half the pages" else 10**6]:
            path.write_text("half a pa")
        raise KeyboardInterrupt

    monkeypatch.setattr(report, "publish", cut)
    assert foidesk(folder, "publish").code != 0
    monkeypatch.undo()
    assert foidesk(folder, "publish", "--json").json["written"]
    assert site(folder) == site(never_killed)


def test_two_runs_at_once_both_end_well_or_one_says_busy(fresh: Path, never_killed: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(fresh, tmp_path / "survey"))
    running = [_start(folder, "run") for _ in range(2)]
    for one in running:
        out, err = one.communicate(timeout=120)
        assert "Traceback" not in out + err, err
        assert one.returncode == 0 or (one.returncode == 2 and "another foidesk process" in err), err
    _whole(folder)
    assert len((folder / "events.jsonl").read_text().splitlines()) == 3
    assert foidesk(folder, "run").code == 0
    same(folder, never_killed)


def test_while_another_process_writes_a_command_says_busy(
    never_killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from foidesk.store import Store, locked

    monkeypatch.setattr(Store, "writing", lambda self: locked(self.inner / "lock", timeout=0.1))
    with locked(never_killed / ".foidesk" / "lock"):
        said = foidesk(never_killed, "ingest")
    assert said.code == 2 and "another foidesk process" in said.err and "→" in said.err
    assert foidesk(never_killed, "ingest").code == 0
