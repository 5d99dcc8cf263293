"""Documents of one body that say the same again: copies, twins and versions, counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, combinations

from foidesk.model import Choice, Delivery, Issue, Observation, Option, Question, encode

from .dates import dated
from .differences import in_words
from .merged import ADDED, Joined, add_both
from .releases import FEWEST, overlap, overlap_note
from .replaced import replaced, replaced_note
from .rowids import ids_apart, key_of, row_by_row, said_again
from .versions import (
    EARLIER_WORDS,
    LATER_WORDS,
    Key,
    Letter,
    answered_again,
    is_version,
    meaning_of,
    said_again_by,
    suggested,
    told_as,
)
from .words import evidence_id, value_place, value_places
from .worlds import Alternatives

ALIKE = 0.5
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Difference:
    """Two documents that repeat each other, and every row in which they differ ("" where one has none)."""

    choice: str
    body: str
    first: str
    second: str
    rows: tuple[tuple[str, str], ...]


@dataclass
class Copies:
    """Which documents say the same again, as alternatives for what holds, and the questions and notes on it."""

    alternatives: list[Alternatives] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    """For each question the two documents in a sentence: what each says, and why one may be the later word."""


def compare(
    letters: Iterable[Letter], body: str, answers: Mapping[str, str], questions: tuple[Question, ...] = ()
) -> Copies:
    """All pairs of documents of one body, compared. A letter may correct its answer to some questions only."""
    found, held = Copies(), sorted(letters, key=lambda letter: letter.delivery.id)
    for one, other in combinations(held, 2):
        _compare_pair(one, other, held, body, answers, found, questions)
    return found


def _compare_pair(
    one: Letter, other: Letter, held: list[Letter], body: str, answers: Mapping[str, str], found: Copies,
    questions: tuple[Question, ...],
) -> None:  # fmt: skip
    relation = _relation(one, other, questions)
    if relation is None:
        found.issues += [_apart_note(one, other, body)] if _numbered_apart(one, other) else []
        return
    if relation.kind == "version":
        relation = _with_covers(relation, one, other, held)
    if relation.kind == "copy":
        found.issues.append(_copy_note(one, other, body))
        found.alternatives.append(Alternatives("", (relation.second,)))
        return
    choice = _choice(one, other, relation, body)
    at = replaced(one, other, (relation.first, relation.second), held) if relation.kind == "version" else -1
    if at >= 0:
        choice = replace(choice, settled=choice.options[1 - at].id)
        found.issues.append(replaced_note(one, other, at, choice, body))
    if relation.are_releases:
        choice = replace(choice, settled="once")
        found.issues.append(overlap_note(_two_names(one, other), relation.rows, len(relation.once), choice, body))
    found.choices.append(choice)
    found.told[choice.id] = in_words(one, other, _two_names(one, other), relation.rows, relation.kind)
    found.differences.append(Difference(choice.id, body, *_two_names(one, other), relation.rows))
    answer = answers.get(choice.id, choice.settled)
    if answer == ADDED:
        found.joined.append(Joined(choice.id, one.delivery.id, other.delivery.id))
        return
    stands = (option for option in choice.options if option.id != ADDED)
    drops = {option.id: drop for option, drop in zip(stands, relation.drops(), strict=True)}
    found.alternatives.append(
        Alternatives(choice.id, (drops[answer],) if answer in drops else tuple(drops.values()))
    )


@dataclass(frozen=True, slots=True)
class Relation:
    """How two documents repeat each other; `first` and `second` are the ids of what each says in common."""

    kind: str
    first: frozenset[str]
    second: frozenset[str]
    differences: tuple[str, ...] = ()
    shown: tuple[Observation, ...] = ()
    may_both: bool = False
    once: frozenset[str] = frozenset()
    rows: tuple[tuple[str, str], ...] = ()
    are_releases: bool = False
    are_tables: bool = False

    def drops(self) -> list[frozenset[str]]:
        """What falls away if the first stands, if the second stands, and, where possible, if both count.

        `once` are the rows of the second that stand in the first, too: where both count, these count once.
        """
        return [self.second, self.first, *([self.once] if self.may_both else [])]


def _relation(one: Letter, other: Letter, questions: tuple[Question, ...]) -> Relation | None:
    version = is_version(one, other)
    relation = _of_lists(one, other) or _of_tables(one, other) or (_of_totals(one, other) if version else None)
    if relation is None or relation.kind == "copy" or not version or relation.may_both:
        return relation
    ids = answered_again(one, other, questions), answered_again(other, one, questions)
    return replace(relation, kind="version", first=ids[0], second=ids[1])


def _with_covers(relation: Relation, one: Letter, other: Letter, held: list[Letter]) -> Relation:
    """The version with what the mails around the two say of the same measures: it falls with what it covers."""
    covers = [_cover(letter, held) for letter in (one, other)]
    if covers[0] is covers[1]:
        return relation
    first, second = (_said_around(letter, cover) for letter, cover in zip((one, other), covers, strict=True))
    return replace(relation, first=relation.first | first, second=relation.second | second)


def _cover(letter: Letter, held: list[Letter]) -> Letter | None:
    """The mail that a document came in."""
    return next((mail for mail in held if mail.delivery.document == letter.delivery.parent), None)


def _said_around(letter: Letter, cover: Letter | None) -> frozenset[str]:
    measures = {seen.measure for seen in letter.observations}
    return frozenset(seen.id for seen in (cover.observations if cover else ()) if seen.measure in measures)


def _numbered_apart(one: Letter, other: Letter) -> bool:
    """True if both list cases under numbers of one style and share none, and neither says that it corrects."""
    mine, theirs = _of_shared_measures(one.rows(), other.rows())
    if _corrects(one, other):
        return False
    return bool(mine and theirs) and not _apart(mine, theirs) and ids_apart(mine, theirs)


def _corrects(one: Letter, other: Letter) -> bool:
    """True if the name or the words of either say that it is the later (or the earlier) word of the body."""
    named = any(LATER_WORDS.search(x.title) or EARLIER_WORDS.search(x.title) for x in (one, other))
    return named or any(x.version is not None and x.version.kind for x in (one, other))


def _of_lists(one: Letter, other: Letter) -> Relation | None:
    """Two lists of cases: the same list twice, nearly so, or perhaps further cases."""
    mine, theirs = _of_shared_measures(one.rows(), other.rows())
    if not mine or not theirs or _apart(mine, theirs) or _numbered_apart(one, other):
        return None
    first, second = Counter(map(_row_meaning, mine)), Counter(map(_row_meaning, theirs))
    ids = _ids([mine]), _ids([theirs])
    if first == second and Counter(map(_row_words, mine)) == Counter(map(_row_words, theirs)):
        return Relation("copy", *ids)
    alike = (first & second).total() / max(first.total(), second.total())
    odd = _odd_ones(mine, theirs, _row_meaning)
    odd = odd if any(odd) else _odd_ones(mine, theirs, _row_words)
    shown = [*odd[0], *odd[1]]
    differences = tuple(_row_text(seen) for seen in shown[:SHOWN])
    are_releases = overlap(odd, mine, theirs)
    may_both = alike < ALIKE or are_releases
    again = said_again(mine, theirs) if may_both else []
    once = frozenset(seen.id for seen in again)
    are_releases = are_releases and len(once) == len(theirs) - len(odd[1]) >= FEWEST and not _corrects(one, other)
    rows = row_by_row(*odd)
    return Relation("twin", *ids, differences, tuple(shown), may_both, once, rows, are_releases)


def _of_shared_measures(
    mine: list[Observation], theirs: list[Observation]
) -> tuple[list[Observation], list[Observation]]:
    """A list of payments says nothing again of what a list of suits alone says, and takes nothing from it."""
    shared = {seen.measure for seen in mine} & {seen.measure for seen in theirs}
    return [seen for seen in mine if seen.measure in shared], [seen for seen in theirs if seen.measure in shared]


def _apart(mine: list[Observation], theirs: list[Observation]) -> bool:
    """True if no case can be in both: other measures, other dates, or another category throughout."""
    if {seen.measure for seen in mine}.isdisjoint(seen.measure for seen in theirs):
        return True
    return _other_dates(mine, theirs) or _other_categories(mine, theirs)


def _other_dates(mine: list[Observation], theirs: list[Observation]) -> bool:
    ours = [seen.period for seen in mine]
    others = [seen.period for seen in theirs]
    return all(a is not None and b is not None and not a.overlaps(b) for a in ours for b in others)


def _other_categories(mine: list[Observation], theirs: list[Observation]) -> bool:
    names = set.intersection(*({*seen.where} for seen in mine + theirs))
    return any(
        _all_of(mine, name).isdisjoint(_all_of(theirs, name)) for name in names if _coded(mine + theirs, name)
    )


def _coded(rows: list[Observation], name: str) -> bool:
    return all(seen.where[name].categories for seen in rows)


def _all_of(rows: list[Observation], name: str) -> set[str]:
    return {category for seen in rows for category in seen.where[name].categories}


def _of_tables(one: Letter, other: Letter) -> Relation | None:
    """Two tables with the same headings and rows that give different numbers; equal ones need no question."""
    mine, theirs = one.cells(), other.cells()
    shared = mine.keys() & theirs.keys()
    if len(shared) < 2 or len(shared) < ALIKE * min(len(mine), len(theirs)) or _dated_apart(mine, theirs):
        return None
    found = _of_shared(mine, theirs, shared)
    if found is None:
        return None
    first, second = said_again_by(chain(*mine.values()), other), said_again_by(chain(*theirs.values()), one)
    return replace(found, first=first, second=second, are_tables=True)


def _dated_apart(mine: dict[Key, list[Observation]], theirs: dict[Key, list[Observation]]) -> bool:
    """True if one counts by another date than the other throughout, by their words: two accounts, and no twin."""
    ours, others = ({dated(seen) for cells in one.values() for seen in cells} - {""} for one in (mine, theirs))
    return bool(ours and others) and ours.isdisjoint(others)


def _of_totals(one: Letter, other: Letter) -> Relation | None:
    mine, theirs = one.totals(), other.totals()
    return _of_shared(mine, theirs, mine.keys() & theirs.keys())


def _of_shared(
    mine: dict[Key, list[Observation]], theirs: dict[Key, list[Observation]], shared: Iterable[Key]
) -> Relation | None:
    differing = sorted(key for key in shared if _numbers(mine[key]) != _numbers(theirs[key]))
    if not differing:
        return None
    shown = [seen for key in differing for seen in (*mine[key], *theirs[key])]
    differences = tuple(f"{_quotes(mine[key])} or {_quotes(theirs[key])}" for key in differing[:SHOWN])
    rows = tuple((_cell_words(mine[key]), _cell_words(theirs[key])) for key in differing)
    return Relation("twin", _ids(mine.values()), _ids(theirs.values()), differences, tuple(shown), rows=rows)


def _choice(one: Letter, other: Letter, relation: Relation, body: str) -> Choice:
    best = suggested(one, other) if relation.kind == "version" else -1
    names = _two_names(one, other)
    options = [
        Option(name, f"{name} stands{told_as(letter)}", suggested=at == best)
        for at, (name, letter) in enumerate(zip(names, (one, other), strict=True))
    ]
    if relation.may_both and relation.once:
        what = f"both count, the {len(relation.once)} rows that stand in both once"
        options.append(Option("once", what, suggested=True))
    elif relation.may_both:
        options.append(Option("both", "both count: they list different cases"))
    if relation.are_tables and not _corrects(one, other):
        options.append(add_both())
    locators = value_places(relation.shown)
    id = evidence_id(relation.kind, body, locators, one.delivery.document, other.delivery.document)
    return Choice(id, relation.kind, _question(names, relation), tuple(options), body, locators)


def _two_names(one: Letter, other: Letter) -> tuple[str, str]:
    if one.name != other.name:
        return one.name, other.name
    return f"{one.name} ({one.delivery.document[:8]})", f"{other.name} ({other.delivery.document[:8]})"


def _question(names: tuple[str, str], relation: Relation) -> str:
    """In these words and no others: a saved decision holds for the question that was asked."""
    what = (
        "list cases that may or may not be the same" if relation.may_both else "give the same figures, but differ"
    )
    return f"{names[0]} and {names[1]} {what}: {'; '.join(relation.differences)}. Which stands?"


def _apart_note(one: Letter, other: Letter, body: str) -> Issue:
    return Issue(
        "twin",
        "note",
        f"{one.name} and {other.name} number their cases alike and share no number; the cases of both count.",
        f"{body}: {other.name}",
        "Nothing to do, unless they are the same cases numbered anew.",
        value_places([*one.rows()[:1], *other.rows()[:1]]),
        body=body,
        key=f"{one.delivery.id} {other.delivery.id}",
    )


def _copy_note(one: Letter, other: Letter, body: str) -> Issue:
    return Issue(
        "twin",
        "note",
        f"{other.name} holds the same list as {one.name}; its cases are counted once.",
        f"{body}: {other.name}",
        "Nothing to do, unless they are different cases.",
        value_places(other.rows()[:1]),
        body=body,
        key=other.delivery.id,
    )


def _row_meaning(seen: Observation) -> Key:
    return (*meaning_of(seen), _value_of(seen))


def _value_of(seen: Observation) -> str:
    """The value in one way of writing it: 250 and 250.00 are the same."""
    amount = seen.amount
    if amount is None:
        return str(encode(seen.value))
    ends = ("" if end is None else f"{end.normalize():f}" for end in (amount.lo, amount.hi))
    return " ".join((*ends, amount.unit, amount.how))


def _row_words(seen: Observation) -> Key:
    return tuple(sorted(key_of(seen)))


def _row_text(seen: Observation) -> str:
    row = seen.places.get("row") or value_place(seen)
    return f"“{row.quote}” ({row.place.describe()})"


def _odd_ones(
    mine: list[Observation], theirs: list[Observation], told: Callable[[Observation], Key]
) -> tuple[list[Observation], list[Observation]]:
    """The rows of each list that the other does not tell the same."""
    first, second = Counter(map(told, mine)), Counter(map(told, theirs))
    only_mine, only_theirs = first - second, second - first
    return [s for s in mine if told(s) in only_mine], [s for s in theirs if told(s) in only_theirs]


def _numbers(cells: list[Observation]) -> list[str]:
    return sorted(map(_value_of, cells))


def _quotes(cells: list[Observation]) -> str:
    return ", ".join(f"“{value_place(seen).quote}”" for seen in cells)


def _cell_words(cells: list[Observation]) -> str:
    """ "Not upheld, 2012: 10"."""
    kinds = dict.fromkeys(w.phrase or ", ".join(w.categories) for seen in cells for w in seen.where.values())
    days = (seen.period for seen in cells if seen.period is not None and seen.period.kind != "window")
    kinds |= dict.fromkeys(one.label for one in days if one.label)
    numbers = ", ".join(value_place(seen).quote for seen in cells)
    return f"{', '.join(kinds)}: {numbers}" if kinds else numbers


def _ids(cells: Iterable[list[Observation]]) -> frozenset[str]:
    return frozenset(seen.id for several in cells for seen in several)


def duplicates(deliveries: Iterable[Delivery]) -> Iterator[tuple[Delivery, Delivery]]:
    """Each delivery of bytes that the same body had sent before, with the first one."""
    first: dict[tuple[str, str], Delivery] = {}
    for delivery in deliveries:
        known = first.setdefault((delivery.body, delivery.document), delivery)
        if known is not delivery:
            yield delivery, known
