"""Trains the second reading of letters and the weighing of both: `python benchmarks/letters/train.py` (`train`).

Writes `src/foidesk/law/data/letters/second-*.tsv` from every labelled letter here, the labelled passages of
`passages/` and the lines of `tests/law/wording/`; and `both-outcomes.tsv` from the letters of the later hands,
each read by a model that saw no letter of that hand. `--check`: writes nothing and prints how much the second
reading alone has right on the letters of each hand when no letter of that hand was trained on. `--leave HAND --to
FOLDER`: the files without that hand. `--curve HAND`: how much of it is right, by how many others were trained on.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from run import LAWS, contents
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from foidesk.law import law
from foidesk.law.letters import LetterText, letter_text
from foidesk.law.letters.asides import without_asides
from foidesk.law.letters.cues import cues
from foidesk.law.letters.judging import evidence
from foidesk.law.letters.recognise import first_reading
from foidesk.law.letters.seen import FirstReading
from foidesk.law.letters.tokens import Passages, of_letter, of_question
from foidesk.law.letters.weights import STEP, parsed

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
)
"""The rules were written with most letters of the first two hands at hand, and are nearly always right on them."""
STRENGTH = 8.0
RARE = 2
"""A term of fewer texts tells nothing."""
LEAST = 2
"""Weights of fewer steps are left out: the file stays small, and what it says the same."""
TOGETHER = 0.05
"""How freely the weights of both readings together follow the letters: those are few."""


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

    def samples(self, what: str) -> Iterator[Sample]:
        if what == "events":
            fine = tuple(self.label.get("acceptable_events", ()))
            yield Sample(self.tokens, "+".join(sorted(self.label["events"])), self.hand, fine)
        else:
            for one in self.label["outcome"]:
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
        of = {one["question"]: of_question(passages, one["question"]) for one in label["outcome"]}
        yield Letter(hand, label, text, first_reading(text, words, act, asked), of_letter(passages), of)


def of_letters(what: str, without: Sequence[str] = ()) -> Iterator[Sample]:
    for one in letters():
        if one.hand not in without:
            yield from one.samples(what)


def _alone(text: str, language: str) -> Passages:
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
        yield Sample(of_question(_alone(f"1. {text}", language), 1), outcome, "passages")
        yield Sample(of_question(_alone(text, language), 1), outcome, "passages")
    elif event != "none":
        yield Sample(of_letter(_alone(text, language)), event, "passages")


def second(what: str, without: Sequence[str] = ()) -> str:
    """The file of the second reading: terms with their rarity and the weights that are not nearly nought."""
    samples = [*of_letters(what, without), *of_passages(what)]
    count = TfidfVectorizer(analyzer=list, min_df=RARE, sublinear_tf=True)
    table = count.fit_transform([one.tokens for one in samples])
    model = LogisticRegression(C=STRENGTH, max_iter=500, class_weight="balanced", tol=1e-3)
    model.fit(table, [one.label for one in samples])
    lines = ["\t".join(model.classes_), "\t".join(f"{one:.3f}" for one in model.intercept_)]
    terms = count.get_feature_names_out()
    for at in np.argsort(terms):
        whole = np.rint(model.coef_[:, at] / STEP).astype(int)
        found = [f"{index}:{weight}" for index, weight in enumerate(whole) if abs(weight) >= LEAST]
        lines.append("\t".join([terms[at], str(round(100 * count.idf_[at])), *found]))
    return "\n".join(lines) + "\n"


def both(without: Sequence[str] = ()) -> str:
    """The file of what both readings come to: the later hands, each read by a model that did not see it."""
    rows = [row for hand in LATER if hand not in without for row in _rows(hand, (*without, hand))]
    count, scale = DictVectorizer(sparse=False), StandardScaler()
    table = scale.fit_transform(count.fit_transform([values for values, _ in rows]))
    model = LogisticRegression(C=TOGETHER, max_iter=2000).fit(table, [label for _, label in rows])
    by_value = model.coef_ / scale.scale_
    bias = model.intercept_ - by_value @ scale.mean_
    lines = ["\t".join(model.classes_), "\t".join(f"{one:.4f}" for one in bias)]
    for at, name in enumerate(count.get_feature_names_out()):
        lines.append("\t".join([name, *(f"{one:.4f}" for one in by_value[:, at])]))
    return "\n".join(lines) + "\n"


def _rows(hand: str, without: Sequence[str]) -> Iterator[tuple[dict[str, float], str]]:
    """What both readings say of each question of a hand, and how it is labelled."""
    events, outcomes = (parsed(second(what, without)) for what in ("events", "outcomes"))
    for letter in (one for one in letters() if one.hand == hand):
        of_event = events.shares(letter.tokens)
        for one in letter.label["outcome"]:
            said = outcomes.shares(letter.questions[one["question"]])
            yield evidence(one["question"], letter.first, letter.text, of_event, said), one["outcome"]


def files(without: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Every file by its name."""
    for what in ("events", "outcomes"):
        yield f"second-{what}.tsv", second(what, without)
    yield "both-outcomes.tsv", both(without)


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
    for name, text in files((given.leave,)):
        (given.to / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
