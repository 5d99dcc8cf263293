"""Words that say "none": of which periods they say it, and what they speak of beside the noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foidesk.words.periods import PeriodSeen
from foidesk.words.totals import ZeroSeen

from .nouns import NounHit
from .seen import Seen

_NONE = re.compile(
    r"\b(?:none|nobody|no[ -]one|nil|zero|nought|fehlanzeige|kein(?:e[nrms]?)?|no|not\s+(?:a\s+single|one|any)|"
    r"either|both|or|nor|oder|noch)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|nor|und|oder|noch)(?:\s+(?:in|im))?|&|/)\s*", re.IGNORECASE)
_EDGE = re.compile(r"\b(?:after|before|until|till|prior to|up to|by|nach|vor|bis)\s*$", re.IGNORECASE)


def whens(seen: Seen, upto: int) -> tuple[PeriodSeen, ...]:
    """The periods that a "none" is of: the one there is, or those listed beside it ("in 2021 or 2022")."""
    if len(seen.periods) < 2:
        return seen.periods
    first, *rest = seen.periods
    own = [first]
    for one in rest:
        listed = _LISTED.fullmatch(seen.text[own[-1].end : one.start])
        if not listed and one.start < upto:
            return ()
        own += [one] if listed else []
    return tuple(own)


def about(seen: Seen, zero: ZeroSeen, nouns: Sequence[NounHit], upto: int) -> str:
    """What a "none" speaks of beside its noun, kinds and periods: none "about parking" is none of these alone."""
    spans = [(one.start, one.end) for one in nouns] + [(one.start, one.end) for one in seen.periods]
    spans += [(hit.start, hit.end) for _, hit in seen.categories]
    text = seen.text[zero.start : max(upto, zero.end)]
    kept = "".join(" " if any(a <= at < b for a, b in spans) else sign for at, sign in enumerate(text, zero.start))
    unclear = len(seen.periods) > 1 and not whens(seen, upto)
    edged = any(_EDGE.search(seen.text[: one.start]) for one in seen.periods)
    return _NONE.sub(" ", kept) + (" several periods or an edge of one" if unclear or edged else "")
