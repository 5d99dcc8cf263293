"""Trains the second and third reading of letters and the weighing of all: `python benchmarks/letters/train.py`.

Needs the group `train`. Writes `src/foidesk/law/data/letters/second-*.tsv` and `third-*.tsv` from every labelled
letter here, the labelled passages of `passages/` and (the second) the lines of `tests/law/wording/`; and
`both-outcomes.tsv` from the letters of the later hands, each read by models that saw no
letter of that hand (`unseen.py`).
`--check`: writes nothing and prints how much the second reading alone has right on the letters of each hand when
no letter of it was trained on. `--leave HAND --to FOLDER`: the files without that hand. `--curve HAND`: how much
of it is right, by how many others were trained on.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import clauses
import telling
from fitting import counted, decided
from run import LAWS, contents

from foidesk.law import law
from foidesk.law.letters import LetterText, letter_text
from foidesk.law.letters.answering import text_tokens
from foidesk.law.letters.asides import without_asides
from foidesk.law.letters.cues import cues
from foidesk.law.letters.recognise import first_reading
from foidesk.law.letters.seen import FirstReading
from foidesk.law.letters.tokens import Passages, of_letter, of_question
from foidesk.law.letters.weights import parsed

HERE = Path(__file__).parent
WORDING = HERE.parent.parent / "tests" / "law" / "wording"
DATA = HERE.parent.parent / "src" / "foidesk" / "law" / "data" / "letters"
HANDS = {
    "open": "first",
    "opened": "first",
    "second": "second",
    "second-opened": "second",
    "third-opened": "third",
    "fourth-opened": "fourth",
    "fifth-opened": "fifth",
    "sixth-opened": "sixth",
    "seventh-a": "seventh-a",
    "seventh-b": "seventh-b",
    "seventh-opened": "seventh-c",
    "eighth-a": "eighth-a",
    "eighth-b": "eighth-b",
    "eighth-opened": "eighth-c",
    "ninth-a": "ninth-a",
    "ninth-b": "ninth-b",
    "ninth-opened": "ninth-c",
    "tenth-a": "tenth-a",
    "tenth-b": "tenth-b",
    "tenth-opened": "tenth-c",
    "eleventh-opened": "eleventh",
    "twelfth-opened": "twelfth",
}
LATER = (
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh-a",
    "seventh-b",
    "seventh-c",
    "eighth-a",
    "eighth-b",
    "eighth-c",
    "ninth-a",
    "ninth-b",
    "ninth-c",
    "tenth-a",
    "tenth-b",
    "tenth-c",
    "eleventh",
    "twelfth",
)
"""The rules were written with most letters of the first two hands at hand, and are nearly always right on them."""
STRENGTH = 8.0
STATING, LINKING, TELLING = 6.0, 3.0, 6.0
"""How freely the weights of the second and third reading follow the letters."""


@dataclass(frozen=True)
class Sample:
    """The tokens of a letter or question, what it is, what else is fine, and whose hand wrote it."""

    tokens: list[str]
    label: str
    hand: str
    fine: tuple[str, ...] = ()


@dataclass(frozen=True)
class Letter:
    """A labelled letter as both readings see it: its tokens, those of each question, and the first reading."""

    hand: str
    label: dict[str, Any]
    text: LetterText
    first: FirstReading
    tokens: list[str]
    questions: dict[int, list[str]]
    passages: Passages

    @cached_property
    def states(self) -> list[tuple[list[str], str]]:
        return list(clauses.states(self.label, self.passages))

    @cached_property
    def links(self) -> list[tuple[dict[str, float], bool]]:
        return list(clauses.links(self.label, self.passages))

    def samples(self, what: str) -> Iterator[Sample]:
        if what == "events":
            fine = tuple(self.label.get("acceptable_events", ()))
            yield Sample(self.tokens, "+".join(sorted(self.label["events"])), self.hand, fine)
        else:
            for one in self.label.get("outcome", ()):
                fine = tuple(one.get("acceptable", ()))
                yield Sample(self.questions[one["question"]], one["outcome"], self.hand, fine)


@cache
def letters() -> tuple[Letter, ...]:
    """Every labelled letter of every hand."""
    return tuple(one for name, hand in HANDS.items() for one in _letters(HERE / name, hand))


def _letters(folder: Path, hand: str) -> Iterator[Letter]:
    for label in tomllib.loads((folder / "labels.toml").read_text(encoding="utf-8"))["letter"]:
        (_, mail), *rest = contents((folder / label["file"]).read_bytes(), label["file"])
        act, asked = law(LAWS[label["law"]]), tuple(label["questions"])
        words = cues(act.language)
        text = without_asides(letter_text(mail, rest), words, asked)
        passages = Passages(text, words, asked)
        of = {one["question"]: of_question(passages, one["question"]) for one in label.get("outcome", ())}
        yield Letter(hand, label, text, first_reading(text, words, act, asked), of_letter(passages), of, passages)


def of_letters(what: str, without: Sequence[str] = ()) -> Iterator[Sample]:
    for one in letters():
        if one.hand not in without:
            yield from one.samples(what)


def alone(text: str, language: str) -> Passages:
    """A passage as a letter of its own."""
    return Passages(LetterText("", "", False, (text,)), cues(language), ("",))


@cache
def of_passages(what: str) -> tuple[Sample, ...]:
    """The labelled passages; the lines of the tests say one thing each."""
    return tuple(_of_passages(what))


def _of_passages(what: str) -> Iterator[Sample]:
    for file in sorted((HERE / "passages").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            yield from _sample(what, one["passage"], one["event"], one["outcome"], one["law"])
    for kind_of in ("events", "outcomes"):
        for group, kinds in tomllib.loads((WORDING / f"{kind_of}.toml").read_text(encoding="utf-8")).items():
            for kind, said in kinds.items():
                event, outcome = (kind, "none") if kind_of == "events" else ("final reply", kind)
                for text in said:
                    yield from _sample(what, text, event, outcome, group)


def _sample(what: str, text: str, event: str, outcome: str, act: str) -> Iterator[Sample]:
    """A passage may stand under the number of its question, or speak of the request as such."""
    language = "de" if act.startswith("de") else "en"
    if what == "outcomes":
        yield Sample(of_question(alone(f"1. {text}", language), 1), outcome, "passages")
        yield Sample(of_question(alone(text, language), 1), outcome, "passages")
    elif event != "none":
        yield Sample(of_letter(alone(text, language)), event, "passages")


@cache
def second(what: str, without: Sequence[str] = ()) -> str:
    """The file of the second reading: what the words of a letter, or of a question's passage, come to."""
    samples = [*of_letters(what, without), *of_passages(what)]
    return counted([one.tokens for one in samples], [one.label for one in samples], STRENGTH, balanced=True)


