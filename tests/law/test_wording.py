"""Officers say one thing in many ways: every way in `wording/` is read as what it says, or a person is asked."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterSeen, LetterText, by_wording

WORDING = Path(__file__).parent / "wording"
ASKED = {"en": "How many complaints about noise were received in 2024?",
         "de": "Wie viele Beschwerden über Lärm gab es im Jahr 2024?"}  # fmt: skip


def lines(name: str) -> list[tuple[str, str, list[str]]]:
    data = tomllib.loads((WORDING / name).read_text(encoding="utf-8"))
    return [(group, kind, said) for group, kinds in data.items() for kind, said in kinds.items()]


def read(line: str, law_id: str) -> LetterSeen:
    blocks = ("Dear requester", line, "Yours sincerely")
    act = law(law_id)
    return by_wording(LetterText("Your request", "foi@b.example", False, blocks), act, [ASKED[act.language]])


@pytest.mark.parametrize(("law_id", "kind", "said"), lines("outcomes.toml"))
def test_every_way_of_saying_an_outcome_is_read_as_that_outcome(law_id: str, kind: str, said: list[str]) -> None:
    seen = {line: read(line, law_id).outcomes[0] for line in said}
    wrong = {line: one for line, one in seen.items() if one.outcome != kind and one.outcome != "none"}
    asked = [line for line, one in seen.items() if one.outcome == "none" or not one.sure]
    assert not wrong
    assert len(asked) <= len(said) // 8


@pytest.mark.parametrize(("language", "event", "said"), lines("events.toml"))
def test_every_way_of_telling_of_an_event_is_read_as_that_event(
    language: str, event: str, said: list[str]
) -> None:
    act = "de-ifg" if language == "de" else "uk-foia-2000"
    missed = [line for line in said if event not in read(line, act).names]
    assert not missed


def verdict(said: str, sure: bool, fine: str) -> str:
    if not sure:
        return "right" if "ask" in fine.split("|") else "asked"
    return "right" if said in fine.split("|") else "WRONG"


def judged(letter: dict[str, Any]) -> list[str]:
    """The verdict on the events, and on the outcome of each question."""
    blocks = tuple(block.strip() for block in letter["t"].split("\n\n") if block.strip())
    rows, data = tuple(tuple(row) for row in letter.get("rows", ())), tuple(letter.get("data", ()))
    subject, auto = letter.get("s", "Your request"), letter.get("auto", False)
    text = LetterText(subject, "foi@b.example", auto, blocks, rows, data)
    seen = by_wording(text, law(letter["law"]), letter["q"])
    event = [verdict(name, seen.sure, letter["e"][0]) for name in seen.names]
    return event + [
        verdict(one.outcome, one.sure, fine) for one, fine in zip(seen.outcomes, letter["o"], strict=True)
    ]


def test_whole_letters_are_read_as_what_they_say_or_a_person_is_asked() -> None:
    letters = tomllib.loads((WORDING / "letters.toml").read_text(encoding="utf-8"))["letter"]
    found = [(letter["t"], one) for letter in letters for one in judged(letter)]
    assert [text for text, one in found if one == "WRONG"] == []
    assert sum(one == "right" for _, one in found) >= 0.95 * len(found)
