"""A reply that corrects itself: "the figure should read 25". Neither figure stands until a person chose.

The correction is raised with both places. Where the figure that it corrects is found, that figure and the
corrected one are the two readings of one question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from foidesk.model.codec import digest
from foidesk.model.issues import Issue
from foidesk.model.observations import LISTED, Choice, Correction, Observation, Option
from foidesk.model.places import Locator
from foidesk.model.values import Amount
from foidesk.words.numbers import NumberWord

from ..basis import measure as measures
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.says import Says
from ..figures.choices import choice_id, under
from ..figures.emit import relation
from ..figures.seen import look
from ..prose.unread import of_any_kind
from ..sentences.over import Sentence
from ..sentences.said import Said
from .correcting import (
    CORRECTS,
    IT,
    NOT_AS_TOLD,
    correction_marks,
    corrections_in,
    is_of_old,
    is_the_new_one,
    says_that_it_stands,
    totals_behind,
)
from .earlier import announced, is_miscounted, is_of_earlier, speaks_again
from .found_later import More, figure_before, kinds_told, more_besides, more_elsewhere, more_found, raised
from .whose_figure import is_of_others

CORRECTED, FIRST = "corrected", "as first given"
_FAR = 3
_ERROR = re.compile(
    r"\b(?:under\s+the\s+wrong|wrong(?:ly)?|incorrect(?:ly)?|in\s+error|by\s+mistake|mistaken(?:ly)?|twice|double[\s-]?count\w*|"
    r"duplicat\w*|transposed|omitted|overlooked|misclassified|falsch|irrtümlich\w*|versehentlich\w*|doppelt)\b",
    re.IGNORECASE,
)


def corrected(ground: Ground, found: Found, said: Sequence[Said]) -> Found:
    """What was found, with each figure that the reply itself corrects open between the two."""
    again = speaks_again(ground, [one.sentence for one in said])
    if again or any(CORRECTS.search(one.sentence.text) for one in said):
        found = _without_errors(ground, found, said)
    for before, one in zip((None, *said), said, strict=False):
        told = CORRECTS.search(one.sentence.text) or (again and NOT_AS_TOLD.search(one.sentence.text))
        if told and not is_of_others(ground, one.sentence.text):
            found = _with(ground, found, said, one.sentence, before)
        elif (later := more_found(ground, one.sentence)) is not None:
            found = _with_more(ground, found, said, one.sentence, later)
        elif (later := more_besides(ground, one.sentence)) is not None:
            found = _raised_by(ground, found, said, one.sentence, later)
        elif found.corrections:
            found = _taken(ground, found, one.sentence, totals_behind(ground, one.sentence))
    return found


def _without_errors(ground: Ground, found: Found, said: Sequence[Said]) -> Found:
    """What was found, without numbers that tell how wrong another letter was: "nine were under the wrong type"."""
    for one in said:
        line = ground.locator(one.sentence.piece)
        own = [o for o in found.observations if o.places.get("row") == line]
        if (
            own
            and (_ERROR.search(one.sentence.text) or is_miscounted(one.sentence.text))
            and not any(o.accepted_by for o in own)
        ):
            kept = tuple(o for o in found.observations if o not in own)
            found = replace(found, observations=kept, choices=still_asked(found, kept))
            found = found + correction_marks(one.sentence, ground)
    return found


def _without_open(found: Found, own: Sequence[Observation]) -> Found:
    kept = tuple(o for o in found.observations if o.accepted_by or o not in own)
    return replace(found, observations=kept, choices=still_asked(found, kept))


def _taken(
    ground: Ground, found: Found, sentence: Sentence, made: tuple[Correction, ...], told: bool = True
) -> Found:
    """What was found, with the corrections of another letter that a sentence makes instead of its statements."""
    if not made:
        return found
    line = ground.locator(sentence.piece)
    kept = tuple(o for o in found.observations if o.places.get("row") != line)
    found = replace(found, observations=kept, choices=still_asked(found, kept))
    return found + Found(corrections=made if told else ()) + correction_marks(sentence, ground)


def _with(
    ground: Ground, found: Found, said: Sequence[Said], sentence: Sentence, before: Said | None = None
) -> Found:
    line, words = ground.locator(sentence.piece), look(ground, sentence.text).numbers
    if says_that_it_stands(ground, sentence.text):
        return found
    own = [o for o in found.observations if o.places.get("row") == line]
    near = _given_before(ground, said, sentence, before)
    announces = not words or announced(look(ground, sentence.text)) is not None
    if announces and is_of_earlier(sentence.text) and not _told_before(ground, found, said, sentence):
        return found  # it announces what the sentences behind it say
    elsewhere = corrections_in(ground, sentence, near)
    if near is not None and elsewhere and is_of_old(near.text) and IT.match(sentence.text):
        found = _taken(ground, found, near, elsewhere, told=False)
    if near is not None and elsewhere:
        found = _without_vague(ground, found, sentence, near)
    here = [_corrected_here(found, own, one) for one in elsewhere]
    if any(here):
        return _each(ground, sentence, found, own, list(zip(elsewhere, here, strict=True)))
    apart = bool(elsewhere) and not any(_stands_here(found, own, one) for one in elsewhere)
    old = None if apart else _meant(ground, found, said, sentence, words, own)
    if old is not None and old.amount is not None and is_the_new_one(ground, sentence.text, old.amount.lo):
        found = _without_open(found, own) + correction_marks(sentence, ground)  # printed as corrected already
        return found + Found(issues=(_issue(ground, sentence, (old.places["value"], line)),))
    elsewhere = elsewhere if old is None else ()
    if elsewhere:
        given = near is not None and elsewhere[0].old is not None and IT.match(sentence.text) is not None
        found = _taken(ground, found, near, elsewhere, told=False) if near and given else found
        return _taken(ground, found, sentence, elsewhere)
    if old is None:
        found = _without_open(found, own)  # its numbers are the old and the new one, and which is which is open
        return found + Found(issues=(_issue(ground, sentence, (line, *(o.places["value"] for o in own))),))
    places = (old.places["value"], line)
    gone = {o.id for o in (*own, old)}
    kept = tuple(o for o in found.observations if o.id not in gone)
    found = replace(found, observations=kept, choices=still_asked(found, kept))
    return (
        found + _either(ground, sentence, old, words, places) + Found(issues=(_issue(ground, sentence, places),))
    )


def _given_before(
    ground: Ground, said: Sequence[Said], sentence: Sentence, before: Said | None
) -> Sentence | None:  # fmt: skip
    """The sentence of the paragraph that repeats the figure which this one corrects; else the one just before."""
    if before is None or before.sentence.block != sentence.block:
        return None
    at = _index(said, sentence)
    for one in reversed(said[max(0, at - _FAR) : at] if IT.match(sentence.text) else ()):
        if one.sentence.block == sentence.block and is_of_old(one.sentence.text):
            return one.sentence
    return before.sentence


def _told_before(ground: Ground, found: Found, said: Sequence[Said], sentence: Sentence) -> bool:
    """True if the letter has told a figure before the sentence, which may be about that one."""
    lines = {ground.locator(one.sentence.piece) for one in said[: _index(said, sentence)]}
    return any(o.amount is not None and o.places.get("row") in lines for o in found.observations)


def _without_vague(ground: Ground, found: Found, sentence: Sentence, near: Sentence) -> Found:
    """What was found, without "the figure for 2024 is wrong" where the sentence behind it gives the right one."""
    line = ground.locator(near.piece)
    is_it = not look(ground, sentence.text).periods and not look(ground, sentence.text).categories
    kept = tuple(one for one in found.corrections if not (is_it and one.said == line and one.new is None))
    return replace(found, corrections=kept)


def _corrected_here(found: Found, own: Sequence[Observation], one: Correction) -> Observation | None:
    """The one figure of this very reply that a correction names by its kind, its days or as the total."""
    named = {name: where.categories for name, where in one.where.items()}
    if not (named or one.period or one.whole):
        return None
    fits = [o for o in found.observations if o not in own and not o.choice and _is_named(o, one, named)]
    meant = {(o.measure, str(sorted(o.where.items(), key=str)), o.period) for o in fits}
    return fits[0] if len(meant) == 1 else None


def _is_named(o: Observation, one: Correction, named: dict[str, tuple[str, ...]]) -> bool:
    held = {name: where.categories for name, where in o.where.items()}
    exact = o.amount is not None and o.amount.is_exact and o.role != "case row"
    if not exact or o.amount is None or o.amount.lo == one.new or (one.old is not None and o.amount.lo != one.old):
        return False
    days = o.period == one.period or (
        o.period is not None and one.period is not None and o.period.same_days(one.period)
    )
    return held == named and days and (not one.measures or o.measure in one.measures)


def _each(
    ground: Ground, sentence: Sentence, found: Found, own: Sequence[Observation],
    pairs: Sequence[tuple[Correction, Observation | None]],
) -> Found:  # fmt: skip
    """What was found, with each figure that the sentence corrects open; corrections elsewhere are handed on."""
    line = ground.locator(sentence.piece)
    gone = {o.id for o in own} | {o.id for _, o in pairs if o is not None}
    kept = tuple(o for o in found.observations if o.id not in gone)
    found = replace(found, observations=kept, choices=still_asked(found, kept))
    words = look(ground, sentence.text).numbers
    for one, old in pairs:
        if old is None:
            found = found + Found(corrections=(one,))
            continue
        places = (old.places["value"], line)
        new = [word for word in words if ground.locator(sentence.piece.cut(word.start, word.end)) == one.value]
        found = found + _either(ground, sentence, old, new or [not_known()], places)
        found = found + Found(issues=(_issue(ground, sentence, places),))
    return found + correction_marks(sentence, ground)


def not_known() -> NumberWord:
    """The word for a figure that is wrong, and of which the reply gives no other: any number."""
    return NumberWord(0, 0, "not known", "integer", None, Decimal(0), None)


def _stands_here(found: Found, own: Sequence[Observation], one: Correction) -> bool:
    """True unless a correction says which number was wrong, and this reply gives no such number."""
    others = (o.amount for o in found.observations if o not in own and o.amount is not None)
    return one.old is None or any(value.lo == one.old for value in others)


def _with_more(ground: Ground, found: Found, said: Sequence[Said], sentence: Sentence, later: More) -> Found:
    """What was found, with the figure to which a sentence adds what came up later open between the two."""
    line = ground.locator(sentence.piece)
    before = {ground.locator(one.sentence.piece) for one in said[: _index(said, sentence)]}
    told = [o for o in found.observations if o.places.get("row") in before and not o.table]
    named = {hit.measure for hit in look(ground, sentence.text).nouns}
    exact = [o for o in told if o.amount is not None and o.amount.is_exact and (not named or o.measure in named)]
    old = figure_before(later, exact)
    if old is None:
        behind = [
            one.sentence for one in said[_index(said, sentence) + 1 :] if one.sentence.block == sentence.block
        ]
        return _added_elsewhere(ground, found, sentence, later, behind)
    gone = {old.id, *(o.id for o in found.observations if o.places.get("row") == line)}
    kept = tuple(o for o in found.observations if o.id not in gone)
    places = (old.places["value"], line)
    found = replace(found, observations=kept, choices=still_asked(found, kept))
    asked = _either(ground, sentence, old, [raised(later, old)], places)
    spans = (span for word in later.words for span in sentence.piece.cut(word.start, word.end).spans)
    marks = tuple(Mark(span, old.id, read=True) for span in spans)
    return found + asked + Found(marks=marks, issues=(_issue(ground, sentence, places),))


def _raised_by(ground: Ground, found: Found, said: Sequence[Said], sentence: Sentence, later: More) -> Found:
    """What was found, with each total told before it, under its question, open up to what is further."""
    line = ground.locator(sentence.piece)
    own = [o for o in found.observations if o.places.get("row") == line]
    olds = _totals_before(ground, found, said, sentence)
    counted = {o.measure for o in olds}
    if len(counted) != 1 or any(o.where or o.accepted_by for o in own):
        return found
    if ground.context.codebook.measure(counted.pop()).type != "count":
        return found
    made = [_up_to(ground, o, later.more) for o in olds]
    choice = _on_top(ground, sentence, later, olds, made)
    gone = {o.id for o in (*own, *olds)}
    kept = tuple(o for o in found.observations if o.id not in gone)
    held = [
        *under(ground, [replace(o, accepted_by="") for o in olds], choice, FIRST),
        *under(ground, made, choice, CORRECTED),
    ]
    marks = tuple(
        Mark(span, made[0].id, read=True)
        for span in sentence.piece.cut(later.more.start, later.more.end).spans
    )  # fmt: skip
    found = replace(found, observations=kept, choices=still_asked(found, kept))
    return found + Found(tuple(held), choices=(choice,), marks=marks)


def _totals_before(ground: Ground, found: Found, said: Sequence[Said], sentence: Sentence) -> list[Observation]:
    """The totals in sentences under the same question before this one, of what and of when it speaks."""
    before = {
        ground.locator(one.sentence.piece) for one in said[: _index(said, sentence)]
        if one.sentence.over.question == sentence.over.question
    }  # fmt: skip
    named = {hit.measure for hit in look(ground, sentence.text).nouns}
    days = {one.period for one in look(ground, sentence.text).periods}
    return [
        o for o in found.observations
        if o.places.get("row") in before and _is_prose(o) and not o.where and not o.choice and o.amount is not None
        and o.amount.is_exact and (not named or o.measure in named) and (not days or o.period in days)
    ]  # fmt: skip


def _on_top(
    ground: Ground, sentence: Sentence, later: More, olds: list[Observation], made: list[Observation]
) -> Choice:
    """Whether what is further comes on top of the totals told before."""
    quote = " ".join(sentence.text.split())[:160]
    question = f"Are the {later.more.text} of this sentence beside the total before it? “{quote}”"
    places = (ground.locator(sentence.piece), *(o.places["value"] for o in olds[:3]))
    options = (
        Option(CORRECTED, "Yes: they come on top", tuple(o.id for o in made)),
        Option(FIRST, "No: they are among it, or count something else", tuple(o.id for o in olds)),
    )
    id = choice_id("reading", question, places)
    return Choice(id, "reading", question, options, ground.context.body, places, weight=len(olds))


def _is_prose(one: Observation) -> bool:
    return one.role == "prose" and (not one.table or one.table.startswith(LISTED))


def _up_to(ground: Ground, old: Observation, more: NumberWord) -> Observation:
    """The total with so many more; one of several years with none of them, or all."""
    assert isinstance(old.value, Amount)
    value = replace(old.value, hi=old.value.lo + (more.exact or Decimal(0)), how="interval")
    id = digest(ground.document, "further", old.id, more.start, more.text)
    return replace(old, id=id, value=value, relation="in", accepted_by="")


def _added_elsewhere(
    ground: Ground, found: Found, sentence: Sentence, later: More, behind: Sequence[Sentence]
) -> Found:
    """What was found, with what came up after another letter as a correction of its total, and no total itself."""
    told, made = more_elsewhere(ground, sentence, later, behind)
    for one in (sentence, *told):
        found = _taken(ground, found, one, made, told=False)
    telling = next((one for one in behind if one not in told and not look(ground, one.text).numbers), None)
    made += tuple(
        each
        for one in (sentence, *behind)
        if one not in told or one is sentence
        for each in kinds_told(ground, one)
    )
    of_any = of_any_kind(ground, telling) if telling is not None else Found()
    return found + Found(corrections=made) + of_any


def still_asked(found: Found, kept: Sequence[Observation]) -> tuple[Choice, ...]:
    """The choices without those that were only about statements which are now asked about otherwise."""
    ids = {o.id for o in kept}
    return tuple(
        choice for choice in found.choices
        if not (held := {id for option in choice.options for id in option.observations}) or held & ids
    )  # fmt: skip


def _meant(
    ground: Ground, found: Found, said: Sequence[Said], sentence: Sentence, words: Sequence[NumberWord],
    own: Sequence[Observation],
) -> Observation | None:  # fmt: skip
    """The figure that a correction is about: one whose number it repeats, or the last one stated before it."""
    exact = [o for o in found.observations if o.amount is not None and o.amount.is_exact and o not in own]
    named = [o for o in exact if any(o.amount and o.amount.lo == word.value for word in words)]
    if named:
        return min(named, key=_strangeness(ground, sentence))
    before = [
        one for one in said[: _index(said, sentence)] if one.sentence.over.question == sentence.over.question
    ]
    for one in reversed(before):
        mine = [o for o in exact if o.places.get("row") == ground.locator(one.sentence.piece)]
        if mine:
            return mine[-1]
    whole = [o for o in exact if not o.where and o.role in ("total", "prose", "cell")]
    return whole[0] if len({o.measure for o in whole}) == 1 and len(whole) == 1 else None


def _strangeness(ground: Ground, sentence: Sentence) -> Callable[[Observation], tuple[int, int, bool]]:
    """How little a statement has to do with the categories and the period that a sentence names."""
    seen = look(ground, sentence.text)
    told = {(name, id) for name, hit in seen.categories for id in hit.where.categories}
    dated = {one.period for one in seen.periods}

    def strange(one: Observation) -> tuple[int, int, bool]:
        held = {(name, id) for name, where in one.where.items() for id in where.categories}
        known = len(held & told) + (one.period is not None and one.period in dated)
        return (
            -known,
            len(held - told) + (one.period is not None and one.period not in dated),
            one.role == "case row",
        )

    return strange


def _index(said: Sequence[Said], sentence: Sentence) -> int:
    return next(at for at, one in enumerate(said) if one.sentence is sentence)


def _either(
    ground: Ground, sentence: Sentence, old: Observation, words: Sequence[NumberWord], places: tuple[Locator, ...]
) -> Found:
    """The first figure and the corrected one, under one choice."""
    new = [word for word in words if old.amount is None or word.value != old.amount.lo]
    made = next(_as(ground, sentence, old, word) for word in new) if len(new) == 1 else None
    quote = " ".join(sentence.text.split())[:160]
    question = f"The reply corrects itself. Which figure stands? “{quote}”"
    options = [Option(FIRST, f"As first given: {old.places['value'].quote}", (old.id,))]
    if made is not None:
        told = new[0].value is not None
        label = f"As corrected: {new[0].text}" if told else "It is wrong, and the reply gives no other"
        options.insert(0, Option(CORRECTED, label, (made.id,), suggested=told))
    options.append(Option("not data", "Neither: leave it out"))
    id = choice_id("reading", question, places)
    choice = Choice(id, "reading", question, tuple(options), ground.context.body, places, weight=2)
    held = under(ground, (replace(old, accepted_by=""),), choice, FIRST)
    held += under(ground, (made,), choice, CORRECTED) if made is not None else []
    spans = (span for word in words for span in sentence.piece.cut(word.start, word.end).spans)
    name = made.id if made is not None else old.id
    return Found(tuple(held), choices=(choice,), marks=tuple(Mark(span, name, read=True) for span in spans))


def _as(ground: Ground, sentence: Sentence, old: Observation, word: NumberWord) -> Observation | None:
    """The corrected figure, of the same cases as the first one."""
    if word.value is None and isinstance(old.value, Amount):
        unknown = replace(old.value, lo=Decimal(0), hi=None, how="interval")
        place = ground.locator(sentence.piece)
        return replace(
            old, id=digest(ground.document, "not known", old.id), value=unknown, relation=">=", role="prose",
            table="", row=-1, accepted_by="", places={**old.places, "value": place, "row": place},
        )  # fmt: skip
    measure = ground.context.codebook.measure(old.measure)
    value = measures.value_of(Says("money" if word.kind == "money" else "number", word), measure)
    if value is None:
        return None
    piece = sentence.piece.cut(word.start, word.end)
    place, row = ground.locator(piece), ground.locator(sentence.piece)
    return replace(
        old, id=digest(ground.document, "corrected", old.id, word.start), value=value, relation=relation(value),
        role="prose", table="", row=-1, accepted_by="", places={**old.places, "value": place, "row": row},
    )  # fmt: skip


def _issue(ground: Ground, sentence: Sentence, places: tuple[Locator, ...]) -> Issue:
    words = " ".join(sentence.text.split())[:200]
    return Issue(
        "reply-corrects-itself", "warning", f"The reply corrects a figure of its own: “{words}”",
        ground.where(sentence.piece.place), "Look at both places, and choose the figure that stands.", places,
        body=ground.context.body, key=f"{ground.document} {sentence.piece.place.describe()}",
    )  # fmt: skip
