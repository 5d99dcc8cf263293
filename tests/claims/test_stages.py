"""Who was suspended: told as done, or as a matter that is looked into."""

import pytest

from foidesk.claims.ask.stages import is_alleged


@pytest.mark.parametrize(
    ("text", "alleged"),
    [
        ("A clerk is suspended for shouting at a visitor", False),
        ("A clerk was suspended after losing the keys", False),
        ("A clerk is suspended after allegedly shouting at a visitor", True),
        ("A clerk was suspended after being accused of theft", True),
        ("A clerk was suspended over claims of theft", True),
        ("A clerk is suspended", True),
    ],
)
def test_suspended_for_doing_it_tells_that_it_was_done(text: str, alleged: bool) -> None:
    assert is_alleged(text) is alleged
