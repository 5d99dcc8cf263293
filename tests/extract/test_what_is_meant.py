"""Of which year a figure is, what is left of which total, and words that say none: read, or asked about."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Measure, Period, Question, Variable

from .rehearsal import lines, reading_of

KIND = Variable(
    "kind", "Type of incident", "2", ("type", "kind"),
    categories=(
        Category("falls", "Falls", synonyms=("fall",)),
        Category("trips", "Trips", synonyms=("trip",)),
        Category("burns", "Burns", synonyms=("burn",)),
    ),
)  # fmt: skip
SEVERITY = Variable("severity", "Severity", "3", categories=(Category("serious", "Serious"),))
REPORTS = Measure("reports", "Reports", "reports", "count", ("report", "incident"))
PAID = Measure("paid", "Fines paid", "GBP", "money", ("paid in fines",))
BOOK = Codebook(1, (KIND, SEVERITY), (REPORTS, PAID))


def told(reply: str, years: int = 3, body: str = "Rehearsal Council 07") -> tuple[set[str], dict[str, list[str]]]:
    """What is accepted of a reply, in short lines, and all that was found in it."""
    questions = (
        Question("1", "How many reports of incidents were received in each year from 2022?", ("reports",)),
        Question("2", "What type of incident was each?", ("reports",), ("kind",)),
        Question("3", "What was the severity of each?", ("reports",), ("severity",)),
        Question("4", "How much was paid in fines?", ("paid",)),
    )
    window = Period.days(date(2022, 1, 1), date(2021 + years, 12, 31))
    context = Context(BOOK, questions, window, "uk-foia-2000", "x", (body,), "d", "reply")
    found = lines(extract(reading_of(f"REHEARSAL\n\n{reply}\n".encode(), "reply.txt"), context))
    kept = {line.partition(" (")[0] for line in found["statements"] if ", open" not in line}
    return {line.replace(" reports", "").replace(" where", "").replace(" in ", " ") for line in kept}, found


def is_flagged(found: dict[str, list[str]]) -> bool:
    return bool(found["open"] or found["choices"] or found["issues"])


@pytest.mark.parametrize("opening", ["{}.", "In {}.", "Year {}.", "{}:", "{} –", "Financial year {}/23."])
def test_a_year_that_opens_a_paragraph_is_that_of_all_its_sentences(opening: str) -> None:
    label = "2022/23" if "/" in opening else "2022"
    reply = (
        f"{opening.format(2022)} Reports were as follows. There were 14 reports; six were falls. Four were trips."
    )
    accepted, _ = told(reply)
    assert {f"14 {label}", f"6 kind=falls {label}", f"4 kind=trips {label}"} <= accepted


def test_years_that_open_paragraphs_are_each_of_their_own() -> None:
    accepted, found = told(
        "2022. Reports were down. Six were falls and eight were trips.\n\n"
        "2023. Reports rose. Two were falls and seven were trips."
    )
    assert accepted == {"6 kind=falls 2022", "8 kind=trips 2022", "2 kind=falls 2023", "7 kind=trips 2023"}
    assert not is_flagged(found)


@pytest.mark.parametrize(
    "reply",
    [
        "2022. There were 14 reports. In 2021 there were 9. Six were falls.",
        "2022. There were 14 reports. Over both years nine were falls.\n\n2023. There were 9 reports.",
        "We moved system in 2022. There were 14 reports. Six were falls.",
        "2022. There were 14 reports.\n\nSix were falls.",
    ],
)
def test_a_year_that_opens_no_paragraph_or_stands_beside_another_is_none_of_the_rest(reply: str) -> None:
    accepted, _ = told(reply)
    assert not any("falls 2022" in line for line in accepted)


Q2 = "2. What type of incident was each?\n\n"


@pytest.mark.parametrize(
    ("reply", "rest"),
    [
        ("There were 20 reports. Five were falls. The rest were trips.", "15 kind=trips"),
        ("There were 20 reports in 2022. Five were falls. The rest were trips.", "15 kind=trips 2022"),
        ("There were 20 reports in 2022 and 30 in 2023. In 2023, ten were falls and the rest were trips.",
         "20 kind=trips 2023"),
        ("There were 20 reports, of which 5 were falls. The rest were trips.", "15 kind=trips"),
        ("There were 20 reports. All of them were trips.", "20 kind=trips"),
        ("There were 20 reports in 2022. All of those were trips.", "20 kind=trips 2022"),
        ("There were 20 reports in 2022, 30 in 2023 and 10 in 2024. All of them were trips.", "60 kind=trips"),
        ("We received 20 reports. Most were about schools. All reports were trips.", "20 kind=trips"),
    ],
)  # fmt: skip
def test_what_is_left_of_a_total_is_of_its_days(reply: str, rest: str) -> None:
    assert rest in told(Q2 + reply)[0]


@pytest.mark.parametrize(
    "reply",
    [
        "There were 20 reports. In 2022 five were falls. The rest were trips.",
        "There were 20 reports in 2022. In 2023, five were falls. The rest were trips.",
        "There were 20 reports, of which 8 were serious. Five of these were falls. The rest were trips.",
        "There were 20 reports. Eight were serious. Of these, five were falls. The rest were trips.",
        "There were 20 reports. Eight were serious. Five of the serious were falls and the rest were trips.",
        "There were 20 reports. Of those 8 were serious, of which 5 were falls and the rest trips.",
        "There were 20 reports. Some were serious. All of those were trips.",
        "There were 20 reports in 2022. Some were serious. All of those were trips.",
        "There were 20 reports. A few came from schools. All of those were trips.",
        "There were 20 reports. We paid £400. All of those were trips.",
        "There were 20 reports. We hold no others. All were trips.",
        "There were 20 reports, of which 5 were serious. All of those were trips.",
        "There were 20 reports in 2022. There were 30 reports in 2023. All of those were trips.",
        "There were 20 reports in 2022. In 2023 five were falls. The remaining 15 were trips.",
        "There were 20 reports, 8 of them serious. Five were falls. The remaining 3 were trips.",
    ],
)
@pytest.mark.parametrize("over", ["", Q2])
def test_what_may_be_left_of_something_else_is_asked_about(reply: str, over: str) -> None:
    accepted, found = told(over + reply)
    assert not any("trips" in line for line in accepted)
    assert is_flagged(found)


@pytest.mark.parametrize(
    ("reply", "figures"),
    [
        ("There were 12 reports in 2022; in 2023, 14 reports; in 2024, 15 reports.",
         {"12 2022", "14 2023", "15 2024"}),
        ("There were 12 reports of falls in 2022; in 2023, 14 reports of falls; in 2024, 15 reports of trips.",
         {"12 kind=falls 2022", "14 kind=falls 2023", "15 kind=trips 2024"}),
        ("In 2022 there were 12 reports; 14 falls in 2023; 15 trips in 2024.",
         {"12 2022", "14 kind=falls 2023", "15 kind=trips 2024"}),
        ("We received 12 reports; in 2023 there were 3 falls.", {"12", "3 kind=falls 2023"}),
        ("We received 12 reports and in 2023 there were 3 falls.", {"12", "3 kind=falls 2023"}),
    ],
)  # fmt: skip
def test_a_year_that_opens_its_part_of_a_sentence_is_of_the_figure_behind_it(
    reply: str, figures: set[str]
) -> None:
    accepted, found = told(reply)
    assert accepted == figures and not found["open"]


@pytest.mark.parametrize(
    "reply",
    [
        "There were 12 reports in 2022, of which 3 were falls; in 2023, 14 reports, of which 2 were trips.",
        "There were 12 reports in 2022, of which 3 were falls, and in 2023 14 reports, of which 2 were trips.",
        "There were 12 reports in 2022 and 3 were falls; in 2023, 14 reports.",
        "There were 12 reports in 2022, in 2023 14 reports (3 of them falls) and in 2024 15 reports.",
    ],
)
def test_parts_between_the_figures_of_two_years_are_asked_about(reply: str) -> None:
    accepted, found = told(reply)
    assert {"12 2022", "14 2023"} <= accepted and not any("kind" in line for line in accepted)
    assert found["choices"]


@pytest.mark.parametrize(
    "reply",
    [
        "There were 4 reports in 2023; we hold nothing for 2022.",
        "There were 4 reports in 2023; we have nothing for 2022.",
        "There were 4 reports in 2023; we have found nothing in 2022.",
        "There were 4 reports in 2023; our records show nothing in 2022.",
    ],
)
def test_nothing_held_or_found_is_not_none(reply: str) -> None:
    assert told(reply)[0] == {"4 2023"}


def test_nothing_in_a_year_is_none() -> None:
    assert told("There were 4 reports in 2023 and nothing in 2022.")[0] == {"4 2023", "0 2022"}


@pytest.mark.parametrize("words", ["in either year", "in both years", "in either of the two years"])
def test_none_in_both_years_is_none_of_two_years_only(words: str) -> None:
    for reply in (
        f"No reports were received {words}.",
        f"1. No reports were received {words}.",
        f"1. None {words}.",
    ):
        assert told(reply, years=2)[0] == {"0"}
        accepted, found = told(reply)
        assert not accepted and is_flagged(found)


@pytest.mark.parametrize(
    "listed", ["2022, 2023 or 2024", "2022, 2023 and 2024", "2022, 2023, and 2024", "2022, 2023 or in 2024"]
)
def test_none_in_years_listed_is_none_of_each(listed: str) -> None:
    for reply in (f"No reports were received in {listed}.", f"In {listed} no reports were received."):
        assert told(reply)[0] == {"0 2022", "0 2023", "0 2024"}, reply


def test_none_in_two_years_is_none_of_each() -> None:
    for reply in ("No reports were received in 2022 and 2023.", "1. No reports were received in 2022 and 2023."):
        assert told(reply)[0] == {"0 2022", "0 2023"}, reply
    assert {"0 2022", "0 2023", "4 2024"} == told("No reports in 2022 and 2023, and 4 in 2024.")[0]


@pytest.mark.parametrize(
    "reply",
    [
        "There were 12 reports in 2022 and 15 the year after we moved offices.",
        "There were 12 reports in 2022 and 15 reports in the following year and a half.",
        "There were 12 reports in 2022. We received 15 reports by the following year.",
        "There were 12 reports in 2022. From the following year on there were 15 reports.",
        "There were 12 reports in 2022. In the next year and subsequent years there were 15 reports.",
        "There were 12 reports in 2022. Until the following year there were 15 reports.",
        "There were 12 reports in 2022. There were 15 reports in the next year's plan.",
        "There were 12 reports in 2022, up from 10 in 2021. In the following year there were 15 reports.",
        "There were 12 reports in 2022, 15 in the next year group.",
        "There were 15 reports in the last year.",
        "In the last year there were 15 reports.",
    ],
)
def test_words_that_only_begin_like_those_for_the_next_year_name_none(reply: str) -> None:
    accepted, found = told(reply)
    assert not any(line.startswith("15") for line in accepted)
    assert found["open"] or found["choices"]


@pytest.mark.parametrize(
    "reply",
    [
        "There were 12 reports from 2022, 15 from 2023.",
        "We destroyed 12 reports from 2022 and 15 from 2023.",
        "In 2022 reports rose from 12 to 15.",
        "There were 12 reports from 2022 onwards, 15 from 2023.",
        "11 reports were received; all were trips.",
        "11 reports; we closed some; all were trips.",
        "There were 20 reports in 2022 and 30 in 2023; all were trips.",
    ],
)
def test_figures_from_a_year_and_all_behind_a_semicolon_are_asked_about(reply: str) -> None:
    accepted, found = told(reply)
    assert not any(line.startswith("15") or "trips" in line for line in accepted)
    assert is_flagged(found)


def test_a_move_between_the_figures_of_two_years_tells_both() -> None:
    assert told("Reports rose from 12 in 2022 to 15 in 2023.")[0] == {"12 2022", "15 2023"}


@pytest.mark.parametrize("some", ["some were trips", "some trips", "most were trips", "several were trips"])
def test_some_beside_a_counted_kind_are_none_of_the_count(some: str) -> None:
    accepted, found = told(f"There were 20 reports. Five of these were falls and {some}.")
    assert {"20", "5 kind=falls"} == accepted and found["choices"]


YEARS = "The years were 2022 and 2023. "


@pytest.mark.parametrize(
    "reply",
    [
        YEARS + "Reports led to 12 and 15 warnings respectively.",
        YEARS + "After reports came in, 12 and 15 respectively were upheld.",
        YEARS + "We closed 12 and 15 respectively of the reports.",
        YEARS + "There were 12 and 15 late reports respectively.",
        YEARS + "There were 12 and 15 reports respectively that were closed.",
        YEARS + "We received 12 and 15 letters respectively about reports.",
        "Reports led to 12 and 15 warnings in 2022 and 2023 respectively.",
        "Reports: in 2022 and 2023, 12 and 15 warnings respectively.",
        "Reports led to 12 warnings in 2022, 15 in 2023 and 9 in 2024.",
        "Reports: 12 warnings in 2022, 15 in 2023 and 9 in 2024.",
        "There were 12, 15 and 9 late reports in 2022, 2023 and 2024 respectively.",
    ],
)
def test_figures_of_another_thing_in_the_order_of_years_are_asked_about(reply: str) -> None:
    accepted, found = told(reply)
    assert not accepted and found["choices"]


@pytest.mark.parametrize(
    "reply",
    [
        YEARS + "There were 12 and 15 reports respectively.",
        YEARS + "We received 12 and 15 reports respectively, and we publish these on our website.",
        YEARS.replace(" and", " &") + "There were 12 and 15 reports respectively.",
        "In 2022 and 2023 the council received 12 and 15 reports respectively.",
        "The number of reports received in 2022 and 2023 was 12 and 15 respectively.",
    ],
)
def test_figures_in_the_order_of_years_are_of_one_year_each(reply: str) -> None:
    assert told(reply)[0] == {"12 2022", "15 2023"}


@pytest.mark.parametrize(
    "reply",
    [
        "£1,000 was paid in fines in 2022, €1,200 in 2023.",
        "4. £1,000 in 2022, €1,200 in 2023.",
        "4. We paid £1,000 in 2022 and $1,200 in 2023.",
        "Fines paid: £1,000 in 2022 and €1,200 in 2023.",
        "4. 2022: £1,000\n2023: €1,200",
        "4. €1,200.",
        "4. 1,200 euros.",
        "4. EUR 1,200.",
    ],
)
def test_a_sum_in_another_currency_is_none_of_ours_and_a_switch_is_asked_about(reply: str) -> None:
    accepted, found = told(reply)
    assert not any("paid" in line for line in accepted)
    assert any("1,200" in number for number in found["open"])


def test_sums_in_our_currency_are_read_whatever_their_sign() -> None:
    for reply in ("4. £1,000 in 2022, £1,200 in 2023.", "4. GBP 1,000 in 2022, GBP 1,200 in 2023."):
        assert {"1000 paid 2022", "1200 paid 2023"} <= told(reply)[0], reply


@pytest.mark.parametrize("mark", ["1", "2", "12"])
def test_a_digit_before_a_number_in_words_is_the_mark_of_a_note(mark: str) -> None:
    accepted, found = told(f"There were 14 reports in 2022.\n\n{mark} One further report was received.")
    assert mark not in found["open"] and not any(line.startswith(f"{mark} ") for line in accepted)
    assert found["choices"]


def test_a_digit_before_a_sentence_of_its_own_is_asked_about() -> None:
    accepted, found = told("2 Reports were received.")
    assert not accepted and found["choices"]
    assert told("2 reports were received.")[0] == {"2"}


@pytest.mark.parametrize(
    ("reply", "part"),
    [
        ("There were 20 reports. 8 were serious. Of these, five were falls.", "5 kind=falls, severity=serious"),
        ("There were 20 reports. Eight were serious. 5 of these were falls.", "5 kind=falls, severity=serious"),
        ("There were 20 reports. 5 were falls. Of these, three were serious.", "3 kind=falls, severity=serious"),
        ("There were 20 reports in 2022. Eight were serious. Of these, five were falls.",
         "5 kind=falls, severity=serious 2022"),
        ("There were 20 reports. Of these, five were falls.", "5 kind=falls"),
    ],
)  # fmt: skip
def test_a_part_of_a_part_is_of_both_kinds(reply: str, part: str) -> None:
    accepted, _ = told(reply)
    assert part in accepted and len(accepted) == (2 if part[2:] == "kind=falls" else 3)


@pytest.mark.parametrize(
    "reply",
    [
        "There were 20 reports. Of these, eight were serious. Of these, five were falls.",
        "There were 20 reports, of which 8 were serious. Of these, five were falls.",
        "There were 20 reports. Five were trips and three were burns. Of these, five were serious.",
        "There were 20 reports. Four were trips. Of these, five were serious.",
        "There were 20 reports. Four were trips in 2022. Of these, three were serious in 2023.",
    ],
)
def test_a_part_of_one_of_several_is_asked_about(reply: str) -> None:
    accepted, found = told(reply)
    last = "severity" if "serious." in reply[-10:] or "2023." in reply[-6:] else "kind"
    assert not any(last in line for line in accepted) and found["choices"]


@pytest.mark.parametrize(
    "reply",
    [
        "In 2022 fines collected came to £2,000 and in 2023 £3,500.",
        "4. In 2022 fines collected came to EUR 2,000 and in 2023 EUR 3,500.",
        "4. Paid in fines: 2022 GBP 2000, 2023 GBP 1990.",
    ],
)
def test_a_sum_right_behind_a_year_breaks_no_reply(reply: str) -> None:
    accepted, found = told(reply)
    assert not any("2023" in line for line in accepted) and is_flagged(found)


@pytest.mark.parametrize(
    "reply",
    [
        "Reports rose 12 in 2022, 15 in 2023 and fell 9 in 2024.",
        "Reports rose 12 in 2022 and 15 in 2023.",
        "Paid in fines fell £200 in 2022 and £300 in 2023.",
        YEARS + "Reports rose 12 and 15 respectively.",
        "Reports were up 12 in 2022 and 15 in 2023.",
        "Reports were down 12 in 2022 and up 15 in 2023.",
        "In 2022 and 2023 reports were up 12 and 15 respectively.",
        "Reports stiegen 12 in 2022 und 15 in 2023.",
    ],
)
def test_a_rise_or_fall_is_no_count(reply: str) -> None:
    accepted, found = told(reply)
    assert not accepted and is_flagged(found)


@pytest.mark.parametrize("verb", ["rose to", "fell to", "were up: ", "stiegen auf", "came to", "stood at"])
def test_what_a_rise_comes_to_is_a_count(verb: str) -> None:
    assert told(f"Reports {verb} 12 in 2022 and 15 in 2023.")[0] == {"12 2022", "15 2023"}


ONLY = ["about horses", "by e-mail", "involving horses", "at our Northtown office", "(Northtown only)", "(horses)"]


@pytest.mark.parametrize("only", [*ONLY, "until the helpline opened", "so far as we know", ", at Northtown"])
@pytest.mark.parametrize("years", ["2022, 2023 or 2024", "2022, 2023 and 2024", "2022 and 2023", "2022"])
def test_none_of_some_only_is_none_of_all_in_no_year_listed(years: str, only: str) -> None:
    accepted, found = told(f"No reports were received in {years} {only}.".replace(" ,", ","))
    assert not accepted and is_flagged(found)


@pytest.mark.parametrize("more", [", as we said", ", and we told you so", "; we can confirm this", " at all"])
def test_none_in_years_listed_is_none_whatever_goes_on_behind_it(more: str) -> None:
    assert told(f"No reports were received in 2022, 2023 or 2024{more}.")[0] == {"0 2022", "0 2023", "0 2024"}


@pytest.mark.parametrize(
    "before",
    [
        "It is not the case that", "You suggest that", "We cannot say that", "It was wrongly stated that", "If",
        "In the Northtown area", "In the Northtown area,", "For horses", "For horses,", "Horses:", "Falls:",
        "Of falls", "By e-mail", "At Northtown", "Northtown –", "Some people think that", "We do not say that",
        "You say that", "It is wrong that", "For all we know", "In the old register", "On our new site,",
    ],
)  # fmt: skip
def test_words_before_none_that_limit_or_deny_it_are_asked_about(before: str) -> None:
    accepted, found = told(f"{before} no reports were received in 2022.")
    assert not accepted and is_flagged(found)


@pytest.mark.parametrize(
    "before",
    [
        "I can confirm that", "We can confirm", "Our records show that", "The records indicate that", "Therefore",
        "Please note that", "In relation to question 1,", "In response to your request,", "Unfortunately", "1.",
        "It can be confirmed that", "As you will be aware,", "With regard to your question,", "Answer:",
        "We searched our files and", "I am pleased to confirm that", "During that time", "Question 1:",
        "I have been advised that", "We keep a list, and", "We do not keep a list, but", "The answer is that",
    ],
)  # fmt: skip
def test_what_a_letter_says_first_limits_no_none(before: str) -> None:
    assert told(f"{before} no reports were received in 2022.")[0] == {"0 2022"}


@pytest.mark.parametrize("who", ["We", "The Council", "Ropeham Town Council", "In 2022 the Council", "In 2022 we"])
def test_who_received_none_limits_it_not(who: str) -> None:
    assert told(f"{who} received no reports{'' if '2022' in who else ' in 2022'}.", body="Ropeham Town Council")[
        0
    ] == {"0 2022"}


@pytest.mark.parametrize(
    "reply",
    [
        "It is not the case that 12 reports were received in 2022.",
        "It is not the case that 12 reports were received in 2022 and 15 in 2023.",
        "You suggest that 12 reports were received in 2022 and 15 in 2023.",
        "You say that no reports were received in 2022 and 4 in 2023.",
        "It was wrongly stated that there were 12 reports in 2022.",
        "If there were 12 reports in 2022, we would say so.",
    ],
)
def test_a_figure_that_is_denied_or_told_by_others_is_asked_about(reply: str) -> None:
    accepted, found = told(reply)
    assert not accepted and is_flagged(found)


@pytest.mark.parametrize("before", ["I can confirm that", "Our records show that", "Please note that"])
def test_a_figure_that_the_body_vouches_for_is_read(before: str) -> None:
    assert told(f"{before} 12 reports were received in 2022 and 15 in 2023.")[0] == {"12 2022", "15 2023"}


def test_none_between_two_years_is_of_the_year_between_them_too() -> None:
    assert told("No reports were received between 2022 and 2024.")[0] == {"0 2022 and 2024"}
    assert told("No reports were received in 2022 and 2024.")[0] == {"0 2022", "0 2024"}


@pytest.mark.parametrize(
    "reply",
    [
        "Reports in 2022. There were 12 reports; in 2023 there were 7 reports.",
        "In 2022 the register was opened. We received 12 reports, and in 2023 there were 7.",
        "There were 12 reports; in 2023 there were 7 reports.",
        "There were 12 falls; in 2023 there were 7 falls.",
    ],
)
def test_a_figure_of_no_year_before_one_of_a_year_is_asked_about(reply: str) -> None:
    accepted, found = told(reply)
    assert not any(line.startswith("12") for line in accepted) and is_flagged(found)


def test_a_figure_of_no_year_that_says_it_is_all_is_read() -> None:
    assert told("There were 12 reports in all; in 2023 there were 7 reports.")[0] == {"12", "7 2023"}


@pytest.mark.parametrize(
    "time",
    [
        "This year", "Last year", "Later", "Later on", "Earlier", "Since then", "So far", "Up to then", "To date",
        "In the last three years", "In three years", "Until then", "Previously", "Then", "Two years before",
        "By then", "Now",
    ],
)  # fmt: skip
def test_another_time_below_a_year_is_asked_about(time: str) -> None:
    accepted, found = told(f"2024. There were 4 reports of falls. {time} there were 9 reports of trips.")
    assert accepted == {"4 kind=falls 2024"} and is_flagged(found)


def test_all_years_below_a_year_are_none_of_it() -> None:
    accepted, found = told(
        "2024. There were 4 reports of falls. In the three years there were 9 reports of trips."
    )
    assert accepted in ({"4 kind=falls 2024", "9 kind=trips"}, {"4 kind=falls 2024"})
    assert "9 kind=trips" in accepted or is_flagged(found)


@pytest.mark.parametrize(
    "words", ["There were", "In that time there were", "During the year there were", "We received"]
)
def test_words_of_no_other_time_below_a_year_are_of_it(words: str) -> None:
    accepted, _ = told(f"2024. There were 4 reports of falls. {words} 9 reports of trips.")
    assert {"4 kind=falls 2024", "9 kind=trips 2024"} == accepted
