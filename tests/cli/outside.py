"""The command line as a stranger uses it: what it prints, and its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from foidesk.cli import main


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code. No command ever prints a traceback."""

    code: int
    out: str
    err: str

    def __post_init__(self) -> None:
        assert "Traceback" not in self.out + self.err, self.err
        assert self.code in (0, 1, 2), self

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def both(self) -> str:
        return self.out + self.err


def foidesk(folder: Path, *words: str) -> Said:
    """`foidesk -C folder words...`, in this process. An exception that is not ours is raised as it is."""
    done = CliRunner().invoke(main, ["-C", str(folder), *words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Said(done.exit_code, done.stdout, done.stderr)


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "foidesk", *words]


def process(folder: Path, *words: str, **environment: str) -> Said:
    """The same as a process of its own, started in the folder."""
    done = subprocess.run(
        command(*words), cwd=folder, env=os.environ | environment, capture_output=True, text=True, timeout=120
    )  # fmt: skip
    return Said(done.returncode, done.stdout, done.stderr)
