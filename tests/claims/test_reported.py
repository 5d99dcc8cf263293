"""What a body is said to have said, told in the story's own words and held against what it wrote."""

from __future__ import annotations

import pytest

from foidesk.claims.ask.alike import OPEN, OPPOSITE, SAME, compare, wording
from foidesk.claims.ask.reported import PEOPLE_APART

WROTE = {
    "leak": "We repair every burst main within two days of a report.",
    "review": "Our sewage works were inspected by an outside engineer in 2023.",
    "never": "Raw sewage is never released in dry weather.",
    "plan": "We plan to replace the meters at Sampleton.",
    "hedge": "We may close the reservoir to anglers if the level drops.",
    "sorry": "We regret the harm done to swimmers by the spill.",
    "test": "The alarm at the pumping station is tested every week.",
    "union": "The union accused our managers of hiding the spill.",
}


@pytest.mark.parametrize(
    ("source", "told", "expected"),
    [
        ("leak", "it repairs every burst main within two days of a report", SAME),
        ("leak", "it repairs every burst main within nine days of a report", OPPOSITE),
        ("leak", "it repairs every burst pipe within two days of a report", OPEN),
        ("leak", "it does not repair every burst main within two days of a report", OPPOSITE),
        ("review", "its sewage works were inspected by an outside engineer in 2023", SAME),
        ("review", "its sewage works were inspected by an outside engineer in 2021", OPPOSITE),
        ("review", "it inspected sewage works of an outside engineer in 2023", OPEN),
        ("never", "raw sewage is never released in dry weather", SAME),
        ("never", "raw sewage is sometimes released in dry weather", OPPOSITE),
        ("never", "raw sewage is released in dry weather", OPPOSITE),
        ("never", "raw sewage is never released in wet weather", OPEN),
        ("plan", "it plans to replace the meters at Sampleton", SAME),
        ("plan", "it has replaced the meters at Sampleton", OPPOSITE),
        ("hedge", "it may close the reservoir to anglers", OPEN),
        ("hedge", "it has closed the reservoir to anglers", OPEN),
        ("sorry", "it was sorry for the harm done to swimmers by the spill", SAME),
        ("test", "it tests the alarm at the pumping station every week", SAME),
        ("test", "it tests the alarm at the pumping station every month", OPPOSITE),
        ("union", "its managers accused the union of hiding the spill", OPEN),
        ("union", "it is sorry", OPEN),
    ],
)
def test_only_words_known_to_exclude_each_other_contradict(source: str, told: str, expected: str) -> None:
    assert compare(wording(told), wording(WROTE[source])) == expected


def test_what_one_person_did_is_not_told_of_the_next() -> None:
    words = (
        "Two left: a porter who sold pumps on the web and lied, and a nurse who lent chairs to her aunt at home."
    )
    cut = [part.strip(" .") for part in PEOPLE_APART.split(words)]
    told = wording("a nurse who sold pumps on the web")
    assert compare(told, wording(words)) == OPEN or all(compare(told, wording(one)) != SAME for one in cut)
    assert any(compare(wording("a porter who sold pumps on the web"), wording(one)) == SAME for one in cut)
