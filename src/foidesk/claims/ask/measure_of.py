"""Which measure a figure is of: by its noun, its categories, the words beside it, or what was spoken of before."""

from __future__ import annotations

import re

from .clause import Clause
from .either import spoken_of
from .measures import EVERY, SHARES, TYPES, best, is_person, limit, of_unit, only
from .own_end import clause_end, own_end
from .sentence import said as words_said
from .stems import stems, tokens
from .wording import OUT_OF, SET_AGAINST

_SHARE = re.compile(r"\b(?:share|proportion|percentage|rate)\b")
_GENERAL = re.compile(
    r"\b(?:totals?|numbers|figures|counts|tallies) (?:at|of|for|among|across|ran|rang)", re.IGNORECASE
)
"""What is counted, without its name: "totals at the ten councils"."""
_IT = re.compile(r"\b(?:it|that|this|the (?:figure|wait|time|median|average)) (?:\w+ ){0,4}$")
"""Before a bare number of whatever was spoken of: "it had crept up to 48"."""
_TIMES_THE = re.compile(r"\b(?:times|twice|double|triple|half) (?:the|its|their)\s$", re.IGNORECASE)
"""Before the other side of a multiple: "three times the 17 at Exampleton"."""
_AGAINST_IT = re.compile(rf"[\s,(–—-]*(?:{SET_AGAINST}|from)\s(?:just\s|only\s|the\s)*", re.IGNORECASE)
_SHARE_OF = re.compile(r"\b(?:share|proportion|percentage) of\b")


def measure_of(part: Clause) -> tuple[str, str]:
    """The measure, and for a share of one measure in another the whole.

    Of several measures of one name it is the one that is spoken of.
    """
    found, base = _named(part)
    if found:
        return found, base
    told = spoken_of(part, own_end(part))
    return told, told if part.figure.kind in SHARES and not part.is_change() else ""


def _named(part: Clause) -> tuple[str, str]:
    types = TYPES.get(part.figure.kind, ("count", "quantity"))
    kinds = {one.kind for one in part.one.figures}
    if part.figure.kind == "multiple":
        types = ("count", "money", "quantity", "duration")
        types = ("money",) if "money" in kinds and "count" not in kinds else types
    if only := _only_money(part):
        return only, ""
    if of_time := _in_its_unit(part):
        return of_time, ""
    if headed := _headed(part):
        return headed
    if again := _set_against(part) or _verb_of_pair(part, types):
        return again, ""
    if part.place > 0 and part.state.measure and OUT_OF.search(part.one.plain[: part.figure.start]):
        own = best(frozenset(stems(part.context.unit)), EVERY, part.lexicon) if not part.context.inherited else ""
        return own or part.lexicon.whole_of(part.state.measure), ""
    if whole := _whole_of_pair(part):
        return whole, ""
    said = _said(part)
    sentence = words_said(part.one.bare[: own_end(part)])
    if part.figure.kind in SHARES or part.figure.kind == "points":
        return _measure_of_share(part, said, sentence)
    found = best(said, types, part.lexicon)
    if instead := _people_of_cases(part, found):
        return instead, ""
    if _counts_category(part):
        return _by_category(part, types), ""
    own = "" if part.context.inherited else best(frozenset(stems(part.context.unit)), types, part.lexicon)
    if own and found != own and not (found and _names_more(part, found, said)):
        found = own
    found = _in_words(part, types, said, sentence, found)
    return found or spoken_of(part, own_end(part)) or _headline(part, types), ""


def _in_words(
    part: Clause, types: tuple[str, ...], said: frozenset[str], sentence: frozenset[str], found: str
) -> str:
    """The measure that the words name, or that was told before; `found` is the one named beside the figure."""
    return (
        _whole_ahead(part, said, types)
        or _longer(part, found, said, types)
        or _part_of_told(part, said, types)
        or (_carried(part, types) if _goes_on(part) else "")
        or _by_category(part, types)
        or _carried(part, types)
        or _named_so_far(part, types)
        or best(sentence, types, part.lexicon)
        or best(said, types, part.lexicon, loose=True)
        or best(sentence, types, part.lexicon, loose=True)
    )


