"""Words that tell what happened: a verb in the past, as far as its form shows."""

from __future__ import annotations

import re

IRREGULAR = (
    "was|were|had|has been|have been|did|made|sent|wrote|said|took|put|told|spoke|met|held|broke|lost|found|kept|"
    "paid|drew|brought|given|gave|got|led|left|became|began|chose|came|went|fell|ran|saw|sold|shot|stole|threw|arose|rose|"
    "wurde|wurden|worden|war|waren|hatte|hatten|ist|sind|handelte|handelten|gab|gaben|betraf|betrafen|erfolgte|erfolgten|"
    "endete|endeten|führte|führten|lag|lagen|kam|kamen|ging|gingen|blieb|blieben|entfiel|entfielen"
)
"""Forms of the past that no ending shows, as alternatives of a pattern."""
PAST = re.compile(rf"\b(?:{IRREGULAR}|[a-z]{{3,}}ed|(?:is|are) (?:still|currently)|remains?)\b", re.IGNORECASE)
WAS = re.compile(r"\b(?:was|were|had been|has been|have been|wurden?|worden|waren?|ist|sind)\b", re.IGNORECASE)


def tells(text: str, start: int = 0) -> bool:
    """True if the words from `start` on say that something happened."""
    return PAST.search(text, start) is not None
