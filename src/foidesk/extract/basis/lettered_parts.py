"""The lettered parts of the request that a reply prints: "3. Please provide: a) the sum paid, b) the highest sum".

A table whose rows go by "3a" and "3b" answers the part in whose words our question is put, and no other.
"""

from __future__ import annotations

from .asking import LETTERED
from .ground import Ground
from .near import all_lines, numbered, quoted_question


def question_of_part(ground: Ground, mark: str) -> str | None:
    """The id of our question that part "3a" of the request printed puts, "" if it puts none of ours.

    None if the reply prints no such part, or none of its parts in the words of a question of ours.
    """
    asked = ground.memo.get("lettered parts", lambda: _asked(ground))
    same = {other: id for other, id in asked.items() if other[:-1] == mark[:-1]}
    return asked.get(mark) if any(same.values()) else None


def _asked(ground: Ground) -> dict[str, str]:
    """The question of ours, or "", of each lettered part that the reply prints."""
    found: dict[str, str] = {}
    number = ""
    for line in (line for _, _, piece in all_lines(ground) for line in piece.text.splitlines()):
        seen, letter = numbered(line), LETTERED.match(line)
        if seen is not None:
            number = seen[0]
        elif letter is not None and number.isdigit() and len(line.split()) > 3:
            found.setdefault(f"{number}{letter[1].lower()}", quoted_question(ground, line[letter.end() :]))
    return found
