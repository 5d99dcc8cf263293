"""What the third reading is trained on: the clauses that hold the words that each labelled answer rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from foidesk.law.letters.answering import clause_tokens
from foidesk.law.letters.linking import Links
from foidesk.law.letters.tokens import Passages

MOST = 0.6
"""So much of the label's words makes a clause one that they stand in."""
WHOLE, SOME = 0.8, 0.25
"""So much of the clause within the label's words does too, where it is so much of these."""
FEW = 2


def answers(label: dict[str, Any], passages: Passages) -> dict[int, dict[int, str]]:
    """By clause the questions that it answers, with the outcome that it states of each."""
    found: dict[int, dict[int, str]] = {}
    for one in label.get("outcome", ()):
        if one["outcome"] != "none":
            for at in _holding(one.get("words", ""), passages):
                found.setdefault(at, {})[one["question"]] = one["outcome"]
    return found


def _holding(said: str, passages: Passages) -> list[int]:
    wanted = _words(said)
    if not wanted:
        return []
    texts = [(_words(clause.text), at) for at, (clause, _, _) in enumerate(passages.placed)]
    exact = [at for held, at in texts if held and _within(wanted, held)]
    if exact:
        return exact
    near = []
    for held, at in texts:
        both = len(set(wanted) & set(held))
        mine, its = both / len(set(wanted)), both / (len(set(held)) or 1)
        if mine >= MOST or (its >= WHOLE and mine >= SOME):
            near.append((mine, its, at))
    return [at for _, _, at in sorted(near, reverse=True)[:FEW]]


def _within(wanted: Sequence[str], held: Sequence[str]) -> bool:
    one, other = " ".join(wanted), " ".join(held)
    return one in other or (len(held) > FEW and other in one)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def states(label: dict[str, Any], passages: Passages) -> Iterator[tuple[list[str], str]]:
    """The tokens of each clause with what it states; what shares a sentence with an answer is left out."""
    found = answers(label, passages)
    sentences = {passages.placed[at][0].sentence for at in found}
    for at, (clause, _, _) in enumerate(passages.placed):
        if at in found:
            for outcome in sorted(set(found[at].values())):
                yield clause_tokens(passages, at), outcome
        elif clause.sentence not in sentences:
            yield clause_tokens(passages, at), "none"


def links(label: dict[str, Any], passages: Passages) -> Iterator[tuple[dict[str, float], bool]]:
    """The values of each clause that answers something, for every question, and whether it answers that one."""
    asked = {one["question"] for one in label.get("outcome", ())}
    of = Links(passages)
    for at, questions in answers(label, passages).items():
        for number, values in enumerate(of.values(at), 1):
            if number in asked:
                yield values, number in questions
