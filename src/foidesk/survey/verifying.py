"""verify: every published number of a bundle computed anew, by the built-in recipes and nothing else."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .. import report
from ..errors import FoideskError, UnreadableDocument
from ..model import Finding, Reading, dumps, loads
from ..readers.guard import GuardedReaders
from ..report import SUMS
from . import own
from .chain import Progress, silent
from .figures import published, recomputed
from .sealing import ORIGINALS, PUBLIC, READINGS, SURVEY
from .survey import Survey
from .tracing import observations


@dataclass(frozen=True, slots=True)
class Difference:
    """A number that came out otherwise: which, as published, as computed now."""

    what: str
    published: Any
    computed: Any


@dataclass(frozen=True, slots=True)
class Reread:
    """A document that reads otherwise today: with which reader and tools then, and which now."""

    document: str
    name: str
    then: str
    now: str
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What kind of bundle it is, how many numbers were computed anew, and all that is not as published.

    `own` are the findings of the survey's own recipes: no program of a bundle is run, so theirs were not.
    """

    kind: str
    findings: int
    numbers: int
    differences: tuple[Difference, ...]
    faults: tuple[str, ...]
    reread: int = 0
    otherwise: tuple[Reread, ...] = ()
    own: tuple[str, ...] = ()

    @property
    def is_equal(self) -> bool:
        """True if each published number came out the same and no file was changed. Rereading is apart from it."""
        return not self.differences and not self.faults

    def as_json(self) -> dict[str, Any]:
        return {
            "bundle": self.kind,
            "equal": self.is_equal,
            "findings": self.findings,
            "numbers": self.numbers,
            "differences": [{"what": d.what, "published": d.published, "computed": d.computed}
                            for d in self.differences],
            "faults": list(self.faults),
            "not_computed": list(self.own),
            "reread": {"documents": self.reread, "otherwise": [
                {"document": r.document, "name": r.name, "then": r.then, "now": r.now, "what": r.what}
                for r in self.otherwise
            ]},
        }  # fmt: skip


def verify(bundle: Path, reread: bool = False, progress: Progress = silent) -> Verified:
    """Either package checked: its files against their sums, its numbers against what its readings give."""
    folder = bundle.resolve()
    if report.is_bag(folder):
        return _sealed(folder, reread, progress)
    public = next((each for each in (folder, folder / "data") if (each / "figures.json").is_file()), None)
    if public is None:
        raise FoideskError(
            "this is no package of foidesk", where=str(bundle),
            next="name a site, its data folder, or a sealed package",
        )  # fmt: skip
    if reread:
        raise FoideskError(
            "a public package holds no originals to read again", where=str(bundle),
            next="leave out --reread, or name a sealed package",
        )  # fmt: skip
    return _public(public)


# The public package: from each body's figures on


def _public(folder: Path) -> Verified:
    figures = report.read_figures(_read(folder / "figures.json"), str(folder / "figures.json"))
    found, missing = recomputed(figures)
    theirs = [query.name for query in own.asked(figures.definition)]
    numbers, differences = compare(_published(folder, theirs), found)
    faults = [*_faults(folder), *(f"figures.json does not give all that {name!r} asks for" for name in missing)]
    return Verified("public", len(found), numbers, differences, tuple(faults), own=tuple(theirs))


def _faults(folder: Path) -> list[str]:
    return report.listed_faults(folder, SUMS)


def _published(folder: Path, but: Sequence[str]) -> list[dict[str, Any]]:
    """The published findings, without those that are not computed anew."""
    path = folder / "findings.json"
    try:
        found: list[dict[str, Any]] = json.loads(_read(path))["findings"]
    except (ValueError, KeyError, TypeError) as error:
        raise FoideskError(f"it holds no findings: {error!r}", where=str(path)) from error
    return [each for each in found if each["name"] not in but]


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FoideskError(f"it cannot be read: {error}", where=str(path), next="take a whole copy") from error


def compare(then: list[dict[str, Any]], now: tuple[Finding, ...]) -> tuple[int, tuple[Difference, ...]]:
    """How many numbers were compared, and those that differ."""
    old = dict(pair for each in then for pair in _numbers(each["name"], each))
    plain = [report.plain_finding(each) for each in now]
    new = dict(pair for each in plain for pair in _numbers(each["name"], each))
    every = sorted({*old, *new})
    found = (Difference(what, old.get(what), new.get(what)) for what in every if old.get(what) != new.get(what))
    return len(every), tuple(found)


