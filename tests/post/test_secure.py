"""Mail over TLS and with an OAuth token, against servers on loopback with a certificate made for the test."""

from __future__ import annotations

import base64
import shutil
import socket
import socketserver
import ssl
import subprocess
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from foidesk.errors import CannotFetch
from foidesk.mail.imap import fetch_folder, holds
from foidesk.mail.settings import PASSWORD, TOKEN, Server
from foidesk.mail.smtp import Refused, Smtp

USER, SECRET = "desk@desk.example", "ya29.rehearsal-token"
MAIL = b"Message-ID: <one@b.example>\r\nFrom: foi@b.example\r\nSubject: REHEARSAL\r\n\r\nReceived with thanks.\r\n"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for this machine, signed by itself, and its key."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not here")
    folder = tmp_path_factory.mktemp("tls")
    made, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key), "-out", str(made)],
        check=True, capture_output=True,
    )  # fmt: skip
    return made, key


@pytest.fixture
def context(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(*certificate)
    return made


@pytest.fixture
def trusted(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine trusts the certificate, as it would that of a newsroom's own mail server."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))


class Handler:
    """Takes every message; knows one user, by password or by token."""

    def __init__(self) -> None:
        self.took: list[bytes] = []
        self.encrypted: list[bool] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.took.append(envelope.content)
        self.encrypted.append(session.ssl is not None)
        return "250 taken"

    async def auth_XOAUTH2(self, server: Any, args: list[str]) -> AuthResult:
        said = base64.b64decode(args[1]).decode()
        good = said == f"user={USER}\x01auth=Bearer {SECRET}\x01\x01"
        return AuthResult(success=good, auth_data=USER if good else None, handled=False)


def password(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    good = (data.login, data.password) == (USER.encode(), b"rehearsal")
    return AuthResult(success=good, handled=False)


@pytest.fixture
def smtp(context: ssl.SSLContext) -> Iterator[tuple[Handler, int]]:
    """An SMTP server that wants STARTTLS and a login before it takes anything."""
    handler = Handler()
    controller = Controller(
        handler, hostname="127.0.0.1", port=free_port(), tls_context=context, require_starttls=True,
        auth_required=True, authenticator=password,
    )  # fmt: skip
    controller.start()
    yield handler, controller.port
    controller.stop()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def message() -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = "REHEARSAL", USER, "foi@b.example"
    made.set_content("Please send the figures.")
    return made


def send(port: int) -> None:
    with Smtp(Server("127.0.0.1", port, USER, "starttls"), 1_000_000) as out:
        out.send(message(), USER, ["foi@b.example"])


def test_a_letter_goes_out_encrypted_with_a_token(
    smtp: tuple[Handler, int], trusted: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler, port = smtp
    monkeypatch.setenv(TOKEN, SECRET)
    send(port)
    assert len(handler.took) == 1 and handler.encrypted == [True]


def test_a_letter_goes_out_encrypted_with_a_password(
    smtp: tuple[Handler, int], trusted: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler, port = smtp
    monkeypatch.setenv(PASSWORD, "rehearsal")
    send(port)
    assert handler.encrypted == [True]


@pytest.mark.parametrize(("name", "value"), [(TOKEN, "expired"), (PASSWORD, "wrong")])
def test_a_wrong_secret_is_refused_and_nothing_goes(
    smtp: tuple[Handler, int], trusted: None, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    handler, port = smtp
    monkeypatch.setenv(name, value)
    with pytest.raises(Refused, match="cannot use the server"):
        send(port)
    assert handler.took == []


def test_a_certificate_that_nobody_vouches_for_is_refused(
    smtp: tuple[Handler, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    handler, port = smtp
    monkeypatch.setenv(TOKEN, SECRET)
    with pytest.raises(Refused, match="CERTIFICATE_VERIFY_FAILED"):
        send(port)
    assert handler.took == []


# ---------------------------------------------------------------- IMAP


class Imap(socketserver.StreamRequestHandler):
    """As much of IMAP as reading one folder needs; one message lies there. Notes every command."""

    def handle(self) -> None:
        self.say("* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR] ready")
        for line in iter(self.rfile.readline, b""):
            tag, _, rest = line.decode().strip().partition(" ")
            self.server.commands.append(rest)  # type: ignore[attr-defined]
            self.answer(tag, rest, rest.upper())

    def say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")

    def answer(self, tag: str, rest: str, upper: str) -> None:
        if upper.startswith("AUTHENTICATE"):
            given = rest.split()[2] if len(rest.split()) > 2 else self.asked()
            good = base64.b64decode(given).decode() == f"user={USER}\x01auth=Bearer {SECRET}\x01\x01"
            self.say(f"{tag} OK in" if good else f"{tag} NO [AUTHENTICATIONFAILED] no")
        elif upper.startswith("LOGIN"):
            self.say(f"{tag} OK in" if "rehearsal" in rest else f"{tag} NO [AUTHENTICATIONFAILED] no")
        elif upper.startswith(("EXAMINE", "SELECT")):
            self.say("* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok")
            self.say(f"{tag} OK [READ-ONLY] done")
        elif upper.startswith("UID SEARCH"):
            self.say("* SEARCH 3" if "HEADER" not in upper or "ONE@B.EXAMPLE" in upper else "* SEARCH")
            self.say(f"{tag} OK done")
        elif upper.startswith("UID FETCH"):
            self.wfile.write(b"* 1 FETCH (UID 3 BODY[] {%d}\r\n" % len(MAIL) + MAIL + b")\r\n")
            self.say(f"{tag} OK done")
        else:
            self.say("* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR" if upper == "CAPABILITY" else "* BYE")
            self.say(f"{tag} OK done")

    def asked(self) -> str:
        self.say("+ ")
        return self.rfile.readline().decode().strip()


@pytest.fixture
def imap(context: ssl.SSLContext) -> Iterator[tuple[list[str], int]]:
    """An IMAP server behind TLS from the first byte."""

    class Secure(socketserver.ThreadingTCPServer):
        allow_reuse_address = daemon_threads = True

        def __init__(self) -> None:
            super().__init__(("127.0.0.1", 0), Imap)
            self.commands: list[str] = []

        def get_request(self) -> tuple[Any, Any]:
            connection, address = super().get_request()
            return context.wrap_socket(connection, server_side=True), address

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that does not trust us hangs up: that is what one test is about."""

    with Secure() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.commands, server.server_address[1]
        server.shutdown()
        thread.join()


def box(port: int) -> Server:
    return Server("127.0.0.1", port, USER, "tls", "FOI")


def test_a_folder_is_read_over_tls_with_a_token_and_nothing_is_marked_as_read(
    imap: tuple[list[str], int], trusted: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands, port = imap
    monkeypatch.setenv(TOKEN, SECRET)
    (one,) = fetch_folder(box(port), frozenset())
    assert (one.validity, one.uid, one.data) == (7, 3, MAIL)
    assert list(fetch_folder(box(port), frozenset({(7, 3)}))) == []
    assert holds(box(port), "<one@b.example>") and not holds(box(port), "<two@b.example>")
    sent = " ".join(commands)
    assert "EXAMINE" in sent and "BODY.PEEK[]" in sent and "STORE" not in sent


def test_a_folder_is_not_read_with_a_wrong_token_or_from_a_stranger(
    imap: tuple[list[str], int], trusted: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, port = imap
    monkeypatch.setenv(TOKEN, "expired")
    with pytest.raises(CannotFetch, match="cannot sign in"):
        list(fetch_folder(box(port), frozenset()))
    monkeypatch.setenv(TOKEN, SECRET)
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(CannotFetch, match="CERTIFICATE_VERIFY_FAILED"):
        list(fetch_folder(box(port), frozenset()))
