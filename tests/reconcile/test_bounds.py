"""Bounds against brute force: whatever an honest reply leaves out, the truth lies inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foidesk.model import OneOf

from .build import OUTCOME, ROLE, Reply, figure, kinds, run, year

TRUE_ROLES = ("constable", "sergeant", "staff")
TRUE_OUTCOMES = ("dismissed", "resigned", "retired", "warning", "advice")
VAGUE_ROLE = {
    "constable": ("constable", "officer", "unknown", ("constable", "staff")),
    "sergeant": ("sergeant", "officer", "unknown"),
    "staff": ("staff", "unknown", ("constable", "staff")),
}
VAGUE_OUTCOME = {
    "dismissed": ("dismissed", "left"),
    "resigned": ("resigned", "left", ("resigned", "retired"), "phrase"),
    "retired": ("retired", ("resigned", "retired")),
    "warning": ("warning", ("advice", "warning"), "phrase"),
    "advice": ("advice", ("advice", "warning")),
}
Words = str | tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A case as it was, and as a clerk wrote it down."""

    role: str
    outcome: str
    role_words: Words
    outcome_words: Words
    year: int


@st.composite
def cases(draw: st.DrawFn) -> Case:
    role, outcome = draw(st.sampled_from(TRUE_ROLES)), draw(st.sampled_from(TRUE_OUTCOMES))
    words = draw(st.sampled_from(VAGUE_ROLE[role])), draw(st.sampled_from(VAGUE_OUTCOME[outcome]))
    return Case(role, outcome, *words, draw(st.sampled_from((2009, 2010, 2011))))


def where(words: Words) -> object:
    return OneOf((), "spoken to") if words == "phrase" else words


def statement(number: int, hidden: bool) -> object:
    return (0, 4) if hidden and number < 5 else number


FORMS = (
    "list",
    "roles",
    "outcomes",
    "both",
    "years",
    "total",
    "roles with total",
    "outcomes with total",
    "both with total",
)


def write(reply: Reply, form: str, told: list[Case], hidden: bool) -> None:
    """One way of telling the cases; small numbers hidden if the clerk hides them."""
    table = f"Table {form}"
    if form == "list":
        for case in told:
            reply.row(role=case.role_words, outcome=where(case.outcome_words), period=year(case.year))
    elif form == "total":
        reply.says(len(told))
    elif form == "years":
        for number in (2009, 2010, 2011):
            reply.cell(sum(case.year == number for case in told), table, period=year(number))
    else:
        for more, number in _cells(form.split()[0], told):
            reply.cell(statement(number, hidden), table, **more)
        if form.endswith("total"):
            reply.total(len(told), table)


def _cells(shape: str, told: list[Case]) -> Iterator[tuple[dict[str, object], int]]:
    roles = Counter(case.role_words for case in told)
    outcomes = Counter(case.outcome_words for case in told)
    if shape == "roles":
        yield from (({"role": words}, n) for words, n in sorted(roles.items(), key=str))
    elif shape == "outcomes":
        yield from (({"outcome": where(words)}, n) for words, n in sorted(outcomes.items(), key=str))
    else:
        joint = Counter((case.role_words, case.outcome_words) for case in told)
        yield from (({"role": r, "outcome": where(o)}, n) for (r, o), n in sorted(joint.items(), key=str))


PROSE = (
    ("role", "officer"),
    ("role", "staff"),
    ("outcome", "left"),
    ("outcome", "retired"),
    ("outcome", "advice"),
)
QUERIES = [
    *({"role": c.id} for c in ROLE.categories if not c.missing),
    *({"outcome": c.id} for c in OUTCOME.categories),
    {"role": "officer", "outcome": "left"},
    {"role": "constable", "outcome": "resigned"},
    {"role": ("sergeant", "staff")},
    {"outcome": ("warning", "advice")},
]


def matches(case: Case, query: dict[str, object]) -> bool:
    return all(_is(getattr(case, name), names) for name, names in query.items())


def _is(value: str, names: object) -> bool:
    wanted = (names,) if isinstance(names, str) else tuple(names)  # type: ignore[arg-type]
    parents = {
        "constable": "officer",
        "sergeant": "officer",
        "dismissed": "left",
        "resigned": "left",
        "retired": "left",
    }
    return value in wanted or parents.get(value) in wanted


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(cases(), min_size=1, max_size=14),
    st.lists(st.sampled_from(FORMS), min_size=1, max_size=3, unique=True),
    st.booleans(),
)
def test_the_truth_lies_inside_the_bounds(told: list[Case], forms: list[str], hidden: bool) -> None:
    reply = Reply()
    for form in forms:
        write(reply, form, told, hidden)
    result = run(reply)
    assert set(kinds(result)) <= {"disclosure"}, "an honest reply contradicts itself"
    _holds(figure(result), len(told))
    for query in QUERIES:
        bounds = figure(result, "true", **query)  # type: ignore[arg-type]
        assert bounds is not None or figure(result) is None
        _holds(bounds, sum(matches(case, query) for case in told))


