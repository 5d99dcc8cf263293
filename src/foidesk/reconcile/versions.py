"""The letters of a body, and which of them is a later version of which: of all it says, or of some questions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from foidesk.model import Amount, Delivery, Observation, Question, VersionSeen

from .matters import answers as is_answer

LATER_WORDS = re.compile(
    r"correct|amend|revis|updat|supersed|replace|\bfinal\b|\bv(ersion)?[ _-]?[2-9]", re.IGNORECASE
)
EARLIER_WORDS = re.compile(r"interim|draft|provisional|preliminary|holding|\binitial\b", re.IGNORECASE)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One document of a body with what it states: rows of lists, cells of tables, and totals."""

    delivery: Delivery
    observations: tuple[Observation, ...]
    kind: str = ""
    version: VersionSeen | None = None

    @property
    def name(self) -> str:
        return self.delivery.name or self.delivery.id

    @property
    def title(self) -> str:
        return f"{self.delivery.path} {self.delivery.name} {self.kind}".replace("_", " ")

    def ids(self) -> frozenset[str]:
        return frozenset(seen.id for seen in self.observations)

    def rows(self) -> list[Observation]:
        return [seen for seen in self.observations if seen.role == "case row" and seen.table]

    def cells(self) -> dict[Key, list[Observation]]:
        return by_meaning(seen for seen in self.observations if seen.role in ("cell", "total") and seen.table)

    def totals(self) -> dict[Key, list[Observation]]:
        stated = (s for s in self.observations if s.role in ("total", "prose", "cell") and not s.where)
        return by_meaning(seen for seen in stated if isinstance(seen.value, Amount))


def by_meaning(observations: Iterable[Observation]) -> dict[Key, list[Observation]]:
    found: dict[Key, list[Observation]] = defaultdict(list)
    for seen in observations:
        found[meaning_of(seen)].append(seen)
    return found


def meaning_of(seen: Observation) -> Key:
    where = sorted((name, ",".join(w.categories) or w.phrase.lower()) for name, w in seen.where.items())
    days = (str(seen.period.start), str(seen.period.end)) if seen.period else ("", "")
    return (seen.measure, *days, *(f"{name}={words}" for name, words in where))


def is_version(one: Letter, other: Letter) -> bool:
    if _rank(one) != _rank(other):
        return True
    words = any(LATER_WORDS.search(x.title) or EARLIER_WORDS.search(x.title) for x in (one, other))
    dates = one.delivery.date[:10], other.delivery.date[:10]
    return bool(words or (all(dates) and dates[0] != dates[1]))


RANKS = {"interim": 0, "final": 2, "corrected": 3, "after review": 3, "withdrawn": 3}


def _rank(letter: Letter) -> int:
    """How late a version is by the letter's own words: what says nothing comes after interim, before final."""
    return RANKS.get(letter.version.kind, 1) if letter.version is not None else 1


def told_as(letter: Letter) -> str:
    """ " (after review, q2)"."""
    version = letter.version
    return f" ({', '.join((version.kind, *version.questions))})" if version is not None else ""


def suggested(one: Letter, other: Letter) -> int:
    """0 or 1 for the document whose name says that it corrects the other, else for the later; -1 if neither."""
    if _rank(one) != _rank(other):
        return int(_rank(other) > _rank(one))
    later = [bool(LATER_WORDS.search(x.title)) - bool(EARLIER_WORDS.search(x.title)) for x in (one, other)]
    if later[0] != later[1]:
        return later.index(max(later))
    dates = [one.delivery.date, other.delivery.date]
    return dates.index(max(dates)) if all(dates) and dates[0] != dates[1] else -1


def why_later(one: Letter, other: Letter) -> str:
    """Which of two documents is the later word of the body, and what says so; "" if nothing does."""
    at = suggested(one, other)
    if at < 0:
        return ""
    later, earlier = (one, other) if at == 0 else (other, one)
    if _rank(one) != _rank(other):
        kinds = [letter.version.kind for letter in (later, earlier) if letter.version is not None]
        return f"{later.name} is the body's later word, by its own letters ({', '.join(kinds)})"
    for letter, words in ((later, LATER_WORDS), (earlier, EARLIER_WORDS)):
        if found := words.search(letter.title):
            return f"{later.name} is the body's later word: {letter.name} is called “{found[0]}”"
    dates = f"{later.name} is of {later.delivery.date[:10]}, {earlier.name} of {earlier.delivery.date[:10]}"
    return f"the later one corrects the earlier or brings it up to date: {dates}, and neither says so"


def answered_again(letter: Letter, other: Letter, questions: tuple[Question, ...]) -> frozenset[str]:
    """The statements that fall where the other version stands: what it answers anew, and nothing else.

    Which questions these are, either letter may say; else what the other tells of the same measure.
    """
    named = _named(letter, other)
    meant = [seen for seen in letter.observations if is_answer(seen, named, questions)] if named else [
        seen for seen in letter.observations if any(_is_of_matter(seen, theirs) for theirs in other.observations)
    ]  # fmt: skip
    return said_again_by(meant, other)


def _named(one: Letter, other: Letter) -> tuple[str, ...]:
    """The questions that one of two letters says it corrects or has reviewed."""
    versions = [letter.version for letter in (one, other) if letter.version is not None]
    return next((v.questions for v in versions if v.kind in ("corrected", "after review") and v.questions), ())


def _is_of_matter(seen: Observation, other: Observation) -> bool:
    """True if the two are of one measure, and both of all cases or of some common variable; a list is of all."""
    if seen.measure != other.measure:
        return False
    if "case row" in (seen.role, other.role) or not (seen.where or other.where):
        return True
    return bool(seen.where.keys() & other.where.keys())


def said_again_by(told: Iterable[Observation], other: Letter) -> frozenset[str]:
    """The statements that the other document says again, if only by leaving them out.

    Of two yearly releases that overlap, a year that only one of them covers stands whichever is right; a row of a
    list has its day, not the days that its list covers.
    """
    theirs = {seen.period for seen in other.observations}
    whole = None in theirs or any(seen.role == "case row" for seen in other.observations)
    days = [period for period in theirs if period is not None]
    return frozenset(
        seen.id
        for seen in told
        if whole or seen.period is None or seen.role == "case row" or any(seen.period.overlaps(d) for d in days)
    )
