"""The small tables of a letter as paragraphs at their place: what stands in a cell answers like a sentence.

A table of questions and answers becomes each question, marked as ours, and its answer below it. Any other table is
put in words only below the number or short label of a question ("Point 2", "Days lost:"), where it is the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from foidesk.model.places import PagePlace, Place, TextPlace
from foidesk.model.reading import Block, Reading, Table

_NUMBER = re.compile(
    r"\W*(?:question|request|item|part|point|frage|ref|no|q)?\W*(?P<n>\d{1,2})(?![\w%,/]|"
    r"\.\d)\W*",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\W*(?:your |the )?(?:questions?|parts?|points?|q|fragen?|what you asked|you asked|your request)\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\W*(?:no|nr|number|ref|item|#)\b\W*$|\W*$", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\W*(?:(?:your|the) )?(?:questions?|requests?|topics?|fragen?|you asked|what you asked)\b", re.IGNORECASE
)
_ANSWERED = re.compile(
    r"\W*(?:(?:our|the|\w+) )?(?:answers?|repl(?:y|ies)|responses?|antwort\w*)\b", re.IGNORECASE
)
_DECIDED = re.compile(r"\W*(?:our |the )?decisions?\b", re.IGNORECASE)
"""Heads of answers. "No | Allegation | Outcome", "Request | Date | Decision": cases, or what others asked for."""
_OUTCOME = re.compile(r"\W*(?:our |the )?(?:outcomes?|results?|positions?)\b", re.IGNORECASE)
""" "Part | Outcome | Exemption": of a request only where its own parts are numbered."""
_GROUND = re.compile(r"\W*(?:\w+ )?(?:exemptions?|exceptions?|sections?|grounds?)\b", re.IGNORECASE)
_DASH = re.compile(r"\W*(?:none|nil|no|n/?a|not applicable)?\W*", re.IGNORECASE)
BESIDE = "‖"
"""Stands in the words of a row where more than a dash stood beside its answer: it may be less than all."""
_BARE = re.compile(
    r"\W*\d{1,3}[A-Z]?(?:\(\w{1,4}\))*(?:\s*(?:,|and|&|/)\s*\d{1,3}[A-Z]?(?:\(\w{1,4}\))*)*\W*", re.IGNORECASE
)
_YES = re.compile(r"\W*(?:yes|y|✓|✔)\W*", re.IGNORECASE)
_NO_ = re.compile(r"\W*no?\W*", re.IGNORECASE)
_HELD = re.compile(r"\W*(?:information |records? |data )?held\b", re.IGNORECASE)
_WANTED = re.compile(
    r"\W*(?:(?:information|records?|data) )?(?:held|complete\w*|full|in full|all|whole|(?:fully )?"
    r"(?:disclosed|released|provided|supplied|granted|given|attached|enclosed|answered)(?: in full)?)\b\W*$",
    re.IGNORECASE,
)
""" "Complete?", "Held": a "no" here says more than that nothing was withheld."""
_LESS = re.compile(
    r"\W*(?:\w+ ){0,3}?(?:withh\w+|redact\w*|not (?:supplied|released|disclosed|given|provided)|omit\w*|removed|"
    r"missing|comments?|notes?|remarks?|extent|caveats?)\b",
    re.IGNORECASE,
)
ONLY_GROUND = re.compile(
    r"(?=.*(?:\b(?:sections?|ss?\.|s ?\d|reg\w*)|\d\())"
    r"(?:\W|\b(?:sections?|ss?|reg(?:ulation)?s?|exemptions?|foia|foisa|eir|and|under)(?=\b|\d)|"
    r"\d+[A-Z]?(?:\(\w{1,4}\))*)+",
    re.IGNORECASE,
)
"""A section and nothing else: "s.40(2)"."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_CALLED = re.compile(r"\W*(?:q|questions?|parts?|points?|frage)\W*\d", re.IGNORECASE)
_LED = re.compile(
    r"\W{0,3}(?:(?:question|request|item|part|point|frage|q)\W{0,2}\d{1,2}\b|\d{1,2}[.):]\s)[^\n]{0,200}$",
    re.IGNORECASE,
)
""" "Point 2", "4. Please list the ten streets": what a table below answers."""
_LABEL = re.compile(r"(?!.*\b(?:fee|charge|cost|estimate|payable|total)s?\b)(?:[\w’'-]+ ?){1,6}:", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:refus|reject|withh|held|hold|exempt|redact|den(?:y|ie)|nil|none|not|no|nothing|removed|upheld|"
    r"limit)\w*",
    re.IGNORECASE,
)
"""Words that a label may have and that would be read as a decision: "Claims refused | 12"."""
MOST = 15
"""So many rows of a table tell what it answers."""
FEW = 2


