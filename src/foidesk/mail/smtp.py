"""Sending over SMTP: encrypted, one message at a time, no faster than allowed."""

from __future__ import annotations

import base64
import smtplib
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from types import TracebackType
from typing import Protocol

from ..errors import CannotSend
from .settings import PASSWORD, Server


class Transport(Protocol):
    """Something that carries a message. `Refused` is a definite no; anything else raised leaves it in doubt."""

    def send(self, message: EmailMessage, sender: str, recipients: list[str]) -> None: ...


class Refused(CannotSend):
    """The server definitely did not take the message: it may be sent again."""


class Smtp:
    """A connection to an SMTP server, opened with `with`; waits between messages so as to keep to `per_minute`."""

    def __init__(self, server: Server, per_minute: int, wait: Callable[[float], None] = time.sleep) -> None:
        self.server, self.gap, self.wait = server, 60 / max(per_minute, 1), wait
        self.last = 0.0
        self.connection: smtplib.SMTP | None = None

    def __enter__(self) -> Smtp:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.connection is not None:
            try:
                self.connection.quit()
            except smtplib.SMTPException:
                self.connection.close()

    def send(self, message: EmailMessage, sender: str, recipients: list[str]) -> None:
        """Hands the message over; `Refused` if the server says no before it has it."""
        self._pause()
        connection = self.connection or self._connect()
        self.connection = connection
        try:
            refused = connection.send_message(message, sender, recipients)
        except (
            smtplib.SMTPRecipientsRefused,
            smtplib.SMTPSenderRefused,
            smtplib.SMTPDataError,
            smtplib.SMTPHeloError,
        ) as error:
            connection.close()
            self.connection = None
            raise Refused(
                f"the server did not take the message: {error}", next="put it right and run it again"
            ) from error
        except (smtplib.SMTPException, OSError) as error:
            connection.close()
            self.connection = None
            raise CannotSend(f"the connection broke while sending: {error}", next="run it again") from error
        if recipients[0] in refused:
            raise Refused(
                f"the server did not take {recipients[0]}: {refused[recipients[0]]}", next="correct the address"
            )

    def _pause(self) -> None:
        since = time.monotonic() - self.last
        if self.last and since < self.gap:
            self.wait(self.gap - since)
        self.last = time.monotonic()

    def _connect(self) -> smtplib.SMTP:
        server = self.server
        try:
            return _signed_in(server, _open(server))
        except (smtplib.SMTPException, OSError) as error:
            raise Refused(
                f"cannot use the server {server.host}:{server.port}: {error}",
                next=f"look at [smtp] in mail.toml and at {PASSWORD} in the environment",
            ) from error


def _open(server: Server) -> smtplib.SMTP:
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=60, context=ssl.create_default_context())
    connection = smtplib.SMTP(server.host, server.port, timeout=60)
    if server.security == "starttls":
        with _closed_on_error(connection):
            connection.starttls(context=ssl.create_default_context())
    return connection


@contextmanager
def _closed_on_error(connection: smtplib.SMTP) -> Iterator[None]:
    """A connection that cannot be used is closed before anyone hears of it."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _signed_in(server: Server, connection: smtplib.SMTP) -> smtplib.SMTP:
    with _closed_on_error(connection):
        _sign_in(server, connection)
    return connection


def _sign_in(server: Server, connection: smtplib.SMTP) -> None:
    if server.user and server.token:
        given = f"user={server.user}\x01auth=Bearer {server.token}\x01\x01"
        connection.ehlo()
        code, said = connection.docmd("AUTH", "XOAUTH2 " + base64.b64encode(given.encode()).decode())
        if code != 235:
            raise smtplib.SMTPAuthenticationError(code, said)
    elif server.user:
        connection.login(server.user, server.password)
