"""How a case ended, or what is more than what, told where no claim has looked: then a person is asked.

"The one at Exampleton was cleared", "nobody there was disciplined", "Exampleton had more cases than Sampleton".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..verdict import Verdict
from .clauses import COMMENT, split, trimmed
from .said_after import BECAME
from .sentence import Sentence

_ENDED = re.compile(
    r"\b(?:no|nothing|none)\s(?:\w+\s){0,2}(?:finding|outcome|decision|proved|proven|found|upheld)\b|"
    r"\b(?:outcome|decision|verdict|hearing|ruling)\s(?:is|was|remains?)\s(?:still\s)?(?:awaited|pending|open|due)\b|"
    r"\b(?:under|awaiting|pending)\s(?:an?\s)?(?:investigation|inquiry|hearing|review)\b",
    re.IGNORECASE,
)
"""How far it has got."""
_SUPPOSED = re.compile(
    r"\b(?:if|whether|would|could|should|may|might|must|can|will|unless|anyone|policy|policies|rules?|code|guidance)\b",
    re.IGNORECASE,
)
"""It is only supposed, or laid down for all."""
_THAN = re.compile(
    r"\b(?:more|fewer|less|higher|lower|longer|shorter|bigger|smaller|larger|greater|worse|better|busier|slower|faster)"
    r"\s(?:\w+\s){0,4}?than\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:(?:came|comes|was|were|is|ranked|finished) (?:next|last|bottom)|runner-up|runners-up|"
    r"overtook|overtakes|(?:the )?other way (?:a)?round|the same (?:number |share |figure )?(?:in|as))\b",
    re.IGNORECASE,
)
"""An order or a sameness without a number."""
_MORE = (
    "it tells how a case ended, and nothing here has looked at that: hold it against the reply, or waive it",
    "it compares without a number, and nothing looks at that; say with what in numbers, or waive it",
)


def passed_over(
    one: Sentence, read: Sequence[tuple[int, int]], has_case: bool
) -> Iterator[tuple[int, int, Verdict]]:
    """The clauses that hold none of what was `read`, and tell an end or a comparison.

    `has_case` says that an accusation stands in the sentence or before it in the paragraph.
    """
    if COMMENT.search(one.plain):
        return
    for start, end in split(one.plain):
        text = one.plain[start:end]
        if any(first < end and start < last for first, last in read) or _SUPPOSED.search(text):
            continue
        of_body = any(start <= seen.start < end for seen in one.bodies)
        ended = (of_body or has_case) and bool(BECAME.search(text) or _ENDED.search(text))
        compared = bool(_ORDER.search(text) and one.bodies) or (
            bool(_THAN.search(text)) and _is_of_survey(one, start, end)
        )
        if ended or compared:
            kind = "incident" if ended else "comparison"
            yield *trimmed(one.plain, start, end), Verdict("needs a person", kind, why=_MORE[0 if ended else 1])


def _is_of_survey(one: Sentence, start: int, end: int) -> bool:
    """Between bodies, or of a body of the survey between times."""
    inside = [seen for seen in one.bodies if start <= seen.start < end]
    timed = any(start <= when.start < end for when in one.whens)
    return len(inside) > 1 or (timed and bool(one.bodies or one.lexicon.body_nouns.search(one.plain[start:end])))
