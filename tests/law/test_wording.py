"""Officers say one thing in many ways: every way in `wording/` is read as what it says, or a person is asked."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterSeen, LetterText, recognise

WORDING = Path(__file__).parent / "wording"
ASKED = {"en": "How many complaints about noise were received in 2024?",
         "de": "Wie viele Beschwerden über Lärm gab es im Jahr 2024?"}  # fmt: skip


def lines(name: str) -> list[tuple[str, str, list[str]]]:
    data = tomllib.loads((WORDING / name).read_text(encoding="utf-8"))
    return [(group, kind, said) for group, kinds in data.items() for kind, said in kinds.items()]


def read(line: str, law_id: str) -> LetterSeen:
    blocks = ("Dear requester", line, "Yours sincerely")
    act = law(law_id)
    return recognise(LetterText("Your request", "foi@b.example", False, blocks), act, [ASKED[act.language]])


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
