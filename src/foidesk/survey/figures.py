"""The findings as they are published, and the bodies' figures that they are computed from."""

from __future__ import annotations

from collections.abc import Mapping

from .. import findings
from ..model import Attached, Finding, Observation, SurveyDefinition
from ..reconcile import Reconciled
from ..report import Figures, Recorder, disclosed_part
from .work import with_judgements


def published(
    definition: SurveyDefinition,
    reconciled: Reconciled,
    attached: tuple[Attached, ...],
    observations: Mapping[str, Observation],
) -> tuple[tuple[Finding, ...], Figures]:
    """The findings with every small number that a body withheld left as wide as its reply, and their figures.

    The findings are computed from what is published, not narrowed afterwards: so anybody can do it again.
    """
    recorder = Recorder(reconciled.accounts, lambda part: disclosed_part(findings.public_part(part), observations))
    outcomes = tuple(reconciled.outcomes)
    found = findings.compute(definition, recorder, outcomes)
    return with_judgements(found, attached), Figures(definition, outcomes, recorder)


def recomputed(figures: Figures) -> tuple[Finding, ...]:
    """The findings computed anew from a package's figures, with the recipes of this version."""
    return findings.compute(figures.definition, figures.accounts, figures.outcomes)
