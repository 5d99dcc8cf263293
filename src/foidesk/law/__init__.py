"""Access laws as data, and what a letter's sentences say in their terms."""

from .acts import AccessLaw, CostLimit, Exemption, Refusal, ResponseTime, law, laws
from .phrases import OutcomeSeen, outcomes

__all__ = [
    "AccessLaw",
    "CostLimit",
    "Exemption",
    "OutcomeSeen",
    "Refusal",
    "ResponseTime",
    "law",
    "laws",
    "outcomes",
]
