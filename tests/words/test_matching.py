"""A reply's words to categories: exactly, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.model import AllOf, Category, Codebook, Measure, OneOf, Variable
from foidesk.words.matching import CategoryMatcher, VariableMatcher

OUTCOME = Variable(
    "outcome",
    "Outcome",
    names=("result", "sanction", "action taken"),
    categories=(
        Category("left", "resigned, retired or dismissed"),
        Category("dismissed", "dismissed", "left", ("dismissal", "sacked", "required to resign")),
        Category("resigned", "resigned", "left"),
        Category("retired", "retired", "left"),
        Category("written-warning", "written warning"),
        Category("final-written-warning", "final written warning", "", ("FWW",)),
        Category("management-advice", "management advice", "", ("MA",)),
        Category("management-action", "management action", "", ("MA",)),
        Category("no-further-action", "no further action", "", ("NFA",)),
        Category("no-case-to-answer", "no case to answer"),
        Category("not-upheld", "not upheld"),
        Category("suspended", "suspended"),
    ),
)
NATURE = Variable(
    "nature",
    "Nature",
    names=("nature of allegation", "allegation"),
    multiple=True,
    categories=(
        Category("harassment", "harassment"),
        Category("disclosure", "disclosure of information", "", ("disclosure",)),
        Category("courtesy", "authority, respect and courtesy"),
    ),
)
STAGE = Variable(
    "stage", "Stage", categories=(Category("alleged", "alleged"), Category("found", "found", "", ("upheld",)))
)
OUTCOMES, NATURES = CategoryMatcher(OUTCOME), CategoryMatcher(NATURE)


@pytest.mark.parametrize(
    ("phrase", "categories"),
    [
        ("Resigned", {"resigned"}),
        ("RESIGNED.", {"resigned"}),
        ("Final Written Warnings", {"final-written-warning"}),
        ("F.W.W.", {"final-written-warning"}),
        ("dismis sed", {"dismissed"}),
        ("nofurtheraction", {"no-further-action"}),
        ("Resigned (2)", {"resigned"}),
        ("3x Final written warning", {"final-written-warning"}),
        ("• Dismissed", {"dismissed"}),
        ("resigned, retired or dismissed", {"left"}),
        ("resigned/retired", {"resigned", "retired"}),
        ("resigned or retired", {"resigned", "retired"}),
        ("NFA / no case to answer", {"no-further-action", "no-case-to-answer"}),
        ("Resigned prior to misconduct hearing", {"resigned"}),
        ("Dismissed at hearing", {"dismissed"}),
        ("MA", {"management-advice", "management-action"}),
        ("required to resign", {"dismissed"}),
    ],
)
def test_a_cell_means_its_categories(phrase: str, categories: set[str]) -> None:
    found = OUTCOMES.match(phrase)
    assert isinstance(found, OneOf)
    assert set(found.categories) == categories
    assert found.phrase == phrase


@pytest.mark.parametrize(
    "phrase",
    [
        "not dismissed",
        "wasn't dismissed",
        "would have been dismissed",
        "Resigned: would have been dismissed",
        "Case dismissed",
        "first written warning",
        "recommended for dismissal",
        "asked to resign",
        "Dismissed by the papers as a joke",
        "management words",
        "harassment",
        "resigned/sent home",
    ],
)
def test_words_that_nobody_coded_stay_uncoded(phrase: str) -> None:
    assert OUTCOMES.match(phrase) == OneOf((), phrase)
    assert not OUTCOMES.knows(phrase)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("suspended", "dismissed"),
        ("management advice", "management action"),
        ("written warning", "final written warning"),
        ("not upheld", "no case to answer"),
        ("required to resign", "resigned"),
        ("no further action", "no case to answer"),
    ],
)
def test_dangerous_confusions(one: str, other: str) -> None:
    assert OUTCOMES.match(one) != OUTCOMES.match(other)
    first, second = OUTCOMES.match(one), OUTCOMES.match(other)
    assert first is not None
    assert second is not None
    assert not set(first.categories) & set(second.categories)


def test_alleged_is_not_found() -> None:
    stages = CategoryMatcher(STAGE)
    assert stages.match("alleged") == OneOf(("alleged",), "alleged")
    assert stages.match("not upheld") == OneOf((), "not upheld")
    assert [hit.negated for hit in stages.find("it was not upheld")] == ["not"]


def test_a_blank_cell_says_nothing() -> None:
    assert OUTCOMES.match(" ") is None


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("harassment; disclosure", AllOf(("harassment", "disclosure"), "harassment; disclosure")),
        ("harassment and disclosure", AllOf(("harassment", "disclosure"), "harassment and disclosure")),
        ("Harassment\nDisclosure", AllOf(("harassment", "disclosure"), "Harassment\nDisclosure")),
        (
            "harassment, disclosure and authority, respect and courtesy",
            AllOf(
                ("harassment", "disclosure", "courtesy"),
                "harassment, disclosure and authority, respect and courtesy",
            ),
        ),
        ("Authority, respect & courtesy", OneOf(("courtesy",), "Authority, respect & courtesy")),
        ("harassment or disclosure", OneOf(("harassment", "disclosure"), "harassment or disclosure")),
        ("harassment/disclosure", OneOf(("harassment", "disclosure"), "harassment/disclosure")),
        ("harassment and/or disclosure", OneOf((), "harassment and/or disclosure")),
        ("harassment; something else", OneOf((), "harassment; something else")),
    ],
)
def test_lists_where_a_case_can_have_several(phrase: str, found: OneOf | AllOf) -> None:
    assert NATURES.match(phrase) == found


def test_a_decision_wins_over_the_codebook() -> None:
    matcher = CategoryMatcher(OUTCOME, {"dealt with": ("management-action",), "resigned": ("dismissed",)})
    assert matcher.match("Dealt with.") == OneOf(("management-action",), "Dealt with.")
    assert matcher.match("Resigned") == OneOf(("dismissed",), "Resigned")


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("PC resigned before hearing", [("resigned", "")]),
        ("The officer received a final written warning.", [("final written warning", "")]),
        ("He was not dismissed but got a written warning", [("dismissed", "not"), ("written warning", "")]),
        (
            "She would have been dismissed had she not resigned",
            [("dismissed", "would have been"), ("resigned", "not")],
        ),
        ("Dismissal was overturned on appeal", [("Dismissal", "was overturned")]),
        ("resigned before being dismissed", [("resigned", ""), ("dismissed", "before being")]),
        ("They were never dismissed. Two retired.", [("dismissed", "never"), ("retired", "")]),
        ("one was sacked, two resigned/retired", [("sacked", ""), ("resigned/retired", "")]),
        ("nothing here", []),
    ],
)
def test_phrases_inside_a_sentence(text: str, hits: list[tuple[str, str]]) -> None:
    found = OUTCOMES.find(text)
    assert [(hit.text, hit.negated) for hit in found] == hits
    assert all(text[hit.start : hit.end] == hit.text for hit in found)


def test_a_joined_phrase_inside_a_sentence_is_one_of_both() -> None:
    assert OUTCOMES.find("two resigned/retired")[0].where == OneOf(("resigned", "retired"), "resigned/retired")


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    OUTCOMES.match(text)
    NATURES.match(text)
    OUTCOMES.find(text)


BOOK = Codebook(
    1,
    (OUTCOME, NATURE),
    (
        Measure("cases", "Cases", "cases", nouns=("investigations", "allegations")),
        Measure("people", "People", "people", nouns=("officers", "staff")),
    ),
)
HEADINGS = VariableMatcher(BOOK)


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        ("Outcome", "variable", "outcome"),
        ("OUTCOMES", "variable", "outcome"),
        ("Result of case", "variable", "outcome"),
        ("Nature of allegation", "variable", "nature"),
        ("Outcom", "variable", "outcome"),
        ("Number of cases", "measure", "cases"),
        ("No. of officers", "measure", "people"),
        ("Total number of officers", "measure", "people"),
        ("How many investigations", "measure", "cases"),
        ("Cases", "measure", "cases"),
        ("Investigations", "measure", "cases"),
        ("Total", "total", ""),
        ("Grand total", "total", ""),
        ("Year", "period", ""),
        ("2013/14", "period", ""),
        ("Year of outcome", "period", ""),
        ("Date recorded", "period", ""),
        ("Ref", "id", ""),
        ("Case", "id", ""),
        ("Officer 1", "id", ""),
        ("URN", "id", ""),
        ("Description", "text", ""),
        ("Brief circumstances", "text", ""),
        ("%", "percent", ""),
        ("Percentage of cases", "percent", ""),
    ],
)
def test_headings(text: str, kind: str, id: str) -> None:
    found = HEADINGS.heading(text)
    assert found is not None
    assert (found.kind, found.id) == (kind, id)


@pytest.mark.parametrize("text", ["No.", "Number", "Weather", "", "Allegations"])
def test_headings_that_are_open(text: str) -> None:
    assert HEADINGS.heading(text) is None


def test_an_open_heading_shows_what_it_may_be() -> None:
    assert {hit.kind for hit in HEADINGS.headings("No.")} == {"id", "measure"}


def test_a_question_names_its_variables() -> None:
    found = HEADINGS.caption("How many officers were investigated, and what was the outcome?")
    assert {(hit.kind, hit.id) for hit in found} == {("measure", "people"), ("variable", "outcome")}


def test_labels_tell_their_variable() -> None:
    found = HEADINGS.by_categories(["Dismissed", "Resigned", "Something else", "Total", "-"])
    assert [(hit.id, hit.score) for hit in found] == [("outcome", 0.667)]


ROLE = Variable(
    "role",
    "Role",
    categories=(
        Category("officer", "officer", "", ("police officer", "sworn officer")),
        Category("staff", "staff", "", ("member of staff", "police staff", "employee")),
        Category("special", "special constable"),
        Category("nurse", "nurse"),
    ),
)
SEVERAL = Variable("role", "Role", multiple=True, categories=ROLE.categories)
NOUNS = st.sampled_from(
    [
        ("officers", "officer"),
        ("staff", "staff"),
        ("special constables", "special"),
        ("nurses", "nurse"),
        ("police officers", "officer"),
        ("police staff", "staff"),
    ]
)
AND = st.sampled_from([" and ", " or ", "/", " / ", " & ", " and the ", " and other ", " as well as "])
BEFORE = st.sampled_from(["12 ", "All ", "In 2013, 4 ", "There were 3 ", ""])
AFTER = st.sampled_from(["", " were dismissed", " would be dismissed", " who had left", ".", " (4)", ": 12"])


@given(BEFORE, NOUNS, AND, NOUNS, AFTER)
def test_categories_named_together_are_one_of_both(
    before: str, one: tuple[str, str], link: str, other: tuple[str, str], after: str
) -> None:
    phrase = one[0] + link + other[0]
    (hit,) = CategoryMatcher(ROLE).find(before + phrase + after)
    assert (hit.text, hit.start, hit.negated) == (phrase, len(before), "")
    assert isinstance(hit.where, OneOf)
    assert set(hit.where.categories) == {one[1], other[1]}


@given(BEFORE, NOUNS, NOUNS, st.sampled_from([" and ", " or ", ", and ", " & "]), NOUNS, AFTER)
def test_a_list_with_commas_is_one_of_all(
    before: str, one: tuple[str, str], two: tuple[str, str], link: str, last: tuple[str, str], after: str
) -> None:
    phrase = f"{one[0]}, {two[0]}{link}{last[0]}"
    (hit,) = CategoryMatcher(ROLE).find(before + phrase + after)
    assert hit.text == phrase
    assert set(hit.where.categories) == {one[1], two[1], last[1]}


@pytest.mark.parametrize(
    "text",
    ["officers and members of staff", "police officers and police staff", "officers and members of the staff",
     "both officers and staff", "officers and/or staff", "officers\nand staff"],
)  # fmt: skip
def test_staff_named_with_officers_never_stands_alone(text: str) -> None:
    (hit,) = CategoryMatcher(ROLE).find(f"3 {text} would be told")
    assert set(hit.where.categories) == {"officer", "staff"}
    assert CategoryMatcher(ROLE).match("members of staff") == OneOf(("staff",), "members of staff")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3 officers and 2 staff", ["officers", "staff"]),
        ("an officer and a member of staff", ["officer", "member of staff"]),
        ("one officer and one employee", ["officer", "employee"]),
        ("3 officers and 3 staff", ["officers", "staff"]),
        ("an officer and an employee", ["officer", "employee"]),
        ("3 officers, staff 2", ["officers", "staff"]),
        ("3 were officers and staff made up the rest", ["officers", "staff"]),
        ("officers but not staff", ["officers", "staff"]),
        ("officers and retired staff", ["officers", "staff"]),
        ("Officers: 3; staff: 2", ["Officers", "staff"]),
    ],
)
def test_categories_told_apart_stay_apart(text: str, parts: list[str]) -> None:
    assert [hit.text for hit in CategoryMatcher(ROLE).find(text)] == parts


def test_a_negated_pair_is_negated_as_a_whole() -> None:
    (hit,) = CategoryMatcher(ROLE).find("people other than officers and staff")
    assert hit.negated == "other than"


def test_where_a_case_can_have_several_and_means_all() -> None:
    matcher = CategoryMatcher(SEVERAL)
    assert [hit.where for hit in matcher.find("officers and staff")] == [
        AllOf(("officer", "staff"), "officers and staff")
    ]
    assert [hit.where for hit in matcher.find("officers or staff")] == [
        OneOf(("officer", "staff"), "officers or staff")
    ]
    assert [hit.text for hit in matcher.find("officers and staff or nurses")] == ["officers and staff", "nurses"]


def test_a_phrase_does_not_run_over_a_colon_or_semicolon() -> None:
    assert OUTCOMES.find("one under management; advice was given") == ()
    assert [hit.where.phrase for hit in OUTCOMES.find("management advice; not: upheld")] == ["management advice"]


def test_the_longer_of_two_names_in_a_heading_is_the_measure() -> None:
    book = Codebook(1, (), (Measure("set", "Fines set", "fines", "count", ("fines set",)),
                            Measure("met", "Fines met", "fines", "count", ("fines met",))))  # fmt: skip
    known = VariableMatcher(book)
    hits = [known.heading(text) for text in ("No. of library fines set", "Number of £5 fines met")]
    assert [hit.id if hit else None for hit in hits] == ["set", "met"]
