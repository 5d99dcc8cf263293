"""Corrections that came by a second letter: the corrected figure stands where exactly one earlier figure fits.

Never silently: each letter that corrects raises a question, settled by rule where it names old and new figure (or
its new total is the sum of the corrected parts) and one statement of the body fits; `reconcile` shows what every
figure would be without it. Where several fit, a person chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from foidesk.model import Amount, Choice, Correction, Footing, Issue, Observation, Option, digest

from .changes import (
    MOST,
    Change,
    as_corrected,
    changes_meant,
    changes_near,
    figure_of,
    is_close,
    kinds_named,
    kinds_of,
    may_be,
    new_figure,
    of_matter,
)
from .may_be_corrected import STANDS, is_told_anew, is_vague, question, touched, words_of
from .replaced import bundle
from .versions import Letter
from .withdrawn import is_before
from .words import evidence_id, value_place
from .worlds import Alternatives

CORRECTED, FIRST = "corrected", "as first given"
NEITHER = "none of these"
_SIZE = 3
"""A figure that is more than so many times another is hardly the right one for it."""


@dataclass
class Corrected:
    """The letters as they stand after their corrections, with what is asked and told about these."""

    letters: list[Letter]
    choices: list[Choice] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    alternatives: list[Alternatives] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    """What must be printed with figures that rest on a statement, by its id: that it may be corrected."""


def corrected(
    letters: Sequence[Letter], said: Mapping[str, tuple[Correction, ...]],
    footings: Mapping[str, tuple[Footing, ...]], body: str, answers: Mapping[str, str],
) -> Corrected:  # fmt: skip
    """The letters with every correction applied, asked about or raised. `said` and `footings` by delivery id."""
    found = Corrected(list(letters))
    sums = [one for each in footings.values() for one in each if one.holds]
    for letter in letters:
        made = said.get(letter.delivery.id, ())
        if made:
            _by(found, letter, made, sums, body, answers)
    return found


def _by(
    found: Corrected, letter: Letter, made: Sequence[Correction], sums: Sequence[Footing], body: str,
    answers: Mapping[str, str],
) -> None:  # fmt: skip
    before = [one for one in found.letters if one is not letter and is_before(one, letter)]
    told = [seen for one in before for seen in one.observations if not seen.choice or seen.choice in answers]
    sure, asked, left = list[Change](), list[tuple[Correction, list[Change]]](), list[Correction]()
    standing = [one for one in made if one.stands]
    for correction in sorted((one for one in made if not one.stands), key=lambda one: one.old is None):
        if is_vague(correction):
            left.append(correction)
            continue
        if _repeats(correction, told):
            continue
        fitting = of_matter(changes_meant(correction, told), correction, sure)
        known = correction.new is not None and len(fitting) == 1 and not correction.doubted
        fitting = fitting or changes_near(correction, told, letter)
        if known and (
            correction.old is not None or _is_sure(fitting[0]) or _adds_up(fitting[0], sure, sums, told)
        ):
            sure.append(fitting[0])
        elif fitting:
            asked.append((correction, _with_totals(fitting, standing, sums, told)))
        elif correction.sure and any(seen.places.get("value") == correction.value for seen in letter.observations):
            continue  # the earlier letters say nothing of it: it is a statement like any other
        else:
            left.append(correction)
    closed = _closing(asked, sums, told)
    sure += [fitting[0] for fitting in closed]
    shaky = _against_totals(sure, standing, sums, told)
    asked += [(one.correction, [one]) for one in shaky]
    sure = [one for one in sure if one not in shaky]
    asked = [(one, fitting) for one, fitting in asked if not any(fitting is held for held in closed)]
    if sure:
        _settle(found, letter, sure, _told_apart(sums, asked), told, body, answers)
    for correction, fitting in asked:
        _ask(found, letter, correction, fitting, body, answers)
    _without_own(found, letter, [*(one.correction for one in sure), *(one for one, _ in asked)])
    _left_open(found, letter, left, bool(sure or asked), body, answers)


def _told_apart(sums: Sequence[Footing], asked: Sequence[tuple[Correction, list[Change]]]) -> list[Footing]:
    """The sums without those over whose total the letter says something else that is asked about."""
    open_ = {seen.id for _, fitting in asked for one in fitting for seen in one.old}
    return [foot for foot in sums if foot.total not in open_]


def _left_open(
    found: Corrected, letter: Letter, left: Sequence[Correction], is_answered: bool, body: str,
    answers: Mapping[str, str],
) -> None:  # fmt: skip
    """Says what is left of a letter's words on errors; not what its corrections or its own tables answer."""
    if letter.version is not None and letter.version.kind == "withdrawn":
        return  # asked about as such
    every = [seen for one in found.letters if is_before(one, letter) for seen in one.observations]
    anew = [seen for one in found.letters if bundle(one) == bundle(letter) for seen in one.observations]
    is_answered = is_answered or any(is_told_anew(seen, anew) for seen in every)
    for correction in left:
        if not (is_answered and is_vague(correction) and not correction.whole):
            _shaken(found, letter, correction, every, body, answers)


