"""Figures that nothing says are about what was asked: no word of the question's subject stands near them.

A log of another subject reads like ours once its columns do; whoever uses the number is told that it names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from foidesk.model.codebook import Measure
from foidesk.model.issues import Issue
from foidesk.model.observations import Observation
from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..basis.near import Line, all_lines, lines_above, question_above
from ..basis.plain import PLAIN
from ..basis.terms import total_word
from ..figures.hints import hint_kind, may_be
from ..tables.tables import TableRead

LONGEST, ABOVE, STEM, SHOWN, FEW = 60, 2, 5, 3, 5
_ASKED = frozenset(
    normalise(
        """
        how many much please provide give list tell state supply send broken down breakdown split between each per
        copy detail details what which when where many whether including include freedom act request since until
        january february march april june july august september october november december type category amount
        wie viele viel bitte nennen angabe angaben jeweils zwischen gab seit welche welcher welchen aufgeschlüsselt
        januar februar märz mai juni juli oktober dezember art höhe ihrer ihrem ihr sie haben uns mir
        sent again list log following requested recorded received row column new old part continued
        table summary overview report sheet data figure annex appendix tabelle übersicht anlage blatt
        """
    ).split()
)
_POINTS = re.compile(
    r"[^.\n]*\b(?:attach\w*|enclos\w*|spreadsheet|below|beigefügt\w*|anbei|anlage|anhang)\b[^.\n]*", re.IGNORECASE
)


def unnamed(ground: Ground, tables: Sequence[TableRead], found: Sequence[Observation]) -> Iterator[Issue]:
    """An issue for the tables that count, near which no word tells that they count what was asked for.

    A category of the codebook, another table or the letter tells it too, save where the table has words of its own
    for what it, or each row of it, is about.
    """
    strange: dict[str, str] = {}
    silent: list[TableRead] = []
    wanted: set[frozenset[str]] = set()
    told = False
    for read in tables:
        mine = [one for one in found if one.table == read.table.name and one.accepted_by]
        words = {some for one in mine if (some := subject(ground, ground.context.codebook.measure(one.measure)))}
        if not words or _says_it(ground, read, words):
            told = told or bool(words)
            continue
        other = next(_strange(ground, read), "")
        wanted |= words
        told = told or (not other and _knows_kinds(mine))
        strange |= {read.table.name: other} if other else {}
        silent += [] if other or _knows_kinds(mine) or _names_measure(ground, read, mine) else [read]
    if not told and not _any_names(wanted, (piece.text for _, _, piece in all_lines(ground))):
        strange |= {read.table.name: "" for read in silent}
    if strange:
        yield _issue(ground, next(one for one in tables if one.table.name in strange), wanted, strange)


def _says_it(ground: Ground, read: TableRead, wanted: set[frozenset[str]]) -> bool:
    """True if a question of ours, or a word of the subject, stands in or over the table."""
    return bool(question_above(ground, read.table)) or _any_names(wanted, _near(ground, read))


def _issue(ground: Ground, read: TableRead, wanted: set[frozenset[str]], strange: dict[str, str]) -> Issue:
    words = min(wanted, key=sorted)
    said = [f"“{text}”" for text in dict.fromkeys(strange.values()) if text]
    told = f"; they speak of {', '.join(said[:SHOWN])}" if said else ""
    names = ", ".join(list(strange)[:SHOWN]) + (
        f" and {len(strange) - SHOWN} more" if len(strange) > SHOWN else ""
    )
    return Issue(
        "subject-unnamed", "note",
        f"No word of what was asked ({', '.join(sorted(words)[:SHOWN])}) stands in or over {names}{told}.",
        ground.where(read.table.place), "Look whether it counts what was asked for, and nothing else.",
        body=ground.context.body, key=read.table.name,
    )  # fmt: skip


def subject(ground: Ground, measure: Measure) -> frozenset[str]:
    """The words of the questions that say what a measure is about; those of its name if they say no more."""
    return ground.memo.get(("subject", measure.id), lambda: _subject(ground, measure))


def _subject(ground: Ground, measure: Measure) -> frozenset[str]:
    texts = [question.text for question in ground.context.questions if measure.id in question.measures]
    named = _content((measure.label, measure.unit, *measure.nouns))
    known = {word for v in ground.context.codebook.variables for word in _content((v.label, *v.names))}
    asked = {word for word in _content(texts) if not any(_alike(word, other) for other in named | known)}
    return frozenset(asked or named)


def _content(texts: Sequence[str]) -> set[str]:
    words = {word for text in texts for word in normalise(text).split()}
    return {
        word for word in words if len(word) > 2 and word.isalpha() and word not in PLAIN and word not in _ASKED
    }


def _alike(one: str, other: str) -> bool:
    """True for two forms of one word, and for a part of a compound: "Dienstunfall" in "Dienstunfälle"."""
    short, long = sorted((one, other), key=len)
    stem = short[: max(STEM, len(short) - 2)]
    return short == long or (len(short) >= STEM and stem in long)


def _any_names(wanted: Iterable[frozenset[str]], texts: Iterable[str]) -> bool:
    """True if one of the texts holds a word of one of the subjects."""
    words = {word for some in wanted for word in some}
    return any(_alike(word, other) for text in texts for other in normalise(text).split() for word in words)


# ---------------------------------------------------------------- what stands near


def _near(ground: Ground, read: TableRead) -> Iterator[str]:
    """All words in and over a table, the names of its file and sheet, and the sentences that point to it."""
    yield from (slot.text for row in range(read.layout.grid.height) for slot in read.layout.grid.filled(row))
    yield from (read.table.caption, *read.table.parts)
    yield from (line.piece.text for line in _above(ground, read))
    yield ground.context.name
    yield from (found[0] for found in _POINTS.finditer(ground.context.covering))


def _above(ground: Ground, read: TableRead) -> tuple[Line, ...]:
    return lines_above(ground, read.table, ABOVE)


def _strange(ground: Ground, read: TableRead) -> Iterator[str]:
    """Words that say what the table or its rows are about, none of which the survey knows."""
    layout = read.layout
    titles = [slot.text for row in layout.titles for slot in layout.grid.filled(row)]
    titles += [
        read.table.caption,
        *(one.piece.text for one in _above(ground, read) if one.block.kind == "heading"),
    ]
    yield from (text for text in titles if len(text) <= LONGEST and _is_strange(ground, text))
    told = {column for column, _ in read.cases.variables} if read.cases is not None else set()
    for column in layout.columns("text") if read.cases is not None else ():
        head = layout.heading(column)
        if (
            column not in told
            and head.strip()
            and not hint_kind(ground, head)
            and not may_be(ground, head, "text")
        ):
            cells = [slot.text for slot in layout.grid.column(column, layout.data) if not slot.blank]
            short = all(len(text.split()) <= FEW for text in cells)
            yield from (text for text in cells[:1] if short and any(_is_strange(ground, cell) for cell in cells))


def _is_strange(ground: Ground, text: str) -> bool:
    if total_word(text) or any(known.find(text) for known in ground.matchers.values()):
        return False
    bare = text
    for seen in reversed(ground.period_in(text)):
        bare = bare[: seen.start] + " " + bare[seen.end :]
    ours = {word for name in ground.context.body_names for word in normalise(name).split()}
    nouns = {word for m in ground.measures for word in _content((m.label, m.unit, *m.nouns))}
    names = {word for v in ground.context.codebook.variables for word in _content((v.label, *v.names))}
    return bool(_content([bare]) - ours - nouns - names)


def _names_measure(ground: Ground, read: TableRead, found: Sequence[Observation]) -> bool:
    """True if the table says itself that it counts the measure: "Year | Complaints"."""
    counted = {one.measure for one in found}
    words = {w for m in ground.measures if m.id in counted for name in m.nouns for w in normalise(name).split()}
    return _any_names([frozenset(words)], _near(ground, read))


def _knows_kinds(found: Sequence[Observation]) -> bool:
    return any(where.categories for one in found for where in one.where.values())
