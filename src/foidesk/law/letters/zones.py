"""The zones of a letter: what repeats our request, and what answers it.

Bodies set our request under a head ("You asked:", "Request") and their words under another ("Our response",
"Reply"), once or for each question in turn. What stands between the two heads is ours, however it is worded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .cues import Cues
from .echoes import questions_in
from .figures import has_figure
from .layout import pieces
from .text import LetterText

REQUEST, ANSWER, TEXT = "request", "answer", "text"
FEW = 12
"""A head over what we asked or they answer has no more words."""
PAIRS = 2
"""So many heads of answers, and of questions, are heads in pairs."""
NEARLY = 0.6
"""So much of a question's words makes a paragraph in our voice one that repeats it."""
_YES = re.compile(r"\W*(?:yes|no|none|ja|nein)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_QUESTION = re.compile(r"\?[\"'”’)]*\s*$", re.MULTILINE)
_LISTED = re.compile(r"^\W{0,2}(?:[-•*·–]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])\s", re.MULTILINE)
_GREETED = re.compile(r"\W*(?:dear|hello|hi|sehr|guten)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph, or the part of one from a head on; `kind`: a head of the request, of the answer, or text."""

    text: str
    kind: str = TEXT


def zoned(letter: LetterText, cues: Cues, questions: Sequence[str]) -> LetterText:
    """The letter, our request marked "> " where it is said back, without the heads over it and over the answer."""
    blocks = [_numbered(block, cues) for block in letter.blocks]
    lines = [line for block in blocks for line in block.splitlines()]
    heads = sum(_head(line, cues)[0] == ANSWER for line in lines)
    paired = any(_HEAD in block for block in blocks) or heads >= PAIRS <= sum(bool(_ASKED.match(x)) for x in lines)
    parts = [part for block in blocks for part in _parts(block, cues, paired=paired)]
    ours = _between_heads(parts, cues, questions) | _voiced(parts, cues, questions) | _title(parts)
    return replace(letter, blocks=tuple(_marked(parts, ours)))


def _numbered(block: str, cues: Cues) -> str:
    """ "A2. 45", "Response to question 2: 45" as "2. 45" below a head of its own."""
    return block if block.startswith("> ") else cues.asides["answer_to"].sub(rf"{_HEAD}\g<n>. ", block)


def _parts(block: str, cues: Cues, *, paired: bool) -> Iterator[_Part]:
    """The paragraph cut at its lines that are heads, or begin with one ("Response: we hold ...").

    `paired`: answers have heads of their own, so that a question's number is a head as well.
    """
    if block.startswith("> "):
        yield _Part(block)
        return
    kept: list[str] = []
    for line in block.splitlines():
        kind, rest = _paired(line) if paired else ("", "")
        kind, rest = (kind, rest) if kind else _head(line, cues)
        if not kind:
            kept.append(line)
            continue
        yield from _text(kept)
        yield _Part(line, kind)
        kept = [rest] if rest else []
    yield from _text(kept)


_HEAD = "\x01"
_ASKED = re.compile(
    r"\W{0,3}(?:q|question|frage)\b\.? ?(?:number|no\b\.?|nr\b\.?)? ?(?P<n>\d{1,2})\b[\s.:)–-]*", re.I
)


def _paired(line: str) -> tuple[str, str]:
    """A line "Question 2: ..." or one marked as the answer to it."""
    if line.lstrip().startswith(_HEAD):
        return ANSWER, line.replace(_HEAD, "").strip()
    seen = _ASKED.match(line)
    return (REQUEST, f"{seen['n']}. {line[seen.end() :]}") if seen else ("", "")


def _text(lines: Sequence[str]) -> Iterator[_Part]:
    if any(line.strip() for line in lines):
        yield _Part("\n".join(lines).strip("\n"))


def _head(line: str, cues: Cues) -> tuple[str, str]:
    """The kind of head that a line is or begins with, and what follows it on the line."""
    for kind, name in ((REQUEST, "request_head"), (ANSWER, "answer_head")):
        seen = cues.asides[name].match(line)
        if seen is None or len(line[: seen.end()].split()) > FEW:
            continue
        rest = line[seen.end() :].strip()
        if not rest or seen[0].rstrip().endswith(":"):
            return kind, rest
    return "", ""


def _between_heads(parts: Sequence[_Part], cues: Cues, questions: Sequence[str]) -> set[int]:
    """What stands between a head of the request and the next head of an answer."""
    found: set[int] = set()
    start = next((at for at, one in enumerate(parts) if _is_voice(one, cues) or _repeats(one, questions)), None)
    for at, one in enumerate(parts):
        if one.kind == REQUEST:
            start = at + 1
        elif one.kind == ANSWER and start is not None:
            zone = range(start, at)
            if not any(_answers(parts[each], cues, questions) for each in zone):
                found.update(each for each in zone if _is_ours(parts[each], cues, questions))
            start = None
    return found


def _title(parts: Sequence[_Part]) -> set[int]:
    """The title of a letter that goes straight on to our request: "Tasers (1544A/21)"."""
    if len(parts) < PAIRS or parts[1].kind != REQUEST or parts[0].kind != TEXT:
        return set()
    return {0} if len(parts[0].text.split()) <= FEW and not parts[0].text.rstrip().endswith((".", "!")) else set()


def _answers(part: _Part, cues: Cues, questions: Sequence[str]) -> bool:
    """True if the paragraph says a question back and goes on to answer it ("1. How many hives? 14")."""
    if part.kind != TEXT or not questions_in(part.text, questions):
        return False
    found = pieces(part.text, questions)
    rest = [one.text for at, one in enumerate(found) if not one.ours and at and found[at - 1].ours]
    return any(
        not text.startswith("(") and not text.endswith("?") and not _LISTED.match(text)
        and not cues.asides["voice"].search(text) and _tells(text, cues)
        for text in rest
    )  # fmt: skip


def _tells(text: str, cues: Cues) -> bool:
    """True for words that give or deny something; "Enforcement", "broken down by year" do not."""
    said = any(cues.says[kind].search(text) for kind in ("not_held", "refused", "nil", "given", "public", "cost"))
    return said or has_figure(text) or bool(_YES.match(text))


def _is_ours(part: _Part, cues: Cues, questions: Sequence[str]) -> bool:
    """True between the heads, but for a paragraph in the body's voice ("thank you for your request")."""
    if part.kind != TEXT:
        return False
    flat = " ".join(part.text.split())
    asks = _QUESTION.search(part.text) or _LISTED.search(part.text) or cues.asides["voice"].search(flat)
    return bool(asks) or _repeats(part, questions) or not cues.asides["to_us"].search(flat)


def _voiced(parts: Sequence[_Part], cues: Cues, questions: Sequence[str]) -> set[int]:
    """Without heads: paragraphs in our voice that repeat a question, and those in our voice just above them."""
    ours = {
        at
        for at, one in enumerate(parts)
        if _is_voice(one, cues) and _repeats(one, questions) and not questions_in(one.text, questions)
    }
    for at in range(len(parts) - 2, -1, -1):
        below = parts[at + 1]
        above = at + 1 in ours or _repeats(below, questions)
        if above and _is_voice(parts[at], cues) and not _answers(parts[at], cues, questions):
            ours.add(at)
    return ours


def _is_voice(part: _Part, cues: Cues) -> bool:
    """True if the paragraph asks as an applicant does."""
    flat = " ".join(part.text.split())
    return part.kind == TEXT and bool(cues.asides["voice"].search(flat)) and not cues.asides["to_us"].search(flat)


def _repeats(part: _Part, questions: Sequence[str]) -> bool:
    """True if the paragraph holds most words of one of our questions and hardly more."""
    if part.kind != TEXT:
        return False
    words = set(_WORD.findall(part.text.lower()))
    for question in questions:
        asked = set(_WORD.findall(question.lower()))
        if len(asked) > 2 and len(asked & words) >= NEARLY * len(asked) and len(words) <= 3 * len(asked):
            return True
    return False


def _marked(parts: Sequence[_Part], ours: set[int]) -> Iterator[str]:
    """The paragraphs, a run of our own as one; a head is left out where something stands below it."""
    run: list[str] = []
    for at, one in enumerate(parts):
        if at in ours and not _GREETED.match(one.text):
            run += [
                line if line.startswith("> ") else "> " + line for line in one.text.splitlines() if line.strip()
            ]
            continue
        if run:
            yield "\n".join(run)
            run = []
        if one.kind == TEXT or at + 1 == len(parts):
            yield one.text
    if run:
        yield "\n".join(run)
