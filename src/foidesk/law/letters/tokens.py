"""What the second reading of a letter counts: words and pairs of words, with a prefix for where they stand.

Nothing here knows the phrases of the first reading, so that where both say the same, that says something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from foidesk.model.remembered import remembered

from .cues import Cues
from .pieces import Clause, clauses
from .text import LetterText
from .topics import Topics, stem

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_PLAIN = (
    (re.compile(r"https?://\S+|\S+@\S+|www\.\S+"), " xurl "),
    (re.compile("’"), "'"),
    (
        re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?|\b\d\d?\.\d\d?\.\d{{4}}|\b\d\d?/\d\d?/\d{{2,4}}"),
        " xdate ",
    ),
    (
        re.compile(
            r"(?:sections?|s\.|ss\.|§+|regulations?|reg\.?|exemptions?|exceptions?|act|code) ?\(?\d[\w().]*"
        ),
        " xsec ",
    ),
    (re.compile(r"\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b"), " xyear "),
    (re.compile(r"[£$€] ?\d[\d.,]*"), " xmoney "),
    (re.compile(r"\d[\d.,]*"), " 0 "),
)
"""What differs from letter to letter and means the same: addresses, dates, sections, sums."""
_MACHINES = ("mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "do-not-reply")
OWN = 4
"""So many clauses of a question's own passage tell how it stands; what follows gives reasons."""
MEANT = 6
"""The concepts of so many are counted."""
OPENING = 400
HEAD = 90


@remembered
def words(text: str) -> tuple[str, ...]:
    """The words of a text, numbers, dates, sums and sections as one word each."""
    text = text.lower()
    for pattern, plain in _PLAIN:
        text = pattern.sub(plain, text)
    return tuple(re.findall(r"\w+|[?:%]", text))


def tokens(text: str, where: str, *, pairs: bool) -> list[str]:
    """The words of a text, and each with the next, prefixed by where they stand."""
    found = words(text)
    both = [f"{one}_{two}" for one, two in pairwise(found)] if pairs else []
    return [f"{where}:{one}" for one in (*found, *both)]


_SAME = {"0": "#", "xmoney": "#", "xsec": "LAW", "xdate": "xdate", "xurl": "PUBLIC", "xyear": "xyear", "?": "?"}
"""What of a text is neither a word of a concept nor left out."""
_THINGS = ("MATERIAL", "HOLD", "OCCUR")
"""Concepts of which it matters whether the question has the word too."""


def ideas(text: str, where: str, cues: Cues, asked: frozenset[str] = frozenset()) -> list[str]:
    """The concepts of a text, alone and in pairs; `asked`: the stems of the question, "Q" wherever they stand."""
    found = _ideas(text, cues, asked)
    return [f"{where}~{one}" for one in found] + [f"{where}~{one}_{two}" for one, two in pairwise(found)]


@remembered
def _ideas(text: str, cues: Cues, asked: frozenset[str]) -> tuple[str, ...]:
    """The concepts in order, one that is said again at once only once."""
    named = [_idea(word, cues, asked) for word in words(text)]
    told = [one for one in named if one]
    return tuple(one for at, one in enumerate(told) if at == 0 or told[at - 1] != one)


def _idea(word: str, cues: Cues, asked: frozenset[str]) -> str:
    name = cues.concepts.of(word) or _SAME.get(word, "")
    if len(word) < 3 or word in cues.stop or stem(word) not in asked:
        return name
    return name + "Q" if name in _THINGS else name or "Q"


_ASKS_FOR = {
    name: re.compile(wording, re.IGNORECASE)
    for name, wording in {
        "number": r"\b(?:how many|how much|number|total|costs?|amount|spen[dt]|average|figures?|percentage|"
        r"proportion|anzahl|zahl|wie viele|kosten|höhe)\b",
        "document": r"\b(?:cop(?:y|ies)|reports?|polic(?:y|ies)|minutes|correspondence|e-?mails?|contracts?|"
        r"letters?|documents?|lists?|records?|manuals?|guidance|berichte?|protokolle?|schriftwechsel|liste)\b",
        "name": r"\b(?:who|names?|which|wer|welche[rs]?)\b",
        "reason": r"\b(?:reasons?|outcomes?|break|for each|each)\b",
        "yes or no": r"^\W*(?:do|does|did|is|are|has|have|was|were|whether)\b",
    }.items()
}
"""What a question asks for, roughly, by its own words."""


