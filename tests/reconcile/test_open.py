"""Open questions, other units, several variables, outcomes."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foidesk.model import AllOf, Basis, Missing, Query, StatusSeen

from .build import Reply, definition, figure, notes, reading_choice, run

PEOPLE = definition(Query("total", "total", "Cases", "cases"), people=True)


def two_readings() -> Reply:
    """A row that is either one case or a heading that is no data, beside nine sure ones."""
    reply = Reply()
    for _ in range(9):
        reply.row(role="officer")
    seen = reply.row(role="staff", choice="c1", option="case")
    reply.choices.append(reading_choice("c1", (("case", (seen.id,)), ("no data", ()))))
    return reply


@pytest.mark.parametrize(("answer", "expected"), [(None, (9, 10)), ("case", (10, 10)), ("no data", (9, 9))])
def test_an_open_reading_spans_its_options(answer: str | None, expected: tuple[int, int]) -> None:
    answers = {"c1": answer} if answer else {}
    result = run(two_readings(), answers=answers)
    assert figure(result) == expected


def test_a_figure_that_hangs_on_an_open_reading_says_so() -> None:
    support = run(two_readings()).accounts.support("rehearsal-07", "cases", {})
    assert support is not None and "undecided: What is it?" in support.caveats


def test_too_many_open_readings_stay_true_if_wide() -> None:
    reply = Reply()
    for number in range(8):
        seen = reply.row(role="officer", choice=f"c{number}", option="case")
        reply.choices.append(reading_choice(f"c{number}", (("case", (seen.id,)), ("no data", ()))))
    assert figure(run(reply)) == (0, 8)


def test_people_do_not_stand_for_cases_until_someone_says_so() -> None:
    reply = Reply()
    reply.says(21, measure="people")
    result = run(reply, survey=PEOPLE)
    assert figure(result) is None and figure(result, measure="people") == (21, 21)
    assert result.accounts.answered("cases") == ()
    (choice,) = result.choices
    assert choice.kind == "counted-as" and "other-unit" in notes(result)
    decided = run(reply, survey=PEOPLE, answers={choice.id: "yes"})
    support = decided.accounts.support("rehearsal-07", "cases", {})
    assert support is not None and support.value.lo == 21 and support.value.unit == "cases"
    assert support.caveats == ("people counted as cases",) and support.judgements == (choice.id,)
    assert figure(run(reply, survey=PEOPLE, answers={choice.id: "no"})) is None


def test_cases_and_people_of_one_body_are_two_figures() -> None:
    reply = Reply()
    reply.says(24)
    reply.says(21, measure="people")
    result = run(reply, survey=PEOPLE)
    assert figure(result) == (24, 24) and not result.choices


def test_a_row_of_several_natures_is_one_case_of_each() -> None:
    reply = Reply()
    reply.row(nature=AllOf(("abuse", "leak")))
    reply.row(nature="leak")
    result = run(reply)
    assert figure(result) == (2, 2)
    assert figure(result, nature="abuse") == (1, 1)
    assert figure(result, nature="leak") == (2, 2)
    assert figure(result, nature=("abuse", "leak")) == (2, 2)


def test_cells_of_several_natures_are_no_partition() -> None:
    reply = Reply()
    reply.says(10)
    reply.cell(7, nature="abuse")
    reply.cell(6, nature="leak")
    result = run(reply)
    assert not result.choices
    assert figure(result, nature=("abuse", "leak")) == (7, 10)
    assert figure(result, nature="not stated") == (0, 3)


def test_two_variables_in_no_common_table_are_bounded() -> None:
    reply = Reply()
    reply.cell(54, "Roles", role="officer")
    reply.cell(20, "Roles", role="staff")
    reply.cell(46, "Outcomes", outcome="advice")
    reply.cell(28, "Outcomes", outcome="left")
    result = run(reply)
    assert figure(result, "true", role="officer", outcome="advice") == (26, 46)
    assert figure(result, role="officer", outcome="advice") == (26, 46)


def test_a_cross_table_answers_both_variables_at_once() -> None:
    reply = Reply()
    for role, outcome, value in (("officer", "left", 3), ("officer", "advice", 4), ("staff", "left", 2)):
        reply.cell(value, role=role, outcome=outcome)
    result = run(reply)
    assert figure(result, role="officer", outcome="left") == (3, 3)
    assert figure(result, role="officer") == (7, 7)
    assert figure(result, outcome="left") == (5, 5)


def test_tables_that_state_different_kinds_are_taken_together() -> None:
    reply = Reply()
    reply.says(43)
    reply.cell(26, outcome="advice")
    reply.says(1, outcome="warning", role="staff")
    reply.says(1, outcome="resigned", role="constable")
    result = run(reply)
    assert figure(result, outcome="left") == (1, 1)
    assert figure(result, outcome=("left", "warning", "advice")) == (28, 28)
    assert figure(result, outcome="not stated") == (15, 15)


def test_a_part_larger_than_its_whole_is_a_contradiction() -> None:
    reply = Reply()
    reply.says(20)
    reply.cell(2, "Groups", outcome="left")
    reply.cell(18, "Groups", outcome="advice")
    reply.cell(3, "Left", outcome="resigned")
    reply.cell(1, "Left", outcome="dismissed")
    result = run(reply)
    assert any("a part is larger than its whole" in choice.question.lower() for choice in result.choices)
    assert figure(result, outcome="left") == (2, 4)


def test_the_basis_travels_with_the_figure() -> None:
    survey = replace(
        definition(), bases=(Basis("rehearsal-07", "", "published"), Basis("rehearsal-07", "role", "rehearsal"))
    )
    reply = Reply()
    reply.cell(3, role="officer")
    reply.cell(2, role="staff")
    result = run(reply, survey=survey)
    total = result.accounts.support("rehearsal-07", "cases", {})
    roles = result.accounts.support("rehearsal-07", "cases", {"role": ("staff",)})
    assert total is not None and total.basis == ("published",)
    assert roles is not None and roles.basis == ("rehearsal",)


def outcome(reply: Reply | None, question: str) -> str:
    result = run(*([reply] if reply else []))
    return next(one.outcome for one in result.outcomes if one.question == question)


def test_outcomes_keep_the_kinds_of_silence_apart() -> None:
    assert outcome(None, "q1") == "no reply"
    assert outcome(Reply(), "q1") == "no answer found"
    refusing = Reply()
    refusing.statuses.append(StatusSeen("", "refused", "12(1)", "FOIA 2000"))
    assert outcome(refusing, "q1") == "refused"
    (first, *_) = run(refusing).outcomes
    assert (first.section, first.act) == ("12(1)", "FOIA 2000")
    full = Reply()
    full.says(8)
    assert outcome(full, "q1") == "full"
    assert outcome(full, "q2") == "no answer found"


def test_a_refusal_that_carries_numbers_is_partial() -> None:
    reply = Reply()
    reply.says(8)
    reply.statuses.append(StatusSeen("", "cost limit", "12(1)"))
    assert outcome(reply, "q1") == "partial"
    assert outcome(reply, "q2") == "cost limit"


def test_a_breakdown_with_a_rest_is_partial() -> None:
    reply = Reply()
    reply.says(8)
    reply.cell(3, role="officer")
    reply.cell(2, role="staff")
    assert outcome(reply, "q2") == "partial"


def test_a_value_in_another_unit_is_raised_and_counts_nowhere() -> None:
    reply = Reply()
    seen = reply.says(8)
    reply.observations[0] = replace(seen, value=replace(seen.value, unit="GBP"))  # type: ignore[type-var]
    result = run(reply)
    assert figure(result) is None and "other-unit" in notes(result)


def test_a_refused_prose_is_no_number() -> None:
    reply = Reply()
    reply.says(Missing("refused"), role="officer")
    assert figure(run(reply), role="officer") is None


def footed(*, doubtful: int, option: str = "as read") -> Reply:
    """A table that foots to 20, beside a number that may be a count or a telephone number."""
    reply = Reply()
    reply.cell(13, role="officer")
    reply.cell(7, role="staff")
    reply.total(20, "Table 1")
    seen = reply.says(doubtful, choice="c1", option=option)
    reply.choices.append(reading_choice("c1", ((option, (seen.id,)), ("no data", ()))))
    return reply


def test_a_reading_that_contradicts_a_footed_table_is_set_aside_and_stays_open() -> None:
    result = run(footed(doubtful=4523))
    assert figure(result) == (20, 20) and not result.choices
    support = result.accounts.support("rehearsal-07", "cases", {})
    assert support is not None and support.caveats == ("set aside: What is it?",)
    assert figure(run(footed(doubtful=4523), answers={"c1": "as read"})) == (20, 4523)


def test_what_a_breakdown_leaves_of_a_total_that_may_fall_is_unbounded() -> None:
    reply = Reply()
    reply.says(10)
    reply.cell(29, "list in 1", role="officer")
    reply.cell(2, "list in 1", role="staff")
    result = run(reply)
    assert [choice.kind for choice in result.choices] == ["contradiction"]
    assert figure(result, role="not stated") == (0, None)


def test_a_lone_statement_sets_nothing_aside() -> None:
    reply = Reply()
    reply.says(1)
    seen = reply.says(26, choice="c1", option="as read")
    reply.choices.append(reading_choice("c1", (("as read", (seen.id,)), ("no data", ()))))
    assert figure(run(reply)) == (1, 26)


def test_questions_that_only_follow_from_others_wait() -> None:
    reply = Reply()
    reply.cell(7, "Roles", role="officer")
    reply.cell(5, "Roles", role="staff")
    reply.total(12, "Roles")
    reply.says(15)
    result = run(reply)
    assert len(result.choices) == 1
    assert figure(result) == (12, 15)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["constable", "staff", "officer"]), st.integers(0, 3)), min_size=1, max_size=9
    )
)
def test_undecided_is_the_hull_of_all_decisions(rows: list[tuple[str, int]]) -> None:
    def reply() -> Reply:
        made = Reply()
        made.row(role="sergeant")
        for role, question in rows:
            more = {"choice": f"c{question}", "option": "case"} if question else {}
            seen = made.row(role=role, **more)
            if question:
                made.choices.append(reading_choice(f"c{question}", (("case", (seen.id,)), ("no data", ()))))
        return made

    questions = sorted({f"c{question}" for _, question in rows if question})
    decided = [
        run(reply(), answers=dict(zip(questions, answers, strict=True)))
        for answers in product(("case", "no data"), repeat=len(questions))
    ]
    undecided = run(reply())
    for asked in ({}, {"role": "constable"}, {"role": "officer"}):
        bounds = [figure(one, **asked) for one in decided]
        whole = figure(undecided, **asked)
        assert whole is not None and None not in bounds
        assert whole == (min(b[0] for b in bounds if b), max(b[1] or 0 for b in bounds if b))


def over_whole(*cells: tuple[int, str], total: int = -1) -> list[str]:
    reply = Reply()
    for number, role in cells:
        reply.cell(number, role=role)
    if total >= 0:
        reply.total(total, "Table 1")
    return [issue.what for issue in run(reply).issues if issue.kind == "part-over-whole"]


def test_a_part_larger_than_its_whole_is_raised_unless_the_total_says_that_they_stand_side_by_side() -> None:
    (told,) = over_whole((0, "officer"), (1, "constable"), (0, "staff"))
    assert told.startswith("A part is larger than its whole: 1 under 0.")
    assert over_whole((3, "officer"), (5, "constable"), (2, "staff"), total=12)
    assert not over_whole((3, "officer"), (5, "constable"), (2, "staff"), total=10)
    assert not over_whole((5, "officer"), (5, "constable"), (2, "staff"))
