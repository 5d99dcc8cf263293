"""What a column heading or caption names: a variable, a measure, a total, a period, an id, free text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from foidesk.model.codebook import Codebook, Measure, Variable

from .categories import category_matcher
from .normal import normalise
from .periods import period_readings
from .terms import terms
from .totals import nil, total_word

HEADINGS = ("variable", "measure", "total", "id", "text", "period", "percent")
_TIE = 0.05
_COUNT = re.compile(
    r"^(?:the )?(?:grand |overall )?(?:total )?(?:number|no|nr|num|count|total|how many|quantity|qty|"
    r"volume|tally|sum|#|anzahl|zahl|gesamtzahl|gesamtanzahl)(?: (?:of|der|des|von|an))?"
    r"(?: (?:the|all|any|different))*\b ?(?P<noun>.*)$"
)
_COUNTED = re.compile(
    r"(?:total )?(?P<noun>.+) (?:received|recorded|reported|made|logged|lodged|registered|submitted|raised)"
)
"""All of what is counted: "Complaints received". "Closed" or "opened" is said of some."""
_BARE_COUNT = frozenset(
    terms("""
    number | count | total number | how many | quantity | qty | volume | tally | figure | numbers
    | frequency | number of | anzahl | zahl | fallzahl | fallzahlen | gesamtzahl | gesamtanzahl
    """)
)
_BOTH = frozenset(terms("no | nr | num | # | no of | number"))
_ID = frozenset(
    terms("""
    ref | reference | ref no | ref number | reference number | reference no | no | nr | # | id | case
    | case no | case number | case ref | case id | case reference | urn | serial | serial no
    | serial number | s / no | sn | item | item no | row | row no | line | record | record no | officer no
    | officer number | subject | individual | file ref | file no | complaint ref | complaint no
    | complaint number | unique id | unique reference | unique reference number | lfd nr | number
    """)
)
_ID_PATTERN = re.compile(
    r"^(?:officer|case|subject|individual|person|employee|incident|complaint|record|allegation|"
    r"ref|no|number) \d+$|\bref(?:erence)?(?: (?:no|number))?$|\b(?:case|file|complaint|record|"
    r"collar|log) (?:no|number|id)$"
)
_TEXT = re.compile(
    r"\b(?:description|detail|circumstance|summary|narrative|note|comment|remark|background|"
    r"synopsis|precis|brief|explanation|further information|free text|account|wording|"
    r"particular)\b"
)
_PERIOD = re.compile(
    r"^(?:(?:calendar|financial|fiscal|school|academic) )?(?:year|month|quarter|date|period|time period|session|"
    r"fy)(?: (?:of|in|when|received|recorded|finalised|closed|opened|occurred|reported)\b.*)?$|"
    r"\b(?:year|date|month|period)$|^(?:recorded|finalised|received|closed)(?: on)?$"
)
AT_RATE = re.compile(r"\bat\s+(?:(?!average|mean)[\w-]+\s+){0,3}?rates?\b(?!\s+(?:per|of)\b)", re.IGNORECASE)
"""A price at which something was had: "Paid at reduced rate" are counted as any others are."""
_PERCENT = re.compile(r"%|\bper ?cent(?:age)?\b|\bproportion\b|\bshare\b|\brate\b")


@dataclass(frozen=True, slots=True)
class HeadingHit:
    """One thing that a heading can name, with a score from 0 to 1; `id` of the variable or measure, else ""."""

    kind: str
    id: str
    score: float
    words: str


@lru_cache(maxsize=16)
def variable_matcher(codebook: Codebook) -> VariableMatcher:
    """The matcher of a codebook, made once for all documents of its survey."""
    return VariableMatcher(codebook)


class VariableMatcher:
    """Recognises the variables and measures of a codebook by the words that head them."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._names = [(variable, name) for variable in codebook.variables for name in _names(variable)]
        self._nouns = [(measure, noun) for measure in codebook.measures for noun in _nouns(measure)]
        self._categories = [(variable.id, category_matcher(variable)) for variable in codebook.variables]
        self._named_by = lru_cache(maxsize=4096)(self._every)

    def heading(self, text: str) -> HeadingHit | None:
        """The best of `headings`; None if there is none, or if two different things fit as well."""
        found = self.headings(text)
        if not found or (len(found) > 1 and found[0].score - found[1].score < _TIE):
            return None
        return found[0]

    def headings(self, text: str) -> tuple[HeadingHit, ...]:
        """All that a heading can name, best first; "No." is both a count and an id."""
        return self._named_by(text)

    def _every(self, text: str) -> tuple[HeadingHit, ...]:
        label = normalise(re.sub(r"\s*[*†‡#]+\s*$", "", text) or text)
        if not label:
            return ()
        best: dict[tuple[str, str], HeadingHit] = {}
        for hit in (*_fixed(text, label), *self._variables(label), *self._measures(label, text)):
            key = (hit.kind, hit.id)
            if key not in best or best[key].score < hit.score:
                best[key] = hit
        return tuple(sorted(best.values(), key=lambda hit: (-hit.score, hit.kind, hit.id)))

    def caption(self, text: str) -> tuple[HeadingHit, ...]:
        """The variables and measures that a caption or question names, in the order of their score."""
        label = normalise(text)
        found: dict[tuple[str, str], HeadingHit] = {}
        for kind, id, words in self._all_words():
            if words and _stands_in(words, label):
                score = round(min(0.95, 0.5 + 0.1 * len(words.split())), 2)
                if (kind, id) not in found or found[kind, id].score < score:
                    found[kind, id] = HeadingHit(kind, id, score, words)
        return tuple(sorted(found.values(), key=lambda hit: (-hit.score, hit.kind, hit.id)))

    def by_categories(self, labels: Sequence[str]) -> tuple[HeadingHit, ...]:
        """The variables whose categories these row labels are; the score is the share of labels known."""
        asked = [label for label in labels if not total_word(label) and nil(label) is None]
        if not asked:
            return ()
        shares = [
            (id, sum(matcher.knows(label) for label in asked) / len(asked)) for id, matcher in self._categories
        ]
        hits = [HeadingHit("variable", id, round(share, 3), "") for id, share in shares if share > 0]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.id)))

    def _all_words(self) -> Iterator[tuple[str, str, str]]:
        yield from (("variable", variable.id, name) for variable, name in self._names)
        yield from (("measure", measure.id, noun) for measure, noun in self._nouns)

    def _variables(self, label: str) -> Iterator[HeadingHit]:
        for variable, name in self._names:
            if score := _likeness(name, label):
                yield HeadingHit("variable", variable.id, score, name)

    def _measures(self, label: str, text: str) -> Iterator[HeadingHit]:
        if label in _BARE_COUNT or label in _BOTH:
            only = self._codebook.measures[0].id if len(self._codebook.measures) == 1 else ""
            yield HeadingHit("measure", only, 0.9, label)
        counted = _COUNT.match(label)
        noun_asked = counted["noun"].strip() if counted else ""
        for measure, noun in self._nouns:
            if noun_asked and (noun_asked == noun or noun_asked.startswith(f"{noun} ")):
                yield HeadingHit("measure", measure.id, 0.97 if noun_asked == noun else 0.92, noun)
            elif noun_asked and _stands_in(noun, noun_asked):
                yield HeadingHit("measure", measure.id, 0.91 if " " in noun else 0.85, noun)
            elif label in (f"{noun} {(unit := normalise(measure.unit))}", f"{noun} in {unit}"):
                yield HeadingHit("measure", measure.id, 1.0, noun)
            elif (
                (told := _COUNTED.fullmatch(label))
                and told["noun"] == noun
                and _is_plural(text.rsplit(None, 1)[0])
            ):
                yield HeadingHit("measure", measure.id, 0.95, noun)
            elif label == noun:
                yield HeadingHit("measure", measure.id, 1.0 if _is_plural(text) else 0.85, noun)


