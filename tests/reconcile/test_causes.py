"""The likeliest cause of a contradiction, with its evidence: a slip of the body, or a misreading of ours."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import Box, Issue, Locator, PagePlace
from foidesk.reconcile import reconcile

from .build import Reply, definition, run

NUMBER = PagePlace(1, Box(100, 200, 120, 212))
ELSEWHERE = PagePlace(1, Box(100, 500, 120, 512))


def _told(*doubts: Issue) -> str:
    """What is said of a scan with a table of 7 and 5 under a printed 17."""
    reply = Reply("scan.pdf")
    reply.cell(7, role="officer")
    reply.cell(5, role="staff")
    total = reply.total(17, "Table 1")
    at = {"value": Locator(reply.document, NUMBER, "17")}
    reply.observations[-1] = replace(total, places=at)
    extractions = {f"d-{reply.document}": reply.extraction()}
    result = reconcile(definition(), extractions, (reply.delivery(),), {}, lambda body: doubts)
    (clash,) = [issue for issue in result.issues if issue.kind == "contradiction"]
    return clash.what


def _doubt(kind: str, what: str, place: PagePlace = NUMBER) -> Issue:
    return Issue(
        kind, "warning", what, "scan.pdf, page 1", "compare", (Locator(Reply("scan.pdf").document, place, "17"),)
    )


def test_without_a_doubt_of_ours_it_is_a_slip_of_the_body() -> None:
    assert "Likeliest: a slip of the body" in _told()


def test_a_place_that_the_reader_doubts_is_the_likelier_cause() -> None:
    told = _told(_doubt("ocr-doubtful", "the scan may not say “17”: recognised with 41% confidence"))
    assert "Likeliest: a misreading of ours: the scan may not say “17”" in told and "scan.pdf, page 1" in told


def test_two_readings_that_differ_by_just_the_gap_explain_it() -> None:
    told = _told(
        _doubt("ocr-doubtful", "the scan may not say “17”"),
        _doubt("ocr-disputed", "two readings of the scan differ: “17” and “12”"),
    )
    assert "“17” and “12” (scan.pdf, page 1), and the other reading makes the two agree" in told


def test_a_doubt_elsewhere_on_the_page_explains_nothing() -> None:
    assert "misreading" not in _told(_doubt("ocr-doubtful", "the scan may not say “17”", ELSEWHERE))


def test_subtotals_read_as_totals_of_all_are_named_as_the_likely_cause() -> None:
    reply = Reply()
    reply.total(8, "Table 1", quote="North subtotal 8")
    reply.total(12, "Table 1", quote="South subtotal 12")
    (issue,) = [issue for issue in run(reply).issues if issue.kind == "contradiction"]
    assert "subtotals of parts of one table" in issue.what
    assert "“North subtotal 8”" in issue.what
