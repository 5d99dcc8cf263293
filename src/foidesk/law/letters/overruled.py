"""The statements of a letter less those that others overrule: figures in reasons, announcements, reckonings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .ordering import Placed
from .placing import RECKONING
from .text import LetterText
from .topics import Topics

_GENERAL = re.compile(r"\W*(?:that |and |so )*(?:the|this|that|such|any|no) information\b", re.IGNORECASE)
"""A refusal of "the information" as such, in a letter that holds nothing else."""
_GIVES = re.compile(
    r"\b(?:can|able to|happy to) (?:tell|say|give|provide|confirm|offer)|outside the act|goodwill", re.I
)
"""Words of giving all the same, in a letter that refuses the whole for its cost."""
_ANNOUNCES = re.compile(
    r"\brefusal notice\b|\b(?:parts?|some|elements?) of (?:your|the|this) (?:\w+ )?(?:request|information)\b|"
    r"\bin part\b|\bpartial(?:ly)? refus|"
    r"\bsome (?:of (?:it|this|that) |(?:other )?information |material )?(?:is|are|has been|have been) (?:\w+ )?"
    r"(?:exempt|withheld|refused)",
    re.IGNORECASE,
)
"""A refusal announced for some of it, before the letter says of which."""


def reasoned(placed: list[Placed], topics: Topics) -> list[Placed]:
    """Without the figures in the reasons for a refusal: after it, in its paragraph, on its question."""
    return [one for at, one in enumerate(placed) if not _is_reason(one, placed[:at], topics)]


def _is_reason(one: Placed, before: Sequence[Placed], topics: Topics) -> bool:
    clause = one.said.clause
    if one.said.kind not in ("full", "told") or clause.asked or one.by == "row" or _GIVES.search(clause.sentence):
        return False
    refused = {
        number
        for each in before
        if each.negative
        and each.said.clause.block == clause.block
        and each.said.clause.sentence != clause.sentence
        for number in each.questions
    }
    mine = set(one.questions)
    return bool(mine) and mine <= refused and not mine & set(topics.about(clause.text))


def announced(placed: list[Placed], count: int) -> list[Placed]:
    """Without "REFUSAL NOTICE" and "we are refusing part of it" where the letter goes on to say what of which."""
    firm = [one for one in placed if one.by in ("number", "words", "row", "back") and one.questions]
    firm = [one for one in firm if len(one.questions) < count]
    if not firm or count == 1:
        return placed
    return [
        one
        for one in placed
        if not (one.by == "whole" or _is_summary(one, count))
        or (one.said.kind != "in part" and (one.said.sections or not _ANNOUNCES.search(one.said.words)))
    ]


def _is_summary(one: Placed, count: int) -> bool:
    """ "Some of it is exempt", said of all before the letter says of which."""
    return one.said.kind == "refused" and len(one.questions) == count and not one.said.sections


def same_decision(placed: list[Placed], count: int) -> list[Placed]:
    """Without "it cannot be disclosed for these reasons" where the reason is that all would cost too much."""
    cost = [one for one in placed if one.said.kind == "cost limit" and one.said.sections]
    if not any(len(one.questions) == count for one in cost) or any(one.by in ("number", "row") for one in placed):
        return placed
    return [one for one in placed if one.said.kind != "refused" or one.said.sections]


def of_last(placed: list[Placed], count: int) -> list[Placed]:
    """A refusal of "this request" below the last number, where all other numbers are answered, is of that one."""
    told = {n for one in placed if one.by in ("number", "row") for n in one.questions}
    last = (count,)
    if count == 1 or told & {count} or not set(range(1, count)) <= told:
        return placed
    return [
        replace(one, questions=last, by="number")
        if one.negative and one.by in ("whole", "guess") and last in (one.said.clause.after, one.said.clause.over)
        else one
        for one in placed
    ]


_ENTIRE = re.compile(
    r"\b(?:as a whole|in (?:its|their) entirety|entire|whole (?:of )?(?:the |your )?request|altogether|"
    r"(?:all|any|none|each|every one) of (?:the |your |these )?(?:other |remaining )?"
    r"(?:questions?|request|parts|points|items)|all (?:other |remaining )?questions|remain\w+|rest of)\b",
    re.IGNORECASE,
)
"""Words that make a refusal one of all that was asked, wherever it stands."""


def of_section(placed: list[Placed], topics: Topics) -> list[Placed]:
    """A refusal of "this request" below one number, where another is answered by its number, is of that one.

    Below the last number that goes for letters that answer the first: else a list of ours may stand above it.
    """
    firm = (one for one in placed if one.by in ("number", "row") and not _is_bare(one))
    told = {n for one in firm for n in one.questions if n > 0 and not _says_back(one, n, topics)}
    return [_of_its_number(one, told) for one in placed] if told else placed


def _is_bare(one: Placed) -> bool:
    return one.negative and one.said.kind not in ("not held", "not held, or none")


BACK = 0.5


def _says_back(one: Placed, number: int, topics: Topics) -> bool:
    """True for a sentence with so many of the question's words that it may be the question, said back."""
    asked = topics.stems[number - 1]
    return len(asked & topics.stems_of(one.said.clause.sentence)) > BACK * len(asked)


