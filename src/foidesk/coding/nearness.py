"""Which category a phrase lies nearest to in meaning: the third way to a suggestion, after synonyms and letters.

Word vectors know that a puppy is a dog. They know no negation, no stage and no grade ("written warning" lies near
"final written warning"), so a phrase with such words gets no suggestion from them, and a grave category is never
suggested. They order the choices, and mark one where it is near enough and no other is; only a person codes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from foidesk.model.codebook import Category, Variable
from foidesk.words import meaning
from foidesk.words.categories import phrases
from foidesk.words.normal import normalise

LEAST, MARGIN = 0.45, 0.2
ALIKE = 0.4
"""So near must be what two wordings do not share: "management action" is not "management advice"."""
_UNSURE = re.compile(
    r"\b(?:not|no|non|never|none|nor|without|un\w+ed|still|yet|await\w*|pending|ongoing|under|live|would|could|should|"
    r"might|may|can|cannot|must|alleged\w*|possibl[ey]|suspect\w*|suspen\w*|unknown|either|asked|required|invited|"
    r"recommend\w*|consider\w*|before|prior|instead|except|other\s+than|appeal\w*|overturned|quashed|"
    r"nicht|kein\w*|ohne|noch|offen\w*|statt|außer|vor)\b",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\b(?:first|second|third|final|initial|minor|major|serious|severe|gross|formal|informal|written|verbal|oral|"
    r"full|part|partial(?:ly)?|partly|senior|junior|higher|lower|leicht\w*|schwer\w*)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^(?:any )?(?:other|else|everything|miscellaneous|misc|various|sonstig|andere|übrig|rest)", re.I
)
_PARTS = re.compile(r"\s+(?:and|or|und|oder|sowie)\s+|\s*[&;/+,]\s*", re.IGNORECASE)


def nearness(phrase: str, variable: Variable) -> dict[str, float]:
    """For each category the nearness of its nearest wording, -1.0 to 1.0; all 0.0 where the vectors are absent."""
    key = normalise(phrase)
    return {category.id: _near(key, category) for category in variable.categories}


def _near(key: str, category: Category) -> float:
    return max(
        (meaning.near(key, normalise(words)) for words in phrases(category) if normalise(words)), default=0.0
    )


def nearest(phrase: str, variable: Variable, near: Mapping[str, float]) -> str:
    """The id of the one category that the phrase is near to, "" to abstain."""
    if _UNSURE.search(phrase) or not near:
        return ""
    best = _best(near, variable)
    category = variable.category(best)
    if near[best] < LEAST or category.grave or _is_rest(category) or not _same_grade(phrase, category):
        return ""
    family = variable.leaves(best) | _above(variable, best)
    rival = max((score for id, score in near.items() if id != best and id not in family), default=0.0)
    if near[best] - rival < MARGIN or not _alike_beside(phrase, category):
        return ""
    parts = [part for part in _PARTS.split(phrase) if part.strip()]
    apart = (_best(nearness(part, variable), variable) for part in parts if len(parts) > 1)
    return best if all(one in {best, *family} for one in apart) else ""


def _best(near: Mapping[str, float], variable: Variable) -> str:
    return max((category.id for category in variable.categories), key=lambda id: near[id])


def _above(variable: Variable, id: str) -> frozenset[str]:
    found: set[str] = set()
    while (parent := variable.category(id).parent) and parent not in found:
        found.add(parent)
        id = parent
    return frozenset(found)


def _is_rest(category: Category) -> bool:
    """True for "Other": what is near to its words says nothing."""
    return _OTHERS.match(category.label) is not None


_OPPOSED = (
    ({"formal"}, {"informal"}), ({"written"}, {"verbal", "oral"}),
    ({"full"}, {"part", "partial", "partially", "partly"}),
    ({"minor"}, {"major", "serious", "severe", "gross"}), ({"first"}, {"second"}, {"third"}, {"final"}),
    ({"senior"}, {"junior"}), ({"higher"}, {"lower"}),
)  # fmt: skip


def opposed(phrase: str, category: Category) -> bool:
    """True where each wording of the category has the grade opposite to the phrase's: "informal" and "formal"."""
    mine = {word.lower() for word in _GRADE.findall(phrase)}
    return bool(mine) and all(
        _are_opposed(mine, {w.lower() for w in _GRADE.findall(one)}) for one in phrases(category)
    )


def _are_opposed(mine: set[str], theirs: set[str]) -> bool:
    for grades in _OPPOSED:
        held = [at for at, some in enumerate(grades) if some & mine]
        other = [at for at, some in enumerate(grades) if some & theirs]
        if held and other and not set(held) & set(other):
            return True
    return False


def _same_grade(phrase: str, category: Category) -> bool:
    """False where one of two wordings has a grade that the other lacks: "final warning", "warning"."""
    grades = {word.lower() for word in _GRADE.findall(phrase)}
    return any({word.lower() for word in _GRADE.findall(words)} == grades for words in phrases(category))


def _alike_beside(phrase: str, category: Category) -> bool:
    """False where the two share a word and what is left of both lies apart."""
    key = normalise(phrase).split()
    nearest = max(phrases(category), key=lambda words: meaning.near(" ".join(key), normalise(words)))
    words = normalise(nearest).split()
    left = [word for word in key if word not in words], [word for word in words if word not in key]
    if not all(left) or len(left[0]) == len(key):
        return True
    return meaning.near(" ".join(left[0]), " ".join(left[1])) >= ALIKE
