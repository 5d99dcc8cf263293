"""A letter that says of the figures in another file what its years are; REHEARSAL."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from foidesk.model import Period
from foidesk.survey import Survey

from .. import small

TABLE = "Outcome,2020,2021\nUpheld,5,6\nNot upheld,12,10\nTotal,17,16\n"
FROM_APRIL = Period(date(2020, 4, 1), date(2021, 4, 1))


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    made = Survey(small.write(tmp_path / "fines"))
    (made.replies / "alphaton" / "reply.csv").write_text(TABLE, encoding="utf-8")
    return made


def letter(survey: Survey, words: str, body: str = "alphaton") -> None:
    (survey.replies / body).mkdir(exist_ok=True)
    text = f"REHEARSAL\n\nDear requester,\n\nThe figures are attached. {words}\n\nThe FOI team\n"
    (survey.replies / body / "letter.txt").write_text(text, encoding="utf-8")
    survey.ingest()


def asked(survey: Survey) -> list[str]:
    return [one.id for one in survey.work.results.open_choices() if "(other years)" in one.question]


def year(survey: Survey, period: Period) -> tuple[object, object] | None:
    support = survey.work.reconciled.accounts.support("alphaton", "complaints", {}, period=period)
    return None if support is None else (support.value.lo, support.value.hi)


def test_what_a_letter_says_of_years_is_asked_of_the_file_beside_it(survey: Survey) -> None:
    letter(survey, "Our year runs from April.")
    (choice,) = asked(survey)
    assert year(survey, FROM_APRIL) != (17, 17)
    survey.decide(choice, "years that begin then", who="A. Editor", reason="they said so on the phone")
    assert year(survey, FROM_APRIL) == (17, 17)


def test_what_another_body_says_of_its_years_is_asked_of_none_but_its_own(survey: Survey) -> None:
    letter(survey, "Our year runs from April.", "betaford")
    assert asked(survey) == []
