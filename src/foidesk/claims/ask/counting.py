"""How many bodies: “six of the nine boards have a plan”, “four refused”, “every board that answered”."""

from __future__ import annotations

import re
from dataclasses import replace

from foidesk.words.figures import Figure

from .any_year import some_year
from .clause import Clause
from .lexicon import Lexicon
from .measures import EVERY, SHARES, best
from .none_of import had_none
from .periods import labels, told_years
from .reading import Asked, Group, Reading
from .sentence import Sentence
from .stems import stems
from .wheres import clusters
from .wording import AT_LEAST_ONE, THRESHOLD, TOGETHER

PREDICATES = (
    (
        "silent",
        re.compile(
            (
                r"\b(?:did not|never|failed to|didn['’]t|yet to|have not|has not|"
                r"had not)\s+(?:even\s)?(?:reply|replied|"
                r"respond|responded|answer|answered|got back|get back|wrote back|write back|"
                r"acknowledge)\b|\b(?:gave|"
                r"sent) no (?:reply|answer|response)\b|"
                r"\bignored\b|\b(?:stayed|remained|kept|was|were|fell|has been|have been) silent\b|"
                r"\bkept (?:its|their|quiet)\b|"
                r"\bnothing (?:was|has been|had been) heard\b|\b(?:no|without an?) (?:reply|answer|"
                r"response|word) (?:came|was|has)\b|"
                r"\bheard nothing\b"
            ),
            re.IGNORECASE,
        ),
    ),
    (
        "refused",
        re.compile(
            r"\b(?:refus(?:e|ed|es|ing|al)|declin(?:e|ed|ing)|would not|withheld|rejected|"
            r"turned (?:\w+ ){1,3}down|turned down|"
            r"knocked (?:\w+ ){1,3}back|relied on|invoked|(?:cited|citing|used|"
            r"claimed)(?: an?)? (?:section|exemption)|said no(?=\W*$|[.,;]| to\b))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "answered",
        re.compile(
            (
                r"\b(?:answer(?:ed|s)?|repl(?:y|ied|ies)|respond(?:ed|s)?|(?:provided|gave|sent|supplied|released|"
                r"disclosed|returned|handed over|came back with)(?: us| the| any| some| their| its)* "
                r"(?:data|figures|numbers|answers|information|details|statistics))\b"
            ),
            re.IGNORECASE,
        ),
    ),
    ("asked", re.compile(r"\b(?:were|was) (?:asked|surveyed|approached|contacted)\b", re.IGNORECASE)),
)
MORE = re.compile(
    r"\b(?:longer|more|higher|larger|bigger|greater|worse|slower|rose|increased|rise)\b", re.IGNORECASE
)
LESS = re.compile(
    r"\b(?:shorter|fewer|less|lower|smaller|better|faster|quicker|fell|decreased|fall)\b", re.IGNORECASE
)
NO = re.compile(r"\b(?:no|not|without|nor|never)\b|n['’]t\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the|all|those|these|them)\b", re.IGNORECASE)
_OR_MORE = re.compile(r"\s*(?:\w+\s+){0,2}(?:or|and) (?:more|over|above)")
"""Behind a number that is the least: "50 cases or more"."""


def _any(part: Clause, text: str, whole: Group) -> Reading | None:
    """Bodies with at least one of what a measure counts."""
    start, end = part.own_clause
    counts = [one for one in part.one.figures if start <= one.start < end and one.kind != "date"]
    groups = [seen.figure for seen in part.one.groups]
    if _HAD_NO.match(text.lstrip()):
        return None
    held = (
        _HAD.match(text.lstrip())
        and not part.part.categories
        and all(one in groups or one is part.figure for one in counts)
    )
    if not AT_LEAST_ONE.search(part.one.plain) and not held:
        return None
    measure = best(frozenset(stems(part.one.bare)), ("count", "quantity"), part.lexicon)
    span = labels(part.one.whens, part.lexicon.definition.period, part.one.text)
    return Reading("bodies", measure, {}, replace(whole, kind="none", n=None), span.label) if measure else None


_DID_NOT = re.compile(r"\s*(?:of them\s)?did not\s*(?:[.;,)]|$)")
_ANSWERED = re.compile(r"\b(?:answered|replied|responded|gave (?:figures|data|an answer))\b", re.IGNORECASE)
"""In front of those who "did not": "eight answered; two did not"."""
_GIVEN_BY = re.compile(
    r"\b(?:disclosed|released|supplied|provided|given|sent|reported|replies|answers|data|figures|"
    r"returns) (?:by|from)\s$|\baccording to (?:all |just |only )?$"
)
"""In front of the number of those that answered: "disclosed by 39 of the 43"."""
_HAD = re.compile(r"(?:had|have|opened|recorded|reported|saw|received|logged)\b", re.IGNORECASE)
"""Behind a number of bodies: they have at least one of what follows."""
_HAD_NO = re.compile(rf"{_HAD.pattern}\s+(?:no|not|nothing|none|neither|zero|nil)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"\s+of (?:all|the|them|these|those)\b(?! (?:its|their))")
"""Behind a share that the counted bodies hold together: no limit for each."""
_OTHER_CLAUSE = re.compile(r"[;:]|,\s(?:while|but|whereas)\s|\s[–—-]\s")
"""What follows is said of others."""


def bodies_counted(part: Clause, group: Group) -> Asked:
    """The figure as a number, or a share, of bodies that fulfil the predicate of the sentence."""
    whole = _whole(part, group)
    text = part.one.plain[part.figure.end :]
    share = part.figure.kind in SHARES
    name = "share of bodies" if share else "bodies"
    found = predicate(part, text, whole)
    if found is None:
        return part.asked(open="the words do not say what is counted of the bodies in terms of the survey")
    own = replace(found, statistic=name)
    named = _named_behind(part) if found.predicate in ("refused", "silent", "ended", "answered") else ()
    told = part.asked(own, replace(own, group=Group("listed", named))) if named else part.asked(own)
    return some_year(told, part.one)


def _named_behind(part: Clause) -> tuple[str, ...]:
    """ "Four boards refused: Exampleton, …": as many bodies as are counted, listed behind a colon."""
    text = part.one.plain
    colon = text.find(":", part.figure.end)
    named = tuple(dict.fromkeys(seen.body for seen in part.one.bodies if colon >= 0 and seen.start > colon))
    return named if len(named) == part.figure.value and len(named) > 1 else ()


def _whole(part: Clause, group: Group) -> Group:
    """The group that the counted bodies are among: the one after "of", else the noun itself."""
    others = [
        seen.group
        for seen in part.one.groups
        if seen.start > part.figure.end or (seen.figure is not None and seen.figure is not part.figure)
    ]
    if others and _OF.match(part.one.plain[part.figure.end :]):
        return others[0]
    kind = group.kind if group.kind in ("answered", "given") else "none"
    if kind == "none" and (more := [one for one in others if one.kind in ("answered", "asked")]):
        return more[0]
    return replace(group, kind=kind, n=None)


def predicate(part: Clause, text: str, whole: Group) -> Reading | None:
    """What is said of the bodies: how they ended, a threshold, a comparison, a category, a yes or no."""
    rest = _without_group(part, text)[: max(0, part.part.end - part.figure.end)]
    if _GIVEN_BY.search(part.before):
        return Reading("bodies", "", {}, replace(whole, kind="none", n=None), predicate="answered")
    if none := had_none(part, whole):
        return none
    denied = _denies(part)
    for way in (_answers, _threshold, _compared, _category, _any, _ended):
        found = None if denied and way in (_category, _any) else way(part, rest, whole)
        if found is not None:
            return found
    return None


_DENIES = re.compile(
    r"\b(?:(?:no|not)(?!\s(?:more|fewer|less|only|just|all)\b)|never|neither|nor|without|nobody|nothing|none|zero|nil|"
    r"yet to)\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)


_ENDS = re.compile(rf"{_OTHER_CLAUSE.pattern}|,\s")


def _denies(part: Clause) -> bool:
    """True if what is said of the counted bodies is denied: "three councils had *no* dismissals"."""
    text = part.one.plain
    clause = _ENDS.search(text, part.figure.end)
    own = _DENIES.finditer(text, part.figure.end, clause.start() if clause else len(text))
    kinds = part.one.every_kind
    return any(not any(kind.start <= seen.start() < kind.end for kind in kinds) for seen in own)


def _without_group(part: Clause, text: str) -> str:
    """The predicate without the group's own words ("of the nine boards that answered")."""
    offset = len(part.one.plain) - len(text)
    for seen in part.one.groups:
        end = seen.end - offset
        if 0 < end <= len(text) and (seen.figure is not part.figure or seen.end > part.figure.end):
            text = " " * end + text[end:]
    return text


def _answers(part: Clause, text: str, whole: Group) -> Reading | None:
    """A variable that is answered yes or no, named by its label."""
    found = yes_no(part.lexicon, text)
    if found is None:
        return None
    measure, variable, category = found
    return Reading("bodies", measure, {variable: (category,)}, whole)


def yes_no(lexicon: Lexicon, text: str) -> tuple[str, str, str] | None:
    """Measure, variable and category of a yes/no question that the text speaks of."""
    said = frozenset(stems(text))
    for variable, (yes, no) in lexicon.yes_no.items():
        one = lexicon.variable(variable)
        keys = [frozenset(stems(name)) - {"force", "in"} for name in (one.label, variable, *one.names)]
        telling = {word for key in keys for word in key}
        if not any(key and key <= said for key in keys) and not _last_word(keys, said):
            continue
        measures = lexicon.measures_of(variable)
        measure = next(
            (id for id in measures if any(telling & phrase for phrase in lexicon.measure_phrases[id])), measures[0]
        )
        return measure, variable, no if NO.search(text) else yes
    return None


def _last_word(keys: list[frozenset[str]], said: frozenset[str]) -> bool:
    """ "A plan is in force" for "escalation plan in force"."""
    return any(len(key) > 1 and len(key & said) >= len(key) - 1 for key in keys)


_TYPES_OF_LIMIT = {
    "money": ("money",), "percent": ("share",), "ratio": ("share",), "fraction": ("share",),
    "duration": ("duration",),
}  # fmt: skip
"""The types of measure that a limit of each kind can be a limit of; any other is one of counts."""


def _threshold(part: Clause, text: str, whole: Group) -> Reading | None:
    return limited(part.one, part.figure.end, part.lexicon, whole, part.state.measure)


def limited(one: Sentence, after: int, lexicon: Lexicon, whole: Group, told: str = "") -> Reading | None:
    """The bodies at or beyond a limit that stands behind `after`; `told` is the measure spoken of before."""
    limit = next((figure for figure in one.figures if figure.start > after and _is_limit(figure, one)), None)
    if limit is None or TOGETHER.search(one.plain):
        return None
    types = _TYPES_OF_LIMIT.get(limit.kind, ("count", "quantity"))
    said = frozenset(stems(one.bare))
    loose = types != ("count", "quantity")
    measure = best(said, types, lexicon) or (loose and best(said, types, lexicon, loose=True)) or told
    if not measure:
        return None
    if not limit.hedge:
        limit = replace(limit, hedge="at least" if _OR_MORE.match(one.plain[limit.end :]) else "at most")
    if limit.value == 1 and limit.hedge == "at least":
        return None
    span = labels(one.whens, lexicon.definition.period, one.text)
    where = {seen.variable: seen.categories for seen in one.categories}
    return Reading("bodies", measure, where, whole, span.label, threshold=limit)


def _is_limit(figure: Figure, one: Sentence) -> bool:
    """ "50 cases or more", "above 15 minutes": a number that each of the bodies is at or beyond."""
    hedged = figure.hedge in ("more than", "at least", "fewer than", "at most", "well over")
    return (
        figure.kind in ("count", "money", "percent", "ratio", "fraction", "duration")
        and not _OF_ALL.match(one.plain, figure.end)
        and (hedged or bool(THRESHOLD.match(one.plain[figure.end :])))
        and not any(seen.figure is figure for seen in one.groups)
    )


def _compared(part: Clause, text: str, whole: Group) -> Reading | None:
    years = told_years(part.one.whens)
    direction = 1 if MORE.search(text) else -1 if LESS.search(text) else 0
    if len(years) != 2 or not direction:
        return None
    said = frozenset(stems(part.one.bare))
    measure = best(said, EVERY, part.lexicon) or best(said, EVERY, part.lexicon, loose=True)
    if not measure:
        return None
    own = Reading("bodies", measure, {}, whole, years[0], direction=direction)
    return replace(own, other=replace(own, period=years[1]))


def _category(part: Clause, text: str, whole: Group) -> Reading | None:
    seen = list(part.part.categories or part.one.categories)
    if not seen:
        return None
    where: dict[str, tuple[str, ...]] = {}
    for one in seen:
        where[one.variable] = (*where.get(one.variable, ()), *one.categories)
    for name in where if part.part.categories else ():
        where[name] = clusters(part.part, name, part.figure, part.one.plain)
    types = ("count", "quantity", "money")
    measure = best(frozenset(stems(part.one.bare)), types, part.lexicon) or next(
        iter(part.lexicon.measures_of(seen[0].variable)), ""
    )
    if measure and not all(name in part.variables_of(measure) for name in where):
        measure = next(iter(part.lexicon.measures_of(seen[0].variable)), "")
    span = labels(part.one.whens, part.lexicon.definition.period, part.one.text)
    return Reading("bodies", measure, where, whole, span.label) if measure else None


def did_not(part: Clause) -> bool:
    """ "Eight answered; two did not": the rest of those that were asked."""
    text, figure = part.one.plain, part.figure
    return bool(_DID_NOT.match(text, figure.end) and _ANSWERED.search(text[: figure.start]))


def _ended(part: Clause, text: str, whole: Group) -> Reading | None:
    if did_not(part):
        return Reading("bodies", "", {}, replace(whole, kind="none", n=None), predicate="ended")
    own = _OTHER_CLAUSE.split(text)[0]
    first = [(found.start(), name) for name, pattern in PREDICATES if (found := pattern.search(own))]
    if not first:
        return None
    group = replace(whole, kind="none") if whole.kind == "answered" else whole
    return Reading("bodies", "", {}, replace(group, n=None), predicate=min(first)[1])