def _with_totals(
    fitting: Sequence[Change],
    standing: Sequence[Correction],
    sums: Sequence[Footing],
    told: Sequence[Observation],
) -> list[Change]:
    """With each part that is wrong, and has no right figure, the totals that hold it: they would give it back."""
    if standing or any(one.correction.new is not None for one in fitting):
        return list(fitting)
    known = {seen.id: seen for seen in told}
    found = list[Change]()
    for one in fitting:
        parts = {seen.id for seen in one.old}
        held = {foot.total for foot in sums if parts & set(foot.parts)} - parts
        totals = tuple(known[id] for id in sorted(held & known.keys()))
        fresh = tuple(as_corrected(one.correction, seen) for seen in totals)
        found.append(replace(one, old=(*one.old, *totals), new=(*one.new, *fresh)))
    return found


def _against_totals(
    sure: Sequence[Change], standing: Sequence[Correction], sums: Sequence[Footing], told: Sequence[Observation]
) -> list[Change]:
    """The changes of parts of a total that the letter says is unchanged, where they do not add up to it."""
    known = {seen.id: seen for seen in told}
    now = {id: figure_of(seen) for id, seen in known.items()} | {
        old.id: new_figure(one) for one in sure for old in one.old
    }
    put_right = {old.id for one in sure for old in one.old}
    broken = [
        foot for foot in sums
        if foot.total in known and foot.total not in put_right and all(part in now for part in foot.parts)
        and any(_says_of(one, known[foot.total]) for one in standing)
        and sum((now[part] for part in foot.parts), Decimal()) != figure_of(known[foot.total])
    ]  # fmt: skip
    parts = {part for foot in broken for part in foot.parts}
    return [one for one in sure if any(old.id in parts for old in one.old)]


def _says_of(standing: Correction, total: Observation) -> bool:
    """True if "the total is unchanged" is of this one: without a year it is of every year's."""
    days = replace(standing, period=total.period) if standing.period is None else standing
    return is_close(replace(days, where=total.where), total)


def _shaken(
    found: Corrected, letter: Letter, correction: Correction, told: Sequence[Observation], body: str,
    answers: Mapping[str, str],
) -> None:  # fmt: skip
    """Says with every figure that a correction may be about that it may; where none is known, that it is."""
    meant = touched(correction, told)
    if not meant:
        is_said = correction.new is not None or correction.old is not None
        found.issues += [] if not is_said else [_nowhere(letter, correction, body)]
        return
    choice = question(letter, correction, meant, body)
    found.choices.append(choice)
    if answers.get(choice.id) != STANDS:
        found.said |= {seen.id: words_of(letter, correction) for seen in meant}


def _is_sure(one: Change) -> bool:
    """True for a new figure that the words surely give for this one, and that is of its size."""
    old, new, made = figure_of(one.old[0]), new_figure(one), one.correction
    named = (made.measures or made.where) and kinds_of(one.old[0]) == kinds_named(made)
    return made.sure and bool(named) and old * _SIZE >= new and new * _SIZE >= old > 0


def _without_own(found: Corrected, letter: Letter, told: Sequence[Correction]) -> None:
    """Takes out of a letter the statements that stand in the place of an earlier letter's, or may."""
    places = {one.value for one in told if one.new is not None}
    at = next((n for n, one in enumerate(found.letters) if one.delivery.id == letter.delivery.id), -1)
    kept = tuple(s for s in found.letters[at].observations if s.places.get("value") not in places)
    found.letters[at] = replace(found.letters[at], observations=kept)


