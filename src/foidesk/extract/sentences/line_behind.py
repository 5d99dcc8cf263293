"""What stands behind the end of a sentence on its line and belongs to it: the days of a count, an answer.

"5,378 notices cancelled. Financial year 2021/22"; "How many of those were upheld? 9".
"""

from __future__ import annotations

import re

from foidesk.words.periods import period

from .labelled import is_bare

_COUNT = re.compile(r"^\W*\d[\d,]*\s+[^\W\d]", re.MULTILINE)
_LONGEST = 60
_BRACKETS = " \t.()[]–-"


def with_line_behind(text: str, end: int) -> int:
    """Where the sentence ends that stops at `end`: behind the days, or the figure, that alone follow it."""
    line = text.rfind("\n", 0, end) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    rest = text[end:stop].strip(_BRACKETS)
    if text[:end].rstrip().endswith("?"):
        return stop if rest and is_bare(rest) else end
    counts = _COUNT.match(text[line:end]) is not None
    return stop if counts and 0 < len(rest) <= _LONGEST and period(rest) is not None else end