def _of_its_number(one: Placed, told: set[int]) -> Placed:
    own = one.said.clause.over or one.said.clause.after
    if not one.negative or one.by != "whole" or len(own) != 1 or _ENTIRE.search(one.said.clause.sentence):
        return one
    amid = any(number > own[0] for number in told) and bool(one.said.clause.over)
    first = 1 in told and own[0] != 1
    return replace(one, questions=own, by="number") if (amid or first) and told - set(own) else one


_LEADS = re.compile(r"\b(?:as follows|below|following|set out|in turn)\b", re.IGNORECASE)


def led_in(placed: list[Placed]) -> list[Placed]:
    """Without "our response to each of your questions is as follows:", where one of them is answered apart."""
    own = any(one.questions and one.by in ("number", "row", "words") and not _is_lead(one) for one in placed)
    return [one for one in placed if not (own and _is_lead(one))]


def _is_lead(one: Placed) -> bool:
    leads = _LEADS.search(one.said.clause.sentence)
    return one.said.kind in ("attached", "granted") and len(one.questions) > 1 and bool(leads)


def for_cost(placed: list[Placed], topics: Topics) -> list[Placed]:
    """Beside a refusal of the whole for cost, a figure without a question of its own only reckons the cost."""
    cost = [one for one in placed if one.by == "whole" and (one.said.kind == "cost limit" or _of_request(one))]
    if not cost:
        return placed
    if any(one.said.whole for one in cost):
        return [
            one for one in placed if one.negative or one.by in ("number", "row") or _GIVES.search(one.said.words)
        ]
    return [one for one in placed if one.negative or one.by in ("number", "row") or _is_more(one, topics)]


_REQUEST = re.compile(
    r"\b(?:refus\w*|declin\w*|reject\w*|vexatious)\b[^.]{0,60}\brequest\b|"
    r"\brequest\b[^.]{0,60}\b(?:refus\w*|declin\w*|reject\w*|vexatious)\b",
    re.IGNORECASE,
)


def _of_request(one: Placed) -> bool:
    """True for "we refuse your request under section 14": what follows gives reasons."""
    return (
        one.said.kind == "refused"
        and one.said.whole
        and bool(one.said.sections and _REQUEST.search(one.said.words))
    )


def _is_more(one: Placed, topics: Topics) -> bool:
    """True for an answer that names a question by more than the words of a reckoning."""
    if one.said.kind == "granted":
        return True
    return one.by == "words" and bool(topics.about(RECKONING.sub(" ", one.said.words)))


def alone(placed: list[Placed], letter: LetterText, count: int) -> list[Placed]:
    """A letter that states one refusal and gives nothing refuses all, whichever question it has in mind."""
    kinds = {one.said.kind for one in placed}
    if len(kinds) != 1 or letter.data or not placed or not placed[0].negative or kinds == {"elsewhere"}:
        return placed
    if any(one.by in ("number", "row") for one in placed):
        return placed
    if all(_GENERAL.match(one.said.words) for one in placed):
        placed = [replace(one, by="whole") for one in placed]
    every = tuple(range(1, count + 1))
    if kinds <= {"cost limit", "neither confirm nor deny"} or any(one.by == "whole" for one in placed):
        return [replace(one, questions=every, by="whole") for one in placed]
    named = {number for one in placed for number in one.questions}
    if named == {1}:
        return [replace(one, questions=every, by="whole") for one in placed]
    rest = tuple(number for number in every if number not in named)
    return [*placed, replace(placed[0], questions=rest, by="guess")] if rest else placed
