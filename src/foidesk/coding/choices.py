"""The open question which category a reply's phrase means."""

from __future__ import annotations

from collections.abc import Sequence

from foidesk.model.codebook import Category, Variable
from foidesk.model.codec import digest
from foidesk.model.observations import Choice, Option
from foidesk.model.places import Locator
from foidesk.words.normal import normalise

JOIN = ";"


def coding_choice(
    variable: Variable, phrase: str, body: str, locators: Sequence[Locator] = (), weight: int = 0
) -> Choice:
    """Which category of the variable the phrase means, for this body's reply.

    Its id hangs on variable, normalised phrase and body, so that one answer serves wherever the body uses the
    phrase. Each option is a category, its `value` the category's id.
    """
    key = normalise(phrase)
    return Choice(
        id=digest("coding", variable.id, key, body),
        kind="coding",
        question=f"Which {variable.label.lower()} does “{_shown(phrase)}” mean?",
        options=tuple(option(category) for category in variable.categories),
        body=body,
        locators=tuple(locators),
        variable=variable.id,
        phrase=key,
        weight=weight,
    )


def option(*categories: Category, sign: str = "and") -> Option:
    """The option of one category, or of several at once: ids joined by ";", labels by `sign`."""
    ids = JOIN.join(category.id for category in categories)
    return Option(ids, f" {sign} ".join(category.label for category in categories), value=ids)


def _shown(phrase: str) -> str:
    words = " ".join(phrase.split())
    return words if len(words) <= 80 else f"{words[:77]}..."
