"""Reading one IMAP folder: each message once, unread ones left unread, nothing changed on the server."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import CannotFetch
from .settings import PASSWORD, Server

if TYPE_CHECKING:
    from imapclient import IMAPClient  # type: ignore[import-untyped]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A message as it lies on the server. `validity` and `uid` together name it there; `id` is its Message-ID."""

    validity: int
    uid: int
    data: bytes


def fetch_folder(server: Server, known: frozenset[tuple[int, int]]) -> Iterator[Fetched]:
    """Every message of the folder that is not known by (UIDVALIDITY, UID), one at a time, oldest first."""
    folder = server.folder
    if not folder:
        raise CannotFetch(
            "no folder is named", where="mail.toml", next='add folder = "..." to [imap]: one folder only'
        )
    with _connection(server) as client:
        try:
            validity = int(client.select_folder(folder, readonly=True)[b"UIDVALIDITY"])
            for uid in sorted(client.search("ALL")):
                if (validity, uid) in known:
                    continue
                found = client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {})
                if data := found.get(b"BODY[]"):
                    yield Fetched(validity, uid, data)
        except Exception as error:
            if isinstance(error, GeneratorExit):
                raise
            raise CannotFetch(
                f"the folder {folder!r} on {server.host} could not be read to its end: {error}",
                next="run it again: what came is kept and comes only once",
            ) from error


def holds(server: Server, message_id: str) -> bool:
    """True if a message of that Message-ID lies in the folder."""
    with _connection(server) as client:
        client.select_folder(server.folder, readonly=True)
        return bool(client.search(["HEADER", "Message-ID", message_id]))


@contextmanager
def _connection(server: Server) -> Iterator[IMAPClient]:
    from imapclient import IMAPClient

    client: IMAPClient | None = None
    try:
        context = ssl.create_default_context() if server.security != "none" else None
        client = IMAPClient(
            server.host, server.port, ssl=server.security == "tls", ssl_context=context, timeout=60
        )
        if server.security == "starttls":
            client.starttls(context)
        if server.token:
            client.oauth2_login(server.user, server.token)
        else:
            client.login(server.user, server.password)
    except Exception as error:
        with suppress(Exception):
            if client is not None:
                client.shutdown()
        raise CannotFetch(
            f"cannot sign in to {server.host}:{server.port}: {error}",
            next=f"look at [imap] in mail.toml and at {PASSWORD} in the environment",
        ) from error
    try:
        yield client
    finally:
        with suppress(Exception):
            client.logout()
