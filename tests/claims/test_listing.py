"""The figures of a story without a survey: what each counts, of whom, when, and whether it is a change."""

from __future__ import annotations

from typing import Any

import pytest

from foidesk.claims.listing import COLUMNS, listing


def told(text: str) -> dict[str, dict[str, Any]]:
    return {row["text"]: row for row in listing(text).rows()}


COUNTED = [
    ("Wardens who came within 18 weeks saw a rise in reported thefts of 36% (6,982).", "6,982", "reported thefts"),
    ("Alphaton recorded thefts of tools of 56,435 in 2019.", "56,435", "thefts"),
    ("There were 18,720 thefts in 2016/17, compared to 15,469 the previous year.", "15,469", "thefts"),
    ("Of those thefts, 69 per cent (3,141) were of tools.", "3,141", "thefts"),
    ("The number of seized dogs is closer to 75,000.", "75,000", "seized dogs"),
    ("It wrote to the 200 (out of a total of 207) local harbour offices.", "200", "local harbour offices"),
    ("It had 393 lost or stolen keys and 90 local and state agencies.", "393", "lost or stolen keys"),
    ("It had 393 lost or stolen keys and 90 local and state agencies.", "90", "local and state agencies"),
    ("It had 12 freedom of information requests.", "12", "freedom of information requests"),
    ("It wrote to 16% of offices (24 out of 155).", "24", "offices"),
    ("Of 61 museums, 14 had lost at least one vase, and two could not say.", "two", "museums"),
    ("It bought nets, of which two thirds were torn.", "two thirds", "share of nets"),
    ("It fined 4,362 under 18s.", "4,362", "under 18s"),
    ("Queues halved and the backlog dropped from 3,000 to 900.", "900", ""),
]


@pytest.mark.parametrize(("text", "figure", "unit"), COUNTED)
def test_a_number_that_names_no_noun_takes_that_of_its_sentence(text: str, figure: str, unit: str) -> None:
    assert told(text)[figure]["unit"] == unit


CHANGES = [
    ("Thefts rose by nearly 10% last year.", "nearly 10%", "up"),
    ("Thefts were up a staggering 21%.", "21%", "up"),
    ("It saw a 9.7% increase on 2016/17.", "9.7%", "up"),
    ("Visits more than doubled.", "more than doubled", "up"),
    ("There were 6,982 thefts, up 1,857 on the previous year.", "1,857", "up"),
    ("The number of fines handed down in Alphaton has increased by 16 per cent.", "16 per cent", "up"),
    ("It cut opening times by more than 230,000 hours.", "more than 230,000 hours", "down"),
    ("It lost 15% of its wardens and 23% of its clerks.", "23%", "down"),
    ("Fares went up by 40p.", "40p", "up"),
    ("It upheld 12% of complaints.", "12%", ""),
    ("Thefts rose to 12%.", "12%", ""),
    ("Alphaton’s numbers rose by 78 per cent, Betaford’s by 61 per cent.", "61 per cent", "up"),
    ("It saw the biggest decrease, 17%.", "17%", "down"),
    ("It was running at £190m, a rise of £30m (18%).", "18%", "up"),
    ("Overtime is 9 percent cheaper than new posts.", "9 percent", "lower"),
    ("Seven earned more than £3million.", "Seven", ""),
    ("The fines made up 12% of its income.", "12%", ""),
]


@pytest.mark.parametrize(("text", "figure", "change"), CHANGES)
def test_a_change_is_told_from_a_share(text: str, figure: str, change: str) -> None:
    assert told(text)[figure]["change"] == change


def test_a_change_has_both_its_ends() -> None:
    found = told("Thefts went up by 5.8 per cent, from 59,744 in 2011/12 to 63,199 in 2012/13.")
    change = found["5.8 per cent"]
    assert (change["change_from"], change["change_to"]) == ("2011/12", "2012/13")
    assert (found["59,744"]["period"], found["63,199"]["period"]) == ("2011/12", "2012/13")
    assert found["63,199"]["change"] == ""


def test_a_rate_says_what_it_is_told_for() -> None:
    found = told("That gives a rate of 55 thefts per 1,000 staff members, compared to last year’s rate of 51.")
    assert [(found[n]["kind"], found[n]["unit"]) for n in ("55", "51")] == [
        ("rate", "thefts per 1,000 staff members")
    ] * 2
    assert (found["55"]["period"], found["51"]["period"]) == ("", "last year")
    assert told("That is one theft every 18 minutes.")["one"]["unit"] == "theft per 18 minutes"
    assert told("It paid £12 over the course of a year.")["£12"]["per"] == ""


