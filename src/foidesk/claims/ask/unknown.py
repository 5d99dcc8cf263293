"""Words beside a number that may restrict what it counts and that the survey does not know."""

from __future__ import annotations

import re

from foidesk.words.figures import Figure
from foidesk.words.figures.context import Context

from .lexicon import Lexicon
from .reading import Where
from .sentence import Part, Sentence
from .stems import STOP, stem, tokens

_NEUTRAL = frozenset(
    stem(word)
    for word in (
        "total new further separate such recorded reported individual different official confirmed "
        "overall other similar single more all only same whole annual yearly previous complete full known "
        "stated answered combined claimed made received logged counted registered lodged submitted filed "
        "brought opened investigated handled occurred happened place number numbers figure figures count "
        "tally sum list over since between during within period window year years time there they it that "
        "this these those which who them themselves had has have was were been being is are be do did "
        "noted seen saw got gave given took taken came went said told showed shown show found find "
        "revealed reveal according freedom information act request reply answer survey investigation data "
        "analysis also still just about around than then now while when where what how not no nor both "
        "each every per cent percent percentage across among amid against nationally nationwide country "
        "land altogether together respectively alone ever high low highest lowest up down rise rose fall "
        "fell most fewest average median mean share proportion part rest ahead behind follow followed "
        "compared double triple half third quarter so far last next first second month months week weeks "
        "day days "
    ).split()
)
_BEHIND = re.compile(
    (
        r"\s+(?:of|with|involving|over|about|concerning|for|against|where|in which|in whom|that|who|"
        r"which|ended|ending|brought|led|resulted|came|due|caused|based|linked|"
        r"related)\b(?P<words>[^,;:.()]{0,70})"
    ),
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\s+of\s+(?:the|these|those|all)\b", re.IGNORECASE)


def unexplained(
    figure: Figure, context: Context, part: Part, one: Sentence, lexicon: Lexicon, measure: str, where: Where
) -> str:
    """The first words that nothing of the survey explains; "" if all are known or harmless."""
    if figure.kind not in ("count", "money", "several") or context.inherited:
        return ""
    return _before_noun(figure, context, part, lexicon, measure) or _behind_noun(
        figure, context, part, one, lexicon, measure, where
    )


def _known(lexicon: Lexicon, measure: str) -> frozenset[str]:
    own = frozenset(word for phrase in lexicon.measure_phrases[measure] for word in phrase)
    return own | _NEUTRAL | frozenset(stem(word) for word in lexicon.measure(measure).unit.lower().split())


def _before_noun(figure: Figure, context: Context, part: Part, lexicon: Lexicon, measure: str) -> str:
    """ "12 serious cases": an adjective between number and noun."""
    words = [token for token in tokens(context.unit) if token.word not in STOP]
    if len(words) < 2 or figure.kind == "money":
        return ""
    known = _known(lexicon, measure)
    said = " ".join(seen.text.lower() for seen in part.categories)
    for token in words[:-1]:
        raw = context.unit[token.start : token.end].lower()
        if token.stem not in known and raw not in said and not _is_name(raw, part):
            return context.unit
    return ""


def _is_name(word: str, part: Part) -> bool:
    return any(word in part.text[seen.start - part.start : seen.end - part.start].lower() for seen in part.bodies)


def _behind_noun(
    figure: Figure, context: Context, part: Part, one: Sentence, lexicon: Lexicon, measure: str, where: Where
) -> str:
    """ "12 cases of something": a restriction behind the noun, of which no word is known."""
    at = (
        one.plain.find(context.unit, figure.end) + len(context.unit)
        if context.unit and figure.unit != context.unit
        else figure.end
    )
    at = max(at, figure.end)
    of_whole = _OF_THE.match(one.plain, figure.end)
    found = _BEHIND.match(one.bare, at)
    if found is None:
        return one.plain[figure.start : at] if of_whole and not where and not part.bodies else ""
    start, end = found.start("words"), found.end("words")
    end = min(end, part.end) if end > part.end > start else end
    spans = [
        (seen.start, seen.end) for many in (one.categories, one.bodies, one.groups, one.whens) for seen in many
    ]
    if any(first < end and last > start for first, last in spans):
        return ""
    known = _known(lexicon, measure)
    rest = [
        token
        for token in tokens(one.bare[start:end])
        if token.word not in STOP and token.stem not in known and not token.stem.isdigit()
    ]
    if not rest:
        return ""
    return " ".join(one.plain[at:end].split())