def _verb_of_pair(part: Clause, types: tuple[str, ...]) -> str:
    """ "They *recovered* 349 of the 1,185 items that went missing": a part-measure, by the verb in front."""
    behind = next((one for one in part.one.figures if one.start >= part.figure.end), None)
    if part.figure.kind != "count" or behind is None or behind.kind != "count":
        return ""
    if not _OF_THE.fullmatch(part.one.plain[part.figure.end : behind.start]):
        return ""
    ahead = words_said(part.one.bare[part.part.start : part.figure.start])
    found = best(ahead, types, part.lexicon) or best(ahead, types, part.lexicon, loose=True)
    return found if found and part.lexicon.whole_of(found) != found else ""


def _whole_ahead(part: Clause, said: frozenset[str], types: tuple[str, ...]) -> str:
    """ "*642 items* were mislaid, of which 189 were found": of what a part-measure is told behind it."""
    behind = part.parts[part.place + 1] if part.place + 1 < len(part.parts) else None
    if part.place or behind is None or behind.figure is None or best(said, types, part.lexicon):
        return ""
    if not _OF_WHICH.search(part.one.plain[behind.start : behind.figure.start]):
        return ""
    told = best(words_said(behind.bare), types, part.lexicon)
    whole = part.lexicon.whole_of(told) if told else ""
    return whole if whole != told else ""


_OF_WHICH = re.compile(r"\bof (?:which|whom|these|those|them)\b", re.IGNORECASE)


def _whole_of_pair(part: Clause) -> str:
    """ "120 of *145 items* were not recovered": what the part-measure before is a part of."""
    before = part.parts[part.place - 1].figure if part.place else None
    if before is None or not _OF_THE.fullmatch(part.one.plain[before.end : part.figure.start]):
        return ""
    told = part.state.measure
    whole = part.lexicon.whole_of(told) if told else ""
    own = "" if part.context.inherited else best(frozenset(stems(part.context.unit)), EVERY, part.lexicon)
    return whole if whole != told and not own else ""


_OF_THE = re.compile(r"\s(?:out )?of\s(?:the\s|its\s|their\s|all\s|those\s|these\s)*")


def _set_against(part: Clause) -> str:
    """ "6,022 claims in 2025, *against 4,386* in 2022, as repairs fell": of the measure that the first is of."""
    bare = part.figure.kind == "count" and (part.context.inherited or not part.context.unit)
    if part.place == 0 or not bare or not part.state.measure:
        return ""
    kind = part.lexicon.kind(part.state.measure)
    return part.state.measure if kind in ("count", "quantity") and _AGAINST_IT.fullmatch(part.before) else ""


def _named_so_far(part: Clause, types: tuple[str, ...], told_ahead: bool = True) -> str:
    """What is named up to the end of the figure's own clause: what comes behind is told of something else.

    With `told_ahead`, first what stands before the figure: a share may be of that, and tell of what comes behind.
    """
    ahead = words_said(part.one.bare[: part.figure.start])
    own = words_said(part.one.bare[: clause_end(part)])
    found = (best(ahead, types, part.lexicon) if told_ahead else "") or best(own, types, part.lexicon)
    behind = best(words_said(part.one.bare), types, part.lexicon)
    return found or (best(own, types, part.lexicon, loose=True) if behind else "")


def _said(part: Clause) -> frozenset[str]:
    """The words of the part, without those of a kind that only sound like a measure: "*claims* handlers"."""
    text, start = part.part.bare[: clause_end(part) - part.part.start], part.part.start
    for seen in part.part.categories:
        named = best(frozenset(stems(seen.text)), EVERY, part.lexicon)
        if named and named not in part.lexicon.measures_of(seen.variable):
            text = text[: seen.start - start] + " " * (seen.end - seen.start) + text[seen.end - start :]
    return words_said(text)


