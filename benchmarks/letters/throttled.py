"""How far apart the letters reach a real SMTP server on this machine, also when sending is killed and run again.

    python benchmarks/letters/throttled.py [PER_MINUTE]      # needs root and dovecot

Prints how many letters came, the shortest and longest time between two of them, and how many came in any minute.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.post.conftest import survey_folder
from tests.post.rig import PASSWORD, Rig

STOP = 12
"""After so many letters the process is killed and started anew."""


def sending(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "foidesk", "-C", str(folder), "send", "--go"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ),
    )  # fmt: skip


def watched(rig: Rig, seen: list[float], until: Callable[[], bool]) -> None:
    """Writes down when each letter came, until it is enough."""
    while not until():
        seen += [time.monotonic()] * (len(rig.took) - len(seen))
        time.sleep(0.002)
    seen += [time.monotonic()] * (len(rig.took) - len(seen))


def within_a_minute(seen: list[float]) -> int:
    return max((sum(first <= one < first + 60 for one in seen) for first in seen), default=0)


def main() -> None:
    per_minute = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    os.environ["FOIDESK_MAIL_PASSWORD"] = PASSWORD
    rig, seen = Rig(), list[float]()
    try:
        with tempfile.TemporaryDirectory() as made:
            folder = survey_folder(Path(made) / "social")
            (folder / "mail.toml").write_text(rig.mail_toml().replace("1000000", str(per_minute)))
            first = sending(folder)
            watched(rig, seen, lambda: len(seen) >= STOP or first.poll() is not None)
            first.kill()
            first.wait()
            second = sending(folder)
            watched(rig, seen, lambda: second.poll() is not None)
    finally:
        rig.stop()
    gaps = [later - one for one, later in pairwise(seen)]
    print(f"{len(seen)} letters at {per_minute} a minute: {60 / per_minute:.2f} s apart at least")
    print(f"shortest {min(gaps):.2f} s, longest {max(gaps):.2f} s, across the kill {gaps[STOP - 1]:.2f} s")
    print(f"within any minute: {within_a_minute(seen)}")


if __name__ == "__main__":
    main()
