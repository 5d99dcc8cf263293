"""A third reading: what each clause states, and which questions it answers, both by weights of counted things.

The second reading counts the words of all that speaks of a question at once; this one asks of each clause what it
states and of each question how likely that clause answers it, so that a clause that names no question by number
or word still counts. Trained on the words that each labelled answer rests on (`benchmarks/letters/train.py`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import reduce

from .figures import has_figure
from .linking import Links
from .tokens import Passages, ideas, stems, tokens
from .weights import Weighed, Weights, judge, weights

LEAST = 1e-3
LINKED = 0.3
"""A clause with this share of answering a question is one of its clauses."""


def clause_tokens(passages: Passages, at: int) -> list[str]:
    """What is counted to tell what a clause states: its words and concepts, its sentence's, and the next one's."""
    clause, cues = passages.placed[at][0], passages.cues
    asked = frozenset(stem for question in passages.questions for stem in stems(question, cues))
    found = text_tokens(clause.text, passages, asked) + ideas(clause.sentence, "s", cues, asked)
    if at + 1 < len(passages.placed) and passages.placed[at + 1][0].block == clause.block:
        found += ideas(passages.placed[at + 1][0].text, "n", cues, asked)
    return [*found, "LED" if clause.led else "FREE"] + ["ASKS"] * (2 * clause.text.rstrip().endswith("?"))


def text_tokens(text: str, passages: Passages, asked: frozenset[str] = frozenset()) -> list[str]:
    """The words and concepts of a text, and whether it holds a figure."""
    found = tokens(text, "c", pairs=True) + ideas(text, "c", passages.cues, asked)
    return found + ["FIGURE"] * (2 * has_figure(text))


def heard(
    passages: Passages, states: Weights | None = None, links: Weighed | None = None
) -> tuple[dict[str, float], ...]:
    """For each question what the clauses that answer it state, as named values for the weighing."""
    states, links = states or weights("states", "third"), links or judge("links", "third")
    said = [states.shares(clause_tokens(passages, at)) for at in range(len(passages.placed))]
    of = Links(passages)
    linked = [[links.shares(values)["yes"] for values in of.values(at)] for at in range(len(passages.placed))]
    return tuple(_values(said, [one[number] for one in linked]) for number in range(len(passages.questions)))


def _values(said: Sequence[Mapping[str, float]], linked: Sequence[float]) -> dict[str, float]:
    """What bears on one question: by outcome the likeliest clause, all together, and their share."""
    if not said:
        return {}
    answers = [link * (1 - one["none"]) for one, link in zip(said, linked, strict=True)]
    found = {"third: none": _log(_none_of(answers)), "third: linked": sum(one > LINKED for one in answers)}
    best = max(range(len(answers)), key=answers.__getitem__)
    found |= {
        "third: link": linked[best],
        "third: next": sorted(answers, reverse=True)[1:2][0] if answers[1:] else 0.0,
    }
    outcomes = [name for name in said[0] if name != "none"]
    sums = {name: sum(link * one[name] for one, link in zip(said, linked, strict=True)) for name in outcomes}
    whole = sum(sums.values()) or 1.0
    for name in outcomes:
        each = [link * one[name] for one, link in zip(said, linked, strict=True)]
        found[f"third: most {name}"] = _log(max(each))
        found[f"third: any {name}"] = _log(1 - _none_of(each))
        found[f"third: share {name}"] = sums[name] / whole
    found |= {f"third: best {name}": share for name, share in said[best].items()}
    return found | {"third: of one mind": max(sums.values()) / whole}


def _none_of(shares: Sequence[float]) -> float:
    return reduce(lambda left, share: left * (1 - share), shares, 1.0)


def _log(share: float) -> float:
    return math.log(max(share, LEAST))
