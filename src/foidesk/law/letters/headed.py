"""Letters whose answers stand below heads or labels in place of numbers: "Consultants", "Policy: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .cues import Cues
from .echoes import questions_in
from .figures import has_figure
from .topics import Topics

LEAST = 2
"""Heads of so many different questions make a letter one that is laid out so."""
_HEAD = re.compile(r"[^\W\d_][^\n.?!;:]{2,70}$")
_LABEL = re.compile(r"(?P<head>[^\W\d_][^\n.?!;:]{2,70}):[ \t]+(?=\S)")
_BRIEF = re.compile(r"(?P<head>[^\W\d_](?:(?! [–-] )[^\n.?!;:]){2,40})(?:\.| [–-])[ \t]+(?=\S)")
""" "Service credits - ...", "Heads of terms. ...": a head on the line of its answer."""
MOST = 9
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|cannot|could|may|must|shall|should|we|i|you|"
    r"ist|sind|wird|werden|kann|dear|yours|thank|please|regards|sincerely)\b",
    re.IGNORECASE,
)


def heads(blocks: Sequence[str], questions: Sequence[str], cues: Cues) -> dict[int, tuple[int, int, int]]:
    """By paragraph the question that its head names, and where the head begins and ends in it.

    A head names one question clearly; where there are as many heads as questions, and those that name one stand at
    its place, the others are told by theirs. Nothing where a letter has numbers, or heads of fewer than `LEAST`
    questions, where two name the same, or where no more than two stand in another order than our questions.
    """
    own = [block for block in blocks if not (block.startswith("> ") and questions_in(block, questions) > 1)]
    if len(questions) < LEAST or any(_NUMBERED.match(block) for block in own):
        return {}
    topics = Topics(questions, cues)
    found: dict[int, tuple[int, int, int]] = {}
    seen: set[str] = set()
    for one in _heads(blocks):
        best = topics.best(one.words)
        if best and one.words.lower() not in seen:  # a second time it stands over the document attached
            found[one.block] = (best[0], 0, one.end)
            seen.add(one.words.lower())
    found = _by_place(found, list(_heads(blocks)), len(questions)) or found
    named = [one for one, _, _ in found.values()]
    apart = len(set(named)) == len(named) >= LEAST
    return found if apart and (named == sorted(named) or len(named) > LEAST) else {}


@dataclass(frozen=True, slots=True)
class _HeadSeen:
    """A head: its paragraph, where it ends there, its words, and whether it is a line, a label or a paragraph."""

    block: int
    end: int
    words: str
    shape: str


def _heads(blocks: Sequence[str]) -> Iterator[_HeadSeen]:
    for at, block in enumerate(blocks):
        first, _, rest = block.partition("\n")
        below = rest.strip() or (at + 1 < len(blocks) and not is_heading(blocks[at + 1].partition("\n")[0]))
        label, brief = _LABEL.match(block), _BRIEF.match(block)
        if is_heading(first) and below:
            yield _HeadSeen(at, len(first), first, "line" if rest.strip() else "paragraph")
        elif label and is_heading(label["head"]):
            yield _HeadSeen(at, label.end(), label["head"], "label")
        elif brief and is_heading(brief["head"]) and not has_figure(brief["head"]):
            yield _HeadSeen(at, brief.end(), brief["head"], "brief")


_OF_LETTER = re.compile(
    r"\W*(?:public interest|sections?|regulations?|annex|appendix|rehearsal|review|internal review|"
    r"complain(?:ts?)?(?: procedures?| rights?)?\W*$|your (?:right|request)|how to|contact|ref\b|"
    r"our ref|your ref|background|conclusion|copyright|advice|foi\b|freedom|re\b|harm|balance|factors|exempt)",
    re.IGNORECASE,
)
""" "Public interest test": a head that every letter may have, whatever we asked."""


def _by_place(
    found: dict[int, tuple[int, int, int]], all_: Sequence[_HeadSeen], count: int
) -> dict[int, tuple[int, int, int]]:
    """As many heads of one shape as questions, those that name one at its place: the others told by theirs.

    Nothing unless half of them name their question, and there is one such run. Where there are no more heads than
    these, one that seems to name another question than that of its place is told by its place, too.
    """
    fitting = []
    for shape in ("line", "label", "brief", "paragraph"):
        mine = [
            one for one in all_ if one.shape == shape and (one.block in found or not _OF_LETTER.match(one.words))
        ]
        for start in range(len(mine) - count + 1):
            run = mine[start : start + count]
            placed = {one.block: (number, 0, one.end) for number, one in enumerate(run, 1)}
            told = [found[at] == placed[at] for at in found if at in placed]
            most = sum(told) > count // 2 and len(mine) == count
            if sum(told) and 2 * sum(told) >= count - 1 and (all(told) or most):
                fitting.append(placed)
    only = fitting[0] if len(fitting) == 1 else {}
    after = {at for at in found if only and at >= min(only)}
    return only if after <= set(only) else {}


_NUMBERED = re.compile(r"> |\W{0,3}(?:q|question|item|part|point|request)?\W?\d{1,2}\s?[.):-]\s", re.IGNORECASE)


def is_heading(line: str) -> bool:
    """True for a line of few words, none of them a verb, and no sentence: "The system (your second point)"."""
    return bool(_HEAD.match(line)) and len(line.split()) <= MOST and not _FINITE.search(line)
