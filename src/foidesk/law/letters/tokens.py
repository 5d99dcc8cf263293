"""What the second reading of a letter counts: words and pairs of words, with a prefix for where they stand.

Nothing here knows the phrases of the first reading, so that where both say the same, that says something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from .cues import Cues
from .pieces import Clause, clauses
from .text import LetterText
from .topics import Topics

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
OPENING = 400
HEAD = 90


def words(text: str) -> list[str]:
    """The words of a text, numbers, dates, sums and sections as one word each."""
    text = text.lower()
    for pattern, plain in _PLAIN:
        text = pattern.sub(plain, text)
    return re.findall(r"\w+|[?:%]", text)


def tokens(text: str, where: str, *, pairs: bool) -> list[str]:
    """The words of a text, and each with the next, prefixed by where they stand."""
    found = words(text)
    both = [f"{one}_{two}" for one, two in pairwise(found)] if pairs else []
    return [f"{where}:{one}" for one in (*found, *both)]


_SAME = {"0": "#", "xmoney": "#", "xsec": "xsec", "xdate": "xdate", "xurl": "xurl", "xyear": "xyear", "?": "?"}
"""What of a text is neither a word of a concept nor left out."""


def ideas(text: str, where: str, concepts: Mapping[str, str]) -> list[str]:
    """The concepts of a text in order, alone, in pairs and in threes: what another hand would word otherwise."""
    named = [concepts.get(word) or _SAME.get(word, "") for word in words(text)]
    told = [one for one in named if one]
    found = [one for at, one in enumerate(told) if at == 0 or told[at - 1] != one]
    runs = [found[at : at + many] for many in (1, 2, 3) for at in range(len(found) - many + 1)]
    return [f"{where}~{'_'.join(run)}" for run in runs]


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
    concepts = passages.cues.concepts
    for one in own[:OWN]:
        found += ideas(one.text, "o", concepts)
    if own:
        found += ideas(own[0].text[:HEAD], "1", concepts)
    if not led:
        for one in passages.rest:
            found += ideas(one.text, "r", concepts)
        found += tokens("\n".join(one.text for one in passages.rest), "r", pairs=False)
        found += tokens("\n".join(passages.own), "a", pairs=False)
    found += tokens(own[0].text[:HEAD], "1", pairs=led) if own else []
    found += ["LED" if led else "NAMED" if own else "UNNAMED"] * 3
    found += ["DATA"] * (3 * bool(letter.data)) + ["ROWS"] * (2 * bool(letter.rows))
    return found + ["FIGURE"] * (2 * bool({"0", "xmoney"} & set(words(near))))


def sentences_of(passages: Passages, question: int = 0) -> Sequence[str]:
    """The sentences that a reading of the question, or of the letter, can rest on."""
    own = passages.of(question)[0] if question else []
    return list(dict.fromkeys(one.sentence for one in own or [clause for clause, _, _ in passages.placed]))
