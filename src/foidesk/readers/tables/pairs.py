"""Tables of one line of heads and one of figures: each figure right under its head."""

from __future__ import annotations

from collections.abc import Sequence

from foidesk.readers.tables.ink import Phrase, is_number, is_year

LEVEL = 1.0
"""Points by which a figure may stand elsewhere than its head."""
LEAST = 2
"""Columns of figures."""
MOST_WORDS = 4


def is_pair(heads: Sequence[Phrase], figures: Sequence[Phrase]) -> bool:
    """True for a label and figures right under as many heads, each level with its own: left, middle or right."""
    label, values = figures[0], figures[1:]
    if len(values) < LEAST or not 0 <= len(heads) - len(values) <= 1 or is_number(label.text):
        return False
    if not all(is_number(p.text) and not is_year(p.text) and any(map(str.isdigit, p.text)) for p in values):
        return False
    over = heads[len(heads) - len(values) :]
    if any(is_number(p.text) and not is_year(p.text) for p in over) or not any(
        letter.isalnum() for p in over for letter in p.text
    ):
        return False
    beside = over[0].x0 > label.x1 and all(len(p.tokens) <= MOST_WORDS for p in over)
    return beside and (any(_level(over, values, way) for way in range(3)) or _in_turn(over, values))


def _in_turn(heads: Sequence[Phrase], values: Sequence[Phrase]) -> bool:
    """True if each figure stands between the beginning of its own head and that of the next one."""
    ends = [*(head.x0 for head in heads[1:]), float("inf")]
    return all(
        head.x0 - LEVEL < value.x0 and value.x1 < end for head, value, end in zip(heads, values, ends, strict=True)
    )


def _level(heads: Sequence[Phrase], values: Sequence[Phrase], way: int) -> bool:
    return all(abs(_at(a, way) - _at(b, way)) < LEVEL for a, b in zip(heads, values, strict=True))


def _at(phrase: Phrase, way: int) -> float:
    return (phrase.x0, (phrase.x0 + phrase.x1) / 2, phrase.x1)[way]


def is_head_of_few(rows: Sequence[Sequence[Phrase]]) -> bool:
    """True for a line of heads over two rows, one of as many parts: enough to know each head's column.

    The corner over the labels may be blank.
    """
    head, *body = rows
    corner = head[0].x0 > max(row[0].x1 for row in body)
    return len(body) == 2 and len(head) + corner == max(map(len, body)) > LEAST
