"""Numbers that a body withheld: shown as it gave them, worked out for the desk only, kept from the site."""

from __future__ import annotations

from foidesk.findings import compute, public
from foidesk.model import Finding, Issue, Query
from foidesk.reconcile import Names, Reconciled

from .build import BODY, Reply, definition, figure, kinds, run

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
