"""Lists of one body: which are the same, which are further cases, and which overlap."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import Extraction, Footing, Issue
from foidesk.reconcile import Reconciled, reconcile

from .build import Reply, definition, figure, kinds, option, run, year


def numbered(name: str, *rows: str) -> Reply:
    reply = Reply(name)
    for words in rows:
        reply.row(role="officer", outcome="warning" if "warned" in words else "advice", quote=words)
    return reply


def test_lists_that_number_their_cases_alike_and_share_none_add_up_without_a_question() -> None:
    one = numbered("one.csv", "RH-014/09 officer warned", "RH-015/09 officer advised")
    other = numbered("other.csv", "RH-101/11 officer advised", "RH-102/11 officer advised", "RH-103A/11 warned")
    result = run(one, other)
    assert kinds(result) == [] and figure(result) == (5, 5)
    assert [issue.severity for issue in result.issues if issue.kind == "twin"] == ["note"]


def test_a_list_that_says_it_corrects_another_is_no_further_list_whatever_its_numbers() -> None:
    one = numbered("interim.csv", "RH-014/09 officer warned", "RH-015/09 officer advised")
    other = numbered(
        "corrected.csv", "RH-101/11 officer advised", "RH-102/11 officer advised", "RH-103A/11 warned"
    )
    assert kinds(run(one, other)) in (["twin"], ["version"])


def test_dates_and_years_number_no_cases() -> None:
    one = numbered("one.csv", "12/03/2009 officer warned", "14/05/2009 officer advised")
    other = numbered("other.csv", "01/02/2010 advised", "02/02/2010 advised", "03/02/2010 advised", "x warned")
    assert kinds(run(one, other)) == ["twin"]


def test_rows_that_stand_in_two_yearly_releases_may_count_once() -> None:
    first = numbered("2009-10.csv", "RH-1/09 officer warned twice", "RH-2/10 officer advised in June")
    rows = ("RH-3/11 advised in May", "RH-4/11 warned in May", "RH-5/11 warned in July", "RH-6/11 advised in July")
    later = numbered("2010-11.csv", "RH-2/10 officer advised in June", *rows)
    result = run(first, later)
    (choice,) = result.choices
    (once,) = [one for one in choice.options if one.suggested]
    assert "1 rows that stand in both once" in once.label
    assert figure(run(first, later, answers={choice.id: once.id})) == (6, 6)
    assert figure(result) == (2, 6)


def _dated(name: str, *rows: tuple[int, str]) -> Reply:
    reply = Reply(name)
    for at, words in rows:
        reply.row(role="officer", outcome="warning", quote=words, period=year(at))
    return reply


EARLY = ((2009, "RH-1 warned in 2009"), (2010, "RH-2 warned in 2010"), (2010, "RH-3 warned in 2010"))
LATE = (*EARLY[1:], (2011, "RH-4 warned in 2011"))


def test_releases_of_one_list_that_overlap_count_the_rows_of_both_once_and_say_so() -> None:
    result = run(_dated("first.csv", *EARLY), _dated("later.csv", *LATE))
    assert figure(result) == (4, 4) and [figure(result, period=year(at)) for at in (2009, 2010, 2011)] == [
        (1, 1), (2, 2), (1, 1),
    ]  # fmt: skip
    (note,) = [issue for issue in result.issues if issue.kind == "twin"]
    assert note.severity == "note" and "RH-1 warned in 2009" in note.what and "RH-4 warned in 2011" in note.what
    (choice,) = result.choices
    alone = next(option.id for option in choice.options if option.id == "later.csv")
    assert figure(run(_dated("first.csv", *EARLY), _dated("later.csv", *LATE), answers={choice.id: alone})) == (
        3,
        3,
    )


def test_of_releases_that_differ_in_the_days_of_both_or_that_correct_each_other_a_person_is_asked() -> None:
    other = (*LATE[:1], (2010, "RH-5 warned in 2010"), LATE[2])
    for first, later in (("first.csv", "corrected.csv"), ("first.csv", "later.csv")):
        told = run(_dated(first, *EARLY), _dated(later, *(LATE if later == "corrected.csv" else other)))
        assert figure(told) != (4, 4) and [choice for choice in told.choices if not choice.settled]


def _with_sum(printed: str) -> tuple[Reply, Reconciled, dict[str, Extraction]]:
    """A list of three cases under which a sum is printed that no statement is."""
    reply = numbered("list.csv", "RH-1/09 warned", "RH-2/09 advised", "RH-3/09 advised")
    told, ids = reply.extraction(), tuple(seen.id for seen in reply.observations)
    locator = replace(reply.observations[0].places["value"], quote=printed)
    footing = Footing("sum", ids, printed, "3", False, "the sum")
    issue = Issue("total-differs", "warning", "it differs", "list.csv", "look", (locator,), key="sum")
    extractions = {f"d-{reply.document}": replace(told, footings=(footing,), issues=(issue,))}
    return reply, reconcile(definition(), extractions, (reply.delivery(),), {}), extractions


def test_a_printed_sum_that_the_rows_do_not_make_is_asked_about_and_spanned() -> None:
    reply, result, extractions = _with_sum("5")
    (choice,) = result.choices
    assert choice.kind == "contradiction" and "“5”" in choice.question and "add to 3" in choice.question
    assert figure(result) == (3, 5)
    answers = {choice.id: option(choice, "printed sum stands")}
    assert figure(reconcile(definition(), extractions, (reply.delivery(),), answers)) == (5, 5)


def _release(name: str, *years: tuple[int, int, int]) -> Reply:
    reply = Reply(name)
    for at, left, warned in years:
        reply.cell(left, outcome="left", period=year(at))
        reply.cell(warned, outcome="warning", period=year(at))
    return reply


def test_overlapping_yearly_releases_count_the_years_they_share_once() -> None:
    result = run(
        _release("first.pdf", (2009, 1, 4), (2010, 2, 5)), _release("later.pdf", (2010, 2, 5), (2011, 3, 6))
    )
    assert figure(result) == (21, 21) and not kinds(result)


def test_overlapping_yearly_releases_that_differ_are_asked_about_cell_by_cell() -> None:
    first = _release("first.pdf", (2009, 1, 4), (2010, 2, 5))
    later = _release("later.pdf", (2010, 2, 7), (2011, 3, 6))
    result = run(first, later)
    (choice,) = result.choices
    assert choice.kind in ("twin", "contradiction") and {"5", "7"} <= {p.quote.split()[0] for p in choice.locators}
    assert figure(result) == (21, 23)


def _of_years(*outcomes: str) -> dict[str, Extraction]:
    """A list of officers of 2009 and 2010 under a printed sum of five."""
    reply = Reply("list.csv")
    for at, outcome in enumerate(outcomes):
        reply.row(role="officer", outcome=outcome, period=year(2009 + at % 2))
    told, ids = reply.extraction(), tuple(seen.id for seen in reply.observations)
    locator = replace(reply.observations[0].places["value"], quote="5")
    footing = Footing("sum", ids, "5", str(len(ids)), False, "the sum")
    issue = Issue("total-differs", "warning", "it differs", "list.csv", "look", (locator,), key="sum")
    return {f"d-{reply.document}": replace(told, footings=(footing,), issues=(issue,))}


def test_a_printed_sum_in_place_of_its_rows_keeps_what_all_of_them_say_and_no_more() -> None:
    extractions, delivery = _of_years("left", "warning", "left"), Reply("list.csv").delivery()
    (choice,) = reconcile(definition(), extractions, (delivery,), {}).choices
    answers = {choice.id: option(choice, "printed sum stands")}
    result = reconcile(definition(), extractions, (delivery,), answers)
    assert figure(result) == figure(result, role="officer") == (5, 5)
    assert figure(result, "true", outcome="left") == (0, 5) and figure(result, "true", role="staff") == (0, 0)
    assert figure(result, period=year(2011)) in (None, (0, 0))
    rows = reconcile(definition(), extractions, (delivery,), {choice.id: option(choice, "3 rows stand")})
    assert figure(rows) == (3, 3) and figure(rows, outcome="left") == (2, 2)


def test_a_printed_sum_over_some_rows_of_a_table_stands_in_place_of_none() -> None:
    extractions, delivery = _of_years("left", "warning", "left"), Reply("list.csv").delivery()
    ((id, told),) = extractions.items()
    (footing,) = told.footings
    for parts in (footing.parts[:2], footing.parts[:1], (*footing.parts, "unknown")):
        some = {id: replace(told, footings=(replace(footing, parts=parts),))}
        result = reconcile(definition(), some, (delivery,), {})
        assert not result.choices and figure(result) == (3, 3), parts
