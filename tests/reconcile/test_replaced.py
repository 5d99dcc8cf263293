"""An earlier answer that a later letter says it replaces: the later stands where it gives all of it anew."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import Locator, TextPlace, VersionSeen

from .build import Reply, figure, kinds, notes, run

RULE = "foots-to-printed-total"


def table(reply: Reply, **numbers: int) -> Reply:
    """Numbers by role with their total, as a rule accepted them."""
    reply.total(sum(numbers.values()), "by role")
    for role, number in numbers.items():
        reply.cell(number, "by role", role=role)
    reply.observations = [replace(seen, accepted_by=RULE) for seen in reply.observations]
    return reply


def first() -> Reply:
    return table(Reply("answer.eml", date="2014-03-01"), officer=12, staff=8)


def claims(reply: Reply, kind: str = "corrected") -> Reply:
    """The reply with the words that it replaces the first answer."""
    words = Locator(reply.document, TextPlace("body", 0, 20), "This replaces our letter of 1 March.")
    reply.version = VersionSeen(kind, (), words, words)
    return reply


def later(name: str = "second.eml", date: str = "2014-05-01", **numbers: int) -> Reply:
    return claims(table(Reply(name, date=date), **(numbers or {"officer": 15, "staff": 9})))


def test_the_later_answer_stands_and_says_which_it_replaces() -> None:
    result = run(first(), later())
    assert figure(result) == (24, 24) and figure(result, role="officer") == (15, 15)
    (choice,) = result.choices
    assert choice.settled == "second.eml" and "version" in notes(result)
    (issue,) = [one for one in result.issues if one.kind == "version"]
    assert "second.eml replaces answer.eml" in issue.what and issue.severity == "note"


def test_a_person_may_take_the_first_answer_all_the_same() -> None:
    (choice,) = run(first(), later()).choices
    result = run(first(), later(), answers={choice.id: "answer.eml"})
    assert figure(result) == (20, 20) and figure(result, role="staff") == (8, 8)


def test_what_the_later_does_not_give_anew_is_asked_about() -> None:
    result = run(first(), later(officer=20))
    assert kinds(result)[0] == "version" and not result.choices[0].settled
    assert figure(result, role="staff") == (0, 8)


def test_an_answer_of_a_later_day_is_not_replaced_by_an_earlier_one() -> None:
    result = run(first(), later(date="2014-02-01"))
    assert not result.choices[0].settled and figure(result) == (20, 24)


def test_two_letters_that_each_replace_another_are_asked_about() -> None:
    third = later("third.eml", "2014-06-01", officer=16, staff=9)
    assert not any(choice.settled for choice in run(first(), later(), third).choices)


def test_a_correction_that_does_not_say_what_it_replaces_is_asked_about() -> None:
    second = later()
    second.version = VersionSeen("corrected")
    result = run(first(), second)
    assert not result.choices[0].settled and figure(result) == (20, 24)
