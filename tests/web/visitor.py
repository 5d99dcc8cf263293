"""A browser without a screen: plain HTTP with a cookie, so that what a page refuses can be asked of it."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from foidesk.web.running import Running


@dataclass
class Answer:
    """What the desk answered."""

    code: int
    text: str
    headers: dict[str, str]


@dataclass
class Visitor:
    """Somebody at the desk; `cookie` is "" until they opened it with a link."""

    running: Running
    cookie: str = ""
    own: dict[str, str] = field(default_factory=dict)

    @classmethod
    def admitted(cls, running: Running, name: str = "") -> Visitor:
        visitor = cls(running)
        visitor.get(running.link().removeprefix(running.address))
        if name:
            visitor.post("/name", who=name, back="/")
        return visitor

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, b"", headers)

    def post(self, path: str, fields: list[tuple[str, str]] | None = None, **named: str) -> Answer:
        """A form sent from the desk's own page."""
        data = urlencode([*(fields or []), *named.items()]).encode()
        headers = {"Origin": self.running.address, "Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, data, headers)

    def upload(self, path: str, files: list[tuple[str, bytes]], **named: str) -> Answer:
        """Files sent as the page sends them: each name once as a path, once as a file."""
        parts = [_part(f'name="{field}"', value.encode()) for field, value in named.items()]
        for name, data in files:
            parts += [_part('name="path"', name.encode()), _part('name="files"; filename="a"', data)]
        headers = {"Origin": self.running.address, "Content-Type": "multipart/form-data; boundary=x"}
        return self.ask("POST", path, b"".join([*parts, b"--x--\r\n"]), headers)

    def ask(self, method: str, path: str, data: bytes, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(self.running.address).netloc, timeout=60)
        connection.request(method, path, data or None, {"Cookie": self.cookie, **headers})
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookie = value.split(";")[0]
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return Answer(answer.status, text, {name.lower(): value for name, value in answer.getheaders()})

    def settled(self) -> Visitor:
        """Waits until the figures are up to date."""
        for _ in range(2400):
            served = self.running.served
            assert not served.error, served.error
            if served.is_survey and not served.updating and served.is_current:
                return self
            time.sleep(0.05)
        raise AssertionError("the figures never came up to date")


def _part(name: str, data: bytes) -> bytes:
    return f"--x\r\nContent-Disposition: form-data; {name}\r\n\r\n".encode() + data + b"\r\n"
