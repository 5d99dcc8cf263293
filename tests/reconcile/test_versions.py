"""Interim, corrected, after review, withdrawn: each of some questions only, and of nothing else."""

from __future__ import annotations

import pytest

from foidesk.model import StatusSeen, VersionSeen
from foidesk.reconcile import Reconciled

from .build import BODY, Reply, definition, figure, kinds, notes, option, run, year


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


def test_an_interim_answer_with_no_later_one_says_so_with_every_figure() -> None:
    early = first()
    early.version = VersionSeen("interim")
    result = run(early)
    assert figure(result) == (20, 20) and "interim" in notes(result)
    assert "not the last" in said_of(result)[0] and "not the last" in said_of(result, role=("officer",))[0]
    last = Reply("last.eml", date="2014-06-01")
    last.version = VersionSeen("final")
    last.says(22)
    later = run(early, last)
    (choice,) = later.choices
    assert not said_of(run(early, last, answers={choice.id: "last.eml"}))


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


def two(kind: str, other: str, *dates: str, names: tuple[str, str] = ("a.csv", "b.csv")) -> list[Reply]:
    """Two answers to the same question with other numbers, each of a kind of version, "" for none."""
    replies = [Reply(name, date=date) for name, date in zip(names, dates, strict=True)]
    for reply, version, number in zip(replies, (kind, other), (12, 15), strict=True):
        reply.version = VersionSeen(version) if version else None
        reply.cell(number, "by role", role="officer")
        reply.cell(20 - number, "by role", role="staff")
    return replies


def suggested(*replies: Reply) -> list[str]:
    """Which document is suggested, if a question on versions or twins is asked."""
    (choice,) = run(*replies).choices
    return [one.label.split()[0] for one in choice.options if one.suggested]


EARLY, LATE = "2014-03-01", "2014-05-01"


@pytest.mark.parametrize(
    ("kinds", "stands"),
    [
        (("interim", ""), "b.csv"), (("", "interim"), "a.csv"), (("", "final"), "b.csv"), (("final", ""), "a.csv"),
        (("final", "corrected"), "b.csv"), (("after review", "final"), "a.csv"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("dates", [(EARLY, LATE), (LATE, EARLY), ("", "")])
def test_what_a_letter_says_of_itself_goes_before_its_date(
    kinds: tuple[str, str], stands: str, dates: tuple[str, str]
) -> None:
    assert suggested(*two(*kinds, *dates)) == [stands]


def test_without_words_the_later_is_suggested_and_of_one_day_neither() -> None:
    assert suggested(*two("", "", EARLY, LATE)) == ["b.csv"]
    assert suggested(*two("", "", LATE, EARLY)) == ["a.csv"]
    assert suggested(*two("final", "final", EARLY, LATE)) == ["b.csv"]
    assert suggested(*two("corrected", "after review", EARLY, EARLY)) == []


def test_two_answers_of_one_day_are_no_versions_of_each_other() -> None:
    (choice,) = run(*two("", "", EARLY, EARLY)).choices
    assert choice.kind in ("twin", "contradiction")
    (choice,) = run(*two("", "", EARLY, "")).choices
    assert choice.kind in ("twin", "contradiction")


def test_of_two_yearly_releases_the_years_that_only_one_covers_stand_whichever_is_right() -> None:
    first, second = Reply("release 1.csv", date=EARLY), Reply("release 2.csv", date=LATE)
    for reply, years in ((first, (2009, 2010)), (second, (2010, 2011))):
        for at in years:
            number = 7 if reply is second and at == 2010 else 4
            reply.cell(number, "by role", role="officer", period=year(at))
            reply.cell(2, "by role", role="staff", period=year(at))
    (choice,) = [one for one in run(first, second).choices if one.kind == "version"]
    for words, between in (("release 1.csv", 4), ("release 2.csv", 7)):
        result = run(first, second, answers={choice.id: option(choice, words)})
        assert [figure(result, role="officer", period=year(at)) for at in (2009, 2010, 2011)] == [
            (4, 4), (between, between), (4, 4)
        ]  # fmt: skip


def test_what_comes_with_the_withdrawal_or_after_it_is_not_taken_back() -> None:
    back, inside, after = taken_back("q2"), Reply("new.csv", date=LATE), Reply("later.eml", date="2014-06-01")
    inside.parent = back.document
    inside.cell(10, "by role", role="officer")
    after.cell(10, "by role", role="staff")
    assert not [one for one in run(back, inside, after).choices if one.kind == "withdrawn"]


def test_a_mail_of_the_same_day_and_a_file_of_any_day_are_taken_back() -> None:
    for name, date in (("answer.eml", LATE), ("found later.csv", "2014-06-01"), ("undated.eml", "")):
        answer = Reply(name, date=date)
        answer.cell(10, "by role", role="officer")
        assert [one.kind for one in run(taken_back("q2"), answer).choices] == ["withdrawn"], name


def test_a_correction_of_other_questions_leaves_what_it_does_not_answer() -> None:
    """The letter corrects the roles; what it says of outcomes beside them is nothing of that question."""
    whole, correction = first(), reviewed(officer=15, staff=5)
    whole.cell(9, "by outcome", outcome="left")
    correction.version = VersionSeen("corrected", ("q2",))
    (choice,) = [one for one in run(whole, correction).choices if one.kind == "version"]
    result = run(whole, correction, answers={choice.id: option(choice, "review.eml")})
    assert figure(result) == (20, 20) and figure(result, outcome="left") == (9, 9)


def test_a_withdrawal_with_a_new_answer_attached_is_asked_about_once() -> None:
    back, inside = taken_back("q2"), Reply("new.csv", date=LATE)
    inside.parent = back.document
    inside.cell(15, "by role", role="officer")
    inside.cell(5, "by role", role="staff")
    asked = [one for one in run(first(), back, inside).choices if one.kind == "withdrawn"]
    assert [one.question.split()[0] for one in asked] == ["withdrawal.eml"]
