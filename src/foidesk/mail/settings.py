"""mail.toml: who writes, and which servers carry the mail. Passwords stand in the environment, never here."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import SurveyFileError

PASSWORD, TOKEN = "FOIDESK_MAIL_PASSWORD", "FOIDESK_MAIL_TOKEN"
SECURITY = ("starttls", "tls", "none")


@dataclass(frozen=True, slots=True)
class Sender:
    """The applicant: a real name and an address, as section 8 of the Act wants them."""

    name: str = ""
    address: str = ""
    email: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server; `folder` is the one folder that is read (IMAP only). "none" is for this machine only."""

    host: str
    port: int
    user: str = ""
    security: str = "starttls"
    folder: str = ""

    @property
    def password(self) -> str:
        return os.environ.get(PASSWORD, "")

    @property
    def token(self) -> str:
        """An OAuth access token, used instead of a password where it is given."""
        return os.environ.get(TOKEN, "")


@dataclass(frozen=True, slots=True)
class Settings:
    """All of mail.toml; a part that is missing is None or empty."""

    sender: Sender = Sender()
    smtp: Server | None = None
    imap: Server | None = None
    per_minute: int = 20
    plus_address: bool = True
    regulators: Mapping[str, str] = field(default_factory=dict)
    """The address for complaints, by the id of the access law."""


def settings(path: Path) -> Settings:
    """What mail.toml says; nothing if there is none. `SurveyFileError` says what is wrong in it."""
    if not path.exists():
        return Settings()
    try:
        data = tomllib.loads(text_of(path))
    except tomllib.TOMLDecodeError as error:
        raise SurveyFileError(str(error), where=str(path), next="put it right and try again") from error
    _only(data, ("sender", "smtp", "imap", "regulators"), path)
    sender, smtp, imap = (_section(data, name, path) for name in ("sender", "smtp", "imap"))
    _only(sender, ("name", "address", "email", "organisation"), path)
    per_minute, plus = smtp.pop("per_minute", 20), smtp.pop("plus_address", True)
    if per_minute < 1:
        raise SurveyFileError("'per_minute' is less than 1", where=str(path), next="say how many mails a minute")
    return Settings(
        Sender(**sender),
        _server(smtp, path, 587),
        _server(imap, path, 993),
        per_minute,
        plus,
        _section(data, "regulators", path),
    )


_KINDS = {"port": int, "per_minute": int, "plus_address": bool}


def _section(data: dict[str, Any], name: str, path: Path) -> dict[str, Any]:
    """One table of the file, each value of the kind that it must have: text, unless it is known as another."""
    section = data.get(name, {})
    if not isinstance(section, dict):
        raise SurveyFileError(
            f"{name!r} is no table", where=str(path), next=f"write [{name}] on a line of its own"
        )
    for key, value in section.items():
        kind = _KINDS.get(key, str)
        if type(value) is not kind:
            want = {str: "a text in quotes", int: "a whole number", bool: "true or false"}[kind]
            raise SurveyFileError(f"{name}.{key} is {value!r}", where=str(path), next=f"it must be {want}")
    return dict(section)


def text_of(path: Path) -> str:
    """The text of a file that a person wrote. `SurveyFileError` if it is not in UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SurveyFileError("the file is not in UTF-8", where=str(path), next="save it as UTF-8") from error


def _server(data: dict[str, Any], path: Path, port: int) -> Server | None:
    if not data:
        return None
    _only(data, ("host", "port", "user", "security", "folder"), path)
    if not data.get("host"):
        raise SurveyFileError("the server has no 'host'", where=str(path), next='add host = "..."')
    server = Server(port=data.pop("port", port), **data)
    if server.security not in SECURITY:
        raise SurveyFileError(
            f"security {server.security!r} is unknown", where=str(path), next=f"use one of {', '.join(SECURITY)}"
        )
    if server.security == "none" and server.host not in ("127.0.0.1", "localhost", "::1"):
        raise SurveyFileError(
            f"mail to {server.host} would go unencrypted",
            where=str(path),
            next='use security = "starttls" or "tls"',
        )
    return server


def _only(data: dict[str, Any], keys: tuple[str, ...], path: Path) -> None:
    for key in data:
        if key not in keys:
            raise SurveyFileError(f"unknown key {key!r}", where=str(path), next=f"known: {', '.join(keys)}")
