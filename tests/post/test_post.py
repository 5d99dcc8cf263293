"""Letters out and replies in, against a real Dovecot and a real SMTP server: nothing twice, nothing lost."""

from __future__ import annotations

import csv
import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from foidesk.survey import Survey
from foidesk.survey.ordering import Order

from .conftest import MIXED
from .rig import Rig

BODIES = [row["id"] for row in csv.DictReader((MIXED / "bodies.csv").read_text("utf-8").splitlines())]


def foidesk(folder: Path, *args: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "foidesk", "-C", str(folder), *args]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ))


def settle(folder: Path) -> None:
    """What a person does about letters in doubt: looks whether the copy came, else says that it did not go."""
    Survey(folder).receive(imap=True)
    for body in Survey(folder).send().in_doubt:
        Survey(folder).send(Order(settle=body, was_sent=False, who="a person"))


def test_a_letter_goes_to_every_body_once(folder: Path, rig: Rig) -> None:
    (folder / "mail.toml").write_text(rig.mail_toml())
    pilot = Survey(folder).send(Order(go=True, pilot=3))
    assert len(pilot.done) == 3
    wave = Survey(folder).send(Order(go=True))
    assert len(wave.done) == len(BODIES) - 3
    again = Survey(folder).send(Order(go=True))
    assert again.done == ()
    assert Counter(to for _, to in rig.took) == Counter(f"foi@{body}.police.example" for body in BODIES)


def test_a_connection_that_breaks_loses_nothing_and_repeats_nothing(folder: Path, rig: Rig) -> None:
    (folder / "mail.toml").write_text(rig.mail_toml())
    for messages, taken in ((5, False), (4, True), (6, True), (2, False)):
        rig.break_after(messages, taken=taken)
        done = Survey(folder).send(Order(go=True))
        assert done.stopped and done.in_doubt
        assert done.in_doubt[0] not in done.done
        settle(folder)
    assert not Survey(folder).send(Order(go=True)).stopped
    assert Counter(Counter(to for _, to in rig.took).values()) == {1: len(BODIES)}


def test_a_process_killed_while_sending_and_receiving(folder: Path, rig: Rig) -> None:
    (folder / "mail.toml").write_text(rig.mail_toml())
    chance = random.Random(20261126)
    for _ in range(4):
        one = foidesk(folder, "send", "--go")
        time.sleep(chance.uniform(0.5, 1.5))
        one.kill()
        one.wait()
        settle(folder)
    Survey(folder).send(Order(go=True))
    assert Counter(Counter(to for _, to in rig.took).values()) == {1: len(BODIES)}
    for path in sorted(MIXED.glob("*.eml")):
        rig.deliver(path.read_bytes())
    for _ in range(2):
        one = foidesk(folder, "receive", "--imap")
        time.sleep(chance.uniform(0.5, 1.5))
        one.kill()
        one.wait()
    survey = Survey(folder)
    survey.receive(imap=True)
    kept = Counter(bare(path.read_bytes()) for path in (folder / "replies" / "mailbox").glob("*.eml"))
    assert kept == Counter(bare(path.read_bytes()) for path in MIXED.glob("*.eml"))
    assert Survey(folder).receive(imap=True).new == ()


def bare(data: bytes) -> str:
    line = next(line for line in data.splitlines() if line.lower().startswith(b"message-id:"))
    return line.split(b":", 1)[1].strip().decode()


def test_unread_mail_stays_unread(folder: Path, rig: Rig) -> None:
    from imapclient import IMAPClient

    (folder / "mail.toml").write_text(rig.mail_toml())
    rig.deliver((MIXED / "m09.eml").read_bytes())
    assert len(Survey(folder).receive(imap=True).new) == 1
    with IMAPClient("127.0.0.1", rig.imap, ssl=False) as client:
        client.login("desk", "rehearsal")
        client.select_folder("INBOX", readonly=True)
        assert len(client.search("UNSEEN")) == 1
