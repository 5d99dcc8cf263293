"""Lines of a letter that are one statement each though no stop ends them: labels with figures, an echo's answer.

"Number of boats lent: 31" above "Number of boats lost: 4 (3 at sea, 1 in harbour)" are two statements, and so are
a question that the reply repeats and the figure on the line below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from foidesk.words.numbers import number
from foidesk.words.totals import nil

from ..basis.ground import Ground
from ..basis.near import question_of, repeats
from ..basis.pieces import Piece
from ..basis.terms import total_word

_LABELLED = re.compile(
    r"\W{0,3}[^\W\d_][^:\n]{2,160}:\s{0,4}(?:(?:[£€$]\s?)?\d[\d.,]*(?=[\s(%;.,]|$)|(?:nil|none|zero|keine)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:[a-zäöü(]|[,;)])")
_BREAK = re.compile(r"\n|(?<=[?:])[ \t]*[–-]?[ \t]*(?=\S)|\s[–-]\s+")


def is_labelled(line: str) -> bool:
    """True for a line that is a label, a colon and a figure: "Number of boats lost: 4 (3 at sea)"."""
    return _LABELLED.match(line) is not None


def labelled_lines(text: str) -> list[tuple[int, int]]:
    """The lines of a run of two or more labels with their figures, and of the words between; [] if it is none.

    A line that begins with a small letter goes on with the one above. Of a paragraph, whose lines all do, there
    are no lines.
    """
    starts = [0, *(found.end() for found in re.finditer(r"\n", text) if not _GOES_ON.match(text, found.end()))]
    lines = list(pairwise([*starts, len(text)]))
    found = [is_labelled(text[start:end]) for start, end in lines]
    together = any(one and other for one, other in pairwise(found))
    return lines if together else []


def ends_list(above: str, line: str) -> bool:
    """True for "Total: 742" below a line of a label and its number: it is the sum, and no answer called so."""
    label, colon, figure = line.partition(":")
    return bool(colon) and bool(total_word(label)) and is_bare(figure.strip()) and is_labelled(above)


def echo_apart(ground: Ground, part: Piece) -> Iterator[Piece]:
    """A repeated question and the bare figure behind it, apart: "1. Boats lent in 2021: 31"; else the whole."""
    text = part.text
    if not repeats(ground, text):
        for found in reversed(list(_BREAK.finditer(text))):
            head, tail = text[: found.start()], text[found.end() :].strip()
            if tail and is_bare(tail) and repeats(ground, head) and question_of(ground, head):
                yield part.cut(0, found.start()).stripped()
                yield part.cut(found.end(), len(text)).stripped()
                return
    yield part


def is_bare(text: str) -> bool:
    """True for a figure, or a word for none, and nothing else."""
    words = text.rstrip(" .")
    none = nil(words)
    return (none is not None and none.meanings == ("zero",)) or number(words) is not None
