"""Letters out and replies in while the process is killed at random moments, against real servers on this machine.

    python benchmarks/letters/killed.py [KILLS] [SEED]      # needs root and dovecot

Half of the kills fall on `send --go`, half on `receive --imap`. Prints what was twice and what was lost.
"""

from __future__ import annotations

import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from foidesk.survey import Survey
from foidesk.survey.ordering import Order
from tests.post.conftest import MIXED, survey_folder
from tests.post.rig import PASSWORD, Rig


def killed(folder: Path, chance: random.Random, *args: str) -> bool:
    """Starts foidesk and kills it at a random moment of its work; true if it was still running.

    The moment: after a random number of facts written down since it started, and up to 30 ms more.
    """
    log = folder / "events.jsonl"
    before, facts = _lines(log), chance.randint(0, 12)
    one = subprocess.Popen(
        [sys.executable, "-m", "foidesk", "-C", str(folder), *args],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ),
    )  # fmt: skip
    while one.poll() is None and _lines(log) < before + facts:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.03))
    running = one.poll() is None
    one.kill()
    one.wait()
    return running


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


def ids(paths: list[Path]) -> Counter[bytes]:
    heads = (path.read_bytes().splitlines() for path in paths)
    return Counter(
        next(line for line in head if line.lower().startswith(b"message-id:"))[11:].strip() for head in heads
    )


def round_trip(rig: Rig, folder: Path, chance: random.Random, kills: int) -> Counter[str]:
    """One survey, sent and received under fire."""
    found: Counter[str] = Counter()
    (folder / "mail.toml").write_text(rig.mail_toml())
    bodies = len(list(csv.DictReader((MIXED / "bodies.csv").read_text("utf-8").splitlines())))
    before = len(rig.took)
    for _ in range(kills):
        found["kills while sending"] += killed(folder, chance, "send", "--go")
        found["in doubt after a kill"] += len(Survey(folder).send().in_doubt)
        Survey(folder).receive(imap=True)
        for body in Survey(folder).send().in_doubt:
            found["in doubt, not gone"] += 1
            Survey(folder).send(Order(settle=body, was_sent=False, who="the benchmark"))
    Survey(folder).send(Order(go=True))
    took = Counter(to for _, to in rig.took[before:])
    found["letters"] += bodies
    found["letters twice"] += sum(count > 1 for count in took.values())
    found["letters lost"] += bodies - len(took)
    mails = sorted(MIXED.glob("*.eml"))
    for path in mails:
        rig.deliver(path.read_bytes())
    for _ in range(kills):
        found["kills while receiving"] += killed(folder, chance, "receive", "--imap")
    survey = Survey(folder)
    survey.receive(imap=True)
    kept = ids(sorted((folder / "replies" / "mailbox").glob("*.eml")))
    found["mails"] += len(mails)
    found["mails twice"] += sum((kept - ids(mails)).values())
    found["mails lost"] += sum((ids(mails) - kept).values())
    tray = {path.split("!")[0] for path in survey.work.unmatched}
    matched = {one.path.split("!")[0] for one in survey.work.matched}
    found["neither matched nor in the tray"] += len(mails) - len(tray | matched)
    return found


_SHOWN = (
    "kills while sending", "in doubt after a kill", "in doubt, not gone", "kills while receiving", "letters",
    "letters twice", "letters lost", "mails", "mails twice", "mails lost", "neither matched nor in the tray",
)  # fmt: skip


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    os.environ["FOIDESK_MAIL_PASSWORD"] = PASSWORD
    chance, found = random.Random(seed), Counter[str]()
    for number in range(max(kills // 20, 1)):
        rig = Rig()
        try:
            with tempfile.TemporaryDirectory() as base:
                found += round_trip(rig, survey_folder(Path(base) / f"social{number}"), chance, 10)
        finally:
            rig.stop()
    for name in _SHOWN:
        print(f"{name:<32} {found[name]}")


if __name__ == "__main__":
    main()
