"""To how many of those just counted something was done that the survey counts: "nine of them were upheld"."""

from __future__ import annotations

import re

from foidesk.words.numbers import NumberWord

from ..figures.seen import Seen
from .carried import Lead
from .clause import Clause

_OF_THEM = re.compile(
    r"\s+of\s+(?:them|these|those|(?:the|these|those)(?:\s+year['’]s)?\s+(?P<noun>[^\W\d]+))\s+"
    r"(?:were|was|had\s+been|have\s+been)\s+(?:(?:later|then|eventually|subsequently|ultimately)\s+)?",
    re.IGNORECASE,
)
_DONE = re.compile(r"[a-z]{3,}ed|upheld|withdrawn|withheld", re.IGNORECASE)
_ENDS = re.compile(r"\s*[.;]?\s*")


def some_done(seen: Seen, word: NumberWord, lead: Lead | None) -> Clause | None:
    """The count of another measure than that of the cases it is some of; None for some of the same.

    The words say nothing more: "nine of them were upheld in part", "were upheld or withdrawn" are other counts.
    """
    found = _OF_THEM.match(seen.text, word.end)
    done = next((noun for noun in seen.nouns if found is not None and noun.start == found.end()), None)
    if found is None or done is None or seen.numbers != (word,) or not _ENDS.fullmatch(seen.text[done.end :]):
        return None
    base = {noun.measure for noun in seen.nouns if found["noun"] and noun.start == found.start("noun")}
    base |= {lead.seen.measure.id} if lead is not None and not found["noun"] else set()
    is_other = bool(base) and done.measure not in base and _DONE.fullmatch(seen.text[done.start : done.end])
    return Clause(word.start, word.end, word, (done,)) if is_other else None
