"""What headings and row labels say: a category, a period, a measure, a total, or words nobody knows.

Labels are read along an axis, never one by one: "2 | 3 | 4" or "Other" mean something only beside their
neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from foidesk.model.observations import OneOf, Where
from foidesk.model.periods import Period
from foidesk.words.alike import is_rest
from foidesk.words.normal import normalise
from foidesk.words.parts_of_year import part_of_year

from ..basis.ground import Ground
from ..basis.nouns import is_asked_for
from ..basis.pieces import Piece
from ..basis.terms import total_word
from ..basis.year_start import YEAR_ENDING, year_end
from .came_in import of_measure
from .hints import hint_kind, hint_variable
from .meaning import Axis, Meaning
from .own_meaning import of_share, own_meaning, owners
from .touching import touched_variable, touches

_TOTAL = re.compile(r"(?i)\b(?:grand\s+|sub-?)?totals?\b\s*(?=\()")
_SHARE_OF = re.compile(r"(?i)^\W*(?:%|per ?cent|percentage|share|proportion|anteil|prozent)|(?:%|\bper ?cent)\W*$")
PART_OF = re.compile(r"(?i)^\W*(?:of which|of these|of whom|including|thereof|davon|darunter)\W+(?=\w)")
"""Before a label of a part: other parts may be left out."""
ENOUGH = 0.5
LEAST = 2
CLEAR = 0.8
FEW = 12


_BARE_Q = re.compile(r"(?i)\W*q\s?\.?\s?(?:[1-4]|i{1,3}|iv)\W*")
UNDATED = "?part of a year"
"""The name under which a part of a year stands while nobody knows of which."""
_STATISTIC = re.compile(
    r"\W*(?:(?:annual|yearly|monthly|weekly|overall|\w+[- ]year|mean|rolling)\s+)?(?:average|mean|median|mode)"
    r"(?:\s+per\s+(?:year|month|week))?\W*|\W*(?:highest|lowest|max(?:imum)?|min(?:imum)?|standard deviation|"
    r"std\.? ?dev\.?|durchschnitt|mittelwert)\W*",
    re.IGNORECASE,
)
"""A row or column of figures about the others, which counts nothing itself."""
BARE_YEAR = re.compile(r"(?:19|20)\d\d")
"""A label that does not say when its year begins."""


def read_axis(ground: Ground, labels: Sequence[Piece | None], hint: str = "") -> Axis:
    """The meaning of each label, by its neighbours and by the words that head them."""
    texts = [PART_OF.sub("", ground.bare(" ".join(label.text.split()))) if label else "" for label in labels]
    telling = [t for t in dict.fromkeys(texts) if t and not total_word(t)]
    reader = _reader(ground, telling, hint)
    meanings = tuple(_label(ground, text, label, reader) for text, label in zip(texts, labels, strict=True))
    kinds = {name for one in meanings for name, _ in one.where}
    above = _above_parts(meanings)
    meanings = tuple(_part(one, kinds, over) for one, over in zip(meanings, above, strict=True))
    if reader.kind == "part of year":
        meanings = tuple(_undated(ground, one, text) for one, text in zip(meanings, texts, strict=True))
    if reader.kind == "mixed":
        meanings = _between(ground, meanings)
    if any(one.measure not in ("", "#") for one in meanings):
        meanings = tuple(_of_both(ground, one, text) for one, text in zip(meanings, texts, strict=True))
    return Axis(reader.kind, reader.id, meanings)


def _of_both(ground: Ground, said: Meaning, text: str) -> Meaning:
    """A kind that is a name of money, too, beside labels of what is counted: "Claims | Paid" may be either."""
    if not said.where or said.measure:
        return said
    for seen in reversed(ground.period_in(text)):
        text = text[: seen.start] + text[seen.end :]
    sums = {normalise(noun) for one in ground.measures if one.type == "money" for noun in (one.label, *one.nouns)}
    return replace(said, ambiguous=True) if normalise(text) in sums else said


def _above_parts(said: Sequence[Meaning]) -> list[Meaning | None]:
    """For each label the nearest one before it that is no "of which"."""
    last: Meaning | None = None
    above: list[Meaning | None] = []
    for one in said:
        above.append(last)
        if one.piece is not None and not PART_OF.match(" ".join(one.piece.text.split())):
            last = one
    return above


def _is_whole(said: Meaning | None) -> bool:
    """True for a label of all that is counted: "Total", "Complaints"."""
    return said is not None and bool(said.total or said.measure) and not (said.where or said.percent)


def _part(said: Meaning, kinds: set[str], above: Meaning | None) -> Meaning:
    """ "Of which at night", "of which officers": a part of what stands above, which a person looks at.

    Beside labels of its own variable alone (`kinds` are those of the axis), or below the whole, it is a kind of
    it, if the survey knows it.
    """
    label = " ".join(said.piece.text.split()) if said.piece is not None else ""
    whole = _is_whole(above)
    known = all((whole or kinds == {name}) and where.categories for name, where in said.where)
    return replace(said, ambiguous=True) if PART_OF.match(label) and (said.unknown or not known) else said


def _between(ground: Ground, said: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Labels nobody knows as uncoded kinds of the variable that the labels on both sides are of.

    At an end of that variable's labels, only if the label names something of it. "Trip and fall injury" between
    kinds of damage and their total would else be no kind, and the kinds beside it would pass for all.
    """
    names = [_lone_name(one) for one in said]
    out = list(said)
    for at, one in enumerate(said):
        if one.piece is None or not one.unknown or any(not name.startswith("?") for name, _ in one.where):
            continue
        text = " ".join(one.piece.text.split())
        before, after = _next_name(names, at, -1), _next_name(names, at, 1)
        beside = [name for name in dict.fromkeys((before, after)) if name]
        found = [name for name in beside if before == after or touches(ground, text, name)]
        if len(found) == 1:
            out[at] = replace(one, where=((found[0], OneOf((), text)),), unknown=False)
    return tuple(out)


