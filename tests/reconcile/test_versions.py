"""Interim, corrected, after review, withdrawn: each of some questions only, and of nothing else."""

from __future__ import annotations

from foidesk.model import StatusSeen, VersionSeen
from foidesk.reconcile import Reconciled

from .build import BODY, Reply, definition, figure, kinds, notes, option, run


def first() -> Reply:
    """Answers to both questions."""
    reply = Reply("answer.eml", date="2014-03-01")
    reply.says(20)
    reply.cell(12, "by role", role="officer")
    reply.cell(8, "by role", role="staff")
    return reply


def reviewed(**numbers: int) -> Reply:
    """What a review gave anew of the second question."""
    reply = Reply("review.eml", date="2014-05-01")
    reply.version = VersionSeen("after review", ("q2",))
    for role, number in numbers.items():
        reply.cell(number, "by role", role=role)
    return reply


def test_a_review_of_one_question_leaves_the_answer_to_the_other() -> None:
    replies = first(), reviewed(officer=15, staff=5)
    result = run(*replies)
    assert kinds(result) == ["version"] and figure(result) == (20, 20)
    assert figure(result, role="officer") == (12, 15)
    (choice,) = result.choices
    (suggested,) = [one for one in choice.options if one.suggested]
    assert suggested.label == "review.eml stands (after review, q2)"
    result = run(*replies, answers={choice.id: suggested.id})
    assert figure(result) == (20, 20) and figure(result, role="officer") == (15, 15)


def test_a_correction_of_one_measure_leaves_the_others() -> None:
    whole, correction = first(), Reply("corrected.csv", date="2014-05-01")
    whole.says(7, measure="people")
    correction.cell(13, "by role", role="officer")
    correction.cell(7, "by role", role="staff")
    survey = definition(people=True)
    (choice,) = [one for one in run(whole, correction, survey=survey).choices if one.kind == "version"]
    answers = {choice.id: option(choice, "corrected.csv")}
    result = run(whole, correction, survey=survey, answers=answers)
    assert figure(result, measure="people") == (7, 7) and figure(result) == (20, 20)
    assert figure(result, role="officer") == (13, 13)


def taken_back(*questions: str) -> Reply:
    reply = Reply("withdrawal.eml", date="2014-05-01")
    reply.version = VersionSeen("withdrawn", questions)
    return reply


def said_of(result: Reconciled, **where: tuple[str, ...]) -> tuple[str, ...]:
    support = result.accounts.support(BODY, "cases", where)
    return () if support is None else tuple(support.caveats)


def test_what_a_body_takes_back_stays_and_says_so_until_a_person_decides() -> None:
    replies = first(), taken_back("q2")
    result = run(*replies)
    assert figure(result, role="officer") == (12, 12) and "withdrawn" in notes(result)
    assert any(words.startswith("since withdrawn") for words in said_of(result, role=("officer",)))
    assert not said_of(result)
    (choice,) = result.choices
    gone = run(*replies, answers={choice.id: "falls"})
    assert figure(gone) == (20, 20) and figure(gone, role="officer") is None
    kept = run(*replies, answers={choice.id: "stays"})
    assert said_of(kept, role=("officer",)) == ("used though the body has withdrawn it",)
    support = kept.accounts.support(BODY, "cases", {"role": ("officer",)})
    assert support is not None and support.judgements == (choice.id,) and "withdrawn" not in notes(kept)


def test_an_answer_taken_back_as_a_whole_leaves_nothing_but_what_came_after() -> None:
    again = Reply("again.eml", date="2014-06-01")
    again.says(21)
    replies = first(), taken_back(), again
    (choice,) = [one for one in run(*replies).choices if one.kind == "withdrawn"]
    result = run(*replies, answers={choice.id: "falls"})
    assert figure(result) == (21, 21) and figure(result, role="officer") is None


def test_cases_of_a_list_stay_cases_when_only_what_it_says_of_them_is_taken_back() -> None:
    listed = Reply("list.csv", date="2014-03-01")
    for _ in range(3):
        listed.row(role="officer", outcome="left")
    replies = listed, taken_back("q2")
    (choice,) = run(*replies).choices
    result = run(*replies, answers={choice.id: "falls"})
    assert figure(result) == (3, 3) and figure(result, outcome="left") == (3, 3)
    assert figure(result, role="officer") is None


def test_what_a_review_gives_is_no_longer_refused() -> None:
    refusal = Reply("answer.eml", date="2014-03-01")
    refusal.says(20)
    refusal.statuses.append(StatusSeen("q2", "refused", "s.31"))
    assert outcome_of(run(refusal)) == "refused"
    assert outcome_of(run(refusal, reviewed(officer=12, staff=8))) == "full"
    later = reviewed(officer=12, staff=8)
    later.version = None
    assert outcome_of(run(refusal, later)) == "partial"


def outcome_of(result: Reconciled) -> str:
    (found,) = [one.outcome for one in result.outcomes if one.question == "q2"]
    return found
