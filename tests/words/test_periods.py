"""Headings that are periods; calendar and financial years are never mixed up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.model.periods import Period
from foidesk.words.periods import dates, period, period_in, period_readings, periods

WINDOW = Period.days(date(2009, 1, 1), date(2014, 2, 17))


@pytest.mark.parametrize(
    ("text", "days", "kind"),
    [
        ("2010", "1 Jan 2010 to 31 Dec 2010", "calendar year"),
        ("Calendar year 2010", "1 Jan 2010 to 31 Dec 2010", "calendar year"),
        ("2010*", "1 Jan 2010 to 31 Dec 2010", "calendar year"),
        ("2011/12", "1 Apr 2011 to 31 Mar 2012", "financial year"),
        ("2011-2012", "1 Apr 2011 to 31 Mar 2012", "financial year"),
        ("2012–13", "1 Apr 2012 to 31 Mar 2013", "financial year"),
        ("2012 - 13", "1 Apr 2012 to 31 Mar 2013", "financial year"),
        ("FY 2012/13", "1 Apr 2012 to 31 Mar 2013", "financial year"),
        ("FY12/13", "1 Apr 2012 to 31 Mar 2013", "financial year"),
        ("Financial Year 2011-12", "1 Apr 2011 to 31 Mar 2012", "financial year"),
        ("April 2012 - March 2013", "1 Apr 2012 to 31 Mar 2013", "financial year"),
        ("1 April 2012 – 31 March 2013", "1 Apr 2012 to 31 Mar 2013", "financial year"),
        ("Year ending March 2013", "1 Apr 2012 to 31 Mar 2013", "financial year"),
        ("year ended 31 March 2013", "1 Apr 2012 to 31 Mar 2013", "financial year"),
        ("1 Jan 2009 - 31 Dec 2009", "1 Jan 2009 to 31 Dec 2009", "calendar year"),
        ("1. Januar 2009 - 31.12.2009", "1 Jan 2009 to 31 Dec 2009", "calendar year"),
        ("1st January 2009 to 17th February 2014", "1 Jan 2009 to 17 Feb 2014", "window"),
        ("01/01/2009 - 17/02/2014", "1 Jan 2009 to 17 Feb 2014", "window"),
        ("01/01/12-27/06/13", "1 Jan 2012 to 27 Jun 2013", "window"),
        ("2009/10 - 2013/14", "1 Apr 2009 to 31 Mar 2014", "window"),
        ("2009 to 2013", "1 Jan 2009 to 31 Dec 2013", "window"),
        ("Jan-13", "1 Jan 2013 to 31 Jan 2013", "month"),
        ("January 2013", "1 Jan 2013 to 31 Jan 2013", "month"),
        ("9/2013", "1 Sep 2013 to 30 Sep 2013", "month"),
        ("Q1 2012", "1 Jan 2012 to 31 Mar 2012", "window"),
        ("Q1 2012/13", "1 Apr 2012 to 30 Jun 2012", "window"),
        ("2013 Q2", "1 Apr 2013 to 30 Jun 2013", "window"),
        ("Jan - Mar 2013", "1 Jan 2013 to 31 Mar 2013", "window"),
        ("2013/14 (to 17 Feb)", "1 Apr 2013 to 17 Feb 2014", "part year"),
        ("2014 (up to 17/02/14)", "1 Jan 2014 to 17 Feb 2014", "part year"),
        ("2014 (part year)", "1 Jan 2014 to 17 Feb 2014", "part year"),
        ("2014 to date", "1 Jan 2014 to 17 Feb 2014", "part year"),
        ("2014", "1 Jan 2014 to 17 Feb 2014", "part year"),
        ("2013-Present", "1 Jan 2013 to 17 Feb 2014", "window"),
        ("17/02/2014", "17 Feb 2014 to 17 Feb 2014", "day"),
        ("February 17, 2014", "17 Feb 2014 to 17 Feb 2014", "day"),
    ],
)
def test_a_heading_is_a_period(text: str, days: str, kind: str) -> None:
    seen = period(text, WINDOW)
    assert seen is not None
    assert (seen.describe(), seen.kind, seen.label) == (days, kind, text)


@pytest.mark.parametrize(
    "text",
    [
        "Total",
        "2019 officers",
        "12",
        "16-17",
        "2019/21",
        "since 2010",
        "From 2010",
        "before 2012",
        "May",
        "",
        "170/14",
        "1-4",
    ],
)
def test_a_heading_is_none(text: str) -> None:
    assert period(text, WINDOW) is None
    assert period_readings(text, WINDOW) == ()


@pytest.mark.parametrize("text", ["03/04/2012", "FY 2013", "11/12"])
def test_two_readings_are_never_chosen_between(text: str) -> None:
    assert period(text) is None
    assert len(period_readings(text)) == 2


def test_a_known_order_settles_a_date() -> None:
    assert period("03/04/2012", day_first=True) == Period.days(
        date(2012, 4, 3), date(2012, 4, 3), "day", "03/04/2012"
    )
    assert period("03/04/2012", day_first=False) == Period.days(
        date(2012, 3, 4), date(2012, 3, 4), "day", "03/04/2012"
    )


def test_the_financial_year_starts_where_the_law_says() -> None:
    american = period("FY 2013", year_start=(10, 1))
    assert american is not None
    assert american.describe() == "1 Oct 2012 to 30 Sep 2013"
    californian = period("2012-13", year_start=(7, 1))
    assert californian is not None
    assert californian.describe() == "1 Jul 2012 to 30 Jun 2013"


def test_neighbours_tell_months_from_years() -> None:
    assert [seen.kind for seen in periods(["2011-10", "2011-11", "2011-12"]) if seen] == ["month"] * 3
    assert [seen.kind for seen in periods(["11/12", "12/13", "13/14"]) if seen] == ["financial year"] * 3


def test_periods_inside_a_sentence() -> None:
    seen = period_in("Between 1 January 2009 and 17 February 2014 there were 12, of which 3 in 2012/13.", WINDOW)
    assert [item.period.describe() for item in seen if item.period] == [
        "1 Jan 2009 to 17 Feb 2014",
        "1 Apr 2012 to 31 Mar 2013",
    ]


def test_dates() -> None:
    seen = dates("on 03/04/2012, 17 Feb 2014, 12 May, 31.12.2009 and 2014-02-17")
    assert [item.day for item in seen] == [None, date(2014, 2, 17), None, date(2009, 12, 31), date(2014, 2, 17)]
    assert [len(item.readings) for item in seen] == [2, 1, 0, 1, 1]


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2049, 12, 31)))
def test_a_written_date_is_that_day(day: date) -> None:
    for text in (
        f"{day.day} {day:%B %Y}",
        f"{day:%d-%b-%y}",
        f"{day:%d %b %Y}",
        f"{day:%B} {day.day}, {day.year}",
        day.isoformat(),
        f"{day:%d.%m.%Y}",
    ):
        assert [item.day for item in dates(f"sent {text}.")] == [day], text


@given(st.integers(min_value=1990, max_value=2049))
def test_financial_years_follow_each_other(year: int) -> None:
    first, second = period(f"{year}/{(year + 1) % 100:02}"), period(f"{year + 1}-{(year + 2) % 100:02}")
    assert first is not None
    assert second is not None
    assert first.end == second.start


@given(st.text(max_size=40))
def test_no_heading_breaks_it(text: str) -> None:
    period(text, WINDOW)
    period_in(text, WINDOW)
    dates(text)
