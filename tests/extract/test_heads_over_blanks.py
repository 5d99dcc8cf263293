"""A column of blanks whose printed sum is 0, under a head of two lines, is one of figures. REHEARSAL: invented."""

from __future__ import annotations

from foidesk.extract import extract

from .rehearsal import context, lines, reading_of

HEAD = "<tr><td></td><td colspan=4>Outcome at 2 June 2014</td><td></td></tr>"


def said(*rows: str) -> list[str]:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    text = f"<p>REHEARSAL</p><table>{HEAD}{body}</table>"
    return lines(extract(reading_of(text.encode(), "reply.html"), context("reply.html")))["statements"]


def test_blanks_under_a_head_of_two_lines_with_0_as_their_sum_are_figures() -> None:
    told = said(
        "Rank|Dismissed|Resigned|Retired|NFA|Total cases",
        "PC|2|1||3|6",
        "PS|1|||1|2",
        "DI||2||5|7",
        "Total|3|3|0|9|15",
    )
    assert any("15" in one and "0" not in one.split("15")[1][:12] for one in told)
    assert not [one for one in told if "“0”" in one or "outcome: 0" in one]
    assert any("dismissed" in one for one in told) and any("nfa" in one for one in told)


def test_a_column_of_words_that_ends_in_their_number_is_none_of_figures() -> None:
    rows = (
        "Rank|Dismissed|Resigned|Retired|Reason|Total cases",
        "PC|2|1|1|late|4",
        "PS|1|1|1|rude|3",
        "Total|3|2|2|2|7",
    )
    told = said(*rows)
    assert not [one for one in told if "Reason" in one and "2 cases" in one]
