"""Time per stage and peak memory of the founding example, cold and warm.

    python benchmarks/example/run.py [FOLDER]     FOLDER: a survey to measure instead of the founding example

Each row is a process of its own; memory is the peak of that process and of its reading children together.
The modules are compiled once, by the first of them, as in an installed package.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STAGES = ("ingest", "extract", "compute", "check", "publish")


def stages(folder: Path) -> dict[str, float]:
    """Seconds of each stage, one after the other, in this process."""
    from foidesk.survey import Survey

    times: dict[str, float] = {}
    started = time.perf_counter()
    survey = Survey(folder)
    survey.definition  # noqa: B018
    times["load"] = time.perf_counter() - started
    for stage in STAGES:
        began = time.perf_counter()
        survey.publish(draft=True) if stage == "publish" else getattr(survey, stage)()
        times[stage] = time.perf_counter() - began
    return times


def measure(folder: Path) -> tuple[dict[str, float], float, float, float]:
    """Seconds per stage, seconds of the whole process by the clock and of CPU, and peak memory in MB."""
    began, before = time.perf_counter(), cpu_of_children()
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, __file__, "--stages", str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, env=env)
    wall = time.perf_counter() - began
    told = json.loads(done.stdout)
    return told["stages"], wall, cpu_of_children() - before, told["peak_mb"]


def cpu_of_children() -> float:
    """Seconds of CPU of all processes that this one has started and that have ended, and of theirs."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def peak_mb() -> float:
    """This process's peak plus that of its largest child, in MB."""
    usage = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage) / 1024


def main() -> None:
    if sys.argv[1:2] == ["--stages"]:
        print(json.dumps({"stages": stages(Path(sys.argv[2])), "peak_mb": peak_mb()}))
        return
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples" / "police-social-media"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "survey"
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".foidesk", "site", "make"))
        rows = [("cold", *measure(folder)), ("nothing changed", *measure(folder))]
        shutil.rmtree(folder / ".foidesk" / "cache")
        rows.append(("cache deleted", *measure(folder)))
    names = ("load", *STAGES)
    print("| run | " + " | ".join(names) + " | whole process | its CPU | peak memory |")
    print("| --- |" + " ---: |" * (len(names) + 3))
    for name, times, wall, cpu, peak in rows:
        cells = " | ".join(f"{times[stage]:.2f} s" for stage in names)
        print(f"| {name} | {cells} | {wall:.2f} s | {cpu:.2f} s | {peak:.0f} MB |")


if __name__ == "__main__":
    main()