def _numbers(what: str, held: Any) -> Iterator[tuple[str, Any]]:
    """Each number of a finding under its path: bounds, bases, places; words are no numbers."""
    if isinstance(held, dict):
        for key, each in held.items():
            yield from _numbers(f"{what} / {key}", each)
    elif isinstance(held, list):
        for at, each in enumerate(held):
            name = each.get("key") or each.get("body") or at if isinstance(each, dict) else at
            yield from _numbers(f"{what} / {name}", each)
    elif isinstance(held, int | float) and not isinstance(held, bool):
        yield what, held
    elif held is None and what.endswith(" / hi"):
        yield what, "no upper bound"


# The sealed package: from the readings on


def _sealed(folder: Path, reread: bool, progress: Progress) -> Verified:
    faults = [*report.bag_faults(folder), *_faults(folder / "data" / PUBLIC)]
    data = folder / "data"
    with tempfile.TemporaryDirectory() as scratch:
        survey = _rebuilt(data, Path(scratch), progress)
        every = {id: one for id, (one, _) in observations(survey).items()}
        found, _ = published(survey, every)
    theirs = [query.name for query in own.asked(survey.definition)]
    numbers, differences = compare(_published(data / PUBLIC, theirs), found)
    checked = Verified("sealed", len(found), numbers, differences, tuple(faults), own=tuple(theirs))
    if not reread:
        return checked
    index = _index(data)
    return replace(checked, reread=len(index), otherwise=tuple(_otherwise(data, index, progress)))


def _rebuilt(data: Path, scratch: Path, progress: Progress) -> Survey:
    """A survey made of what the package holds; its readings are taken as they were written down."""
    for path in (data / SURVEY).rglob("*"):
        target = scratch / path.relative_to(data / SURVEY)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        else:
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(path.read_bytes())
    survey = Survey(scratch, progress)
    for path in (data / ORIGINALS).iterdir():
        survey.store.originals.keep(path.read_bytes())
    for one in _index(data):
        survey.work.room.take(one["document"], one["name"], _reading(data, one))
    return survey


def _index(data: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(_read(data / READINGS / "index.json"))
    return found


def _reading(data: Path, one: dict[str, str]) -> Reading:
    found: Reading = loads(_read(data / READINGS / one["file"]))
    return found


def _otherwise(data: Path, index: list[dict[str, str]], progress: Progress) -> Iterator[Reread]:
    """The documents whose reading today is not the one written down, each with the tools of both."""
    jobs = ((at, (data / ORIGINALS / one["document"]).read_bytes(), one["name"]) for at, one in enumerate(index))
    with GuardedReaders() as readers:
        for done, (at, result) in enumerate(readers.read_many(jobs), 1):
            progress("reading again", done, len(index))
            one = index[at]
            then = _reading(data, one)
            if isinstance(result, UnreadableDocument):
                if then.reader != "unread" and then.parts:
                    yield Reread(one["document"], one["name"], _tools(then), "unread", result.what)
            elif what := _what_differs(then, result.reading):
                yield Reread(one["document"], one["name"], _tools(then), _tools(result.reading), what)


def _tools(reading: Reading) -> str:
    return ", ".join((f"{reading.reader} {reading.version}", *reading.tools))


_COMPARED: tuple[tuple[str, Callable[[Reading], Any]], ...] = (
    ("pages or parts", lambda reading: [part.name for part in reading.parts]),
    ("words", lambda reading: [part.text for part in reading.parts]),
    ("oddities", lambda reading: [issue.kind for issue in reading.issues]),
    ("tables", lambda reading: [[(c.row, c.column, c.text) for c in each.cells] for each in reading.tables]),
)


def _what_differs(then: Reading, now: Reading) -> str:
    """What reads otherwise, coarsest first; "places" where only boxes moved; "" for nothing."""
    found = [name for name, of in _COMPARED if of(then) != of(now)]
    if found:
        return ", ".join(found)
    return "" if _bare(then) == _bare(now) else "places"


def _bare(reading: Reading) -> str:
    """The reading without its issues, which name the folder that the file lay in."""
    return dumps(replace(reading, issues=()))
