"""A real mail server on this machine: Dovecot (IMAP and LMTP) behind an SMTP server, both on loopback.

The SMTP server hands every message for the desk to Dovecot before it says yes, and writes down each message that
it took. It can be told to break the connection after some messages, before or after it has taken the one at hand.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import smtplib
import socket
import subprocess
import sys
import tempfile
import time
from email import message_from_bytes
from pathlib import Path
from typing import Any

USER, PASSWORD = "desk", "rehearsal"
NOBODY = 65534
"""Dovecot refuses to keep mail for root."""

CONF = """
base_dir = {base}/run
state_dir = {base}/state
log_path = {base}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_login_user = {login}
default_internal_user = {internal}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{base}/mail
mail_uid = {uid}
mail_gid = {gid}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={base}/home allow_all_users=yes
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service lmtp {{
  unix_listener lmtp {{
    mode = 0600
  }}
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
"""


def available() -> bool:
    """Dovecot needs root to start its login processes."""
    return shutil.which("dovecot") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Rig:
    """Both servers; `took` lists the messages that the SMTP server accepted, as (Message-ID, recipient)."""

    def __init__(self) -> None:
        base = Path(tempfile.mkdtemp(prefix="foidesk-rig-"))
        self.base = base
        self.imap, self.lmtp, self.smtp = free_port(), free_port(), free_port()
        base.chmod(0o755)
        for name in ("run", "state", "mail", "home"):
            (base / name).mkdir()
        for name in ("mail", "home"):
            os.chown(base / name, NOBODY, NOBODY)
        conf = CONF.format(
            base=base, login="dovenull", internal="dovecot", uid=NOBODY, gid=NOBODY, imap=self.imap,
            lmtp=self.lmtp, password=PASSWORD,
        )  # fmt: skip
        (base / "dovecot.conf").write_text(conf)
        self.log = base / "took.log"
        self.control = base / "break"
        self.dovecot = subprocess.Popen(["dovecot", "-F", "-c", str(base / "dovecot.conf")])
        self.server = subprocess.Popen(
            [sys.executable, __file__, *map(str, (self.smtp, self.lmtp, self.log, self.control))]
        )
        _wait(self.imap)
        _wait(self.lmtp)
        _wait(self.smtp)

    @property
    def took(self) -> list[tuple[str, str]]:
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [(line.split("\t")[0], line.split("\t")[1]) for line in lines]

    def break_after(self, messages: int, *, taken: bool) -> None:
        """Breaks the next connection after so many messages; the last of them is `taken` or not."""
        self.control.write_text(f"{messages} {int(taken)}")

    def deliver(self, data: bytes) -> None:
        """A message from outside, straight into the desk's mailbox."""
        with smtplib.LMTP("127.0.0.1", self.lmtp) as lmtp:
            lmtp.sendmail("outside@example.org", [f"{USER}@desk.example"], data)

    def mail_toml(self) -> str:
        return (
            '[sender]\nname = "Rehearsal Desk"\naddress = "1 Example Street"\n'
            'email = "desk@desk.example"\n\n'
            f'[smtp]\nhost = "127.0.0.1"\nport = {self.smtp}\nsecurity = "none"\nper_minute = 1000000\n\n'
            f'[imap]\nhost = "127.0.0.1"\nport = {self.imap}\nsecurity = "none"\n'
            f'user = "{USER}"\nfolder = "INBOX"\n'
        )

    def stop(self) -> None:
        """Ends both servers and removes what they kept."""
        for one in (self.server, self.dovecot):
            one.terminate()
            one.wait(20)
        shutil.rmtree(self.base, ignore_errors=True)


def _wait(port: int) -> None:
    for _ in range(400):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nothing answers on port {port}")


# ---------------------------------------------------------------- the SMTP side, a process of its own


class _Handler:
    def __init__(self, lmtp: int, log: Path, control: Path) -> None:
        self.lmtp, self.log, self.control = lmtp, log, control

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        left, taken = self._order()
        if left == 0 and not taken:
            server.transport.abort()
            return "451 broken"
        await asyncio.get_running_loop().run_in_executor(None, self._take, envelope)
        if left == 0 and taken:
            server.transport.abort()
        return "250 taken"

    def _order(self) -> tuple[int, bool]:
        if not self.control.exists():
            return -1, False
        left, taken = self.control.read_text().split()
        if int(left) == 0:
            self.control.unlink()
        else:
            self.control.write_text(f"{int(left) - 1} {taken}")
        return int(left), taken == "1"

    def _take(self, envelope: Any) -> None:
        """Takes the message for all its recipients at once, in a thread: no cut connection stops it half way."""
        id = message_from_bytes(envelope.content)["Message-ID"]
        ours = [to for to in envelope.rcpt_tos if to.endswith("@desk.example")]
        with self.log.open("a") as file:
            file.writelines(f"{id}\t{to}\n" for to in envelope.rcpt_tos if to not in ours)
        if ours:
            with smtplib.LMTP("127.0.0.1", self.lmtp) as lmtp:
                lmtp.sendmail(envelope.mail_from, ours, envelope.content)


def main() -> None:
    from aiosmtpd.smtp import SMTP

    port, lmtp, log, control = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
    handler = _Handler(lmtp, log, control)

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(handler), "127.0.0.1", port)
        await server.serve_forever()

    asyncio.run(serve())


if __name__ == "__main__":
    main()
