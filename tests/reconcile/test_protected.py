"""Numbers that a body withheld: shown as it gave them, worked out for the desk only, kept from the site."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foidesk.findings import compute, public
from foidesk.model import Count, Denominator, Finding, Issue, Query
from foidesk.reconcile import Names, Reconciled

from .build import BODY, CASES, Reply, definition, figure, kinds, run, year

ROLES = Query("roles", "breakdown", "Roles", "cases", by="role")
TOTAL = Query("total", "total", "Cases", "cases")


def reply(total: int = 9) -> Reply:
    """One of three numbers is withheld, and the printed total gives it away."""
    told = Reply()
    told.cell((1, 4), role="constable")
    told.cell(2, role="sergeant")
    told.cell(4, role="staff")
    told.total(total, "Table 1")
    return told


def findings(result: Reconciled, *queries: Query) -> tuple[Finding, ...]:
    return compute(definition(*queries), result.accounts, result.outcomes)


def against(result: Reconciled, *queries: Query, **answers: str) -> list[Issue]:
    return result.accounts.give_away(findings(result, *queries), answers, Names({}))


def test_the_desk_knows_the_number_and_everybody_else_sees_the_bodys_own_range() -> None:
    result = run(reply(), survey=definition(ROLES))
    assert figure(result, role="constable") == (3, 3)
    (found,) = findings(result, ROLES)
    shown = {line.key: line for line in public(found).lines}
    assert (shown["constable"].value.lo, shown["constable"].value.hi) == (1, 4)
    assert (shown["constable"].supports[0].value.lo, shown["constable"].supports[0].value.hi) == (1, 4)
    assert (shown["sergeant"].value.lo, shown["sergeant"].value.hi) == (2, 2)


def test_that_it_can_be_worked_out_is_told_and_asked_without_saying_the_number() -> None:
    result = run(reply(), survey=definition(ROLES))
    assert "disclosure" in kinds(result)
    (note,) = [issue for issue in result.issues if issue.kind == "protected-cell"]
    (asked,) = [choice for choice in result.choices if choice.kind == "disclosure"]
    assert "3" not in note.what + asked.question.replace(asked.locators[0].quote, "")


def test_a_set_of_figures_that_gives_it_away_stands_against_publishing_until_a_person_decides() -> None:
    result = run(reply(), survey=definition(ROLES, TOTAL))
    (issue,) = against(result, ROLES, TOTAL)
    assert issue.blocks == "publish" and issue.body == BODY
    (asked,) = [choice for choice in result.choices if choice.kind == "disclosure"]
    (decided,) = against(result, ROLES, TOTAL, **{asked.id: "publish"})
    assert decided.blocks == ""
    (still,) = against(result, ROLES, TOTAL, **{asked.id: "withhold"})
    assert still.blocks == "publish"


def test_figures_from_which_it_does_not_follow_may_be_published() -> None:
    assert against(run(reply(), survey=definition(TOTAL)), TOTAL) == []


def test_a_number_that_nothing_pins_down_asks_nothing() -> None:
    told = reply()
    told.cell((1, 4), role="unknown")
    result = run(told, survey=definition(ROLES, TOTAL))
    assert "disclosure" not in kinds(result) and against(result, ROLES, TOTAL) == []


def test_a_number_that_one_of_several_readings_gives_away_is_asked_about_too() -> None:
    told = reply()
    told.says(10, quote="10 in all")
    result = run(told)
    assert kinds(result) == ["contradiction", "disclosure"]
    assert [issue.kind for issue in result.issues if issue.kind == "protected-cell"]


def test_a_number_of_one_year_that_follows_from_the_other_years_and_all_of_them_is_given_away() -> None:
    told = Reply()
    for at, number in ((2009, (1, 4)), (2010, 6), (2011, 8)):
        told.cell(number, role="constable", period=year(at))
        told.cell(at - 2000, role="staff", period=year(at))
    told.total(17, "Table 1", role="constable")
    constables = {"role": ("constable",)}
    whole = Query("constables", "total", "Constables", "cases", where=constables)
    years = Query("by-year", "by-period", "By year", "cases", where=constables)
    result = run(told, survey=definition(whole, years))
    assert figure(result, role="constable", period=year(2009)) == (3, 3)
    lines = {line.key: line for line in public(findings(result, years)[0]).lines}
    assert (lines["2009"].value.lo, lines["2009"].value.hi) == (1, 4)
    (issue,) = against(result, whole, years)
    assert issue.blocks == "publish"
    one = Query("later", "total", "Later", "cases", where=constables, period="2010")
    assert against(result, whole, one) == []
    two = Query("last", "total", "Last", "cases", where=constables, period="2011")
    assert [issue.blocks for issue in against(result, whole, one, two)] == ["publish"]


def test_numbers_that_follow_over_two_variables_are_given_away_only_with_the_cell_that_tells_them() -> None:
    told = Reply()
    for role, outcome, number in (
        ("constable", "left", (1, 4)),
        ("constable", "warning", (1, 4)),
        ("sergeant", "left", (1, 4)),
        ("sergeant", "warning", 6),
    ):
        told.cell(number, role=role, outcome=outcome)
    for number, where in ((5, {"role": "constable"}), (9, {"role": "sergeant"}), (6, {"outcome": "left"})):
        told.total(number, "Table 1", **where)
    told.total(8, "Table 1", outcome="warning")
    told.total(14, "Table 1")
    outcomes = Query("outcomes", "breakdown", "Outcomes", "cases", by="outcome")
    where = {"role": ("sergeant",), "outcome": ("warning",)}
    cell = Query("cell", "total", "Sergeants warned", "cases", where=where)
    result = run(told, survey=definition(ROLES, outcomes, cell))
    assert figure(result, role="constable", outcome="left") == (3, 3)
    assert against(result, ROLES, outcomes) == []
    (issue,) = against(result, ROLES, outcomes, cell)
    assert issue.blocks == "publish" and len(issue.locators) == 3


def test_a_total_published_elsewhere_narrows_for_the_desk_only() -> None:
    told, elsewhere = Reply(), Reply("annual report.pdf")
    for number, role in (((1, 4), "constable"), (2, "sergeant"), (4, "staff")):
        told.cell(number, role=role)
    elsewhere.says(9)
    result = run(told, elsewhere, survey=definition(ROLES, TOTAL))
    assert figure(result, role="constable") == (1, 3)
    shown = {line.key: line for line in public(findings(result, ROLES)[0]).lines}
    assert (shown["constable"].value.lo, shown["constable"].value.hi) == (1, 4)


def test_a_figure_of_several_tables_shows_no_more_than_the_bodys_own_range_either() -> None:
    told = reply()
    told.cell(1, "by outcome", role="constable", outcome="left")
    result = run(told, survey=definition(ROLES))
    assert figure(result, role="constable") == (3, 3)
    shown = {line.key: line.value for line in public(findings(result, ROLES)[0]).lines}
    assert shown["constable"].lo <= 1 and (shown["constable"].hi or 0) >= 4


def test_the_base_of_a_share_does_not_tell_a_withheld_number() -> None:
    """Upheld and not upheld are 14, of which 12 were not: the share alone would tell that two were upheld."""
    reply = Reply()
    reply.total(17, "Table 1")
    reply.cell((1, 4), outcome="left")
    reply.cell(12, outcome="warning")
    reply.cell(3, outcome="advice")
    query = Query(
        "it", "share", "It", "cases", where={"outcome": ("warning",)}, of={"outcome": ("left", "warning")}
    )
    survey = definition(query)
    result = run(reply, survey=survey)
    (finding,) = compute(survey, result.accounts, result.outcomes)
    assert finding.denominator is not None
    assert (finding.denominator.lo, finding.denominator.hi) == (13, 16)
    assert not finding.value.is_exact
    assert finding.true is not None
    assert (finding.true.lo, finding.true.hi) == (Decimal(12) / 16, Decimal(12) / 13)


def test_a_base_published_beside_a_total_counts_among_what_gives_a_number_away() -> None:
    reply = Reply()
    reply.total(17, "Table 1")
    reply.cell((1, 4), outcome="left")
    reply.cell(12, outcome="warning")
    reply.cell(3, outcome="advice")
    where = {"outcome": ("warning",)}
    share = Query("it", "share", "It", "cases", where=where, of={"outcome": ("warning", "advice")})
    total = Query("all", "total", "All", "cases")
    for queries, told in (((total, share), 1), ((share,), 0)):
        survey = definition(*queries)
        result = run(reply, survey=survey)
        computed = compute(survey, result.accounts, result.outcomes)
        assert len(result.accounts.give_away(computed, {}, Names({}))) == told


def test_a_withheld_year_that_the_total_tells_is_shown_as_withheld() -> None:
    told = Reply()
    told.total((0, 4), "Years", period=year(2009))
    told.total(12, "Years", period=year(2010))
    told.total(3, "Years", period=year(2011))
    told.total(17)
    support = run(told).accounts.support(BODY, "cases", {}, "stated", year(2009))
    assert support is not None
    shown = support.public or support.value
    assert (shown.lo, shown.hi) == (0, 4)


def test_the_years_of_a_change_count_among_what_gives_a_number_away() -> None:
    told = Reply()
    told.total((0, 4), "Years", period=year(2009))
    told.total(8, "Years", period=year(2010))
    told.total(5, "Years", period=year(2011))
    told.total(16)
    total = Query("all", "total", "All", "cases")
    change = Query("more", "change", "More", "cases", since="2010", period="2011")
    for queries, count in (((total, change), 1), ((change,), 0)):
        survey = definition(*queries)
        result = run(told, survey=survey)
        computed = compute(survey, result.accounts, result.outcomes)
        assert len(result.accounts.give_away(computed, {}, Names({}))) == count


def test_the_figure_of_all_bodies_less_those_of_the_others_counts_too() -> None:
    hiding, open_ = Reply(), Reply(body="rehearsal-08")
    for reply, left in ((hiding, (1, 4)), (open_, 6)):
        reply.cell(left, outcome="left")
        reply.cell(12, outcome="warning")
    survey = definition(Query("left", "total", "Left", "cases", where={"outcome": ("left",)}), bodies=2)
    result = run(hiding, open_, survey=survey)
    (finding,) = compute(survey, result.accounts, result.outcomes)
    assert not result.accounts.give_away([finding], {}, Names({}))
    elsewhere = replace(finding, value=replace(finding.value, lo=finding.value.lo + 2, hi=finding.value.lo + 2))
    assert len(result.accounts.give_away([elsewhere], {}, Names({}))) == 1


WITHHELD = (1, 4)
ROLE_CELLS = ("constable", "sergeant", "staff")


@st.composite
def withheld(draw: st.DrawFn) -> tuple[Reply, str, list[tuple[str, int]]]:
    """A table by role, its small number withheld, with whatever else gives it away; the open numbers beside it."""
    told, hidden = Reply(), draw(st.sampled_from(ROLE_CELLS))
    numbers = [
        (role, draw(st.integers(1, 4)) if role == hidden else draw(st.integers(0, 9))) for role in ROLE_CELLS
    ]
    for role, number in numbers:
        told.cell(WITHHELD if role == hidden else number, role=role)
    total = sum(number for _, number in numbers)
    others = {"sergeant": "constable", "constable": "sergeant"}
    if draw(st.booleans()):
        told.total(total, "Table 1")
    if draw(st.booleans()):
        told.says(total)
    if hidden in others and draw(st.booleans()):
        told.total(sum(number for role, number in numbers if role != "staff"), "Table 1", role="officer")
    if draw(st.booleans()):
        for role, number in numbers:
            told.cell(WITHHELD if role == hidden else number, "Table 2", role=role, outcome="warning")
    return told, hidden, [(role, number) for role, number in numbers if role != hidden]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(withheld())
def test_no_figure_in_either_reading_leaves_out_a_number_that_the_bodys_own_words_allow(
    drawn: tuple[Reply, str, list[tuple[str, int]]],
) -> None:
    told, hidden, _ = drawn
    where = {"role": (hidden,)}
    queries = [Query(r, r, r, "cases", where=where) for r in ("total", "median", "by-body", "share")]
    result = run(told, survey=definition(*queries))
    for one in map(public, findings(result, *queries)):
        scale = one.denominator if one.recipe == "share" else None
        for shown in (one.value, one.true):
            if scale is not None and not scale.is_exact:
                continue
            assert shown is not None
            lo, hi = (
                end if scale is None else min(Decimal(1), end / scale.lo) for end in (Decimal(1), Decimal(4))
            )
            assert shown.lo <= lo and (shown.hi is None or shown.hi >= hi), (one.recipe, shown)


def test_officers_less_sergeants_among_the_published_give_the_constables_away() -> None:
    told = Reply()
    told.says(4, role="officer")
    for role, number in (("constable", WITHHELD), ("sergeant", 3), ("staff", 1)):
        told.cell(number, role=role)
    told.total(5, "Table 1")
    asked = [Query(role, "total", role, "cases", where={"role": (role,)}) for role in ("officer", "sergeant")]
    result = run(told, survey=definition(*asked))
    assert [issue.blocks for issue in against(result, *asked)] == ["publish"]
    assert against(result, asked[1]) == []


def test_a_median_among_the_published_hides_nothing_of_what_gives_a_number_away() -> None:
    other = Reply(body="rehearsal-08")
    for number, role in ((30, "constable"), (5, "sergeant"), (7, "staff")):
        other.cell(number, role=role)
    other.total(42, "Table 1")
    constables = Query("middle", "median", "Constables in the middle", "cases", where={"role": ("constable",)})
    survey = definition(ROLES, TOTAL, constables, bodies=2)
    result = run(reply(), other, survey=survey)
    shown = [public(one) for one in compute(survey, result.accounts, result.outcomes)]
    assert [issue.blocks for issue in result.accounts.give_away(shown, {}, Names({}))] == ["publish"]


def test_a_withheld_total_is_no_range_of_its_kinds() -> None:
    told = Reply()
    told.says((22, 24))
    for role, number in (("constable", 9), ("staff", 1)):
        told.cell(number, role=role)
    warned = Query("warned", "total", "Warned", "cases", where={"outcome": ("warning",)}, reading="true")
    result = run(told, survey=definition(warned))
    (found,) = findings(result, warned)
    assert (public(found).value.lo, public(found).value.hi) == (0, 24)


def test_a_number_printed_openly_is_shown_whatever_a_finer_table_withholds() -> None:
    told = Reply()
    for outcome, number in (("warning", 15), ("advice", 13)):
        told.cell(number, "by outcome", outcome=outcome)
    told.total(28, "by outcome")
    for role, number in (("constable", 4), ("sergeant", WITHHELD), ("staff", 9)):
        told.cell(number, "both", role=role, outcome="warning")
    warned = Query("warned", "total", "Warned", "cases", where={"outcome": ("warning",)})
    (found,) = map(public, findings(run(told, survey=definition(warned)), warned))
    assert (found.value.lo, found.value.hi) == (15, 15) and found.true is not None and found.true.is_exact


def test_two_withheld_numbers_that_their_sum_leaves_one_value_each_are_not_told_by_it() -> None:
    told = Reply()
    for number, role in ((WITHHELD, "constable"), (WITHHELD, "sergeant"), (4, "staff")):
        told.cell(number, role=role)
    told.total(6, "Table 1")
    both = Query("both", "total", "Both", "cases", where={"role": ("constable", "sergeant")})
    result = run(told, survey=definition(both))
    assert figure(result, role=("constable", "sergeant")) == (2, 2) and "disclosure" in kinds(result)
    (shown,) = map(public, findings(result, both))
    assert (shown.value.lo, shown.value.hi) == (2, 8)
    total = replace(both, name="total", where={"role": ("staff",)})
    assert [issue.blocks for issue in against(run(told), TOTAL, total)] == ["publish"]


def test_a_sum_of_withheld_numbers_that_leaves_each_of_them_open_is_shown_as_close_as_it_is() -> None:
    told = Reply()
    for number, role in ((WITHHELD, "constable"), (WITHHELD, "sergeant"), (4, "staff")):
        told.cell(number, role=role)
    told.total(9, "Table 1")
    both = Query("both", "total", "Both", "cases", where={"role": ("constable", "sergeant")})
    result = run(told, survey=definition(both))
    (shown,) = map(public, findings(result, both))
    assert (shown.value.lo, shown.value.hi) == (5, 5) and "disclosure" not in kinds(result)


def test_kinds_printed_openly_are_shown_together_whatever_a_finer_table_withholds() -> None:
    told = Reply()
    for outcome, number in (("warning", 15), ("advice", 13), ("left", 3)):
        told.cell(number, "by outcome", outcome=outcome)
    told.total(31, "by outcome")
    for role, number in (("constable", 4), ("sergeant", WITHHELD), ("staff", 9)):
        told.cell(number, "both", role=role, outcome="warning")
    both = Query("both", "total", "Both", "cases", where={"outcome": ("warning", "advice")})
    (found,) = map(public, findings(run(told, survey=definition(both)), both))
    assert (found.value.lo, found.value.hi) == (28, 28)


def test_a_number_withheld_as_one_that_its_words_already_tell_is_nothing_to_ask_about() -> None:
    told = Reply()
    told.cell((1, 1), role="constable")
    told.cell(6, role="staff")
    told.total(7, "Table 1")
    assert "disclosure" not in kinds(run(told)) and against(run(told), ROLES, TOTAL) == []


def test_what_stands_against_publishing_says_what_to_do_by_what_was_decided() -> None:
    result = run(reply(), survey=definition(ROLES, TOTAL))
    (asked,) = [choice for choice in result.choices if choice.kind == "disclosure"]
    (issue,) = against(result, ROLES, TOTAL)
    assert issue.next.startswith(f"Decide {asked.id}, or take a finding out")
    (still,) = against(result, ROLES, TOTAL, **{asked.id: "withhold"})
    assert still.next.startswith("Take a finding out")


OPENLY = [Query(role, "total", role, "cases", where={"role": (role,)}) for role in ("sergeant", "staff")]
"""The numbers of `reply` that are printed; with the total they tell the one that is not."""


def test_figures_of_another_measure_in_the_same_unit_give_nothing_away() -> None:
    other = replace(CASES, id="complaints", label="complaints")
    survey = definition(*OPENLY, replace(TOTAL, measure="complaints"))
    survey = replace(survey, codebook=replace(survey.codebook, measures=(CASES, other)))
    told = reply()
    told.says(9, measure="complaints")
    assert [issue.blocks for issue in against(run(told), *OPENLY, TOTAL)] == ["publish"]
    result = run(told, survey=survey)
    computed = compute(survey, result.accounts, result.outcomes)
    assert not result.accounts.give_away(map(public, computed), {}, Names({}))


def test_a_finding_to_which_a_body_gives_nothing_gives_nothing_of_it_away() -> None:
    silent = Reply(body="rehearsal-08")
    silent.says(3)
    survey = definition(*OPENLY, replace(TOTAL, where={"outcome": ("left",)}), bodies=2)
    result = run(reply(), silent, survey=survey)
    computed = compute(survey, result.accounts, result.outcomes)
    assert not result.accounts.give_away(map(public, computed), {}, Names({}))


def test_a_withheld_total_that_its_printed_cells_add_to_is_asked_about_and_not_shown() -> None:
    told = Reply()
    for role, left, warned in (("constable", 6, 0), ("sergeant", 4, 3)):
        told.cell(left, role=role, outcome="left")
        told.cell(warned, role=role, outcome="warning")
    told.total(WITHHELD, "Table 1", outcome="warning")
    warned = Query("warned", "breakdown", "Warned", "cases", where={"outcome": ("warning",)}, by="role")
    result = run(told, survey=definition(warned))
    assert figure(result, outcome="warning") == (3, 3) and "disclosure" in kinds(result)
    assert [issue.blocks for issue in against(result, warned)] == ["publish"]
    support = result.accounts.support(BODY, "cases", {"outcome": ("warning",)})
    assert support is not None and support.public is not None and support.public.hi == 4


def test_a_withheld_total_is_given_away_by_the_total_of_all_and_the_other_kinds() -> None:
    told = Reply()
    for role, left, warned in (("constable", 0, 6), ("sergeant", 4, 0)):
        told.cell(left, role=role, outcome="left")
        told.cell(warned, role=role, outcome="warning")
    told.total(WITHHELD, "Table 1", outcome="left")
    told.total(10, "Table 1")
    outcomes = Query("outcomes", "breakdown", "Outcomes", "cases", by="outcome")
    assert [issue.blocks for issue in against(run(told), outcomes)] == ["publish"]
    warned = Query("warned", "total", "Warned", "cases", where={"outcome": ("warning",)})
    assert against(run(told), warned) == []


def test_a_withheld_total_is_given_away_by_the_sum_that_we_make_of_the_rows_and_the_other_kinds() -> None:
    told = Reply()
    for role, left, warned in (("constable", 1, 1), ("sergeant", 0, 0), ("staff", 1, 0)):
        told.cell(left, role=role, outcome="left")
        told.cell(warned, role=role, outcome="warning")
    told.total(WITHHELD, "Table 1", outcome="left")
    told.total(1, "Table 1", outcome="warning")
    outcomes = Query("outcomes", "breakdown", "Outcomes", "cases", by="outcome")
    assert [issue.blocks for issue in against(run(told), outcomes)] == ["publish"]


def test_a_sum_that_narrows_withheld_numbers_and_tells_none_of_them_is_shown_as_it_is() -> None:
    """Six for both leaves each of them two to four: neither is told, and the sum is closer than two to eight."""
    told = Reply()
    for number, role in ((WITHHELD, "constable"), (WITHHELD, "sergeant"), (4, "staff")):
        told.cell(number, role=role)
    told.total(10, "Table 1")
    both = Query("both", "total", "Both", "cases", where={"role": ("constable", "sergeant")})
    (shown,) = map(public, findings(run(told, survey=definition(both)), both))
    assert (shown.value.lo, shown.value.hi) == (6, 6)


def test_a_rounded_number_is_not_withheld_and_may_be_told_by_what_else_is_said() -> None:
    told = Reply()
    told.cell(Count(Decimal(8), Decimal(12), "cases", "rounded"), role="constable")
    told.cell(3, role="sergeant")
    told.cell(4, role="staff")
    told.total(16, "Table 1")
    both = Query("both", "total", "Both", "cases", where={"role": ("constable", "sergeant")})
    (shown,) = map(public, findings(run(told, survey=definition(both)), both))
    assert (shown.value.lo, shown.value.hi) == (12, 12)


def test_what_may_be_worked_out_is_counted_in_words_and_the_first_five_are_quoted() -> None:
    told = Reply()
    outcomes = ("dismissed", "resigned", "retired", "warning", "advice")
    for number, outcome in enumerate(outcomes, start=1):
        told.cell(WITHHELD, role="constable", outcome=outcome, quote=f"<{number}5")
        told.cell(6, role="staff", outcome=outcome)
        told.total(8, "Table 1", outcome=outcome)
    told.cell(WITHHELD, "Table 2", role="sergeant", nature="leak", quote="<75")
    told.cell(5, "Table 2", role="staff", nature="leak")
    told.total(7, "Table 2", nature="leak")
    result = run(told)
    (asked,) = [choice for choice in result.choices if choice.kind == "disclosure"]
    (note,) = [issue for issue in result.issues if issue.kind == "protected-cell"]
    assert asked.question.startswith("6 numbers") and note.what.startswith("6 numbers")
    assert "“<55”" in asked.question and "“<75”" not in asked.question
    (one,) = [issue for issue in run(reply()).issues if issue.kind == "protected-cell"]
    assert one.what.startswith("A number ")


def test_what_stands_against_publishing_is_a_note_once_a_person_allowed_it() -> None:
    result = run(reply(), survey=definition(ROLES, TOTAL))
    (asked,) = [choice for choice in result.choices if choice.kind == "disclosure"]
    severities = [
        against(result, ROLES, TOTAL, **{asked.id: answer})[0].severity for answer in ("publish", "withhold")
    ]
    assert [against(result, ROLES, TOTAL)[0].severity, *severities] == ["blocking", "note", "blocking"]


def test_the_size_of_a_rate_is_no_number_of_cases_from_which_a_withheld_one_follows() -> None:
    size = Denominator(BODY, "staff", "2010", Decimal(900), "people", "https://s.example", "2012-01-01", {})
    query = Query(
        "rate",
        "rate",
        "Rate",
        "cases",
        where={"role": ("sergeant",)},
        denominator="staff",
        denominator_year="2010",
    )
    survey = replace(definition(query), denominators=(size,))
    told = Reply()
    for number, role in ((WITHHELD, "constable"), (12, "sergeant"), (4, "staff")):
        told.cell(number, role=role)
    told.total(19, "Table 1")
    result = run(told, survey=survey)
    computed = compute(survey, result.accounts, result.outcomes)
    assert result.accounts.give_away(map(public, computed), {}, Names({})) == []


def test_a_number_printed_openly_in_one_table_is_shown_though_another_withholds_it() -> None:
    told = Reply()
    told.cell(WITHHELD, "Table 1", role="constable")
    told.cell(3, "Table 2", role="constable")
    one = Query("one", "total", "One", "cases", where={"role": ("constable",)})
    (found,) = findings(run(told, survey=definition(one)), one)
    assert found.supports[0].public is None and (found.value.lo, found.value.hi) == (3, 3)
