"""Access laws as data, and what the letters of public bodies say in their terms (`law.letters`)."""

from .acts import AccessLaw, CostLimit, Exemption, Refusal, ResponseTime, law, laws

__all__ = [
    "AccessLaw",
    "CostLimit",
    "Exemption",
    "Refusal",
    "ResponseTime",
    "law",
    "laws",
]
