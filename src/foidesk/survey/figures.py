"""The findings as they are published, and the bodies' figures that they are computed from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import findings, report
from ..model import Finding, Observation
from ..report import Figures, Recorder, Replay, disclosed_part
from .work import with_judgements

if TYPE_CHECKING:
    from .survey import Survey


def published(survey: Survey, observations: Mapping[str, Observation]) -> tuple[tuple[Finding, ...], Figures]:
    """The findings with every small number that a body withheld left as wide as its reply, and their figures.

    The findings are computed from what is published, not narrowed afterwards: so anybody can do it again.
    """
    work, definition = survey.work, survey.definition
    outcomes = work.results.outcomes
    key = work.chain.key("figures", work.results_content, definition, findings.VERSION, report.VERSION)

    def make() -> Any:
        recorder = Recorder(
            work.reconciled.accounts, lambda part: disclosed_part(findings.public_part(part), observations)
        )
        found = findings.compute(definition, recorder, outcomes)
        return {"findings": found, "accounts": recorder.as_plain()}

    made = work.chain.value(work.chain.node("figures", key, make))
    accounts = Replay.of_plain(made["accounts"])
    return with_judgements(made["findings"], work.results.attached), Figures(definition, outcomes, accounts)


def recomputed(figures: Figures) -> tuple[Finding, ...]:
    """The findings computed anew from a package's figures, with the recipes of this version."""
    return findings.compute(figures.definition, figures.accounts, figures.outcomes)
