"""Words that deny a category without naming it: "30 were upheld and 46 were not"; REHEARSAL."""

from __future__ import annotations

import pytest

from .test_counted_things import seen


def told(text: str) -> dict[str, int]:
    found = [o for o in seen(text).observations if o.accepted_by and o.amount is not None]
    return {o.where["outcome"].categories[0]: int(o.amount.lo) for o in found if "outcome" in o.where and o.amount}


@pytest.mark.parametrize(
    "text",
    [
        "We received 76 complaints about trees. Of these, 30 were upheld and 46 were not.",
        "Of the 76 complaints about trees, 30 were upheld and the remaining 46 were not.",
        "30 complaints about trees were upheld and 46 complaints weren't.",
    ],
)
def test_what_was_not_is_the_category_of_these_words(text: str) -> None:
    assert told(text) == {"upheld": 30, "not": 46}


def test_what_the_codebook_has_no_words_for_is_of_no_kind() -> None:
    """There is no "not roots" in the codebook."""
    found = seen("30 complaints about trees were about roots, 46 were not.")
    kinds = [
        (o.where["kind"].categories, int(o.amount.lo))
        for o in found.observations
        if "kind" in o.where and o.amount
    ]
    assert kinds == [(("roots",), 30)]
