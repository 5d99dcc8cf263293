"""A letter without its asides: rights of review, the Act explained, warnings and footers speak of no request.

What is left are the sentences that say what happens to this request now. A heading over an aside ("COMPLAINT
RIGHTS") takes the paragraphs below it along, up to the next heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..sentences import sentences
from .cues import Cues
from .text import LetterText

_HEADING = re.compile(r"[^\n.?!:;]{3,70}:?$")
_NUMBERED = re.compile(r"\W*\d{1,2}\b")


def without_asides(letter: LetterText, cues: Cues) -> LetterText:
    """The same letter, reduced to what it says of the request."""
    return replace(letter, blocks=tuple(_kept(letter.blocks, cues)))


def _kept(blocks: tuple[str, ...], cues: Cues) -> Iterator[str]:
    under_aside = False
    for block in blocks:
        if block.startswith("> "):
            yield block
            continue
        if _HEADING.match(block) and not _NUMBERED.match(block):
            under_aside = bool(cues.asides["heading"].search(block))
        if under_aside or cues.asides["paragraph"].match(block):
            continue
        if left := _without(block, cues):
            yield left


def _without(block: str, cues: Cues) -> str:
    """The paragraph without the sentences that are asides; the line breaks between the others stay."""
    kept = list(block)
    for one in sentences(block):
        if is_aside(one.text, cues):
            kept[one.start : one.end] = " " * (one.end - one.start)
    return "".join(kept).strip()


def is_aside(sentence: str, cues: Cues) -> bool:
    """True for a sentence on how to complain, on what the Act says in general, or from the foot of a mail."""
    asides = cues.asides
    if any(asides[kind].search(sentence) for kind in ("rights", "foot", "general")):
        return True
    return bool(asides["law"].search(sentence)) and not asides["applied"].search(sentence)


def main_part(clause: str, cues: Cues) -> str:
    """The clause without the reasons given in it: a number in a reason answers no question."""
    bare = cues.asides["reason_tail"].sub("", clause)
    return cues.asides["reason_head"].sub("", bare) or bare
