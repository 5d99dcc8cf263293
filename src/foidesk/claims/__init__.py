"""Draft → claims → verdicts (in the making)."""

from foidesk.model import Claim, Finding, Observation, SurveyDefinition


def check(
    text: str, findings: tuple[Finding, ...], definition: SurveyDefinition, cases: tuple[Observation, ...]
) -> tuple[Claim, ...]:
    return ()
