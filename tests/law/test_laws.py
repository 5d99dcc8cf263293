"""The access laws as data: complete, dated, each rule with the section it rests on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from foidesk.errors import UnknownName
from foidesk.law import AccessLaw, law, laws
from foidesk.model.bodies import OUTCOMES


@pytest.mark.parametrize("act", laws(), ids=lambda act: act.id)
def test_every_rule_has_its_section(act: AccessLaw) -> None:
    assert act.title and act.names and act.source and act.written_down
    assert all(item.section and item.title for item in act.exemptions)
    assert {item.test for item in act.exemptions} <= {"absolute", "qualified"}
    assert {item.outcome for item in act.refusals} <= set(OUTCOMES)
    assert act.response_time.amount > 0
    assert all(item.section and item.unit and item.counted_from for item in act.times)
    assert len({item.section for item in act.exemptions}) == len(act.exemptions)


def test_the_cost_limits_give_their_hours() -> None:
    for act in laws():
        for limit in act.cost_limits:
            assert limit.amount / limit.hourly_rate == limit.hours
    hours = {limit.amount: limit.hours for limit in law("uk-foia-2000").cost_limits}
    assert hours == {Decimal(450): Decimal(18), Decimal(600): Decimal(24)}


def test_the_uk_clock_counts_the_holidays_of_all_nations() -> None:
    assert law("uk-foia-2000").response_time.holidays == ("England", "Wales", "Scotland", "Northern Ireland")
    assert law("scotland-foisa-2002").response_time.holidays == ("Scotland",)


def test_a_subsection_belongs_to_its_section() -> None:
    act = law("uk-foia-2000")
    exemption = act.exemption("40(2)(3A)(a)")
    assert exemption is not None
    assert (exemption.section, exemption.title) == ("40", "personal information")
    assert act.exemption("4") is None
    refusal = act.refusal("14(1)")
    assert refusal is not None
    assert refusal.title == "vexatious request"


def test_an_unknown_law_names_those_that_there_are() -> None:
    with pytest.raises(UnknownName, match="uk-foia-2000"):
        law("atlantis")
