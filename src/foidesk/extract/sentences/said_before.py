"""What stands before "none" or a figure in its sentence: what a letter says first, what limits or denies it."""

from __future__ import annotations

import re

from foidesk.words.small_numbers import BODY_KINDS

from ..figures.seen import Seen, Stretch
from .listed_years import listed_with

_PART = re.compile(r"[;.]\s")
_STEP = re.compile(
    r",\s(?!(?:that|dass)\b)(?:(?:and|but|so|while|whilst|whereas|und|aber)\s)?|:\s|\s[–—-]\s|"
    r"\s(?:and|but|while|whilst|whereas|und|aber|während)\s",
    re.IGNORECASE,
)
_HOW = (
    r"(?:can|may|must|am\s+able\s+to|are\s+able\s+to|wish\s+to|would\s+like\s+to|also|now|therefore|"
    r"hereby|further)"
)
_WHO = (
    rf"(?:i|we|(?:the|this)\s+(?:\w+\s+)?(?:{'|'.join(BODY_KINDS)})|"
    r"(?:our|the|these)\s+(?:\w+\s+){0,2}?(?:records?|systems?|files?|registers?|databases?|data|figures)|"
    r"(?:a|the|this|our)\s+search(?:es)?(?:\s+of\s+(?:our|the|these)\s+(?:\w+\s+){0,2}?\w+)?|it)"
)
_SAYS = (
    r"(?:confirm(?:s|ed)?|advise|inform|state|report|note|shows?|showed|indicates?|indicated|reveals?|revealed|"
    r"say|establish(?:ed)?|find|found|tell)"
)
_SAID_FIRST = re.compile(
    rf"^\W*(?:(?:therefore|however|accordingly|so|also|consequently|hence|unfortunately)\s+)?"
    rf"(?:{_WHO}\s+(?:{_HOW}\s+){{0,3}}(?:have\s+|has\s+)?{_SAYS}(?:\s+you)?(?:\s+that)?"
    r"|it\s+(?:can|may)\s+be\s+(?:confirmed|noted|said|seen)\s+that"
    r"|i\s+(?:am|have\s+been|was)\s+(?:informed|advised|told|assured)\s+that"
    r"|the\s+(?:answer|position|result)(?:\s+(?:for|in|to)(?:\s+(?:this|your|the)\s+(?:question|request))?)?\s+is\s+that"
    r"|(?:please\s+)?note\s+that|it\s+should\s+be\s+noted\s+that"
    r"|please\s+(?:note|be\s+(?:advised|informed|aware))(?:\s+that)?"
    r"|(?:i\s+am|we\s+are)\s+(?:pleased|happy|glad|sorry)\s+to\s+(?:say|confirm|report|advise|inform\s+you)\s+that"
    r"|(?:ich|wir)\s+(?:kann|können|darf|dürfen|möchten?)\s+(?:ihnen\s+)?(?:mitteilen|bestätigen)(?:,?\s+dass)?"
    r"|(?:hiermit\s+)?(?:teilen?\s+(?:ich|wir)\s+(?:ihnen\s+)?mit|bestätigen?\s+(?:ich|wir)),?\s+dass)\b",
    re.IGNORECASE,
)
"""What a letter says ahead of an answer, and vouches for: "I can confirm that", "our records show that"."""
_ASIDE = re.compile(
    r"\b(?:did|do|does|therefore|however|accordingly|also|consequently|hence|unfortunately|currently|again|actually|"
    r"thus|sadly|so|still|finally|indeed|similarly|likewise|hold|held|fact|summary|conclusion|short|review|present|"
    r"requests?|enquiry|query|part|point|item|section|foi|freedom|act|line|accordance|addition|basis|way|"
    r"reply|knowledge|searched|checked|files|references?|ref|zwischen|our\s+(?:own\s+)?area)\b",
    re.IGNORECASE,
)
"""Words that limit nothing."""
_LIMITS = re.compile(
    r"^\W*(?:in|for|at|by|of|from|on|within|among|amongst|outside|via|through|during|under|between|across|inside|near|"
    r"concerning|involving|regarding|about|as\s+(?:for|to|regards)|with|bei|für|von|aus|in|im|über|gegen|"
    r"if|when|where|until|before|since|unless|whether|wenn|falls|ob|als)\b",
    re.IGNORECASE,
)
"""How words before a comma begin that may say of what there was none: "for horses, no reports"."""
_DOUBT = re.compile(
    r"\b(?:that(?!\s+(?:time|year|period|month|date)\b)|dass|if|whether|unless|when|where|until|not|never|cannot|wrong\w*|incorrect\w*|false\w*|mistaken\w*|"
    r"untrue|nicht|nie|wenn|falls|ob|sofern|falsch\w*)\b|n['’]t\b",
    re.IGNORECASE,
)


