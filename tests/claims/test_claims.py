"""A draft against findings: every number is bound, or open; a changed digit does not pass."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.claims import NOT_CLAIMS, PARTS, annotate, blocking, check
from foidesk.model import (
    Amount,
    Base,
    Category,
    Claim,
    Clause,
    Codebook,
    Count,
    Finding,
    Guideline,
    Line,
    Locator,
    Measure,
    Money,
    Observation,
    OneOf,
    PublicBody,
    Query,
    Share,
    Statement,
    Support,
    SurveyDefinition,
    TextPlace,
    Variable,
)

CASES = Measure("cases", "cases", "cases", nouns=("case", "cases", "investigation"))
ROLE = Variable("role", "Role", categories=(Category("officer", "Officer"), Category("staff", "Staff")))
DEFINITION = SurveyDefinition(
    id="rehearsal",
    title="Rehearsal",
    period=None,
    law="",
    questions=(),
    bodies=tuple(PublicBody(f"rf-{n:02}", f"Rehearsal Force {n:02}") for n in range(1, 6)),
    codebook=Codebook(1, (ROLE,), (CASES,)),
    findings=(),
    guidelines=(
        Guideline(
            "manual-2013", "Manual of 2013", "Exampleton", "staff", "2013", "", (Clause("tone", "Be polite."),)
        ),
    ),
    statements=(
        Statement(
            "chief", "chief of Exampleton", "2014-01-01", "We found 357 posts on 185 profiles.", "letter", True
        ),
        Statement("review", "the inspectorate", "2012-12-01", "A review found 12 posts.", "review"),
    ),
)


def count(lo: int, hi: int | None = None) -> Count:
    return Count.between(lo, lo if hi is None else hi, "cases")


def finding(name: str, value: Amount, **more: object) -> Finding:
    query = Query(name, "total", name, "cases")
    rest: dict[str, object] = {"population": "the 4 of 5 bodies that answered", "base": Base(4, 5), **more}
    return Finding(name, name, query, value, value.unit, recipe="total", recipe_version=1, **rest)  # type: ignore[arg-type]


def support(body: str, lo: int, hi: int | None = None) -> Support:
    return Support(body, count(lo, hi))


FINDINGS = (
    finding("total", count(828)),
    finding("open", count(40, 45)),
    finding("spent", Money.exactly(1234567, "GBP")),
    finding("left", Share.exactly(Decimal(76) / 828, "of cases"), numerator=count(76), denominator=count(828)),
    finding("most", Share.exactly(Decimal(334) / 636, "of cases"), numerator=count(334), denominator=count(636)),
    finding("few", Share.exactly(Decimal(3) / 10, "of cases"), numerator=count(3), denominator=count(10)),
    finding("unsure", Share.between("0.4", "0.6", "of cases"), numerator=count(4, 6), denominator=count(10)),
    finding(
        "by-body",
        count(200),
        supports=(support("rf-01", 88), support("rf-02", 74), support("rf-03", 37), support("rf-04", 1)),
    ),
    finding("ties", count(20), supports=(support("rf-01", 8), support("rf-02", 8), support("rf-03", 2, 9))),
    finding(
        "roles", count(828), lines=(Line("officer", "Officer", count(548)), Line("staff", "Staff", count(174)))
    ),
    finding(
        "nothing", Count.between(0, None, "cases"), base=Base(0, 5), population="none of the 5 bodies answered"
    ),
)


def claims(text: str) -> tuple[Claim, ...]:
    return check(text, FINDINGS, DEFINITION, CASE_ROWS)


def verdicts(text: str) -> list[str]:
    return [claim.verdict for claim in claims(text)]


CASE_ROWS = (
    Observation(
        id="obs-1", body="rf-01", document="a" * 64, measure="cases", value=Count.exactly(1, "cases"),
        role="case row", where={"role": OneOf(("officer",))}, table="List", row=4,
        places={"row": Locator("a" * 64, TextPlace("body", 0, 9), "Officer, dismissed")},
    ),
)  # fmt: skip


SUPPORTED = [
    "investigated [828]{f=total} times",
    "**[828]{f=total}** times",
    "[9 %]{f=left} of them",
    "[9]{f=left part=share} per cent",
    "[9.2 %]{f=left part=share}",
    "[76]{f=left} left",
    "[more than 800]{f=total}",
    "more than [800]{f=total}",
    "[about 800]{f=total}",
    "[nearly 830]{f=total}",
    "[at least 828]{f=total}",
    "[£1.2m]{f=spent} spent",
    "[£1,234,567]{f=spent}",
    "[548]{f=roles line=officer} officers",
    "[66 per cent]{f=roles line=officer part=share}",
    "[88]{f=by-body body=rf-01} cases",
    "the [first]{f=by-body body=rf-01 part=rank}",
    "the [most]{f=by-body body=rf-01 part=rank}",
    "came [second]{f=by-body body=rf-02 part=rank}",
    "the [second lowest]{f=by-body body=rf-03 part=rank}",
    "the [fewest]{f=by-body body=rf-04 part=rank}",
    "[4]{f=total part=n} answered",
    "[Four]{f=total part=n} answered",
    "of [5]{f=total part=of} asked",
    "a [majority]{f=most part=majority}",
    "[Nearly a third]{f=few part=share} of them",
    "[nearly one in three]{f=few part=share}",
    "[more than half]{f=most part=share}",
]


@pytest.mark.parametrize("text", SUPPORTED)
def test_what_the_findings_bear_out_is_supported(text: str) -> None:
    assert verdicts(text) == ["supported"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("[829]{f=total}", "contradicted"),
        ("[10 %]{f=left}", "contradicted"),
        ("[9.1 %]{f=left}", "contradicted"),
        ("[more than 828]{f=total}", "contradicted"),
        ("[nearly 828]{f=total}", "contradicted"),
        ("[about 700]{f=total}", "contradicted"),
        ("[£1.3m]{f=spent}", "contradicted"),
        ("[$1.2m]{f=spent}", "needs a person"),
        ("[second]{f=by-body body=rf-01 part=rank}", "contradicted"),
        ("[the most]{f=by-body body=rf-04 part=rank}", "contradicted"),
        ("[42]{f=open}", "not established"),
        ("[46]{f=open}", "contradicted"),
        ("[at least 40]{f=open}", "supported"),
        ("[more than 41]{f=open}", "not established"),
        ("[majority]{f=unsure part=majority}", "not established"),
        ("[majority]{f=few part=majority}", "contradicted"),
        ("[50 %]{f=unsure}", "not established"),
        ("[half]{f=few part=share}", "contradicted"),
        ("[first]{f=ties body=rf-01 part=rank}", "not established"),
        ("[12]{f=nothing}", "no data"),
        ("[0]{f=nothing}", "no data"),
        ("[828]{f=totl}", "needs a person"),
        ("[174]{f=roles line=stuff}", "needs a person"),
        ("[88]{f=by-body body=rf-05}", "no data"),
        ("[88]{f=by-body body=rf-06}", "needs a person"),
        ("[88]{f=by-body bdy=rf-01}", "needs a person"),
        ("[8 %]{f=total}", "needs a person"),
        ("[many]{f=total}", "needs a person"),
        ("[828]{f=total not=name}", "needs a person"),
        ("[828]{f=total part=vlaue}", "needs a person"),
    ],
)
def test_what_they_do_not_bear_out_is_not(text: str, verdict: str) -> None:
    assert verdicts(text) == [verdict]


def test_a_contradiction_names_the_right_value_and_a_slip_the_nearest_name() -> None:
    (wrong,) = claims("[829]{f=total}")
    assert "828 cases" in wrong.why and "4 of 5" in wrong.value and wrong.finding == "total"
    (slip,) = claims("[828]{f=totl}")
    assert "did you mean 'total'?" in slip.why


def test_a_shared_first_place_must_be_told_as_shared() -> None:
    assert verdicts("the [most]{f=by-body body=rf-01 part=rank}") == ["supported"]
    tied = (finding("tie", count(16), supports=(support("rf-01", 8), support("rf-02", 8))),)
    (claim,) = check("the [most]{f=tie body=rf-01 part=rank}", tied, DEFINITION, ())
    assert claim.verdict == "misleading" and "rf-02" in claim.why
    (claim,) = check("[joint first]{f=tie body=rf-01 part=rank}", tied, DEFINITION, ())
    assert claim.verdict == "supported"


BARE = """---
title: 12 things
---
# Police in 828 cases