Woven = tuple[Block | None, Sequence[str]]
"""A block of the letter, or no block and the paragraphs that a table between two of them comes to."""


def woven(reading: Reading) -> dict[str, list[Woven]]:
    """By part: its blocks in order and, where a table stands between them, its paragraphs (with no block)."""
    return {part.name: _woven(part.name, part.blocks, reading.tables) for part in reading.visible_parts()}


def _woven(part: str, blocks: Sequence[Block], tables: Sequence[Table]) -> list[Woven]:
    waiting = sorted((one for one in tables if one.parts[:1] == (part,)), key=lambda one: _at(one.place))
    found: list[Woven] = []
    for block in blocks:
        while waiting and _at(waiting[0].place) < _at(block.place):
            found.append((None, _told(waiting.pop(0), _last(found))))
        found.append((block, ()))
    return found + [(None, _told(one, _last(found))) for one in waiting]


def _last(found: Sequence[Woven]) -> str:
    return next((block.text.strip() for block, _ in reversed(found) if block is not None), "")


def _at(place: Place) -> tuple[float, float]:
    if isinstance(place, TextPlace):
        return 0, place.start
    return (place.page, place.box.y0) if isinstance(place, PagePlace) else (0, 0)


def _told(table: Table, before: str) -> Sequence[str]:
    rows = [tuple(" ".join(cell.text.split()) if cell else "" for cell in row) for row in table.grid()]
    led = bool(_LED.match(before))
    return answered(rows, below=led) or in_words(rows, before)


def answered(rows: Sequence[Sequence[str]], *, below: bool = False) -> list[str]:
    """The paragraphs of a table of questions and answers; none if it is no such table.

    Its rows begin with questions, or run by their numbers: under a head that says so ("Question | Answer"), or as
    "Q1", "Part 2", but not `below` a question, where they are of its answer. Two columns under such a head need no
    numbers.
    """
    kept = [row for row in rows if len(row) > 1 and any(row)]
    headed = bool(kept) and is_head(kept[0])
    body = _lettered(kept[1:] if headed else kept)
    numbers = [seen and seen["n"] for seen in (_NUMBER.match(row[0]) for row in body)]
    asks = bool(body) and FEW * sum(row[0].endswith("?") for row in body) >= len(body)
    called = _runs(numbers) and all(_CALLED.match(row[0]) for row in body)
    worded = headed and len(kept[0]) == FEW and not any(numbers) and all(map(all, body))
    if not asks and not worded and not (headed and _runs(numbers)) and (below or not called):
        return []
    head = kept[0] if headed else ()
    at_once = _answer_at(head) == 1
    return [text for row in body for text in _asked_and_answered(plain_row(row, head), at_once=at_once)]


def plain_row(row: Sequence[str], head: Sequence[str]) -> Sequence[str]:
    """The row as its cells say it together; what stands beside its answer and is more than a dash has `BESIDE`.

    "None" or "n/a" in a column of exemptions, or behind its answer, is left out: nothing was withheld. A section
    alone stands in brackets behind the answer: "Disclosed in part (s.40(2))".
    """
    answer = _answer_at(head)
    found = list(row)
    for at, cell in enumerate(row):
        named = head[at] if at < len(head) else ""
        ground = bool(_GROUND.match(named))
        if at in (0, answer) or not (ground or 0 < answer < at or (answer and _told_apart(named))):
            continue
        section = _section(cell, named) if ground else cell
        found[at] = ""
        if _WANTED.match(named) and not _YES.fullmatch(cell):
            none_held = _HELD.match(named) and _NO_.fullmatch(cell) and _DASH.fullmatch(row[answer])
            found[answer] = "Not held" if none_held else f"{found[answer]} {BESIDE}"
        elif _DASH.fullmatch(cell) or (_WANTED.match(named) and _YES.fullmatch(cell)):
            pass
        elif answer and ONLY_GROUND.fullmatch(section) and _LETTERS.search(found[answer]):
            found[answer] = f"{found[answer].rstrip('. ')} ({section.strip()}) {BESIDE}"
        elif answer and not _LETTERS.search(section) and not ONLY_GROUND.fullmatch(section):
            found[answer] = f"{found[answer]} {BESIDE}"
        else:
            found[at] = f"{section.rstrip('. ')} {BESIDE}" if answer else section
    return found


