"""Whom figures cover, at which stage cases are, which date counts: read from the words of the reply."""

from __future__ import annotations

from dataclasses import replace

from foidesk.extract import extract

from .rehearsal import CASES, CODEBOOK, context, extracted, reading_of

TABLE = "<table><tr><th>Outcome</th><th>Cases</th></tr><tr><td>Dismissed</td><td>3</td></tr>"
TABLE += "<tr><td>Resigned</td><td>2</td></tr><tr><td>Total</td><td>5</td></tr></table>"


def html(*paragraphs: str, caption: str = "") -> str:
    told = TABLE.replace("<table>", f"<table><caption>{caption}</caption>") if caption else TABLE
    return "<html><body>" + "".join(f"<p>{words}</p>" for words in paragraphs) + told + "</body></html>"


def test_figures_of_officers_only_are_of_officers() -> None:
    found = extracted(html("Please note that these figures relate to police officers only."), "reply.html")
    assert found.observations
    for seen in found.observations:
        assert seen.scope == "figures relate to police officers only"
        assert seen.within["role"].categories == ("officer",)
        assert "police officers only" in seen.places["scope"].quote


def test_what_is_left_out_leaves_the_others() -> None:
    found = extracted(html(caption="Outcomes (excluding police staff)"), "reply.html")
    (within,) = {tuple(seen.within["role"].categories) for seen in found.observations}
    assert "officer" in within and not {"staff", "pcso"} & set(within)


def test_a_table_that_counts_the_others_too_is_not_what_was_meant() -> None:
    table = "Role,Cases\nPolice officers,3\nPolice staff,2\n"
    found = extracted(f"The figures exclude police staff.\n\n{table}", "reply.csv")
    assert not any(seen.within for seen in found.observations if seen.where.get("role"))


def test_two_limits_that_differ_are_raised_and_neither_is_taken() -> None:
    said = ("These figures relate to police officers only.", "These figures relate to police staff only.")
    found = extracted(html(*said), "reply.html")
    assert "scope-unclear" in {issue.kind for issue in found.issues}
    assert not any(seen.scope for seen in found.observations)


def test_a_reply_without_such_words_has_none() -> None:
    found = extracted(html("The information is for your personal use only."), "reply.html")
    assert not any(seen.scope or seen.stage for seen in found.observations)


def test_the_stage_is_read_only_where_the_survey_asks_for_one() -> None:
    reading = reading_of(html(caption="Allegations received").encode(), "reply.html")
    asks = replace(CODEBOOK, measures=(replace(CASES, stage="found"), *CODEBOOK.measures[1:]))
    found = extract(reading, replace(context("reply"), codebook=asks))
    assert {seen.stage for seen in found.observations} == {"alleged"}


def test_a_table_dates_its_cases_by_their_recording() -> None:
    table = (
        "<table><caption>Cases recorded in each year</caption><tr><th>Outcome</th><th>2012</th><th>2013</th></tr>"
    )
    table += (
        "<tr><td>Dismissed</td><td>3</td><td>1</td></tr><tr><td>Resigned</td><td>2</td><td>4</td></tr></table>"
    )
    found = extracted(f"<html><body>{table}</body></html>", "reply.html")
    assert {seen.period.basis for seen in found.observations if seen.period} == {"recorded"}


def test_a_limit_that_stands_over_a_table_is_its_scope_and_no_category_of_its_rows() -> None:
    found = extracted(html("Please note that the figures below relate to police officers only."), "reply.html")
    assert {tuple(seen.where) for seen in found.observations} == {("outcome",), ()}
    assert all(seen.within["role"].categories == ("officer",) for seen in found.observations)
