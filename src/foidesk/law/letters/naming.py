"""The questions that a clause names by number, place or all at once: "question two", "both parts", "all but 3"."""

from __future__ import annotations

import re

from .cues import Cues

_THING = (
    r"(?:questions?|points?|parts?|items?|queries|query|requests?|limbs?|elements?|fragen?|punkte?n?|teile?n?)\b"
)
_COUNTED = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "beiden": 2,
}  # fmt: skip
_SPELT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SPELT_DE = ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")
_BUT = re.compile(
    r"\b(?:except(?:ing|ion of)?(?: for| in respect of)?|excluding|other than|apart from|"
    r"save(?: for| in respect of)?|aside from|all but|everything but|mit ausnahme(?: von)?|außer|bis auf)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both|either|neither|beiden|beide)\b(?: of| one of)?(?: the| your| these| those| ihrer)?"
    rf"(?: \w+)? {_THING}|"
    r"\b(?:both|either|neither) of (?:them|these|those)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:all|each|every|any|none|allen?|sämtlichen?|jeder?) (?:one )?(?:of )?"
    r"(?P<whose>(?:the |your |these |those |ihrer )?)"
    r"(?P<many>two|three|four|five|six|[2-6]|zwei|drei|vier|fünf)? ?(?:of (?:the |your |these ))?"
    rf"(?:(?<=your )|(?<=these )|(?<=those )|(?!requests?\b|quer(?:y|ies)\b)){_THING}",
    re.IGNORECASE,
)


_WITH = re.compile(r"\bwith the\s*$", re.IGNORECASE)
_THAT_ONE = re.compile(
    r"\W*(?:(?:for|of|in respect of) )?(?:the )?(?:questions?|parts?|points?|items?|requests?|q)\s?\(?\d[\d ,&()]*"
    r"(?:and \d+)?\W*(?:which|that|as|because|since|where)\b",
    re.IGNORECASE,
)
""" "except question 3, which is exempt", as a clause of its own, is of that one."""


def questions_named(text: str, cues: Cues, count: int) -> tuple[int, ...]:
    """The questions (from 1) that a clause names: "question 2", "items 1 to 3", "your second question"."""
    but = _BUT.search(text)
    if but and _THAT_ONE.match(text[but.end() :]) and not re.search(r"\w", _WITH.sub("", text[: but.start()])):
        return _single(text[but.end() :], cues, count)
    if but and (left := _single(text[but.end() :], cues, count)):
        others = [one for one in range(1, count + 1) if one not in left]
        named = _single(text[: but.start()], cues, count)
        return tuple(one for one in named if one not in left) or tuple(others)
    return _single(text, cues, count) or (() if _announces(text) else _all_of(text, count))


_ANSWERS = re.compile(
    r"\b(?:answers?|answered|repl(?:y|ies)|responses?|respond(?:ed)?|decisions?|findings?|position|address(?:ed)?|"
    r"deal(?:t)?|taking|taken)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:below|here|beneath|underneath|in turn|in order|one by one|point by point|following|as follows|"
    r"(?:against|under|after|beside|alongside|next to|following|beneath|below) (?:each|every)|"
    r"in (?:red|blue|green|bold|italics?|capitals))\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:not|no|none|nor|neither|nothing|cannot|unable|only|some|part\w*|except\w*|with[- ]?h[eo]ld\w*|refus\w+|"
    r"exempt\w*|held|hold|section|regulation|attach\w*|enclos\w*|spreadsheets?|tables?|schedules?|annex\w*|"
    r"appendi\w+|documents?|links?|websites?|publish\w*|online|public|cost|limit|redact\w*|clarif\w*|yes|nil|zero|"
    r"same|is that|are that)\b|n['’]t\b|[£$€]|https?:|www\.",
    re.IGNORECASE,
)


def _announces(text: str) -> bool:
    """True for a sentence that only says where the answers stand: "our answer is given below each point"."""
    return bool(_ANSWERS.search(text) and _PLACE.search(text) and not _SAYS.search(text))


_NOT_OF_LAW = (
    r"(?!,? (?:of|to) (?:the |that |schedule )(?:[\w’'-]+ ){0,6}(?:act|regulations?|schedule|code|"
    r"order|rules|statute)\b)"
)
""" "Part 3 of the Fittings Act" is none of our questions."""


