"""A place that a claim is bound to is only among figures that count alike."""

from __future__ import annotations

import json

import pytest

from foidesk.model import Base, Claim, Count, Finding, Query, Support, SurveyDefinition
from foidesk.survey.uncompared import uncompared

from ..findings.told import DEFINITION, NEVER


def by_body(*countings: str) -> Finding:
    supports = tuple(
        Support(body, Count.exactly(9, "cases"), counting=counting)
        for body, counting in zip(("zeta", "alpha", "beta"), countings, strict=True)
    )
    query = Query("by-body", "by-body", "Cases", "cases")
    value = Count.exactly(27, "cases")
    return Finding("by-body", "Cases", query, value, "cases", "all", Base(3, 4), "by-body", 2, supports=supports)


def claim(part: str = "rank", verdict: str = "supported") -> Claim:
    return Claim(0, 5, 1, "first", "superlative", verdict, "by-body", part, "zeta")


@pytest.mark.parametrize(
    ("countings", "one", "survey", "expected"),
    [
        (("", "", ""), claim(), DEFINITION, "supported"),
        (("", "people counted as cases", ""), claim(), DEFINITION, "misleading"),
        (("", "people counted as cases", ""), claim(verdict="contradicted"), DEFINITION, "contradicted"),
        (("", "people counted as cases", ""), claim(part=""), DEFINITION, "supported"),
        (("", "", ""), claim(), NEVER, "misleading"),
        (("", "", ""), claim(verdict="waived"), NEVER, "waived"),
    ],
)
def test_a_place_is_only_among_those_that_count_alike(
    countings: tuple[str, str, str], one: Claim, survey: SurveyDefinition, expected: str
) -> None:
    (found,) = uncompared((one,), survey, (by_body(*countings),), lambda query: by_body("", "", ""))
    assert found.verdict == expected and (found.why != "") is (expected == "misleading")


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ({"statistic": "place", "subject": "zeta"}, "misleading"),
        ({"statistic": "place", "subject": "zeta", "bodies": ["zeta", "beta"]}, "supported"),
        ({"statistic": "place", "subject": "2012", "predicate": "year"}, "supported"),
        ({"statistic": "highest"}, "misleading"),
        ({"statistic": "place", "subject": "role", "predicate": "kind"}, "supported"),
        ({"statistic": "difference", "bodies": ["zeta"], "against": {"bodies": ["alpha"]}}, "misleading"),
        ({"statistic": "difference", "bodies": ["zeta"], "against": {"bodies": ["beta"]}}, "supported"),
        ({"statistic": "total"}, "supported"),
    ],
)
def test_a_place_read_from_words_is_only_among_those_that_count_alike(
    reading: dict[str, object], expected: str
) -> None:
    words = json.dumps([{"measure": "cases", **reading}])
    one = Claim(0, 4, 1, "most", "superlative", "supported", reading=words)
    (found,) = uncompared((one,), DEFINITION, (), lambda query: by_body("", "people counted as cases", ""))
    assert found.verdict == expected
