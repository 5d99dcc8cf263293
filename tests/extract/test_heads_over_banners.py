"""Heads over rows of one merged cell, and heads that are words for "not known"."""

from __future__ import annotations

from foidesk.extract import extract
from foidesk.model import Extraction

from .rehearsal import context, extracted, reading_of, statement

HEAD = "<tr><th></th><th>2011</th><th>2012</th><th>Total</th></tr>"


def of_page(rows: str) -> Extraction:
    page = f"<html><body><p>REHEARSAL</p><table>{HEAD}{rows}</table></body></html>"
    return extract(reading_of(page.encode(), "reply.html"), context("reply.html"))


def row(label: str, *numbers: int) -> str:
    return f"<tr><td>{label}</td>" + "".join(f"<td>{number}</td>" for number in numbers) + "</tr>"


def test_heads_over_the_merged_heads_of_groups_are_heads() -> None:
    banner = '<tr><td colspan="4">{}</td></tr>'
    found = of_page(
        banner.format("Officers") + row("Dismissed", 1, 2, 3) + row("Resigned", 2, 2, 4)
        + banner.format("Staff") + row("Dismissed", 0, 1, 1) + row("Resigned", 1, 1, 2)
    )  # fmt: skip
    told = [statement(one).rpartition(" (")[0] for one in found.observations]
    assert "2 cases where outcome=dismissed, role=officer in 2012" in told
    assert "1 cases where outcome=dismissed, role=staff in 2012" in told
    assert not any(one.startswith(("2011", "2012")) for one in told)


def test_a_head_that_says_not_known_is_a_head() -> None:
    found = extracted("Year,Dismissed,Resigned,Unknown,Total\n2011,4,2,1,7\n2012,3,1,0,4\n")
    told = [statement(one).rpartition(" (")[0] for one in found.observations]
    assert "4 cases where outcome=dismissed in 2011" in told
    assert "7 cases in 2011" in told
    assert not any("missing" in one or one.startswith("[") for one in told)
