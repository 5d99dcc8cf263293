"""Trains the second reading of letters: `python benchmarks/letters/train.py` (group `train`).

Writes `src/foidesk/law/data/letters/second-*.tsv` from every labelled letter here, the labelled passages of
`passages/` and the lines of `tests/law/wording/`. `--check`: writes nothing and prints how much is right on the
letters of each hand when no letter of that hand was trained on. `--leave HAND --to FOLDER`: the files
without that hand.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from run import LAWS, contents
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from foidesk.law import law
from foidesk.law.letters import LetterText, letter_text
from foidesk.law.letters.asides import without_asides
from foidesk.law.letters.cues import cues
from foidesk.law.letters.tokens import Passages, of_letter, of_question
from foidesk.law.letters.weights import STEP

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
}
STRENGTH = 8.0
RARE = 2
LEAST = 2
"""Weights of fewer steps are left out: the file stays small, and what it says the same."""
"""A term of fewer texts tells nothing."""


@dataclass(frozen=True)
class Sample:
    """The tokens of a letter or question, what it is, what else is fine, and whose hand wrote it."""

    tokens: list[str]
    label: str
    hand: str
    fine: tuple[str, ...] = ()


def letters(name: str) -> Iterator[tuple[dict[str, Any], Passages]]:
    folder = HERE / name
    for label in tomllib.loads((folder / "labels.toml").read_text(encoding="utf-8"))["letter"]:
        (_, mail), *rest = contents((folder / label["file"]).read_bytes(), label["file"])
        words = cues(law(LAWS[label["law"]]).language)
        text = without_asides(letter_text(mail, rest), words, label["questions"])
        yield label, Passages(text, words, tuple(label["questions"]))


def of_letters(what: str) -> Iterator[Sample]:
    for name, hand in HANDS.items():
        for label, passages in letters(name):
            if what == "events":
                fine = tuple(label.get("acceptable_events", ()))
                yield Sample(of_letter(passages), "+".join(sorted(label["events"])), hand, fine)
            else:
                for one in label["outcome"]:
                    fine = tuple(one.get("acceptable", ()))
                    yield Sample(of_question(passages, one["question"]), one["outcome"], hand, fine)


def _alone(text: str, language: str) -> Passages:
    """A passage as a letter of its own."""
    return Passages(LetterText("", "", False, (text,)), cues(language), ("",))


def of_passages(what: str) -> Iterator[Sample]:
    """The labelled passages; the lines of the tests say one thing each."""
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


def fitted(samples: Sequence[Sample]) -> tuple[TfidfVectorizer, LogisticRegression]:
    count = TfidfVectorizer(analyzer=list, min_df=RARE, sublinear_tf=True)
    table = count.fit_transform([one.tokens for one in samples])
    model = LogisticRegression(C=STRENGTH, max_iter=500, class_weight="balanced", tol=1e-3)
    return count, model.fit(table, [one.label for one in samples])


def write(samples: Sequence[Sample], file: Path) -> None:
    """Terms with their rarity and the weights that are not nearly nought."""
    count, model = fitted(samples)
    lines = ["\t".join(model.classes_), "\t".join(f"{one:.3f}" for one in model.intercept_)]
    terms = count.get_feature_names_out()
    for at in np.argsort(terms):
        whole = np.rint(model.coef_[:, at] / STEP).astype(int)
        found = [f"{index}:{weight}" for index, weight in enumerate(whole) if abs(weight) >= LEAST]
        lines.append("\t".join([terms[at], str(round(100 * count.idf_[at])), *found]))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def check(samples: Sequence[Sample]) -> Iterator[str]:
    for hand in dict.fromkeys(HANDS.values()):
        count, model = fitted([one for one in samples if one.hand != hand])
        left = [one for one in samples if one.hand == hand]
        said = model.predict(count.transform([one.tokens for one in left]))
        right = sum(one.label == is_ or is_ in one.fine for one, is_ in zip(left, said, strict=True))
        yield f"{hand:<8} {len(left):>4}   right {100 * right / len(left):5.1f} %"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--check", action="store_true")
    asked.add_argument("--leave", default="")
    asked.add_argument("--to", type=Path, default=DATA)
    given = asked.parse_args()
    for what in ("events", "outcomes"):
        samples = [*of_letters(what), *of_passages(what)]
        if given.check:
            print(f"{what} ({len(samples)} samples)", *check(samples), sep="\n")
        else:
            write([one for one in samples if one.hand != given.leave], given.to / f"second-{what}.tsv")


if __name__ == "__main__":
    main()
