"""Answers that stand in our own mail, each behind its question, as the letter above says: "see below in red"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w+")
_OURS = re.compile(
    r"\W*(?:please|kindly|if|for|including|include|by|broken|split|i|my|we|and|or|in|between|from|since|per|as|"
    r"with|"
    r"covering|thank\w*)\b|.*\?\W*$",
    re.IGNORECASE,
)
"""What goes on behind a question in our own words: "Please split this by year"."""
_OWN_WORDS = re.compile(
    r"\b(?:you (?:\w+ )?(?:told|said|stated|answered|replied|gave|published|reported|disclosed|wrote|"
    r"confirmed)|"
    r"your (?:last|latest|previous|earlier|own|website|annual|published|former|\w+ reports?)|"
    r"(?:i|we) (?:\w+ )?(?:ask\w*|want\w*|need\w*|understand|understood|believe\w*|think|thought|mean|meant|"
    r"would like|"
    r"requested|seek|sought|read|heard|assume|estimate that you)|our (?:understanding|question|survey|story|"
    r"readers)|"
    r"according to|reportedly|(?:was|were|been) (?:widely )?reported|the press|newspapers?|media reports?|e\.g|"
    r"i\.e|"
    r"for example|nb|(?:where|if) possible|preferably|ideally|in excel|spreadsheet format|last (?:time|year)|"
    r"in reply to)\b",
    re.IGNORECASE,
)
""" "Last year you told us 35": a statement of ours, behind our own question. It answers nothing."""
_STRUCK = re.compile(r"^(?:> ?)+", re.MULTILINE)


IN_DOUBT = "⁇"
"""Stands behind words in our own mail that may be ours as well as an answer: a person is asked."""
_GROUND = r"[\W\w]{0,60}\b(?:sections?|regulations?|s\.) ?\d[^.;]{0,40}"
_SET_FORM = re.compile(
    r"\W*(?:[£$€] ?)?\d[\d,.]*(?: ?%)?(?: (?:in (?:all|total)|years?|days?|months?|hours?))?\W*|"
    r"\W*(?:none|nil|zero)\W*|"
    r"\W*(?:please )?(?:see |find )?(?:the )?(?:attached|enclosed)\W*|"
    rf"\W*(?:attached|enclosed) with redactions(?:{_GROUND})?\W*|"
    r"\W*(?:(?:this|the) )?(?:information )?(?:is )?(?:not (?:held|recorded)|no information held|none held)\W*|"
    rf"\W*(?:(?:this|the) (?:information )?is )?(?:refused|withheld|exempt)\b{_GROUND}\W*|"
    r"\W*(?:we|the (?:council|trust|force|department|university|authority|board)) (?:do(?:es)? not|cannot|"
    r"hold nothing|"
    r"(?:are|is) unable to|can (?:neither|confirm)|ha(?:s|ve) (?:attached|enclosed|refused|withheld)|"
    r"withholds?|refuses?)\b"
    r"[^?]*",
    re.IGNORECASE,
)
"""What no one who asks would write behind a question."""
_CLOSES = re.compile(
    r"\W*(?:yours|kind regards|best|regards|many thanks|thanks|thank you|sincerely|with|"
    r"from:|sent:|to:|subject:)\b",
    re.IGNORECASE,
)


def answered_within(blocks: Sequence[str], questions: Sequence[str]) -> Iterator[str]:
    """The paragraphs; of our own mail at the foot what stands behind our questions, each below its question.

    Of a mail at the foot that holds no such answer nothing is left. `IN_DOUBT` stands behind what two lines say,
    and behind what is in no set form.
    """
    last = max((at for at, block in enumerate(blocks) if not block.startswith("> ")), default=-1)
    yield from blocks[: last + 1]
    for number, said in _behind(blocks[last + 1 :], questions):
        if said:
            sure = len(said) == 1 and _SET_FORM.fullmatch(said[0])
            yield f"> {number}. {questions[number - 1]}"
            yield " ".join(said) if sure else f"{' '.join(said)} {IN_DOUBT}"


def _behind(blocks: Sequence[str], questions: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Each question of our mail, and the lines up to the next one that are not plainly our own."""
    number, said = 0, list[str]()
    for line in (line for block in blocks for line in _STRUCK.sub("", block).splitlines()):
        asked, rest = _asked(line, questions)
        if asked or _CLOSES.match(line):
            if number:
                yield number, said
            number, said = asked, []
        told = (rest if asked else line).strip()
        if number and _WORD.search(told) and not _OURS.match(told) and not _OWN_WORDS.search(told):
            said.append(told)
    if number:
        yield number, said


def _asked(line: str, questions: Sequence[str]) -> tuple[int, str]:
    """The question that the line begins with, and what stands behind it; 0 if it begins with none."""
    for number, question in enumerate(questions, 1):
        words = r"\W+".join(map(re.escape, _WORD.findall(question)))
        seen = re.match(
            rf"\W*(?:(?:q|question)?\W?\d{{1,2}}[.):]*\W+)?{words}(?:[\s?.:\"”’]+(?P<said>\S.*)|[\s?.:\"”’]*$)",
            line,
            re.IGNORECASE,
        )
        if seen:
            return number, seen["said"] or ""
    return 0, ""