def _names(variable: Variable) -> list[str]:
    words = (variable.id.replace("-", " "), variable.label, *variable.names)
    return [name for name in dict.fromkeys(normalise(word) for word in words) if name]


def _nouns(measure: Measure) -> list[str]:
    words = (measure.id.replace("-", " "), measure.label, measure.unit, *measure.nouns)
    spelt = [noun for noun in map(normalise, words) if noun]
    return list(dict.fromkeys([*spelt, *map(without_articles, spelt)]))


def without_articles(words: str) -> str:
    """Normalised words without "the" and "a" between them: heads leave these out ("Reported to HSE")."""
    first, *rest = words.split()
    return " ".join([first, *(word for word in rest if word not in ("the", "a", "an"))])


def _stands_in(words: str, label: str) -> bool:
    return f" {words} " in f" {label} "


def _likeness(name: str, label: str) -> float:
    """1 for the same words, less where the heading says more, least for a misspelling; else 0."""
    if name == label:
        return 1.0
    if _stands_in(name, label):
        share = len(name) / len(label)
        return round(0.6 + 0.35 * share, 3)
    if len(name) >= 6 and abs(len(name) - len(label)) <= 2 and fuzz.ratio(name, label) >= 88:
        return 0.7
    return 0.0


def _is_plural(text: str) -> bool:
    """ "Cases" heads a count, "Case" the cases themselves."""
    last = text.strip(" .:*†‡#").split()[-1:]
    return bool(last) and normalise(last[0]) != last[0].casefold() and last[0].casefold().endswith("s")


def _fixed(text: str, label: str) -> Iterator[HeadingHit]:
    """What headings name in any survey."""
    if total_word(text):
        yield HeadingHit(
            "total", "", 1.0 if label in ("total", "grand total", "overall total", "sum") else 0.8, label
        )
    if period_readings(text):
        yield HeadingHit("period", "", 1.0, label)
    elif _PERIOD.search(label):
        yield HeadingHit("period", "", 0.88, label)
    if (label in _ID or _ID_PATTERN.search(label)) and not _is_plural(text):
        yield HeadingHit("id", "", 0.9, label)
    if _TEXT.search(label):
        yield HeadingHit("text", "", 0.8, label)
    if _PERCENT.search(AT_RATE.sub(" ", label)):
        yield HeadingHit("percent", "", 0.95, label)
