"""Whether words tell something: a verb, a number or a word of quantity among them."""

from __future__ import annotations

import re

_TELLS = re.compile(
    r"\d|\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|cannot|could|may|must|shall|"
    r"should|no|none|nil|"
    r"nothing|yes|not|all|both|half|each|most|zero|many|several|some|any|attached|enclosed|exempt|see|"
    r"\w{2,}ed|held|kept|"
    r"spent|paid|given|sent|made|found|took|ran|hold|keep|rely|relies|applies|apply|keine?r?|nicht|wurden?|"
    r"sind|ist|hat|haben|"
    r"liegen|liegt|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred)\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)


def tells(text: str) -> bool:
    """True for a piece with a verb, a number or a word of quantity: more than a name."""
    return bool(_TELLS.search(text))
