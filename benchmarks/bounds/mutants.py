"""Whether the tests of reconcile notice a wrong line: small changes to its code, each run against its tests.

    PYTHONPATH=src:. python benchmarks/bounds/mutants.py [--rooms bounds suppression] [--each 40] [--seed 1]

A mutant changes one comparison, operator, constant, `and`, `not` or statement of one file. It is *killed* if a
test fails (or hangs), else it *survives* and is printed with its line. First every test notes which functions it
calls; a mutant is then run only against the tests that call its function, quick ones first. Property tests draw up
to `--examples` examples, fewer than in `scripts/test`.
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
import resource
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

from benchmarks.bounds.mutating import Loader, Mutant, mutants

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "src" / "foidesk" / "reconcile"
TESTS = ("tests/reconcile",)
ROOMS = {
    "bounds": (
        "solver/bounds", "solver/components", "solver/program", "solver/propagate", "solver/system", "equations",
        "exact", "attested", "axes", "joints", "parts", "weighed", "stated_shares", "interval",
    ),
    "suppression": ("protect", "protected"),
    "versions": ("versions", "withdrawn"),
    "twins": ("copies", "across", "rowids", "differing"),
    "contradictions": ("solver/conflict", "clashes", "contradictions", "causes", "misreadings", "footings"),
    "gathering": ("statements", "gathering", "nesting", "totals", "ledger", "worlds", "population", "counted"),
}  # fmt: skip
QUIET = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
LONGEST = 120
"""Seconds of CPU after which a mutant's run counts as hung."""

Function = tuple[str, str]
"""File (without .py), qualified name."""


@dataclass
class Watched:
    """What a plain run tells: the functions that each test calls, and how long it takes."""

    calls: dict[str, set[Function]]
    seconds: dict[str, float]

    def tests_of(self, function: Function) -> list[str]:
        return sorted((t for t, called in self.calls.items() if function in called), key=self.seconds.__getitem__)


class Watch:
    """A pytest plugin that fills a `Watched`."""

    def __init__(self) -> None:
        self.seen = Watched(defaultdict(set), {})
        self._files: dict[str, str | None] = {}

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Any:
        called, began = self.seen.calls[item.nodeid], time.monotonic()
        sys.setprofile(lambda frame, event, _: self._note(frame, called) if event == "call" else None)
        try:
            yield
        finally:
            sys.setprofile(None)
            self.seen.seconds[item.nodeid] = time.monotonic() - began

    def _note(self, frame: Any, called: set[Function]) -> None:
        path = frame.f_code.co_filename
        if path not in self._files:
            inside = Path(path).is_relative_to(CODE)
            self._files[path] = str(Path(path).relative_to(CODE).with_suffix("")) if inside else None
        if name := self._files[path]:
            called.add((name, frame.f_code.co_qualname.replace("<locals>.", "")))


class Fewer:
    """A pytest plugin: property tests draw fewer examples, always the same, and do not shrink them."""

    def __init__(self, examples: int) -> None:
        self.examples = examples

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            test = getattr(item, "obj", None)
            own = getattr(test, "_hypothesis_internal_use_settings", None)
            if own is not None:
                test._hypothesis_internal_use_settings = settings(  # type: ignore[union-attr]
                    own, max_examples=min(own.max_examples, self.examples), database=None, derandomize=True,
                    phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
                )  # fmt: skip


def quietly(arguments: list[str], plugins: list[object]) -> int:
    """pytest's exit code, its output thrown away."""
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        return int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", "--no-header", *QUIET, *arguments], plugins))


def in_child(work: Any, seconds: int) -> int:
    """The exit code of work done in a process of its own; below zero if it used more CPU than that."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        os._exit(work())
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def watched(examples: int, kept: Path) -> Watched:
    """The plain run's, made once."""

    def work() -> int:
        watch = Watch()
        code = quietly([*TESTS], [watch, Fewer(examples)])
        kept.write_bytes(pickle.dumps((dict(watch.seen.calls), watch.seen.seconds)))
        return code

    if not kept.exists() and in_child(work, 3600) != 0:
        sys.exit("the tests fail as they are")
    return Watched(*pickle.loads(kept.read_bytes()))


def is_killed(mutant: Mutant, tests: list[str], examples: int) -> bool:
    def work() -> int:
        sys.meta_path.insert(0, Loader(mutant, CODE))
        return quietly(tests, [Fewer(examples)])

    return in_child(work, LONGEST) != 0


def drawn(room: str, each: int, seed: int) -> list[Mutant]:
    """So many mutants of a room, spread over its files by their size."""
    every = [one for name in ROOMS[room] for one in mutants(CODE, name)]
    return sorted(random.Random(f"{seed} {room}").sample(every, min(each, len(every))))


def preload() -> None:
    """What every run needs and no mutant changes."""
    import highspy  # noqa: F401

    import foidesk.model  # noqa: F401

    if any(name.startswith("foidesk.reconcile") for name in sys.modules):
        sys.exit("foidesk.reconcile must be loaded by the runs only")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rooms", nargs="*", default=list(ROOMS), choices=list(ROOMS))
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=40)
    parser.add_argument("--watched", type=Path, default=Path("/tmp/foidesk-watched.pickle"))
    parser.add_argument("--line", help="only mutants of FILE:LINE, such as protect:40")
    given = parser.parse_args()
    os.chdir(ROOT)
    preload()
    seen = watched(given.examples, given.watched)
    for room in given.rooms:
        chosen = drawn(room, 10**9 if given.line else given.each, given.seed)
        if given.line:
            chosen = [one for one in chosen if f"{one.file}:{one.line}" == given.line]
        killed = 0
        for mutant in chosen:
            tests = seen.tests_of((mutant.file, mutant.function))
            if tests and is_killed(mutant, tests, given.examples):
                killed += 1
            else:
                print(f"  survives {mutant.words()}" + ("" if tests else "  (no test calls it)"), flush=True)
        print(f"{room}: {killed} of {len(chosen)} killed", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
