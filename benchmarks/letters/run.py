"""How well letters are recognised: `python benchmarks/letters/run.py FOLDER` (labels.toml and the mails).

Prints, for events and for outcomes, hard and not-hard letters apart: right %, asked %, wrong and unmarked.
"Asked" is an answer, but right only where the labels say that asking is fine. Then, of those asked about: how
often the suggestion shown first is right, and how often none is made although the letter states something.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foidesk.law import law
from foidesk.law.letters import LetterSeen, QuestionSeen, letter_text, recognise
from foidesk.model.reading import Reading
from foidesk.readers import read

LAWS = {
    "uk-foia": "uk-foia-2000", "uk-eir": "uk-eir-2004", "uk-foisa": "scotland-foisa-2002",
    "us-foia": "us-foia-federal", "us-ca-cpra": "us-ca-cpra", "de-ifg": "de-ifg",
    "ireland-foi": "ireland-foi-2014",
}  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """One answer of the recogniser beside its label: "right", "asked" or "WRONG"."""

    letter: str
    what: str
    said: str
    wanted: str
    verdict: str
    hard: bool
    sections: bool | None = None
    offered: bool | None = None
    """Whether what is offered first to the person who is asked is right; None where nobody is asked."""
    nothing: bool = False
    """Nothing is offered, although the letter states something."""


def contents(data: bytes, name: str) -> Iterator[tuple[str, Reading]]:
    """The readings of a mail and of what is attached to it."""
    found = read(data, name)
    yield name, found.reading
    for one in found.reading.attachments:
        yield from contents(found.contents[one.sha256], one.name)


def seen_in(path: Path, law_id: str, questions: list[str]) -> LetterSeen:
    (_, mail), *rest = contents(path.read_bytes(), path.name)
    return recognise(letter_text(mail, rest), law(law_id), questions)


def of_event(label: dict[str, Any], seen: LetterSeen) -> Verdict:
    wanted, fine = set(label["events"]), set(label.get("events_also_fine", ()))
    said, hard = set(seen.names), bool(label.get("hard"))
    acceptable = set(label.get("acceptable_events", ()))
    right = wanted <= said <= wanted | fine or (len(said) == 1 and said <= acceptable)
    if not seen.sure:
        verdict = "right" if "ask" in acceptable else "asked"
    else:
        verdict = "right" if right else "WRONG"
    first = {one.event for one in seen.suggested}
    mark = "" if seen.sure else f" (asks; first {', '.join(sorted(first))})"
    offered = None if seen.sure else wanted <= first <= wanted | fine or (len(first) == 1 and first <= acceptable)
    said_ = ", ".join(sorted(said)) + mark
    return Verdict(label["id"], "event", said_, ", ".join(sorted(wanted)), verdict, hard, None, offered, not first)


def of_question(label: dict[str, Any], wanted: dict[str, Any], one: QuestionSeen) -> Verdict:
    fine = {wanted["outcome"], *wanted.get("acceptable", ())}
    if not one.sure:
        verdict = "right" if "ask" in fine else "asked"
    else:
        verdict = "right" if one.outcome in fine else "WRONG"
    same = {_bare(section) for section in wanted["sections"]} == {_bare(section) for section in one.sections}
    first = one.suggested
    mark = "" if one.sure else f" (asks; first {first.outcome})"
    nothing = not one.sure and first.outcome == "none" and "none" not in fine
    offered = None if one.sure else first.outcome in fine
    what = f"question {one.question}"
    said = f"{one.outcome}{mark} {' '.join(one.sections)}"
    aim = f"{wanted['outcome']} {' '.join(wanted['sections'])}"
    sections = same if verdict == "right" and one.sure and one.outcome == wanted["outcome"] != "none" else None
    return Verdict(label["id"], what, said, aim, verdict, bool(label.get("hard")), sections, offered, nothing)


def _bare(section: str) -> str:
    text = re.sub(r"5 U\.S\.C\. 552\(b\)\((\d)\)", r"\1", section)
    return re.sub(r"^(?:s\.|reg |Gov\. Code |§ )|\s|IFG$", "", text)


def verdicts(folder: Path) -> Iterator[Verdict]:
    """Every answer beside its label."""
    labels = tomllib.loads((folder / "labels.toml").read_text(encoding="utf-8"))["letter"]
    for label in labels:
        seen = seen_in(folder / label["file"], LAWS[label["law"]], label["questions"])
        yield of_event(label, seen)
        by_number = {one.question: one for one in seen.outcomes}
        for wanted in label.get("outcome", ()):
            yield of_question(label, wanted, by_number[wanted["question"]])


def summary(found: list[Verdict]) -> Iterator[str]:
    """A line for each kind of answer, hard and not hard apart."""
    for what in ("event", "question"):
        mine = [one for one in found if one.what.startswith(what)]
        for name, some in (
            ("all", mine),
            ("not hard", [o for o in mine if not o.hard]),
            ("hard", [o for o in mine if o.hard]),
        ):
            count = Counter(one.verdict for one in some)
            of = len(some) or 1
            yield (
                f"{what + 's':<10} {name:<9} {len(some):>4}   right {100 * count['right'] / of:5.1f} %   "
                f"asked {100 * count['asked'] / of:5.1f} %   wrong and unmarked {count['WRONG']}"
            )
    for what in ("event", "question"):
        asked = [one for one in found if one.what.startswith(what) and one.offered is not None]
        first = sum(bool(one.offered) for one in asked)
        none = sum(one.nothing for one in asked)
        yield f"asked      {what + 's':<9} {len(asked):>4}   first suggestion right {first}   none made {none}"
    cited = [one.sections for one in found if one.sections is not None]
    yield f"sections   of outcomes right and stated: {sum(cited)} of {len(cited)} as labelled"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "open"
    found = list(verdicts(folder))
    if "-v" in sys.argv:
        for one in found:
            if one.verdict != "right" or one.sections is False:
                hard = "hard " if one.hard else ""
                print(f"{one.letter} {hard}{one.what}: {one.verdict}: said {one.said}; label {one.wanted}")
    print("\n".join(summary(found)))


if __name__ == "__main__":
    main()
