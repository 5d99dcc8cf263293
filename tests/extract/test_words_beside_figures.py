"""Words beside a figure that make it one of something else: read strictly, or asked about."""

from __future__ import annotations

import pytest

from .test_what_is_meant import is_flagged, told


@pytest.mark.parametrize(
    "reply",
    [
        "There were 12 reports in 2022. The last was closed in 2023. The following year there were 15 reports.",
        "There were 12 reports in 2022. That of 2023 will be published. The following year there were 15 reports.",
        "The Act came into force in 2019. The following year there were 15 reports.",
        "There were 12 reports in 2022. 15 reports were carried into the following year.",
        "There were 12 reports in 2022 and we expected 15 in the following year.",
        "There were 12 reports in 2022, the last of them closed in 2023, and 15 the following year.",
    ],
)
def test_the_year_after_one_that_is_named_in_passing_is_asked_about(reply: str) -> None:
    accepted, found = told(reply, years=4)
    assert not any(line.startswith("15") for line in accepted) and is_flagged(found)


@pytest.mark.parametrize(
    "reply",
    [
        "There were 12 reports in 2022. The following year there were 15 reports.",
        "There were 12 reports in 2022. These were recorded centrally. The following year there were 15 reports.",
        "In 2022 there were 12 reports and 15 in the following year.",
    ],
)
def test_the_year_after_a_counted_one_is_read(reply: str) -> None:
    assert told(reply)[0] == {"12 2022", "15 2023"}


@pytest.mark.parametrize(
    "reply",
    [
        "There were 20 reports in 2022, several of them at night. All of these were trips.",
        "There were 20 reports in 2022, including some made by teachers. All of these were trips.",
        "There were 20 reports in 2022, a few of which were urgent. All of these were trips.",
        "There were 20 reports in 2022, most of them from schools. Half of these were trips.",
        "There were 20 reports in 2022, of which a number were upheld. Of those, five were falls; the rest trips.",
        "There were 20 reports in 2022; where the place was known, all were trips.",
        "There were 20 reports in 2022 (place known: all trips).",
        "There were 20 reports in 2022. Of those concluded, 5 were falls and the others trips.",
        "There were 20 reports in 2022. Of those closed, 5 were falls and the others trips.",
        "There were 20 reports in 2022. In the closed cases 5 were falls and the others trips.",
        "There were 20 reports in 2022. In cases investigated 5 were falls and the others trips.",
        "There were 20 reports in 2022, most upheld. Five were falls and the rest trips.",
    ],
)
def test_all_half_or_the_rest_of_some_that_nobody_counted_is_asked_about(reply: str) -> None:
    accepted, found = told(reply)
    assert not any("trips" in line for line in accepted) and is_flagged(found)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ("There were 20 reports in 2022. All of these were trips.", "20 kind=trips 2022"),
        ("There were 20 reports in 2022, all trips.", "20 kind=trips 2022"),
        ("2022: 20 reports, all trips.", "20 kind=trips 2022"),
        ("There were 20 reports in 2022. Half of these were trips.", "10 kind=trips 2022"),
        ("There were 20 reports in 2022. Of these, 5 were falls and the rest trips.", "15 kind=trips 2022"),
        ("There were 20 reports in 2022. In that year 5 were falls and the rest trips.", "15 kind=trips 2022"),
    ],
)
def test_all_half_or_the_rest_of_what_was_counted_is_read(reply: str, kind: str) -> None:
    assert told(reply)[0] >= {"20 2022", kind}


