"""Words that limit whom figures cover, and which date decides."""

from __future__ import annotations

import pytest

from foidesk.words.limits import dated_by, limits


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Please note that these figures relate to police officers only.", "only", "police officers"),
        ("The data only covers police staff.", "only", "police staff"),
        ("The table above relates solely to teachers and does not include assistants.", "only", "teachers"),
        ("The figures exclude agency staff.", "without", "agency staff"),
        ("This covers the Parks service only.", "only", "Parks service"),
        ("They relate only to council trees.", "only", "council trees"),
        ("It does not include anonymous complaints.", "without", "anonymous complaints"),
        ("These numbers don't include contractors, who are not employees.", "without", "contractors"),
    ],
)
def test_a_sentence_limits_the_figures(sentence: str, kind: str, words: str) -> None:
    assert (kind, words) in [(one.kind, one.words) for one in limits(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "We only hold information for police officers.",
        "The figures exclude 3 cases that were withdrawn.",
        "The information provided includes only cases recorded since 2010.",
        "Only one officer was dismissed.",
        "This letter covers your request only.",
        "It includes your right to appeal only.",
        "This is for your information only.",
        "The officer did not include the document in the list.",
    ],
)
def test_words_that_limit_nothing_or_hold_a_number(sentence: str) -> None:
    assert not list(limits(sentence))


@pytest.mark.parametrize(
    ("label", "words"),
    [("Police officers only", "Police officers"), ("Outcomes (excluding police staff)", "police staff")],
)
def test_a_caption_limits_its_table(label: str, words: str) -> None:
    assert [one.words for one in limits(label, label=True)] == [words]


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("Cases recorded in 2013", "recorded"),
        ("Date of outcome", "decided"),
        ("Incidents that took place in 2012", "event"),
        ("Cases in 2013", ""),
        ("incidents that occurred in 2012 and were recorded in 2013", ""),
    ],
)
def test_which_date_decides(words: str, basis: str) -> None:
    assert dated_by(words) == basis
