"""The section of each question: what stands below its number, its words or its head, and nowhere else.

Most letters that answer several questions are laid out so. Where a question has a section of its own, the layout
tells to which question an answer belongs, and nobody need weigh words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .cues import Cues
from .pieces import UNKNOWN, Clause, clauses
from .text import LetterText


@dataclass(frozen=True, slots=True)
class Section:
    """What stands in one question's section, and what is said of it by its number elsewhere, in order.

    `below`: the paragraphs that follow its own without a head. They may be of it, or of the whole letter.
    `shared`: its head is one of several questions ("1 to 3", "1. & 2.").
    """

    question: int
    own: tuple[Clause, ...]
    below: tuple[Clause, ...] = ()
    shared: bool = False

    @property
    def text(self) -> str:
        """The words of its own, each sentence once."""
        return " ".join(dict.fromkeys(one.sentence for one in self.own))


@dataclass(frozen=True, slots=True)
class Sections:
    """A letter by the sections of its questions, and the clauses that stand in none."""

    of: dict[int, Section]
    outside: tuple[Clause, ...]


def sections(letter: LetterText, cues: Cues, questions: Sequence[str]) -> Sections:
    """The sections of a letter whose asides are left out."""
    told = [one for one in clauses(letter, cues, questions) if not one.echo]
    own: dict[int, list[Clause]] = {}
    below: dict[int, list[Clause]] = {}
    shared = {number for one in told if len(one.over) > 1 for number in one.over}
    for one in told:
        for number in dict.fromkeys((*_numbers(one.over), *one.asked)):
            own.setdefault(number, []).append(one)
        if not one.over and not one.asked:
            for number in _single(one.after):
                below.setdefault(number, []).append(one)
    headed = {number for one in told for number in _numbers(one.over)}
    found = {
        number: Section(number, tuple(said), tuple(below.get(number, ())), number in shared)
        for number, said in own.items()
        if number in headed
    }
    return Sections(found, tuple(one for one in told if not one.over and not one.after and not one.asked))


def _numbers(numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(one for one in numbers if one != UNKNOWN)


def _single(numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(numbers) if len(numbers) == 1 and numbers[0] != UNKNOWN else ()