def _holds(bounds: tuple[int, int | None] | None, truth: int) -> None:
    if bounds is not None:
        assert bounds[0] <= truth
        assert bounds[1] is None or truth <= bounds[1]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(cases(), min_size=1, max_size=10),
    st.lists(st.sampled_from(FORMS), min_size=1, max_size=2, unique=True),
    st.lists(st.sampled_from(FORMS), max_size=2, unique=True),
    st.booleans(),
    st.sampled_from([{}, *({name: word} for name, word in PROSE)]),
)
def test_two_documents_and_a_sentence_hold_the_truth_too(
    told: list[Case], first: list[str], second: list[str], hidden: bool, sentence: dict[str, str]
) -> None:
    letter, sheet = Reply("letter.pdf"), Reply("sheet.xlsx")
    for form in first:
        write(letter, form, told, hidden)
    for form in second:
        write(sheet, form, told, False)
    if sentence:
        letter.says(sum(matches(case, dict(sentence)) for case in told), **sentence)
    result = run(letter, sheet)
    _holds(figure(result), len(told))
    for query in QUERIES:
        _holds(figure(result, "true", **query), sum(matches(case, query) for case in told))  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(cases(), min_size=1, max_size=14), st.sampled_from(("list", "outcomes", "both with total")))
def test_what_is_stated_and_what_is_not_make_the_total(told: list[Case], form: str) -> None:
    reply = Reply()
    write(reply, form, told, hidden=False)
    result = run(reply)
    stated = figure(result, outcome=tuple(c.id for c in OUTCOME.categories if not c.parent))
    blank = figure(result, outcome="not stated")
    total = figure(result)
    if total is None or total[0] != total[1]:
        return
    assert stated and blank and stated[1] is not None and blank[1] is not None
    uncoded = sum(case.outcome_words == "phrase" for case in told)
    assert total[0] <= stated[1] + blank[0] <= total[0] + uncoded


def is_undivided(told: list[Case], role: str) -> bool:
    """True for constables where the reply speaks of officers only and tells no constable or sergeant apart."""
    words = {case.role_words for case in told}
    return role in ("constable", "sergeant") and "officer" in words and not words & {"constable", "sergeant"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(cases(), min_size=1, max_size=14), st.sampled_from(("list", "roles", "roles with total")))
def test_what_is_stated_is_counted_exactly(told: list[Case], form: str) -> None:
    reply = Reply()
    write(reply, form, told, hidden=False)
    result = run(reply)
    for words in ("constable", "sergeant", "staff"):
        count = sum(case.role_words == words for case in told)
        stated = figure(result, role=words)
        if stated is None and is_undivided(told, words):
            continue
        if any(case.role_words != "unknown" for case in told):
            assert stated is not None and stated[0] <= count <= (stated[1] or 0)


def test_printed_totals_that_some_rows_lack_are_no_contradiction() -> None:
    reply = Reply()
    for role, left, warned in (("constable", 1, 2), ("sergeant", 3, 4), ("staff", 5, 6)):
        reply.cell(left, outcome="left", role=role)
        reply.cell(warned, outcome="warning", role=role)
    reply.total(3, "Table 1", role="constable")
    reply.total(11, "Table 1", role="staff")
    reply.total(9, "Table 1", outcome="left")
    reply.total(21, "Table 1")
    result = run(reply)
    assert not kinds(result) and figure(result) == (21, 21)
    assert figure(result, role="sergeant") == (7, 7) and figure(result, outcome="warning") == (12, 12)


def test_more_is_stated_of_no_kind_than_all_other_statements_leave_it() -> None:
    reply = Reply()
    reply.says(10)
    reply.cell((1, 9), "By role", role="constable")
    reply.cell((1, 9), "By role and outcome", role="constable", outcome="left")
    reply.cell((1, 9), "By role and outcome", role="constable", outcome="warning")
    reply.cell(6, "By role of all", role="staff")
    stated, true = figure(result := run(reply), role="constable"), figure(result, "true", role="constable")
    assert stated is not None and true is not None and stated[1] is not None and true[1] == 4
    assert stated[1] <= true[1]
