"""The layout of a letter made plain: each of our questions on its own, and what answers it below.

Bodies answer inside our list ("1. How many? 417. 2. Of these, ..."), under letters instead of numbers, and start
on the line of the salutation. The readings that follow know one layout: a question marked "> ", then its answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .labelled import numbered_labels
from .telling import tells
from .text import LetterText
from .within import answered_within

_WORD = re.compile(r"\w+")
FEW = 5
"""A question of fewer words is found only where it begins a line: its words may stand in any answer."""
LEAST = 2
_LEAD = re.compile(
    r"(?:\W|\b(?:questions?|q\d{0,2}|items?|parts?|points?|requests?|no|nr|frage|you asked(?: for| us)?|"
    r"your|asked|\d{1,2}|[a-h]|i{1,3}|iv|vi?)\b)*",
    re.IGNORECASE,
)
"""What may stand before a repeated question and belongs to it: its number, "You asked:"."""
_GREETING = re.compile(
    r"\s*(?:dear|hello|hi|hey|good (?:morning|afternoon|day|evening)|greetings|sehr geehrte\w*|"
    r"guten (?:tag|morgen)|hallo)\b"
    r"(?:[ \t]+(?:[\w’'/]+\.?|\([^()\n]*\))){0,5}[ \t]*(?:[,:;!]|--?|–|—|\n)+\s*",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"^(?P<lead>[ \t]*)\(?(?P<mark>[a-h]|[A-H])[.)](?=\s)", re.MULTILINE)
_NUMBERED = re.compile(
    r"^\W{0,3}(?:q|question|item|request|frage)?\W?\d{1,2}[.):]\s", re.MULTILINE | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph: one of our questions, said back, or what stands between two of them."""

    text: str
    ours: bool


_SUPERSEDED = re.compile(
    r"\s*\((?:was|were|previously|formerly|originally|bisher|zuvor|vorher)\b:?[^()]{1,80}\)|"
    r"\b(?:for|instead of|in place of|statt) [\"“‘„'][^\"”’“']{1,120}[\"”’“'],? (?=(?:please |bitte )?"
    r"(?:read|substitute|lies)\b)",
    re.IGNORECASE,
)
"""What a correction puts in place of: "3,318 (was: not held)", "for “12 cases” read “no cases”"."""


_NOTED = re.compile(r"(\d%?)(?=\s+Please note\b)")
""" "475 Please note that ...": a figure, and a note on it."""
_BARE = re.compile(
    r"^(\W{0,3}\d{1,2}[.):]\s+(?:[£$€]?\d[\d,]*(?:\.\d+)?%?|none|nil|yes|no|not held))[ \t]*(?=\n[ \t]*[A-Z])",
    re.IGNORECASE | re.MULTILINE,
)
""" "11. 0", and words on the next line that are no part of it."""


def laid_out(letter: LetterText, questions: Sequence[str]) -> LetterText:
    """The letter with each repeated question as a paragraph of its own, numbers for letters, no salutation."""
    letter = replace(letter, blocks=tuple(answered_within(letter.blocks, questions)))
    told = [block if block.startswith("> ") else _SUPERSEDED.sub(" ", block) for block in letter.blocks]
    told = numbered_labels(told, len(questions))
    told = [_NOTED.sub(r"\1.", _BARE.sub(r"\1.", block)) for block in _bullets_numbered(told, len(questions))]
    blocks = [text for block in _numbered(told, len(questions)) for text in _apart(block, questions)]
    return replace(letter, blocks=tuple(_ungreeted(blocks)))


def _ungreeted(blocks: Sequence[str]) -> Iterator[str]:
    """Without the salutation that starts the first paragraph ("Hi, we have 38 plots"), where words follow it."""
    for at, block in enumerate(blocks):
        seen = _GREETING.match(block) if at == 0 else None
        yield block[seen.end() :] if seen and _WORD.search(block, seen.end()) else block


_FIGURES = re.compile(r"[\W\d_]*\d[\W\d_]*")
"""Nothing but figures: "3. How many? 1252 1153", which is never a part of our list."""


def _apart(block: str, questions: Sequence[str]) -> list[str]:
    """The paragraph cut at the questions that it repeats, where an answer stands below or behind them."""
    if block.startswith("> "):
        return [block]
    found = pieces(block, questions)
    ours = sum(one.ours for one in found)
    answers = [at for at, one in enumerate(found) if not one.ours and at and found[at - 1].ours]
    figures = any(_FIGURES.fullmatch(found[at].text) for at in answers)
    if not answers or (ours > 1 and len(answers) == 1 and not figures):
        return [block]
    return ["> " + " ".join(one.text.split()) if one.ours else one.text for one in found]


def pieces(block: str, questions: Sequence[str]) -> list[Piece]:
    """The questions that the paragraph repeats word for word, and what stands before, between and after."""
    found: list[Piece] = []
    at = 0
    for start, end in _places(block, questions):
        if start < at:
            continue
        before = block[at:start]
        lead = _lead_of(before)
        found += _own(before[: len(before) - len(lead)])
        end += _rest_of(block[end:])
        found.append(Piece((lead + block[start:end]).strip(), ours=True))
        at = end
    return found + _own(block[at:])


