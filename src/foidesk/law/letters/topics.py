"""Which question a clause speaks of, by the words that only one question has and by what it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from foidesk.model.remembered import remembered

from .cues import Cues

ENOUGH = 2.0
"""A word that one question alone has, or an answer of the kind that it alone asks for."""
LITERAL = 0.25
"""What the very word adds where its class ("fines, penalties") counts already."""
_THRESHOLD = re.compile(
    r"\b(?:over|under|above|below|within|more than|less than|at least|up to) [£$€]?[\d,.]+ ?(?:\w+)?",
    re.IGNORECASE,
)
"""A bound in a question ("over 12 hours") asks for no length of time."""
_YES_NO = re.compile(
    r"\W*(?:please (?:say|state|confirm|tell me) (?:if|whether)|do|does|did|is|are|was|were|has|have|had|can|"
    r"could|will|would|gibt|gab|hat|haben|ist|sind|war|waren|wird|werden|wurden?|besteht|liegen|liegt|verfügt|nutzt|setzt)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\W*(?:who|which|what (?:\w+ )?(?:company|firm|system|software|supplier|product|body)|welche[rs]?|wer)\b",
    re.I,
)
_NAME = re.compile(
    r"\b(?:is|are|was|were|with|by|from|called|named|use|uses|used|ist|sind|war|mit|von) "
    r"(?:the |an? |die |der |das )?(?!Freedom|Information|Act|Section|Council|Trust|Commissioner|Regulation|"
    r"January|February|March|April|May|"
    r"June|July|August|September|October|November|December)[A-Z]\w+"
)
_CITED = re.compile(
    r"\b(?:under|by virtue of)?\s*(?:sections?|regulations?|exemptions?|paragraphs?|\bss?\.)\s*[\d(][\w().]*"
    r"(?: of the [A-Z]\w+(?: of \w+)*(?: Act)?(?: \d{4})?)?|\bfreedom of information\b|\bintellectual property\b",
    re.IGNORECASE,
)
"""The law that a clause cites: its words name no question."""


class Topics:
    """The questions of a request, to be recognised in a letter's clauses."""

    def __init__(self, questions: Sequence[str], cues: Cues) -> None:
        self.questions, self.cues = tuple(questions), cues

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        return tuple(self.stems_of(_THRESHOLD.sub(" ", question)) for question in self.questions)

    @cached_property
    def kinds(self) -> tuple[frozenset[str], ...]:
        return tuple(self.kinds_of(_THRESHOLD.sub(" ", question)) for question in self.questions)

    def stems_of(self, text: str) -> frozenset[str]:
        """The stems of the words that mean something."""
        return _stems_of(text, self.cues)

    def kinds_of(self, text: str) -> frozenset[str]:
        """What a text asks for, or answers: money, rank, outcome, nature, place ..."""
        return _kinds_of(text, self.cues)

    def scores(self, text: str) -> tuple[float, ...]:
        """How clearly the text speaks of each question; `ENOUGH` is clear."""
        stems, kinds = self.stems_of(text), self.kinds_of(text)
        return tuple(
            sum(self._weight(stem, self.stems, question) for stem in stems & mine)
            + sum(self._weight(kind, self.kinds, "") for kind in kinds & asked)
            for mine, asked, question in zip(self.stems, self.kinds, self.questions, strict=True)
        )

    def _weight(self, word: str, everywhere: Sequence[frozenset[str]], mine: str) -> float:
        """Full for what one question alone has; a word inside another's longer word is shared as well."""
        part = (
            LITERAL if mine and any(same.fullmatch(word) or same.match(word) for same in self.cues.same) else 1.0
        )
        inside = [mine and question != mine and word in question.lower() for question in self.questions]
        shared = sum(word in words or bool(also) for words, also in zip(everywhere, inside, strict=True))
        return part * (ENOUGH if shared == 1 else ENOUGH / (2 * shared))

    def about(self, text: str) -> tuple[int, ...]:
        """The questions (from 1) that the text clearly speaks of."""
        return tuple(number for number, score in enumerate(self.scores(text), 1) if score >= ENOUGH)

    def yes_or_no(self, question: int) -> bool:
        """True for a question that "yes" answers."""
        return bool(_YES_NO.match(self.questions[question - 1]))

    def named(self, text: str) -> bool:
        """True if the text tells, by a name, what one question of who or which asks for."""
        best = self.best(text)
        return bool(best and _WHO.match(self.questions[best[0] - 1]) and _NAME.search(text))

    def shares(self, text: str, question: int) -> bool:
        """True if the text has a word of the question, not only the kind of thing that it asks for."""
        return bool(self.stems_of(text) & self.stems[question - 1])

    def fits(self, text: str, question: int) -> bool:
        """False if the text gives money, a share or a time, and only other questions ask for that."""
        measured = self.kinds_of(text) & {"money", "share", "time"}
        asked = self.kinds[question - 1]
        elsewhere = {kind for one in self.kinds for kind in one}
        if "money" in measured and "money" not in asked:
            return False
        return measured <= asked or not measured & elsewhere

    def best(self, text: str) -> tuple[int, ...]:
        """The one question that the text speaks of most clearly, if there is one."""
        scores = self.scores(text)
        top = max(scores, default=0.0)
        return (scores.index(top) + 1,) if top >= ENOUGH and scores.count(top) == 1 else ()


@remembered
def _stems_of(text: str, cues: Cues) -> frozenset[str]:
    text = _CITED.sub(" ", text)
    words = re.findall(r"[^\W\d_]{3,}", text.lower())
    stems = frozenset(stem(word) for word in words if word not in cues.stop)
    return stems | {f"~{number}" for number, same in enumerate(cues.same) if same.search(text)}


@remembered
def _kinds_of(text: str, cues: Cues) -> frozenset[str]:
    return frozenset(name for name, pattern in cues.lexicon.items() if pattern.search(text))


def stem(word: str) -> str:
    """A word without its ending, so that "allegation" meets "alleged" and "excluded" "exclusions"."""
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ions",
        "ion",
        "ies",
        "ed",
        "es",
        "en",
        "s",
        "e",
        "y",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)][:7]
    return word[:7]
