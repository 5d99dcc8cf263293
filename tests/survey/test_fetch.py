"""Replies at public addresses: only the promised bytes are kept."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from foidesk import mail
from foidesk.errors import CannotFetch, SurveyFileError

DATA = b"Outcome,Number of complaints\nUpheld,5\n"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path != "/reply.csv":
            self.send_error(404)
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(DATA)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


def _listed(folder: Path, url: str, sha: str) -> Path:
    path = folder / "replies.toml"
    path.write_text(f'[[replies]]\nbody = "alphaton"\nurl = "{url}"\nsha256 = "{sha}"\n')
    return path


def test_a_listed_reply_is_fetched_into_its_bodys_folder(server: str, tmp_path: Path) -> None:
    path = _listed(tmp_path, f"{server}/reply.csv", hashlib.sha256(DATA).hexdigest())
    [one] = mail.wanted(path)
    assert mail.fetch(one, tmp_path / "replies").read_bytes() == DATA
    assert (tmp_path / "replies" / "alphaton" / "reply.csv").exists()


def test_other_bytes_than_promised_are_not_kept(server: str, tmp_path: Path) -> None:
    [one] = mail.wanted(_listed(tmp_path, f"{server}/reply.csv", "0" * 64))
    with pytest.raises(CannotFetch, match="not those that were recorded"):
        mail.fetch(one, tmp_path / "replies")
    assert not (tmp_path / "replies").exists()


def test_an_address_that_does_not_answer_says_what_to_do(server: str, tmp_path: Path) -> None:
    [one] = mail.wanted(_listed(tmp_path, f"{server}/gone.csv", "0" * 64))
    with pytest.raises(CannotFetch, match="did not answer") as caught:
        mail.fetch(one, tmp_path / "replies")
    assert "save the file by hand" in str(caught.value)


def test_a_file_address_is_refused(tmp_path: Path) -> None:
    [one] = mail.wanted(_listed(tmp_path, "file:///etc/hostname", "0" * 64))
    with pytest.raises(CannotFetch, match="not a web address"):
        mail.fetch(one, tmp_path / "replies")


def test_an_entry_without_hash_is_named(tmp_path: Path) -> None:
    path = tmp_path / "replies.toml"
    path.write_text('[[replies]]\nbody = "alphaton"\nurl = "https://a.example/x.pdf"\n')
    with pytest.raises(SurveyFileError, match="reply 1 has no 'sha256'"):
        mail.wanted(path)