@cache
def third(what: str, without: Sequence[str] = ()) -> str:
    """The file of the third reading: what a clause states, which question it answers, or what step it tells of."""
    known = [one for one in letters() if one.hand not in without]
    if what == "steps":
        told = [*(each for one in known for each in telling.told(one)), *telling.of_passages()]
        return counted([tokens for tokens, _ in told], [step for _, step in told], TELLING, balanced=False)
    if what == "links":
        linked = [each for one in known for each in one.links]
        return decided([values for values, _ in linked], [answers for _, answers in linked], LINKING)
    stated = [*(each for one in known for each in one.states), *_stated_by_passages()]
    return counted([tokens for tokens, _ in stated], [outcome for _, outcome in stated], STATING, balanced=False)


@cache
def _stated_by_passages() -> tuple[tuple[list[str], str], ...]:
    """The labelled passages as clauses, each whole."""
    found = []
    for row in rows_of_passages():
        one = alone(row["passage"], "de" if row["law"].startswith("de") else "en")
        found.append((text_tokens(row["passage"], one), row["outcome"]))
    return tuple(found)


def rows_of_passages() -> Iterator[dict[str, str]]:
    for file in sorted((HERE / "passages").glob("*.jsonl")):
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def right(what: str, hand: str, without: Sequence[str]) -> float:
    """How much of a hand the second reading alone has right."""
    model = parsed(second(what, without))
    left = [one for letter in letters() if letter.hand == hand for one in letter.samples(what)]
    said = [model.likely(one.tokens).best for one in left]
    return sum(one.label == is_ or is_ in one.fine for one, is_ in zip(left, said, strict=True)) / len(left)


def check() -> Iterator[str]:
    for what in ("events", "outcomes"):
        for hand in dict.fromkeys(HANDS.values()):
            yield f"{what:<8} {hand:<10} right {100 * right(what, hand, (hand,)):5.1f} %"


def curve(hand: str) -> Iterator[str]:
    """With no other hand (the passages alone), then one more at a time, the mean of three orders."""
    others = [one for one in dict.fromkeys(HANDS.values()) if one != hand]
    orders = [random.Random(seed).sample(others, len(others)) for seed in range(3)]
    for what in ("events", "outcomes"):
        for many in range(len(others) + 1):
            found = [right(what, hand, (hand, *order[many:])) for order in orders]
            yield f"{what:<8} {hand}: {many} other hands   right {100 * sum(found) / 3:5.1f} %"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--check", action="store_true")
    asked.add_argument("--curve", default="")
    asked.add_argument("--leave", default="")
    asked.add_argument("--to", type=Path, default=DATA)
    given = asked.parse_args()
    if given.check or given.curve:
        print(*(curve(given.curve) if given.curve else check()), sep="\n")
        return
    from unseen import files  # which reads with what is trained here

    for name, text in files((given.leave,) if given.leave else ()):
        (given.to / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