_DENIED = re.compile(
    r"\b(?:not\s+(?:the\s+case|true|correct|right|accept|say|saying)|cannot\s+(?:say|confirm|state)|"
    r"(?:untrue|wrong(?:ly)?|incorrect(?:ly)?|false(?:ly)?|mistaken(?:ly)?)(?:\s+\w+){0,2}\s+that|deny\s+that|"
    r"you\s+(?:say|said|suggest(?:ed)?|claim(?:ed)?|state[ds]?|allege[ds]?|assert(?:ed)?|assume[ds]?|think|believe|"
    r"wrote|write|mention(?:ed)?)|if\s+(?:there|it|we|you))\b|^\W*(?:if|whether)\b",
    re.IGNORECASE,
)
"""Words that deny the figure behind them, or leave it to others."""
_LABEL = 3


def is_denied(text: str, end: int) -> bool:
    """True for the 12 of "it is not the case that there were 12", "you suggest that 12 were received"."""
    first = max([0, *(found.end() for found in _PART.finditer(text, 0, end))])
    return _DENIED.search(text[first:end]) is not None


def words_before(seen: Seen, start: int, end: int) -> str:
    """The words between `start` and a "none" at `end` that may limit it, without what a letter says first.

    Nouns, kinds and periods are left out, too.
    """
    known: list[Stretch] = [*seen.nouns, *seen.periods]
    spans = [(one.start, one.end) for one in known]
    spans += [(hit.start, hit.end) for _, hit in seen.categories]
    listed = listed_with(seen, seen.periods[0]) if seen.periods else ()
    spans += [(listed[0].start, listed[-1].end)] if listed else []
    signs = "".join(" " if any(a <= at < b for a, b in spans) else one for at, one in enumerate(seen.text[:end]))
    *ahead, (last, _) = _steps(signs, start)
    kept = [
        step for step, sign in ahead if _LIMITS.match(step) or (sign in ":–—-" and len(step.split()) <= _LABEL)
    ]
    return " ".join(_ASIDE.sub(" ", _SAID_FIRST.sub(" ", step)) for step in (*kept, last))


def is_doubted(seen: Seen, start: int, end: int) -> bool:
    """True if the words before a "none" deny it, put it to others or to a condition, or name a kind."""
    first = max([start, *(found.end() for found in _PART.finditer(seen.text, start, end))])
    nouns = [(noun.start, noun.end) for noun in seen.nouns]
    kinds = [hit for _, hit in seen.categories if first <= hit.start < end]
    of_kind = any(not any(a <= hit.start and hit.end <= b for a, b in nouns) for hit in kinds)
    return of_kind or _DOUBT.search(words_before(seen, start, end)) is not None


def _steps(text: str, start: int) -> list[tuple[str, str]]:
    """The parts of a sentence's part up to its end, each with the sign or word that parts it from the next."""
    first = max([start, *(found.end() for found in _PART.finditer(text, start))])
    cuts = [(*found.span(), found[0].strip()) for found in _STEP.finditer(text, first)]
    starts, ends = [first, *(end for _, end, _ in cuts)], [*((at, sign) for at, _, sign in cuts), (len(text), "")]
    return [(text[begin:end], sign) for begin, (end, sign) in zip(starts, ends, strict=True)]