def _single(text: str, cues: Cues, count: int) -> tuple[int, ...]:
    found: list[int] = []
    for seen in re.finditer(
        rf"\b{cues.number}\s*\(?(\d{{1,2}}(?:\s*(?:,|and|und|&|to|bis|–|-)\s*\d{{1,2}})*)\b{_NOT_OF_LAW}",
        text,
        re.I,
    ):
        found += _numbers(seen[1])
    found += _spelt(text) + _by_ordinal(_PART_OF.sub("", text), cues, count)
    return tuple(dict.fromkeys(one for one in found if 1 <= one <= count))


def _numbers(listed: str) -> list[int]:
    ends = re.match(r"(\d+)\s*(?:to|bis|–|-)\s*(\d+)$", listed)
    if ends:
        return list(range(int(ends[1]), int(ends[2]) + 1))
    return [int(one) for one in re.findall(r"\d+", listed)]


_PART_OF = re.compile(
    r"\b(?:first|second|third|last|other|final) (?:part|half|limb|element|section) of "
    rf"(?=(?:your |the )?(?:(?:first|second|third|fourth|fifth|sixth|last) {_THING}|(?:question|point|item) \d))",
    re.IGNORECASE,
)
""" "The first part of your second question" is of the second alone."""
_NUMBER_WORD = "|".join((*_SPELT, *_SPELT_DE))
_WORDED = re.compile(
    rf"\b(?:questions?|parts?|items?|points?|frage|punkt|teil) "
    rf"(?P<n>(?:{_NUMBER_WORD})(?:(?:,| and| und| to| bis|, and) (?:{_NUMBER_WORD}))*)\b"
    r"(?! (?:or more|of (?:the|those|these|them|us|our)\b))",
    re.IGNORECASE,
)


def _spelt(text: str) -> list[int]:
    """ "question two", "items one and three", "part one of your request"."""
    found: list[int] = []
    for seen in _WORDED.finditer(text):
        words = re.findall(r"\w+", seen["n"].lower())
        listed = [
            (_SPELT.index(word) if word in _SPELT else _SPELT_DE.index(word)) + 1
            for word in words
            if word in _SPELT or word in _SPELT_DE
        ]
        ranged = len(listed) == 2 and {"to", "bis"} & set(words)
        found += range(listed[0], listed[1] + 1) if ranged else listed
    return found


def _all_of(text: str, count: int) -> tuple[int, ...]:
    """Every question, where the clause says so with their number: "both items", "none of your three questions"."""
    every = tuple(range(1, count + 1))
    if count == 2 and _BOTH.search(text):
        return every
    seen = _EVERY.search(text) if count > 1 else None
    if seen is None:
        return ()
    many = _COUNTED.get((seen["many"] or "").lower(), count)
    return every if many == count else ()


def _by_ordinal(text: str, cues: Cues, count: int) -> list[int]:
    several = re.search(
        rf"\b(first|last|remaining|other|ersten|letzten)\s+(two|three|four|2|3|zwei|drei|beiden)\s+{_THING}",
        text,
        re.I,
    )
    if several:
        some = _COUNTED[several[2].lower()]
        first = several[1].lower() in ("first", "ersten")
        return list(range(1, some + 1)) if first else list(range(count - some + 1, count + 1))
    found = []
    for number, word in enumerate(cues.ordinals, 1):
        alone = rf"|\bthe {word} of (?:your|the) {_THING}"
        lead = r"(?:as (?:to|for)|regarding|concerning|on|to|answer to|respect of)"
        alone += rf"|\b{lead} the {word}(?=[,:;.]| (?:and|part)\b)"
        alone += rf"|\bthe {word}(?= (?:needs?|requires?|is|will|has|can|cannot|we|i)\b)"
        if re.search(rf"\b{word}[rnsm]?\b(?:\s*(?:,|and|und|or)\s*\w+)*\s+(?:\w+ )?{_THING}{alone}", text, re.I):
            found.append(number)
    if any(
        re.search(rf"\b(?:as to|regarding|on|for|to) the {word}\b|\b{word}[rnsm]? {_THING}", text, re.I)
        for word in cues.last
    ):
        found.append(count)
    return found
