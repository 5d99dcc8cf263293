"""Who was suspended: told as done, or as a matter that is looked into."""

import pytest

from foidesk.claims.ask.cases import _is_only_alleged
from foidesk.claims.ask.stages import ACQUITTED, is_alleged


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


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("A clerk accused of shouting faced no further action, the allegation not having been upheld", True),
        ("A clerk who shouted faced no further action, the allegation not having been upheld", False),
        ("A clerk faced no further action after shouting, the allegation not having been upheld", False),
    ],
)
def test_what_was_not_upheld_may_be_told_as_done_all_the_same(text: str, only: bool) -> None:
    assert _is_only_alleged(text) is only


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("A clerk was cleared in 2023 of falsifying records", True),
        ("A clerk has been exonerated", True),
        ("The council cleared a clerk of falsifying records", True),
        ("A clerk, cleared of theft, returned to work", True),
        ("A clerk was later cleared of theft", True),
        ("A clerk was cleared of theft but sacked for lying about it", False),
        ("A clerk was sacked after a vetting-cleared colleague complained", False),
        ("A clerk was disciplined for leaving a backlog", False),
    ],
)
def test_cleared_tells_that_nothing_was_found(text: str, over: bool) -> None:
    assert bool(ACQUITTED.search(text)) is over
