"""Officers only where all were asked for, allegations where findings were: added only where a person says so."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import Codebook, OneOf

from .build import BODY, CASES, ROLE, Reply, definition, figure, kinds, notes, run, year

OFFICERS = "figures relate to officers only"
WITHIN = {"role": OneOf(("officer",), OFFICERS)}


def officers_only(**more: object) -> Reply:
    reply = Reply()
    for number, rank in ((8, "constable"), (4, "sergeant")):
        reply.cell(number, role=rank)
    reply.total(12, "Table 1")
    reply.observations = [replace(seen, scope=OFFICERS, within=WITHIN) for seen in reply.observations]
    return reply


def test_figures_of_a_part_make_no_total_until_someone_says_so() -> None:
    result = run(officers_only())
    assert figure(result) is None and "other-scope" in notes(result)
    assert figure(result, role="officer") == (12, 12)
    assert figure(result, role="constable") == (8, 8)
    (choice,) = result.choices
    assert choice.kind == "counted-as"


def test_counted_as_all_they_say_so_with_every_figure() -> None:
    (choice,) = run(officers_only()).choices
    decided = run(officers_only(), answers={choice.id: "yes"})
    for where in ({}, {"role": ("constable",)}):
        support = decided.accounts.support(BODY, "cases", where)
        assert support is not None and choice.id in support.judgements
        assert any("counted as all cases" in caveat for caveat in support.caveats)
    assert figure(decided) == (12, 12)
    assert figure(run(officers_only(), answers={choice.id: "no"})) is None


def test_a_part_beside_the_whole_is_no_contradiction() -> None:
    reply = officers_only()
    reply.says(15)
    result = run(reply)
    assert figure(result) == (15, 15) and figure(result, role="officer") == (12, 12)
    assert not kinds(result)
    assert figure(result, "true", role="staff") == (0, 3)


def test_two_totals_of_other_words_on_whom_they_cover_are_asked_about_as_readings() -> None:
    reply = Reply()
    reply.says(12, scope="figures exclude agency staff")
    reply.says(15)
    result = run(reply)
    (choice,) = result.choices
    assert choice.kind == "reading" and "exclude agency staff" in choice.question
    assert figure(result) == (12, 15)


def test_allegations_are_not_findings_until_someone_says_so() -> None:
    found = replace(definition(), codebook=Codebook(1, (ROLE,), (replace(CASES, stage="found"),)))
    reply = Reply()
    reply.observations.append(replace(reply.says(9), stage="alleged"))
    del reply.observations[0]
    result = run(reply, survey=found)
    assert figure(result) is None and "other-stage" in notes(result)
    (choice,) = result.choices
    decided = run(reply, survey=found, answers={choice.id: "yes"})
    support = decided.accounts.support(BODY, "cases", {})
    assert support is not None and support.caveats == ("scope: alleged counted as found",)
    assert figure(decided) == (9, 9)


def test_recorded_and_decided_years_are_never_added() -> None:
    survey = replace(definition(), codebook=Codebook(1, (ROLE,), (replace(CASES, dated_by="recorded"),)))
    reply = Reply()
    for number, at in ((3, 2009), (2, 2010), (4, 2011)):
        reply.cell(number, "recorded", period=year(at, "recorded"))
        reply.cell(number + 1, "decided", period=year(at, "decided"))
    result = run(reply, survey=survey)
    assert figure(result) == (9, 9)
    (choice,) = result.choices
    assert choice.kind == "counted-as"


def test_bodies_that_date_their_cases_differently_are_not_published_in_one_sum_unasked() -> None:
    replies = [Reply(body=BODY), Reply(body="rehearsal-08")]
    for reply, way in zip(replies, ("recorded", "decided"), strict=True):
        for at in (2009, 2010, 2011):
            reply.cell(3, period=year(at, way))
    result = run(*replies, survey=definition(bodies=2))
    (issue,) = [one for one in result.issues if one.kind == "other-dates"]
    assert issue.blocks == "publish" and "dated_by" in issue.next
    support = result.accounts.support(BODY, "cases", {})
    assert support is not None and support.caveats == ("dated by: when they were recorded",)
    said = replace(definition(bodies=2), codebook=Codebook(1, (ROLE,), (replace(CASES, dated_by="recorded"),)))
    asked = run(*replies, survey=said)
    assert "other-dates" not in notes(asked) and kinds(asked) == ["counted-as"]


def stages(*told: tuple[int, str, str]) -> Reply:
    """A letter that tells numbers, each at a stage, of a role if one is given."""
    reply = Reply()
    for number, stage, role in told:
        reply.says(number, **({"role": (role,)} if role else {}))
        reply.observations[-1] = replace(reply.observations[-1], stage=stage)
    return reply


FOUND = replace(definition(), codebook=Codebook(1, (ROLE,), (replace(CASES, stage="found"),)))


def test_beside_cases_at_other_stages_a_silent_number_is_asked_about() -> None:
    result = run(stages((44, "", ""), (30, "found", "")), survey=FOUND)
    assert figure(result) == (30, 30)
    (choice,) = result.choices
    assert choice.kind == "counted-as" and "44" in choice.question and not choice.settled


def test_a_number_that_all_stages_add_up_to_is_of_them_all_and_nobody_is_asked() -> None:
    result = run(
        stages((30, "", ""), (9, "found", ""), (17, "not found", ""), (4, "under investigation", "")), survey=FOUND
    )
    assert figure(result) == (9, 9)
    assert all(choice.settled for choice in result.choices) and "other-stage" in notes(result)


def test_a_breakdown_no_larger_than_what_was_found_divides_it() -> None:
    result = run(stages((30, "found", ""), (20, "", "officer"), (10, "", "staff")), survey=FOUND)
    assert figure(result) == (30, 30) and figure(result, role="officer") == (20, 20)
    assert not result.choices


def test_a_breakdown_larger_than_what_was_found_is_asked_about() -> None:
    result = run(stages((5, "found", ""), (4, "", "officer"), (3, "", "staff")), survey=FOUND)
    assert figure(result) == (5, 5) and result.choices


def test_the_same_kind_told_twice_is_no_larger_breakdown() -> None:
    result = run(stages((5, "found", ""), (4, "", "officer"), (4, "", "officer")), survey=FOUND)
    assert figure(result) == (5, 5) and not result.choices


def test_a_breakdown_of_what_was_found_in_all_years_divides_it() -> None:
    reply = Reply()
    for at, number in enumerate((63, 88, 97)):
        reply.total(number, "Proven cases", period=year(2009 + at))
    reply.observations = [replace(seen, stage="found") for seen in reply.observations]
    reply.cell(158, "Table 2", role="officer")
    reply.cell(90, "Table 2", role="staff")
    reply.total(248, "Table 2")
    result = run(reply, survey=FOUND)
    assert figure(result) == (248, 248) and figure(result, role="staff") == (90, 90)
    assert not result.choices


def test_a_breakdown_that_says_no_stage_is_asked_about_too() -> None:
    result = run(stages((12, "", "officer"), (6, "found", "officer")), survey=FOUND)
    assert figure(result, role="officer") == (6, 6)
    assert [choice.kind for choice in result.choices] == ["counted-as"]


def in_years(*told: tuple[int, str, str, int]) -> Reply:
    """As `stages`, each number of a year."""
    reply = Reply()
    for number, stage, role, at in told:
        reply.says(number, period=year(at), **({"role": (role,)} if role else {}))
        reply.observations[-1] = replace(reply.observations[-1], stage=stage)
    return reply


def test_what_is_larger_than_what_was_found_in_its_own_year_divides_nothing_of_another_year() -> None:
    result = run(in_years((10, "", "", 2009), (4, "found", "", 2009), (12, "found", "", 2010)), survey=FOUND)
    assert figure(result, period=year(2009)) == (4, 4) and figure(result, period=year(2010)) == (12, 12)
    assert [choice.kind for choice in result.choices if not choice.settled] == ["counted-as"]


def test_a_number_of_a_year_of_which_nothing_found_is_told_is_asked_about() -> None:
    result = run(in_years((10, "", "", 2009), (12, "found", "", 2010)), survey=FOUND)
    assert figure(result, period=year(2009)) is None
    assert [choice.kind for choice in result.choices if not choice.settled] == ["counted-as"]


def test_a_breakdown_of_each_year_divides_what_was_found_in_it() -> None:
    told = [(7, "found", "", 2009), (5, "", "officer", 2009), (2, "", "staff", 2009)]
    result = run(in_years(*told, (9, "found", "", 2010), (9, "", "officer", 2010)), survey=FOUND)
    assert not result.choices
    assert figure(result, role="officer", period=year(2009)) == (5, 5)
    assert figure(result, role="officer", period=year(2010)) == (9, 9)


def test_all_stages_of_one_year_add_up_to_the_number_of_that_year_only() -> None:
    told = [(30, "", "", 2009), (9, "found", "", 2009), (21, "not found", "", 2009)]
    result = run(
        in_years(*told, (30, "", "", 2010), (9, "found", "", 2010), (8, "not found", "", 2010)), survey=FOUND
    )
    assert figure(result, period=year(2009)) == (9, 9) and figure(result, period=year(2010)) == (9, 9)
    asked = [choice for choice in result.choices if not choice.settled]
    assert len(asked) == 1 and [place.quote for place in asked[0].locators] == ["30 [] 4"]


def by_date(name: str, basis: str, *numbers: int) -> Reply:
    """A table of the years under one date, with its total."""
    reply = Reply(name)
    for at, number in enumerate(numbers):
        reply.total(number, "Table 1", period=replace(year(2009 + at), basis=basis))
    reply.observations = [replace(seen, role="cell") for seen in reply.observations]
    reply.total(sum(numbers), "Table 1")
    return reply


def test_two_tables_that_count_by_other_dates_are_no_twins() -> None:
    result = run(by_date("a.pdf", "recorded", 12, 15, 17), by_date("b.pdf", "decided", 10, 16, 15))
    (choice,) = result.choices
    assert choice.kind == "reading" and "date recorded" in choice.question and "decided" in choice.question


def test_of_two_dates_the_one_that_was_asked_for_counts_and_its_total_with_it() -> None:
    for wanted, total in (("recorded", 44), ("decided", 41)):
        survey = replace(definition(), codebook=Codebook(1, (ROLE,), (replace(CASES, dated_by=wanted),)))
        result = run(
            by_date("a.pdf", "recorded", 12, 15, 17), by_date("b.pdf", "decided", 10, 16, 15), survey=survey
        )
        assert figure(result) == (total, total)
        assert all(choice.settled for choice in result.choices)