@dataclass(frozen=True)
class Passages:
    """A letter (without its asides) by what its clauses speak of."""

    letter: LetterText
    cues: Cues
    questions: tuple[str, ...]

    @cached_property
    def placed(self) -> tuple[tuple[Clause, tuple[int, ...], bool], ...]:
        """Every clause of the body's own with its questions, and whether it stands under their number."""
        return tuple(self._placed())

    def _placed(self) -> Iterator[tuple[Clause, tuple[int, ...], bool]]:
        topics = Topics(self.questions, self.cues)
        for clause in clauses(self.letter, self.cues, self.questions):
            if not clause.echo:
                under = tuple(number for number in clause.asked or clause.over if number)
                yield clause, under or topics.about(clause.text), bool(under)

    def of(self, question: int) -> tuple[list[Clause], bool]:
        """The clauses that speak of the question; those under its number alone, where there are any."""
        mine = [(clause, under) for clause, about, under in self.placed if question in about]
        led = [clause for clause, under in mine if under]
        return led or [clause for clause, _ in mine], bool(led)

    def behind(self, question: int) -> list[Clause]:
        """The clauses of no question, up to two behind each of the question's own."""
        found: list[Clause] = []
        for at, (_, about, _) in enumerate(self.placed):
            if question in about:
                after = self.placed[at + 1 : at + 3]
                found += [one for one, of, _ in takewhile(lambda each: not each[1], after)]
        return found

    @cached_property
    def rest(self) -> list[Clause]:
        """The clauses that speak of no question."""
        return [clause for clause, about, _ in self.placed if not about]

    @cached_property
    def own(self) -> list[str]:
        """The paragraphs that are not our own words."""
        return [block for block in self.letter.blocks if not block.startswith("> ")]


def of_letter(passages: Passages) -> list[str]:
    """What is counted to tell what the letter as a whole is."""
    letter, own = passages.letter, passages.own
    found = tokens(letter.subject, "s", pairs=True) + tokens("\n".join(own), "b", pairs=True)
    found += tokens(" ".join(own[:3])[:OPENING], "f", pairs=False)
    found += ["AUTO"] * (3 * letter.auto) + ["DATA"] * (3 * bool(letter.data)) + ["REPORT"] * (3 * letter.report)
    machine = letter.sender.split("@")[0].lower() in _MACHINES
    return found + ["ROWS"] * bool(letter.rows) + ["MACHINE"] * machine


def of_question(passages: Passages, question: int) -> list[str]:
    """What is counted to tell how a question stands: its own passage; with no number, the letter too."""
    letter = passages.letter
    own, led = passages.of(question)
    near = "\n".join(one.text for one in own[:OWN])
    found = tokens(near, "o", pairs=True) + tokens(letter.subject, "s", pairs=False)
    if not led:
        found += tokens("\n".join(one.text for one in passages.rest), "r", pairs=False)
        found += tokens("\n".join(passages.own), "a", pairs=False)
    found += tokens(own[0].text[:HEAD], "1", pairs=led) if own else []
    found += ["LED" if led else "NAMED" if own else "UNNAMED"] * 3
    found += ["DATA"] * (3 * bool(letter.data)) + ["ROWS"] * (2 * bool(letter.rows))
    figure = bool({"0", "xmoney"} & set(words(near)))
    return found + ["FIGURE"] * (2 * figure) + _meant(passages, question) + _asked(passages, question, figure)


def _meant(passages: Passages, question: int) -> list[str]:
    """The concepts of the question's own clauses, of those that follow them and, with no number, of the rest."""
    asked = stems(passages.questions[question - 1], passages.cues)
    own, led = passages.of(question)
    found = [one for clause in own[:MEANT] for one in ideas(clause.text, "o", passages.cues, asked)]
    if own:
        found += ideas(own[0].text[:HEAD], "1", passages.cues, asked)
    for clause in passages.behind(question)[:OWN]:
        found += ideas(clause.text, "n", passages.cues, asked)
    for clause in () if led else passages.rest:
        found += ideas(clause.text, "r", passages.cues, asked)
    return found


def _asked(passages: Passages, question: int, figure: bool) -> list[str]:
    """What the question asks for, and whether its clauses hold a figure."""
    kinds = [name for name, asks in _ASKS_FOR.items() if asks.search(passages.questions[question - 1])]
    return [f"ASKS {name}" for name in kinds] + [f"ASKS {name} {figure}" for name in kinds] * 2


def stems(text: str, cues: Cues) -> frozenset[str]:
    """The stems of the words of a question that mean something."""
    return frozenset(stem(word) for word in re.findall(r"[^\W\d_]{3,}", text.lower()) if word not in cues.stop)


def sentences_of(passages: Passages, question: int = 0) -> Sequence[str]:
    """The sentences that a reading of the question, or of the letter, can rest on."""
    own = passages.of(question)[0] if question else []
    return list(dict.fromkeys(one.sentence for one in own or [clause for clause, _, _ in passages.placed]))