def _lone_name(said: Meaning) -> str:
    """The one variable that a label is of; "?" for words nobody knows, "" for all else."""
    if said.unknown:
        return "?"
    return said.where[0][0] if len(said.where) == 1 and not (said.total or said.measure) else ""


def _next_name(names: list[str], at: int, step: int) -> str:
    """The variable of the nearest label on one side that is not unknown."""
    place = at + step
    while 0 <= place < len(names) and names[place] == "?":
        place += step
    return names[place] if 0 <= place < len(names) else ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """How the telling labels of an axis are read; `doubtful` years are of a "financial year" that names none.

    `headed`: the words over the labels name their variable.
    """

    kind: str
    id: str = ""
    periods: tuple[tuple[str, Period], ...] = ()
    doubtful: bool = False
    headed: bool = False


def _reader(ground: Ground, telling: list[str], hint: str) -> _Reader:
    if not telling:
        return _Reader("blank")
    ends = year_end(hint)
    found = _periods(ground, telling, ends)
    doubtful = bool(ends) and not found
    found = found or _periods(ground, telling)
    if _are_parts(ground, telling, hint) and not _variable(ground, telling, hint):
        return _Reader("part of year", UNDATED, found)
    if len(found) >= CLEAR * len(telling) or (hint_kind(ground, hint) == "period" and found):
        return _Reader("period", periods=found, doubtful=doubtful)
    variable = _variable(ground, telling, hint)
    if variable:
        return _Reader("variable", variable, found, headed=hint_variable(ground, hint) == variable)
    if all(own_meaning(ground, text) for text in telling):
        return _Reader("mixed", periods=found)
    shared = _shared_noun(ground, telling)
    if shared:
        return _Reader("variable", shared, found)
    one = _only_variable(ground, telling)
    if one:
        return _Reader("variable", one, found)
    touched, own = touched_variable(ground, telling), _own_names(ground, telling)
    if touched and own <= {touched}:
        return _Reader("variable", touched, found)
    if own:
        return _Reader("mixed", unknown_name(hint), found)
    return _Reader("unknown", unknown_name(hint), found)


def _are_parts(ground: Ground, telling: list[str], hint: str) -> bool:
    """True for months, quarters or halves without their year; years may stand between them.

    A bare "Q1" is a quarter under "Quarter" or "Period" only: else it may be the first question.
    """
    parts = [text for text in telling if part_of_year(text) is not None]
    if any(map(_BARE_Q.fullmatch, parts)) and hint_kind(ground, hint) != "period":
        return False
    rest = [text for text in telling if text not in parts]
    return len(parts) >= LEAST and all(ground.period(text) is not None for text in rest)


def _undated(ground: Ground, said: Meaning, text: str) -> Meaning:
    """A label of an axis of parts of years: the part, or the year that it names itself."""
    part = part_of_year(text) if text and not said.total else None
    when = ground.period(text) if text and not said.total and part is None else None
    if when is not None:
        return Meaning(said.piece, period=when)
    return replace(said, unknown=False, part=part) if part is not None else said


