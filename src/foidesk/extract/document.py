"""One document from reading to extraction: tables first, then prose, then the account of what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from foidesk.model.context import Context
from foidesk.model.issues import Issue
from foidesk.model.observations import Extraction, NumberSeen, Observation
from foidesk.model.reading import Reading

from .account import account, open_issue
from .basis.found import Found, Mark, together
from .basis.ground import Ground
from .basis.pieces import Piece
from .basis.regions import regions
from .figures.marks import note_marks
from .layout.carried import Laid, carried_issues, carried_marks, laid_out
from .letters.cited import citations
from .letters.cited_doubts import cited_issues
from .letters.corrected_lists import corrected_lists
from .letters.corrections import corrected
from .letters.days_limited import days_limited
from .letters.letter_kind import kind
from .letters.said_of_figures import said_of_figures
from .letters.scoped import scoped
from .letters.staged import staged
from .letters.status import letter_of, refuses, statuses, unanswered, version
from .letters.subject import unnamed
from .letters.told_anew import told_anew
from .lists.cases_found import cases_found
from .lists.counted import counted
from .lists.twins import once
from .prose.additions import with_additions
from .prose.answers import without_figure
from .prose.left_open import left_open
from .prose.listed_cases import listed_cases
from .prose.missing import missing
from .prose.multiplied import multiplied, multiplied_found
from .prose.prose_found import prose_found
from .prose.said_of_body import is_asked_of_body, said_of_body
from .prose.unread import unread
from .prose.vague import vague
from .sentences.letter import question_marks, sentences_of
from .sentences.over import Sentence
from .sentences.said import Said
from .tables.agree import agreeing, confirmed, stated_totals
from .tables.ambiguous import ambiguous
from .tables.cross_found import cross_found
from .tables.forms import as_forms, forms_found
from .tables.legend import legend_issues, legend_marks, without_legends
from .tables.misunderstood import misunderstood
from .tables.noted import noting, of_notes
from .tables.structure import structure_marks
from .tables.tables import TableRead, read_table


def extract_document(reading: Reading, context: Context) -> Extraction:
    """The extraction of one document."""
    ground = Ground(reading, context)
    laid = laid_out(ground)
    tables = as_forms(ground, without_legends([read_table(ground, one.table, one.layout) for one in laid]))
    notes = noting(ground, tables)
    sentences = [
        s for s in sentences_of(ground, tables) if not (_of_form(ground, tables, s) or of_notes(notes, s.piece))
    ]
    letter = letter_of(ground)
    stated = statuses(ground, sentences, letter)
    # "we do not publish one" answers a question about the body itself; only a section makes it a refusal
    said = tuple(s for s in stated if s.section or not is_asked_of_body(ground, s.question))
    counting = [one for one in sentences if not is_asked_of_body(ground, one.over.question)]
    lists = multiplied(ground, counting)
    in_lists = {id(sentence) for one in lists for sentence in one.sentences}
    counting = [one for one in counting if id(one) not in in_lists]
    prose = prose_found(ground, counting, refuses(said), tables, unanswered(said))
    told = prose.found
    found = once(ground, tables, tables_found(ground, tables, told)) + forms_found(ground, tables) + told
    alone = [one for one in sentences if id(one) not in in_lists]
    listed = listed_cases(ground, alone, found) + multiplied_found(ground, lists, found)
    of_body = said_of_body(ground, sentences, unanswered(said))
    found = found + listed + unread(ground, prose.said, listed) + of_body
    found = _set_right(ground, tables, sentences, prose.said, found)
    aside = regions(ground)
    cited, cited_marks = citations(ground, tables, aside)
    found, seen = _accounted(
        ground, prose.said, found,
        lambda kept: account(ground, (*_marks(ground, laid, tables, notes, kept), *cited_marks), aside),
    )  # fmt: skip
    oddities = _oddities(ground, laid, tables, sentences, prose.said, unanswered(said), found, seen)
    oddities += tuple(cited_issues(ground, cited, found.observations))
    return Extraction(
        context.delivery, found.observations, seen, found.footings, found.choices, said,
        (*found.issues, *oddities), kind(ground, found, said, sentences), version(ground, sentences, letter),
        found.corrections, cited,
    )  # fmt: skip


def _set_right(
    ground: Ground, tables: Sequence[TableRead], sentences: Sequence[Sentence], told: Sequence[Said], found: Found
) -> Found:
    """What was found, as the letter's other words correct it, add to it, and limit its stage, scope and days."""
    found = with_additions(ground, corrected(ground, found, told), told)
    found = told_anew(ground, corrected_lists(ground, found, told), sentences)
    found = found + counted(ground, found)
    found = staged(ground, tables, told, scoped(ground, tables, sentences, found))
    found = days_limited(ground, told, found)
    return said_of_figures(ground, told, found)


