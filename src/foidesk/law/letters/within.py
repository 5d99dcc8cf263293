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


def answered_within(blocks: Sequence[str], questions: Sequence[str]) -> Iterator[str]:
    """The paragraphs; of our own mail at the foot what stands behind our questions, each below its question.

    Of a mail at the foot that holds no such answer nothing is left.
    """
    last = max((at for at, block in enumerate(blocks) if not block.startswith("> ")), default=-1)
    yield from blocks[: last + 1]
    for block in blocks[last + 1 :]:
        for line in _STRUCK.sub("", block).splitlines():
            yield from _answered(line, questions)


def _answered(line: str, questions: Sequence[str]) -> Iterator[str]:
    for number, question in enumerate(questions, 1):
        words = r"\W+".join(map(re.escape, _WORD.findall(question)))
        seen = re.match(
            rf"\W*(?:(?:q|"
            rf"question)?\W?\d{{1,2}}[.):]*\W+)?{words}[\s?.:\"”’]+(?P<said>\S.*)",
            line,
            re.IGNORECASE,
        )
        if seen and not _OURS.match(seen["said"]) and not _OWN_WORDS.search(seen["said"]):
            yield f"> {number}. {question}"
            yield seen["said"].strip()
            return