Officers were investigated 828 times, [twice] as often; 9 % left, about a third of them, the second most.
Rehearsal Force 01 had the most, dozens, and one case more. Half stayed. Nobody knows.
"""


def test_a_bare_story_is_supported_nowhere() -> None:
    found = claims(BARE)
    assert found and not [claim for claim in found if claim.verdict == "supported"]
    texts = [claim.text for claim in found]
    for words in (
        "828",
        "9 %",
        "about a third",
        "second most",
        "most",
        "dozens",
        "one",
        "twice",
        "Half",
        "Nobody",
    ):
        assert words in texts
    assert texts.count("828") == 2 and "12" not in texts
    assert all("{f=FINDING}" in claim.why for claim in found if claim.text == "828")


def test_names_and_dates_are_no_claims() -> None:
    found = claims("LONDON, 19 August 2014 - Rehearsal Force 04 and the Manual of 2013 were busy since 2009.")
    assert {claim.verdict for claim in found} == {"not a claim about the data"}
    assert not blocking(found)


def test_a_named_reason_excuses_a_number_and_an_unknown_one_does_not() -> None:
    (excused,) = claims('in [five years]{not="date of the window"}')
    assert excused.verdict == "not a claim about the data" and excused.reason == "date of the window"
    (unknown,) = claims('in [five years]{not="because"}')
    assert unknown.verdict == "needs a person"


@pytest.mark.parametrize(
    ("text", "verdict", "kind"),
    [
        ('A chief spoke of [357 posts]{source="statements:chief"}.', "supported", "quotation"),
        ('He said: [“We found 357 posts”]{source="statements:chief"}.', "supported", "quotation"),
        ('He said: [“We lost 357 posts”]{source="statements:chief"}.', "contradicted", "quotation"),
        ('[358 posts]{source="statements:chief"}', "contradicted", "quotation"),
        ('[“A review found”]{source="statements:review"}', "needs a person", "quotation"),
        ('[It asks for manners]{source="guidelines:manual-2013"}', "supported", "guideline"),
        ('[It asks for manners]{source="guidelines:tone"}', "supported", "guideline"),
        ('[It asks for manners]{source="guidelines:manual-2014"}', "needs a person", "guideline"),
        ("[An officer was dismissed]{case=obs-1}", "supported", "incident"),
        (f"[An officer was dismissed]{{case={'a' * 12}:5}}", "supported", "incident"),
        (f"[An officer was dismissed]{{case={'a' * 12}:4}}", "needs a person", "incident"),
        ("[A member of staff was dismissed]{case=obs-1}", "contradicted", "incident"),
        ("[Two officers were dismissed]{case=obs-1}", "contradicted", "incident"),
        ("[An officer was dismissed]{case=obs-2}", "needs a person", "incident"),
    ],
)
def test_sources_and_incidents_must_exist(text: str, verdict: str, kind: str) -> None:
    (claim,) = claims(text)
    assert (claim.verdict, claim.kind) == (verdict, kind)


def test_an_incident_names_its_row_and_body() -> None:
    (claim,) = claims("[An officer was dismissed]{case=obs-1}")
    assert (claim.part, claim.body) == ("obs-1", "rf-01")


def test_a_number_inside_an_incident_is_judged_once() -> None:
    assert len(claims("[One officer was dismissed]{case=obs-1} and [828]{f=total} more")) == 2


def test_code_links_and_comments_hold_no_claims() -> None:
    assert not claims("`828` <!-- 829 -->\n\n```\n830\n```\nSee [the reply](https://example.org/12/34).")


def test_places_are_those_of_the_file() -> None:
    text = "# Title\n\nThe *sum* is [828]{f=total}, and\n[9 %]{f=left} left; 12 stayed.\n"
    found = claims(text)
    assert [text[claim.start : claim.end] for claim in found] == ["828", "9 %", "12"]
    assert [claim.line for claim in found] == [3, 4, 4]
    shown = annotate(text, found)
    assert "{" not in shown.text and "The sum is 828, and" in shown.text
    assert [shown.text[start:end] for start, end, _ in shown.spans] == ["828", "9 %", "12"]


def test_two_numbers_in_one_span_are_two_claims() -> None:
    assert verdicts("[76 cases, or 9 per cent]{f=left}") == ["supported", "supported"]
    assert verdicts("[77 cases, or 9 per cent]{f=left}") == ["contradicted", "supported"]


BOUND: Mapping[str, int] = {"total": 828, "left": 76}


@given(st.sampled_from(sorted(BOUND)), st.integers(0, 2), st.integers(0, 9))
def test_a_changed_digit_is_contradicted(name: str, at: int, digit: int) -> None:
    right = str(BOUND[name])
    at = min(at, len(right) - 1)
    written = right[:at] + str(digit) + right[at + 1 :]
    (claim,) = claims(f"There were [{written}]{{f={name}}} of them.")
    assert claim.verdict == "supported" if int(written) == BOUND[name] and written == right else claim.blocks


@given(st.text(alphabet='ab 12[]{}=f"*_`#\n%-', max_size=60))
def test_any_text_is_read_and_no_number_passes_unbound(text: str) -> None:
    for claim in check(text, FINDINGS, DEFINITION, ()):
        assert text[claim.start : claim.end]
        assert claim.verdict != "supported"


def test_the_registries_are_documented() -> None:
    for entry in (*NOT_CLAIMS, *PARTS):
        assert entry.name and re.match(r"[A-Z].*\.$", entry.doc)
