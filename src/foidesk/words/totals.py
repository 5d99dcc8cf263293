"""Words that stand in for a number, or say what a number is: totals, nil, suppressed, rounded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .lazy import lazy
from .normal import normalise
from .numbers import NumberWord, number, numbers
from .terms import terms

_TOTAL = frozenset(
    terms("""
    total | grand total | overall total | overall | sum | all | combined | in total | total all
    | all total | sum total | altogether | gesamt | gesamtsumme | summe | insgesamt | zusammen
    | gesamtergebnis | gesamtzahl | gesamtanzahl | endsumme | endergebnis | summe gesamt | gesamt summe | totaux
    | total général | ensemble | totale | totaal | suma
    """)
)
_SUBTOTAL = lazy(r"^(?:sub ?total|(?:zwischen|teil|seiten)summe|sous total|(?:part|page) total)\b")
_ALL_OF = lazy(
    r"^all (?:(?:the|\d+|two|three|four|five|six) )?(?:reason|type|kind|category|school|session|year|month|period|"
    r"quarter|case|incident|outcome|rank|grade|area|sector|district|ward|region|age|group|cause|department|site|"
    r"hospital|force|body|complaint|offence|crime|disposal|method|source|directorate|row|column)$"
)
_TOTAL_OF = lazy(
    r"^(?:(?:grand|overall) total|total|sum|overall)\b(?: (?:number|no|count))?|\b(?:total|insgesamt|gesamt)$"
)


_PART_YEAR = lazy(
    r"\(\s*(?:\w+\s+months?(?:\s+only)?|\w+\s+monate?|part[- ]year|to date|so far|bisher)\s*\)\s*$", re.IGNORECASE
)
_TWO_TONGUES = lazy(r"\s+/\s+")
_PART_OF = lazy(r"^(?:\w+ ){1,4}(?:sub ?totals?|zwischensumme|teilsumme)$", re.I)


def total_word(text: str) -> str:
    """ "total", "subtotal", or "" if the label marks neither.

    "Total", "Grand total", "Total officers", "2013 total" and "All schools" are totals; "Totally unrelated" and
    "All theft" are not. A label in two languages is one if its second half is ("Cyfanswm / Total of the years").
    """
    halves = _TWO_TONGUES.split(text)
    second = normalise(halves[1]) if len(halves) == 2 else ""
    if second in _TOTAL or second.startswith("total of "):
        return "total"
    label = normalise(_PART_YEAR.sub("", text))
    if _SUBTOTAL.search(label) or _PART_OF.search(label):
        return "subtotal"
    return "total" if label in _TOTAL or _TOTAL_OF.search(label) or _ALL_OF.search(label) else ""


# --- nothing, in its kinds -----------------------------------------------------------------------------------

NIL_MEANINGS = ("zero", "blank", "not recorded", "not held", "not applicable", "not stated")
_NIL: dict[tuple[str, ...], str] = {
    ("zero",): """
        nil | none | zero | nought | no case | no record | no one | nobody | no officer | no staff | no incident
        | no complaint | no allegation | no result | keine | aucun | null | nil return | no information recorded
        | none recorded | none identified | fehlanzeige | kein fall | keine fälle""",
    ("not recorded",): """
        not recorded | unrecorded | nr | not known | unknown | n/k | nk | no data | no data recorded
        | not available | unavailable | k a | k/a""",
    ("not held",): """
        not held | no information held | information not held | no info held | nih | data not held
        | not retained""",
    ("not applicable", "zero", "not recorded"): "n/a | na | n a | not applicable | entfällt",
    ("not stated",): """
        not stated | not specified | not given | not provided | not disclosed | blank | tbc | to be confirmed""",
}
_NIL_BY_LABEL = {label: meanings for meanings, labels in _NIL.items() for label in terms(labels)}
_DASHES = lazy(r"[-‐‑–—−_]+|\.{1,3}|…|/|\\|~")


@dataclass(frozen=True, slots=True)
class Nil:
    """A cell without a number; `meanings` holds one entry where the word is certain, all that fit where not."""

    word: str
    meanings: tuple[str, ...]


def nil(text: str) -> Nil | None:
    """What a cell without digits may mean; None if it is something else. The digit 0 is a number, not a nil."""
    bare = text.strip(" \t\r\n\u00a0'\"‘’“”()[]")
    if not bare:
        return Nil(text, ("blank", "zero", "not recorded", "not held"))
    if _DASHES.fullmatch(bare.replace(" ", "")):
        return Nil(text, ("zero", "not recorded", "not held", "not applicable"))
    if set(bare) == {"?"}:
        return Nil(text, ("not recorded",))
    label = normalise(bare.replace(" / ", "/")).replace(" / ", "/")
    found = _NIL_BY_LABEL.get(label)
    return Nil(text, found) if found else None


_ZERO_NOUN = (
    r"(?:(?!other\b|longer\b|further\b|one\s+else\b|later\b|more\b|fewer\b|less\b|doubt\b|such\b)[a-z][\w-]*)"
)
_GERMAN_NOUN = (
    r"(?:(?!weiteren?\b|anderen?\b|mehr\b|angaben?\b|informationen?\b|auskunft\b|daten\b|statistik\w*\b|"
    r"unterlagen\b|akten\b|aufzeichnungen?\b|erkenntnisse\b|aussage\w*\b|zahlen\b)[a-zäöüß][\wäöüß-]*)"
)
_NOT_DONE = (
    r"(?:not|n['’]t)\s+(?:been\s+)?(?:paid|pay|collect(?:ed)?|issued?|received?|made|make|award(?:ed)?|settled?|"
    r"lev(?:y|ied)|charged?|seized?|imposed?|prosecuted?|dismiss(?:ed)?|suspend(?:ed)?|lost|lose|incur(?:red)?|"
    r"spent|spend|served?|impound(?:ed)?|had|carried\s+out|undertaken|granted?|refused?|reject(?:ed)?)\s+any\b"
)
"""What a body says it has not done, of none: "we have not paid any compensation"; not what it does not hold."""
_NOTHING = (
    r"nothing(?=\s+(?:was|has\s+been)\s+(?:paid|spent|collected|awarded|received|claimed|charged)\b"
    r"|\s+(?:in|during)\s+(?:the\s+)?(?:(?:financial|calendar|following)\s+)?(?:years?\s+)?"
    r"(?:\d{4}(?:[/–-]\d\d(?:\d\d)?)?|\d\d/\d\d|year|first|second|third|fourth|fifth|final|last)"
    r"\s*(?:[.,;)]|$|and\b))"
)
_NO_MONEY = r"no\s+money(?=\s+(?:was|has\s+been|were)\s+(?:paid|spent|collected|awarded|received|charged)\b)"
_ZEROS = lazy(
    rf"\b(?:{_NOTHING}|{_NO_MONEY}|none(?!theless)|nobody|no[ -]one|nil|zero|nought|fehlanzeige|"
    rf"kein(?:e[nrms]?)?(?:\s+{_GERMAN_NOUN}){{1,3}}?(?=\s+(?:wurden?|waren?|sind|ist|hat|haben|erlassen|verhängt|"
    r"ergangen|erfasst|festgesetzt|eingeleitet|an(?=[.,;]|\s*$))\b|[.,;]|\s*$)|"
    r"keine[rsn]?(?=\s*(?:[.,;)]|$))|nicht\s+(?:entstanden|angefallen)\b|"
    rf"no(?:\s+{_ZERO_NOUN}){{1,4}}?(?=\s+(?:were|was|have|has|had|are|is|"
    r"resigned|retired|received|recorded|identified|dismissed|in|during|for|over|within|between|from|since|"
    rf"before|after|until|about|against|of|but|or)\b|[.,;]|\s*$)|not\s+(?:a\s+single|one|any)\b|{_NOT_DONE})",
    re.IGNORECASE,
)


_BEFORE_NOTHING = lazy(
    r"(?:^|[,;:.(–—-]|\b(?:and|but|then|or|with|was|were|paid|spent|received|collected|awarded|claimed|charged|took))\s*$",
    re.IGNORECASE,
)
"""What "nothing" may stand behind: "we hold nothing in 2022" says what is held, and no number."""


@dataclass(frozen=True, slots=True)
class ZeroSeen:
    """Words of running text that say "none": characters `start` to `end`."""

    start: int
    end: int
    words: str


_NO_NONE = lazy(
    r"\b(?:(?:make|makes|offer|offers|have|has)\s+no\s+(?:apology|apologies|excuses?)\s+(?:for|that|about)\b"
    r"|(?:make|makes)\s+no\s+(?:secret|bones|promises?|claim\s+to)\b"
    r"|(?:have|has)\s+no\s+(?:plans?|intention|wish|desire|ambition)\s+(?:to|of|for)\b"
    r"|(?:take|takes)\s+no\s+(?:pleasure|pride|comfort|joy|satisfaction)\s+(?:in|from)\b"
    r"|(?:blank|empty)\s+(?:cells?|fields?|boxes)\s+means?\s+(?:that\s+)?(?:there\s+(?:was|were)\s+)?no[a-z]*\b"
    r"|(?:nobody|no[ -]one|none\s+of\s+us)\s+"
    r"(?:(?:should|ought\s+to)\s+(?!have\s+been\b)|would\s+(?:want|wish|like)\b))",
    re.IGNORECASE,
)
"""What says "no" and counts nothing: "we make no apology", "nobody should have to wait"; never in the past."""


def zeros(text: str) -> tuple[ZeroSeen, ...]:
    """Where running text says none in words: "No officers were dismissed", "None", "Nil". A hint, not a value:
    "no further action" and "no case to answer" are results and are left out; what is counted is for the reader."""
    spans = [said.span() for said in _NO_NONE.finditer(text)]
    found = (ZeroSeen(*match.span(), match[0]) for match in _ZEROS.finditer(text))
    counting = (zero for zero in found if not any(start <= zero.start < end for start, end in spans))
    return tuple(zero for zero in counting if not _RESULT.match(zero.words) and not _is_not_held(text, zero))


def _is_not_held(text: str, zero: ZeroSeen) -> bool:
    return zero.words.lower() == "nothing" and _BEFORE_NOTHING.search(text[: zero.start]) is None


_RESULT = lazy(
    r"no\s+(?:further|case\s+to|formal\s+(?:action|outcome|proceedings|investigation|discipl\w*)|misconduct|action|"
    r"(?:recorded\s+)?information|data|details?|records?|figures?|statistics|breakdowns?|lists?|logs?|knowledge|trace|"
    r"evidence|reason|way|need|duty|requirement|obligation|exemption|means|mechanism)\b",
    re.I,
)


# --- suppressed ------------------------------------------------------------------------------------------------

_MARKS = lazy(r"[*#†‡~^]{1,3}|\[[a-z*#:]{1,3}\]|\([a-z*#]\)|[xX]|\*+\s*\*+")
_NOTED = lazy(r"(?<=\w)\s*[*†‡¹²³]{1,2}$")
"""The mark of a footnote behind a bound: "<5*"."""
_WITHHELD = frozenset(
    terms("""
    redacted | withheld | suppressed | exempt | exempted | removed | masked | confidential | section 40
    | s40 | sec 40 | data suppressed | figure suppressed | low number | small number | not disclosed
    | disclosure control | exempt information | geschwärzt
    """)
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """A value held back: the mark, and the bounds the mark itself gives (0 and none, where it gives none)."""

    mark: str
    lo: Decimal
    hi: Decimal | None


def suppression(text: str) -> Suppression | None:
    """The whole cell as a value held back: "<5", "fewer than 5", "5 or less", "1-4", "*", "[c]", "redacted"."""
    cell = text.strip(" \t\r\n\u00a0")
    bound = number(without_note(cell)) if any(map(str.isalnum, cell)) else None
    if bound is not None and bound.lo is not None and _holds_back(bound):
        return Suppression(cell, bound.lo, bound.hi)
    if _MARKS.fullmatch(cell) or normalise(cell) in _WITHHELD:
        return Suppression(cell, Decimal(0), None)
    return None


def without_note(cell: str) -> str:
    """The words of a cell without the mark of a footnote behind them: "<5" for "<5*"."""
    return _NOTED.sub("", cell)


def _holds_back(bound: NumberWord) -> bool:
    return bound.hedge in ("fewer than", "at most", "between") and bound.unit == ""


@dataclass(frozen=True, slots=True)
class MarkMeaning:
    """What a note says a mark means: bounds, or the `missing` reason if the mark is no number at all."""

    mark: str
    lo: Decimal
    hi: Decimal | None
    missing: str
    start: int
    end: int
    words: str


_VERB = (
    r"(?:[=:]|[-–—]\s|(?:is|are|has\s+been|have\s+been)\s+used\s+(?:to\s+\w+|where|when|for)"
    r"|(?:denotes?|means?|indicates?|represents?|signif(?:y|ies)|shows?|replaces?|refers?\s+to|"
    r"stands?\s+for|equals?"
    r"|is|are|bedeutet|steht\s+für|entspricht)(?:\s+that)?)"
)
_NOTE = lazy(
    rf"""(?:(?<![\w'"‘“])|(?<=['"‘“]))(?P<mark>[*#†‡~^]{{1,3}}|\[[a-z*#:]{{1,3}}\]|<\s?\d+|[-–—]|\.\.|(?-i:[xX]|NR|N/A|N/K|NK|NIH|LE5))(?:(?!\w)|(?<=^[*†‡])|(?<=^[*†‡]{{2}}))['"’”)]?\s*"""
    rf"""(?:{_VERB}\s*)?(?P<words>[^.;\n*#†‡]*)""",
    re.IGNORECASE | re.MULTILINE,
)
_BY_MARK = lazy(
    r"""(?P<words>(?:numbers?|figures?|values?|counts?|cells?|data|totals?)\b[^.;\n]{0,80}?)\s+(?:(?:are|is|have\s+been|has\s+been|were|was|will\s+be)\s+)?"""
    r"""(?:replaced|shown|denoted|marked|indicated|suppressed|represented|recorded|masked|displayed|redacted|withheld|removed)\s*"""
    r"""(?:\(\s*|\s(?:by|with|as|using)\s+(?:an?\s+)?)(?P<mark>asterisk|hash|dash|['"‘“]?(?:[*#†‡~^]{1,3}|\[[a-z]\]|<\s?\d+|[-–]|\.\.|[xX]\b)['"’”]?)""",
    re.IGNORECASE,
)
_NAMED_MARKS = {"asterisk": "*", "hash": "#", "dash": "-"}
_MISSING = (
    ("not held", r"not held|no information|nothing held"),
    (
        "not recorded",
        (
            r"not recorded|not available|unavailable|not known|unknown|no data|keine? (?:angaben?|daten)|"
            r"nicht (?:erfasst|erhoben|bekannt|verfügbar)|unbekannt|lieg(?:en|t) nicht vor"
        ),
    ),
    ("not asked", r"not applicable|does not apply|nicht zutreffend|entfällt"),
    ("refused", r"exempt|withheld|section \d+|s\.? ?\d+"),
)
_WAS = (
    r"(?:(?:were|was|have\s+been|has\s+been|wurden?)\s+)?(?:recorded|received|reported|identified|made|issued|settled|opened|"
    r"logged|lodged|occurred|erfasst|eingegangen|gemeldet|verzeichnet|festgestellt)"
)
_ZERO = lazy(
    r"\b(?:zero|nil|none|(?:no|zero|nil)\s+(?:cases|incidents|complaints|claims|requests|reports)|(?:nil|zero)\s+returns?|null|"
    r"nichts vorhanden|kein(?:e|en)? (?:fälle|fall|vorfälle|vorgänge|anträge|beschwerden|meldungen))"
    rf"(?:\s+{_WAS})?(?:\s+(?:in|for|during|im)\s+(?:this|that|the|any|diesem)\s+"
    r"(?:month|year|period|quarter|category|monat|jahr|zeitraum|quartal))?"
    r"(?=\W*$|\s*[,)\]'\"’”]+\s*(?:(?:and|while|und)\s+)?(?:\W{1,3}|[\w/]{1,3})\s*(?:[=:]|denotes?|means?|indicates?|bedeutet)\s)",
    re.IGNORECASE,
)
"""None, in words that end there: "no cases held electronically" is no nought, nor "no cases, as files burnt"."""
_NOT_ZERO = lazy(
    r"\b(?:not|non|never|cannot|than|above|over|more|other|below|under|between|except|nicht|kein|über|mehr|größer|"
    r"außer)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Before a zero in a note: "greater than zero", "not nil", "a number other than zero"."""
_ZERO_OR = lazy(
    r"^\W*(?:zero|nil|none|null|no\s+(?:cases|incidents|reports|complaints))\W{0,2}\s*(?:or|and|/)\s",
    re.IGNORECASE,
)
_SUPPRESSES = lazy(r"suppress|redact|small number|low number|disclosure|identif|rounded", re.IGNORECASE)


def meaning_of_suppression(note: str) -> tuple[MarkMeaning, ...]:
    """What the marks in a footnote mean: "* denotes fewer than five" gives 0 to 4.

    "Between one and four" gives 1 to 4. A note that says a mark holds back small numbers without a limit gives
    0 and no upper bound; one that says nothing of the sort gives nothing.
    """
    by_mark = list(_meanings(_BY_MARK, note))
    own = [one for one in _meanings(_NOTE, note) if not any(_is_inside(one, other) for other in by_mark)]
    found = [*own, *by_mark]
    seen: set[str] = set()
    return tuple(item for item in found if not (item.mark in seen or seen.add(item.mark)))  # type: ignore[func-returns-value]


def _is_inside(one: MarkMeaning, other: MarkMeaning) -> bool:
    """True for the mark at the end of "numbers between 1 and 5 are marked with <5": they say more."""
    return one.mark == other.mark and other.start <= one.start < other.end


def _meanings(pattern: re.Pattern[str], note: str) -> Iterator[MarkMeaning]:
    for found in pattern.finditer(note):
        mark = found["mark"].strip("'\"‘’“”").lower()
        mark = _NAMED_MARKS.get(mark, found["mark"].strip("'\"‘’“”"))
        if (limits := _limits(mark, found["words"])) is not None:
            yield MarkMeaning(mark, *limits, *found.span(), found[0].strip())


def _limits(mark: str, words: str) -> tuple[Decimal, Decimal | None, str] | None:
    """Bounds and missing reason that the words of a note give, or None if they say nothing of a value."""
    bounded = [item for item in numbers(words) if item.lo is not None and _holds_back(item)]
    if bounded:
        return bounded[0].lo or Decimal(0), bounded[0].hi, ""
    if mark.startswith("<"):
        return _limits("", mark)
    if _ZERO_OR.search(words):
        return Decimal(0), None, ""
    if (zero := _ZERO.search(words)) and not _NOT_ZERO.search(words, 0, zero.start()):
        return Decimal(0), Decimal(0), ""
    for reason, pattern in _MISSING:
        if re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE):
            return Decimal(0), None, reason
    return (Decimal(0), None, "") if _SUPPRESSES.search(words) else None


# --- rounded ---------------------------------------------------------------------------------------------------

_ROUNDED = lazy(
    r"round(?:ed|ing)\b[^.;\n]{0,40}?\b(?:to\s+)?(?:the\s+)?(?:nearest|multiples?\s+of|"
    r"base)\s+(?P<base>[^.;\n]{1,30})",
    re.IGNORECASE,
)


def rounding(note: str) -> Decimal | None:
    """The base that a note says figures are rounded to ("to the nearest 5"); None if it says nothing of it."""
    found = _ROUNDED.search(note)
    if not found:
        return None
    words = found["base"].strip()
    if re.match(r"(?:thousand|hundred|million|ten)\b", words, re.IGNORECASE):
        words = words if words.lower().startswith("ten") else f"a {words}"
    first = numbers(words)
    return first[0].value if first and first[0].start == 0 else None
