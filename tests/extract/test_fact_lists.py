"""Case lists and nested tables written from facts and read back."""

from __future__ import annotations

import csv
import io
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from foidesk.model import Extraction

from .rehearsal import OUTCOME, ROLE, extracted

ROLES = {"PC": "constable", "PS": "sergeant", "Police staff": "staff", "PCSO": "pcso", "": ""}
OUTCOMES = {
    "Dismissed": "dismissed", "Resigned": "resigned", "Written warning": "warning", "NFA": "nfa", "": "",
}  # fmt: skip
YEARS = ["2010", "2011", "2012", "2013"]
Case = tuple[str, str, str]
PAIRS = [(role, outcome) for role in ROLES for outcome in OUTCOMES if role or outcome]
cases = st.lists(
    st.builds(lambda year, pair: (year, *pair), st.sampled_from(YEARS), st.sampled_from(PAIRS)),
    min_size=3, max_size=14,
).filter(lambda rows: any(r and o for _, r, o in rows))  # fmt: skip


full_cases = st.lists(
    st.tuples(st.sampled_from(YEARS), st.sampled_from(["PC", "PS"]), st.sampled_from(["Dismissed", "NFA"])),
    min_size=4, max_size=14,
)  # fmt: skip


def said(found: Extraction) -> Counter[Case]:
    """The accepted cases of an extraction: year, role, outcome."""
    out: Counter[Case] = Counter()
    for one in found.observations:
        if one.role == "case row" and one.accepted_by and one.amount is not None:
            role = one.where["role"].categories[0] if "role" in one.where else ""
            outcome = one.where["outcome"].categories[0] if "outcome" in one.where else ""
            out[one.period.label if one.period else "", role, outcome] += int(one.amount.lo)
    return out


def true(rows: list[Case]) -> Counter[Case]:
    return Counter((year, ROLES[role], OUTCOMES[outcome]) for year, role, outcome in rows)


def written(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


@settings(max_examples=80, deadline=None)
@given(cases, st.booleans(), st.booleans())
def test_a_list_of_cases_is_read_row_by_row(rows: list[Case], numbered: bool, filled_down: bool) -> None:
    rows = sorted(rows, key=lambda row: row[0])
    lines, last = [], ""
    for index, (year, role, outcome) in enumerate(rows, 1):
        shown = "" if filled_down and year == last else year
        lines.append([*([str(index)] if numbered else []), shown, role, outcome])
        last = year
    head = [*(["No."] if numbered else []), "Year", "Rank", "Outcome"]
    found = extracted(written([head, *lines]))
    missing = true(rows) - said(found)
    assert said(found) - true(rows) == Counter()
    assert missing == Counter()


def test_a_numbered_case_without_any_attribute_is_a_case() -> None:
    found = extracted("No.,Year,Rank,Outcome\n1,2010,PC,Dismissed\n2,,,\n3,2011,PS,Resigned\n")
    assert sum(one.role == "case row" for one in found.observations) == 3


@settings(max_examples=60, deadline=None)
@given(full_cases, st.data())
def test_a_deleted_row_of_a_numbered_list_is_noticed(rows: list[Case], data: st.DataObject) -> None:
    lines = [[str(index), *row] for index, row in enumerate(rows, 1)]
    gone = data.draw(st.integers(0, len(lines) - 2))
    found = extracted(written([["No.", "Year", "Rank", "Outcome"], *lines[:gone], *lines[gone + 1 :]]))
    kinds = {issue.kind for issue in found.issues}
    assert "row-numbers-broken" in kinds or found.open_numbers() or found.choices


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=8, max_size=8), st.booleans())
def test_nested_headings_keep_every_number_under_its_own(numbers: list[int], spanned: bool) -> None:
    heads = [("2012", "Officers"), ("2012", "Staff"), ("2013", "Officers"), ("2013", "Staff")]
    top = (
        '<td colspan="2">2012</td><td colspan="2">2013</td>'
        if spanned
        else "<td>2012</td><td></td><td>2013</td><td></td>"
    )
    rows = {"Dismissed": numbers[:4], "Resigned": numbers[4:]}
    body = "".join(f"<tr><td>{k}</td>{''.join(f'<td>{n}</td>' for n in v)}</tr>" for k, v in rows.items())
    second = "".join(f"<td>{role}</td>" for _, role in heads)
    page = f"<p>Number of cases</p><table><tr><td>Outcome</td>{top}</tr><tr><td></td>{second}</tr>{body}</table>"
    found = extracted(f"<html><body>{page}</body></html>", "reply.html")
    got = {
        (
            one.where["outcome"].categories[0],
            one.where["role"].categories[0],
            one.period.label if one.period else "",
        ): (int(one.amount.lo) if one.amount else None)
        for one in found.observations
    }
    categories = {"Officers": "officer", "Staff": "staff", "Dismissed": "dismissed", "Resigned": "resigned"}
    assert got == {
        (categories[outcome], categories[role], year): numbers[4 * i + j]
        for i, outcome in enumerate(rows) for j, (year, role) in enumerate(heads)
    }  # fmt: skip


def test_the_labels_used_here_are_the_survey_s_own() -> None:
    known = {category.id for variable in (ROLE, OUTCOME) for category in variable.categories} | {""}
    assert {*ROLES.values(), *OUTCOMES.values()} <= known
