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


def _cause(total: int, *parts: int, pages: tuple[int, ...] = (), quotes: tuple[str, ...] = ()) -> str:
    """What is named as the likeliest cause where parts are printed under a total that they do not make."""
    reply = Reply("reply.pdf")
    for at, (number, role) in enumerate(zip(parts, ("constable", "sergeant", "staff"), strict=False)):
        reply.cell(number, "Table 1", quote=quotes[at] if quotes else str(number), role=role)
    reply.total(total, "Table 1", quote=str(total))
    if pages:
        for at, page in enumerate(pages):
            seen = reply.observations[at]
            place = Locator(reply.document, PagePlace(page, Box(10, 20 + at, 30, 32 + at)), str(parts[at]))
            reply.observations[at] = replace(seen, places={"value": place})
    clashing = [issue.what for issue in run(reply).issues if issue.kind == "contradiction"]
    return clashing[0].partition("Likeliest: ")[2] if clashing else ""


def test_a_row_that_holds_just_what_is_too_many_is_a_total_among_its_parts() -> None:
    told = _cause(12, 7, 5, 12, quotes=("7", "5", "All roles 12"))
    assert told.startswith(
        "a total or subtotal is counted among its parts: the row “All roles 12” holds just the 12"
    )


def test_parts_that_add_to_twice_the_total_are_counted_twice() -> None:
    assert _cause(11, 9, 9, 4).startswith("everything is counted twice: the parts add to 22, just twice 11")
    assert not _cause(12, 9, 9, 4).startswith("everything")


def test_a_table_over_a_page_break_that_falls_short_lost_a_row_there() -> None:
    told = _cause(21, 7, 5, pages=(1, 2))
    assert told.startswith("a row was lost at a page break: the table runs over pages 1 and 2 and is 9 short")
    assert "page break" not in _cause(21, 7, 5, pages=(1, 1)), "a table on one page"
    assert "page break" not in _cause(9, 7, 5, pages=(1, 2)), "rows that come to more lost none"


def test_digits_that_changed_places_and_one_wrong_digit_are_slips_and_a_gap_is_told() -> None:
    assert "have the same digits in another order" in _cause(21, 7, 5)
    assert "differ in one digit" in _cause(17, 7, 5)
    assert _cause(33, 7, 5).startswith("a slip of the body in adding up: its 2 numbers come to 21 less")
    assert _cause(103, 110, 5).startswith("a slip of the body in adding up: its 2 numbers come to 12 more")


def _listed(total: int, *rows: str) -> str:
    reply = Reply("list.csv")
    for words in rows:
        reply.row(role="officer", quote=words)
    reply.says(total, quote=f"{total} in all")
    (issue,) = [issue for issue in run(reply).issues if issue.kind == "contradiction"]
    return issue.what.partition("Likeliest: ")[2]


def test_the_missing_number_of_a_numbered_list_is_named() -> None:
    told = _listed(4, "1 warned", "2 warned", "4 advised")
    assert told.startswith("a row is missing: the list runs to number 4, and number 3 is not in it")


def test_a_list_without_numbers_or_with_others_missing_leaves_cases_out() -> None:
    words = "the list leaves out 1 of the cases, or a row of it was not read"
    for rows in (
        ("warned", "warned too", "advised"),
        ("1 warned", "2 warned", "9 advised"),
        ("1 a", "1 b", "2 c"),
    ):
        assert _listed(4, *rows).startswith(words), rows


def letter_and_table(said: int) -> str:
    letter, table = Reply("letter.pdf"), Reply("table.csv")
    letter.says(said, quote=f"{said}")
    for number, role in ((7, "constable"), (5, "sergeant"), (11, "staff")):
        table.cell(number, quote=f"{number}", role=role)
    table.total(23, "Table 1", quote="23")
    (issue,) = [issue for issue in run(letter, table).issues if issue.kind == "contradiction"]
    return issue.what


def test_a_row_that_a_letter_leaves_out_is_named_where_it_is_just_the_difference() -> None:
    assert "one of the two leaves out the row “5”, which holds just the 5 that they differ by" in letter_and_table(
        18
    )


def test_where_nothing_accounts_for_a_difference_that_is_said() -> None:
    assert "Likeliest: not known, for nothing in the reply accounts" in letter_and_table(9)


def test_a_row_is_a_total_among_parts_only_if_others_add_up_to_it() -> None:
    assert not _cause(19, 9, 5, 10).startswith("a total or subtotal is counted among its parts")


def test_digits_that_changed_places_are_likelier_than_a_doubt_about_the_heads_of_a_table() -> None:
    """The heads stand above every row that clashes and hold no digit: read otherwise they change no number."""
    reply = Reply("scan.pdf")
    for at, (number, role) in enumerate(((30, "officer"), (17, "staff"))):
        seen = reply.cell(number, role=role)
        place = Locator(reply.document, PagePlace(1, Box(10, 100 + 20 * at, 30, 112 + 20 * at)), str(number))
        reply.observations[-1] = replace(seen, places={"value": place})
    total = reply.total(99, "Table 1")
    reply.observations[-1] = replace(
        total, places={"value": Locator(reply.document, PagePlace(1, Box(10, 140, 30, 152)), "99")}
    )
    heads = Locator(reply.document, PagePlace(1, Box(5, 80, 90, 92)), "Kind of key")
    below = Locator(reply.document, PagePlace(1, Box(5, 160, 90, 172)), "Kind of key")
    told = {}
    for name, place in (("heads", heads), ("below", below)):
        doubt = Issue("row-in-doubt", "warning", "cut otherwise", "scan.pdf, page 1", "look", (place,))
        extractions = {f"d-{reply.document}": reply.extraction()}
        result = reconcile(definition(), extractions, (reply.delivery(),), {}, lambda body, doubt=doubt: (doubt,))
        (told[name],) = [issue.what for issue in result.issues if issue.kind == "contradiction"]
    assert "misreading" not in told["heads"] and "misreading of ours: cut otherwise" in told["below"]