def _headed(part: Clause) -> tuple[str, str] | None:
    """ "Median wait in 2024 (minutes): Exampleton 48, Sampleton 41": bare figures are of what the head names."""
    text, figure = part.one.plain, part.figure
    colon = text.rfind(": ", 0, figure.start)
    if colon < 0 or figure.kind not in ("count", "percent") or (part.context.unit and not part.context.inherited):
        return None
    limits = ("date", "duration", "size")
    asserted = [one for one in part.one.figures if one.start < colon and one.kind not in limits]
    own = words_said(part.one.bare[max(colon, part.part.start) : part.part.end])
    if asserted or any(seen.start < colon for seen in part.one.bodies) or best(own, EVERY, part.lexicon):
        return None
    head = words_said(part.one.bare[:colon])
    if figure.kind == "percent":
        full = best(head, ("share", "count", "money"), part.lexicon)
        if not full or not _SHARE.search(text.lower()):
            return None
        return full, "" if part.lexicon.kind(full) == "share" else part.lexicon.whole_of(full)
    measure = best(head, ("count", "quantity", "duration"), part.lexicon)
    return (measure, "") if measure else None


def _part_of_told(part: Clause, said: frozenset[str], types: tuple[str, ...]) -> str:
    """ "It received 189 of them and *paid* 22": the verb tells a part-measure of what was spoken of."""
    told, phrases = part.state.measure, part.lexicon.measure_phrases
    if not told or told not in phrases or best(said, types, part.lexicon):
        return ""
    every = {id: frozenset[str]().union(*many) for id, many in phrases.items() if part.lexicon.kind(id) in types}
    parts = [id for id in every if id != told and part.lexicon.whole_of(id) == told]
    found = [
        id
        for id in parts
        if (every[id] - frozenset[str]().union(*(every[one] for one in every if one != id))) & said
    ]
    return found[0] if len(found) == 1 else ""


def _only_money(part: Clause) -> str:
    """The one measure of money in the currency of a sum; "" if there is none or several."""
    if part.figure.kind != "money":
        return ""
    units = of_unit(part.figure, part.lexicon)
    measures = part.lexicon.definition.codebook.measures
    typed = [one.id for one in measures if part.lexicon.kind(one.id) == "money" and one.id in units]
    return typed[0] if len(typed) == 1 else ""


def _in_its_unit(part: Clause) -> str:
    """ "Closed for 1,023 hours": of the one measure that adds up hours, where the sentence has a word of it."""
    if part.figure.kind != "duration":
        return ""
    able = [id for id in of_unit(part.figure, part.lexicon) if part.lexicon.kind(id) in ("quantity", "count")]
    if len(able) != 1 or best(words_said(part.one.bare), ("duration",), part.lexicon, loose=True):
        return ""
    words = frozenset[str]().union(*part.lexicon.measure_phrases[able[0]])
    return able[0] if words & words_said(part.one.bare) else ""


def _people_of_cases(part: Clause, found: str) -> str:
    """ "40 people resigned": the survey breaks down cases by how they ended, not people."""
    if not found or part.place > 0 or not is_person(part.lexicon.measure(found).unit) or not part.part.categories:
        return ""
    able = part.lexicon.measures_of(part.part.categories[0].variable)
    return able[0] if able and found not in able else ""


def _headline(part: Clause, types: tuple[str, ...]) -> str:
    """A bare number beside a body ("with 88") is of what the survey is about: its first finding."""
    general = bool(part.one.groups) and bool(_GENERAL.search(part.one.plain))
    if part.context.unit and not part.context.inherited and not general:
        return ""
    if not (part.one.bodies or part.state.group.ids or general) or _TIMES_THE.search(part.before):
        return ""
    measures = part.lexicon.definition.codebook.measures
    first = [one.measure for one in part.lexicon.definition.findings if one.headline] + [
        one.id for one in measures
    ]
    return next((one for one in first if part.lexicon.kind(one) in types), "")


def _longer(part: Clause, found: str, said: frozenset[str], types: tuple[str, ...]) -> str:
    """ "106 were paid" after "301 claims" is claims paid: the noun before goes with this verb."""
    if part.state.noun and not (found and part.has_noun(found)):
        fullest = {
            id: max((len(one) for one in phrases if one <= said | part.state.noun and one & said), default=0)
            for id, phrases in part.lexicon.measure_phrases.items()
            if part.lexicon.kind(id) in types
        }
        top = [id for id, length in fullest.items() if length == max(fullest.values()) > 0]
        if len(top) == 1 and top[0] != part.state.measure:
            return top[0]
    return found


