"""Comparisons told without a number: claims of their own beside the figures, whose verdict they do not change.

"43 cases, the same as the year before": 43 is so or is not; that it was the same before is said on top of it. So
the words take a verdict of their own, which is a person's until somebody says what is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .cut.asides import LEAVES_OUT
from .sentence import Sentence
from .wording import FALL, NEXT, RISE

Span = tuple[int, int]

_THAN = r"(?:more|fewer|less|higher|lower|longer|shorter|worse|better|bigger|smaller|greater)"
_EACH_YEAR = (
    r"(?:(?:every|each)(?: single)? year|(?:each|both|all) of (?:the|its|those|these) (?:\w+ )?years|both years)"
)
_STRETCHES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r",\s(?P<what>(?:exactly|much|about|roughly|almost|nearly)?\s?the same (?:\w+\s)?as\b[^,;:()–—]*)",
        rf",\s(?P<what>(?:far\s|many\s|slightly\s|much\s)?{_THAN}\sthan\s(?:in|at|during|the|any|it|they)\b[^,;:()–—]*)",
        rf"\b(?:{RISE}|{FALL})\s(?:\w+ly\s)?(?P<what>(?:in )?{_EACH_YEAR})\b",
        r",\s(?P<what>(?:un)?(?:like|changed (?:from|since|on))\s[^,;:()–—]*)",
    )
)
_PEAK = re.compile(
    r"\b(?:peak(?:ed|s|ing)?|bottomed out|all-time (?:high|low)|(?:a|its|their|the) (?:peak|high|low) "
    r"(?:of|in))\b",
    re.IGNORECASE,
)
"""Says that a year was the highest or the lowest of all."""
_LEAD = re.compile(rf"\b(?P<what>{_THAN})\b(?![^:;]*\bthan\b)(?=[^:;]*:\s)", re.IGNORECASE)
"""In front of a colon: "Drains troubled Exampleton less: seven claims"."""


def comparisons(one: Sentence, descends: bool) -> Iterator[Span]:
    """Where such comparisons stand; `descends` says that the counts are told from the highest down."""
    text = one.plain
    for pattern in _STRETCHES:
        yield from (found.span("what") for found in pattern.finditer(text) if _is_bare(found.span("what"), one))
    yield from (found.span() for found in _PEAK.finditer(text))
    first = min((figure.start for figure in one.figures if figure.kind != "date"), default=0)
    leads = (found.span() for found in _LEAD.finditer(text) if text.find(":", found.end()) < first)
    yield from (lead for lead in leads if not any(seen.start <= lead[0] < seen.end for seen in one.bodies))
    if not descends:
        yield from (found.span() for found in NEXT.finditer(text) if any(one.bodies))


def _is_bare(span: Span, one: Sentence) -> bool:
    """True if the stretch holds no number, body or kind that a reading could take for its own."""
    start, end = span
    numbers = [figure for figure in one.figures if figure.kind not in ("date", "duration")]
    read = (numbers, one.bodies, one.groups, one.categories)
    if any(start < seen.end and seen.start < end for many in read for seen in many):
        return False
    words = {word.lower() for word in re.findall(r"[\w-]+", one.plain[start:end])}
    return not words & (LEAVES_OUT - {"before", "since", "each", "every", "per", "other", "first", "last"})
