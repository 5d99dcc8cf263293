"""From readings to one verdict: every reading is answered; if they differ, a person is needed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from foidesk.words.figures import Figure

from ..notclaims import EXCUSES
from ..verdict import Verdict
from .evaluate import Bench
from .fit import agreement, in_unit
from .measures import is_person
from .reading import Answer, Asked, Reading
from .thesaurus import offered
from .undated import of_the_latest

_SETTLED = ("supported", "contradicted", "misleading", "not established")
Sources = tuple[tuple[str, str], ...]


def verdict(asked: Asked, bench: Bench) -> tuple[Verdict, Sources]:
    """The verdict on what is asserted, and the observations under it."""
    if asked.excuse:
        name, why = EXCUSES[asked.excuse]
        return Verdict("not a claim about the data", asked.kind, why=why, reason=name), ()
    if asked.clash:
        return Verdict("contradicted", asked.kind, why=asked.clash), ()
    if asked.open and asked.guess is not None:
        guessed, _ = _of_reading(asked, asked.guess, bench)
        sure = guessed.verdict if guessed.verdict in _SETTLED else ""
        return Verdict("needs a person", asked.kind, guessed.value if sure else "", asked.open, first=sure), ()
    if asked.open or not asked.readings:
        return Verdict("needs a person", asked.kind, why=asked.open or "no reading of it is known"), ()
    found = [_of_reading(asked, reading, bench) for reading in asked.readings]
    if asked.latest:
        return of_the_latest(found, asked.readings)
    if asked.each and (wrong := next((one for one in found if one[0].verdict == "contradicted"), None)):
        return wrong
    names = {one.verdict for one, _ in found}
    if len(names) == 1:
        return found[0]
    if asked.each:
        told = zip((reading.period for reading in asked.readings), found, strict=True)
        why = "it is told of each year: " + "; ".join(f"{year} {one.verdict}" for year, (one, _) in told)
        return Verdict("needs a person", asked.kind, why=why, first=found[0][0].verdict), ()
    ways = " or ".join(dict.fromkeys(f"{one.verdict} ({one.value})" for one, _ in found))
    why = f"the words can be read in {len(found)} ways: {ways}"
    return Verdict("needs a person", asked.kind, why=why, first=found[0][0].verdict), ()


def offer(asked: Asked, word: str, bench: Bench) -> tuple[Reading, Verdict] | None:
    """A reading that a word nobody accounts for makes likely: the kind that it may mean; None if it means none."""
    own = asked.readings[0]
    if len(asked.readings) != 1 or own.where or own.other is not None or own.statistic != "total":
        return None
    asks = [one for one in bench.definition.questions if own.measure in one.measures]
    names = {name for one in asks for name in one.variables}
    found = offered(word, (one for one in bench.definition.codebook.variables if one.id in names))
    if found is None:
        return None
    reading = replace(own, where={found[0]: (found[1],)})
    return reading, _of_reading(replace(asked, readings=(reading,)), reading, bench)[0]


def is_over_whole(asked: Asked, bench: Bench) -> bool:
    """True if the figure is more than all there are, of whatever kind: no word that narrows it can bear it out."""
    figure = asked.figure
    if figure is None or figure.kind not in ("count", "money") or not asked.readings:
        return False
    for reading in asked.readings:
        if reading.statistic != "total" or reading.other is not None or not reading.group.ids:
            return False
        whole = bench.answer(replace(reading, where={}, base_measure="", base={}))
        if whole.none or whole.open or whole.hi is None:
            return False
        written = in_unit(figure, whole.unit)
        if written.lo is None or written.lo <= whole.hi:
            return False
    return True


def _of_reading(asked: Asked, reading: Reading, bench: Bench) -> tuple[Verdict, Sources]:
    if not bench.known_period(reading.period) or (
        reading.other is not None and not bench.known_period(reading.other.period)
    ):
        return Verdict("needs a person", asked.kind, why=f"the period {reading.period!r} is not understood"), ()
    answer = bench.answer(reading)
    if answer.none and reading.where and is_person(bench.definition.codebook.measure(reading.measure).unit):
        answer = replace(answer, none="", open="the replies break down cases, not people; say cases, or bind it")
    name, why = _judge(asked, answer)
    if name == "contradicted" and _is_of_itself(reading) and bench.kind(reading.measure) != "share":
        name, why = "needs a person", "the words do not say what it is a share of"
    if name == "supported" and asked.hides:
        name, why = "misleading", asked.hides
    return Verdict(name, asked.kind, answer.words, why, body=_body(reading)), answer.sources


def _is_of_itself(reading: Reading) -> bool:
    """A share of the very thing it is a share of: its base was not found in the words."""
    if reading.statistic == "part" and reading.other is not None:
        own, its = replace(reading, statistic="total", other=None), replace(reading.other, statistic="total")
        return own == its
    alike = reading.base_measure in ("", reading.measure) and dict(reading.base) == dict(reading.where)
    asked_for = bool(reading.measure) and reading.statistic == "share"
    return asked_for and alike and reading.other is None and not reading.subject


def _body(reading: Reading) -> str:
    return (
        reading.group.ids[0]
        if len(reading.group.ids) == 1
        else reading.subject
        if reading.statistic == "place" and not reading.predicate
        else ""
    )


def _judge(asked: Asked, answer: Answer) -> tuple[str, str]:
    if answer.none:
        return "no data", answer.none
    if answer.kind == "rank":
        return _judge_place(asked, answer)
    if answer.open:
        return "needs a person", answer.open
    if answer.kind == "truth" or (asked.figure is None and answer.is_so is not None) or asked.figure is None:
        return _judge_truth(answer)
    if answer.kind == "points" and answer.lo < 0 and answer.misleading:
        return "contradicted", answer.misleading
    return _judge_range(asked.figure, answer) if answer.kind == "range" else _judge_figure(asked.figure, answer)


def _judge_range(figure: Figure, answer: Answer) -> tuple[str, str]:
    fits = (figure.lo, figure.hi) == (answer.lo, answer.hi)
    return ("supported", "") if fits else ("contradicted", f"the replies give {answer.words}")


def _judge_figure(written: Figure, answer: Answer) -> tuple[str, str]:
    if answer.kind == "rate" and written.step in (0, 1) and not written.hedge:
        answer = replace(answer, lo=_whole(answer.lo), hi=None if answer.hi is None else _whole(answer.hi))
    figure = in_unit(written, answer.unit)
    if figure.kind == "several" and agreement(figure, answer.lo, answer.hi)[0] != "fits":
        return "needs a person", f"“{figure.text}” is told loosely; the replies give {answer.words}"
    found, rule = agreement(
        figure, answer.lo, answer.hi, is_share=answer.kind == "share", is_mean=answer.unit == "mean"
    )
    if found == "clashes":
        return "contradicted", f"the replies give {answer.words}. {rule}"
    if found == "open":
        return "not established", f"the replies leave it open: {answer.words}. {rule}"
    if answer.misleading:
        return "misleading", f"true only if one is told that {answer.misleading}"
    if found == "far":
        return "misleading", f"the replies give {answer.words}. {rule}"
    return "supported", rule


def _whole(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1))


def _judge_truth(answer: Answer) -> tuple[str, str]:
    if answer.is_so is None:
        return "not established", f"the replies leave it open: {answer.words}"
    if not answer.is_so:
        return "contradicted", f"the replies say: {answer.words}"
    return (
        ("misleading", f"true only if one is told that {answer.misleading}")
        if answer.misleading
        else ("supported", "")
    )


def _judge_place(asked: Asked, answer: Answer) -> tuple[str, str]:
    place = asked.figure.value if asked.figure is not None and asked.figure.value is not None else 1
    joint = asked.figure is not None and asked.figure.joint
    shared = int(answer.open.removeprefix("shared:")) if answer.open.startswith("shared:") else 0
    if not answer.lo <= place <= (answer.hi or place):
        return "contradicted", answer.words
    if shared and answer.lo + shared == (answer.hi or 0):
        if place != answer.lo:
            return "contradicted", answer.words
        return (
            ("supported", "")
            if joint and not answer.misleading
            else ("misleading", f"the place is shared: {answer.words}")
        )
    if answer.lo != answer.hi:
        return "not established", f"the replies leave the place open: {answer.words}"
    if answer.misleading:
        return "misleading", f"true only if one is told that {answer.misleading}"
    return ("misleading", "the place is not shared") if joint else ("supported", "")
