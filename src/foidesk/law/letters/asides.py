"""A letter without its asides: our words said back, rights of review, the Act explained, standing notes, footers.

What is left are the sentences that say what happens to this request now. A heading over an aside ("COMPLAINT
RIGHTS", "Annex: the law in short (sent with every reply)") takes the paragraphs below it along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from ..sentences import sentences
from .cues import Cues
from .echoes import own_words_marked
from .layout import laid_out
from .text import LetterText
from .zones import zoned

_HEADING = re.compile(r"[^\n.?!;]{3,90}:?$")
_NUMBERED = re.compile(r"\W*\d{1,2}\b")
_GLOSSED = re.compile(
    r"\b(?:sections?|reg(?:ulation)?s?\.?|exemptions?|exceptions?|s\.) ?\d\w*(?: ?\(\w{1,4}\))* ?"
    r"(?:[:–]|- |\((?=[a-z]{3,} ?[a-z]))|\(b\)\(\d\)(?:\([A-F]\))? (?=[a-z-]{4,} ?[a-z])",
    re.IGNORECASE,
)
"""A section with words behind it: its bare number, "section 38(1)(b)", is what is applied."""
_GLOSS = re.compile(
    r"\W{0,3}(?:sections?|reg(?:ulation)?s?\.?|exemptions?|exceptions?|s\.) ?\d\w*(?: ?\(\w{1,4}\))*\W{0,3}"
    r"(?:[:–]|- )[^\n.]{5,110}(?:\.(?: \w+\.)?)?$",
    re.IGNORECASE,
)
""" "Section 40: the information is personal data.", a paragraph of its own."""
_QUOTED = re.compile(r"[\"“‘'].*[\"”’']\W*", re.DOTALL)
_STATES = re.compile(
    r"\b(?:sections?|regulations?|act|foia?|foisa|eirs?|exemption|exception|which|legislation|code|"
    r"s\.? ?\d\w*)\b[^.:]{0,80}"
    r"\b(?:states?|stating|provides?|reads?|says|sets? out)(?: that)?(?: \(?as follows\)?)?\W{0,2}:\W*$",
    re.IGNORECASE,
)
""" "Section 43(2) states:", and the words of the law below."""
_OF_STATUTE = re.compile(
    r"\W{0,2}(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}[A-Z]?)[).](?:\W|$)|s\.? ?\d|[a-z]|(?:or|and)\b)|.*[—:-]\W*$"
)
_ANSWERS = re.compile(r"[^:\n]{3,60}: ?(?:[£$€]?\d|nil\b|none\b|not held\b)", re.IGNORECASE)
""" "Complaints: 45" answers; "Complaints: should you wish ..." does not."""
MANY = 3
"""So many sections with a word of explanation each are a list of what the law knows, not of what is applied."""


def without_asides(letter: LetterText, cues: Cues, questions: Sequence[str] = ()) -> LetterText:
    """The same letter, reduced to what it says of the request; our own words stay, marked as quoted."""
    letter = laid_out(zoned(letter, cues, questions), questions)
    marked = own_words_marked(letter.blocks, cues, questions)
    asked = frozenset(word[:6] for question in questions for word in _words(question))
    return replace(letter, blocks=tuple(_kept(marked, cues, asked)))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{6,}", text.lower())


def _kept(blocks: Sequence[str], cues: Cues, asked: frozenset[str]) -> Iterator[str]:
    """What we asked about is no aside: "Complaints" stands over an answer where complaints were asked for."""
    under_aside, quoting, before = False, False, ""
    listed = _glossaries(blocks)
    for at, block in enumerate(blocks):
        if at in listed:
            continue
        if block.startswith("> "):
            yield block
            continue
        quoting = bool(_STATES.search(before)) or (quoting and bool(_OF_STATUTE.match(block)))
        if quoting:
            before = block
            continue
        if before.endswith(":") and _QUOTED.fullmatch(block) and not cues.asides["own_quote"].search(before):
            continue
        if _HEADING.match(block) and not _NUMBERED.match(block):
            under_aside = bool(cues.asides["heading"].search(block) or cues.asides["standing"].search(block))
            under_aside = under_aside and not any(word[:6] in asked for word in _words(block))
        ours = _ANSWERS.match(block) and any(word[:6] in asked for word in _words(block)[:2])
        aside = not ours and (under_aside or _is_aside_paragraph(block, before, cues))
        if not aside and (left := _without(block, cues)):
            yield left
        before = block


def _glossaries(blocks: Sequence[str]) -> frozenset[int]:
    """Where paragraphs stand, one after the other, that each only tell what a section of the law is about.

    Below a line that ends with a colon ("we rely on:") they are what is applied.
    """
    found: set[int] = set()
    for at in range(len(blocks)):
        run = list(takewhile(lambda place: _GLOSS.match(blocks[place]), range(at, len(blocks))))
        if len(run) >= MANY and not (at and (blocks[at - 1].rstrip().endswith(":") or at - 1 in found)):
            found |= set(run)
        elif at - 1 in found and run:
            found.add(at)
    return frozenset(found)


def _is_aside_paragraph(block: str, before: str, cues: Cues) -> bool:
    asides = cues.asides
    flat = " ".join(block.split())
    if asides["paragraph"].match(flat) or asides["standing"].search(flat) or asides["closing"].match(flat):
        return True
    return len(_GLOSSED.findall(flat)) >= MANY and not before.endswith(":") and not asides["applied"].search(flat)


def _without(block: str, cues: Cues) -> str:
    """The paragraph without the sentences that are asides; the line breaks between the others stay."""
    kept = list(block)
    all_ = list(sentences(block))
    rights = False
    for at, one in enumerate(all_):
        follows = all_[at + 1].text if at + 1 < len(all_) else ""
        rights = _is_of_rights(one.text, cues, goes_on=rights)
        if (rights or is_aside(one.text, cues)) and not cues.asides["so_here"].search(follows):
            kept[one.start : one.end] = " " * (one.end - one.start)
    return "".join(kept).strip()


_DECIDES = re.compile(
    r"\b(?:with[- ]?h[eo]ld|refus|exempt|disclos|releas|redact|enclos|attach|not (?:\w+ )?h[eo]ld|questions? \d|"
    r"points? \d|parts? \d|items? \d|confiden|sensitive|remain|annex|append|£|section \d|s\. ?\d)",
    re.IGNORECASE,
)
""" "It is exempt under section 40": of the request, also behind a sentence on the right of review."""


def _is_of_rights(sentence: str, cues: Cues, *, goes_on: bool) -> bool:
    """True for a sentence on the right of review, and for one behind it that goes on to say how to use it."""
    if cues.asides["rights"].search(sentence):
        return True
    return goes_on and bool(cues.asides["after_rights"].search(sentence)) and not _DECIDES.search(sentence)


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
