"""Units that bind each other, and what several bodies cannot share."""

from __future__ import annotations

from dataclasses import replace

from foidesk.findings import compute
from foidesk.model import Codebook, Measure, PublicBody, SurveyDefinition

from .build import CASES, NATURE, OUTCOME, ROLE, Reply, definition, figure, notes, reading_choice, run

PEOPLE = Measure("people", "people", "people", at_most="cases", because="one person can be in several cases")
SURVEY = replace(definition(), codebook=Codebook(1, (ROLE, OUTCOME, NATURE), (CASES, PEOPLE)))


def test_people_are_at_most_cases_where_the_codebook_says_so_and_why() -> None:
    reply = Reply()
    reply.says(8)
    reply.says((5, None), measure="people")
    result = run(reply, survey=SURVEY)
    assert figure(result, "true", measure="people") == (5, 8)
    support = result.accounts.support(reply.body, "people", {}, "true")
    assert (
        support is not None and "people are at most cases: one person can be in several cases" in support.caveats
    )
    assert figure(result, measure="people") == (5, None)


def test_more_people_than_cases_is_raised_and_labelled_contradicted() -> None:
    reply = Reply()
    reply.says(8)
    reply.says(9, measure="people")
    result = run(reply, survey=SURVEY)
    (issue,) = [one for one in result.issues if one.kind == "relation"]
    assert "9 people and 8 cases" in issue.what and len(issue.locators) == 2
    support = result.accounts.support(reply.body, "cases", {})
    assert support is not None and any(one.startswith("contradicted") for one in support.caveats)


def _two(*names: str) -> SurveyDefinition:
    bodies = tuple(PublicBody(f"rehearsal-{n:02}", name) for n, name in enumerate(names, 7))
    return replace(definition(), bodies=bodies)


def test_a_list_under_two_bodies_is_raised() -> None:
    mine, theirs = Reply("mine.csv"), Reply("theirs.csv", body="rehearsal-08")
    for reply in (mine, theirs):
        for number in range(4):
            reply.row(role="officer", quote=f"RH-{number}/09 officer warned in June {number}")
    result = run(mine, theirs, survey=_two("Alphaton", "Betaford"))
    (issue,) = [one for one in result.issues if one.kind == "same-list"]
    assert "4 rows of mine.csv" in issue.what and "theirs.csv" in issue.what


def test_a_file_from_two_bodies_is_raised_and_one_that_says_nothing_is_not() -> None:
    mine, theirs = Reply("reply.pdf", sha="one"), Reply("reply.pdf", body="rehearsal-08", sha="one")
    mine.says(3)
    theirs.observations = mine.observations
    held = run(mine, _Renamed(theirs), survey=_two("Alphaton", "Betaford"))
    assert "same-list" in notes(held)


class _Renamed(Reply):
    """The same bytes, delivered once more."""

    def __init__(self, other: Reply) -> None:
        self.__dict__.update(other.__dict__)

    def delivery(self):  # type: ignore[no-untyped-def]
        return replace(super().delivery(), id="d-one")


def test_one_name_of_two_bodies_is_raised() -> None:
    assert "same-body" in notes(run(Reply(), survey=_two("Alphaton Council", "alphaton  council")))
    assert "same-body" not in notes(run(Reply(), survey=_two("Alphaton Council", "Betaford Council")))


def test_a_body_whose_only_figure_waits_for_a_person_is_named_in_the_finding() -> None:
    waits, told = Reply(), Reply(body="rehearsal-08")
    waits.says(5, choice="asked", option="yes")
    waits.choices.append(reading_choice("asked", (("yes", (waits.observations[0].id,)), ("no", ()))))
    told.says(7)
    survey = definition(bodies=2)
    for answers, said in (({}, 1), ({"asked": "yes"}, 0)):
        result = run(waits, told, survey=survey, answers=answers)
        (finding,) = compute(survey, result.accounts, result.outcomes)
        assert (
            len([words for words in finding.caveats if "waits for a person: Rehearsal Force 07" in words]) == said
        )
