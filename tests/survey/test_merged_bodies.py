"""Two councils that were merged, each with its figures in a file of its own; REHEARSAL."""

from __future__ import annotations

from pathlib import Path

from foidesk.survey import Survey
from foidesk.survey.tracing import trace

from .. import small

SOUTH = "Outcome,Number of complaints\nUpheld,6\nNot upheld,20\nWithdrawn,1\nTotal,27\n"


def value(survey: Survey, where: str = "") -> tuple[object, object]:
    kinds = {"outcome": (where,)} if where else {}
    support = survey.work.reconciled.accounts.support("alphaton", "complaints", kinds)
    assert support is not None
    return support.value.lo, support.value.hi


def test_a_person_adds_the_figures_of_two_predecessors(tmp_path: Path) -> None:
    survey = Survey(small.write(tmp_path / "fines"))
    (survey.replies / "alphaton" / "south.csv").write_text(SOUTH, encoding="utf-8")
    survey.ingest()
    (choice,) = [one for one in survey.work.results.open_choices() if one.kind in ("twin", "version")]
    survey.decide(choice.id, "both added", who="A. Editor", reason="the reply has a file of each predecessor")
    assert (value(survey), value(survey, "upheld"), value(survey, "withdrawn")) == ((47, 47), (11, 11), (4, 4))
    assert not [one for one in survey.work.results.open_choices() if one.body == "alphaton"]
    sources = trace(survey, "by-body", "alphaton").sources
    assert {source.delivery.name for source in sources} == {"reply.csv", "south.csv"}
    (finding,) = [one for one in survey.work.results.findings if one.name == "by-body"]
    every = [*finding.supports, *(one for line in finding.lines for one in line.supports)]
    assert all(one.judgements for one in every if one.body == "alphaton")
