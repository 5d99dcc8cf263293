"""Answers that give less than was asked, or say elsewhere what they mean."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from foidesk.survey import Survey

from .. import small


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    return Survey(small.write(tmp_path / "fines"))


def test_a_bare_total_answers_a_question_for_a_breakdown_in_part(survey: Survey) -> None:
    small.mail("betaford", "Dear requester,\n\nWe received 9 complaints.\n\nThe FOI team\n", survey.replies)
    survey.ingest()
    ended = {one.body: one.outcome for one in survey.work.results.outcomes}
    assert ended == {"alphaton": "full", "betaford": "partial", "gammaley": "cost limit"}
    assert survey.status().answered == 2


def test_a_mark_in_an_attachment_means_what_the_covering_mail_says(survey: Survey) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "foi@betaford.example", "Your request"
    message.set_content(
        "Dear requester,\n\nThe table is attached. In it * means between 1 and 4.\n\nThe FOI team\n"
    )
    rows = "Outcome,Number of complaints\nUpheld,*\nRejected,10\n"
    message.add_attachment(rows.encode(), maintype="text", subtype="csv", filename="table.csv")
    (survey.replies / "betaford.eml").write_bytes(message.as_bytes())
    survey.ingest()
    (upheld,) = [
        one
        for extraction in survey.work.extractions.values()
        for one in extraction.observations
        if one.body == "betaford" and "upheld" in one.where["outcome"].categories
    ]
    assert upheld.amount is not None and (upheld.amount.lo, upheld.amount.hi) == (1, 4)


def test_the_numbers_of_other_bodies_in_a_reply_are_asked_about_and_not_added(survey: Survey) -> None:
    """Alphaton sends a table of all boroughs: only one row of it is its own."""
    rows = "Borough,Number of complaints\nBorough of Alphaton,5\nBorough of Betaford,12\nTotal,17\n"
    (survey.replies / "alphaton" / "reply.csv").write_text(rows)
    survey.ingest()
    found = survey.work.reconciled.accounts.support("alphaton", "complaints", {})
    assert found is None or not found.value.is_exact
    assert any(one.body == "alphaton" and one.kind == "reading" for one in survey.work.results.open_choices())
