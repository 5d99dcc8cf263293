"""The names by which a text cites guidance of the survey, and the clauses that it names beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foidesk.model.guidelines import Clause, Guideline
from foidesk.words.normal import NormalWord, normal_words

_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_LABEL = (
    r"sections?|sec\.|ss?\.|clauses?|paragraphs?|paras?\.?|standards?|articles?|art\.|rules?|principles?|parts?|points?|"
    r"chapters?|annex(?:es)?|appendix|appendices|schedules?|§{1,2}|abschnitt|absatz|abs\.|ziffer|nr\.|punkt|artikel|"
    r"kapitel|anlage"
)
_NUMBER = r"(?:\d{1,3}[a-z]?(?:[.:]\d{1,3}[a-z]?)*|(?-i:[A-Z]))(?:\s?\(\w{1,4}\))*"
_LINK = r"\s*(?:,|&|/|-|–|\b(?:and|or|to|und|oder|bis)\b)\s*"
_NUMBERED = re.compile(
    rf"(?<!\w)(?P<label>{_LABEL})\s*(?P<numbers>{_NUMBER}(?:{_LINK}{_NUMBER})*)(?!\w)", re.IGNORECASE
)
_ONE = re.compile(_NUMBER, re.IGNORECASE)
_OF = re.compile(
    r"\s*(?:of|in|under|from|within|[,(]|de[rs]|in\s+der|von)\s*(?:(?:the|our|its|their|force(?:['’]s)?|der|des)\s+)*[\"'“‘„]?\s*",
    re.IGNORECASE,
)
_THEN = re.compile(r"\s*[\"'”’“]?\s*(?:[,(:–-]|\bat\b|\bunder\b)?\s*[(]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """Characters `start` to `end` name guidance, or a clause of it: `clause` is its id, `unknown` what it is
    called where guidelines.toml holds none of that name."""

    start: int
    end: int
    guideline: Guideline
    clause: str = ""
    unknown: str = ""

    def meets(self, other: Named) -> bool:
        return self.start < other.end and other.start < self.end


def guidance_in(text: str, guidelines: Iterable[Guideline]) -> tuple[Named, ...]:
    """The guidance that a text names, the longest name at each place."""
    words = normal_words(text)
    found = {
        Named(start, end, guideline)
        for guideline in guidelines
        for name in _names(guideline)
        for start, end in _places(words, name)
    }
    kept = (one for one in found if not any(_swallows(other, one) for other in found))
    return tuple(sorted(kept, key=lambda one: (one.start, one.guideline.id)))


def _swallows(other: Named, one: Named) -> bool:
    inside = other.start <= one.start and one.end <= other.end
    return inside and (other.end - other.start) > (one.end - one.start)


def _names(guideline: Guideline) -> set[str]:
    """Its title, with and without what stands in brackets, and the names that guidelines.toml gives it."""
    return {guideline.title, _ASIDE.sub("", guideline.title), *guideline.cited_as}


def _places(words: Sequence[NormalWord], name: str) -> Iterator[tuple[int, int]]:
    wanted = _spelt(name)
    for at in range(len(words) - len(wanted) + 1) if wanted else ():
        run = words[at : at + len(wanted)]
        if [word.norm for word in run] == wanted:
            yield run[0].start, run[-1].end


def _spelt(name: str) -> list[str]:
    return [word.norm for word in normal_words(name)]


def clauses_beside(text: str, named: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Each clause that a sentence names, with the guidance named beside it, or that guidance alone.

    A number is tied to the name it stands at ("section 4 of NAME", "NAME, section 4"); a name of words to the
    nearest name of its guidance.
    """
    told: set[str] = set()
    words = normal_words(text)
    for by in named:
        for name in (*_by_words(words, by, named), *(one for one, tied in _by_number(text, by) if tied)):
            told.add(by.guideline.id)
            yield name, by
    for by in named:
        if by.guideline.id not in told:
            told.add(by.guideline.id)
            yield by, by


def clauses_under(text: str, head: Named) -> Iterator[Named]:
    """The clauses named in a cell of a column that is headed by the name of their guidance."""
    words = normal_words(text)
    yield from _called(words, head.guideline)
    yield from (one for one, _ in _by_number(text, head))


def _by_words(words: Sequence[NormalWord], by: Named, named: Sequence[Named]) -> Iterator[Named]:
    same = [name for name in named if name.guideline.id == by.guideline.id]
    for one in _called(words, by.guideline):
        nearest = min(same, key=lambda name: max(name.start - one.end, one.start - name.end))
        if by is nearest and not any(one.meets(name) for name in named):
            yield one


def _called(words: Sequence[NormalWord], guideline: Guideline) -> Iterator[Named]:
    """The clauses called by a name of words."""
    for clause in guideline.clauses:
        names = (name for name in clause.cited_as if not _NUMBERED.fullmatch(name.strip()))
        places = sorted({place for name in names for place in _places(words, name)})
        yield from (Named(*place, guideline, clause.id) for place in places[:1])


def _by_number(text: str, by: Named) -> Iterator[tuple[Named, bool]]:
    """The clauses called by a number, and whether the name stands right at it."""
    for found in _NUMBERED.finditer(text):
        if found.end() <= by.start:
            tied = _OF.fullmatch(text, found.end(), by.start) is not None
        else:
            tied = by.end <= found.start() and _THEN.fullmatch(text, by.end, found.start()) is not None
        for number in _ONE.finditer(text, found.start("numbers"), found.end("numbers")):
            label = f"{found['label']} {number[0]}"
            clause = next((one.id for one in by.guideline.clauses if _is_called(one, label)), "")
            start = found.start() if number.start() == found.start("numbers") else number.start()
            yield Named(start, number.end(), by.guideline, clause, "" if clause else label), tied


def _is_called(clause: Clause, label: str) -> bool:
    """True if a clause has that number: "Sections 4" of "Sections 4 and 5" is its "section 4"."""
    return any(_spelt(name) == _spelt(label) for name in clause.cited_as)