def _only_variable(ground: Ground, telling: list[str]) -> str:
    """The variable of two labels or more, if none speaks of anything else: the others are uncoded kinds of it.

    Else the known kinds would pass for all, and each of the others for none.
    """
    known = [own for text in telling if not _is_rest(ground, text) and (own := own_meaning(ground, text))]
    named = {name for own in known for name, _ in own.where}
    other = any(own.period is not None or own.measure or own.percent or len(own.where) != 1 for own in known)
    return named.pop() if len(known) >= LEAST and len(named) == 1 and not other else ""


def _own_names(ground: Ground, telling: list[str]) -> set[str]:
    """The variables that labels speak of by themselves; "" for what is no category of a single one.

    A label that only announces what others say ("All of the years") says nothing itself.
    """
    every = (own_meaning(ground, text) for text in telling if not _is_rest(ground, text))
    own = [one for one in every if one is not None and (one.where or one.period or one.measure or one.percent)]
    return {_lone_name(one) if one.period is None else "" for one in own}


def _is_rest(ground: Ground, text: str) -> bool:
    """True for "All other", which names no variable: among departments it is the other departments."""
    return any(is_rest(text, variable) for variable in ground.context.codebook.variables)


def unknown_name(hint: str) -> str:
    """The name under which an unknown breakdown stands."""
    return "?" + normalise(hint)


def _periods(ground: Ground, texts: list[str], ends: str = "") -> tuple[tuple[str, Period], ...]:
    """The periods that labels name; with the words of a head that say when its years end ("year to 31 March")."""
    bare = [ends != YEAR_ENDING and BARE_YEAR.fullmatch(text) is not None for text in texts]
    ending = [ends == YEAR_ENDING and not BARE_YEAR.fullmatch(text) for text in texts]
    told = [
        f"{ends} {text}" if ends and (a or b) else text for text, a, b in zip(texts, bare, ending, strict=True)
    ]
    seen = ground.periods(told)
    return tuple((text, when) for text, when in zip(texts, seen, strict=True) if when is not None)


def _variable(ground: Ground, telling: list[str], hint: str) -> str:
    """The variable that the labels are categories of, by their heading and by themselves."""
    headed = hint_variable(ground, hint)
    hits = ground.headings.by_categories(telling)
    best = hits[0] if hits else None
    if headed:
        knows = any(ground.matchers[headed].knows(text) for text in telling)
        clearly_other = best is not None and best.id != headed and best.score >= CLEAR and not knows
        return best.id if clearly_other and best else headed
    tied = best is not None and len(hits) > 1 and hits[1].score >= best.score
    if best is None or best.score < ENOUGH:
        return half_named(ground, telling, hint)
    return "" if tied or (len(telling) > 1 and best.score * len(telling) < 2) else best.id


def half_named(ground: Ground, telling: list[str], hint: str) -> str:
    """The variable of whose names a heading is a word, with a category of it below: "School" over kinds of school.

    Only where few different labels stand there: names of schools are no kinds.
    """
    words = set(normalise(hint).split())
    hits = ground.headings.by_categories(telling)
    if not hits or not words or len(words) > 2 or len(set(telling)) > FEW:
        return ""
    variable = ground.context.codebook.variable(hits[0].id)
    names = [set(normalise(name).split()) for name in (variable.label, *variable.names)]
    tied = len(hits) > 1 and hits[1].score >= hits[0].score
    return variable.id if not tied and any(words <= name for name in names) else ""


def _shared_noun(ground: Ground, telling: list[str]) -> str:
    """The variable whose own name stands in most labels: "North Ward", "South Ward" of the variable "ward"."""
    found = []
    for variable in ground.context.codebook.variables:
        names = {normalise(name) for name in (variable.label, *variable.names)} - {""}
        held = sum(any(_has_words(normalise(text), name) for name in names) for text in telling)
        if len(telling) > 1 and held >= ENOUGH * len(telling):
            found.append(variable.id)
    return found[0] if len(found) == 1 else ""


