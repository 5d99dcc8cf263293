"""Two at one survey: nothing is lost, and the second sees what the first decided."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from foidesk.survey import Survey
from foidesk.web.running import Running

from ..cli.outside import foidesk
from .test_desk import ids
from .visitor import Visitor


def test_the_second_sees_the_firsts_answer_and_records_none(visitor: Visitor, desk: Running, folder: Path) -> None:
    second = Visitor.admitted(desk, "B. Editor")
    shown = second.get("/review")
    visitor.post("/review", ids(visitor.get("/review")), answer="withdrawn", reason="both say so")
    second.post("/review", ids(shown), answer="upheld", reason="I think")
    assert "A. Reporter answered this meanwhile: Withdrawn" in second.get("/review").text
    assert {one.who for one in Survey(folder).store.decisions.all()} == {"A. Reporter"}


def test_a_decision_of_the_command_line_is_seen_at_the_desk(visitor: Visitor, folder: Path) -> None:
    shown = visitor.get("/review")
    for _, id in ids(shown):
        said = foidesk(folder, "decide", id, "--answer", "withdrawn", "--reason", "seen", "--by", "C. Clerk")
        assert said.code == 0, said.both
    assert not ids(visitor.get("/review"))
    visitor.post("/review", ids(shown), answer="upheld", reason="late")
    assert "C. Clerk answered this meanwhile" in visitor.get("/review").text


def test_many_answers_at_once_are_all_on_record(visitor: Visitor, desk: Running, folder: Path) -> None:
    people = [Visitor.admitted(desk, f"Person {number}") for number in range(4)]
    asked = ids(visitor.get("/review"))

    def work(person: Visitor) -> None:
        for turn in range(4):
            person.post("/review", asked, answer="withdrawn", reason="seen")
            person.post("/review/undo")
            person.post("/bodies/alphaton/notes", text=f"{id(person)} {turn}")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, people))
    every = Survey(folder).store.decisions.all()
    given = [one for one in every if not one.revokes]
    assert given and len(every) == 2 * len(given), "each answer and each taking back is a row"
    assert sum(one.kind == "note" for one in Survey(folder).store.events.all()) == 16
    assert not Survey(folder).store.events.cut_lines()


def test_an_answer_that_the_figures_hold_already_is_not_given_twice(
    visitor: Visitor, desk: Running, folder: Path
) -> None:
    second = Visitor.admitted(desk, "B. Editor")
    shown = second.get("/review")
    visitor.post("/review", ids(shown), answer="withdrawn", reason="both say so")
    visitor.settled()
    second.post("/review", ids(shown), answer="upheld", reason="I think")
    assert "A. Reporter answered this meanwhile: Withdrawn" in second.get("/review").text
    assert len(Survey(folder).store.decisions.all()) == 2
