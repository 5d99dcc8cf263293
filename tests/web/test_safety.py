"""Who may talk to the desk, and that nothing from outside leads further than it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from foidesk.errors import FoideskError
from foidesk.survey.starting import keep, safe_path

from .visitor import Visitor


def test_the_link_opens_the_desk_once(looking: Visitor) -> None:
    desk = looking.running
    link = desk.link().removeprefix(desk.address)
    first = Visitor(desk)
    assert first.get(link).code == 303 and first.get("/").code == 200
    assert Visitor(desk).get(link).code == 403


@pytest.mark.parametrize("path", ["/", "/review", "/bodies", "/search?q=a", "/site/index.html", "/pulse"])
def test_nobody_comes_in_without_the_link(looking: Visitor, path: str) -> None:
    assert Visitor(looking.running).get(path).code == 403


def test_a_name_that_only_leads_here_is_refused(looking: Visitor) -> None:
    assert looking.get("/", Host="evil.example").code == 400
    assert looking.get("/", Host="127.0.0.1.evil.example:80").code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_of_another_page_changes_nothing(looking: Visitor, headers: dict[str, str]) -> None:
    before = (looking.running.served.folder / "story.md").read_bytes()
    typed = {"Content-Type": "application/x-www-form-urlencoded"}
    for path in ("/story", "/review", "/publish", "/update", "/replies"):
        assert looking.ask("POST", path, b"text=gone", headers | typed).code == 403
    assert (looking.running.served.folder / "story.md").read_bytes() == before


def test_every_answer_forbids_foreign_script(looking: Visitor) -> None:
    for path in ("/", "/review", "/nothing-here", "/static/desk.js"):
        policy = looking.get(path).headers["content-security-policy"]
        assert "script-src 'self';" in policy and "unsafe-inline" not in policy
        assert looking.get(path).headers["x-content-type-options"] == "nosniff"


def test_pages_hold_no_inline_script_and_no_inline_style(looking: Visitor) -> None:
    for path in ("/", "/review", "/bodies", "/bodies/alphaton", "/codebook/outcome", "/findings/total", "/story"):
        text = looking.get(path).text
        assert " style=" not in text and " onclick=" not in text and "<script>" not in text, path


@pytest.mark.parametrize(
    "path",
    [
        "/site/../survey.toml", "/site/%2e%2e/survey.toml", "/site/..%2fsurvey.toml", "/site//etc/passwd",
        "/document/..%2f..%2fsurvey.toml", "/document/" + "0" * 64, "/picture/" + "0" * 64 + "/1.png",
        "/static/../app.py", "/static/%2e%2e/app.py", "/bodies/..%2f..%2fetc",
    ],
)  # fmt: skip
def test_no_path_leads_out(looking: Visitor, path: str) -> None:
    answer = looking.get(path)
    assert answer.code in (404, 409)
    assert "library-fines" not in answer.text and "root:" not in answer.text


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_a_form_cannot_send_the_browser_elsewhere(looking: Visitor, back: str) -> None:
    assert looking.post("/name", who="A", back=back).headers["location"] == "/"


@pytest.mark.parametrize("name", ["../x", "a/../../x", "..", "", "/", "a/..\\..\\x"])
def test_a_file_name_that_leads_out_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(FoideskError):
        keep(tmp_path / "in", name, b"x")
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("/etc/passwd", "etc/passwd"), ("C:\\temp\\a.csv", "C_/temp/a.csv"), ("con.txt", "_con.txt"),
        ("a\x00b.csv", "a_b.csv"), ("<img src=x>.csv", "_img src=x_.csv"),
        (".foidesk/desk.db", "_.foidesk/desk.db"),
        ("x" * 300 + ".csv", "x" * 200),
    ],
)  # fmt: skip
def test_a_strange_file_name_becomes_a_plain_one(name: str, kept: str) -> None:
    assert safe_path(name).as_posix() == kept


def test_a_second_file_of_a_name_is_put_beside_the_first(tmp_path: Path) -> None:
    for data in (b"one", b"two", b"one"):
        keep(tmp_path, "reply.csv", data)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "reply.csv": b"one", "reply (2).csv": b"two",
    }  # fmt: skip
