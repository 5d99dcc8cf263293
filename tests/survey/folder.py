"""A survey folder run from cold and from warm, and all that comes out of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from foidesk.survey import Survey
from foidesk.survey.deciding import choice_json
from foidesk.survey.running import Ran

PRIMARY = ("events.jsonl", "decisions.csv")


def run(folder: Path) -> Ran:
    """`foidesk run --draft`, as a new process would do it."""
    return Survey(folder).run(draft=True)


def cold(folder: Path, target: Path) -> Path:
    """A copy with what people wrote and what is primary; no index, no cache, no site."""
    ignore = shutil.ignore_patterns("cache", "foidesk.db*", "lock*", "site")
    return Path(shutil.copytree(folder, target, ignore=ignore))


def outcome(folder: Path) -> dict[str, Any]:
    """Everything that a survey says: findings with locators, questions, decisions, the site's bytes."""
    survey = Survey(folder)
    results = survey.work.results
    return {
        "findings": survey.compute(sources=True),
        "open": [choice_json(one) for one in results.open_choices()],
        "attached": [(one.judgement.id, one.choice, one.stale) for one in results.attached],
        "issues": [(one.kind, one.what, one.where) for one in results.issues],
        "claims": survey.check().as_json() if (folder / "story.md").exists() else {},
        "status": survey.status().as_json(),
        "site": site(folder),
    }


def site(folder: Path) -> dict[str, bytes]:
    """The bytes of every page (not of the marker, which only says what they were made from)."""
    files = (path for path in (folder / "site").rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder / "site").as_posix(): path.read_bytes() for path in sorted(files)}


def same(warm: Path, other: Path) -> None:
    """Asserts that two folders say the same, byte for byte."""
    mine, theirs = outcome(warm), outcome(other)
    for part in mine:
        if part != "site":
            assert json.dumps(mine[part], default=str) == json.dumps(theirs[part], default=str), part
    assert mine["site"].keys() == theirs["site"].keys()
    for path, data in mine["site"].items():
        assert data == theirs["site"][path], path


def values(folder: Path) -> dict[str, str]:
    """Each finding's value as text."""
    return {one["name"]: one["value"]["text"] for one in Survey(folder).compute()}
