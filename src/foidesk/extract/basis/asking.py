"""Lines that ask: a question of ours in other words, a lettered part of one, or one that is none of ours."""

from __future__ import annotations

import re

from foidesk.words.normal import normalise

from .ground import Ground
from .near import ask, by_number, numbered, quoted_question

_ASKS = re.compile(
    r"(?:(?:in|for|during|over|from|between|since|of|within)\s[^,.?]{2,80},\s+(?=how|what|which|please))?"
    r"(?:how|what|which|when|where|who|why|please|kindly|wie|was|welche\w*|bitte|"
    r"(?:the\s+)?(?:total|number|amount|highest|lowest|average|cost|value|percentage|proportion|date|name|details)\b|"
    r"an?\s+(?:list|breakdown|copy)\b)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b")
_TELLS = re.compile(r"\d|\b(?:we|not|none|nil|attached|below|above|see)\b", re.IGNORECASE)
"""Words by which a line is an answer, though it begins as a question does."""
_ASKED_WITH = frozenset(
    "how many much what which when where who why please kindly provide state give tell confirm the a an "
    "of in on at by for to from with and or is are was were be been has have had do does did you your our "
    "we that this these those each every year years last past any all number numbers total amount council "
    "force trust authority board department following over during since between per period financial "
    "calendar above below time ".split()
)
LETTERED = re.compile(r"^\W{0,4}([a-h])\s*[.):](?=\s|$)", re.IGNORECASE)
_PARTS = re.compile(r"(?:(?<=\s)|(?<=\()|^)\(?([a-h])\s*[.):]\s*(?=\S)")
_BRACKETS = re.compile(r"\([^()]*\)")
_JOINS = re.compile(r"[,;]?\s*\b(?:and|or|und|oder)\s*$", re.IGNORECASE)
_ENOUGH = 3
_MOST = 0.7


def asks(text: str) -> bool:
    """True for words that ask and tell nothing: "How many were paid?", "The number of people housed"."""
    told = _bare(text)
    return told.endswith("?") or bool(_ASKS.match(told) and not _TELLS.search(_YEARS.sub("", told)))


def _bare(text: str) -> str:
    """The text without the bullet, number and letter before it."""
    text = text.strip(" :.)-–•\n\t")
    seen = numbered(text)
    return LETTERED.sub("", text[seen[1] :] if seen else text).strip(" :.)-–•\n\t")


def other_question(ground: Ground, text: str, number: str = "") -> bool:
    """True for a question's number with words of another: "6. How many inquiries?", where our sixth is of costs.

    The survey may hold only some of the questions of a letter, or number them anew: the answer is to none of ours.
    """
    seen = numbered(text)
    number = number or (seen[0] if seen else "")
    if not number or quoted_question(ground, text):
        return False
    told = text[seen[1] :] if seen else LETTERED.sub("", text)
    mine = ask(ground, by_number(ground, number))
    return mine is not None and asks(told) and _differs(told, mine.text)


def _differs(told: str, mine: str) -> bool:
    words, ours = _stems(told), _stems(mine)
    return len(words - ours) > 1 and len(words & ours) * 3 < len(words)


def lettered(ground: Ground, text: str, number: str) -> tuple[str, int, bool] | None:
    """The part of question `number` that a letter opens ("b) The highest payment"), and where the text goes on.

    The question is "" where the survey asks for other parts of that number only; None if it knows no parts of it,
    or the line has no letter. The last item is true for a part that asks something else than ours of that letter.
    """
    found = LETTERED.match(text)
    parts = [q.id for q in ground.context.questions if _is_part(q.id, number)] if number else []
    if found is None or not parts:
        return None
    wanted = number + found[1].lower()
    mine = next((id for id in parts if id.lower() in (wanted, f"q{wanted}")), "")
    return mine, found.end(), not mine or other_question(ground, text, wanted)


def _is_part(id: str, number: str) -> bool:
    return re.fullmatch(rf"q?{re.escape(number)}[a-h]", id.lower()) is not None


def named_part(ground: Ground, question: str, text: str) -> tuple[str, int] | None:
    """What our question calls the part that a letter opens ("split by a) men, b) women"), and the letter's end."""
    found, mine = LETTERED.match(text), ask(ground, question)
    marks = list(_PARTS.finditer(mine.text)) if found and mine else []
    if found is None or mine is None or "".join(mark[1] for mark in marks) != "abcdefgh"[: len(marks)]:
        return None
    ends = [*(mark.start() for mark in marks[1:]), len(mine.text)]
    named = {mark[1]: mine.text[mark.end() : end] for mark, end in zip(marks, ends, strict=False)}
    words = _JOINS.sub("", named.get(found[1].lower(), "")).strip(" ,;.?(")
    return (words, found.end()) if words else None


def in_other_words(ground: Ground, text: str) -> str:
    """The one question whose words make up most of what a line asks; "" if none or several."""
    words = _stems(_BRACKETS.sub(" ", text))
    if len(words) < _ENOUGH or not asks(_BRACKETS.sub(" ", text)):
        return ""
    share = {q.id: len(words & _stems(q.text)) / len(words) for q in ground.context.questions}
    best = max(share.values(), default=0.0)
    likely = [id for id, part in share.items() if part == best]
    return likely[0] if best >= _MOST and len(likely) == 1 else ""


def is_strange(ground: Ground, text: str, question: str) -> bool:
    """True for a sentence that asks something of its own, not what `question` above it asks.

    A short sentence goes on with it ("And how much was it?"). What follows answers none of ours.
    """
    words, mine = _stems(text), ask(ground, question)
    if not text.rstrip().endswith("?") or len(words) < _ENOUGH:
        return False
    return mine is None or len(words & _stems(mine.text)) * 2 <= len(words)


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that say what a question is about."""
    return frozenset(word[:5] for word in normalise(text).split() if word.isalpha() and word not in _ASKED_WITH)