def _oddities(
    ground: Ground, laid: list[Laid], tables: Sequence[TableRead], sentences: Sequence[Sentence],
    told: Sequence[Said], silent: frozenset[str], found: Found, seen: Sequence[NumberSeen],
) -> tuple[Issue, ...]:  # fmt: skip
    """What a person is told of the document as a whole: repairs, gaps, open numbers, words without a number."""
    return (
        *_repaired(ground, tables), *carried_issues(ground, laid), *misunderstood(ground, tables, seen),
        *legend_issues(ground, tables),
        *missing(ground, sentences, tables), *open_issue(ground, seen), *ambiguous(ground, found.observations),
        *without_figure(ground, told, silent), *vague(ground, told, found.observations),
        *unnamed(ground, _unsaid(tables, found), found.observations),
    )  # fmt: skip


def _accounted(
    ground: Ground, said: Sequence[Said], found: Found, of: Callable[[Found], tuple[NumberSeen, ...]]
) -> tuple[Found, tuple[NumberSeen, ...]]:
    """What was found, with what numbers left open beside a breakdown may count, and the account of all numbers."""
    seen = of(found)
    beside = left_open(ground, said, found, seen)
    return (found + beside, of(found + beside)) if beside.choices else (found, seen)


def _marks(
    ground: Ground, laid: Sequence[Laid], tables: Sequence[TableRead], notes: Sequence[Piece], found: Found
) -> Iterator[Mark]:
    """All characters whose numbers are explained."""
    yield from _standing(found)
    yield from question_marks(ground)
    yield from note_marks(ground)
    yield from carried_marks(ground, list(laid))
    yield from (Mark(span, "table note") for note in notes for span in note.spans)
    yield from legend_marks(tables)
    for read in tables:
        yield from structure_marks(read)


def _unsaid(tables: Sequence[TableRead], found: Found) -> list[TableRead]:
    """The tables of which nothing says yet that their kinds are unknown."""
    said = [issue.key for issue in found.issues if issue.kind == "kinds-unknown"]
    return [read for read in tables if not any(key.startswith(f"{read.table.name} ") for key in said)]


def _of_form(ground: Ground, tables: Sequence[TableRead], sentence: Sentence) -> bool:
    """True for words on a sheet of a form: they guide whoever fills it in, and answer nothing."""
    on_sheets = {name for read in tables if read.kind == "form" for name in read.table.parts}
    sheets = {name for name in on_sheets if ground.parts[name].layer == "cells"}
    return any(span.part in sheets for span in sentence.piece.spans)


def _standing(found: Found) -> Iterator[Mark]:
    """The marks of what was read; of a statement that a person struck out, the number is no data."""
    standing = {one.id for one in found.observations}
    for mark in found.marks:
        struck = mark.read and mark.name not in standing
        yield Mark(mark.span, "not data") if struck else mark


def tables_found(ground: Ground, tables: Sequence[TableRead], told: Found | None = None) -> Found:
    """What all tables gave, each in the light of the others and of the totals that the text states."""
    stated = stated_totals(told.observations if told is not None else ())
    agreed = agreeing(ground, tables) | {(r.table.name, key) for r in tables for key in confirmed(r, stated)}
    out: list[Found] = []
    for read in tables:
        mine = frozenset(key for name, key in agreed if name == read.table.name)
        out.append(_table(ground, read, mine, _same_sheet(tables, read, out)))
    return together(out)


def _same_sheet(tables: Sequence[TableRead], read: TableRead, before: list[Found]) -> list[Observation]:
    """What the tables above on the same sheet or page gave: a sum may be printed below several."""
    above = [found for other, found in zip(tables, before, strict=False) if other.table.parts == read.table.parts]
    return [one for found in above for one in found.observations]


def _table(
    ground: Ground, read: TableRead, agreed: frozenset[tuple[str, str, str]], above: list[Observation]
) -> Found:
    if read.kind == "cross":
        return cross_found(ground, read, agreed)
    return cases_found(ground, read, agreed, above) if read.kind == "cases" else Found()


def _repaired(ground: Ground, tables: Sequence[TableRead]) -> Iterator[Issue]:
    """What the reader joined or cut is passed on with the table."""
    for read in tables:
        for words in read.table.repaired:
            yield Issue(
                "table-repaired", "note", f"{read.table.name}: {words}", ground.where(read.table.place),
                "Compare the rows with the page.", body=ground.context.body, key=f"{read.table.name} {words}",
            )  # fmt: skip
