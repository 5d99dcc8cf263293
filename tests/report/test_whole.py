"""Whole documents and originals: only those chosen, with everything sealed taken out, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from foidesk.errors import Blocked
from foidesk.model import Delivery, Part, Reading
from foidesk.report import publish

from . import made
from .test_privacy import SECRETS

PLAIN = "d" * 64


def test_by_default_no_document_is_published_whole(tmp_path: Path) -> None:
    done = publish(tmp_path, made.publication(), made.images, draft=False)
    assert not [path for path in done.files if path.startswith("documents/")]


@pytest.mark.parametrize("document", [made.PDF, made.BOOK, made.MAIL])
def test_a_whole_document_holds_nothing_that_is_sealed(tmp_path: Path, document: str) -> None:
    done = publish(tmp_path, made.publication(whole=(document,)), made.images, draft=False)
    assert f"documents/{document[:12]}.html" in done.files
    for secret in SECRETS:
        assert [path for path in done.files if secret.encode() in (tmp_path / path).read_bytes()] == []


def test_rows_that_nobody_chose_are_counted_where_they_stand(tmp_path: Path) -> None:
    publish(tmp_path, made.publication(whole=(made.BOOK,)), made.images, draft=False)
    page = (tmp_path / f"documents/{made.BOOK[:12]}.html").read_text("utf-8")
    assert page.count("A case row, counted and not printed") >= 1


def test_the_body_page_leads_to_it(tmp_path: Path) -> None:
    publish(tmp_path, made.publication(whole=(made.PDF,)), made.images, draft=False)
    assert (
        f'documents/{made.PDF[:12]}.html">The whole document' in (tmp_path / "bodies/exampleton.html").read_text()
    )


def _plain(**more: object) -> tuple[Reading, Delivery]:
    reading = Reading(PLAIN, "text", 1, (Part("body", "text", "Upheld 5, rejected 12\n"),))
    delivery = Delivery("9", PLAIN, "replies/exampleton/table.txt", "table.txt", "exampleton", date="2022-01-10")
    return replace(reading, **more), delivery  # type: ignore[arg-type]


def _with(reading: Reading, delivery: Delivery) -> dict[str, object]:
    told = made.publication()
    return {
        "readings": {**told.readings, PLAIN: reading},
        "deliveries": (*told.deliveries, delivery),
        "originals": {PLAIN: b"Upheld 5, rejected 12\n"},
    }


def test_an_original_with_nothing_to_take_out_is_published_byte_for_byte(tmp_path: Path) -> None:
    publish(tmp_path, made.publication(**_with(*_plain())), made.images, draft=False)
    assert (tmp_path / f"documents/{PLAIN[:12]}/table.txt").read_bytes() == b"Upheld 5, rejected 12\n"


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({"parts": (Part("body", "text", "Ask Ms Quillfeather, 020 7946 0123\n"),)}, "names or contact details"),
        ({"metadata": (("author", "somebody"),)}, "entries of metadata"),
        ({"parts": (Part("Data", "sheet", "1", hidden="hidden"),)}, "hidden content"),
    ],
)
def test_an_original_that_holds_anything_sealed_is_refused(
    tmp_path: Path, more: dict[str, object], what: str
) -> None:
    with pytest.raises(Blocked, match=what):
        publish(tmp_path, made.publication(**_with(*_plain(**more))), made.images, draft=False)
    assert not list(tmp_path.iterdir())
