"""Our own request, said back to us in the letter: found by its questions, by what leads it in and by its voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .cues import Cues

_WORD = re.compile(r"\w+")


def own_words_marked(blocks: Sequence[str], cues: Cues, questions: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs, those that repeat our request marked "> " as a mail program does."""
    return tuple(_marked(blocks, cues, questions))


def _marked(blocks: Sequence[str], cues: Cues, questions: Sequence[str]) -> Iterator[str]:
    """After "your request read:" all is ours that repeats a question or speaks as an applicant does."""
    inside = False
    for block in blocks:
        flat = " ".join(block.split())
        if block.startswith("> "):
            inside = inside or _asked(block, questions) > 1
            yield block
        elif cues.asides["repeats"].search(flat) and _asked(block, questions) < 1:
            inside = True
            yield block
        elif (_asked(block, questions) > 1 and not _says_more(block, questions)) or (
            inside and _is_ours(flat, cues, questions)
        ):
            inside = True
            yield from _ours(block)
        else:
            inside = False
            yield block


MORE = 10


def _says_more(block: str, questions: Sequence[str]) -> bool:
    """True if short questions stand amid other words ("item 1, the log, is attached; item 2, the fines: 40")."""
    text, asked = _flat(block), 0
    for question in questions:
        if _flat(question) in text:
            asked += len(_WORD.findall(question))
    return len(_WORD.findall(block)) - asked > max(asked, MORE) and not block.rstrip().endswith("?")


def _ours(block: str) -> Iterator[str]:
    yield "\n".join("> " + line for line in block.splitlines())


def _is_ours(flat: str, cues: Cues, questions: Sequence[str]) -> bool:
    return bool(_asked(flat, questions)) or bool(cues.asides["applicant"].search(flat))


def _asked(block: str, questions: Sequence[str]) -> int:
    """How many of our questions the paragraph repeats, word for word or nearly."""
    text = _flat(block)
    found = {_flat(question) for question in questions if _flat(question) in text}
    return sum(not any(one != other and one in other for other in found) for one in found)


def _flat(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "


def questions_in(block: str, questions: Sequence[str]) -> int:
    """How many of our questions a quoted paragraph holds."""
    return _asked(re.sub(r"(?m)^> ?", "", block), questions)
