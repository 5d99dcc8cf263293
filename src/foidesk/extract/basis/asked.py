"""Which variables the survey asks for, and which of them name persons."""

from __future__ import annotations

import re

from foidesk.words.normal import normalise

from .ground import Ground
from .near import all_lines
from .nouns import is_people
from .plain import PLAIN

_SHORTENED = re.compile(r"(?P<words>(?:\b[A-Za-z][\w’'-]*\s+){2,6})\(?[‘’'\"“]?(?P<short>[A-Z]{2,6})s?[’'\"”]?\)")

_STRETCH = re.compile(
    r"\b(?:over|in|for|during|across|within)\s+(?:the|these|those|all|that|this)\s+(\w+)[\s-]years?(?:\s+period)?\b",
    re.IGNORECASE,
)
_YEARS = {word: str(at) for at, word in enumerate("two three four five six seven eight nine ten".split(), start=2)}
_FORMS = (
    ("spend", "spent"),
    ("pay", "paid"),
    ("cost", "costs"),
    ("ausgeben", "ausgegeben"),
    ("zahlen", "gezahlt"),
)
"""Forms of the verbs of money: who asks what was spent is told what they spend."""
_KIND = re.compile(
    r"\b(?:the|(?:hanse|landeshaupt)?stadt|(?:land)?kreis|gemeinde|council|city|borough|county|district|town|"
    r"metropolitan|royal|police|constabulary|force)\b|\b(?:of|von|der|des)\b(?=\W)",
    re.IGNORECASE,
)


def asked_variables(ground: Ground) -> set[str]:
    """The variables that the survey's questions ask for; all of them if none names any."""
    asked = {name for question in ground.context.questions for name in question.variables}
    counted = set(ground.matchers) - ground.of_body
    return asked & counted or counted


def names_persons(ground: Ground, variable: str) -> bool:
    """True for a variable whose categories name persons: a role, a rank."""
    return any(is_people(category.label) for category in ground.matchers[variable].variable.categories)


def our_words(ground: Ground) -> frozenset[str]:
    """The words of the survey's own questions, and the letters that the reply puts for some of them."""
    return ground.memo.get("our words", lambda: _our_words(ground))


def _our_words(ground: Ground) -> frozenset[str]:
    texts = [question.text for question in ground.context.questions]
    asked = {word for text in texts for word in normalise(text).split()}
    asked |= {form for forms in _FORMS if asked.intersection(forms) for form in forms}
    whole = "\n".join([*texts, *(piece.text for _, _, piece in all_lines(ground))])
    for found in _SHORTENED.finditer(whole):  # "temporary accommodation (TA)"
        words = found["words"].split()[-len(found["short"]) :]
        spelt = "".join(word[0] for word in words).lower() == found["short"].lower()
        if spelt and all(word in asked or word in PLAIN for word in normalise(" ".join(words)).split()):
            asked.update(normalise(found["short"]).split())
    return frozenset(asked)


def without_own_place(ground: Ground, text: str) -> str:
    """The words without the place that the body itself is of: "in Ropeham", of Ropeham City Council."""
    return ground.memo.get("own place", lambda: _own_place(ground)).sub(" ", text)


def without_own_name(ground: Ground, text: str) -> str:
    """The words without the body's own name ahead of what it did: "(Ropeham City Council) received no claims"."""
    return ground.memo.get("own name", lambda: _own_name(ground)).sub(" ", text)


def without_window(ground: Ground, text: str) -> str:
    """The words without "over the three years", where as many years were asked about."""
    years = years_of_window(ground)
    return _STRETCH.sub(
        lambda found: " " if _YEARS.get(found[1].lower(), found[1]) == str(years) else found[0], text
    )


def years_of_window(ground: Ground) -> int:
    """How many years were asked about, to the nearest; 0 if no time was."""
    window = ground.context.period
    return round((window.end - window.start).days / 365.25) if window is not None else 0


def _own_place(ground: Ground) -> re.Pattern[str]:
    """Matches "in" with a name of the body, or with what is left of one without its kind."""
    names = {*ground.context.body_names, *(_KIND.sub(" ", name) for name in ground.context.body_names)}
    spelt = (r"\s+".join(map(re.escape, name.split())) for name in names if len(name.strip()) > 3)
    own = "|".join(sorted(spelt)) or "(?!)"
    return re.compile(rf"\b(?i:in|im|across|within)\s+(?:the\s+|der\s+)?(?:{own})(?![\w-])")


def _own_name(ground: Ground) -> re.Pattern[str]:
    """Matches a name of the body that opens a text and has "received", "had" or the like behind it."""
    names = sorted(ground.context.body_names, key=len, reverse=True)
    own = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names if name.strip()) or "(?!)"
    verbs = "has|had|have|did|does|received|recorded|issued|made|opened|logged|registered|paid|saw"
    return re.compile(rf"^\W*(?:(?:in|for|during)\s+)?(?:the\s+)?(?:{own})(?=\s+(?:{verbs})\b)", re.IGNORECASE)


def all_ours(ground: Ground, text: str) -> bool:
    """True if each word is plain or the survey's own: in "Parking complaints" one is not."""
    spans = [(seen.start, seen.end) for seen in ground.period_in(text)]
    spans += [(hit.start, hit.end) for known in ground.matchers.values() for hit in known.find(text)]
    kept = "".join(" " if any(a <= at < b for a, b in spans) else sign for at, sign in enumerate(text))
    book = ground.context.codebook
    names = [name for m in ground.measures for name in (m.label, m.unit, *m.nouns)]
    names += [name for v in book.variables for name in (v.label, *v.names)]
    known = {word for name in names for word in normalise(name).split()}
    words = (word for word in normalise(kept).split() if word.isalpha() and len(word) > 1)
    return all(word in PLAIN or word in our_words(ground) or word in known for word in words)