def _has_words(text: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def _label(ground: Ground, text: str, piece: Piece | None, reader: _Reader) -> Meaning:
    if not text:
        return Meaning()
    if _STATISTIC.fullmatch(text) and not any(known.knows(text) for known in ground.matchers.values()):
        return Meaning(piece, percent=True)
    total = total_word(text) or _all_of_measure(ground, text)
    if total and _SHARE_OF.search(text) and not of_share(ground, text):
        return Meaning(piece, percent=True)
    if total:
        said = _total(ground, text, piece, total)
        strange = reader.kind == "unknown" and _is_rest(ground, _without_total(text))
        return replace(said, where=()) if strange else said
    when = dict(reader.periods).get(text)
    if when is not None and reader.kind in ("period", "mixed", "unknown"):
        return Meaning(piece, period=when, ambiguous=reader.doubtful)
    if reader.kind == "variable" and reader.id:
        said = _category(ground, text, piece, reader.id)
        settled = reader.headed and bool(said.where)
        return said if settled or not _is_name_too(ground, text, (reader.id,)) else replace(said, ambiguous=True)
    own = own_meaning(ground, text)
    if own is not None and _is_name_too(ground, text, [name for name, _ in own.where]):
        own = replace(own, ambiguous=True)
    if own is not None and not (reader.kind == "unknown" and _is_rest(ground, text)):
        return replace(own, piece=piece)
    return Meaning(piece, where=((reader.id or "?", OneOf((), text)),), unknown=True)


def _is_name_too(ground: Ground, text: str, variables: Sequence[str]) -> bool:
    """True for a kind in the words of our question for all that is counted: "Dog attacks", on dogs or by them."""
    named = [m.id for m in ground.measures if normalise(text) in map(normalise, m.nouns)]
    asked = {name for name in variables if any(is_asked_for(ground, measure, name, text) for measure in named)}
    return any(hit.where.categories for name in asked for hit in ground.matchers[name].find(text))


def _category(ground: Ground, text: str, piece: Piece | None, variable: str) -> Meaning:
    """The label as a category of the axis's variable, unless another variable plainly owns it."""
    match = ground.matchers[variable].match(text)
    if match is not None and not match.categories:
        own = own_meaning(ground, text)
        if own is not None and (own.where or own.percent or own.measure):
            return replace(own, piece=piece)
        if of_all := of_measure(ground, text):
            return Meaning(piece, where=((unknown_name(of_all), OneOf((), text)),), unknown=True)
    where: Where = match if match is not None else OneOf((), text)
    return Meaning(piece, where=((variable, where),))


def _all_of_measure(ground: Ground, text: str) -> str:
    """ "total" for "All prosecutions", "Cases in all", "Fälle gesamt" or "All grounds": all of what a measure
    counts, or of what a variable tells apart."""
    label = normalise(text)
    nouns = {normalise(noun) for m in ground.measures for noun in (m.label, m.unit, *m.nouns)}
    nouns |= {normalise(name) for v in ground.context.codebook.variables for name in (v.label, *v.names)}
    nouns |= {f"{noun}{end}" for noun in nouns for end in ("s", "es", "e", "n", "en") if noun} - {""}
    owned = [known.match(text) for known in ground.matchers.values()]
    if any(one is not None and one.categories for one in owned):
        return ""
    forms = ("all {}", "{} in all", "all of {}", "{} gesamt", "{} insgesamt", "alle {}", "{} zusammen", "{} total")
    return "total" if any(label == form.format(noun) for noun in nouns for form in forms) else ""


def _total(ground: Ground, text: str, piece: Piece | None, total: str) -> Meaning:
    """A total, with what it is a total of: "Total officers", "2013 total"."""
    named = [m.id for m in ground.measures if normalise(text) in map(normalise, (m.label, *m.nouns))]
    if len(named) == 1:  # "Total paid" is what the survey calls the money, and no kind of outcome
        return Meaning(piece, measure=named[0], total=total)
    when = ground.period_in(_TOTAL.sub("", text))
    rest = _without_total(text)
    where = owners(ground, rest) if rest else ()
    measures = {hit.id for hit in ground.headings.caption(rest) if hit.kind == "measure"} if rest else set()
    measure = measures.pop() if len(measures) == 1 and not where else ""
    return Meaning(piece, where, when[0].period if len(when) == 1 else None, measure, total)


def _without_total(text: str) -> str:
    words = re.sub(r"(?i)\b(grand|sub|overall|sub-?total|total|totals|number|no|of|for|all|the)\b", " ", text)
    return " ".join(re.sub(r"[^\w\s/+-]", " ", words).split())


def whole_period(ground: Ground, text: str) -> Period | None:
    """The period that a text is, or the only one inside it."""
    return ground.memo.get(("period", text), lambda: _whole_period(ground, text))


def _whole_period(ground: Ground, text: str) -> Period | None:
    whole = ground.period(text)
    if whole is not None:
        return whole
    seen = ground.period_in(text)
    return seen[0].period if len(seen) == 1 else None


def corner(text: str) -> tuple[str, str]:
    """The two headings of a corner cell "Outcome / Year"; the second is "" if there is one only."""
    parts = [part.strip() for part in re.split(r"\s*[/\\|]\s*|\s+by\s+", text, maxsplit=1) if part.strip()]
    return (parts[0], parts[1]) if len(parts) == 2 else (text, "")
