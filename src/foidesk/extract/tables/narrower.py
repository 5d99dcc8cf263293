"""The figures of a table whose rows or headings name a measure with words beside it: all of it, or some.

"Requests received" and "Requests refused", where the survey knows requests only, do not add up. Where one label
names the measure and nothing else, others with words that neither the survey nor plain speech uses ("Number of
late requests") count something narrower, and their numbers stay open. Such a label alone is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidesk.model.periods import Period
from foidesk.words.normal import normalise

from ..basis import measure as measures
from ..basis.asked import all_ours, our_words
from ..basis.ground import Ground
from ..basis.near import numbered
from ..basis.nouns import NounHit, nouns_in
from ..basis.plain import PLAIN
from ..figures.figures import Figure
from ..figures.seen import words_besides

_TITLE = 70
_BEFORE = re.compile(r"(?:^|[\s(])([^\W\d_][\w’'-]*)\s+$")
Key = tuple[str, Period | None, int]
COUNTING = frozenset(("number", "no", "count", "qty", "quantity", "how", "many", "n", "total", "anzahl", "zahl"))

_BEHIND = re.compile(
    r"(?:\s+(?!(?:(?<!\bmade\s)by|per|split|broken|nach|je|pro)\b)[^\W\d_][\w’'-]*){1,6}", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_PAPER = frozenset(
    normalise(
        "data table log logs report register statistics breakdown summary response appendix annex list export "
        "figures numbers overview spreadsheet return returns details year years month total totals"
    ).split()
)
"""Words behind the noun that call the table something."""
_REGULAR = frozenset(
    "annual yearly monthly weekly quarterly overall all full whole showing shows gives giving listing detailing "
    "covering summary alle sämtliche same gleichen selben".split()
)
"""Words before a noun that leave none out."""


def without_narrower(ground: Ground, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those of narrower labels without a measure, or with a doubtful one."""
    return list(_along(ground, list(_along(ground, figures, "row")), "heading"))


def counts_some(ground: Ground, text: str, measure: str) -> bool:
    """True for a title with a word of its own right before the noun: "Late requests by month"."""
    return any(True for _ in own_words(ground, text, measure, behind=False))


def own_words(ground: Ground, text: str, measure: str, behind: bool = True) -> Iterator[str]:
    """The words of a title beside its noun that are not known: of "Complaints answered late" the last.

    Those are right before the noun, or behind it up to a stop, "by" or a category; none where the noun stands once
    without any.
    """
    seen = numbered(text)
    text = text[seen[1] :] if seen else text
    title = text.strip()
    if len(title) > _TITLE or "\n" in title or title.endswith((".", ":")):
        return
    hits = [hit for hit in nouns_in(ground, text) if hit.measure == measure]
    said = [_beside(ground, text, hit, behind) for hit in hits]
    yield from said[0] if said and all(said) else ()


def _beside(ground: Ground, text: str, hit: NounHit, behind: bool) -> tuple[str, ...]:
    names = frozenset(word for name in ground.context.body_names for word in normalise(name).split())
    known = our_words(ground) | PLAIN | COUNTING | _REGULAR | names | (_PAPER if behind else frozenset())
    before, after = _BEFORE.search(text[: hit.start]), _BEHIND.match(text, hit.end) if behind else None
    kinds = [one for matcher in ground.matchers.values() for one in matcher.find(text)]
    end = min([after.end() if after else hit.end, *(one.start for one in kinds if one.start >= hit.end)])
    words = [*([before[1]] if before else ()), *text[hit.end : end].split()]
    return tuple(word for word in words if _LETTERS.search(word) and not known.issuperset(normalise(word).split()))


def _along(ground: Ground, figures: Sequence[Figure], label: str) -> Iterator[Figure]:
    """The figures, as the labels of the rows, or the headings of the columns, name their measure."""
    lines: dict[Key, set[int]] = {}
    plain: dict[str, set[int]] = {}
    narrow: set[int] = set()
    for one in figures:
        if one.seen is not None and _counts(ground, one, label):
            lines.setdefault(_key(one, label), set()).add(_line(one, label))
            if _names_all(ground, _text(one, label)):
                plain.setdefault(one.meaning.measure, set()).add(_line(one, label))
            elif _is_narrowed(ground, _text(one, label)):
                narrow.add(_line(one, label))
    for one in figures:
        if one.seen is None or not _counts(ground, one, label):
            yield one
            continue
        mine = lines[_key(one, label)]
        alone = mine & plain.get(one.meaning.measure, set())
        if len(mine) > 1 and len(alone) == 1 and mine - alone <= narrow:
            yield one if _line(one, label) in alone else replace(one, seen=None)
        elif len(mine) > 1 or _is_narrowed(ground, _text(one, label)):
            yield replace(one, seen=measures.weaker(one.seen))
        else:
            yield one


def _counts(ground: Ground, one: Figure, label: str) -> bool:
    """True for a figure of all categories whose label names its measure; False in a row or column of totals."""
    total = (one.whole_column if label == "row" else one.whole_row) or (one.meaning.total and not one.is_total)
    if total or one.meaning.where or one.meaning.measure in ("", "#"):
        return False
    return any(hit.measure == one.meaning.measure for hit in nouns_in(ground, _text(one, label)))


def _text(one: Figure, label: str) -> str:
    """The label of a figure without the number of a question before it."""
    piece = dict(one.labels).get(label)
    seen = numbered(piece.text) if piece is not None else None
    return piece.text[seen[1] if seen else 0 :] if piece is not None else ""


def _line(one: Figure, label: str) -> int:
    return one.row if label == "row" else one.column


def _key(one: Figure, label: str) -> Key:
    return one.meaning.measure, one.meaning.period, one.column if label == "row" else one.row


def _names_all(ground: Ground, text: str) -> bool:
    """True for "Number of requests", which names all there are; False for "Requests refused"."""
    words = words_besides(text, nouns_in(ground, text), ground.period_in(text))
    return all(word in PLAIN or word in COUNTING or not word.isalpha() for word in words)


def _is_narrowed(ground: Ground, text: str) -> bool:
    """True for a label with words that neither we nor plain speech use: "Number of late requests"."""
    return not all_ours(ground, text) and not _names_all(ground, text)
