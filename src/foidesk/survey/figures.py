"""The findings as they are published, and the bodies' figures that they are computed from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .. import findings, report
from ..model import Finding, Observation
from ..report import Figures, NotGiven, Recorder, Replay, disclosed_part
from . import own, timing
from .work import with_judgements

if TYPE_CHECKING:
    from .survey import Survey


def published(survey: Survey, observations: Mapping[str, Observation]) -> tuple[tuple[Finding, ...], Figures]:
    """The findings with every small number that a body withheld left as wide as its reply, and their figures.

    The findings are computed from what is published, not narrowed afterwards: so anybody can do it again.
    """
    work, definition = survey.work, survey.definition
    outcomes = work.results.outcomes
    timed = timing.timings(survey, outcomes)
    key = work.chain.key(
        "figures", work.results_content, definition, list(timed), findings.VERSION, report.VERSION
    )

    def make() -> Any:
        recorder = Recorder(
            work.reconciled.accounts, lambda part: disclosed_part(findings.public_part(part), observations)
        )
        asked = definition if survey.trust else own.without(definition)
        found = findings.compute(asked, recorder, outcomes, timed, own.load(survey))
        return {"findings": found, "accounts": recorder.as_plain()}

    made = work.chain.value(work.chain.node("figures", key, make))
    accounts = Replay.of_plain(made["accounts"])
    return with_judgements(made["findings"], work.results.attached), Figures(definition, outcomes, accounts, timed)


def recomputed(figures: Figures) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings computed anew from a package's figures, and the names of those that its figures do not give.

    A recipe may ask on by what it was told (the bounds of a share do), so a changed figure can leave a question
    that nobody wrote down. Where no finding at all comes out, the file is of another version: that is refused.
    """
    made: list[Finding] = []
    missing: dict[str, NotGiven] = {}
    for query in own.without(figures.definition).findings:
        alone = replace(figures.definition, findings=(query,))
        try:
            made += findings.compute(alone, figures.accounts, figures.outcomes, figures.timings)
        except NotGiven as error:
            missing[query.name] = error
    if missing and not made:
        raise next(iter(missing.values()))
    return tuple(made), tuple(missing)