def _repeats(correction: Correction, told: Iterable[Observation]) -> bool:
    """True for a line of a list of right figures whose number was given for its kind and year before."""
    named = correction.sure or (correction.period and (correction.where or correction.whole))
    if correction.new is None or correction.old is not None or not named:
        return False
    same = [seen for seen in told if may_be(replace(correction, new=None), seen)]
    return bool(same) and all(figure_of(seen) == correction.new for seen in same)


def _closing(
    asked: Sequence[tuple[Correction, list[Change]]], sums: Sequence[Footing], told: Sequence[Observation]
) -> list[list[Change]]:
    """What corrections without old figures are about, where new parts and the new total of one sum add up."""
    plain = [(one, fit) for one, fit in asked if one.new is not None and not one.doubted]
    single = [fit for one, fit in plain if len(fit) == 1 and one.old is None]
    owner = {seen.id: fit for fit in single for seen in fit[0].old}
    known = {seen.id: figure_of(seen) for seen in told}
    now = known | {id: new_figure(fit[0]) for id, fit in owner.items()}
    closed = list[list[Change]]()
    for foot in sums:
        whole = foot.total in owner and all(part in now for part in foot.parts)
        moved = [owner[part] for part in foot.parts if part in owner]
        if whole and moved and sum((now[part] for part in foot.parts), Decimal()) == now[foot.total]:
            closed += [fit for fit in (owner[foot.total], *moved) if not any(fit is held for held in closed)]
    return closed


def _adds_up(change: Change, sure: Sequence[Change], sums: Sequence[Footing], told: Sequence[Observation]) -> bool:
    """True if a new total without its old figure is the sum of its parts, of which one is corrected."""
    known = {seen.id: figure_of(seen) for seen in told}
    now = known | {old.id: new_figure(one) for one in sure for old in one.old}
    mine = {seen.id for seen in change.old}
    return any(
        foot.total in mine
        and all(part in now for part in foot.parts)
        and any(now[part] != known[part] for part in foot.parts)
        and sum((now[part] for part in foot.parts), Decimal()) == change.correction.new
        for foot in sums
    )


def _words(seen: Observation) -> str:
    return f"{figure_of(seen):,}"


def _settle(
    found: Corrected, letter: Letter, sure: Sequence[Change], sums: Sequence[Footing],
    told: Sequence[Observation], body: str, answers: Mapping[str, str],
) -> None:  # fmt: skip
    """One settled question for the corrections of a letter that leave no doubt; a person may still say no."""
    follow = _following(sure, sums, told)
    places = (*(one.correction.said for one in sure), *(value_place(seen) for one in sure for seen in one.old[:1]))
    locators = tuple(dict.fromkeys(places))
    what = f"{letter.name} corrects {'; '.join(one.words for one in sure)}."
    if follow:
        what += f" What adds up over these follows: {'; '.join(f'{_words(a)} to {_words(b)}' for a, b in follow)}."
    options = (
        Option(CORRECTED, "As corrected", tuple(seen.id for one in sure for seen in one.new), suggested=True),
        Option(FIRST, "As first given", tuple(seen.id for one in sure for seen in one.old)),
    )
    id = evidence_id("correction", body, locators)
    choice = Choice(
        id, "version", f"{what} Which figures stand?", options, body, locators, weight=len(sure), settled=CORRECTED
    )
    found.choices.append(choice)
    if answers.get(id, CORRECTED) == CORRECTED:
        new = {old.id: fresh for one in sure for old, fresh in zip(one.old, one.new, strict=True)}
        new |= {old.id: fresh for old, fresh in follow}
        found.letters = [_with(one, new) for one in found.letters]
    found.issues.append(Issue(
        "corrected", "note", f"{what} The corrected figures are used.", letter.name,
        f"Look at both places; `foidesk decide {id[:8]}` takes the first figures instead.", locators,
        body=body, key=id,
    ))  # fmt: skip