@pytest.mark.parametrize(
    "reply",
    [
        "Withdrawn: 12 reports in 2022, 15 in 2023 and 9 in 2024.",
        "1. Withdrawn: 12 in 2022, 15 in 2023 and 9 in 2024.",
        "Unfounded reports came to 12 in 2022, 15 in 2023.",
        "Invalid reports came to 12 in 2022, 15 in 2023.",
        "Expected reports came to 12 in 2022, 15 in 2023.",
        "Monthly reports: 12 in 2022, 15 in 2023.",
        "Open reports: 2022 12, 2023 15, 2024 9.",
        "The backlog of reports rose from 12 in 2022 to 15 in 2023.",
        "We lost reports: 12 in 2022, 15 in 2023.",
        "Of all reports, 12 in 2022, 15 in 2023 and 9 in 2024 were urgent.",
        "12 reports in 2022 were withdrawn, as were 15 in 2023.",
        "We refunded fines paid: £12 in 2022, £15 in 2023.",
    ],
)
def test_years_of_some_reports_are_not_those_of_all(reply: str) -> None:
    accepted, found = told(reply)
    assert not accepted and is_flagged(found)


@pytest.mark.parametrize(
    "reply",
    [
        "Reports came to 12 in 2022, 15 in 2023 and 9 in 2024.",
        "Reports were 12 in 2022, rising to 15 in 2023 and falling to 9 in 2024.",
        "In answer to your first question, we received 12 reports in 2022, 15 in 2023 and 9 in 2024.",
        "1. In 2022 the Council received 12 reports; in 2023 it received 15; in 2024 it received 9.",
        "We can confirm that the following reports were received: 2022 – 12; 2023 – 15; 2024 – 9.",
        "1. 12 in 2022, 15 in 2023 and 9 in 2024.",
        "Our records show 12 reports in 2022, 15 in 2023 and 9 in 2024.",
        "Please note that the Council dealt with 12 reports in 2022, 15 in 2023 and 9 in 2024.",
    ],
)
def test_years_of_reports_in_plain_words_are_read(reply: str) -> None:
    assert told(reply)[0] == {"12 2022", "15 2023", "9 2024"}


@pytest.mark.parametrize(
    ("reply", "is_total"),
    [
        ("Of the twelve reports about schools, five were falls.", False),
        ("Of the 12 closed reports, five were falls.", False),
        ("Of the twelve reports, five were falls.", True),
        ("Of the 12 reports received by the Council, five were falls.", True),
    ],
)
def test_the_base_of_a_part_is_a_total_only_where_no_words_narrow_it(reply: str, is_total: bool) -> None:
    accepted, found = told(reply)
    assert ("12" in accepted) == is_total and (is_total or is_flagged(found))


@pytest.mark.parametrize(
    "reply",
    [
        "Fines paid (€): 2022 1,000; 2023 1,200; 2024 900.",
        "Fines paid ($): 1,000 in 2022; 1,200 in 2023.",
        "Fines paid in €: 1,000 in 2022; 1,200 in 2023.",
        "Fines paid (EUR)\n2022: 1,000\n2023: 1,200",
        "Fines paid (£000): 2022: 1; 2023: 2",
        "Fines paid (thousands of pounds): 2022: 1; 2023: 2",
        "4. All figures are in €. 2022: 1,000. 2023: 1,200.",
        "4. 2022: 1,000; 2023: 1,200 (all amounts in US dollars).",
        "4. Fines paid (£'000)\n2022 - 1\n2023 - 2",
        "4. 2022: 1,000; 2023: 1,200 (in thousands).",
    ],
)
def test_bare_sums_beside_another_unit_are_asked_about(reply: str) -> None:
    accepted, found = told(reply)
    assert not any("paid" in line for line in accepted) and is_flagged(found)


@pytest.mark.parametrize(
    "reply",
    [
        "Fines paid (£): 2022 1,000; 2023 1,200.",
        "Fines paid: 1,000 in 2022; 1,200 in 2023.",
        "4. £1,000 in 2022 and £1,200 in 2023.",
        "4. Fines paid: £1k in 2022 and £1.2k in 2023.",
        "4. 1,000 pounds in 2022 and 1,200 pounds in 2023.",
    ],
)
def test_sums_in_the_unit_that_was_asked_for_are_read(reply: str) -> None:
    assert {line.replace(".0", "") for line in told(reply)[0]} == {"1000 paid 2022", "1200 paid 2023"}