def _counts_category(part: Clause) -> bool:
    """ "Two claims handlers": the noun is a category, whatever measure is named inside it."""
    if part.context.inherited or not part.context.unit:
        return False
    at = part.one.plain.find(part.context.unit, part.figure.end)
    end = at + len(part.context.unit)
    named = best(frozenset(stems(part.context.unit)), EVERY, part.lexicon)
    return at >= 0 and any(
        seen.start <= at and seen.end >= end and named not in part.lexicon.measures_of(seen.variable)
        for seen in part.part.categories
    )


def _names_more(part: Clause, measure: str, said: frozenset[str]) -> bool:
    """ "Claims paid" takes the noun of the figure and more."""
    noun = frozenset(stems(part.context.unit))
    return any(
        phrase <= said and phrase & noun and len(phrase) > 1 for phrase in part.lexicon.measure_phrases[measure]
    )


def _goes_on(part: Clause) -> bool:
    """ "Of the 21 people, 17 were officers": what is counted is what the part before counts."""
    return (
        part.place > 0
        and bool(part.state.measure)
        and (part.context.inherited or not part.context.unit or bool(part.part.categories))
    )


def _by_category(part: Clause, types: tuple[str, ...]) -> str:
    """The measure that is broken down by the categories named; the one spoken of before goes first."""
    variables = [seen.variable for seen in part.part.categories] or [*part.state.where]
    for variable in variables:
        before = part.state.measure
        if (
            part.place > 0
            and before
            and part.lexicon.kind(before) in types
            and variable in part.variables_of(before)
        ):
            return before
        able = [one for one in part.lexicon.measures_of(variable) if part.lexicon.kind(one) in types]
        if part.state.measure in able:
            return part.state.measure
        if able:
            return able[0]
    return ""


def _carried(part: Clause, types: tuple[str, ...]) -> str:
    """The measure that the words before spoke of, if the figure can be of it."""
    measure = part.state.measure
    if not measure:
        return ""
    kind = part.lexicon.kind(measure)
    it = kind == "duration" and not part.context.unit and _IT.search(part.one.plain[: part.figure.start])
    return measure if kind in types or it else ""


def _measure_of_share(part: Clause, said: frozenset[str], sentence: frozenset[str]) -> tuple[str, str]:
    """The measure of a share with its whole: one that bodies gave as a share has none."""
    shares = (best(words, ("share",), part.lexicon, loose=True) for words in (said, sentence))
    given = next(filter(None, shares), "")
    if given and part.figure.kind in ("percent", "points", "fraction", "ratio"):
        return given, ""
    if (
        part.state.measure
        and part.lexicon.kind(part.state.measure) == "share"
        and part.figure.kind in ("percent", "points")
        and not best(said, ("count", "money"), part.lexicon)
    ):
        return part.state.measure, ""
    able = ("count", "money", "quantity")
    if _OF_MONEY.match(part.one.plain, part.figure.end):
        money = only(part.lexicon, "money")
        return money, money
    if part.is_change():
        return _measure_of_change(part, said, sentence, able)
    if pair := _part_and_whole(part, able):
        return pair
    noun = best(frozenset(stems(part.context.unit)), able, part.lexicon)
    full = best(said, able, part.lexicon) or _named_so_far(part, able, False) or best(sentence, able, part.lexicon)
    if full and _SHARE_OF.search(part.one.plain) and not part.part.categories:
        whole = part.lexicon.whole_of(full)
        return (full, whole) if whole != full else (full, full)
    if noun and full and noun != full:
        return full, noun
    if full and not noun and not part.part.categories and not _OF_SOMETHING.match(part.one.plain, part.figure.end):
        return full, part.lexicon.whole_of(full)  # "one in four waited over an hour": of all that it is a part of
    measure = noun or full or _by_category(part, able) or _carried(part, able)
    return measure, measure


def _measure_of_change(
    part: Clause, said: frozenset[str], sentence: frozenset[str], able: tuple[str, ...]
) -> tuple[str, str]:
    """What rose or fell by a percentage; with its whole where a share of it did."""
    measure = (
        best(said, able, part.lexicon)
        or _named_so_far(part, able, told_ahead=False)
        or best(sentence, able, part.lexicon)
        or _carried(part, able)
        or best(sentence, able, part.lexicon, loose=True)
    )
    if measure and _is_of_the_next(part, measure):
        return "", ""
    whole = part.lexicon.whole_of(measure) if measure and _SHARE.search(part.one.plain) else ""
    return measure, whole if whole != measure else ""


