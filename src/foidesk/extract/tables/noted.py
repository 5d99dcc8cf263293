"""Figures with the mark of a note that makes another number of them ("* 4 were entered twice"): left open.

The mark stands behind the figure, behind the label of its row or behind the heading over it. A note on a figure of
its own may say anything of it: only one in words that plainly change nothing leaves the figure as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from foidesk.model.issues import Issue
from foidesk.words.numbers import numbers

from ..basis.ground import Ground
from ..basis.note_marks import mark_behind, notes_of
from ..basis.nouns import is_people
from ..basis.pieces import Piece
from ..figures.figures import Figure
from .tables import TableRead

Key = tuple[int, int, int]
_CHANGES = re.compile(
    r"\b(?:duplicat\w*|twice|double[- ]count\w*|in error|by mistake|mistakenly|left out|"
    r"erroneous\w*|incorrect\w*|corrected|correction|"
    r"should (?:be|read|have)|amended (?:from|to|figure)|revised (?:from|to|figure)|understat\w*|overstat\w*|"
    r"incomplete|not (?:yet )?(?:been )?complete|carried (?:over|forward)|"
    r"(?:in|plus|more) (?:addition|besides)|not (?:been )?(?:added|included|counted) (?:above|in the)|"
    r"relat\w+ to (?:19|20)\d\d|doppelt\w*|mehrfach gezählt|korrigiert|berichtigt|irrtümlich|unvollständig)\b"
    r"|\b(?:exclud|not includ|omit|leav)\w*\b[^.;]{0,50}(?<![\d/])\b\d{1,4}\b(?!\s*(?:and|to|-|–|/)\s*\d)",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\b(?:only (?:from|since|until|up to)|part(?:ial)? (?:of the )?year|"
    r"data (?:are |is )?(?:only )?(?:available|held) from|"
    r"(?:from|since|until|up to) \d{1,2}(?:st|nd|rd|th)?\.? [A-Z]\w+ only|nur (?:bis|ab|seit))\b",
    re.IGNORECASE,
)


_HARMLESS = re.compile(
    r"(?:please\s+)?(?:note:?\s+(?:that\s+)?)?(?:(?:this|these|the)\s+(?:figures?\s+)?)?"
    r"(?:includ(?:es?|ing)|incl\.|source|see|taken\s+from|also\s+(?:known\s+as|called)|formerly|umfasst|einschließlich|inkl\.|"
    r"quelle|siehe)\b",
    re.IGNORECASE,
)
"""How a note begins that changes no figure: whom it includes, where it is from, what more there is to read."""
_QUALIFIES = re.compile(
    r"\b(?:not|only|but|except\w*|exclud\w*|without|estimat\w*|provisional\w*|approx\w*|may|might|could|subject|some|"
    r"most|parts?|partly|partial\w*|until|since|before|after|pending|double|twice|nicht|nur|ohne|außer|"
    r"teilweise|vorläufig\w*|round\w*|forecast\w*|project\w*|gerundet\w*|geschätzt\w*)\b",
    re.IGNORECASE,
)
_INCLUDES = re.compile(
    r"\W*(?:(?:also|this|these|figures?)\s+)*(?:includ(?:es?|ing)|incl\.|umfasst|einschließlich)\b", re.I
)
_REFERS = re.compile(r"\b(?:source|see|taken\s+from|also|formerly|quelle|siehe)\b", re.IGNORECASE)
_REFERENCE = frozenset(
    """also above below overleaf and or of the our your on in to for at from by note notes table tables
    page pages annex appendix section paragraph part sheet tab tabs column row question questions q
    answer answers letter reply report reports annual register registers case cases system systems
    database data records record file files log logs book books return returns management crime incident
    complaints known as called website publication statistics auch und oder oben unten der die das dem
    den zu in im auf tabelle seite anlage anhang abschnitt frage antwort register bericht jahresbericht
    statistik akten""".split()
)
_REMARKS = re.compile(
    r"\W*(?:comments?|notes?|remarks?|explanations?|caveats?|bemerkung(?:en)?|anmerkung(?:en)?)(?:\s*/\s*\w+)?\W*",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z]{2,}\w*|[A-Z]|\d{1,2}[a-z]?|(?:19|20)\d\d")
"""Words of a reference besides: names in capitals, numbers of pages and tables, years."""
_KINDS_OF_PEOPLE = frozenset(
    """officers constables specials staff employees workers volunteers contractors trainees apprentices
    probationers cadets civilians personnel children pupils students adults women men people persons
    residents tenants visitors patients prisoners beamte beschäftigte mitarbeiter angestellte kinder
    schüler frauen männer personen""".split()
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ALSO = re.compile(r"^(?:\s*(?:also|both|all|any|the|auch|sowie|alle)\b)+", re.IGNORECASE)
_ELSE = re.compile(
    r"\b(?:previous|last|earlier|later|prior|other|another|same|repeat\w*|former\w*|years?|months?|reports?|counted|"
    r"more|additional|further|figures?|numbers?|totals?|who|which|that|whose|from|made|vorjahr\w*|früher\w*|andere\w*)\b",
    re.IGNORECASE,
)
"""What makes a note on whom a figure includes one on which cases it counts."""


def changed_by_notes(ground: Ground, read: TableRead) -> dict[Key, str]:
    """The figures of a table to which a note says what may make another number of them, each with its words."""
    return ground.memo.get(
        ("noted", read.table.name, read.table.place),
        lambda: {f.key: words for f in read.figures if (words := _words(ground, f) or _remarked(read, f))},
    )


def _remarked(read: TableRead, figure: Figure) -> str:
    """What a column of remarks says that may make another number of the figure: "1 withdrawn in 2024"."""
    layout = read.layout
    columns = (c for c in layout.columns("text") if _REMARKS.fullmatch(layout.heading(c)))
    texts = (layout.grid.slot(figure.row, column).text for column in columns)
    return next((text for text in texts if _may_change(text)), "")


def _may_change(text: str) -> bool:
    counts = any(word.is_amount for word in numbers(text))
    return counts or _changes(text) or _QUALIFIES.search(text) is not None


def _words(ground: Ground, figure: Figure) -> str:
    held = figure.says.suppression is not None
    own = [n for n in _notes(ground, figure.piece.text) if (_changes(n) if held else not _is_harmless(ground, n))]
    labels = (note for _, piece in figure.labels for note in _notes(ground, piece.text))
    return next(iter(own), "") or next(
        (n for n in labels if _changes(n) or (not held and (_QUALIFIES.search(n) or _adds(ground, n)))), ""
    )


def _adds(ground: Ground, note: str) -> bool:
    """True for "includes warning notices": a note that counts in what is no kind or person of the survey."""
    return bool(_INCLUDES.match(note)) and not _is_harmless(ground, note)


def _doubts(held: bool, note: str) -> bool:
    return not held and _QUALIFIES.search(note) is not None


def _notes(ground: Ground, text: str) -> tuple[str, ...]:
    """The notes to the mark behind a text."""
    mark = mark_behind(" ".join(text.split()))[1]
    return ground.notes.get(mark, ()) if mark else ()


def _is_harmless(ground: Ground, note: str) -> bool:
    """True for a note that only says whom the figure includes, or where more is to be read."""
    found = _HARMLESS.match(note)
    if found is None or _QUALIFIES.search(note) or _changes(note):
        return False
    tail = _ADDRESS.sub(" ", note[found.end() :])
    if _REFERS.search(found[0]) is not None:
        return all(
            word.lower() in _REFERENCE or _NAME.fullmatch(word) for word in re.findall(r"[^\W_][\w'’-]*", tail)
        )
    return not any(word.is_amount for word in numbers(note)) and _is_known_kind(ground, tail)


def _is_known_kind(ground: Ground, words: str) -> bool:
    """True for words that begin with a category, or kind of people, and name no others."""
    text = _ALSO.sub("", words).strip(" .;:")
    if ground.period_in(text) or any(True for _ in _ELSE.finditer(text)):
        return False
    hits = [hit for name, matcher in ground.matchers.items() for hit in matcher.find(text)]
    first = re.match(r"[^\W\d_-]+(?:\s+[^\W\d_-]+)?", text)
    people = first is not None and any(is_people(one) for one in (first[0], first[0].split()[0]))
    people = people or (first is not None and first[0].split()[0].lower() in _KINDS_OF_PEOPLE)
    return people or any(hit.start == 0 for hit in hits)


def _changes(note: str) -> bool:
    return bool(_CHANGES.search(note) or _PARTIAL.search(note))


def noted_issues(ground: Ground, figures: Sequence[Figure], changed: Mapping[Key, str]) -> Iterator[Issue]:
    """A word on each note that changes figures, or may, with the places of these."""
    for words in dict.fromkeys(changed[f.key] for f in figures if f.key in changed):
        held = [f for f in figures if changed.get(f.key) == words]
        verb = "changes" if _changes(words) else "may change"
        yield Issue(
            "figure-noted", "warning",
            f"A note {verb} what {'a figure says' if len(held) == 1 else f'{len(held)} figures say'}: "
            f"“{' '.join(words.split())[:160]}”.",
            ground.where(held[0].piece.place), "Enter the figure that the note makes, or confirm the one printed.",
            tuple(ground.locator(f.piece) for f in held[:12]), body=ground.context.body, key=words[:80],
        )  # fmt: skip


def noting(ground: Ground, tables: Sequence[TableRead]) -> tuple[Piece, ...]:
    """The notes that change figures of these tables: they count nothing besides them."""
    words = {words for read in tables if read.cross for words in changed_by_notes(ground, read).values()}
    if not words:
        return ()
    return tuple(piece for _, _, piece in ground.block_pieces() if _is_note(piece.text, words))


def _is_note(text: str, words: set[str]) -> bool:
    told = [note for notes in notes_of((text,)).values() for note in notes]
    return bool(told) and all(note in words for note in told)


def of_notes(notes: Sequence[Piece], piece: Piece) -> bool:
    """True for a sentence that stands in one of these notes."""
    inside = [span for note in notes for span in note.spans]
    return any(a.part == b.part and b.start <= a.start < b.end for a in piece.spans for b in inside)
