"""A decision rests on evidence: it holds while the evidence does, is listed as stale else, and is never lost."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk import extract
from foidesk.model import Attached, Box, Choice, Judgement, Locator, Option, PagePlace, SheetPlace, TextPlace
from foidesk.survey import Survey
from foidesk.survey.judging import answers, attach, evidence_of
from foidesk.survey.wording import questions

from .. import small
from .folder import run, values

OPTIONS = (Option("a", "Take 12"), Option("b", "Take 13"))
PITCH = 12.0
"""Points from line to line."""


def _choice(
    id: str, *places: Locator, question: str = "Which total stands?", kind: str = "contradiction"
) -> Choice:
    return Choice(id, kind, question, OPTIONS, "alphaton", places)


def _box(line: int, quote: str = "12", document: str = "aa", shift: tuple[float, float] = (0.0, 0.0)) -> Locator:
    x, y = 100.0 + shift[0], 100.0 + PITCH * line + shift[1]
    return Locator(document, PagePlace(1, Box(x, y, x + 10, y + 8)), quote)


def _judgement(choice: Choice, answer: str = "a", id: str = "j1") -> Judgement:
    label = next(one.label for one in choice.options if one.id == answer)
    return Judgement(id, "2023-02-06T10:00:00+00:00", "Ed", choice.kind, evidence_of(choice, 1), answer, label)


def _accounted(judgements: list[Judgement], attached: tuple[Attached, ...], choices: list[Choice]) -> None:
    """Every judgement is attached, listed as stale, or replaced by a later one on the same choice."""
    for one in attached:
        assert bool(one.choice) != bool(one.stale)
    listed = {one.judgement.id for one in attached}
    for judgement in judgements:
        if judgement.id not in listed:
            alone = attach([judgement], choices)
            assert alone[0].choice in {one.choice for one in attached}


@given(st.floats(-2, 2), st.floats(-2, 2), st.integers(1, 6))
def test_a_shift_of_two_points_loses_no_decision(dx: float, dy: float, count: int) -> None:
    before = [_choice(str(line), _box(line)) for line in range(count)]
    after = [_choice(str(line), _box(line, shift=(dx, dy))) for line in range(count)]
    taken = [_judgement(choice, "ab"[number % 2], f"j{number}") for number, choice in enumerate(before)]
    attached = attach(taken, after)
    assert [one.choice for one in attached] == [choice.id for choice in after]
    assert list(answers(attached, after).values()) == [one.answer for one in taken]


@given(st.lists(st.tuples(st.floats(-40, 40), st.floats(-5, 5)), min_size=1, max_size=6), st.data())
def test_after_any_shift_a_decision_is_on_its_own_words_or_stale(
    shifts: list[tuple[float, float]], data: st.DataObject
) -> None:
    quotes = data.draw(st.lists(st.sampled_from(["12", "13", "0"]), min_size=len(shifts), max_size=len(shifts)))
    before = [_choice(str(n), _box(n, quote)) for n, quote in enumerate(quotes)]
    after = [_choice(str(n), _box(n, quotes[n], shift=shift)) for n, shift in enumerate(shifts)]
    taken = [_judgement(choice, id=f"j{n}") for n, choice in enumerate(before)]
    attached = attach(taken, after)
    _accounted(taken, attached, after)
    for one in attached:
        if one.choice:
            assert one.judgement.id == f"j{one.choice}"


def test_a_cell_that_is_split_makes_the_decision_stale() -> None:
    whole = _choice("1", _box(0, "12 13"))
    parts = [_choice("2", _box(0, "12")), _choice("3", _box(0, "13", shift=(5, 0)))]
    [attached] = attach([_judgement(whole)], parts)
    assert attached.choice == "" and "document, place and quote" in attached.stale


def test_another_document_or_page_or_sheet_is_another_place() -> None:
    taken = _judgement(_choice("1", _box(0)))
    moved = replace(_box(0), place=PagePlace(2, Box(100, 100, 110, 108)))
    for place in (_box(0, document="bb"), moved, replace(_box(0), place=SheetPlace("csv", 1, 1, 1, 1))):
        assert attach([taken], [_choice("1", place)])[0].stale


@pytest.mark.parametrize(
    "place",
    [TextPlace("body", 3, 3), PagePlace(1, Box(10, 10, 10, 10)), SheetPlace("it's “odd”\n", 1, 2, 3, 4, 0, 2)],
)
def test_a_place_that_stays_as_it_was_holds_even_if_it_is_empty(place: TextPlace | PagePlace | SheetPlace) -> None:
    choice = _choice("1", Locator("aa", place, "12"))
    assert attach([_judgement(choice)], [choice])[0].choice == "1"


def test_an_answer_to_another_question_about_the_same_place_is_not_taken() -> None:
    taken = _judgement(_choice("1", _box(0), question="Is this 12 the total?"))
    [attached] = attach([taken], [_choice("2", _box(0), question="Is this 12 a list of cases?")])
    assert attached.choice == "" and attached.stale


def test_an_answer_does_not_spread_to_a_place_nobody_looked_at() -> None:
    taken = _judgement(_choice("1", _box(0), _box(1, "13")))
    assert attach([taken], [_choice("1", _box(0), _box(1, "13"), _box(2, "14"))])[0].stale
    assert attach([taken], [_choice("1", _box(0))])[0].stale


def test_two_questions_that_fit_alike_are_not_chosen_between() -> None:
    choice = _choice("1", _box(0))
    assert "more than one" in attach([_judgement(choice)], [choice, replace(choice, id="2")])[0].stale


def test_of_two_decisions_on_one_choice_the_later_holds() -> None:
    choice = _choice("1", _box(0))
    attached = attach([_judgement(choice, "a", "j1"), _judgement(choice, "b", "j2")], [choice])
    assert answers(attached, [choice]) == {"1": "b"}
    assert [one.judgement.id for one in attached] == ["j2"]


def test_an_answer_that_is_no_longer_offered_is_stale_and_one_with_a_new_id_is_found_by_its_label() -> None:
    choice = _choice("1", _box(0))
    renamed = replace(choice, options=(Option("x", "Take 12"), Option("y", "Take 13")))
    assert answers(attach([_judgement(choice)], [renamed]), [renamed]) == {"1": "x"}
    gone = replace(choice, options=(Option("y", "Take 13"),))
    assert "no longer offered" in attach([_judgement(choice)], [gone])[0].stale


# --- in a whole survey -----------------------------------------------------------------------------------------

ODD = "Outcome,Number of complaints\nUpheld,5\nNot upheld,12\nTaken back by reader,3\nTotal,21\n"


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A survey with a decision of each kind that its replies raise: sender, coding, and what does not add up."""
    folder = small.write(tmp_path_factory.mktemp("decided") / "survey")
    (folder / "replies" / "alphaton" / "reply.csv").write_text(ODD)
    text = "Outcome,Number of complaints\nUpheld,1\nNot upheld,1\nTotal,2\n"
    (folder / "replies" / "unsigned.csv").write_text(text)
    run(folder)
    for _ in range(8):
        survey = Survey(folder)
        choices = survey.work.results.open_choices()
        if not choices:
            break
        answer = {"body": "gammaley", "coding": "withdrawn"}.get(choices[0].kind, "#1")
        survey.decide(choices[0].id, answer, "Ed", "as the letter says")
    run(folder)
    return folder


