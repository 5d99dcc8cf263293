"""What is said of every body of a group, or of none, is counted body by body, and never passes as their number."""

from __future__ import annotations

from pathlib import Path

from .test_open_half import desk_of

SAID = {
    "All nine boards recorded more handovers in 2024 than in 2022.": "supported",
    "Each of the nine boards had a longer median handover time in 2024 than in 2022.": "supported",
    "Every one of the nine boards had a shorter median handover time in 2024 than in 2022.": "contradicted",
    "Not one board recorded fewer handovers in 2024 than in 2022.": "supported",
    "All nine boards had a median handover time above 15 minutes in 2024.": "supported",
    "All nine boards had a median handover time above 20 minutes in 2024.": "contradicted",
    "All but three of the nine boards have an escalation plan.": "supported",
    "All but two of the nine boards have an escalation plan.": "contradicted",
    "No board has an escalation plan.": "contradicted",
    "All 12 boards answered.": "contradicted",
    "Not all boards answered.": "supported",
    "No board refused.": "contradicted",
    "Not all nine boards recorded more handovers in 2024 than in 2022.": "contradicted",
    "Not all nine boards have an escalation plan.": "supported",
    "Not every board recorded more handovers in 2024 than in 2022.": "contradicted",
    "All nine boards did not record more handovers in 2024 than in 2022.": "needs a person",
    "Every board recorded no more handovers in 2024 than in 2022.": "needs a person",
    "All but a few of the nine boards have an escalation plan.": "needs a person",
    "Each board saw its median handover time rise.": "needs a person",
    "None of the boards cut its median handover time.": "needs a person",
}


def test_what_is_said_of_every_body_is_counted(tmp_path: Path) -> None:
    desk = desk_of("ambulance-handovers", tmp_path)
    found = {text: [one.verdict for one in desk.check(text) if one.kind == "majority"] for text in SAID}
    assert found == {text: [verdict] for text, verdict in SAID.items()}


def test_a_total_of_all_is_no_statement_on_each(tmp_path: Path) -> None:
    desk = desk_of("ambulance-handovers", tmp_path)
    told = desk.check("All nine boards recorded 22,889 handovers in 2024.")
    assert [one.verdict for one in told if one.kind == "majority"] == []
    assert [one.verdict for one in told if one.kind == "group"] == ["supported"]


IN_ANY_YEAR = {
    "None of the nine boards recorded more than 10,000 handovers in any of the years.": "supported",
    "None of the nine boards recorded fewer than 2,000 handovers in any of the years.": "contradicted",
    "None of the nine boards recorded fewer than 2,000 handovers in any year.": "contradicted",
    "All nine boards recorded fewer than 10,000 handovers in every year.": "supported",
    "All nine boards recorded more than 2,000 handovers in each of the years.": "contradicted",
    "None of the nine boards recorded more than 10,000 handovers in every year.": "needs a person",
    "None of the nine boards recorded more than 10,000 handovers in any financial year.": "needs a person",
    "None of the nine boards recorded more than 10,000 handovers in a single year.": "needs a person",
    "None of the nine boards recorded more than 10,000 handovers in any of the last two years.": "needs a person",
}


def test_what_is_so_in_any_year_is_counted_year_by_year(tmp_path: Path) -> None:
    desk = desk_of("ambulance-handovers", tmp_path)
    found = {text: [one.verdict for one in desk.check(text) if one.kind == "majority"] for text in IN_ANY_YEAR}
    assert found == {text: [verdict] for text, verdict in IN_ANY_YEAR.items()}


def test_so_many_bodies_in_some_year_are_asked_about(tmp_path: Path) -> None:
    desk = desk_of("ambulance-handovers", tmp_path)
    told = desk.check("Nine boards recorded more than 400 handovers in a single year.")
    assert [one.verdict for one in told if one.text == "Nine"] == ["needs a person"]
