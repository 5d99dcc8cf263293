"""What tells whether a clause answers a question: its number, words in common, the order, what is asked for."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from .figures import has_figure
from .pieces import Clause
from .tokens import Passages, ideas, stems
from .topics import ENOUGH, Topics

_ASKS = {
    name: re.compile(wording, re.IGNORECASE)
    for name, wording in {
        "number": r"\b(?:how many|how much|how long|how often|number|total|costs?|amount|spen[dt]|average|"
        r"figures?|percentage|proportion|anzahl|zahl|wie viele?|kosten|höhe)\b",
        "document": r"\b(?:cop(?:y|ies)|reports?|polic(?:y|ies)|minutes|correspondence|e-?mails?|contracts?|"
        r"letters?|documents?|lists?|records?|manuals?|guidance|send|provide|berichte?|protokolle?|"
        r"schriftwechsel|liste)\b",
        "name": r"^\W*(?:who|whom|which|what (?:is|was|are|were) the name|what (?:company|firm|software|system)|"
        r"wer|welche[rs]?|where|wo)\b|\bnames?\b",
        "why": r"^\W*(?:why|warum)\b|\breasons?\b",
        "when": r"^\W*(?:when|wann|on what date)\b|\bdates?\b",
        "yes or no": r"^\W*(?:do|does|did|is|are|has|have|had|was|were|whether|gibt|hat|ist|liegt|wurden?)\b",
    }.items()
}
_HOLDS = {
    "money": re.compile(r"[£$€] ?\d|\b(?:euro|pounds|eur)\b", re.IGNORECASE),
    "a date": re.compile(
        r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|"
        r"februar|märz|mai|juni|juli|oktober|dezember)\b|\b(?:19|20)\d\d\b",
        re.IGNORECASE,
    ),
    "a name": re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][a-z]+ [A-Z][a-z]+"),
}
_ALL = re.compile(
    r"\b(?:your request|your questions|all of|any of|the (?:requested )?information|"
    r"information (?:you )?(?:have )?(?:asked|requested)|(?:the )?records? (?:you )?(?:asked|requested)|"
    r"everything|the whole|none of|neither|both|ihr antrag|ihrem antrag|any information|any records|the material|"
    r"the documents?|responsive)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\W*(?:this|that|these|those|it|they|such|the same|of these|of those|of them|diese|dies)\b", re.IGNORECASE
)
MOST_UNIQUE, MOST_SCORE = 3, 4.0


class Links:
    """The values of every clause for every question of one letter."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
        self.topics = Topics(passages.questions, passages.cues)
        self.clauses = [clause for clause, _, _ in passages.placed]

    @cached_property
    def asked(self) -> list[frozenset[str]]:
        return [self._stems(question) for question in self.passages.questions]

    @cached_property
    def said(self) -> list[frozenset[str]]:
        return [self._stems(clause.text) for clause in self.clauses]

    def _stems(self, text: str) -> frozenset[str]:
        return stems(text, self.passages.cues) | self.topics.stems_of(text)

    @cached_property
    def often(self) -> tuple[Counter[str], Counter[str]]:
        """In how many questions, and in how many clauses, each stem stands."""
        return Counter(one for each in self.asked for one in each), Counter(
            one for each in self.said for one in each
        )

    def _weight(self, stem: str) -> float:
        asked, said = self.often
        return 1.0 / (asked[stem] * (1 + math.log(1 + said[stem])))

    def shared(self, held: frozenset[str]) -> list[float]:
        """How much of each question's words a text has, rare ones counting more."""
        whole = [sum(map(self._weight, sorted(one))) or 1.0 for one in self.asked]
        return [
            sum(map(self._weight, sorted(held & one))) / all_ for one, all_ in zip(self.asked, whole, strict=True)
        ]

    @cached_property
    def common(self) -> list[list[float]]:
        return [self.shared(one) for one in self.said]

    @cached_property
    def best(self) -> list[float]:
        """The most that any clause has of each question."""
        return [max((one[k] for one in self.common), default=0.0) for k in range(len(self.asked))]

    @cached_property
    def complete(self) -> bool:
        """True if the letter's own numbering names every question."""
        named = {number for one in self.clauses for number in (*one.asked, *one.over)}
        return named >= set(range(1, len(self.asked) + 1))

    def values(self, at: int) -> list[dict[str, float]]:
        """What tells whether the clause answers each question, by name."""
        clause = self.clauses[at]
        of_clause = self._of_clause(at, clause)
        own = tuple(number for number in clause.asked or clause.over if number)
        sentence, scores = self.shared(self._stems(clause.sentence)), self.topics.scores(clause.text)
        found = []
        for k in range(len(self.asked)):
            values = of_clause | self._numbers(clause, own, k) | self._kinds(clause, k, free=not own)
            if not own:
                values |= self._words(at, k, sentence[k], scores)
            found.append(values)
        return found

    def _of_clause(self, at: int, clause: Clause) -> dict[str, float]:
        """What holds of the clause whatever the question."""
        many, place = len(self.clauses), (at + 0.5) / len(self.clauses)
        found = {
            "one question": float(len(self.asked) == 1), "questions": float(len(self.asked)),
            "clauses": math.log(many),
            "place": place, "off the middle": (place - 0.5) ** 2, "length": math.log(1 + len(clause.text.split())),
            "figure": float(has_figure(clause.text)), "asks": float(clause.text.rstrip().endswith("?")),
        }  # fmt: skip
        if any(clause.asked or clause.over):
            return found
        concepts = {one for one in ideas(clause.text, "says", self.passages.cues) if "_" not in one}
        sweeping = bool(_ALL.search(clause.text))
        return found | dict.fromkeys(concepts, 1.0) | {
            "of all": float(sweeping), "of all, no words": float(sweeping and not any(self.common[at])),
            "of the whole": float(bool(self.passages.cues.says["whole"].search(clause.text))),
        }  # fmt: skip

    def _numbers(self, clause: Clause, own: Sequence[int], k: int) -> dict[str, float]:
        under = k + 1 in own
        return {
            "under": float(under), "under, led": float(under and clause.led),
            "named": float(k + 1 in clause.asked),
            "under several": float(under and len(own) > 1), "under another": float(bool(own) and not under),
            "free": float(not own), "free, the others numbered": float(not own and self.complete),
            "after": float(k + 1 in clause.after),
        }  # fmt: skip

    def _words(self, at: int, k: int, sentence: float, scores: Sequence[float]) -> dict[str, float]:
        """Words in common, against the other questions and the other clauses."""
        common, clause = self.common[at], self.clauses[at]
        mine, most = common[k], max(common)
        others = max((one for other, one in enumerate(common) if other != k), default=0.0)
        unique = sum(self.often[0][stem] == 1 for stem in self.said[at] & self.asked[k])
        near = at > 0 and self.clauses[at - 1].block == clause.block
        before = self.common[at - 1][k] if at > 0 else 0.0
        return {
            "words": mine, "most of this question": float(0 < mine == most), "lead": mine - others,
            "more of another": float(most > mine), "no words": float(most == 0),
            "best clause": float(0 < mine == self.best[k]),
            "of the best clause": mine / self.best[k] if self.best[k] else 0.0, "words of the sentence": sentence,
            "unique": float(min(unique, MOST_UNIQUE)), "none unique": float(unique == 0),
            "topic": min(scores[k], MOST_SCORE), "topic, clear": float(scores[k] >= ENOUGH),
            "another topic, clear": float(scores[k] < ENOUGH <= max(scores)),
            "words before": before * near, "points back": before * bool(_BACK.match(clause.text)),
            "out of order": abs((at + 0.5) / len(self.clauses) - (k + 0.5) / len(self.asked)),
        }  # fmt: skip

    def _kinds(self, clause: Clause, k: int, *, free: bool) -> dict[str, float]:
        """What the question asks for beside what the clause holds."""
        holds = {name: float(bool(one.search(clause.text))) for name, one in _HOLDS.items()}
        holds["a figure"] = float(has_figure(clause.text))
        found: dict[str, float] = {}
        for name, asks in _ASKS.items():
            if asks.search(self.passages.questions[k]):
                found |= {f"asks {name}": 1.0} | {f"asks {name}, holds {what}": one for what, one in holds.items()}
        measured, wanted = self.topics.kinds_of(clause.text), self.topics.kinds[k]
        if free:
            found |= {
                "kinds shared": float(bool(measured & wanted)),
                "other kinds": float(bool(measured) and not measured & wanted),
                "fits": float(self.topics.fits(clause.text, k + 1)),
            }
        return found