def _told_apart(head: str) -> bool:
    """True for a column that tells of its answer and is no label of the question, wherever it stands."""
    return bool(_WANTED.match(head) or _LESS.match(head))


def _section(cell: str, head: str) -> str:
    """ "43" under "Exemption": section 43."""
    unit = "regulation" if re.search(r"exception|regulation", head, re.IGNORECASE) else "section"
    return f"{unit} {cell.strip()}" if _BARE.fullmatch(cell) else cell


def _answer_at(head: Sequence[str]) -> int:
    """The first column whose head says that it answers; 0 if none does."""
    kinds = (_ANSWERED, _DECIDED, _OUTCOME)
    return next((at for at, cell in enumerate(head) if at and any(one.match(cell) for one in kinds)), 0)


def is_head(row: Sequence[str]) -> bool:
    """True for the heads of questions and answers: "Part | Outcome | Exemption"."""
    first, last = row[0], row[-1]
    if _PART.match(first):
        told = any(_ANSWERED.match(cell) or _DECIDED.match(cell) for cell in row[1:])
        named = row[2] if _GROUND.match(row[1]) and len(row) > FEW else row[1]
        return told or (len(row) > FEW and bool(_OUTCOME.match(named)))
    return bool(_NO.match(first) and _SUBJECT.match(row[1]) and len(row) > FEW and _ANSWERED.match(last))


def _lettered(body: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows, "A", "B", "C" in front of them as numbers."""
    marks = [row[0].strip("().: ").lower() for row in body]
    if marks != [chr(ord("a") + at) for at in range(len(marks))] or len(marks) < FEW:
        return body
    return [(str(at), *row[1:]) for at, row in enumerate(body, 1)]


def _runs(numbers: Sequence[str | None]) -> bool:
    """True for 1, 2, 3 ... in front of every row."""
    return len(numbers) >= FEW and numbers == [str(at) for at in range(1, len(numbers) + 1)]


def _asked_and_answered(row: Sequence[str], *, at_once: bool) -> list[str]:
    """ "1", "Fires by year", "Refused", "Section 31": the question, marked as ours, and what is said to it.

    `at_once`: the answer stands right behind the number.
    """
    seen = _NUMBER.match(row[0])
    bare = seen is not None and seen.end() == len(row[0])
    number = f"{seen['n']}. " if seen is not None else ""
    label, *said = [row[0][seen.end() :] if seen is not None else row[0], *row[1:]]
    if bare and len(said) > 1 and not at_once:
        label, *said = said
    words = ". ".join(one.rstrip(".") for one in said if one) + "."
    if not any(said):
        return []
    return [f"> {number}{label}", words] if label else [f"{number}{words}"]


def in_words(rows: Sequence[Sequence[str]], before: str) -> list[str]:
    """A table below the number or label of a question, a line for each row; none if it stands elsewhere."""
    last = before.splitlines()[-1].strip() if before else ""
    if not (_LED.match(last) or _LED.match(before) or _LABEL.fullmatch(last)):
        return []
    lines = [line for row in rows[:MOST] if any(re.search(r"\d", cell) for cell in row) and (line := _line(row))]
    if not lines:
        return []
    lead = last + " " if _LABEL.fullmatch(last) else ""
    return [lead + "; ".join(lines) + "."]


def _line(row: Sequence[str]) -> str:
    """ "2022: £611,000"; a label that could be read as a decision is left out, and so is a bare rank before it."""
    cells = [cell for cell in row if cell]
    label, *said = cells if len(cells) > 1 else ["", *cells]
    return ", ".join(said) if not label or _SAYS.search(label) else f"{label} {', '.join(said)}"
