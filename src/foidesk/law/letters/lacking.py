"""What an outcome lacks by the words of its own section: a record that is held and not given, a year left out,
a refusal that another body made or that never was, "nil" beside "not recorded".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .contrary import years_in
from .cues import lists
from .figures import has_figure
from .plainly import CONTRARY_TO_FACT, HANDED, KEEPS_BACK, NOT_HELD, REFUSES, counts, sends

_SAYS = lists("en-lacking")


def lacks(outcome: str, lines: Sequence[str], question: str, *, beside: bool) -> bool:
    """True if the sentences show that the outcome is less than the question asks, or is not the body's own.

    `beside`: a table or a file came with the letter, in which the rest may stand.
    """
    if outcome == "full":
        late = any(_SAYS["not_known"].search(line) for line in lines) and any(map(has_figure, lines))
        short = late or _is_only_held(lines, question) or _is_of_another_kind(lines, question)
        return short or _hands_nothing(lines, question) or (not beside and _leaves_years_out(lines, question))
    if outcome == "nil":
        return any(NOT_HELD.search(line) or _SAYS["not_told"].search(line) for line in lines)
    if outcome == "not held":
        return any(map(_SAYS["nil"].search, lines))
    if outcome == "cost limit":
        parts = [part for line in lines for part in _SAYS["part"].split(line)]
        none = any(map(_SAYS["no_cost"].search, lines))
        return none or any(has_figure(part) and not _SAYS["search"].search(part) for part in parts)
    return outcome == "refused" and (any(map(_SAYS["in_so_far"].search, lines)) or _is_no_refusal(lines))


def _is_only_held(lines: Sequence[str], question: str) -> bool:
    """True where all that is said is that there is such a record, and the question asked for it."""
    if counts(question) or not lines or not all(map(_SAYS["held_only"].fullmatch, lines)):
        return False
    asks = _SAYS["asks"].search(question) or _SAYS["yes_no"].search(question)
    return not any(map(HANDED.search, lines)) and (not asks or bool(_SAYS["sent_too"].search(question)))


def _is_of_another_kind(lines: Sequence[str], question: str) -> bool:
    """True where the figure is no sum of money, or is a share, a plan or a part of what was asked."""
    if any(map(HANDED.search, lines)):
        return False
    given = [line for line in lines if has_figure(line)]
    if not given:
        return False
    if (_SAYS["much"].search(question) and not any(map(_SAYS["sum"].search, lines))) or (
        _SAYS["many"].search(question) and not has_figure(_SAYS["share_or_sum"].sub(" ", " ".join(given)))
    ):
        return True
    clause = next((part for part in _SAYS["part"].split(given[0]) if has_figure(part)), given[0])
    return counts(question) and any(
        seen[0].lower() not in question.lower() for seen in _SAYS["plans"].finditer(clause)
    )


def _hands_nothing(lines: Sequence[str], question: str) -> bool:
    """True where a document was asked for, and those handed over were handed to others."""
    if not sends(question) or not any(map(_SAYS["to_others"].search, lines)):
        return False
    return not any(_SAYS["hands_now"].search(_SAYS["to_others"].sub(" ", line)) for line in lines)


def _leaves_years_out(lines: Sequence[str], question: str) -> bool:
    """True where the question names two years or more, and the figures are of some of them alone."""
    asked = years_in(question)
    if len(asked) < 2 or not counts(question):
        return False
    starts = sorted({start for start, _ in asked})
    wanted = set(range(starts[0], starts[-1] + 1)) if _SAYS["span"].search(question) else set(starts)
    text = " ".join(lines)
    told = years_in(text)
    if not told or not has_figure(text) or _SAYS["all_years"].search(text):
        return False
    covered = {year for start, end in told for year in range(start, end + 1)}
    for one, two in pairwise(sorted(told)) if _SAYS["span"].search(text) else ():
        covered |= set(range(one[0], two[1] + 1))
    return not wanted <= covered


def _is_no_refusal(lines: Sequence[str]) -> bool:
    """True where every refusal is another's, supposed, denied or long ago, or of some; or the rest is told."""
    told = [line for line in lines if REFUSES.search(line) or KEEPS_BACK.search(line)]
    not_ours = [line for line in told if _SAYS["not_ours"].search(line) or CONTRARY_TO_FACT.search(line)]
    elsewhere = any(_SAYS["others"].match(line) and _SAYS["elsewhere"].search(line) for line in lines)
    after = lines[lines.index(told[0]) + 1 :] if told else ()
    summed = any(_SAYS["sums_up"].search(line) and not KEEPS_BACK.search(line) for line in after)
    return (
        elsewhere
        or summed
        or any(map(_SAYS["some_of"].search, told))
        or (bool(told) and len(told) == len(not_ours))
    )
