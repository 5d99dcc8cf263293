"""The currencies that a sentence names."""

from __future__ import annotations

from foidesk.words.numbers import numbers


def has_two_coins(text: str) -> bool:
    """True for "£1,000 in 2022, €1,200 in 2023": which of them is what was asked for is for a person to say."""
    return len({word.unit for word in numbers(text) if word.kind == "money"}) > 1
