"""The words of a list of years that belong to none of its figures: "Withdrawn: 12 reports in 2022, 15 in 2023"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foidesk.words.periods import PeriodSeen
from foidesk.words.shapes import MONTH
from foidesk.words.totals import ZeroSeen

from ..figures.seen import Seen, Stretch
from .series import Pair, none_before

_STOP = re.compile(r"[;,.]\s|[;,.]$|\s[–—-]\s")
_OPENS = re.compile(
    r"^\W*(?:in\s+(?:answer|response|reply|relation|regard)\s+to|with\s+(?:regard|respect|reference)\s+to|"
    r"(?:as\s+)?regard(?:s|ing)|as\s+to|further\s+to|zu)\s+"
    r"(?:your\s+|the\s+|ihrer\s+)?(?:\w+\s+){0,2}?(?:question|query|part|point|request|item|frage)\b[^,:;]{0,12}[,:]",
    re.IGNORECASE,
)
"""What only says which question is answered."""
_MOVES = re.compile(
    r"\b(?:ris(?:e|es|ing|en)|rose|increas(?:e|es|ed|ing)|grew|grow(?:ing|n)?|went|going|up|f(?:alls?|ell|alling|allen)|"
    r"dropp?(?:ed|ing|s)?|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|reduc(?:ed|ing)|down|compared|against|followed|"
    r"slightly|again|respectively|in\s+turn|while|whereas|versus|vs|plus|or|none|nil|zero|oder|gegenüber|gestiegen|gesunken|anstieg|rückgang|gegen)\b",
    re.IGNORECASE,
)
"""How the figures move from year to year, which is said of all of them."""
_MONTH = re.compile(rf"\b{MONTH}", re.IGNORECASE)


def words_around(seen: Seen, dated: Sequence[Pair], nones: Sequence[tuple[ZeroSeen, PeriodSeen]]) -> str:
    """The words of a sentence, up to where its last figure's part ends, besides all that is known in it."""
    signs = list(seen.text)
    hits = [hit for _, hit in seen.categories]
    zeros = [zero for zero, _ in nones]
    known: list[Stretch] = [*seen.numbers, *seen.referred, *seen.periods, *seen.nouns, *hits, *zeros]
    for one in known:
        signs[one.start : one.end] = " " * (one.end - one.start)
    if (none := none_before(seen.text, seen.periods)) is not None:
        signs[slice(*none)] = " " * (none[1] - none[0])
    bare = "".join(signs)
    ends = [max(one.end, when.end) for one, when in dated] + [max(one.end, when.end) for one, when in nones]
    stop = _STOP.search(bare, max(ends))
    bare = bare[: stop.start()] if stop else bare
    opens = _OPENS.match(seen.text)
    return _MONTH.sub(" ", _MOVES.sub(" ", bare[opens.end() :] if opens else bare))