_IN_BRACKETS = re.compile(r"[ \t]*\((?P<words>[^()\n]+)\)[ \t]*[?.]{0,2}(?=\s|$)")
_FIGURE = re.compile(r"\d|\b(?:none|nil|no|not|yes)\b(?!/)", re.IGNORECASE)
"""What stands in brackets behind a question belongs to it ("(to date)?", "(YES/NO)"), unless it may answer it."""
_MORE = re.compile(
    r"(?:including|such as|broken down|for (?:the|each|every)|in (?:the|each|every)|from|between|since|"
    r"as (?:of|at)|per)\b"
)
_REST = re.compile(r"[ \t]+(?P<words>[a-z][^\n.:;?!–]*)(?P<end>[.?:]?)(?=\s|$)")
"""The words that a question goes on with on its line ("... paid out | in compensation.")."""


def _rest_of(after: str) -> int:
    """How long the rest of a question is that a letter says back in more words than we know: none that tells."""
    if aside := _IN_BRACKETS.match(after):
        bare = aside["words"].strip()
        if after[: aside.end()].rstrip().endswith("?") or (
            (" " in bare or "/" in bare) and not _FIGURE.search(bare)
        ):
            return aside.end()
    seen = _REST.match(after)
    if seen is None or (seen["end"] != "?" and not seen["end"]):
        return 0
    more = _MORE.match(seen["words"]) and not _FIGURE.search(seen["words"])
    if seen["end"] != "?" and tells(seen["words"]) and not more:
        return 0
    return seen.end()


_TURN = re.compile(r"\W*(?:q|question)?\W?\d{1,2}[.):]+\s*(?:\w+ ){0,5}\w+,\s*", re.IGNORECASE)
""" "2. More broadly, how much ...": words of the question that we know without them."""


def _lead_of(before: str) -> str:
    """The number or "You asked:" at the end of what stands before a question, on a line of its own."""
    line = before[before.rfind("\n", 0, len(before.rstrip())) + 1 :]
    return line if _LEAD.fullmatch(line) or _TURN.fullmatch(line) else ""


def _own(text: str) -> list[Piece]:
    return [Piece(text.strip(), ours=False)] if _WORD.search(text) else []


def _places(block: str, questions: Sequence[str]) -> list[tuple[int, int]]:
    """Where the paragraph repeats a question, in order; a question inside another's words counts once."""
    found = [(seen.start(), seen.end()) for question in questions for seen in _repeats(block, question)]
    return sorted(found, key=lambda place: (place[0], -place[1]))


def _repeats(block: str, question: str) -> Iterator[re.Match[str]]:
    words = _WORD.findall(question)
    if len(words) < LEAST:
        return
    text = r"\W+".join(re.escape(word) for word in words) + r"\b[^\w\n]{0,2}?[?.:;]?[\"”’']?(?=\s|$)"
    for seen in re.finditer(r"\b" + text, block, re.IGNORECASE):
        line = block[block.rfind("\n", 0, seen.start()) + 1 : seen.start()]
        inside = _ONE_OF.search(block, 0, seen.start()) and _IS_SUBJECT.match(block, seen.end())
        if (len(words) >= FEW or _LEAD.fullmatch(line)) and not inside:
            yield seen


_ONE_OF = re.compile(r"\w,? (?:and|or)\s+$|[a-z],\s+$")
_IS_SUBJECT = re.compile(
    r"\s+(?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|must|shall|should|remains?|stays?|"
    r"falls?)\b"
)
""" "The cost of Room 4 and *the supplier of the chairs* are exempt": our words, in a sentence of theirs."""


_BULLET = re.compile(r"^(?P<lead>[ \t]*)[-•*·–?][ \t]+(?=\S)", re.MULTILINE)


def _bullets_numbered(blocks: Sequence[str], count: int) -> list[str]:
    """The paragraphs, a list without numbers as one with them: as many points as there were in our own list."""
    ours = "\n".join(re.sub(r"(?m)^> ?", "", block) for block in blocks if block.startswith("> "))
    theirs = "\n".join(block for block in blocks if not block.startswith("> "))
    points = (len(_BULLET.findall(ours)), len(_BULLET.findall(theirs)))
    first = _BULLET.search(theirs)
    led = first is not None and theirs[: first.start()].rstrip().endswith(
        ":"
    )  # "withheld because:", a list of grounds
    if count < LEAST or led or points != (count, count) or _NUMBERED.search(f"{ours}\n{theirs}"):
        return list(blocks)
    number, found = 0, []
    for block in blocks:
        parts = [block] if block.startswith("> ") else _BULLET.split(block)[0::2]
        for at, part in enumerate(parts):
            number += at > 0
            found += [f"{number}. {part.strip()}" if at else part] if part.strip() else []
    return found


def _numbered(blocks: Sequence[str], count: int) -> list[str]:
    """The paragraphs, a list "(a) ... (b) ..." of as many answers as questions with numbers instead."""
    text = "\n".join(block for block in blocks if not block.startswith("> "))
    marks = [seen["mark"].lower() for seen in _LETTERED.finditer(text)]
    if count < LEAST or marks != [chr(ord("a") + at) for at in range(count)] or _NUMBERED.search(text):
        return list(blocks)
    return [
        _LETTERED.sub(lambda seen: f"{seen['lead']}{ord(seen['mark'].lower()) - 96}.", block) for block in blocks
    ]
