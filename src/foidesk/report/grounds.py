"""The section that a refusal rests on, in words that a reader understands."""

from __future__ import annotations

from functools import cache

from foidesk.law import AccessLaw, laws
from foidesk.model import Outcome


def section_words(outcome: Outcome) -> str:
    """ "section 40(2), FOIA 2000"; the noun is that of the law ("regulation"), or the reply's own."""
    known = _law(outcome.act)
    noun = known.unit if known and known.unit else "section"
    section = outcome.section if outcome.section[:1].isalpha() else f"{noun} {outcome.section}"
    act = known.title if known and outcome.act == known.id else outcome.act
    return f"{section}, {act}" if act else section


def ground_words(outcome: Outcome) -> str:
    """What the section is about ("personal information"); "" where the law is not known or names nothing."""
    known = _law(outcome.act)
    if known is None or not outcome.section:
        return ""
    found = known.exemption(outcome.section) or known.refusal(outcome.section)
    return found.title if found else ""


@cache
def _law(act: str) -> AccessLaw | None:
    """The access law of an id, a title or one of its names."""
    wanted = act.strip().casefold()
    return next((each for each in laws() if wanted in _names(each)), None) if wanted else None


def _names(law: AccessLaw) -> set[str]:
    return {name.casefold() for name in (law.id, law.title, *law.names)}
