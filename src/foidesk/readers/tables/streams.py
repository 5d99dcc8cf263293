"""Pages printed in two columns of prose: the lines of each column by themselves, in reading order."""

from __future__ import annotations

from collections import Counter

from foidesk.readers.tables.ink import Line, Phrase, frame_of, is_number, phrases

LEAST = 6
WORDS = 5


def in_reading_order(lines: list[Line], width: float) -> list[Line]:
    """The lines, where two columns of prose stand side by side the left one first."""
    if len(lines) < LEAST:
        return lines
    rows = [phrases(line) for line in lines]
    for x in _candidates(rows, width):
        run = _longest_run(rows, x)
        if run is not None and _both_prose(rows[run[0] : run[1]], x):
            return _parted(lines, run, x, width)
    return lines


def _candidates(rows: list[list[Phrase]], width: float) -> list[float]:
    """Where phrases often begin in the middle third of the page, most often first."""
    starts = Counter(
        round(p.x0 / 3) for row in rows for p in row if 0.3 * width < p.x0 < 0.7 * width and len(p.tokens) > 1
    )
    return [bin_ * 3 - 4.0 for bin_, count in starts.most_common(3) if count >= LEAST]


def _longest_run(rows: list[list[Phrase]], x: float) -> tuple[int, int] | None:
    """The longest run of lines that nothing crosses at x."""
    best, start = (0, 0), 0
    for i, row in enumerate([*rows, None]):
        if row is None or any(p.x0 < x - 1 and p.x1 > x + 1 for p in row):
            if i - start > best[1] - best[0]:
                best = (start, i)
            start = i + 1
    return best if best[1] - best[0] >= LEAST else None


def _both_prose(rows: list[list[Phrase]], x: float) -> bool:
    """True if on both sides of x enough lines are running text that fills its column."""
    left = [[p for p in row if p.x1 <= x + 1] for row in rows]
    right = [[p for p in row if p.x0 >= x - 1] for row in rows]
    return _is_prose([row for row in left if row]) and _is_prose([row for row in right if row])


def _is_prose(side: list[list[Phrase]]) -> bool:
    if len(side) < LEAST:
        return False
    frame = frame_of([p for row in side for p in row])
    full = [row for row in side if len(row) == 1 and _is_full(row[0], frame.x1 - frame.x0)]
    return len(full) >= max(LEAST - 1, 0.35 * len(side))


def _is_full(phrase: Phrase, width: float) -> bool:
    words = sum(not is_number(token.text) for token in phrase.tokens)
    return words >= WORDS and phrase.x1 - phrase.x0 > 0.7 * width


def _parted(lines: list[Line], run: tuple[int, int], x: float, width: float) -> list[Line]:
    start, end = run
    inside = lines[start:end]
    left = [line for line in ([t for t in line if t.centre < x] for line in inside) if line]
    right = [line for line in ([t for t in line if t.centre >= x] for line in inside) if line]
    before, after = in_reading_order(lines[:start], width), in_reading_order(lines[end:], width)
    return [*before, *left, *right, *after]