def _following(
    sure: Sequence[Change], sums: Sequence[Footing], told: Sequence[Observation]
) -> list[tuple[Observation, Observation]]:
    """Each printed total over a corrected figure that is not restated, and what its parts add to now."""
    known = {seen.id: seen for seen in told}
    first = {id: figure_of(seen) for id, seen in known.items()}
    now = first | {old.id: new_figure(one) for one in sure for old in one.old}
    restated, found = {old.id for one in sure for old in one.old}, dict[str, tuple[Observation, Observation]]()
    for foot in (*sums, *sums):  # a second time for totals of totals
        if foot.total not in known or foot.total in restated or any(part not in now for part in foot.parts):
            continue
        added = sum((now[part] for part in foot.parts), Decimal())
        if added != first[foot.total]:
            now[foot.total] = added
            found[foot.total] = known[foot.total], _derived(known[foot.total], added, sure[0].correction)
    return list(found.values())


def _derived(total: Observation, added: Decimal, correction: Correction) -> Observation:
    """The total as its corrected parts add up; it stands where the old one is printed."""
    assert isinstance(total.value, Amount)
    value = replace(total.value, lo=added, hi=added)
    places = {**total.places, "correction": correction.said}
    return replace(total, id=digest("follows", total.id, correction.value), value=value, places=places)


def _with(letter: Letter, new: Mapping[str, Observation]) -> Letter:
    kept = tuple(new.get(seen.id, seen) for seen in letter.observations)
    return letter if kept == letter.observations else replace(letter, observations=kept)


def _ask(
    found: Corrected, letter: Letter, correction: Correction, fitting: Sequence[Change], body: str,
    answers: Mapping[str, str],
) -> None:  # fmt: skip
    """A question which of several statements a correction is about; until it is answered each may be."""
    places = (correction.said, *(value_place(one.old[0]) for one in fitting[:MOST]))
    locators = tuple(dict.fromkeys(places))
    quote = correction.said.quote[:160]
    question = f"{letter.name} corrects a figure to {correction.value.quote}: “{quote}” Which one?"
    if correction.new is None:
        question = f"{letter.name} says that a figure is wrong, and gives no other: “{quote}” Which one?"
    options = [
        Option(f"corrects {at}", _told(one), tuple(seen.id for seen in one.new), suggested=len(fitting) == 1)
        for at, one in enumerate(fitting, 1)
    ]
    options.append(Option(NEITHER, "None of these: they stand as first given"))
    id = evidence_id("correction", body, locators)
    found.choices.append(Choice(id, "version", question, tuple(options), body, locators, weight=len(fitting)))
    if id not in answers:
        given = [seen for one in found.letters if is_before(one, letter) for seen in one.observations]
        shaken = touched(correction, given) if correction.new is None else []
        shaken += [seen for one in fitting for seen in (*one.old, *one.new)]
        found.said |= dict.fromkeys((seen.id for seen in shaken), words_of(letter, correction))
    every = frozenset(seen.id for one in fitting for seen in one.new)
    drops = {
        f"corrects {at}": (every - {s.id for s in one.new}) | {seen.id for seen in one.old}
        for at, one in enumerate(fitting, 1)
    } | {NEITHER: every}
    answer = answers.get(id, "")
    ways = (drops[answer],) if answer in drops else tuple(drops.values())
    found.alternatives.append(Alternatives(id, tuple(frozenset(way) for way in ways)))
    more = {old.id: fresh for one in fitting for old, fresh in zip(one.old, one.new, strict=True)}
    found.letters = [
        replace(one, observations=(*one.observations, *(more[s.id] for s in one.observations if s.id in more)))
        for one in found.letters
    ]


def _told(change: Change) -> str:
    old = change.old[0]
    when = f" of {old.period.label or old.period.describe()}" if old.period else ""
    kinds = ", ".join(" or ".join(where.categories) or where.phrase for where in old.where.values())
    new = change.correction.value.quote if change.correction.new is not None else "a number not known"
    return f"{value_place(old).quote}{f' ({kinds})' if kinds else ''}{when} becomes {new}"


def _nowhere(letter: Letter, correction: Correction, body: str) -> Issue:
    return Issue(
        "reply-corrects-itself", "warning",
        f"{letter.name} corrects a figure that no letter of the body is known to give: "
        f"“{correction.said.quote[:200]}”",
        letter.name, "Look for the figure that it corrects, and enter the right one by hand.",
        (correction.said,), body=body, key=f"{letter.delivery.document} {correction.value.place.describe()}",
    )  # fmt: skip