def _is_of_the_next(part: Clause, measure: str) -> bool:
    """What rose is named only behind it, with another change: "use rose 8 per cent, and the bill 14"."""
    phrases = part.lexicon.measure_phrases[measure]
    words = frozenset[str]().union(*phrases)
    behind = part.one.bare[part.part.end :]
    others = any(
        one.figure is not None and one.figure.kind == part.figure.kind for one in part.parts[part.place + 1 :]
    )
    if part.state.measure == measure or not others:
        return False
    return not words & words_said(part.one.bare[: part.part.end]) and bool(words & words_said(behind))


_WHOLE = re.compile(
    r"\s+(?:out\s)?of\s(?:all\s|the\s|its\s|their\s|those\s|these\s)*(?:[\d,]+\s)?"
    r"(?P<base>(?:(?!(?:was|were|is|are|had|have|has|took|take|led|ended|lasted|got|came|went|that|which|"
    r"who|it|they|"
    r"breached|over|end|over)\b)[\w'’-]+\s*){1,9})(?P<of>(?:(?:that|which)\s)?(?:it|they|he|she)\s\w+(?:\s\w+)?)?"
)
"""Behind a share, what it is of: "of the claims it received"."""


_OF_MONEY = re.compile(
    r"\s+(?:out )?of\s(?:the\s|its\s|their\s|all\s|that\s|a total of\s)*"
    r"(?:[£$€]|(?:total\s)?(?:money|cash|sums?|takings|haul|proceeds|bill|spending|spend)\b)"
)
"""Behind a share of a sum: "a quarter *of the £*325,161"."""
_OF_SOMETHING = re.compile(r"\s+(?:out\s)?of\b")
WHOLE_AHEAD = re.compile(r"\W*(?:(?:in|at|for)\s[^,]*,\s)?(?:of|among|amongst)\s(?P<base>[^;:]*)$", re.IGNORECASE)
"""In front of a share, what it is of: "Of the claims at Exampleton, …"."""


_THAT = re.compile(r"\s?(?:that|which)\s(?:went |were |was |had (?:been )?)?\w+")
"""Behind the noun of a whole, what it is told by: "of the items *that vanished*"."""


def _part_and_whole(part: Clause, able: tuple[str, ...]) -> tuple[str, str] | None:
    """ "Settled 23 per cent of the claims": the measure that noun and verb name together, and that of the noun."""
    text, figure = part.one.bare, part.figure
    ahead = text[part.part.start : figure.start]
    if found := _WHOLE.match(text, figure.end):
        rest = words_said(ahead) | words_said(text[found.end() : max(found.end(), part.part.end)])
    elif found := WHOLE_AHEAD.match(ahead):
        rest = words_said(text[figure.end : part.part.end])
    else:
        return None
    noun = frozenset(stems(found["base"]))
    base = best(noun, able, part.lexicon)
    if not base and (told := _THAT.match(text, found.end())):
        noun = noun | frozenset(stems(told[0]))
        base = best(noun, able, part.lexicon)
        rest = rest - frozenset(stems(told[0]))
    able = tuple(kind for kind in able if not base or kind == part.lexicon.kind(base))
    swapped = {"over" if word in ("within", "under") else "within" if word == "over" else word for word in rest}
    rest = rest | swapped if limit(tuple(token.stem for token in tokens(part.part.bare))) else rest
    scores = {
        id: len(phrase)
        for id, phrases in part.lexicon.measure_phrases.items()
        for phrase in sorted(phrases, key=len)
        if id != base and part.lexicon.kind(id) in able and phrase <= rest | noun and phrase & (rest - noun)
    }
    top = [id for id, score in scores.items() if score == max(scores.values())]
    return (top[0], base) if base and len(top) == 1 else None


def noun_of(part: Clause, measure: str) -> frozenset[str]:
    """The words of the measure that stand in the part: they go with the verbs of parts to come."""
    if not measure:
        return frozenset()
    return frozenset().union(*(phrase & part.part.stems for phrase in part.lexicon.measure_phrases[measure]))