WHOSE = [
    ("The Gazette/UNION figures suggest that thefts were up 23%.", "23%", ""),
    ("Alphaton, Betaford and Gammaley NHS Foundation Trust had 3,272 thefts.", "3,272",
     "Alphaton, Betaford and Gammaley NHS Foundation Trust"),
    ("The Department for Woods, Farms and Rural Affairs lost 12 keys.", "12",
     "Department for Woods, Farms and Rural Affairs"),
    ("There were 68 thefts at the Royal Alphaton Trust and 147 in the Betaford Trust.", "147", "Betaford Trust"),
    ("The Alphaton Mail reported that over £5,000 went on tea.", "over £5,000", ""),
    ("The Water Board for Alphaton (WBA) spent £40,000.", "£40,000", "Water Board for Alphaton"),
    ("While Alphaton paid out in 88% of cases, 21 councils paid nothing.", "21", ""),
    ("As part of the 12 keys, Alphaton Council says nine were sold.", "12", "Alphaton Council"),
    ("Alphaton Council lost 12 keys. In 2019, it paid £600.", "£600", "Alphaton Council"),
    ("More than £60 was spent on nets by the Alphaton Trust.", "More than £60", "Alphaton Trust"),
    ("Alphaton Police used Tazzers on 49 occasions.", "49", "Alphaton Police"),
    ("Gammaley rose most - up 44% - with Betaford Council showing a decrease of 17%.", "17%", "Betaford Council"),
    ("Alphaton’s numbers rose by 78 per cent.", "78 per cent", "Alphaton"),
    ("There were 12 offices in England, Scotland and Wales.", "12", "England, Scotland and Wales"),
    ("Cash-strapped council spent £12 on nets.", "£12", ""),
    ("HOTSPOTS revealed as 12 dogs stolen", "12", ""),
    ("Home Office data shows 12 wardens have left.", "12", ""),
    ("Thefts were up, with the ONS saying the total 412 figure was a rise.", "412", ""),
    ("Data from the board shows 25 wardens left, including 10 in Alphaton.", "25", ""),
    ("The largest sum was £12 to a firm based in Betaford.", "£12", ""),
    ("Alphaton paid Gammaley Homes £12. The council spent £9 on nets.", "£9", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "entity"), WHOSE)
def test_a_figure_is_of_the_body_of_its_own_clause(text: str, figure: str, entity: str) -> None:
    assert told(text)[figure]["entity"] == entity


MEASURES = [
    ("The total number of fines declared in 2012/13 was 1,458.", "1,458", "fines declared"),
    ("Councils have spent more than £400,000 on private legal advice.", "more than £400,000",
     "spent on private legal advice"),
    ("Last year in Alphaton thefts of tools rose by nearly 10%.", "nearly 10%", "thefts of tools"),
    ("Councils paid out in just 25% of cases.", "just 25%", "paid out in cases"),
    ("The total value of claims was £2 million.", "£2 million", "total value of claims"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "measure"), MEASURES)
def test_the_measure_is_a_phrase(text: str, figure: str, measure: str) -> None:
    assert told(text)[figure]["measure"] == measure


def test_years_that_do_not_follow_each_other_are_passed_over_by_name() -> None:
    found = listing("It was a rise on the 2016/16 data (51,447).")
    assert [row["text"] for row in found.rows()] == ["51,447"]
    assert [(one.text, one.reason) for one in found.passed] == [("2016/16", "years that do not follow each other")]


def test_a_length_of_time_may_have_three_units_and_a_thousand_is_no_age() -> None:
    found = told("One waited 2 hours, 3 minutes and 4 seconds. Meanwhile, 36,000 category 2 patients waited.")
    assert found["2 hours, 3 minutes and 4 seconds"]["value"] == 7384
    assert (found["36,000"]["kind"], found["36,000"]["unit"]) == ("count", "category 2 patients")
    assert found["36,000"].keys() == set(COLUMNS)


def test_a_list_of_rates_keeps_what_they_are_told_for() -> None:
    found = told(
        "Alphaton was first with 87.9 thefts per million people. It was followed by Betaford (81.6) and Gammaley "
        "(64).\n\n"
        "The average number of key thefts per million people across the boroughs was 37.1."
    )
    assert {text: found[text]["per"] for text in ("87.9", "81.6", "64", "37.1")} == dict.fromkeys(
        ("87.9", "81.6", "64", "37.1"), "million people"
    )


def test_number_one_is_a_place_and_a_priority_is_none() -> None:
    found = told(
        "Alphaton is the number one hotspot for thefts, Betaford number two. Its number one priority: a lock."
    )
    assert {text: (row["kind"], row["value"]) for text, row in found.items()} == {
        "number one": ("rank", 1), "number two": ("rank", 2)
    }  # fmt: skip


def test_the_number_of_an_item_is_no_figure_and_a_wrapped_line_ends_in_one() -> None:
    found = listing(
        "In numbers:\n1. In 48 cases nothing came of it\n\n2) The board lost 12 keys.\n\n"
        "Keys lost rose to\n12. The rest"
    )
    assert [row["text"] for row in found.rows()] == ["48", "12", "12"]
    assert [one.reason for one in found.passed] == ["number of an item"] * 2


def test_a_number_behind_a_colon_counts_what_stands_before_it() -> None:
    found = told("Alphaton, complaints received: 20\n\nKeys: 12\n\nTotal fines taken: 7\n\nIn short: 31 dogs")
    assert [found[n]["unit"] for n in ("20", "31")] == ["complaints", "dogs"]
    assert found["20"]["entity"] == "Alphaton"