@pytest.fixture
def folder(decided: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(decided, tmp_path / "survey"))


def _none_lost(folder: Path) -> tuple[Attached, ...]:
    """What is attached now; fails if a standing decision is nowhere."""
    survey = Survey(folder)
    standing = list(survey.store.decisions.standing())
    attached = survey.work.results.attached
    _accounted(standing, attached, list(survey.work.results.choices))
    return attached


def test_the_survey_has_decisions_of_several_kinds(decided: Path) -> None:
    attached = _none_lost(decided)
    assert {"body", "coding"} <= {one.judgement.kind for one in attached}
    assert not [one for one in attached if one.stale]


def test_a_new_version_of_extract_keeps_every_decision(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, value = _none_lost(folder), values(folder)
    monkeypatch.setattr(extract, "VERSION", extract.VERSION + 1)
    assert run(folder).made["extract"]
    assert _none_lost(folder) == before
    assert values(folder) == value


def test_a_new_version_of_a_reader_keeps_every_decision(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from foidesk.survey import reading

    before, versions = _none_lost(folder), dict(reading.reader_versions())
    monkeypatch.setattr(reading, "reader_versions", lambda: versions | {"csv": versions["csv"] + 1})
    assert run(folder).made["read"]
    assert _none_lost(folder) == before


def test_a_renamed_file_keeps_its_decisions_or_lists_them_as_stale(folder: Path) -> None:
    for path in ("alphaton/reply.csv", "unsigned.csv"):
        (folder / "replies" / path).rename(folder / "replies" / f"{path}-renamed.csv")
    run(folder)
    attached = _none_lost(folder)
    kept = {one.judgement.kind for one in attached if one.choice}
    assert "coding" in kept
    assert all(one.stale for one in attached if one.judgement.kind == "body")


def test_a_changed_file_lists_its_decisions_as_stale_and_a_restored_one_has_them_back(folder: Path) -> None:
    before, value = _none_lost(folder), values(folder)
    unsigned = folder / "replies" / "unsigned.csv"
    data = unsigned.read_bytes()
    unsigned.write_bytes(data.replace(b"Upheld,1", b"Upheld,2").replace(b"Total,2", b"Total,3"))
    run(folder)
    stale = [one for one in _none_lost(folder) if one.stale]
    assert [one.judgement.kind for one in stale] == ["body"]
    unsigned.write_bytes(data)
    run(folder)
    assert {one.judgement.id: one.choice for one in _none_lost(folder)} == {
        one.judgement.id: one.choice for one in before
    }
    assert values(folder) == value


def test_a_persons_word_on_the_sender_stands_when_the_names_come_to_fit_another(folder: Path) -> None:
    value = values(folder)
    bodies = folder / "bodies.csv"
    bodies.write_text(bodies.read_text().replace("Betaford Council", "Betaford Council;Unsigned"))
    run(folder)
    assert values(folder) == value


def test_revoking_restores_what_was_before(folder: Path) -> None:
    survey = Survey(folder)
    standing = survey.store.decisions.standing()
    before = values(folder)
    [coding] = [one for one in standing if one.kind == "coding"]
    choice = next(one.choice for one in survey.work.results.attached if one.judgement.id == coding.id)
    later = survey.decide(choice, "upheld", "Ed", "on second thoughts")
    assert later.changed and values(folder) != before
    survey.revoke(later.judgement.id, "Ed", "no, the first was right")
    assert values(folder) == before


def test_the_same_decision_taken_again_after_a_revocation_stands(folder: Path) -> None:
    [coding] = [one for one in Survey(folder).store.decisions.standing() if one.kind == "coding"]
    before = values(folder)
    survey = Survey(folder)
    choice = next(one.choice for one in survey.work.results.attached if one.judgement.id == coding.id)
    survey.revoke(coding.id, "Ed", "a mistake")
    assert values(folder) != before
    for _ in range(2):
        taken = survey.decide(choice, "withdrawn", "Ed", "as the letter says")
        assert values(folder) == before
        survey.revoke(taken.judgement.id, "Ed", "a mistake")
        assert values(folder) != before


def test_a_phrase_is_asked_about_once_with_every_place_it_stands_in(decided: Path) -> None:
    survey = Survey(decided)
    book = survey.definition.codebook
    every = list(survey.work.extractions.values())
    [asked] = questions(every, book)
    assert asked.phrase == "taken back by reader" and asked.body == "alphaton" and asked.weight == 3
    assert [one.quote for one in asked.locators] == ["Taken back by reader"]
    assert questions([*every, *every], book)[0].locators == asked.locators
    opened = tuple(replace(variable, open=True) for variable in book.variables)
    assert questions(every, replace(book, variables=opened)) == ()
