"""The section of each question: what stands below its number, its words or its head, and nowhere else.

Most letters that answer several questions are laid out so. Where each question has one section and that section says
one plain thing, nobody need weigh words: the layout tells to which question it belongs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .cues import Cues
from .pieces import Clause, clauses
from .text import LetterText


@dataclass(frozen=True, slots=True)
class Section:
    """What stands in one question's section: its clauses in order, and the paragraphs that follow without a head.

    `named`: other questions that its words name. `last`: no other section follows it.
    """

    question: int
    own: tuple[Clause, ...]
    below: tuple[Clause, ...]
    last: bool

    @property
    def text(self) -> str:
        return " ".join(dict.fromkeys(one.sentence for one in self.own))


@dataclass(frozen=True, slots=True)
class Sections:
    """A letter by the sections of its questions, and the sentences that stand in none."""

    of: dict[int, Section]
    outside: tuple[Clause, ...]


def sections(letter: LetterText, cues: Cues, questions: Sequence[str]) -> Sections:
    """The sections of a letter whose asides are left out; no section of a question that shares one with others."""
    cut = [one for one in clauses(letter, cues, questions)]
    own: dict[int, list[Clause]] = {}
    below: dict[int, list[Clause]] = {}
    shared: set[int] = set()
    outside: list[Clause] = []
    told = [one for one in cut if not one.echo]
    last = max((one.block for one in told if one.over and one.over != (0,)), default=-1)
    for one in told:
        if len(one.over) == 1 and one.over[0] > 0:
            own.setdefault(one.over[0], []).append(one)
        elif one.over and one.over != (0,):
            shared |= set(one.over)
        elif len(one.after) == 1 and one.after[0] > 0:
            below.setdefault(one.after[0], []).append(one)
        else:
            outside.append(one)
        shared |= {n for n in one.asked if (n,) != one.over}
    found = {
        number: Section(number, tuple(said), tuple(below.get(number, ())), any(one.block == last for one in said))
        for number, said in own.items()
        if number not in shared
    }
    return Sections(found, tuple(outside))
