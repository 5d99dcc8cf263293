"""A date that stands in the sentence behind an accusation: "… was dismissed. The case dates from 2010."

It is of the case told last, and is held against its row. Where the sentence says more than the date, a person
reads it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..verdict import Verdict
from .cases import Cases
from .incident import Told
from .sentence import Sentence

_CASE = r"(?:the|this|that)\s(?:case|incident|matter|episode|offence|breach|complaint|allegation|misconduct)\b"
_HAPPENED = (
    r"(?:dates?|dated)\s(?:from|back to)|(?:goes|went) back to|happened (?:in|on)|occurred (?:in|on)|"
    r"took place (?:in|on)|(?:was|is) (?:in|from|of)|arose in"
)
_OF_CASE = re.compile(rf"\W*(?:{_CASE}|(?:it|this|that)\s(?={_HAPPENED}))", re.IGNORECASE)
_OPEN = re.compile(
    rf"\W*{_CASE}\s(?:is|remains)\s(?:still\s|now\s)?"
    r"(?:on-?going|open|pending|undecided|(?:being investigated|under investigation))[\W]*$",
    re.IGNORECASE,
)
_NOTHING_YET = re.compile(
    r"\W*nothing (?:has|had) (?:yet\s)?been (?:proved|proven|found|established|decided)(?: yet)?"
    r"(?P<on>,? and (?:the|an) (?:inquiry|investigation|case) "
    r"(?:goes on|continues|is on-?going|is still open))?\W*$",
    re.IGNORECASE,
)
"""That it was not settled so far."""
_NO_FINDING = re.compile(
    r"\W*no (?:findings?|decision|outcome) (?:has |had |was |were )(?:yet )?(?:been )?(?:made|reached|taken)"
    r"(?: yet)?\W*$",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"\W*(?:{_CASE}|it|this|that)\s(?:{_HAPPENED})\s(?:the\s)?(?:year\s)?$", re.IGNORECASE)
_WHICH = "it tells a date of the case before; hold it against the reply"


def dated_later(
    one: Sentence, last: Told | None, before: Sentence | None, rows: Cases
) -> tuple[int, int, Verdict] | None:
    """The claim that the case told last, in the sentence `before`, is of a date, or still open; None for none."""
    dates, is_open, not_yet = one.whens, bool(_OPEN.match(one.plain)), _NOTHING_YET.match(one.plain)
    if last is None or before is None or one.bodies:
        return None
    no_finding = _NO_FINDING.match(one.plain)
    if not (not_yet or no_finding) and not (_OF_CASE.match(one.plain) and (dates or is_open)):
        return None
    end = len(one.plain.rstrip(" .,;"))
    start = len(one.plain) - len(one.plain.lstrip())
    judged = rows.judge(last, before)
    asked = Verdict(
        "needs a person", "incident", judged.value, part=judged.part, body=judged.body, first=judged.verdict
    )
    if no_finding:
        found = rows.of_stage(last, before, ("open", "alleged", "not stated"))
        is_sure = judged.verdict == "supported" and "not found" not in found.why
        return start, end, found if is_sure else asked
    if is_open or not_yet:
        stages = ("open",) if is_open or (not_yet and not_yet["on"]) else ("open", "alleged")
        return start, end, rows.of_stage(last, before, stages) if judged.verdict == "supported" else asked
    if not _WHOLE.match(one.plain[: dates[0].start]) or dates[0].end < end:
        return start, end, asked
    if judged.verdict != "supported":
        return start, end, replace(asked, why="of which case it is the date is open")
    return start, end, rows.of_date(last, before, (dates[0],))
