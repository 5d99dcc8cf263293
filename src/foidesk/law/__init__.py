"""Access laws as data, and what the letters of public bodies say in their terms (`law.letters`)."""

from .acts import (
    PARTS,
    AccessLaw,
    ClockRule,
    ClockStops,
    CostLimit,
    Exemption,
    Refusal,
    ResponseTime,
    access_law,
    adopt,
    law,
    laws,
)

__all__ = [
    "PARTS",
    "AccessLaw",
    "ClockRule",
    "ClockStops",
    "CostLimit",
    "Exemption",
    "Refusal",
    "ResponseTime",
    "access_law",
    "adopt",
    "law",
    "laws",
]
